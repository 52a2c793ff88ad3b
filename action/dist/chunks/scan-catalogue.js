import { lt as fillEntry } from "../index.js";

// src/report/scan-catalogue.ts
const SCAN_CATALOGUE = {
	"key-leaked": {
		area: "leak",
		severity: "error",
		title: "The key is written in the repository",
		cause: "{place} holds {which} {spelling}, and {since}; whoever can read {holder} can use the key.",
		remedy: "Revoke it first ({revoke}), then {renew}, and only then take it out of {holder}, since taking it out alone leaves a working key with everybody who has a copy."
	},
	"key-leaked-before": {
		area: "leak",
		severity: "error",
		title: "The key was written in the repository before",
		cause: "{place} holds {which} {spelling}; {since}, so whoever can read {holder} can use the key, whatever becomes of this change.",
		remedy: "Revoke it first ({revoke}), then {renew}, and only then take it out of {holder}, since taking it out alone leaves a working key with everybody who has a copy."
	},
	"key-in-env-file": {
		area: "leak",
		severity: "warning",
		title: "A step left the key in a file of settings",
		cause: "{place} holds {which} {spelling}; {since}, and whatever is packed from the workspace after it takes the key along.",
		remedy: "Delete it as soon as the step that needs it is done, before artifacts, caches or images are made, and never upload it; better still, hand the key to that step in `env` and write no file."
	},
	"key-shaped-text": {
		area: "leak",
		severity: "error",
		title: "The change holds a text of a Pleo key's shape",
		cause: "{place} holds a text that is shaped like a Pleo key, and whoever can read it may be able to use it; this run has no key to compare it with.",
		remedy: "If it is a key, revoke it first ({revoke}) and then take it out of the change; if it is an example, write one that nobody could take for a key."
	},
	"leak-scan-incomplete": {
		area: "leak",
		severity: "error",
		inconclusive: true,
		title: "Not everything could be looked through",
		cause: "{problem}, so it is not known whether the key is written there.",
		remedy: "{fix}"
	},
	"history-incomplete": {
		area: "leak",
		severity: "error",
		inconclusive: true,
		title: "The history is not all there",
		cause: "{problem}, so it is not known whether the key is written in what is missing.",
		remedy: "Check out with `fetch-depth: 0` and without `filter`, so that the whole history is there to be looked through."
	},
	"workflow-secret-too-wide": {
		area: "workflow",
		severity: "warning",
		title: "More steps see the key than need it",
		cause: "`{secret}` is in `env` of the whole {scope}, so each of its steps and every action that they run can read the key.",
		remedy: "Move it to `env` or `with` of the one step that needs it."
	},
	"workflow-secret-public": {
		area: "workflow",
		severity: "error",
		title: "The key is put into a public variable of a build",
		cause: "`{secret}` is given to a build as `{variable}`, whose value {tool} writes into the code that every visitor gets.",
		remedy: "Call Pleo from a server, give the key to that server alone, and take `{variable}` out of the build."
	},
	"workflow-secret-in-script": {
		area: "workflow",
		severity: "error",
		title: "A script shows the key, or holds it as text",
		cause: "{problem}.",
		remedy: "{fix}"
	},
	"workflow-secret-on-command-line": {
		area: "workflow",
		severity: "warning",
		title: "The key is handed over on a command line",
		cause: "{problem}, so every process of the machine can read it in the list of processes, and tools write it to logs and histories.",
		remedy: "{fix}"
	},
	"workflow-secret-published": {
		area: "workflow",
		severity: "error",
		title: "The key leaves the step that needs it",
		cause: "{problem}, where it outlives the step and others can read it.",
		remedy: "Take it out, and give the key as a secret to each step that needs it."
	},
	"workflow-secret-to-unpinned-action": {
		area: "workflow",
		severity: "error",
		title: "The key is handed to code that can change",
		cause: "`{secret}` is given to `{action}`, and whoever can move that tag or branch can read the key the next time it runs.",
		remedy: "Write the full hash instead: `{pinned}`."
	},
	"workflow-secrets-all": {
		area: "workflow",
		severity: "warning",
		title: "All secrets are handed over, the key among them",
		cause: "{problem}, so the key reaches code that has no need of it.",
		remedy: "Hand over by name the secrets that are needed, and `{secret}` only where it is used."
	},
	"workflow-untrusted-code": {
		area: "workflow",
		severity: "error",
		title: "Code of strangers runs beside the key",
		cause: "The workflow runs on `{event}` with the secrets of this repository, checks out what a pull request brings along ({checkout}), and so lets whoever opens one read the key.",
		remedy: "Run such code on `pull_request`, which has no secrets, and leave what needs the key to a workflow that checks out nothing of the pull request."
	},
	"workflow-no-environment": {
		area: "workflow",
		severity: "notice",
		title: "A job that deploys has no environment",
		cause: "The job `{job}` deploys with `{secret}` and names no `environment`, so a workflow of any branch can use the key and nobody has to approve.",
		remedy: "Store the key as a secret of an environment with a protection rule, and write `environment: production` on the job."
	},
	"workflow-guard-unpinned": {
		area: "workflow",
		severity: "warning",
		title: "This check itself is not pinned",
		cause: "`{action}` is handed the key, and whoever can move that tag or branch can read the key the next time it runs.",
		remedy: "Write the full hash instead: `{pinned}`."
	},
	"workflow-guard-not-gating": {
		area: "workflow",
		severity: "warning",
		title: "The check does not hold back the deploy",
		cause: "{problem}, so a deploy goes ahead with a key that has not passed.",
		remedy: "{fix}"
	},
	"workflow-unreadable": {
		area: "workflow",
		severity: "error",
		inconclusive: true,
		title: "A workflow could not be read",
		cause: "{problem}, so it is not known what it does with the key.",
		remedy: "{fix}"
	}
};
function createScanFinding(id, values, adjustment = {}) {
	return fillEntry({
		id,
		entry: SCAN_CATALOGUE[id],
		texts: values
	}, adjustment);
}

export { createScanFinding as n, SCAN_CATALOGUE as t };