/**
 * Stands in for `@actions/exec` in the bundle. `@actions/core` wants it only to name the operating system's version,
 * which the Action never asks for; without it, nothing inlined is able to start a program.
 */
export function getExecOutput(): never {
  throw new Error("This bundle has no @actions/exec: the Action starts no program through it.");
}
