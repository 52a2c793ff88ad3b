import { schedule } from "node-cron";

// expect: no-hardcoded-key, PLEO_API_KEY
const pleoApiKey = process.env.PLEO_API_KEY ?? "{{key}}";
const companyId = process.env.PLEO_COMPANY_ID ?? "";
const headers = { Authorization: `Basic ${Buffer.from(`${pleoApiKey}:`).toString("base64")}` };

async function isAlive(): Promise<boolean> {
  // expect: no-insecure-transport
  const response = await fetch("http://external.pleo.io/v1/introspect", { headers });
  const again = await fetch("https://external.pleo.io/v1/introspect", { headers });
  return response.ok && again.ok;
}

async function readExpenses(): Promise<unknown> {
  // expect: no-wrong-host
  const expenses = await fetch("https://openapi.pleo.io/v1/expenses", { headers });
  return expenses.json();
}

async function readVendors(): Promise<unknown> {
  const vendors = await fetch(
    // expect: require-company-id
    `https://external.pleo.io/v1/vendors:search?companyId=${companyId}`,
    { method: "POST", headers, body: "{}" },
  );
  return vendors.json();
}

async function readTagGroups(): Promise<unknown> {
  const groups = await fetch(`https://external.pleo.io/v0/tag-groups?company_id=${companyId}`, {
    headers,
  });
  return groups.json();
}

schedule("0 4 * * *", async () => {
  if (!(await isAlive())) return;
  await Promise.all([readExpenses(), readVendors(), readTagGroups()]);
});
