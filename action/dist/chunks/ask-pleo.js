import { A as PREFIX_HINTS, C as WEB_APP_ORIGINS, D as orderFindings, E as decideVerdict, O as parseKey, S as API_ORIGINS, T as otherEnvironment, d as reportUnsent, f as expectedCompany, g as checkFormat, h as parseUuid, m as parsePleoUrn, n as INSTALLATION_ERROR_CODES, p as optional, r as INSTALLATION_STATUSES, t as ACTIVATED, u as judgeStored, x as keyHandling, y as createFinding } from "./core.js";

// src/activation/describe-answer.ts
const UNREADABLE = {
	"not-json": "a success whose body is not JSON",
	"wrong-shape": "a success whose body lacks what was asked for",
	"too-large": "a success whose body is far too large",
	"cut-short": "a success whose body ended too early"
};
const UNAVAILABLE = {
	timeout: "no answer in time",
	network: "the connection failed",
	"rate-limited": "too many requests, status 429",
	"server-error": "an error on Pleo's side, status 5xx",
	redirected: "a redirect, which is never followed with a key",
	"unexpected-status": "a status that Pleo does not use"
};
/** An answer in a few words of our own: nothing that came over the wire but a status is repeated. */
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
/** What Pleo is asked about a key, in words ready to stand in a sentence. */
const QUESTIONS = {
	introspection: "introspection (GET /v1/introspect)",
	installations: "the installation (GET /v1/installations/me)",
	companies: "the list of companies (GET /v1/companies)",
	membership: "the expected company (GET /v1/companies/{id})"
};
/** Statuses by which Pleo says that there is nothing of the kind. */
const MEANS_ABSENT = [400, 404];
/** An owner that is neither a company nor an organisation of Pleo's proves nothing. */
function unreadableOwner(question) {
	return createFinding("answer-not-understood", {
		question,
		problem: "its owner is not a Pleo company or organisation"
	});
}

