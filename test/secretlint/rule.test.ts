import { describe, expect, test } from "vitest";
import type { SecretLintRuleCreator } from "@secretlint/types";
import { MESSAGE_IDS } from "../../eslint-plugin/secretlint/finding.ts";
import { creator, messages } from "../../eslint-plugin/secretlint/index.ts";
import { noHardcodedKey } from "../../eslint-plugin/rules/no-hardcoded-key.ts";
import { exampleKey } from "../support/keys.ts";
import { idsOf, lint, RULE_ID } from "./lint.ts";

const KEY = exampleKey();
const ENV = { path: ".env", text: `VITE_PLEO_API_KEY=${KEY}\n` };
const RANDOM = "q7Rx2Kp9WvTz4mB8nYc5Jd3Lh6Gf1S";

describe("the module", () => {
  test("is a rule in secretlint's own types", () => {
    const rule: SecretLintRuleCreator = creator;
    expect(rule.messages).toBe(messages);
  });

  test("has the name that stands in the configuration, and takes every kind of file", () => {
    expect(creator.meta.id).toBe(RULE_ID);
    expect(creator.meta.supportedContentTypes).toEqual(["all"]);
  });

  test("leads to a page of the same repository as the rules for ESLint", () => {
    const [repository = ""] = noHardcodedKey.meta.docs?.url?.split("/eslint-plugin/") ?? [];
    expect(creator.meta.docs.url).toBe(`${repository}/eslint-plugin/docs/secretlint.md`);
  });

  test.each(MESSAGE_IDS)("says %s in English and Japanese", (id) => {
    const { en, ja } = messages[id];
    expect(en()).toMatch(/^[A-Z].*\.$/);
    expect(ja()).toMatch(/[ぁ-ん].*。$/);
    for (const say of [en, ja]) {
      const said = say({ SECRET: KEY });
      expect(said).not.toContain(KEY.slice(0, -4));
      expect(said.replaceAll(KEY.slice(-4), "")).not.toContain(KEY.slice(-5, -1));
      expect(say({ SECRET: RANDOM })).not.toContain(RANDOM.slice(-4));
    }
  });
});

describe("a message", () => {
  test("says where, what and which key, and no more of it", async () => {
    const found = await lint(ENV);
    expect(found.map(({ messageId, range }) => [messageId, ...range])).toEqual([
      ["PLEO_PUBLIC_ENV", 0, 17],
      ["PLEO_API_KEY", 18, 18 + KEY.length],
    ]);
    const [, key] = found;
    expect(key?.message).toContain(`(****${KEY.slice(-4)})`);
    expect(key?.data).toEqual({ SECRET: "*".repeat(KEY.length) });
    expect(key?.docsUrl).toBe(`${creator.meta.docs.url}#PLEO_API_KEY`);
  });

  test("holds no secret even where secretlint masks nothing", async () => {
    const found = await lint({ ...ENV, masks: false });
    for (const { message } of found) expect(message).not.toContain(KEY.slice(0, -4));
  });

  test("comes in Japanese where that is asked for", async () => {
    const [found] = await lint({ ...ENV, locale: "ja" });
    expect(found?.message).toMatch(/。$/);
  });
});

describe("options", () => {
  test.each([
    ["a part of the secret", KEY.slice(-6)],
    ["a pattern", `/_${KEY.slice(-6)}$/`],
    ["a pattern with flags", `/${KEY.slice(-6).toUpperCase()}$/i`],
    ["a pattern with flags that say where to go on", `/${KEY.slice(-6)}$/gy`],
  ])("allow %s", async (_what, allowed) => {
    const text = `A=${KEY}\nB=${KEY}\n`;
    expect(await idsOf({ path: ".env", text })).toEqual(["PLEO_API_KEY"]);
    expect(await idsOf({ path: ".env", text, options: { allows: [allowed] } })).toEqual([]);
  });

  test("allow nothing else", async () => {
    const options = { allows: ["nothing-like-it", "/^acme_/"] };
    expect(await idsOf({ ...ENV, options })).toEqual(["PLEO_API_KEY", "PLEO_PUBLIC_ENV"]);
  });

  test("allow what stands in the file as well, whatever it spells", async () => {
    const text = `A=${KEY.replaceAll("_", "%5F")}`;
    const options = { allows: ["/%5F/"] };
    expect(await idsOf({ path: "a", text })).toEqual(["PLEO_API_KEY"]);
    expect(await idsOf({ path: "a", text, options })).toEqual([]);
  });

  test("add names", async () => {
    const file = { path: ".env", text: `expensesToken=${RANDOM}\n` };
    expect(await idsOf(file)).toEqual([]);
    const options = { keyNames: ["expensesToken"] };
    expect(await idsOf({ ...file, options })).toEqual(["PLEO_KEY_ASSIGNMENT"]);
  });

  test("take names as they are, not as patterns", async () => {
    const options = { keyNames: ["a.b(c"] };
    expect(await idsOf({ path: ".env", text: `axb(c=${RANDOM}\n`, options })).toEqual([]);
  });

  test("ask for more or less entropy", async () => {
    const file = { path: ".env", text: `PLEO_API_KEY=${RANDOM}\n` };
    expect(await idsOf({ ...file, options: { minimumEntropy: 4 } })).toEqual([
      "PLEO_KEY_ASSIGNMENT",
    ]);
    expect(await idsOf({ ...file, options: { minimumEntropy: 6 } })).toEqual([]);
  });

  test("turn single messages off, by secretlint's own means", async () => {
    expect(await idsOf({ ...ENV, allowMessageIds: ["PLEO_PUBLIC_ENV"] })).toEqual(["PLEO_API_KEY"]);
  });

  test.each([
    [{ alows: [] }, "options.alows is not known"],
    [{ allows: "x" }, "options.allows must be a list"],
    [{ allows: [""] }, "options.allows must be a list"],
    [{ allows: ["/(/"] }, "options.allows[0] is no regular expression"],
    [{ keyNames: [1] }, "options.keyNames must be a list of names"],
    [{ minimumEntropy: "3" }, "options.minimumEntropy must be a number"],
    [{ minimumEntropy: -1 }, "options.minimumEntropy must be a number"],
    [{ minimumEntropy: 9 }, "options.minimumEntropy must be a number"],
    [{ allowMessageIds: ["PLEO_API_KEY"] }, 'allowMessageIds belongs beside "options"'],
    [{ a: 1, allows: 1 }, "options.a is not known; options.allows must be a list"],
  ])("that are wrong are one clear error: %j", async (options, complaint) => {
    await expect(async () => lint({ ...ENV, options })).rejects.toThrow(complaint);
  });

  test("that are wrong are not quoted, because they may hold a key", async () => {
    const options = { allows: [`/(${KEY}/`] };
    await expect(async () => lint({ ...ENV, options })).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(KEY.slice(0, 20)) as string }),
    );
  });
});
