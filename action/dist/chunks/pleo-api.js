import { D as record, Ft as GuardError, I as _maxLength, M as unknown, S as nullable, T as optional, _ as _enum, j as union, k as string, n as createTextMasker, p as parseApiOrigin, v as array, w as object } from "../index.js";
import { t as requireVerifiedTls } from "./tls.js";
import { setTimeout as setTimeout$1 } from "node:timers/promises";

// action/pleo-api/body.ts
const MAX_BODY_BYTES = 1048576;
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json[ \t]*(?:;|$)/i;
async function readJson(response) {
	const { headers } = response;
	if (!JSON_TYPE.test(headers.get("content-type") ?? "")) return unreadable("not-json");
	if (Number(headers.get("content-length") ?? 0) > 1048576) return unreadable("too-large");
	const bytes = await readBytes(response);
	return typeof bytes === "string" ? unreadable(bytes) : parse(bytes);
}
async function readBytes(response) {
	const chunks = [];
	let length = 0;
	try {
		for await (const chunk of streamOf(response)) {
			length += chunk.length;
			if (length > 1048576) return "too-large";
			chunks.push(chunk);
		}
	} catch {
		return "cut-short";
	}
	return Buffer.concat(chunks);
}
function streamOf({ body }) {
	return body ?? [];
}
const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true });
function parse(bytes) {
	try {
		const text = STRICT_UTF8.decode(bytes);
		return {
			kind: "json",
			value: JSON.parse(text)
		};
	} catch {
		return unreadable("not-json");
	}
}
function unreadable(problem) {
	return {
		kind: "unreadable",
		problem
	};
}

// action/pleo-api/retry-after.ts
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
function parseRetryAfterMs(header, now) {
	if (header === null) return 0;
	if (/^\d+$/.test(header)) return Number(header) * 1e3;
	if (!HTTP_DATE.test(header)) return 0;
	const at = Date.parse(header);
	return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime());
}

// action/pleo-api/retry.ts
const MAX_ATTEMPTS = 3;
const FIRST_BACKOFF_MS = 250;
const LONGEST_WAIT_MS = 3e4;
const TIMED_OUT = {
	kind: "unavailable",
	because: "timeout"
};
const NOT_ASKED = {
	kind: "unavailable",
	because: "not-asked"
};
async function withRetries(attempt, { deadline, sleep, random }) {
	if (deadline.remainingMs() <= 0) return NOT_ASKED;
	for (let count = 1; deadline.remainingMs() > 0; count += 1) {
		const { answer, retryAfterMs } = await attempt();
		if (retryAfterMs === void 0 || count === MAX_ATTEMPTS) return answer;
		const waitMs = Math.max(retryAfterMs, backoffMs(count, random));
		if (waitMs > 3e4 || waitMs >= deadline.remainingMs()) return answer;
		await sleep(waitMs);
	}
	return TIMED_OUT;
}
function backoffMs(count, random) {
	return random() * FIRST_BACKOFF_MS * 2 ** (count - 1);
}

// action/pleo-api/status.ts
function answerToStatus(status) {
	if (status === 401) return { kind: "unauthorized" };
	if (status === 403) return { kind: "forbidden" };
	if (status === 429) return {
		kind: "unavailable",
		because: "rate-limited"
	};
	switch (Math.floor(status / 100)) {
		case 2: return;
		case 3: return {
			kind: "unavailable",
			because: "redirected"
		};
		case 4: return {
			kind: "refused",
			status
		};
		case 5: return {
			kind: "unavailable",
			because: "server-error"
		};
		default: return {
			kind: "unavailable",
			because: "unexpected-status"
		};
	}
}

// action/pleo-api/attempt.ts
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const NETWORK_FAILURE = {
	answer: {
		kind: "unavailable",
		because: "network"
	},
	retryAfterMs: 0
};
async function attempt(send, judge, { timeoutMs, now }) {
	const controller = new AbortController();
	const { signal } = controller;
	const timer = setTimeout(() => {
		controller.abort();
	}, Math.min(timeoutMs, LONGEST_TIMER_MS));
	let isReadThrough = false;
	try {
		const { outcome, isWhole } = await receive(await send(signal), judge, now);
		isReadThrough = isWhole;
		return signal.aborted ? { answer: TIMED_OUT } : outcome;
	} catch {
		return signal.aborted ? { answer: TIMED_OUT } : NETWORK_FAILURE;
	} finally {
		clearTimeout(timer);
		if (!isReadThrough) controller.abort();
	}
}
async function receive(response, judge, now) {
	const answer = answerToStatus(response.status);
	if (answer !== void 0) {
		if (!isWorthRepeating(answer)) return {
			outcome: { answer },
			isWhole: false
		};
		const header = response.headers.get("retry-after");
		return {
			outcome: {
				answer,
				retryAfterMs: parseRetryAfterMs(header, now())
			},
			isWhole: false
		};
	}
	return read(response, judge);
}
async function read(response, judge) {
	const body = await readJson(response);
	if (body.kind === "unreadable") return {
		outcome: {
			answer: body,
			...body.problem === "cut-short" ? { retryAfterMs: 0 } : {}
		},
		isWhole: false
	};
	return {
		outcome: { answer: judge(body.value) },
		isWhole: true
	};
}
function isWorthRepeating(answer) {
	return answer.kind === "unavailable" && (answer.because === "rate-limited" || answer.because === "server-error");
}

