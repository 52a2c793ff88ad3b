import { G as renderSummary, Q as toMarkdown, Y as groupFindings, Z as toLogText, c as startDeadline, mt as keyHandling, q as hideIds } from "../index.js";
import { i as redactReport, n as WHOLE_CATALOGUE, t as writeInside } from "./write-inside.js";
import { createHash } from "node:crypto";

// action/render/tame-markdown.ts
const NOTHING$1 = "​";
function tameMarkdown(text) {
	return text.replaceAll(/(?<!\w)@(?=\w)/g, `@${NOTHING$1}`).replaceAll(/(#|\bGH-)(?=\d)/gi, `$1${NOTHING$1}`).replaceAll("![", "! [").replaceAll("](", "] (").replaceAll("][", "] [");
}

// action/render/comment.ts
const LONGEST_COMMENT = 65536;
function commentMarker({ kind, environment }) {
	return `<!-- pleo-key-guard:comment ${kind}/${environment} -->`;
}
function renderComment(report, options) {
	for (const cut of CUTS) {
		const text = renderBody(shorten(report, cut), options, report.findings.length);
		if (text.length <= LONGEST_COMMENT) return text;
	}
	return renderBody({
		...report,
		findings: [],
		scopes: NO_SCOPES
	}, options, -1);
}
function renderResolvedComment(subject) {
	return [
		commentMarker(subject),
		"## ✅ The Pleo key may be used",
		"What stood here is resolved.",
		signature(subject)
	].join("\n\n");
}
const NO_SCOPES = {
	missing: [],
	excess: []
};
const CUTS = [
	{
		each: Infinity,
		length: Infinity
	},
	{
		each: 150,
		length: 1e3
	},
	{
		each: 50,
		length: 1e3
	},
	{
		each: 10,
		length: 1e3
	},
	{
		each: 3,
		length: 400
	},
	{
		each: 1,
		length: 150
	}
];
function shorten(report, { each, length }) {
	if (each === Infinity) return report;
	const counts = /* @__PURE__ */ new Map();
	const findings = report.findings.filter(({ id }) => {
		const count = (counts.get(id) ?? 0) + 1;
		counts.set(id, count);
		return count <= each;
	});
	const { granted, ...scopes } = report.scopes;
	const named = granted?.slice(0, each);
	const unshown = (scopes.unshown ?? 0) + (granted?.length ?? 0) - (named?.length ?? 0);
	return {
		...report,
		findings: findings.map((finding) => clipTexts(finding, length)),
		scopes: {
			...scopes,
			...named === void 0 ? {} : { granted: named },
			...unshown === 0 ? {} : { unshown }
		},
		...report.scans === void 0 ? {} : { scans: clipAll(report.scans, length) }
	};
}
function clipTexts(finding, length) {
	const { message, remedy } = finding;
	return {
		...finding,
		message: clip$1(message, length),
		remedy: clip$1(remedy, length)
	};
}
function clipAll(scans, length) {
	return Object.fromEntries(Object.entries(scans).map(([area, seen]) => [area, clip$1(seen, length)]));
}
function clip$1(text, length) {
	return text.length <= length ? text : `${text.slice(0, length).toWellFormed()}…`;
}
function renderBody(shown, options, all) {
	const { hidesIds, goesOn, nextStep } = options;
	const hidden = all < 0 ? "The findings are" : describeRest(all - shown.findings.length);
	const rest = hidden === void 0 ? [] : [`${hidden} not shown here, since there are too many; the log of the step has them all.`];
	const summary = all < 0 ? "## The report on the Pleo key is too long for a comment" : renderSummary(shown, {
		hidesIds,
		life: void 0,
		goesOn,
		nextStep
	}).trimEnd();
	return [
		commentMarker(options),
		tameMarkdown(summary),
		...rest,
		`**Next:** ${tameMarkdown(toNextStep(nextStep, shown, hidesIds))}`,
		signature(options)
	].join("\n\n");
}
function describeRest(count) {
	if (count <= 0) return void 0;
	return count === 1 ? "1 more finding is" : `${count} more findings are`;
}
const LONGEST_STEP = 2e3;
function toNextStep(nextStep, { company }, hidesIds) {
	const line = clip$1(toMarkdown(nextStep), LONGEST_STEP);
	return hidesIds ? hideIds(line, company.expected).split("\n")[0] ?? "" : line;
}
function signature({ kind, environment }) {
	return `<sub>Pleo Key Guard, on the ${kind} key for ${environment}. It keeps this comment up to date.</sub>`;
}

// action/github/connection.ts
const REPOSITORY = /^([\w.-]+)\/([\w.-]+)$/;
const LOOPBACK = [
	"localhost",
	"127.0.0.1",
	"[::1]"
];
function findConnection(env, token) {
	if (token.trim() === "") return "`github-token` is empty";
	const [, owner, repository] = REPOSITORY.exec(env["GITHUB_REPOSITORY"] ?? "") ?? [];
	if (owner === void 0 || repository === void 0) return "`GITHUB_REPOSITORY` names no repository";
	const apiUrl = env["GITHUB_API_URL"] ?? "https://api.github.com";
	if (!isSafe(apiUrl)) return "`GITHUB_API_URL` is no address over https, and the token is sent to no other";
	return {
		apiUrl: apiUrl.replace(/\/+$/, ""),
		owner,
		repository,
		token: token.trim()
	};
}
function isSafe(address) {
	if (!URL.canParse(address)) return false;
	const { protocol, hostname, username, password } = new URL(address);
	if (username !== "" || password !== "") return false;
	return protocol === "https:" || protocol === "http:" && LOOPBACK.includes(hostname);
}

// action/github/failure.ts
const SECONDARY_LIMIT_MS = 6e4;
function limitedForMs(error, now) {
	const { status, response } = error ?? {};
	if (status !== 403 && status !== 429) return void 0;
	const headers = response?.headers ?? {};
	const retryAfter = String(headers["retry-after"] ?? "");
	if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1e3;
	const reset = String(headers["x-ratelimit-reset"] ?? "");
	if (String(headers["x-ratelimit-remaining"]) === "0" && /^\d+$/.test(reset)) return Math.max(0, Number(reset) * 1e3 - now.getTime());
	return status === 429 || /secondary rate limit/i.test(messageOf(response?.data)) ? SECONDARY_LIMIT_MS : void 0;
}
function messageOf(data) {
	const { message } = data ?? {};
	return typeof message === "string" ? message : "";
}
function isPassing(error) {
	const { status } = error ?? {};
	return typeof status !== "number" || status >= 500;
}
function explainFailure(error, permission, now) {
	if (limitedForMs(error, now) !== void 0) return "GitHub wants fewer requests for now; the next run tries again";
	if (isPassing(error)) return "GitHub gave no usable answer; the next run tries again";
	switch (error.status) {
		case 401: return "GitHub does not accept `github-token`";
		case 403:
		case 404: return `the token may not do that: give the job \`${permission}\`, which the token of a pull request from a fork never gets`;
		case 410: return "issues are switched off in this repository";
		case 422: return "GitHub refused the text";
		default: return "GitHub refused the request";
	}
}

// action/github/octokit-api.ts
const PATIENCE = {
	totalMs: 3e4,
	answerMs: 1e4,
	sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
};
const MAX_ATTEMPTS = 3;
const BACKOFF_MS = 500;
const PAGE_SIZE = 100;
const MOST_PAGES = 50;
const SILENT = {
	debug: nothing,
	info: nothing,
	warn: nothing,
	error: nothing
};
function nothing() {}
async function openGitHub({ apiUrl, owner, repository, token }, patience = PATIENCE) {
	const { getOctokit } = await import("./github.js");
	const octokit = getOctokit(token, {
		baseUrl: apiUrl,
		userAgent: "pleo-key-guard",
		log: SILENT,
		request: {
			fetch: globalThis.fetch,
			log: SILENT,
			redirect: "error"
		}
	});
	const ask = createAsk(startDeadline(patience.totalMs), patience);
	const repo = {
		owner,
		repo: repository
	};
	return {
		whoAmI: () => ask("read", (request) => findLogin(octokit, request)),
		comments: (issue_number) => pages("the comments", toComment, (page) => ask("read", (request) => octokit.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
			...repo,
			issue_number,
			per_page: PAGE_SIZE,
			page,
			request
		}))),
		createComment: async (issue_number, body) => {
			await ask("write", (request) => octokit.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
				...repo,
				issue_number,
				body,
				request
			}));
		},
		editComment: async (comment_id, body) => {
			await ask("write", (request) => octokit.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
				...repo,
				comment_id,
				body,
				request
			}));
		},
		issues: (labels) => pages("the issues", toIssue, (page) => ask("read", (request) => octokit.request("GET /repos/{owner}/{repo}/issues", {
			...repo,
			labels,
			state: "all",
			sort: "created",
			direction: "desc",
			per_page: PAGE_SIZE,
			page,
			request
		}))),
		createIssue: async ({ title, body, labels }) => {
			await ask("write", (request) => octokit.request("POST /repos/{owner}/{repo}/issues", {
				...repo,
				title,
				body,
				labels: [...labels],
				request
			}));
		},
		editIssue: async (issue_number, { title, body, labels, isOpen }) => {
			await ask("write", (request) => octokit.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
				...repo,
				issue_number,
				title,
				body,
				labels: [...labels],
				state: isOpen ? "open" : "closed",
				...isOpen ? {} : { state_reason: "completed" },
				request
			}));
		}
	};
}
function createAsk(deadline, { answerMs, sleep }) {
	return async (kind, send) => {
		for (let attempt = 1;; attempt += 1) {
			const leftMs = deadline.remainingMs();
			if (leftMs <= 0) throw new Error("There is no time left to ask GitHub.");
			try {
				return await send({ signal: AbortSignal.timeout(Math.min(answerMs, leftMs)) });
			} catch (error) {
				const mayHelp = kind === "read" && isPassing(error);
				const waitMs = limitedForMs(error, /* @__PURE__ */ new Date()) ?? (mayHelp ? BACKOFF_MS * attempt : void 0);
				const isOver = attempt === MAX_ATTEMPTS || (waitMs ?? 0) >= deadline.remainingMs();
				if (waitMs === void 0 || isOver) throw error;
				await sleep(waitMs);
			}
		}
	};
}
async function findLogin(octokit, request) {
	try {
		const { data } = await octokit.request("GET /user", { request });
		return readLogin(data);
	} catch (error) {
		if (limitedForMs(error, /* @__PURE__ */ new Date()) !== void 0 || isPassing(error)) throw error;
		if (error.status === 401) throw error;
	}
	try {
		const { viewer } = await octokit.graphql("{ viewer { login } }", { request });
		return readLogin(viewer);
	} catch (error) {
		if (limitedForMs(error, /* @__PURE__ */ new Date()) !== void 0) throw error;
		return "github-actions[bot]";
	}
}
function readLogin(user) {
	const { login } = user ?? {};
	if (typeof login !== "string" || login === "") throw new Error("GitHub named no user.");
	return login;
}
async function* pages(what, read, ask) {
	for (let page = 1; page <= MOST_PAGES; page += 1) {
		const { data, headers } = await ask(page);
		if (!Array.isArray(data)) throw new Error(`GitHub did not list ${what}.`);
		yield data.map((entry) => read(entry ?? {})).filter((entry) => entry !== void 0);
		if (!/rel="?next"?/.test(headers.link ?? "")) return;
	}
	throw new Error(`GitHub has too many of ${what}.`);
}
function toComment({ id, body, user }) {
	if (typeof id !== "number") return void 0;
	return {
		id,
		author: authorOf(user),
		body: toText(body)
	};
}
function toIssue(entry) {
	const { number, state, body, user, labels, pull_request: pullRequest } = entry;
	if (typeof number !== "number" || (pullRequest ?? void 0) !== void 0) return void 0;
	return {
		number,
		author: authorOf(user),
		isOpen: state === "open",
		body: toText(body),
		labels: Array.isArray(labels) ? labels.flatMap(toLabel) : []
	};
}
function toLabel(label) {
	if (typeof label === "string") return [label];
	const { name } = label ?? {};
	return typeof name === "string" ? [name] : [];
}
function authorOf(user) {
	const { login } = user ?? {};
	return toText(login);
}
function toText(value) {
	return typeof value === "string" ? value : "";
}

