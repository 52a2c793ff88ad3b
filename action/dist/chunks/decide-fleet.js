import { $ as outputsWithoutReport, A as transform, At as orderFindings, B as answered, C as number, D as record, E as pipe, F as _lte, Ft as GuardError, H as publishSummary, I as _maxLength, J as withoutIds, K as GOES_ON, L as _regex, Mt as parseUuid, N as _gte, Nt as optional, O as refine, P as _isoDateTime, Pt as useProxy, Q as toMarkdown, R as $ZodISODateTime, St as findKeys, T as optional$1, Tt as isKeyShaped, U as skipped, V as isPrivate, W as soften, X as titleOf, Y as groupFindings, _ as _enum, _t as findPleoHost, a as collectSecrets, b as int, c as startDeadline, d as causeOfMissingKey, dt as FINDING_IDS, et as NO_REPORT, f as explainSkip, ft as SCAN_AREAS, g as ZodMiniStringFormat, h as isInShard, ht as API_ORIGINS, i as maskableSpellings, k as string, kt as decideVerdict, l as startPausableDeadline, lt as fillEntry, m as FORMS, n as createTextMasker, nt as weigh, o as secretsWithin, p as parseApiOrigin, pt as isGate, rt as applySeverities, s as NOTHING_SCANNED, st as parseDeclaredInstant, t as openSinks, tt as checkKey, u as MISSING_KEY_ADVICE, v as array, w as object, x as literal, xt as peelValue, y as boolean, yt as parseKey, z as $constructor } from "../index.js";
import { a as redactTexts, n as WHOLE_CATALOGUE, r as createTenantFinding, t as writeInside } from "./write-inside.js";
import { a as isScalar, i as isMap, o as isSeq, r as isAlias, t as parseDocument } from "./yaml.js";
import { t as requireVerifiedTls } from "./tls.js";
import { setTimeout } from "node:timers/promises";
import { createHash, createHmac, createSecretKey, hkdfSync, randomBytes } from "node:crypto";
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync, readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { setFlagsFromString } from "node:v8";

// node_modules/zod/v4/mini/iso.js
const ZodMiniISODateTime=$constructor(`ZodMiniISODateTime`,(e,t)=>{$ZodISODateTime.init(e,t),ZodMiniStringFormat.init(e,t)});function datetime(e){return _isoDateTime(ZodMiniISODateTime,e)}
// action/render/fleet/annotations.ts
const MOST_OF_A_KIND = 10;
const KINDS$1 = [
	"error",
	"warning",
	"notice"
];
function renderFleetAnnotations(report, manifestPath) {
	const all = [...report.findings.map((finding) => toAnnotation(finding, placeOf$1(finding))), ...report.tenants.flatMap(({ record, findings }) => findings.map((finding) => toAnnotation({
		...finding,
		title: `Tenant ${record.id}: ${finding.title}`
	}, {
		file: manifestPath,
		startLine: record.line
	})))];
	return KINDS$1.flatMap((kind) => bound(all.filter(({ severity }) => severity === kind)));
}
function placeOf$1({ where }) {
	return where === void 0 || where.commit !== void 0 ? {} : {
		file: where.file,
		...optional("startLine", where.line)
	};
}
function toAnnotation({ severity, title, message, remedy, id }, place) {
	return {
		severity,
		title,
		message: `${message} ${remedy} [${id}]`,
		...place
	};
}
function bound(annotations) {
	const [first] = annotations;
	if (first === void 0 || annotations.length <= MOST_OF_A_KIND) return annotations;
	const shown = annotations.slice(0, 9);
	const rest = annotations.length - shown.length;
	return [...shown, {
		severity: first.severity,
		title: `${rest} more findings of this kind`,
		message: "The summary of this run has the worst of them, and `report-file` has all."
	}];
}

// action/render/fleet/months.ts
const MONTHS_SHOWN = 12;
const LONGEST_BAR = 20;
function renderMonths(tenants, now) {
	const ends = tenants.flatMap(({ record }) => record.report.expiry?.at ?? []);
	if (ends.length === 0) return void 0;
	const first = monthOf(now);
	const months = ends.filter((at) => at > now).map((at) => monthOf(at) - first);
	const undeclared = tenants.length - ends.length;
	const rows = [
		{
			label: "has passed",
			count: ends.length - months.length
		},
		...Array.from({ length: MONTHS_SHOWN }, (_, index) => ({
			label: nameOf$1(first + index),
			count: months.filter((month) => month === index).length
		})),
		{
			label: "later",
			count: months.filter((month) => month >= MONTHS_SHOWN).length
		},
		{
			label: "not declared",
			count: undeclared
		}
	];
	const most = Math.max(...rows.map(({ count }) => count));
	return [
		"| Declared end | Keys | |",
		"|---|---:|---|",
		...rows.map(({ label, count }) => `| ${label} | ${count} | ${barOf(count, most)} |`)
	].join("\n");
}
function monthOf(at) {
	return at.getUTCFullYear() * 12 + at.getUTCMonth();
}
function nameOf$1(month) {
	return `${Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, "0")}`;
}
function barOf(count, most) {
	return "█".repeat(count === 0 ? 0 : Math.max(1, Math.round(count / most * LONGEST_BAR)));
}

// action/render/fleet/remedies.ts
const IN_OTHER_WORDS = [
	[/ and pass it as `api-key`/g, ""],
	[/Run `gh secret set PLEO_API_KEY` and paste the key alone when it asks, with nothing around it/g, "Store the key alone, with nothing around it, where the manifest says that this tenant's key is kept"],
	[/with `gh secret set PLEO_API_KEY`/g, "where the manifest says that this tenant's key is kept"],
	[/`gh secret set PLEO_API_KEY`/g, "the place that the manifest names for this tenant's key"],
	[/confirm it with `gh variable set PLEO_COMPANY_ID --body ([^`]*)`(?: and pass it as `company-id`)?/g, "confirm it with `company-id: $1` for this tenant in the manifest"],
	[/set it with `gh variable set PLEO_COMPANY_ID` and pass it as `company-id`/g, "write it into the manifest as `company-id` of this tenant"],
	[/, `gh variable set PLEO_KEY_EXPIRES_ON --body YYYY-MM-DD`, and pass it as `expires-on`/g, " as `expires-on` of this tenant in the manifest"],
	[/, pass that date as `expires-on`/g, ", set that date as `expires-on` of this tenant"],
	[/pass the present key as `previous-api-key` from a secret of its own/g, "keep the present key in a place of its own and name that as `previous-key` of this tenant in the manifest"],
	[/pass the old one as `previous-api-key`/g, "name the place of the old one as `previous-key` of this tenant in the manifest"],
	[/leave `previous-api-key` out and delete its secret/g, "leave `previous-key` out and delete it"],
	[/the secret that holds the previous one \(not in the current one's\)/g, "the place that `previous-key` names"],
	[/`previous-api-key`/g, "`previous-key`"]
];
function forTenant(finding) {
	return {
		...finding,
		message: inOtherWords(finding.message),
		remedy: inOtherWords(finding.remedy)
	};
}
function inOtherWords(text) {
	return IN_OTHER_WORDS.reduce((said, [pattern, words]) => said.replaceAll(pattern, words), text);
}

// action/render/fleet/told.ts
function inWordsOfTenants(report) {
	return mapFindings(report, forTenant);
}
function mapFindings(report, change) {
	const tenants = report.tenants.map((tenant) => ({
		...tenant,
		findings: tenant.findings.map(change)
	}));
	return {
		...report,
		tenants,
		findings: report.findings.map(change)
	};
}
function nextStepOfFleet({ report, shard }) {
	const [ofFleet] = report.findings;
	const [worst] = report.tenants;
	const [ofTenant] = worst?.findings ?? [];
	if (ofFleet?.severity === "error") return ofFleet.remedy;
	if (worst !== void 0 && ofTenant !== void 0 && ofTenant.severity !== "notice") return `Tenant ${worst.record.id}: ${ofTenant.remedy}`;
	if (ofFleet !== void 0 && ofFleet.severity !== "notice") return ofFleet.remedy;
	return shard === void 0 ? "Nothing needs to be done." : "Hand the reports of all shards to `merge`, which alone can allow a deploy.";
}
function describeScans({ scans = {}, report }) {
	const found = [...report.findings, ...report.switchedOff];
	return SCAN_AREAS.filter((area) => !found.some((it) => it.area === area)).flatMap((area) => scans[area] ?? []);
}
function describeSwitchedOff({ switchedOff, tenants }) {
	const counts = /* @__PURE__ */ new Map();
	for (const { switchedOff: own } of tenants) for (const id of idsOf(own)) counts.set(id, (counts.get(id) ?? 0) + 1);
	const ofTenants = [...counts].toSorted(([one], [other]) => one < other ? -1 : 1);
	const all = [...idsOf(switchedOff).map((id) => `\`${id}\``), ...ofTenants.map(([id, count]) => `\`${id}\` (${countTenants(count)})`)];
	return all.length === 0 ? void 0 : all.join(", ");
}
function idsOf(findings) {
	return [...new Set(findings.map(({ id }) => id))];
}
function describeEarlier({ earlier = [] }) {
	if (earlier.length === 0) return [];
	return [capitalise(`${earlier.map(({ attempt, shards }) => {
		const reports = shards.length === 1 ? "report of shard" : "reports of shards";
		const are = shards.length === 1 ? "is" : "are";
		return `the ${reports} ${shards.join(", ")} ${are} of attempt ${attempt}`;
	}).join(" and ")} of this run, and not of the present attempt.`)];
}
function tellableTenants({ tenants }) {
	return tenants.filter(isTellable);
}
function isTellable({ verdict, findings }) {
	return verdict !== "pass" || findings.some(({ severity }) => severity !== "notice");
}
function describeShard({ index, count }) {
	return `Shard ${index} of ${count}`;
}
function countTenants(count) {
	return count === 1 ? "1 tenant" : `${count} tenants`;
}
function describeFleet({ report, shard }) {
	const { counts, tenants, verdict } = report;
	return `${shard === void 0 ? "" : `${describeShard(shard)}: `}${VERDICTS[verdict](tenants.length, counts[verdict])}`;
}
const VERDICTS = {
	pass: (all) => all === 1 ? "the Pleo key of the 1 tenant may be used" : `the Pleo keys of all ${all} tenants may be used`,
	fail: (all, those) => those === 0 ? "the Pleo keys of this fleet may not be used" : `the Pleo keys of ${those} of ${countTenants(all)} may not be used`,
	unknown: (all, those) => those === 0 ? "nobody can tell whether all Pleo keys of this fleet may be used, so they may not" : `nobody can tell whether the Pleo keys of ${those} of ${countTenants(all)} may be used, so they may not`
};
function capitalise(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

// action/render/fleet/summary.ts
const MARKS = {
	pass: "✅",
	fail: "❌",
	unknown: "❔"
};
const OF_STEP = {
	rows: 500,
	bytes: 9e5,
	hasPicture: true
};
function renderFleetSummary(told, limits = OF_STEP) {
	const { report, goesOn, shard, nextStep, hidesIds, now } = told;
	const picture = limits.hasPicture && !hidesIds ? renderMonths(report.tenants, now) : void 0;
	const before = [
		`## ${MARKS[report.verdict]} ${capitalise(describeFleet(told))}`,
		...goesOn ? [GOES_ON] : [],
		...shard === void 0 ? [] : ["A shard alone allows no deploy: hand the reports of all shards to `merge`."],
		renderCounts(told),
		`**Next:** ${shown(toMarkdown(nextStep), told)}`,
		...describeEarlier(told).map((sentence) => `⚠️ ${sentence}`),
		...renderOfFleet(told),
		...notTold(describeSwitchedOff(report)),
		...describeScans(told).map((what) => `✅ Nothing was found in ${toMarkdown(what)}.`)
	].join("\n\n");
	const after = picture === void 0 ? "" : `\n\n### When keys end, as declared\n\n${picture}`;
	const room = limits.bytes - sizeOf(before) - sizeOf(after) - SPARE_BYTES;
	return `${before}${renderWorst(told, limits.rows, room)}${after}\n`;
}
const SPARE_BYTES = 2e3;
function sizeOf(text) {
	return new TextEncoder().encode(text).length;
}
function notTold(what) {
	return what === void 0 ? [] : [`Not told, since \`severities\` switches it off: ${what}.`];
}
function renderCounts({ report: { counts, tenants } }) {
	return [
		"| Verdict | Tenants |",
		"|---|---:|",
		`| ❌ fail | ${counts.fail} |`,
		`| ❔ unknown | ${counts.unknown} |`,
		`| ✅ pass | ${counts.pass} |`,
		`| all | ${tenants.length} |`
	].join("\n");
}
function renderOfFleet(told) {
	const groups = groupFindings(told.report.findings);
	if (groups.length === 0) return [];
	return [[
		"| The fleet | What to do |",
		"|---|---|",
		...groups.map((group) => {
			return `| ${shown(renderCause(group, { hidesIds: false }), told)} | ${shown(toMarkdown(group.remedy), told)} |`;
		})
	].join("\n")];
}
function renderWorst(told, mostRows, room) {
	const tellable = tellableTenants(told.report);
	if (tellable.length === 0) return "";
	const hasOwner = !told.hidesIds && tellable.some(({ record }) => record.owner !== void 0);
	const head = hasOwner ? ["| Tenant | Owner | What was found | What to do |", "|---|---|---|---|"] : ["| Tenant | What was found | What to do |", "|---|---|---|"];
	const rows = [];
	let left = room;
	for (const tenant of tellable.slice(0, mostRows)) {
		const row = renderTenantRow(tenant, told, hasOwner);
		left -= sizeOf(row) + 1;
		if (left < 0) break;
		rows.push(row);
	}
	const rest = tellable.length - rows.length;
	return `\n\n### The worst first${rows.length === 0 ? "" : `\n\n${[...head, ...rows].join("\n")}`}${describeRest(rest)}`;
}
function describeRest(count) {
	if (count === 0) return "";
	return `\n\n${count === 1 ? "1 more tenant is" : `${count} more tenants are`} left out here, since there is no room; the report file (\`report-file\`) has all of them.`;
}
function renderTenantRow({ record, verdict, findings }, told, hasOwner) {
	const groups = groupFindings(findings);
	return `| ${[
		`${MARKS[verdict]} ${toMarkdown(record.id)}`,
		...hasOwner ? [toMarkdown(record.owner ?? "")] : [],
		groups.length === 0 ? "nothing was proven" : groups.map((group) => renderCause(group, told)).join("<br>"),
		[...new Set(groups.map(({ remedy }) => shown(toMarkdown(remedy), told)))].join("<br>")
	].join(" | ")} |`;
}
function renderCause(group, told) {
	const { severity, inconclusive, id, messages } = group;
	const title = `${markOf(severity, inconclusive)} **${toMarkdown(titleOf(group))}** (\`${id}\`)`;
	return told.hidesIds ? title : [title, ...messages.map(toMarkdown)].join("<br>");
}
function markOf(severity, inconclusive) {
	if (severity === "error") return inconclusive ? "❔" : "❌";
	return severity === "warning" ? "⚠️" : "ℹ️";
}
function shown(markdown, { hidesIds }) {
	return hidesIds ? withoutIds(markdown) : markdown;
}
const MAY_BE_ANOTHERS = /* @__PURE__ */ new Set([
	"tenant-key-shared",
	"tenant-company-shared",
	"company-mismatch",
	"company-disagreement",
	"company-not-declared",
	"rotation-company-changed"
]);
function tenantReport(tenant) {
	const { record, verdict, findings } = tenant;
	const { report, environment } = record;
	const hidesIds = [...findings, ...tenant.switchedOff].some(({ id }) => MAY_BE_ANOTHERS.has(id));
	const facts = [
		`- Environment: ${environment}`,
		...hidesIds || report.keyHint === void 0 ? [] : [`- Key ends in: \`${report.keyHint}\``],
		...report.expiry === void 0 ? [] : [`- Declared to expire on: ${report.expiry.text}`]
	].join("\n");
	const rows = groupFindings(findings).map((group) => `| ${shown(renderCause(group, { hidesIds: false }), { hidesIds })} | ${shown(toMarkdown(group.remedy), { hidesIds })} |`);
	const table = [
		"| What was found | What to do |",
		"|---|---|",
		...rows
	].join("\n");
	const own = idsOf(tenant.switchedOff).map((id) => `\`${id}\``).join(", ");
	return `${[
		`## ${MARKS[verdict]} ${toMarkdown(record.id)}: ${TENANT_VERDICTS[verdict]}`,
		facts,
		...rows.length === 0 ? [] : [table],
		...notTold(own === "" ? void 0 : own)
	].join("\n\n")}\n`;
}
const TENANT_VERDICTS = {
	pass: "the Pleo key may be used",
	fail: "the Pleo key may not be used",
	unknown: "nobody can tell whether the Pleo key may be used, so it may not"
};

// action/render/fleet/text.ts
const MOST_TENANTS$1 = 50;
function renderFleetText(told) {
	const { report, goesOn } = told;
	const { pass, fail, unknown } = report.counts;
	const tellable = tellableTenants(report);
	return [
		`${report.verdict.toUpperCase().padEnd(8)} ${capitalise(describeFleet(told))}.`,
		...goesOn ? [`  ${GOES_ON}`] : [],
		`  tenants  ${report.tenants.length}: ${fail} fail, ${unknown} unknown, ${pass} pass`,
		...describeScans(told).map((what) => `  looked through ${what}: nothing was found`),
		...describeEarlier(told).map((sentence) => `  ${sentence}`),
		...renderFindings(report.findings, "  "),
		...tellable.slice(0, MOST_TENANTS$1).flatMap((tenant) => renderTenant(tenant, told)),
		...renderRest(tellable.length - MOST_TENANTS$1),
		...renderSwitchedOff(report)
	].join("\n");
}
function renderTenant({ record, verdict, findings }, told) {
	const { id, line, owner, report } = record;
	const facts = [
		`line ${line} of the manifest`,
		...told.hidesIds || owner === void 0 ? [] : [`owner ${owner}`],
		...told.hidesIds || report.keyHint === void 0 ? [] : [`key ends in ${report.keyHint}`]
	];
	return [`  ${verdict.toUpperCase().padEnd(8)} tenant ${id} (${facts.join(", ")})`, ...renderFindings(findings, "    ")];
}
function renderFindings(findings, indent) {
	return groupFindings(findings).flatMap((group) => [
		`${indent}${group.severity}: ${titleOf(group)} [${group.id}]`,
		...group.messages.map((message) => `${indent}    ${message}`),
		`${indent}    → ${group.remedy}`
	]);
}
function renderSwitchedOff(report) {
	const what = describeSwitchedOff(report);
	return what === void 0 ? [] : [`  switched off by \`severities\`: ${what}`];
}
function renderRest(count) {
	if (count <= 0) return [];
	return [`  ${countTenants(count)} more of which there is something to say: see \`report-file\`.`];
}

