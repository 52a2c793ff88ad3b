import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName, variableOf } from "../flow/syntax/binding.ts";
import { pathFrom } from "../file-glob.ts";
import { isAmong, type LintedFile, type PleoSettings } from "../settings.ts";
import { visit } from "../flow/syntax/visit.ts";
import { kindByName } from "./file-names.ts";
import { isClientExport, isClientPackage, isServerPackage } from "./packages.ts";
import { isElementOfHtml } from "../flow/syntax/place.ts";

type SourceCode = TSESLint.SourceCode;

/** Why one can tell that users get this file's code. */
export interface ClientEvidence {
  /** For a message: "`'use client'`", "the import of `react-dom/client`". */
  readonly text: string;
}

interface Question {
  readonly sourceCode: SourceCode;
  readonly file: LintedFile;
  readonly settings: PleoSettings;
}

/** How users get this file's code; `undefined` where it runs on a server, or where nobody can tell. */
export function clientEvidenceOf(question: Question): ClientEvidence | undefined {
  const { sourceCode, file, settings } = question;
  if (isAmong(settings.serverFiles, file)) return undefined;
  if (isAmong(settings.clientFiles, file)) return { text: "`settings.pleo.clientFiles`" };
  const byName = kindByName(pathFrom(file.cwd, file.filename));
  if (byName === "nobody's") return undefined;
  const directives = directivesOf(sourceCode.ast);
  if (directives.includes("use client")) return { text: "`'use client'`" };
  if (directives.includes("use server") || byName === "server") return undefined;
  const modules = importsOf(sourceCode);
  const serverExports = serverExportsOf(sourceCode.ast);
  const isMixed = serverExports.length > 0;
  if (!isMixed && modules.some(({ module }) => isServerPackage(module))) return undefined;
  if (modules.some(({ module }) => module === "server-only")) return undefined;
  if (SERVER_GLOBALS.some((name) => globalReferences(sourceCode, name).length > 0)) {
    return undefined;
  }
  if (byName === "client") return { text: "the name of the file" };
  const sure = packageEvidence(modules) ?? reactEvidence(sourceCode) ?? handlerEvidence(sourceCode);
  if (sure !== undefined) return { text: sure };
  const ofPage = serverExports.find((name) => name.startsWith("get"));
  if (ofPage !== undefined) return { text: `the page beside \`${ofPage}\`` };
  return byName === "rather-server" ? workerEvidence(sourceCode) : globalEvidence(sourceCode);
}

/** `'use client'` and its like at the beginning of a file or a function. */
export function directivesOf({
  body,
}: TSESTree.Program | TSESTree.BlockStatement): readonly string[] {
  const directives: string[] = [];
  for (const statement of body) {
    if (statement.type !== "ExpressionStatement") break;
    const { expression } = statement;
    if (expression.type !== "Literal" || typeof expression.value !== "string") break;
    directives.push(expression.value);
  }
  return directives;
}

interface Import {
  readonly module: string;
  readonly names: readonly string[];
}

function importsOf(sourceCode: SourceCode): readonly Import[] {
  const imports = sourceCode.ast.body.flatMap((statement): readonly Import[] => {
    if (statement.type !== "ImportDeclaration" || statement.importKind === "type") return [];
    const values = statement.specifiers.filter(
      (specifier) => specifier.type !== "ImportSpecifier" || specifier.importKind !== "type",
    );
    // An import of types alone leaves nothing in the code.
    if (values.length === 0 && statement.specifiers.length > 0) return [];
    return [{ module: statement.source.value, names: values.map(nameOfSpecifier) }];
  });
  return [...imports, ...requiresOf(sourceCode)];
}

function nameOfSpecifier(specifier: TSESTree.ImportClause): string {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  if (specifier.type === "ImportNamespaceSpecifier") return "*";
  const { imported } = specifier;
  return imported.type === "Identifier" ? imported.name : imported.value;
}

function requiresOf(sourceCode: SourceCode): readonly Import[] {
  return globalReferences(sourceCode, "require").flatMap(({ parent }) => {
    if (parent.type !== "CallExpression") return [];
    const [module] = parent.arguments;
    const isNamed = module?.type === "Literal" && typeof module.value === "string";
    return isNamed ? [{ module: module.value, names: ["*"] }] : [];
  });
}

function packageEvidence(imports: readonly Import[]): string | undefined {
  for (const { module, names } of imports) {
    if (isClientPackage(module)) return `the import of \`${module}\``;
    const name = names.find((each) => isClientExport(module, each));
    if (name !== undefined) {
      return `the import of \`${name === "default" ? module : name}\``;
    }
  }
  return undefined;
}

/** `React.useState(…)`. */
function reactEvidence(sourceCode: SourceCode): string | undefined {
  for (const statement of sourceCode.ast.body) {
    if (statement.type !== "ImportDeclaration" || statement.source.value !== "react") continue;
    const variables = statement.specifiers.flatMap(
      (specifier) => variableOf(sourceCode, specifier.local) ?? [],
    );
    for (const { references } of variables) {
      for (const { identifier } of references) {
        const { parent } = identifier;
        if (parent.type !== "MemberExpression" || parent.object !== identifier) continue;
        const name = propertyName(parent);
        if (name !== undefined && isClientExport("react", name)) return `\`React.${name}\``;
      }
    }
  }
  return undefined;
}

