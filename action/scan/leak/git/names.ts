import type { Detector } from "../search/detector.ts";

/** What stands in a name, or in many, also where lines break within. */
export function foundIn(bytes: Buffer, detector: Detector): readonly number[] {
  const whole = allIn(bytes, detector);
  if (whole.length > 0 || !(bytes.includes(LINE_FEED) || bytes.includes(RETURN))) return whole;
  const text = bytes.toString("latin1").replaceAll(/[\r\n]/g, "");
  return allIn(Buffer.from(text, "latin1"), detector);
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** The same, as it is. */
export function allIn(bytes: Buffer, detector: Detector): readonly number[] {
  const found = new Set<number>();
  detector.detect({ bytes, length: bytes.length, kept: 0, isLast: true }, (_start, _end, what) => {
    found.add(what);
  });
  return [...found];
}
