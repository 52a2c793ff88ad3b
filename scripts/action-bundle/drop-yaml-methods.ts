import type { Plugin } from "rolldown";
import { parseSync, Visitor } from "rolldown/utils";

/** What the nodes of a document can do besides being read: the Action asks none of it. */
const DROPPED: Readonly<Record<string, readonly string[]>> = {
  "doc/Document.js": [
    ...["add", "addIn", "clone", "createAlias", "createNode", "createPair", "delete", "deleteIn"],
    ...["get", "getIn", "has", "hasIn", "set", "setIn", "toJS", "toJSON", "toString"],
  ],
  "doc/directives.js": ["clone", "toString"],
  "nodes/Alias.js": ["resolve", "toJSON", "toString"],
  "nodes/Collection.js": ["addIn", "clone", "deleteIn", "getIn", "hasIn", "setIn"],
  "nodes/Node.js": ["clone", "toJS"],
  "nodes/Pair.js": ["clone", "toJSON", "toString"],
  "nodes/Scalar.js": ["toJSON", "toString"],
  "nodes/YAMLMap.js": ["from", "toJSON", "toString"],
  "nodes/YAMLSeq.js": ["delete", "from", "get", "has", "set", "toJSON", "toString"],
  "schema/Schema.js": ["clone"],
};

const YAML_FILE = /[\\/]node_modules[\\/]yaml[\\/]browser[\\/]dist[\\/](.+)$/;

/** With the methods goes all of the package that only they use, which is more than they are. */
export const dropYamlMethods: Plugin = {
  name: "drop-yaml-methods",
  transform: {
    filter: { id: YAML_FILE },
    handler(code, id) {
      const file = YAML_FILE.exec(id)?.[1]?.replaceAll("\\", "/") ?? "";
      const dropped = DROPPED[file];
      return dropped === undefined
        ? null
        : { code: withoutMethods(code, dropped, file), map: null };
    },
  },
};

export function withoutMethods(code: string, dropped: readonly string[], file: string): string {
  const missing = new Set(dropped);
  let rest = "";
  let from = 0;
  const visitor = new Visitor({
    MethodDefinition({ key, start, end }) {
      if (key.type !== "Identifier" || !dropped.includes(key.name)) return;
      rest += code.slice(from, start);
      from = end;
      missing.delete(key.name);
    },
  });
  visitor.visit(parseSync(file, code).program);
  // Another version, whose methods may do something else.
  if (missing.size > 0)
    throw new Error(`yaml's ${file} has no ${[...missing].join(", ")} to drop.`);
  return rest + code.slice(from);
}
