import { parseUuid } from "../pleo/urn.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import type { Expectation } from "./expectation.ts";

/** What is wrong with the expected company id itself, whatever the key may open. */
export function checkDeclaredCompany({ companyId }: Expectation): readonly Finding[] {
  if (companyId === undefined) return [companyNotDeclared()];
  return parseUuid(companyId) === undefined ? [createFinding("company-id-invalid", {})] : [];
}

/** No company is expected, and Pleo has named none that could be confirmed. */
export function companyNotDeclared(): Finding {
  return createFinding("company-not-declared", {
    opens: "",
    fix: "Take the company's id from your records, set it with `gh variable set PLEO_COMPANY_ID` and pass it as `company-id`; with a key that Pleo accepts, this check names the company that it opens.",
  });
}