// action/github/sink.ts
const NOTHING = { kind: "nothing" };
async function runSink({ env, token, open = openGitHub }, { name, permission, write }) {
	const connection = findConnection(env, token);
	if (typeof connection === "string") return toNotice(name, connection);
	try {
		return await write(await open(connection));
	} catch (error) {
		return toNotice(name, explainFailure(error, permission, /* @__PURE__ */ new Date()));
	}
}
function toNotice(name, why) {
	return {
		kind: "notice",
		message: `${name} was not written: ${why}.`
	};
}

// action/github/comment.ts
function wishFor$1(request, redact) {
	const { mode, fails, report } = request;
	if (mode === "never") return { kind: "nothing" };
	if (fails || mode === "always") {
		const options = {
			...request,
			nextStep: redact(request.nextStep)
		};
		return {
			kind: "say",
			body: redact(renderComment(redactReport(report, redact), options))
		};
	}
	return report.verdict === "pass" ? {
		kind: "resolve",
		body: redact(renderResolvedComment(request))
	} : { kind: "nothing" };
}
function decideComment(existing, wish) {
	if (wish.kind === "nothing") return { kind: "nothing" };
	if (existing === void 0) return wish.kind === "say" ? {
		kind: "create",
		body: wish.body
	} : { kind: "nothing" };
	return isSame$1(existing.body, wish.body) ? { kind: "nothing" } : {
		kind: "edit",
		id: existing.id,
		body: wish.body
	};
}
function isSame$1(one, other) {
	const normal = (text) => text.replaceAll("\r\n", "\n").trimEnd();
	return normal(one) === normal(other);
}
const NAME = "The comment";
const PERMISSION = "pull-requests: write";
async function publishComment(request, ports) {
	if (request.mode === "never") return NOTHING;
	const { event, dryRun } = request;
	return keepComment({
		marker: commentMarker(request),
		wish: wishFor$1(request, ports.redact),
		event,
		dryRun
	}, ports);
}
async function keepComment({ marker, wish, event, dryRun }, ports) {
	const number = pullRequestOf(ports.env["GITHUB_EVENT_NAME"], event);
	if (number === void 0 || wish.kind === "nothing") return NOTHING;
	if (dryRun) return {
		kind: "dry-run",
		text: wish.body
	};
	if (ports.token.trim() === "") return toNotice(NAME, "`github-token` is empty");
	return runSink(ports, {
		name: NAME,
		permission: PERMISSION,
		write: async (api) => {
			return carryOut$1(decideComment(await findComment(api, number, marker), wish), api, number);
		}
	});
}
async function carryOut$1(decision, api, pullRequest) {
	switch (decision.kind) {
		case "nothing": return NOTHING;
		case "create":
			await api.createComment(pullRequest, decision.body);
			return {
				kind: "written",
				what: "commented on the pull request"
			};
		case "edit":
			await api.editComment(decision.id, decision.body);
			return {
				kind: "written",
				what: "brought its comment on the pull request up to date"
			};
	}
}
async function findComment(api, pullRequest, marker) {
	let ownName;
	for await (const page of api.comments(pullRequest)) for (const comment of page) {
		if (!comment.body.startsWith(marker)) continue;
		ownName ??= await api.whoAmI();
		if (comment.author === ownName) return comment;
	}
}
function pullRequestOf(eventName, event) {
	if (eventName !== "pull_request") return void 0;
	const { pull_request: pullRequest } = event ?? {};
	const number = pullRequest?.number;
	return typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? number : void 0;
}

