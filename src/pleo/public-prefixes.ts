/** Who writes variables into the code that users get, by how their names begin. Longer beginnings come first. */
export const PUBLIC_PREFIXES: readonly (readonly [prefix: string, tool: string])[] = [
  ["NEXT_PUBLIC_", "Next.js"],
  ["RENDERER_VITE_", "electron-vite"],
  ["VITE_", "Vite"],
  ["REACT_APP_", "Create React App"],
  ["PREACT_APP_", "Preact CLI"],
  ["EXPO_PUBLIC_", "Expo"],
  ["NUXT_PUBLIC_", "Nuxt"],
  ["NUXT_ENV_", "Nuxt"],
  ["GATSBY_", "Gatsby"],
  ["VUE_APP_", "Vue CLI"],
  ["STORYBOOK_", "Storybook"],
  ["NG_APP_", "Angular with ngx-env"],
  ["SNOWPACK_PUBLIC_", "Snowpack"],
  ["BUN_PUBLIC_", "Bun"],
  ["RSPRESS_PUBLIC_", "Rspress"],
  ["PLASMO_PUBLIC_", "Plasmo"],
  ["WXT_", "WXT"],
  ["SANITY_STUDIO_", "Sanity Studio"],
  ["REDWOOD_ENV_", "RedwoodJS"],
  ["RAZZLE_", "Razzle"],
  ["TARO_APP_", "Taro"],
  ["UMI_APP_", "Umi"],
  // Last, because it is the least particular.
  ["PUBLIC_", "SvelteKit, Astro or Rsbuild"],
];

/** Any of these beginnings, for an expression. */
export const ANY_PUBLIC_PREFIX = PUBLIC_PREFIXES.map(([prefix]) => prefix).join("|");
