import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleKey } from "../support/keys.ts";
import { ask, basic } from "../support/ask-simulator.ts";
import { readCredential } from "./credential.ts";
import { startSimulator, type Simulator } from "./simulator.ts";

const encode = (text: string): string => Buffer.from(text).toString("base64");

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

describe("how a key has to be sent", () => {
  test("Basic, with the key as user name and an empty password, opens the door", async () => {
    const { healthy } = simulator.keys;
    expect((await ask(simulator.origin, healthy, { path: "/v1/introspect" })).status).toBe(200);
  });

  test.each<[string, (key: string) => string | undefined]>([
    ["no header", () => undefined],
    ["Bearer", (key) => `Bearer ${key}`],
    ["Bearer, encoded", (key) => `Bearer ${encode(`${key}:`)}`],
    ["Basic with the raw key", (key) => `Basic ${key}`],
    ["Basic with the raw key and its colon", (key) => `Basic ${key}:`],
    ["a missing colon", (key) => `Basic ${encode(key)}`],
    ["a password", (key) => `Basic ${encode(`${key}:secret`)}`],
    ["the key as password", (key) => `Basic ${encode(`:${key}`)}`],
    ["the key twice", (key) => `Basic ${encode(`${key}:${key}`)}`],
    ["base64 without its padding", (key) => `Basic ${encode(`${key}:`).replace(/=*$/, "")}x`],
    ["nothing after Basic", () => "Basic"],
    ["the key alone", (key) => key],
    ["a key nobody issued", () => `Basic ${encode(`${exampleKey()}:`)}`],
  ])("%s is answered 401", async (_name, header) => {
    const authorization = header(simulator.keys.healthy.reveal());
    const answer = await ask(simulator.origin, authorization, { path: "/v1/introspect" });
    expect(answer.status).toBe(401);
  });

  test("the scheme's letter case does not matter", async () => {
    const authorization = basic(simulator.keys.healthy).replace("Basic", "basic");
    const answer = await ask(simulator.origin, authorization, { path: "/v1/introspect" });
    expect(answer.status).toBe(200);
  });
});

test("mistakes are told apart for the record", () => {
  expect(readCredential(undefined).kind).toBe("none");
  expect(readCredential("Bearer abc").kind).toBe("not-basic");
  expect(readCredential("Basic a-b").kind).toBe("not-base64");
  expect(readCredential(`Basic ${encode("abc")}`).kind).toBe("no-colon");
  expect(readCredential(`Basic ${encode("abc:def")}`).kind).toBe("with-password");
});