// action/render/reminder.ts
const REMINDER_LABEL = "pleo-key-expiry";
const STAGES = [
	"expires-soon",
	"expires-now",
	"expired",
	"stopped-working"
];
const STAGE_LABELS = [...STAGES, "key-shared"];
const STOPPED = [
	"key-rejected",
	"key-of-other-environment",
	"installation-inactive",
	"installation-missing"
];
const ENDS = [
	"key-expired",
	"key-expires-too-soon",
	"key-expiring"
];
const DOUBTS = ["expiry-stale", "expiry-invalid"];
const NOW_DAYS = 7;
function judgeCondition(report) {
	const { verdict, findings, expiry, switchedOff = [] } = report;
	if (verdict === "unknown") return { kind: "undecided" };
	const found = (ids, among) => among.find(({ id }) => ids.includes(id));
	const expiresOn = expiry?.text;
	const stopped = found(STOPPED, findings);
	if (stopped !== void 0) return {
		kind: "concern",
		concern: {
			stage: "stopped-working",
			because: stopped.id,
			expiresOn
		}
	};
	const end = found(ENDS, findings);
	if (end !== void 0) return {
		kind: "concern",
		concern: {
			stage: stageOf(end.id, expiry?.daysLeft),
			because: end.id,
			expiresOn
		}
	};
	const isDoubtful = found([...ENDS, ...DOUBTS], [...findings, ...switchedOff]) !== void 0;
	return verdict === "pass" && !isDoubtful ? {
		kind: "well",
		expiresOn
	} : { kind: "undecided" };
}
function stageOf(because, daysLeft) {
	if (because === "key-expired") return "expired";
	return because === "key-expires-too-soon" || daysLeft !== void 0 && daysLeft < NOW_DAYS ? "expires-now" : "expires-soon";
}
function spellName(name) {
	return name.replaceAll(/[^A-Za-z0-9_]/g, (sign) => `.${(sign.codePointAt(0) ?? 0).toString(16)}.`);
}
function markerStart({ secretName, environment }) {
	return `<!-- pleo-key-guard:reminder ${spellName(secretName)}/${environment} `;
}
function toMarker(subject, { stage, because, expiresOn }) {
	return `${markerStart(subject)}${stage} ${because} ${expiresOn} -->`;
}
const UNKNOWN_DATE = "undeclared";
const MEMORY = /^([a-z-]+) ([a-z-]+) ([\w:.+-]+) -->/;
function recall(body, subject) {
	const start = markerStart(subject);
	if (!body.startsWith(start)) return void 0;
	const [, stage = "", because = "", expiresOn = ""] = MEMORY.exec(body.slice(start.length)) ?? [];
	const known = [...STAGE_LABELS, "resolved"].find((each) => each === stage);
	return known === void 0 ? void 0 : {
		stage: known,
		because,
		expiresOn
	};
}
function toMemory({ stage, because, expiresOn = UNKNOWN_DATE }) {
	return {
		stage,
		because,
		expiresOn
	};
}
function renderReminder(concern, subject) {
	const body = [
		toMarker(subject, toMemory(concern)),
		describe(concern, subject),
		"## What to do",
		steps(concern, subject).map((step, index) => `${index + 1}. ${step}`).join("\n"),
		"Pleo Key Guard keeps this issue up to date, and closes it once the check passes with a key that lives longer."
	].join("\n\n");
	return {
		title: tameMarkdown(titleOf(concern, subject)),
		body: tameBody(body),
		labels: [REMINDER_LABEL, concern.stage]
	};
}
function renderResolvedReminder(expiresOn, subject) {
	const until = expiresOn === void 0 ? "" : `, and is declared to expire on ${expiresOn}`;
	const body = [
		toMarker(subject, {
			stage: "resolved",
			because: "pass",
			expiresOn: expiresOn ?? UNKNOWN_DATE
		}),
		`✅ The check of ${named(subject)} passes again${until}, so there is nothing left to do here.`,
		"Pleo Key Guard has closed this issue, and opens it again when it is time for the next key."
	].join("\n\n");
	return {
		title: tameMarkdown(`The Pleo key in ${plainName(subject)} (${subject.environment}) is in order`),
		body: tameBody(body),
		labels: [REMINDER_LABEL]
	};
}
function tameBody(body) {
	const end = body.indexOf("\n");
	return body.slice(0, end) + tameMarkdown(body.slice(end));
}
function plainName({ secretName }) {
	return toMarkdown(secretName).replaceAll("`", "");
}
function named(subject) {
	return `the Pleo key in the secret \`${plainName(subject)}\` (${subject.kind}, ${subject.environment})`;
}
function titleOf({ stage, expiresOn = "an unknown day" }, subject) {
	const key = `The Pleo key in ${plainName(subject)} (${subject.environment})`;
	switch (stage) {
		case "expires-soon": return `${key} expires on ${expiresOn}`;
		case "expires-now": return `${key} expires on ${expiresOn}: replace it now`;
		case "expired": return `${key} expired on ${expiresOn}`;
		case "stopped-working": return `${key} no longer works`;
	}
}
const REASONS = {
	"key-rejected": "Pleo rejects it",
	"key-of-other-environment": "Pleo rejects it here, and accepts it in its other environment",
	"installation-inactive": "its installation is not active any more",
	"installation-missing": "its installation is gone"
};
function describe({ stage, because, expiresOn }, subject) {
	const key = named(subject).replace(/^t/, "T");
	const date = expiresOn ?? "a day that is not declared";
	switch (stage) {
		case "expires-soon": return `${key} is declared to expire on ${date}. Everything that uses it stops working then.`;
		case "expires-now": return `${key} is declared to expire on ${date}, and there is hardly any time left. Everything that uses it stops working then.`;
		case "expired": return `The declared expiry of ${named(subject)}, ${date}, has passed. Everything that uses it has stopped working, unless the declared date is wrong.`;
		case "stopped-working": return `${key} no longer works: ${REASONS[because] ?? "Pleo refuses it"}. See \`${because}\` in the report of the check for what may be behind it.`;
	}
}
function steps({ stage }, subject) {
	const { place, renew, revoke } = keyHandling(subject.kind, subject.environment);
	const name = plainName(subject);
	const makeNew = capitalise(renew.replaceAll("PLEO_API_KEY", () => name));
	const stillWorks = stage === "expires-soon" || stage === "expires-now";
	const setDate = subject.kind === "standalone" ? "Set `expires-on` to the date that you chose for the new key (and `expected-key-hint`, if you use it, to its last four characters)." : "If Pleo has told you when the new key expires, set `expires-on` to that date.";
	if (stillWorks) return [
		"Store the present key in a secret of its own, and pass that to the check as `previous-api-key`, so that both are compared.",
		`${makeNew}.`,
		setDate,
		`Run the check. Once it says that the old key may go, delete the old one: ${revoke}.`,
		"Leave `previous-api-key` out again, and delete its secret."
	];
	return [
		`Look under ${place} whether the key is still there, and when it expires. If only the declared date is wrong, correct \`expires-on\`, and that is all.`,
		`If it has expired or is gone: ${renew.replaceAll("PLEO_API_KEY", () => name)}.`,
		setDate,
		"Run the check."
	];
}
function capitalise(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

// action/github/reminder.ts
const NO_CHANGE = { kind: "nothing" };
function wishFor(condition, subject) {
	switch (condition.kind) {
		case "undecided": return condition;
		case "well": {
			const { expiresOn } = condition;
			return {
				kind: "well",
				expiresOn,
				issue: renderResolvedReminder(expiresOn, subject)
			};
		}
		case "concern": {
			const { concern } = condition;
			return {
				kind: "concern",
				memory: toMemory(concern),
				issue: renderReminder(concern, subject),
				isNews: (remembered) => isNews(remembered, concern)
			};
		}
	}
}
function decideOnWish(existing, wish) {
	if (wish.kind === "undecided") return NO_CHANGE;
	return wish.kind === "concern" ? decideOnConcern(existing, wish) : decideOnWell(existing, wish);
}
function decideOnConcern(existing, wish) {
	const { issue } = wish;
	if (existing === void 0) return {
		kind: "create",
		issue
	};
	const { memory, isOpen, number } = existing;
	if (isOpen) return isSame(memory, wish.memory) ? NO_CHANGE : {
		kind: "update",
		number,
		change: toChange(existing, issue, true)
	};
	if (memory.stage === "resolved") return {
		kind: "reopen",
		number,
		change: toChange(existing, issue, true)
	};
	return wish.isNews(memory) ? {
		kind: "create",
		issue
	} : NO_CHANGE;
}
function decideOnWell(existing, { expiresOn, issue }) {
	if (existing?.isOpen !== true || existing.memory.stage === "resolved") return NO_CHANGE;
	if (existing.memory.stage !== "stopped-working" && expiresOn === void 0) return NO_CHANGE;
	return {
		kind: "close",
		number: existing.number,
		change: toChange(existing, issue, false)
	};
}
function isSame(one, other) {
	return one.stage === other.stage && one.because === other.because && one.expiresOn === other.expiresOn;
}
function isNews(memory, concern) {
	const rank = (stage) => STAGES.indexOf(stage);
	return rank(concern.stage) > rank(memory.stage) || memory.expiresOn !== toMemory(concern).expiresOn;
}
function toChange({ labels }, issue, isOpen) {
	const theirs = labels.filter((label) => !STAGE_LABELS.includes(label));
	return {
		...issue,
		labels: [.../* @__PURE__ */ new Set([...theirs, ...issue.labels])],
		isOpen
	};
}
const DONE = {
	create: "opened a reminder",
	update: "brought its reminder up to date",
	reopen: "opened its reminder again",
	close: "closed its reminder"
};
async function publishReminder(request, ports) {
	const condition = judgeCondition(request.report);
	if (condition.kind === "undecided") return NOTHING;
	const subject = {
		...request,
		secretName: ports.redact(request.secretName)
	};
	return keepReminder({
		wish: wishFor(condition, subject),
		subject,
		dryRun: request.dryRun
	}, ports);
}
async function keepReminder({ wish, subject, dryRun }, ports) {
	if (wish.kind === "undecided") return NOTHING;
	if (dryRun) return describeDryRun(wish, ports.redact);
	return runSink(ports, {
		name: "The reminder",
		permission: "issues: write",
		write: async (api) => {
			const decision = decideOnWish(await findReminder(api, subject), wish);
			if (decision.kind === "nothing") return NOTHING;
			await carryOut(decision, api, ports.redact);
			return {
				kind: "written",
				what: DONE[decision.kind]
			};
		}
	});
}
async function carryOut(decision, api, redact) {
	const redacted = (issue) => ({
		...issue,
		title: redact(issue.title),
		body: redact(issue.body)
	});
	if (decision.kind === "create") await api.createIssue(redacted(decision.issue));
	else await api.editIssue(decision.number, redacted(decision.change));
}
async function findReminder(api, subject) {
	let ownName;
	let newest;
	for await (const page of api.issues(REMINDER_LABEL)) for (const { author, body, ...issue } of page) {
		const memory = recall(body, subject);
		if (memory === void 0) continue;
		ownName ??= await api.whoAmI();
		if (author !== ownName) continue;
		if (issue.isOpen) return {
			...issue,
			memory
		};
		newest ??= {
			...issue,
			memory
		};
	}
	return newest;
}
function describeDryRun(wish, redact) {
	if (wish.kind === "well") return NOTHING;
	const { title, body, labels } = wish.issue;
	return {
		kind: "dry-run",
		text: redact(`${title}\n[${labels.join(", ")}]\n\n${body}`)
	};
}

// action/render/sarif-severities.ts
const BY_AREA = {
	format: 3,
	activation: 4,
	company: 7.5,
	scopes: 3,
	expiry: 3,
	rotation: 5,
	leak: 9.5,
	workflow: 5,
	tenancy: 6
};
const BY_ID = {
	"key-foreign-secret": 6,
	"key-repeated": 8.5,
	"company-mismatch": 8,
	"company-disagreement": 8,
	"key-reaches-more-companies": 6.5,
	"scope-excess": 5.5,
	"lifetime-too-long": 4.5,
	"expiry-undeclared": 3.5,
	"rotation-company-changed": 8,
	"rotation-previous-alive": 6.5,
	"key-shaped-text": 8,
	"key-in-env-file": 5,
	"leak-scan-incomplete": 4,
	"history-incomplete": 4,
	"workflow-secret-public": 9.3,
	"workflow-secret-published": 8.5,
	"workflow-untrusted-code": 9,
	"workflow-secret-in-script": 7.5,
	"workflow-secret-to-unpinned-action": 7,
	"workflow-guard-unpinned": 6,
	"workflow-secrets-all": 6,
	"workflow-secret-on-command-line": 5.5,
	"workflow-no-environment": 3.5,
	"workflow-unreadable": 4,
	"tenant-key-shared": 9,
	"tenant-company-shared": 8,
	"tenant-environments-mixed": 3,
	"tenant-key-unclaimed": 3.5
};
function securitySeverityOf(id) {
	return (BY_ID[id] ?? BY_AREA[WHOLE_CATALOGUE[id].area]).toFixed(1);
}
function precisionOf(id) {
	const { area, inconclusive } = WHOLE_CATALOGUE[id];
	if (inconclusive === true || id === "key-shaped-text") return "medium";
	return area === "workflow" ? "high" : "very-high";
}

// action/render/sarif.ts
const MOST_RESULTS = 5e3;
const LONGEST_TEXT = 1024;
const LONGEST_NAME = 255;
const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const MORE_FINDINGS = "more-findings";
function renderSarif({ findings }, options) {
	return renderSarifOf([{
		findings,
		handOver: options.handOver
	}], options);
}
function renderSarifOf(subjects, options) {
	const drafts = limit(subjects.flatMap((subject) => draftResults(subject, options)).toSorted((one, other) => RANK[one.severity] - RANK[other.severity]), options);
	const ruleIds = [...new Set(drafts.map(({ ruleId }) => ruleId))].toSorted();
	const { redact, toolVersion, docsBase, category } = options;
	const log = {
		$schema: SCHEMA,
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Pleo Key Guard",
				informationUri: `${docsBase}/README.md`,
				...toolVersion === "" ? {} : { version: toolVersion },
				rules: ruleIds.map((id) => toRule(id, docsBase))
			} },
			automationDetails: { id: `${category}/` },
			invocations: [{ executionSuccessful: true }],
			columnKind: "utf16CodeUnits",
			results: toResults(drafts, ruleIds)
		}]
	};
	const shown = (_name, value) => typeof value === "string" ? redact(value) : value;
	return `${JSON.stringify(log, shown, 2)}\n`;
}
function draftResults({ findings, handOver, tenant }, options) {
	const { redact } = options;
	const ofKey = findings.filter(({ where }) => where === void 0);
	const keyPlace = placeOfKey({
		...options,
		handOver
	});
	const whose = tenant === void 0 ? [] : [tenant];
	const aboutKey = groupFindings(ofKey).map((group) => ({
		ruleId: group.id,
		severity: group.severity,
		message: toMessage([
			...whose.map((id) => `Tenant ${id}:`),
			...group.messages,
			group.remedy
		].join(" "), options),
		place: keyPlace,
		identity: [group.id, ...whose]
	}));
	const placed = findings.flatMap((finding) => {
		const { where, id, severity, message, remedy } = finding;
		if (where === void 0) return [];
		const place = toPlace(where, options, keyPlace.uri);
		const identity = [
			id,
			place.uri,
			where.commit ?? "",
			...stableValues(finding)
		].map(redact);
		return [{
			ruleId: id,
			severity,
			message: toMessage(`${message} ${remedy}`, options),
			place,
			identity
		}];
	});
	return [...aboutKey, ...placed];
}
const RANK = {
	error: 0,
	warning: 1,
	notice: 2
};
const STABLE_VALUES = [
	"secret",
	"variable",
	"action",
	"job",
	"scope",
	"which",
	"spelling",
	"event"
];
function stableValues({ values }) {
	return STABLE_VALUES.map((name) => values[name] ?? "");
}
function limit(drafts, options) {
	if (drafts.length <= MOST_RESULTS) return drafts;
	const rest = drafts.slice(4999);
	const ids = [...new Set(rest.map(({ ruleId }) => ruleId))].join(", ");
	const rollUp = {
		ruleId: MORE_FINDINGS,
		severity: rest[0]?.severity ?? "notice",
		message: `${rest.length} more findings are not shown here, since code scanning takes ${MOST_RESULTS}; the log of the step has them all: ${ids}.`,
		place: placeOfKey(options),
		identity: [MORE_FINDINGS]
	};
	return [...drafts.slice(0, 4999), rollUp];
}
const LEVELS = {
	error: "error",
	warning: "warning",
	notice: "note"
};
function toResults(drafts, ruleIds) {
	const indexes = new Map(ruleIds.map((id, index) => [id, index]));
	const counts = /* @__PURE__ */ new Map();
	return drafts.map(({ ruleId, severity, message, place, identity }) => {
		const alike = identity.join("\0");
		const count = (counts.get(alike) ?? 0) + 1;
		counts.set(alike, count);
		return {
			ruleId,
			ruleIndex: indexes.get(ruleId),
			level: LEVELS[severity],
			message: { text: message },
			locations: [{ physicalLocation: {
				artifactLocation: {
					uri: place.uri,
					uriBaseId: "%SRCROOT%"
				},
				region: { startLine: place.line }
			} }],
			partialFingerprints: { "pleoKeyGuard/v1": fingerprint(`${alike}\0${count}`) }
		};
	});
}
function fingerprint(text) {
	return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
function placeOfKey({ handOver, workflowRef, redact }) {
	if (handOver !== void 0) return {
		uri: toUri(redact(handOver.file)),
		line: handOver.startLine
	};
	const file = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@]+)@/.exec(workflowRef ?? "")?.[1];
	return {
		uri: toUri(redact(file ?? ".github/workflows")),
		line: 1
	};
}
function toPlace(where, { redact }, fallback) {
	const uri = toUri(redact(fileInRepository(where.file)));
	return {
		uri: uri === "" ? fallback : uri,
		line: Math.max(1, Math.trunc(where.line ?? 1))
	};
}
const IN_ARCHIVE = /^(.*?\.(?:zip|jar|war|tar|tgz|gz|nupkg|whl|vsix))!\//is;
function fileInRepository(file) {
	return IN_ARCHIVE.exec(file)?.[1] ?? file;
}
function toUri(path) {
	return path.replaceAll("\\", "/").split("/").filter((part) => ![
		"",
		".",
		".."
	].includes(part)).map((part) => encodeURIComponent(part.toWellFormed())).join("/");
}
function toMessage(text, { redact }) {
	return clip(toLogText(redact(text)).replaceAll(/\s+/g, " ").replaceAll("](", "] ("), LONGEST_TEXT);
}
const CUT = " … (cut; the log of the step has all of it)";
function clip(text, most) {
	return text.length <= most ? text : `${text.slice(0, most - 43).toWellFormed()}${CUT}`;
}
function toRule(id, docsBase) {
	if (id === MORE_FINDINGS) return toRuleOfRest(docsBase);
	const entry = WHOLE_CATALOGUE[id];
	const helpUri = `${docsBase}/docs/findings.md#${id}`;
	const cause = showBlanks(entry.cause);
	const remedy = showBlanks(entry.remedy);
	return {
		id,
		name: toName(id),
		shortDescription: { text: clip(entry.title, LONGEST_TEXT) },
		fullDescription: { text: clip(cause, LONGEST_TEXT) },
		helpUri,
		help: {
			text: `${cause}\n\nWhat to do: ${remedy}\n\n${helpUri}`,
			markdown: `${cause}\n\n**What to do:** ${remedy}\n\n[More about \`${id}\`](${helpUri})`
		},
		defaultConfiguration: { level: LEVELS[entry.severity] },
		properties: {
			tags: [
				"security",
				"secrets",
				"pleo",
				entry.area
			],
			precision: precisionOf(id),
			"security-severity": securitySeverityOf(id)
		}
	};
}
function toRuleOfRest(docsBase) {
	const text = "There are more findings than code scanning takes.";
	const helpUri = `${docsBase}/docs/findings.md`;
	return {
		id: MORE_FINDINGS,
		name: toName(MORE_FINDINGS),
		shortDescription: { text },
		fullDescription: { text },
		helpUri,
		help: {
			text: `${text} Mend those that are shown, and look for the others in the log of the step.`,
			markdown: `${text} Mend those that are shown, and look for the others in the log of the step.`
		},
		defaultConfiguration: { level: "warning" },
		properties: {
			tags: [
				"security",
				"secrets",
				"pleo"
			],
			"security-severity": "5.0"
		}
	};
}
function toName(id) {
	return id.replaceAll(/(?:^|-)(\w)/g, (_match, letter) => letter.toUpperCase()).slice(0, LONGEST_NAME);
}
function showBlanks(text) {
	return text.replaceAll(/\{(\w+)\}/g, "‹$1›");
}

