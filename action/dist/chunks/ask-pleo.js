import { At as orderFindings, Dt as expectedCompany, Et as isKnownShape, Mt as parseUuid, Nt as optional, Ot as settlePreviousKey, at as companyNotDeclared, ct as createFinding, gt as WEB_APP_ORIGINS, ht as API_ORIGINS, it as checkDeclaredCompany, jt as parsePleoUrn, kt as decideVerdict, mt as keyHandling, ot as checkFormat, vt as otherEnvironment, wt as PREFIX_HINTS, yt as parseKey } from "../index.js";

// src/pleo/installation.ts
const ACTIVATED = "ACTIVATED";
const INSTALLATION_STATUSES = {
	ACTIVATED: "in use",
	INACTIVE: "not in use",
	AUTHORIZED: "authorised, but not ready to be used yet",
	PENDING_INTEGRATION: "still being set up or synchronised",
	ERROR: "not operational"
};
const INSTALLATION_ERROR_CODES = {
	NOT_ENTITLED: "the company is not entitled to this integration",
	AUTH_ERROR: "Pleo could not authenticate the integration"
};

// src/activation/describe-answer.ts
const UNREADABLE = {
	"not-json": "an answer that is not JSON",
	"wrong-shape": "an answer without what was asked for",
	"too-large": "an answer that is far too large",
	"cut-short": "an answer that breaks off",
	"repeats-key": "an answer that repeats the key"
};
const UNAVAILABLE = {
	timeout: "no answer in time",
	"not-asked": "nothing, since the time was up",
	network: "a failed connection",
	"rate-limited": "status 429, which means too many requests",
	"server-error": "an error on Pleo's side (status 5xx)",
	redirected: "a redirect, which is never followed with a key",
	"unexpected-status": "a status that Pleo does not use"
};
function describeAnswer(answer) {
	switch (answer.kind) {
		case "ok": return "an answer";
		case "unauthorized": return "status 401";
		case "forbidden": return "status 403";
		case "refused": return `status ${answer.status.toString()}`;
		case "unreadable": return UNREADABLE[answer.problem];
		case "unavailable": return UNAVAILABLE[answer.because];
	}
}

// src/activation/questions.ts
const QUESTIONS = {
	introspection: "introspection (GET /v1/introspect)",
	installations: "the installation (GET /v1/installations/me)",
	companies: "the list of companies (GET /v1/companies)",
	membership: "the expected company (GET /v1/companies/{id})"
};
function nameAnswers(questions) {
	const list = questions.join(" and ");
	return questions.length > 1 ? `The answers to ${list} are` : `The answer to ${list} is`;
}
function notUnderstood(questions, problem) {
	return createFinding("answer-not-understood", {
		answers: nameAnswers(questions),
		problem
	});
}
const MEANS_ABSENT = [400, 404];
function unreadableOwner(question) {
	return notUnderstood([question], "its owner is not a Pleo company or organisation");
}

// src/activation/check-installation.ts
function checkInstallations(answer, expectation, proven) {
	if (answer?.kind === "forbidden") {
		const active = expectation.kind === "standalone" && proven.company && proven.scopes;
		return {
			findings: [createFinding("installation-forbidden", {})],
			active
		};
	}
	if (answer?.kind === "refused" && MEANS_ABSENT.includes(answer.status)) return missingInstallation(describeAnswer(answer), expectation, proven);
	if (answer?.kind !== "ok") return {
		findings: [],
		active: false
	};
	const ours = installationsOf(answer.value, expectation, proven);
	if (ours.length === 0) return missingInstallation(answer.value.length === 0 ? "an empty list" : "installations of other companies only", expectation, proven);
	const findings = distinct(ours.flatMap((installation) => checkStatus(installation, expectation)));
	return {
		findings,
		active: findings.every(({ severity }) => severity !== "error")
	};
}
function distinct(findings) {
	return [...new Map(findings.map((finding) => [finding.message, finding])).values()];
}
function installationsOf(installations, { companyId }, proven) {
	const expected = companyId === void 0 ? void 0 : parseUuid(companyId);
	const ours = installations.filter(({ resource }) => {
		const owner = parsePleoUrn(resource);
		return owner === void 0 || owner.kind === "organisation" || owner.id === expected;
	});
	return ours.length === 0 && !proven.company ? installations : ours;
}
function missingInstallation(answer, { kind, environment }, proven) {
	const { place } = keyHandling(kind, environment);
	if (kind === "integrated") {
		const fix = `Install the integration for this customer under ${place}, then run the check again.`;
		return {
			findings: [createFinding("installation-missing", {
				answer,
				fix
			})],
			active: false
		};
	}
	if (proven.company && proven.scopes) return {
		findings: [createFinding("installation-absent", { answer })],
		active: true
	};
	return {
		findings: [createFinding("installation-missing", {
			answer,
			fix: "Set `company-id` and `required-scopes`, so that the key can be proven without an installation, and settle the other findings."
		}, { inconclusive: true })],
		active: false
	};
}
function checkStatus({ resource, status, errorCode }, { environment }) {
	if (parsePleoUrn(resource) === void 0) return [unreadableOwner(QUESTIONS.installations)];
	const app = WEB_APP_ORIGINS[environment];
	const trouble = describeErrorCode(errorCode);
	if (status === "ACTIVATED") return trouble === "" ? [] : [createFinding("installation-troubled", {
		errorCode: trouble,
		app
	})];
	const meaning = ownText(INSTALLATION_STATUSES, status);
	return [createFinding("installation-inactive", {
		status: meaning === void 0 ? "one that this version does not know" : `${status} (${meaning})`,
		errorCode: trouble,
		fix: adviseOn$1({
			status,
			errorCode
		}, `Settings in Pleo's web app (${app})`)
	})];
}
function adviseOn$1({ status, errorCode }, place) {
	if (errorCode === "NOT_ENTITLED") return "Ask Pleo's support to enable the integration for this company, then run the check again.";
	if (WAITING.includes(status)) return `Wait until Pleo is done with the set-up and run the check again; if the status stays, finish the set-up under ${place}.`;
	return ownText(INSTALLATION_STATUSES, status) === void 0 ? "Ask Pleo's support what the status means, or update Pleo Key Guard, which may have learned it." : `Finish or repeat the set-up of the integration under ${place}, then run the check again.`;
}
const WAITING = ["AUTHORIZED", "PENDING_INTEGRATION"];
function describeErrorCode(errorCode) {
	if (errorCode === void 0) return "";
	const meaning = ownText(INSTALLATION_ERROR_CODES, errorCode);
	return meaning === void 0 ? ", with an error code that this version does not know" : `, with the error code ${errorCode}: ${meaning}`;
}
function ownText(texts, name) {
	return Object.hasOwn(texts, name) ? texts[name] : void 0;
}

