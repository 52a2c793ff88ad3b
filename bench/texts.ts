import { seededRandom, type Random } from "./seeded-random.ts";
import { adversarialPieces, repeatTo } from "../test/support/adversarial-texts.ts";

export interface BenchText {
  readonly name: string;
  readonly text: string;
}

/** Texts of about this length, the same in every run: what is scanned all day, and what is meant to hurt. */
export function createTexts(length: number): readonly BenchText[] {
  const random = seededRandom(20);
  const hex = (count: number): string => pick(random, "0123456789abcdef", count);
  const base64 = (count: number): string => pick(random, BASE64, count);
  const statement = (): string => sourceLine(random);
  const withBlob = (): string => `${repeated(statement, 40)}const blob = "${base64(400)}";\n`;
  return [
    { name: "source", text: fill(statement, length) },
    { name: "source and base64", text: fill(withBlob, length) },
    { name: "base64", text: fill(() => `${base64(76)}\n`, length) },
    { name: "hex", text: fill(() => `${hex(64)}\n`, length) },
    { name: "log with keys", text: fill(() => logLine(random, hex), length) },
    ...Object.entries(adversarialPieces(hex)).map(([name, piece]) => ({
      name: `all ${name}`,
      text: repeatTo(piece, length),
    })),
  ];
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const WORDS = (
  "const let return if else function await async import export from class extends this new throw await " +
  "response request client company employee apply plan place plus place_holder pls_list plp_total " +
  "amount total index value error message header token options result status created updated"
).split(" ");
const JOINTS = [
  " ",
  " ",
  " ",
  ".",
  "(",
  ") ",
  " = ",
  ": ",
  ", ",
  " => ",
  '"',
  "; ",
  "_",
  " / ",
  "%20",
];

function sourceLine(random: Random): string {
  const parts = Array.from({ length: 4 + Math.floor(random() * 8) }, () => {
    return choose(random, WORDS) + choose(random, JOINTS);
  });
  return `${"  ".repeat(Math.floor(random() * 5))}${parts.join("")}\n`;
}

function logLine(random: Random, hex: (count: number) => string): string {
  const key = ["pls", hex(32), hex(6)].join("_");
  const shown = random() < 0.5 ? key : `Basic ${btoa(`${key}:`)}`;
  return `${repeated(() => sourceLine(random), 20)}authorization: ${shown}\n`;
}

function fill(line: () => string, length: number): string {
  let text = "";
  while (text.length < length) text += line();
  return text;
}

function repeated(line: () => string, count: number): string {
  return Array.from({ length: count }, line).join("");
}

function pick(random: Random, alphabet: string, count: number): string {
  return Array.from({ length: count }, () => choose(random, Array.from(alphabet))).join("");
}

function choose(random: Random, choices: readonly string[]): string {
  return choices[Math.floor(random() * choices.length)] ?? "";
}
