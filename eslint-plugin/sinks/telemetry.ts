import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { originOf, type Call, type Callee } from "../flow/syntax/callee.ts";
import { wordsOf } from "../flow/evidence/key-names.ts";
import { handedBy } from "./places.ts";
import { wordSet } from "../flow/evidence/word-set.ts";

/** A call that hands what it is given to a service that watches programs or their users. */
export interface TelemetrySink {
  /** Where a key has to lie to be sent: only what is called so is; everything if there is nothing here. */
  readonly parts: ReadonlySet<string> | undefined;
}

/** Methods of these services that send, or keep to be sent with all that follows. */
const SENDS = wordSet(
  "captureException captureMessage captureEvent captureFeedback captureUserFeedback captureError captureSession capture",
  "captureCheckIn setContext setExtra setExtras setTag setTags setUser setUserContext addBreadcrumb setFingerprint setTransactionName setMeasurement setCustomContext setData",
  "addAction addError addTiming addDurationVital setGlobalContext setGlobalContextProperty addRumGlobalContext setRumGlobalContext setUserProperty setViewContext setViewContextProperty setAccount",
  "identify register registerOnce register_once registerForSession group groupIdentify alias page screen pageview track trackPageView trackPageview track_links setPersonProperties setGroup",
  "event logEvent setUserId setUserProperties setUserVars setVars setIdentity set_config addUserProperties addEventProperties trackCustom customEvent sendEvent sendGAEvent sendGTMEvent send sendNow sendPresampled",
  "notify addMetadata addMetaData leaveBreadcrumb addFeatureFlag setLabel setGlobalLabel addLabels addTags",
  "addCustomAttribute addCustomAttributes addCustomSpanAttribute addCustomSpanAttributes noticeError recordCustomEvent addPageAction setCustomAttribute setErrorHandler interaction recordMetric",
  "setAttribute setAttributes setStatus updateName addEvent recordException emit setEntry setBaggage createBaggage setBaggageItem addLink addField addContext addTraceContext addAnnotation putAnnotation putMetadata resourceFromAttributes",
  "startSpan startActiveSpan startInactiveSpan startSpanManual startTransaction startChild trace",
  "trackEvent trackException trackTrace trackMetric trackRequest trackDependency trackAvailability trackNodeHttpRequest setAuthenticatedUserContext addTelemetryInitializer",
  "increment decrement gauge histogram distribution timing addDimension addDimensions addMetric setDefaultDimensions",
  "inc dec count labels observe startTimer add record setToCurrentTime writeDataPoint",
);

/** Methods of loggers, which some of them have as well. */
const LOGS = wordSet("log info debug warn warning error critical");

/** What `people` of Mixpanel takes. */
const ABOUT_PEOPLE = wordSet("set set_once setOnce increment append union");

const STARTS = wordSet("init start initialize load loadRum config configure");

/** Of what such a service is started with, this is sent with every message. */
const SENT_FROM_THE_START = wordSet(
  "initialScope payload metadata metaData context globalContext tags globalTags globalLabels attributes customAttributes customData user properties superProperties",
);

/** Packages whose only purpose is to send. */
const PACKAGES =
  /^(?:@sentry\/|@sentry-internal\/|raven(?:-js)?$|@datadog\/|dd-trace|datadog-|hot-shots$|node-dogstatsd$|node-statsd|statsd-client$|lynx$|posthog-|@posthog\/|@segment\/|analytics(?:-node)?$|logrocket|@bugsnag\/|bugsnag|rollbar|@rollbar\/|newrelic$|@newrelic\/|@opentelemetry\/|@honeycombio\/|honeycomb-beeline$|libhoney$|@amplitude\/|amplitude-js$|mixpanel|@heap\/|heap-api$|@fullstory\/|react-ga4?$|universal-analytics$|ga-gtag$|@next\/third-parties|vue-gtag|firebase\/analytics$|@react-native-firebase\/(?:analytics|crashlytics)|@hotjar\/|react-hotjar$|applicationinsights|@microsoft\/applicationinsights|@azure\/monitor-opentelemetry|elastic-apm-|@elastic\/apm|raygun|raygun4js$|prom-client$|@rudderstack\/|rudder-sdk-js$|plausible-tracker$|next-plausible$|@vercel\/analytics|@umami\/|@openpanel\/|@june-so\/|@intercom\/|react-use-intercom$|@microsoft\/clarity$|@grafana\/faro|@highlight-run\/|aws-xray-sdk|@aws-lambda-powertools\/(?:tracer|metrics)$|@snowplow\/|keen-tracking$|@customerio\/|customerio-|braze|@braze\/|@statsig\/|appsignal$|@appsignal\/|@airbrake\/|@honeybadger-io\/|@pendo\/|telemetrydeck)/;

