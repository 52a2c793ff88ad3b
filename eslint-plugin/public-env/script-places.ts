import type { TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName } from "../flow/syntax/binding.ts";
import { memberOf } from "../flow/syntax/constant-member.ts";
import { functionAround } from "../flow/syntax/place.ts";
import { isWindow } from "./script-reads.ts";

/** An object that gets into what users get, whatever its properties are called. */
export interface PublicObject {
  /** For a message. */
  readonly place: string;
  readonly value: TSESTree.Node;
  /** Its names stand for variables of that name, so that what it gives them as values does not matter. */
  readonly namesOnly?: true;
}

const NUXT_CONFIG = /(?:^|[/\\])nuxt\.config\.[cm]?[jt]s$/;
const EXPO_CONFIG = /(?:^|[/\\])app\.config\.[cm]?[jt]s$/;
/** Those that write what stands under `env` into the bundle. */
const ENV_CONFIG = /(?:^|[/\\])(?:next|nuxt|tsup)\.config\.[cm]?[jt]s$/;

/** Is what stands under this name public? */
export function publicProperty(
  property: TSESTree.Property,
  filename: string,
): PublicObject | undefined {
  const name = propertyName(property);
  const place = name === undefined ? undefined : placeOf(name, property, filename);
  return place === undefined ? undefined : { place, value: property.value };
}

function placeOf(name: string, property: TSESTree.Property, filename: string): string | undefined {
  switch (name) {
    case "define":
    case "publicRuntimeConfig":
      return `\`${name}\``;
    case "public":
      return ownerName(property) === "runtimeConfig" ? "`runtimeConfig.public`" : undefined;
    case "env":
      return ENV_CONFIG.test(filename) ? "`env`" : undefined;
    case "head":
      return NUXT_CONFIG.test(filename) ? "`head`" : undefined;
    case "extra":
      return EXPO_CONFIG.test(filename) ? "`extra`" : undefined;
    case "ENV":
      return isInLoader(property) ? "`ENV`" : undefined;
    default:
      return undefined;
  }
}

/** The property that the object of this one is the value of. */
function ownerName(property: TSESTree.Property): string | undefined {
  let owner: TSESTree.Node | null | undefined = property.parent.parent;
  while (owner && bare(owner) !== owner) owner = owner.parent;
  return owner?.type === "Property" ? propertyName(owner) : undefined;
}

/** Remix hands what a loader returns to the page, which puts `ENV` on `window`. */
function isInLoader(node: TSESTree.Node): boolean {
  const fn = functionAround(node);
  if (fn?.type === "FunctionDeclaration") return fn.id?.name === "loader";
  const declarator = fn?.parent;
  if (declarator?.type !== "VariableDeclarator") return false;
  return declarator.id.type === "Identifier" && declarator.id.name === "loader";
}

/** Does the call write what it is given into what users get? */
export function publicArguments(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): readonly PublicObject[] {
  const [first] = call.arguments;
  if (first === undefined) return [];
  switch (lastNameOf(call.callee)) {
    case "DefinePlugin":
      return [{ place: "`DefinePlugin`", value: first }];
    case "defineAppConfig":
      return [{ place: "`defineAppConfig`", value: first }];
    case "EnvironmentPlugin":
      return call.arguments.map((value) => ({
        place: "`EnvironmentPlugin`",
        value,
        namesOnly: true,
      }));
    // Rollup's; the method of a text has an object before it.
    case "replace":
      return call.callee.type === "Identifier" && first.type === "ObjectExpression"
        ? [{ place: "`replace`", value: first }]
        : [];
    default:
      return [];
  }
}

/** `window.ENV = { … }`, `nextConfig.env = { … }`. */
export function publicAssignment(
  assignment: TSESTree.AssignmentExpression,
  filename: string,
): PublicObject | undefined {
  const { left, right } = assignment;
  if (left.type !== "MemberExpression" || left.object.type !== "Identifier") return undefined;
  const name = propertyName(left) ?? "";
  const owner = left.object.name;
  if (name === "publicRuntimeConfig" || (name === "env" && ENV_CONFIG.test(filename))) {
    return { place: `\`${name}\``, value: right };
  }
  if (!isWindow(owner) || !/^_*(?:app_?)?(?:env|config)_*$/i.test(name)) return undefined;
  return { place: `\`${owner}.${name}\``, value: right };
}

/** A prefix that a bundler is told to take for a public one, and that Pleo's key begins with. */
export function publicPrefixes(property: TSESTree.Property): readonly TSESTree.StringLiteral[] {
  const name = propertyName(property);
  if (name !== "envPrefix" && name !== "publicPrefix") return [];
  const value = bare(property.value);
  const items = value.type === "ArrayExpression" ? value.elements : [value];
  return items.filter(
    (item) =>
      item?.type === "Literal" &&
      typeof item.value === "string" &&
      item.value.startsWith("PLEO") &&
      "PLEO_API_KEY".startsWith(item.value),
  ) as readonly TSESTree.StringLiteral[];
}

const PUBLIC_MODULES: ReadonlySet<string> = new Set([
  "$env/static/public",
  "astro:env/client",
  // Write what they read from `.env` into the app.
  "@env",
  "react-native-dotenv",
]);

/** What a module gives out that only holds what users get too. */
export function isPublicModule(module: string): boolean {
  return PUBLIC_MODULES.has(module);
}

/** Astro's schema of the environment: `envField.string({ context: "client" })`. */
export function isForClients(value: TSESTree.Node): boolean {
  if (value.type !== "CallExpression" || value.callee.type !== "MemberExpression") return false;
  const { object } = value.callee;
  const [options] = value.arguments;
  if (object.type !== "Identifier" || object.name !== "envField") return false;
  const context = options === undefined ? undefined : memberOf(options, "context");
  return context?.type === "Literal" && context.value === "client";
}
