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

/** Every file of the core that is broken on purpose belongs to the first of these that it fits. */
const ROOMS = [
  { name: "the checks", files: /^src\/activation\// },
  { name: "the judge of stored values", files: /^src\/key\/(?:judging\/|parse-key\.ts$)/ },
  { name: "the finder and the masker", files: /^src\/key\// },
] as const;

type Room = (typeof ROOMS)[number]["name"];

function roomOf(file: string): Room | undefined {
  return ROOMS.find(({ files }) => files.test(file))?.name;
}

function count(mutants: readonly Mutant[]): Count {
  const of = (wanted: string): number => mutants.filter(({ status }) => status === wanted).length;
  return {
    killed: of("Killed"),
    timeouts: of("Timeout"),
    survived: of("Survived"),
    uncovered: of("NoCoverage"),
  };
}

/** Of a hundred mutants, how many does a test notice? One that never ends is noticed as well. */
function score({ killed, timeouts, survived, uncovered }: Count): number {
  const noticed = killed + timeouts;
  return (100 * noticed) / (noticed + survived + uncovered);
}

/** The rooms that were looked at, with all their mutants. */
function countRooms({ files }: MutationReport): readonly (readonly [Room, Count])[] {
  return ROOMS.flatMap(({ name }) => {
    const mutants = Object.entries(files).flatMap(([file, found]) =>
      roomOf(file) === name ? found.mutants : [],
    );
    return mutants.length === 0 ? [] : [[name, count(mutants)] as const];
  });
}

/** A sentence on each room in which too many mutants survive. */
export function weakRooms(report: MutationReport): readonly string[] {
  return countRooms(report).flatMap(([name, counted]) => {
    const reached = score(counted);
    return reached < FLOOR
      ? [`Of the mutants of ${name}, ${reached.toFixed(1)} % are noticed; it must be ${FLOOR} %.`]
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
  const rooms = countRooms(report).map(([name, counted]) => row(`**${name}**`, counted));
  const files = Object.entries(report.files)
    .filter(([, { mutants }]) => mutants.length > 0)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, { mutants }]) => row(`\`${file}\``, count(mutants)));
  const header = ["", "Killed", "Never ended", "Survived", "Not reached", "Noticed"];
  return renderTable([header, ...rooms, ...files]);
}