/** Services by the names that programs give their clients, however they came by them. */
const SERVICES =
  /(?:sentry|posthog|mixpanel|amplitude|analytics|datadog|ddrum|ddlogs|bugsnag|rollbar|logrocket|newrelic|raygun|fullstory|rudderstack|plausible|umami|honeycomb|beeline|telemetry|appinsights|applicationinsights|hotjar|matomo|honeybadger|airbrake|crashlytics|openpanel)(?:client|sdk|instance|browser|node|service|api|rum|hub|server|tracker|provider)*$/;

/** Names that mean other things as well, with the methods that leave no doubt. */
const BY_RECEIVER: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [
    /span$|^transaction$|^(?:sub)?segment$|^baggage$/,
    wordSet(
      "setAttribute setAttributes setStatus setTag addTags setTags setLabel addLabels addEvent recordException setEntry setBaggageItem setData addAnnotation",
    ),
  ],
  [/tracer$/, wordSet("startSpan startActiveSpan putAnnotation putMetadata")],
  [
    /^(?:(?:current|isolation|global|sentry)?scope)$/,
    wordSet("setTag setTags setExtra setExtras setContext setUser addBreadcrumb setFingerprint"),
  ],
  [
    /(?:statsd|dogstatsd)(?:client)?$/,
    wordSet("increment decrement gauge histogram distribution timing set event check unique"),
  ],
  [/^(?:datalayer|paq|hsq|mtm|gaq|kmq|learnq)$/, wordSet("push")],
  [
    /^(?:heap|segment|fs|rum|apm|pendo|clarity|rudder|reactga)$/,
    wordSet(
      "track identify page group screen alias event setProperties setUserVars setIdentity addUserProperties addEventProperties setCustomContext setUserContext setLabel addLabels captureError addAction addError setGlobalContextProperty send",
    ),
  ],
];

/** Every one of these methods, so that most calls cost one look-up. */
const METHODS: ReadonlySet<string> = new Set([
  ...SENDS,
  ...LOGS,
  ...ABOUT_PEOPLE,
  ...BY_RECEIVER.flatMap(([, methods]) => Array.from(methods)),
]);

/** What a page gets from such a service as one function. */
const FUNCTIONS = wordSet(
  "gtag ga fbq hj clarity plausible rg4js Intercom twq ttq snowplow newrelic umami woopra amplitude _hsq",
);

/** What of a call is sent; `undefined` for every call that sends nothing. */
export function telemetrySinkOf(
  sourceCode: TSESLint.SourceCode,
  callee: Callee,
  call: Call,
): TelemetrySink | undefined {
  const { names, isNew } = callee;
  const method = names.at(-1) ?? "";
  if (isNew) return sinkOfNew(callee);
  if (STARTS.has(method) && names.length > 1)
    return isService(callee) ? { parts: SENT_FROM_THE_START } : undefined;
  if (!sends(callee, method) && !isHanded(sourceCode, { callee, call, method })) return undefined;
  return { parts: undefined };
}

function sinkOfNew(callee: Callee): TelemetrySink | undefined {
  if (!isOfPackage(callee)) return undefined;
  return { parts: callee.names.at(-1) === "Resource" ? undefined : SENT_FROM_THE_START };
}

function sends(callee: Callee, method: string): boolean {
  const { names, madeBy } = callee;
  const isPlain = names.length === (madeBy === undefined ? 1 : callee.madeNames);
  if (isPlain) return isSendingFunction(callee, method);
  if (!METHODS.has(method)) return false;
  const owner = ownerOf(callee);
  if (BY_RECEIVER.some(([name, methods]) => methods.has(method) && name.test(owner)))
    return !isMadeElsewhere(callee, owner);
  if (ABOUT_PEOPLE.has(method) && owner === "people") return isService(callee);
  if (method === "set") return isOfPackage(callee) || isOfPackage(madeBy?.callee);
  if (LOGS.has(method)) {
    // Datadog's logs have their methods on `datadogLogs.logger`.
    if (owner === "logger") return isOfPackage(callee);
    return names.length === 2 && isServiceItself(callee);
  }
  return SENDS.has(method) && isService(callee);
}