// src/key/sendable.ts
function isSendable(value) {
	return /^[\x21-\x39\x3b-\x7e]+$/.test(value);
}

// action/pleo-api/credential.ts
function basicAuthorization(key) {
	requireSendable(key.reveal());
	return `Basic ${Buffer.from(`${key.reveal()}:`).toString("base64")}`;
}
function secretDetector(key, mayHold = () => true) {
	let mask;
	return (text) => {
		if (!mayHold(text)) return false;
		mask ??= createTextMasker([key.reveal()]);
		return mask(text) !== text;
	};
}
function requireSendable(value) {
	if (isSendable(value)) return;
	throw new GuardError("KEY_UNSENDABLE", `The key ${value === "" ? "is empty" : "holds a colon, white space, a control character or a character beyond ASCII"}, so it cannot be sent.`, { hint: "Copy the key from Pleo again, without line breaks, quotes or anything around it." });
}

// src/pleo/company-parameter.ts
const none = { in: "none" };
const query = (required) => ({
	in: "query",
	name: "company_id",
	required
});
const queryOrOrganisation = {
	in: "query",
	name: "company_id",
	required: true,
	or: "organization_id"
};
const body = {
	in: "body",
	name: "companyId",
	required: true
};
const path = {
	in: "path",
	name: "companyId",
	required: true
};

