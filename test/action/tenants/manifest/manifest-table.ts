/** Manifests that are good and bad, for whoever reads them: the reader and the schema must agree. */
export interface ManifestCase {
  readonly name: string;
  /** Of one tenant, as JSON, put over a good one; `undefined` takes a name out. */
  readonly tenant?: Readonly<Record<string, unknown>>;
  /** The same for the whole manifest. */
  readonly root?: Readonly<Record<string, unknown>>;
  /** Begins with the words of the one problem, or of each; absent for a good manifest. */
  readonly problems?: readonly RegExp[];
}

export const COMPANY = "d3b07384-d9a7-4f5c-8b1e-0f7c2a9e4b61";

const GOOD_TENANT = { id: "acme", key: { secret: "acme" } };

export function manifestOf({ tenant = {}, root = {} }: ManifestCase): unknown {
  const one = without({ ...GOOD_TENANT, ...tenant });
  return without({ version: 1, tenants: [one], ...root });
}

function without(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

function good(name: string, tenant: Readonly<Record<string, unknown>>): ManifestCase {
  return { name, tenant };
}

function bad(
  name: string,
  tenant: Readonly<Record<string, unknown>>,
  ...problems: readonly RegExp[]
): ManifestCase {
  return { name, tenant, problems };
}

const BAD_ID = /^`id` must be/;
const BAD_SOURCE = /^`key` must name one of/;
const BAD_DATE = /^`expires-on` must be a date/;
const UNKNOWN = /^this name is not known/;
const QUOTES = /in quotes$/;

export const MANIFESTS: readonly ManifestCase[] = [
  { name: "a tenant with the least that it needs" },
  good("everything that a tenant can have", {
    owner: "Team Payments <payments@example.com>",
    key: { env: "ACME_KEY" },
    "previous-key": { file: "$RUNNER_TEMP/keys.json", name: "acme/old" },
    "company-id": COMPANY,
    environment: "staging",
    kind: "standalone",
    "required-scopes": ["vendors:read", "employees:read"],
    "expires-on": "2027-01-31",
    "created-on": "2026-01-31T12:30:00+01:00",
    "expected-key-hint": "0a1b",
    rotation: "finished",
  }),
  good("no scopes at all", { "required-scopes": [] }),
  good("a scope twice", { "required-scopes": ["vendors:read", "vendors:read"] }),
  good("an id of 64 characters", { id: "a".repeat(64) }),
  bad("an id of 65 characters", { id: "a".repeat(65) }, BAD_ID),
  good("an id of one character", { id: "7" }),
  bad("an empty id", { id: "" }, BAD_ID),
  bad("an id that begins with a dot", { id: ".acme" }, BAD_ID),
  bad("an id with a space", { id: "acme inc" }, BAD_ID),
  bad("an id with a line break behind it", { id: "acme\n" }, BAD_ID),
  bad("an id with a letter of another alphabet", { id: "acmé" }, BAD_ID),
  bad("a number for an id", { id: 7 }, BAD_ID),
  bad("nothing for an id", { id: null }, /^`id` is empty/),
  bad("no id", { id: undefined }, /^a tenant must have `id`/),
  bad("no key", { key: undefined }, /^a tenant must have `key`/),
  bad("neither", { id: undefined, key: undefined }, /must have `id`/, /must have `key`/),
  bad("a text for a key", { key: "acme" }, /^`key` must say where the key is kept/),
  bad("a list for a key", { key: [] }, /^`key` must say where the key is kept/),
  bad("no place for a key", { key: {} }, BAD_SOURCE),
  bad("two places for a key", { key: { env: "A", secret: "a" } }, BAD_SOURCE),
  bad("a name without a file", { key: { secret: "a", name: "b" } }, /^`name` says nothing/),
  bad("a place that is not known", { key: { vault: "a" } }, UNKNOWN, BAD_SOURCE),
  bad("a misspelled place", { key: { secrets: "a" } }, /`secret` may be meant$/, BAD_SOURCE),
  good("a variable", { key: { env: "_A1" } }),
  good("a variable of 128 characters", { key: { env: "A".repeat(128) } }),
  bad("a variable of 129 characters", { key: { env: "A".repeat(129) } }, /^`env` must be/),
  bad("a variable that begins with a digit", { key: { env: "1A" } }, /^`env` must be/),
  bad("a variable as a shell writes it", { key: { env: "$ACME" } }, /^`env` must be/),
  good("a name in a secret", { key: { secret: "prod/acme@eu:1" } }),
  bad("a name with a space", { key: { secret: "a b" } }, /^`secret` must be/),
  good("a file of one key", { key: { file: "keys/acme" } }),
  good("a file with an absolute path", {
    key: { file: ["", "home", "runner", "_temp", "acme"].join("/") },
  }),
  good("a file below the runner's folder", { key: { file: "${RUNNER_TEMP}/acme" } }),
  good("a file with dots in its name", { key: { file: "keys/..acme..x" } }),
  bad("a file above the checkout", { key: { file: "../acme" } }, /^`file` must be/),
  bad("a file above some folder", { key: { file: "keys/../../acme" } }, /^`file` must be/),
  bad("a file above, as Windows writes it", { key: { file: "keys\\..\\acme" } }, /^`file` must be/),
  bad("a folder", { key: { file: "keys/" } }, /^`file` must be/),
  bad("two dots", { key: { file: ".." } }, /^`file` must be/),
  bad("an expression", { key: { file: "${{ runner.temp }}/acme" } }, /^`file` must be/),
  bad("a path of several lines", { key: { file: "a\nb" } }, /^`file` must be/),
  good("a path of 1024 characters", { key: { file: "a".repeat(1024) } }),
  bad("a path of 1025 characters", { key: { file: "a".repeat(1025) } }, /^`file` must be/),
  bad("a bad previous key", { "previous-key": {} }, /^`previous-key` must name one of/),
  good("a company in capitals", { "company-id": COMPANY.toUpperCase() }),
  bad("a company that is no UUID", { "company-id": COMPANY.slice(1) }, /^`company-id` must be/),
  bad("a company as a URN", { "company-id": `urn:pleo:company:${COMPANY}` }, /^`company-id` must/),
  bad("another environment", { environment: "test" }, /^`environment` must be one of/),
  bad("an environment in capitals", { environment: "Production" }, /^`environment` must be one/),
  bad("another kind", { kind: "oauth" }, /^`kind` must be one of `standalone`, `integrated`/),
  bad("another rotation", { rotation: "done" }, /^`rotation` must be one of/),
  bad(
    "scopes as a text",
    { "required-scopes": "vendors:read" },
    /^`required-scopes` must be a list/,
  ),
  bad("a scope without a verb", { "required-scopes": ["vendors"] }, /^`required-scopes` must be/),
  bad("a scope that is a number", { "required-scopes": [1] }, QUOTES),
  good("100 scopes", { "required-scopes": scopes(100) }),
  bad("101 scopes", { "required-scopes": scopes(101) }, /more than 100 entries/),
  good("an instant", { "expires-on": "2027-01-31T12:00Z" }),
  good("an instant to the second", { "expires-on": "2027-01-31T12:00:00.5-08:00" }),
  bad("an instant without a zone", { "expires-on": "2027-01-31T12:00" }, BAD_DATE),
  bad("a date as people write it", { "expires-on": "31.01.2027" }, BAD_DATE),
  bad("a month that there is not", { "expires-on": "2027-13-01" }, BAD_DATE),
  bad("an hour that there is not", { "expires-on": "2027-01-31T24:00Z" }, BAD_DATE),
  bad("a year for a date", { "expires-on": 2027 }, QUOTES),
  bad("an empty date", { "expires-on": "" }, BAD_DATE),
  bad("a day of making alone", { "created-on": "2027-01-01" }, /^`created-on` says nothing/),
  bad("a hint alone", { "expected-key-hint": "0a1b" }, /^`expected-key-hint` binds/),
  good("a hint and a date", { "expected-key-hint": "0a1b", "expires-on": "2027-01-31" }),
  bad(
    "a hint of five characters",
    { "expected-key-hint": "0a1b2", "expires-on": "2027-01-31" },
    /^`expected-key-hint` must be the last four/,
  ),
  bad("a hint that is a number", { "expected-key-hint": 1234, "expires-on": "2027-01-31" }, QUOTES),
  good("an owner of 100 characters", { owner: "ä".repeat(100) }),
  bad("an owner of 101 characters", { owner: "a".repeat(101) }, /^`owner` must be a text of one/),
  bad("an owner of two lines", { owner: "a\nb" }, /^`owner` must be/),
  bad("an owner with writing that turns", { owner: "a\u202eb" }, /^`owner` must be/),
  bad("an empty owner", { owner: "" }, /^`owner` must be/),
  bad("a name in camel case", { companyId: COMPANY }, /`company-id` may be meant$/),
  bad("a name with an underscore", { company_id: COMPANY }, /`company-id` may be meant$/),
  bad("a name with a slip", { "expire-on": "2027-01-31" }, /`expires-on` may be meant$/),
  bad("a name like no other", { colour: "red" }, /^this name is not known here; there are `id`/),
  bad("an input that holds for all", { "warn-before-days": 30 }, /is an input of the Action/),
  bad("a key's own name", { "api-key": "x" }, /a manifest never holds a key/),
  {
    name: "defaults",
    root: { defaults: { kind: "standalone", "required-scopes": ["vendors:read"] } },
  },
  { name: "empty defaults", root: { defaults: {} } },
  { name: "a schema for editors", root: { $schema: "./tenants.schema.json" } },
  { name: "no tenants", root: { tenants: [] } },
  { name: "no version", root: { version: undefined }, problems: [/must have `version`/] },
  { name: "another version", root: { version: 2 }, problems: [/^`version` must be 1/] },
  { name: "a version in quotes", root: { version: "1" }, problems: [/^`version` must be 1/] },
  { name: "no list", root: { tenants: undefined }, problems: [/^a manifest must have `tenants`/] },
  { name: "a mapping of tenants", root: { tenants: {} }, problems: [/^`tenants` must be a list/] },
  {
    name: "a text for a tenant",
    root: { tenants: ["acme"] },
    problems: [/^a tenant must be a map/],
  },
  {
    name: "nothing for a tenant",
    root: { tenants: [null] },
    problems: [/^a tenant must be a map/],
  },
  { name: "a list for defaults", root: { defaults: [] }, problems: [/^`defaults` must be a mapp/] },
  {
    name: "a bad default",
    root: { defaults: { kind: "x" } },
    problems: [/^`kind` must be one of/],
  },
  {
    name: "a default that is each tenant's own",
    root: { defaults: { "company-id": COMPANY } },
    problems: [/^this name is not known here/],
  },
  { name: "a name at the top", root: { tenant: [] }, problems: [/`tenants` may be meant$/] },
];

function scopes(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `scope-${index}:read`);
}
