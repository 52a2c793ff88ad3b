import { a as judgeCondition, c as toMarker, docsBase, i as STAGE_LABELS, l as keepComment, n as keepReminder, o as spellName, r as REMINDER_LABEL, s as tameBody, t as renderSarifOf, tell, u as tameMarkdown, writeSarif } from "./publish-elsewhere.js";
import { n as describeFleet, t as renderFleetSummary } from "./decide-fleet.js";
import { Q as toMarkdown, mt as keyHandling } from "../index.js";
import { a as redactTexts } from "./write-inside.js";
import { createHash } from "node:crypto";

// action/render/fleet/comment.ts
const LONGEST_COMMENT = 65536;
const ROWS = [
	100,
	30,
	10,
	3,
	1,
	0
];
function fleetCommentMarker(manifestPath) {
	return `<!-- pleo-key-guard:comment tenants/${spellName(manifestPath)} -->`;
}
function renderFleetComment(told) {
	return ROWS.map((rows) => renderBody(told, rows)).find((text) => text.length <= LONGEST_COMMENT) ?? [
		fleetCommentMarker(told.manifest.path),
		`${tameMarkdown(describeFleet(told))}. The rest is too long for a comment; the summary of the run has it.`,
		SIGNATURE
	].join("\n\n");
}
function renderResolvedFleetComment(manifestPath) {
	return [
		fleetCommentMarker(manifestPath),
		"## ✅ The Pleo keys of all tenants may be used",
		"What stood here is resolved.",
		SIGNATURE
	].join("\n\n");
}
const SIGNATURE = "<sub>Pleo Key Guard, on the keys of all tenants. It keeps this comment up to date.</sub>";
function renderBody(told, rows) {
	const limits = {
		rows,
		bytes: 4 * LONGEST_COMMENT,
		hasPicture: false
	};
	return [
		fleetCommentMarker(told.manifest.path),
		tameMarkdown(renderFleetSummary(told, limits).trimEnd()),
		SIGNATURE
	].join("\n\n");
}

