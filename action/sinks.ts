import { createTextMasker } from "../src/key/mask-text.ts";
import { maskableSpellings } from "../src/key/spellings.ts";
import type { Severity } from "../src/report/finding.ts";
import type { OutputName, Outputs } from "./contract.ts";
import { toLogText } from "./plain-text.ts";

interface AnnotationPlace {
  readonly title: string;
  readonly file?: string;
  readonly startLine?: number;
}

/** What of the toolkit is used. */
export interface Toolkit {
  setSecret(secret: string): void;
  setOutput(name: string, value: string): void;
  info(message: string): void;
  error(message: string, place: AnnotationPlace): void;
  warning(message: string, place: AnnotationPlace): void;
  notice(message: string, place: AnnotationPlace): void;
  writeSummary(markdown: string): Promise<unknown>;
}

export interface Annotation extends AnnotationPlace {
  readonly severity: Severity;
  readonly message: string;
}

/** Every way out of this process. Nothing else may write, and everything passes the one redactor. */
export interface Sinks {
  /** For what is put together before it is handed to a sink that is not one of these. */
  readonly redact: (text: string) => string;
  maskSecrets(): void;
  log(text: string): void;
  annotate(annotation: Annotation): void;
  setOutputs(outputs: Partial<Outputs>): void;
  writeSummary(markdown: string): Promise<void>;
}

export interface SinkOptions {
  readonly secrets: readonly string[];
  /** Outside of a runner nobody takes commands, and a command that masks would print the secret. */
  readonly isOnRunner: boolean;
  /** Called where the gate could not be written: whoever reads it must not find an old answer. */
  readonly failStep: () => void;
}

export function openSinks(toolkit: Toolkit, { secrets, isOnRunner, failStep }: SinkOptions): Sinks {
  const redact = createTextMasker(secrets);
  return {
    redact,
    maskSecrets: () => {
      if (!isOnRunner) return;
      for (const text of maskedTexts(secrets)) toolkit.setSecret(text);
    },
    log: (text) => {
      toolkit.info(toLogText(redact(text)));
    },
    annotate: ({ severity, message, ...place }) => {
      toolkit[severity](toLogText(redact(message)), {
        ...place,
        ...(place.file === undefined ? {} : { file: toLogText(redact(place.file)) }),
        title: toLogText(redact(place.title)),
      });
    },
    setOutputs: (outputs) => {
      try {
        for (const [name, value] of Object.entries(outputs) as [OutputName, string][]) {
          // One of few words of our own, which a stored value may happen to be.
          const isOwnWord = name === "verdict" || name === "deploy-allowed";
          toolkit.setOutput(name, isOwnWord ? value : redact(value));
        }
      } catch {
        failStep();
        toolkit.error(OUTPUTS_BROKEN, { title: "The outputs could not be written" });
      }
    },
    writeSummary: async (markdown) => {
      await toolkit.writeSummary(redact(markdown));
    },
  };
}

const OUTPUTS_BROKEN =
  "The file that GITHUB_OUTPUT names cannot be written, so no later step may rely on this check; look at the runner's disk.";

/** The runner masks a few forms of a secret by itself, but not the Basic header, and nothing of a damaged one. */
function maskedTexts(secrets: readonly string[]): readonly string[] {
  return [
    ...new Set(secrets.flatMap((secret) => maskableSpellings(secret).map(({ text }) => text))),
  ];
}
