import { readdirSync } from "node:fs";
import { findKeys } from "../../src/key/find-keys.ts";
import { parseKey } from "../../src/key/parse-key.ts";
import { PleoKey } from "../../src/key/pleo-key.ts";
import { keyHandling } from "../../src/pleo/web-app.ts";
import { createScanFinding } from "../../src/report/scan-catalogue.ts";
import type { ActionConfig } from "../inputs.ts";
import type { ProcessEnvironment, RawInputs } from "../raw-inputs.ts";
import { NOTHING_SCANNED, type Scanned } from "../scanned.ts";

export interface ScanRequest {
  readonly raw: RawInputs;
  readonly config: ActionConfig;
  /** What GitHub says started the run; anything may be in it, or nothing. */
  readonly event: unknown;
}

export interface ScanPorts {
  readonly env: ProcessEnvironment;
  readonly progress: (line: string) => void;
}

/** Looks through the checkout for the key itself, and for workflows that hand it about. */
export async function scanRepository(request: ScanRequest, ports: ScanPorts): Promise<Scanned> {
  const workspace = ports.env["GITHUB_WORKSPACE"] ?? "";
  if (!holdsFiles(workspace)) return NO_CHECKOUT;
  const { leaks, workflows } = request.config.scan;
  const scanned = [
    leaks.size === 0 ? NOTHING_SCANNED : await scanForTheKey(request, workspace, ports),
    workflows ? await audit(workspace, ports) : NOTHING_SCANNED,
  ];
  return {
    findings: scanned.flatMap(({ findings }) => findings),
    scans: Object.assign({}, ...scanned.map(({ scans }) => scans)) as Scanned["scans"],
  };
}

const NO_CHECKOUT: Scanned = {
  findings: [
    createScanFinding("leak-scan-incomplete", {
      problem: "The workspace of the job is empty",
      fix: "Run `actions/checkout` before this step, with `fetch-depth: 0` where the history is to be looked through.",
    }),
  ],
  scans: {},
};

const NO_WORKFLOWS: Scanned = {
  findings: [
    createScanFinding("workflow-unreadable", {
      problem: "The workspace of the job holds no `.github/workflows`, though a workflow runs this",
      fix: "Check the repository out into the root of the workspace, without `path`, before this step.",
    }),
  ],
  scans: {},
};

function holdsFiles(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    // What cannot be read holds nothing for us.
    return false;
  }
}

async function scanForTheKey(
  { raw, config, event }: ScanRequest,
  workspace: string,
  { progress }: ScanPorts,
): Promise<Scanned> {
  const { scanForLeaks } = await import("./leak/leak-scan.ts");
  const { kind, environment } = config.expectation;
  const { leaks, paths, includesIgnored } = config.scan;
  const { revoke, renew } = keyHandling(kind, environment);
  const { findings, seen } = await scanForLeaks(
    {
      scan: { modes: leaks, paths, includesIgnored },
      keys: [
        ...keysIn(raw["api-key"]).map((key) => ({ key, which: "the key" as const })),
        ...keysIn(raw["previous-api-key"]).map((key) => ({
          key,
          which: "the previous key" as const,
        })),
      ],
      workspace,
      base: baseOf(event),
      words: { revoke, renew },
    },
    { progress, now: () => performance.now() },
  );
  return { findings, scans: { leak: seen } };
}

/** A damaged value usually holds the real key, and that is what would be found elsewhere. */
function keysIn(value = ""): readonly PleoKey[] {
  const parsed = parseKey(value);
  if (parsed.kind === "key" || parsed.kind === "unknown-shape") return [parsed.key];
  // Pleo may take it, so it is looked for like any key.
  if (parsed.kind === "legacy-token" && parsed.key !== undefined) return [parsed.key];
  return [...new Set(findKeys(value).map(({ key }) => key))].map((key) => new PleoKey(key));
}

const COMMIT = /^(?!0+$)[0-9a-f]{40,64}$/;

/** The commit that the change starts from, as far as the event says. */
function baseOf(event: unknown): string | undefined {
  const {
    pull_request: pullRequest,
    merge_group: mergeGroup,
    before,
  } = (event ?? {}) as {
    readonly pull_request?: { readonly base?: { readonly sha?: unknown } | null } | null;
    readonly merge_group?: { readonly base_sha?: unknown } | null;
    readonly before?: unknown;
  };
  const candidates = [pullRequest?.base?.sha, mergeGroup?.base_sha, before];
  return candidates.find((sha): sha is string => typeof sha === "string" && COMMIT.test(sha));
}

async function audit(workspace: string, { env }: ScanPorts): Promise<Scanned> {
  const { auditWorkflows, readWorkflowFiles } = await import("./workflow/workflow-audit.ts");
  const repository = env["GITHUB_ACTION_REPOSITORY"];
  const files = readWorkflowFiles(workspace);
  // This check is run by a workflow: where there is none, something else was checked out, or somewhere else.
  if (!files.some(({ path }) => path.startsWith(".github/workflows/"))) return NO_WORKFLOWS;
  const { findings, seen } = auditWorkflows(files, {
    // Of an Action that is part of the checkout the runner names no repository.
    guard: { repository, isOwnRepository: repository === "" },
  });
  return { findings, scans: { workflow: seen } };
}
