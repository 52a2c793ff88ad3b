import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { INPUT_NAMES } from "../../action/contract.ts";
import { FAULT_NAMES } from "../pleo-simulator/faults/catalogue.ts";

/** The files that a scenario folder may hold; one that would be empty is left out. */
export const EXPECTED_FILES = ["stdout.txt", "outputs.json", "summary.md", "requests.txt"] as const;

export type ExpectedFile = (typeof EXPECTED_FILES)[number];

const REAL_PLEO = /^https:\/\/external(\.staging)?\.pleo\.io\/?$/;

const schema = z.strictObject({
  story: z.string().regex(/^[A-Z].*\.$/, "must be one sentence"),
  inputs: z
    .partialRecord(z.enum(INPUT_NAMES), z.string())
    .refine((inputs) => !REAL_PLEO.test(inputs["api-url"] ?? "https://external.pleo.io"), {
      error: "must name an `api-url` that is not the real Pleo",
    }),
  faults: z
    .array(
      z.strictObject({
        name: z.enum(FAULT_NAMES),
        path: z.string().startsWith("/").optional(),
        times: z.int().positive().optional(),
        to: z.string().optional(),
      }),
    )
    .default([]),
  env: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string()).default({}),
  event: z.record(z.string(), z.json()).default({}),
  "exit-code": z.literal([0, 1]),
});

/** What happens in one scenario, its placeholders not yet filled. */
export type ScenarioFile = z.infer<typeof schema>;

/** Reads `scenario.yml`; throws where it holds anything that this format does not know. */
export function parseScenarioFile(text: string): ScenarioFile {
  const { data, error } = schema.safeParse(parse(text));
  if (data === undefined) throw new Error(z.prettifyError(error));
  return data;
}

/** One folder: what happens, and what it holds beside that. */
export interface ScenarioFolder {
  readonly path: string;
  readonly file: ScenarioFile;
  /** Everything but `scenario.yml`, by name. */
  readonly entries: readonly string[];
}

export function readScenarioFolder(path: string): ScenarioFolder {
  const file = parseScenarioFile(readFileSync(join(path, "scenario.yml"), "utf8"));
  const entries = readdirSync(path).filter((name) => name !== "scenario.yml");
  return { path, file, entries };
}

/** A checkout that a scenario's workflow is in; only where its environment names it. */
export const WORKSPACE = "workspace";

export function usesWorkspace({ env }: ScenarioFile): boolean {
  return Object.values(env).some((value) => value.includes(`{{${WORKSPACE}}}`));
}
