import { expect, it } from "vitest";
import { characterAt } from "../../../../src/key/reading/percent-character.ts";

it.each([
  ["a plain character", "a", "a", 1],
  ["a percent sign", "%", "%", 1],
  ["an escape", "%41", "A", 3],
  ["an escape in small letters", "%5f", "_", 3],
  ["an escape in capitals", "%5F", "_", 3],
  ["the highest escape", "%ff", "\u00ff", 3],
  ["the lowest escape", "%00", "\0", 3],
  ["an escape cut short", "%4", "%", 1],
  ["an escape of another first digit", "%g1", "%", 1],
  ["an escape of another second digit", "%4g", "%", 1],
  ["a percent sign twice", "%%41", "%", 1],
])("%s, %j, is one character", (_, text, character, length) => {
  expect(characterAt(`41${text}`, 2)).toEqual({
    code: character.charCodeAt(0),
    end: 2 + length,
  });
});
