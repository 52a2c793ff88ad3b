/**
 * What rules for scripts ask of a file before they see a node. Many projects turn such rules on without saying for which
 * files. Of a file that is only text they then see no node, so what they get here does not matter; but an error would stop
 * ESLint's whole run.
 */
const program = {
  getCompilerOptions: (): object => ({ strict: true }),
  getTypeChecker: (): object => ({}),
  getSourceFile: (): undefined => undefined,
};

export const NO_TYPES: object = {
  program,
  esTreeNodeToTSNodeMap: new WeakMap(),
  tsNodeToESTreeNodeMap: new WeakMap(),
};

export const NO_SCOPE: object = {
  set: new Map(),
  variables: [],
  references: [],
  through: [],
  childScopes: [],
  upper: null,
};
