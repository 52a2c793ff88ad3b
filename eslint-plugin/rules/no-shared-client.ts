import type { TSESTree } from "@typescript-eslint/utils";
import { createRule } from "../create-rule.ts";
import { flowOf } from "../flow/flow.ts";
import { listenNear } from "../flow/heard.ts";
import { functionAround } from "../flow/place.ts";
import type { Reading } from "../flow/raw-key.ts";
import { callsOf } from "../tenancy/caller-input.ts";
import { outermostFunction } from "../tenancy/outermost-function.ts";
import { isSharedMember, usesOfShared, type SharedUse } from "../tenancy/shared-keys.ts";
import { MAY_HAVE_TENANTS, tenantAround } from "../tenancy/tenant-signs.ts";
import { tell } from "../tell.ts";

/** A function that calls a function that has the key, and so on: further than this nobody hides it. */
const FURTHEST = 3;

export const noSharedClient = createRule({
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
  create(context) {
    const { sourceCode } = context;
    if (!MAY_HAVE_TENANTS.test(sourceCode.text)) return {};
    const flow = flowOf(context);
    if (flow === undefined) return {};
    const reading: Reading = { sourceCode, flow };
    const members: SharedUse[] = [];
    const followed = new Set<TSESTree.Node>();

    /** The use itself, or the calls of the function that it stands in, where they are made for a tenant. */
    function usesForTenants(use: SharedUse, furthest: number): readonly Told[] {
      const tenant = tenantAround(sourceCode, use.node);
      if (tenant !== undefined) return [{ ...use, tenant }];
      const fn = outermostFunction(use.node);
      if (furthest <= 0 || fn === undefined || followed.has(fn)) return [];
      followed.add(fn);
      return callsOf(sourceCode, fn).flatMap((node) =>
        usesForTenants({ ...use, node }, furthest - 1),
      );
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
          if (!isSharedMember(reading, member)) return;
          members.push({ node: member, name: sourceCode.getText(member) });
        },
      },
      reportAll,
    );
  },
});

interface Told extends SharedUse {
  readonly tenant: string;
}
