import type { Finding } from "../../../src/report/finding.ts";
import { createScanFinding } from "../../../src/report/scan-catalogue.ts";
import { count, showNumber } from "./count.ts";
import { showName } from "./describe-leaks.ts";

/** What could not be looked through, and why. */
export interface Gaps {
  readonly unreadable: (name: string) => void;
  readonly packed: (name: string, reason: string) => void;
  readonly other: (problem: string, fix: string) => void;
  readonly findings: () => readonly Finding[];
}

const NAMED = 3;

/** Gathers the gaps of a scan: of many of one kind, a few are named and all are counted. */
export function createGaps(hide: (text: string) => string): Gaps {
  const unreadable: string[] = [];
  const packed = new Map<string, string>();
  const others: Finding[] = [];
  const incomplete = (problem: string, fix: string): Finding =>
    createScanFinding("leak-scan-incomplete", { problem, fix });
  const list = (names: readonly string[], reasonOf: (name: string) => string): string => {
    const shown = names.slice(0, NAMED);
    const texts = shown.map((name) => `\`${showName(name, hide)}\`${reasonOf(name)}`);
    const rest = names.length - shown.length;
    return texts.join(", ") + (rest === 0 ? "" : ` and ${showNumber(rest)} more`);
  };
  return {
    unreadable: (name) => {
      unreadable.push(name);
    },
    packed: (name, reason) => {
      packed.set(name, reason);
    },
    other: (problem, fix) => {
      others.push(incomplete(problem, fix));
    },
    findings: () => {
      const findings = [...others];
      if (unreadable.length > 0) {
        const names = list(unreadable, () => "");
        findings.push(
          incomplete(
            `${count(unreadable.length, "file or folder", "files and folders")} could not be read: ${names}`,
            "Let the user that runs this step read them, or run this step before they are made.",
          ),
        );
      }
      if (packed.size > 0) {
        const names = list([...packed.keys()], (name) => ` (${packed.get(name) ?? ""})`);
        findings.push(
          incomplete(
            `${count(packed.size, "archive", "archives")} could not be unpacked: ${names}`,
            "Unpack it yourself and have the folder looked through with `leak-scan-paths`, or take it out of the workspace.",
          ),
        );
      }
      return findings;
    },
  };
}