// src/activation/unusable-answers.ts
const STATUS_PAGE = "look at https://status.pleo.io";
const WHAT_HELPS = {
	timeout: `Check the network and the proxy of the runner, give the check more time with \`timeout-seconds\` if it has little, ${STATUS_PAGE}`,
	"not-asked": "Give the check more time with `timeout-seconds`",
	network: `Check the network, the firewall and the proxy of the runner, ${STATUS_PAGE}`,
	"rate-limited": "Wait a few minutes, let fewer jobs ask Pleo at the same time",
	"server-error": "Look at https://status.pleo.io",
	redirected: "Check `api-url` and the proxy of the runner for what redirects, since Pleo's API does not",
	"unexpected-status": "Check `api-url` and the proxy of the runner for what answers in Pleo's place"
};
function pleoUnavailable(because, questions, accepted) {
	return createFinding("pleo-unavailable", {
		question: questions.join(" and "),
		problem: describeAnswer({
			kind: "unavailable",
			because
		}),
		meaning: accepted ? "that part is not known, though Pleo accepts the key" : "this says nothing about the key",
		help: WHAT_HELPS[because]
	});
}
function keyRepeated(questions, { kind, environment }) {
	const { renew } = keyHandling(kind, environment);
	return createFinding("key-repeated", {
		question: questions.join(" and "),
		renew
	});
}

// src/activation/check-activation.ts
function askedQuestions({ probes, ...facts }) {
	const named = Object.keys(QUESTIONS).flatMap((name) => {
		const answer = facts[name];
		const isBasic = name === "introspection" || name === "installations";
		return answer === void 0 ? [] : [{
			question: QUESTIONS[name],
			isBasic,
			answer
		}];
	});
	const probed = Object.entries(probes).map(([scope, answer]) => ({
		question: `the read that needs ${scope}`,
		isBasic: false,
		answer
	}));
	return [...named, ...probed];
}
function checkActivation(facts, expectation, proven) {
	const accepted = isAccepted(facts);
	const refusal = checkRefusal(facts, {
		expectation,
		accepted
	});
	if (refusal !== void 0) return {
		findings: [refusal],
		accepted: false,
		active: false
	};
	const installation = checkInstallations(facts.installations, expectation, proven);
	const findings = [
		...unusableAnswers(facts, {
			expectation,
			accepted
		}),
		...checkIntrospection(facts.introspection, expectation),
		...installation.findings.map((finding) => accepted ? finding : asInconclusive(finding))
	];
	return {
		findings: accepted || findings.some(({ severity }) => severity === "error") ? findings : [...findings, nothingProven(expectation)],
		accepted,
		active: accepted && installation.active
	};
}
function asInconclusive(finding) {
	return finding.severity === "error" ? {
		...finding,
		inconclusive: true
	} : finding;
}
function nothingProven({ kind, environment }) {
	const { place } = keyHandling(kind, environment);
	return createFinding("key-unproven", { place });
}
function checkRefusal(facts, { expectation, accepted }) {
	const { environment, kind } = expectation;
	const { place, renewThere } = keyHandling(kind, environment);
	const asked = askedQuestions(facts);
	const rejected = asked.find(({ answer, isBasic }) => answer.kind === "unauthorized" && (isBasic || !accepted));
	if (rejected !== void 0) return createFinding("key-rejected", {
		question: rejected.question,
		environment,
		place,
		renewThere
	});
	const answered = asked.filter(({ answer }) => !isUnusable(answer));
	return answered.length > 0 && answered.every(({ answer }) => answer.kind === "forbidden") ? createFinding("everything-forbidden", { place }) : void 0;
}
function isUnusable({ kind }) {
	return kind === "unavailable" || kind === "unreadable";
}
function unusableAnswers(facts, acceptance) {
	const basic = askedQuestions(facts).filter(({ isBasic }) => isBasic);
	const asked = basic.filter(({ answer }) => !isNotAsked(answer));
	const unusable = ({ answer }) => isUnusable(answer) || isUnheardOf(answer);
	const troubled = asked.some(unusable) ? asked.filter(unusable) : basic.filter(unusable);
	return [...new Set(troubled.map(({ answer }) => describeAnswer(answer)))].flatMap((problem) => {
		const alike = troubled.filter(({ answer }) => describeAnswer(answer) === problem);
		const answer = alike[0]?.answer;
		const questions = alike.map(({ question }) => question);
		return answer === void 0 ? [] : [judgeUnusable(answer, questions, acceptance)];
	});
}
function isNotAsked(answer) {
	return answer.kind === "unavailable" && answer.because === "not-asked";
}
function judgeUnusable(answer, questions, { expectation, accepted }) {
	if (answer.kind === "unavailable") return pleoUnavailable(answer.because, questions, accepted);
	return answer.kind === "unreadable" && answer.problem === "repeats-key" ? keyRepeated(questions, expectation) : notUnderstood(questions, describeAnswer(answer));
}
function isUnheardOf(answer) {
	return answer.kind === "refused" && !MEANS_ABSENT.includes(answer.status);
}
function checkIntrospection(answer, { kind, environment }) {
	const { place, renew } = keyHandling(kind, environment);
	switch (answer.kind) {
		case "ok": return checkAuthMethod(answer.value, {
			place,
			renew
		});
		case "forbidden": return [createFinding("introspection-forbidden", { place })];
		case "refused": return isUnheardOf(answer) ? [] : [createFinding("introspection-absent", {
			place,
			status: answer.status.toString()
		})];
		default: return [];
	}
}
function checkAuthMethod({ authMethod, subjectUrn }, { place, renew }) {
	if (authMethod === "OAUTH2") return [createFinding("key-not-an-api-key", { renew })];
	if (authMethod === "NONE") return [createFinding("credential-not-recognised", { place })];
	return subjectUrn !== void 0 && parsePleoUrn(subjectUrn) === void 0 ? [unreadableOwner(QUESTIONS.introspection)] : [];
}
function isAccepted({ introspection, installations, companies, membership, probes }) {
	if (introspection.kind === "ok") return introspection.value.authMethod === "API_KEY";
	return [installations, companies].some((it) => it?.kind === "ok" && it.value.length > 0) || membership?.kind === "ok" || Object.values(probes).some((answer) => answer.kind === "ok");
}

