import { notesOf } from "./changelog.ts";

/** All that a release is made from. */
export interface ReleaseSources {
  readonly manifest: string;
  readonly lockFile: string;
  readonly changelog: string;
  /** All tags that there are already. */
  readonly tags: readonly string[];
}

export type ReleasePlan =
  | {
      readonly version: string;
      /** Made once, and never moved. */
      readonly tag: string;
      /** Moved to every release of a major version. */
      readonly movableTag: string;
      readonly notes: string;
    }
  | { readonly problems: readonly string[] };

type Version = readonly [major: number, minor: number, patch: number];

/** What is to be released, or all reasons why nothing can be. */
export function planRelease({ manifest, lockFile, changelog, tags }: ReleaseSources): ReleasePlan {
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const parsed = parseVersion(version);
  if (parsed === undefined || version === "0.0.0") {
    return {
      problems: [`package.json names the version ${version}, which is none that can be released.`],
    };
  }
  const { text, problems } = notesOf(version, changelog);
  const all = [...checkLockFile(version, lockFile), ...problems, ...checkTags(parsed, tags)];
  if (all.length > 0) return { problems: all };
  return { version, tag: `v${version}`, movableTag: `v${parsed[0]}`, notes: text };
}

/** Three numbers and nothing else: whoever follows `v1` must not be given a preview. */
function parseVersion(text: string): Version | undefined {
  const [, ...numbers] = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(text) ?? [];
  const [major, minor, patch] = numbers.map(Number);
  if (major === undefined || minor === undefined || patch === undefined) return undefined;
  return [major, minor, patch];
}

interface LockFile {
  readonly version: string;
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

function checkLockFile(version: string, text: string): readonly string[] {
  const lockFile = JSON.parse(text) as LockFile;
  const isSame = lockFile.version === version && lockFile.packages[""]?.version === version;
  return isSame
    ? []
    : [`package-lock.json names another version than ${version}: run \`npm install\`.`];
}

/** A tag is made once, and versions only go up: else the movable tag would go back. */
function checkTags(version: Version, tags: readonly string[]): readonly string[] {
  const released = tags.flatMap((tag) => {
    const other = tag.startsWith("v") ? parseVersion(tag.slice(1)) : undefined;
    return other === undefined ? [] : [other];
  });
  const newest = released.toSorted(compareVersions).at(-1);
  if (newest === undefined || compareVersions(version, newest) > 0) return [];
  return [
    `v${newest.join(".")} is released already, and ${version.join(".")} is no newer version.`,
  ];
}

function compareVersions(one: Version, other: Version): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}