// action/tenants/merge/run-attempt.ts
const ATTEMPT = /^[1-9]\d{0,5}$/;
function attemptOf(env) {
	const given = env["GITHUB_RUN_ATTEMPT"] ?? "";
	return ATTEMPT.test(given) ? Number(given) : void 0;
}

// action/tenants/merge/report-file.ts
const REPORT_VERSION = 1;
const MOST_REPORT_BYTES = 67108864;
function renderReportFile({ report, manifest, shard, run }, { toolVersion, attempt, now, redact }) {
	const start = toText({
		version: 1,
		tool: toolVersion === "" ? "pleo-key-guard" : `pleo-key-guard ${toolVersion}`,
		run,
		...optional("attempt", attempt),
		at: now.toISOString(),
		manifest: {
			...manifest,
			digest: keyedDigest(run, manifest.digest)
		},
		...shard === void 0 ? {} : { shard },
		verdict: report.verdict,
		counts: report.counts,
		findings: report.findings,
		...report.switchedOff.length === 0 ? {} : { switchedOff: report.switchedOff }
	}, redact).slice(0, -1);
	const tenants = report.tenants.map((tenant) => toText(toEntry(tenant), redact));
	return `${start},"tenants":[${tenants.length === 0 ? "" : `\n${tenants.join(",\n")}\n`}]}\n`;
}
const OWN_WORDS = /* @__PURE__ */ new Set([
	"id",
	"environment",
	"verdict",
	"severity",
	"area",
	"previousKey"
]);
function toText(value, redact) {
	return JSON.stringify(value, (name, each) => typeof each === "string" && !OWN_WORDS.has(name) ? redact(each) : each);
}
function keyedDigest(run, digest) {
	return createHmac("sha256", run).update(digest).digest("hex").slice(0, 32);
}
function toEntry(tenant) {
	const { record, verdict, findings } = tenant;
	const { report, fingerprints, ...rest } = record;
	const own = new Set(report.findings);
	return {
		...rest,
		verdict,
		check: report,
		across: findings.filter((finding) => !own.has(finding)),
		...isTellable(tenant) ? { markdown: tenantReport({
			...tenant,
			findings: findings.map(forTenant)
		}) } : {},
		fingerprints
	};
}

// action/tenants/merge/write-report.ts
function writeReport(run, { config, ports }, sinks) {
	const file = config.fleet?.reportFile;
	if (file === void 0) return;
	const text = renderReportFile(run, {
		toolVersion: ports.env["GITHUB_ACTION_REF"] ?? "",
		...optional("attempt", attemptOf(ports.env)),
		now: ports.clock.now(),
		redact: sinks.redact
	});
	if (config.dryRun) {
		sinks.log(`The report file, which a dry run does not write, has ${text.length} characters.`);
		return;
	}
	const problem = problemOf$2(text) ?? writeInside(ports.env["GITHUB_WORKSPACE"] ?? "", file, text);
	if (problem === void 0) return;
	sinks.annotate({
		severity: run.shard === void 0 ? "warning" : "error",
		title: "The report file was not written",
		message: `${problem} Choose another \`report-file\`, or look at the runner's disk.`
	});
}
function problemOf$2(text) {
	return Buffer.byteLength(text) > 67108864 ? "The report is too large to be read again; divide the tenants among more shards." : void 0;
}

// action/tenants/fleet-ending.ts
function fleetEnded(run, ended) {
	const { config, event, ports } = ended;
	const { verdict } = run.report;
	const goesOn = verdict === "unknown" && config.onUnknown === "warn";
	const fails = verdict !== "pass" && !goesOn;
	const worded = {
		...run,
		report: inWordsOfTenants(run.report)
	};
	const told = {
		...worded,
		goesOn,
		hidesIds: config.summary !== "full" && !isPrivate(event),
		nextStep: nextStepOfFleet(worded),
		now: ports.clock.now()
	};
	const shown = goesOn ? {
		...told,
		report: mapFindings(told.report, soften)
	} : told;
	return {
		fails,
		publish: async (sinks) => {
			sinks.setOutputs(fleetOutputs(told));
			sinks.log(renderFleetText(shown));
			writeReport(run, ended, sinks);
			if (config.annotations) for (const annotation of renderFleetAnnotations(shown.report, told.manifest.path)) sinks.annotate(annotation);
			await publishSummary(renderFleetSummary(shown), config, sinks);
			await publishElsewhere({
				told,
				shown,
				fails
			}, ended, sinks);
		}
	};
}
async function publishElsewhere(publishing, ended, sinks) {
	const { sarifFile, comment, reminder } = ended.config;
	if (sarifFile === void 0 && comment === "never" && !reminder) return;
	const { publishFleet } = await import("./publish-fleet.js");
	await publishFleet(publishing, ended, sinks);
}
function fleetOutputs({ report, shard, nextStep }) {
	const isAllowed = report.verdict === "pass" && shard === void 0;
	return {
		...outputsWithoutReport({
			verdict: "unknown",
			nextStep
		}),
		verdict: report.verdict,
		"deploy-allowed": String(isAllowed),
		"company-matches": "",
		findings: findingsAsJson(report)
	};
}
const LONGEST_OUTPUT = 4e5;
function findingsAsJson({ findings, tenants }) {
	const all = [...findings.map((finding) => toJson(finding)), ...tenants.flatMap(({ record, findings: own }) => own.map((finding) => toJson(finding, record.id)))];
	const entries = [];
	let length = 0;
	for (const entry of all) {
		length += entry.length + 1;
		if (length > LONGEST_OUTPUT) break;
		entries.push(entry);
	}
	const rest = all.length - entries.length;
	if (rest > 0) entries.push(moreFindings(rest));
	return `[${entries.join(",")}]`;
}
function toJson({ values: _values, ...finding }, tenant) {
	return JSON.stringify(tenant === void 0 ? finding : {
		tenant,
		...finding
	});
}
function moreFindings(count) {
	const message = `${count} more findings do not fit into an output; the report file has all of them.`;
	return JSON.stringify({
		id: "more-findings",
		severity: "notice",
		message
	});
}