// src/pleo/scopes.ts
const SCOPES = [
	{
		name: "accounts:read",
		aliases: [],
		purpose: "read the chart of accounts",
		probe: { request: (companyId) => ({
			method: "POST",
			path: "/v1/chart-of-accounts:search",
			query: { limit: "1" },
			body: {
				companyId,
				excludeIfAssignedToCategory: false,
				excludeIfAssignedToContraAccount: false
			}
		}) },
		evidence: "documented"
	},
	{
		name: "accounts:write",
		aliases: [],
		purpose: "change the chart of accounts",
		evidence: "documented"
	},
	{
		name: "companies:read",
		aliases: [],
		purpose: "read which companies the key can see",
		probe: { request: () => ({
			method: "GET",
			path: "/v1/companies",
			query: { limit: "1" }
		}) },
		evidence: "seen-in-code"
	},
	{
		name: "users:read",
		aliases: [],
		purpose: "read employees",
		probe: { request: (companyId) => ({
			method: "GET",
			path: "/v2/employees",
			query: {
				companyId,
				limit: "1"
			}
		}) },
		evidence: "documented"
	},
	{
		name: "users:write",
		aliases: [],
		purpose: "change employees",
		evidence: "unknown"
	},
	{
		name: "export-jobs:read",
		aliases: [],
		purpose: "read export jobs",
		probe: { request: (companyId) => ({
			method: "GET",
			path: "/v3/export-jobs",
			query: {
				company_id: companyId,
				limit: "1"
			}
		}) },
		evidence: "documented"
	},
	{
		name: "export-jobs:write",
		aliases: [],
		purpose: "start and update export jobs",
		evidence: "documented"
	},
	{
		name: "export-items:read",
		aliases: [],
		purpose: "read exported items",
		evidence: "documented"
	},
	{
		name: "tag-groups:read",
		aliases: ["tag-group:read"],
		purpose: "read tag groups and tags",
		probe: { request: (companyId) => ({
			method: "GET",
			path: "/v0/tags",
			query: {
				company_id: companyId,
				limit: "1"
			}
		}) },
		evidence: "seen-in-code"
	},
	{
		name: "tag-groups:write",
		aliases: ["tag-group:write"],
		purpose: "change tag groups and tags",
		evidence: "seen-in-code"
	},
	{
		name: "tax-codes:read",
		aliases: [],
		purpose: "read tax codes",
		probe: { request: (companyId) => ({
			method: "POST",
			path: "/v0/tax-codes:search",
			query: {
				company_id: companyId,
				limit: "1"
			},
			body: {}
		}) },
		evidence: "seen-in-code"
	},
	{
		name: "tax-codes:write",
		aliases: [],
		purpose: "change tax codes",
		evidence: "seen-in-code"
	},
	{
		name: "vendors:read",
		aliases: [],
		purpose: "read vendors",
		probe: { request: (companyId) => ({
			method: "POST",
			path: "/v1/vendors:search",
			query: {
				company_id: companyId,
				limit: "1"
			},
			body: {}
		}) },
		evidence: "documented"
	},
	{
		name: "vendors:write",
		aliases: [],
		purpose: "change vendors",
		evidence: "documented"
	},
	{
		name: "accounting-entries:read",
		aliases: [],
		purpose: "read accounting entries",
		probe: {
			request: (companyId) => ({
				method: "POST",
				path: "/v1/accounting-entries:search",
				query: {
					company_id: companyId,
					limit: "1"
				},
				body: { includeDeleted: false }
			}),
			refusalIsWeak: true
		},
		evidence: "seen-in-code"
	}
];
function findScope(name) {
	return SCOPES.find((scope) => scope.name === name || scope.aliases.includes(name));
}
function canonicalScope(name) {
	return findScope(name)?.name ?? name;
}

