import { parseDeclaredInstant } from "../../../src/activation/dates.ts";
import type {
  Expectation,
  ExpiryExpectation,
  RotationPhase,
} from "../../../src/activation/expectation.ts";
import { isKeyShaped } from "../../../src/key/shape.ts";
import { optional } from "../../../src/optional.ts";
import type { KeySource, Tenant } from "../../../src/tenancy/tenant.ts";
import { FORMS, MOST_SCOPES } from "../../forms.ts";
import { Fields } from "./fields.ts";
import type { Problems } from "./problems.ts";
import type { Tree } from "./tree.ts";

/** What the Action's inputs say of expiries. It holds for all tenants. */
export type ExpiryLimits = Pick<
  ExpiryExpectation,
  "warnBeforeDays" | "failBeforeDays" | "maxLifetimeDays"
>;

/** What holds for each tenant that says nothing else. */
export interface Defaults {
  readonly kind: Expectation["kind"];
  readonly environment: Expectation["environment"];
  readonly requiredScopes: readonly string[];
  readonly rotation: RotationPhase;
}

const USUAL: Defaults = {
  kind: "integrated",
  environment: "production",
  requiredScopes: [],
  rotation: "overlap",
};

const KINDS = ["standalone", "integrated"] as const;
const ENVIRONMENTS = ["production", "staging"] as const;
const ROTATIONS = ["overlap", "finished"] as const;

/** No control character, and none that turns the writing or takes no room. */
const VISIBLE = "[ -~\\u00a0-\\u200a\\u2010-\\u2027\\u202f-\\u205f\\u2070-\\ufefe\\uff00-\\uffff]";

