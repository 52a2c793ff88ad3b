import fc from "fast-check";
import { createPleoApi } from "../../../action/pleo-api/client.ts";
import { startDeadline } from "../../../action/pleo-api/deadline.ts";
import { PleoKey } from "../../../src/key/pleo-key.ts";
import type { Answer, PleoApi } from "../../../src/ports.ts";
import { HOSTILE_TEXTS } from "../../pleo-simulator/faults/hostile-texts.ts";
import { SPELLERS_OF_KNOWN } from "../../support/spell-key.ts";
import { formsShown } from "../../support/twin-keys.ts";
import { compose, partsOf, type Part } from "../parts.ts";
import { createTarget, require } from "../target.ts";
import { keyPlans, makeTwins } from "../twins.ts";

const COMPANY = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";
const URN = `urn:pleo:company:${COMPANY}`;

/** What Pleo says when nothing is wrong, and pieces of it. */
const BODIES = [
  `{"data":{"authMethod":"API_KEY","scope":"vendors:read","subjectURN":"${URN}"}}`,
  `{"data":[{"resource":"${URN}","status":"ACTIVATED"}]}`,
  `{"resource":"${URN}","status":"INACTIVE","errorCode":"`,
  `{"data":[{"id":"${COMPANY}","organizationId":null}]}`,
  '{"data":',
  '"scope":',
  "[",
  "]",
  "{",
  "}",
  '"',
  ",",
  "null",
  "1e999",
  '"__proto__":',
  ...Object.values(HOSTILE_TEXTS),
];

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: readonly Part[];
}

const HEADERS = fc.record({
  "content-type": fc.constantFrom(
    "application/json",
    "application/problem+json; charset=utf-8",
    "text/html",
    "",
  ),
  "retry-after": fc.constantFrom(
    "",
    "0",
    "1",
    "-1",
    "9".repeat(30),
    "Fri, 01 Jan 2027 00:00:00 GMT",
  ),
  "content-length": fc.constantFrom("", "0", "7", "-1", "1e99", "99999999999999999999"),
});
const BODY = partsOf(Object.keys(SPELLERS_OF_KNOWN), { more: BODIES });
const WHOLE_BODY = fc
  .constantFrom(...BODIES.slice(0, 4))
  .map((text): readonly Part[] => [{ text }]);

export const replies: fc.Arbitrary<Reply> = fc.record({
  status: fc.oneof(
    { weight: 3, arbitrary: fc.constant(200) },
    { weight: 1, arbitrary: fc.integer({ min: 200, max: 599 }) },
  ),
  headers: HEADERS,
  body: fc.oneof(BODY, WHOLE_BODY),
});

const BODILESS = new Set([204, 205, 304]);

/** Pleo as the adapter sees it: `fetch` gives these replies, again and again. */
export function openPleo(
  given: readonly Reply[],
  { key, spelled }: { key: PleoKey; spelled: string },
): PleoApi {
  let count = 0;
  return createPleoApi({
    key,
    origin: "https://external.pleo.io",
    deadline: startDeadline(20_000),
    env: {},
    platform: {
      fetch: () => {
        const reply = given[count++ % given.length];
        if (reply === undefined) return Promise.reject(new TypeError(`cannot reach ${spelled}`));
        return Promise.resolve(responseOf(reply, spelled));
      },
      sleep: () => Promise.resolve(),
      random: () => 0.5,
    },
  });
}

function responseOf({ status, headers, body }: Reply, key: string): Response {
  const text = BODILESS.has(status) ? null : compose(body, key);
  const named = Object.entries(headers).filter(([, value]) => value !== "");
  return new Response(text, { status, headers: Object.fromEntries(named) });
}

export const answers = createTarget({
  name: "answers over HTTP",
  inputs: fc.record({ plan: keyPlans, given: fc.array(replies, { maxLength: 4 }) }),
  holds: async ({ plan, given }) => {
    const isEverGood = given.some(({ status }) => status >= 200 && status < 300);
    const [one, other] = await Promise.all(
      makeTwins(plan).map(async (key) => {
        const pleo = openPleo(given, { key: new PleoKey(key), spelled: key });
        const said: Answer<unknown>[] = [
          await pleo.introspect(),
          await pleo.installations(),
          await pleo.companies(),
          await pleo.company(COMPANY),
          await pleo.probe({ method: "GET", path: "/v2/employees", query: { limit: "1" } }),
        ];
        const isGood = said.some(({ kind }) => kind === "ok");
        require(isEverGood || !isGood, "only a success is taken for one");
        const text = JSON.stringify(said);
        require(formsShown(text, key).length === 0, "no answer repeats the key");
        return text;
      }),
    );
    require(one === other, "two keys that end alike are answered alike");
  },
});