// src/pleo/reading-endpoints.ts
const READING_ENDPOINTS = [
	{
		method: "GET",
		path: "/v1/introspect",
		scope: null,
		company: none,
		effect: "reads",
		evidence: "documented"
	},
	{
		method: "GET",
		path: "/v1/installations/me",
		scope: null,
		company: query(false),
		effect: "reads",
		evidence: "documented"
	},
	{
		method: "GET",
		path: "/v1/companies",
		scope: "companies:read",
		effect: "reads",
		exposes: "company names and addresses",
		evidence: "documented",
		company: {
			in: "query",
			name: "organization_id",
			required: false
		},
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v1/companies/{companyId}",
		scope: "companies:read",
		company: path,
		effect: "reads",
		exposes: "company names and addresses",
		evidence: "documented",
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v2/employees",
		scope: "users:read",
		company: {
			in: "query",
			name: "companyId",
			required: false
		},
		effect: "reads",
		exposes: "names, e-mail addresses and phone numbers",
		evidence: "documented"
	},
	{
		method: "GET",
		path: "/v2/employees/{id}",
		scope: "users:read",
		company: none,
		effect: "reads",
		exposes: "names, e-mail addresses and phone numbers",
		evidence: "documented"
	},
	{
		method: "GET",
		path: "/v3/export-jobs",
		scope: "export-jobs:read",
		company: query(true),
		effect: "reads",
		evidence: "documented",
		uncertain: ["company"]
	},
	{
		method: "GET",
		path: "/v3/export-jobs/{jobId}",
		scope: "export-jobs:read",
		company: query(false),
		effect: "reads",
		evidence: "documented",
		uncertain: ["company"]
	},
	{
		method: "GET",
		path: "/v3/export-jobs/{jobId}/items",
		scope: "export-jobs:read",
		company: query(false),
		effect: "reads",
		evidence: "documented",
		uncertain: ["company"]
	},
	{
		method: "GET",
		path: "/v3/export-job-items",
		scope: "export-jobs:read",
		company: query(false),
		effect: "reads",
		evidence: "documented",
		uncertain: ["company"]
	},
	{
		method: "GET",
		path: "/v3/export-items",
		scope: "export-items:read",
		company: query(false),
		effect: "reads",
		exposes: "spending",
		evidence: "documented",
		uncertain: ["company"]
	},
	{
		method: "GET",
		path: "/v0/tag-groups",
		scope: "tag-groups:read",
		company: queryOrOrganisation,
		effect: "reads",
		evidence: "documented",
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v0/tag-groups/{id}",
		scope: "tag-groups:read",
		company: queryOrOrganisation,
		effect: "reads",
		evidence: "documented",
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v0/aggregations/tag-groups",
		scope: "tag-groups:read",
		company: queryOrOrganisation,
		effect: "reads",
		evidence: "documented",
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v0/tags",
		scope: "tag-groups:read",
		company: queryOrOrganisation,
		effect: "reads",
		evidence: "documented",
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v0/tax-codes/{id}",
		scope: "tax-codes:read",
		company: none,
		effect: "reads",
		evidence: "documented",
		uncertain: ["scope"]
	},
	{
		method: "POST",
		path: "/v0/tax-codes:search",
		scope: "tax-codes:read",
		company: query(true),
		effect: "reads",
		evidence: "documented",
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v1/chart-of-accounts/{id}",
		scope: "accounts:read",
		company: none,
		effect: "reads",
		evidence: "documented"
	},
	{
		method: "POST",
		path: "/v1/chart-of-accounts:search",
		scope: "accounts:read",
		company: body,
		effect: "reads",
		evidence: "documented"
	},
	{
		method: "GET",
		path: "/v1-beta/accounts",
		scope: null,
		company: none,
		effect: "reads",
		credential: "oauth-only",
		evidence: "documented"
	},
	{
		method: "GET",
		path: "/v1/vendors/{id}",
		scope: "vendors:read",
		company: none,
		effect: "reads",
		evidence: "documented"
	},
	{
		method: "POST",
		path: "/v1/vendors:search",
		scope: "vendors:read",
		company: query(true),
		effect: "reads",
		evidence: "documented"
	},
	{
		method: "POST",
		path: "/v1/accounting-entries:search",
		scope: "accounting-entries:read",
		company: queryOrOrganisation,
		effect: "reads",
		exposes: "spending",
		evidence: "seen-in-code"
	},
	{
		method: "GET",
		path: "/v1/accounting-entries/{id}",
		scope: "accounting-entries:read",
		company: none,
		effect: "reads",
		exposes: "spending",
		evidence: "seen-in-code"
	},
	{
		method: "GET",
		path: "/v1/accounting-entries/{id}/receipts",
		scope: "accounting-entries:read",
		company: none,
		effect: "reads",
		exposes: "spending",
		evidence: "seen-in-code"
	},
	{
		method: "GET",
		path: "/v1/subscriptions",
		scope: null,
		company: none,
		effect: "reads",
		exposes: "endpoint addresses and their credentials",
		evidence: "documented"
	},
	{
		method: "GET",
		path: "/v1/subscriptions/{id}",
		scope: null,
		company: none,
		effect: "reads",
		exposes: "endpoint addresses and their credentials",
		evidence: "documented"
	},
	{
		method: "GET",
		path: "/v1/subscriptions/{id}/activities",
		scope: null,
		company: none,
		effect: "reads",
		evidence: "documented"
	},
	{
		method: "GET",
		path: "/v1/subscriptions/{id}/secret",
		scope: null,
		company: none,
		effect: "reads",
		exposes: "the webhook secret",
		evidence: "documented"
	}
];

// action/pleo-api/read-only.ts
const PLACEHOLDER_VALUE = "[A-Za-z0-9_-]{1,100}";
const readers = READING_ENDPOINTS.map(({ method, path }) => ({
	method,
	path: new RegExp(`^${path.replace(/\{\w+\}/g, PLACEHOLDER_VALUE)}$`)
}));
function requireReading({ method, path }) {
	if (readers.some((reader) => reader.method === method && reader.path.test(path))) return;
	throw new GuardError("WRITE_REFUSED", "A request that is not known to only read was refused before it was sent.", { hint: "Only GET, and the searches of the endpoint catalogue, may be sent." });
}

// action/pleo-api/schemas.ts
const text = string().check(_maxLength(500));
const longText = string().check(_maxLength(2e4));
const optionalText = optional(nullable(text));
const introspectionBody = object({ data: object({
	authMethod: _enum([
		"API_KEY",
		"OAUTH2",
		"NONE"
	]),
	scope: longText,
	subjectURN: optionalText
}) });
const installation = object({
	resource: text,
	status: text,
	errorCode: optionalText
});
const installations = array(installation).check(_maxLength(1e3));
const installationsBody = union([
	installation,
	installations,
	object({ data: union([installation, installations]) })
]);
const company = object({
	id: text,
	organizationId: optionalText
});
const companiesBody = object({ data: array(company).check(_maxLength(1e3)) });
const companyBody = object({ data: company });
const anyObject = record(string(), unknown());
const decodeIntrospection = (body) => {
	const { data } = introspectionBody.safeParse(body);
	return data && {
		authMethod: data.data.authMethod,
		scopes: data.data.scope.split(/\s+/).filter((scope) => scope !== ""),
		subjectUrn: data.data.subjectURN ?? void 0
	};
};
const decodeInstallations = (body) => {
	const { data } = installationsBody.safeParse(body);
	if (data === void 0) return void 0;
	const found = "data" in data ? data.data : data;
	return (Array.isArray(found) ? found : [found]).map(({ resource, status, errorCode }) => ({
		resource,
		status,
		errorCode: errorCode ?? void 0
	}));
};
const decodeCompanies = (body) => companiesBody.safeParse(body).data?.data.map(toCompany);
const decodeCompany = (body) => {
	const { data } = companyBody.safeParse(body);
	return data && toCompany(data.data);
};
const decodeProbe = (body) => {
	const { data } = anyObject.safeParse(body);
	return data !== void 0 && Object.values(data).some(Array.isArray) ? null : void 0;
};
function toCompany({ id, organizationId }) {
	return {
		id,
		organizationId: organizationId ?? void 0
	};
}

