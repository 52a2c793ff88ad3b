// The mini build: the same checks in a fraction of the bundle.
import * as z from "zod/mini";
import type { Company, Installation, Introspection } from "../../src/ports.ts";

/** Turns a JSON body into an answer's value; `undefined` where the body is not what the question asks for. */
export type Decode<T> = (body: unknown) => T | undefined;

const text = z.string().check(z.maxLength(500));
const longText = z.string().check(z.maxLength(20_000));
// Serialisers differ in whether an absent field is left out or sent as null.
const optionalText = z.optional(z.nullable(text));

const introspectionBody = z.object({
  data: z.object({
    authMethod: z.enum(["API_KEY", "OAUTH2", "NONE"]),
    scope: longText,
    subjectURN: optionalText,
  }),
});

const installation = z.object({ resource: text, status: text, errorCode: optionalText });
const installations = z.array(installation).check(z.maxLength(1_000));
// The specification's text speaks of a list and its schema of one object, so all forms are taken.
const installationsBody = z.union([
  installation,
  installations,
  z.object({ data: z.union([installation, installations]) }),
]);

const company = z.object({ id: text, organizationId: optionalText });
const companiesBody = z.object({ data: z.array(company).check(z.maxLength(1_000)) });
const companyBody = z.object({ data: company });
const anyObject = z.record(z.string(), z.unknown());

export const decodeIntrospection: Decode<Introspection> = (body) => {
  const { data } = introspectionBody.safeParse(body);
  return (
    data && {
      authMethod: data.data.authMethod,
      scopes: data.data.scope.split(/\s+/).filter((scope) => scope !== ""),
      subjectUrn: data.data.subjectURN ?? undefined,
    }
  );
};

export const decodeInstallations: Decode<readonly Installation[]> = (body) => {
  const { data } = installationsBody.safeParse(body);
  if (data === undefined) return undefined;
  const found = "data" in data ? data.data : data;
  return (Array.isArray(found) ? found : [found]).map(({ resource, status, errorCode }) => ({
    resource,
    status,
    errorCode: errorCode ?? undefined,
  }));
};

export const decodeCompanies: Decode<readonly Company[]> = (body) =>
  companiesBody.safeParse(body).data?.data.map(toCompany);

export const decodeCompany: Decode<Company> = (body) => {
  const { data } = companyBody.safeParse(body);
  return data && toCompany(data.data);
};

/**
 * Every probe asks for a list, whose records are nobody's business here. Something that holds a list is one;
 * `{}` or an error in a 200's clothes is not. Nothing of it is kept.
 */
export const decodeProbe: Decode<null> = (body) => {
  const { data } = anyObject.safeParse(body);
  return data !== undefined && Object.values(data).some(Array.isArray) ? null : undefined;
};

function toCompany({ id, organizationId }: z.infer<typeof company>): Company {
  return { id, organizationId: organizationId ?? undefined };
}
