import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { parseApiOrigin } from "../../../action/pleo-api/api-origin.ts";
import { createPleoApi } from "../../../action/pleo-api/client.ts";
import { startDeadline } from "../../../action/pleo-api/deadline.ts";
import type { GuardError } from "../../../src/errors.ts";
import { PleoKey } from "../../../src/key/pleo-key.ts";
import { exampleKey } from "../../support/keys.ts";

function errorOf(work: () => unknown): GuardError {
  try {
    work();
  } catch (error) {
    return error as GuardError;
  }
  throw new Error("nothing was thrown");
}

describe("addresses that may be handed a key", () => {
  test.each([
    ["https://external.pleo.io", "https://external.pleo.io"],
    ["https://external.pleo.io/", "https://external.pleo.io"],
    ["https://external.pleo.io:443", "https://external.pleo.io"],
    ["HTTPS://External.PLEO.io", "https://external.pleo.io"],
    ["https://external.staging.pleo.io", "https://external.staging.pleo.io"],
    ["http://localhost:8080", "http://localhost:8080"],
    ["http://LOCALHOST:8080/", "http://localhost:8080"],
    ["https://localhost", "https://localhost"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
    ["http://127.8.9.10", "http://127.8.9.10"],
    ["http://127.1", "http://127.0.0.1"],
    ["http://2130706433", "http://127.0.0.1"],
    ["http://0x7f.1", "http://127.0.0.1"],
    ["http://[::1]:8080", "http://[::1]:8080"],
    ["http://[0:0:0:0:0:0:0:1]", "http://[::1]"],
    ["http://localhost:8080/pleo", "http://localhost:8080/pleo"],
    ["http://localhost:8080/pleo//", "http://localhost:8080/pleo"],
  ])("%s", (address, base) => {
    expect(parseApiOrigin(address)).toMatchObject({ base });
    expect(parseApiOrigin(new URL(address))).toMatchObject({ base });
  });

  test("only this machine is loopback", () => {
    expect(parseApiOrigin("http://localhost").isLoopback).toBe(true);
    expect(parseApiOrigin("https://external.pleo.io").isLoopback).toBe(false);
  });
});

describe("addresses that may not", () => {
  test.each([
    "",
    "external.pleo.io",
    "//external.pleo.io",
    "http://external.pleo.io",
    "ftp://external.pleo.io",
    "https://external.pleo.io:8443",
    "https://external.pleo.io.",
    "https://external.pleo.io/v1",
    "https://external.pleo.io?",
    "https://external.pleo.io/?a=b",
    "https://external.pleo.io/#a",
    "https://external.pleo.io#",
    "https://external.pleo.io.evil.example",
    "https://external.pleo.io@evil.example",
    "https://someone@external.pleo.io",
    "https://:secret@external.pleo.io",
    "https://evil.example/external.pleo.io",
    "https://evil.example#external.pleo.io",
    "https://evil.example\\@external.pleo.io",
    "https://external-pleo.io",
    "https://xexternal.pleo.io",
    "https://pleo.io",
    "https://openapi.pleo.io",
    "https://auth.pleo.io",
    "https://app.pleo.io",
    "https://api.pleo.io",
    "https://external.pleo.io%2eevil.example",
    "https://extern\u0430l.pleo.io",
    "https://external.pl\u00ebo.io",
    "http://localhost.evil.example",
    "http://evil.localhost",
    "http://localhost.",
    "http://127.0.0.1.evil.example",
    "http://128.0.0.1",
    "http://0.0.0.0",
    "http://10.0.0.1",
    "http://169.254.169.254",
    "http://[::]",
    "http://[::ffff:127.0.0.1]",
    "http://user@localhost",
    "ftp://localhost",
    "file:///etc/hosts",
    "javascript:alert(1)",
    "data:text/plain,external.pleo.io",
  ])("%s", (address) => {
    const error = errorOf(() => parseApiOrigin(address));
    expect(error).toMatchObject({ name: "GuardError", code: "HOST_REFUSED" });
    expect(error.hint).toContain("https://external.pleo.io");
  });

  test("no message repeats what stood in the address", () => {
    const secret = exampleKey();
    for (const address of [
      `https://${secret}@external.pleo.io`,
      `https://external.pleo.io/?key=${secret}`,
      `https://${secret}`,
      `https://external.pleo.io/${secret}`,
      `https://:${secret}@localhost`,
      secret,
    ]) {
      const error = errorOf(() => parseApiOrigin(address));
      expect(inspect(error, { showHidden: true }) + (error.stack ?? "")).not.toContain(secret);
    }
  });
});

const createWith = (key: string, origin: string, rejectUnauthorized?: string) => (): unknown =>
  createPleoApi({
    key: new PleoKey(key),
    origin,
    deadline: startDeadline(1_000),
    env: { NODE_TLS_REJECT_UNAUTHORIZED: rejectUnauthorized },
  });

describe("certificates that nobody checks", () => {
  test.each(["https://external.pleo.io", "https://localhost", "http://localhost"])(
    "are refused for %s",
    (origin) => {
      const error = errorOf(createWith(exampleKey(), origin, "0"));
      expect(error).toMatchObject({ name: "GuardError", code: "TLS_UNVERIFIED" });
    },
  );

  test.each([undefined, "", "1"])("are not suspected when the variable is %s", (value) => {
    expect(createWith(exampleKey(), "https://external.pleo.io", value)).not.toThrow();
  });
});

describe("a key that cannot be sent", () => {
  const whole = exampleKey();
  test.each([
    ["is empty", ""],
    ["holds a colon", `${whole}:`],
    ["ends in a line break", `${whole}\n`],
    ["holds a space", `${whole} `],
    ["holds a zero", `${whole}\u0000`],
    ["holds a tab", `\t${whole}`],
    ["holds a letter beyond ASCII", `${whole}\u00e9`],
    ["holds a zero-width space", `${whole}\u200b`],
    ["holds an emoji", `${whole}\u{1F511}`],
  ])("because it %s", (_why, key) => {
    const error = errorOf(createWith(key, "https://external.pleo.io"));
    expect(error).toMatchObject({ name: "GuardError", code: "KEY_UNSENDABLE" });
    expect(inspect(error, { showHidden: true })).not.toContain(whole);
  });
});

describe("where requests go", () => {
  async function addressesFor(origin: string): Promise<readonly string[]> {
    const addresses: string[] = [];
    const fetch = (url: string): Promise<Response> => {
      addresses.push(url);
      return Promise.resolve(new Response(null, { status: 404 }));
    };
    const deadline = startDeadline(1_000);
    const key = new PleoKey(exampleKey());
    const api = createPleoApi({ key, origin, deadline, env: {}, platform: { fetch } });
    await api.introspect();
    await api.companies();
    return addresses;
  }

  test.each([
    ["https://external.pleo.io/", "https://external.pleo.io"],
    ["http://localhost:8080/pleo/", "http://localhost:8080/pleo"],
  ])("from %s", async (origin, base) => {
    expect(await addressesFor(origin)).toEqual([
      `${base}/v1/introspect`,
      `${base}/v1/companies?limit=2`,
    ]);
  });

  test("not to an address that is refused", async () => {
    await expect(addressesFor("https://external.pleo.io.evil.example")).rejects.toMatchObject({
      code: "HOST_REFUSED",
    });
  });
});
