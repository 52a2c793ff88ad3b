import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { createFlowRule } from "../create-flow-rule.ts";
import { authorizationFault, credentialsFault } from "../flow/request/authorization.ts";
import type { AuthorizationFault } from "../flow/request/authorization.ts";
import { bare, propertyName } from "../flow/syntax/binding.ts";
import { memberOf } from "../flow/syntax/constant-member.ts";
import {
  credentialsCallOf,
  requestBefore,
  type CredentialsCall,
} from "../flow/request/credentials-call.ts";
import { createDestination } from "../flow/request/destination.ts";
import type { CarriedKey } from "../flow/flow.ts";
import { listenNear } from "../flow/heard.ts";
import { headerPlaceOf } from "../flow/request/header-place.ts";
import { contains } from "../flow/syntax/place.ts";
import { rawKeyIn } from "../flow/raw-key.ts";
import { staticTextOf } from "../flow/syntax/static-text.ts";
import { tell } from "../tell.ts";

const BASIC = "send `Basic` and the base64 of the key and a colon";

/** Where other services look for a key. */
const KEY_HEADERS: ReadonlySet<string> = new Set(["x-api-key", "api-key", "x-auth-token"]);

export const requireBasicAuth = createFlowRule({
  name: "require-basic-auth",
  meta: {
    type: "problem",
    docs: {
      description: "Require Pleo API keys to be sent as the user name of Basic authentication",
      recommended: true,
    },
    hasSuggestions: true,
    languages: ["js/js"],
    schema: [],
    messages: {
      scheme: `Pleo takes \`{{scheme}}\` for another kind of credential than an API key, and refuses the key: {{road}}. As the key is a user name to Pleo, ${BASIC}.`,
      unencoded: `Pleo expects base64 after \`Basic\`, and this sends the key as it is, which Pleo refuses: {{road}}. Instead, ${BASIC}.`,
      bare: `Pleo expects a scheme in \`Authorization\`, and this sends the key alone, which Pleo refuses: {{road}}. Instead, ${BASIC}.`,
      header: `Pleo does not look for the key in \`{{header}}\`, and refuses the request: {{road}}. In \`Authorization\`, ${BASIC}.`,
      colon:
        "Pleo expects a user name and an empty password, and without a colon behind the key there is neither, so Pleo refuses it: {{road}}. Encode the key and a colon.",
      password:
        "Pleo looks for the key in the user name, and this sends it as the password, so Pleo refuses it: {{road}}. Send the key as the user name, with an empty password.",
      useBasic: "Send the base64 of the key and a colon.",
      addColon: "Put a colon behind the key.",
      swap: "Send the key as the user name, with an empty password.",
    },
  },
  create(context, flow) {
    const { sourceCode } = context;
    const reading = { sourceCode, flow };
    const destination = createDestination(sourceCode);

    type Place = Parameters<typeof headerPlaceOf>[0];

    function checkHeader(node: Place): void {
      const place = headerPlaceOf(node);
      if (place === undefined) return;
      if (place.name === "authorization") checkAuthorization(node, place.value);
      else if (KEY_HEADERS.has(place.name)) checkKeyHeader(node, place);
    }

    /** A function that gives back a header's value is a place where one is written, too. */
    function checkResult(node: TSESTree.Node, result: TSESTree.Node | null): void {
      const text = result === null ? undefined : bare(result);
      if (text?.type !== "TemplateLiteral" && text?.type !== "BinaryExpression") return;
      const [start] = staticTextOf(sourceCode, text);
      if (typeof start !== "string" || !/^\s*(?:basic|bearer)\s/i.test(start)) return;
      checkAuthorization(node, text);
    }

    function checkAuthorization(node: TSESTree.Node, value: TSESTree.Node): void {
      const fault = authorizationFault(reading, value);
      if (fault === undefined || !destination.mayBeExternal(node)) return;
      const { kind, road, scheme } = fault;
      const suggestion = suggestionFor(sourceCode, value, fault);
      tell(context, {
        node: value,
        messageId: kind,
        data: { road, scheme },
        suggest: suggestion === undefined ? [] : [suggestion],
      });
    }

    function checkKeyHeader(
      node: Place,
      place: { readonly name: string; readonly value: TSESTree.Node },
    ): void {
      const key = rawKeyIn(reading, place.value);
      if (key === undefined || !destination.isExternal(node)) return;
      tell(context, {
        node: place.value,
        messageId: "header",
        data: { road: key.road, header: place.name },
      });
    }

    /** `auth: { username, password }` of axios and others, and `auth: "user:password"` of Node. */
    function checkCredentials(node: TSESTree.Property): void {
      const name = propertyName(node);
      if (name === "password" || name === "pass") checkPassword(node);
      if (name === "bearer" || name === "bearerToken") checkBearer(node.value, node);
      if (name !== "auth" || node.value.type === "ObjectExpression") return;
      const fault =
        schemeFault(node.value) ?? credentialsFault(reading, staticTextOf(sourceCode, node.value));
      if (fault !== undefined && destination.isExternal(node)) tellFault(node.value, fault);
    }

    /** A whole header, where one may as well say who asks in another way. */
    function schemeFault(value: TSESTree.Node): AuthorizationFault | undefined {
      const [start] = staticTextOf(sourceCode, value);
      const isHeader = typeof start === "string" && /^\s*(?:basic|bearer|token)\s/i.test(start);
      return isHeader ? authorizationFault(reading, value) : undefined;
    }

    function tellFault(node: TSESTree.Node, { kind, road, scheme }: AuthorizationFault): void {
      tell(context, { node, messageId: kind, data: { road, scheme } });
    }

    function checkBearer(token: TSESTree.Node, place: TSESTree.Node): void {
      const key = rawKeyIn(reading, token);
      if (key === undefined || !destination.isExternal(place)) return;
      tellFault(token, { kind: "scheme", road: key.road, scheme: "Bearer", key: undefined });
    }

    /** `.auth(…)` and `.bearer(…)` of a client. */
    function checkCredentialsCall(call: TSESTree.CallExpression): void {
      const credentials = credentialsCallOf(sourceCode, call);
      if (credentials === undefined) return;
      const fault = faultOf(credentials);
      if (fault === undefined) return;
      const asked = requestBefore(sourceCode, call)?.urls() ?? [];
      const isOurs =
        asked.length > 0
          ? asked.some((url) => destination.isPleos(url))
          : destination.isExternal(call);
      if (isOurs) tellFault(fault.node, fault);
    }

    function faultOf(
      credentials: CredentialsCall,
    ): (AuthorizationFault & { readonly node: TSESTree.Node }) | undefined {
      switch (credentials.kind) {
        case "bearer": {
          const { token } = credentials;
          const key = rawKeyIn(reading, token);
          return key && { ...faultWith("scheme", key), scheme: "Bearer", node: token };
        }
        case "basic": {
          const { user, password } = credentials;
          const key = flow.keysIn(user).length > 0 ? undefined : rawKeyIn(reading, password);
          return key && { ...faultWith("password", key), node: password };
        }
        case "header": {
          const fault = schemeFault(credentials.value);
          return fault && { ...fault, node: credentials.value };
        }
      }
    }

    function checkPassword(node: TSESTree.Property): void {
      const user = memberOf(node.parent, "username") ?? memberOf(node.parent, "user");
      const key = user === undefined ? undefined : rawKeyIn(reading, node.value);
      if (user === undefined || key === undefined || reading.flow.keysIn(user).length > 0) return;
      const isAuth =
        node.parent.parent.type === "Property" && propertyName(node.parent.parent) === "auth";
      if (isAuth ? !destination.mayBeExternal(node) : !destination.isExternal(node)) return;
      const written = sourceCode.getText(node.value);
      const isSafe =
        !node.shorthand &&
        user !== node.value &&
        user.parent?.type === "Property" &&
        !user.parent.shorthand;
      tell(context, {
        node: node.value,
        messageId: "password",
        data: { road: key.road },
        suggest: isSafe
          ? [
              {
                messageId: "swap",
                fix: (fixer) => [
                  fixer.replaceText(user, written),
                  fixer.replaceText(node.value, '""'),
                ],
              },
            ]
          : [],
      });
    }

    return listenNear(flow, {
      Property(node) {
        checkHeader(node);
        checkCredentials(node);
      },
      AssignmentExpression: checkHeader,
      CallExpression(call) {
        checkHeader(call);
        checkCredentialsCall(call);
      },
      ReturnStatement(node) {
        checkResult(node, node.argument);
      },
      ArrowFunctionExpression(node) {
        checkResult(node, node.body);
      },
      ArrayExpression: checkHeader,
    });
  },
});

function faultWith(kind: AuthorizationFault["kind"], { road }: CarriedKey): AuthorizationFault {
  return { kind, road, scheme: "Basic", key: undefined };
}

/** Only where the value is written in place, and the key is not: a suggestion repeats it. */
function suggestionFor(
  sourceCode: TSESLint.SourceCode,
  value: TSESTree.Node,
  { kind, key }: AuthorizationFault,
): TSESLint.SuggestionReportDescriptor<"useBasic" | "addColon"> | undefined {
  if (key === undefined || !contains(value, key)) return undefined;
  const written = sourceCode.getText(key);
  const withColon = `\`\${${written}}:\``;
  if (kind === "colon") {
    const encoded = key.parent?.type === "TemplateLiteral" ? key.parent : key;
    return { messageId: "addColon", fix: (fixer) => fixer.replaceText(encoded, withColon) };
  }
  const isShorthand = value.parent?.type === "Property" && value.parent.shorthand;
  const name = isShorthand ? `${sourceCode.getText(value)}: ` : "";
  return {
    messageId: "useBasic",
    fix: (fixer) => fixer.replaceText(value, `${name}\`Basic \${btoa(${withColon})}\``),
  };
}
