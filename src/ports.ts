import type { ApiRequest } from "./pleo/endpoint.ts";

/**
 * What Pleo said to one question. An answer is never thrown: being refused, or being unreachable, is
 * knowledge too. `GuardError` is for questions that must not be asked at all.
 */
export type Answer<T> =
  /** A 2xx whose body matched its schema. Nothing else counts as success. */
  | { readonly kind: "ok"; readonly value: T }
  /** 401: the key opens nothing. */
  | { readonly kind: "unauthorized" }
  /** 403: the key is known, this door is not open to it. */
  | { readonly kind: "forbidden" }
  /** Any other 4xx that is not a rate limit: Pleo understood and said no (400, 404 …). */
  | { readonly kind: "refused"; readonly status: number }
  /** A 2xx that proves nothing, because its body is not what the question asks for. */
  | { readonly kind: "unreadable"; readonly problem: UnreadableBody }
  /** No answer within the limits set. Says nothing about the key. */
  | { readonly kind: "unavailable"; readonly because: Unavailability };

export type UnreadableBody =
  | "not-json"
  | "wrong-shape"
  | "too-large"
  | "cut-short"
  /** It repeats the key that was sent, which Pleo never does. */
  | "repeats-key";

export type Unavailability =
  | "timeout"
  /** The time of the whole run was up before the question could be sent. */
  | "not-asked"
  | "network"
  | "rate-limited"
  | "server-error"
  | "redirected"
  | "unexpected-status";

/** `GET /v1/introspect`, stripped to what the checks use. */
export interface Introspection {
  readonly authMethod: "API_KEY" | "OAUTH2" | "NONE";
  /** Scope names, split on white space. */
  readonly scopes: readonly string[];
  /** The raw URN, when Pleo sent one. */
  readonly subjectUrn: string | undefined;
}

/** One entry of `GET /v1/installations/me`. */
export interface Installation {
  /** The raw URN of the company or organisation it belongs to. */
  readonly resource: string;
  /** Known values are in `pleo/installation.ts`; any other text is possible. */
  readonly status: string;
  readonly errorCode: string | undefined;
}

export interface Company {
  readonly id: string;
  readonly organizationId: string | undefined;
}

/** Questions about the one key that the implementation holds. Every one of them only reads. */
export interface PleoApi {
  introspect(): Promise<Answer<Introspection>>;
  /** An empty list means that Pleo answered and there is none. */
  installations(): Promise<Answer<readonly Installation[]>>;
  /** The first companies the key can see: two are enough to tell one from several. */
  companies(): Promise<Answer<readonly Company[]>>;
  company(id: string): Promise<Answer<Company>>;
  /** A request from the endpoint catalogue; its body is checked to be JSON and then dropped. */
  probe(request: ApiRequest): Promise<Answer<null>>;
}

export interface Clock {
  now(): Date;
}
