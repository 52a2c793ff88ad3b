import { WEB_APP_ORIGINS } from "../pleo/hosts.ts";
import {
  ACTIVATED,
  INSTALLATION_ERROR_CODES,
  INSTALLATION_STATUSES,
} from "../pleo/installation.ts";
import { parsePleoUrn, parseUuid } from "../pleo/urn.ts";
import { keyHandling } from "../pleo/web-app.ts";
import type { Answer, Installation } from "../ports.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import { describeAnswer } from "./describe-answer.ts";
import type { Expectation } from "./expectation.ts";
import { MEANS_ABSENT, QUESTIONS, unreadableOwner } from "./questions.ts";

/** What the other checks have shown; an installation may be absent only where everything else is certain. */
export interface ProvenOtherwise {
  readonly company: boolean;
  readonly scopes: boolean;
}

export interface InstallationResult {
  readonly findings: readonly Finding[];
  readonly active: boolean;
}

/** Is the installation of this key for the expected company in use? */
export function checkInstallations(
  answer: Answer<readonly Installation[]> | undefined,
  expectation: Expectation,
  proven: ProvenOtherwise,
): InstallationResult {
  if (answer?.kind === "forbidden") {
    // An error unless the user has lowered it, and then as good as none.
    const active = expectation.kind === "standalone" && proven.company && proven.scopes;
    return { findings: [createFinding("installation-forbidden", {})], active };
  }
  if (answer?.kind === "refused" && MEANS_ABSENT.includes(answer.status)) {
    return missingInstallation(describeAnswer(answer), expectation, proven);
  }
  if (answer?.kind !== "ok") return { findings: [], active: false };
  const ours = installationsOf(answer.value, expectation, proven);
  if (ours.length === 0) {
    const seen =
      answer.value.length === 0 ? "an empty list" : "installations of other companies only";
    return missingInstallation(seen, expectation, proven);
  }
  const findings = distinct(ours.flatMap((installation) => checkStatus(installation, expectation)));
  return { findings, active: findings.every(({ severity }) => severity !== "error") };
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const byMessage = new Map(findings.map((finding) => [finding.message, finding]));
  return [...byMessage.values()];
}

/**
 * A key of several companies may have an installation elsewhere, idle or not, that is none of our business. Where
 * ours is not shown to be among them, all of them count, and the company check says what is wrong.
 */
function installationsOf(
  installations: readonly Installation[],
  { companyId }: Expectation,
  proven: ProvenOtherwise,
): readonly Installation[] {
  const expected = companyId === undefined ? undefined : parseUuid(companyId);
  const ours = installations.filter(({ resource }) => {
    const owner = parsePleoUrn(resource);
    return owner === undefined || owner.kind === "organisation" || owner.id === expected;
  });
  return ours.length === 0 && !proven.company ? installations : ours;
}

function missingInstallation(
  answer: string,
  { kind, environment }: Expectation,
  proven: ProvenOtherwise,
): InstallationResult {
  const { place } = keyHandling(kind, environment);
  if (kind === "integrated") {
    const fix = `Install the integration for this customer under ${place}, then run the check again.`;
    return { findings: [createFinding("installation-missing", { answer, fix })], active: false };
  }
  if (proven.company && proven.scopes) {
    // Nobody knows whether every Standalone key gets an installation, so its absence alone blocks nothing.
    return { findings: [createFinding("installation-absent", { answer })], active: true };
  }
  const fix =
    "Set `company-id` and `required-scopes`, so that the key can be proven without an installation, and settle the other findings.";
  const finding = createFinding("installation-missing", { answer, fix }, { inconclusive: true });
  return { findings: [finding], active: false };
}

function checkStatus(
  { resource, status, errorCode }: Installation,
  { environment }: Expectation,
): readonly Finding[] {
  if (parsePleoUrn(resource) === undefined) return [unreadableOwner(QUESTIONS.installations)];
  const app = WEB_APP_ORIGINS[environment];
  const trouble = describeErrorCode(errorCode);
  if (status === ACTIVATED) {
    return trouble === ""
      ? []
      : [createFinding("installation-troubled", { errorCode: trouble, app })];
  }
  const meaning = ownText(INSTALLATION_STATUSES, status);
  return [
    createFinding("installation-inactive", {
      // Only words of the specification are repeated; anything else could be anything.
      status:
        meaning === undefined ? "one that this version does not know" : `${status} (${meaning})`,
      errorCode: trouble,
      fix: adviseOn({ status, errorCode }, `Settings in Pleo's web app (${app})`),
    }),
  ];
}

/** What is to be done depends on who has to move: Pleo, the user, or whoever maintains this. */
function adviseOn(
  { status, errorCode }: Pick<Installation, "status" | "errorCode">,
  place: string,
): string {
  if (errorCode === "NOT_ENTITLED") {
    return "Ask Pleo's support to enable the integration for this company, then run the check again.";
  }
  if (WAITING.includes(status)) {
    return `Wait until Pleo is done with the set-up and run the check again; if the status stays, finish the set-up under ${place}.`;
  }
  return ownText(INSTALLATION_STATUSES, status) === undefined
    ? "Ask Pleo's support what the status means, or update Pleo Key Guard, which may have learned it."
    : `Finish or repeat the set-up of the integration under ${place}, then run the check again.`;
}

/** Statuses that pass by themselves. */
const WAITING: readonly string[] = ["AUTHORIZED", "PENDING_INTEGRATION"];

function describeErrorCode(errorCode: string | undefined): string {
  if (errorCode === undefined) return "";
  const meaning = ownText(INSTALLATION_ERROR_CODES, errorCode);
  return meaning === undefined
    ? ", with an error code that this version does not know"
    : `, with the error code ${errorCode}: ${meaning}`;
}

function ownText(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}