/** What the method belongs to: a name, a type, or in `getActiveSpan().setTag(…)` what made it. */
function ownerOf({ names, madeBy, typeName, madeNames }: Callee): string {
  const owner = names.at(-2) ?? "";
  if (owner === "()") return plainName(madeBy?.callee.names.at(-1) ?? "");
  const isTyped = typeName !== undefined && names.length === madeNames + 1;
  return plainName(isTyped ? typeName : owner);
}

/** `gtag("event", …)`, or `track(…)` imported from such a package. */
function isSendingFunction(callee: Callee, name: string): boolean {
  const { module, path, isGlobal } = callee;
  if (module !== undefined) return SENDS.has(path.at(-1) ?? name) && isServiceModule(module);
  return name === "gtag" || (isGlobal && FUNCTIONS.has(name));
}

/** `client.commonProperties = …`: what is put there is sent with everything that follows. */
export function isSentLater(
  sourceCode: TSESLint.SourceCode,
  member: TSESTree.MemberExpression,
): boolean {
  // Cheap, and false for nearly every assignment.
  if (!/\b(?:commonProperties|context\b[^=]{0,20}\btags)\b/.test(sourceCode.getText(member)))
    return false;
  const origin = originOf(sourceCode, member);
  return isService({ ...origin, isNew: false, args: [] });
}

/** A `span` of the document, or of a text, is none of a trace. */
function isMadeElsewhere({ madeBy, names }: Callee, owner: string): boolean {
  if (madeBy === undefined || names[0] === "()" || !/span$|segment$|scope$/.test(owner))
    return false;
  const maker = plainName(madeBy.callee.names.at(-1) ?? "");
  return !/span|segment|scope|transaction/.test(maker) && !isService(madeBy.callee);
}

/** `withScope((scope) => scope.setTag(…))`: what a service hands to a function of ours is its own. */
function isHanded(
  sourceCode: TSESLint.SourceCode,
  {
    callee,
    call,
    method,
  }: { readonly callee: Callee; readonly call: Call; readonly method: string },
): boolean {
  if (!SENDS.has(method) || callee.names.length < 2) return false;
  const giver = handedBy(sourceCode, call);
  return giver !== undefined && SCOPES.has(giver.names.at(-1) ?? "") && isService(giver);
}

const SCOPES = wordSet(
  "configureScope withScope withIsolationScope startSpan startSpanManual startActiveSpan startInactiveSpan trace captureException captureMessage captureAsyncFunc captureFunc notify addOnError addTelemetryInitializer",
);

/** Does it, or what made it, belong to such a service? */
function isService(callee: Callee): boolean {
  const { names, madeBy, typeName } = callee;
  if (isServiceModule(callee.module ?? "")) return true;
  if (names.slice(0, -1).some((name) => SERVICES.test(plainName(name)))) return true;
  if (typeName !== undefined && SERVICES.test(plainName(typeName))) return true;
  if (madeBy === undefined) return false;
  return SERVICES.test(plainName(madeBy.callee.names.at(-1) ?? "")) || isService(madeBy.callee);
}

function isServiceItself(callee: Callee): boolean {
  const { names, madeBy } = callee;
  return (
    SERVICES.test(plainName(names[0] ?? "")) || isOfPackage(callee) || isOfPackage(madeBy?.callee)
  );
}

function isOfPackage(callee: Callee | undefined): boolean {
  return callee?.module !== undefined && PACKAGES.test(callee.module);
}

/** A package that is known, or a file of the project that is called like one: `../lib/analytics`. */
function isServiceModule(module: string): boolean {
  if (module === "") return false;
  if (PACKAGES.test(module)) return true;
  const [file = ""] = (module.split("/").at(-1) ?? "").split(".");
  return SERVICES.test(plainName(file));
}

function plainName(name: string): string {
  return wordsOf(name).join("");
}
