import { noKeyInTelemetry } from "../../../../eslint-plugin/rules/no-key-in-telemetry.ts";
import { RuleTester } from "../../rule-tester.ts";

const BEFORE = `
import appInsights from "applicationinsights";
import * as Sentry from "@sentry/node";
import apm from "elastic-apm-node";
import Rollbar from "rollbar";
import { ApplicationInsights } from "@microsoft/applicationinsights-web";
import { PostHog } from "posthog-node";
import { trace } from "@opentelemetry/api";
import { logs } from "@opentelemetry/api-logs";
const key = process.env.PLEO_API_KEY;
`;

const LINE = BEFORE.split("\n").length;

/** One report, behind the lines that all of them have. */
function told(code: string) {
  return { code: BEFORE + code, errors: [{ messageId: "sent" as const, line: LINE }] };
}

new RuleTester().run(
  "no-key-in-telemetry: clients that fields hold, and what is sent later",
  noKeyInTelemetry,
  {
    invalid: [
      "class A { client = appInsights.defaultClient; f(e) { this.client.trackException({ exception: e, properties: { key } }); } }",
      "class A { #client = new appInsights.TelemetryClient(); f() { this.#client.trackTrace({ message: key }); } }",
      "class A { constructor(private readonly client: TelemetryClient) {} f() { this.client.trackEvent({ name: 'x', properties: { key } }); } }",
      "class A { constructor() { this.client = appInsights.defaultClient; } f() { this.client.trackDependency({ data: key }); } }",
      "class A { client = new PostHog('x'); f() { this.client.capture({ properties: { key } }); } }",
      "appInsights.defaultClient.commonProperties = { key };",
      "const { defaultClient } = appInsights; defaultClient.commonProperties.key = key;",
      "class A { client = appInsights.defaultClient; f() { this.client.context.tags['x'] = key; } }",
      "new ApplicationInsights({ config: {} }).setAuthenticatedUserContext(key);",
      "Sentry.metrics.count('x', 1, { attributes: { key } });",
      "Sentry.captureCheckIn({ monitorSlug: key });",
      "apm.setGlobalLabel('x', key);",
      "apm.start({ globalLabels: { key } });",
      "new Rollbar({}).configure({ payload: { key } });",
      "const span = trace.getTracer('x').startSpan('y'); span.updateName(`x ${key}`);",
      "logs.getLogger('x').emit({ body: key });",
    ].map(told),
    valid: [
      "client.commonProperties = { key };",
      "const client = createPleoClient(); client.context.tags.key = key;",
      "appInsights.defaultClient.commonProperties = { hasKey: Boolean(key) };",
      "appInsights.defaultClient.config.endpointUrl = key;",
      "class A { client = createPleoClient(); f() { this.client.trackingOf({ key }); } }",
      "apm.start({ secretToken: key });",
      "new Rollbar({}).configure({ accessToken: key });",
      "list.count(key); emitter.emit('x', key); form.updateName(key);",
    ].map((code) => BEFORE + code),
  },
);
