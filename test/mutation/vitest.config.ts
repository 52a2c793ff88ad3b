import { basename, dirname } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Those that take longest, the longest last. */
const SLOW = [
  "guard-key",
  "parse-key",
  "needle-index",
  "find-keys",
  "mask-text",
  "spelled-prefix",
  "mask-many",
];

function nameOf(path: string): string {
  return basename(path).replace(/(?:\.test)?\.ts$/, "");
}

/** Most mutants are killed by the tests named like their file or its folder, and most of the others by any. */
class LikelyFilesFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const broken = this.ctx.config.related ?? [];
    const likely = new Set(broken.flatMap((path) => [nameOf(path), nameOf(dirname(path))]));
    const rank = ({ moduleId }: TestSpecification): number =>
      likely.has(nameOf(moduleId)) ? -2 : SLOW.indexOf(nameOf(moduleId));
    return Promise.resolve(files.toSorted((one, other) => rank(one) - rank(other)));
  }
}

/** The tests of the core, made quick, without those that measure time: the machine would decide these. */
export default defineConfig({
  test: {
    // Longer than anywhere else: what Stryker puts into the code makes it slow, and a mutant that hangs has its own limit.
    testTimeout: 180_000,
    include: ["test/src/{activation,key}/**/*.test.ts"],
    exclude: ["test/src/key/linear-time.test.ts"],
    environment: "node",
    isolate: false,
    sequence: { sequencer: LikelyFilesFirst },
    env: { TZ: "UTC", SAMPLES_ONE_IN: "11" },
    setupFiles: ["test/support/no-printing.ts", "test/mutation/repeatable-properties.ts"],
  },
});
