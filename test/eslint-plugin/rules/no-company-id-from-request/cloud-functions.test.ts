import { noCompanyIdFromRequest } from "../../../../eslint-plugin/rules/no-company-id-from-request.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run(
  "no-company-id-from-request: as cloud functions are handed it",
  noCompanyIdFromRequest,
  {
    valid: [
      {
        name: "lambda secret of the caller's tenant is fine",
        code: `
import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
export const handler = async (event) => {
  const company = event.pathParameters?.company;
  const pleoApiKey = await getSecret(\`pleo-api-key/\${company}\`);
  const headers = { Authorization: \`Basic \${Buffer.from(\`\${pleoApiKey}:\`).toString('base64')}\` };
  const res = await fetch(\`https://external.pleo.io/v0/tag-groups?company_id=\${company}\`, { headers });
  return { statusCode: res.status, body: await res.text() };
};`,
      },
      {
        name: "lambda authorizer",
        code: `
export const handler = async (event) => {
  const company = event.requestContext.authorizer?.jwt.claims.company;
  const query = new URLSearchParams({ company_id: company });
  const res = await fetch(\`https://external.pleo.io/v0/tag-groups?\${query}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return { statusCode: res.status, body: await res.text() };
};`,
      },
      {
        name: "firebase auth",
        code: `
export const tags = onCall(async (request) => {
  const r = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${request.auth.token.company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return r.json();
});`,
      },
    ],
    invalid: [
      {
        name: "lambda path parameters optional",
        code: `
export const handler = async (event) => {
  const company = event.pathParameters?.company;
  if (!company) return { statusCode: 400 };
  const query = new URLSearchParams({ company_id: company });
  const res = await fetch(\`https://external.pleo.io/v0/tag-groups?\${query}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return { statusCode: res.status, body: await res.text() };
};`,
        errors: [{ messageId: "named", line: 5 }],
      },
      {
        name: "lambda typed secret",
        code: `
import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const pleoApiKey = await getSecret('prod/pleo-api-key');
  const { company } = event.queryStringParameters ?? {};
  const headers = { Authorization: \`Basic \${Buffer.from(\`\${pleoApiKey}:\`).toString('base64')}\` };
  const res = await fetch(\`https://external.pleo.io/v0/tag-groups?company_id=\${company}\`, { headers });
  return { statusCode: res.status, body: await res.text() };
};`,
        errors: [{ messageId: "named", line: 7 }],
      },
      {
        name: "lambda body",
        code: `
import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
export const handler = async (event) => {
  const pleoApiKey = await getSecret('prod/pleo-api-key');
  const { company, from } = JSON.parse(event.body ?? "{}");
  const headers = { Authorization: \`Basic \${Buffer.from(\`\${pleoApiKey}:\`).toString('base64')}\` };
  const query = new URLSearchParams({ company_id: company, from });
  const res = await fetch(\`https://external.pleo.io/v0/tag-groups?\${query}\`, { headers });
  return { statusCode: res.status, body: await res.text() };
};`,
        errors: [{ messageId: "named", line: 7 }],
      },
      {
        name: "cloudflare",
        code: `
export default { async fetch(request, env) {
  const { searchParams } = new URL(request.url);
  const company = searchParams.get("company");
  return fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${env.PLEO_API_KEY}:\`)}\` } });
} };`,
        errors: [{ messageId: "named", line: 5 }],
      },
      {
        name: "cloudflare pathname",
        code: `
export default { async fetch(request, env) {
  const [, company] = new URL(request.url).pathname.split("/");
  return fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${env.PLEO_API_KEY}:\`)}\` } });
} };`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "cloudflare url const",
        code: `
export default { async fetch(request, env) {
  const url = new URL(request.url);
  const company = url.searchParams.get("company");
  const headers = new Headers({ Authorization: \`Basic \${btoa(\`\${env.PLEO_API_KEY}:\`)}\` });
  return fetch(\`https://external.pleo.io/v0/tags?\${new URLSearchParams({ company_id: company })}\`, { headers });
} };`,
        errors: [{ messageId: "named", line: 6 }],
      },
      {
        name: "azure function",
        code: `
app.http("tags", { handler: async (request, context) => {
  const company = request.query.get("company");
  const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return { jsonBody: await res.json() };
} });`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "gcp http function",
        code: `
functions.http("tags", async (req, res) => {
  const r = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${req.query.company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  res.json(await r.json());
});`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "firebase callable",
        code: `
export const tags = onCall(async (request) => {
  const r = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${request.data.company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return r.json();
});`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "firebase v1",
        code: `
export const tags = functions.https.onCall(async (data, context) => {
  const r = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${data.company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return r.json();
});`,
        errors: [{ messageId: "named", line: 3 }],
      },
    ],
  },
);
