import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { WEB_APP_ORIGINS } from "../../src/pleo/hosts.ts";
import { keyHandling, STORE_KEY } from "../../src/pleo/web-app.ts";
import { FINDING_IDS, type CatalogueEntry } from "../../src/report/catalogue.ts";
import { WHOLE_CATALOGUE } from "../../src/report/whole-catalogue.ts";
import { renderTable } from "./render-table.ts";

interface Described {
  readonly description: string;
  readonly default?: string;
}

interface ActionMetadata {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
}

function readMetadata(): ActionMetadata {
  return parse(readFileSync("action.yml", "utf8")) as ActionMetadata;
}

function describeDefault({ default: value }: Described): string {
  return value === undefined ? "–" : `\`${value}\``;
}

/** Every input of `action.yml`. */
export function renderInputs(): string {
  const rows = Object.entries(readMetadata().inputs).map(([name, input]) => [
    `\`${name}\``,
    describeDefault(input),
    input.description,
  ]);
  return renderTable([["Input", "Default", "What it is"], ...rows]);
}

/** Every output of `action.yml`. */
export function renderOutputs(): string {
  const rows = Object.entries(readMetadata().outputs).map(([name, { description }]) => [
    `\`${name}\``,
    description,
  ]);
  return renderTable([["Output", "What it says"], ...rows]);
}

/** The words of a remedy as they are for a Standalone key of production, which is what most people have. */
const USUAL_WORDS: Readonly<Record<string, string>> = {
  ...keyHandling("standalone", "production"),
  app: WEB_APP_ORIGINS.production,
  environment: "production",
  other: "staging",
  seen: "staging",
  confirm: "",
  them: "them",
  help: "Do what the run says",
  holder: "the repository",
  secret: "PLEO_API_KEY",
  variable: "NEXT_PUBLIC_PLEO_API_KEY",
  name: "owner/action",
  ref: "v1",
  pinned: "owner/action@<40 hex digits>",
};

/** What the page says once above the table, so that fifty rows need not. */
const SAID_ABOVE = [` in Pleo's web app (${WEB_APP_ORIGINS.production})`, ` and ${STORE_KEY}`];

const DEPENDS = "Do what the run says, which depends on what it found.";

/** A remedy without blanks, and short. One that is nothing but a blank is known to the run alone. */
export function shortenRemedy(remedy: string): string {
  if (remedy === "{fix}") return DEPENDS;
  const filled = remedy.replaceAll(/\{(\w+)\}/g, (blank, name: string) => {
    const word = USUAL_WORDS[name];
    if (word === undefined) throw new Error(`no usual word for ${blank}`);
    return word;
  });
  return SAID_ABOVE.reduce((text, phrase) => text.replaceAll(phrase, ""), filled);
}

function markOf({ severity, inconclusive }: CatalogueEntry): string {
  if (severity === "error") return inconclusive === true ? "❔" : "❌";
  return severity === "warning" ? "⚠️" : "ℹ️";
}

/** What a tired person sees, and what to do about it first. */
export function renderFirstSteps(): string {
  const rows = FINDING_IDS.map((id) => {
    const entry: CatalogueEntry = WHOLE_CATALOGUE[id];
    return [
      `${markOf(entry)} ${entry.title}`,
      `[${id}](findings.md#${id})`,
      shortenRemedy(entry.remedy),
    ];
  });
  return renderTable([["What you see", "Id", "What to do first"], ...rows]);
}
