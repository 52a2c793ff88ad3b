import { parseArgs } from "node:util";
import { SCENARIO_NAMES, SCENARIOS } from "./scenarios.ts";
import { startSimulator, type Simulator } from "./simulator.ts";
import { COMPANIES } from "./world.ts";

const FOUR_COLUMNS = "    ";

/** The entry of `npm run simulator`: a Pleo to try things on, for people who have no Pleo account. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string", default: "0" } } });
  if (!/^\d{1,5}$/.test(values.port)) {
    process.stderr.write("--port takes a number.\n");
    process.exitCode = 1;
    return;
  }
  const simulator = await startSimulator({ port: Number(values.port) });
  process.stdout.write(`${introduce(simulator).join("\n")}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void simulator.close());
  }
}

function introduce({ origin, keys }: Simulator): readonly string[] {
  return [
    `A simulated Pleo listens on ${origin}`,
    "",
    "Companies:",
    ...Object.values(COMPANIES).map(({ id, name }) => `${FOUR_COLUMNS}${id}  ${name}`),
    "",
    // The one place that prints whole keys: they open this simulator only, and only until it ends.
    "Keys, made for this run and good for nothing else:",
    ...SCENARIO_NAMES.flatMap((name) => [
      `${FOUR_COLUMNS}${keys[name].reveal()}`,
      `${FOUR_COLUMNS}${FOUR_COLUMNS}${name}: ${SCENARIOS[name].shows}`,
    ]),
    "",
    "Try:",
    `${FOUR_COLUMNS}curl --user "${keys.healthy.reveal()}:" ${origin}/v1/introspect`,
    `${FOUR_COLUMNS}curl --request PUT "${origin}/__simulator/faults/server-error?times=2"`,
    "",
    "Stop it with Ctrl+C.",
  ];
}

await main();
