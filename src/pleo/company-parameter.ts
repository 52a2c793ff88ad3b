/** How one family of endpoints is told which company a call is about. The spelling differs by family. */
export type CompanyParameter =
  /** Taken from the credential; sending one changes nothing. */
  | { readonly in: "none" }
  | {
      readonly in: "query" | "body" | "path";
      readonly name: "company_id" | "companyId" | "organization_id";
      readonly required: boolean;
      /** Accepted in its place. */
      readonly or?: "organization_id";
    };

export const none: CompanyParameter = { in: "none" };
export const query = (required: boolean): CompanyParameter => ({
  in: "query",
  name: "company_id",
  required,
});
export const queryOrOrganisation: CompanyParameter = {
  in: "query",
  name: "company_id",
  required: true,
  or: "organization_id",
};
export const body: CompanyParameter = { in: "body", name: "companyId", required: true };
export const path: CompanyParameter = { in: "path", name: "companyId", required: true };