// action/pleo-api/without-secrets.ts
function judgeWithoutSecrets(decode, holdsSecret) {
	return (body) => {
		const value = decode(body);
		if (textsIn(value ?? body).some(holdsSecret)) return {
			kind: "unreadable",
			problem: "repeats-key"
		};
		return value === void 0 ? {
			kind: "unreadable",
			problem: "wrong-shape"
		} : {
			kind: "ok",
			value
		};
	};
}
function textsIn(root) {
	const texts = [];
	const open = [root];
	while (open.length > 0) {
		const value = open.pop();
		if (typeof value === "string") texts.push(value);
		else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) open.push(inner);
	}
	return texts;
}

// action/pleo-api/client.ts
const DEFAULT_TIMEOUT_MS = 1e4;
const NODE = {
	fetch: (url, init) => fetch(url, init),
	sleep: (milliseconds) => setTimeout$1(milliseconds),
	random: () => Math.random(),
	clock: { now: () => /* @__PURE__ */ new Date() }
};
function createPleoApi(options) {
	const ask = createAsk(options);
	return {
		introspect: () => ask(get("/v1/introspect"), decodeIntrospection),
		installations: () => ask(get("/v1/installations/me"), decodeInstallations),
		companies: () => ask(get("/v1/companies", { limit: "2" }), decodeCompanies),
		company: (id) => ask(get(`/v1/companies/${id}`), decodeCompany),
		probe: (request) => ask(request, decodeProbe)
	};
}
function createAsk(options) {
	const { key, deadline, timeoutMs = DEFAULT_TIMEOUT_MS, pace } = options;
	const { fetch: send, sleep, random, clock } = {
		...NODE,
		...options.platform
	};
	requireVerifiedTls(options.env);
	const { base } = parseApiOrigin(options.origin);
	const authorization = basicAuthorization(key);
	const holdsSecret = secretDetector(key, options.mayHoldSecret);
	return async (request, decode) => {
		requireReading(request);
		const url = addressOf(base, request);
		const judge = judgeWithoutSecrets(decode, holdsSecret);
		const attemptOnce = () => attempt((signal) => send(url, {
			...initOf(request, authorization),
			signal
		}), judge, {
			timeoutMs: Math.min(timeoutMs, deadline.remainingMs()),
			now: () => clock.now()
		});
		const inTurn = pace === void 0 ? attemptOnce : takingTurns(attemptOnce, pace, deadline);
		return withRetries(inTurn, {
			deadline,
			sleep,
			random
		});
	};
}
function takingTurns(attemptOnce, pace, deadline) {
	return async () => {
		await pace.turn();
		if (deadline.remainingMs() <= 0) return { answer: NOT_ASKED };
		const outcome = await attemptOnce();
		const { answer, retryAfterMs } = outcome;
		if (!(answer.kind === "unavailable" && answer.because === "rate-limited") || retryAfterMs === void 0) return outcome;
		pace.heed(retryAfterMs);
		return {
			answer,
			retryAfterMs: 0
		};
	};
}
function get(path, query = {}) {
	return {
		method: "GET",
		path,
		query
	};
}
function addressOf(base, { path, query }) {
	const parameters = new URLSearchParams(query).toString();
	return base + path + (parameters === "" ? "" : `?${parameters}`);
}
function initOf({ method, body }, authorization) {
	const hasBody = method === "POST";
	return {
		method,
		headers: {
			authorization,
			accept: "application/json",
			"user-agent": "pleo-key-guard",
			...hasBody ? { "content-type": "application/json" } : {}
		},
		...hasBody ? { body: JSON.stringify(body ?? {}) } : {},
		redirect: "manual",
		credentials: "omit",
		cache: "no-store",
		referrerPolicy: "no-referrer"
	};
}

export { createPleoApi };