// action/tenants/key-sources/files.ts
const TEMPORARY = /^\$(?:RUNNER_TEMP|\{RUNNER_TEMP\})[/\\]/;
function readTenantFile(file, mostBytes, { env, platform, ports }) {
	const temporary = env["RUNNER_TEMP"] ?? "";
	const workspace = env["GITHUB_WORKSPACE"] ?? "";
	const isTemporary = TEMPORARY.test(file) || path.isAbsolute(file);
	const base = isTemporary ? temporary : workspace;
	if (base === "") return unreadable(`lies below ${isTemporary ? "RUNNER_TEMP" : "GITHUB_WORKSPACE"}, which is not set`);
	const wanted = path.resolve(base, file.replace(TEMPORARY, ""));
	try {
		const real = ports.realPath(wanted);
		if (!isBelow(ports.realPath(base), real)) return unreadable(OUTSIDE);
		const found = ports.read(real, mostBytes);
		if (found.kind === "no-file") return unreadable("is no regular file");
		if (found.kind === "too-large") return unreadable(`is larger than ${mostBytes / 1024 / 1024} MB`);
		const { text, mode } = found;
		return {
			kind: "text",
			text,
			isTemporary,
			...platform === "win32" ? {} : { mode: mode & 511 }
		};
	} catch {
		return unreadable("is not there, or may not be read");
	}
}
const OUTSIDE = "lies neither in the checkout nor below RUNNER_TEMP, or is reached by a link that leads out of them";
function unreadable(problem) {
	return {
		kind: "unreadable",
		problem
	};
}
function isBelow(base, file) {
	const relative = path.relative(base, file);
	return relative !== "" && !path.isAbsolute(relative) && relative.split(path.sep)[0] !== "..";
}
const NODE_FILES = {
	realPath: (file) => realpathSync(file),
	read: (file, mostBytes) => {
		const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
		const descriptor = openSync(file, flags);
		try {
			const stats = fstatSync(descriptor);
			if (!stats.isFile()) return { kind: "no-file" };
			if (stats.size > mostBytes) return { kind: "too-large" };
			const bytes = readUpTo(descriptor, mostBytes + 1);
			if (bytes.length > mostBytes) return { kind: "too-large" };
			return {
				kind: "text",
				text: bytes.toString("utf8"),
				mode: stats.mode
			};
		} finally {
			closeSync(descriptor);
		}
	}
};
const CHUNK = 65536;
function readUpTo(descriptor, most) {
	const chunks = [];
	let length = 0;
	while (length < most) {
		const chunk = Buffer.alloc(CHUNK);
		const read = readSync(descriptor, chunk, 0, CHUNK, null);
		if (read === 0) break;
		chunks.push(chunk.subarray(0, read));
		length += read;
	}
	return Buffer.concat(chunks);
}

// action/tenants/manifest/json.ts
const DEEPEST$1 = 100;
function readJsonTree(text) {
	if (!isJson(text)) return void 0;
	try {
		return new JsonReading(text).value(0);
	} catch (error) {
		if (error instanceof TooDeep) return void 0;
		throw error;
	}
}
function isJson(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
var TooDeep = class extends Error {};
const BARE = /[-+.\w]+/y;
var JsonReading = class {
	place = 0;
	text;
	constructor(text) {
		this.text = text;
	}
	value(depth) {
		if (depth > DEEPEST$1) throw new TooDeep();
		this.skipSpace();
		const at = this.place;
		switch (this.text[at]) {
			case "{": return {
				kind: "map",
				at,
				entries: this.items("}", () => this.entry(depth))
			};
			case "[": return {
				kind: "list",
				at,
				items: this.items("]", () => this.value(depth + 1))
			};
			case "\"": return {
				kind: "text",
				at,
				text: this.string()
			};
			default: return {
				kind: "other",
				at,
				value: this.bare()
			};
		}
	}
	items(end, read) {
		const items = [];
		this.place += 1;
		this.skipSpace();
		while (this.text[this.place] !== end) {
			items.push(read());
			this.skipSpace();
			if (this.text[this.place] === ",") this.place += 1;
			this.skipSpace();
		}
		this.place += 1;
		return items;
	}
	entry(depth) {
		const at = this.place;
		const name = this.string();
		this.skipSpace();
		this.place += 1;
		return {
			name,
			at,
			value: this.value(depth + 1)
		};
	}
	string() {
		const start = this.place;
		let end = this.text.indexOf("\"", start + 1);
		while (this.isEscaped(end)) end = this.text.indexOf("\"", end + 1);
		this.place = end + 1;
		const inner = this.text.slice(start + 1, end);
		return inner.includes("\\") ? String(JSON.parse(`"${inner}"`)) : inner;
	}
	isEscaped(quote) {
		let before = quote - 1;
		while (this.text[before] === "\\") before -= 1;
		return (quote - before) % 2 === 0;
	}
	bare() {
		BARE.lastIndex = this.place;
		const [source = ""] = BARE.exec(this.text) ?? [];
		this.place += source.length;
		return JSON.parse(source);
	}
	skipSpace() {
		while (" 	\r\n".includes(this.text[this.place] ?? "x")) this.place += 1;
	}
};

// action/tenants/key-sources/json.ts
function readNamedKeys(text) {
	const content = text.startsWith("﻿") ? text.slice(1) : text;
	const tree = readJsonTree(content);
	if (tree === void 0) return {
		kind: "broken",
		problem: "it is not valid JSON",
		texts: textsIn(text)
	};
	const texts = valuesIn(tree);
	if (tree.kind !== "map") return {
		kind: "broken",
		problem: "it is no JSON object of names and keys",
		texts
	};
	const problem = problemOf$1(tree.entries);
	if (problem !== void 0) return {
		kind: "broken",
		problem,
		texts
	};
	const keys = /* @__PURE__ */ new Map();
	for (const { name, value } of tree.entries) if (value.kind === "text") keys.set(name, value.text);
	return {
		kind: "keys",
		keys,
		texts
	};
}
function problemOf$1(entries) {
	const noText = entries.findIndex(({ value }) => value.kind !== "text" && !(value.kind === "other" && value.value === null));
	if (noText >= 0) return `entry ${noText + 1} of the JSON object is no text`;
	const known = /* @__PURE__ */ new Set();
	const again = entries.findIndex(({ name }) => known.size === known.add(name).size);
	if (again >= 0) return `entry ${again + 1} of the JSON object has a name that another has, so one of the two keys would be lost`;
}
function valuesIn(tree) {
	switch (tree.kind) {
		case "map": return tree.entries.flatMap(({ value }) => valuesIn(value));
		case "list": return tree.items.flatMap(valuesIn);
		case "text": return [tree.text];
		case "other": return typeof tree.value === "number" ? [tree.value.toString()] : [];
	}
}
const QUOTED = /"((?:[^"\\\r\n]|\\.)*)"?/g;
const SHORTEST = 12;
function textsIn(text) {
	const quoted = [...text.matchAll(QUOTED)].map(([, inner = ""]) => inner);
	return [
		text,
		...text.split(/[\r\n]+/),
		...quoted
	].filter((it) => it.trim().length >= SHORTEST);
}

// action/tenants/key-sources/key-sources.ts
const MOST_KEY_FILE_BYTES = 4194304;
function collectTenantSecrets(tenants, places) {
	const sources = tenants.flatMap(({ key, previousKey }) => previousKey === void 0 ? [key] : [key, previousKey]);
	const given = places.tenantKeys ?? "";
	const secret = given.trim() === "" ? void 0 : readNamedKeys(given);
	const files = readFiles(sources, places);
	const variables = sources.flatMap((source) => source.kind === "env" ? [places.env[source.name] ?? ""] : []);
	const stores = {
		secret,
		files,
		env: places.env
	};
	return {
		secrets: secretsOf([given, secret], files, variables),
		...secret?.kind === "broken" ? { error: brokenTenantKeys(secret.problem) } : {},
		unclaimedNames: unclaimedNames(sources, stores),
		findings: [...files].flatMap(([file, { read }]) => judgeMode(file, read)),
		resolveKey: (source, which = "key") => resolve(source, which, stores)
	};
}
function readFiles(sources, places) {
	const files = /* @__PURE__ */ new Map();
	for (const source of sources) {
		if (source.kind !== "file") continue;
		const known = files.get(source.path);
		const read = known?.read ?? readTenantFile(source.path, MOST_KEY_FILE_BYTES, places);
		const needsNames = source.name !== void 0 && read.kind === "text";
		const named = known?.named ?? (needsNames ? readNamedKeys(read.text) : void 0);
		const isKey = source.name === void 0 || known?.isKey === true;
		files.set(source.path, {
			read,
			isKey,
			...optional("named", named)
		});
	}
	return files;
}
function secretsOf([given, secret], files, variables) {
	const secrets = /* @__PURE__ */ new Set();
	const add = (texts) => {
		for (const text of texts) for (const found of secretsWithin(text)) secrets.add(found);
	};
	add(variables);
	add(secret?.texts ?? []);
	for (const { key } of findKeys(given)) secrets.add(key);
	for (const { read, named, isKey } of files.values()) {
		if (read.kind !== "text") continue;
		add(named?.texts ?? []);
		if (isKey) add([withoutLastBreak(read.text)]);
		for (const { key } of findKeys(read.text)) secrets.add(key);
	}
	return [...secrets];
}
function brokenTenantKeys(problem) {
	return new GuardError("CONFIG_INVALID", `\`tenant-keys\` cannot be used: ${problem}.`, { hint: "Store it as one JSON object of names and keys, `{\"name\": \"key\"}`, and pass the whole secret as `tenant-keys`." });
}
function unclaimedNames(sources, stores) {
	const claimed = new Set(sources.map((source) => placeOf(source.kind === "file" ? source.path : "", source.name ?? "")));
	return [["", stores.secret], ...[...stores.files].map(([file, { named }]) => [file, named])].flatMap(([file, named]) => named?.kind === "keys" ? [...named.keys.keys()].filter((name) => !claimed.has(placeOf(file, name))) : []);
}
function placeOf(file, name) {
	return JSON.stringify([file, name]);
}
const OTHERS_MAY_READ = 36;
function judgeMode(file, read) {
	if (read.kind !== "text" || read.mode === void 0) return [];
	if ((read.mode & OTHERS_MAY_READ) === 0) return [];
	const mode = read.mode.toString(8).padStart(4, "0");
	const severity = read.isTemporary ? "warning" : "error";
	return [createTenantFinding("tenant-key-file-open", {
		file,
		mode
	}, { severity })];
}
function resolve(source, which, { secret, files, env }) {
	const missing = (problem, fix) => ({
		kind: "unavailable",
		finding: createTenantFinding("tenant-key-unavailable", {
			which,
			problem,
			fix
		})
	});
	switch (source.kind) {
		case "env": return valueOf(env[source.name]) ?? missing(`the environment variable \`${source.name}\` is not set, or is empty`, `Set \`${source.name}\` in \`env\` of the step that runs this check, from the secret that holds the key.`);
		case "secret": return valueOf(namedIn(secret, source.name)) ?? missing(secret === void 0 ? "`tenant-keys` is empty or left out" : `\`tenant-keys\` has nothing under the name \`${source.name}\``, "Add it to the JSON of the secret that is passed as `tenant-keys`, or correct the name in the manifest.");
		case "file": return resolveInFile(source, files.get(source.path), missing);
	}
}
function resolveInFile({ path, name }, file, missing) {
	const fix = "Look at the step that writes the file: it has to run before this one, in the same job.";
	if (file === void 0) return missing(`the file \`${path}\` was not read`, fix);
	const { read, named } = file;
	if (read.kind === "unreadable") return missing(`the file \`${path}\` ${read.problem}`, fix);
	if (name === void 0) return valueOf(withoutLastBreak(read.text)) ?? missing(`the file \`${path}\` is empty`, fix);
	if (named?.kind === "broken") return missing(`the file \`${path}\` is of no use, since ${named.problem}`, fix);
	return valueOf(namedIn(named, name)) ?? missing(`the file \`${path}\` has nothing under the name \`${name}\``, fix);
}
function valueOf(value) {
	return value === void 0 || value.trim() === "" ? void 0 : {
		kind: "value",
		value
	};
}
function namedIn(named, name) {
	return named?.kind === "keys" ? named.keys.get(name) : void 0;
}
function withoutLastBreak(text) {
	return text.replace(/\r?\n$/, "");
}

