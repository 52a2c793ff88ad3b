import { startSimulator } from "../../test/pleo-simulator/simulator.ts";
import { COMPANIES } from "../../test/pleo-simulator/world.ts";
import { openCheckout } from "../../test/support/checkout.ts";
import { runAction } from "../../test/support/run-action.ts";
import { WORKFLOW } from "../demo/tell-review.ts";
import { createPage, escapeHtml, type Page } from "./page.ts";

const FILE = ".github/workflows/site.yml";
/** How GitHub names a command's property, and what the run has to say about the line that it stands on. */
const COMMAND = /^::error (?<place>[^:]*)::(?<message>.*)$/;

const STYLE = `
  .tab { padding: 8px 14px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; font-size: 12.5px; font-family: "DejaVu Sans Mono", monospace; }
  pre { margin: 0; }
  .line { display: block; white-space: pre; background: #dafbe1; }
  .number { display: inline-block; width: 48px; padding-right: 12px; margin-right: 10px; text-align: right; color: #1f2328; background: #aceebb; }
  .note { margin: 8px 12px; border: 1px solid #d1d9e0; border-left: 4px solid #cf222e; border-radius: 6px; white-space: normal; font: 13px/1.5 "DejaVu Sans", sans-serif; background: #fff; }
  .note p { margin: 0; padding: 8px 14px; }
  .note .from { border-bottom: 1px solid #d1d9e0; color: #59636e; font-size: 12px; background: #f6f8fa; }
`;

interface Annotation {
  readonly line: number;
  readonly title: string;
  readonly message: string;
}

/** The first line of the demo's workflow that hands the key about, in a pull request, with the annotation on it. */
export async function createAnnotationPage(): Promise<Page> {
  const annotation = await annotate();
  const lines = WORKFLOW.trimEnd().split("\n").map(renderLine);
  const note = `<div class="note"><p class="from">Check failure: Pleo Key Guard</p><p><b>${escapeHtml(annotation.title)}</b></p><p>${escapeHtml(annotation.message)}</p></div>`;
  return createPage({
    name: "annotation",
    width: 900,
    height: 530,
    caption: "An annotation in a pull request, rendered from what the Action tells the runner.",
    style: STYLE,
    body: `<div class="tab">${FILE}</div><pre>${lines.slice(0, annotation.line).join("")}${note}${lines.slice(annotation.line).join("")}</pre>`,
  });
}

async function annotate(): Promise<Annotation> {
  const simulator = await startSimulator();
  using checkout = openCheckout({ [FILE]: WORKFLOW });
  try {
    const { stdout } = await runAction({
      inputs: {
        "api-key": simulator.keys.healthy.reveal(),
        "api-url": simulator.origin,
        "company-id": COMPANIES.bakery.id,
        "workflow-audit": "true",
      },
      env: {
        PATH: process.env["PATH"] ?? "",
        GITHUB_WORKSPACE: checkout.folder,
        GITHUB_WORKFLOW_REF: `octo/shop/${FILE}@refs/heads/main`,
      },
    });
    return annotationIn(stdout);
  } finally {
    await simulator.close();
  }
}

function annotationIn(stdout: string): Annotation {
  for (const text of stdout.split("\n")) {
    const { place = "", message = "" } = COMMAND.exec(text)?.groups ?? {};
    const properties = new Map(place.split(",").map((pair) => splitPair(unescape(pair))));
    if (properties.get("file") !== FILE) continue;
    return {
      line: Number(properties.get("line")),
      title: properties.get("title") ?? "",
      message: unescape(message),
    };
  }
  throw new Error(`Nothing is said about ${FILE}.`);
}

function splitPair(pair: string): readonly [string, string] {
  const [name = "", ...value] = pair.split("=");
  return [name, value.join("=")];
}

/** What a runner does with a command's text. */
function unescape(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}

function renderLine(line: string, index: number): string {
  return `<span class="line"><span class="number">${index + 1}</span>${escapeHtml(line)}</span>`;
}
