import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { parseInputs } from "../../../../action/inputs.ts";
import { readRawInputs } from "../../../../action/raw-inputs.ts";
import { openSinks, type Toolkit } from "../../../../action/sinks.ts";
import { fleetEnded } from "../../../../action/tenants/fleet-ending.ts";
import type { FleetOutcome } from "../../../../action/tenants/fleet-outcome.ts";
import type { TenantRecord } from "../../../../src/tenancy/tenant.ts";
import { startGitHub, type GitHubSimulator } from "../../../github-simulator/simulator.ts";
import { DOUBT, FAILURE, tenantRecord, WARNING } from "../../../src/tenancy/tenant-records.ts";
import { runnerEnvironment, type ActionInputs } from "../../../support/run-action.ts";
import { NOW } from "../example-fleet.ts";

export const PASSED: TenantRecord = tenantRecord("a-passed");
export const FAILED: TenantRecord = tenantRecord("b-failed", {
  line: 12,
  report: { verdict: "fail", findings: [FAILURE] },
});
export const OPEN: TenantRecord = tenantRecord("c-open", {
  line: 15,
  report: { verdict: "unknown", findings: [DOUBT] },
});
export const WARNED: TenantRecord = tenantRecord("d-warned", {
  line: 18,
  report: { findings: [WARNING] },
});

interface Told {
  readonly fails: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  readonly summary: string;
  readonly annotations: readonly {
    readonly kind: string;
    readonly message: string;
    readonly title: string;
    readonly file?: string;
    readonly startLine?: number;
  }[];
  readonly all: string;
}

interface Telling {
  readonly inputs?: ActionInputs;
  readonly event?: unknown;
  readonly eventName?: string;
  readonly secrets?: readonly string[];
}

const PRIVATE = { repository: { private: true }, pull_request: { number: 7 } };

/** A checkout, and a GitHub that fleets are told to. */
export interface FleetStage {
  readonly workspace: string;
  readonly github: GitHubSimulator;
  readonly tell: (outcome: FleetOutcome, telling?: Telling) => Promise<Told>;
  readonly close: () => Promise<void>;
}

export async function openFleetStage(): Promise<FleetStage> {
  const workspace = mkdtempSync(join(tmpdir(), "fleet-"));
  const github = await startGitHub();
  return {
    workspace,
    github,
    tell: (outcome, telling = {}) => tell({ workspace, github }, outcome, telling),
    close: async () => {
      rmSync(workspace, { recursive: true });
      expect(github.violations).toEqual([]);
      await github.close();
    },
  };
}

async function tell(
  { workspace, github }: Pick<FleetStage, "workspace" | "github">,
  outcome: FleetOutcome,
  { inputs = {}, event = PRIVATE, eventName = "schedule", secrets = [] }: Telling,
): Promise<Told> {
  const outputs: Record<string, string> = {};
  const log: string[] = [];
  const annotations: Told["annotations"][number][] = [];
  let summary = "";
  const annotate = (kind: string) => (message: string, place: { readonly title: string }) => {
    annotations.push({ kind, message, ...place });
  };
  const toolkit: Toolkit = {
    setSecret: () => undefined,
    setOutput: (name, value) => (outputs[name] = value),
    info: (message) => log.push(message),
    error: annotate("error"),
    warning: annotate("warning"),
    notice: annotate("notice"),
    writeSummary: (markdown) => Promise.resolve((summary = markdown)),
  };
  const env = { ...github.env, GITHUB_WORKSPACE: workspace, GITHUB_EVENT_NAME: eventName };
  const ending = fleetEnded(outcome, {
    config: parseInputs(readRawInputs(runnerEnvironment({ tenants: "tenants.yml", ...inputs }))),
    ports: { env, clock: { now: () => NOW }, readFile: () => undefined },
    event,
    token: github.token,
  });
  const sinks = openSinks(toolkit, { secrets, isOnRunner: true, failStep: () => undefined });
  await ending.publish(sinks);
  const all = JSON.stringify([outputs, log, summary, annotations]);
  return { fails: ending.fails, outputs, log: log.join("\n"), summary, annotations, all };
}
