import { renderTable } from "./render-table.ts";

/** What is read here of the report, whose format all mutation testers share. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly status: string;
}

interface Count {
  readonly killed: number;
  readonly timeouts: number;
  readonly survived: number;
  readonly uncovered: number;
}

const FLOOR = 85;
const ROOMS = { "the checks": "src/activation/", "the finder and the masker": "src/key/" } as const;

function count(mutants: readonly Mutant[]): Count {
  const of = (wanted: string): number => mutants.filter(({ status }) => status === wanted).length;
  return {
    killed: of("Killed"),
    timeouts: of("Timeout"),
    survived: of("Survived"),
    uncovered: of("NoCoverage"),
  };
}

/** Of a hundred mutants, how many do not survive? One that never ends is noticed as well. */
function score({ killed, timeouts, survived, uncovered }: Count): number {
  const noticed = killed + timeouts;
  return (100 * noticed) / (noticed + survived + uncovered);
}

function mutantsUnder(report: MutationReport, folder: string): readonly Mutant[] {
  return Object.entries(report.files).flatMap(([file, { mutants }]) =>
    file.startsWith(folder) ? mutants : [],
  );
}

/** A sentence on each room in which too many mutants survive; none for a room that was not looked at. */
export function weakRooms(report: MutationReport): readonly string[] {
  return Object.entries(ROOMS).flatMap(([room, folder]) => {
    const reached = score(count(mutantsUnder(report, folder)));
    return reached < FLOOR
      ? [
          `Only ${reached.toFixed(1)} % of the mutants of ${room} are noticed; it must be ${FLOOR} %.`,
        ]
      : [];
  });
}

function row(name: string, counted: Count): readonly string[] {
  const { killed, timeouts, survived, uncovered } = counted;
  const figures = [killed, timeouts, survived, uncovered].map((figure) => figure.toString());
  return [name, ...figures, `${score(counted).toFixed(1)} %`];
}

/** One line for each room, then one for each file that has something to break. */
export function renderMutationTable(report: MutationReport): string {
  const rooms = Object.entries(ROOMS).map(([room, folder]) =>
    row(`**${room}**`, count(mutantsUnder(report, folder))),
  );
  const files = Object.entries(report.files)
    .filter(([, { mutants }]) => mutants.length > 0)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, { mutants }]) => row(`\`${file}\``, count(mutants)));
  const header = ["", "Killed", "Never ended", "Survived", "Not reached", "Noticed"];
  return renderTable([header, ...rooms, ...files]);
}
