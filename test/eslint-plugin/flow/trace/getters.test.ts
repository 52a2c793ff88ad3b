import { describe, expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

/** Whether each `sink(…)` gets a key. */
function carries(code: string): readonly boolean[] {
  return keysIn(`/* pleo */ ${code}`).map((keys) => keys.length > 0);
}

describe("a vault gives a key", () => {
  test.each<[string, string]>([
    [
      "by its path",
      'sink(await getParameter("/finance/pleo-api-key", { decrypt: true })); sink(await getSecret("finance/pleo/apikey", { transform: "json" }))',
    ],
    [
      "of Amazon",
      'const out = await ssm.send(new GetParameterCommand({ Name: "/app/PLEO_API_KEY" })); sink(out.Parameter?.Value ?? ""); sink(out.Parameter); const { Parameter } = await old.getParameter({ Name: "/app/pleo/api-key" }).promise(); sink(Parameter.Value)',
    ],
    [
      "by a command with a name",
      'const NAME = "/pleo/api_key"; const command = new GetParameterCommand({ Name: NAME }); const { Parameter } = await ssm.send(command); sink(Parameter!.Value!)',
    ],
    [
      "by a path with a stage",
      'async function load(stage) { return (await ssm.send(new GetParameterCommand({ Name: `/${stage}/pleo/api-key` }))).Parameter?.Value; } sink(await load("prod"))',
    ],
    [
      "among others",
      'const out = await sm.send(new GetSecretValueCommand({ SecretId: "prod/pleo" })); sink(JSON.parse(out.SecretString ?? "{}").apiKey); const { data: { data: { api_key } } } = await vault.read("secret/data/finance/pleo"); sink(api_key)',
    ],
    [
      "of Google",
      'async function load() { const [version] = await client.accessSecretVersion({ name: "projects/a/secrets/pleo-api-key/versions/latest" }); return version.payload?.data?.toString() ?? ""; } const k = await load(); sink(k)',
    ],
    [
      "of Azure",
      'const load = async () => (await client.getSecret("PleoApiKey")).value; sink(await load())',
    ],
    [
      "of HashiCorp",
      'const { data } = await vault.read("secret/data/pleo/api-key"); sink(data.data.value)',
    ],
    [
      "of others",
      'sink(await onepassword.secrets.resolve("op://finance/pleo/api-key")); sink((await doppler.secrets.get({ name: "PLEO_API_KEY" })).value.raw); sink(await keytar.getPassword("pleo", "api-key")); const key = defineSecret("PLEO_API_KEY"); sink(key.value())',
    ],
    [
      "under any name",
      'const secret = await readSecret("pleo-api-key"); sink(secret); sink(secret.value); sink(secret.data); sink(secret.payload); sink(secret.plaintext); sink(secret.whatever); const { meta, ...rest } = secret; sink(rest)',
    ],
  ])("%s", (_name, code) => {
    const found = carries(code);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(false);
  });
});

describe("a vault tells of a key", () => {
  test.each<[string, string]>([
    [
      "what it is",
      'const { value: pleoApiKey, meta } = await readSecret("pleo-api-key"); sink(meta); sink({ ...meta })',
    ],
    [
      "since when and until when",
      'const s = await getSecret("pleo-api-key"); sink(s.createdAt); sink(s.expiresAt); sink(s.rotatedAt); sink(s.lease_duration); sink(s.$metadata.requestId); sink(s.versionId); sink(s.ARN); sink(s.properties.expiresOn); sink(s.tags)',
    ],
    [
      "all but itself",
      'const { SecretString, ...rest } = await client.send(new GetSecretValueCommand({ SecretId: "prod/pleo/api-key" })); sink(rest)',
    ],
    [
      "by a name that says so",
      'sink(await getSecretMetadata("pleo-api-key")); sink(await getSecretVersions("pleo-api-key")); sink(await getRotationPolicy("pleo-api-key"))',
    ],
    [
      "that it was stored",
      'sink(await ssm.send(new PutParameterCommand({ Name: "/app/PLEO_API_KEY", Value: v }))); sink(await sm.send(new RotateSecretCommand({ SecretId: "pleo/api-key" })))',
    ],
    [
      "nothing, but something else",
      'sink((await ssm.send(new GetParameterCommand({ Name: "/app/PLEO_COMPANY_ID" }))).Parameter?.Value); sink(await getParameter("/finance/pleo-company-id")); const r = await vault.read("secret/data/pleo"); sink(r.data.data.companyId); sink(r.lease_id)',
    ],
  ])("%s", (_name, code) => {
    const found = carries(code);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(true);
  });
});