/** No way up, no expression that nobody has filled in, and no folder. */
const NO_WAY_OUT = /^(?!(?:.*[/\\])?\.\.(?:[/\\]|$))(?!.*\$\{\{)(?!.*[/\\]$)/;

/** `tenants.schema.json` says the same, and a test holds the two to each other. */
export const PATTERNS = {
  id: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  owner: new RegExp(`^${VISIBLE}{1,100}$`),
  variable: /^[A-Za-z_][A-Za-z0-9_]{0,127}$/,
  keyName: /^[A-Za-z0-9_][A-Za-z0-9._/:@-]{0,127}$/,
  path: new RegExp(`${NO_WAY_OUT.source}${VISIBLE}{1,1024}$`),
} as const;

const DEFAULT_NAMES = ["kind", "environment", "required-scopes", "rotation"] as const;

export function readDefaults(tree: Tree | undefined, problems: Problems): Defaults {
  const fields = Fields.of(tree, { known: DEFAULT_NAMES, what: "`defaults`", problems });
  return fields === undefined ? USUAL : readChoices(fields, USUAL);
}

function readChoices(fields: Fields, fallback: Defaults): Defaults {
  return {
    kind: fields.oneOf("kind", KINDS) ?? fallback.kind,
    environment: fields.oneOf("environment", ENVIRONMENTS) ?? fallback.environment,
    requiredScopes: readScopes(fields) ?? fallback.requiredScopes,
    rotation: fields.oneOf("rotation", ROTATIONS) ?? fallback.rotation,
  };
}

function readScopes(fields: Fields): readonly string[] | undefined {
  const scopes = fields.textList("required-scopes", {
    ...FORMS.scope,
    most: MOST_SCOPES,
  });
  return scopes && [...new Set(scopes)];
}

const TENANT_NAMES = [
  "id",
  "key",
  "company-id",
  "environment",
  "kind",
  "required-scopes",
  "expires-on",
  "created-on",
  "expected-key-hint",
  "previous-key",
  "rotation",
  "owner",
] as const;

export interface TenantReading {
  readonly defaults: Defaults;
  readonly limits: ExpiryLimits;
  readonly problems: Problems;
}

/** A tenant, and where in the manifest it says so. Its line is for whoever knows lines. */
export interface ReadTenant {
  readonly tenant: Omit<Tenant, "line">;
  readonly at: number;
  readonly places: { readonly id: number; readonly key: number; readonly previousKey: number };
}

/** Nothing where its id or its key cannot be read; then there is a problem, and nobody asks for the rest. */
export function readTenant(tree: Tree, reading: TenantReading): ReadTenant | undefined {
  const { problems, defaults, limits } = reading;
  const fields = Fields.of(tree, { known: TENANT_NAMES, what: "a tenant", problems });
  if (fields === undefined) return undefined;
  const id = fields.text("id", {
    isGood: (text) => PATTERNS.id.test(text) && !isKeyShaped(text),
    must: "must be up to 64 letters, digits, dots, hyphens and underscores, beginning with a letter or digit",
  });
  const owner = fields.text("owner", {
    isGood: (text) => PATTERNS.owner.test(text),
    must: "must be a text of one line, of at most 100 characters",
  });
  const companyId = fields.text("company-id", FORMS.companyId);
  const { requiredScopes, rotation, ...choices } = readChoices(fields, defaults);
  const expiry = { ...readExpiry(fields), ...limits };
  const key = readKeySource(fields, "key", problems);
  const previousKey = readKeySource(fields, "previous-key", problems);
  for (const name of ["id", "key"] as const) fields.require(name);
  if (id === undefined || key === undefined) return undefined;
  return {
    tenant: {
      id,
      ...optional("owner", owner),
      key,
      ...optional("previousKey", previousKey),
      rotation,
      expectation: { ...choices, ...optional("companyId", companyId), requiredScopes, expiry },
    },
    at: tree.at,
    places: {
      id: fields.placeOf("id"),
      key: fields.placeOf("key"),
      previousKey: fields.placeOf("previous-key"),
    },
  };
}

const DATE = {
  isGood: (text: string) => parseDeclaredInstant(text) !== undefined,
  must: "must be a date such as `2027-01-31`, or an instant with its zone such as `2027-01-31T12:00:00Z`",
};

function readExpiry(
  fields: Fields,
): Pick<ExpiryExpectation, "expiresOn" | "createdOn" | "keyHint"> {
  const expiresOn = fields.text("expires-on", DATE);
  const createdOn = fields.text("created-on", DATE);
  const keyHint = fields.text("expected-key-hint", FORMS.keyHint);
  fields.requireWith("created-on", "expires-on", "says nothing without `expires-on`");
  fields.requireWith(
    "expected-key-hint",
    "expires-on",
    "binds `expires-on` to a key, and that is missing",
  );
  return {
    ...optional("expiresOn", expiresOn),
    ...optional("createdOn", createdOn),
    ...optional("keyHint", keyHint),
  };
}

const SOURCE_NAMES = ["env", "secret", "file", "name"] as const;

function readKeySource(
  tenant: Fields,
  name: "key" | "previous-key",
  problems: Problems,
): KeySource | undefined {
  const tree = tenant.treeOf(name);
  if (tree === undefined) return undefined;
  if (tree.kind !== "map") {
    problems.add(
      tree.at,
      `\`${name}\` must say where the key is kept, as \`env\`, \`secret\` or \`file\`, and is never the key itself`,
    );
    return undefined;
  }
  const fields = Fields.of(tree, { known: SOURCE_NAMES, what: `\`${name}\``, problems });
  return fields && readSource(fields, name, problems);
}

function readSource(
  fields: Fields,
  what: "key" | "previous-key",
  problems: Problems,
): KeySource | undefined {
  const kinds = (["env", "secret", "file"] as const).filter((kind) => fields.has(kind));
  if (kinds.length !== 1) {
    problems.add(fields.at, `\`${what}\` must name one of \`env\`, \`secret\` and \`file\``);
  }
  if (fields.has("name") && !fields.has("file")) {
    problems.add(fields.placeOf("name"), "`name` says nothing without `file`");
  }
  const variable = fields.text("env", {
    isGood: (text) => PATTERNS.variable.test(text),
    must: "must be the name of an environment variable",
  });
  const secret = fields.text("secret", NAME_OF_KEY);
  const path = fields.text("file", {
    isGood: (text) => PATTERNS.path.test(text),
    must: "must be the path of a file, from the root of the checkout or below RUNNER_TEMP, without `..`",
  });
  const name = fields.text("name", NAME_OF_KEY);
  if (kinds.length !== 1) return undefined;
  if (variable !== undefined) return { kind: "env", name: variable };
  if (secret !== undefined) return { kind: "secret", name: secret };
  const isNameMissing = fields.has("name") && name === undefined;
  if (path === undefined || isNameMissing) return undefined;
  return { kind: "file", path, ...optional("name", name) };
}

const NAME_OF_KEY = {
  isGood: (text: string) => PATTERNS.keyName.test(text) && !isKeyShaped(text),
  must: "must be the name under which the key is kept, of at most 128 letters, digits and `._/:@-`",
};
