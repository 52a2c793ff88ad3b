import { wordSet } from "../flow/evidence/word-set.ts";

/** Packages that say where the code runs that imports them. */

const SERVER_PACKAGES: ReadonlySet<string> = wordSet(
  "server-only fs fs/promises path http https http2 net tls dns os child_process cluster worker_threads crypto zlib readline",
  "module vm v8 async_hooks perf_hooks dgram inspector stream stream/promises repl",
  "express fastify koa restify polka micro connect hono h3 nitropack @hapi/hapi @trpc/server next/server next/headers next/cache next/document",
  "$env/static/private $env/dynamic/private @remix-run/node @remix-run/server-runtime @remix-run/cloudflare @remix-run/deno",
  "@react-router/node react-dom/server react-dom/server.edge astro:env/server bun aws-lambda firebase-admin @prisma/client",
  "pg mysql mysql2 mysql2/promise mongodb mongoose redis ioredis knex typeorm sequelize better-sqlite3 postgres nodemailer",
  "bullmq passport dotenv dotenv/config winston pino @actions/core @actions/github commander yargs electron-store",
  "@aws-sdk/client-secrets-manager @aws-sdk/client-ssm @azure/keyvault-secrets @azure/functions node-vault",
  "puppeteer puppeteer-core playwright playwright-core @playwright/test jsdom happy-dom linkedom cheerio",
  "vitest @jest/globals cypress mocha ava tap @solidjs/start/server @tanstack/react-start/server @tanstack/start/server",
);

const SERVER_BEGINNINGS =
  /^(?:node:|bun:|cloudflare:|\$lib\/server(?:\/|$)|@nestjs\/|@fastify\/|@koa\/|@hono\/node|@google-cloud\/|firebase-(?:admin|functions)\/|@vercel\/(?:kv|postgres|edge-config|blob)|@netlify\/functions|ink(?:-|$)|@react-email\/|@react-pdf\/|@modelcontextprotocol\/)/;
/** `./pleo.server`, `~/server/pleo`. */
const SERVER_PATH = /^(?:[.~@#][^:]*\/)(?:[^/]+\.server(?:\.[cm]?[jt]sx?)?|server\/.*)$/;

export function isServerPackage(module: string): boolean {
  return SERVER_PACKAGES.has(module) || SERVER_BEGINNINGS.test(module) || SERVER_PATH.test(module);
}

const CLIENT_PACKAGES: ReadonlySet<string> = wordSet(
  "client-only react-dom react-dom/client preact/hooks solid-js/web @angular/platform-browser svelte next/router next/script",
  "@remix-run/react @react-router/dom react-native react-native-web expo jquery jquery-ui htmx.org alpinejs lit lit-element",
  "js-cookie react-cookie localforage idb idb-keyval dexie webextension-polyfill wxt/browser web-vitals",
  "@sentry/browser @sentry/react-native posthog-js mixpanel-browser logrocket @amplitude/analytics-browser",
  "@stripe/stripe-js @stripe/react-stripe-js workbox-window @capacitor/core @ionic/react @ionic/vue @ionic/angular",
  "$app/navigation react-hot-toast sonner @vueuse/core pinia vue-router react-native-config @env",
);

const CLIENT_BEGINNINGS =
  /^(?:react-native-|@react-native|@react-navigation\/|expo-|@expo\/|@capacitor\/|@nativescript\/|workbox-(?:window|precaching|routing|strategies|core))/;
const RUNS_ON_BUILD_MACHINES = /^@?expo(?:-|\/)(?:config|build|cli|server)/;

export function isClientPackage(module: string): boolean {
  if (CLIENT_PACKAGES.has(module)) return true;
  return CLIENT_BEGINNINGS.test(module) && !RUNS_ON_BUILD_MACHINES.test(module);
}

/** Of packages that both sides use, what only works in a client. */
const CLIENT_EXPORTS: Readonly<Record<string, ReadonlySet<string>>> = {
  react: new Set(
    "useState useEffect useLayoutEffect useInsertionEffect useReducer useRef useContext useImperativeHandle useSyncExternalStore useTransition useDeferredValue useActionState useOptimistic".split(
      " ",
    ),
  ),
  preact: new Set(["render", "hydrate"]),
  vue: new Set(["createApp", "onMounted", "onBeforeMount", "onUnmounted", "onUpdated"]),
  "solid-js": new Set(["createSignal", "createEffect", "onMount"]),
  "@angular/core": new Set(["Component", "Directive", "Pipe", "Injectable", "NgModule"]),
  "@angular/common/http": new Set(["HttpClient", "HttpClientModule"]),
  "next/navigation": new Set([
    "useRouter",
    "usePathname",
    "useSearchParams",
    "useParams",
    "useSelectedLayoutSegment",
  ]),
  "react-router-dom": new Set(["BrowserRouter", "createBrowserRouter", "useNavigate", "Link"]),
  "react-router": new Set(["BrowserRouter", "useNavigate", "Link"]),
  "@tanstack/react-query": new Set(["useQuery", "useMutation", "useInfiniteQuery"]),
  swr: new Set(["default"]),
  "react-hook-form": new Set(["useForm", "useController"]),
};

export function isClientExport(module: string, name: string): boolean {
  return Object.hasOwn(CLIENT_EXPORTS, module) && CLIENT_EXPORTS[module]?.has(name) === true;
}
