import type { TSESTree } from "@typescript-eslint/utils";
import { createFlowRule } from "../create-flow-rule.ts";
import { callsTo } from "../flow/syntax/calls-to.ts";
import { listenNear } from "../flow/heard.ts";
import { functionAround } from "../flow/syntax/place.ts";
import type { Reading } from "../flow/raw-key.ts";
import { outermostFunction } from "../tenancy/outermost-function.ts";
import {
  isFirstComeField,
  isKeptByOneName,
  isSetForAll,
  isSharedField,
  isSharedValue,
  madeOnce,
} from "../tenancy/shared-fields.ts";
import {
  isSharedMember,
  isSharedRead,
  sharedNamesIn,
  usesOfMade,
  usesOfShared,
  type SharedUse,
} from "../tenancy/shared-keys.ts";
import { MAY_HAVE_TENANTS, tenantAround } from "../tenancy/tenant-signs.ts";
import { tell } from "../tell.ts";

/** A function that calls a function that has the key, and so on: further than this nobody hides it. */
const FURTHEST = 3;

export const noSharedClient = createFlowRule({
  name: "no-shared-client",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow one Pleo API key or client for several tenants",
      recommended: false,
    },
    languages: ["js/js"],
    schema: [],
    messages: {
      shared:
        "Pleo is asked for one of several tenants, as `{{tenant}}` says, with `{{name}}`, which is the same for all of them. A key opens the company that it was made in, so one tenant may be shown what belongs to another. Read the key that is stored for this tenant, and make the client with it.",
    },
  },
  create(context, flow) {
    const { sourceCode } = context;
    if (!MAY_HAVE_TENANTS.test(sourceCode.text)) return {};
    const reading: Reading = { sourceCode, flow };
    const members: SharedUse[] = [];
    const followed = new Set<TSESTree.Node>();

    /** The use itself, or the calls of the function that it stands in, where they are made for a tenant. */
    function usesForTenants(use: SharedUse, furthest: number): readonly Told[] {
      const tenant = tenantAround(sourceCode, use.node);
      if (tenant !== undefined) return [{ ...use, tenant }];
      return furthest <= 0
        ? []
        : usesOfAround(use.node).flatMap((node) => usesForTenants({ ...use, node }, furthest - 1));
    }

    /** Where the function around a place is called, or what it has made for the file is used. */
    function usesOfAround(place: TSESTree.Node): readonly TSESTree.Node[] {
      const fn = outermostFunction(place);
      if (fn === undefined) return usesOfMade(sourceCode, place);
      if (followed.has(fn)) return [];
      followed.add(fn);
      return callsTo(sourceCode, fn);
    }

    function addMember(node: TSESTree.Node): void {
      members.push({ node, name: sourceCode.getText(node) });
    }

    function reportAll(): void {
      const uses = [...members, ...usesOfShared(reading)]
        .flatMap((use) => usesForTenants(use, FURTHEST))
        .toSorted((one, other) => one.node.range[0] - other.node.range[0]);
      const told = new Set<TSESTree.Node | undefined>();
      for (const { node, name, tenant } of uses) {
        const fn = functionAround(node);
        if (told.has(fn)) continue;
        told.add(fn);
        tell(context, { node, messageId: "shared", data: { name, tenant } });
      }
    }

    return listenNear(
      flow,
      {
        MemberExpression(member) {
          const isShared =
            isSharedMember(reading, member) ||
            isSharedField(reading, member) ||
            isSharedValue(reading, member);
          if (isShared) addMember(member);
        },
        VariableDeclarator(declarator) {
          for (const name of sharedNamesIn(reading, declarator)) addMember(name);
        },
        AssignmentExpression(assignment) {
          const isKept = isFirstComeField(reading, assignment) || isSetForAll(reading, assignment);
          if (isKept) addMember(assignment.left);
        },
        CallExpression(call) {
          if (isSharedRead(reading, call)) addMember(call);
          else if (isKeptByOneName(reading, call)) addMember(call.callee);
          else for (const made of madeOnce(reading, call)) addMember(made);
        },
      },
      reportAll,
    );
  },
});

interface Told extends SharedUse {
  readonly tenant: string;
}
