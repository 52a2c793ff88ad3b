import { GuardError } from "../../../src/errors.ts";
import type { Tenant } from "../../../src/tenancy/tenant.ts";
import { readTenantFile, type FilePlaces } from "../key-sources/files.ts";
import type { ExpiryLimits } from "./entries.ts";
import type { ManifestProblem } from "./problems.ts";
import { readManifest } from "./manifest.ts";

/** As long as one of sixty thousand tenants. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Reads the file that the input `tenants` names, or throws one error that names every problem. */
export function readManifestFile(
  file: string,
  limits: ExpiryLimits,
  places: FilePlaces,
): readonly Tenant[] {
  const read = readTenantFile(file, MOST_BYTES, places);
  if (read.kind === "unreadable") {
    throw new GuardError("CONFIG_INVALID", `The file that \`tenants\` names ${read.problem}.`, {
      hint: "Give the path of the manifest from the root of the checkout, and check out the repository before this step.",
    });
  }
  const manifest = readManifest(read.text, limits);
  if (manifest.kind === "refused") throw refuse(manifest.problems);
  return manifest.tenants;
}

/** As many as anybody mends in one go. */
const MOST_SHOWN = 50;

function refuse(problems: readonly ManifestProblem[]): GuardError {
  const shown = problems
    .slice(0, MOST_SHOWN)
    .map(({ line, column, message }) => `${line}:${column} ${message}.`);
  const left = problems.length - shown.length;
  const rest =
    left === 0 ? [] : [left === 1 ? "And 1 more problem." : `And ${left} more problems.`];
  const list = [...shown, ...rest].map((sentence) => `\n- ${sentence}`).join("");
  return new GuardError("CONFIG_INVALID", `The manifest of tenants cannot be used:${list}`, {
    hint: "Correct the file that `tenants` names, at the lines and columns given; an editor that knows tenants.schema.json shows most of these problems while you type.",
  });
}
