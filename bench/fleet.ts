/**
 * What the check of very many tenants costs, on one machine and in one process: time and memory by their number while
 * nothing holds it up but a simulated Pleo in a process beside it, what of it is ours, and how well it keeps to a budget
 * of requests.
 */
import { measureBare, measureFleet } from "./fleet-processes.ts";
import { report } from "./report.ts";

const SIZES = (process.env["BENCH_TENANTS"] ?? "100 1000 10000").split(" ").map(Number);
const PACED = { tenants: Number(process.env["BENCH_PACED"] ?? 400), requestsPerMinute: 400 };

const free = [];
const costs = [];
for (const tenants of SIZES) {
  const bare = await measureBare(tenants);
  const ours = await measureFleet({ tenants });
  const { counts, requests, milliseconds, memory } = ours;
  const costOf = (who: string, { cpuMs, simulatorCpuMs, ...asked }: typeof bare) => ({
    who,
    tenants,
    "requests per second": Math.round((1_000 * asked.requests) / asked.milliseconds),
    "CPU ms a tenant": (cpuMs / tenants).toFixed(2),
    "the simulator's": (simulatorCpuMs / tenants).toFixed(2),
    "time / bare": (asked.milliseconds / bare.milliseconds).toFixed(2),
    "CPU / bare": (cpuMs / bare.cpuMs).toFixed(2),
  });
  costs.push(costOf("the same requests by plain fetch", bare), costOf("the check", ours));
  free.push({
    tenants,
    passed: counts.pass,
    requests,
    seconds: (milliseconds / 1_000).toFixed(1),
    "ms a tenant": (milliseconds / tenants).toFixed(2),
    "MB before": inMegabytes(memory.before),
    "MB at most, by quarter": memory.quarters.map(inMegabytes).join(" "),
  });
}
report({
  title: "Without a budget: as fast as the machine and the simulator beside it allow",
  rows: free,
});

report({
  title: "What of it is ours: beside the same requests by plain fetch, 16 at once as well",
  rows: costs,
});

const { requests, milliseconds, counts } = await measureFleet(PACED);
const allowed = ((requests - 1) * 60_000) / PACED.requestsPerMinute;
report({
  title: "With the budget that is the default",
  rows: [
    {
      tenants: PACED.tenants,
      passed: counts.pass,
      requests,
      "requests per minute": PACED.requestsPerMinute,
      "seconds that it allows": (allowed / 1_000).toFixed(1),
      seconds: (milliseconds / 1_000).toFixed(1),
      "over by": `${(100 * (milliseconds / allowed - 1)).toFixed(1)} %`,
    },
  ],
});

function inMegabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
