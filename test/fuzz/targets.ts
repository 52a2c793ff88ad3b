import type { Target } from "./target.ts";
import { answers } from "./targets/answers.ts";
import { anyFile } from "./targets/any-file.ts";
import { audit } from "./targets/audit.ts";
import { finder } from "./targets/finder.ts";
import { inputs } from "./targets/inputs.ts";
import { masker, shapeMasker } from "./targets/masker.ts";
import { parser } from "./targets/parser.ts";
import { lintRules } from "./targets/programs.ts";
import { run } from "./targets/run.ts";
import { secretlint } from "./targets/secretlint.ts";
import { time } from "./targets/time.ts";

/** Everything that takes what strangers wrote. */
export const TARGETS: readonly Target[] = [
  ...[parser, finder, masker, shapeMasker],
  ...[inputs, answers, run, audit],
  ...[lintRules, anyFile, secretlint, time],
];
