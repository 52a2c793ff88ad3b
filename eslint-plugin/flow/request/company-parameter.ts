import type { TSESLint } from "@typescript-eslint/utils";
import type { CompanyParameter } from "../../../src/pleo/company-parameter.ts";
import type { Endpoint } from "../../../src/pleo/endpoint.ts";
import { bare } from "../syntax/binding.ts";
import { calledFunction } from "../syntax/called-function.ts";
import { calleeOf } from "../syntax/callee.ts";
import { entriesMadeOf, filledIn, merge } from "../syntax/entries.ts";
import type { Entries, Entry } from "../syntax/entries.ts";
import { isCompletedLater } from "./completed-later.ts";
import type { HttpRequest } from "./request.ts";
import type { KnownUrl } from "./url.ts";
import type { ToldRequest } from "./wrapped-request.ts";

type SourceCode = TSESLint.SourceCode;
type Place = "query" | "body";

/** What is wrong with how a request names its company. */
export type CompanyProblem =
  | { readonly kind: "missing"; readonly place: Place; readonly name: string; readonly or?: string }
  /** As another family of endpoints would have it. */
  | {
      readonly kind: "misspelt";
      readonly place: Place;
      readonly name: string;
      readonly entry: Entry;
    }
  /** In the body instead of the query, or the other way round. */
  | {
      readonly kind: "misplaced";
      readonly place: Place;
      readonly name: string;
      readonly entry: Entry;
    };

interface Asked {
  readonly request: HttpRequest & Partial<ToldRequest>;
  readonly url: KnownUrl;
  readonly endpoint: Endpoint;
}

/** `undefined` where the company is named as it has to be, need not be named, or may be named where one cannot see it. */
export function companyProblem(sourceCode: SourceCode, asked: Asked): CompanyProblem | undefined {
  const { company, uncertain } = asked.endpoint;
  if (company.in === "none" || company.in === "path" || !company.required) return undefined;
  if (uncertain?.includes("company")) return undefined;
  const [here, elsewhere] =
    company.in === "query"
      ? [queryOf(sourceCode, asked), bodyOf(sourceCode, asked)]
      : [bodyOf(sourceCode, asked), queryOf(sourceCode, asked)];
  return judge(company, here, elsewhere);
}

type Required = Extract<CompanyParameter, { in: Place | "path" }>;

function judge(company: Required, here: Entries, elsewhere: Entries): CompanyProblem | undefined {
  const place: Place = company.in === "query" ? "query" : "body";
  const names: readonly string[] =
    company.or === undefined ? [company.name] : [company.name, company.or];
  if (here.entries.some(({ name }) => names.includes(name))) return undefined;
  for (const name of names) {
    const entry = here.entries.find((each) => isSpellingOf(each.name, name));
    if (entry !== undefined) return { kind: "misspelt", place, name, entry };
  }
  if (!here.isComplete) return undefined;
  for (const name of names) {
    const entry = elsewhere.entries.find((each) => isSpellingOf(each.name, name));
    if (entry !== undefined) return { kind: "misplaced", place, name, entry };
  }
  const { name, or } = company;
  return { kind: "missing", place, name, ...(or === undefined ? {} : { or }) };
}

/** `companyId`, `company_id`, `company-id`, `companyID`, `company`; `organisation` for `organization`. */
function isSpellingOf(written: string, name: string): boolean {
  const plain = (text: string): string =>
    text.toLowerCase().replace(/[-_.]/g, "").replace("organis", "organiz");
  const wanted = plain(name);
  const given = plain(written);
  return (
    given === wanted ||
    given === wanted.slice(0, -"id".length) ||
    given === wanted.replace("id", "uuid")
  );
}

function queryOf(sourceCode: SourceCode, { request, url }: Asked): Entries {
  const asked = request.query.map((node) => entriesMadeOf(sourceCode, node));
  // What `fetch` is told besides the address is no query.
  const isAddressAll = request.client === "fetch" && isPlainFetch(sourceCode, request);
  const isAsked = isAddressAll || (request.isComplete && !isCompletedLater(sourceCode));
  const isComplete = isAsked && !isOwnFetch(sourceCode, request);
  return toldByCalls(
    sourceCode,
    request,
    merge([url.query, ...asked, { entries: [], isComplete }]),
  );
}

function bodyOf(sourceCode: SourceCode, { request, endpoint }: Asked): Entries {
  const { company } = endpoint;
  const bodies = request.body.map((node) => entriesMadeOf(sourceCode, node));
  // Deeper inside, as in a list of records, it may be what is asked for.
  const isInside =
    "name" in company &&
    request.body.some((node) => sourceCode.getText(node).includes(company.name));
  const isComplete =
    request.isComplete &&
    !isInside &&
    !isCompletedLater(sourceCode) &&
    !isOwnFetch(sourceCode, request);
  return toldByCalls(sourceCode, request, merge([...bodies, { entries: [], isComplete }]));
}

/** Where functions hand on what they are told, their callers say what that is. */
function toldByCalls(
  sourceCode: SourceCode,
  { calls = [] }: Asked["request"],
  entries: Entries,
): Entries {
  return calls.reduce((filled, by) => filledIn(sourceCode, filled, by), entries);
}

function isPlainFetch(sourceCode: SourceCode, { call }: HttpRequest): boolean {
  const { names, isNew } = calleeOf(sourceCode, call);
  return isNew || names.at(-1) === "fetch";
}

/** A `fetch` of this project's own, in this file or in another one, may add to what it sends. */
function isOwnFetch(sourceCode: SourceCode, { call, calls }: Asked["request"]): boolean {
  if (calls !== undefined) return false;
  const { names, module } = calleeOf(sourceCode, call);
  if (names.at(-1) !== "fetch") return false;
  if (module !== undefined) return /^[.~#]|^@\//.test(module);
  return calledFunction(sourceCode, bare(call.callee)) !== undefined;
}
