/** A version's part of the changelog. */
interface Section {
  /** What stands behind the two hashes. */
  readonly title: string;
  readonly text: string;
}

/** The parts of a changelog below its headings of the second level, in their order. */
function sectionsOf(changelog: string): readonly Section[] {
  const [, ...parts] = changelog.replaceAll("\r\n", "\n").split(/^## +/m);
  return parts.map((part) => {
    const [title = "", ...lines] = part.split("\n");
    return { title: title.trim(), text: lines.join("\n").trim() };
  });
}

/** A version and the day of its release: `1.2.3 (2027-01-31)`. */
const TITLE = /^(\S+) \((\d{4}-\d\d-\d\d)\)$/;

/** What a version's section says, and what is wrong with the changelog around it. */
export interface Notes {
  readonly text: string;
  readonly problems: readonly string[];
}

/** The newest section has to be the version's, and above it nothing may be left that nobody will read. */
export function notesOf(version: string, changelog: string): Notes {
  const [unreleased, newest] = sectionsOf(changelog);
  const problems: string[] = [];
  if (unreleased?.title !== "Unreleased") {
    problems.push('CHANGELOG.md has to begin with a section "## Unreleased".');
  } else if (unreleased.text !== "") {
    problems.push(`CHANGELOG.md still tells something under "Unreleased": move it to ${version}.`);
  }
  const [, named, day = ""] = TITLE.exec(newest?.title ?? "") ?? [];
  if (named !== version || !isDay(day)) {
    problems.push(
      `CHANGELOG.md needs "## ${version} (YYYY-MM-DD)" right below "## Unreleased", and has ` +
        `"${newest?.title ?? "nothing"}" there.`,
    );
  } else if (newest?.text === "") {
    problems.push(`CHANGELOG.md tells nothing of ${version}.`);
  }
  return { text: unwrap(newest?.text ?? ""), problems };
}

/** Where GitHub shows the text of a release, the end of a line is one, too. */
function unwrap(text: string): string {
  return text.replaceAll(/\n +(?!(?:[-*+]|\d+\.) )(?=\S)/g, " ");
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
