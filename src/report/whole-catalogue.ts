import { CATALOGUE, type CatalogueEntry, type FindingId } from "./catalogue.ts";
import { SCAN_CATALOGUE } from "./scan-catalogue.ts";

/** What checks of a key and scans of a repository can say, for whoever explains all of it. */
export const WHOLE_CATALOGUE: Readonly<Record<FindingId, CatalogueEntry>> = {
  ...CATALOGUE,
  ...SCAN_CATALOGUE,
};