// src/activation/key-facts.ts
async function gatherKeyFacts(api, question) {
	const introspection = await api.introspect();
	if (introspection.kind === "unauthorized") return {
		introspection,
		probes: {}
	};
	const installations = await api.installations();
	const first = {
		introspection,
		installations,
		probes: {}
	};
	if (installations.kind === "unauthorized") return first;
	if (isAnotherCredential(introspection)) return first;
	const owners = await askForOwners(api, first, question.companyId);
	const soFar = {
		...first,
		...owners
	};
	return {
		...soFar,
		probes: await probeScopes(api, soFar, question)
	};
}
async function askForOwners(api, facts, companyId) {
	const expected = companyId === void 0 ? void 0 : parseUuid(companyId);
	const owners = ownersNamedBy(facts);
	if (owners.length > 0) return mayReachSeveral(owners) && expected !== void 0 ? { membership: await api.company(expected) } : {};
	if (isUnavailable(facts.introspection) && isUnavailable(facts.installations)) return {};
	const companies = await api.companies();
	return companies.kind === "ok" && companies.value.length > 1 && expected !== void 0 ? {
		companies,
		membership: await api.company(expected)
	} : { companies };
}
function isUnavailable(answer) {
	return answer?.kind === "unavailable";
}
function ownersNamedBy({ introspection, installations }) {
	const subject = isIntrospected(introspection) ? introspection.value.subjectUrn : void 0;
	const installed = installations?.kind === "ok" ? installations.value : [];
	return [...readOwner(subject, "introspection"), ...installed.flatMap(({ resource }) => readOwner(resource, "installation"))];
}
function isAnotherCredential(answer) {
	return answer.kind === "ok" && !isIntrospected(answer);
}
function isIntrospected(answer) {
	return answer.kind === "ok" && answer.value.authMethod === "API_KEY";
}
function readOwner(urn, source) {
	const owner = urn === void 0 ? void 0 : parsePleoUrn(urn);
	return owner === void 0 ? [] : [{
		...owner,
		source
	}];
}
function mayReachSeveral(owners) {
	return owners.some(({ kind }) => kind === "organisation") || new Set(owners.map(({ id }) => id)).size > 1;
}
function grantedScopes({ introspection }) {
	if (!isIntrospected(introspection)) return void 0;
	return [...new Set(introspection.value.scopes.map(canonicalScope))];
}
async function probeScopes(api, facts, { companyId, requiredScopes }) {
	const granted = grantedScopes(facts) ?? [];
	const wanted = new Set(requiredScopes.map(canonicalScope).filter((it) => !granted.includes(it)));
	const company = probedCompany(facts, companyId);
	const answers = {};
	for (const scope of wanted) {
		const probe = findScope(scope)?.probe;
		if (probe === void 0 || company === void 0) continue;
		const answer = toldAlready(scope, facts) ?? await api.probe(probe.request(company));
		answers[scope] = answer;
		if (answer.kind === "unauthorized") break;
	}
	return answers;
}
function toldAlready(scope, { companies }) {
	return scope === "companies:read" && companies?.kind === "ok" ? {
		kind: "ok",
		value: null
	} : void 0;
}
function probedCompany(facts, companyId) {
	const { membership, companies } = facts;
	const expected = companyId === void 0 ? void 0 : parseUuid(companyId);
	if (membership !== void 0) {
		const opened = membership.kind === "ok" ? parseUuid(membership.value.id) : void 0;
		return opened === expected ? opened : void 0;
	}
	const owners = ownersNamedBy(facts);
	if (mayReachSeveral(owners)) return void 0;
	const listed = companies?.kind === "ok" && companies.value.length === 1 ? companies.value[0] : void 0;
	return owners[0]?.id ?? parseUuid(listed?.id ?? "");
}