// action/render/fleet/reminder.ts
function renderFleetReminders({ report, manifest }, options) {
	return [...Map.groupBy(report.tenants, ({ record }) => record.environment)].map(([environment, tenants]) => {
		const subject = {
			secretName: `tenants:${manifest.path}`,
			environment
		};
		return {
			subject,
			wish: wishFor$1(tenants, {
				subject,
				manifestPath: manifest.path,
				...options
			})
		};
	});
}
function wishFor$1(tenants, about) {
	const concerns = tenants.flatMap(concernsOf).toSorted(byStage);
	const [worst] = concerns;
	if (worst === void 0) return wishWithoutConcern(tenants, about);
	const marks = boundMarks(concerns.map(({ mark }) => mark));
	const memory = {
		stage: worst.stage,
		because: worst.because,
		expiresOn: marks.join(".")
	};
	return {
		kind: "concern",
		memory,
		issue: renderIssue(concerns, memory, about),
		isNews: (remembered) => {
			const known = remembered.expiresOn.split(".");
			return marks.some((mark) => !known.includes(mark));
		}
	};
}
function wishWithoutConcern(tenants, about) {
	const conditions = tenants.map(conditionOf);
	const ends = conditions.flatMap((condition) => condition.kind === "well" ? condition.expiresOn ?? [] : []);
	if (conditions.some(({ kind }) => kind === "undecided")) return { kind: "undecided" };
	return {
		kind: "well",
		expiresOn: ends.toSorted()[0],
		issue: renderResolved(about)
	};
}
function conditionOf({ record, verdict, findings }) {
	return judgeCondition({
		...record.report,
		verdict,
		findings
	});
}
function concernsOf(tenant) {
	const condition = conditionOf(tenant);
	return [...tenant.findings.some(({ id }) => id === "tenant-key-shared") ? [toConcern(tenant, SHARED)] : [], ...condition.kind === "concern" ? [toConcern(tenant, condition.concern)] : []];
}
const SHARED = {
	stage: "key-shared",
	because: "tenant-key-shared",
	expiresOn: void 0
};
function toConcern(tenant, { stage, because, expiresOn }) {
	const said = JSON.stringify([
		tenant.record.id,
		stage,
		because,
		expiresOn ?? ""
	]);
	return {
		tenant,
		stage,
		because,
		expiresOn,
		mark: createHash("sha256").update(said).digest("hex").slice(0, MARK_LENGTH)
	};
}
const MARK_LENGTH = 8;
const MOST_MARKS = 1500;
function boundMarks(marks) {
	const ordered = marks.toSorted();
	const rest = ordered.slice(MOST_MARKS).join(".");
	if (rest === "") return ordered;
	const together = createHash("sha256").update(rest).digest("hex").slice(0, MARK_LENGTH);
	return [...ordered.slice(0, MOST_MARKS), together];
}
function byStage(one, other) {
	const rank = ({ stage }) => STAGE_LABELS.indexOf(stage);
	const [id, otherId] = [one.tenant.record.id, other.tenant.record.id];
	return rank(other) - rank(one) || (id < otherId ? -1 : 1);
}
const MOST_NAMED = 100;
function renderIssue(concerns, memory, about) {
	const { subject, incidentPage } = about;
	const count = new Set(concerns.map(({ tenant }) => tenant.record.id)).size;
	const rest = concerns.length - MOST_NAMED;
	const list = [...concerns.slice(0, MOST_NAMED).map((concern) => `- ${describe(concern, about)}`), ...rest > 0 ? [`- ${rest} more entries have no room here; the report file of the check has all of them.`] : []];
	const stages = new Set(concerns.map(({ stage }) => stage));
	const body = [
		toMarker(subject, memory),
		`The check of ${named(about)} has something to say about the keys of ${count === 1 ? "1 tenant" : `${count} tenants`}. Each line below is about one tenant, and may be handed to it.`,
		list.join("\n"),
		...recipes(stages, subject.environment),
		`All of it stands in ${incidentPage} too.`,
		"Pleo Key Guard keeps this issue up to date, and closes it once the check passes for all tenants."
	].join("\n\n");
	const who = count === 1 ? "1 tenant needs" : `${count} tenants need`;
	return {
		title: tameMarkdown(`Pleo keys (${subject.environment}): ${who} attention`),
		body: tameBody(body),
		labels: [REMINDER_LABEL, memory.stage]
	};
}
function renderResolved(about) {
	const { subject } = about;
	const body = [
		toMarker(subject, {
			stage: "resolved",
			because: "pass",
			expiresOn: "undeclared"
		}),
		`✅ The check of ${named(about)} passes again, so there is nothing left to do here.`,
		"Pleo Key Guard has closed this issue, and opens it again when there is something to do."
	].join("\n\n");
	return {
		title: tameMarkdown(`Pleo keys (${subject.environment}): all tenants are in order`),
		body: tameBody(body),
		labels: [REMINDER_LABEL]
	};
}
function named({ manifestPath, subject }) {
	return `the tenants in \`${toMarkdown(manifestPath).replaceAll("`", "")}\` (${subject.environment})`;
}
function describe({ tenant, stage, because, expiresOn }, { hidesIds }) {
	const { id, owner } = tenant.record;
	const told = hidesIds || owner === void 0 ? "" : ` Tell: ${toMarkdown(owner)}.`;
	return `**${id}**: ${sentence(stage, hidesIds || expiresOn === void 0 ? "" : ` on ${expiresOn}`)} (\`${because}\`).${told}`;
}
function sentence(stage, day) {
	switch (stage) {
		case "expires-soon": return `its key is declared to expire soon${day === "" ? "" : `,${day}`}`;
		case "expires-now": return `its key is declared to expire within days${day === "" ? "" : `,${day}`}`;
		case "expired": return `its key was declared to expire${day === "" ? ", and that day" : `${day}, which`} has passed`;
		case "stopped-working": return "its key no longer works";
		case "key-shared": return "its key is in use for another tenant too, so one customer's data can reach another";
	}
}
function recipes(stages, environment) {
	const { place, revoke } = keyHandling("integrated", environment);
	const standalone = keyHandling("standalone", environment);
	const isIncident = stages.has("key-shared");
	const isBroken = stages.has("stopped-working") || stages.has("expired");
	const ends = stages.has("expires-soon") || stages.has("expires-now");
	return [
		...isIncident ? [recipe("A key that is shared, or that anybody else has seen", [
			"Stop the jobs of the integration for this tenant, so that nothing more is read or written with the key.",
			`Disable the key: ${revoke}; a Standalone key: ${standalone.revoke}.`,
			"Tell the tenant's owner, whoever is responsible for security at your company, and Pleo's support; of other tenants say nothing to this one.",
			"Look through your own logs for every request made with the key, from the day on which it was stored: which company answered, what was read, what was written; and through the logs of the workflow runs, of the vault and of the place where the key was kept.",
			...PROVE
		])] : [],
		...isBroken ? [recipe("A key that no longer works", [
			`Look under ${place} (Standalone: ${standalone.place}) whether the integration is still connected. If only the declared date is wrong, correct \`expires-on\` in the manifest, and that is all.`,
			"Tell the tenant's owner that the integration stands still, and that the customer has to connect it again.",
			"Look at the logs from the time at which the key stopped working: what was not transferred has to be caught up on.",
			...PROVE
		])] : [],
		...ends ? [recipe("A key that ends soon", [
			"Name the place of the present key as `previous-key` of the tenant in the manifest.",
			...PROVE,
			"Once the check says that the old key may go, disable it, and leave `previous-key` out again."
		])] : []
	];
}
const PROVE = ["Have the customer install the integration again, which makes a new key (a Standalone key: make a new one under Settings > API Keys), and store it where the manifest says that this tenant's key is kept.", "Prove it: run the check, and let the jobs of this tenant go on once its own row says pass, with the company that it had before."];
function recipe(title, steps) {
	return [`## ${title}`, steps.map((step, index) => `${index + 1}. ${step}`).join("\n")].join("\n\n");
}

