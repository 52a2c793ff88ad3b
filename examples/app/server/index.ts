import * as Sentry from "@sentry/node";
import express from "express";
import pino from "pino";

const settings = {
  port: Number(process.env.PORT),
  pleo: { companyId: process.env.PLEO_COMPANY_ID, apiKey: process.env.PLEO_API_KEY ?? "" },
};

const logger = pino();
// expect: no-key-in-log
logger.info(settings, "starting");
logger.info({ port: settings.port, hasPleoKey: settings.pleo.apiKey !== "" }, "starting");

const careful = pino({ redact: ["pleo.apiKey"] });
careful.info(settings, "starting");

const app = express();

async function introspect(pleoApiKey: string): Promise<Response> {
  const response = await fetch("https://external.pleo.io/v1/introspect", {
    // expect: require-basic-auth
    headers: { Authorization: `Bearer ${pleoApiKey}` },
  });
  if (response.status === 401) {
    // expect: no-key-in-error
    throw new Error(`Pleo refused the key ${pleoApiKey}`);
  }
  if (!response.ok) throw new Error(`Pleo refused the key that ends in ${pleoApiKey.slice(-4)}`);
  return response;
}

app.post("/api/connection", async (request, response) => {
  const pleoApiKey = String(request.body.pleoApiKey);
  try {
    await introspect(pleoApiKey);
    response.json({ isConnected: true, keyEndsIn: pleoApiKey.slice(-4) });
  } catch (error) {
    // expect: no-key-in-telemetry
    Sentry.captureException(error, { extra: { company: settings.pleo.companyId, pleoApiKey } });
    Sentry.captureMessage("Pleo refused a key", { extra: { endsIn: pleoApiKey.slice(-4) } });
    response.status(502).json({ isConnected: false });
  }
});

app.listen(settings.port);
