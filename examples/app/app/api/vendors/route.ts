import "server-only";

const apiKey = process.env.PLEO_API_KEY;
const companyId = process.env.PLEO_COMPANY_ID;
const headers = { Authorization: `Basic ${btoa(`${apiKey}:`)}` };

export async function GET() {
  const groups = await fetch(
    // expect: no-key-in-url, PLEO_KEY_IN_URL
    `https://external.pleo.io/v0/tag-groups?company_id=${companyId}&api_key=${apiKey}`,
  );
  const vendors = await fetch(
    `https://external.pleo.io/v1/vendors:search?company_id=${companyId}`,
    { method: "POST", headers, body: "{}" },
  );

  // expect: no-key-in-response
  return Response.json({
    groups: await groups.json(),
    vendors: await vendors.json(),
    isConnected: Boolean(apiKey),
    connection: { companyId, apiKey },
  });
}
