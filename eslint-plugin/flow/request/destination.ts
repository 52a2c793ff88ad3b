import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { PLEO_HOSTS, findPleoHost } from "../../../src/pleo/hosts.ts";
import type { PleoHost } from "../../../src/pleo/hosts.ts";
import { isComparing } from "../syntax/comparison.ts";
import { isNamedAfterPleo } from "../evidence/pleo-name.ts";
import { mayBePleosField } from "./family-fields.ts";
import type { KnownUrl } from "./url.ts";
import { usesOf } from "./uses.ts";

/** Where what is written at some place of a file is sent. */
export interface Destination {
  /** For sure, as far as the file tells: a request with it goes to Pleo's External API. */
  isExternal(node: TSESTree.Node): boolean;
  /** Nothing says that it goes anywhere else. */
  mayBeExternal(node: TSESTree.Node): boolean;
  /** Is this an address of that API, as far as the file tells? */
  isPleos(url: KnownUrl): boolean;
}

export function createDestination(sourceCode: TSESLint.SourceCode): Destination {
  let mentioned: readonly PleoHost[] | undefined;

  function hostsMentioned(): readonly PleoHost[] {
    if (mentioned === undefined) {
      const text = sourceCode.text.toLowerCase();
      mentioned = PLEO_HOSTS.filter(({ host }) => text.includes(host));
    }
    return mentioned;
  }

  function mentionsExternal(): boolean {
    return hostsMentioned().some(({ role }) => role === "external");
  }

  function isOurs(url: KnownUrl): boolean | undefined {
    if (url.host !== undefined) return findPleoHost(url.host)?.role === "external";
    if (url.hostPart === undefined) return url.path === "" ? undefined : false;
    if (isNamedAfterPleo(sourceCode, url.hostPart)) return true;
    return mayBePleosField(sourceCode, url.hostPart) ? true : undefined;
  }

  /** `undefined` for what is not known. */
  function answersOf(node: TSESTree.Node): readonly (boolean | undefined)[] | "compared" {
    const { requests, around } = usesOf(sourceCode, node);
    if (around.some(isComparing)) return "compared";
    return requests.flatMap((request) => request.urls().map(isOurs));
  }

  return {
    isPleos: (url) => isOurs(url) === true,
    isExternal(node) {
      const answers = answersOf(node);
      if (answers === "compared") return false;
      return answers.length === 0 ? mentionsExternal() : answers.includes(true);
    },
    mayBeExternal(node) {
      const answers = answersOf(node);
      if (answers === "compared") return false;
      if (answers.some((answer) => answer !== undefined)) return answers.includes(true);
      // A file that only knows Pleo's other hosts has another kind of credential for them.
      return mentionsExternal() || hostsMentioned().length === 0;
    },
  };
}
