import fc from "fast-check";
import { isExampleKey } from "../../../src/key/judging/example-hex.ts";
import { parseKey, type ParsedKey } from "../../../src/key/parse-key.ts";
import { isSendable } from "../../../src/key/sendable.ts";
import { isKeyShaped } from "../../../src/key/shape.ts";
import { SPELLERS } from "../../support/spell-key.ts";
import { formsShown, WRAPPINGS } from "../../support/twin-keys.ts";
import { compose, partsOf } from "../parts.ts";
import { createTarget, require } from "../target.ts";
import { keyPlans, makeTwins } from "../twins.ts";

const PASTED = ["Bearer ", "Basic ", '"', "'", "export ", "PLEO_API_KEY=", "\n", "curl -u ", ":"];

/** What base64 with anything beside it comes out as differs from key to key, and what is said of it with it. */
const DECODED = /base64|header/;
const OPEN = Object.keys(SPELLERS).filter((name) => !DECODED.test(name));
const OPEN_WRAPPINGS = Object.keys(WRAPPINGS).filter((name) => !DECODED.test(name));

export const parser = createTarget({
  name: "parser of a stored value",
  inputs: fc.record({
    plan: keyPlans,
    parts: fc.oneof(
      partsOf(OPEN, { more: PASTED }),
      partsOf(Object.keys(SPELLERS), { more: PASTED }),
    ),
    wrapping: fc.constantFrom(...OPEN_WRAPPINGS, ...Object.keys(WRAPPINGS)),
  }),
  holds: ({ plan, parts, wrapping }) => {
    const twins = makeTwins(plan);
    const [one, other] = twins.map((key) => {
      const value = compose(parts, (WRAPPINGS[wrapping] ?? String)(key));
      const parsed = parseKey(value);
      const isKey = isKeyShaped(value) && !isExampleKey(value);
      require((parsed.kind === "key") === isKey, "`key` is said of what has a key's shape");
      const handedOut = keyOf(parsed);
      require(handedOut === undefined || isSendable(handedOut), "a key that is given can be sent");
      const said = JSON.stringify(parsed);
      require(formsShown(said, key).length === 0, "no answer shows the key");
      return said;
    });
    const isDecoded = parts.some((part) => "key" in part && DECODED.test(part.key));
    require(one === other ||
      isDecoded ||
      DECODED.test(wrapping), "two keys that end alike are answered alike");
  },
});

function keyOf(parsed: ParsedKey): string | undefined {
  if (parsed.kind === "damaged") return parsed.inner?.reveal();
  return "key" in parsed ? parsed.key.reveal() : undefined;
}
