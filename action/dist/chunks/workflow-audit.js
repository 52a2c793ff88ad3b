import { r as maskText } from "../index.js";
import { a as isScalar, i as isMap, n as LineCounter, o as isSeq, r as isAlias, t as parseDocument } from "./yaml.js";
import { n as createScanFinding } from "./scan-catalogue.js";
import { lstatSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

// action/scan/workflow/expression/carry.ts
const NOTHING$1 = /* @__PURE__ */ new Set();
function union(parts) {
	const filled = new Set(parts.filter((part) => part.size > 0));
	const [first] = filled;
	if (first === void 0) return NOTHING$1;
	return filled.size === 1 ? first : new Set([...filled].flatMap((part) => [...part]));
}

// action/scan/workflow/expression/parse.ts
const TOKEN = /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>[+-]?(?:0x[0-9a-f]+|0o[0-7]+|\.?\d[\d.]*(?:e[+-]?\d+)?))|(?<name>[a-z_][\w-]*)|(?<mark>&&|\|\||[=!<>]=|[!<>()[\].,*]))/iy;
const DEEPEST$5 = 50;
function parseExpression(text) {
	const tokens = tokenize(text);
	if (tokens === void 0 || tokens.length === 0) return void 0;
	const reader = {
		tokens,
		at: 0,
		depth: 0
	};
	const expression = readEither(reader, "||");
	return reader.at === tokens.length ? expression : void 0;
}
function tokenize(text) {
	const tokens = [];
	const end = text.trimEnd().length;
	for (let at = 0; at < end; at = TOKEN.lastIndex) {
		TOKEN.lastIndex = at;
		const groups = TOKEN.exec(text)?.groups ?? {};
		const [kind, found] = Object.entries(groups).find(([, value]) => value !== void 0) ?? [];
		if (kind === void 0 || found === void 0) return void 0;
		tokens.push({
			kind,
			text: found
		});
	}
	return tokens;
}
function takeMark(reader, ...marks) {
	const token = reader.tokens[reader.at];
	if (token?.kind !== "mark" || !marks.includes(token.text)) return void 0;
	reader.at++;
	return token.text;
}
function readEither(reader, operator) {
	const next = () => operator === "||" ? readEither(reader, "&&") : readTest(reader);
	let left = next();
	while (left !== void 0 && takeMark(reader, operator) !== void 0) {
		const right = next();
		left = right && {
			kind: "either",
			operator,
			left,
			right
		};
	}
	return left;
}
function readTest(reader) {
	let left = readNot(reader);
	while (left !== void 0) {
		const operator = takeMark(reader, "==", "!=", "<", "<=", ">", ">=");
		if (operator === void 0) break;
		const right = readNot(reader);
		left = right && {
			kind: "test",
			operator,
			parts: [left, right]
		};
	}
	return left;
}
function readNot(reader) {
	let turns = 0;
	while (takeMark(reader, "!") !== void 0) turns++;
	const value = readMember(reader);
	if (turns === 0 || value === void 0) return value;
	const once = {
		kind: "test",
		operator: "!",
		parts: [value]
	};
	return turns % 2 === 1 ? once : {
		kind: "test",
		operator: "!",
		parts: [once]
	};
}
function readMember(reader) {
	let value = readPrimary(reader);
	for (let links = 0; value !== void 0 && links < DEEPEST$5; links++) if (takeMark(reader, ".") !== void 0) value = readKey(reader, value);
	else if (takeMark(reader, "[") !== void 0) {
		const key = takeMark(reader, "*") === void 0 ? readNested(reader) : void 0;
		if (takeMark(reader, "]") === void 0) return void 0;
		value = {
			kind: "member",
			of: value,
			key
		};
	} else return value;
}
function readKey(reader, of) {
	if (takeMark(reader, "*") !== void 0) return {
		kind: "member",
		of,
		key: void 0
	};
	const token = reader.tokens[reader.at];
	if (token?.kind !== "name") return void 0;
	reader.at++;
	return {
		kind: "member",
		of,
		key: {
			kind: "literal",
			value: token.text
		}
	};
}
function readPrimary(reader) {
	if (takeMark(reader, "(") !== void 0) {
		const inside = readNested(reader);
		return takeMark(reader, ")") === void 0 ? void 0 : inside;
	}
	const token = reader.tokens[reader.at];
	if (token === void 0 || token.kind === "mark") return void 0;
	reader.at++;
	if (token.kind === "text") return {
		kind: "literal",
		value: token.text.slice(1, -1).replaceAll("''", "'")
	};
	if (token.kind === "number") return {
		kind: "literal",
		value: token.text
	};
	if (takeMark(reader, "(") !== void 0) return readCall(reader, token.text);
	return {
		kind: "name",
		name: token.text.toLowerCase()
	};
}
function readCall(reader, name) {
	const args = [];
	if (takeMark(reader, ")") !== void 0) return {
		kind: "call",
		name: name.toLowerCase(),
		args
	};
	do {
		const argument = readNested(reader);
		if (argument === void 0) return void 0;
		args.push(argument);
	} while (takeMark(reader, ",") !== void 0);
	if (takeMark(reader, ")") === void 0) return void 0;
	return {
		kind: "call",
		name: name.toLowerCase(),
		args
	};
}
function readNested(reader) {
	if (reader.depth >= DEEPEST$5) return void 0;
	reader.depth++;
	const value = readEither(reader, "||");
	reader.depth--;
	return value;
}

// action/scan/workflow/expression/find.ts
const found$1 = /* @__PURE__ */ new WeakMap();
function expressionsIn(tree) {
	const known = found$1.get(tree) ?? findExpressions(tree.text);
	found$1.set(tree, known);
	return known;
}
const LONGEST$1 = 21e3;
function findExpressions(text) {
	const expressions = [];
	for (let start = text.indexOf("${{"); start >= 0;) {
		const end = endOf(text, start + 3);
		if (end === void 0) break;
		const inside = end - start > LONGEST$1 ? "" : text.slice(start + 3, end - 2);
		expressions.push({
			start,
			end,
			expression: parseExpression(inside)
		});
		start = text.indexOf("${{", end);
	}
	return expressions;
}
function endOf(text, start) {
	let at = start;
	let end = -1;
	for (;;) {
		if (end < at) end = text.indexOf("}}", at);
		if (end < 0) return void 0;
		const quote = text.indexOf("'", at);
		if (quote < 0 || quote > end) return end + 2;
		const closing = text.indexOf("'", quote + 1);
		if (closing < 0) return void 0;
		at = closing + 1;
	}
}

// action/scan/workflow/expression/carried.ts
const workedOut = /* @__PURE__ */ new WeakMap();
function carriedBy(tree, scope) {
	const expressions = expressionsIn(tree);
	if (expressions.length === 0) return NOTHING$1;
	const known = workedOut.get(scope)?.get(tree);
	if (known !== void 0) return known;
	const parts = expressions.map(({ expression }) => carriedByExpression(expression, scope));
	const carried = union(parts);
	const texts = workedOut.get(scope) ?? /* @__PURE__ */ new Map();
	workedOut.set(scope, texts.set(tree, carried));
	return carried;
}
function carriersAmong(settings, scope) {
	return settings.flatMap((setting) => {
		const carried = carriedBy(setting.value, scope);
		return carried.size > 0 ? [{
			...setting,
			carried
		}] : [];
	});
}
function carriedBySettings(settings, scope) {
	return union(carriersAmong(settings, scope).map(({ carried }) => carried));
}
const TESTS = new Set("contains startswith endswith hashfiles success failure always cancelled".split(" "));
function carriedByExpression(expression, scope) {
	switch (expression?.kind) {
		case void 0:
		case "literal":
		case "test": return NOTHING$1;
		case "name": return carriedByContext(expression.name, scope);
		case "member": return carriedByMember(expression.of, expression.key, scope);
		case "either": {
			const right = carriedByExpression(expression.right, scope);
			if (expression.operator === "&&") return right;
			return union([carriedByExpression(expression.left, scope), right]);
		}
		case "call":
			if (TESTS.has(expression.name)) return NOTHING$1;
			return union(expression.args.map((argument) => carriedByExpression(argument, scope)));
	}
}
function carriedByContext(name, scope) {
	if (name === "secrets") return scope.allSecrets;
	if (name === "env") return scope.env.all;
	if (name === "inputs") return union([...scope.inputs.values()]);
	return name === "steps" || name === "needs" ? union([...scope.outputs.values()]) : NOTHING$1;
}
function carriedByMember(of, key, scope) {
	if (key === void 0) return carriedByExpression(of, scope);
	const chain = chainOf({
		kind: "member",
		of,
		key
	});
	const context = chain === void 0 ? void 0 : scope.contextNamed?.(chain);
	if (context !== void 0 && context.size > 0) return context;
	const names = textsOf(key, scope);
	if (of.kind === "name") return union(names.map((name) => memberOf(of.name, name, scope)));
	if (chain !== void 0 && /^(?:steps|needs)\./.test(chain)) return scope.outputs.get(chain) ?? NOTHING$1;
	if (chain?.startsWith("github.event.inputs.") === true) return union(names.map((name) => memberOf("inputs", name, scope)));
	if (of.kind === "call" && handsOverAllSecrets(of)) return union(names.map((name) => memberOf("secrets", name, scope)));
	return of.kind === "call" ? carriedByExpression(of, scope) : NOTHING$1;
}
function memberOf(context, name, scope) {
	if (context === "secrets") return scope.secretNamed(name);
	if (context === "inputs") return scope.inputs.get(name.toLowerCase()) ?? NOTHING$1;
	if (context !== "env") return NOTHING$1;
	const exact = scope.env.get(name);
	return exact.size > 0 ? exact : scope.env.getInAnyCase(name);
}
function chainOf(expression) {
	const parts = [];
	let rest = expression;
	while (rest.kind === "member") {
		if (rest.key?.kind !== "literal") return void 0;
		parts.unshift(rest.key.value);
		rest = rest.of;
	}
	return rest.kind === "name" ? [rest.name, ...parts].join(".").toLowerCase() : void 0;
}
function handsOverAllSecrets(expression) {
	switch (expression?.kind) {
		case "name": return expression.name === "secrets";
		case "member": return expression.of.kind === "name" ? expression.key === void 0 && expression.of.name === "secrets" : handsOverAllSecrets(expression.of);
		case "either": return handsOverAllSecrets(expression.left) || handsOverAllSecrets(expression.right);
		case "call": return !TESTS.has(expression.name) && expression.args.some(handsOverAllSecrets);
		default: return false;
	}
}
const LONGEST_NAME$1 = 500;
const MOST_TEXTS = 20;
function textsOf(expression, scope) {
	if (expression.kind === "literal") return [expression.value];
	if (expression.kind === "either" && expression.operator === "||") return [...textsOf(expression.left, scope), ...textsOf(expression.right, scope)].slice(0, MOST_TEXTS);
	if (expression.kind === "either") return textsOf(expression.right, scope);
	if (expression.kind === "call" && expression.name === "format") return formatted(expression.args, scope);
	const chain = chainOf(expression);
	return (chain?.startsWith("matrix.") === true ? scope.matrix.get(chain.slice(7)) : void 0)?.slice(0, MOST_TEXTS) ?? ["*"];
}
function formatted(args, scope) {
	const [pattern, ...blanks] = args;
	let texts = pattern === void 0 ? [] : textsOf(pattern, scope);
	for (const [index, blank] of blanks.slice(0, 10).entries()) {
		const most = Math.max(1, Math.floor(MOST_TEXTS / Math.max(1, texts.length)));
		const fillings = textsOf(blank, scope).slice(0, most);
		texts = texts.flatMap((text) => fillings.map((filling) => text.replaceAll(`{${index}}`, () => filling).slice(0, LONGEST_NAME$1)));
	}
	return texts;
}

// action/scan/workflow/guard.ts
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
function readUses(text) {
	const uses = text.trim();
	if (uses === "") return void 0;
	if (uses.startsWith("./") || uses.startsWith("../") || uses === ".") return {
		kind: "local",
		path: normalize(uses)
	};
	if (uses.startsWith("docker://")) return readImage(uses);
	const [name, ref = ""] = splitAtLast(uses, "@");
	const [owner = "", repository = ""] = name.split("/");
	return {
		kind: "repository",
		owner: owner.toLowerCase(),
		name,
		repository: `${owner}/${repository}`.toLowerCase(),
		ref,
		isPinned: COMMIT.test(ref)
	};
}
function readImage(uses) {
	const [image, digest] = splitAtLast(uses, "@");
	if (digest !== void 0) return {
		kind: "image",
		name: image,
		ref: digest,
		isPinned: /^sha256:[0-9a-f]{64}$/i.test(digest)
	};
	const [name, tag = "latest"] = /:[^/]*$/.test(image.slice(9)) ? splitAtLast(image, ":") : [image];
	return {
		kind: "image",
		name,
		ref: tag,
		isPinned: false
	};
}
function splitAtLast(text, mark) {
	const place = text.lastIndexOf(mark);
	return place < 0 ? [text] : [text.slice(0, place), text.slice(place + mark.length)];
}
function normalize(path) {
	const parts = [];
	for (const part of path.split("/")) if (part === "..") parts.pop();
	else if (part !== "." && part !== "") parts.push(part);
	return parts.join("/");
}
function repositoryOf(called) {
	return called?.kind === "repository" ? called.repository : "";
}
function isGuard(called, guard) {
	if (called?.kind === "local") return called.path === "" && guard.isOwnRepository === true;
	if (called?.kind !== "repository") return false;
	if (called.name.split("/").length !== 2) return false;
	return called.repository === guard.repository?.toLowerCase() || called.repository.endsWith("/pleo-key-guard");
}
const KEY_INPUTS = /* @__PURE__ */ new Set([
	"api-key",
	"previous-api-key",
	"tenant-keys"
]);

// action/scan/workflow/plain-name.ts
const LONGEST = 120;
function plainName(name) {
	if (name.length > LONGEST) return `(a name of ${name.length} characters)`;
	return maskText(name).replaceAll(/[\p{C}\p{Z}`]+/gu, " ").trim();
}
function listed(names) {
	return names.length <= 1 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

// action/scan/workflow/yaml-tree.ts
const MOST_NODES = 3e5;
const DEEPEST$4 = 100;
var Unreadable = class extends Error {
	line;
	constructor(message, line) {
		super(message);
		this.line = line;
	}
};
function readYaml(text) {
	try {
		const lines = new LineCounter();
		const document = parseDocument(text, {
			lineCounter: lines,
			uniqueKeys: false,
			schema: "core",
			resolveKnownTags: false,
			prettyErrors: false,
			logLevel: "error"
		});
		const [error] = document.errors;
		if (error !== void 0) return {
			problem: "it is not valid YAML",
			line: lines.linePos(error.pos[0]).line
		};
		const reading = {
			text,
			lines,
			anchored: /* @__PURE__ */ new Map(),
			count: 0
		};
		return { tree: treeOf(document.contents, reading, {
			line: 1,
			depth: 0
		}) };
	} catch (error) {
		return error instanceof Unreadable ? {
			problem: error.message,
			line: error.line
		} : {
			problem: "it is nested too deeply",
			line: 1
		};
	}
}
function treeOf(node, reading, around) {
	if (++reading.count > MOST_NODES || around.depth > DEEPEST$4) throw new Unreadable("it is too large", around.line);
	const before = reading.count;
	if (isAlias(node)) {
		const known = reading.anchored.get(node.source);
		if (known === void 0) throw new Unreadable("it names an anchor that is not there", around.line);
		reading.count += known.count;
		return known.tree;
	}
	if (!isMap(node) && !isSeq(node) && !isScalar(node)) return {
		kind: "text",
		text: "",
		line: around.line
	};
	const line = lineOf(node, reading) ?? around.line;
	const inside = {
		line,
		depth: around.depth + 1
	};
	const tree = isScalar(node) ? textOf$1(node, line, reading) : isSeq(node) ? listOf(node.items, reading, inside) : mapOf(node.items, reading, inside);
	if (node.anchor !== void 0) reading.anchored.set(node.anchor, {
		tree,
		count: reading.count - before
	});
	return tree;
}
function lineOf(node, { lines }) {
	return node.range ? lines.linePos(node.range[0]).line : void 0;
}
function listOf(items, reading, inside) {
	return {
		kind: "list",
		line: inside.line,
		items: items.map((item) => treeOf(item, reading, inside))
	};
}
function mapOf(pairs, reading, inside) {
	const own = /* @__PURE__ */ new Map();
	const merged = [];
	for (const { key: keyNode, value: valueNode } of pairs) {
		const key = treeOf(keyNode, reading, inside);
		if (key.kind !== "text") throw new Unreadable("it has a key that is no text", key.line);
		const value = treeOf(valueNode, reading, {
			...inside,
			line: key.line
		});
		if (key.text === "<<" && value.kind !== "text") merged.push(...value.kind === "list" ? value.items : [value]);
		else if (own.has(key.text)) throw new Unreadable("it has the same key twice", key.line);
		else own.set(key.text, {
			key: key.text,
			line: key.line,
			value
		});
	}
	for (const base of merged) mergeInto(own, base, reading);
	return {
		kind: "map",
		line: inside.line,
		entries: [...own.values()]
	};
}
function mergeInto(own, base, reading) {
	if (base.kind !== "map") throw new Unreadable("it merges what is no mapping", base.line);
	for (const entry of base.entries) {
		if (++reading.count > MOST_NODES) throw new Unreadable("it is too large", base.line);
		if (!own.has(entry.key)) own.set(entry.key, entry);
	}
}
function textOf$1(node, line, { text, lines }) {
	const { value } = node;
	const tree = {
		kind: "text",
		text: typeof value === "string" ? value : node.source ?? "",
		line
	};
	if (!node.range) return tree;
	const [start, end] = node.range;
	if (node.type === "BLOCK_LITERAL") return {
		...tree,
		blockLine: line + 1
	};
	return lines.linePos(end).line > line ? {
		...tree,
		source: text.slice(start, end)
	} : tree;
}
const LONGEST_SEARCH$1 = 2e4;
function lineAt(tree, offset) {
	const { text, line, blockLine, source } = tree;
	if (blockLine !== void 0) return blockLine + lineBreaksBefore(tree, offset);
	if (source === void 0 || source.length > LONGEST_SEARCH$1) return line;
	const [word = ""] = text.slice(offset, offset + 80).split(/\s/, 1);
	const place = word === "" ? -1 : source.indexOf(word);
	return place < 0 ? line : line + source.slice(0, place).split("\n").length - 1;
}
const lineBreaks = /* @__PURE__ */ new WeakMap();
function lineBreaksBefore(tree, offset) {
	let breaks = lineBreaks.get(tree);
	if (breaks === void 0) {
		breaks = [...tree.text.matchAll(/\n/g)].map(({ index }) => index);
		lineBreaks.set(tree, breaks);
	}
	let [low, high] = [0, breaks.length];
	while (low < high) {
		const middle = low + high >> 1;
		if ((breaks[middle] ?? Infinity) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
const NOTHING = {
	kind: "text",
	text: "",
	line: 1
};
function entriesOf$1(tree) {
	return tree?.kind === "map" ? tree.entries : [];
}
function entryOf(tree, key) {
	return entriesOf$1(tree).find((entry) => entry.key === key);
}
function valueOf(tree, key) {
	return entryOf(tree, key)?.value;
}
function itemsOf(tree) {
	return tree?.kind === "list" ? tree.items : [];
}
function textUnder(tree, key) {
	const value = valueOf(tree, key);
	return value?.kind === "text" ? value : NOTHING;
}

// action/scan/workflow/checks/saying.ts
function found(id, values, { file, line, severity }) {
	const where = {
		file,
		line
	};
	return createScanFinding(id, values, severity === void 0 ? { where } : {
		where,
		severity
	});
}
function sayPublished(problem, spot) {
	return found("workflow-secret-published", { problem }, spot);
}
function secretsOf(carried) {
	return [...carried].slice(0, MOST_NAMES$1).map(plainName).join("` and `");
}
function codeOf(carried) {
	return listed([...carried].slice(0, MOST_NAMES$1).map((name) => `\`${plainName(name)}\``));
}
const MOST_NAMES$1 = 3;

