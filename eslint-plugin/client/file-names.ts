/** What the name of a file says of where it runs. */
export type KindByName =
  /** Tests, stories, configurations, scripts: nobody gets them. */
  | "nobody's"
  | "server"
  /** Most files in such a folder run on a server, and some do not. */
  | "rather-server"
  | "client";

const SCRIPT = "\\.[cm]?[jt]sx?$";

const KINDS: readonly (readonly [KindByName, RegExp])[] = [
  [
    "nobody's",
    /\/(?:__tests__|__mocks__|__fixtures__|tests?|e2e|cypress|playwright|specs?|fixtures|mocks|stories|\.storybook|benchmarks?|migrations|codegen)\//,
  ],
  ["nobody's", /^\/(?:.*\/)?(?<!\/(?:public|assets|static)\/)(?:scripts|bin)\//],
  ["nobody's", /\.(?:test|tests|spec|stories|story|bench|e2e|cy|mock|config|conf)\.[a-z]+$/],
  ["nobody's", /\.d\.(?:[a-z]+\.)?[cm]?ts$/],
  [
    "nobody's",
    /\/(?:setup-?tests|(?:jest|vitest|test)[.-]?setup|gulpfile|gruntfile|webpack\.[^/]*)\.[cm]?[jt]s$/i,
  ],
  ["nobody's", /\/\.[^/]+rc\.[cm]?js$/],
  ["server", /\.server\.[^/]+$/],
  ["server", /\/\+server\.[jt]s$/],
  ["server", new RegExp(`/app/(?:.*/)?route${SCRIPT}`)],
  ["server", /\/(?:pages|app)\/api\//],
  ["server", new RegExp(`/(?:middleware|proxy|instrumentation|server|entry[-.]server)${SCRIPT}`)],
  ["server", /\/(?:server|servers|backend|netlify|lambdas?|supabase)\//],
  ["server", /^\/(?:api|functions|workers?)\//],
  [
    "server",
    /\/(?:apps|packages|services)\/(?:[\w-]*-)?(?:api|server|backend|functions|workers?)\//,
  ],
  ["client", /\.client\.[^/]+$/],
  ["client", /\/entry[-.]client\.[^/]+$/],
  ["client", /\.(?:vue|svelte)$/],
  ["client", /\/\+(?:page|layout)\.[jt]s$/],
  ["client", /\/public\/.+\.m?js$/],
  ["rather-server", /\/(?:api|functions|workers?|jobs|cron)\//],
];

/** Takes the path from the folder that the linter runs in. */
export function kindByName(path: string): KindByName | undefined {
  const whole = path.startsWith("/") ? path : `/${path}`;
  return KINDS.find(([, pattern]) => pattern.test(whole))?.[0];
}
