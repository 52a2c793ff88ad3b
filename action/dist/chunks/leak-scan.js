import { Ct as KEY_LENGTH, Nt as optional, St as findKeys, Z as toLogText, i as maskableSpellings, n as createTextMasker } from "../index.js";
import { n as createScanFinding } from "./scan-catalogue.js";
import { accessSync, closeSync, constants, copyFileSync, existsSync, fstatSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import path, { sep } from "node:path";
import { once } from "node:events";
import { availableParallelism, tmpdir } from "node:os";
import { spawn } from "node:child_process";
import net from "node:net";
import { Worker } from "node:worker_threads";

// action/scan/leak/read-file.ts
const { O_RDONLY } = constants;
const O_NOFOLLOW = constants.O_NOFOLLOW ?? 0;
const O_NONBLOCK = constants.O_NONBLOCK ?? 0;
const FILE_FLAGS = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;
async function withFile(path, use) {
	const file = openSync(path, FILE_FLAGS);
	try {
		return await use(file);
	} finally {
		closeSync(file);
	}
}
function sourceOf(file) {
	return {
		size: fstatSync(file).size,
		read: (into, position) => readSync(file, into, 0, into.length, position)
	};
}
function sourceOfBytes(bytes) {
	return {
		size: bytes.length,
		read: (into, position) => bytes.copy(into, 0, Math.min(position, bytes.length))
	};
}
const HEAD_LENGTH$1 = 512;
async function scanFile(file, window, pace) {
	window.begin();
	const first = window.free();
	let read = readSync(file, first, 0, first.length, 0);
	const head = Buffer.from(first.subarray(0, Math.min(read, HEAD_LENGTH$1)));
	let bytes = read;
	let isWhole = read < first.length;
	window.advance(read);
	while (!isWhole) {
		if (pace.isDue()) await pace.rest();
		const free = window.free();
		read = readSync(file, free, 0, free.length, bytes);
		isWhole = read === 0;
		bytes += read;
		window.advance(read);
	}
	return {
		hits: window.end(),
		bytes,
		head
	};
}

// action/scan/leak/search/text-kind.ts
const LOOKED_AT = 8e3;
function textKindOf(bytes, length) {
	const head = bytes.subarray(0, Math.min(length, LOOKED_AT));
	if (head[0] === 255 && head[1] === 254) return "utf-16le";
	if (head[0] === 254 && head[1] === 255) return "utf-16be";
	if (!head.includes(0)) return "bytes";
	const nuls = [0, 0];
	for (let index = 0; index < head.length; index++) if (head[index] === 0) nuls[index & 1] = (nuls[index & 1] ?? 0) + 1;
	const [even = 0, odd = 0] = nuls;
	const many = head.length / 4;
	if (even === 0 && odd > many) return "utf-16le";
	return odd === 0 && even > many ? "utf-16be" : "binary";
}
const LINE_FEED$2 = 10;
function countLineEnds(bytes, kind, { from, to }) {
	switch (kind) {
		case "binary": return 0;
		case "bytes": return countBytes(bytes, from, to);
		case "utf-16le": return countWide(bytes, {
			from,
			to,
			high: 1
		});
		case "utf-16be": return countWide(bytes, {
			from,
			to,
			high: 0
		});
	}
}
function countBytes(bytes, from, to) {
	let count = 0;
	for (let index = from; index < to; index++) if (bytes[index] === LINE_FEED$2) count += 1;
	return count;
}
function countWide(bytes, { from, to, high }) {
	let count = 0;
	for (let index = from; index + 1 < to; index += 2) if (bytes[index + high] === 0 && bytes[index + 1 - high] === LINE_FEED$2) count += 1;
	return count;
}

// action/scan/leak/search/window.ts
const MOST_HITS = 1e3;
function createWindow(detector, { size, countsLinesOf }) {
	const overlap = detector.overlap + (detector.overlap & 1);
	const bytes = Buffer.allocUnsafeSlow(size + overlap);
	let hits = [];
	let count = 0;
	let filled = 0;
	let kept = 0;
	let origin = 0;
	let lines;
	const countsAll = countsLinesOf === "all contents";
	const look = (isLast) => {
		const found = [];
		detector.detect({
			bytes,
			length: filled,
			kept,
			isLast
		}, (start, _end, what) => {
			count += 1;
			if (hits.length + found.length < MOST_HITS) found.push({
				start,
				what
			});
		});
		if (found.length === 0) return;
		found.sort((one, other) => one.start - other.start);
		if (countsAll || origin === 0) lines ??= countLines(textKindOf(bytes, filled));
		for (const { start, what } of found) {
			const line = lines?.lineAt(bytes, start);
			hits.push({
				start: origin + start,
				what,
				...line === void 0 ? {} : { line }
			});
		}
	};
	const slide = () => {
		look(false);
		const from = filled - overlap;
		if (countsAll) lines ??= countLines(textKindOf(bytes, filled));
		lines?.leaveBehind(bytes, from);
		bytes.copyWithin(0, from, filled);
		origin += from;
		filled = kept = overlap;
	};
	const advance = (added) => {
		filled += added;
		if (filled === bytes.length) slide();
	};
	return {
		begin: () => {
			hits = [];
			count = filled = kept = origin = 0;
			lines = void 0;
		},
		free: () => bytes.subarray(filled),
		advance,
		write: (chunk) => {
			for (let done = 0; done < chunk.length;) {
				const copied = chunk.copy(bytes, filled, done);
				done += copied;
				advance(copied);
			}
		},
		end: () => {
			look(true);
			return {
				list: hits,
				count,
				lacksLines: count > 0 && origin > 0 && !countsAll
			};
		}
	};
}
function countLines(kind) {
	let line = 1;
	let counted = 0;
	const countTo = (bytes, index) => {
		const to = kind === "bytes" ? index : index - (index & 1);
		if (to <= counted) return;
		line += countLineEnds(bytes, kind, {
			from: counted,
			to
		});
		counted = to;
	};
	return {
		lineAt: (bytes, index) => {
			countTo(bytes, index);
			return kind === "binary" ? void 0 : line;
		},
		leaveBehind: (bytes, index) => {
			countTo(bytes, index);
			counted -= index;
		}
	};
}

// action/scan/leak/archive/archive-kind.ts
const TAR_MAGIC_AT = 257;
const TAR_BEGINS = 117;
const ARCHIVES_BEGIN = /* @__PURE__ */ new Set([
	31,
	80,
	40
]);
function archiveKindOf(head) {
	if (!ARCHIVES_BEGIN.has(head[0] ?? 0) && head[TAR_MAGIC_AT] !== TAR_BEGINS) return void 0;
	if (startsWith(head, [
		31,
		139,
		8
	]) && ((head[3] ?? 255) & 224) === 0) return "gzip";
	if (startsWith(head, [
		80,
		75,
		3,
		4
	])) return "zip";
	if (startsWith(head, [
		40,
		181,
		47,
		253
	])) return "zstd";
	return head.toString("latin1", TAR_MAGIC_AT, 262) === "ustar" ? "tar" : void 0;
}
function mayEndAsZip(head) {
	return PROGRAMS_BEGIN.has(head[0] ?? 0) && PROGRAMS.some((mark) => startsWith(head, mark));
}
const PROGRAMS = [
	[77, 90],
	[
		127,
		69,
		76,
		70
	],
	[35, 33]
];
const PROGRAMS_BEGIN = new Set(PROGRAMS.map(([first]) => first));
function unopenedKindOf(head) {
	if (!UNOPENED_BEGIN.has(head[0] ?? 0)) return void 0;
	return UNOPENED.find(({ mark }) => startsWith(head, mark))?.kind;
}
const UNOPENED = [
	{
		kind: "xz archive",
		mark: [
			253,
			55,
			122,
			88,
			90,
			0
		]
	},
	{
		kind: "7-Zip archive",
		mark: [
			55,
			122,
			188,
			175,
			39,
			28
		]
	},
	{
		kind: "RAR archive",
		mark: [
			82,
			97,
			114,
			33,
			26,
			7
		]
	},
	...Array.from("123456789", (digit) => ({
		kind: "bzip2 archive",
		mark: [
			...Buffer.from(`BZh${digit}`),
			49,
			65,
			89,
			38,
			83,
			89
		]
	})),
	{
		kind: "Git LFS pointer",
		mark: [...Buffer.from("version https://git-lfs.github.com/spec/")]
	}
];
const UNOPENED_BEGIN = new Set(UNOPENED.map(({ mark }) => mark[0]));
function startsWith(head, bytes) {
	return bytes.every((byte, index) => head[index] === byte);
}

// action/scan/leak/archive/budget.ts
var ArchiveLimit = class extends Error {
	name = "ArchiveLimit";
};
var ArchiveDamage = class extends Error {
	name = "ArchiveDamage";
};
const ARCHIVE_LIMITS = {
	depth: 3,
	unpackedBytes: 209715200,
	ratio: 200,
	entries: 1e4,
	nestedZipBytes: 33554432
};
const HARMLESS_BYTES = 10485760;
function createBudget() {
	let unpacked = 0;
	let entries = 0;
	return {
		unpack: (bytes) => {
			unpacked += bytes;
			if (unpacked > ARCHIVE_LIMITS.unpackedBytes) throw new ArchiveLimit("it unpacks to more than 200 MB");
		},
		enter: () => {
			entries += 1;
			if (entries > ARCHIVE_LIMITS.entries) throw new ArchiveLimit("it has more than 10,000 entries");
		},
		checkRatio: (packed, bytes) => {
			if (bytes > HARMLESS_BYTES && bytes > packed * ARCHIVE_LIMITS.ratio) throw new ArchiveLimit("it unpacks to more than 200 times its size");
		}
	};
}

// action/scan/leak/archive/zip.ts
const END = 101010256;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65535;
const WIDE_LOCATOR = 117853008;
const WIDE_LOCATOR_LENGTH = 20;
const WIDE_END = 101075792;
const ENTRY = 33639248;
const ENTRY_LENGTH = 46;
const LOCAL = 67324752;
const LOCAL_LENGTH = 30;
const WIDE = 4294967295;
function endsAsZip(source) {
	try {
		const { start, size } = findDirectory(source);
		return size > 0 && isEntryAt(source, start);
	} catch (error) {
		if (!(error instanceof ArchiveDamage)) throw error;
		return false;
	}
}
function* listZip(source) {
	const { start, size, shift } = findDirectory(source);
	for (let at = start; at < start + size;) {
		const fixed = readAt(source, at, ENTRY_LENGTH);
		if (fixed.readUInt32LE(0) !== ENTRY) throw new ArchiveDamage("it is damaged");
		const nameLength = fixed.readUInt16LE(28);
		const extraLength = fixed.readUInt16LE(30);
		const rest = readAt(source, at + ENTRY_LENGTH, nameLength + extraLength);
		const name = rest.subarray(0, nameLength).toString();
		const place = placeOf(fixed, rest.subarray(nameLength));
		if (!name.endsWith("/") || place.packedSize > 0) yield {
			name,
			form: formOf(fixed),
			...place,
			headerAt: place.headerAt + shift
		};
		at += ENTRY_LENGTH + nameLength + extraLength + fixed.readUInt16LE(32);
	}
}
function contentStart(source, { headerAt }) {
	const local = readAt(source, headerAt, LOCAL_LENGTH);
	if (local.readUInt32LE(0) !== LOCAL) throw new ArchiveDamage("it is damaged");
	return headerAt + LOCAL_LENGTH + local.readUInt16LE(26) + local.readUInt16LE(28);
}
function formOf(entry) {
	if ((entry.readUInt16LE(8) & 1) !== 0) return "encrypted";
	const method = entry.readUInt16LE(10);
	if (method === 0) return "stored";
	return method === 8 ? "deflate" : "unknown";
}
function placeOf(entry, extra) {
	const unpacked = entry.readUInt32LE(24);
	const packed = entry.readUInt32LE(20);
	const header = entry.readUInt32LE(42);
	const wide = wideNumbers(extra);
	if (unpacked === WIDE) wide.next();
	const take = (value) => {
		if (value !== WIDE) return value;
		const next = wide.next();
		if (next.done === true) throw new ArchiveDamage("it is damaged");
		return next.value;
	};
	return {
		packedSize: take(packed),
		headerAt: take(header)
	};
}
const WIDE_FIELD = 1;
function* wideNumbers(extra) {
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		if (extra.readUInt16LE(at) !== WIDE_FIELD) continue;
		const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
		for (let number = at + 4; number + 8 <= end; number += 8) yield Number(extra.readBigUInt64LE(number));
		return;
	}
}
function findDirectory(source) {
	const tailStart = Math.max(0, source.size - END_LENGTH - LONGEST_COMMENT);
	const tail = readAt(source, tailStart, source.size - tailStart);
	for (let at = tail.length - END_LENGTH; at >= 0; at--) {
		if (tail[at] !== 80 || tail.readUInt32LE(at) !== END) continue;
		const size = tail.readUInt32LE(at + 12);
		const start = tail.readUInt32LE(at + 16);
		if (size !== WIDE && start !== WIDE) {
			const shift = isEntryAt(source, start) ? 0 : Math.max(0, tailStart + at - size - start);
			return checked(source, {
				start: start + shift,
				size,
				shift
			});
		}
		return checked(source, findWideDirectory(source, tailStart + at - WIDE_LOCATOR_LENGTH));
	}
	throw new ArchiveDamage("it is cut off");
}
function isEntryAt(source, at) {
	return at + 4 <= source.size && readAt(source, at, 4).readUInt32LE(0) === ENTRY;
}
function findWideDirectory(source, locatorAt) {
	const locator = readAt(source, locatorAt, WIDE_LOCATOR_LENGTH);
	if (locator.readUInt32LE(0) !== WIDE_LOCATOR) throw new ArchiveDamage("it is damaged");
	const end = readAt(source, Number(locator.readBigUInt64LE(8)), 56);
	if (end.readUInt32LE(0) !== WIDE_END) throw new ArchiveDamage("it is damaged");
	const [size, start] = [end.readBigUInt64LE(40), end.readBigUInt64LE(48)];
	return {
		size: Number(size),
		start: Number(start),
		shift: 0
	};
}
function checked(source, directory) {
	if (directory.start + directory.size > source.size) throw new ArchiveDamage("it is damaged");
	return directory;
}
function readAt(source, position, length) {
	if (position < 0 || length < 0 || position + length > source.size) throw new ArchiveDamage("it is damaged");
	const bytes = Buffer.alloc(length);
	if (source.read(bytes, position) < length) throw new ArchiveDamage("it is cut off");
	return bytes;
}

