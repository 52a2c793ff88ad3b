import { scanForLeaks } from "../../../../action/scan/leak/leak-scan.ts";
import type {
  LeakScan,
  LeakScanPorts,
  LeakScanRequest,
  LeakScanResult,
} from "../../../../action/scan/leak/leak-scan.ts";
import { PleoKey } from "../../../../src/key/pleo-key.ts";
import type { Finding } from "../../../../src/report/finding.ts";

export interface ScanOptions extends Partial<LeakScan> {
  readonly base?: string;
  readonly previousKey?: string;
  readonly ports?: Partial<LeakScanPorts>;
}

/** Looks for a key, or without one, in a workspace. */
export async function scan(
  workspace: string,
  key: string | undefined,
  { base, previousKey, ports, ...scanned }: ScanOptions = {},
): Promise<LeakScanResult> {
  const keys: LeakScanRequest["keys"] = [
    ...(key === undefined ? [] : [{ key: new PleoKey(key), which: "the key" } as const]),
    ...(previousKey === undefined
      ? []
      : [{ key: new PleoKey(previousKey), which: "the previous key" } as const]),
  ];
  return scanForLeaks(
    {
      scan: { modes: new Set(["workspace"]), paths: [], includesIgnored: false, ...scanned },
      keys,
      workspace,
      base,
      words: { revoke: "choose Delete", renew: "make a new key" },
    },
    { progress: () => undefined, now: () => performance.now(), ...ports },
  );
}

export function idsOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ id }) => id);
}

/** Where each finding is, `file:line`. */
export function placesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ where }) => {
    if (where === undefined) return "nowhere";
    return where.line === undefined ? where.file : `${where.file}:${where.line}`;
  });
}
