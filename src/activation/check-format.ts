import type { ParsedKey } from "../key/parse-key.ts";
import type { PleoKey } from "../key/pleo-key.ts";
import { keyHandling } from "../pleo/web-app.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import type { Expectation } from "./expectation.ts";

export interface FormatResult {
  readonly findings: readonly Finding[];
  /** The key, only where it may be sent to Pleo. */
  readonly key?: PleoKey;
}

/** Is the stored value a key that may be sent? Decided without any request. */
export function checkFormat(parsed: ParsedKey, expectation: Expectation): FormatResult {
  switch (parsed.kind) {
    case "key":
      return { findings: [], key: parsed.key };
    case "unknown-shape":
      return { findings: [createFinding("key-shape-unknown", advised(parsed))], key: parsed.key };
    case "legacy-token":
      return checkToken(parsed, expectation);
    case "missing": {
      const { renew } = keyHandling(expectation.kind, expectation.environment);
      return { findings: [createFinding("key-missing", { renew })] };
    }
    case "damaged":
      return { findings: [createFinding("key-damaged", advised(parsed))] };
    case "placeholder":
      return { findings: [createFinding("key-placeholder", advised(parsed))] };
    case "foreign-secret":
      return {
        findings: [createFinding("key-foreign-secret", advised(parsed))],
      };
  }
}

function advised({ advice }: Exclude<ParsedKey, { kind: "key" }>): {
  problem: string;
  fix: string;
} {
  // The advice is a sentence of its own; here another clause follows.
  return { problem: advice.problem.replace(/\.$/, ""), fix: advice.remedy };
}

type TokenAnswer = Extract<ParsedKey, { kind: "legacy-token" }>;

/** The shape of Integrated keys is not known, so a token is only suspicious there; Pleo's answer decides. */
function checkToken(parsed: TokenAnswer, { kind, environment }: Expectation): FormatResult {
  const { renew } = keyHandling(kind, environment);
  if (kind === "standalone" || parsed.key === undefined) {
    const { problem } = advised(parsed);
    return { findings: [createFinding("key-legacy-token", { problem, renew })] };
  }
  return { findings: [createFinding("key-looks-like-token", { renew })], key: parsed.key };
}
