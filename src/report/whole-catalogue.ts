import { CATALOGUE, type CatalogueEntry, type FindingId } from "./catalogue.ts";
import { SCAN_CATALOGUE } from "./scan-catalogue.ts";
import { TENANT_CATALOGUE } from "./tenant-catalogue.ts";

/** What checks of a key, of many tenants, and scans of a repository can say, for whoever explains all of it. */
export const WHOLE_CATALOGUE: Readonly<Record<FindingId, CatalogueEntry>> = {
  ...CATALOGUE,
  ...SCAN_CATALOGUE,
  ...TENANT_CATALOGUE,
};
