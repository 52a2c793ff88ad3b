/** What a picture shows, as a page that a browser can be asked to draw. */
export interface Page {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

export interface PageParts extends Omit<Page, "html"> {
  /** Says where the words come from, so that nobody takes the picture for a photograph. */
  readonly caption: string;
  readonly style: string;
  readonly body: string;
}

/** Fonts that Debian's Chromium comes with, so that a picture looks the same wherever it is made. */
const STYLE = `
  * { box-sizing: border-box; }
  body { margin: 0; padding: 20px; background: #fff; color: #1f2328; font: 14px/1.5 "DejaVu Sans", sans-serif; }
  code, pre { font: 12.5px/1.6 "DejaVu Sans Mono", monospace; }
  .frame { border: 1px solid #d1d9e0; border-radius: 6px; overflow: hidden; }
  .caption { margin: 10px 2px 0; color: #59636e; font-size: 12px; }
`;

export function createPage({ name, width, height, caption, style, body }: PageParts): Page {
  const html = `<!doctype html>
<meta charset="utf-8">
<title>${escapeHtml(caption)}</title>
<style>${STYLE}${style}</style>
<div class="frame">
${body}
</div>
<p class="caption">${escapeHtml(caption)}</p>
`;
  return { name, width, height, html };
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Words in backticks as code, all else as it is. */
export function escapeWithCode(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, "<code>$1</code>");
}