// action/publish-elsewhere.ts
async function publishElsewhere(told, ended, sinks) {
	const { config, ports, event, token } = ended;
	const { report } = told;
	const { kind, environment } = config.expectation;
	const { dryRun } = config;
	publishSarif(told, ended, sinks);
	const github = {
		env: ports.env,
		token,
		redact: sinks.redact
	};
	tell(await publishComment({
		...told,
		kind,
		environment,
		mode: config.comment,
		event,
		dryRun
	}, github), sinks);
	const isPullRequest = ports.env["GITHUB_EVENT_NAME"]?.startsWith("pull_request") === true;
	if (!config.reminder || isPullRequest) return;
	const secretName = told.handOver?.secretName ?? "PLEO_API_KEY";
	tell(await publishReminder({
		report,
		kind,
		environment,
		secretName,
		dryRun
	}, github), sinks);
}
function publishSarif(told, ended, sinks) {
	const { config, ports } = ended;
	const { env } = ports;
	if (config.sarifFile === void 0) return;
	const { kind, environment } = config.expectation;
	writeSarif(renderSarif(told.report, {
		handOver: told.handOver,
		workflowRef: env["GITHUB_WORKFLOW_REF"],
		toolVersion: env["GITHUB_ACTION_REF"] ?? "",
		docsBase: docsBase(env),
		category: `pleo-key-guard/${kind}/${environment}`,
		redact: sinks.redact
	}), ended, sinks);
}
function writeSarif(sarif, { config, ports }, sinks) {
	const { sarifFile, dryRun } = config;
	if (sarifFile === void 0) return;
	if (dryRun) {
		sinks.log(`The SARIF file, which a dry run does not write:\n${sarif}`);
		return;
	}
	const problem = writeInside(ports.env["GITHUB_WORKSPACE"] ?? "", sarifFile, sarif);
	if (problem === void 0) return;
	sinks.annotate({
		severity: "warning",
		title: "The SARIF file was not written",
		message: `${problem} Choose another \`sarif-file\`, or look at the runner's disk.`
	});
}
function docsBase(env) {
	const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
	const isLocal = (env["GITHUB_ACTION_REPOSITORY"] ?? "") === "";
	return `${server}/${env[isLocal ? "GITHUB_REPOSITORY" : "GITHUB_ACTION_REPOSITORY"] ?? ""}/blob/${env[isLocal ? "GITHUB_SHA" : "GITHUB_ACTION_REF"] ?? "HEAD"}`;
}
function tell(outcome, sinks) {
	switch (outcome.kind) {
		case "nothing": return;
		case "written":
			sinks.log(`Pleo Key Guard has ${outcome.what}.`);
			return;
		case "dry-run":
			sinks.log(`What a dry run does not send:\n${outcome.text}`);
			return;
		case "notice": sinks.annotate({
			severity: "notice",
			title: "Not told on GitHub",
			message: outcome.message
		});
	}
}

export { judgeCondition as a, toMarker as c, docsBase, STAGE_LABELS as i, keepComment as l, keepReminder as n, spellName as o, publishElsewhere, REMINDER_LABEL as r, tameBody as s, renderSarifOf as t, tell, tameMarkdown as u, writeSarif };