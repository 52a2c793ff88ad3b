import type { TSESTree } from "@typescript-eslint/utils";
import { createFlowRule } from "../create-flow-rule.ts";
import type { Callee } from "../flow/syntax/callee.ts";
import { listenNear } from "../flow/heard.ts";
import type { CarriedKey } from "../flow/flow.ts";
import {
  classAround,
  errorOfMember,
  errorSinkOf,
  isErrorClass,
  isField,
  isOfInnerError,
  isRejection,
  makingsOf,
  ownErrorOf,
  putByConstructor,
  thrownParts,
  type OwnError,
} from "../sinks/error.ts";
import { handedAsError } from "../sinks/error-callbacks.ts";
import { shownName } from "../sinks/places.ts";
import { tell } from "../tell.ts";

export const noKeyInError = createFlowRule({
  name: "no-key-in-error",
  meta: {
    type: "problem",
    docs: { description: "Disallow Pleo API keys in errors", recommended: true },
    languages: ["js/js"],
    schema: [],
    messages: {
      held: "A Pleo API key gets into an error by `{{sink}}`: {{road}}. Errors are logged, sent to trackers and shown to users; say what went wrong without the key, or with its last four characters.",
    },
  },
  create(context, flow) {
    const { sourceCode } = context;

    const keyIn = (node: TSESTree.Node, isAggregate = false): CarriedKey | undefined =>
      flow.keysIn(node).find((key) => !isOfInnerError(key, isAggregate));

    function report(node: TSESTree.Node, { sink, road }: { sink: string; road: string }): void {
      tell(context, { node, messageId: "held", data: { sink, road } });
    }

    /** One report for one error, however often it holds the key. */
    function reportFirst(sink: string | Callee, holders: readonly TSESTree.Node[]): void {
      const isAggregate = typeof sink !== "string" && sink.names.at(-1) === "AggregateError";
      for (const node of holders) {
        const key = keyIn(node, isAggregate);
        if (key === undefined) continue;
        const name = typeof sink === "string" ? sink : shownName(sink);
        report(node, { sink: name, road: key.road });
        return;
      }
    }

    function reportThrown(sink: string, thrown: TSESTree.Node): void {
      for (const { node, isWhole } of thrownParts(sourceCode, thrown)) {
        const key = flow.keysIn(node).find(({ inside }) => isWhole || inside.length === 0);
        if (key === undefined) continue;
        report(node, { sink, road: key.road });
        return;
      }
    }

    const putting = new Map<unknown, boolean>();

    function putsKey(own: OwnError): boolean {
      const known = putting.get(own.owner);
      if (known !== undefined) return known;
      const puts = putByConstructor(own).some((node) => keyIn(node) !== undefined);
      putting.set(own.owner, puts);
      return puts;
    }

    /** What of the arguments of a `new` gets into the error. */
    function letIn(made: TSESTree.NewExpression): readonly TSESTree.Node[] {
      const own = ownErrorOf(sourceCode, made);
      if (own === undefined) return made.arguments;
      return made.arguments.filter((_argument, index) => putsKey(own) || isField(own, index));
    }

    const blamed = new Map<unknown, boolean>();

    /** In a class of errors: what no `new` in this file is to blame for. */
    function isPutByClass(node: TSESTree.Node): boolean {
      const owner = classAround(node);
      if (owner === undefined || !isErrorClass(owner)) return false;
      const isBlamed =
        blamed.get(owner) ??
        makingsOf(sourceCode, owner).some((made) =>
          letIn(made).some((argument) => keyIn(argument) !== undefined),
        );
      blamed.set(owner, isBlamed);
      return !isBlamed;
    }

    return listenNear(flow, {
      NewExpression(made) {
        const sink = errorSinkOf(sourceCode, made);
        if (sink !== undefined) reportFirst(sink.callee, letIn(made));
      },
      CallExpression(call) {
        if (call.callee.type === "Super") {
          if (isPutByClass(call)) reportFirst("super", call.arguments);
          return;
        }
        const sink = errorSinkOf(sourceCode, call);
        if (sink !== undefined) {
          reportFirst(sink.callee, sink.holders);
          return;
        }
        if (isRejection(sourceCode, call)) {
          for (const argument of call.arguments) reportThrown("reject", argument);
          return;
        }
        const handed = handedAsError(sourceCode, call);
        if (handed !== undefined) reportThrown(handed.sink, handed.node);
      },
      ThrowStatement({ argument }) {
        reportThrown("throw", argument);
      },
      AssignmentExpression({ left, right }) {
        if (left.type !== "MemberExpression") return;
        const sink = errorOfMember(sourceCode, left);
        if (sink === undefined || (left.object.type === "ThisExpression" && !isPutByClass(left)))
          return;
        reportFirst(sink, [right]);
      },
      PropertyDefinition({ value, parent }) {
        if (value !== null && isErrorClass(parent.parent)) reportFirst("this", [value]);
      },
    });
  },
});
