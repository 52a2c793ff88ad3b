import type { Finding } from "../report/finding.ts";
import { createTenantFinding } from "../report/tenant-catalogue.ts";
import { isKeyShaped } from "../key/shape.ts";
import type { Environment } from "../pleo/hosts.ts";
import type { TenantRecord } from "./tenant.ts";

/** What has to be known of the fleet besides the records. */
export interface FleetFacts {
  /** How many tenants there should be records of. */
  readonly manifestTenants: number;
  /** Names under which a key was handed over that no tenant of the manifest asks for. */
  readonly unclaimedNames: readonly string[];
  /** Only a part of the fleet is looked at: of a small one, a part may be empty, and whoever joins them sees the whole. */
  readonly isPart?: boolean;
}

/** What can be seen only by looking at several tenants at once. No finding names, or is about, two of them. */
export interface Comparison {
  /** By the id of the tenant; of the others there is nothing to say. */
  readonly ofTenants: ReadonlyMap<string, readonly Finding[]>;
  readonly ofFleet: readonly Finding[];
}

/** Takes time in proportion to the number of tenants, and does not depend on their order. */
export function compareTenants(records: readonly TenantRecord[], facts: FleetFacts): Comparison {
  const keys = sharedKeys(records);
  const companies = {
    production: sharedCompanies(records, "production"),
    staging: sharedCompanies(records, "staging"),
  };
  const ofTenants = new Map<string, readonly Finding[]>();
  for (const record of records) {
    const findings = compareTenant(record, keys, companies[record.environment]);
    if (findings.length > 0) ofTenants.set(record.id, findings);
  }
  return { ofTenants, ofFleet: compareFleet(records, facts) };
}

/** What several tenants have: by its fingerprint a label, the same for all of them. */
type Shared = ReadonlyMap<string, string>;

function compareTenant(
  { fingerprints, environment }: TenantRecord,
  keys: Shared,
  companies: Shared,
): readonly Finding[] {
  const { key, previousKey, company } = fingerprints;
  const own = [
    ["key", key],
    // Of a tenant whose two keys are one, its own check speaks.
    ["previous key", previousKey === key ? undefined : previousKey],
  ] as const;
  const group = companies.get(company ?? "");
  return [
    ...own.flatMap(([which, fingerprint]) => {
      const shared = keys.get(fingerprint ?? "");
      return shared === undefined
        ? []
        : [createTenantFinding("tenant-key-shared", { which, group: shared })];
    }),
    ...(group === undefined
      ? []
      : [createTenantFinding("tenant-company-shared", { environment, group })]),
  ];
}

/**
 * A key that two tenants have left behind is what is left of a shared key that each has replaced, and nothing to
 * stop them for. That both have it today is, and that one has today what another had before is no less.
 */
function sharedKeys(records: readonly TenantRecord[]): Shared {
  const sightings = new Sightings();
  for (const { id, fingerprints } of records) {
    sightings.add(fingerprints.key, id);
    sightings.add(fingerprints.previousKey, id);
  }
  const current = new Set(records.map(({ fingerprints }) => fingerprints.key));
  return labelled(sightings.repeated().filter((fingerprint) => current.has(fingerprint)));
}

/** Ids of companies are not shared between environments; were they, they would be no mix-up. */
function sharedCompanies(records: readonly TenantRecord[], environment: Environment): Shared {
  const sightings = new Sightings();
  for (const record of records) {
    if (record.environment === environment) sightings.add(record.fingerprints.company, record.id);
  }
  return labelled(sightings.repeated());
}

/** Fingerprints, and whether more than one tenant has each. */
class Sightings {
  private readonly firstSeen = new Map<string, string>();
  private readonly seenAgain = new Set<string>();

  add(fingerprint: string | undefined, id: string): void {
    if (fingerprint === undefined) return;
    const first = this.firstSeen.get(fingerprint);
    if (first === undefined) this.firstSeen.set(fingerprint, id);
    else if (first !== id) this.seenAgain.add(fingerprint);
  }

  repeated(): readonly string[] {
    return [...this.seenAgain];
  }
}

function labelled(fingerprints: readonly string[]): Shared {
  const length = labelLength(fingerprints);
  return new Map(fingerprints.map((it) => [it, `group ${it.slice(0, length)}`]));
}

const SHORTEST_LABEL = 6;

/** As short as a person likes it, and long enough that two groups never look like one. */
function labelLength(fingerprints: readonly string[]): number {
  let length = SHORTEST_LABEL;
  const longest = fingerprints[0]?.length ?? 0;
  while (
    length < longest &&
    new Set(fingerprints.map((it) => it.slice(0, length))).size < fingerprints.length
  ) {
    length += 2;
  }
  return length;
}

function compareFleet(
  records: readonly TenantRecord[],
  { manifestTenants, unclaimedNames, isPart = false }: FleetFacts,
): readonly Finding[] {
  if (manifestTenants === 0 && !isPart) return [createTenantFinding("fleet-empty", {})];
  return [
    ...unfinished(manifestTenants - records.length),
    ...mixedEnvironments(records),
    ...unclaimed(unclaimedNames),
  ];
}

function unfinished(left: number): readonly Finding[] {
  if (left <= 0) return [];
  const tenants =
    left === 1 ? "1 tenant of the manifest was" : `${left} tenants of the manifest were`;
  return [createTenantFinding("fleet-unfinished", { tenants })];
}

function mixedEnvironments(records: readonly TenantRecord[]): readonly Finding[] {
  const staging = records.filter(({ environment }) => environment === "staging").length;
  const production = records.length - staging;
  if (staging === 0 || production === 0) return [];
  return [
    createTenantFinding("tenant-environments-mixed", {
      production: production.toString(),
      staging: staging.toString(),
    }),
  ];
}

/** Enough to set right by hand; whoever has more of them has another problem, and one line tells it. */
const MOST_UNCLAIMED_NAMED = 20;
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9._/:@-]{0,127}$/;
/** Whoever writes name and key the wrong way round has a key for a name, and Pleo documents no shape of it. */
const LIKE_A_SECRET = /(?=[A-Za-z]*\d)[A-Za-z\d]{20,}/;

/** A finding for each name: those, too, are tenants' or were. A name that may be anything is only counted. */
function unclaimed(names: readonly string[]): readonly Finding[] {
  const tellable = [...new Set(names)].filter(
    (it) => PLAIN_NAME.test(it) && !LIKE_A_SECRET.test(it) && !isKeyShaped(it),
  );
  const named = tellable.toSorted().slice(0, MOST_UNCLAIMED_NAMED);
  const others = new Set(names).size - named.length;
  const which = [
    ...named.map((name) => `A key named \`${name}\` is`),
    ...(others === 0 ? [] : [others === 1 ? "One more key is" : `${others} more keys are`]),
  ];
  return which.map((keys) => createTenantFinding("tenant-key-unclaimed", { keys }));
}