// action/tenants/manifest/fields.ts
var Fields = class Fields {
	at;
	entries;
	problems;
	what;
	static of(tree, options) {
		if (tree === void 0) return void 0;
		if (tree.kind === "map") return new Fields(tree.entries, tree.at, options);
		options.problems.add(tree.at, `${options.what} must be a mapping of names to values`);
	}
	constructor(entries, at, { known, what, problems }) {
		this.at = at;
		this.what = what;
		this.problems = problems;
		const found = /* @__PURE__ */ new Map();
		for (const entry of entries) if (!known.includes(entry.name)) problems.add(entry.at, describeUnknown(entry.name, known));
		else if (found.has(entry.name)) problems.add(entry.at, `\`${entry.name}\` stands here twice`);
		else found.set(entry.name, entry);
		this.entries = found;
	}
	has(name) {
		return this.entries.has(name);
	}
	treeOf(name) {
		return this.entries.get(name)?.value;
	}
	placeOf(name) {
		return this.treeOf(name)?.at ?? this.at;
	}
	require(name) {
		if (!this.has(name)) this.problems.add(this.at, `${this.what} must have \`${name}\``);
	}
	requireWith(name, other, without) {
		const entry = this.entries.get(name);
		if (entry !== void 0 && !this.has(other)) this.problems.add(entry.at, `\`${name}\` ${without}`);
	}
	text(name, rule) {
		const tree = this.treeOf(name);
		return tree && this.readText(tree, name, rule);
	}
	oneOf(name, values) {
		const must = `must be one of ${values.map((value) => `\`${value}\``).join(", ")}`;
		const text = this.text(name, {
			isGood: (given) => values.some((it) => it === given),
			must
		});
		return values.find((value) => value === text);
	}
	textList(name, { most, ...rule }) {
		const tree = this.treeOf(name);
		if (tree === void 0) return void 0;
		if (tree.kind !== "list") {
			this.problems.add(tree.at, `\`${name}\` ${rule.must}`);
			return;
		}
		if (tree.items.length > most) {
			this.problems.add(tree.at, `\`${name}\` must not have more than ${most} entries`);
			return;
		}
		return tree.items.flatMap((item) => this.readText(item, name, rule) ?? []);
	}
	readText(tree, name, { isGood, must }) {
		if (tree.kind === "text" && isGood(tree.text)) return tree.text;
		this.problems.add(tree.at, `\`${name}\` ${describeBadText(tree, must)}`);
	}
};
function describeBadText(tree, must) {
	if (tree.kind !== "other") return must;
	return tree.value === null ? "is empty; leave it out or give it a value" : `${must}; YAML reads this as another kind of value, so write it in quotes`;
}
const ANY_KEY = [
	"apikey",
	"keyvalue",
	"value",
	"token",
	"previousapikey"
];
const OF_INPUTS = [
	"warnbeforedays",
	"failbeforedays",
	"maxlifetimedays"
];
function describeUnknown(name, known) {
	const plain = plainName(name);
	if (ANY_KEY.includes(plain)) return "this name is not known; a manifest never holds a key, and `key` says where it is kept";
	if (OF_INPUTS.includes(plain)) return "this is an input of the Action, which holds for all tenants, and stands in the workflow";
	const meant = known.find((it) => isNear(plain, plainName(it)));
	return meant === void 0 ? `this name is not known here; there are ${known.map((it) => `\`${it}\``).join(", ")}` : `this name is not known; \`${meant}\` may be meant`;
}
function plainName(name) {
	return name.slice(0, 40).toLowerCase().replaceAll(/[-_ ]/g, "");
}
function isNear(one, other) {
	return distance(one, other) <= (other.length < 5 ? 1 : 2);
}
function distance(one, other) {
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (const [index, character] of Array.from(one).entries()) {
		const next = [index + 1];
		for (const [column, wanted] of Array.from(other).entries()) {
			const replaced = (row[column] ?? 0) + (character === wanted ? 0 : 1);
			next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
		}
		row = next;
	}
	return row[other.length] ?? Infinity;
}

