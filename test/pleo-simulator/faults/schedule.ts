import type { PleoKey } from "../../../src/key/pleo-key.ts";
import type { FaultName } from "./catalogue.ts";

/** Where and how often a fault strikes; without limits, everywhere and always. */
export interface FaultOptions {
  /** Only requests for this exact path. */
  readonly path?: string | undefined;
  /** Only requests with this key. */
  readonly key?: PleoKey | undefined;
  /** That many requests, then all is well again. */
  readonly times?: number | undefined;
  /** Where redirects lead, instead of back to where they came from. */
  readonly to?: string | undefined;
}

export interface ScheduledFault extends FaultOptions {
  readonly name: FaultName;
}

/** The faults in waiting. The first one added that fits a request strikes it. */
export class FaultSchedule {
  #waiting: readonly ScheduledFault[] = [];

  add(name: FaultName, options: FaultOptions = {}): void {
    this.#waiting = [...this.#waiting, { ...options, name }];
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault for a request to this path with this key, counted as used. */
  take(path: string, sentKey: string): ScheduledFault | undefined {
    const fault = this.#waiting.find(
      ({ path: only = path, key }) =>
        only === path && (key === undefined || key.reveal() === sentKey),
    );
    if (fault?.times === undefined) return fault;
    const rest = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
    this.#waiting = this.#waiting.flatMap((each) => (each === fault ? rest : [each]));
    return fault;
  }
}