// src/activation/check-company.ts
function collectEvidence(facts) {
	const owners = ownersNamedBy(facts);
	const listed = facts.companies?.kind === "ok" ? readIds(facts.companies.value) : [];
	return {
		introspected: owners.filter(({ source }) => source === "introspection"),
		installed: owners.filter(({ source }) => source === "installation"),
		listed,
		membership: facts.membership,
		several: mayReachSeveral(owners) || listed.length > 1,
		listAnswer: facts.companies,
		garbled: isGarbled(facts)
	};
}
function isGarbled({ introspection, installations, companies, membership }) {
	if ([
		introspection,
		installations,
		companies,
		membership
	].some((answer) => answer?.kind === "unreadable")) return true;
	return [introspection.kind === "ok" ? introspection.value.subjectUrn : void 0, ...(installations?.kind === "ok" ? installations.value : []).map(({ resource }) => resource)].some((urn) => urn !== void 0 && parsePleoUrn(urn) === void 0);
}
function readIds(companies) {
	return [...new Set(companies.map(({ id }) => parseUuid(id)).filter((id) => id !== void 0))];
}
function companiesAmong(owners) {
	return [...new Set(owners.filter(({ kind }) => kind === "company").map(({ id }) => id))];
}
function checkCompany(facts, expectation) {
	const evidence = collectEvidence(facts);
	const findings = judgeCompany(evidence, expectation);
	const actual = findings.some(({ id }) => id === "company-disagreement") ? void 0 : onlyCompany(evidence);
	return {
		findings,
		proven: findings.every(({ severity }) => severity !== "error"),
		...optional("actual", actual)
	};
}
function onlyCompany({ introspected, installed, listed, several, membership }) {
	if (several) return membership?.kind === "ok" ? parseUuid(membership.value.id) : void 0;
	const [only, ...more] = [...companiesAmong([...introspected, ...installed]), ...listed];
	return more.length === 0 ? only : void 0;
}
function judgeCompany(evidence, expectation) {
	if (expectation.companyId === void 0) return [undeclared(evidence)];
	const expected = parseUuid(expectation.companyId);
	if (expected === void 0) return checkDeclaredCompany(expectation);
	const handling = keyHandling(expectation.kind, expectation.environment);
	const wrong = findDisagreement(evidence, handling) ?? findMismatch(evidence, expected);
	return wrong === void 0 ? judgeReach(evidence, expected, handling) : [wrong];
}
function undeclared({ introspected, installed, listed }) {
	const owners = [...introspected, ...installed];
	const ids = [.../* @__PURE__ */ new Set([...companiesAmong(owners), ...listed])];
	const [only, ...more] = ids;
	if (only === void 0) {
		const organisation = owners.find(({ kind }) => kind === "organisation");
		return organisation === void 0 ? companyNotDeclared() : createFinding("company-not-declared", {
			opens: `; it opens companies of organisation ${organisation.id}`,
			fix: "Take the id of the one that this integration is for from your records, set it with `gh variable set PLEO_COMPANY_ID` and pass it as `company-id`."
		});
	}
	if (more.length > 0) return createFinding("company-not-declared", {
		opens: `; it opens several: ${listIds(ids)}`,
		fix: "Choose the one that this integration is for, set it with `gh variable set PLEO_COMPANY_ID` and pass it as `company-id`."
	});
	return createFinding("company-not-declared", {
		opens: `; it opens company ${only}`,
		fix: `If that is the right company, confirm it with \`gh variable set PLEO_COMPANY_ID --body ${only}\` and pass it as \`company-id\`.`
	});
}
function listIds(ids) {
	const shown = ids.slice(0, 3).join(", ");
	return ids.length > 3 ? `${shown} and more` : shown;
}
function findDisagreement(evidence, { renew }) {
	const [introspected] = evidence.introspected;
	if (introspected !== void 0) {
		const comparable = evidence.installed.filter(({ kind }) => kind === introspected.kind);
		const other = comparable[0];
		if (other !== void 0 && comparable.every(({ id }) => id !== introspected.id)) {
			const one = `introspection says ${nameOwner(introspected)}`;
			return createFinding("company-disagreement", {
				one,
				other: `the installation says ${nameOwner(other)}`,
				renew
			});
		}
	}
	return findForeignMembership(evidence, renew);
}
function nameOwner({ kind, id }) {
	return `${kind} ${id}`;
}
function findForeignMembership({ introspected, installed, membership }, renew) {
	const organisation = [...introspected, ...installed].find(({ kind }) => kind === "organisation");
	if (organisation === void 0 || membership?.kind !== "ok") return void 0;
	const parent = parseUuid(membership.value.organizationId ?? "");
	if (parent === void 0 || parent === organisation.id) return void 0;
	return createFinding("company-disagreement", {
		one: `${organisation.source === "installation" ? "the installation" : "introspection"} says ${nameOwner(organisation)}`,
		other: `the company says that it belongs to organisation ${parent}`,
		renew
	});
}
function findMismatch(evidence, expected) {
	const { introspected, installed, listed, membership } = evidence;
	const wrong = [
		{
			source: "introspection",
			ids: companiesAmong(introspected)
		},
		{
			source: "its installation",
			ids: isMember(evidence, expected) ? [] : companiesAmong(installed)
		},
		{
			source: "the list of companies",
			ids: listed.length === 1 ? listed : []
		},
		{
			source: "the company itself",
			ids: membership?.kind === "ok" ? readIds([membership.value]) : []
		}
	].find(({ ids }) => ids.length > 0 && !ids.includes(expected));
	if (wrong === void 0) return void 0;
	const [only, ...more] = wrong.ids;
	return createFinding("company-mismatch", {
		actual: more.length > 0 ? `companies ${listIds(wrong.ids)}` : `company ${only ?? ""}`,
		expected,
		source: wrong.source,
		confirm: only === void 0 || more.length > 0 ? "" : `; if the change is meant, confirm it with \`gh variable set PLEO_COMPANY_ID --body ${only}\``
	});
}
function isMember({ membership }, expected) {
	return membership?.kind === "ok" && parseUuid(membership.value.id) === expected;
}
function judgeReach(evidence, expected, handling) {
	const { introspected, installed, listed, several } = evidence;
	const owners = [...introspected, ...installed];
	const named = [...companiesAmong(owners), ...listed].includes(expected);
	if (!(isMember(evidence, expected) || named && !several)) return [createFinding("company-unproven", {
		expected,
		...explainGap(evidence, handling)
	})];
	if (!several) return [];
	const problem = owners.some(({ kind }) => kind === "organisation") ? "it belongs to an organisation" : "Pleo lists several";
	return [createFinding("key-reaches-more-companies", {
		problem,
		renew: handling.renew
	})];
}
const ASK_AGAIN = "Run the check again; do not replace the key because of this.";
const UNDERSTAND_FIRST = "Settle first why Pleo's answers could not be read, and run the check again; do not replace the key because of this.";
function explainGap({ membership, listAnswer, garbled }, { rescope }) {
	const answer = membership ?? listAnswer;
	const permit = `The key needs companies:read to prove its company, or has to be a key of that one company: ${rescope}.`;
	const isOpen = answer === void 0 || answer.kind === "unavailable";
	const fix = garbled ? UNDERSTAND_FIRST : isOpen ? ASK_AGAIN : permit;
	if (membership !== void 0) return {
		problem: `the key may reach several companies, and asking for this one gave ${membership.kind === "ok" ? "another company" : describeAnswer(membership)}`,
		fix
	};
	if (listAnswer !== void 0) return {
		problem: `no answer named an owner, and the list of companies gave ${listAnswer.kind === "ok" ? "none" : describeAnswer(listAnswer)}`,
		fix
	};
	return {
		problem: "no answer named a company",
		fix
	};
}