// action/scan/workflow/checks/calls.ts
function checkPins({ file, step, called, isGuard, scope }) {
	const spot = {
		file,
		line: step.uses.line
	};
	if (isGuard) return isLoose(called) ? [sayLooseGuard(called, spot)] : [];
	if (!isLoose(called) || UPLOADS.test(repositoryOf(called))) return [];
	return sayLoose(called, carriedBySettings([...step.with, ...step.env], scope), spot);
}
function checkCalledPin({ file, job, called, scope }) {
	if (!isLoose(called)) return [];
	const handed = carriedBySettings([...job.secrets, ...job.with], scope);
	const inherited = job.inherits === void 0 ? NOTHING$1 : scope.allSecrets;
	return sayLoose(called, union([handed, inherited]), {
		file,
		line: job.uses.line
	});
}
function isLoose(called) {
	return called !== void 0 && called.kind !== "local" && !called.isPinned;
}
const UPLOADS = /^actions\/(?:upload-artifact|upload-pages-artifact|cache)$/;
function sayLoose(called, carried, spot) {
	if (carried.size === 0) return [];
	const isGithubs = /^(?:actions|github)\//.test(repositoryOf(called));
	const values = {
		secret: secretsOf(carried),
		action: plainName(`${called.name}${called.kind === "image" ? ":" : "@"}${called.ref}`),
		pinned: pinned(called)
	};
	return [found("workflow-secret-to-unpinned-action", values, {
		...spot,
		...isGithubs ? { severity: "warning" } : {}
	})];
}
function sayLooseGuard(called, spot) {
	const action = plainName(`${called.name}@${called.ref}`);
	return found("workflow-guard-unpinned", {
		action,
		pinned: pinned(called)
	}, spot);
}
function pinned({ kind, name, ref }) {
	return kind === "image" ? `${plainName(name)}@sha256:<64 hex digits>` : `${plainName(name)}@<40 hex digits> # ${plainName(ref) || "the version"}`;
}
function checkInherited({ file, job, called, callee, scope }) {
	if (job.inherits === void 0 || scope.allSecrets.size === 0) return [];
	if (callee !== void 0 && !touchesKey(callee)) return [];
	const values = {
		problem: `\`secrets: inherit\` hands every secret to ${called === void 0 ? "the workflow that is called" : `\`${plainName(job.uses.text)}\``}`,
		secret: secretsOf(scope.allSecrets)
	};
	return [found("workflow-secrets-all", values, {
		file,
		line: job.inherits.line
	})];
}
function checkAllSecrets(file, texts, scope) {
	return texts.flatMap((value) => {
		if (scope.allSecrets.size === 0 || !/secrets/i.test(value.text)) return [];
		const place = expressionsIn(value).find(({ expression }) => handsOverAllSecrets(expression));
		if (place === void 0) return [];
		const values = {
			problem: "`toJSON(secrets)` writes every secret into one text",
			secret: secretsOf(scope.allSecrets)
		};
		return [found("workflow-secrets-all", values, {
			file,
			line: lineAt(value, place.start)
		})];
	});
}
function touchesKey({ jobs, scope }) {
	return scope.env.all.size > 0 || jobs.some(jobTouchesKey);
}
function jobTouchesKey(visit) {
	const { job, scope, steps, services, callee } = visit;
	if (scope.env.all.size > 0 || job.inherits !== void 0 && callee === void 0) return true;
	if (carriedBySettings([...job.secrets, ...job.with], scope).size > 0) return true;
	if ([...steps, ...services].some((step) => keysOf(step).size > 0)) return true;
	return callee !== void 0 && touchesKey(callee);
}
function keysOf({ step, scope }) {
	return union([
		scope.env.all,
		carriedBy(step.run, scope),
		carriedBySettings(step.with, scope)
	]);
}
function handOversOf(step) {
	return step.with.filter(({ name }) => KEY_INPUTS.has(name.toLowerCase()));
}
function checkBuildArgs({ file, step, called, scope }) {
	if (!repositoryOf(called).endsWith("/build-push-action")) return [];
	const args = step.with.filter(({ name }) => name === "build-args");
	return carriersAmong(args, scope).map(({ line, value, carried }) => {
		const place = expressionsIn(value).find(({ expression }) => carriedByExpression(expression, scope).size > 0);
		return sayBuildArgument(carried, {
			file,
			line: place === void 0 ? line : lineAt(value, place.start)
		});
	});
}
function sayBuildArgument(carried, spot) {
	const problem = `${codeOf(carried)} is an argument of a build, which the history of the image keeps`;
	return sayPublished(problem, spot);
}
function checkContainerArguments({ file, step, called, scope }) {
	if (called?.kind !== "image") return [];
	const args = step.with.filter(({ name }) => /^(?:args|entrypoint)$/.test(name));
	return carriersAmong(args, scope).map(({ line, carried }) => {
		const problem = `\`${plainName(called.name)}\` is given ${codeOf(carried)} as an argument`;
		return found("workflow-secret-on-command-line", {
			problem,
			fix: "Give the key to the step as `env`, which the container gets as it is."
		}, {
			file,
			line
		});
	});
}

// src/pleo/public-prefixes.ts
const PUBLIC_PREFIXES = [
	["NEXT_PUBLIC_", "Next.js"],
	["RENDERER_VITE_", "electron-vite"],
	["VITE_", "Vite"],
	["REACT_APP_", "Create React App"],
	["PREACT_APP_", "Preact CLI"],
	["EXPO_PUBLIC_", "Expo"],
	["NUXT_PUBLIC_", "Nuxt"],
	["NUXT_ENV_", "Nuxt"],
	["GATSBY_", "Gatsby"],
	["VUE_APP_", "Vue CLI"],
	["STORYBOOK_", "Storybook"],
	["NG_APP_", "Angular with ngx-env"],
	["SNOWPACK_PUBLIC_", "Snowpack"],
	["BUN_PUBLIC_", "Bun"],
	["RSPRESS_PUBLIC_", "Rspress"],
	["PLASMO_PUBLIC_", "Plasmo"],
	["WXT_", "WXT"],
	["SANITY_STUDIO_", "Sanity Studio"],
	["REDWOOD_ENV_", "RedwoodJS"],
	["RAZZLE_", "Razzle"],
	["TARO_APP_", "Taro"],
	["UMI_APP_", "Umi"],
	["PUBLIC_", "SvelteKit, Astro or Rsbuild"]
];
const ANY_PUBLIC_PREFIX = PUBLIC_PREFIXES.map(([prefix]) => prefix).join("|");

