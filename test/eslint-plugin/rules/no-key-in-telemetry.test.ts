import { noKeyInTelemetry } from "../../../eslint-plugin/rules/no-key-in-telemetry.ts";
import { exampleKey } from "../../support/keys.ts";
import { marked } from "../marked.ts";
import { RuleTester } from "../rule-tester.ts";

const KEY = "process.env.PLEO_API_KEY";
const LITERAL = exampleKey();

const SENTRY = 'import * as Sentry from "@sentry/node";';

const sent: readonly string[] = [
  // Sentry
  `${SENTRY} Sentry.captureMessage(«\`refused: \${${KEY}}\`»);`,
  `${SENTRY} Sentry.captureException(error, «{ extra: { key: ${KEY} } }»);`,
  `${SENTRY} Sentry.captureEvent(«{ message: "refused", tags: { key: ${KEY} } }»);`,
  `${SENTRY} Sentry.setContext("pleo", «{ key: ${KEY} }»);`,
  `${SENTRY} Sentry.setExtra("key", «${KEY}»);`,
  `${SENTRY} const tags = { key: ${KEY} }; Sentry.setTags(«tags»);`,
  `${SENTRY} Sentry.setUser(«{ id: 1, key: ${KEY} }»);`,
  `${SENTRY} Sentry.addBreadcrumb(«{ category: "pleo", data: { headers: { Authorization: ${KEY} } } }»);`,
  `${SENTRY} Sentry.configureScope((s) => s.setTag("key", «${KEY}»));`,
  `${SENTRY} Sentry.withScope(function (current) { current.setExtra("key", «${KEY}»); });`,
  `${SENTRY} Sentry.getCurrentScope().setContext("pleo", «{ key: ${KEY} }»);`,
  `${SENTRY} Sentry.init(«{ dsn, initialScope: { tags: { key: ${KEY} } } }»);`,
  `import { setTag } from "@sentry/browser"; setTag("key", «${KEY}»);`,
  `const { captureMessage } = require("@sentry/node"); captureMessage(«"with " + ${KEY}»);`,
  `function f(scope) { scope.setExtra("key", «${KEY}»); }`,
  `export function f(Sentry, pleoApiKey) { Sentry.setTag("key", «pleoApiKey»); }`,
  // Datadog
  `import { datadogRum } from "@datadog/browser-rum"; datadogRum.addAction("connect", «{ key: ${KEY} }»);`,
  `import { datadogRum } from "@datadog/browser-rum"; datadogRum.setGlobalContextProperty("key", «${KEY}»);`,
  `import { datadogLogs } from "@datadog/browser-logs"; datadogLogs.setUser(«{ id, key: ${KEY} }»);`,
  `import tracer from "dd-trace"; tracer.trace("pleo", «{ tags: { key: ${KEY} } }», run);`,
  `import tracer from "dd-trace"; const span = tracer.startSpan("pleo"); span.setTag("key", «${KEY}»);`,
  `import StatsD from "hot-shots"; const metrics = new StatsD(); metrics.increment("calls", 1, «[\`key:\${${KEY}}\`]»);`,
  `window.DD_RUM.addError(error, «{ key: ${KEY} }»);`,
  // Product analytics
  `import posthog from "posthog-js"; posthog.capture("connected", «{ key: ${KEY} }»);`,
  `import { PostHog } from "posthog-node"; const client = new PostHog(token); client.identify(«{ distinctId: ${KEY} }»);`,
  `import { usePostHog } from "posthog-js/react"; function C() { const hog = usePostHog(); hog.register(«{ key: ${KEY} }»); }`,
  `import { Analytics } from "@segment/analytics-node"; const a = new Analytics({ writeKey }); a.track(«{ event: "x", properties: { key: ${KEY} } }»);`,
  `window.analytics.identify(id, «{ pleoKey: ${KEY} }»);`,
  `analytics.group(company, «{ token: ${KEY} }»);`,
  `class Connect { constructor(private readonly analytics) {} run(pleoApiKey: string) { this.analytics.track("connected", «{ pleoApiKey }»); } }`,
  `import { track } from "../lib/analytics"; track("connected", «{ key: ${KEY} }»);`,
  `import mixpanel from "mixpanel-browser"; mixpanel.people.set(«{ key: ${KEY} }»);`,
  `import * as amplitude from "@amplitude/analytics-browser"; amplitude.logEvent("x", «{ key: ${KEY} }»);`,
  `amplitude.getInstance().logEvent("x", «{ key: ${KEY} }»);`,
  `import { track } from "@vercel/analytics"; track("x", «{ key: ${KEY} }»);`,
  `heap.track("x", «{ key: ${KEY} }»);`,
  `FS.event("x", «{ key: ${KEY} }»);`,
  `rudderanalytics.track("x", «{ key: ${KEY} }»);`,
  `plausible("x", «{ props: { key: ${KEY} } }»);`,
  `umami.track("x", «{ key: ${KEY} }»);`,
  // Google
  `gtag("event", "x", «{ key: ${KEY} }»);`,
  `function gtag() { dataLayer.push(arguments); } gtag("set", «{ key: ${KEY} }»);`,
  `ga("send", "event", "pleo", «${KEY}»);`,
  `window.dataLayer.push(«{ event: "x", key: ${KEY} }»);`,
  `import { logEvent } from "firebase/analytics"; logEvent(a, "x", «{ key: ${KEY} }»);`,
  `import ReactGA from "react-ga4"; ReactGA.event(«{ action: ${KEY} }»);`,
  // The others
  `import LogRocket from "logrocket"; LogRocket.identify(id, «{ key: ${KEY} }»);`,
  `import LogRocket from "logrocket"; LogRocket.log("key", «${KEY}»);`,
  `import Bugsnag from "@bugsnag/js"; Bugsnag.leaveBreadcrumb("x", «{ key: ${KEY} }»);`,
  `import Bugsnag from "@bugsnag/js"; Bugsnag.notify(error, (event) => { event.addMetadata("pleo", «{ key: ${KEY} }»); });`,
  `import Rollbar from "rollbar"; const rollbar = new Rollbar({}); rollbar.error("x", «{ key: ${KEY} }»);`,
  `import Rollbar from "rollbar"; const rollbar = new Rollbar(«{ payload: { key: ${KEY} } }»);`,
  `import newrelic from "newrelic"; newrelic.addCustomAttribute("key", «${KEY}»);`,
  `const newrelic = require("newrelic"); newrelic.noticeError(error, «{ key: ${KEY} }»);`,
  `import apm from "elastic-apm-node"; apm.setLabel("key", «${KEY}»);`,
  `import appInsights from "applicationinsights"; const client = appInsights.defaultClient; client.trackEvent(«{ name: "x", properties: { key: ${KEY} } }»);`,
  `export function f(telemetryClient) { telemetryClient.trackTrace(«{ message: \`\${${KEY}}\` }»); }`,
  `hj("event", «${KEY}»);`,
  `rg4js("customTags", «[${KEY}]»);`,
  `import beeline from "honeycomb-beeline"; beeline.addContext(«{ key: ${KEY} }»);`,
  // OpenTelemetry and Prometheus
  `trace.getActiveSpan().setAttribute("pleo.key", «${KEY}»);`,
  `import { trace } from "@opentelemetry/api"; trace.getActiveSpan()?.setAttribute("pleo.key", «${KEY}»);`,
  `import { trace } from "@opentelemetry/api"; const tracer = trace.getTracer("x"); tracer.startActiveSpan("pleo", «{ attributes: { key: ${KEY} } }», run);`,
  `import { trace } from "@opentelemetry/api"; trace.getTracer("x").startActiveSpan("pleo", (s) => { s.addEvent("x", «{ key: ${KEY} }»); });`,
  `function f(span) { span.setStatus(«{ code: 2, message: ${KEY} }»); }`,
  `function f(span) { span.setAttributes(«{ "pleo.key": ${KEY} }»); }`,
  `function f(s: Span) { s.setAttribute("pleo.key", «${KEY}»); }`,
  `import { propagation } from "@opentelemetry/api"; propagation.createBaggage(«{ key: { value: ${KEY} } }»);`,
  `import { metrics } from "@opentelemetry/api"; const calls = metrics.getMeter("x").createCounter("calls"); calls.add(1, «{ key: ${KEY} }»);`,
  `import { Resource } from "@opentelemetry/resources"; new Resource(«{ "pleo.key": ${KEY} }»);`,
  `import { Counter } from "prom-client"; const calls = new Counter({ name: "x", labelNames: ["key"] }); calls.inc(«{ key: ${KEY} }»);`,
  `import client from "prom-client"; const calls = new client.Counter({}); calls.labels(«${KEY}»).inc();`,
  `import { Gauge } from "prom-client"; const calls = new Gauge({}); calls.set(«{ key: ${KEY} }», 1);`,
  // How the key gets there
  `posthog.capture("x", «{ key: "${LITERAL}" }»);`,
  `posthog.capture("x", «{ key: encodeURIComponent(${KEY}) }»);`,
  `posthog.capture("x", «{ key: ${KEY}.slice(0, 12) }»);`,
  `const key = ${KEY}; const config = { pleo: { key } }; posthog.capture("x", «{ ...config }»);`,
  `export const f = (pleoApiKey) => posthog.capture?.("x", «{ pleoApiKey }»);`,
];

