import { parsePleoUrn, parseUuid } from "../pleo/urn.ts";
import { canonicalScope, findScope } from "../pleo/scopes.ts";
import type { Answer, Company, Installation, Introspection, PleoApi } from "../ports.ts";

/** Everything Pleo said about one key. A question that was not asked is absent. */
export interface KeyFacts {
  readonly introspection: Answer<Introspection>;
  readonly installations?: Answer<readonly Installation[]>;
  /** Asked only when neither of the first two named an owner. */
  readonly companies?: Answer<readonly Company[]>;
  /** The expected company, asked for by id; only where the key may reach several. */
  readonly membership?: Answer<Company>;
  /** Answers of harmless reads, by the scope they need. */
  readonly probes: Readonly<Record<string, Answer<null>>>;
}

/** What has to be known before asking, because it decides which questions are worth a request. */
export interface Question {
  readonly companyId?: string;
  readonly requiredScopes: readonly string[];
}

/**
 * Asks Pleo about a key, and no more than needed: two requests in the common case. Stops at the first 401,
 * since a rejected key has nothing more to say and repeating it looks like an attack.
 */
export async function gatherKeyFacts(api: PleoApi, question: Question): Promise<KeyFacts> {
  const introspection = await api.introspect();
  if (introspection.kind === "unauthorized") return { introspection, probes: {} };

  const installations = await api.installations();
  const first = { introspection, installations, probes: {} };
  if (installations.kind === "unauthorized") return first;

  // A credential that is no key is decided about, whatever else there is to learn of it.
  if (isAnotherCredential(introspection)) return first;

  const owners = await askForOwners(api, first, question.companyId);
  const soFar = { ...first, ...owners };
  return { ...soFar, probes: await probeScopes(api, soFar, question) };
}

type OwnerFacts = Pick<KeyFacts, "companies" | "membership">;

async function askForOwners(
  api: PleoApi,
  facts: KeyFacts,
  companyId: string | undefined,
): Promise<OwnerFacts> {
  const expected = companyId === undefined ? undefined : parseUuid(companyId);
  const owners = ownersNamedBy(facts);
  if (owners.length > 0) {
    return mayReachSeveral(owners) && expected !== undefined
      ? { membership: await api.company(expected) }
      : {};
  }
  // Where nothing answers, a third question would only make a tired person wait longer.
  if (isUnavailable(facts.introspection) && isUnavailable(facts.installations)) return {};
  const companies = await api.companies();
  const several = companies.kind === "ok" && companies.value.length > 1;
  return several && expected !== undefined
    ? { companies, membership: await api.company(expected) }
    : { companies };
}

function isUnavailable(answer: Answer<unknown> | undefined): boolean {
  return answer?.kind === "unavailable";
}

/** One owner that Pleo named for a key, and who named it. */
export interface NamedOwner {
  readonly kind: "company" | "organisation";
  readonly id: string;
  readonly source: "introspection" | "installation";
}

/** Every owner that introspection and installations name. A text that is no URN names nobody. */
export function ownersNamedBy({ introspection, installations }: KeyFacts): readonly NamedOwner[] {
  // What introspection says to anybody, or about a token, says nothing about this key.
  const subject = isIntrospected(introspection) ? introspection.value.subjectUrn : undefined;
  const installed = installations?.kind === "ok" ? installations.value : [];
  return [
    ...readOwner(subject, "introspection"),
    ...installed.flatMap(({ resource }) => readOwner(resource, "installation")),
  ];
}

function isAnotherCredential(answer: Answer<Introspection>): boolean {
  return answer.kind === "ok" && !isIntrospected(answer);
}

type IntrospectedKey = Extract<Answer<Introspection>, { kind: "ok" }>;

function isIntrospected(answer: Answer<Introspection>): answer is IntrospectedKey {
  return answer.kind === "ok" && answer.value.authMethod === "API_KEY";
}

function readOwner(urn: string | undefined, source: NamedOwner["source"]): readonly NamedOwner[] {
  const owner = urn === undefined ? undefined : parsePleoUrn(urn);
  return owner === undefined ? [] : [{ ...owner, source }];
}

/** An organisation stands for any number of companies; several companies speak for themselves. */
export function mayReachSeveral(owners: readonly NamedOwner[]): boolean {
  return (
    owners.some(({ kind }) => kind === "organisation") ||
    new Set(owners.map(({ id }) => id)).size > 1
  );
}

/** The scopes that introspection lists, one spelling each; `undefined` when it lists none that count. */
export function grantedScopes({ introspection }: KeyFacts): readonly string[] | undefined {
  if (!isIntrospected(introspection)) return undefined;
  return [...new Set(introspection.value.scopes.map(canonicalScope))];
}

/** Confirms by a harmless read what introspection does not list, since scope names vary. */
async function probeScopes(
  api: PleoApi,
  facts: KeyFacts,
  { companyId, requiredScopes }: Question,
): Promise<KeyFacts["probes"]> {
  const granted = grantedScopes(facts) ?? [];
  const wanted = new Set(requiredScopes.map(canonicalScope).filter((it) => !granted.includes(it)));
  const company = probedCompany(facts, companyId);
  const answers: Record<string, Answer<null>> = {};
  for (const scope of wanted) {
    const probe = findScope(scope)?.probe;
    if (probe === undefined || company === undefined) continue;
    const answer = toldAlready(scope, facts) ?? (await api.probe(probe.request(company)));
    answers[scope] = answer;
    if (answer.kind === "unauthorized") break;
  }
  return answers;
}

/** The list of companies is the very read that tells this scope; it is not asked for twice. */
function toldAlready(scope: string, { companies }: KeyFacts): Answer<null> | undefined {
  return scope === "companies:read" && companies?.kind === "ok"
    ? { kind: "ok", value: null }
    : undefined;
}

/**
 * A company that the key is shown to open: with any other, a 403 would say nothing of scopes. Undefined where
 * none is shown, as for a key that was rejected or never answered well, and then no read can tell anything.
 */
function probedCompany(facts: KeyFacts, companyId: string | undefined): string | undefined {
  const { membership, companies } = facts;
  const expected = companyId === undefined ? undefined : parseUuid(companyId);
  if (membership !== undefined) {
    const opened = membership.kind === "ok" ? parseUuid(membership.value.id) : undefined;
    return opened === expected ? opened : undefined;
  }
  const owners = ownersNamedBy(facts);
  if (mayReachSeveral(owners)) return undefined;
  const listed =
    companies?.kind === "ok" && companies.value.length === 1 ? companies.value[0] : undefined;
  return owners[0]?.id ?? parseUuid(listed?.id ?? "");
}
