import { optional } from "../optional.ts";
import {
  CATALOGUE,
  type Area,
  type CatalogueEntry,
  type FindingId,
  type KeyFindingId,
  type ValuesOf,
} from "./catalogue.ts";

export type Severity = "error" | "warning" | "notice";

/** Where in a repository something was found. Whatever shows it must expect a hostile name. */
export interface Place {
  /** From the root of the repository, with `/` between folders; inside an archive, `archive.zip!/path`. */
  readonly file: string;
  /** From 1; absent where lines mean nothing, as in a binary file. */
  readonly line?: number;
  /** The commit that brought it in, where it was found in the history. */
  readonly commit?: string;
}

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
  /** Absent for what is about the key itself. */
  readonly where?: Place;
}

/** How one occurrence departs from its catalogue entry. */
export interface FindingAdjustment {
  readonly severity?: Severity;
  readonly inconclusive?: boolean;
  readonly where?: Place;
}

/** A finding of the catalogue with its blanks filled. The compiler knows which blanks each id has. */
export function createFinding<Id extends KeyFindingId>(
  id: Id,
  values: ValuesOf<(typeof CATALOGUE)[Id]>,
  adjustment: FindingAdjustment = {},
): Finding {
  return fillEntry({ id, entry: CATALOGUE[id], texts: values }, adjustment);
}

interface Filling {
  readonly id: FindingId;
  readonly entry: CatalogueEntry;
  readonly texts: Readonly<Record<string, string>>;
}

/** The finding that an entry of any catalogue comes to. */
export function fillEntry(
  { id, entry, texts }: Filling,
  adjustment: FindingAdjustment = {},
): Finding {
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
    ...optional("where", adjustment.where),
  };
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (blank, name: string) => values[name] ?? blank);
}
