import type { TSESTree } from "@typescript-eslint/utils";
import {
  keyInText,
  keyOfImport,
  keyOfMember,
  keysOfPattern,
  type KeySource,
} from "../client/key-sources.ts";
import { placeOfKey } from "../client/key-place.ts";
import { isInComponent, staysOnServer } from "../client/server-parts.ts";
import { clientEvidenceOf, serverExportsOf } from "../client/where-it-runs.ts";
import { createFlowRule } from "../create-flow-rule.ts";
import { propertyName, variableOf } from "../flow/syntax/binding.ts";
import type { Call } from "../flow/syntax/callee.ts";
import { settledValue } from "../flow/syntax/constant-member.ts";
import { listenNear } from "../flow/heard.ts";
import type { CarriedKey } from "../flow/flow.ts";
import { publicPrefixOf } from "../flow/evidence/key-names.ts";
import { createNames } from "../flow/evidence/names.ts";
import { contains } from "../flow/syntax/place.ts";
import { pleoHostsOf, requestOf, type HttpRequest } from "../flow/request/request.ts";
import { signsOf } from "../flow/evidence/text-signs.ts";
import { tell } from "../tell.ts";

const ASK_SERVER =
  "Keep it on your server, and let this code ask the server for what it needs from Pleo.";

export const noKeyInClientCode = createFlowRule({
  name: "no-key-in-client-code",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow Pleo API keys in code that runs in browsers and on users' devices",
      recommended: true,
    },
    languages: ["js/js"],
    schema: [],
    messages: {
      held: `Users get this code, as {{evidence}} shows, and with it a Pleo API key: {{source}}. Everyone who has the code can read the key. ${ASK_SERVER}`,
      sent: `Users get this code, as {{evidence}} shows, and it sends a Pleo API key to \`{{host}}\` by itself: {{road}}. Whoever watches its requests can read the key. ${ASK_SERVER}`,
    },
  },
  create(context, flow) {
    const { settings } = flow;
    const { sourceCode } = context;
    const reading = { sourceCode, names: createNames(settings) };
    const found: KeySource[] = [];
    const calls: Call[] = [];
    let isMixed = false;

    function add(source: KeySource | undefined): void {
      if (source !== undefined) found.push(source);
    }

    function isForUsers(node: TSESTree.Node): boolean {
      return !staysOnServer(sourceCode, node) && (!isMixed || isInComponent(node));
    }

    /** An import is for users if any use of it is. */
    function isSourceForUsers({ node }: KeySource): boolean {
      if (node.type !== "ImportSpecifier" && node.type !== "ImportDefaultSpecifier") {
        return isForUsers(node);
      }
      const references = variableOf(sourceCode, node.local)?.references ?? [];
      return references.some(({ identifier }) => isForUsers(identifier));
    }

    /** Is it from a source that was told already? */
    function isFromKnown({ node }: CarriedKey["source"], known: readonly KeySource[]): boolean {
      const variable = node.type === "Identifier" ? variableOf(sourceCode, node) : undefined;
      const origins = [node, settledValue(sourceCode, node), ...(variable?.identifiers ?? [])];
      return known.some(({ node: one, behind = one }) =>
        origins.some((origin) => contains(one, origin) || contains(origin, behind)),
      );
    }

    function reportSent(evidence: string, known: readonly KeySource[]): void {
      const told = new Set<unknown>(known.map(({ node }) => node));
      for (const call of calls) {
        const request = requestOf(sourceCode, call);
        const [host] = (request && pleoHostsOf(request)) ?? [];
        if (request === undefined || host === undefined || !isForUsers(call)) continue;
        for (const { source, road } of keysSentBy(request)) {
          if (isFromKnown(source, known) || isPublicByName(source.node)) continue;
          const { node: own } = source;
          const variable = own.type === "Identifier" ? variableOf(sourceCode, own) : undefined;
          const node = placeOfKey({ ...reading, flow }, source);
          if (told.has(variable ?? node) || told.has(node)) continue;
          told.add(variable ?? node).add(node);
          tell(context, { node, messageId: "sent", data: { evidence, road, host: host.host } });
        }
      }
    }

    function keysSentBy(request: HttpRequest): readonly CarriedKey[] {
      const { url, query, headers, headerEntries, auth, body } = request;
      const values = headerEntries.flatMap(({ value }) => value ?? []);
      return [...url, ...query, ...headers, ...values, ...auth, ...body].flatMap((node) =>
        flow.keysIn(node),
      );
    }

    function addImport(specifier: TSESTree.ImportClause): void {
      add(keyOfImport(reading, specifier));
    }

    function addCall(call: Call): void {
      calls.push(call);
    }

    function judge(): void {
      // Nothing of a key, and nothing of Pleo's hosts: then it does not matter where it runs.
      const sends = signsOf(sourceCode).hasHost;
      if (found.length === 0 && !sends) return;
      const evidence = clientEvidenceOf({ sourceCode, settings, file: context });
      if (evidence === undefined) return;
      isMixed = serverExportsOf(sourceCode.ast).length > 0;
      const sources = found.filter(isSourceForUsers);
      for (const { node, text } of sources) {
        tell(context, { node, messageId: "held", data: { evidence: evidence.text, source: text } });
      }
      if (sends) reportSent(evidence.text, sources);
    }

    const handlers = {
      MemberExpression(member: TSESTree.MemberExpression) {
        add(keyOfMember(reading, member));
      },
      VariableDeclarator(declarator: TSESTree.VariableDeclarator) {
        found.push(...keysOfPattern(reading, declarator));
      },
      Literal(literal: TSESTree.Literal) {
        add(keyInText(literal, typeof literal.value === "string" ? literal.value : undefined));
      },
      TemplateElement(element: TSESTree.TemplateElement) {
        add(keyInText(element, element.value.cooked));
      },
      ImportSpecifier: addImport,
      ImportDefaultSpecifier: addImport,
      CallExpression: addCall,
      NewExpression: addCall,
    };
    return listenNear(flow, handlers, judge);
  },
});

/** What has a public name is another rule's. */
function isPublicByName(node: TSESTree.Node): boolean {
  return node.type === "MemberExpression" && publicPrefixOf(propertyName(node) ?? "") !== undefined;
}
