/**
 * The same requests as a check of a whole fleet sends, and nothing else: what is left when all of the check is taken
 * away. Started like the check itself, with where the simulator listens, and the seed and number of its keys.
 */
import { fleetMembers } from "../test/pleo-simulator/fleet.ts";
import { cpuMs } from "./fleet-cpu.ts";

export interface BareMeasurement {
  readonly requests: number;
  readonly milliseconds: number;
  readonly cpuMs: number;
}

/** As many at once as a check has under way. */
const WORKERS = 16;
const PATHS = ["/v1/introspect", "/v1/installations/me"];

const [origin = "", seed = "", count = "0"] = process.argv.slice(2);
const members = fleetMembers(seed, Number(count));
const began = { at: performance.now(), cpuMs: cpuMs() };
let requests = 0;
const queue = members.values();
await Promise.all(Array.from({ length: WORKERS }, work));
process.send?.({
  requests,
  milliseconds: performance.now() - began.at,
  cpuMs: cpuMs() - began.cpuMs,
} satisfies BareMeasurement);
process.disconnect();

async function work(): Promise<void> {
  for (const { key } of queue) {
    const authorization = `Basic ${Buffer.from(`${key.reveal()}:`).toString("base64")}`;
    for (const path of PATHS) {
      const response = await fetch(origin + path, { headers: { authorization } });
      if (!response.ok) throw new Error(`The simulator answers ${response.status}.`);
      await response.json();
      requests += 1;
    }
  }
}
