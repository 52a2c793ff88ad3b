import type { Answer, Unavailability, UnreadableBody } from "../ports.ts";

const UNREADABLE: Readonly<Record<UnreadableBody, string>> = {
  "not-json": "a success whose body is not JSON",
  "wrong-shape": "a success whose body lacks what was asked for",
  "too-large": "a success whose body is far too large",
  "cut-short": "a success whose body ended too early",
};

const UNAVAILABLE: Readonly<Record<Unavailability, string>> = {
  timeout: "no answer in time",
  network: "the connection failed",
  "rate-limited": "too many requests, status 429",
  "server-error": "an error on Pleo's side, status 5xx",
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
