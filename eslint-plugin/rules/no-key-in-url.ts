import type { TSESTree } from "@typescript-eslint/utils";
import { createFlowRule } from "../create-flow-rule.ts";
import { bare } from "../flow/syntax/binding.ts";
import { calleeOf, type Call } from "../flow/syntax/callee.ts";
import { listenNear } from "../flow/heard.ts";
import type { CarriedKey } from "../flow/flow.ts";
import { createNames } from "../flow/evidence/names.ts";
import { isBuiltElsewhere } from "../sinks/url-built.ts";
import { formPartOf, isHandedTo, partsWithKey, type Knows } from "../sinks/url-part.ts";
import { headerInstead } from "../sinks/url-to-header.ts";
import {
  isInUrl,
  mayTakeUrl,
  urlPlacesOfAssignment,
  urlPlacesOfAttribute,
  urlPlacesOfCall,
  urlPlacesOfObject,
  type UrlPlace,
} from "../sinks/url.ts";
import { isComposed, isJoined, isWithinUrl, openPartsOf } from "../sinks/url-text.ts";
import { tell } from "../tell.ts";

/** Without any of these no text is a URL that holds more than a host. */
const MARK_OF_URL = /[/?#&]/;

export const noKeyInUrl = createFlowRule({
  name: "no-key-in-url",
  meta: {
    type: "problem",
    docs: { description: "Disallow Pleo API keys in URLs", recommended: true },
    hasSuggestions: true,
    languages: ["js/js"],
    schema: [],
    messages: {
      inUrl:
        "A Pleo API key is put into a URL: {{road}}. URLs are kept in logs, histories and caches on the way, and anyone who reads them can use the key; send it in the `Authorization` header of a request from your server.",
      useHeader: "Send `{{name}}` in the `Authorization` header, as Pleo expects it.",
    },
  },
  create(context, flow) {
    const { sourceCode } = context;
    const names = createNames(flow.settings);
    /** Judged when everything was read, because a URL may be built further down than it is used. */
    const places: UrlPlace[] = [];
    const told = new Set<TSESTree.Node>();
    const sources = new Set<TSESTree.Node>();
    const isTold = (node: TSESTree.Node): boolean => told.has(node);
    const knows: Knows = {
      holdsKey: (node) => flow.keysIn(node).length > 0,
      isPart: () => true,
      isTold,
    };
    /** The same of a whole address, which may be an object with headers and credentials beside it. */
    const knowsOfUrl: Knows = {
      holdsKey: (node) => keysOfUrl(node).length > 0,
      isPart: (name) => isInUrl([name]),
      isTold,
    };

    function keysOfUrl(node: TSESTree.Node): readonly CarriedKey[] {
      return flow.keysIn(node).filter(({ inside }) => isInUrl(inside));
    }

    function report(node: TSESTree.Node, { road, source }: CarriedKey): void {
      if (told.has(bare(node))) return;
      told.add(bare(node));
      sources.add(source.node);
      const instead = headerInstead(sourceCode, node);
      tell(context, {
        node,
        messageId: "inUrl",
        data: { road },
        suggest:
          instead === undefined
            ? []
            : [{ messageId: "useHeader", data: { name: instead.name }, fix: instead.fix }],
      });
    }

    /** A text that shows by itself that it is a URL. */
    function readText(text: TSESTree.Node): void {
      if (!MARK_OF_URL.test(sourceCode.getText(text))) return;
      if (isHandedTo(text, (name) => names.isCleansing(name))) return;
      for (const { node, inner, before } of openPartsOf(sourceCode, text)) {
        const [key] = isWithinUrl(before) ? flow.keysIn(inner) : [];
        if (key === undefined) continue;
        // Told where its own text was built, if there it already looked like a URL.
        if (!told.has(bare(inner)) && !isBuiltElsewhere(sourceCode, inner, knows))
          report(formPartOf(sourceCode, inner, knows) ?? node, key);
        told.add(bare(node)).add(bare(inner));
      }
    }

    function judge({ node, kind }: UrlPlace): void {
      const isBuiltHere = kind === "part" || isComposed(node);
      for (const part of partsWithKey(sourceCode, node, isBuiltHere ? knows : knowsOfUrl)) {
        const [key] = isBuiltHere ? flow.keysIn(part) : keysOfUrl(part);
        if (key === undefined) continue;
        if (!isBuiltHere && sources.has(key.source.node)) continue;
        if (isBuiltHere && isBuiltElsewhere(sourceCode, part, knows)) continue;
        report(formPartOf(sourceCode, part, knows) ?? part, key);
      }
    }

    function readCall(call: Call): void {
      if (call.type === "CallExpression" && (isComposed(call) || isJoined(call))) readText(call);
      if (!mayTakeUrl(call)) return;
      places.push(...urlPlacesOfCall(sourceCode, call, calleeOf(sourceCode, call)));
    }

    const handlers = {
      TemplateLiteral(template: TSESTree.TemplateLiteral) {
        if (template.expressions.length > 0) readText(template);
      },
      BinaryExpression(sum: TSESTree.BinaryExpression) {
        const isInner = sum.parent.type === "BinaryExpression" && sum.parent.operator === "+";
        if (sum.operator === "+" && !isInner) readText(sum);
      },
      AssignmentExpression(assignment: TSESTree.AssignmentExpression) {
        if (assignment.operator === "+=") readText(assignment);
        places.push(...urlPlacesOfAssignment(sourceCode, assignment));
      },
      CallExpression: readCall,
      NewExpression: readCall,
      ObjectExpression(object: TSESTree.ObjectExpression) {
        places.push(...urlPlacesOfObject(sourceCode, object));
      },
      JSXAttribute(attribute: TSESTree.JSXAttribute) {
        places.push(...urlPlacesOfAttribute(sourceCode, attribute));
      },
    };
    return listenNear(flow, handlers, () => {
      for (const place of places) judge(place);
    });
  },
});
