import type { IncomingMessage } from "node:http";
import { readCredential, type PresentedCredential } from "./credential.ts";

/** What arrived. Printing a record shows everything but the credential. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  readonly at: Date;
  readonly headers: {
    readonly credential: PresentedCredential["kind"];
    readonly accept: string | undefined;
    readonly contentType: string | undefined;
    readonly userAgent: string | undefined;
    readonly cookie: boolean;
    readonly referrer: boolean;
  };
  /** It would have changed something, and was answered 405. */
  readonly refusedWrite: boolean;
  /** The `Authorization` header as sent; a function, so that no record shows it by accident. */
  readonly revealAuthorization: () => string | undefined;
}

export interface Arrival {
  readonly url: URL;
  readonly body: string;
  readonly refusedWrite: boolean;
}

export function record(request: IncomingMessage, arrival: Arrival): RecordedRequest {
  const { headers, method = "" } = request;
  return {
    method,
    path: arrival.url.pathname,
    query: Object.fromEntries(arrival.url.searchParams),
    body: arrival.body,
    at: new Date(),
    headers: {
      credential: readCredential(headers.authorization).kind,
      accept: headers.accept,
      contentType: headers["content-type"],
      userAgent: headers["user-agent"],
      cookie: headers.cookie !== undefined,
      referrer: headers.referer !== undefined,
    },
    refusedWrite: arrival.refusedWrite,
    revealAuthorization: () => headers.authorization,
  };
}