// src/activation/check-environment.ts
const PREFIX_LENGTH = 4;
function checkEnvironment(key, { environment, kind }) {
	const prefix = key.reveal().slice(0, PREFIX_LENGTH);
	const hint = Object.hasOwn(PREFIX_HINTS, prefix) ? PREFIX_HINTS[prefix] : void 0;
	if (hint === void 0 || hint.environment === environment) return [];
	const { renew } = keyHandling(kind, environment);
	return [createFinding("environment-hint", {
		seen: hint.environment,
		environment,
		renew
	})];
}

// src/activation/check-scopes.ts
function checkScopes(facts, expectation) {
	const granted = grantedScopes(facts);
	const required = [...new Set(expectation.requiredScopes.map(canonicalScope))];
	const states = required.map((scope) => ({
		scope,
		state: judgeScope(scope, granted, facts.probes)
	}));
	const handling = keyHandling(expectation.kind, expectation.environment);
	const unlisted = states.filter(({ state }) => state.kind === "granted-unlisted");
	const excess = required.length === 0 ? [] : (granted ?? []).filter((it) => !required.includes(it));
	return {
		findings: [
			...states.flatMap(({ scope, state }) => describeState(scope, state, handling)),
			...describeExcess(excess, unlisted.map(({ scope }) => scope), handling),
			...required.length === 0 ? [nothingRequired(granted)] : []
		],
		proven: provesScopes(states.map(({ state }) => state), granted),
		missing: states.filter(({ state }) => state.kind === "missing").map(({ scope }) => scope),
		excess,
		...optional("granted", granted)
	};
}
function provesScopes(states, granted) {
	if (states.length === 0) return granted !== void 0 && granted.length > 0;
	return states.every(({ kind }) => kind === "granted" || kind === "granted-unlisted");
}
function judgeScope(scope, granted, probes) {
	if (granted?.includes(scope) === true) return { kind: "granted" };
	const unlisted = granted === void 0 ? "there is no list of scopes" : "introspection does not list it";
	const answer = Object.hasOwn(probes, scope) ? probes[scope] : void 0;
	if (answer === void 0) return untried(scope, unlisted);
	if (answer.kind === "ok") return { kind: granted === void 0 ? "granted" : "granted-unlisted" };
	const convincing = granted !== void 0 || findScope(scope)?.probe?.refusalIsWeak !== true;
	if (answer.kind === "forbidden" && convincing) return { kind: "missing" };
	return {
		kind: "unverifiable",
		problem: `${unlisted}, and the harmless read that tells gave ${describeAnswer(answer)}`,
		way: answer.kind === "unavailable" ? "again" : "look"
	};
}
function untried(scope, unlisted) {
	return findScope(scope)?.probe === void 0 ? {
		kind: "unverifiable",
		problem: `${unlisted}, and no harmless read can tell`,
		way: "look"
	} : {
		kind: "unverifiable",
		problem: `${unlisted}, and the harmless read that tells was not tried`,
		way: "settle"
	};
}
function describeState(name, state, handling) {
	const scope = listScopes([name]);
	const known = findScope(name)?.purpose;
	const purpose = known === void 0 ? "" : `, which is needed to ${known}`;
	switch (state.kind) {
		case "granted": return [];
		case "granted-unlisted": return [createFinding("scope-unlisted", { scope })];
		case "missing": return [createFinding("scope-missing", {
			scope,
			purpose,
			rescope: handling.rescope
		})];
		case "unverifiable": {
			const fix = adviseOn(state.way, handling);
			return [createFinding("scope-unverifiable", {
				scope,
				purpose,
				problem: state.problem,
				fix
			})];
		}
	}
}
function adviseOn(way, { place }) {
	switch (way) {
		case "again": return "Run the check again; do not replace the key because of this.";
		case "settle": return "Settle the other findings first and run the check again; do not replace the key because of this.";
		case "look": return `Check under ${place} whether the key has it, perhaps by another name; if you accept that it stays unproven, lower \`scope-unverifiable\` in \`severities\`.`;
	}
}
function describeExcess(excess, unlisted, { rescope }) {
	if (excess.length === 0) return [];
	const unless = unlisted.length === 0 ? "" : `, unless one of them is another name of ${listScopes(unlisted)}`;
	const them = excess.length === 1 ? "it" : "them";
	return [createFinding("scope-excess", {
		scopes: listScopes(excess),
		unless,
		them,
		rescope
	})];
}
function nothingRequired(granted) {
	const scopes = granted === void 0 ? "scopes that could not be read" : listScopes(granted);
	return createFinding("scopes-not-declared", { scopes });
}
const SHOWABLE_SCOPE = /^[a-z][a-z-]{0,40}:[a-z]{1,20}$/;
const SHOWN_SCOPES = 12;
function isShowableScope(name) {
	return SHOWABLE_SCOPE.test(name);
}
function listScopes(scopes) {
	const shown = scopes.filter(isShowableScope).slice(0, SHOWN_SCOPES);
	const rest = scopes.length - shown.length;
	if (scopes.length === 0) return "none";
	if (shown.length === 0) return rest === 1 ? "one scope of unusual name" : `${rest} scopes of unusual names`;
	return rest === 0 ? shown.join(", ") : `${shown.join(", ")} and ${rest} more`;
}