// src/activation/check-installation.ts
/** Is the installation of this key for the expected company in use? */
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
/**
* A key of several companies may have an installation elsewhere, idle or not, that is none of our business. Where
* ours is not shown to be among them, all of them count, and the company check says what is wrong.
*/
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
			fix: `Declare the company and the required scopes, so that the key can be proven without one, and see the other findings.`
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
		status: meaning === void 0 ? "one that this version does not know" : status,
		meaning: meaning ?? "of unknown meaning",
		errorCode: trouble,
		app
	})];
}
function describeErrorCode(errorCode) {
	if (errorCode === void 0) return "";
	const meaning = ownText(INSTALLATION_ERROR_CODES, errorCode);
	return meaning === void 0 ? ", with an error code that this version does not know" : `, with the error code ${errorCode}: ${meaning}`;
}
function ownText(texts, name) {
	return Object.hasOwn(texts, name) ? texts[name] : void 0;
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
/** Is the key accepted as an API key, and is its installation in use? */
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
		...unusableAnswers(facts),
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
/** Only 401 rejects a key. 403 everywhere could be anything; 403 here and there is told where it matters. */
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
/** Being unreachable and being unreadable are different troubles with the same effect: nothing is known. */
function unusableAnswers(facts) {
	const troubled = askedQuestions(facts).filter(({ answer, isBasic }) => isBasic && (isUnusable(answer) || isUnheardOf(answer)));
	return [...new Set(troubled.map(({ answer }) => describeAnswer(answer)))].map((problem) => {
		const alike = troubled.filter(({ answer }) => describeAnswer(answer) === problem);
		const question = alike.map((each) => each.question).join(" and ");
		const isDown = alike.some(({ answer }) => answer.kind === "unavailable");
		return createFinding(isDown ? "pleo-unavailable" : "answer-not-understood", {
			question,
			problem
		});
	});
}
/** A refusal that the specification does not know: neither "no such thing" nor "bad request". */
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
/** A positive, readable answer that only an accepted key can get. An empty list is not one. */
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
/** The catalogue's entry for a scope, by its name or any alias. */
function findScope(name) {
	return SCOPES.find((scope) => scope.name === name || scope.aliases.includes(name));
}
/** One spelling per permission, so that aliases compare equal. Unknown names stay as they are. */
function canonicalScope(name) {
	return findScope(name)?.name ?? name;
}

// src/activation/key-facts.ts
/**
* Asks Pleo about a key, and no more than needed: two requests in the common case. Stops at the first 401,
* since a rejected key has nothing more to say and repeating it looks like an attack.
*/
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
	const owners = await askForOwners(api, first, question.companyId);
	const soFar = {
		...first,
		...owners
	};
	return isWorthProbing(soFar) ? {
		...soFar,
		probes: await probeScopes(api, soFar, question)
	} : soFar;
}
/** While nothing was answered well, or the key was rejected, more questions only cost time and requests. */
function isWorthProbing({ introspection, installations, companies, membership }) {
	const answers = [
		introspection,
		installations,
		companies,
		membership
	];
	return answers.some((answer) => answer?.kind === "ok") && answers.every((answer) => answer?.kind !== "unauthorized");
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
	return answer === void 0 || answer.kind === "unavailable";
}
/** Every owner that introspection and installations name. A text that is no URN names nobody. */
function ownersNamedBy({ introspection, installations }) {
	const subject = isIntrospected(introspection) ? introspection.value.subjectUrn : void 0;
	const installed = installations?.kind === "ok" ? installations.value : [];
	return [...readOwner(subject, "introspection"), ...installed.flatMap(({ resource }) => readOwner(resource, "installation"))];
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
/** An organisation stands for any number of companies; several companies speak for themselves. */
function mayReachSeveral(owners) {
	return owners.some(({ kind }) => kind === "organisation") || new Set(owners.map(({ id }) => id)).size > 1;
}
/** The scopes that introspection lists, one spelling each; `undefined` when it lists none that count. */
function grantedScopes({ introspection }) {
	if (!isIntrospected(introspection)) return void 0;
	return [...new Set(introspection.value.scopes.map(canonicalScope))];
}
/** Confirms by a harmless read what introspection does not list, since scope names vary. */
async function probeScopes(api, facts, { companyId, requiredScopes }) {
	const granted = grantedScopes(facts) ?? [];
	const wanted = new Set(requiredScopes.map(canonicalScope).filter((it) => !granted.includes(it)));
	const company = probedCompany(facts, companyId);
	const answers = {};
	for (const scope of wanted) {
		const probe = findScope(scope)?.probe;
		if (probe === void 0 || company === void 0) continue;
		const answer = await api.probe(probe.request(company));
		answers[scope] = answer;
		if (answer.kind === "unauthorized") break;
	}
	return answers;
}
/**
* A company that the key is shown to open: with any other, a 403 would say nothing of scopes. Undefined where
* none is shown, and then no read can tell anything.
*/
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
		listAnswer: facts.companies
	};
}
function readIds(companies) {
	return [...new Set(companies.map(({ id }) => parseUuid(id)).filter((id) => id !== void 0))];
}
function companiesAmong(owners) {
	return [...new Set(owners.filter(({ kind }) => kind === "company").map(({ id }) => id))];
}
/** Does the key open exactly the expected company? Ids are compared for equality, never matched. */
function checkCompany(facts, expectation) {
	const evidence = collectEvidence(facts);
	const findings = judgeCompany(evidence, expectation);
	const actual = onlyCompany(evidence);
	return {
		findings,
		proven: findings.every(({ severity }) => severity !== "error"),
		...actual === void 0 ? {} : { actual }
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
	if (expected === void 0) return [createFinding("company-id-invalid", {})];
	const handling = keyHandling(expectation.kind, expectation.environment);
	const wrong = findDisagreement(evidence, handling) ?? findMismatch(evidence, expected);
	return wrong === void 0 ? judgeReach(evidence, expected, handling) : [wrong];
}
function undeclared({ introspected, installed, listed }) {
	const ids = [.../* @__PURE__ */ new Set([...companiesAmong([...introspected, ...installed]), ...listed])];
	const [only, ...more] = ids;
	if (only === void 0) return createFinding("company-not-declared", {
		actual: "one that Pleo did not name",
		fix: "Take the company's id from your records and set it with `gh variable set PLEO_COMPANY_ID`."
	});
	if (more.length > 0) return createFinding("company-not-declared", {
		actual: `several: ${listIds(ids)}`,
		fix: "Choose the one that this integration is for and set it with `gh variable set PLEO_COMPANY_ID`."
	});
	return createFinding("company-not-declared", {
		actual: `company ${only}`,
		fix: `If that is the right company, confirm it with \`gh variable set PLEO_COMPANY_ID --body ${only}\` and pass it as the expected company id.`
	});
}
/** An organisation can have hundreds; the first few are enough to recognise it by. */
function listIds(ids) {
	const shown = ids.slice(0, 3).join(", ");
	return ids.length > 3 ? `${shown} and more` : shown;
}
/** Introspection and installation each name an owner of the same kind, and not the same one. */
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
/** The expected company is there, but says that it belongs to another organisation than the key does. */
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
/** Every source that names companies must name the expected one. */
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
/** The company answered for itself. An organisation's key may have been installed for another one only. */
function isMember({ membership }, expected) {
	return membership?.kind === "ok" && parseUuid(membership.value.id) === expected;
}
/** Nothing contradicts the expected company. Has anything shown it? */
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
function explainGap({ membership, listAnswer }, { rescope }) {
	const answer = membership ?? listAnswer;
	const permit = `To let the key prove its company it needs companies:read, or to be a key of that one company; scopes of a key cannot be changed: ${rescope}.`;
	const fix = answer === void 0 || answer.kind === "unavailable" ? ASK_AGAIN : permit;
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
/** A hint, never more: what the prefixes stand for is not documented. */
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
/** Does the key hold every required scope, and none beyond them? */
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
		...granted === void 0 ? {} : { granted }
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
	if (answer === void 0) return {
		kind: "unverifiable",
		problem: `${unlisted}, and no harmless read could tell`,
		again: false
	};
	if (answer.kind === "ok") return { kind: granted === void 0 ? "granted" : "granted-unlisted" };
	const convincing = granted !== void 0 || findScope(scope)?.probe?.refusalIsWeak !== true;
	if (answer.kind === "forbidden" && convincing) return { kind: "missing" };
	return {
		kind: "unverifiable",
		problem: `${unlisted}, and the harmless read that tells gave ${describeAnswer(answer)}`,
		again: answer.kind === "unavailable"
	};
}
function describeState(name, state, { place, rescope }) {
	const scope = listScopes([name]);
	const purpose = findScope(name)?.purpose ?? "make the calls that it is required for";
	switch (state.kind) {
		case "granted": return [];
		case "granted-unlisted": return [createFinding("scope-unlisted", { scope })];
		case "missing": return [createFinding("scope-missing", {
			scope,
			purpose,
			rescope
		})];
		case "unverifiable": {
			const fix = state.again ? "Run the check again; do not replace the key because of this." : `See under ${place} whether the key has it, perhaps by another name; if you accept that it stays unproven, lower the severity of scope-unverifiable.`;
			return [createFinding("scope-unverifiable", {
				scope,
				purpose,
				problem: state.problem,
				fix
			})];
		}
	}
}
function describeExcess(excess, unlisted, { rescope }) {
	if (excess.length === 0) return [];
	const unless = unlisted.length === 0 ? "" : `, unless one of them is another name of ${listScopes(unlisted)}`;
	return [createFinding("scope-excess", {
		scopes: listScopes(excess),
		unless,
		rescope
	})];
}
function nothingRequired(granted) {
	const scopes = granted === void 0 ? "scopes that could not be read" : listScopes(granted);
	return createFinding("scopes-not-declared", { scopes });
}
/** The form of every scope name known; no key, markup or command has it. */
const SHOWABLE_SCOPE = /^[a-z][a-z-]{0,40}:[a-z]{1,20}$/;
const SHOWN_SCOPES = 12;
/**
* Names come from Pleo's answer or from an input, where anything can stand, a key included. Only what has the
* form of a scope is repeated.
*/
function isShowableScope(name) {
	return SHOWABLE_SCOPE.test(name);
}
/** The names that may be shown, and how many there are beyond them. */
function listScopes(scopes) {
	const shown = scopes.filter(isShowableScope).slice(0, SHOWN_SCOPES);
	const rest = scopes.length - shown.length;
	if (scopes.length === 0) return "none";
	if (shown.length === 0) return rest === 1 ? "one of unusual name" : `${rest} of unusual names`;
	return rest === 0 ? shown.join(", ") : `${shown.join(", ")} and ${rest} more`;
}

// src/activation/check-facts.ts
/** All that can be concluded from Pleo's answers about one key. */
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
			...company.findings.filter(isAboutExpectation),
			...checkEnvironment(key, expectation)
		],
		proofs: {
			accepted,
			active,
			company: company.proven
		},
		company: company.actual,
		scopes: showableScopes(scopes),
		installationStatuses: readStatuses(facts)
	};
}
/**
* Where the key was not accepted, whatever else its answers say or do not say is a consequence and only noise.
* What is wrong with the expectation itself stays wrong.
*/
function isAboutExpectation({ id }) {
	return id === "company-not-declared" || id === "company-id-invalid";
}
function showableScopes({ granted, missing, excess }) {
	const shown = {
		missing,
		excess: excess.filter(isShowableScope)
	};
	return granted === void 0 ? shown : {
		granted: granted.filter(isShowableScope),
		...shown
	};
}
/** Only statuses of the specification: any other text could be anything. */
function readStatuses({ installations }) {
	if (installations?.kind !== "ok") return [];
	return installations.value.map(({ status }) => status).filter((status) => Object.hasOwn(INSTALLATION_STATUSES, status));
}

