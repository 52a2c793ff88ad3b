import {
  CATALOGUE,
  type Area,
  type CatalogueEntry,
  type FindingId,
  type ValuesOf,
} from "./catalogue.ts";

export type Severity = "error" | "warning" | "notice";

/** One thing that the checks have to say. The product's normal answer, never an exception. */
export interface Finding {
  readonly id: FindingId;
  readonly severity: Severity;
  /** True where nothing was proven either way: it leaves the verdict unknown instead of failing it. */
  readonly inconclusive: boolean;
  readonly area: Area;
  readonly title: string;
  /** What failed and why it matters. */
  readonly message: string;
  /** What to do next. */
  readonly remedy: string;
  /** Where the documentation says more, below the root of the repository. */
  readonly docs: string;
  /** What was filled into the texts, so that a renderer can leave some of it out. Never key material. */
  readonly values: Readonly<Record<string, string>>;
}

/** How one occurrence departs from its catalogue entry. */
export interface FindingAdjustment {
  readonly severity?: Severity;
  readonly inconclusive?: boolean;
}

/** A finding of the catalogue with its blanks filled. The compiler knows which blanks each id has. */
export function createFinding<Id extends FindingId>(
  id: Id,
  values: ValuesOf<Id>,
  adjustment: FindingAdjustment = {},
): Finding {
  const entry: CatalogueEntry = CATALOGUE[id];
  const texts: Readonly<Record<string, string>> = values;
  return {
    id,
    severity: adjustment.severity ?? entry.severity,
    inconclusive: adjustment.inconclusive ?? entry.inconclusive ?? false,
    area: entry.area,
    title: entry.title,
    message: fill(entry.cause, texts),
    remedy: fill(entry.remedy, texts),
    docs: `docs/findings.md#${id}`,
    values: texts,
  };
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (blank, name: string) => values[name] ?? blank);
}
