/** Takes a content piece by piece. A piece may be overwritten once the promise is kept. */
export interface Sink {
  readonly write: (bytes: Buffer) => Promise<void>;
  readonly end: () => Promise<void>;
}