// action/scan/leak/git/find-git.ts
const NAME = process.platform === "win32" ? "git.exe" : "git";
function findGit(searchPath, workspace) {
	const root = realOf(workspace);
	return searchPath.split(path.delimiter).filter((folder) => path.isAbsolute(folder)).map((folder) => realOf(path.join(folder, NAME))).find((file) => file !== void 0 && isProgram(file) && (root === void 0 || !isWithin(file, root)));
}
function realOf(file) {
	try {
		return realpathSync.native(file);
	} catch {
		return;
	}
}
function isWithin(file, folder) {
	const relative = path.relative(folder, file);
	return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
function isProgram(file) {
	try {
		accessSync(file, constants.X_OK);
		return statSync(file).isFile();
	} catch {
		return false;
	}
}

// action/scan/leak/asked-paths.ts
function findAskedPaths(asked, { workspace, gaps }) {
	const root = realOf(workspace) ?? workspace;
	return asked.flatMap((given) => {
		const found = lookForPath(path.resolve(root, given), root);
		if ("real" in found) return [path.relative(root, found.real).split(path.sep).join("/")];
		gaps.other(`\`leak-scan-paths\` names a path that ${found.problem}`, "Name files and folders that are below the workspace when this step runs, without links.");
		return [];
	});
}
function lookForPath(full, root) {
	if (!isWithin(full, root)) return { problem: "is not below the workspace" };
	if (!(lstatSync(full, { throwIfNoEntry: false }) !== void 0)) return { problem: "is not there" };
	const real = realOf(full);
	if (real === void 0 || plain(real) !== plain(full) || !isWithin(real, root)) return { problem: "leads through a link" };
	return { real };
}
function plain(name) {
	return name.normalize().toLowerCase();
}

// action/scan/leak/count.ts
function showNumber(number) {
	return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
function count(number, one, many) {
	return `${showNumber(number)} ${number === 1 ? one : many}`;
}

// action/scan/leak/describe-leaks.ts
function describeLeak(leak, origin, wording) {
	const what = {
		place: placeIn(leak, origin, wording.hide),
		which: wording.which[leak.key] ?? "the key",
		spelling: leak.words,
		since: origin.since
	};
	if (origin.isMeant === true) return createScanFinding("key-in-env-file", what, whereOf(leak, origin, wording.hide));
	const { holder } = origin;
	const values = {
		...what,
		holder,
		revoke: wording.revoke,
		renew: wording.renew
	};
	const id = origin.isOld ? "key-leaked-before" : "key-leaked";
	return createScanFinding(id, values, whereOf(leak, origin, wording.hide));
}
function describeShape(leak, wording) {
	const place = placeIn(leak, void 0, wording.hide);
	const where = whereOf(leak, void 0, wording.hide);
	return createScanFinding("key-shaped-text", {
		place,
		revoke: wording.revoke
	}, where);
}
function whereOf({ kind, name, line }, origin, hide) {
	if (kind === "commit" || kind === "tag" || kind === "reference") return {};
	const where = {
		...optional("line", line),
		...optional("commit", origin?.commit)
	};
	return { where: {
		file: hideInName(name, hide),
		...where
	} };
}
function placeIn(leak, origin, hide) {
	const name = `\`${showName(leak.name, hide)}\``;
	switch (leak.kind) {
		case "commit": return "The message of a commit";
		case "tag": return `The message of the tag ${name}`;
		case "reference": return `The name of the ${referenceKind(leak.name)} ${name}`;
		case "file name": return origin?.commit === void 0 ? `The name of ${name}` : `The name of a file, ${name},`;
		case "file": return leak.line === void 0 ? `The file ${name}` : `Line ${leak.line} of ${name}`;
	}
}
function referenceKind(name) {
	if (name.startsWith("refs/tags/")) return "tag";
	return /^refs\/(?:heads|remotes)\//.test(name) ? "branch" : "reference";
}
const LONGEST_NAME$1 = 200;
function showName(name, hide) {
	const line = toLogText(hideInName(name, hide)).replaceAll(/\s/g, " ").replaceAll("`", "'");
	if (line.length <= LONGEST_NAME$1) return line;
	const half = LONGEST_NAME$1 / 2;
	return `${line.slice(0, half)} … ${line.slice(-100)}`;
}
function hideInName(name, hide) {
	const joined = name.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, "");
	const hidden = hide(joined);
	return hidden === joined ? hide(name) : hidden;
}
function withRest(findings, more) {
	const last = findings.at(-1);
	if (last === void 0 || more === 0) return findings;
	const rest = more === 1 ? "one more time" : count(more, "more time", "more times");
	const message = `${last.message} It was found ${rest}, which is not listed.`;
	return [...findings.slice(0, -1), {
		...last,
		message
	}];
}

// action/scan/leak/file-walk.ts
const OUTPUT_FOLDERS = /* @__PURE__ */ new Set([
	...[
		"dist",
		"build",
		"out",
		"public",
		"_site",
		"storybook-static",
		"cdk.out"
	],
	...[
		".next",
		".nuxt",
		".output",
		".svelte-kit",
		".angular",
		".docusaurus",
		".open-next"
	],
	...[
		".vercel",
		".netlify",
		".serverless",
		".aws-sam",
		".wrangler",
		".firebase"
	]
]);
const SERVED_FOLDERS = /* @__PURE__ */ new Set([...[
	"www",
	"wwwroot",
	"htdocs",
	"html",
	"public_html",
	"webroot",
	"docroot",
	"static",
	"assets"
]]);
function liesInOutput(name) {
	return name.toLowerCase().split("/").some((part) => OUTPUT_FOLDERS.has(part) || SERVED_FOLDERS.has(part));
}
const PACKAGES_FOLDER = "node_modules";
function* walkFiles(options, report) {
	const folders = [{
		path: options.workspace,
		name: "",
		isOutput: options.paths.includes(""),
		isIgnored: false
	}];
	for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
		const within = [];
		for (const { entry, path } of entriesOf(folder, report)) {
			const name = folder.name === "" ? nameOf(entry) : `${folder.name}/${nameOf(entry)}`;
			const isOutput = folder.isOutput || options.paths.includes(name);
			const isIgnored = folder.isIgnored || options.isIgnored(name);
			if (entry.isDirectory()) {
				const child = {
					path,
					name,
					isOutput: isOutput || options.wantsOutput && OUTPUT_FOLDERS.has(nameOf(entry)),
					isIgnored
				};
				if (!isWorthEntering(child, options)) continue;
				if (nameOf(entry) !== GIT_FOLDER || !isGitFolder(path)) within.push(child);
				else if (name !== GIT_FOLDER) report.skipped("nested `.git` folder");
			} else if (isOutput || options.wantsWorkspace && !isIgnored) {
				const kind = kindOf$1(entry);
				if (kind === "file") yield {
					path,
					name,
					isOutput
				};
				else report.skipped(kind);
			}
		}
		folders.push(...within.reverse());
	}
}
function isWorthEntering({ name, isOutput, isIgnored }, options) {
	const last = name.slice(name.lastIndexOf("/") + 1);
	if (isOutput || options.wantsWorkspace && !isIgnored) return true;
	if (options.wantsOutput && last !== PACKAGES_FOLDER) return true;
	return options.paths.some((wanted) => wanted.startsWith(`${name}/`));
}
const GIT_FOLDER = ".git";
function isGitFolder(path) {
	return lstatSync(join(path, "HEAD"), { throwIfNoEntry: false }) !== void 0;
}
function entriesOf({ path, name }, report) {
	try {
		return listFolder(path).map((entry) => ({
			entry,
			key: nameOf(entry)
		})).sort((one, other) => one.key < other.key ? -1 : 1).map(({ entry }) => ({
			entry,
			path: join(path, entry.name)
		}));
	} catch {
		report.unreadable(name === "" ? "." : name);
		return [];
	}
}
const REPLACEMENT = "�";
function listFolder(path) {
	if (typeof path === "string") {
		const entries = readdirSync(path, { withFileTypes: true });
		if (!entries.some(({ name }) => name.includes(REPLACEMENT))) return entries;
	}
	return readdirSync(path, {
		withFileTypes: true,
		encoding: "buffer"
	});
}
function join(folder, name) {
	if (typeof folder === "string" && typeof name === "string") return folder + sep + name;
	return Buffer.concat([
		Buffer.from(folder),
		Buffer.from(sep),
		Buffer.from(name)
	]);
}
function nameOf({ name }) {
	return name.toString();
}
function kindOf$1(entry) {
	if (entry.isFile()) return "file";
	if (entry.isSymbolicLink()) return "link";
	if (entry.isFIFO()) return "pipe";
	return entry.isSocket() ? "socket" : "device";
}

