import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { createRule } from "../create-rule.ts";
import { propertyName } from "../flow/syntax/binding.ts";
import { listenNear } from "../flow/heard.ts";
import { flowOf } from "../flow/flow.ts";
import type { Flow } from "../flow/flow.ts";
import { atFirstNode, isScript, locationOf } from "../language/any-language.ts";
import { inlinedKeysIn } from "../public-env/inlined-keys.ts";
import { createKeyNames } from "../public-env/public-names.ts";
import { importPrivately, renameIn } from "../public-env/rename.ts";
import { ReportedNodes } from "../public-env/reported-nodes.ts";
import { messages, reportInlined, reportName } from "../public-env/report.ts";
import type { Context, MessageId } from "../public-env/report.ts";
import * as places from "../public-env/script-places.ts";
import {
  asksEnvironment,
  constantName,
  isTaken,
  publicHolder,
} from "../public-env/script-reads.ts";
import { mayHoldKey } from "../public-env/script-values.ts";
import { findPublicKeys } from "../public-env/text-places.ts";
import { readSettings } from "../settings.ts";
import { tell } from "../tell.ts";

export const noKeyInPublicEnv = createRule<MessageId>({
  name: "no-key-in-public-env",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow Pleo API keys in variables and settings that build tools make public",
      recommended: true,
    },
    hasSuggestions: true,
    // Most public variables are given their values in files that are no scripts.
    languages: ["*"],
    schema: [],
    messages,
  },
  create(context) {
    if (!isScript(context.sourceCode, context.filename)) return listenInText(context);
    const flow = flowOf(context);
    return flow === undefined ? {} : listenInScript(context, flow);
  },
});

function listenInText(context: Context): TSESLint.RuleListener {
  const { sourceCode, filename } = context;
  const names = createKeyNames(readSettings(context.settings));
  const found = findPublicKeys(sourceCode.text, { path: filename, names });
  if (found.length === 0) return {};
  return atFirstNode(() => {
    for (const { range, cause } of found) {
      const loc = locationOf(sourceCode, [...range]);
      if ("place" in cause)
        reportInlined(context, { loc }, { ...cause, what: `\`${cause.name}\`` });
      else reportName(context, { loc }, { cause, edits: [{ range, text: cause.privateName }] });
    }
  });
}

function listenInScript(context: Context, flow: Flow): TSESLint.RuleListener {
  const { sourceCode, filename } = context;
  const names = createKeyNames(flow.settings);
  const reported = new ReportedNodes();

  function reportKeysIn(object: places.PublicObject | undefined): void {
    if (object === undefined) return;
    for (const { node, what } of inlinedKeysIn({ sourceCode, names, flow }, object)) {
      if (reported.isAround(node)) continue;
      reported.add(node.parent?.type === "Property" ? node.parent : node);
      reportInlined(context, { node }, { place: object.place, what });
    }
  }

  function speaksOfKey(name: string): boolean {
    return names.publicKeyOf(name) !== undefined || names.isKey([name]);
  }

  function reportNamed(node: TSESTree.Node, name: string | undefined): boolean {
    const cause = name === undefined ? undefined : names.publicKeyOf(name);
    if (cause === undefined || reported.isAround(node)) return false;
    const edit = renameIn(node, cause.privateName);
    reportName(context, { node }, { cause, edits: edit === undefined ? [] : [edit] });
    return true;
  }

  function checkCall(call: TSESTree.CallExpression | TSESTree.NewExpression): void {
    for (const object of places.publicArguments(call)) reportKeysIn(object);
    const [first] = call.arguments;
    if (first?.type !== "Literal" || typeof first.value !== "string") return;
    if (names.publicKeyOf(first.value) === undefined) return;
    if (asksEnvironment(call.callee)) reportNamed(first, first.value);
  }

  return listenNear(flow, {
    Property(property) {
      if (property.parent.type === "ObjectPattern") {
        reportNamed(property.key, propertyName(property));
        return;
      }
      reportKeysIn(places.publicProperty(property, filename));
      for (const node of places.publicPrefixes(property)) {
        tell(context, { node, messageId: "prefix", data: { prefix: node.value } });
      }
      const name = propertyName(property);
      if (name === undefined || !speaksOfKey(name) || !mayHoldKey(property.value)) return;
      if (reportNamed(property.key, name)) reported.add(property);
      else if (places.isForClients(property.value)) {
        const what = `\`${name}\``;
        reportInlined(context, { node: property.key }, { place: "`envField`", what });
      }
    },
    MemberExpression(member) {
      const name = propertyName(member) ?? constantName(sourceCode, member);
      if (name === undefined || !speaksOfKey(name)) return;
      if (!isTaken(member) || reportNamed(member.property, name)) return;
      const place = publicHolder(member.object);
      if (place !== undefined && !reported.isAround(member)) {
        reportInlined(context, { node: member }, { place, what: `\`${name}\`` });
      }
    },
    CallExpression: checkCall,
    NewExpression: checkCall,
    AssignmentExpression(assignment) {
      reportKeysIn(places.publicAssignment(assignment, filename));
    },
    ImportSpecifier(specifier) {
      const { imported, parent } = specifier;
      const module = (parent as TSESTree.ImportDeclaration).source.value;
      if (imported.type !== "Identifier" || !places.isPublicModule(module)) return;
      const cause = names.publicKeyOf(imported.name);
      if (cause !== undefined) {
        const edits = importPrivately(specifier, cause.privateName);
        reportName(context, { node: specifier }, { cause, edits });
      } else if (names.isKey([imported.name])) {
        const what = `\`${imported.name}\``;
        reportInlined(context, { node: specifier }, { place: `\`${module}\``, what });
      }
    },
  });
}