// src/activation/check-rotation.ts
/** Is the previous value another key that may be sent? */
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
/** The advice for a stored key would have the old one stored over the new one, so only the kind is told. */
const WHAT_IT_IS = {
	missing: "it is empty",
	damaged: "something stands around or inside it",
	placeholder: "it is a placeholder",
	"foreign-secret": "it is another product's secret",
	"legacy-token": "it is a token",
	"unknown-shape": "its shape is not known",
	key: "it is a key"
};
/** The old key has no company to match and no installation to need: only whether it lives is asked. */
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
		case "dead": return phase === "finished" ? {
			findings: [],
			previousKey: "gone"
		} : {
			findings: [createFinding("rotation-previous-dead", {})],
			previousKey: "gone"
		};
		case "alive": return phase === "finished" ? speaksAgainst(createFinding("rotation-previous-alive", { revoke: handling.revoke })) : compareKeys(evidence, expectation, handling);
	}
}
function speaksAgainst(finding) {
	return {
		findings: [finding],
		previousKey: "needed"
	};
}
function unproven(problem, phase, { place }) {
	const fix = phase === "finished" ? `Look under ${place} whether the old key is gone, and run the check again.` : "Do not delete the previous key yet; run the check again.";
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
	if (lost.length === 0) return [];
	const severity = requiredScopes.length > 0 ? "warning" : "error";
	return [createFinding("rotation-scopes-lost", {
		scopes: listScopes(lost),
		rescope: handling.rescope
	}, { severity })];
}