// action/scan/leak/git/run-git.ts
function environmentOf({ folder }, workTree) {
	const { SystemRoot } = process.env;
	return {
		GIT_DIR: folder,
		...workTree === void 0 ? {} : { GIT_WORK_TREE: workTree },
		...SystemRoot === void 0 ? {} : { SystemRoot },
		PATH: "",
		LC_ALL: "C",
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_ATTR_NOSYSTEM: "1",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0",
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_NO_LAZY_FETCH: "1",
		GIT_ALLOW_PROTOCOL: "none"
	};
}
const running = /* @__PURE__ */ new Set();
function killRunning() {
	for (const child of running) child.kill("SIGKILL");
}
const LONGEST_COMPLAINT = 4e3;
function startGit({ setting, args, workTree, input, output }) {
	const child = spawn(setting.program, args, {
		cwd: setting.folder,
		env: environmentOf(setting, workTree),
		stdio: [
			input ?? "ignore",
			output ?? "pipe",
			"pipe"
		],
		windowsHide: true,
		killSignal: "SIGKILL",
		...setting.signal === void 0 ? {} : { signal: setting.signal }
	});
	running.add(child);
	let complaint = "";
	child.stderr?.on("data", (chunk) => {
		if (complaint.length < LONGEST_COMPLAINT) complaint += chunk.toString();
	});
	child.stdin?.on("error", () => void 0);
	const ended = new Promise((resolve) => {
		const finish = (isWell) => {
			running.delete(child);
			resolve({
				isWell: isWell && complaint === "",
				complaint
			});
		};
		child.on("error", () => {
			finish(false);
		});
		child.on("close", (code) => {
			finish(code === 0);
		});
	});
	return {
		output: child.stdout,
		input: child.stdin,
		ended,
		kill: () => child.kill("SIGKILL")
	};
}
async function askGit(call, question) {
	const git = startGit(question === void 0 ? call : {
		...call,
		input: "pipe"
	});
	git.input?.end(question);
	const chunks = [];
	for await (const chunk of git.output ?? []) chunks.push(chunk);
	const { isWell } = await git.ended;
	call.setting.signal?.throwIfAborted();
	return isWell ? Buffer.concat(chunks) : void 0;
}

// action/scan/leak/git/private-repository.ts
function findRepository(workspace) {
	const entry = path.join(workspace, ".git");
	const stats = lstatSync(entry, { throwIfNoEntry: false });
	if (stats?.isDirectory()) return withCommon(entry);
	if (!stats?.isFile()) return void 0;
	const target = /^gitdir: ([^\n]+)\n?$/.exec(readText(entry) ?? "")?.[1];
	return target === void 0 ? void 0 : withCommon(path.resolve(workspace, target));
}
function withCommon(own) {
	const shared = readText(path.join(own, "commondir"))?.trim();
	const common = shared === void 0 ? own : path.resolve(own, shared);
	return existsSync(path.join(common, "objects")) ? {
		own,
		common
	} : void 0;
}
const REMOVING = {
	recursive: true,
	force: true,
	maxRetries: 10,
	retryDelay: 50
};
function openPrivately({ own, common }) {
	let made;
	const remove = () => {
		process.off("exit", abandon).off("SIGINT", end).off("SIGTERM", end);
		if (made !== void 0) rmSync(made, REMOVING);
	};
	const abandon = () => {
		killRunning();
		remove();
	};
	const end = () => process.exit(1);
	process.on("exit", abandon).on("SIGINT", end).on("SIGTERM", end);
	try {
		const folder = mkdtempSync(path.join(tmpdir(), "pleo-key-guard-"));
		made = folder;
		const references = readReferences(common);
		const head = readHead(own);
		const isSha256 = [...references.values(), ...head === void 0 ? [] : [head]].some((id) => /^[0-9a-f]{64}$/.test(id));
		mkdirSync(path.join(folder, "objects/info"), { recursive: true });
		mkdirSync(path.join(folder, "refs"));
		const write = (name, text, encoding = "utf8") => {
			writeFileSync(path.join(folder, name), text, encoding);
		};
		write("config", isSha256 ? CONFIG_SHA256 : CONFIG);
		write("objects/info/alternates", `${quoted(path.join(common, "objects"))}\n`);
		write("HEAD", `${head ?? "ref: refs/heads/none"}\n`, "latin1");
		write("packed-refs", [...references].map(([name, id]) => `${id} ${name}\n`).join(""), "latin1");
		copyPlain(path.join(common, "shallow"), path.join(folder, "shallow"));
		copyIndex(own, folder);
		return {
			folder,
			gap: gapOf(common),
			references: [...references.keys()],
			remove
		};
	} catch (error) {
		remove();
		throw error;
	}
}
const SETTINGS = "	fsmonitor = false\n	untrackedCache = false\n	commitGraph = false\n	longpaths = true\n";
const CONFIG = `[core]\n\trepositoryformatversion = 0\n${SETTINGS}`;
const CONFIG_SHA256 = `[core]\n\trepositoryformatversion = 1\n${SETTINGS}[extensions]\n\tobjectFormat = sha256\n`;
function quoted(file) {
	return `"${file.replaceAll(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r")}"`;
}
const HEAD_TEXT = /^(?:ref: refs\/[^\0\n\r]+|[0-9a-f]{40}|[0-9a-f]{64})$/;
function readHead(own) {
	const head = readText(path.join(own, "HEAD"), "latin1")?.replace(/\n$/, "");
	return head !== void 0 && HEAD_TEXT.test(head) ? head : void 0;
}
const PACKED_LINE = /^([0-9a-f]{40}|[0-9a-f]{64}) (refs\/[^ \t\r\n]+)$/;
const ID$1 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function readReferences(common) {
	const references = /* @__PURE__ */ new Map();
	for (const line of (readText(path.join(common, "packed-refs"), "latin1") ?? "").split("\n")) {
		const [, id = "", name = ""] = PACKED_LINE.exec(line) ?? [];
		if (name !== "") references.set(name, id);
	}
	for (const name of looseNames(common, "refs")) {
		const id = readText(path.join(common, name))?.trim() ?? "";
		if (ID$1.test(id)) references.set(Buffer.from(name).toString("latin1"), id);
	}
	return new Map([...references].sort(([one], [other]) => one < other ? -1 : 1));
}
function looseNames(common, name) {
	const folder = path.join(common, name);
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const child = `${name}/${entry.name}`;
		if (entry.isDirectory()) return looseNames(common, child);
		return entry.isFile() ? [child] : [];
	});
}
function copyIndex(own, folder) {
	const names = readdirSync(own).filter((name) => /^(?:index|sharedindex\.[0-9a-f]+)$/.test(name));
	for (const name of names) copyPlain(path.join(own, name), path.join(folder, name));
}
function copyPlain(from, to) {
	if (lstatSync(from, { throwIfNoEntry: false })?.isFile()) copyFileSync(from, to, constants.COPYFILE_EXCL);
}
function gapOf(common) {
	if ((readText(path.join(common, "shallow")) ?? "") !== "") return "The clone is shallow: it ends after a few commits";
	if (existsSync(path.join(common, "reftable"))) return "The repository keeps its references in a form that is not known here";
	const packs = path.join(common, "objects/pack");
	return existsSync(packs) && readdirSync(packs).some((name) => name.endsWith(".promisor")) ? "The clone is partial: it leaves out files until they are needed" : void 0;
}
function readText(file, encoding = "utf8") {
	try {
		return lstatSync(file).isFile() ? readFileSync(file, encoding) : void 0;
	} catch {
		return;
	}
}

// action/scan/leak/git/names.ts
function foundIn(bytes, detector) {
	const whole = allIn(bytes, detector);
	if (whole.length > 0 || !(bytes.includes(LINE_FEED$1) || bytes.includes(RETURN))) return whole;
	const text = bytes.toString("latin1").replaceAll(/[\r\n]/g, "");
	return allIn(Buffer.from(text, "latin1"), detector);
}
const LINE_FEED$1 = 10;
const RETURN = 13;
function allIn(bytes, detector) {
	const found = /* @__PURE__ */ new Set();
	detector.detect({
		bytes,
		length: bytes.length,
		kept: 0,
		isLast: true
	}, (_start, _end, what) => {
		found.add(what);
	});
	return [...found];
}

// action/scan/leak/scan-content.ts
const PIECE$2 = 2097152;
function createFileScanner(ports) {
	const { detector, pace } = ports;
	const window = createWindow(detector, {
		size: PIECE$2,
		countsLinesOf: "short contents"
	});
	return { scan: (path, name) => withFile(path, async (file) => {
		const first = await scanFile(file, window, pace);
		const { bytes, head } = first;
		const source = sourceOf(file);
		const kind = kindOf(source, head);
		const unopened = unopenedKindOf(head);
		if (unopened !== void 0) ports.skipped(unopened);
		if (kind !== void 0) return {
			...await scanArchiveContent({
				kind,
				source,
				name,
				hits: first.hits
			}, ports),
			bytes
		};
		return {
			...findsOf(name, first.hits.lacksLines ? await scanForLines(file, ports) : first.hits),
			bytes
		};
	}) };
}
function kindOf(source, head) {
	return archiveKindOf(head) ?? (endsAsZip(source) ? "zip" : void 0);
}
async function scanForLines(file, { detector, pace }) {
	const window = createWindow(detector, {
		size: PIECE$2,
		countsLinesOf: "all contents"
	});
	return (await scanFile(file, window, pace)).hits;
}
async function scanArchiveContent({ kind, source, name, hits }, { detector, pace, incomplete, skipped }) {
	const { scanArchive } = await import("./open-archive.js");
	const reasons = /* @__PURE__ */ new Set();
	const contents = [];
	const archives = [findsOf(name, hits)];
	await scanArchive({
		kind,
		source,
		name
	}, {
		detector,
		pace,
		report: {
			found: (content) => {
				if (content.hits.count === 0) return;
				const finds = findsOf(`${name}!/${content.name}`, content.hits);
				(content.isArchive ? archives : contents).push(finds);
			},
			incomplete: (reason) => {
				reasons.add(reason);
			},
			skipped
		}
	});
	for (const reason of reasons) incomplete(name, reason);
	const seen = new Set(contents.flatMap(({ list }) => list).map(({ hit }) => hit.what));
	const unseen = archives.map(({ list }) => ({
		list: list.filter(({ hit }) => !seen.has(hit.what)),
		more: 0
	}));
	const all = [...contents, ...unseen];
	return {
		list: all.flatMap(({ list }) => list),
		more: all.reduce((sum, { more }) => sum + more, 0)
	};
}
function findsOf(name, hits) {
	const list = hits.list.map((hit) => ({
		name,
		hit
	}));
	return {
		list,
		more: hits.count - list.length
	};
}

