import type { ActionReport } from "../../../action/action-report.ts";
import { createFinding, type Finding } from "../../../src/report/finding.ts";
import { createScanFinding } from "../../../src/report/scan-catalogue.ts";
import { COMPANIES } from "../../pleo-simulator/world.ts";

const PROOFS = { accepted: true, active: true, company: true } as const;

/** A report in which all is well, except where it is said to differ. */
export function exampleReport(differences: Partial<ActionReport> = {}): ActionReport {
  return {
    verdict: "pass",
    findings: [],
    proofs: PROOFS,
    keyHint: "a1b2",
    installationStatuses: ["ACTIVATED"],
    company: { expected: COMPANIES.bakery.id, actual: COMPANIES.bakery.id },
    scopes: { granted: ["vendors:read"], missing: [], excess: [] },
    expiry: endIn(300),
    ...differences,
  };
}

export function endIn(daysLeft: number, text = "2027-06-01"): NonNullable<ActionReport["expiry"]> {
  return { text, at: new Date(`${text}T00:00:00Z`), daysLeft, hasPassed: daysLeft <= 0 };
}

export function rejected(): ActionReport {
  const texts = { question: "introspection", environment: "production" };
  const finding = createFinding("key-rejected", { ...texts, place: "Settings", renewThere: "x" });
  return exampleReport({
    verdict: "fail",
    findings: [finding],
    proofs: { accepted: false, active: false, company: false },
    company: { expected: COMPANIES.bakery.id },
  });
}

export function expiring(daysLeft: number, text = "2027-06-01"): ActionReport {
  const left = `${daysLeft} days left`;
  const finding = createFinding("key-expiring", { expiresOn: text, left, renew: "make another" });
  return exampleReport({ findings: [finding], expiry: endIn(daysLeft, text) });
}

export function expiresTooSoon(daysLeft: number): ActionReport {
  const texts = { expiresOn: "2027-06-01", left: "some days left", window: "w", renew: "r" };
  const finding = createFinding("key-expires-too-soon", texts);
  return exampleReport({ verdict: "fail", findings: [finding], expiry: endIn(daysLeft) });
}

export function expired(): ActionReport {
  const texts = { expiresOn: "2027-06-01", ago: "2 days ago", place: "p", renew: "r" };
  const finding = createFinding("key-expired", texts);
  return exampleReport({ verdict: "fail", findings: [finding], expiry: endIn(-2) });
}

export function scopeMissing(scope: string): Finding {
  return createFinding("scope-missing", { scope, purpose: "", rescope: "make a new key" });
}

/** The names that a hostile repository would choose are the caller's. */
export function leakedIn(file: string, line?: number, commit?: string): Finding {
  return createScanFinding(
    "key-leaked",
    {
      place: line === undefined ? `\`${file}\`` : `line ${line} of \`${file}\``,
      which: "the key",
      spelling: "as plain text",
      since: "this change brings it in",
      holder: "the repository",
      revoke: "open its row",
      renew: "make a new key",
    },
    {
      where: {
        file,
        ...(line === undefined ? {} : { line }),
        ...(commit === undefined ? {} : { commit }),
      },
    },
  );
}

export function tooWide(file: string, line: number, secret = "PLEO_API_KEY"): Finding {
  return createScanFinding(
    "workflow-secret-too-wide",
    { secret, scope: "job" },
    { where: { file, line } },
  );
}
