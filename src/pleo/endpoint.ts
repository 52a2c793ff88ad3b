import type { CompanyParameter } from "./company-parameter.ts";
import type { Evidence } from "./evidence.ts";

export type HttpMethod = "GET" | "POST" | "PUT" | "DELETE";

export interface Endpoint {
  readonly method: HttpMethod;
  /** With `{placeholders}`, below the external host. */
  readonly path: string;
  /** The scope it needs, in the catalogue's spelling; `null` where none is stated. */
  readonly scope: string | null;
  readonly company: CompanyParameter;
  /** A `POST …:search` reads. Whatever writes is never called by this project. */
  readonly effect: "reads" | "writes";
  /** What the answer shows about people or money, so that nobody prints it. */
  readonly exposes?: string;
  readonly deprecated?: boolean;
  /** Endpoints that no API key opens. */
  readonly credential?: "oauth-only";
  /** Of the operation itself. */
  readonly evidence: Evidence;
  /** What of this row is less sure than the operation itself: seen in other people's code, or inferred. */
  readonly uncertain?: readonly ("method" | "scope" | "company")[];
}

/** One call, ready to be sent to the external host of an environment. */
export interface ApiRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** JSON body of a reading POST. */
  readonly body?: Readonly<Record<string, string | boolean>>;
}