// action/scan/leak/git/reused-pipe.ts
const SIZE = 1048576;
const LONGEST_PATH = 100;
let opened = 0;
async function openReusedPipe(folder) {
	const place = path.join(folder, `pipe-${opened++}`);
	if (process.platform === "win32" || Buffer.byteLength(place) > LONGEST_PATH) return void 0;
	const buffer = Buffer.allocUnsafeSlow(SIZE);
	let onBytes = () => true;
	const server = net.createServer({ pauseOnConnect: true });
	try {
		server.listen(place);
		await once(server, "listening");
		const connected = once(server, "connection");
		const reader = net.connect({
			path: place,
			onread: {
				buffer,
				callback: (count) => onBytes(count)
			}
		});
		const [[writer]] = await Promise.all([connected, once(reader, "connect")]);
		const read = (take) => new Promise((resolve, reject) => {
			const fail = (error) => {
				reader.destroy();
				reject(error);
			};
			onBytes = (count) => {
				try {
					const wait = take(buffer.subarray(0, count));
					wait?.then(() => reader.resume(), fail);
					return wait === void 0;
				} catch (error) {
					fail(error);
					return false;
				}
			};
			reader.on("error", () => void 0).on("close", resolve);
		});
		return {
			writer,
			read,
			close: () => reader.destroy()
		};
	} catch {
		return;
	} finally {
		server.close();
	}
}

// action/scan/leak/git/object-stream.ts
const MOST_PROCESSES = 4;
const BLOCK = 200;
async function readObjects(setting, list, openReader) {
	const number = "lines" in list || "listedBy" in list && list.isLong ? Math.min(availableParallelism(), MOST_PROCESSES) : 1;
	const batches = await Promise.all(Array.from({ length: number }, () => openBatch(setting, openReader())));
	try {
		const listed = await fillList(setting, list, batches);
		for (const { git } of batches) git.input?.end();
		const read = await Promise.all(batches.map(({ ended }) => ended));
		setting.signal?.throwIfAborted();
		return listed && read.every((isWell) => isWell);
	} finally {
		for (const { close } of batches) close();
	}
}
async function openBatch(setting, reader) {
	const pipe = await openReusedPipe(setting.folder);
	const git = startGit({
		setting,
		args: [
			"cat-file",
			"--batch",
			"--buffer"
		],
		input: "pipe",
		output: pipe?.writer
	});
	pipe?.writer.destroy();
	const names = createQueue();
	const parser = createParser(reader, names);
	const read = async () => {
		await pipe?.read(parser.feed);
		for await (const chunk of git.output ?? []) {
			const wait = parser.feed(chunk);
			if (wait !== void 0) await wait;
		}
		const { isWell } = await git.ended;
		return isWell && parser.isBetweenObjects();
	};
	const ended = read();
	ended.catch(git.kill);
	const close = () => {
		git.kill();
		pipe?.close();
	};
	return {
		git,
		names,
		ended,
		close
	};
}
async function fillList(setting, list, batches) {
	if ("ids" in list) {
		const [batch] = batches;
		if (batch !== void 0) await ask(batch, list.ids);
		return true;
	}
	const { lines, isWhole } = "lines" in list ? list : listBy(setting, list.listedBy);
	let next = 0;
	let block = [];
	const flush = async () => {
		const batch = batches[next];
		next = (next + 1) % batches.length;
		if (batch !== void 0) await ask(batch, block);
		block = [];
	};
	for await (const some of lines) for (const line of some) {
		block.push(line);
		if (block.length === BLOCK) await flush();
	}
	await flush();
	return isWhole();
}
function listBy(setting, args) {
	let isWhole = false;
	async function* linesOf() {
		const lister = startGit({
			setting,
			args
		});
		let begun = "";
		for await (const chunk of lister.output ?? []) {
			const lines = (begun + chunk.toString("latin1")).split("\n");
			begun = lines.pop() ?? "";
			yield lines;
		}
		const { isWell } = await lister.ended;
		isWhole = isWell && begun === "";
	}
	return {
		lines: linesOf(),
		isWhole: () => isWhole
	};
}
async function ask({ git, names, ended }, lines) {
	let ids = "";
	for (const line of lines) {
		const end = line.indexOf(" ");
		names.push(end < 0 ? "" : line.slice(end + 1));
		ids += `${end < 0 ? line : line.slice(0, end)}\n`;
	}
	if (git.input?.write(ids) !== false) return;
	await Promise.race([
		once(git.input, "drain").catch(() => void 0),
		git.ended,
		ended
	]);
}
function createQueue() {
	let names = [];
	let taken = 0;
	return {
		push: (name) => {
			names.push(name);
		},
		take: () => {
			const name = names[taken] ?? "";
			taken += 1;
			if (taken < 1e3) return name;
			names = names.slice(taken);
			taken = 0;
			return name;
		}
	};
}
const LINE_FEED = 10;
function createParser(reader, names) {
	let begun;
	let left = 0;
	let isWanted = false;
	const readHeader = (chunk, at) => {
		const end = chunk.indexOf(LINE_FEED, at);
		const part = chunk.subarray(at, end < 0 ? chunk.length : end);
		const line = begun === void 0 ? part : Buffer.concat([begun, part]);
		if (end < 0) {
			begun = Buffer.from(line);
			return;
		}
		begun = void 0;
		const object = parseHeader(line, names.take());
		if (object === void 0) {
			reader.missing();
			return end + 1;
		}
		isWanted = reader.begin(object);
		left = object.size + 1;
		return end + 1;
	};
	const feedFrom = (chunk, from) => {
		for (let at = from; at !== void 0 && at < chunk.length;) {
			if (left === 0) {
				at = readHeader(chunk, at);
				continue;
			}
			const count = Math.min(left, chunk.length - at);
			left -= count;
			const end = at + count;
			const content = count - (left === 0 ? 1 : 0);
			if (isWanted && content > 0) reader.content(chunk.subarray(at, at + content));
			const wait = isWanted && left === 0 ? reader.end() : void 0;
			if (wait !== void 0) return wait.then(() => feedFrom(chunk, end));
			at = end;
		}
	};
	return {
		feed: (chunk) => feedFrom(chunk, 0),
		isBetweenObjects: () => left === 0 && begun === void 0
	};
}
function parseHeader(line, name) {
	const [id = "", type = "", digits = ""] = line.toString("latin1").split(" ", 3);
	const size = Number.parseInt(digits, 10);
	if (Number.isNaN(size)) return void 0;
	return {
		id,
		type,
		size,
		name: Buffer.from(name, "latin1")
	};
}

// action/scan/leak/git/trees.ts
const ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function filesOfCommit(setting, commit) {
	if (commit !== "HEAD" && !ID.test(commit)) return void 0;
	const listing = await askGit({
		setting,
		args: [
			"ls-tree",
			"-r",
			"-z",
			"--full-tree",
			commit,
			"--"
		]
	});
	return listing === void 0 ? void 0 : new Map(entriesIn(listing));
}
function* entriesIn(listing) {
	for (const entry of splitNul(listing)) {
		const tab = entry.indexOf("	");
		const [, type = "", id = ""] = entry.slice(0, tab).split(" ");
		if (type === "blob") yield [entry.slice(tab + 1), id];
	}
}
async function ignoredNames(setting, workTree) {
	const listing = await askGit({
		setting,
		args: [
			"ls-files",
			"-z",
			"--others",
			"--ignored",
			"--exclude-standard",
			"--directory"
		],
		workTree
	});
	if (listing === void 0) return void 0;
	const names = splitNul(listing).filter((name) => !name.includes("�"));
	return new Set(names.map((name) => name.replace(/\/$/, "")));
}
async function stagedNames(setting, workTree) {
	const listing = await askGit({
		setting,
		args: [
			"ls-files",
			"-z",
			"--cached"
		],
		workTree
	});
	return listing && new Set(splitNul(listing));
}
function splitNul(listing) {
	return listing.toString().split("\0").filter((entry) => entry !== "");
}
async function commitsSince(setting, base) {
	if (!ID.test(base)) return void 0;
	const listing = await askGit({
		setting,
		args: [
			"rev-list",
			"HEAD",
			`^${base}`,
			"--"
		]
	});
	return listing === void 0 ? void 0 : new Set(listing.toString().split("\n").filter(Boolean));
}

// action/scan/leak/git/written-files.ts
const NUL = 0;
const LONGEST_NAME = 65536;
function listWrittenFiles(setting, detector) {
	const args = [...[
		"log",
		"--all",
		"--root",
		"-c",
		"--raw",
		"--no-abbrev",
		"--no-renames",
		"-z"
	], ...[
		"--no-ext-diff",
		"--no-textconv",
		"--format=commit %H",
		"--"
	]];
	const found = /* @__PURE__ */ new Map();
	let isWhole = false;
	async function* linesOf() {
		const git = startGit({
			setting,
			args
		});
		const read = createReader(detector, (find) => {
			found.set(`${find.what} ${find.name}`, find);
		});
		let begun = Buffer.alloc(0);
		let isCut = false;
		for await (const chunk of git.output ?? []) {
			const bytes = Buffer.concat([begun, chunk]);
			const end = bytes.lastIndexOf(NUL) + 1;
			begun = bytes.subarray(end);
			isCut = begun.length > LONGEST_NAME;
			if (isCut) break;
			yield read(bytes.subarray(0, end));
		}
		if (isCut) git.kill();
		const { isWell } = await git.ended;
		isWhole = isWell && !isCut && begun.length === 0;
	}
	return {
		lines: linesOf(),
		isWhole: () => isWhole,
		nameFinds: () => [...found.values()]
	};
}
function createReader(detector, onFound) {
	const listed = /* @__PURE__ */ new Set();
	let commit = "";
	let awaited;
	const lookAt = (name) => {
		for (const what of foundIn(name, detector)) onFound({
			name: name.toString(),
			commit,
			what
		});
	};
	return (bytes) => {
		const lines = [];
		const isQuiet = allIn(bytes, detector).length === 0;
		for (let start = 0; start < bytes.length;) {
			const end = bytes.indexOf(NUL, start);
			const token = bytes.toString("latin1", start, end);
			if (awaited !== void 0) {
				if (!isQuiet || /[\r\n]/.test(token)) lookAt(bytes.subarray(start, end));
				if (awaited !== "" && !listed.has(awaited)) {
					listed.add(awaited);
					lines.push(`${awaited} ${token}`);
				}
				awaited = void 0;
			} else if (token.startsWith("commit ")) commit = token.slice(7);
			else if (token !== "") awaited = writtenIn(token);
			start = end + 1;
		}
		return lines;
	};
}
const NO_FILE = /* @__PURE__ */ new Set(["000000", "160000"]);
function writtenIn(token) {
	const first = token.indexOf(":");
	const fields = token.split(" ");
	const parents = token.lastIndexOf(":") - first + 1;
	return NO_FILE.has(fields[parents] ?? "") ? "" : fields[2 * parents + 1] ?? "";
}

