import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from "node:crypto";
import { peelValue } from "../../../src/key/judging/damage.ts";
import { parseKey } from "../../../src/key/parse-key.ts";
import { optional } from "../../../src/optional.ts";
import { parseUuid } from "../../../src/pleo/urn.ts";
import type { TenantRecord } from "../../../src/tenancy/tenant.ts";
import type { ProcessEnvironment } from "../../raw-inputs.ts";

/** What of a tenant is compared with others: stored values, as they are stored, and the company that Pleo named. */
interface Compared {
  readonly key?: string;
  readonly previousKey?: string;
  readonly company?: string;
}

export interface Fingerprints {
  /** The same for all that can be compared: shards of one run. Reports with another must not be joined. */
  readonly run: string;
  readonly of: (compared: Compared) => TenantRecord["fingerprints"];
}

const BYTES = 16;

/**
 * Equal for equal keys and companies within one run of a workflow, and saying nothing beside: the same key has
 * another fingerprint in the next run, and in any other repository. Whoever runs this elsewhere has no shards.
 */
export function createFingerprints(env: ProcessEnvironment): Fingerprints {
  const secret = secretOf(env);
  // Separate contexts, so that a key can never look like a company.
  const [keys, companies, runs] = ["key", "company", "run"].map((context) =>
    // Made once: with bytes, Node makes one of these anew for each fingerprint, which takes five times as long.
    createSecretKey(
      Buffer.from(hkdfSync("sha256", secret, "pleo-key-guard tenants 1", context, 32)),
    ),
  );
  const print = (key: KeyObject | undefined, text: string | undefined): string | undefined =>
    key === undefined || text === undefined
      ? undefined
      : createHmac("sha256", key)
          .update(text)
          .digest("hex")
          .slice(0, 2 * BYTES);
  return {
    run: print(runs, "") ?? "",
    of: ({ key, previousKey, company }) => ({
      ...optional("key", print(keys, keyIn(key ?? ""))),
      ...optional("previousKey", print(keys, keyIn(previousKey ?? ""))),
      ...optional("company", print(companies, company && (parseUuid(company) ?? company))),
    }),
  };
}

function secretOf(env: ProcessEnvironment): Buffer {
  const repository = env["GITHUB_REPOSITORY"] ?? "";
  const run = env["GITHUB_RUN_ID"] ?? "";
  return repository === "" || run === ""
    ? randomBytes(32)
    : Buffer.from(JSON.stringify([repository, run]));
}

/** One key stored twice is one key, though a line break has got into one of them. What is no key is compared with none. */
function keyIn(raw: string): string | undefined {
  const parsed = parseKey(raw);
  switch (parsed.kind) {
    case "missing":
    case "placeholder":
    case "foreign-secret":
      return undefined;
    case "key":
    case "unknown-shape":
      return parsed.key.reveal();
    case "legacy-token":
    case "damaged":
      return peelValue(raw).layers.at(-1);
  }
}
