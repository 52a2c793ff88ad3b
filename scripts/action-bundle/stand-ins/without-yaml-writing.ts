/**
 * Stands in for what the tags of `yaml` want in order to write YAML, or to make nodes of JavaScript's values. The
 * Action reads documents only. What else is for writing goes with the methods that `drop-yaml-methods.ts` drops.
 *
 * It exports exactly what is imported today: should that change with a new version, the build fails, not a run.
 */
function refuse(): never {
  throw new Error("This bundle has only that part of yaml that reads documents.");
}

export { refuse as createNode, refuse as stringifyNumber, refuse as stringifyString };
