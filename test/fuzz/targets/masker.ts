import fc from "fast-check";
import { createTextMasker } from "../../../src/key/mask-text.ts";
import { SPELLERS_OF_KNOWN } from "../../support/spell-key.ts";
import { formsShown } from "../../support/twin-keys.ts";
import { compose, partsOf } from "../parts.ts";
import { createTarget, require } from "../target.ts";
import { keyPlans, makeTwins } from "../twins.ts";

export const masker = createTarget({
  name: "masker of a known key",
  inputs: fc.record({ plan: keyPlans, parts: partsOf(Object.keys(SPELLERS_OF_KNOWN)) }),
  holds: ({ plan, parts }) => {
    const [one, other] = makeTwins(plan).map((key) => {
      const mask = createTextMasker([key]);
      const debris = compose(parts, "");
      const shown = mask(compose(parts, key));
      require(formsShown(shown, key).length === 0 ||
        formsShown(debris, key).length >
          0, "no spelling of the key is left, nor eight characters of it");
      require(debris.includes("*") || mask(shown) === shown, "masking twice changes nothing more");
      return shown;
    });
    require(one === other, "two keys that end alike leave the same");
  },
});

export const shapeMasker = createTarget({
  name: "masker of an unknown key",
  inputs: fc.record({ plan: keyPlans, parts: partsOf(["plain", "with colon"]) }),
  holds: ({ plan, parts }) => {
    const mask = createTextMasker([]);
    const [one, other] = makeTwins(plan).map((key) => mask(compose(parts, key)));
    require(one === other, "two keys that end alike leave the same");
  },
});
