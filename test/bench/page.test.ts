import { expect, test } from "vitest";
import { machineOf, renderBenchmarks } from "../../bench/page.ts";

const MACHINE = {
  node: "24.1.0",
  platform: "linux x64",
  processor: "A processor",
  cores: 2,
  memoryGib: 8,
  versions: { eslint: "10.0.0", secretlint: "13.0.0" },
  settings: {},
};
const CHAPTER = {
  script: "bench/one.ts",
  command: "npm run bench:one",
  title: "One thing",
  about: "Against another.",
  measurements: [
    {
      title: "3 rounds",
      rows: [
        { contender: "ours", "ms | all": "1.0 [0.9 .. 1.1]" },
        { contender: "theirs", findings: 7 },
      ],
    },
  ],
};

test("the page has the machine, the versions, and each row that was measured", () => {
  expect(renderBenchmarks([CHAPTER], MACHINE)).toMatchInlineSnapshot(`
    "<!-- Written by \`npm run bench\` from what it measured. -->

    # Benchmarks

    Every comparison runs side by side with its peers, in turns, in one run of \`npm run bench\`. Milliseconds are this machine's; ratios are worth more. Where a cell has brackets, it is a median with the quartiles, so half of all runs lie between them.

    - Machine: A processor, 2 cores, 8 GiB, linux x64, Node 24.1.0
    - Peers: eslint 10.0.0, secretlint 13.0.0

    ## One thing

    Against another. By itself: \`npm run bench:one\`.

    3 rounds

    | contender | ms \\| all | findings |
    | --- | --- | --- |
    | ours | 1.0 [0.9 .. 1.1] | – |
    | theirs | – | 7 |
    "
  `);
});

test("a run that was made smaller says so", () => {
  const page = renderBenchmarks([], { ...MACHINE, settings: { BENCH_LINES: "2000" } });
  expect(page).toContain("\n- Settings: `BENCH_LINES=2000`\n");
});

test("the machine knows itself and the peers that are installed", () => {
  const { node, cores, versions } = machineOf();
  expect(node).toBe(process.versions.node);
  expect(cores).toBeGreaterThan(0);
  for (const version of Object.values(versions)) expect(version).toMatch(/^\d+\.\d+\.\d+/);
  expect(Object.keys(versions)).toContain("secretlint");
});