const quiet: readonly string[] = [
  // Nothing of a key
  `${SENTRY} Sentry.captureMessage("PLEO_API_KEY is missing");`,
  `${SENTRY} Sentry.setTag("hasKey", Boolean(${KEY}));`,
  `${SENTRY} Sentry.setTag("key", ${KEY}.slice(-4));`,
  `${SENTRY} Sentry.setExtra("keyLength", ${KEY}.length);`,
  `${SENTRY} Sentry.setExtra("key", maskKey(${KEY}));`,
  `${SENTRY} Sentry.setUser({ id: createHash("sha256").update(${KEY}).digest("hex") });`,
  `${SENTRY} Sentry.setContext("pleo", { pleoApiKeyId: settings.pleoApiKeyId });`,
  `${SENTRY} const { apiKey, ...config } = { apiKey: ${KEY}, region: "eu" }; Sentry.setContext("pleo", config);`,
  `posthog.capture("x", { key: "PLEO_API_KEY" });`,
  `posthog.capture("x", { empleoApiKey: config.empleoApiKey });`,
  `import posthog from "posthog-js"; posthog.capture("pleo", { token: user.token });`,
  // Not the key that is sent, but what a service is started with, or what it calls
  `${SENTRY} Sentry.init({ dsn, beforeSend: (event) => scrub(event, ${KEY}) });`,
  `${SENTRY} Sentry.withScope(() => connect(${KEY}));`,
  `${SENTRY} Sentry.startSpan({ name: "pleo" }, () => connect(${KEY}));`,
  `${SENTRY} Sentry.wrap(connect(${KEY}));`,
  `import posthog from "posthog-js"; posthog.isFeatureEnabled(${KEY});`,
  `import Rollbar from "rollbar"; new Rollbar({ accessToken, scrub: (value) => value === ${KEY} });`,
  // Methods of the same names that belong to something else
  `camera.capture(${KEY});`,
  `shipment.track(${KEY});`,
  `directory.identify(${KEY});`,
  `router.page(${KEY});`,
  `registry.register("pleo", ${KEY});`,
  `players.group(${KEY});`,
  `client.notify(${KEY});`,
  `element.setAttribute("data-key", ${KEY});`,
  `const span = document.createElement("span"); span.setAttribute("title", ${KEY});`,
  `const span = document.querySelector("span"); span.setAttribute("title", ${KEY});`,
  `queue.push(${KEY});`,
  `settings.people.set(${KEY});`,
  `store.scope.set("key", ${KEY});`,
  `counter.add(${KEY});`,
  `rates.increment(${KEY});`,
  `scope.bind(${KEY});`,
  `heap.push(${KEY});`,
  `segment.append(${KEY});`,
  `segment.set(${KEY});`,
  `analytics.set("key", ${KEY});`,
  `import { track } from "./parcels"; track(${KEY});`,
  `import { capture } from "@acme/screenshots"; capture(${KEY});`,
  `function ga(key) { return connect(key); } ga(${KEY});`,
  `const analyticsKey = rotate(${KEY});`,
  `new Counter(${KEY});`,
  `import { createClient } from "pleo"; const pleo = createClient({ apiKey: ${KEY} }); pleo.track("x");`,
  `fetch("https://external.pleo.io/v1", { headers: { Authorization: \`Bearer \${${KEY}}\` } });`,
  // A file that has nothing to do with Pleo
  `posthog.capture("x", { key: process.env.ACME_API_KEY });`,
  "",
];

