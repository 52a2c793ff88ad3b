import { wordSet } from "./word-set.ts";

/**
 * What a key is called in other languages than English, without accents: Norwegian, Danish, Swedish, German, French, Spanish,
 * Italian, Dutch, Finnish, Polish, Portuguese; in one word with `api`, or with what it opens.
 */
export const KEY_IN_OTHER_LANGUAGES: ReadonlySet<string> = wordSet(
  "nokkel noekkel nogle noegle nyckel schlussel schluessel cle clef clave llave chiave sleutel avain klucz chave",
  "apinokkel apinoekkel apinogle apinoegle apinyckel apischlussel apischluessel apisleutel apiavain",
  "tilgangsnokkel adgangsnogle adgangsnoegle atkomstnyckel zugangsschlussel zugangsschluessel toegangssleutel",
);

const BEYOND_ASCII = /[\u0080-\uffff]/;
const ACCENTS = /\p{Mark}+/gu;
/** Letters that are no other letter with an accent. */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  æ: "ae",
  Æ: "Ae",
  œ: "oe",
  Œ: "Oe",
  ß: "ss",
};
const OWN_LETTER = new RegExp(`[${Object.keys(OWN_LETTERS).join("")}]`, "g");

/** `nøkkel` as `nokkel`, `clé` as `cle`. */
export function withoutAccents(name: string): string {
  if (!BEYOND_ASCII.test(name)) return name;
  return name
    .replace(OWN_LETTER, (letter) => OWN_LETTERS[letter] ?? letter)
    .normalize("NFD")
    .replace(ACCENTS, "");
}