// src/activation/check-facts.ts
function checkFacts(facts, { key, expectation }) {
	const company = checkCompany(facts, expectation);
	const scopes = checkScopes(facts, expectation);
	const activation = checkActivation(facts, expectation, {
		company: company.proven,
		scopes: scopes.proven
	});
	const { accepted, active } = activation;
	return {
		facts,
		findings: accepted ? [
			...activation.findings,
			...company.findings,
			...scopes.findings
		] : [
			...activation.findings,
			...checkDeclaredCompany(expectation),
			...checkEnvironment(key, expectation)
		],
		proofs: {
			accepted,
			active,
			company: company.proven
		},
		company: accepted ? company.actual : void 0,
		scopes: showableScopes(scopes),
		installationStatuses: readStatuses(facts)
	};
}
function showableScopes({ granted, missing, excess }) {
	const shown = {
		missing,
		excess: excess.filter(isShowableScope)
	};
	if (granted === void 0) return shown;
	const showable = granted.filter(isShowableScope);
	const unshown = granted.length - showable.length;
	return {
		granted: showable,
		...optional("unshown", unshown === 0 ? void 0 : unshown),
		...shown
	};
}
function readStatuses({ installations }) {
	if (installations?.kind !== "ok") return [];
	return installations.value.map(({ status }) => status).filter((status) => Object.hasOwn(INSTALLATION_STATUSES, status));
}

// src/activation/check-rotation.ts
function checkPreviousFormat(value, current, expectation) {
	const parsed = parseKey(value);
	const { renew } = keyHandling(expectation.kind, expectation.environment);
	const { key } = checkFormat(parsed, expectation);
	if ((key ?? (parsed.kind === "damaged" ? parsed.inner : void 0))?.equals(current) === true) return { findings: [createFinding("rotation-same-key", { renew })] };
	if (key !== void 0) return {
		findings: [],
		key
	};
	return { findings: [createFinding("rotation-previous-unusable", { what: WHAT_IT_IS[parsed.kind] })] };
}
const WHAT_IT_IS = {
	missing: "it is empty",
	damaged: "something stands around or inside it",
	placeholder: "it is a placeholder",
	"foreign-secret": "it is another product's secret",
	"legacy-token": "it is a token",
	"unknown-shape": "its shape is not known",
	key: "it is a key"
};
function stateOf(previous, expectation) {
	const { findings, accepted } = checkActivation(previous, expectation, {
		company: true,
		scopes: true
	});
	if (accepted) return "alive";
	return findings.some(({ id }) => id === "key-rejected") && !isAccepted(previous) ? "dead" : "unproven";
}
function checkRotation(evidence, expectation) {
	const { phase, previous } = evidence;
	const handling = keyHandling(expectation.kind, expectation.environment);
	switch (stateOf(previous, expectation)) {
		case "unproven": return speaksAgainst(unproven("Pleo's answers do not tell whether the previous key still works", phase, handling));
		case "dead": return rejected(evidence, handling);
		case "alive": return phase === "finished" ? stillAlive(evidence, expectation, handling) : compareKeys(evidence, expectation, handling);
	}
}
function rejected({ phase, hasKnownShape }, handling) {
	if (!hasKnownShape) return speaksAgainst(unproven("Pleo rejects what is given as the previous key, and it is not of the shape that keys have, so it may be a mistyped one", phase, handling));
	return phase === "finished" ? {
		findings: [createFinding("rotation-previous-gone", {})],
		previousKey: "gone"
	} : {
		findings: [createFinding("rotation-previous-dead", {})],
		previousKey: "gone"
	};
}
function stillAlive(evidence, expectation, handling) {
	const { findings, previousKey } = compareKeys({
		...evidence,
		phase: "overlap"
	}, expectation, handling);
	const alive = createFinding("rotation-previous-alive", { revoke: handling.revoke });
	return previousKey === "deletable" ? {
		findings: [alive],
		previousKey: "overdue"
	} : {
		findings: [alive, ...findings],
		previousKey: "needed"
	};
}
function speaksAgainst(finding) {
	return {
		findings: [finding],
		previousKey: "needed"
	};
}
function unproven(problem, phase, { place }) {
	const fix = phase === "finished" ? `Check under ${place} whether the old key is gone, and run the check again.` : "Do not delete the previous key yet; run the check again.";
	return createFinding("rotation-unproven", {
		problem,
		fix
	});
}
function compareKeys(evidence, expectation, handling) {
	const company = compareCompanies(evidence, expectation, handling);
	const scopes = compareScopes(evidence, expectation, handling);
	const findings = [...company, ...scopes];
	return {
		findings,
		previousKey: findings.every(({ severity }) => severity !== "error") ? "deletable" : "needed"
	};
}
function compareCompanies({ phase, previous, current }, expectation, handling) {
	const before = checkCompany(previous, expectation);
	const after = checkCompany(current, expectation);
	if (before.actual !== void 0 && after.actual !== void 0) return before.actual === after.actual ? [] : [createFinding("rotation-company-changed", {
		previous: before.actual,
		current: after.actual
	})];
	return [unproven(`It could not be shown that ${before.actual === void 0 ? "the previous" : "the current"} key opens the same company as the other`, phase, handling)];
}
function compareScopes({ phase, previous, current }, { requiredScopes }, handling) {
	const before = grantedScopes(previous);
	const after = grantedScopes(current);
	if (before === void 0 || after === void 0) return requiredScopes.length > 0 ? [] : [unproven("The scopes of the two keys could not be compared", phase, handling)];
	const lost = before.filter((scope) => !after.includes(scope));
	return lost.length === 0 ? [] : [scopesLost(lost, requiredScopes.length > 0, handling)];
}
function scopesLost(lost, isDeclared, { rescope }) {
	const scopes = listScopes(lost);
	const them = lost.length === 1 ? "it" : "them";
	if (isDeclared) {
		const effect = `\`required-scopes\` does not ask for ${them}, so nothing that is required was lost`;
		const fix = `If something still needs ${them}, do not delete the old key yet: add ${them} to \`required-scopes\`, and ${rescope}; if not, nothing needs to be done.`;
		return createFinding("rotation-scopes-lost", {
			scopes,
			effect,
			fix
		}, { severity: "warning" });
	}
	const effect = "calls that work today may be refused after the switch";
	const fix = `List what the integration needs in \`required-scopes\`; if something lost is among that, ${rescope}.`;
	return createFinding("rotation-scopes-lost", {
		scopes,
		effect,
		fix
	});
}

