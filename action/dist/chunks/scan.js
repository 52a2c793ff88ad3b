import { St as findKeys, bt as PleoKey, mt as keyHandling, s as NOTHING_SCANNED, yt as parseKey } from "../index.js";
import { n as createScanFinding } from "./scan-catalogue.js";
import { readdirSync } from "node:fs";

// action/scan/scan.ts
async function scanRepository(request, ports) {
	const workspace = ports.env["GITHUB_WORKSPACE"] ?? "";
	if (!holdsFiles(workspace)) return NO_CHECKOUT;
	const { leaks, workflows } = request.config.scan;
	const scanned = [leaks.size === 0 ? NOTHING_SCANNED : await scanForTheKey(request, workspace, ports), workflows ? await audit(workspace, ports) : NOTHING_SCANNED];
	return {
		findings: scanned.flatMap(({ findings }) => findings),
		scans: Object.assign({}, ...scanned.map(({ scans }) => scans))
	};
}
const NO_CHECKOUT = {
	findings: [createScanFinding("leak-scan-incomplete", {
		problem: "The workspace of the job is empty",
		fix: "Run `actions/checkout` before this step, with `fetch-depth: 0` where the history is to be looked through."
	})],
	scans: {}
};
const NO_WORKFLOWS = {
	findings: [createScanFinding("workflow-unreadable", {
		problem: "The workspace of the job holds no `.github/workflows`, though a workflow runs this",
		fix: "Check the repository out into the root of the workspace, without `path`, before this step."
	})],
	scans: {}
};
function holdsFiles(folder) {
	try {
		return readdirSync(folder).length > 0;
	} catch {
		return false;
	}
}
async function scanForTheKey({ raw, config, event }, workspace, { progress }) {
	const { scanForLeaks } = await import("./leak-scan.js");
	const { kind, environment } = config.expectation;
	const { leaks, paths, includesIgnored } = config.scan;
	const { revoke, renew } = keyHandling(kind, environment);
	const { findings, seen } = await scanForLeaks({
		scan: {
			modes: leaks,
			paths,
			includesIgnored
		},
		keys: [...keysIn(raw["api-key"]).map((key) => ({
			key,
			which: "the key"
		})), ...keysIn(raw["previous-api-key"]).map((key) => ({
			key,
			which: "the previous key"
		}))],
		workspace,
		base: baseOf(event),
		words: {
			revoke,
			renew
		}
	}, {
		progress,
		now: () => performance.now()
	});
	return {
		findings,
		scans: { leak: seen }
	};
}
function keysIn(value = "") {
	const parsed = parseKey(value);
	if (parsed.kind === "key" || parsed.kind === "unknown-shape") return [parsed.key];
	if (parsed.kind === "legacy-token" && parsed.key !== void 0) return [parsed.key];
	return [...new Set(findKeys(value).map(({ key }) => key))].map((key) => new PleoKey(key));
}
const COMMIT = /^(?!0+$)[0-9a-f]{40,64}$/;
function baseOf(event) {
	const { pull_request: pullRequest, merge_group: mergeGroup, before } = event ?? {};
	return [
		pullRequest?.base?.sha,
		mergeGroup?.base_sha,
		before
	].find((sha) => typeof sha === "string" && COMMIT.test(sha));
}
async function audit(workspace, { env }) {
	const { auditWorkflows, readWorkflowFiles } = await import("./workflow-audit.js");
	const repository = env["GITHUB_ACTION_REPOSITORY"];
	const files = readWorkflowFiles(workspace);
	if (!files.some(({ path }) => path.startsWith(".github/workflows/"))) return NO_WORKFLOWS;
	const { findings, seen } = auditWorkflows(files, { guard: {
		repository,
		isOwnRepository: repository === ""
	} });
	return {
		findings,
		scans: { workflow: seen }
	};
}

export { scanRepository };