// action/scan/leak/git/scan-history.ts
const MOST_FINDS = 500;
const PIECE$1 = 1048576;
const LARGEST_ARCHIVE = 33554432;
const HEAD_LENGTH = 512;
const EVERYTHING = [
	"rev-list",
	"--objects",
	"--all",
	"--missing=print"
];
const MESSAGES = [...EVERYTHING, "--filter=tree:0"];
async function scanHistory(setting, ports) {
	const history = openHistory(ports);
	let isWhole = false;
	try {
		isWhole = await readHistory(setting, history, ports);
	} catch (error) {
		if (!ports.isOver()) throw error;
	}
	const missing = history.missing();
	return {
		finds: history.finds,
		more: history.more(),
		objects: history.objects(),
		missing,
		isWhole: isWhole && missing === 0
	};
}
async function readHistory(setting, history, { references, detector }) {
	for (const reference of references) history.lookAtReference(reference);
	const openFiles = () => history.openReader((type) => type === "blob");
	const messages = readObjects(setting, {
		listedBy: MESSAGES,
		isLong: false
	}, () => history.openReader((type) => type !== "tree"));
	const written = listWrittenFiles(setting, detector);
	const files = readObjects(setting, written, openFiles);
	const [hasMessages, hasFiles] = await Promise.all([messages, files]);
	for (const { name, commit, what } of written.nameFinds()) history.add({
		name,
		hit: {
			start: 0,
			what
		},
		id: commit,
		kind: "file name"
	});
	const folders = [...history.looseFolders];
	if (hasMessages && hasFiles && folders.length === 0) return true;
	const known = new Set(written.nameFinds().map(({ name }) => name));
	const lookAtName = (bytes) => {
		const name = bytes.toString();
		const found = known.has(name) ? [] : foundIn(bytes, detector);
		for (const what of found) {
			known.add(name);
			history.add({
				name,
				hit: {
					start: 0,
					what
				},
				id: "",
				kind: "file name"
			});
		}
	};
	const hasNames = await lookAtNamesIn(folders, {
		setting,
		lookAtName
	});
	const everything = {
		listedBy: EVERYTHING,
		isLong: true
	};
	const openAll = () => {
		const reader = openFiles();
		return {
			...reader,
			begin: (object) => {
				if (object.type === "blob") lookAtName(object.name);
				return reader.begin(object);
			}
		};
	};
	return await readObjects(setting, everything, openAll) && hasNames && hasMessages && hasFiles;
}
async function lookAtNamesIn(folders, { setting, lookAtName }) {
	let isWhole = true;
	for (const folder of folders) {
		const names = await filesOfCommit(setting, folder);
		if (names === void 0) isWhole = false;
		for (const name of names?.keys() ?? []) lookAtName(Buffer.from(name));
	}
	return isWhole;
}
function openHistory(ports) {
	const { detector, pace, onObject } = ports;
	const finds = [];
	let more = 0;
	let objects = 0;
	let missing = 0;
	const looseFolders = [];
	const add = (find) => {
		if (finds.length < MOST_FINDS) finds.push(find);
		else more += 1;
	};
	const addAll = ({ id, type }, found) => {
		const kind = type === "commit" || type === "tag" ? type : "file";
		for (const find of found.list) add({
			...find,
			id,
			kind
		});
		more += found.more;
	};
	const lookAtReference = (text) => {
		const name = Buffer.from(text, "latin1");
		for (const what of foundIn(name, detector)) add({
			name: name.toString(),
			hit: {
				start: 0,
				what
			},
			id: "",
			kind: "reference"
		});
	};
	const openArchive = async (object, { bytes, kind, hits }) => {
		const source = sourceOfBytes(bytes);
		const name = object.name.toString();
		addAll(object, await scanArchiveContent({
			kind,
			source,
			name,
			hits
		}, ports));
	};
	const countUnopened = (bytes) => {
		const unopened = unopenedKindOf(bytes);
		if (unopened !== void 0) ports.skipped(unopened);
	};
	const openReader = (isWanted) => {
		const window = createWindow(detector, {
			size: PIECE$1,
			countsLinesOf: "all contents"
		});
		let current;
		let size = 0;
		let archive;
		return {
			begin: (object) => {
				if (object.type === "tree") looseFolders.push(object.id);
				if (!isWanted(object.type)) return false;
				current = object;
				objects += 1;
				onObject();
				size = 0;
				archive = void 0;
				window.begin();
				return true;
			},
			content: (bytes) => {
				const isFirst = size === 0;
				size += bytes.length;
				window.write(bytes);
				if (isFirst && current?.type === "blob") {
					if (mayBeArchive(bytes, current.size)) archive = [];
					else countUnopened(bytes);
				}
				if (archive === void 0) return;
				if (size <= LARGEST_ARCHIVE) {
					archive.push(Buffer.from(bytes));
					return;
				}
				const head = Buffer.concat(archive.slice(0, 2)).subarray(0, HEAD_LENGTH);
				archive = void 0;
				if (archiveKindOf(head) === void 0) return;
				ports.incomplete(current?.name.toString() ?? "", "it is an archive of more than 32 MB");
			},
			end: () => {
				const hits = window.end();
				const object = current;
				if (object === void 0) return void 0;
				const bytes = archive === void 0 ? void 0 : Buffer.concat(archive);
				const kind = bytes && kindOf(sourceOfBytes(bytes), bytes.subarray(0, HEAD_LENGTH));
				if (bytes !== void 0 && kind !== void 0) return openArchive(object, {
					bytes,
					kind,
					hits
				});
				if (bytes !== void 0) countUnopened(bytes);
				addAll(object, findsOf(object.name.toString(), hits));
				return pace.isDue() ? pace.rest() : void 0;
			},
			missing: () => {
				missing += 1;
			}
		};
	};
	return {
		add,
		lookAtReference,
		openReader,
		finds,
		more: () => more,
		objects: () => objects,
		missing: () => missing,
		looseFolders
	};
}
function mayBeArchive(first, size) {
	if (archiveKindOf(first) !== void 0 || mayEndAsZip(first)) return true;
	return first.length < HEAD_LENGTH && first.length < size;
}

// action/scan/leak/glance.ts
function createGlance({ files, flags, search, buffer }) {
	const marks = /* @__PURE__ */ new Set([
		10421,
		64823,
		14202,
		21089,
		16986,
		19802,
		32581,
		8993,
		30309
	]);
	let found = 0;
	const mayBeMore = (length) => {
		const first = buffer[0];
		if (first === 31 || first === 80 || buffer[257] === 117) return true;
		const start = (first ?? 0) << 8 | (buffer[1] ?? 0);
		return marks.has(start) || buffer[length - 22] === 80 && buffer[length - 21] === 75;
	};
	const onFound = () => {
		found += 1;
	};
	return (path) => {
		let length;
		try {
			const file = files.openSync(path, flags);
			try {
				length = files.readSync(file, buffer, 0, buffer.length, 0);
			} finally {
				files.closeSync(file);
			}
		} catch {
			return -1;
		}
		if (length === buffer.length || length > 0 && mayBeMore(length)) return -1;
		const before = found;
		search(buffer, length, onFound);
		return found > before ? -1 : length;
	};
}

// action/scan/leak/search/byte-search.ts
function createByteSearch(needles) {
	const blocks = 65536;
	const longestShift = 255;
	const blockAt = (bytes, at) => (bytes[at - 1] ?? 0) | (bytes[at] ?? 0) << 8;
	const standsAt = (needle, bytes, start) => {
		for (let index = 0; index < needle.length; index++) if (needle[index] !== bytes[start + index]) return false;
		return true;
	};
	const lengths = needles.map(({ length }) => length);
	const window = Math.min(...lengths);
	const shifts = new Uint8Array(blocks).fill(Math.min(window - 1, longestShift));
	const endingIn = /* @__PURE__ */ new Map();
	for (const [index, needle] of needles.entries()) {
		for (let at = 1; at < window; at++) {
			const block = blockAt(needle, at);
			shifts[block] = Math.min(shifts[block] ?? 0, window - 1 - at);
		}
		const last = blockAt(needle, window - 1);
		endingIn.set(last, [...endingIn.get(last) ?? [], index]);
	}
	const report = (bytes, end, place) => {
		const start = end - window + 1;
		for (const index of endingIn.get(blockAt(bytes, end)) ?? []) {
			const needle = needles[index];
			if (needle === void 0 || start + needle.length > place.length) continue;
			if (standsAt(needle, bytes, start)) place.onFound(start, start + needle.length, index);
		}
	};
	return {
		longest: Math.max(...lengths),
		search: (bytes, length, onFound) => {
			for (let at = window - 1; at < length;) {
				const shift = shifts[(bytes[at - 1] ?? 0) | (bytes[at] ?? 0) << 8] ?? 1;
				if (shift === 0) {
					report(bytes, at, {
						length,
						onFound
					});
					at += 1;
				} else at += shift;
			}
		}
	};
}

