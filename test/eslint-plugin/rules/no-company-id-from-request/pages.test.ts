import { noCompanyIdFromRequest } from "../../../../eslint-plugin/rules/no-company-id-from-request.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run(
  "no-company-id-from-request: as frameworks of pages hand it over",
  noCompanyIdFromRequest,
  {
    valid: [
      {
        name: "sveltekit form, locals company",
        code: `
export const actions = {
  refresh: async ({ request, locals }) => {
    const form = await request.formData();
    const url = new URL("https://external.pleo.io/v0/tax-codes:search");
    url.searchParams.set("company_id", locals.user.companyId);
    url.searchParams.set("q", String(form.get("q")));
    const headers = { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` };
    const res = await fetch(url, { method: "POST", headers, body: "{}" });
    return { codes: (await res.json()).data };
  },
};`,
      },
      {
        name: "sveltekit form compared",
        code: `
export const actions = {
  refresh: async ({ request, locals }) => {
    const form = await request.formData();
    const company_id = String(form.get("company") ?? "");
    if (!locals.user.companies.includes(company_id)) return fail(403);
    const url = new URL("https://external.pleo.io/v0/tax-codes:search");
    url.searchParams.set("company_id", company_id);
    const res = await fetch(url, { method: "POST", headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` }, body: "{}" });
    return { codes: (await res.json()).data };
  },
};`,
      },
      {
        name: "h3 context",
        code: `
export default defineEventHandler(async (event) => {
  const company = event.context.auth.company;
  return $fetch("https://external.pleo.io/v0/tags", { query: { company_id: company }, headers: { Authorization: \`Basic \${btoa(\`\${useRuntimeConfig().pleoApiKey}:\`)}\` } });
});`,
      },
      {
        name: "record by signed-in user",
        code: `
export async function GET(request) {
  const user = await currentUser(request);
  const { companyId } = await db.connection.findUnique({ where: { userId: user.id } });
  return fetch(\`https://external.pleo.io/v0/tags?company_id=\${companyId}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
}`,
      },
    ],
    invalid: [
      {
        name: "sveltekit form",
        code: `
export const actions = {
  refresh: async ({ request, locals }) => {
    const form = await request.formData();
    const company_id = String(form.get("company") ?? "");
    const url = new URL("https://external.pleo.io/v0/tax-codes:search");
    url.searchParams.set("company_id", company_id);
    const headers = { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` };
    const res = await fetch(url, { method: "POST", headers, body: "{}" });
    return { codes: (await res.json()).data };
  },
};`,
        errors: [{ messageId: "named", line: 7 }],
      },
      {
        name: "sveltekit load with url",
        code: `
export const load = async ({ url, fetch }) => {
  const company = url.searchParams.get("company");
  const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return { tags: await res.json() };
};`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "sveltekit load with params",
        code: `
export const load: PageServerLoad = async ({ params }) => {
  const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${params.company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return { tags: await res.json() };
};`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "remix action form",
        code: `
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const company = form.get("company");
  const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return res.json();
}`,
        errors: [{ messageId: "named", line: 5 }],
      },
      {
        name: "remix object from form",
        code: `
export async function action({ request }: ActionFunctionArgs) {
  const { company } = Object.fromEntries(await request.formData());
  const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return res.json();
}`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "next server action",
        code: `
"use server";
export async function refresh(formData: FormData) {
  const company = formData.get("company") as string;
  const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return res.json();
}`,
        errors: [{ messageId: "named", line: 5 }],
      },
      {
        name: "next pages api",
        code: `
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { company } = req.query;
  const url = new URL("/v0/tags", "https://external.pleo.io");
  url.search = new URLSearchParams({ company_id: String(company) }).toString();
  const r = await fetch(url, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  res.json(await r.json());
}`,
        errors: [{ messageId: "named", line: 5 }],
      },
      {
        name: "h3 readBody",
        code: `
export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  return $fetch("https://external.pleo.io/v0/tags", { query: { company_id: body.company }, headers: { Authorization: \`Basic \${btoa(\`\${useRuntimeConfig().pleoApiKey}:\`)}\` } });
});`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "h3 multipart, destructured",
        code: `
export default defineEventHandler(async (event) => {
  const { company } = await readBody<{ company: string }>(event);
  return $fetch("https://external.pleo.io/v0/tags", { query: { company_id: company }, headers: { Authorization: \`Basic \${btoa(\`\${useRuntimeConfig().pleoApiKey}:\`)}\` } });
});`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "next headers",
        code: `
import { headers } from "next/headers";
export async function GET() {
  const company = (await headers()).get("x-company");
  return fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
}`,
        errors: [{ messageId: "named", line: 5 }],
      },
    ],
  },
);
