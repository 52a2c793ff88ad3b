/**
 * What the check of very many tenants costs, on one machine and in one process: time and memory by their number while
 * nothing holds it up but a simulated Pleo in a process beside it, and how well it keeps to a budget of requests.
 */
import { measureFleet } from "./fleet-processes.ts";
import { report } from "./report.ts";

const SIZES = (process.env["BENCH_TENANTS"] ?? "100 1000 10000").split(" ").map(Number);
const PACED = { tenants: Number(process.env["BENCH_PACED"] ?? 400), requestsPerMinute: 400 };

const free = [];
for (const tenants of SIZES) {
  const { counts, requests, milliseconds, memory } = await measureFleet({ tenants });
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
