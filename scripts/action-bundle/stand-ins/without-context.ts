/**
 * Stands in for what `@actions/github` reads of a run as soon as it is loaded, the file of its event among it. The Action
 * reads for itself what it needs, and a broken file of that kind is no reason to tell nobody anything.
 *
 * Called with `new`, as the class is that it stands for.
 */
export function Context(): void {
  // Reads nothing.
}
