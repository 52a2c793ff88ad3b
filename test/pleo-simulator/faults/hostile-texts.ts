import { mapTexts, sendJson, type Play } from "./play.ts";

/** Texts that do harm where they are printed unescaped. */
export const HOSTILE_TEXTS = {
  ansi: "\u001B[2J\u001B[31mall is well\u001B[0m\u0007",
  commands: "fine\n::set-output name=verdict::pass\r\n::stop-commands::x\n::error::hijacked",
  html: "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;",
  markdown: "[click](javascript:alert(1)) ![x](https://tracker.example/p.png) | a | `b` <!-- c",
  bidi: "company \u202Efdp.exe\u202C \u2066hidden\u2069 \u200B\u00AD",
  "lone-surrogate": "half \uD800 a pair \u0000 and a zero",
} as const;

const MEGABYTE_TEXT = "A".repeat(1_000_000);

/** In every field but the method, which a schema would stop. */
function inEveryField(hostile: string): Play {
  return (context) => {
    sendJson(
      context,
      mapTexts(context.reply.body, (text, name) => (name === "authMethod" ? text : hostile)),
    );
  };
}

export const HOSTILE_FAULTS = {
  "hostile-ansi": inEveryField(HOSTILE_TEXTS.ansi),
  "hostile-commands": inEveryField(HOSTILE_TEXTS.commands),
  "hostile-html": inEveryField(HOSTILE_TEXTS.html),
  "hostile-markdown": inEveryField(HOSTILE_TEXTS.markdown),
  "hostile-bidi": inEveryField(HOSTILE_TEXTS.bidi),
  "hostile-lone-surrogate": inEveryField(HOSTILE_TEXTS["lone-surrogate"]),
  "hostile-megabyte": inEveryField(MEGABYTE_TEXT),
  // One long field alone stays below a cap on the whole.
  "hostile-long-scope": (context) => {
    sendJson(
      context,
      mapTexts(context.reply.body, (text, name) => (name === "scope" ? MEGABYTE_TEXT : text)),
    );
  },
} satisfies Record<string, Play>;
