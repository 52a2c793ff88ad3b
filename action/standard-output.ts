/** What of `process.stdout` is used: by us, and by the toolkit, which prints its commands there. */
export interface StandardOutput {
  readonly write: (text: string) => boolean;
}

export interface OutputPorts {
  /** Writes to the standard output and says how many bytes went out, or throws what the system says. */
  readonly writeBytes: (bytes: Uint8Array) => number;
  /** Called once, when nobody reads any more. What comes after it is dropped. */
  readonly abandon: () => void;
}

/**
 * The standard output without the streams that Node would load for it, which cost a start a tenth. Each text has gone out
 * when the call comes back, as it has with Node's own where the output is a file or a pipe.
 */
export function createStandardOutput({ writeBytes, abandon }: OutputPorts): StandardOutput {
  const encoder = new TextEncoder();
  let isGone = false;
  return {
    write: (text) => {
      for (let rest = encoder.encode(text); rest.length > 0 && !isGone;) {
        try {
          rest = rest.subarray(writeBytes(rest));
        } catch (error) {
          // The reader is slow: it is waited for.
          if ((error as NodeJS.ErrnoException).code === "EAGAIN") continue;
          isGone = true;
          abandon();
        }
      }
      return !isGone;
    },
  };
}