// src/activation/guard-key.ts
/**
* The whole story of one check: is it a key, does Pleo accept it, for the right company, with the right
* scopes, for long enough, and may the key before it go? Nothing is sent for a value that is no key.
*/
async function guardKey(request, ports) {
	const { expectation, value } = request;
	const stored = judgeStored(value, expectation, ports.clock.now());
	const { key } = stored;
	if (key === void 0) return reportUnsent(stored, expectation);
	const facts = await gatherKeyFacts(await ports.openPleo(key), expectation);
	const checked = checkFacts(facts, {
		key,
		expectation
	});
	const rotation = await guardRotation(request, {
		key,
		checked,
		ports
	});
	const findings = orderFindings([
		...stored.format,
		...checked.findings,
		...stored.expiry.findings,
		...rotation?.findings ?? []
	]);
	const verdict = decideVerdict(findings, checked.proofs);
	return {
		verdict,
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
		...optional("previousKey", rotation && (verdict === "pass" ? rotation.previousKey : "needed"))
	};
}
/** The old key is asked about only once the new one has been accepted: until then it must stay anyway. */
async function guardRotation({ rotation, expectation }, { key, checked, ports }) {
	if (rotation === void 0) return void 0;
	const previous = checkPreviousFormat(rotation.previousValue, key, expectation);
	if (previous.key === void 0 || !checked.proofs.accepted) return {
		findings: previous.findings,
		previousKey: "needed"
	};
	const facts = await gatherKeyFacts(await ports.openPleo(previous.key), {
		...optional("companyId", expectation.companyId),
		requiredScopes: []
	});
	const evidence = {
		phase: rotation.phase,
		previous: facts,
		current: checked.facts
	};
	return checkRotation(evidence, expectation);
}

// action/ask-pleo.ts
/** What Pleo says about the key, and, if that is asked for, to which environment it belongs. */
async function askPleo(raw, config, ports) {
	const value = raw["api-key"] ?? "";
	const previousValue = raw["previous-api-key"] ?? "";
	return diagnoseEnvironment(await guardKey({
		value,
		expectation: config.expectation,
		...previousValue.trim() === "" ? {} : { rotation: {
			previousValue,
			phase: config.rotation
		} }
	}, {
		openPleo: (key) => ports.openPleo(key, config.origin),
		clock: ports.clock
	}), value, {
		config,
		ports
	});
}
/** Sends a rejected key to the other environment, once, and only because the user asked for that. */
async function diagnoseEnvironment(report, value, { config, ports }) {
	const { environment, kind } = config.expectation;
	const isRejected = report.findings.some(({ id }) => id === "key-rejected");
	const parsed = parseKey(value);
	if (!config.diagnoseEnvironment || !isRejected || config.isOwnAddress) return report;
	if (parsed.kind !== "key" && parsed.kind !== "unknown-shape") return report;
	const other = otherEnvironment(environment);
	const answer = await (await ports.openPleo(parsed.key, API_ORIGINS[other])).introspect();
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