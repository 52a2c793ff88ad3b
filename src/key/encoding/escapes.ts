/** What some writers of JSON escape beyond what they must. Quotes, backslashes and controls always are. */
const JSON_EXTRAS = [
  /(?!)/g,
  /\//g,
  /[^\0-\x7f]/g,
  /[<>&']/g,
  /[<>&'/]|[^\0-\x7f]/g,
  /[+]/g,
  /[<>&'+`]|[^\0-\x7f]/g,
] as const;

/** The value as it may stand inside the quotes of a JSON string. */
export function escapeJson(value: string): readonly string[] {
  const escaped = JSON.stringify(value).slice(1, -1);
  const quotesAsCodes = escaped.replaceAll('\\"', "\\u0022");
  return [escaped, quotesAsCodes].flatMap((base) => [
    ...JSON_EXTRAS.map((extras) => base.replace(extras, (unit) => unicodeEscape(unit))),
    ...JSON_EXTRAS.map((extras) => base.replace(extras, (unit) => upperCaseEscape(unit))),
    base.replaceAll("/", "\\/"),
  ]);
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function upperCaseEscape(unit: string): string {
  return unicodeEscape(unit).toUpperCase().replace("U", "u");
}

const HTML_NAMES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** The value as HTML or XML may show it; writers differ most in how they write the single quote. */
export function escapeHtml(value: string): readonly string[] {
  const named = replaceMarkup(value, (mark) => HTML_NAMES[mark] ?? mark);
  return [
    named,
    named.replaceAll("&apos;", "&#39;"),
    named.replaceAll("&apos;", "&#x27;"),
    named.replaceAll("&apos;", "'"),
    named.replaceAll("&apos;", "&#39;").replaceAll("&quot;", "&#34;"),
    named.replaceAll("&apos;", "&#x27;").replaceAll("&quot;", "&#34;"),
    named.replaceAll("&apos;", "'").replaceAll("&quot;", '"'),
    replaceMarkup(value, (mark) => `&#${mark.charCodeAt(0)};`),
    replaceMarkup(value, (mark) => `&#x${mark.charCodeAt(0).toString(16)};`),
    replaceMarkup(value, (mark) => `&#x${mark.charCodeAt(0).toString(16).toUpperCase()};`),
  ];
}

function replaceMarkup(value: string, replace: (mark: string) => string): string {
  return value.replace(/[&<>"']/g, replace);
}