// action/scan/leak/glance-in-threads.ts
const BUFFER = 524288;
const BATCH = 32;
const FEWEST_FOR_THREADS = 2e3;
const MOST_THREADS = 4;
const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
const files = require("node:fs");
const createByteSearch = ${createByteSearch.toString()};
const createGlance = ${createGlance.toString()};
const takeBatches = ${takeBatches.toString()};
const { search } = createByteSearch(workerData.needles);
const buffer = new Uint8Array(workerData.buffer);
const glance = createGlance({ files, flags: workerData.flags, search, buffer });
parentPort.on("message", ({ paths, counter }) => {
  const result = { notable: [], bytes: 0 };
  const take = takeBatches({ paths, counter: new Int32Array(counter), batch: workerData.batch }, glance);
  while (take(result));
  parentPort.postMessage(result);
});
`;
function takeBatches({ paths, counter, batch }, glance) {
	return (result) => {
		const start = Atomics.add(counter, 0, batch);
		if (start >= paths.length) return false;
		const end = Math.min(paths.length, start + batch);
		for (let index = start; index < end; index++) {
			const bytes = glance(paths[index] ?? "");
			if (bytes < 0) result.notable.push(index);
			else result.bytes += bytes;
		}
		return true;
	};
}
function openGlances(needles) {
	const glance = createGlance({
		files: {
			openSync,
			readSync,
			closeSync
		},
		flags: FILE_FLAGS,
		search: createByteSearch(needles).search,
		buffer: new Uint8Array(BUFFER)
	});
	let workers = [];
	const startWorkers = () => {
		if (workers.length > 0) return;
		const options = {
			eval: true,
			workerData: {
				needles,
				flags: FILE_FLAGS,
				buffer: BUFFER,
				batch: BATCH
			},
			env: {},
			argv: [],
			execArgv: []
		};
		const count = Math.min(availableParallelism(), MOST_THREADS) - 1;
		workers = Array.from({ length: count }, () => new Worker(THREAD, options));
	};
	return {
		glanceAt: async (paths, pace, onTaken) => {
			if (paths.length >= FEWEST_FOR_THREADS) startWorkers();
			const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
			const counter = new Int32Array(shared);
			const others = workers.map((worker) => resultOf(worker, {
				paths,
				counter: shared
			}));
			const own = {
				notable: [],
				bytes: 0
			};
			const take = takeBatches({
				paths,
				counter,
				batch: BATCH
			}, glance);
			while (take(own)) {
				if (!pace.isDue()) continue;
				onTaken(Math.min(paths.length, Atomics.load(counter, 0)));
				await pace.rest();
			}
			const results = [own, ...await Promise.all(others)];
			if (results.includes(void 0)) return {
				notable: [...paths.keys()],
				bytes: 0
			};
			const known = results.filter((result) => result !== void 0);
			return {
				notable: known.flatMap(({ notable }) => notable).sort((one, other) => one - other),
				bytes: known.reduce((sum, { bytes }) => sum + bytes, 0)
			};
		},
		close: () => {
			for (const worker of workers) worker.terminate();
		}
	};
}
function resultOf(worker, message) {
	return new Promise((resolve) => {
		const settle = (result) => {
			worker.off("message", settle).off("error", fail).off("exit", fail);
			resolve(result);
		};
		const fail = () => {
			settle(void 0);
		};
		worker.on("message", settle).on("error", fail).on("exit", fail);
		worker.postMessage(message);
	});
}

// action/scan/leak/incomplete.ts
const NAMED = 3;
function createGaps(hide) {
	const unreadable = [];
	const packed = /* @__PURE__ */ new Map();
	const others = [];
	const incomplete = (problem, fix) => createScanFinding("leak-scan-incomplete", {
		problem,
		fix
	});
	const list = (names, reasonOf) => {
		const shown = names.slice(0, NAMED);
		const texts = shown.map((name) => `\`${showName(name, hide)}\`${reasonOf(name)}`);
		const rest = names.length - shown.length;
		return texts.join(", ") + (rest === 0 ? "" : ` and ${showNumber(rest)} more`);
	};
	return {
		unreadable: (name) => {
			unreadable.push(name);
		},
		packed: (name, reason) => {
			packed.set(name, reason);
		},
		other: (problem, fix) => {
			others.push(incomplete(problem, fix));
		},
		findings: () => {
			const findings = [...others];
			if (unreadable.length > 0) {
				const names = list(unreadable, () => "");
				findings.push(incomplete(`${count(unreadable.length, "file or folder", "files and folders")} could not be read: ${names}`, "Let the user that runs this step read them, or run this step before they are made."));
			}
			if (packed.size > 0) {
				const names = list([...packed.keys()], (name) => ` (${packed.get(name) ?? ""})`);
				findings.push(incomplete(`${count(packed.size, "archive", "archives")} could not be unpacked: ${names}`, "Unpack it yourself and have the folder looked through with `leak-scan-paths`, or take it out of the workspace."));
			}
			return findings;
		}
	};
}

// action/scan/leak/leak.ts
function outerFile({ name }) {
	const end = name.indexOf("!/");
	return end < 0 ? name : name.slice(0, end);
}
const MOST_LEAKS = 50;
function createLeakList() {
	const leaks = [];
	const counts = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	const countOf = (key) => {
		const count = counts.get(key) ?? {
			listed: 0,
			more: 0
		};
		counts.set(key, count);
		return count;
	};
	return {
		add: (leak) => {
			const count = countOf(leak.key);
			if (count.listed >= 50) {
				count.more += 1;
				return;
			}
			const { kind, key, words, name, line, id } = leak;
			const place = JSON.stringify([
				kind,
				key,
				words,
				name,
				line,
				kind === "file" ? "" : id
			]);
			if (seen.has(place)) return;
			seen.add(place);
			count.listed += 1;
			leaks.push(leak);
		},
		addMore: (key, more) => {
			countOf(key).more += more;
		},
		leaks: () => leaks,
		moreOf: (key) => counts.get(key)?.more ?? 0
	};
}

// action/scan/leak/git/bringing-commits.ts
async function findBringingCommits(setting, ids) {
	if (ids.length === 0) return /* @__PURE__ */ new Map();
	const args = [
		...[
			"log",
			"--all",
			"--topo-order",
			"--reverse",
			"--format=%H",
			"--raw",
			"-z",
			"--no-abbrev"
		],
		...[
			"-m",
			"--root",
			"--no-renames",
			"--no-ext-diff",
			"--no-textconv"
		],
		...ids.map((id) => `--find-object=${id}`),
		"--"
	];
	const listing = await askGit({
		setting,
		args
	});
	const wanted = new Set(ids);
	const found = /* @__PURE__ */ new Map();
	let commit = "";
	const tokens = (listing?.toString() ?? "").split("\0");
	for (let index = 0; index < tokens.length; index++) {
		const token = (tokens[index] ?? "").trimStart();
		if (!token.startsWith(":")) {
			if (token !== "") commit = token.trim();
			continue;
		}
		index += 1;
		const id = token.split(" ")[3] ?? "";
		if (wanted.has(id) && !found.has(id)) found.set(id, {
			commit,
			name: tokens[index] ?? ""
		});
	}
	return found;
}

// action/scan/leak/leak-origin.ts
const UNKNOWN = {
	isOld: false,
	since: "it is not known since when",
	holder: "the repository"
};
const UNTRACKED = "git does not track it, so an earlier step of this job wrote it";
async function findOrigins(leaks, ports) {
	const { setting, base } = ports;
	if (leaks.length === 0) return [];
	const now = setting && await filesOfCommit(setting, "HEAD");
	if (setting === void 0 || now === void 0) return leaks.map((leak) => ({
		leak,
		origin: holderOf(leak, UNKNOWN)
	}));
	const before = base === void 0 ? void 0 : await filesOfCommit(setting, base);
	const old = before && await oldLeaks(leaks, {
		...ports,
		now,
		before,
		setting
	});
	const written = leaks.filter((leak) => !now.has(outerFile(leak)));
	const meant = await meantOnes(written, setting, ports.workspace);
	return leaks.map((leak) => {
		if (meant.has(leak)) return {
			leak,
			origin: MEANT
		};
		if (written.includes(leak)) return {
			leak,
			origin: untracked(leak)
		};
		if (old === void 0) return {
			leak,
			origin: UNKNOWN
		};
		return {
			leak,
			origin: old.has(leak) ? WAS_THERE : NEW
		};
	});
}
const WAS_THERE = {
	isOld: true,
	since: "it was there before this change",
	holder: "the repository"
};
const NEW = {
	isOld: false,
	since: "this change brought it in",
	holder: "the repository"
};
function untracked(leak) {
	return {
		isOld: false,
		since: UNTRACKED,
		holder: leak.isOutput ? "the build output" : "that file"
	};
}
const MEANT = {
	isOld: false,
	since: UNTRACKED,
	holder: "that file",
	isMeant: true
};
const ENV_FILE = new RegExp(`^(?:\\.env|\\.dev\\.vars)(?:\\.(?:local|dev|development|debug|test|tests|testing|e2e|ci|preview|qa|uat|sandbox|demo|stage|staging|live|prod|production|build|deploy|docker|runtime|shared|private|secret|secrets|keys|override)){0,2}$|^[\\w-][\\w.-]*\\.env$|^\\.envrc$`);
async function meantOnes(written, setting, workspace) {
	const named = written.filter((leak) => leak.kind === "file" && !leak.isOutput && outerFile(leak) === leak.name && !liesInOutput(leak.name) && !liesInOtherRepository(leak.name, workspace) && ENV_FILE.test(leak.name.slice(leak.name.lastIndexOf("/") + 1)));
	if (named.length === 0) return /* @__PURE__ */ new Set();
	const staged = await stagedNames(setting, workspace);
	return new Set(named.filter(({ name }) => staged?.has(name) === false));
}
function liesInOtherRepository(name, workspace) {
	const folders = name.split("/").slice(0, -1);
	return folders.some((_, index) => existsSync(path.join(workspace, ...folders.slice(0, index + 1), ".git")));
}
function holderOf(leak, origin) {
	return leak.isOutput ? {
		...origin,
		holder: "the build output"
	} : origin;
}
async function oldLeaks(leaks, { setting, now, before, detector, keyOf }) {
	const contents = new Set(before.values());
	const isUnchanged = (leak) => contents.has(now.get(outerFile(leak)) ?? "");
	const inFiles = leaks.filter(({ kind }) => kind === "file").map(outerFile);
	const keysAt = await keysIn(setting, [...new Set(inFiles.flatMap((file) => [before.get(file) ?? [], now.get(file) ?? []].flat()))], {
		detector,
		keyOf
	});
	return new Set(leaks.filter((leak) => {
		const file = outerFile(leak);
		if (leak.kind === "file name") return before.has(file);
		const held = (id = "") => keysAt.get(id)?.has(leak.key) === true;
		return (leak.name !== file || held(now.get(file))) && isUnchanged(leak) || held(before.get(file));
	}));
}
async function keysIn(setting, ids, { detector, keyOf }) {
	const found = /* @__PURE__ */ new Map();
	if (ids.length === 0) return found;
	const window = createWindow(detector, {
		size: 262144,
		countsLinesOf: "short contents"
	});
	let current = "";
	await readObjects(setting, { ids }, () => ({
		begin: ({ id }) => {
			current = id;
			window.begin();
			return true;
		},
		content: (bytes) => {
			window.write(bytes);
		},
		end: () => {
			found.set(current, new Set(window.end().list.map(({ what }) => keyOf(what))));
		},
		missing: () => void 0
	}));
	return found;
}
async function findHistoryOrigins(finds, { setting, base, toLeak }) {
	if (finds.length === 0) return [];
	const inChange = base === void 0 ? void 0 : setting && await commitsSince(setting, base);
	const ids = finds.flatMap(({ kind, id }) => kind === "file" ? [id] : []);
	const brought = setting ? await findBringingCommits(setting, [...new Set(ids)]) : NOT_KNOWN;
	const order = new Map([...brought.keys()].map((id, index) => [id, index]));
	const rank = ({ id }) => order.get(id) ?? -1;
	const told = /* @__PURE__ */ new Set();
	return finds.toSorted((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1)).flatMap((find) => {
		const leak = toLeak(find);
		const from = brought.get(find.id) ?? {};
		const commit = (find.kind === "commit" || find.kind === "file name") && find.id !== "" ? find.id : from.commit;
		const place = JSON.stringify([
			leak.kind,
			leak.key,
			leak.words,
			leak.name
		]);
		if (leak.kind !== "commit" && told.has(place)) return [];
		told.add(place);
		return [{
			leak,
			origin: historyOrigin(commit, inChange)
		}];
	});
}
const NOT_KNOWN = /* @__PURE__ */ new Map();
const SHORT_ID = 12;
function historyOrigin(commit, inChange) {
	const holder = "the history";
	if (commit === void 0) return {
		isOld: false,
		since: "it is in the history",
		holder
	};
	const short = `commit ${commit.slice(0, SHORT_ID)}`;
	if (inChange === void 0) return {
		isOld: false,
		since: `${short} brought it in`,
		holder,
		commit
	};
	return inChange.has(commit) ? {
		isOld: false,
		since: `${short} of this change brought it in`,
		holder,
		commit
	} : {
		isOld: true,
		since: `${short} brought it in`,
		holder,
		commit
	};
}

