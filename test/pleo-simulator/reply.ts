export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What would be sent if nothing went wrong on the way. */
export interface Reply {
  readonly status: number;
  readonly body: Json;
}

export function ok(body: Json): Reply {
  return { status: 200, body };
}

/** An error in the form Pleo's specifications call `ExceptionInfo`. */
export function refusal(status: number, type: string, message: string): Reply {
  return { status, body: { type, message } };
}

// What Pleo puts into these two bodies is not documented, so nothing may come to depend on it.
export const UNAUTHORIZED = refusal(401, "UNAUTHORIZED", "The credential is not valid.");
export const FORBIDDEN = refusal(403, "FORBIDDEN", "The credential may not do this.");
export const NOT_FOUND = refusal(404, "NOT_FOUND", "There is no such thing.");
export const METHOD_NOT_ALLOWED = refusal(
  405,
  "METHOD_NOT_ALLOWED",
  "This simulator only reads; nothing was changed.",
);

export function badRequest(message: string): Reply {
  return refusal(400, "PARAMETER_VALIDATION_FAILED", message);
}

/** One page of a list, with the pagination object of Pleo's specifications. */
export function page(entries: readonly Json[], limit: number | null): Reply {
  const data = limit === null ? entries : entries.slice(0, limit);
  return ok({
    data,
    pagination: {
      currentRequestPagination: { parameters: {}, limit, offset: 0 },
      hasNextPage: data.length < entries.length,
      hasPreviousPage: false,
      total: entries.length,
    },
  });
}
