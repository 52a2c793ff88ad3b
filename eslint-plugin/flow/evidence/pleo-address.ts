import { findPleoHost } from "../../../src/pleo/hosts.ts";
import type { PleoHost } from "../../../src/pleo/hosts.ts";

/** The cheapest of all questions: may any address of Pleo's be in this text? */
export function mentionsPleoHost(text: string): boolean {
  return /pleo\.io/i.test(text);
}

/** An address of Pleo's as it stands at the beginning of a text. */
export interface PleoAddress {
  readonly scheme: string;
  readonly host: PleoHost;
  readonly hasPort: boolean;
}

const ADDRESS = /^\s*([a-z][a-z\d+.-]*):\/\/(?:[^/?#@\s]*@)?([^/?#:\s"'`\\]+)(:\d)?/i;

/** The address that a text begins with, if it is one of Pleo's. */
export function pleoAddressIn(text: string): PleoAddress | undefined {
  const [, scheme, hostname, port] = ADDRESS.exec(text) ?? [];
  const host = hostname === undefined ? undefined : findPleoHost(hostname);
  if (scheme === undefined || host === undefined) return undefined;
  return { scheme: scheme.toLowerCase(), host, hasPort: port !== undefined };
}
