import { parseUuid } from "../src/pleo/urn.ts";

/** What a text has to look like, be it an input of one key or a field of the manifest of many. */
interface Form {
  readonly isGood: (text: string) => boolean;
  /** Completes "`name` …". */
  readonly must: string;
}

const SCOPE = /^[a-z][a-z0-9-]{0,60}:[a-z]{1,20}$/;
const KEY_HINT = /^[A-Za-z0-9_-]{4}$/;

export const MOST_SCOPES = 100;

export const FORMS = {
  companyId: {
    isGood: (text) => parseUuid(text) !== undefined,
    must: "must be a company id (a UUID such as the output `company-id` of an earlier run)",
  },
  keyHint: {
    isGood: (text) => KEY_HINT.test(text),
    must: "must be the last four characters of the key, no more",
  },
  scope: {
    isGood: (text) => SCOPE.test(text),
    must: "must be a list of scopes such as `vendors:read`",
  },
} as const satisfies Readonly<Record<string, Form>>;