// action/tenants/manifest/entries.ts
const USUAL = {
	kind: "integrated",
	environment: "production",
	requiredScopes: [],
	rotation: "overlap"
};
const KINDS = ["standalone", "integrated"];
const ENVIRONMENTS = ["production", "staging"];
const ROTATIONS = ["overlap", "finished"];
const VISIBLE = "[ -~\\u00a0-\\u200a\\u2010-\\u2027\\u202f-\\u205f\\u2070-\\ufefe\\uff00-\\uffff]";
const NO_WAY_OUT = /^(?!(?:.*[/\\])?\.\.(?:[/\\]|$))(?!.*\$\{\{)(?!.*[/\\]$)/;
const PATTERNS = {
	id: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
	owner: new RegExp(`^${VISIBLE}{1,100}$`),
	variable: /^[A-Za-z_][A-Za-z0-9_]{0,127}$/,
	keyName: /^[A-Za-z0-9_][A-Za-z0-9._/:@-]{0,127}$/,
	path: new RegExp(`${NO_WAY_OUT.source}${VISIBLE}{1,1024}$`)
};
const DEFAULT_NAMES = [
	"kind",
	"environment",
	"required-scopes",
	"rotation"
];
function readDefaults(tree, problems) {
	const fields = Fields.of(tree, {
		known: DEFAULT_NAMES,
		what: "`defaults`",
		problems
	});
	return fields === void 0 ? USUAL : readChoices(fields, USUAL);
}
function readChoices(fields, fallback) {
	return {
		kind: fields.oneOf("kind", KINDS) ?? fallback.kind,
		environment: fields.oneOf("environment", ENVIRONMENTS) ?? fallback.environment,
		requiredScopes: readScopes(fields) ?? fallback.requiredScopes,
		rotation: fields.oneOf("rotation", ROTATIONS) ?? fallback.rotation
	};
}
function readScopes(fields) {
	const scopes = fields.textList("required-scopes", {
		...FORMS.scope,
		most: 100
	});
	return scopes && [...new Set(scopes)];
}
const TENANT_NAMES = [
	"id",
	"key",
	"company-id",
	"environment",
	"kind",
	"required-scopes",
	"expires-on",
	"created-on",
	"expected-key-hint",
	"previous-key",
	"rotation",
	"owner"
];
function readTenant(tree, reading) {
	const { problems, defaults, limits } = reading;
	const fields = Fields.of(tree, {
		known: TENANT_NAMES,
		what: "a tenant",
		problems
	});
	if (fields === void 0) return void 0;
	const id = fields.text("id", {
		isGood: (text) => PATTERNS.id.test(text) && !isKeyShaped(text),
		must: "must be up to 64 letters, digits, dots, hyphens and underscores, beginning with a letter or digit"
	});
	const owner = fields.text("owner", {
		isGood: (text) => PATTERNS.owner.test(text),
		must: "must be a text of one line, of at most 100 characters"
	});
	const companyId = fields.text("company-id", FORMS.companyId);
	const { requiredScopes, rotation, ...choices } = readChoices(fields, defaults);
	const expiry = {
		...readExpiry(fields),
		...limits
	};
	const key = readKeySource(fields, "key", problems);
	const previousKey = readKeySource(fields, "previous-key", problems);
	for (const name of ["id", "key"]) fields.require(name);
	if (id === void 0 || key === void 0) return void 0;
	return {
		tenant: {
			id,
			...optional("owner", owner),
			key,
			...optional("previousKey", previousKey),
			rotation,
			expectation: {
				...choices,
				...optional("companyId", companyId),
				requiredScopes,
				expiry
			}
		},
		at: tree.at,
		places: {
			id: fields.placeOf("id"),
			key: fields.placeOf("key"),
			previousKey: fields.placeOf("previous-key")
		}
	};
}
const DATE = {
	isGood: (text) => parseDeclaredInstant(text) !== void 0,
	must: "must be a date such as `2027-01-31`, or an instant with its zone such as `2027-01-31T12:00:00Z`"
};
function readExpiry(fields) {
	const expiresOn = fields.text("expires-on", DATE);
	const createdOn = fields.text("created-on", DATE);
	const keyHint = fields.text("expected-key-hint", FORMS.keyHint);
	fields.requireWith("created-on", "expires-on", "says nothing without `expires-on`");
	fields.requireWith("expected-key-hint", "expires-on", "binds `expires-on` to a key, and that is missing");
	return {
		...optional("expiresOn", expiresOn),
		...optional("createdOn", createdOn),
		...optional("keyHint", keyHint)
	};
}
const SOURCE_NAMES = [
	"env",
	"secret",
	"file",
	"name"
];
function readKeySource(tenant, name, problems) {
	const tree = tenant.treeOf(name);
	if (tree === void 0) return void 0;
	if (tree.kind !== "map") {
		problems.add(tree.at, `\`${name}\` must say where the key is kept, as \`env\`, \`secret\` or \`file\`, and is never the key itself`);
		return;
	}
	const fields = Fields.of(tree, {
		known: SOURCE_NAMES,
		what: `\`${name}\``,
		problems
	});
	return fields && readSource(fields, name, problems);
}
function readSource(fields, what, problems) {
	const kinds = [
		"env",
		"secret",
		"file"
	].filter((kind) => fields.has(kind));
	if (kinds.length !== 1) problems.add(fields.at, `\`${what}\` must name one of \`env\`, \`secret\` and \`file\``);
	if (fields.has("name") && !fields.has("file")) problems.add(fields.placeOf("name"), "`name` says nothing without `file`");
	const variable = fields.text("env", {
		isGood: (text) => PATTERNS.variable.test(text),
		must: "must be the name of an environment variable"
	});
	const secret = fields.text("secret", NAME_OF_KEY);
	const path = fields.text("file", {
		isGood: (text) => PATTERNS.path.test(text),
		must: "must be the path of a file, from the root of the checkout or below RUNNER_TEMP, without `..`"
	});
	const name = fields.text("name", NAME_OF_KEY);
	if (kinds.length !== 1) return void 0;
	if (variable !== void 0) return {
		kind: "env",
		name: variable
	};
	if (secret !== void 0) return {
		kind: "secret",
		name: secret
	};
	const isNameMissing = fields.has("name") && name === void 0;
	if (path === void 0 || isNameMissing) return void 0;
	return {
		kind: "file",
		path,
		...optional("name", name)
	};
}
const NAME_OF_KEY = {
	isGood: (text) => PATTERNS.keyName.test(text) && !isKeyShaped(text),
	must: "must be the name under which the key is kept, of at most 128 letters, digits and `._/:@-`"
};

// action/tenants/manifest/problems.ts
var Problems = class {
	found = /* @__PURE__ */ new Map();
	positions;
	constructor(positions) {
		this.positions = positions;
	}
	add(at, message) {
		this.found.set(`${at} ${message}`, {
			at,
			message
		});
	}
	get count() {
		return this.found.size;
	}
	list() {
		return [...this.found.values()].toSorted((one, other) => one.at - other.at).map(({ at, message }) => ({
			...this.positions.at(at),
			message
		}));
	}
};

// action/tenants/manifest/tree.ts
var Positions = class {
	starts;
	constructor(text) {
		const starts = [0];
		for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
		this.starts = starts;
	}
	at(place) {
		let [low, high] = [0, this.starts.length];
		while (high - low > 1) {
			const middle = low + high >> 1;
			if ((this.starts[middle] ?? Infinity) <= place) low = middle;
			else high = middle;
		}
		return {
			line: low + 1,
			column: place - (this.starts[low] ?? 0) + 1
		};
	}
};

// action/tenants/manifest/cut.ts
const TENANTS = /(?<![^\n])tenants:[ \t]*(?:#.*)?\r?\n/;
const FIRST_ITEM = /^(?:[ \t]*(?:#.*)?\r?\n)*( *)-(?=[ \r\n])/;
const HAS_DIRECTIVE = /(?<![^\n])(?:%|\.\.\.)/;
const ENDS_DOCUMENT = /(?<![^\n])(?:%|\.\.\.|---)/;
function cutOutTenants(text) {
	const name = TENANTS.exec(text);
	if (name === null) return void 0;
	const start = name.index + name[0].length;
	const [blank, indent] = FIRST_ITEM.exec(text.slice(start)) ?? [];
	if (blank === void 0 || indent === void 0) return void 0;
	const first = start + blank.length - indent.length - 1;
	const end = endOfList(text, first, indent);
	const [before, after] = [text.slice(0, first), text.slice(end)];
	if (HAS_DIRECTIVE.test(before) || ENDS_DOCUMENT.test(after) || after.includes("*")) return void 0;
	const around = [{
		text: before,
		at: 0
	}];
	return {
		around: after.trim() === "" ? around : [...around, {
			text: after,
			at: end
		}],
		items: itemsBetween(text, {
			first,
			end,
			indent
		})
	};
}
function endOfList(text, first, indent) {
	const outside = indent === "" ? /(?<![^\n])(?!-[ \r\n]|-$)[^\s#]/g : /(?<![^\n])[^\s#]/g;
	outside.lastIndex = first;
	return outside.exec(text)?.index ?? text.length;
}
function* itemsBetween(text, { first, end, indent }) {
	const hyphen = new RegExp(`(?<![^\\n])${indent}-(?=[ \\r\\n]|$)`, "g");
	hyphen.lastIndex = first + 1;
	let at = first;
	while (at < end) {
		const next = Math.min(hyphen.exec(text)?.index ?? end, end);
		yield {
			text: text.slice(at, next),
			at
		};
		if (next === end) return;
		at = next;
	}
}

// action/tenants/manifest/yaml.ts
function readYamlManifest(text, problems) {
	const reading = new YamlReading(problems);
	const cut = cutOutTenants(text);
	return {
		roots: (cut?.around ?? [{
			text,
			at: 0
		}]).flatMap((part) => reading.read(part) ?? []),
		tenants: cut && itemsOf(cut.items, reading)
	};
}
function* itemsOf(parts, reading) {
	for (const part of parts) {
		const list = reading.read(part);
		if (list?.kind === "list") yield* list.items;
	}
}
const MOST_NODES = 2e6;
const DEEPEST = 100;
var Unreadable = class extends Error {
	at;
	constructor(message, at) {
		super(message);
		this.at = at;
	}
};
var YamlReading = class {
	problems;
	anchored = /* @__PURE__ */ new Map();
	count = 0;
	base = 0;
	constructor(problems) {
		this.problems = problems;
	}
	read({ text, at }) {
		this.base = at;
		try {
			const document = parseDocument(text, {
				uniqueKeys: false,
				schema: "core",
				resolveKnownTags: false,
				prettyErrors: false,
				logLevel: "error"
			});
			const faults = [...document.errors, ...document.warnings];
			const last = text.trimEnd().length;
			for (const { code, pos } of faults) this.problems.add(at + Math.min(pos[0], last), describeFault(code));
			return faults.length > 0 ? void 0 : this.treeOf(document.contents, {
				at,
				depth: 0
			});
		} catch (error) {
			const isForeseen = error instanceof Unreadable;
			const message = isForeseen ? error.message : "this is nested too deeply";
			this.problems.add(isForeseen ? error.at : at, message);
			return;
		}
	}
	treeOf(node, around) {
		this.countOne(around);
		if (around.depth > DEEPEST) throw new Unreadable("this is nested too deeply", around.at);
		const before = this.count;
		if (isAlias(node)) {
			const at = this.placeOf(node, around);
			const known = this.anchored.get(node.source);
			if (known === void 0) throw new Unreadable("this names an anchor that is not there", at);
			this.countOne({
				at,
				count: known.count
			});
			return known.tree;
		}
		if (!isMap(node) && !isSeq(node) && !isScalar(node)) return {
			kind: "other",
			at: around.at,
			value: null
		};
		const at = this.placeOf(node, around);
		const inside = {
			at,
			depth: around.depth + 1
		};
		const tree = isScalar(node) ? scalarOf(node, at) : isSeq(node) ? {
			kind: "list",
			at,
			items: node.items.map((item) => this.treeOf(item, inside))
		} : {
			kind: "map",
			at,
			entries: this.entriesOf(node.items, inside)
		};
		if (node.anchor !== void 0) this.anchored.set(node.anchor, {
			tree,
			count: this.count - before
		});
		return tree;
	}
	countOne({ at, count = 1 }) {
		this.count += count;
		if (this.count > MOST_NODES) throw new Unreadable("this makes the manifest too large", at);
	}
	placeOf({ range }, { at }) {
		return range ? this.base + range[0] : at;
	}
	entriesOf(pairs, inside) {
		const entries = [];
		const merged = [];
		for (const { key: nameNode, value: valueNode } of pairs) {
			const name = this.treeOf(nameNode, inside);
			if (name.kind !== "text") throw new Unreadable("this name is no text", name.at);
			const value = this.treeOf(valueNode, {
				...inside,
				at: name.at
			});
			if (name.text === "<<" && value.kind !== "text") merged.push(...value.kind === "list" ? value.items : [value]);
			else entries.push({
				name: name.text,
				at: name.at,
				value
			});
		}
		const own = new Set(entries.map(({ name }) => name));
		for (const base of merged) entries.push(...this.mergedFrom(base, own));
		return entries;
	}
	mergedFrom(base, own) {
		if (base.kind !== "map") throw new Unreadable("this merges what is no mapping", base.at);
		this.countOne({
			at: base.at,
			count: base.entries.length
		});
		const added = base.entries.filter(({ name }) => !own.has(name));
		for (const { name } of added) own.add(name);
		return added;
	}
};
function scalarOf({ value }, at) {
	return typeof value === "string" ? {
		kind: "text",
		at,
		text: value
	} : {
		kind: "other",
		at,
		value
	};
}
function describeFault(code) {
	switch (code) {
		case "TAB_AS_INDENT": return "a tab indents here, and YAML takes spaces only";
		case "MISSING_CHAR": return "a quote, bracket, comma or colon is missing here";
		case "BAD_INDENT":
		case "BLOCK_IN_FLOW":
		case "BLOCK_AS_IMPLICIT_KEY": return "this is not indented as what it belongs to";
		case "MULTIPLE_DOCS": return "a second document begins here, and a manifest is one";
		case "TAG_RESOLVE_FAILED": return "this has a tag that means nothing here";
		default: return "this is not valid YAML";
	}
}

// action/tenants/manifest/manifest.ts
function readManifest(text, limits) {
	return new ManifestReading(text.startsWith("﻿") ? text.slice(1) : text, limits).read();
}
const KEY_WRITTEN = "a Pleo key is written here; take it out, revoke it, and write down where the new one is kept instead";
const ROOT_NAMES = [
	"version",
	"defaults",
	"tenants",
	"$schema"
];
var ManifestReading = class {
	text;
	limits;
	positions;
	problems;
	ids = /* @__PURE__ */ new Map();
	sources = /* @__PURE__ */ new Map();
	constructor(text, limits) {
		this.text = text;
		this.limits = limits;
		this.positions = new Positions(text);
		this.problems = new Problems(this.positions);
	}
	read() {
		for (const { start } of findKeys(this.text)) this.problems.add(start, KEY_WRITTEN);
		const { roots, tenants: listed } = this.parse();
		for (const root of roots) this.refuseKeysIn(root);
		const { defaults, tenants: trees } = this.readRoot(roots, listed);
		const tenants = [];
		for (const tree of trees) {
			this.refuseKeysIn(tree);
			const { problems, limits } = this;
			const read = readTenant(tree, {
				defaults,
				limits,
				problems
			});
			if (read === void 0) continue;
			this.refuseDuplicates(read);
			tenants.push({
				...read.tenant,
				line: this.positions.at(read.at).line
			});
		}
		const problems = this.problems.list();
		return problems.length > 0 ? {
			kind: "refused",
			problems
		} : {
			kind: "read",
			tenants
		};
	}
	parse() {
		const json = this.text.trimStart().startsWith("{") ? readJsonTree(this.text) : void 0;
		return json === void 0 ? readYamlManifest(this.text, this.problems) : {
			roots: [json],
			tenants: void 0
		};
	}
	readRoot(roots, listed) {
		const { problems } = this;
		const isWhole = problems.count === 0;
		const options = {
			known: ROOT_NAMES,
			what: "a manifest",
			problems
		};
		const parts = roots.map((root) => root.kind === "map" ? root.entries : void 0);
		if (parts.includes(void 0)) {
			problems.add(0, "a manifest must be a mapping with `version` and `tenants`");
			return {
				defaults: readDefaults(void 0, problems),
				tenants: []
			};
		}
		const fields = new Fields(parts.flatMap((entries) => entries ?? []), 0, options);
		if (isWhole) for (const name of ["version", "tenants"]) fields.require(name);
		this.checkVersion(fields.treeOf("version"));
		return {
			defaults: readDefaults(fields.treeOf("defaults"), problems),
			tenants: listed ?? this.listOf(fields.treeOf("tenants"))
		};
	}
	checkVersion(version) {
		if (version === void 0 || version.kind === "other" && version.value === 1) return;
		this.problems.add(version.at, "`version` must be 1");
	}
	listOf(tenants) {
		if (tenants === void 0) return [];
		if (tenants.kind === "list") return tenants.items;
		this.problems.add(tenants.at, "`tenants` must be a list");
		return [];
	}
	refuseKeysIn(tree) {
		switch (tree.kind) {
			case "map":
				for (const { name, at, value } of tree.entries) {
					this.refuseKeysInText(name, at);
					this.refuseKeysIn(value);
				}
				break;
			case "list":
				for (const item of tree.items) this.refuseKeysIn(item);
				break;
			case "text": this.refuseKeysInText(tree.text, tree.at);
		}
	}
	refuseKeysInText(text, at) {
		if (this.text.startsWith(text, at) || this.text.startsWith(text, at + 1)) return;
		if (findKeys(text).length > 0) this.problems.add(at, KEY_WRITTEN);
	}
	refuseDuplicates({ tenant, places }) {
		const { id, key, previousKey } = tenant;
		this.refuseKnown(this.ids, id.toLowerCase(), {
			at: places.id,
			message: "`id` is the same, but for upper and lower case, as that of the tenant"
		});
		const source = nameOf(key);
		this.refuseKnown(this.sources, source, {
			at: places.key,
			message: "`key` is kept where the key is of the tenant"
		});
		if (previousKey === void 0) return;
		if (nameOf(previousKey) === source) this.problems.add(places.previousKey, "`previous-key` is kept where `key` is");
	}
	refuseKnown(known, name, { at, message }) {
		const first = known.get(name);
		if (first === void 0) known.set(name, at);
		else this.problems.add(at, `${message} of line ${this.positions.at(first).line}`);
	}
};
function nameOf(source) {
	if (source.kind !== "file") return `${source.kind} ${source.name}`;
	const path = source.path.split(/[/\\]+/).filter((part) => part !== ".");
	return JSON.stringify([path.join("/"), source.name ?? ""]);
}

// action/tenants/manifest/file.ts
const MOST_BYTES = 16777216;
function readManifestFile(file, limits, places) {
	const read = readTenantFile(file, MOST_BYTES, places);
	if (read.kind === "unreadable") throw new GuardError("CONFIG_INVALID", `The file that \`tenants\` names ${read.problem}.`, { hint: "Give the path of the manifest from the root of the checkout, and check out the repository before this step." });
	const manifest = readManifest(read.text, limits);
	if (manifest.kind === "refused") throw refuse(manifest.problems);
	return manifest.tenants;
}
const MOST_SHOWN = 50;
function refuse(problems) {
	const shown = problems.slice(0, MOST_SHOWN).map(({ line, column, message }) => `${line}:${column} ${message}.`);
	const left = problems.length - shown.length;
	const rest = left === 0 ? [] : [left === 1 ? "And 1 more problem." : `And ${left} more problems.`];
	const list = [...shown, ...rest].map((sentence) => `\n- ${sentence}`).join("");
	return new GuardError("CONFIG_INVALID", `The manifest of tenants cannot be used:${list}`, { hint: "Correct the file that `tenants` names, at the lines and columns given; an editor that knows tenants.schema.json shows most of these problems while you type." });
}

// src/tenancy/compare-tenants.ts
function compareTenants(records, facts) {
	const keys = sharedKeys(records);
	const companies = {
		production: sharedCompanies(records, "production"),
		staging: sharedCompanies(records, "staging")
	};
	const ofTenants = /* @__PURE__ */ new Map();
	for (const record of records) {
		const findings = compareTenant(record, keys, companies[record.environment]);
		if (findings.length > 0) ofTenants.set(record.id, findings);
	}
	return {
		ofTenants,
		ofFleet: compareFleet(records, facts)
	};
}
function compareTenant({ fingerprints, environment }, keys, companies) {
	const { key, previousKey, company } = fingerprints;
	const own = [["key", key], ["previous key", previousKey === key ? void 0 : previousKey]];
	const group = companies.get(company ?? "");
	return [...own.flatMap(([which, fingerprint]) => {
		const shared = keys.get(fingerprint ?? "");
		return shared === void 0 ? [] : [createTenantFinding("tenant-key-shared", {
			which,
			group: shared
		})];
	}), ...group === void 0 ? [] : [createTenantFinding("tenant-company-shared", {
		environment,
		group
	})]];
}
function sharedKeys(records) {
	const sightings = new Sightings();
	for (const { id, fingerprints } of records) {
		sightings.add(fingerprints.key, id);
		sightings.add(fingerprints.previousKey, id);
	}
	const current = new Set(records.map(({ fingerprints }) => fingerprints.key));
	return labelled(sightings.repeated().filter((fingerprint) => current.has(fingerprint)));
}
function sharedCompanies(records, environment) {
	const sightings = new Sightings();
	for (const record of records) if (record.environment === environment) sightings.add(record.fingerprints.company, record.id);
	return labelled(sightings.repeated());
}
var Sightings = class {
	firstSeen = /* @__PURE__ */ new Map();
	seenAgain = /* @__PURE__ */ new Set();
	add(fingerprint, id) {
		if (fingerprint === void 0) return;
		const first = this.firstSeen.get(fingerprint);
		if (first === void 0) this.firstSeen.set(fingerprint, id);
		else if (first !== id) this.seenAgain.add(fingerprint);
	}
	repeated() {
		return [...this.seenAgain];
	}
};
function labelled(fingerprints) {
	const length = labelLength(fingerprints);
	return new Map(fingerprints.map((it) => [it, `group ${it.slice(0, length)}`]));
}
const SHORTEST_LABEL = 6;
function labelLength(fingerprints) {
	let length = SHORTEST_LABEL;
	const longest = fingerprints[0]?.length ?? 0;
	while (length < longest && new Set(fingerprints.map((it) => it.slice(0, length))).size < fingerprints.length) length += 2;
	return length;
}
function compareFleet(records, { manifestTenants, unclaimedNames, isPart = false }) {
	if (manifestTenants === 0 && !isPart) return [createTenantFinding("fleet-empty", {})];
	return [
		...unfinished(manifestTenants - records.length),
		...mixedEnvironments(records),
		...unclaimed(unclaimedNames)
	];
}
function unfinished(left) {
	if (left <= 0) return [];
	const tenants = left === 1 ? "1 tenant of the manifest was" : `${left} tenants of the manifest were`;
	return [createTenantFinding("fleet-unfinished", { tenants })];
}
function mixedEnvironments(records) {
	const staging = records.filter(({ environment }) => environment === "staging").length;
	const production = records.length - staging;
	if (staging === 0 || production === 0) return [];
	return [createTenantFinding("tenant-environments-mixed", {
		production: production.toString(),
		staging: staging.toString()
	})];
}
const MOST_UNCLAIMED_NAMED = 20;
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9._/:@-]{0,127}$/;
const LIKE_A_SECRET = /(?=[A-Za-z]*\d)[A-Za-z\d]{20,}/;
function unclaimed(names) {
	const named = [...new Set(names)].filter((it) => PLAIN_NAME.test(it) && !LIKE_A_SECRET.test(it) && !isKeyShaped(it)).toSorted().slice(0, MOST_UNCLAIMED_NAMED);
	const others = new Set(names).size - named.length;
	return [...named.map((name) => `A key named \`${name}\` is`), ...others === 0 ? [] : [others === 1 ? "One more key is" : `${others} more keys are`]].map((keys) => createTenantFinding("tenant-key-unclaimed", { keys }));
}

// src/tenancy/fleet-report.ts
function createFleetReport({ records, comparison, switchedOff, manifestTenants, isPart = false }) {
	const tenants = records.map((record) => ({
		...judgeTenant(record, comparison.ofTenants.get(record.id) ?? []),
		switchedOff: [...record.report.switchedOff ?? [], ...switchedOff?.ofTenants.get(record.id) ?? []]
	}));
	const findings = orderFindings(comparison.ofFleet);
	const counts = countVerdicts(tenants);
	const isWhole = (manifestTenants > 0 || isPart) && records.length === manifestTenants;
	return {
		verdict: worstOf([decideVerdict(findings, {
			accepted: isWhole,
			active: isWhole,
			company: isWhole
		}), ...tenants.map(({ verdict }) => verdict)]),
		counts,
		tenants: tenants.toSorted(byUrgency),
		findings,
		switchedOff: orderFindings(switchedOff?.ofFleet ?? [])
	};
}
function judgeTenant(record, compared) {
	const { report } = record;
	const findings = orderFindings([...report.findings, ...compared]);
	return {
		record,
		verdict: worstOf([report.verdict, decideVerdict(findings, report.proofs)]),
		findings
	};
}
const RANK = {
	fail: 0,
	unknown: 1,
	pass: 2
};
function worstOf(verdicts) {
	if (verdicts.includes("fail")) return "fail";
	return verdicts.every((verdict) => verdict === "pass") ? "pass" : "unknown";
}
function countVerdicts(tenants) {
	const counts = {
		pass: 0,
		fail: 0,
		unknown: 0
	};
	for (const { verdict } of tenants) counts[verdict] += 1;
	return counts;
}
function byUrgency(one, other) {
	return RANK[one.verdict] - RANK[other.verdict] || compareLists(weightsOf(other), weightsOf(one)) || endOf(one) - endOf(other) || compareIds(one.record.id, other.record.id);
}
function weightsOf({ findings }) {
	const count = (matches) => findings.filter(matches).length;
	return [
		count(({ severity, inconclusive }) => severity === "error" && !inconclusive),
		count(({ severity, inconclusive }) => severity === "error" && inconclusive),
		count(({ severity }) => severity === "warning")
	];
}
function compareLists(one, other) {
	for (const [index, number] of one.entries()) {
		const difference = number - (other[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
function endOf({ record }) {
	return record.report.expiry?.at.getTime() ?? Infinity;
}
function compareIds(one, other) {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}

// action/tenants/check-fleet-progress.ts
const LONGEST_SILENCE_MS = 3e4;
const SHORTEST_SILENCE_MS = 5e3;
function startProgress(total, log, monotonicMs = () => process.uptime() * 1e3) {
	const counts = {
		pass: 0,
		fail: 0,
		unknown: 0
	};
	let done = 0;
	let told = {
		at: monotonicMs(),
		tenth: 0
	};
	return { count: (verdict) => {
		counts[verdict] += 1;
		done += 1;
		const now = {
			at: monotonicMs(),
			tenth: Math.floor(10 * done / total)
		};
		const silence = now.at - told.at;
		const isNews = now.tenth > told.tenth && silence >= SHORTEST_SILENCE_MS;
		if (done === total || !(isNews || silence >= LONGEST_SILENCE_MS)) return;
		told = now;
		const { pass, fail, unknown } = counts;
		log(`Checked ${done} of ${total} tenants: ${pass} pass, ${fail} fail, ${unknown} unknown.`);
	} };
}

// action/tenants/check-fleet.ts
const WORKERS = 16;
async function checkFleet(tenants, ports, limits) {
	const records = tenants.map(() => void 0);
	const progress = startProgress(tenants.length, ports.log);
	const queue = tenants.entries();
	const work = async () => {
		for (const [index, tenant] of queue) {
			if (limits.deadline.remainingMs() <= 0) return;
			const record = await checkTenant(tenant, ports, limits);
			records[index] = record;
			progress.count(record.report.verdict);
		}
	};
	await Promise.all(Array.from({ length: Math.min(WORKERS, tenants.length) }, work));
	return records.filter((record) => record !== void 0);
}
async function checkTenant(tenant, ports, limits) {
	const { id, line, expectation } = tenant;
	const base = {
		id,
		line,
		environment: expectation.environment,
		...ownerOf(tenant)
	};
	try {
		return {
			...base,
			...await askAbout(tenant, ports, limits)
		};
	} catch (error) {
		const outcome = outcomeOf({
			...NO_REPORT,
			findings: [unchecked(error)]
		}, limits.config);
		return {
			...base,
			report: outcome,
			fingerprints: {}
		};
	}
}
function ownerOf({ owner }) {
	return optional("owner", owner);
}
function unchecked(error) {
	const isForeseen = error instanceof GuardError;
	return createTenantFinding("tenant-unchecked", {
		problem: isForeseen ? error.message.replace(/\.$/, "") : "The check failed in a way that it did not foresee",
		fix: (isForeseen ? error.hint : void 0) ?? "Run the check again; if it stays, report it with the version you use, and never the key."
	});
}
async function askAbout(tenant, ports, limits) {
	const { values, unavailable } = resolveKeys(tenant, ports);
	const asked = values.key === void 0 ? NO_REPORT : await askPleoAbout(tenant, {
		...values,
		key: values.key
	}, {
		ports,
		limits
	});
	const isRotation = tenant.previousKey !== void 0;
	const report = unavailable.length === 0 ? asked : {
		...asked,
		...leftAlone(isRotation),
		findings: [...unavailable, ...asked.findings]
	};
	return {
		report: outcomeOf(report, limits.config),
		fingerprints: ports.fingerprints.of({
			...values,
			...optional("company", report.company.actual)
		})
	};
}
function resolveKeys(tenant, { resolveKey }) {
	const key = resolveKey(tenant.key);
	const previous = tenant.previousKey === void 0 ? void 0 : resolveKey(tenant.previousKey, "previous key");
	return {
		values: {
			...optional("key", key.kind === "value" ? key.value : void 0),
			...optional("previousKey", previous?.kind === "value" ? previous.value : void 0)
		},
		unavailable: [key, previous].flatMap((resolved) => resolved?.kind === "unavailable" ? [resolved.finding] : [])
	};
}
function askPleoAbout({ expectation, rotation }, { key, previousKey }, { ports, limits: { raw, config, deadline: whole, pace } }) {
	const deadline = startPausableDeadline(config.timeoutMs, whole);
	const openPleo = ports.openWithin({
		deadline,
		pace: waitingForFree(pace, deadline),
		mayHoldSecret: ports.mayHoldSecret
	});
	return checkKey({
		...raw,
		"api-key": key,
		"previous-api-key": previousKey
	}, {
		...config,
		expectation,
		rotation,
		origin: originFor(expectation, config)
	}, {
		clock: ports.clock,
		openPleo
	});
}
function waitingForFree(pace, deadline) {
	return {
		turn: () => deadline.pauseFor(pace.turn()),
		heed: (retryAfterMs) => {
			pace.heed(retryAfterMs);
		}
	};
}
function originFor({ environment }, { origin }) {
	return findPleoHost(new URL(origin).hostname) === void 0 ? origin : API_ORIGINS[environment];
}
function leftAlone(isRotation) {
	return isRotation ? { previousKey: "needed" } : {};
}
function outcomeOf(report, config) {
	const weighed = weigh(report, NOTHING_SCANNED, config);
	return {
		verdict: weighed.verdict,
		findings: weighed.findings,
		proofs: weighed.proofs,
		...optional("keyHint", weighed.keyHint),
		...optional("expiry", weighed.expiry),
		...optional("previousKey", weighed.previousKey),
		...optional("switchedOff", weighed.switchedOff)
	};
}

// action/tenants/key-sources/fingerprints.ts
function createFingerprints(env) {
	const secret = secretOf(env);
	const [keys, companies, runs] = [
		"key",
		"company",
		"run"
	].map((context) => createSecretKey(Buffer.from(hkdfSync("sha256", secret, "pleo-key-guard tenants 1", context, 32))));
	const print = (key, text) => key === void 0 || text === void 0 ? void 0 : createHmac("sha256", key).update(text).digest("hex").slice(0, 32);
	return {
		run: print(runs, "") ?? "",
		of: ({ key, previousKey, company }) => ({
			...optional("key", print(keys, keyIn(key ?? ""))),
			...optional("previousKey", print(keys, keyIn(previousKey ?? ""))),
			...optional("company", print(companies, company && (parseUuid(company) ?? company)))
		})
	};
}
function secretOf(env) {
	const repository = env["GITHUB_REPOSITORY"] ?? "";
	const run = env["GITHUB_RUN_ID"] ?? "";
	return repository === "" || run === "" ? randomBytes(32) : Buffer.from(JSON.stringify([repository, run]));
}
function keyIn(raw) {
	const parsed = parseKey(raw);
	switch (parsed.kind) {
		case "missing":
		case "placeholder":
		case "foreign-secret": return;
		case "key":
		case "unknown-shape": return parsed.key.reveal();
		case "legacy-token":
		case "damaged": return peelValue(raw).layers.at(-1);
	}
}

// action/tenants/pace.ts
const MINUTE_MS = 6e4;
const CATCH_UP_MS = 1e3;
const FIRST_UNTOLD_WAIT_MS = 1e3;
const LONGEST_UNTOLD_WAIT_MS = MINUTE_MS;
const LONGEST_HOLD_MS = 5 * MINUTE_MS;
const WORTH_TELLING_MS = 5e3;
const LONGEST_SLEEP_MS = 2 ** 31 - 1;
function createPace(options) {
	return new EvenPace(options);
}
var EvenPace = class {
	options;
	intervalMs;
	waiting = [];
	nextAt;
	heldUntil = -Infinity;
	untoldWaitMs = 0;
	isServing = false;
	constructor({ requestsPerMinute, ...options }) {
		this.options = {
			onHeld: () => void 0,
			monotonicMs: () => process.uptime() * 1e3,
			sleep: (milliseconds) => setTimeout(milliseconds),
			...options
		};
		this.intervalMs = MINUTE_MS / requestsPerMinute;
		this.nextAt = this.options.monotonicMs();
	}
	turn() {
		const { promise, resolve } = Promise.withResolvers();
		this.waiting.push(() => {
			resolve(void 0);
		});
		this.serve();
		return promise;
	}
	heed(retryAfterMs) {
		const { monotonicMs, deadline, onHeld } = this.options;
		const now = monotonicMs();
		const asked = retryAfterMs > 0 ? retryAfterMs : this.chooseWait(now);
		const wait = Math.min(asked, LONGEST_HOLD_MS, deadline.remainingMs());
		const longer = now + wait - Math.max(this.heldUntil, now);
		if (longer <= 0) return;
		this.heldUntil = now + wait;
		this.nextAt = Math.max(this.nextAt, this.heldUntil);
		if (longer >= WORTH_TELLING_MS) onHeld(wait);
	}
	chooseWait(now) {
		if (now < this.heldUntil) return 0;
		const goesOn = now < this.heldUntil + this.untoldWaitMs;
		this.untoldWaitMs = goesOn ? Math.min(2 * this.untoldWaitMs, LONGEST_UNTOLD_WAIT_MS) : FIRST_UNTOLD_WAIT_MS;
		return this.untoldWaitMs;
	}
	async serve() {
		if (this.isServing) return;
		this.isServing = true;
		const { monotonicMs, sleep, deadline } = this.options;
		while (this.waiting.length > 0) {
			const now = monotonicMs();
			const wait = Math.min(this.nextAt - now, deadline.remainingMs(), LONGEST_SLEEP_MS);
			if (wait > 0) await sleep(Math.ceil(wait));
			else {
				this.nextAt = Math.max(this.nextAt, now - CATCH_UP_MS) + this.intervalMs;
				this.waiting.shift()?.();
			}
		}
		this.isServing = false;
	}
};

// action/tenants/run-fleet-masks.ts
const MOST_MASKED_IN_FULL = 1e3;
function maskOnRunner(secrets, toolkit) {
	const formsOf = secrets.length > 1e3 ? usualForms : allForms;
	const told = /* @__PURE__ */ new Set();
	for (const secret of secrets) for (const form of formsOf(secret)) {
		if (told.has(form)) continue;
		told.add(form);
		toolkit.setSecret(form);
	}
}
function allForms(secret) {
	return maskableSpellings(secret).map(({ text }) => text);
}
function usualForms(secret) {
	return secret.length < 6 || secret.trim() === "" ? [] : [secret, Buffer.from(`${secret}:`).toString("base64")];
}

// action/tenants/merge/weigh-comparison.ts
function weighComparison({ ofTenants, ofFleet }, severities) {
	const heard = /* @__PURE__ */ new Map();
	const unheard = /* @__PURE__ */ new Map();
	for (const [id, those] of ofTenants) {
		const { findings, switchedOff } = applySeverities(those, severities);
		if (findings.length > 0) heard.set(id, findings);
		if (switchedOff.length > 0) unheard.set(id, switchedOff);
	}
	const fleet = applySeverities(ofFleet, severities);
	return {
		comparison: {
			ofTenants: heard,
			ofFleet: fleet.findings
		},
		switchedOff: {
			ofTenants: unheard,
			ofFleet: fleet.switchedOff
		}
	};
}

// action/tenants/run-fleet.ts
const COLLECT_SOON = ["--semi-space-growth-factor=1", "--heap-growing-percent=30"];
async function runFleet(job) {
	const { raw, config, fleet, ports } = job;
	const { env, setGlobalProxy } = ports;
	const { path, shard } = fleet.source;
	for (const flag of COLLECT_SOON) setFlagsFromString(flag);
	const deadline = startDeadline(fleet.totalMs);
	const places = {
		env,
		platform: process.platform,
		ports: ports.files ?? NODE_FILES
	};
	const tenants = readManifestFile(path, config.expectation.expiry, places);
	const secrets = collectTenantSecrets(tenants, {
		...places,
		tenantKeys: raw["tenant-keys"]
	});
	const sinks = hideSecrets(secrets, job);
	if (secrets.error !== void 0) throw secrets.error;
	requireVerifiedTls(env);
	useProxy(env, parseApiOrigin(config.origin), setGlobalProxy);
	const scanned = await job.scan?.(sinks) ?? NOTHING_SCANNED;
	const fingerprints = createFingerprints(env);
	const chosen = shard === void 0 ? tenants : tenants.filter(({ id }) => isInShard(id, shard));
	const requestsPerMinute = fleet.requestsPerMinute / (shard?.count ?? 1);
	sinks.log(announce({
		chosen: chosen.length,
		all: tenants.length,
		shard,
		requestsPerMinute
	}));
	const pace = createPace({
		requestsPerMinute,
		deadline,
		onHeld: (milliseconds) => {
			sinks.log(`Pleo asks for a pause, so all wait ${Math.ceil(milliseconds / 1e3)} s.`);
		}
	});
	const records = await checkFleet(chosen, {
		...ports,
		resolveKey: secrets.resolveKey,
		fingerprints,
		mayHoldSecret: (text) => sinks.redact(text) !== text,
		log: (line) => {
			sinks.log(line);
		}
	}, {
		raw,
		config,
		deadline,
		pace
	});
	const facts = {
		manifestTenants: chosen.length,
		isPart: shard !== void 0 && tenants.length > 0,
		unclaimedNames: secrets.unclaimedNames
	};
	const compared = compareTenants(records, facts);
	const weighed = weighComparison({
		...compared,
		ofFleet: [
			...secrets.findings,
			...compared.ofFleet,
			...scanned.findings
		]
	}, config.severities);
	return {
		sinks,
		outcome: {
			report: createFleetReport({
				...facts,
				...weighed,
				records
			}),
			manifest: {
				path,
				digest: digestOf(tenants),
				tenants: tenants.length
			},
			...shard === void 0 ? {} : { shard },
			run: fingerprints.run,
			scans: scanned.scans
		}
	};
}
function hideSecrets({ secrets }, { raw, ports }) {
	const { env, toolkit, failStep } = ports;
	const isOnRunner = env["GITHUB_ACTIONS"] === "true";
	const ofInputs = collectSecrets(raw, env);
	if (isOnRunner) {
		const masked = new Set(ofInputs);
		maskOnRunner(secrets.filter((secret) => !masked.has(secret)), toolkit);
	}
	return openSinks(toolkit, {
		secrets: [...ofInputs, ...secrets],
		isOnRunner,
		failStep
	});
}
function announce({ chosen, all, shard, requestsPerMinute }) {
	const tenants = all === 1 ? "1 tenant" : `${all} tenants`;
	return `Checking ${shard === void 0 ? tenants : `${chosen} of ${tenants}, which are shard ${shard.index}/${shard.count}`}${Number.isFinite(requestsPerMinute) ? `, with at most ${Number(requestsPerMinute.toFixed(1))} requests a minute` : ""}.`;
}
function digestOf(tenants) {
	const hash = createHash("sha256");
	for (const { line: _line, ...said } of tenants) hash.update(`${JSON.stringify(said)}\n`);
	return hash.digest("hex");
}

// action/tenants/merge/merge.ts
function mergeReports(files, merging) {
	const problems = [];
	const current = files.toSorted((one, other) => one.file < other.file ? -1 : 1).flatMap((named) => keepUsable(named, merging, problems));
	const chosen = keepOneFleet(current, problems);
	const [first] = chosen;
	if (first === void 0) return {
		kind: "nothing",
		problems
	};
	const { manifest, shard } = first.report;
	const parts = keepOnce(chosen, problems);
	const missing = missingShards(current, shard.count);
	const records = parts.flatMap(({ report }) => report.records);
	if (records.length > manifest.tenants) problems.push("There are more tenants in the reports than in the manifest");
	const isWhole = parts.length === shard.count;
	const ofShards = [...describeMissing(missing, shard.count), ...describeProblems(problems)];
	const expected = isWhole ? manifest.tenants : records.length;
	const compared = isWhole || expected > 0 ? compareTenants(records, {
		manifestTenants: expected,
		unclaimedNames: []
	}) : NOTHING_COMPARED;
	const [ofFiles, others] = carried(parts.map(({ report }) => report));
	const ofFleet = [
		...ofShards,
		...ofFiles,
		...compared.ofFleet,
		...others
	];
	const { comparison, switchedOff } = weighComparison({
		...compared,
		ofFleet
	}, merging.severities);
	const told = new Set(comparison.ofFleet.map(({ id }) => id));
	const untold = [...switchedOff.ofFleet, ...switchedOffInShards(parts)];
	const report = createFleetReport({
		records,
		comparison,
		switchedOff: {
			...switchedOff,
			ofFleet: saidOnce(untold.filter(({ id }) => !told.has(id)))
		},
		manifestTenants: manifest.tenants
	});
	const earlier = earlierAttempts(parts, merging.attempt);
	return {
		kind: "merged",
		outcome: {
			report,
			manifest,
			run: merging.run,
			...optional("earlier", earlier)
		}
	};
}
const NOTHING_COMPARED = {
	ofTenants: /* @__PURE__ */ new Map(),
	ofFleet: []
};
const OLDEST_HOURS = 24;
const HOUR_MS = 36e5;
function keepUsable({ file, read }, merging, problems) {
	const problem = read.kind === "refused" ? read.problem : problemOf(read.report, merging);
	if (problem !== void 0) problems.push(`The file \`${file}\` ${problem}`);
	return problem !== void 0 || read.kind === "refused" ? [] : [{
		file,
		report: read.report
	}];
}
function problemOf(report, { run, attempt = Infinity, now }) {
	if (report.run !== run) return "is of another run of the workflow";
	if ((report.attempt ?? 0) > attempt) return "is of a later attempt of the run than this one";
	const hours = (now.getTime() - report.at.getTime()) / HOUR_MS;
	if (hours > OLDEST_HOURS) return `is more than ${OLDEST_HOURS} hours old`;
	if (hours < -1) return "is dated in the future";
	return report.records.some(({ id }) => !isInShard(id, report.shard)) ? "has a tenant that belongs to another shard" : void 0;
}
function keepOneFleet(reports, problems) {
	const [chosen, ...others] = [...Map.groupBy(reports, ({ report: { manifest, shard } }) => JSON.stringify([
		manifest.path,
		manifest.digest,
		manifest.tenants,
		shard.count
	]))].toSorted(([name, one], [otherName, other]) => other.length - one.length || (name < otherName ? -1 : 1));
	for (const { file } of others.flatMap(([, those]) => those)) problems.push(`The file \`${file}\` is about another manifest, or about another number of shards, than others`);
	return chosen?.[1] ?? [];
}
function keepOnce(reports, problems) {
	const shards = Map.groupBy(reports, ({ report }) => report.shard.index);
	const kept = [];
	for (const [index, those] of [...shards].toSorted(([one], [other]) => one - other)) {
		const [only, ...more] = those;
		if (only !== void 0 && more.length === 0) kept.push(only);
		else problems.push(`There are ${those.length} reports of shard ${index}`);
	}
	return kept;
}
function missingShards(reports, count) {
	const seen = new Set(reports.map(({ report }) => report.shard.index));
	return Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(index));
}
const MOST_NAMED = 20;
function describeMissing(missing, count) {
	if (missing.length === 0) return [];
	const named = missing.slice(0, MOST_NAMED).join(", ");
	const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : "";
	const shards = `${missing.length === 1 ? "shard" : "shards"} ${named}${more} of ${count}`;
	return [createTenantFinding("shard-missing", { shards })];
}
function describeProblems(problems) {
	const rest = problems.length - MOST_NAMED;
	const told = problems.slice(0, MOST_NAMED);
	return (rest > 0 ? [...told, `There are ${rest} more problems with the files`] : told).map((problem) => createTenantFinding("shard-mismatch", { problem }));
}
const CONCLUDED_ANEW = [
	"fleet-empty",
	"fleet-unfinished",
	"tenant-environments-mixed",
	"shard-missing",
	"shard-mismatch"
];
function carried(reports) {
	const kept = saidOnce(fromShards(reports.flatMap(({ findings }) => findings)));
	const isOfFile = ({ id }) => id === "tenant-key-file-open";
	return [kept.filter(isOfFile), kept.filter((finding) => !isOfFile(finding))];
}
function switchedOffInShards(parts) {
	return fromShards(parts.flatMap(({ report }) => report.switchedOff));
}
function fromShards(findings) {
	return findings.filter(({ id }) => !CONCLUDED_ANEW.includes(id));
}
function saidOnce(findings) {
	return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
function earlierAttempts(parts, current = 0) {
	const before = parts.filter(({ report: { attempt = current } }) => attempt < current);
	const byAttempt = Map.groupBy(before, ({ report: { attempt = 0 } }) => attempt);
	if (byAttempt.size === 0) return void 0;
	return [...byAttempt].toSorted(([one], [other]) => one - other).map(([attempt, those]) => ({
		attempt,
		shards: those.map(({ report }) => report.shard.index)
	}));
}

// action/tenants/merge/read-report.ts
function readReportFile(text) {
	const parsed = parseJson(text);
	if (parsed === void 0) return refused("is no JSON");
	const shown = redactTexts(parsed, createTextMasker([]));
	const { version } = shown ?? {};
	if (typeof version === "number" && version !== 1) return refused("was written by another version of Pleo Key Guard");
	const { data } = reportSchema.safeParse(shown);
	if (data === void 0) return refused("is no report that Pleo Key Guard has written");
	if (new Set(data.tenants.map(({ id }) => id.toLowerCase())).size < data.tenants.length) return refused("has a tenant twice");
	return {
		kind: "report",
		report: toReport(data)
	};
}
function refused(problem) {
	return {
		kind: "refused",
		problem
	};
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
const LONGEST_TEXT = 2e4;
const MOST_FINDINGS = 1e4;
const MOST_TENANTS = 1e5;
function matching(pattern) {
	return string().check(_regex(pattern));
}
function wholeNumber(least, most) {
	return number().check(int(), _gte(least), _lte(most));
}
const writtenFinding = object({
	id: _enum(FINDING_IDS),
	severity: _enum([
		"error",
		"warning",
		"notice"
	]),
	inconclusive: boolean(),
	values: record(matching(/^[a-z][A-Za-z]{0,40}$/), string().check(_maxLength(LONGEST_TEXT))),
	where: optional$1(object({
		file: string().check(_maxLength(4096)),
		line: optional$1(wholeNumber(0, 1e9)),
		commit: optional$1(matching(/^[0-9a-f]{7,64}$/))
	}))
});
const findingSchema = pipe(writtenFinding, transform((written, context) => {
	const finding = toFinding(written);
	if (finding === void 0) context.issues.push({
		code: "custom",
		input: void 0
	});
	return finding ?? NO_FINDING;
}));
const NO_FINDING = fillEntry({
	id: "fleet-unfinished",
	entry: WHOLE_CATALOGUE["fleet-unfinished"],
	texts: {}
});
function toFinding({ id, severity, inconclusive, values, where }) {
	const entry = WHOLE_CATALOGUE[id];
	if (![...`${entry.cause} ${entry.remedy}`.matchAll(/\{(\w+)\}/g)].every(([, name = ""]) => Object.hasOwn(values, name)) || isGate(id) && severity !== "error") return void 0;
	const place = where && {
		file: where.file,
		...optional("line", where.line),
		...optional("commit", where.commit)
	};
	return fillEntry({
		id,
		entry,
		texts: values
	}, {
		severity,
		inconclusive,
		...optional("where", place)
	});
}
const findingsSchema = array(findingSchema).check(_maxLength(MOST_FINDINGS));
const fingerprint = matching(/^[0-9a-f]{32}$/);
const expirySchema = pipe(object({
	text: string().check(_maxLength(40)),
	at: string().check(_maxLength(40)),
	daysLeft: wholeNumber(-1e6, 1e7),
	hasPassed: boolean()
}), transform(({ text, at, ...rest }, context) => {
	const instant = parseDeclaredInstant(text);
	if (instant?.at.toISOString() !== at) context.issues.push({
		code: "custom",
		input: void 0
	});
	return {
		...rest,
		text,
		at: instant?.at ?? /* @__PURE__ */ new Date(0)
	};
}));
const tenantSchema = object({
	id: string().check(_regex(PATTERNS.id), refine((id) => !isKeyShaped(id))),
	owner: optional$1(matching(PATTERNS.owner)),
	line: wholeNumber(1, 1e8),
	environment: _enum(["production", "staging"]),
	check: object({
		verdict: _enum([
			"pass",
			"fail",
			"unknown"
		]),
		findings: findingsSchema,
		proofs: object({
			accepted: boolean(),
			active: boolean(),
			company: boolean()
		}),
		keyHint: optional$1(string().check(refine(FORMS.keyHint.isGood))),
		expiry: optional$1(expirySchema),
		previousKey: optional$1(_enum([
			"needed",
			"deletable",
			"overdue",
			"gone"
		])),
		switchedOff: optional$1(findingsSchema)
	}),
	fingerprints: object({
		key: optional$1(fingerprint),
		previousKey: optional$1(fingerprint),
		company: optional$1(fingerprint)
	})
});
const reportSchema = object({
	version: literal(1),
	run: fingerprint,
	attempt: optional$1(wholeNumber(1, 1e6)),
	at: datetime(),
	manifest: object({
		path: matching(PATTERNS.path),
		digest: fingerprint,
		tenants: wholeNumber(0, MOST_TENANTS)
	}),
	shard: optional$1(object({
		index: wholeNumber(1, 256),
		count: wholeNumber(1, 256)
	}).check(refine(({ index, count }) => index <= count))),
	findings: findingsSchema,
	switchedOff: optional$1(findingsSchema),
	tenants: array(tenantSchema).check(_maxLength(MOST_TENANTS))
});
function toReport({ run, attempt, at, manifest, shard = {
	index: 1,
	count: 1
}, findings, switchedOff = [], tenants }) {
	return {
		run,
		...optional("attempt", attempt),
		at: new Date(at),
		manifest,
		shard,
		findings,
		switchedOff,
		records: tenants.map(toRecord)
	};
}
function toRecord({ id, owner, line, environment, check, fingerprints }) {
	const { verdict, findings, proofs, keyHint, expiry, previousKey, switchedOff } = check;
	return {
		id,
		...optional("owner", owner),
		line,
		environment,
		report: {
			verdict,
			findings,
			proofs,
			...optional("keyHint", keyHint),
			...optional("expiry", expiry),
			...optional("previousKey", previousKey),
			...optional("switchedOff", switchedOff)
		},
		fingerprints: {
			...optional("key", fingerprints.key),
			...optional("previousKey", fingerprints.previousKey),
			...optional("company", fingerprints.company)
		}
	};
}

// action/tenants/merge/run-merge.ts
function runMerge({ config, ports, sinks }) {
	const source = config.fleet?.source;
	const paths = source?.kind === "reports" ? source.paths : [];
	const files = findFiles(ports.env["GITHUB_WORKSPACE"] ?? "", paths);
	sinks.log(`Joining ${files.length === 1 ? "1 report" : `${files.length} reports`} of shards.`);
	const merged = mergeReports(files.map(readFile), {
		run: createFingerprints(ports.env).run,
		...optional("attempt", attemptOf(ports.env)),
		now: ports.clock.now(),
		severities: config.severities
	});
	if (merged.kind === "merged") return merged.outcome;
	throw nothingToMerge(merged.problems);
}
const MOST_PROBLEMS = 50;
function nothingToMerge(problems) {
	const rest = problems.length - MOST_PROBLEMS;
	const list = [...problems.slice(0, MOST_PROBLEMS), ...rest > 0 ? [`There are ${rest} more of them`] : []];
	const why = list.length === 0 ? " there is none where it looks" : "";
	return new GuardError("CONFIG_INVALID", `\`merge\` finds no report of a shard that it can use:${why || list.map((problem) => `\n- ${problem}.`).join("")}`, { hint: "Look at the jobs of the shards, whether each has written its `report-file` and uploaded it, and whether this job has downloaded all of them to the paths that `merge` names." });
}
const MOST_FILES = 1e3;
function findFiles(workspace, paths) {
	if (!path.isAbsolute(workspace)) return [];
	const found = /* @__PURE__ */ new Map();
	for (const given of paths) {
		const names = given.split(/[/\\]/).filter((name) => name !== "" && name !== ".");
		if (goesThroughLink(workspace, names)) continue;
		for (const file of filesAt(workspace, names.join("/"), 2)) {
			found.set(file, {
				file,
				at: path.join(workspace, file)
			});
			if (found.size > MOST_FILES) throw tooMany();
		}
	}
	return [...found.values()];
}
function tooMany() {
	return new GuardError("CONFIG_INVALID", `\`merge\` finds more than ${MOST_FILES} files.`, { hint: "Name the folder that holds the reports of the shards and nothing else." });
}
function goesThroughLink(workspace, names) {
	return names.some((_name, index) => {
		const step = path.join(workspace, ...names.slice(0, index + 1));
		return lstatSync(step, { throwIfNoEntry: false })?.isSymbolicLink() === true;
	});
}
function filesAt(workspace, file, depth) {
	const status = lstatSync(path.join(workspace, file), { throwIfNoEntry: false });
	if (status?.isFile() === true) return [file];
	if (status?.isDirectory() !== true || depth === 0) return [];
	return readdirSync(path.join(workspace, file), { withFileTypes: true }).flatMap((entry) => {
		const below = file === "" ? entry.name : `${file}/${entry.name}`;
		return entry.isFile() && entry.name.toLowerCase().endsWith(".json") || entry.isDirectory() ? filesAt(workspace, below, depth - 1) : [];
	});
}
function readFile({ file, at }) {
	return {
		file,
		read: readUnlinked(at)
	};
}
function readUnlinked(at) {
	let descriptor;
	try {
		descriptor = openSync(at, constants.O_RDONLY | constants.O_NOFOLLOW);
		const status = fstatSync(descriptor);
		if (!status.isFile()) return {
			kind: "refused",
			problem: "is no file"
		};
		if (status.size > 67108864) return {
			kind: "refused",
			problem: "is too large"
		};
		return readReportFile(readFileSync(descriptor, "utf8"));
	} catch {
		return {
			kind: "refused",
			problem: "cannot be read"
		};
	} finally {
		if (descriptor !== void 0) closeSync(descriptor);
	}
}

// action/tenants/decide-fleet.ts
async function decideFleet(fleet, deciding) {
	const { raw, config, ports, event, sinks, scan } = deciding;
	const ended = {
		config,
		ports,
		event,
		token: raw["github-token"]?.trim() ?? ""
	};
	const { source } = fleet;
	if (source.kind === "reports") return fleetEnded(runMerge({
		config,
		ports,
		sinks
	}), ended);
	const cause = causeOfMissingKey({
		env: ports.env,
		event
	});
	const isSetting = config.onMissingKey === "skip";
	if ((isSetting || config.onMissingKey === "auto" && cause !== "unexplained") && !hasKeys(source.path, deciding)) {
		const scanned = weigh(NO_REPORT, await scan(deciding), config);
		if (scanned.findings.some(({ severity }) => severity === "error")) return answered(scanned, ended);
		const why = explainSkip(cause, isSetting);
		return skipped({
			why,
			nextStep: MISSING_KEY_ADVICE[cause],
			scanned
		}, config);
	}
	const run = await runFleet({
		raw,
		config,
		fleet: {
			...fleet,
			source
		},
		ports,
		scan: (hidingAll) => scan({
			...deciding,
			sinks: hidingAll
		})
	});
	const ending = fleetEnded(run.outcome, ended);
	return {
		...ending,
		publish: () => ending.publish(run.sinks)
	};
}
function hasKeys(manifest, { raw, config, ports }) {
	if ((raw["tenant-keys"] ?? "").trim() !== "") return true;
	const places = {
		env: ports.env,
		platform: process.platform,
		ports: NODE_FILES
	};
	const tenants = readManifestFile(manifest, config.expectation.expiry, places);
	return collectTenantSecrets(tenants, {
		...places,
		tenantKeys: void 0
	}).secrets.length > 0;
}

export { decideFleet, describeFleet as n, renderFleetSummary as t };