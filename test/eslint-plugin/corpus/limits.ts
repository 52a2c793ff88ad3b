import type { CorpusCase } from "../read-corpus.ts";

/** A case in which the rules are known not to say what they should, and what keeps them from it. */
export interface Limit extends Pick<CorpusCase, "rule" | "kind" | "title"> {
  /** One sentence. */
  readonly why: string;
}

/** Each is tested to be still one: a case that the rules have learnt has to leave the list. */
export const LIMITS: readonly Limit[] = [
  {
    rule: "no-key-in-client-code",
    kind: "bad",
    title: "use client with a named import",
    why: "The import is reported, once, and not the request that the key is used in.",
  },
  {
    rule: "no-key-in-client-code",
    kind: "bad",
    title: "third: page gets the key as a prop",
    why: "Whether a component is handed the key of a server or what a person has typed, it does not show; `no-key-in-response` looks at the server that hands one over.",
  },
  {
    rule: "no-key-in-telemetry",
    kind: "good",
    title: "shadowed parameter in a callback",
    why: "A file that imports a browser's analytics counts as client code, and reads a Pleo token there.",
  },
  {
    rule: "no-key-in-browser-storage",
    kind: "bad",
    title: "second: settings class with a storage adapter",
    why: "What a method puts into a private map, and another method takes out of it, is not followed.",
  },
  {
    rule: "no-company-id-from-request",
    kind: "bad",
    title: "fourth: lambda path parameters and a stored secret",
    why: "What is asked for stands where the query is made, and is told there rather than where it is sent.",
  },
  {
    rule: "no-company-id-from-request",
    kind: "bad",
    title: "fourth: sveltekit form field",
    why: "What is asked for stands where the query is made, and is told there rather than where it is sent.",
  },
  {
    rule: "no-key-in-response",
    kind: "bad",
    title: "seventh: fastify reply with a header for the next hop",
    why: "A helper that sends whatever it is given is fine; the call that chooses the key for it is told, which is another line.",
  },
  {
    rule: "require-basic-auth",
    kind: "bad",
    title: "seventh: colon forgotten in a helper of helpers",
    why: "What a function of the file makes is told in that function, and not once more where it is used.",
  },
];
