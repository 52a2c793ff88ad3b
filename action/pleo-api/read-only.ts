import { GuardError } from "../../src/errors.ts";
import type { ApiRequest } from "../../src/pleo/endpoint.ts";
import { READING_ENDPOINTS } from "../../src/pleo/reading-endpoints.ts";

// An id, as it may stand in a path. Dots, slashes and percent signs could lead elsewhere.
const PLACEHOLDER_VALUE = "[A-Za-z0-9_-]{1,100}";

// No path holds a character that means something else in a regular expression.
const readers = READING_ENDPOINTS.map(({ method, path }) => ({
  method,
  path: new RegExp(`^${path.replace(/\{\w+\}/g, PLACEHOLDER_VALUE)}$`),
}));

/**
 * The last gate before a request: only rows of the catalogue that read may pass. The path is not repeated
 * in the message, since what does not fit the catalogue may be a key in the wrong input.
 */
export function requireReading({ method, path }: ApiRequest): void {
  if (readers.some((reader) => reader.method === method && reader.path.test(path))) return;
  throw new GuardError(
    "WRITE_REFUSED",
    "A request that is not known to only read was refused before it was sent.",
    { hint: "Only GET, and the searches of the endpoint catalogue, may be sent." },
  );
}