// src/activation/guard-key.ts
async function guardStored(stored, demand, openPleo) {
	const { key } = stored;
	const { expectation } = demand;
	const facts = await gatherKeyFacts(await openPleo(key), expectation);
	const checked = checkFacts(facts, {
		key,
		expectation
	});
	const rotation = await guardRotation(demand, {
		key,
		checked,
		openPleo
	});
	const findings = orderFindings([
		...stored.format,
		...checked.findings,
		...stored.expiry.findings,
		...rotation?.findings ?? []
	]);
	return {
		verdict: decideVerdict(findings, checked.proofs),
		findings,
		proofs: checked.proofs,
		...optional("keyHint", key.hint),
		installationStatuses: checked.installationStatuses,
		company: {
			...expectedCompany(expectation),
			...optional("actual", checked.company)
		},
		scopes: checked.scopes,
		...optional("expiry", stored.expiry.end),
		...optional("comparedKeys", rotation?.previousKey),
		...optional("previousKey", rotation && settlePreviousKey(rotation.previousKey, findings, checked.proofs))
	};
}
async function guardRotation({ rotation, expectation }, { key, checked, openPleo }) {
	if (rotation === void 0) return void 0;
	const previous = checkPreviousFormat(rotation.previousValue, key, expectation);
	if (previous.key === void 0 || !checked.proofs.accepted) return {
		findings: previous.findings,
		previousKey: "needed"
	};
	const facts = await gatherKeyFacts(await openPleo(previous.key), {
		...optional("companyId", expectation.companyId),
		requiredScopes: []
	});
	const evidence = {
		phase: rotation.phase,
		previous: facts,
		current: checked.facts,
		hasKnownShape: isKnownShape(previous.key.reveal())
	};
	return checkRotation(evidence, expectation);
}

// action/ask-pleo.ts
async function askPleo(stored, demand, asking) {
	const { config, openPleo } = asking;
	return diagnoseEnvironment(await guardStored(stored, demand, (key) => openPleo(key, config.origin)), stored.key, asking);
}
async function diagnoseEnvironment(report, key, { config, openPleo }) {
	const { environment, kind } = config.expectation;
	const isRejected = report.findings.some(({ id }) => id === "key-rejected");
	if (!config.diagnoseEnvironment || !isRejected) return report;
	if (config.isOwnAddress) return {
		...report,
		findings: [...report.findings, createFinding("environment-undiagnosed", {})]
	};
	const other = otherEnvironment(environment);
	const answer = await (await openPleo(key, API_ORIGINS[other])).introspect();
	if (answer.kind !== "ok" || answer.value.authMethod !== "API_KEY") return report;
	const { renew } = keyHandling(kind, environment);
	const finding = createFinding("key-of-other-environment", {
		other,
		environment,
		renew
	});
	return {
		...report,
		findings: [finding, ...report.findings.filter(({ id }) => id !== "environment-hint")]
	};
}

export { askPleo };