// action/render/fleet/sarif.ts
function renderFleetSarif({ report, manifest, shard }, options) {
	const atLine = (startLine) => ({
		file: manifest.path,
		startLine
	});
	const subjects = report.tenants.map(({ record, findings }) => ({
		findings,
		handOver: atLine(record.line),
		tenant: record.id
	}));
	const part = shard === void 0 ? "" : `/${shard.index}-of-${shard.count}`;
	const category = `pleo-key-guard/tenants/${options.redact(manifest.path)}${part}`;
	return renderSarifOf([{
		findings: report.findings,
		handOver: atLine(1)
	}, ...subjects], {
		...options,
		handOver: atLine(1),
		category
	});
}

// action/tenants/publish-fleet.ts
async function publishFleet({ told, shown, fails }, ended, sinks) {
	const { config, ports, token, event } = ended;
	const { env } = ports;
	const { comment, reminder, dryRun } = config;
	if (config.sarifFile !== void 0) writeSarif(toSarif(told, ended, sinks), ended, sinks);
	const isWanted = comment !== "never" || reminder;
	if (told.shard !== void 0) {
		if (isWanted) sinks.log("A shard writes neither comment nor reminder; `merge` does.");
		return;
	}
	const github = {
		env,
		token,
		redact: sinks.redact
	};
	if (comment !== "never") {
		const wish = wishFor({
			told: shown,
			fails,
			always: comment === "always"
		}, sinks.redact);
		const marker = fleetCommentMarker(sinks.redact(told.manifest.path));
		tell(await keepComment({
			marker,
			wish,
			event,
			dryRun
		}, github), sinks);
	}
	if (!reminder || env["GITHUB_EVENT_NAME"]?.startsWith("pull_request") === true) return;
	const incidentPage = `${docsBase(env)}/docs/incident.md`;
	const reminders = renderFleetReminders(redactManifest(told, sinks.redact), {
		hidesIds: told.hidesIds,
		incidentPage
	});
	for (const { subject, wish } of reminders) tell(await keepReminder({
		wish,
		subject,
		dryRun
	}, github), sinks);
}
function toSarif(told, { ports: { env } }, { redact }) {
	return renderFleetSarif(told, {
		workflowRef: env["GITHUB_WORKFLOW_REF"],
		toolVersion: env["GITHUB_ACTION_REF"] ?? "",
		docsBase: docsBase(env),
		redact
	});
}
const MOST_TENANTS_REDACTED = 200;
function wishFor({ told, fails, always }, redact) {
	const { report } = told;
	if (fails || always) {
		const [worst, rest] = [report.tenants.slice(0, MOST_TENANTS_REDACTED), report.tenants.slice(MOST_TENANTS_REDACTED)];
		const tenants = [...redactTexts(worst, redact), ...rest];
		const findings = redactTexts(report.findings, redact);
		const nextStep = redact(told.nextStep);
		const redacted = {
			...redactManifest(told, redact),
			nextStep
		};
		return {
			kind: "say",
			body: redact(renderFleetComment({
				...redacted,
				report: {
					...report,
					findings,
					tenants
				}
			}))
		};
	}
	const path = redact(told.manifest.path);
	return report.verdict === "pass" ? {
		kind: "resolve",
		body: redact(renderResolvedFleetComment(path))
	} : { kind: "nothing" };
}
function redactManifest(run, redact) {
	return {
		...run,
		manifest: {
			...run.manifest,
			path: redact(run.manifest.path)
		}
	};
}

export { publishFleet };