import {
  MISSING_ADVICE,
  UNKNOWN_SHAPE_ADVICE,
  damageAdvice,
  foreignAdvice,
  placeholderAdvice,
  tokenAdvice,
} from "./judging/advice.ts";
import type { Advice } from "./judging/advice.ts";
import { peelValue } from "./judging/damage.ts";
import type { Damage } from "./judging/damage.ts";
import { findKeys } from "./find-keys.ts";
import { foreignVendor } from "./judging/foreign-secret.ts";
import { placeholderReason } from "./judging/placeholder.ts";
import type { PlaceholderReason } from "./judging/placeholder.ts";
import { PleoKey } from "./pleo-key.ts";
import { isKeyShaped, isKnownShape } from "./shape.ts";
import { tokenKind } from "./judging/token.ts";
import type { TokenKind } from "./judging/token.ts";

/** What a stored value turned out to be. Every answer but `key` comes with advice. */
export type ParsedKey =
  | { readonly kind: "key"; readonly key: PleoKey; readonly shape: "known" | "tolerant" }
  /** Could be a key all the same: Pleo documents no shape. */
  | { readonly kind: "unknown-shape"; readonly key: PleoKey; readonly advice: Advice }
  | { readonly kind: "missing"; readonly advice: Advice }
  | RecognisedValue
  | {
      readonly kind: "damaged";
      /** At least one. */
      readonly damages: readonly Damage[];
      /** The key inside, where one can be seen beyond doubt. */
      readonly inner?: PleoKey;
      readonly advice: Advice;
    };

/** What is certainly something else than a key. */
type RecognisedValue =
  | {
      readonly kind: "legacy-token";
      readonly token: TokenKind;
      /** The token, where nothing is around it: it could be sent. */
      readonly key?: PleoKey;
      readonly advice: Advice;
    }
  | { readonly kind: "foreign-secret"; readonly vendor: string; readonly advice: Advice }
  | {
      readonly kind: "placeholder";
      readonly reason: PlaceholderReason;
      readonly advice: Advice;
    };

/** Blanks, and what no editor shows: whatever was around it, a value of nothing else is none. */
const INVISIBLE = /[\s\u200b-\u200f\u2060\ufeff]/g;

/** Says what a value is before it is sent anywhere. Never throws, and never quotes the value. */
export function parseKey(raw: string): ParsedKey {
  // What is recognised under all its wrapping stays what it is: another's secret with a line break after it
  // must not be sent either.
  const { layers, damages } = peelValue(raw, (layer) => recognise(layer, raw) !== undefined);
  const core = layers.at(-1) ?? raw;
  if (core.replace(INVISIBLE, "") === "") return { kind: "missing", advice: MISSING_ADVICE };
  const recognised = recognise(core, raw);
  if (recognised !== undefined) return withSendableToken(recognised, raw);
  if (damages.length > 0) return damaged(raw, { core, damages });
  const key = new PleoKey(raw);
  if (!isKeyShaped(raw)) return { kind: "unknown-shape", key, advice: UNKNOWN_SHAPE_ADVICE };
  return { kind: "key", key, shape: isKnownShape(raw) ? "known" : "tolerant" };
}

/** What a layer of a value is. Of a layer that is no text, because it was no base64 after all, nothing may be concluded. */
function recognise(text: string, raw: string): RecognisedValue | undefined {
  const token = tokenKind(text);
  if (token !== undefined) return { kind: "legacy-token", token, advice: tokenAdvice(token) };
  const vendor = foreignVendor(text);
  if (vendor !== undefined) {
    return { kind: "foreign-secret", vendor, advice: foreignAdvice(vendor) };
  }
  const reason = placeholderReason(text);
  // A real key with dots after it, or as the default of a reference, is still a real key.
  if (reason === undefined || findKeys(text).length > 0 || findKeys(raw).length > 0) {
    return undefined;
  }
  return { kind: "placeholder", reason, advice: placeholderAdvice(reason) };
}

function withSendableToken(recognised: RecognisedValue, raw: string): RecognisedValue {
  const isWhole = recognised.kind === "legacy-token" && tokenKind(raw) !== undefined;
  return isWhole ? { ...recognised, key: new PleoKey(raw) } : recognised;
}

interface PeeledCore {
  readonly core: string;
  readonly damages: readonly Damage[];
}

function damaged(raw: string, { core, damages }: PeeledCore): ParsedKey {
  const answer = { kind: "damaged", damages, advice: damageAdvice(damages) } as const;
  const inner = keyInside(raw, core);
  return inner === undefined ? answer : { ...answer, inner: new PleoKey(inner) };
}

function keyInside(raw: string, core: string): string | undefined {
  if (isKeyShaped(core)) return core;
  const keys = new Set(findKeys(raw).map(({ key }) => key));
  return keys.size === 1 ? [...keys][0] : undefined;
}