new RuleTester().run("no-key-in-telemetry", noKeyInTelemetry, {
  valid: quiet.map((code) => ({ code })),
  invalid: [
    ...sent.map((text) => {
      const { code, ...place } = marked(text);
      // What a test is called is printed.
      return {
        name: code.replaceAll(LITERAL, "{{key}}"),
        code,
        errors: [{ messageId: "sent" as const, ...place }],
      };
    }),
    {
      code: `const token = ${KEY};\nanalytics.track(\n  token,\n  { token },\n);`,
      errors: [
        {
          messageId: "sent",
          line: 3,
          data: {
            sink: "analytics.track",
            road: "`token`, which comes from `process.env.PLEO_API_KEY` on line 1",
          },
        },
        { messageId: "sent", line: 4 },
      ],
    },
    {
      name: "a key as a name",
      code: `trace.getActiveSpan().close("key", ${KEY}); analytics["${LITERAL}"].track(${KEY});`,
      errors: [
        {
          messageId: "sent",
          data: {
            sink: `analytics.****${LITERAL.slice(-4)}.track`,
            road: "`process.env.PLEO_API_KEY` on line 1",
          },
        },
      ],
    },
    {
      code: `import { trace } from "@opentelemetry/api";\ntrace.getActiveSpan().setAttribute("key", ${KEY});`,
      errors: [
        {
          messageId: "sent",
          data: {
            sink: "trace.getActiveSpan().setAttribute",
            road: "`process.env.PLEO_API_KEY` on line 2",
          },
        },
      ],
    },
  ],
});
