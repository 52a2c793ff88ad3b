import { lt as fillEntry, ut as CATALOGUE } from "../index.js";
import { t as SCAN_CATALOGUE } from "./scan-catalogue.js";
import { lstatSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

// action/render/redact-report.ts
function redactReport(report, redact) {
	return redactTexts(report, redact);
}
function redactTexts(value, redact) {
	return redactValue(value, redact);
}
function redactValue(value, redact) {
	if (typeof value === "string") return redact(value);
	if (Array.isArray(value)) return value.map((entry) => redactValue(entry, redact));
	if (typeof value !== "object" || value === null || value instanceof Date) return value;
	const entries = Object.entries(value).map(([name, each]) => [name, redactValue(each, redact)]);
	return Object.fromEntries(entries);
}

// src/report/tenant-catalogue.ts
const TENANT_CATALOGUE = {
	"tenant-key-shared": {
		area: "tenancy",
		severity: "error",
		gate: true,
		title: "The key is another tenant's as well",
		cause: "The {which} of this tenant is in use for another tenant too ({group}), so one customer's data can reach another, and whoever takes the key takes both.",
		remedy: "Give each tenant of the group the key of its own installation (Settings > Accounting in that customer's Pleo web app, or Settings > API Keys for a Standalone key), and revoke the shared one."
	},
	"tenant-company-shared": {
		area: "tenancy",
		severity: "error",
		title: "The company is another tenant's as well",
		cause: "The company that this tenant's key opens in {environment} is opened under another tenant too ({group}), so one customer's data may be shown to another.",
		remedy: "Find the tenant of the group that holds the wrong key, and store the key of its own company there; if one customer is meant to be several tenants, lower `tenant-company-shared` in `severities`."
	},
	"tenant-environments-mixed": {
		area: "tenancy",
		severity: "warning",
		title: "Tenants of both environments stand side by side",
		cause: "The manifest has tenants of production ({production}) and of staging ({staging}), so whatever is deployed with it holds keys of both.",
		remedy: "Keep one manifest for production and another for staging, and check each by itself."
	},
	"tenant-key-unavailable": {
		area: "tenancy",
		severity: "error",
		gate: true,
		title: "A key of the tenant cannot be read",
		cause: "The {which} of this tenant cannot be read: {problem}, so nothing could be proven.",
		remedy: "{fix}"
	},
	"tenant-key-file-open": {
		area: "tenancy",
		severity: "error",
		title: "A file of keys can be read by others",
		cause: "The file `{file}` holds tenants' keys and its mode is {mode}, so every user of the machine can read them.",
		remedy: "Have the step that writes it run `umask 077` first, or `chmod 600` on the file, and keep it below RUNNER_TEMP, which is emptied after the job."
	},
	"tenant-key-unclaimed": {
		area: "tenancy",
		severity: "warning",
		title: "A key belongs to no tenant",
		cause: "{keys} handed to this check and asked for by no tenant of the manifest, so nobody watches over what is stored there.",
		remedy: "Add the tenant that it belongs to; if there is none any more, disconnect the integration under Settings > Accounting in that customer's Pleo web app, and delete the stored key."
	},
	"tenant-unchecked": {
		area: "tenancy",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "The tenant was not checked",
		cause: "{problem}, so nothing is known about this tenant's key.",
		remedy: "{fix}"
	},
	"fleet-empty": {
		area: "tenancy",
		severity: "error",
		gate: true,
		title: "There is no tenant to check",
		cause: "The manifest lists no tenants, and a check of nothing proves nothing.",
		remedy: "Add the tenants to the file that `tenants` names, or correct the path if another one was meant."
	},
	"fleet-unfinished": {
		area: "tenancy",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "Not every tenant was checked",
		cause: "{tenants} not reached before the time was up, so nothing is known about their keys.",
		remedy: "Raise `total-minutes`, or divide the tenants among several jobs with `shard` and join their reports with `merge`."
	},
	"shard-missing": {
		area: "tenancy",
		severity: "error",
		gate: true,
		title: "The report of a shard is missing",
		cause: "There is no report of {shards}, so the tenants in it were not checked, or nobody was told.",
		remedy: "Look at the job of that shard, run it again, and hand the files of all shards to `merge`."
	},
	"shard-mismatch": {
		area: "tenancy",
		severity: "error",
		gate: true,
		title: "The reports of the shards do not belong together",
		cause: "{problem}, so the reports cannot be joined into one answer.",
		remedy: "Let all shards run in one workflow run, from one commit and with one manifest, and hand to `merge` their reports alone."
	}
};
function createTenantFinding(id, values, adjustment = {}) {
	return fillEntry({
		id,
		entry: TENANT_CATALOGUE[id],
		texts: values
	}, adjustment);
}

// src/report/whole-catalogue.ts
const WHOLE_CATALOGUE = {
	...CATALOGUE,
	...SCAN_CATALOGUE,
	...TENANT_CATALOGUE
};

// action/write-inside.ts
function writeInside(folder, file, text) {
	if (!path.isAbsolute(folder)) return "There is no checkout to write it into.";
	try {
		const names = file.split(/[/\\]/).filter((name) => name !== "" && name !== ".");
		if (names.map((_name, index) => path.join(folder, ...names.slice(0, index + 1))).some(isLink)) return "A link stands in its way, and might lead out of the checkout.";
		const target = path.join(folder, ...names);
		mkdirSync(path.dirname(target), { recursive: true });
		writeFileSync(target, text);
		return;
	} catch {
		return "The file could not be written.";
	}
}
function isLink(file) {
	return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

export { redactTexts as a, redactReport as i, WHOLE_CATALOGUE as n, createTenantFinding as r, writeInside as t };