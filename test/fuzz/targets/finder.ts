import fc from "fast-check";
import { findKeys } from "../../../src/key/find-keys.ts";
import { decodeSpelling } from "../../../src/key/spelling.ts";
import { SPELLERS } from "../../support/spell-key.ts";
import { compose, partsOf } from "../parts.ts";
import { createTarget, require } from "../target.ts";
import { keyPlans, makeTwins } from "../twins.ts";

/** Ends every word, and belongs to no spelling. */
const NEIGHBOUR = " § ";

export const finder = createTarget({
  name: "finder",
  inputs: fc.record({ plan: keyPlans, parts: partsOf(Object.keys(SPELLERS)) }),
  holds: ({ plan, parts }) => {
    const [one, other] = makeTwins(plan).map((key) => {
      const text = compose(parts, key);
      let done = 0;
      const found = findKeys(text);
      for (const { key: spelled, start, end, spelling } of found) {
        require(start >= done && end > start && end <= text.length, "ranges are in order");
        require(decodeSpelling(text.slice(start, end), spelling) ===
          spelled, "a range spells its key");
        done = end;
      }
      const apart = findKeys(NEIGHBOUR + text + NEIGHBOUR).map((each) => each.key);
      require(apart.join() ===
        found.map((each) => each.key).join(), "words beside a text change nothing in it");
      return found.map(({ start, end, place }) => `${start} ${end} ${place}`).join();
    });
    require(one === other, "two keys that end alike are found alike");
  },
});