// action/scan/workflow/script/masking.ts
function coversKeys(set) {
	return /\[:(?:alnum|graph|print):\]|^(?=.*A-Z)(?=.*a-z).*0-9/.test(set);
}
function coversBut(kept) {
	return !/[\w-]/.test(kept.replaceAll(/\\[nrt]/g, ""));
}
function matchesEach(pattern, any) {
	const [, sign, set = ""] = /^\[([\^!]?)(.+)\]$/.exec(pattern) ?? [];
	return pattern === any || (sign === "" ? coversKeys(set) : set !== "" && coversBut(set));
}
function masksParameter(rest) {
	const [, all = "", pattern = ""] = /^\/(\/?)([^/]+)(?:\/[^&$`]*)?$/.exec(rest) ?? [];
	return pattern === "*" || all !== "" && matchesEach(pattern, "?");
}
function masksInput({ name, args }) {
	const texts = args.map(({ text }) => text);
	if (texts.some((text) => text.includes(""))) return false;
	const flags = texts.filter((text) => FLAG.test(text)).join("");
	const [first = "", second = "", ...more] = texts.filter((text) => !FLAG.test(text));
	if (name === "sed") return second === "" && !flags.includes("i") && masksBySed(first, /[Er]/.test(flags));
	if (name !== "tr" || more.length > 0 || flags.includes("t")) return false;
	return (flags.includes("d") || /^.$/u.test(second)) && (/c/i.test(flags) ? coversBut(first) : coversKeys(first));
}
const FLAG = /^-(?:[a-z]+|-regexp-extended)$/i;
function masksBySed(script, isExtended) {
	const [, , pattern = "", replacement = "", flags] = /^s([/|,#])(.+)\1([^&/|,#]*)\1(g?)$/.exec(script) ?? [];
	if ((isExtended ? KEEPS_END : KEEPS_END_BASIC).test(pattern)) return true;
	if (replacement.includes("\\")) return false;
	return (isExtended ? /^\^?\.[*+]\$?$/ : /^\^?\.\*\$?$/).test(pattern) || flags === "g" && matchesEach(pattern, ".");
}
const KEEPS_END = /^\.\*\((?:\.{1,4}|\.\{[1-4]\})\)\$?$/;
const KEEPS_END_BASIC = /^\.\*\\\((?:\.{1,4}|\.\\\{[1-4]\\\})\\\)\$?$/;

// action/scan/workflow/script/programs.ts
const STARTERS = /^(?:sudo|exec|command|time|nohup|xargs|builtin|nice)$/;
function programOf({ words }) {
	let first = 0;
	while (first < words.length - 1) {
		const text = words[first]?.text ?? "";
		const next = words[first + 1]?.text ?? "";
		if (STARTERS.test(text) && !next.startsWith("-")) first++;
		else if (text === "env" && /^\w+=/.test(next)) {
			first++;
			while (first < words.length - 1 && /^\w+=/.test(words[first]?.text ?? "")) first++;
		} else break;
	}
	const text = words[first]?.text ?? "";
	return {
		name: text.split(/[\\/]/).at(-1) ?? text,
		args: words.slice(first + 1)
	};
}
const PRINTERS = /^(?:echo|printf|print|write-(?:host|output|information|verbose|warning|error|debug))$/i;
function isPrinter(name) {
	return PRINTERS.test(name);
}
function isWriter(name) {
	return /^(?:out-file|add-content|set-content|tee-object)$/i.test(name);
}
const PASSING = /^(?:cat|tee|base64|rev|tr|sed|awk|xxd|od|hexdump|fold|sort|head|cut|nl|less|more|out-host|out-string)$/i;
function passesOn(program) {
	const { name, args } = program;
	if (PASSING.test(name)) return !masksInput(program);
	const first = args[0]?.text;
	return name === "openssl" && (first === "base64" || first === "enc" && args[1]?.text.includes("base64") === true);
}
function filesReadBy({ name, args }) {
	return /^(?:tee|sed|awk|cut|head)$/.test(name) ? [] : args;
}
function isTalkative({ name, args }) {
	return name === "curl" && args.some(({ text }) => /^(?:-[a-zA-Z]{0,6}v|--verbose|--trace(?:-ascii)?)$/.test(text));
}
const BUILTINS = new Set(": . source test [ [[ export local declare typeset readonly set unset read return exit eval case for select true false let cd pwd trap shift getopts umask wait alias mapfile readarray printf echo break continue function".split(" "));
function isBuiltin(name, dialect) {
	if (dialect === "powershell") return /^[a-z]+-[a-z]+$/i.test(name) || /^(?:if|elseif|foreach|while|switch|throw|return|function|param|echo|iwr|irm|set|\[.*|[-@+].*|[\uE000$].*)$/i.test(name);
	if (dialect === "cmd") return /^@?(?:set|setx|if|for|echo|rem|call|exit|cd)$/i.test(name);
	return BUILTINS.has(name);
}
function isShell(name) {
	return /^(?:ba|z|k|da)?sh$/.test(name);
}
function tracesFrom(words) {
	return words.some((word, index) => /^-[a-wyz]*x[a-z]*$/i.test(word) || /^-\w*o$/.test(word) && words[index + 1] === "xtrace");
}

// action/scan/workflow/checks/preparation.ts
const HARMLESS = new Set("echo printf cd mkdir rm cp mv ls cat touch chmod pwd true false set exit test [ [[ export date sleep uname which git apt-get apt brew pip pip3 pipx corepack tar unzip gzip zip jq grep sed awk find sort head tail wc tee write-host write-output".split(" "));
const INSTALLING = /^(?:npm|pnpm|yarn|bun|composer|bundle|poetry|uv|cargo|go|dotnet|mvn|gradle|deno)(?: --?\S+)* (?:ci|i|install|add|sync|restore|mod|fetch|config|cache|audit|version)\b/;
const CHECKING = /^(?:npm|pnpm|yarn|bun)(?: run)? (?:lint|format|typecheck|type-check|tsc|prettier|eslint)\b|^(?:npx )?(?:eslint|prettier|tsc)\b/;
function isPreparation(commands) {
	return commands.every((command) => {
		const { name, args } = programOf(command);
		if (name === "" || HARMLESS.has(name.toLowerCase())) return true;
		const line = [name, ...args.map(({ text }) => text)].join(" ").slice(0, 200);
		return line === "yarn" || INSTALLING.test(line) || CHECKING.test(line);
	});
}

// action/scan/workflow/checks/environment.ts
const PREFIX = new RegExp(`^(${ANY_PUBLIC_PREFIX})`);
const PUBLIC_NAME = new RegExp(`(?:^|[\\s"';&,])((?:${ANY_PUBLIC_PREFIX})\\w{0,100})=`, "g");
function publicToolOf(name) {
	const prefix = PREFIX.exec(name)?.[1];
	return PUBLIC_PREFIXES.find(([known]) => known === prefix)?.[1];
}
function checkPublic(file, settings, scope) {
	return carriersAmong(settings, scope).flatMap((setting) => [...sayPublic(setting.name, setting.carried, {
		file,
		line: setting.line
	}), ...checkBuildArguments(file, setting, scope)]);
}
function checkBuildArguments(file, { name, line, value }, scope) {
	if (!/^build-?args?$/i.test(name)) return [];
	const expressions = expressionsIn(value);
	return [...value.text.matchAll(PUBLIC_NAME)].flatMap(({ 0: whole, 1: variable = "", index }) => {
		const end = index + whole.length;
		const next = expressions.find(({ start }) => start >= end && start <= end + 1);
		return sayPublic(variable, carriedByExpression(next?.expression, scope), {
			file,
			line
		});
	});
}
function sayPublic(name, carried, spot) {
	const tool = publicToolOf(name);
	if (carried.size === 0 || tool === void 0) return [];
	const values = {
		secret: secretsOf(carried),
		variable: plainName(name),
		tool
	};
	return [found("workflow-secret-public", values, spot)];
}
function checkWorkflowEnv(visit) {
	const steps = visit.jobs.flatMap((job) => job.steps);
	return checkWide(visit.workflow.env, {
		...visit,
		steps
	}, "workflow");
}
function checkJobEnv(visit) {
	return checkWide(visit.job.env, visit, `job \`${plainName(visit.job.id)}\``);
}
const MOST_VARIABLES = 20;
function checkWide(settings, { file, scope, steps }, what) {
	const own = steps.filter((step) => step.file === file);
	const wide = carriersAmong(settings, scope).filter(({ name }) => publicToolOf(name) === void 0).filter(({ value }) => expressionsIn(value).every(({ expression }) => !handsOverAllSecrets(expression))).slice(0, MOST_VARIABLES);
	if (wide.length === 0 || own.length < 2) return [];
	const needs = own.map(needOf);
	return wide.filter(({ name }) => needs.filter((need) => need(name)).length * 2 <= own.length).map(({ line, carried }) => {
		const values = {
			secret: secretsOf(carried),
			scope: what
		};
		return found("workflow-secret-too-wide", values, {
			file,
			line
		});
	});
}
function needOf({ step, script, called, isGuard }) {
	const settings = [...step.env, ...step.with].map(({ value }) => value);
	const expressions = [
		step.run,
		step.if,
		...settings
	].map(({ text }) => text).join("\n").toLowerCase();
	const isAction = called !== void 0;
	const mayReadAny = isAction ? called.kind === "local" && !isGuard : !isPreparation(script.commands);
	return (name) => mayReadAny || script.mentioned.has(name) || script.mentioned.has(name.toLowerCase()) || expressions.includes(`env.${name.toLowerCase()}`) || !isAction && step.run.text.includes(name);
}

// action/scan/workflow/expression/decide.ts
const NO_FACTS$1 = {
	named: () => void 0,
	called: () => void 0
};
const FOREIGN = "\0";
const bare = /* @__PURE__ */ new WeakMap();
function conditionIn(tree) {
	const text = tree.text.trim();
	const [only, ...more] = expressionsIn(tree);
	if (only === void 0) {
		const condition = bare.has(tree) ? bare.get(tree) : parseExpression(text);
		bare.set(tree, condition);
		return condition;
	}
	return more.length === 0 && only.end - only.start === text.length ? only.expression : void 0;
}
function decide(expression, facts) {
	return truthOf(workOut(expression, facts));
}
function truthOf(value) {
	return value === void 0 ? void 0 : value !== "" && value !== false;
}
function workOut(expression, facts) {
	switch (expression?.kind) {
		case void 0: return;
		case "literal": return expression.value;
		case "name":
			if (expression.name === "null") return "";
			return /^(?:true|false)$/.test(expression.name) ? expression.name === "true" : void 0;
		case "member": {
			const chain = chainOf(expression);
			return chain === void 0 ? void 0 : facts.named(chain);
		}
		case "either": return workOutEither(expression, facts);
		case "call": return workOutCall(expression, facts);
		case "test": return workOutTest(expression, facts);
	}
}
function workOutEither({ operator, left, right }, facts) {
	const ends = operator === "||";
	const first = workOut(left, facts);
	const truth = truthOf(first);
	if (truth === ends) return first;
	const second = workOut(right, facts);
	if (truth !== void 0) return second;
	return truthOf(second) === ends ? ends : void 0;
}
function workOutCall({ name, args }, facts) {
	const [first, wanted] = args;
	const list = first?.kind === "call" && first.name === "join" ? first.args[0] : first;
	const isOfNeeds = name === "contains" && list?.kind === "member" && list.of.kind === "member" && list.of.key === void 0 && list.key?.kind === "literal" && list.key.value === "result";
	if (args.length === 0) return facts.called(name);
	if (!isOfNeeds) return workOutText(name, args.map((argument) => workOut(argument, facts)));
	return facts.hasResult?.(workOut(wanted, facts));
}
function workOutText(name, [text, part]) {
	if (typeof text !== "string") return void 0;
	if (name === "fromjson") return /^(?:true|false)$/.test(text) ? text === "true" : void 0;
	if (typeof part !== "string" || text === "\0" || part === "\0") return void 0;
	const [whole, wanted] = [text.toLowerCase(), part.toLowerCase()];
	if (name === "startswith") return whole.startsWith(wanted);
	if (name === "endswith") return whole.endsWith(wanted);
	return name === "contains" ? whole.includes(wanted) : void 0;
}
function workOutTest({ operator, parts }, facts) {
	const [left, right] = parts.map((part) => workOut(part, facts));
	if (operator === "!") return negated(truthOf(left));
	if (operator === "==") return areEqual(left, right);
	return operator === "!=" ? negated(areEqual(left, right)) : void 0;
}
function negated(truth) {
	return truth === void 0 ? void 0 : !truth;
}
function areEqual(left, right) {
	if (left === "\0" || right === "\0") return left === right;
	if (left === void 0 || right === void 0) return void 0;
	if (typeof left === "string" && typeof right === "string") return left.toLowerCase() === right.toLowerCase();
	return Number(left) === Number(right);
}
function asksForStatus({ text }) {
	return /\b(?:success|failure|always|cancelled)\s*\(/i.test(text);
}
function runs(tree, facts) {
	const succeeded = truthOf(facts.called("success"));
	if (tree.text.trim() === "") return succeeded;
	const own = decide(conditionIn(tree), facts);
	if (asksForStatus(tree) || succeeded === true) return own;
	return succeeded === false || own === false ? false : void 0;
}

// action/scan/workflow/checks/deploys.ts
const DEPLOYING = /^(?:deploy|deploys|deploying|deployment|release|publish|rollout|ship)$/;
const ABOUT_DEPLOYS = /^(?:check|checks|verify|validate|test|tests|lint|plan|dry|guard|notify|notes|draft|pre|before|can|may|allowed|gate|undeploy|rollback|cleanup|status|wait|approve|approval|docs|preview)$/;
function saysDeploy(name) {
	const words = name.slice(0, 200).replaceAll(/([a-z])(?=[A-Z])/g, "$1 ").toLowerCase().split(/[^a-z]+/);
	return words.some((word) => DEPLOYING.test(word)) && !words.some((word) => ABOUT_DEPLOYS.test(word));
}
const ACTIONS = /^(?:cloudflare\/(?:wrangler-action|pages-action)|amondnet\/vercel-action|netlify\/actions|nwtgck\/actions-netlify|appleboy\/(?:ssh|scp)-action|peaceiris\/actions-gh-pages|azure\/(?:functions-action|k8s-deploy|webapps-deploy)|digitalocean\/app_action|serverless\/github-action|pulumi\/actions|akhileshns\/heroku-deploy|samkirkland\/ftp-deploy-action|firebaseextended\/action-hosting-deploy|google-github-actions\/deploy-[\w-]+|aws-actions\/(?:amazon-ecs-deploy-task-definition|aws-lambda-deploy|aws-cloudformation-github-deploy)|actions\/deploy-pages|superfly\/flyctl-actions)$/;
const COMMANDS = /^(?:(?:vercel|netlify|wrangler|fly|flyctl|firebase|serverless|sls|cdk|sam|eb|kamal|amplify|clasp) (?:deploy|publish|\S+ deploy)|vercel (?:.* )?--prod|gcloud (?:run|app|functions|beta run) deploy|aws (?:ecs update-service|lambda update-function-code|cloudformation deploy|s3 sync)|kubectl (?:apply|set image|rollout)|helm (?:upgrade|install)|terraform apply|tofu apply|pulumi up|ansible-playbook|az (?:webapp|functionapp|containerapp) (?:deploy|up|update|deployment)|heroku container:release|git push (?:heroku|dokku)|railway up|cap \S+ deploy|(?:npm|pnpm|yarn|bun|deno|make|just|task|mage|rake|mise)(?: (?:run|task))? (?:deploy|release|publish|ship)(?:[:._-]\S*)?(?:$| )|npx (?:wrangler|vercel|netlify|serverless|sls|cdk|firebase|sst) deploy)/;
const SCRIPT_FILE = /^(?:deploy|release|publish|rollout)(?:[._-][\w.-]*)?$/;
const known = /* @__PURE__ */ new WeakMap();
function stepDeploys(visit) {
	const deploys = known.get(visit) ?? findDeploy(visit);
	known.set(visit, deploys);
	return deploys;
}
function findDeploy({ called, script }) {
	const action = repositoryOf(called);
	if (ACTIONS.test(action) || action.split(/[/_-]/).includes("deploy")) return true;
	return script.commands.some((command) => {
		const { name, args } = programOf(command);
		const line = [name, ...args.map(({ text }) => text)].join(" ").slice(0, 200);
		if (SCRIPT_FILE.test(name) || COMMANDS.test(line)) return true;
		return /^(?:node|python3?|bash|sh|ruby|tsx|deno|bun|php)$/.test(name) && SCRIPT_FILE.test(args.at(0)?.text.split("/").at(-1) ?? "");
	});
}
function jobDeploys(visit) {
	const { steps, callee } = visit;
	return isNamedDeploy(visit) || steps.some(stepDeploys) || callee?.jobs.some(jobDeploys) === true;
}
function isNamedDeploy({ job }) {
	return saysDeploy(job.id) || saysDeploy(job.name);
}
function deploysOf(visit) {
	let steps = visit.steps.filter(stepDeploys);
	if (steps.length === 0 && isNamedDeploy(visit)) steps = visit.steps.filter(({ step, script }) => step.run.text !== "" && !asksForStatus(step.if) && !isPreparation(script.commands));
	return {
		steps,
		isUnseen: steps.length === 0 && jobDeploys(visit)
	};
}

// action/scan/workflow/checks/rehearsal.ts
function rehearse(jobs, failing, ending) {
	const done = /* @__PURE__ */ new Map();
	return jobs.flatMap((visit) => {
		const { id, needs, outputs } = visit.job;
		const before = needs.flatMap((need) => done.get(need.toLowerCase()) ?? []);
		const status = {
			hasFailed: before.some(({ hasFailed }) => hasFailed),
			isBroken: before.some(({ isBroken }) => isBroken)
		};
		const facts = {
			named: (chain) => {
				const [, of = "", name] = /^needs\.([^.]+)\.(?:result|outputs\.(.+))$/.exec(chain) ?? [];
				const need = done.get(of);
				return name === void 0 ? need?.result : need?.outputs.get(name);
			},
			called: statusIn(status),
			hasResult: (wanted) => before.some(({ result }) => result === wanted)
		};
		const isFailing = failing.has(visit);
		const isSkipped = runs(visit.job.if, facts) === false;
		const said = needs.filter((need) => done.get(need.toLowerCase())?.isFailing === true);
		const inside = goThrough(visit, {
			facts,
			ending: isFailing ? ending : void 0,
			said: said.map((need) => `needs.${need.toLowerCase()}.`)
		});
		const hasFailed = !isSkipped && inside.hasFailed;
		const isForgiven = hasFailed && isFailing && ending.jobMayFail;
		done.set(id.toLowerCase(), {
			hasFailed: status.hasFailed || hasFailed && !isForgiven,
			isBroken: status.isBroken || isSkipped || hasFailed && !isForgiven,
			isFailing,
			result: isSkipped ? "skipped" : isForgiven ? void 0 : hasFailed ? "failure" : "success",
			outputs: new Map(outputs.map(({ name, value }) => [name.toLowerCase(), isSkipped ? "" : asText(workOut(conditionIn(value), inside.facts)) ?? (isFailing ? "false" : void 0)]))
		});
		return isSkipped ? [] : inside.reached.map((step) => ({
			visit,
			step
		}));
	});
}
function asText(value) {
	return typeof value === "boolean" ? String(value) : value;
}
function statusIn(status) {
	return (name) => name === "always" || name === "cancelled" ? name === "always" : name === "success" ? !status.isBroken : name === "failure" ? status.hasFailed : void 0;
}
function goThrough(visit, { facts: ofJob, ending, said: saidBefore }) {
	const guards = ending === void 0 ? [] : idsOfGuards(visit);
	const conclusion = ending?.stepMayFail === true ? "success" : ending?.outcome;
	const said = [
		...saidBefore,
		"deploy-allowed",
		"outputs.verdict"
	].concat(guards.flatMap((id) => [`steps.${id}.outcome`, ...conclusion === ending?.outcome ? [`steps.${id}.conclusion`] : []]));
	const isSaid = (text) => said.some((part) => text.toLowerCase().includes(part));
	const handedOn = [];
	const hasCheckElsewhere = visit.steps.length === 0 && ending?.outcome === "failure";
	const status = {
		hasFailed: hasCheckElsewhere,
		isBroken: hasCheckElsewhere
	};
	const facts = {
		...ofJob,
		called: statusIn(status),
		named: (chain) => {
			if (ending === void 0 || chain.startsWith("needs.")) return ofJob.named(chain);
			const isAnswer = chain.endsWith(".deploy-allowed");
			if (isAnswer || chain.endsWith(".outputs.verdict")) return ending.outcome === "skipped" ? "" : isAnswer ? "false" : ending.verdict;
			if (handedOn.some((start) => chain.startsWith(start))) return "false";
			const [, id = "", part] = /^steps\.([^.]+)\.(outcome|conclusion)$/.exec(chain) ?? [];
			if (!guards.includes(id)) return void 0;
			return part === "outcome" ? ending.outcome : conclusion;
		}
	};
	const deploys = deploysOf(visit);
	const deploying = new Set(deploys.steps);
	const reached = deploys.isUnseen && ending === void 0 ? [void 0] : [];
	let isBehind = ending === void 0;
	let outer = true;
	for (const each of visit.steps) {
		const own = runs(each.step.if, facts);
		const isRunning = each.file === visit.file || outer === true ? own : outer === false || own === false ? false : void 0;
		if (each.file === visit.file) outer = own;
		if (each.isGuard && ending !== void 0) {
			isBehind = true;
			if (conclusion === "failure") status.hasFailed = status.isBroken = true;
		}
		if (each.isGuard || !isBehind) continue;
		const text = textOf(each);
		const reads = isSaid(text);
		const isAsking = reads && (isSaid(settingsOf$1(each)) || CONDITIONAL.test(commandsOf$1(each)));
		if (reads) {
			if (each.step.id !== "") handedOn.push(`steps.${each.step.id.toLowerCase()}.outputs.`);
			if (text.includes("GITHUB_ENV")) handedOn.push("env.");
		}
		const mayFail = decide(conditionIn(each.step.continueOnError), facts) === true;
		const asks = isSaid(each.step.if.text) || /needs\.\*|failure\(/.test(each.step.if.text);
		if (isRunning === true && !mayFail && (reads || asks) && fails(text, reads)) status.hasFailed = status.isBroken = true;
		else if (isRunning !== false && !isAsking && deploying.has(each)) reached.push(each);
	}
	return {
		reached,
		facts,
		hasFailed: status.hasFailed
	};
}
const FAILING = /(?:^|[\s;&|{])(?:exit (?:\/b )?[1-9]|false\s*$|throw\b|raise\b)|(?:setFailed|exit)\((?!0)/m;
const TESTING = /(?:^|\n)\s*(?:test|\[\[?) [^\n]*\s*$/;
const CONDITIONAL = /^\s*(?:if|case|while|for)\b|&&|\|\|/m;
function fails(text, reads) {
	return reads ? FAILING.test(text) || TESTING.test(text) : FAILING.test(text) && !CONDITIONAL.test(text);
}
function textOf(visit) {
	return `${settingsOf$1(visit)}\n${commandsOf$1(visit)}`;
}
function settingsOf$1({ step }) {
	return [...step.env, ...step.with].map(({ value }) => value.text).join("\n");
}
function commandsOf$1({ step }) {
	return step.run.text.replaceAll(/^[ \t]*#.*$/gm, "");
}
function idsOfGuards({ steps, file }) {
	let outer = "";
	return steps.flatMap(({ step, file: own, isGuard }) => {
		if (own === file) outer = step.id;
		return isGuard ? [step.id, outer].filter((id) => id !== "").map((id) => id.toLowerCase()) : [];
	});
}

// action/scan/workflow/checks/gate.ts
function checkGate({ file, jobs }) {
	const guarding = new Set(jobs.filter(hasGuard));
	if (guarding.size === 0) return [];
	const gate = {
		file,
		jobs,
		gated: jobsBehind(jobs, guarding)
	};
	return [
		...[...guarding].slice(0, MOST_GUARDS).flatMap((visit) => checkGuardingJob(visit, gate)),
		...checkBesides(gate, guarding),
		...checkConditions(gate, guarding)
	];
}
const MOST_GUARDS = 10;
function hasGuard({ steps, callee }) {
	return steps.some(({ isGuard }) => isGuard) || callee?.jobs.some(hasGuard) === true;
}
function jobsBehind(jobs, ones) {
	const ids = new Set([...ones].map(({ job }) => job.id));
	const behind = /* @__PURE__ */ new Set();
	for (const visit of jobs) {
		if (!visit.job.needs.some((id) => ids.has(id))) continue;
		behind.add(visit);
		ids.add(visit.job.id);
	}
	return behind;
}
function checkGuardingJob(visit, gate) {
	const place = visit.steps.findIndex(({ isGuard }) => isGuard);
	const guard = visit.steps[place];
	if (guard === void 0) return [];
	const behind = jobsBehind(gate.jobs, /* @__PURE__ */ new Set([visit]));
	const loose = reasonsOf(visit, guard, gate.file).filter(({ endings }) => endings.some((each) => letsDeploy(visit, each, {
		gate,
		behind
	}))).map(({ spot, problem }) => found("workflow-guard-not-gating", {
		problem,
		fix: FIX
	}, spot));
	const deploying = new Set(deploysOf(visit).steps);
	const holdsBack = visit.steps.slice(place + 1).some((step) => deploying.has(step)) || [...behind].some(jobDeploys);
	const before = visit.steps.slice(0, place).find((step) => !step.isGuard && stepDeploys(step));
	return [...loose, ...before === void 0 || holdsBack ? [] : [sayBefore(before)]];
}
const FIX = "Take the setting out, or give what deploys an `if` that asks for `deploy-allowed == 'true'`.";
function letsDeploy(visit, ending, { gate, behind }) {
	return rehearse(gate.jobs, /* @__PURE__ */ new Set([visit]), ending).some((reached) => reached.visit === visit || behind.has(reached.visit));
}
function reasonsOf({ job }, guard, file) {
	const { step } = guard;
	const reasons = [];
	const stepMayFail = isOn(step.continueOnError);
	const add = (problem, at, ending) => {
		const endings = [REFUSED, UNANSWERED].map((each) => ({
			...each,
			...ending
		}));
		reasons.push({
			problem,
			spot: at,
			endings
		});
	};
	const ofStep = (line) => ({
		file: guard.file,
		line
	});
	if (stepMayFail) {
		const { line } = step.continueOnError;
		add("The step of the check has `continue-on-error`", ofStep(line), { stepMayFail });
	}
	if (isOn(job.continueOnError)) add("The job of the check has `continue-on-error`", {
		file,
		line: job.continueOnError.line
	}, {
		stepMayFail,
		jobMayFail: true
	});
	for (const { name, line, value } of step.with) {
		const verdict = SOFT[`${name}: ${value.text}`];
		if (verdict === void 0) continue;
		const ending = {
			outcome: "success",
			verdict
		};
		add(`The check goes on with \`${name}: ${value.text}\``, ofStep(line), ending);
	}
	if (runs(step.if, NOTHING_FAILED) === false) add("The check runs only once something has failed", ofStep(step.if.line), { outcome: "skipped" });
	return reasons;
}
const REFUSED = {
	outcome: "failure",
	verdict: "fail",
	stepMayFail: false,
	jobMayFail: false
};
const UNANSWERED = {
	...REFUSED,
	verdict: "unknown"
};
const SOFT = {
	"on-unknown: warn": "unknown",
	"on-missing-key: skip": "skipped"
};
const NOTHING_FAILED = {
	...NO_FACTS$1,
	called: (name) => name === "always" || name === "success" ? true : NEVER.test(name) ? false : void 0
};
const NEVER = /^(?:failure|cancelled)$/;
function isOn(setting) {
	if (setting.text.includes("${{")) return decide(conditionIn(setting), NO_FACTS$1) !== false;
	return setting.text.toLowerCase() === "true";
}
function sayBefore({ step, file }) {
	return found("workflow-guard-not-gating", {
		problem: "The step that deploys stands before the check",
		fix: "Move the check to the front of the job, or to a job that this one needs."
	}, {
		file,
		line: step.line
	});
}
function checkBesides({ file, jobs, gated }, guarding) {
	const deploying = jobs.filter((visit) => jobDeploys(visit) && !guarding.has(visit));
	const isOneGated = deploying.some((visit) => gated.has(visit)) || [...guarding].some(jobDeploys);
	return deploying.filter((visit) => !gated.has(visit) && (jobTouchesKey(visit) || !isOneGated)).map(({ job }) => {
		const id = plainName([...guarding][0]?.job.id ?? "");
		const problem = `The job \`${plainName(job.id)}\` deploys without waiting for the job \`${id}\`, which runs the check`;
		const fix = `Write \`needs: ${id}\` on the job that deploys.`;
		return found("workflow-guard-not-gating", {
			problem,
			fix
		}, {
			file,
			line: job.line
		});
	});
}
function checkConditions({ file, jobs, gated }, guarding) {
	return rehearse(jobs, guarding, REFUSED).filter(({ visit }) => gated.has(visit) || guarding.has(visit)).map(({ visit, step }) => {
		return step !== void 0 && asksForStatus(step.step.if) ? sayAnyway(step.file, step.step.if) : sayAnyway(file, visit.job.if);
	});
}
function sayAnyway(file, { line, text }) {
	const [name = "always()"] = /!?\b(?:always|failure|cancelled)\(\)/.exec(text) ?? [];
	const problem = `What deploys has \`if: ${name}\`, and so runs though the check has failed`;
	return found("workflow-guard-not-gating", {
		problem,
		fix: "Take the condition out, or add `&& needs.<job>.outputs.deploy-allowed == 'true'` to it."
	}, {
		file,
		line
	});
}

// action/scan/workflow/checks/no-environment.ts
function checkEnvironment(visit) {
	const { file, job, callee, scope, steps } = visit;
	if (job.hasEnvironment || job.uses.text !== "" || callee !== void 0) return [];
	if (!jobDeploys(visit)) return [];
	const carried = union([scope.env.all, ...steps.filter(({ isGuard }) => !isGuard).map(keysOf)]);
	if (carried.size === 0) return [];
	const values = {
		job: plainName(job.id),
		secret: secretsOf(carried)
	};
	return [found("workflow-no-environment", values, {
		file,
		line: job.line
	})];
}

// action/scan/workflow/model.ts
function readWorkflow(file, tree) {
	const on = valueOf(tree, "on");
	return {
		kind: "workflow",
		file,
		triggers: namesIn(on),
		inputs: ["workflow_call", "workflow_dispatch"].flatMap((event) => entriesOf$1(valueOf(valueOf(on, event), "inputs")).filter(({ value }) => /^(?:string)?$/.test(textUnder(value, "type").text)).map(({ key, value }) => ({
			name: key,
			isText: textUnder(value, "type").text === "string" && !isSwitchedByDefault(value)
		}))),
		shell: shellOf(tree),
		env: settingsOf(valueOf(tree, "env")),
		jobs: entriesOf$1(valueOf(tree, "jobs")).map(readJob)
	};
}
function readAction(file, tree) {
	const runs = valueOf(tree, "runs");
	return {
		kind: "action",
		file,
		inputs: entriesOf$1(valueOf(tree, "inputs")).filter(({ value }) => !isSwitchedByDefault(value)).map(({ key }) => ({
			name: key,
			isText: false
		})),
		outputs: entriesOf$1(valueOf(tree, "outputs")).map(({ key, line, value }) => ({
			name: key,
			line: entryOf(value, "value")?.line ?? line,
			value: textUnder(value, "value")
		})),
		steps: itemsOf(valueOf(runs, "steps")).map(readStep),
		args: itemsOf(valueOf(runs, "args")).filter((item) => item.kind === "text")
	};
}
function isSwitchedByDefault(input) {
	return /^(?:true|false)$/i.test(textUnder(input, "default").text);
}
function readJob({ key, line, value }) {
	const secrets = valueOf(value, "secrets");
	const container = valueOf(valueOf(value, "container"), "env");
	return {
		id: key,
		name: textUnder(value, "name").text,
		line,
		needs: [...namesIn(valueOf(value, "needs"))],
		if: textUnder(value, "if"),
		runsOn: [...namesIn(valueOf(value, "runs-on"))].join(" "),
		shell: shellOf(value),
		hasEnvironment: hasText(valueOf(value, "environment")),
		continueOnError: textUnder(value, "continue-on-error"),
		env: [...settingsOf(valueOf(value, "env")), ...settingsOf(container)],
		outputs: settingsOf(valueOf(value, "outputs")),
		matrix: readMatrix(valueOf(valueOf(value, "strategy"), "matrix")),
		steps: itemsOf(valueOf(value, "steps")).map(readStep),
		services: entriesOf$1(valueOf(value, "services")).map(readService),
		uses: textUnder(value, "uses"),
		with: settingsOf(valueOf(value, "with")),
		secrets: settingsOf(secrets),
		inherits: secrets?.kind === "text" && secrets.text === "inherit" ? secrets : void 0
	};
}
function readStep(tree) {
	return {
		id: textUnder(tree, "id").text,
		line: tree.line,
		uses: textUnder(tree, "uses"),
		run: textUnder(tree, "run"),
		shell: textUnder(tree, "shell").text,
		if: textUnder(tree, "if"),
		continueOnError: textUnder(tree, "continue-on-error"),
		env: settingsOf(valueOf(tree, "env")),
		with: settingsOf(valueOf(tree, "with"))
	};
}
function inputOf({ with: inputs }, name) {
	return inputs.find((input) => input.name === name);
}
function readService({ value }) {
	const image = textUnder(value, "image");
	const uses = /^[^$]+$/.test(image.text) ? {
		...image,
		text: `docker://${image.text}`
	} : image;
	return {
		...readStep(value),
		uses
	};
}
function settingsOf(tree) {
	return entriesOf$1(tree).flatMap(({ key, line, value }) => value.kind === "text" ? [{
		name: key,
		line,
		value
	}] : []);
}
function namesIn(tree) {
	if (tree?.kind === "text") return new Set(tree.text === "" ? [] : [tree.text]);
	const items = itemsOf(tree).flatMap((item) => item.kind === "text" ? [item.text] : []);
	return /* @__PURE__ */ new Set([...items, ...entriesOf$1(tree).map(({ key }) => key)]);
}
function shellOf(tree) {
	return textUnder(valueOf(valueOf(tree, "defaults"), "run"), "shell").text;
}
function hasText(tree) {
	return tree?.kind === "map" ? hasText(valueOf(tree, "name")) : tree?.kind === "text" && tree.text !== "";
}
function readMatrix(tree) {
	const values = /* @__PURE__ */ new Map();
	const add = (name, value) => {
		if (value.kind === "text") values.set(name, [...values.get(name) ?? [], value.text]);
		for (const { key, value: inner } of entriesOf$1(value)) if (inner.kind === "text") add(`${name}.${key}`, inner);
	};
	for (const { key, value } of entriesOf$1(tree).slice(0, MOST_VALUES)) {
		const items = itemsOf(value).slice(0, MOST_VALUES);
		if (key !== "include") for (const item of items) add(key.toLowerCase(), item);
		else for (const item of items) for (const each of entriesOf$1(item)) add(each.key, each.value);
	}
	return values;
}
const MOST_VALUES = 256;

// action/scan/workflow/checks/published.ts
function checkOutputs(visit) {
	const { job, steps } = visit;
	const written = new Set(steps.filter(({ script }) => script.uses.some((use) => use.kind === "written" && use.to === "GITHUB_OUTPUT")).map(({ step }) => step.id.toLowerCase()));
	const isTold = (text) => [...text.matchAll(/\bsteps\.([\w-]+)\./gi)].some(([, id = ""]) => written.has(id.toLowerCase()));
	return sayOutputs(job.outputs.filter(({ value }) => !isTold(value.text)), visit, `job \`${plainName(job.id)}\``);
}
function checkActionOutputs(visit) {
	return sayOutputs(visit.action.outputs, visit, "action");
}
function sayOutputs(outputs, { file, scope }, of) {
	return carriersAmong(outputs, scope).map(({ name, line, carried }) => {
		const problem = `${codeOf(carried)} is made the output \`${plainName(name)}\` of the ${of}`;
		return sayPublished(problem, {
			file,
			line
		});
	});
}
function checkUploads({ steps }) {
	const files = steps.flatMap(({ script, text }, place) => script.uses.flatMap((use) => use.kind === "written" && !use.isRunnerFile ? [{
		path: plainPath(use.to),
		secrets: use.secrets,
		place,
		text,
		offset: use.offset
	}] : [])).slice(0, MOST_FILES$1).filter((file) => !isRemoved(file));
	return steps.flatMap((visit, turn) => uploadsOf(visit, files, turn));
}
function isRemoved({ path, text, offset }) {
	const name = path.split("/").at(-1) ?? "";
	return text.text.slice(offset, offset + LONGEST_SEARCH).split("\n").some((line) => {
		const [, removed = ""] = /(?:^|[;&|]|\b(?:do|then|trap)\b)[\s"']*(?:rm|shred)\s(.*)/.exec(line) ?? [];
		return removed.split(/[;&|]/, 1).join("").split(/[\s"']+/).some((word) => word.split("/").at(-1) === name);
	});
}
const LONGEST_SEARCH = 1e4;
const MOST_FILES$1 = 100;
const MOST_PATHS = 100;
function uploadsOf({ file, step, called, scope }, files, turn) {
	const action = repositoryOf(called);
	if (called?.kind !== "repository" || !UPLOADS.test(action)) return [];
	const isCache = action === "actions/cache";
	const name = called.name.toLowerCase();
	if (name.endsWith("/restore")) return [];
	const kept = isCache ? "a cache" : "an artifact";
	const handed = carriersAmong(step.with, scope).map(({ name, line, carried }) => {
		const problem = `${codeOf(carried)} is in \`${plainName(name)}\` of ${kept}`;
		return sayPublished(problem, {
			file,
			line
		});
	});
	const path = inputOf(step, "path");
	const includesHidden = isCache || inputOf(step, "include-hidden-files")?.value.text === "true";
	const isKeptLate = name === "actions/cache";
	const written = files.find((each) => (isKeptLate || each.place < turn) && covers(path, each.path, includesHidden));
	if (written === void 0 || path === void 0) return handed;
	const problem = `\`${plainName(written.path)}\`, which ${codeOf(written.secrets)} was written to, is put into ${kept}`;
	return [...handed, sayPublished(problem, {
		file,
		line: path.line
	})];
}
function covers(setting, file, includesHidden) {
	const paths = (setting?.value.text ?? "").split("\n").slice(0, MOST_PATHS).map((path) => path.trim());
	if (paths.filter((path) => path.startsWith("!")).map((path) => plainPath(path.slice(1))).some((path) => matches(path, file))) return false;
	return paths.filter((path) => path !== "" && !path.startsWith("!")).map(plainPath).some((path) => {
		if (path === file) return true;
		const isHidden = file.split("/").some((part) => part.startsWith("."));
		return matches(path, file) && (includesHidden || !isHidden);
	});
}
function plainPath(path) {
	return path.replace(/^(?:\$\{\{\s*github\.workspace\s*\}\}|\$GITHUB_WORKSPACE)\//, "").replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
}
const MOST_DEEP_PARTS = 3;
const DEEPEST_FILE = 30;
function matches(path, file) {
	if (path === "." || path === "" || path === "*" || path === "**") return true;
	if (!/[*?]/.test(path)) return path === file || file.startsWith(`${path}/`);
	const parts = path.split("/");
	if (parts.filter((part) => part === "**").length > MOST_DEEP_PARTS) return false;
	return matchParts(parts, file.split("/").slice(0, DEEPEST_FILE));
}
function matchParts(pattern, file) {
	const [first, ...rest] = pattern;
	if (first === void 0) return true;
	if (first === "**") return rest.length === 0 || file.some((_part, index) => matchParts(rest, file.slice(index)));
	const [name, ...below] = file;
	return name !== void 0 && matchName(first, name) && matchParts(rest, below);
}
function matchName(pattern, name) {
	const [start = "", ...others] = pattern.split("*");
	if (others.length === 0) return name === pattern;
	const end = others.pop() ?? "";
	if (!name.startsWith(start) || !name.endsWith(end) || name.length < start.length + end.length) return false;
	let at = start.length;
	for (const piece of others) {
		const place = name.indexOf(piece, at);
		if (place < 0) return false;
		at = place + piece.length;
	}
	return at <= name.length - end.length;
}

// action/scan/workflow/checks/scripts.ts
function checkScript({ file, text, script }) {
	if (script.uses.length === 0) return [];
	const linesShown = /* @__PURE__ */ new Set();
	const findings = [];
	const inOrder = [...script.uses].sort((one, other) => rank(one) - rank(other));
	for (const use of inOrder) {
		const spot = {
			file,
			line: lineAt(text, use.offset)
		};
		if (isShowing(use)) {
			if (linesShown.has(spot.line)) continue;
			linesShown.add(spot.line);
		}
		const finding = describe(use, spot);
		if (finding !== void 0) findings.push(finding);
	}
	return findings;
}
const SHOWING = [
	"shown",
	"listed",
	"traced",
	"expanded"
];
function isShowing(use) {
	return SHOWING.includes(use.kind);
}
function rank({ kind }) {
	return SHOWING.indexOf(kind);
}
function describe(use, spot) {
	if (isShowing(use)) return found("workflow-secret-in-script", sayShown(use), spot);
	if (use.kind === "argument" && use.isOfBuild) return sayBuildArgument(use.secrets, spot);
	if (use.kind === "argument") return found("workflow-secret-on-command-line", sayArgument(use), spot);
	if (use.kind !== "written" || !use.isRunnerFile || use.to === "GITHUB_STATE") return void 0;
	const problem = `The script writes ${codeOf(use.secrets)} to ${WRITTEN[use.to] ?? "a file of the runner"}`;
	return sayPublished(problem, spot);
}
const WRITTEN = {
	GITHUB_OUTPUT: "`GITHUB_OUTPUT`, the outputs of the step",
	GITHUB_ENV: "`GITHUB_ENV`, the environment of all steps that follow",
	GITHUB_STEP_SUMMARY: "`GITHUB_STEP_SUMMARY`, the summary that is shown with the run"
};
const UNMASKED = "where masking does not hide each spelling of it";
function sayShown(use) {
	const key = codeOf(use.secrets);
	switch (use.kind) {
		case "shown": return {
			problem: `\`${plainName(use.by)}\` prints ${key} to the log, ${UNMASKED}`,
			fix: "Take the line out; to see whether there is a key, print its length at most."
		};
		case "listed": return {
			problem: `\`${plainName(use.by)}\` prints every variable to the log, ${key} among them, ${UNMASKED}`,
			fix: "Take the line out, or print by name the variables that are wanted."
		};
		case "traced": return {
			problem: `\`${plainName(use.by)}\` prints each command to the log with ${key} filled in, ${UNMASKED}`,
			fix: "Take the tracing out, or write `set +x` before the key is used."
		};
		case "expanded": return {
			problem: `An expression writes ${key} into the text of the script, which lies on the disk while it runs, shows up in errors, and runs whatever the value holds`,
			fix: "Give the key to the step as `env`, and let the script read that variable."
		};
	}
}
function sayArgument(use) {
	const program = plainName(use.program);
	const key = codeOf(use.secrets);
	return {
		problem: use.isAddress ? `${key} stands in an address that \`${program}\` is given as an argument` : `\`${program}\` is given ${key} as an argument`,
		fix: fixFor(use.program)
	};
}
function fixFor(program) {
	if (program === "curl") return "Let curl read it from its standard input: `printf 'user = \"%s:\"\\n' \"$PLEO_API_KEY\" | curl --config - https://…`.";
	if (/^(?:docker|podman|buildah)$/.test(program)) return "Hand it over as a variable by its name alone (`--env PLEO_API_KEY`), or to a build as `--secret id=pleo,env=PLEO_API_KEY`.";
	return "Let the program read it from its environment or from its standard input.";
}

// action/scan/workflow/checks/untrusted.ts
const EVENTS = [
	"pull_request_target",
	"workflow_run",
	"issue_comment"
];
const HEAD = /* @__PURE__ */ new Set(["head"]);
const RUN = /* @__PURE__ */ new Set(["run"]);
const HEAD_CONTEXT = /^github\.(?:head_ref|event\.(?:number|issue\.number|pull_request\.(?:number|merge_commit_sha|head\..*)|workflow_run\.(?:head_.*|pull_requests\..*)))$/;
const HEAD_ORIGIN = {
	secretNamed: () => NOTHING$1,
	allSecrets: NOTHING$1,
	ofInput: () => NOTHING$1,
	contextNamed: (chain) => {
		if (chain === "github.event.workflow_run.id") return RUN;
		return HEAD_CONTEXT.test(chain) ? HEAD : NOTHING$1;
	}
};
function runsUntrusted({ workflow }) {
	return EVENTS.some((event) => workflow.triggers.has(event));
}
function checkUntrusted({ workflow, jobs }, heads) {
	const events = EVENTS.filter((event) => workflow.triggers.has(event));
	if (events.length === 0) return [];
	return jobs.flatMap((visit) => {
		const seen = heads.get(visit.job);
		if (seen === void 0 || keepsStrangersOut(visit.job.if, events) || !jobTouchesKey(visit)) return [];
		return allSteps(seen).filter(({ step }) => !keepsStrangersOut(step.if, events)).flatMap((step) => {
			const checkout = checkoutIn(step);
			if (checkout === void 0) return [];
			const values = {
				event: listed(events.map(String)),
				checkout: checkout.what
			};
			return [found("workflow-untrusted-code", values, {
				file: step.file,
				line: checkout.line
			})];
		});
	});
}
function allSteps({ steps, callee }) {
	return [...steps, ...callee?.jobs.flatMap(allSteps) ?? []];
}
function keepsStrangersOut(condition, events) {
	return events.every((event) => runs(condition, strangersFacts(event)) === false);
}
function strangersFacts(event) {
	return {
		called: (name) => name === "always" || name === "success",
		named: (chain) => {
			const known = KNOWN.get(chain);
			if (known !== void 0) return known;
			if (chain === "github.event_name") return event;
			const [, source] = /^github\.event\.(pull_request|workflow_run|issue)\b/.exec(chain) ?? [];
			if (source === void 0) return void 0;
			if (source !== SOURCES[event]) return "";
			if (chain.endsWith(".workflow_run.event")) return "pull_request";
			if (chain.endsWith(".issue.pull_request")) return true;
			if (/\.head(?:\.repo|_repository)\.fork$/.test(chain)) return true;
			return OF_STRANGER.test(chain) ? "\0" : void 0;
		}
	};
}
const SOURCES = {
	pull_request_target: "pull_request",
	workflow_run: "workflow_run",
	issue_comment: "issue"
};
const KNOWN = /* @__PURE__ */ new Map([["github.repository", "own/repository"], ["github.repository_owner", "own"]]);
const OF_STRANGER = /\.head(?:\.(?:repo|user)|_repository)\.(?:owner\.)?(?:full_name|login|id|node_id)$/;
const WORKSPACE = /^(?:\.\/?|\$\{\{\s*github\.workspace\s*\}\}(?:\/\.?)?)?$/;
function checkoutIn(visit) {
	const { step, called, scope } = visit;
	const action = repositoryOf(called);
	if (action === "actions/download-artifact") {
		const run = inputOf(step, "run-id");
		const folder = inputOf(step, "path")?.value.text ?? "";
		if (run === void 0 || !carriedBy(run.value, scope).has("run") || !WORKSPACE.test(folder)) return;
		return {
			what: "`actions/download-artifact` over the files of the job",
			line: run.line
		};
	}
	if (action === "actions/checkout") {
		const setting = step.with.find(({ name, value }) => /^(?:ref|repository)$/.test(name) && (carriedBy(value, scope).has("head") || /\boutputs\.\w*(?:ref|sha|head|branch)\w*\s*\}\}/i.test(value.text)));
		if (setting === void 0) return void 0;
		return {
			what: `\`actions/checkout\` with \`${setting.name}\``,
			line: setting.line
		};
	}
	return checkoutByScript(visit);
}
function checkoutByScript({ step, script, scope }) {
	for (const command of script.commands) {
		const { name, args } = programOf(command);
		const texts = args.map(({ text }) => text);
		const line = lineAt(step.run, command.offset);
		const action = texts.find((text) => GIT_ACTION.test(text));
		const ofGh = name === "gh" ? texts.slice(0, 2).join(" ") : "";
		if (ofGh === "pr checkout") return {
			what: "`gh pr checkout`",
			line
		};
		const named = union(args.flatMap(({ references }) => references.flatMap(({ variable = "", expression }) => [scope.env.get(variable), carriedByExpression(expression?.expression, scope)])));
		const isHead = named.has("head") || texts.some((text) => /(?:^|[/+:])pull\/[^/]+\/(?:head|merge)/.test(text));
		if (name === "git" && action !== void 0 && isHead) return {
			what: `\`git ${action}\``,
			line
		};
		if (named.has("run") && ofGh === "run download" && !texts.some((text) => /^(?:-D|--dir\b)/.test(text))) return {
			what: "`gh run download` over the files of the job",
			line
		};
	}
}
const GIT_ACTION = /^(?:fetch|checkout|switch|pull|clone|merge|worktree)$/;

// src/pleo/secret-names.ts
const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g;
const GLUED = /^(pleo)(api)?(apikey|key|token|secret)$/;
const SECRET_WORDS = new Set("key apikey token secret credential credentials".split(" "));
const QUALIFIERS = new Set("api auth authentication authorization bearer basic access external integration integrated standalone service server backend private secret system account production prod staging stage sandbox live test testing dev development local ci my our new old current previous prev next primary secondary main default export expense expenses accounting erp finance rest http".split(" "));
const NOT_REAL = new Set("fake mock dummy example no not non without".split(" "));
const ABOUT_A_KEY = new Set("id ids name names hint label alias expires expiry expiration expire date on at days day ttl created rotated hash digest fingerprint checksum sha count length size url uri host path file filename arn ref reference version type kind scope scopes owner user username email prefix suffix last digits status state enabled present valid check required region vault store header".split(" "));
const LONGEST_NAME = 500;
function namesPleoKey(name) {
	if (name.length > LONGEST_NAME || !/pleo/i.test(name)) return false;
	const words = wordsOf(name);
	const pleo = words.indexOf("pleo");
	if (pleo < 0 || words.slice(0, pleo).some((word) => NOT_REAL.has(word))) return false;
	return isKeyAfter(words.slice(pleo + 1)) || isKeyBefore(words, pleo);
}
function isKeyAfter(words) {
	const first = words.findIndex((word) => !leavesMeaning(word));
	const last = first < 0 ? words.length - 1 : first;
	const key = words.findIndex((word, index) => index <= last && SECRET_WORDS.has(word));
	return key >= 0 && words.slice(key + 1).every(saysWhich);
}
function isKeyBefore(words, pleo) {
	const before = words.slice(0, pleo);
	const named = /^(?:for|of|to)$/.test(before.at(-1) ?? "") ? before.slice(0, -1) : before;
	return SECRET_WORDS.has(named.at(-1) ?? "") && named.slice(0, -1).every(leavesMeaning) && words.slice(pleo + 1).every(saysWhich);
}
function leavesMeaning(word) {
	return QUALIFIERS.has(word) || /^[0-9]+$/.test(word);
}
function saysWhich(word) {
	return !ABOUT_A_KEY.has(word);
}
function wordsOf(name) {
	return (name.match(WORD) ?? []).flatMap((word) => {
		const [, ...parts] = GLUED.exec(word.toLowerCase()) ?? [];
		return parts.length === 0 ? [word.toLowerCase()] : parts.filter(Boolean);
	});
}

// action/scan/workflow/keys.ts
const NO_KEY = /^github_token$/i;
const EVERY_SECRET = {
	secretNamed: (name) => NO_KEY.test(name) || name.includes("*") ? NOTHING$1 : /* @__PURE__ */ new Set([name]),
	allSecrets: NOTHING$1,
	ofInput: () => NOTHING$1
};
function findKeys({ workflows, actions }) {
	const keys = /* @__PURE__ */ new Map();
	const add = (names) => {
		for (const name of names) if (!keys.has(name.toLowerCase())) keys.set(name.toLowerCase(), name);
	};
	const jobs = workflows.flatMap((visit) => visit.jobs);
	for (const { workflow, scope } of workflows) addNamed(workflow.env, scope, add);
	for (const { job, scope } of jobs) for (const settings of [
		job.env,
		job.with,
		job.secrets
	]) addNamed(settings, scope, add);
	const steps = [...jobs, ...actions].flatMap((visit) => visit.steps);
	const services = jobs.flatMap((visit) => visit.services);
	for (const visit of [...steps, ...services]) addFromStep(visit, add);
	return new Set(keys.values());
}
function addFromStep({ step, scope, isGuard, script }, add) {
	if (isGuard) for (const { value } of handOversOf(step)) add(carriedBy(value, scope));
	addNamed(step.env, scope, add);
	addNamed(step.with, scope, add);
	const run = carriedBy(step.run, scope);
	add(new Set([...run, ...script.uses.flatMap(({ secrets }) => [...secrets])].filter(namesPleoKey)));
}
function addNamed(settings, scope, add) {
	for (const { name, value, carried } of carriersAmong(settings, scope)) add(namesPleoKey(name) && isOneSecret(value) ? carried : new Set([...carried].filter(namesPleoKey)));
}
function isOneSecret(value) {
	const [only, ...more] = expressionsIn(value);
	if (only?.expression === void 0 || more.length > 0) return false;
	return value.text.trim().length === only.end - only.start && chainOf(only.expression)?.startsWith("secrets.") === true;
}
function originOfKeys(keys) {
	const byName = new Map([...keys].map((name) => [name.toLowerCase(), /* @__PURE__ */ new Set([name])]));
	const allSecrets = union([...byName.values()]);
	const named = (name) => {
		const known = byName.get(name.toLowerCase());
		if (known !== void 0) return known;
		return namesPleoKey(name.replaceAll("*", "")) ? /* @__PURE__ */ new Set([name]) : NOTHING$1;
	};
	return {
		secretNamed: named,
		allSecrets,
		ofInput: ({ name, isText }) => namesPleoKey(name) && (isText || !SWITCH.test(name)) ? /* @__PURE__ */ new Set([name]) : NOTHING$1
	};
}
const SWITCH = /^(?:requires?|required|has|have|is|uses?|needs?|checks?|verify|validate|skip|allow|enable|disable|with|without|should|must|fail|warn|mask|print|show)[-_ ]/i;

// action/scan/workflow/expression/env.ts
var Env = class Env {
	static EMPTY = new Env(void 0, NOTHING$1);
	all;
	layer;
	constructor(layer, all) {
		this.layer = layer;
		this.all = all;
	}
	with(variables) {
		const own = new Map([...variables].filter(([name, { size }]) => size > 0 || this.get(name).size > 0));
		if (own.size === 0) return this;
		const layer = {
			own,
			inLowerCase: new Map([...own].map(([name, carried]) => [name.toLowerCase(), carried])),
			outer: this.layer
		};
		const hides = [...own.values()].some(({ size }) => size === 0);
		return new Env(layer, hides ? visibleIn(layer) : union([this.all, ...own.values()]));
	}
	get(name) {
		return find(this.layer, ({ own }) => own.get(name));
	}
	getInAnyCase(name) {
		const wanted = name.toLowerCase();
		return find(this.layer, ({ inLowerCase }) => inLowerCase.get(wanted));
	}
};
function find(start, look) {
	for (let layer = start; layer !== void 0; layer = layer.outer) {
		const carried = look(layer);
		if (carried !== void 0) return carried;
	}
	return NOTHING$1;
}
function visibleIn(start) {
	const seen = /* @__PURE__ */ new Map();
	for (let layer = start; layer !== void 0; layer = layer.outer) for (const [name, carried] of layer.own) if (!seen.has(name)) seen.set(name, carried);
	return union([...seen.values()]);
}

// action/scan/workflow/script/code.ts
const READING = /\b(?:process\.env|os\.environ|environ|ENV)(?:\.get\(\s{0,4}|\.|\[\s{0,4})["']?(\w{1,200})["']?|\bos\.getenv\(\s{0,4}["'](\w{1,200})["']/g;
const NAMED_BEFORE = /(?:^|[\s;])(\w{1,100})\s{0,4}=\s{0,4}$/;
const NAMED_AFTER = /^[\])]?\s{0,4}(?:[;,\n]|$|\?\?|\|\||or\b)/;
const TAKEN_OUT = /\{([^{}]{1,500})\}\s{0,4}=\s{0,4}process\.env\b(?!\s{0,4}[.[])/g;
const COMMENT = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g;
const PRINTING = /\b(?:console\.(?:log|info|debug|warn|error|dir|table)|(?:process|sys)\.std(?:out|err)\.write|core\.(?:info|debug|notice|warning|error|setFailed)|print|pprint|puts|System\.out\.println)\s{0,4}\(?/;
const PUBLISHING = /\bcore\.(setOutput|exportVariable)\(\s{0,4}["'](\w{1,200})["']/;
const WRITING = /\b(?:write\w{0,20}|append[A-Z_]\w{0,20})\(/;
const RUNNER_FILE = /GITHUB_(?:OUTPUT|ENV|STEP_SUMMARY)(?=[^\n]*\n?[^\n]*$)/;
const TEST_BEFORE = /(?:!|\bBoolean\(|\btypeof|\blen\(|\bbool\()\s{0,4}$/;
const TEST_AFTER = /^[\])\s]{0,4}(?:\.length\b|[!=]==?|\?(?!\?)|&&|is not\b|in\b|else\b|\.(?:starts|ends)[wW]ith\b|\.slice\(-[1-4]\)|\[-[1-4]:\])/;
const SPELLING = /^$|\b(?:from|String|str|repr|bytes|list|reversed|join|concat|format|stringify|dumps|inspect|btoa|hexlify|\w*encode\w*)$/;
const LONGEST_LINE = 300;
const MOST_NAMES = 20;
const MOST_READS = 2e3;
function findCodeUses(text, env) {
	const direct = [...text.matchAll(READING)].flatMap(({ 0: whole, 1: one, 2: other, index }) => {
		const secrets = env.get(one ?? other ?? "");
		const read = {
			offset: index,
			end: index + whole.length,
			secrets,
			isNamed: false
		};
		return secrets.size > 0 ? [read] : [];
	});
	const named = [...namesOf(direct, text), ...namesTakenOut(text, env)].slice(0, MOST_NAMES).flatMap(([name, secrets]) => readsOf(name, secrets, text)).slice(0, MOST_READS);
	return [...direct, ...named].flatMap((read) => useAt(read, text) ?? []);
}
function namesOf(reads, text) {
	return reads.flatMap(({ offset, end, secrets }) => {
		const name = NAMED_BEFORE.exec(text.slice(Math.max(0, offset - 110), offset))?.[1];
		const isAll = NAMED_AFTER.test(text.slice(end, end + 10));
		return name !== void 0 && isAll ? [[name, secrets]] : [];
	});
}
function namesTakenOut(text, env) {
	return [...text.matchAll(TAKEN_OUT)].flatMap(([, list = ""]) => list.replace(COMMENT, "").split(",").flatMap((part) => {
		const [variable = "", name = variable] = part.split("=", 1).join("").trim().split(/\s*:\s*/);
		const secrets = env.get(variable);
		return secrets.size > 0 && /^\w{1,100}$/.test(name) ? [[name, secrets]] : [];
	}));
}
function readsOf(name, secrets, text) {
	if ([...text.matchAll(new RegExp(`\\b${name}\\s{0,4}=(?!=)`, "g"))].length > 1) return [];
	if (isBoundAnew(name, text)) return [];
	return [...text.matchAll(new RegExp(`(?<![\\w.$-])${name}\\b(?!\\s{0,4}[:=])`, "g"))].map(({ index }) => ({
		offset: index,
		end: index + name.length,
		secrets,
		isNamed: true
	}));
}
function isBoundAnew(name, text) {
	const word = `\\b${name}\\b`;
	return [
		`\\bfor\\b[^\\n:]{0,60}${word}[^\\n:]{0,60}\\b(?:in|of)\\b`,
		`${word}[^()\\n]{0,80}\\)\\s{0,4}=>|${word}\\s{0,4}=>`,
		`\\b(?:def|function)\\b[^\\n(]{0,60}\\([^)\\n]{0,80}${word}`
	].some((binding) => new RegExp(binding).test(text));
}
function useAt({ offset, end, secrets, isNamed }, text) {
	const line = text.slice(Math.max(0, offset - LONGEST_LINE), offset);
	const before = line.slice(Math.max(line.lastIndexOf("\n"), line.lastIndexOf(";")) + 1);
	if (/^\s*(?:\/\/|#)/.test(before)) return void 0;
	if (TEST_BEFORE.test(before) || TEST_AFTER.test(text.slice(end, end + 30))) return void 0;
	const publishing = PUBLISHING.exec(before);
	const printing = PRINTING.exec(before);
	const call = publishing ?? printing ?? WRITING.exec(before);
	if (call === null) return void 0;
	const between = before.slice(call.index + call[0].length);
	if (!isTaken(between)) return void 0;
	if (isNamed && (/\w\s*$/.test(call[0]) || isInText(between))) return void 0;
	const written = {
		kind: "written",
		offset,
		secrets,
		isRunnerFile: true
	};
	if (publishing !== null) {
		const to = publishing[1] === "setOutput" ? "GITHUB_OUTPUT" : "GITHUB_ENV";
		return {
			...written,
			to,
			name: publishing[2]
		};
	}
	if (printing !== null) return {
		kind: "shown",
		offset,
		secrets,
		by: printing[0].replace(/\s*\($/, "")
	};
	const to = RUNNER_FILE.exec(line)?.[0];
	const name = /(\w{1,200})=\W{0,4}$/.exec(between)?.[1];
	return to === void 0 ? void 0 : {
		...written,
		to,
		name
	};
}
function isTaken(text) {
	const calls = [];
	for (const [, name] of text.matchAll(/([\w.]{0,100})\(|\)/g)) if (name !== void 0) calls.push(name);
	else if (calls.pop() === void 0) return false;
	return calls.every((name) => SPELLING.test(name));
}
function isInText(text) {
	let start = -1;
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (start < 0 ? /["'`]/.test(character) : character === text.charAt(start)) start = start < 0 ? at : -1;
	}
	return start >= 0 && !/^(?:.?`.*\$|f["'].*)\{[^{}]*$/s.test(text.slice(Math.max(0, start - 1)));
}

// action/scan/workflow/script/assemble.ts
const DEEPEST$3 = 20;
const LARGEST_GROUP = 200;
const OPENING = /^(?:\{|then|do|else|elif|if|while|until|time|!|in)$/;
const CLOSING = /^(?:\}|done|fi|esac)$/;
const OPENS_GROUP = /^(?:\{|do|then)$/;
var CommandAssembler = class {
	commands = [];
	dialect;
	constructor(dialect) {
		this.dialect = dialect;
	}
	pipedGroup;
	commandOf(frame, at) {
		if (frame.command === void 0) {
			frame.command = {
				offset: frame.word?.offset ?? at,
				words: [],
				assignments: [],
				redirections: [],
				isCaptured: frame.isCaptured
			};
			if (frame.pipe !== void 0) frame.pipe.pipesTo = frame.command;
			for (const each of this.pipedGroup ?? []) each.pipesTo ??= frame.command;
			this.pipedGroup = void 0;
			frame.pipe = void 0;
		}
		return frame.command;
	}
	endWord(frame, at) {
		const { word } = frame;
		if (word === void 0) return;
		frame.word = void 0;
		const command = frame.command;
		if (frame.expects !== void 0) {
			const kind = frame.expects;
			frame.expects = void 0;
			this.commandOf(frame, at).redirections.push({
				kind,
				target: word
			});
		} else if (this.isStructure(frame, word)) return;
		else if ((command === void 0 || command.words.length === 0) && /^\w+\+?=/.test(word.text) && this.dialect === "posix") this.commandOf(frame, at).assignments.push(word);
		else {
			frame.word = word;
			this.commandOf(frame, at);
			frame.word = void 0;
			this.commandOf(frame, at).words.push(word);
		}
	}
	isStructure(frame, { text, references }) {
		if (this.dialect !== "posix" || references.length > 0) return false;
		if (frame.command !== void 0 && frame.command.words.length > 0) return false;
		if (OPENING.test(text)) {
			if (OPENS_GROUP.test(text)) this.openGroup(frame);
			return true;
		}
		if (!CLOSING.test(text)) return false;
		this.closeGroup(frame);
		return true;
	}
	openGroup(frame, start = this.commands.length) {
		if (frame.groups.length < DEEPEST$3) frame.groups.push(start);
	}
	closeGroup(frame) {
		const start = frame.groups.pop();
		if (start !== void 0) frame.group = this.commands.slice(start, start + LARGEST_GROUP);
	}
	finish(frame, at) {
		this.endWord(frame, at);
		frame.expects = void 0;
		const { command, group } = frame;
		frame.command = void 0;
		frame.group = void 0;
		if (group !== void 0 && (command === void 0 || command.words.length === 0)) {
			const redirections = command?.redirections.filter(({ kind }) => kind === "output") ?? [];
			for (const each of group) if (!each.redirections.some(({ kind }) => kind === "output")) each.redirections.push(...redirections);
			return { group };
		}
		if (command !== void 0) {
			this.commands.push(command);
			if (frame.isCaptured) frame.captured.push(command);
		}
		return { command };
	}
};

// action/scan/workflow/script/references.ts
const PARAMETER = /\$(?:\{(?<flag>[#!]?)(?<braced>\w+)|(?<plain>\w+))/y;
const POWERSHELL_VARIABLE = /\$(?:\{(?:env:)?(?<braced>\w+)\}|(?:env:)?(?<plain>\w+))(?<length>\.length\b)?/iy;
const CMD_VARIABLE = /%(?<percent>\w+)%|!(?<late>\w+)!/y;
const LONGEST_PARAMETER = 500;
function readReference(text, at, dialect) {
	if (dialect === "cmd") return readPattern(text, at, CMD_VARIABLE);
	if (text.charAt(at) !== "$") return void 0;
	return dialect === "powershell" ? readPattern(text, at, POWERSHELL_VARIABLE) : readParameter(text, at);
}
function readPattern(text, at, pattern) {
	pattern.lastIndex = at;
	const groups = pattern.exec(text)?.groups;
	if (groups === void 0) return void 0;
	return {
		references: [referenceTo(groups["braced"] ?? groups["plain"] ?? groups["percent"] ?? groups["late"] ?? "", at, groups["length"] !== void 0)],
		end: pattern.lastIndex
	};
}
function referenceTo(variable, offset, isHarmless) {
	return {
		offset,
		variable,
		isHarmless
	};
}
function readParameter(text, at) {
	PARAMETER.lastIndex = at;
	const groups = PARAMETER.exec(text)?.groups;
	if (groups === void 0) return void 0;
	const { plain, braced, flag } = groups;
	const start = PARAMETER.lastIndex;
	if (plain !== void 0) return {
		references: [referenceTo(plain, at, false)],
		end: start
	};
	const end = endOfBraces(text, start);
	const rest = end === void 0 ? "" : text.slice(start, end - 1);
	return {
		references: [referenceTo(flag === "!" ? void 0 : braced, at, flag === "#" || showsNoKey(rest)), ...[...rest.matchAll(/\$\{?(\w+)/g)].map(([, name]) => referenceTo(name, at, false))],
		end: end ?? start
	};
}
function showsNoKey(rest) {
	return /^:?\+/.test(rest) || /^:\s+-[1-4]$/.test(rest) || masksParameter(rest);
}
function endOfBraces(text, start) {
	const end = Math.min(text.length, start + LONGEST_PARAMETER);
	let open = 1;
	for (let at = start; at < end; at++) {
		const character = text.charAt(at);
		if (character === "{") open++;
		else if (character === "}" && --open === 0) return at + 1;
	}
}
function referencesInLine(line, start) {
	return [...line.matchAll(IN_LINE)].map(({ index, groups }) => referenceTo(groups?.["braced"] ?? groups?.["plain"], start + index, groups?.["flag"] === "#" || groups?.["rest"] !== void 0));
}
const IN_LINE = /(?<!\\)\$(?:\{(?<flag>#?)(?<braced>\w+)(?<rest>:?\+)?|(?<plain>\w+))/g;

// action/scan/workflow/script/commands.ts
function readCommands(script) {
	const reader = new CommandReader(script);
	reader.read();
	return reader.assembler.commands;
}
const DEEPEST$2 = 20;
const LONGEST_SUM = 200;
const REDIRECTION = /(?<number>\d?)(?<mark>&>>?|>>|>\||>&|<<<|<<-?|<>|>|<)[ \t]*/y;
var CommandReader = class {
	assembler;
	at = 0;
	nextExpression = 0;
	pending = [];
	script;
	constructor(script) {
		this.script = script;
		this.assembler = new CommandAssembler(script.dialect);
	}
	read() {
		while (this.at < this.script.text.length) this.readUntil(void 0, 0);
	}
	readUntil(closing, depth) {
		const frame = {
			closing,
			isCaptured: closing !== void 0,
			groups: [],
			captured: []
		};
		const { text } = this.script;
		while (this.at < text.length) {
			const character = text.charAt(this.at);
			if (this.takeExpression(frame)) continue;
			if (character === closing) {
				this.at++;
				break;
			}
			this.readPart(frame, character, depth);
		}
		this.assembler.finish(frame, this.at);
		return frame.captured;
	}
	readPart(frame, character, depth) {
		const { dialect } = this.script;
		if (/\s/.test(character)) {
			this.at++;
			if (frame.groups.at(-1) === -2) this.append(frame, " ");
			else if (character === "\n") this.assembler.finish(frame, this.at);
			else this.assembler.endWord(frame, this.at);
			if (character === "\n") this.readHereTexts();
		} else if (character === "#" && frame.word === void 0 && dialect !== "cmd") this.at = this.endOfLine();
		else if (character === "'" && dialect !== "cmd") this.readLiteral(frame);
		else if (character === "\"") {
			this.at++;
			this.readQuoted(frame, depth);
		} else if (character === this.escape()) this.readEscaped(frame);
		else if (this.takeReference(frame, depth) || this.takeRedirection(frame, depth)) return;
		else if (/[;&|(){}]/.test(character)) this.readMark(frame, character);
		else {
			this.append(frame, character);
			this.at++;
		}
	}
	escape() {
		return {
			posix: "\\",
			powershell: "`",
			cmd: "^"
		}[this.script.dialect];
	}
	endOfLine() {
		const end = this.script.text.indexOf("\n", this.at);
		return end < 0 ? this.script.text.length : end;
	}
	wordOf(frame) {
		frame.word ??= this.newWord();
		return frame.word;
	}
	newWord() {
		return {
			offset: this.at,
			text: "",
			references: [],
			captures: []
		};
	}
	append(frame, text) {
		this.wordOf(frame).text += text;
	}
	refer(frame, reference) {
		const word = this.wordOf(frame);
		word.references.push(reference);
		word.text += "";
	}
	takeExpression(frame) {
		const { expressions } = this.script;
		while ((expressions[this.nextExpression]?.start ?? Infinity) < this.at) this.nextExpression++;
		const expression = expressions[this.nextExpression];
		if (expression?.start !== this.at) return false;
		this.refer(frame, {
			offset: this.at,
			expression,
			isHarmless: false
		});
		this.at = expression.end;
		return true;
	}
	readLiteral(frame) {
		const { text } = this.script;
		this.wordOf(frame);
		this.at++;
		while (this.at < text.length && text.charAt(this.at) !== "'") {
			if (this.takeExpression(frame)) continue;
			this.append(frame, text.charAt(this.at));
			this.at++;
		}
		this.at++;
	}
	readQuoted(frame, depth) {
		const { text } = this.script;
		this.wordOf(frame);
		while (this.at < text.length) {
			const character = text.charAt(this.at);
			if (character === "\"") break;
			if (this.takeExpression(frame)) continue;
			if (character === this.escape() && this.script.dialect !== "cmd") this.readEscaped(frame);
			else if (!this.takeReference(frame, depth)) {
				this.append(frame, character);
				this.at++;
			}
		}
		this.at++;
	}
	readEscaped(frame) {
		const next = this.script.text.charAt(this.at + 1);
		if (!(next === "\n" || next === "\r")) this.append(frame, next);
		this.at += next === "\r" ? 3 : 2;
	}
	takeReference(frame, depth) {
		const { text, dialect } = this.script;
		const character = text.charAt(this.at);
		if (dialect === "cmd") return this.takeVariable(frame);
		if (dialect === "powershell") {
			if (text.startsWith("$(", this.at)) return this.takeSubstitution(frame, depth, 2);
			return this.takeVariable(frame);
		}
		if (character === "`" && frame.closing !== "`") return this.takeSubstitution(frame, depth, 1);
		if (text.startsWith("$((", this.at)) {
			const end = text.slice(this.at, this.at + LONGEST_SUM).indexOf("))");
			this.append(frame, "0");
			this.at += end < 0 ? 3 : end + 2;
			return true;
		}
		if (/^[$<>]\($/.test(text.slice(this.at, this.at + 2))) return this.takeSubstitution(frame, depth, 2);
		return this.takeVariable(frame);
	}
	takeVariable(frame) {
		const found = readReference(this.script.text, this.at, this.script.dialect);
		if (found === void 0) return false;
		for (const reference of found.references) this.refer(frame, reference);
		this.at = found.end;
		return true;
	}
	takeSubstitution(frame, depth, length) {
		if (depth >= DEEPEST$2) return false;
		const word = this.wordOf(frame);
		const closing = length === 1 ? "`" : ")";
		const mark = this.script.text.charAt(this.at);
		this.at += length;
		const captured = this.readUntil(closing, depth + 1);
		if (mark === ">") word.feeds = captured[0];
		else if (mark !== "<") word.captures.push(...captured);
		word.text += "";
		return true;
	}
	takeRedirection(frame, depth) {
		const { text, dialect } = this.script;
		const character = text.charAt(this.at);
		if (!/[<>&\d]/.test(character)) return false;
		if (/\d/.test(character) && frame.word !== void 0) return false;
		REDIRECTION.lastIndex = this.at;
		const groups = REDIRECTION.exec(text)?.groups;
		const mark = groups?.["mark"];
		if (mark === void 0) return false;
		this.at = REDIRECTION.lastIndex;
		this.assembler.endWord(frame, this.at);
		this.assembler.commandOf(frame, this.at);
		if (/^<<-?$/.test(mark)) {
			if (dialect === "posix") this.takeHereText(frame);
		} else if (mark === "<<<") frame.expects = "text";
		else if (mark.startsWith("<")) frame.expects = "input";
		else frame.expects = groups?.["number"] === "2" ? "errors" : "output";
		if (text.startsWith("(", this.at) && mark === "<") {
			this.at--;
			this.takeReference(frame, depth);
		}
		return true;
	}
	takeHereText(frame) {
		const { text } = this.script;
		const end = this.endOfLine();
		const delimiter = /^[ \t]*(['"\\]?)([\w.-]{1,80})['"]?/.exec(text.slice(this.at, Math.min(end, this.at + 90)));
		if (delimiter === null) return;
		const [whole, quote, name = ""] = delimiter;
		this.at += whole.length;
		const word = this.newWord();
		this.assembler.commandOf(frame, this.at).redirections.push({
			kind: "text",
			target: word
		});
		this.pending.push({
			word,
			end: name,
			isLiteral: quote !== ""
		});
	}
	readHereTexts() {
		const { text } = this.script;
		for (const { word, end, isLiteral } of this.pending.splice(0)) while (this.at < text.length) {
			const lineEnd = this.endOfLine();
			const start = this.at;
			if (lineEnd - start < 200 && text.slice(start, lineEnd).trim() === end) {
				this.at = lineEnd;
				break;
			}
			this.readHereLine(word, {
				start,
				end: lineEnd,
				isLiteral
			});
			this.at = lineEnd + 1;
		}
	}
	readHereLine(word, { start, end, isLiteral }) {
		const { text, expressions } = this.script;
		while ((expressions[this.nextExpression]?.start ?? Infinity) < end) {
			const expression = expressions[this.nextExpression++];
			if (expression === void 0 || expression.start < start) continue;
			const offset = expression.start;
			word.references.push({
				offset,
				expression,
				isHarmless: false
			});
		}
		const line = text.slice(start, end);
		word.text += `${line.slice(0, 200).replaceAll("$", "")}\n`;
		if (isLiteral) return;
		word.references.push(...referencesInLine(line, start));
	}
	readMark(frame, character) {
		const { dialect, text } = this.script;
		const isPowershell = dialect === "powershell";
		if (dialect === "posix" && character === "(" && frame.word !== void 0 && text.charAt(this.at - 1) === "=") this.assembler.openGroup(frame, -2);
		else if (character === ")" && frame.groups.at(-1) === -2) frame.groups.pop();
		else if (isPowershell && character === "{" && frame.word?.text === "@") {
			this.assembler.openGroup(frame, -1);
			this.append(frame, character);
		} else if (isPowershell && character === "}" && frame.groups.at(-1) === -1) {
			frame.groups.pop();
			this.assembler.endWord(frame, this.at);
		} else if (isPowershell && (/[()]/.test(character) || character === ";" && frame.groups.at(-1) === -1)) this.assembler.endWord(frame, this.at);
		else if (!isPowershell && /[{}]/.test(character)) this.append(frame, character);
		else if (character === "|" && text.charAt(this.at + 1) !== "|") {
			const { command, group } = this.assembler.finish(frame, this.at);
			frame.pipe = command;
			this.assembler.pipedGroup = group;
			if (text.charAt(this.at + 1) === "&") this.at++;
		} else {
			this.assembler.finish(frame, this.at);
			if (character === "(") this.assembler.openGroup(frame);
			else if (character === ")") this.assembler.closeGroup(frame);
			frame.pipe = void 0;
		}
		this.at++;
	}
};

// action/scan/workflow/script/uses.ts
function dialectOf(shell) {
	if (shell === "" || /^(?:ba|z|k|da)?sh\b/i.test(shell)) return "posix";
	if (/^(?:pwsh|powershell)\b/i.test(shell)) return "powershell";
	return /^cmd\b/i.test(shell) ? "cmd" : void 0;
}
const read = /* @__PURE__ */ new WeakMap();
function commandsOf(tree, dialect) {
	const known = read.get(tree) ?? readCommands({
		text: tree.text,
		dialect,
		expressions: expressionsIn(tree)
	});
	read.set(tree, known);
	return known;
}
const NO_FACTS = {
	uses: [],
	mentioned: /* @__PURE__ */ new Set(),
	commands: []
};
function readScript({ tree, scope, shell }) {
	if (tree.text === "") return NO_FACTS;
	const dialect = dialectOf(shell);
	const commands = dialect === void 0 ? [] : commandsOf(tree, dialect);
	const hasExpressions = expressionsIn(tree).length > 0;
	if (scope.env.all.size === 0 && !hasExpressions) return {
		...NO_FACTS,
		commands
	};
	const reading = new ScriptReading({
		scope,
		dialect,
		text: tree.text,
		shell
	});
	for (const { start, expression } of expressionsIn(tree)) {
		const secrets = carriedByExpression(expression, scope);
		if (secrets.size > 0) reading.uses.push({
			kind: "expanded",
			offset: start,
			secrets
		});
	}
	for (const command of commands) reading.readCommand(command);
	reading.uses.push(...findCodeUses(tree.text, scope.env));
	return {
		uses: reading.uses,
		mentioned: reading.mentioned,
		commands
	};
}
function spelled(name, dialect) {
	return dialect === "posix" ? name : name.toLowerCase();
}
const FUNCTION = /^[ \t]*(?:function[ \t]+)?([\w-]{1,80})[ \t]*\(\)/gm;
const LONGEST_PIPE = 10;
const IMAGE_BUILDER = /^(?:docker|podman|buildah|nerdctl)$/;
const BUILD_ARGUMENT = /(?:^--build-arg | --build-arg=)(\w+$)?/;
const TEXT_METHOD = /^\[[\w.]+\]::(?:\w+\.)?(?:tobase64string|tohexstring|getstring|getbytes|join|format|concat|escape\w*|urlencode|write(?:line)?)$/i;
const ANSWERING = /^(?!(?:write|convert\w*|join|out)-)(?:[a-z]+-[a-z]+|irm|iwr|curl(?:\.exe)?)$/i;
var ScriptReading = class {
	uses = [];
	mentioned = /* @__PURE__ */ new Set();
	options;
	functions;
	variables = /* @__PURE__ */ new Map();
	words = /* @__PURE__ */ new Map();
	files = /* @__PURE__ */ new Map();
	trace;
	constructor(options) {
		this.options = options;
		this.functions = new Set([...options.text.matchAll(FUNCTION)].map(([, name]) => name ?? ""));
		if (tracesFrom(options.shell.split(/\s+/))) this.trace = {
			offset: 0,
			by: options.shell.split(" {")[0] ?? ""
		};
	}
	readCommand(command) {
		const { words } = command;
		for (const word of command.assignments) this.assign(word);
		const program = programOf(command);
		if (program.name === "set") this.switchTrace(command);
		this.noteTrace(command);
		const given = program.args.map((word, place) => union([this.carriedIn(word), this.valueOf(buildArgument(program, place))]));
		if (changesFiles(program)) for (const word of program.args) this.files.delete(fileOf(word));
		const printed = this.printedBy(command, program.name, given);
		if (printed.size > 0) this.follow(command, printed, program.name);
		else if (this.isListing(program.name, program.args)) this.list(command, program.name);
		else if (/^(?:export|local|declare|readonly|typeset)$/.test(program.name)) {
			for (const word of program.args) if (word.text.includes("=")) this.assign(word);
		} else if (isWriter(program.name)) this.writeByWriter(program.args, command);
		else if (words[1]?.text === "=" && words[0]?.references.length === 1) this.assignInPowershell(words);
		else this.passArguments(command, program, given);
		if (isShell(program.name) && tracesFrom(words.map(({ text }) => text))) this.traceChild(command, program.name);
	}
	carriedIn(word) {
		if (word.references.length === 0 && word.captures.length === 0) return NOTHING$1;
		const known = this.words.get(word) ?? this.workOut(word);
		this.words.set(word, known);
		return known;
	}
	workOut(word) {
		const parts = word.references.filter(({ isHarmless }) => !isHarmless).map(({ variable, expression }) => expression === void 0 ? this.valueOf(variable) : carriedByExpression(expression.expression, this.options.scope));
		return union([...parts, ...word.captures.map((command) => this.capturedFrom(command))]);
	}
	valueOf(variable) {
		if (variable === void 0) return NOTHING$1;
		const { dialect, scope } = this.options;
		const name = spelled(variable, dialect);
		const inherited = () => dialect === "posix" ? scope.env.get(name) : scope.env.getInAnyCase(name);
		const carried = this.variables.get(name) ?? inherited();
		if (carried.size > 0) this.mentioned.add(name);
		return carried;
	}
	capturedFrom(command) {
		const program = programOf(command);
		const given = program.args.map((word) => this.carriedIn(word));
		const printed = this.printedBy(command, program.name, given);
		return pipeBehind(command).every((next) => passesOn(programOf(next))) ? printed : NOTHING$1;
	}
	inFile(word) {
		return this.files.get(fileOf(word)) ?? NOTHING$1;
	}
	printedBy(command, name, given) {
		const { dialect } = this.options;
		if (isPrinter(name)) return union(given);
		if (name === "printenv") return union(programOf(command).args.map(({ text }) => this.valueOf(text)));
		if (passesOn(programOf(command))) {
			const read = command.redirections.map(({ kind, target }) => kind === "text" ? this.carriedIn(target) : kind === "input" ? this.inFile(target) : NOTHING$1);
			return union([...read, ...filesReadBy(programOf(command)).map((word) => this.inFile(word))]);
		}
		const [first, second] = command.words;
		if (dialect !== "powershell" || first === void 0) return NOTHING$1;
		if (TEXT_METHOD.test(first.text)) return union(command.words.map((word) => this.carriedIn(word)));
		return first.text.includes("") && !/^[-+.]?=/.test(second?.text ?? "") ? this.carriedIn(first) : NOTHING$1;
	}
	follow(command, secrets, by) {
		const text = command.words.map((word) => word.text).join(" ");
		if (/::add-mask::|issecret=true/i.test(text)) return;
		const { offset } = command;
		const write = {
			by,
			secrets,
			command
		};
		for (const next of [command, ...pipeBehind(command)]) {
			const program = programOf(next);
			if (next !== command) {
				if (isWriter(program.name)) {
					this.writeTo(program.args, secrets, command);
					return;
				}
				if (isTalkative(program)) this.uses.push({
					kind: "shown",
					offset: next.offset,
					secrets,
					by: "curl --verbose"
				});
				if (!passesOn(program)) return;
			}
			if (program.name === "tee") for (const target of program.args) this.redirect(target, write);
			const files = next.redirections.filter(({ kind }) => kind === "output");
			for (const { target } of files) this.redirect(target, write);
			if (files.length > 0) return;
		}
		if (command.isCaptured) return;
		const output = /::set-(output|env) name=([\w.-]+)::/.exec(text);
		if (output === null) this.uses.push({
			kind: "shown",
			offset,
			secrets,
			by
		});
		else {
			const to = output[1] === "env" ? "GITHUB_ENV" : "GITHUB_OUTPUT";
			this.uses.push({
				kind: "written",
				offset,
				secrets,
				to,
				isRunnerFile: true,
				name: output[2]
			});
		}
	}
	redirect(target, { by, secrets, command }) {
		const { feeds } = target;
		if (feeds !== void 0) {
			if (passesOn(programOf(feeds))) this.follow(feeds, secrets, by);
		} else if (/^(?:[12]|\/dev\/(?:stdout|stderr|tty))$/.test(target.text)) this.uses.push({
			kind: "shown",
			offset: command.offset,
			secrets,
			by
		});
		else if (target.text !== "/dev/null") this.writeTo([target], secrets, command);
	}
	writeTo(targets, secrets, command) {
		const name = nameWritten(command);
		for (const target of targets) {
			const { references, text } = target;
			if (text.startsWith("-")) continue;
			this.files.set(fileOf(target), secrets);
			const runnerFile = references.find(({ variable }) => /^GITHUB_(?:OUTPUT|ENV|STEP_SUMMARY|STATE)$/i.test(variable ?? ""))?.variable;
			const to = runnerFile?.toUpperCase() ?? text;
			const isRunnerFile = runnerFile !== void 0;
			this.uses.push({
				kind: "written",
				offset: command.offset,
				secrets,
				to,
				isRunnerFile,
				name
			});
		}
	}
	writeByWriter(args, command) {
		const secrets = union(args.map((word) => this.carriedIn(word)));
		const files = args.filter((word) => this.carriedIn(word).size === 0);
		if (secrets.size > 0) this.writeTo(files, secrets, command);
	}
	isListing(name, args) {
		const { dialect } = this.options;
		const first = args[0]?.text ?? "";
		if (dialect === "powershell") return /^(?:get-childitem|gci|dir|ls|get-item|gi)$/i.test(name) && /^env:/i.test(first);
		if (dialect === "cmd") return name === "set" && args.length === 0;
		if (name === "export" || name === "declare") return args.length === 0 || /^-[px]$/.test(first);
		return /^(?:env|printenv|set)$/.test(name) && args.length === 0;
	}
	list(command, by) {
		const secrets = this.all();
		if (secrets.size === 0 || command.isCaptured) return;
		if (command.redirections.some(({ kind }) => kind === "output")) {
			this.follow(command, secrets, by);
			return;
		}
		if (!pipeBehind(command).map(programOf).every((program) => passesOn(program) || this.letsThrough(program))) return;
		this.uses.push({
			kind: "listed",
			offset: command.offset,
			secrets,
			by
		});
	}
	letsThrough({ name, args }) {
		if (!/^[ef]?grep$/.test(name)) return false;
		const flags = args.filter(({ text }) => text.startsWith("-")).map(({ text }) => text).join("");
		const pattern = args.find(({ text }) => !text.startsWith("-"))?.text ?? "";
		if (/[qcl]/.test(flags.replaceAll(/--\w+/g, ""))) return false;
		const isMeant = /pleo|key|token|secret/i.test(pattern);
		return flags.includes("v") ? !isMeant : /pleo/i.test(pattern);
	}
	assign(word) {
		const [, name = ""] = /^(\w+)\+?=/.exec(word.text) ?? [];
		this.setVariable(name, this.carriedIn(word), word.offset);
	}
	assignInPowershell([left, , ...right]) {
		const name = left?.references[0]?.variable ?? "";
		const carried = ANSWERING.test(right[0]?.text ?? "") ? NOTHING$1 : union(right.map((word) => this.carriedIn(word)));
		this.setVariable(name, carried, left?.offset ?? 0);
	}
	setVariable(name, secrets, offset) {
		if (name === "") return;
		if (secrets.size > 0) this.uses.push({
			kind: "assigned",
			offset,
			secrets,
			variable: name
		});
		this.variables.set(spelled(name, this.options.dialect), secrets);
		for (const file of this.files.keys()) if (file.split(IN_NAME).indexOf(name, 1) > 0) this.files.delete(file);
	}
	passArguments(command, program, given) {
		const { name, args } = program;
		const secrets = union(given);
		const { dialect } = this.options;
		if (secrets.size === 0 || name === "" || this.functions.has(name)) return;
		if (isBuiltin(name, dialect ?? "posix")) return;
		const place = given.findIndex((part) => part.size > 0);
		const word = args[place];
		const reference = word?.references.find(({ isHarmless }) => !isHarmless);
		this.uses.push({
			kind: "argument",
			offset: word?.offset ?? command.offset,
			secrets,
			program: name,
			isAddress: word?.text.includes("://") === true,
			isOfBuild: buildArgument(program, place) !== void 0,
			variable: reference?.variable
		});
	}
	switchTrace({ words, offset }) {
		const flags = words.slice(1).map(({ text }) => text);
		if (flags.some((flag, index) => /^\+[a-z]*x/.test(flag) || flag === "+o" && flags[index + 1] === "xtrace")) this.trace = void 0;
		else if (tracesFrom(flags)) this.trace ??= {
			offset,
			by: "set -x"
		};
	}
	noteTrace(command) {
		if (this.trace === void 0) return;
		const words = [...command.words, ...command.assignments];
		const secrets = union(words.flatMap(({ references }) => references.filter(({ isHarmless, expression }) => !isHarmless && expression === void 0).map(({ variable }) => this.valueOf(variable))));
		if (secrets.size === 0) return;
		this.uses.push({
			kind: "traced",
			...this.trace,
			secrets
		});
		this.trace = void 0;
	}
	traceChild(command, name) {
		const secrets = this.all();
		if (secrets.size === 0) return;
		this.uses.push({
			kind: "traced",
			offset: command.offset,
			secrets,
			by: `${name} -x`
		});
	}
	all() {
		return union([this.options.scope.env.all, ...this.variables.values()]);
	}
};
function buildArgument({ name, args }, place) {
	const words = `${args[place - 1]?.text ?? ""} ${args[place]?.text ?? ""}`;
	const found = IMAGE_BUILDER.test(name) ? BUILD_ARGUMENT.exec(words) : null;
	return found === null ? void 0 : found[1] ?? "";
}
const IN_NAME = "\0";
function fileOf({ text, references }) {
	return [text, ...references.map(({ variable }) => variable)].join(IN_NAME);
}
function changesFiles({ name, args }) {
	if (name === "sed") return args.some(({ text }) => /^(?:-[a-zA-Z]*i|--in-place)/.test(text));
	return name === "rm" || name === "shred";
}
function pipeBehind({ pipesTo }) {
	const pipe = [];
	for (let next = pipesTo; next !== void 0 && pipe.length < LONGEST_PIPE; next = next.pipesTo) pipe.push(next);
	return pipe;
}
function nameWritten({ words, redirections }) {
	const texts = redirections.filter(({ kind }) => kind === "text").map(({ target }) => target.text);
	for (const text of [...words.map((word) => word.text), ...texts]) {
		const found = /(?:^|\s)([\w.-]+)(?:=|<<)/.exec(text);
		if (found !== null) return found[1];
	}
}

// action/scan/workflow/visit.ts
const DEEPEST$1 = 10;
const MOST_STEPS = 6e4;
const COMMANDS_PER_STEP = 16;
function visitRepository(repository, origin) {
	const visitor = new Visitor(repository, origin);
	const workflows = [...repository.workflows.values()].map((workflow) => visitor.visitAlone(workflow));
	const actions = [...repository.actions.values()].map((action) => visitor.visitAction(action));
	return {
		workflows: [...workflows, ...visitor.called],
		actions,
		isCutShort: visitor.stepCount > MOST_STEPS
	};
}
var Visitor = class {
	stepCount = 0;
	called = [];
	known = /* @__PURE__ */ new Map();
	repository;
	origin;
	constructor(repository, origin) {
		this.repository = repository;
		this.origin = origin;
	}
	emptyScope() {
		const none = /* @__PURE__ */ new Map();
		return {
			...this.origin,
			env: Env.EMPTY,
			inputs: none,
			outputs: none,
			matrix: none
		};
	}
	scopeWith(inputs) {
		const given = inputs.map((input) => [input.name.toLowerCase(), this.origin.ofInput(input)]);
		return {
			...this.emptyScope(),
			inputs: new Map(given)
		};
	}
	visitAlone(workflow) {
		return this.visitWorkflow(workflow, this.scopeWith(workflow.inputs), 0);
	}
	visitWorkflow(workflow, outer, depth) {
		const scope = withEnv(outer, workflow.env);
		const outputs = /* @__PURE__ */ new Map();
		const jobs = inOrder$1(workflow.jobs).map((job) => this.visitJob(workflow, job, {
			scope: {
				...scope,
				outputs
			},
			depth,
			outputs
		}));
		return {
			file: workflow.file,
			workflow,
			scope,
			jobs
		};
	}
	visitJob(workflow, job, { scope: outer, depth, outputs }) {
		const scope = withEnv({
			...outer,
			matrix: job.matrix
		}, job.env);
		const usual = /\bwindows\b/i.test(job.runsOn) ? "pwsh" : "";
		const shell = job.shell || workflow.shell || usual;
		const steps = [];
		const within = {
			file: workflow.file,
			shell,
			depth,
			steps,
			stepOutputs: new Map(outer.outputs)
		};
		const services = [];
		this.visitSteps(job.services, scope, {
			...within,
			steps: services
		});
		this.visitSteps(job.steps, scope, within);
		const last = {
			...scope,
			outputs: within.stepOutputs
		};
		for (const { name, carried } of carriersAmong(job.outputs, last)) outputs.set(`needs.${job.id}.outputs.${name}`.toLowerCase(), carried);
		const called = readUses(job.uses.text);
		const callee = this.visitCallee(job, called, {
			scope,
			depth
		});
		return {
			file: workflow.file,
			job,
			scope: last,
			steps,
			services,
			called,
			callee
		};
	}
	visitCallee(job, called, { scope, depth }) {
		const workflow = called?.kind === "local" ? this.repository.workflows.get(called.path) : void 0;
		if (workflow === void 0 || depth >= DEEPEST$1) return void 0;
		const handed = carriedSettings(job.secrets, scope);
		const inputs = carriedSettings(job.with, scope);
		const inherits = job.inherits !== void 0;
		const signature = JSON.stringify([
			workflow.file,
			inherits,
			depth,
			sorted(handed),
			sorted(inputs)
		]);
		const known = this.known.get(signature);
		if (known !== void 0) return known;
		const secretNamed = (name) => handed.get(name.toLowerCase()) ?? (inherits ? scope.secretNamed(name) : NOTHING$1);
		const allSecrets = inherits ? scope.allSecrets : union([...handed.values()]);
		const inner = {
			...this.emptyScope(),
			secretNamed,
			allSecrets,
			inputs
		};
		const visit = this.visitWorkflow(workflow, inner, depth + 1);
		this.known.set(signature, visit);
		this.called.push(visit);
		return visit;
	}
	visitAction(action) {
		const scope = this.scopeWith(action.inputs);
		const steps = [];
		const stepOutputs = /* @__PURE__ */ new Map();
		this.visitSteps(action.steps, scope, {
			file: action.file,
			shell: "",
			depth: 0,
			steps,
			stepOutputs
		});
		return {
			file: action.file,
			action,
			scope: {
				...scope,
				outputs: stepOutputs
			},
			steps
		};
	}
	visitSteps(steps, outer, within) {
		let jobEnv = outer.env;
		for (const step of steps) {
			if (++this.stepCount > MOST_STEPS) return;
			const scope = withEnv({
				...outer,
				env: jobEnv,
				outputs: within.stepOutputs
			}, step.env);
			const called = readUses(step.uses.text);
			const isNode = repositoryOf(called) === "actions/github-script";
			const text = (isNode ? inputOf(step, "script")?.value : void 0) ?? step.run;
			const shell = isNode ? "node" : step.shell || within.shell;
			const visit = {
				file: within.file,
				step,
				called,
				isGuard: isGuard(called, this.repository.guard),
				scope,
				text,
				script: readScript({
					tree: text,
					scope,
					shell
				})
			};
			this.stepCount += Math.floor(visit.script.commands.length / COMMANDS_PER_STEP);
			within.steps.push(visit);
			jobEnv = this.noteWrites(visit, jobEnv, within.stepOutputs);
			this.visitLocal(visit, within);
		}
	}
	noteWrites({ step, script }, env, outputs) {
		let result = env;
		for (const use of script.uses) {
			if (use.kind !== "written" || !use.isRunnerFile || use.name === void 0) continue;
			if (use.to === "GITHUB_OUTPUT" && step.id !== "") outputs.set(`steps.${step.id}.outputs.${use.name}`.toLowerCase(), use.secrets);
			else if (use.to === "GITHUB_ENV") result = result.with(/* @__PURE__ */ new Map([[use.name, use.secrets]]));
		}
		return result;
	}
	visitLocal({ step, called, scope, isGuard: isOurs }, within) {
		if (called?.kind !== "local" || isOurs || within.depth >= DEEPEST$1) return;
		const action = actionAt(this.repository.actions, called.path);
		if (action === void 0) return;
		const inputs = carriedSettings(step.with, scope);
		const stepOutputs = /* @__PURE__ */ new Map();
		const inner = {
			...this.emptyScope(),
			env: scope.env,
			inputs,
			secretNamed: () => NOTHING$1,
			allSecrets: NOTHING$1
		};
		const depth = within.depth + 1;
		this.visitSteps(action.steps, inner, {
			...within,
			file: action.file,
			shell: "",
			depth,
			stepOutputs
		});
		const last = {
			...inner,
			outputs: stepOutputs
		};
		for (const { name, carried } of carriersAmong(action.outputs, last)) within.stepOutputs.set(`steps.${step.id}.outputs.${name}`.toLowerCase(), carried);
	}
};
function actionAt(actions, path) {
	const folder = path === "" ? "" : `${path}/`;
	return actions.get(`${folder}action.yml`) ?? actions.get(`${folder}action.yaml`);
}
function withEnv(scope, settings) {
	const variables = settings.map(({ name, value }) => [name, carriedBy(value, scope)]);
	const env = scope.env.with(new Map(variables));
	return env === scope.env ? scope : {
		...scope,
		env
	};
}
function carriedSettings(settings, scope) {
	return new Map(carriersAmong(settings, scope).map(({ name, carried }) => [name.toLowerCase(), carried]));
}
function sorted(carried) {
	return [...carried].map(([name, secrets]) => [name, ...secrets]).sort();
}
function inOrder$1(jobs) {
	const byId = new Map(jobs.map((job) => [job.id, job]));
	const ordered = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set();
	const open = [...jobs];
	for (let job = open.at(-1); job !== void 0; job = open.at(-1)) {
		if (seen.has(job)) {
			ordered.add(job);
			open.pop();
			continue;
		}
		seen.add(job);
		for (const id of job.needs) {
			const need = byId.get(id);
			if (need !== void 0 && !seen.has(need)) open.push(need);
		}
	}
	return [...ordered];
}

// action/scan/workflow/read-workflow-files.ts
const MOST_FILES = 200;
const MOST_BYTES = 1048576;
const MOST_FOLDERS = 2e3;
const DEEPEST = 5;
const WORKFLOWS = ".github/workflows";
const NO_ACTIONS_IN = /* @__PURE__ */ new Set([
	"node_modules",
	"vendor",
	"bower_components"
]);
function readWorkflowFiles(workspace) {
	const paths = /* @__PURE__ */ new Set([...findWorkflows(workspace), ...findActions(workspace)]);
	const files = [];
	for (const file of paths) {
		if (files.length === MOST_FILES) return [...files, refuse(file, `there are more than ${MOST_FILES} workflows and actions`)];
		const read = readOne(workspace, file);
		files.push(read);
		for (const called of calledIn(read.text, workspace)) paths.add(called);
	}
	return files;
}
const CALL = /\buses["']?[ \t]*:[ \t]*["']?\.\/([^\s"'#@]{1,500})/g;
function calledIn(text, workspace) {
	return [...text.matchAll(CALL)].flatMap(([, called = ""]) => {
		const parts = path.posix.join(called.replaceAll("\\", "/"), ".").split("/").filter((part) => part !== "");
		if (!parts.every((part, index) => part !== ".." && isFolder(path.join(workspace, ...parts.slice(0, index + 1))))) return [];
		return ["action.yml", "action.yaml"].map((name) => [...parts, name].join("/")).filter((file) => lstatSync(path.join(workspace, file), { throwIfNoEntry: false }));
	});
}
function findWorkflows(workspace) {
	if (![".github", WORKFLOWS].every((folder) => isFolder(path.join(workspace, folder)))) return [];
	return entriesOf(path.join(workspace, WORKFLOWS)).filter((entry) => /\.ya?ml$/i.test(entry.name) && !entry.isDirectory()).map(({ name }) => `${WORKFLOWS}/${name}`);
}
function isFolder(folder) {
	return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}
function entriesOf(folder) {
	try {
		return readdirSync(folder, { withFileTypes: true }).sort((one, other) => one.name < other.name ? -1 : 1);
	} catch {
		return [];
	}
}
function findActions(workspace) {
	const found = [];
	const open = [{
		at: "",
		depth: 0
	}];
	let visited = 0;
	for (let next = open.shift(); next !== void 0 && visited < MOST_FOLDERS; next = open.shift()) {
		visited++;
		for (const entry of entriesOf(path.join(workspace, next.at))) {
			const file = next.at === "" ? entry.name : `${next.at}/${entry.name}`;
			if (entry.isDirectory()) {
				if (mayHoldActions(entry.name, next)) open.push({
					at: file,
					depth: next.depth + 1
				});
			} else if (/^action\.ya?ml$/.test(entry.name)) found.push(file);
		}
	}
	return found;
}
function mayHoldActions(name, { at, depth }) {
	if (depth >= DEEPEST || NO_ACTIONS_IN.has(name)) return false;
	if (at === "" && name === ".github") return true;
	return !name.startsWith(".") && !(at === ".github" && name === "workflows");
}
function readOne(workspace, file) {
	try {
		const stats = lstatSync(path.join(workspace, file));
		if (stats.isSymbolicLink()) return refuse(file, "it is a link");
		if (!stats.isFile()) return refuse(file, "it is no file");
		if (stats.size > MOST_BYTES) return refuse(file, "it is larger than 1 MB");
		return {
			path: file,
			text: readFileSync(path.join(workspace, file), "utf8")
		};
	} catch {
		return refuse(file, "it may not be read");
	}
}
function refuse(file, problem) {
	return {
		path: file,
		text: "",
		problem
	};
}

// action/scan/workflow/workflow-audit.ts
function auditWorkflows(files, { guard }) {
	const { repository, problems } = readRepository(files, guard);
	const keys = findKeys(visitRepository(repository, EVERY_SECRET));
	const findings = [...problems];
	if (keys.size > 0 || files.some(({ text }) => speaksOfPleo(text))) {
		const visits = visitRepository(repository, originOfKeys(keys));
		findings.push(...checkVisits(visits, headsIn(repository, visits)));
		if (visits.isCutShort) findings.push(tooMuch(repository));
	}
	return {
		findings: inOrder(findings),
		seen: countFiles(repository, files)
	};
}
function readRepository(files, guard) {
	const workflows = /* @__PURE__ */ new Map();
	const actions = /* @__PURE__ */ new Map();
	const problems = [];
	for (const { path, text, problem } of files) {
		if (problem !== void 0) {
			if (isActionFile(path) && !files.some(({ text }) => text.includes(callOf(path)))) continue;
			problems.push(unreadable(path, problem, 1));
			continue;
		}
		const read = readYaml(text);
		if ("problem" in read) {
			if (speaksOfPleo(text)) problems.push(unreadable(path, read.problem, read.line));
		} else if (isActionFile(path)) actions.set(path, readAction(path, read.tree));
		else workflows.set(path, readWorkflow(path, read.tree));
	}
	return {
		repository: {
			workflows,
			actions,
			guard
		},
		problems
	};
}
function speaksOfPleo(text) {
	return /(?<![a-z])pleo/i.test(text) || text.includes("Pleo");
}
function isActionFile(path) {
	return /(?:^|\/)action\.ya?ml$/.test(path) && !/^\.github\/workflows\/[^/]*$/.test(path);
}
function callOf(file) {
	return `./${file.replace(/\/?action\.ya?ml$/, "")}`;
}
function unreadable(file, problem, line) {
	return found("workflow-unreadable", {
		problem: `The file could not be read: ${problem}`,
		fix: "Mend the file, or make it smaller, so that it can be looked through."
	}, {
		file,
		line
	});
}
function tooMuch({ workflows }) {
	const [file = ".github/workflows"] = workflows.keys();
	return unreadable(file, "the workflows have more steps than can be followed", 1);
}
function headsIn(repository, { workflows }) {
	if (!workflows.some(runsUntrusted)) return /* @__PURE__ */ new Map();
	const visits = visitRepository(repository, HEAD_ORIGIN);
	return new Map(visits.workflows.flatMap(({ jobs }) => jobs.map((visit) => [visit.job, visit])));
}
function checkVisits({ workflows, actions }, heads) {
	return [...workflows.flatMap((visit) => checkWorkflow(visit, heads)), ...actions.flatMap(checkAction)];
}
function checkWorkflow(visit, heads) {
	const { file, workflow, scope } = visit;
	return [
		...checkSettings(file, workflow.env, scope),
		...checkWorkflowEnv(visit),
		...visit.jobs.flatMap(checkJob),
		...checkGate(visit),
		...checkUntrusted(visit, heads)
	];
}
function checkJob(visit) {
	const { file, job, scope } = visit;
	return [
		...checkSettings(file, [
			...job.env,
			...job.with,
			...job.secrets,
			...job.outputs
		], scope),
		...checkJobEnv(visit),
		...checkInherited(visit),
		...checkCalledPin(visit),
		...checkOutputs(visit),
		...checkUploads(visit),
		...checkEnvironment(visit),
		...[...visit.services, ...visit.steps].flatMap(checkStep)
	];
}
function checkSettings(file, settings, scope) {
	const texts = settings.map(({ value }) => value);
	return [...checkPublic(file, settings, scope), ...checkAllSecrets(file, texts, scope)];
}
function checkAction(visit) {
	return [...visit.steps.flatMap(checkStep), ...checkActionOutputs(visit)];
}
function checkStep(visit) {
	const { file, step, scope } = visit;
	return [
		...checkSettings(file, [...step.env, ...step.with], scope),
		...checkPublicInScript(visit),
		...checkAllSecrets(file, [step.run], scope),
		...checkPins(visit),
		...checkBuildArgs(visit),
		...checkContainerArguments(visit),
		...checkScript(visit)
	];
}
function checkPublicInScript({ file, text, script }) {
	return script.uses.flatMap((use) => {
		const name = use.kind === "assigned" ? use.variable : use.kind === "written" ? use.name : void 0;
		return sayPublic(name ?? "", use.secrets, {
			file,
			line: lineAt(text, use.offset)
		});
	});
}
function inOrder(findings) {
	const unique = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const { file = "", line = 0 } = finding.where ?? {};
		const key = JSON.stringify([
			finding.id,
			file,
			line,
			finding.values["variable"] ?? ""
		]);
		if (!unique.has(key)) unique.set(key, finding);
	}
	return [...unique.values()].sort((one, other) => {
		const [first, second] = [one.where?.file ?? "", other.where?.file ?? ""];
		if (first !== second) return first < second ? -1 : 1;
		return (one.where?.line ?? 0) - (other.where?.line ?? 0);
	});
}
function countFiles({ workflows, actions }, files) {
	const unread = files.length - workflows.size - actions.size;
	const parts = [
		counted(workflows.size, "workflow"),
		...actions.size > 0 ? [counted(actions.size, "action")] : [],
		...unread > 0 ? [`${counted(unread, "file")} that could not be read`] : []
	];
	return listed(parts);
}
function counted(count, what) {
	return `${count} ${what}${count === 1 ? "" : "s"}`;
}

export { auditWorkflows, readWorkflowFiles };