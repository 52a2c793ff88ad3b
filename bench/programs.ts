import { pick, seededRandom, type Random } from "./seeded-random.ts";

/** Programs as people write them, the same in every run: modules of functions, classes, requests and logging. */
export interface Program {
  readonly filename: string;
  readonly code: string;
}

interface ProgramOptions {
  readonly lines: number;
  /** Whether they have to do with Pleo, as the files of an integration do. */
  readonly isPleo: boolean;
}

const LINES_PER_FILE = 500;

export function createPrograms({ lines, isPleo }: ProgramOptions): readonly Program[] {
  const random = seededRandom(isPleo ? 7 : 3);
  const parts = isPleo ? [...PARTS, ...PLEO_PARTS] : PARTS;
  return Array.from({ length: Math.max(1, Math.round(lines / LINES_PER_FILE)) }, (_, index) => ({
    filename: `src/module-${String(index)}.ts`,
    code: joined(chooseParts(random, parts, LINES_PER_FILE)),
  }));
}

/** Of one file that most of has nothing to do with Pleo. */
const LINES_WITH_CLIENT = { from: 100, to: 400 } as const;

/** Programs of which each file is about something else and has one client for Pleo in it, as most programs that have one. */
export function createProgramsWithClient(lines: number): readonly Program[] {
  const random = seededRandom(11);
  const programs: Program[] = [];
  const { from, to } = LINES_WITH_CLIENT;
  for (let written = 0; written < lines;) {
    const length = from + Math.floor(random() * (to - from));
    const code = createProgramWithClient(random, length);
    programs.push({ filename: `src/module-${String(programs.length)}.ts`, code });
    written += length;
  }
  return programs;
}

export function createProgramWithClient(random: Random, lines: number): string {
  const chosen = chooseParts(random, PARTS, lines);
  const client = pick(random, PLEO_PARTS)(namer(random));
  return joined(chosen.toSpliced(Math.floor(random() * chosen.length), 0, client));
}

function chooseParts(random: Random, parts: readonly Part[], lines: number): readonly string[] {
  const chosen: string[] = [];
  for (let written = 0; written < lines;) {
    const part = pick(random, parts)(namer(random));
    chosen.push(part);
    written += part.split("\n").length;
  }
  return chosen;
}

function joined(parts: readonly string[]): string {
  return `${[IMPORTS, ...parts].join("\n")}\n`;
}

const IMPORTS = `import { readFile } from "node:fs/promises";
import { logger } from "./logger";
import { request, type Options } from "./request";
`;

type Part = (name: (kind: string) => string) => string;

const PARTS: readonly Part[] = [
  (name) => {
    const [fn, item, list] = [name("compute"), name("item"), name("list")];
    return `export function ${fn}(${list}: readonly { id: string; amount: number }[]): number {
  let total = 0;
  for (const ${item} of ${list}) {
    if (${item}.amount < 0) continue;
    total += Math.round(${item}.amount * 100) / 100;
  }
  logger.debug(\`${fn} of \${${list}.length}\`, { total });
  return total;
}
`;
  },
  (name) => {
    const [type, field] = [name("Store"), name("entries")];
    return `export class ${type} {
  readonly #${field} = new Map<string, { value: string; at: number }>();
  constructor(private readonly options: Options, readonly apiKey: string) {
    this.options = { ...options, retries: options.retries ?? 3 };
  }
  get(key: string): string | undefined {
    const found = this.#${field}.get(key);
    return found === undefined || found.at < Date.now() ? undefined : found.value;
  }
  set(key: string, value: string): void {
    this.#${field}.set(key, { value, at: Date.now() + 60_000 });
    console.log("stored", key, this.#${field}.size);
  }
}
`;
  },
  (name) => {
    const [fn, token, url] = [name("load"), name("token"), name("url")];
    return `export async function ${fn}(${url}: string, ${token} = process.env.SERVICE_TOKEN): Promise<unknown> {
  const headers = { Accept: "application/json", Authorization: \`Bearer \${${token} ?? ""}\` };
  const response = await fetch(new URL("/v2/items?limit=20", ${url}), { headers });
  if (!response.ok) {
    throw new Error(\`${fn} failed with \${response.status} at \${${url}}\`);
  }
  const body: { items?: string[] } = await response.json();
  return (body.items ?? []).map((entry) => entry.trim()).filter((entry) => entry !== "");
}
`;
  },
  (name) => {
    const [fn, path] = [name("read"), name("path")];
    return `export const ${fn} = async (${path}: string): Promise<Record<string, string>> => {
  const text = await readFile(${path}, "utf8");
  const pairs = text.split("\\n").map((line) => line.split("="));
  const settings = Object.fromEntries(pairs.map(([key, value]) => [key, value?.trim() ?? ""]));
  const { retries = "3", timeout = "1000", ...rest } = settings;
  return request({ retries: Number(retries), timeout: Number(timeout), query: { page: 1 } }, rest);
};
`;
  },
  (name) => {
    const [fn, state] = [name("reduce"), name("state")];
    return `export function ${fn}(${state}: { count: number; names: string[] }, action: { type: string; payload: string }) {
  switch (action.type) {
    case "add":
      return { ...${state}, count: ${state}.count + 1, names: [...${state}.names, action.payload] };
    case "remove":
      return { ...${state}, names: ${state}.names.filter((known) => known !== action.payload) };
    default:
      return ${state};
  }
}
`;
  },
];

const PLEO_PARTS: readonly Part[] = [
  (name) => {
    const [fn, key] = [name("fetchVendors"), name("pleoApiKey")];
    return `export async function ${fn}(companyId: string, ${key} = process.env.PLEO_API_KEY) {
  const basic = Buffer.from(\`\${${key}}:\`).toString("base64");
  const url = new URL("https://external.pleo.io/v1/vendors");
  url.searchParams.set("company_id", companyId);
  const response = await fetch(url, { headers: { Authorization: \`Basic \${basic}\` } });
  logger.info("asked Pleo", { status: response.status, keySet: Boolean(${key}), hint: ${key}?.slice(-4) });
  if (response.status === 401) throw new Error("Pleo rejected the key in PLEO_API_KEY.");
  return response.json();
}
`;
  },
  (name) => {
    const type = name("PleoClient");
    return `export class ${type} {
  readonly #apiKey: string;
  constructor(config: { pleo: { apiKey: string; companyId: string } }) {
    this.#apiKey = config.pleo.apiKey;
    logger.debug("client for", config.pleo.companyId);
  }
  #headers(): Record<string, string> {
    return { Authorization: \`Basic \${btoa(this.#apiKey + ":")}\`, Accept: "application/json" };
  }
  async list(path: string): Promise<unknown> {
    const response = await fetch(\`https://external.pleo.io/v1/\${path}\`, { headers: this.#headers() });
    console.log(path, response.status);
    return response.json();
  }
}
`;
  },
];

function namer(random: Random): (kind: string) => string {
  return (kind) => `${kind}${Math.floor(random() * 1e6).toString(36)}`;
}
