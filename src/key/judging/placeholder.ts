import { isExampleHex, isExampleKey } from "./example-hex.ts";
import { isKeyShaped } from "../shape.ts";

/** Why a value is a stand-in for a key and not one. */
export type PlaceholderReason =
  /** `${PLEO_API_KEY}` and the like: whatever should have filled it in did not. */
  | "unresolved-reference"
  /** `undefined`, `null` and the like: a program wrote down that it had nothing. */
  | "stringified-nothing"
  /** Stars, dots or bullets: what a page shows after it has hidden the key. */
  | "masked-copy"
  /** `<your-key>`, `plp_xxx`: the words of an example. */
  | "example-words"
  /** One character again and again, or counting digits. */
  | "example-characters";

const REFERENCES = [
  /^\$\{.*\}$/s,
  /^\$\(.*\)$/s,
  /^\$\{[A-Za-z_][A-Za-z0-9_]*$/,
  // Few digits: a dollar sign may stand before a random value, too.
  /^\$[A-Za-z_][A-Za-z_:]*\d{0,2}$/,
  /^%[A-Za-z_][A-Za-z0-9_]*%$/,
  /^\{\{.*\}\}$/s,
  /^#\{.*\}#?$/s,
  /^<%.*%>$/s,
  /^@@?[A-Z][A-Z0-9_]*@@?$/,
  /^(?:process\.env|import\.meta\.env|os\.environ|secrets|vars|env)[.[]["']?[A-Za-z_]+\d{0,2}["'\]]*$/,
  /^@Microsoft\.KeyVault\(.*\)$/i,
  /^ENC\[.*\]$/s,
  /^(?:op|vault|keyvault|awssm|gcpsm|ssm|doppler|sops):\/\/.+$/,
  /^(?:vault|secretref|ssm):[A-Za-z0-9_./#-]+$/,
];
const NOTHING =
  /^(?:undefined|null|none|nil|nan|n\/a|\((?:null|none|nil)\)|void 0|\[object \w+\]|true|false)$/i;
/** No key holds these; a masked copy does. */
const MASKS =
  /\*{3}|\u2026|^.{0,12}\.{3}|\.{3}.{0,12}$|x{8}|X{8}|[\u2022\u25cf\u2217\u00b7]{2}|^[*.\u2022\u25cf\u2217\u00b7-]+$/;
/** Hardly a digit inside: a real key between brackets is a real key. */
const IN_BRACKETS = /^[<[{]+(?:\d{1,3} )?\p{L}[\p{L}_ .'-]{0,80}\d{0,2}[>\]}]+$/u;
/** `pls_<32 hex>_<6 hex>`: the pieces of a key, described. */
const DESCRIBED = /^[A-Za-z]{0,8}_?(?:<(?:\d{1,3} )?[A-Za-z][A-Za-z_ .'-]{0,40}>_?)+$/;
const REPEATED = /^(.)\1{2,}$/s;
const SEPARATORS = /[\s\-_.,:/]+/;

/** All the words that examples are made of. A random value holds one of them, but never only them. */
const VOCABULARY = new Set(
  (
    "pls plp pleo pleos your my our the a an api apikey key keys token secret secrets credential " +
    "credentials password value standalone integrated production staging prod live real actual here " +
    "goes is this put paste enter insert add set use test tests testing example examples sample demo " +
    "dummy fake mock foo bar baz placeholder change changeme me replace replaceme with in to do todo " +
    "fixme tbd none na null undefined empty redacted hidden masked string text some company id abc xyz " +
    "yourkey mykey yourapikey myapikey yourtoken mytoken yoursecret hunter2 hex chars characters digits qwerty asdf foobar lorem ipsum " +
    "deadbeef cafebabe abcd abcdef abcdefgh abcdefghij abcd1234 123 1234 12345 123456 abc123 " +
    // As those write it for whom Pleo is made.
    "din dit jeres nøgle noegle nøkkel nyckel hemmelig hemmelighed hemlighet her här indsæt " +
    "dein deine ihr ihre schlüssel schluessel geheim geheimnis hier einfügen einfuegen eintragen beispiel " +
    "jouw uw je sleutel invullen voorbeeld votre vos ta ton cle clé clef secrète ici mettre exemple jeton " +
    "tu su clave llave aquí aqui ejemplo secreto tua sua chiave qui chave avain tähän twój twoj klucz tutaj " +
    "der die das den la le el il un une eine de da et og och und en"
  ).split(" "),
);
const LONGEST_WORDING = 200;
const SHORTEST_COUNT = 6;

/** The reason if the whole text is a stand-in; it must have been freed from what is around it. */
export function placeholderReason(text: string): PlaceholderReason | undefined {
  if (REFERENCES.some((reference) => reference.test(text))) return "unresolved-reference";
  if (NOTHING.test(text)) return "stringified-nothing";
  if (isWording(text)) return "example-words";
  if (MASKS.test(text)) return "masked-copy";
  return isMadeUp(text) ? "example-characters" : undefined;
}

function isWording(text: string): boolean {
  if (text.length > LONGEST_WORDING) return false;
  if (IN_BRACKETS.test(text) || DESCRIBED.test(text)) return true;
  const words = text.normalize().toLowerCase().split(SEPARATORS).filter(Boolean);
  // A year or a length may stand among the words of an example, if there are words enough.
  const spoken = words.filter((word) => VOCABULARY.has(word) || !/^\d{1,4}$/.test(word));
  const isSpoken = spoken.length === words.length || spoken.length > 1;
  return spoken.length > 0 && isSpoken && spoken.every(isExampleWord);
}

function isExampleWord(word: string): boolean {
  return VOCABULARY.has(word) || /^x{2,}$/.test(word);
}

/** Key-shaped text is judged by its body; of other text, all of it must be made up. */
function isMadeUp(text: string): boolean {
  if (isKeyShaped(text)) return isExampleKey(text);
  const rest = text.replace(/^pl[a-z]_/, "");
  if (REPEATED.test(rest)) return true;
  const digits = rest.replaceAll("_", "").toLowerCase();
  return digits.length >= SHORTEST_COUNT && isExampleHex(digits);
}
