import type { Expectation } from "../../src/activation/expectation.ts";
import type { KeyFacts } from "../../src/activation/key-facts.ts";
import type { ApiRequest } from "../../src/pleo/endpoint.ts";
import type { Answer, Company, Installation, Introspection, PleoApi } from "../../src/ports.ts";

/** Two companies and the organisation that holds them. */
export const COMPANY = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";
export const OTHER_COMPANY = "11111111-2222-4333-8444-555555555555";
export const ORGANISATION = "99999999-8888-4777-8666-555555555555";

export const UNAUTHORIZED = { kind: "unauthorized" } as const;
export const FORBIDDEN = { kind: "forbidden" } as const;
export const NOT_FOUND = { kind: "refused", status: 404 } as const;
export const TIMED_OUT = { kind: "unavailable", because: "timeout" } as const;
export const NONSENSE = { kind: "unreadable", problem: "wrong-shape" } as const;

export function ok<T>(value: T): Answer<T> {
  return { kind: "ok", value };
}

export const companyUrn = (id: string): string => `urn:pleo:company:${id}`;
export const organisationUrn = (id: string): string => `urn:pleo:organisation:${id}`;

export function introspected(parts: Partial<Introspection> = {}): Answer<Introspection> {
  return ok({
    authMethod: "API_KEY",
    scopes: ["vendors:read"],
    subjectUrn: companyUrn(COMPANY),
    ...parts,
  });
}

export function installation(parts: Partial<Installation> = {}): Installation {
  return { resource: companyUrn(COMPANY), status: "ACTIVATED", errorCode: undefined, ...parts };
}

export function installed(
  ...parts: readonly Partial<Installation>[]
): Answer<readonly Installation[]> {
  return ok((parts.length === 0 ? [{}] : parts).map(installation));
}

export function company(id: string, organizationId?: string): Company {
  return { id, organizationId };
}

/** Answers of a key that has nothing wrong with it. */
export function healthyFacts(parts: Partial<KeyFacts> = {}): KeyFacts {
  return { introspection: introspected(), installations: installed(), probes: {}, ...parts };
}

/** An expectation that the healthy key lives up to. */
export function healthyExpectation(parts: Partial<Expectation> = {}): Expectation {
  return {
    kind: "standalone",
    environment: "staging",
    companyId: COMPANY,
    requiredScopes: ["vendors:read"],
    expiry: { expiresOn: "2027-06-01", warnBeforeDays: 30, failBeforeDays: 0 },
    ...parts,
  };
}

/** Everything expected of a key but the company. */
export function expectationWithoutCompany(parts: Partial<Expectation> = {}): Expectation {
  const { companyId, ...rest } = healthyExpectation(parts);
  return rest;
}

/** The answers that a port in memory gives; what is left out is the healthy key's. */
export interface CannedAnswers extends Partial<Omit<KeyFacts, "probes">> {
  readonly probe?: (request: ApiRequest) => Answer<null>;
}

/** A Pleo in memory: gives the same answers every time and notes what it was asked. */
export function cannedPleo(
  answers: CannedAnswers = {},
): PleoApi & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  const give = <T>(question: string, answer: Answer<T>): Promise<Answer<T>> => {
    asked.push(question);
    return Promise.resolve(answer);
  };
  return {
    asked,
    introspect: () => give("introspection", answers.introspection ?? introspected()),
    installations: () => give("installations", answers.installations ?? installed()),
    companies: () => give("companies", answers.companies ?? ok([company(COMPANY)])),
    company: (id) => give(`company ${id}`, answers.membership ?? ok(company(id))),
    probe: (request) =>
      give(`${request.method} ${request.path}`, answers.probe?.(request) ?? FORBIDDEN),
  };
}
