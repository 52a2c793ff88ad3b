import type { Answer, Unavailability, UnreadableBody } from "../ports.ts";

const UNREADABLE: Readonly<Record<UnreadableBody, string>> = {
  "not-json": "an answer that is not JSON",
  "wrong-shape": "an answer without what was asked for",
  "too-large": "an answer that is far too large",
  "cut-short": "an answer that breaks off",
  "repeats-key": "an answer that repeats the key",
};

const UNAVAILABLE: Readonly<Record<Unavailability, string>> = {
  timeout: "no answer in time",
  "not-asked": "nothing, since the time was up",
  network: "a failed connection",
  "rate-limited": "status 429, which means too many requests",
  "server-error": "an error on Pleo's side (status 5xx)",
  redirected: "a redirect, which is never followed with a key",
  "unexpected-status": "a status that Pleo does not use",
};

/** An answer in a few words of our own: nothing that came over the wire but a status is repeated. */
export function describeAnswer(answer: Answer<unknown>): string {
  switch (answer.kind) {
    case "ok":
      return "an answer";
    case "unauthorized":
      return "status 401";
    case "forbidden":
      return "status 403";
    case "refused":
      return `status ${answer.status.toString()}`;
    case "unreadable":
      return UNREADABLE[answer.problem];
    case "unavailable":
      return UNAVAILABLE[answer.because];
  }
}
