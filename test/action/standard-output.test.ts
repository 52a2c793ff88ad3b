import fc from "fast-check";
import { expect, test } from "vitest";
import { createStandardOutput } from "../../action/standard-output.ts";
import { anyCharacter } from "../support/arbitrary-texts.ts";

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A reader that takes so many bytes at a time, and is busy in between. */
function slowReader(most: number, failures: readonly string[] = []) {
  const pending = [...failures];
  const taken: number[] = [];
  let abandoned = 0;
  const output = createStandardOutput({
    writeBytes: (bytes) => {
      const failure = pending.shift();
      if (failure !== undefined) throw systemError(failure);
      taken.push(...bytes.subarray(0, most));
      return Math.min(most, bytes.length);
    },
    abandon: () => {
      abandoned += 1;
    },
  });
  const text = (): string => Buffer.from(taken).toString("utf8");
  return { output, text, abandoned: () => abandoned };
}

test("everything goes out, however little is taken at a time", () => {
  const sample = fc.tuple(
    fc.array(fc.string({ unit: anyCharacter() })),
    fc.integer({ min: 1, max: 5 }),
  );
  fc.assert(
    fc.property(sample, ([texts, most]) => {
      const { output, text } = slowReader(most);
      for (const each of texts) expect(output.write(each)).toBe(true);
      expect(text()).toBe(texts.join("").toWellFormed());
    }),
  );
});

test("a reader that is busy is waited for", () => {
  const { output, text } = slowReader(3, ["EAGAIN", "EAGAIN"]);
  output.write("all of it\n");
  expect(text()).toBe("all of it\n");
});

test.each(["EPIPE", "EBADF", "EIO"])("a reader that is gone (%s) is told once", (code) => {
  const { output, text, abandoned } = slowReader(3, [code]);
  expect(output.write("some")).toBe(false);
  expect(output.write("more")).toBe(false);
  expect({ text: text(), abandoned: abandoned() }).toEqual({ text: "", abandoned: 1 });
});
