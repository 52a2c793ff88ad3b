import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readWorkflowFiles } from "../../../../action/scan/workflow/workflow-audit.ts";
import { createTextMasker } from "../../../../src/key/mask-text.ts";
import { cpuTimeOf } from "../../../support/cpu-time.ts";
import { exampleKey } from "../../../support/keys.ts";
import { SPELLERS_OF_KNOWN } from "../../../support/spell-key.ts";
import { audit, FILE, GUARD, steps } from "./audit-yaml.ts";

const KEY = "${{ secrets.PLEO_API_KEY }}";

function idsIn(text: string): readonly string[] {
  return audit({ [FILE]: text }).map(({ id }) => id);
}

describe("a name that is told is never a piece of a key", () => {
  test.each(Object.entries(SPELLERS_OF_KNOWN))("in %s", (_name, spell) => {
    const key = exampleKey();
    const spelled = spell(key);
    for (const before of ["", "x".repeat(50), "\u200b".repeat(320)]) {
      const program = JSON.stringify(`${before}${spelled}`).slice(1, -1);
      const text = steps(`
- run: '/opt/${program.replaceAll("'", "''").replaceAll(/\s/g, "")} "$PLEO_API_KEY"'
  env:
    PLEO_API_KEY: ${KEY}
`);
      // Every sink has the redactor in front of it, which knows whole spellings and no halves.
      const redact = createTextMasker([key]);
      const messages = audit({ [FILE]: text }).map(({ message }) => redact(message));
      for (let at = 0; at + 24 <= spelled.length; at += 1) {
        expect(messages.join("\n")).not.toContain(spelled.slice(at, at + 24));
      }
    }
  });
});

describe("what silences no finding", () => {
  const guarded = (extra: string, condition = ""): string => `on: push
jobs:
  changes:
    runs-on: ubuntu-latest
    outputs:
      app: \${{ steps.filter.outputs.app }}
    steps:
      - id: filter
        run: ./filter.sh
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: ${GUARD}
        continue-on-error: true
        with:
          api-key: ${KEY}
  deploy:
    needs: [check, changes]
${condition}    runs-on: ubuntu-latest
    environment: production
    steps:
      - run: npm run deploy
        env:
          PLEO_API_KEY: ${KEY}
${extra}`;

  test("another job's output, read by a job that has nothing to do with the check", () => {
    const other = `  docs:
    needs: changes
    if: needs.changes.outputs.app == 'true'
    runs-on: ubuntu-latest
    steps:
      - run: ./docs.sh
`;
    expect(idsIn(guarded(""))).toEqual(["workflow-guard-not-gating"]);
    expect(idsIn(guarded(other))).toEqual(["workflow-guard-not-gating"]);
  });

  test("a condition that lets forks in, and nobody else", () => {
    const condition = "github.event.pull_request.head.repo.full_name == github.repository";
    const on = (text: string): string => `on: pull_request_target
jobs:
  test:
    if: ${text}
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0
        with:
          ref: \${{ github.event.pull_request.head.sha }}
      - run: npm test
        env:
          PLEO_API_KEY: ${KEY}
`;
    expect(idsIn(on(condition))).toEqual([]);
    expect(idsIn(on(`\${{ !(${condition}) }}`))).toContain("workflow-untrusted-code");
  });
});

describe("what costs no more than it is long", () => {
  test("an alias that is repeated in every job", () => {
    const count = 4_000;
    const entries = Array.from({ length: count }, (_, index) => `  K${index}: v\n`).join("");
    const jobs = Array.from({ length: count }, (_, index) => `  j${index}: { env: *e }\n`).join("");
    const text = `x: &e\n${entries}on: push # pleo\njobs:\n${jobs}`;
    const time = cpuTimeOf(() => {
      expect(idsIn(text)).toEqual(["workflow-unreadable"]);
    });
    expect(time).toBeLessThan(4_000);
  });

  test("an assignment within an assignment", () => {
    const text = steps(`
- run: ${"b=(".repeat(100_000)}
  env:
    PLEO_API_KEY: ${KEY}
`);
    expect(cpuTimeOf(() => idsIn(text))).toBeLessThan(4_000);
  });
});

describe("an action of the repository is read wherever it lies", () => {
  const ACTION = `name: x
description: x
inputs:
  token: { description: x }
runs:
  using: composite
  steps:
    - run: echo "\${{ inputs.token }}"
      shell: bash
`;

  test.each(["tools/act", ".ci/act", "vendor/act", "a/b/c/d/e/f", ".github/workflows/act"])(
    "%s",
    (place) => {
      const root = mkdtempSync(path.join(tmpdir(), "workflow-audit-"));
      try {
        const write = (name: string, text: string): void => {
          mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
          writeFileSync(path.join(root, name), text);
        };
        write(FILE, steps(`\n- uses: ./${place}\n  with:\n    token: ${KEY}\n`));
        write(`${place}/action.yml`, ACTION);
        const files = readWorkflowFiles(root);
        expect(files.map((file) => file.path)).toContain(`${place}/action.yml`);
        const found = audit(Object.fromEntries(files.map((file) => [file.path, file.text])));
        expect(found.map(({ id }) => id)).toContain("workflow-secret-in-script");
      } finally {
        rmSync(root, { recursive: true });
      }
    },
  );
});

test("an input that says yes or no is no key", () => {
  const on = (type: string): string => `on:
  workflow_dispatch:
    inputs:
      rotate-pleo-key:
        ${type}
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: ./rotate.sh "\${{ inputs.rotate-pleo-key }}"
`;
  expect(idsIn(on("type: boolean"))).toEqual([]);
  expect(idsIn(on("type: string"))).toContain("workflow-secret-in-script");
});
