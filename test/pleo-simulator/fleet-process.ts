import { fleetMembers, issueFleet } from "./fleet.ts";
import { startSimulator } from "./simulator.ts";

/**
 * The entry of a simulator in a process of its own, so that its memory and its work are not counted as those of
 * whoever asks it. Started with a seed and a number of keys; says where it listens, and ends with who started it.
 */
const [seed = "", count = "0"] = process.argv.slice(2);
const { origin } = await startSimulator({
  issued: issueFleet(fleetMembers(seed, Number(count))),
  isRecording: false,
});
process.once("disconnect", () => process.exit());
process.send?.(origin);