// action/scan/leak/pace.ts
const WORK_MS = 25;
const PROGRESS_MS = 5e3;
function createPace({ now, signal, progress, describe }) {
	let rested = now();
	let told = rested;
	return {
		isDue: () => now() - rested > WORK_MS,
		rest: async () => {
			await new Promise((resolve) => setImmediate(resolve));
			signal?.throwIfAborted();
			rested = now();
			if (rested - told < PROGRESS_MS) return;
			told = rested;
			progress(describe());
		}
	};
}

// action/scan/leak/search/needles.ts
function needlesOf(keys) {
	return keys.flatMap((value, key) => {
		return withoutLonger(maskableSpellings(value).flatMap(({ name, text }) => encodingsOf(text).map(({ bytes, suffix }) => ({
			bytes,
			key,
			words: wordsOf$1(name) + suffix
		}))));
	});
}
function encodingsOf(text) {
	const wide = text.includes("\0") ? [] : [littleEndian(text), littleEndian(text).swap16()];
	return [{
		bytes: Buffer.from(text, text.includes("\0") ? "latin1" : "utf8"),
		suffix: ""
	}, ...wide.map((bytes) => ({
		bytes: withoutOuterNul(bytes),
		suffix: ", in UTF-16"
	}))];
}
function littleEndian(text) {
	return Buffer.from(text, "utf16le");
}
function withoutOuterNul(bytes) {
	const start = bytes[0] === 0 ? 1 : 0;
	const end = bytes.at(-1) === 0 ? bytes.length - 1 : bytes.length;
	return bytes.subarray(start, end);
}
function withoutLonger(needles) {
	const kept = [];
	for (const needle of needles.toSorted((one, other) => one.bytes.length - other.bytes.length)) if (!kept.some(({ bytes }) => needle.bytes.includes(bytes))) kept.push(needle);
	return kept;
}
const WORDS = [
	["raw", "as plain text"],
	["value and colon", "as plain text"],
	["capitals", "in capitals"],
	["small letters", "in small letters"],
	["UTF-16", "as plain text, in UTF-16"],
	["percent-encoded", "percent-encoded"],
	["underscores percent-encoded", "percent-encoded"],
	["every byte percent-encoded", "percent-encoded"],
	["form-encoded", "form-encoded"],
	["JSON-escaped", "escaped as in JSON"],
	["HTML-escaped", "escaped as in HTML"],
	["hex of UTF-16", "in hex of UTF-16"],
	["hex", "in hex"],
	["base64 of UTF-16", "in base64 of UTF-16"],
	["base64", "in base64"]
];
function wordsOf$1(name) {
	return WORDS.find(([beginning]) => name.startsWith(beginning))?.[1] ?? "in another spelling";
}

// action/scan/leak/search/wrapped-base64.ts
const PIECE = 40 / 2;
function wrappedNeedlesOf(keys) {
	return keys.flatMap((value, key) => withoutLonger(maskableSpellings(value).filter(({ inBase64, text }) => inBase64 !== void 0 && !/[%\\]/.test(text)).map(({ text, name }) => ({
		bytes: Buffer.from(text),
		key,
		words: wordsOf(name)
	}))).flatMap(inPieces));
}
function wordsOf(name) {
	return `${name.startsWith("base64 of UTF-16") ? "in base64 of UTF-16" : "in base64"}, wrapped over lines`;
}
function inPieces(whole) {
	const { length } = whole.bytes;
	const size = Math.min(PIECE, Math.floor(length / 2));
	const starts = Array.from({ length: Math.floor(length / size) }, (_, index) => index * size);
	return [.../* @__PURE__ */ new Set([...starts, length - size])].map((at) => ({
		...whole,
		bytes: whole.bytes.subarray(at, at + size),
		whole: whole.bytes,
		at
	}));
}
const BETWEEN = new Set(Array.from(" 	\r\n>#*\"'`,.+\\", (mark) => mark.charCodeAt(0)));
const BACKSLASH = 92;
const WRITTEN = new Set(Array.from("nr", (letter) => letter.charCodeAt(0)));
const MOST_BETWEEN = 120;
function longestWrapped({ whole }) {
	return whole.length + (Math.ceil(whole.length / 40) + 1) * MOST_BETWEEN;
}
function wholeAround({ bytes, length }, found, { whole, at }) {
	let start = found;
	for (let index = at - 1; index >= 0; index--) {
		const isWritten = bytes[start - 2] === BACKSLASH;
		if (bytes[start - 1] !== whole[index] || isWritten) start = startOfBreak(bytes, start);
		start -= 1;
		if (start < 0 || bytes[start] !== whole[index]) return void 0;
	}
	let end = found;
	for (let index = at; index < whole.length; index++) {
		if (bytes[end] !== whole[index]) end = endOfBreak(bytes, end);
		if (end >= length || bytes[end] !== whole[index]) return void 0;
		end += 1;
	}
	return end - start > whole.length ? {
		start,
		end
	} : void 0;
}
function endOfBreak(bytes, from) {
	let end = from;
	while (end - from < MOST_BETWEEN && isBetween(bytes, end)) end += 1;
	return end;
}
function startOfBreak(bytes, from) {
	let start = from;
	while (from - start < MOST_BETWEEN && isBetween(bytes, start - 1)) start -= 1;
	return start;
}
function isBetween(bytes, at) {
	const byte = bytes[at] ?? 0;
	return BETWEEN.has(byte) || WRITTEN.has(byte) && bytes[at - 1] === BACKSLASH;
}

// action/scan/leak/search/detector.ts
const MOST_KEYS = 8;
function needleDetector(needles, pieces = []) {
	const { longest, search } = createByteSearch([...needles, ...pieces].map(({ bytes }) => bytes));
	return {
		overlap: Math.max(longest, ...pieces.map(longestWrapped)) - 1,
		detect: ({ bytes, length, kept }, onFound) => {
			const told = [];
			search(bytes, length, (start, end, index) => {
				const piece = pieces[index - needles.length];
				if (piece === void 0) {
					if (end > kept) onFound(start, end, index);
					return;
				}
				const whole = wholeAround({
					bytes,
					length
				}, start, piece);
				if (whole === void 0 || whole.end <= kept || told.includes(whole.start)) return;
				told.push(whole.start);
				if (told.length > MOST_KEYS) told.shift();
				onFound(whole.start, whole.end, index);
			});
		}
	};
}
const MARGIN = 8 * KEY_LENGTH.max;
const shapeDetector = {
	overlap: 2 * MARGIN,
	detect: ({ bytes, length, kept, isLast }, onFound) => {
		const found = findKeys(bytes.toString("latin1", 0, length));
		const from = kept === 0 ? 0 : kept - MARGIN;
		const to = isLast ? length : length - MARGIN;
		for (const { start, end } of found) if (start >= from && start < to) onFound(start, end, 0);
	}
};

