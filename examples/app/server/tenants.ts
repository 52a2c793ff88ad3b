import { createHash } from "node:crypto";
import { Router } from "express";
import { sign } from "jsonwebtoken";
import { connections, type Tenant } from "./connections";

const pleo = "https://external.pleo.io";
const headers = { Authorization: `Basic ${btoa(`${process.env.PLEO_API_KEY}:`)}` };

function headersOf(tenant: Tenant) {
  return { Authorization: `Basic ${btoa(`${tenant.pleoApiKey}:`)}` };
}

export async function isConnected(tenant: Tenant): Promise<boolean> {
  const url = `${pleo}/v1/companies/${tenant.companyId}`;
  // expect: no-shared-client
  const withOneKeyForAll = await fetch(url, { headers });
  const withItsOwnKey = await fetch(url, { headers: headersOf(tenant) });
  return withOneKeyForAll.ok && withItsOwnKey.ok;
}

export const router = Router();

router.get("/tags/:companyId", async (req, res) => {
  const tenant: Tenant = await connections.ofUser(req.session.userId);
  const query = `company_id=${tenant.companyId}&limit=${req.query.limit}`;
  const stored = await fetch(`${pleo}/v0/tag-groups?${query}`, { headers: headersOf(tenant) });
  const asked = await fetch(
    // expect: no-company-id-from-request
    `${pleo}/v0/tag-groups?company_id=${req.params.companyId}`,
    { headers: headersOf(tenant) },
  );
  res.json([await stored.json(), await asked.json()]);
});

router.post("/connect", async (req, res) => {
  const pleoApiKey = String(req.body.pleoApiKey);
  // expect: no-key-in-session
  req.session.pleo = { pleoApiKey };
  req.session.pleoKeyId = await connections.store(pleoApiKey);
  const fingerprint = createHash("sha256").update(pleoApiKey).digest("hex");
  res.json({ ticket: sign({ fingerprint }, process.env.JWT_SECRET ?? "") });
});
