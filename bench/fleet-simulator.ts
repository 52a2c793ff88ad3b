/**
 * The simulator with many keys in a process of its own, which says on each message how much work it has done, so that
 * its part is known and is not taken for that of whoever asks it.
 */
import "../test/pleo-simulator/fleet-process.ts";
import { cpuMs } from "./fleet-cpu.ts";

process.on("message", () => process.send?.(cpuMs()));
