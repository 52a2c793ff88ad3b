import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { describe, expect, test, type ExpectStatic } from "vitest";
import { OUTPUT_NAMES } from "../../action/contract.ts";
import {
  daysNamedIn,
  fillPlaceholders,
  hideValues,
  lookupIn,
  type RunValues,
} from "./placeholders.ts";
import { playScenario, type PlayedScenario } from "./play-scenario.ts";
import {
  EXPECTED_FILES,
  parseScenarioFile,
  readScenarioFolder,
  usesWorkspace,
  WORKSPACE,
  type ExpectedFile,
} from "./scenario-folder.ts";

const SCENARIOS = "test/action/scenarios";
const BESIDE_FOLDERS = [".prettierrc.json", "README.md"];

const names = readdirSync(SCENARIOS).filter((name) => !BESIDE_FOLDERS.includes(name));

/** With `-u` the expected files are written anew; without it, one that is missing is a failure everywhere. */
function isUpdating(local: ExpectStatic): boolean {
  return local.getState().snapshotState.snapshotUpdateState === "all";
}

describe("the folders", () => {
  test("are many, and named in kebab case", () => {
    expect(names.length).toBeGreaterThanOrEqual(30);
    expect(names.filter((name) => !/^[a-z]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
  });

  test.each(names)("%s holds nothing that is not compared or used", (name) => {
    const { file, entries } = readScenarioFolder(join(SCENARIOS, name));
    const checkout = usesWorkspace(file) ? [WORKSPACE] : [];
    const known: readonly string[] = [...EXPECTED_FILES, ...checkout];
    expect(entries.filter((entry) => !known.includes(entry))).toEqual([]);
    expect(entries).toEqual(expect.arrayContaining(checkout));
  });
});

describe.concurrent("with the committed bundle", () => {
  // With several at once, each has to keep to its own `expect`.
  test.for(names)("%s ends as its folder says", async (name, { expect: local }) => {
    const folder = readScenarioFolder(join(SCENARIOS, name));
    const played = await playScenario(folder);
    const { run, requests } = played;
    local.soft(run.stderr).toBe("");
    local.soft(run.exitCode).toBe(folder.file["exit-code"]);
    local.soft(Object.keys(run.outputs).toSorted()).toEqual(OUTPUT_NAMES.toSorted());
    local.soft(run.outputs["deploy-allowed"]).toBe(String(run.outputs["verdict"] === "pass"));
    local.soft(requests.filter(({ refusedWrite }) => refusedWrite)).toEqual([]);
    expectSecrecy(local, played);
    for (const file of EXPECTED_FILES) await expectFile(local, join(folder.path, file), played);
  });
});

/** Everything to be masked is masked, before anything else is said, and nothing of it is said after that. */
function expectSecrecy(
  local: ExpectStatic,
  { run, masked, maskable, texts }: PlayedScenario,
): void {
  local.soft(masked.toSorted()).toEqual(maskable.toSorted());
  const said = [...Object.values(texts), run.stderr].join("\n");
  local.soft(said.includes("::add-mask::"), "a mask that comes late").toBe(false);
  local.soft(maskable.filter((text) => said.includes(text)).length).toBe(0);
}

/** An expected text that is empty has no file, so that no file is ever empty. */
async function expectFile(
  local: ExpectStatic,
  path: string,
  played: PlayedScenario,
): Promise<void> {
  const text = played.texts[basename(path) as ExpectedFile];
  const expected = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  const isUnasked = text === "" && expected !== undefined;
  const isMissing = text !== "" && expected === undefined;
  if (isUpdating(local)) {
    if (isUnasked) rmSync(path);
  } else {
    local.soft(isUnasked, `${path} is there, and nothing was said`).toBe(false);
    local.soft(isMissing, `${path} is missing; write it with vitest run -u`).toBe(false);
    if (isMissing) return;
  }
  if (text === "") return;
  // Filled first: names are put in place of values only where there is a difference to show or to write.
  const isAsExpected = expected !== undefined && fillOrNothing(expected, played) === text;
  await local
    .soft(isAsExpected ? expected : played.hide(text))
    .toMatchFileSnapshot(relative(import.meta.dirname, resolve(path)));
}

/** Nothing where the file holds a name without a value, which is not what was said. */
function fillOrNothing(expected: string, { fill }: PlayedScenario): string | undefined {
  try {
    return fill(expected);
  } catch {
    return undefined;
  }
}

describe("a scenario file", () => {
  const good = {
    story: "A story.",
    inputs: { "api-key": "{{key healthy}}", "api-url": "{{origin}}" },
    "exit-code": 0,
  };

  test("is read, with what it leaves out", () => {
    expect(parseScenarioFile(JSON.stringify(good))).toEqual({
      ...good,
      faults: [],
      env: {},
      event: {},
    });
  });

  test.each<[string, object]>([
    ["a field that is not known", { verdict: "pass" }],
    ["an input that is not known", { inputs: { ...good.inputs, "api-keys": "" } }],
    ["an input that is no text", { inputs: { ...good.inputs, "dry-run": true } }],
    ["a fault that is not known", { faults: [{ name: "mood" }] }],
    ["a field of a fault that is not known", { faults: [{ name: "drip", time: 1 }] }],
    ["a fault that never strikes", { faults: [{ name: "drip", times: 0 }] }],
    ["a variable that no runner sets", { env: { "GITHUB-ACTOR": "robin" } }],
    ["an exit code of its own", { "exit-code": 2 }],
    ["a story that is no sentence", { story: "a story" }],
    ["no address", { inputs: { "api-key": "" } }],
    ["the real Pleo", { inputs: { "api-url": "https://external.pleo.io" } }],
    ["the real Pleo for tests", { inputs: { "api-url": "https://external.staging.pleo.io/" } }],
  ])("with %s is refused", (_name, difference) => {
    expect(() => parseScenarioFile(JSON.stringify({ ...good, ...difference }))).toThrow();
  });
});

describe("placeholders", () => {
  const values: RunValues = {
    origin: "http://127.0.0.1:4321",
    today: "2027-02-27",
    hint: "a7c3",
    previousHint: undefined,
  };
  const fill = (text: string): string => fillPlaceholders(text, lookupIn(values));

  test.each([
    ["{{origin}}/v1", "http://127.0.0.1:4321/v1"],
    ["ends in {{hint}}", "ends in a7c3"],
    ["{{today}} : today", "2027-02-27 : today"],
    ["{{today+2}}", "2027-03-01"],
    ["{{today-58}}", "2026-12-31"],
    ["${{ secrets.PLEO_API_KEY }}", "${{ secrets.PLEO_API_KEY }}"],
  ])("%s stands for %s, and the other way round", (template, text) => {
    expect(fill(template)).toBe(text);
    expect(hideValues(text, values, [0, ...daysNamedIn(template)])).toBe(template);
  });

  test.each([
    "{{yesterday}}",
    "{{today+0}}",
    "{{today + 1}}",
    "{{key healthy}}",
    "{{hint of previous}}",
  ])("%s stands for nothing in an expected file", (template) => {
    expect(() => fill(template)).toThrow("There is no value");
  });

  test.each(["2027-03-02", "12027-03-01", "2027-03-012", "a7c3a", "0a7c3", "b-a7c3"])(
    "%s is not taken for another value",
    (text) => {
      expect(hideValues(text, values, [0, 2])).toBe(text);
    },
  );
});
