import { once } from "node:events";
import { createGunzip, createInflateRaw, createZstdDecompress } from "node:zlib";
import { ArchiveDamage, type Budget } from "./budget.ts";
import type { Sink } from "./sink.ts";

const PIECE = 128 * 1024;

type PackedForm = "gzip" | "deflate" | "zstd";

const UNPACKERS = {
  gzip: createGunzip,
  deflate: createInflateRaw,
  zstd: createZstdDecompress,
} as const;

/** Unpacks what it is given and hands it on. What comes after the end of a deflated content is left alone. */
export function inflateInto(target: Sink, form: PackedForm, budget: Budget): Sink {
  const stream = UNPACKERS[form]({ chunkSize: PIECE });
  let unpacked = 0;
  const pass = async (): Promise<void> => {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      unpacked += piece.length;
      budget.unpack(piece.length);
      budget.checkRatio(stream.bytesWritten, unpacked);
      await target.write(piece);
    }
  };
  let failure: { readonly error: unknown } | undefined;
  const passed = pass().catch((error: unknown) => {
    failure = { error };
    stream.destroy();
  });
  const check = (): void => {
    if (failure === undefined) return;
    const { error } = failure;
    // The codes of zlib begin with a Z; anything else is not about these bytes.
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw /^Z(?:STD_error)?_/.test(code) ? new ArchiveDamage("it is damaged") : error;
  };
  return {
    write: async (bytes) => {
      check();
      // It is read by another thread, later.
      if (!stream.write(Buffer.from(bytes))) {
        await Promise.race([once(stream, "drain").catch(() => undefined), passed]);
      }
      check();
    },
    end: async () => {
      stream.end();
      await passed;
      try {
        // What was unpacked before something failed counts as well.
        await target.end();
      } finally {
        check();
      }
    },
  };
}