// action/scan/leak/tally.ts
function startTally() {
	return {
		files: 0,
		bytes: 0,
		objects: 0,
		skipped: {}
	};
}
function countSkipped({ skipped }, kind) {
	skipped[kind] = (skipped[kind] ?? 0) + 1;
}
function describeProgress({ files, bytes, objects }) {
	const history = objects === 0 ? "" : ` and ${count(objects, "object", "objects")} of the history`;
	return `Looking for the key: ${count(files, "file", "files")} (${showBytes(bytes)})${history} so far.`;
}
function showBytes(bytes) {
	if (bytes < 1e3) return `${bytes} bytes`;
	if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`;
	return `${showNumber(Math.round(bytes / 1e6))} MB`;
}
function describeSkipped({ skipped }) {
	const kinds = Object.entries(skipped);
	const sum = kinds.reduce((total, [, n]) => total + n, 0);
	if (sum === 0) return "";
	const list = kinds.map(([kind, n]) => count(n, kind, `${kind}s`)).join(", ");
	return `; ${sum === 1 ? "1 file was" : `${showNumber(sum)} files were`} skipped: ${list}`;
}

// action/scan/leak/time-limit.ts
var OutOfTime = class extends Error {
	name = "OutOfTime";
};
function startTimeLimit(milliseconds, ended) {
	const controller = new AbortController();
	const end = () => {
		controller.abort(ended?.reason);
	};
	ended?.addEventListener("abort", end);
	const timer = setTimeout(() => {
		controller.abort(new OutOfTime());
	}, milliseconds);
	const { signal } = controller;
	return {
		signal,
		isOver: () => signal.reason instanceof OutOfTime,
		release: () => {
			clearTimeout(timer);
			ended?.removeEventListener("abort", end);
		}
	};
}

// action/scan/leak/leak-scan.ts
async function scanForLeaks(request, ports) {
	ports.signal?.throwIfAborted();
	const time = startTimeLimit(ports.limitMs ?? 15 * 6e4, ports.signal);
	const git = openGit(request.workspace, {
		...ports,
		signal: time.signal
	});
	try {
		const scan = prepare(request, {
			ports,
			git,
			time
		});
		const result = await (request.keys.length === 0 ? scanForShapes(scan) : scanForKeys(scan));
		ports.signal?.throwIfAborted();
		return result;
	} catch (error) {
		ports.signal?.throwIfAborted();
		throw error;
	} finally {
		time.release();
		git?.repository.remove();
	}
}
function openGit(workspace, { signal, searchPath }) {
	const program = findGit(searchPath ?? process.env["PATH"] ?? "", workspace);
	const place = findRepository(workspace);
	if (program === void 0 || place === void 0) return void 0;
	const repository = openPrivately(place);
	return {
		setting: {
			program,
			folder: repository.folder,
			signal
		},
		repository
	};
}
function prepare(request, { ports, git, time }) {
	const values = request.keys.map(({ key }) => key.reveal());
	const hide = createTextMasker(values);
	const whole = needlesOf(values);
	const pieces = wrappedNeedlesOf(values);
	const tally = startTally();
	const gaps = createGaps(hide);
	for (const [index, { which }] of request.keys.entries()) {
		if (whole.some(({ key }) => key === index)) continue;
		gaps.other(`${which === "the key" ? "The key" : "The previous key"} is too short to be told from other text`, "Store the whole key; one this short is none of Pleo's.");
	}
	const describe = () => describeProgress(tally);
	const pace = createPace({
		...ports,
		signal: time.signal,
		describe
	});
	const which = request.keys.map((key) => key.which);
	const detector = whole.length === 0 ? shapeDetector : needleDetector(whole, pieces);
	const wording = {
		...request.words,
		which,
		hide
	};
	const needles = [...whole, ...pieces];
	return {
		request,
		git,
		time,
		needles,
		spellings: whole.filter(({ key }) => key === needles[0]?.key).length,
		detector,
		pace,
		tally,
		gaps,
		wording,
		leaks: createLeakList()
	};
}
async function scanForKeys(scan) {
	const { request, needles, gaps, leaks } = scan;
	if (needles.length === 0) return {
		findings: gaps.findings(),
		seen: "nothing"
	};
	await untilTimeIsOver(scan, () => scanFiles(scan, { isWanted: () => true }));
	const keyOf = (what) => needles[what]?.key ?? 0;
	const { detector } = scan;
	const { base, workspace } = request;
	const inFiles = await withGitIfThereIsTime(scan, (setting) => findOrigins(leaks.leaks(), {
		setting,
		workspace,
		base,
		detector,
		keyOf
	}));
	const history = request.scan.modes.has("history") ? await lookBack(scan) : NO_HISTORY;
	tellIfTimeIsOver(scan);
	const found = [...inFiles.map((found) => withCommit(found, history)), ...history.leaks.filter(({ leak }) => !inFiles.some((other) => isSameFile(leak, other.leak))).toSorted((one, other) => compare(orderOf(one.leak), orderOf(other.leak)))];
	return {
		findings: [
			...request.keys.flatMap((_, key) => describeKey(found, key, scan)),
			...history.findings,
			...gaps.findings()
		],
		seen: describeSeen(scan)
	};
}
async function untilTimeIsOver({ time }, work) {
	try {
		await work();
	} catch (error) {
		if (!time.isOver()) throw error;
	}
}
async function withGitIfThereIsTime({ git, time }, ask) {
	try {
		return await ask(time.isOver() ? void 0 : git?.setting);
	} catch (error) {
		if (!time.isOver()) throw error;
		return ask(void 0);
	}
}
function tellIfTimeIsOver({ time, gaps }) {
	if (!time.isOver()) return;
	gaps.other(`The search was ended after ${15} minutes, before everything was looked through`, "Look through less in one run: `history` in a scheduled workflow of its own, or `build` with the folders that are deployed.");
}
function describeKey(found, key, { leaks, wording }) {
	const ofKey = found.filter(({ leak }) => leak.key === key);
	const listed = ofKey.slice(0, 50);
	const findings = listed.map(({ leak, origin }) => describeLeak(leak, origin, wording));
	return withRest(findings, leaks.moreOf(key) + ofKey.length - listed.length);
}
function isSameFile(one, other) {
	return one.kind === other.kind && one.name === other.name && one.key === other.key && one.words === other.words;
}
function orderOf({ kind, name, line = 0, words }) {
	return [
		kind,
		name,
		String(line).padStart(9, "0"),
		words
	].join("\0");
}
function compare(one, other) {
	return one < other ? -1 : Number(one > other);
}
function withCommit(found, history) {
	const { leak, origin } = found;
	const past = history.leaks.find((other) => isSameFile(other.leak, leak))?.origin;
	if (past === void 0) return found;
	const holder = "the repository and its history";
	const since = past.commit === void 0 ? origin.since : past.since;
	return {
		leak,
		origin: {
			isOld: origin.isOld,
			since,
			holder
		}
	};
}
const NO_HISTORY = {
	leaks: [],
	findings: []
};
async function lookBack(scan) {
	const { request, git, tally, gaps, needles } = scan;
	if (git === void 0) {
		gaps.other("The history could not be looked through, because the workspace is no git repository or there is no git", "Check out with `actions/checkout` and `fetch-depth: 0`, on a runner that has git.");
		return NO_HISTORY;
	}
	const history = await scanHistory(git.setting, {
		...contentPorts(scan),
		onObject: () => {
			tally.objects += 1;
		},
		references: git.repository.references,
		isOver: scan.time.isOver
	});
	scan.leaks.addMore(0, history.more);
	const toLeak = ({ name, hit, kind, id }) => {
		const needle = needles[hit.what];
		const line = hit.line === void 0 || kind !== "file" ? {} : { line: hit.line };
		const words = needle?.words ?? "";
		return {
			kind,
			key: needle?.key ?? 0,
			words,
			name,
			isOutput: false,
			id,
			...line
		};
	};
	const leaks = await withGitIfThereIsTime(scan, (setting) => findHistoryOrigins(history.finds, {
		setting,
		base: request.base,
		toLeak
	}));
	const problem = scan.time.isOver() ? void 0 : problemOf(git.repository, history);
	return {
		leaks,
		findings: problem === void 0 ? [] : [createScanFinding("history-incomplete", { problem })]
	};
}
function problemOf({ gap }, { missing, isWhole }) {
	if (gap !== void 0) return gap;
	if (missing > 0) return `${count(missing, "object", "objects")} of the history are not in the clone`;
	return isWhole ? void 0 : "Git could not list and read all of the history";
}
function contentPorts({ detector, pace, gaps, tally }) {
	return {
		detector,
		pace,
		incomplete: gaps.packed,
		skipped: (kind) => {
			countSkipped(tally, kind);
		}
	};
}
async function scanFiles(scan, { isWanted }) {
	const { request, gaps, tally, pace, needles } = scan;
	const { modes, includesIgnored } = request.scan;
	const paths = findAskedPaths(request.scan.paths, {
		workspace: request.workspace,
		gaps
	});
	const wantsWorkspace = modes.has("workspace");
	const wantsOutput = modes.has("build");
	if (!wantsWorkspace && !wantsOutput && paths.length === 0) return;
	const ignored = wantsWorkspace && !includesIgnored ? await namesIgnored(scan) : NOTHING;
	const scanner = createFileScanner(contentPorts(scan));
	const { workspace } = request;
	const walked = walkFiles({
		workspace,
		wantsWorkspace,
		wantsOutput,
		paths,
		isIgnored: (name) => ignored.has(name)
	}, {
		skipped: (kind) => {
			countSkipped(tally, kind);
		},
		unreadable: gaps.unreadable
	});
	let outputs = 0;
	const glances = needles.length === 0 ? void 0 : openGlances(needles.map((needle) => needle.bytes));
	try {
		for (const files of inRounds(walked, isWanted)) {
			outputs += files.filter(({ isOutput }) => isOutput).length;
			lookAtNames(files, scan);
			for (const file of await worthALook(files, glances, scan)) await lookInto(file, scanner, scan);
			if (pace.isDue()) await pace.rest();
		}
	} finally {
		glances?.close();
	}
	if (outputs === 0 && wantsOutput) gaps.other("No build output was found", "Run this step after the build, or name its folder in `leak-scan-paths`.");
}
const ROUND = 2e4;
function* inRounds(walked, isWanted) {
	let round = [];
	for (const file of walked) {
		if (isWanted(file)) round.push(file);
		if (round.length < ROUND) continue;
		yield round;
		round = [];
	}
	yield round;
}
async function worthALook(files, glances, { pace, tally }) {
	if (glances === void 0) return files;
	const paths = files.map(({ path: file }) => typeof file === "string" ? file : "");
	const before = tally.files;
	const { notable, bytes } = await glances.glanceAt(paths, pace, (taken) => {
		tally.files = before + taken;
	});
	tally.files = before + files.length - notable.length;
	tally.bytes += bytes;
	return notable.flatMap((index) => files[index] ?? []);
}
async function lookInto(file, scanner, scan) {
	const { pace, tally, leaks, gaps, needles } = scan;
	if (pace.isDue()) await pace.rest();
	try {
		const { bytes, list, more } = await scanner.scan(file.path, file.name);
		tally.files += 1;
		tally.bytes += bytes;
		for (const { name, hit } of list) {
			const needle = needles[hit.what];
			const line = hit.line === void 0 ? {} : { line: hit.line };
			const found = {
				key: needle?.key ?? 0,
				words: needle?.words ?? "",
				name,
				...line
			};
			leaks.add({
				kind: "file",
				isOutput: file.isOutput,
				...found
			});
		}
		if (more > 0) leaks.addMore(needles[list[0]?.hit.what ?? 0]?.key ?? 0, more);
	} catch (error) {
		if (!isFileError(error)) throw error;
		gaps.unreadable(file.name);
	}
}
function isFileError(error) {
	return error instanceof Error && "syscall" in error && "code" in error;
}
function lookAtNames(files, scan) {
	if (scan.needles.length === 0) return;
	const together = Buffer.from(files.map(({ name }) => name).join("\0"));
	if (foundIn(together, scan.detector).length === 0) return;
	for (const file of files) lookAtName(file, scan);
}
function lookAtName({ name, isOutput }, { detector, leaks, needles }) {
	for (const what of foundIn(Buffer.from(name), detector)) {
		const needle = needles[what];
		if (needle === void 0) continue;
		leaks.add({
			kind: "file name",
			key: needle.key,
			words: needle.words,
			name,
			isOutput
		});
	}
}
const NOTHING = /* @__PURE__ */ new Set();
async function namesIgnored({ git, request }) {
	if (git === void 0) return NOTHING;
	return await ignoredNames(git.setting, request.workspace) ?? NOTHING;
}
async function scanForShapes(scan) {
	const { request, leaks, wording, gaps, tally } = scan;
	const unchanged = await withGitIfThereIsTime(scan, async (setting) => setting && await unchangedNames(setting, request.base));
	const modes = /* @__PURE__ */ new Set([...request.scan.modes, "workspace"]);
	const wide = {
		...scan,
		request: {
			...request,
			scan: {
				...request.scan,
				modes
			}
		}
	};
	await untilTimeIsOver(scan, () => scanFiles(wide, { isWanted: ({ name }) => unchanged?.has(name) !== true }));
	tellIfTimeIsOver(scan);
	const findings = leaks.leaks().map((leak) => describeShape(leak, wording));
	const seen = `${unchanged === void 0 ? count(tally.files, "file", "files") : `the ${count(tally.files, "changed file", "changed files")}`}, by the shape of a key alone, since this run has no key`;
	return {
		findings: [...withRest(findings, leaks.moreOf(0)), ...gaps.findings()],
		seen: seen + describeSkipped(tally)
	};
}
async function unchangedNames(setting, base) {
	if (base === void 0) return void 0;
	const before = await filesOfCommit(setting, base);
	const now = await filesOfCommit(setting, "HEAD");
	if (before === void 0 || now === void 0) return void 0;
	return new Set([...now].filter(([name, id]) => before.get(name) === id).map(([name]) => name));
}
function describeSeen({ request, tally, spellings }) {
	const { modes, paths } = request.scan;
	const hasOutput = modes.has("build") || paths.length > 0;
	const places = [...modes.has("workspace") ? ["the workspace"] : [], ...hasOutput ? ["the build output"] : []];
	const files = `${count(tally.files, "file", "files")} of ${places.join(" and ")} (${showBytes(tally.bytes)})`;
	const objects = `${count(tally.objects, "object", "objects")} of the history`;
	return `${[...places.length > 0 ? [files] : [], ...modes.has("history") ? [objects] : []].join(" and ")}, in ${spellings} spellings${describeSkipped(tally)}`;
}

export { ArchiveLimit as a, unopenedKindOf as c, ArchiveDamage as i, createWindow as l, listZip as n, createBudget as o, ARCHIVE_LIMITS as r, archiveKindOf as s, scanForLeaks, contentStart as t, sourceOfBytes as u };