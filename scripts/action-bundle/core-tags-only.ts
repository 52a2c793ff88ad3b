import type { Plugin } from "rolldown";

const TAGS_FILE = /[\\/]node_modules[\\/]yaml[\\/]browser[\\/]dist[\\/]schema[\\/]tags\.js$/;

/**
 * The tags of YAML 1.2 and no others. Whoever parses in the Action asks for just these, and a test reads all kinds of values
 * in the bundle and from the sources.
 */
export const coreTagsOnly: Plugin = {
  name: "core-tags-only",
  transform: {
    filter: { id: TAGS_FILE },
    handler: () => ({
      code: `import { schema } from "./core/schema.js";
export const coreKnownTags = {};
export function getTags() { return schema.slice(); }`,
      map: null,
    }),
  },
};
