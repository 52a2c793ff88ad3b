import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Most mutants are killed by any test: those that take long come last. */
class QuickFilesFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification): boolean =>
      /(?:find-keys|mask-text|spell\w*)\.test\.ts$/.test(moduleId);
    const quick = files.filter((file) => !isSlow(file));
    return Promise.resolve([...quick, ...files.filter(isSlow)]);
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
    sequence: { sequencer: QuickFilesFirst },
    env: { TZ: "UTC", SAMPLES_ONE_IN: "11" },
    setupFiles: ["test/support/no-printing.ts", "test/mutation/repeatable-properties.ts"],
  },
});
