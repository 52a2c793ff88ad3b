import { describe, expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

const IMPORTS = `
import { PLEO_API_KEY, PLEO_CLIENT, TYPES, TOKENS } from "./tokens";
import { getRemoteConfig, getString, getValue } from "firebase/remote-config";
`;

function carries(code: string): readonly boolean[] {
  return keysIn(IMPORTS + code).map((keys) => keys.length > 0);
}

describe("a key is provided", () => {
  test.each<[string, string]>([
    [
      "by a container",
      'sink(container.get<string>(TYPES.PleoApiKey)); sink(await container.getAsync(TOKENS.pleoApiKey)); sink(injector.get(PLEO_API_KEY)); sink(this.moduleRef.get(PLEO_API_KEY)); sink(container.resolve("pleoApiKey")); sink(container.get(Symbol.for("PleoApiKey")))',
    ],
    [
      "to a field",
      "class A { key; constructor(container) { this.key = container.get(TYPES.PleoApiKey); } get details() { return { credential: this.key }; } f() { sink(this.details); } }",
    ],
    [
      "by a function",
      'class A { secret = inject(PLEO_API_KEY); other = inject<string>("PleoApiKey"); f() { sink(this.secret); sink(this.other); } }',
    ],
    [
      "for a token of this file",
      'const PLEO_TOKEN = new InjectionToken<string>("pleo"); sink(inject(PLEO_TOKEN)); const token = Symbol.for("PleoApiKey"); sink(container.get(token))',
    ],
    [
      "to a parameter",
      'class A { constructor(@Inject(PLEO_API_KEY) a: string, @inject("PleoApiKey") private readonly b: string, @inject(TYPES.PleoApiKey) private c: string) { sink(a); } f() { sink(this.b); sink(this.c); } }',
    ],
    [
      "to a decorated field",
      'class A { @Inject(PLEO_API_KEY) private readonly a!: string; @Value("pleo.apiKey") b!: string; f() { sink(this.a); sink(this.b); } }',
    ],
    [
      "by remote configuration",
      'sink(remoteConfig().getString("pleo_api_key")); sink(remoteConfig().getValue("pleo_api_key").asString()); sink(getValue(getRemoteConfig(), "pleo_api_key").asString()); sink(getString(config, "pleo_api_key"))',
    ],
    [
      "by flags",
      'sink(await client.variation("pleo-api-key", user, "")); sink(await client.stringVariation("pleo-api-key", user, "")); sink(await flags.getStringValue("pleo-api-key", ""))',
    ],
    [
      "by Azure",
      'async function load() { const secret = await vault.getSecret("pleo-api-key"); return { host: "x", key: secret.value ?? "" }; } const settings = await load(); sink(settings); sink(settings.key); sink((await vault.getSecret("pleo-api-key")).value)',
    ],
    [
      "by Fastify",
      "const { PLEO_API_KEY: a, ACME_PLEO_API_KEY: b } = fastify.getEnvs<Record<string, string>>(); sink(a); sink(b); const { PLEO_API_KEY: c } = fastify.config; sink(c); sink(fastify.config.ACME_PLEO_API_KEY)",
    ],
    [
      "under another name",
      "const { pleoApiKey: a = '' } = await load(); sink(a); const { pleo: { apiKey: b } } = readConfig(); sink(b); export const f = ({ pleoApiKey: c }) => sink(c); const { PLEO_API_KEY: d } = useRuntimeConfig(); sink(d)",
    ],
  ])("%s", (_how, code) => {
    const seen = carries(code);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).not.toContain(false);
  });
});

describe("no key is provided", () => {
  test.each<[string, string]>([
    [
      "by a container",
      "sink(container.get(TYPES.PleoClient)); sink(container.get(TYPES.PleoApiKeyService)); sink(container.isBound(TYPES.PleoApiKey)); sink(inject(PLEO_CLIENT)); sink(container.resolve('pleoClient'))",
    ],
    [
      "by what is looked up with one",
      "const container = new Map(); sink(container.get(PLEO_API_KEY)); sink(clients.get(PLEO_API_KEY)); sink(cache.get(config.pleoApiKey)); const KEY = process.env.PLEO_API_KEY; sink(container.get(KEY)); sink(registry.get(KEY))",
    ],
    [
      "by a token",
      'const PLEO_TOKEN = new InjectionToken<string>("pleo"); sink(PLEO_TOKEN); const PLEO_KEY = Symbol("pleo"); sink(PLEO_KEY)',
    ],
    [
      "to other fields",
      'class A { @ApiProperty("pleo api key") a!: string; @Inject(PLEO_CLIENT) b!: Client; @Inject(PLEO_API_KEY) c!: number; constructor(@inject("PleoApiKeyRepository") private d: Repository) {} f() { sink(this.a); sink(this.b); sink(this.c); sink(this.d); } }',
    ],
    [
      "by switches",
      'sink(remoteConfig().getBoolean("pleo_api_key")); sink(await flags.getBooleanValue("pleo-api-key", false)); sink(await client.boolVariation("pleo-api-key", user, false)); sink(await client.variation("show-pleo-api-key", user, false)); sink(getString(config, "pleo_base_url"))',
    ],
    [
      "beside a secret",
      'async function load() { const secret = await vault.getSecret("pleo-api-key"); return { host: "x", key: secret.value }; } const settings = await load(); sink(settings.host); sink((await vault.getSecret("pleo-api-key")).properties); sink((await vault.getSecret("pleo-company-id")).value)',
    ],
    [
      "under another name",
      "const { pleoApiKey: message } = getErrors(form); sink(message); const { pleoApiKeyId: a, pleoHost: b } = load(); sink(a); sink(b); const f = ({ errors: { pleoApiKey: c } }) => sink(c); const { PLEO_HOST: host } = fastify.getEnvs(); sink(host)",
    ],
  ])("%s", (_how, code) => {
    const seen = carries(code);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).not.toContain(true);
  });
});