/** `onClick` of `<button onClick={…}>`: only in a browser is there someone to click. */
function handlerEvidence({ ast, text, visitorKeys }: SourceCode): string | undefined {
  if (!/\son[A-Z]/.test(text)) return undefined;
  let handler: string | undefined;
  visit([ast], visitorKeys, (node) => {
    if (node.type === "JSXAttribute") handler ??= handlerOf(node);
    return handler === undefined;
  });
  return handler;
}

function handlerOf({ name, value, parent }: TSESTree.JSXAttribute): string | undefined {
  if (name.type !== "JSXIdentifier" || !/^on[A-Z]/.test(name.name)) return undefined;
  if (value?.type !== "JSXExpressionContainer") return undefined;
  return isElementOfHtml(parent) ? `\`${name.name}\`` : undefined;
}

const SERVER_GLOBALS = ["Deno", "Bun", "__dirname", "__filename"] as const;

/** Things of browsers that no server has, of which nothing else is called so. */
const BROWSER_GLOBALS = [
  "window",
  "document",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "customElements",
  "navigator",
  // Of extensions.
  "chrome",
] as const;

/** Of these Node has its own. */
const NAVIGATOR_EVERYWHERE: ReadonlySet<string> = new Set([
  "userAgent",
  "hardwareConcurrency",
  "language",
  "languages",
  "platform",
]);

function globalEvidence(sourceCode: SourceCode): ClientEvidence | undefined {
  const all = BROWSER_GLOBALS.map((name) => ({ name, uses: globalReferences(sourceCode, name) }));
  // Who asks whether there is a window runs where there is none as well.
  if (all.some(({ uses }) => uses.some(isAskedFor))) return workerEvidence(sourceCode);
  const found = all.find(({ uses }) => uses.some(isOfBrowser));
  return found === undefined
    ? workerEvidence(sourceCode)
    : { text: `the use of \`${found.name}\`` };
}

function isAskedFor({ parent }: TSESTree.Node): boolean {
  return parent?.type === "UnaryExpression" && parent.operator === "typeof";
}

function isOfBrowser(use: TSESTree.Identifier | TSESTree.JSXIdentifier): boolean {
  if (use.name !== "navigator") return true;
  const { parent } = use;
  if (parent.type !== "MemberExpression" || parent.object !== use) return false;
  return !NAVIGATOR_EVERYWHERE.has(propertyName(parent) ?? "userAgent");
}

/** Workers of browsers: `importScripts(…)`, `self.onmessage = …`, `self.skipWaiting()`. */
function workerEvidence(sourceCode: SourceCode): ClientEvidence | undefined {
  if (globalReferences(sourceCode, "importScripts").length > 0) {
    return { text: "the use of `importScripts`" };
  }
  const member = globalReferences(sourceCode, "self")
    .flatMap(({ parent }) => (parent.type === "MemberExpression" ? [parent] : []))
    .find(isOfWorker);
  return member && { text: `the use of \`self.${propertyName(member) ?? ""}\`` };
}

function isOfWorker(member: TSESTree.MemberExpression): boolean {
  const name = propertyName(member) ?? "";
  if (name !== "addEventListener") return OF_WORKERS.has(name);
  const [event] = member.parent.type === "CallExpression" ? member.parent.arguments : [];
  return event?.type === "Literal" && WORKER_EVENTS.has(String(event.value));
}

/** Not `fetch` and `scheduled`, which workers on servers wait for as well. */
const WORKER_EVENTS: ReadonlySet<string> = new Set([
  "message",
  "install",
  "activate",
  "push",
  "notificationclick",
]);

const OF_WORKERS: ReadonlySet<string> = new Set([
  "onmessage",
  "postMessage",
  "skipWaiting",
  "registration",
  "clients",
  "importScripts",
  "__WB_MANIFEST",
]);

type Name = TSESTree.Identifier | TSESTree.JSXIdentifier;

/** Every use of a name that nobody in this file declares. */
function globalReferences({ scopeManager }: SourceCode, wanted: string): readonly Name[] {
  const [scope] = scopeManager?.scopes ?? [];
  if (scope === undefined) return [];
  const declared = scope.set.get(wanted);
  // One that the configuration declares has a variable, but nothing in the file that made it.
  const configured = declared?.defs.length === 0 ? declared.references : [];
  return [...scope.through, ...configured]
    .map(({ identifier }) => identifier)
    .filter(({ name }) => name === wanted);
}

const RUNS_ON_SERVER: ReadonlySet<string> = new Set([
  "getServerSideProps",
  "getStaticProps",
  "getStaticPaths",
  "loader",
  "action",
]);

/** Functions by whose names frameworks leave code out of what users get. */
export function serverExportsOf({ body }: TSESTree.Program): readonly string[] {
  return body
    .flatMap((statement) => {
      if (statement.type !== "ExportNamedDeclaration") return [];
      const { declaration } = statement;
      if (declaration?.type === "FunctionDeclaration") return [declaration.id?.name ?? ""];
      if (declaration?.type === "VariableDeclaration") {
        return declaration.declarations.map(({ id }) => (id.type === "Identifier" ? id.name : ""));
      }
      return statement.specifiers.map(({ exported }) =>
        exported.type === "Identifier" ? exported.name : exported.value,
      );
    })
    .filter((name) => RUNS_ON_SERVER.has(name));
}
