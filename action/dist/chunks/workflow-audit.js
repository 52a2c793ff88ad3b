import { n as maskText } from "../index.js";
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
/** GitHub refuses what is nested deeper. */
const DEEPEST$4 = 50;
/** `undefined` for what is no expression. */
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
	const next = operator === "||" ? () => readEither(reader, "&&") : () => readTest(reader);
	let left = next();
	while (left !== void 0 && takeMark(reader, operator) !== void 0) {
		const right = next();
		if (right === void 0) return void 0;
		left = {
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
	while (left !== void 0 && takeMark(reader, "==", "!=", "<", "<=", ">", ">=") !== void 0) {
		const right = readNot(reader);
		if (right === void 0) return void 0;
		left = {
			kind: "test",
			parts: [left, right]
		};
	}
	return left;
}
function readNot(reader) {
	let isTest = false;
	while (takeMark(reader, "!") !== void 0) isTest = true;
	const value = readMember(reader);
	return isTest && value !== void 0 ? {
		kind: "test",
		parts: [value]
	} : value;
}
function readMember(reader) {
	let value = readPrimary(reader);
	for (let links = 0; value !== void 0 && links < DEEPEST$4; links++) if (takeMark(reader, ".") !== void 0) value = readKey(reader, value);
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
	if (reader.depth >= DEEPEST$4) return void 0;
	reader.depth++;
	const value = readEither(reader, "||");
	reader.depth--;
	return value;
}

// action/scan/workflow/expression/find.ts
const found$1 = /* @__PURE__ */ new WeakMap();
/** Each text is read once, however often it is asked for. */
function expressionsIn(tree) {
	const known = found$1.get(tree) ?? findExpressions(tree.text);
	found$1.set(tree, known);
	return known;
}
/** Longer than any that GitHub takes. */
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
/** Behind the `}}` that stands in no text. A quotation mark in a text is doubled, which ends one and begins another. */
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
/** Several checks ask the same. */
const workedOut = /* @__PURE__ */ new WeakMap();
/** What a text holds once its expressions are worked out. */
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
/** Their results tell at most whether something is there. */
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
/** `toJSON(env)`: everything in it. */
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
	if (of.kind === "call" && mentionsSecrets(of)) return union(names.map((name) => memberOf("secrets", name, scope)));
	return of.kind === "call" ? carriedByExpression(of, scope) : NOTHING$1;
}
function memberOf(context, name, scope) {
	if (context === "secrets") return scope.secretNamed(name);
	if (context === "inputs") return scope.inputs.get(name.toLowerCase()) ?? NOTHING$1;
	if (context !== "env") return NOTHING$1;
	const exact = scope.env.get(name);
	return exact.size > 0 ? exact : scope.env.getInAnyCase(name);
}
/** `steps.guard.outputs.verdict`, in lower case; `undefined` where a part has to be worked out. */
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
/** `toJSON(secrets)`, wherever in an expression it stands: every secret is handed over. */
function handsOverAllSecrets(expression) {
	switch (expression?.kind) {
		case "name": return expression.name === "secrets";
		case "member": return expression.of.kind === "name" ? expression.key === void 0 && expression.of.name === "secrets" : handsOverAllSecrets(expression.of);
		case "either": return handsOverAllSecrets(expression.left) || handsOverAllSecrets(expression.right);
		case "call": return !TESTS.has(expression.name) && expression.args.some(handsOverAllSecrets);
		default: return false;
	}
}
function mentionsSecrets(expression) {
	return handsOverAllSecrets(expression);
}
const LONGEST_NAME$1 = 500;
const MOST_TEXTS = 20;
/** The texts that an expression can come to. What is not known is a `*`. */
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
/** `./a/../b/` → `b`; the root of the repository is empty. */
function normalize(path) {
	const parts = [];
	for (const part of path.split("/")) if (part === "..") parts.pop();
	else if (part !== "." && part !== "") parts.push(part);
	return parts.join("/");
}
function isGuard(called, guard) {
	if (called?.kind === "local") return called.path === "" && guard.isOwnRepository === true;
	if (called?.kind !== "repository") return false;
	if (called.name.split("/").length !== 2) return false;
	return called.repository === guard.repository?.toLowerCase() || called.repository.endsWith("/pleo-key-guard");
}
/** The inputs by which this Action is handed keys. */
const KEY_INPUTS = /* @__PURE__ */ new Set(["api-key", "previous-api-key"]);

// action/scan/workflow/plain-name.ts
const LONGEST = 120;
/**
* A name out of a workflow, as it may stand between back quotes in a finding. Whoever wrote the file chose it, so it
* may hold anything, a key included.
*/
function plainName(name) {
	if (name.length > LONGEST) return `(a name of ${name.length} characters)`;
	return maskText(name).replaceAll(/[\p{C}\p{Z}`]+/gu, " ").trim();
}
/** `the job`, `a`, `b` → `a and b`. */
function listed(names) {
	return names.length <= 1 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

// node_modules/yaml/browser/dist/nodes/identity.js
const ALIAS = Symbol.for("yaml.alias");
const DOC = Symbol.for("yaml.document");
const MAP = Symbol.for("yaml.map");
const PAIR = Symbol.for("yaml.pair");
const SCALAR$1 = Symbol.for("yaml.scalar");
const SEQ = Symbol.for("yaml.seq");
const NODE_TYPE = Symbol.for("yaml.node.type");
const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR$1;
const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
function isCollection(node) {
	if (node && typeof node === "object") switch (node[NODE_TYPE]) {
		case MAP:
		case SEQ: return true;
	}
	return false;
}
function isNode(node) {
	if (node && typeof node === "object") switch (node[NODE_TYPE]) {
		case ALIAS:
		case MAP:
		case SCALAR$1:
		case SEQ: return true;
	}
	return false;
}

// node_modules/yaml/browser/dist/doc/directives.js
const escapeChars = {
	"!": "%21",
	",": "%2C",
	"[": "%5B",
	"]": "%5D",
	"{": "%7B",
	"}": "%7D"
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
var Directives = class Directives {
	constructor(yaml, tags) {
		this.docStart = null;
		this.docEnd = false;
		this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
		this.tags = Object.assign({}, Directives.defaultTags, tags);
	}
	atDocument() {
		const res = new Directives(this.yaml, this.tags);
		switch (this.yaml.version) {
			case "1.1":
				this.atNextDocument = true;
				break;
			case "1.2":
				this.atNextDocument = false;
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.2"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
		}
		return res;
	}
	add(line, onError) {
		if (this.atNextDocument) {
			this.yaml = {
				explicit: Directives.defaultYaml.explicit,
				version: "1.1"
			};
			this.tags = Object.assign({}, Directives.defaultTags);
			this.atNextDocument = false;
		}
		const parts = line.trim().split(/[ \t]+/);
		const name = parts.shift();
		switch (name) {
			case "%TAG": {
				if (parts.length !== 2) {
					onError(0, "%TAG directive should contain exactly two parts");
					if (parts.length < 2) return false;
				}
				const [handle, prefix] = parts;
				this.tags[handle] = prefix;
				return true;
			}
			case "%YAML": {
				this.yaml.explicit = true;
				if (parts.length !== 1) {
					onError(0, "%YAML directive should contain exactly one part");
					return false;
				}
				const [version] = parts;
				if (version === "1.1" || version === "1.2") {
					this.yaml.version = version;
					return true;
				} else {
					const isValid = /^\d+\.\d+$/.test(version);
					onError(6, `Unsupported YAML version ${version}`, isValid);
					return false;
				}
			}
			default:
				onError(0, `Unknown directive ${name}`, true);
				return false;
		}
	}
	tagName(source, onError) {
		if (source === "!") return "!";
		if (source[0] !== "!") {
			onError(`Not a valid tag: ${source}`);
			return null;
		}
		if (source[1] === "<") {
			const verbatim = source.slice(2, -1);
			if (verbatim === "!" || verbatim === "!!") {
				onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
				return null;
			}
			if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
			return verbatim;
		}
		const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
		if (!suffix) onError(`The ${source} tag has no suffix`);
		const prefix = this.tags[handle];
		if (prefix) try {
			return prefix + decodeURIComponent(suffix);
		} catch (error) {
			onError(String(error));
			return null;
		}
		if (handle === "!") return source;
		onError(`Could not resolve tag: ${source}`);
		return null;
	}
	tagString(tag) {
		for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
		return tag[0] === "!" ? tag : `!<${tag}>`;
	}
};
Directives.defaultYaml = {
	explicit: false,
	version: "1.2"
};
Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };

// node_modules/yaml/browser/dist/nodes/Node.js
var NodeBase = class {
	constructor(type) {
		Object.defineProperty(this, NODE_TYPE, { value: type });
	}
};

// node_modules/yaml/browser/dist/nodes/Alias.js
var Alias = class extends NodeBase {
	constructor(source) {
		super(ALIAS);
		this.source = source;
		Object.defineProperty(this, "tag", { set() {
			throw new Error("Alias nodes cannot have tags");
		} });
	}
};

// scripts/action-bundle/without-yaml-writing.ts
/**
* Stands in for what the tags of `yaml` want in order to write YAML, or to make nodes of JavaScript's values. The
* Action reads documents only. What else is for writing goes with the methods that `drop-yaml-methods.ts` drops.
*
* It exports exactly what is imported today: should that change with a new version, the build fails, not a run.
*/
function refuse$1() {
	throw new Error("This bundle has only that part of yaml that reads documents.");
}

// node_modules/yaml/browser/dist/nodes/Collection.js
var Collection = class extends NodeBase {
	constructor(type, schema) {
		super(type);
		Object.defineProperty(this, "schema", {
			value: schema,
			configurable: true,
			enumerable: false,
			writable: true
		});
	}
	hasAllNullValues(allowScalar) {
		return this.items.every((node) => {
			if (!isPair(node)) return false;
			const n = node.value;
			return n == null || allowScalar && isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
		});
	}
};

// node_modules/yaml/browser/dist/nodes/Scalar.js
const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
var Scalar = class extends NodeBase {
	constructor(value) {
		super(SCALAR$1);
		this.value = value;
	}
};
Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
Scalar.PLAIN = "PLAIN";
Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";

// node_modules/yaml/browser/dist/schema/yaml-1.1/merge.js
const MERGE_KEY = "<<";
const merge = {
	identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
	default: "key",
	tag: "tag:yaml.org,2002:merge",
	test: /^<<$/,
	resolve: () => Object.assign(new Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
	stringify: () => MERGE_KEY
};
function addMergeToJSMap(ctx, map, value) {
	const source = resolveAliasValue(ctx, value);
	if (isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
	else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
	else mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
	const source = resolveAliasValue(ctx, value);
	if (!isMap(source)) throw new Error("Merge sources must be maps or map aliases");
	const srcMap = source.toJSON(null, ctx, Map);
	for (const [key, value] of srcMap) if (map instanceof Map) {
		if (!map.has(key)) map.set(key, value);
	} else if (map instanceof Set) map.add(key);
	else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
	return map;
}
function resolveAliasValue(ctx, value) {
	return ctx && isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

// node_modules/yaml/browser/dist/nodes/Pair.js
function createPair(key, value, ctx) {
	const k = refuse$1(key, void 0, ctx);
	const v = refuse$1(value, void 0, ctx);
	return new Pair(k, v);
}
var Pair = class {
	constructor(key, value = null) {
		Object.defineProperty(this, NODE_TYPE, { value: PAIR });
		this.key = key;
		this.value = value;
	}
};

// node_modules/yaml/browser/dist/nodes/YAMLMap.js
function findPair(items, key) {
	const k = isScalar(key) ? key.value : key;
	for (const it of items) if (isPair(it)) {
		if (it.key === key || it.key === k) return it;
		if (isScalar(it.key) && it.key.value === k) return it;
	}
}
var YAMLMap = class extends Collection {
	static get tagName() {
		return "tag:yaml.org,2002:map";
	}
	constructor(schema) {
		super(MAP, schema);
		this.items = [];
	}
	add(pair, overwrite) {
		let _pair;
		if (isPair(pair)) _pair = pair;
		else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair(pair, pair?.value);
		else _pair = new Pair(pair.key, pair.value);
		const prev = findPair(this.items, _pair.key);
		const sortEntries = this.schema?.sortMapEntries;
		if (prev) {
			if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
			if (isScalar(prev.value) && isScalarValue(_pair.value)) prev.value.value = _pair.value;
			else prev.value = _pair.value;
		} else if (sortEntries) {
			const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
			if (i === -1) this.items.push(_pair);
			else this.items.splice(i, 0, _pair);
		} else this.items.push(_pair);
	}
	delete(key) {
		const it = findPair(this.items, key);
		if (!it) return false;
		return this.items.splice(this.items.indexOf(it), 1).length > 0;
	}
	get(key, keepScalar) {
		const node = findPair(this.items, key)?.value;
		return (!keepScalar && isScalar(node) ? node.value : node) ?? void 0;
	}
	has(key) {
		return !!findPair(this.items, key);
	}
	set(key, value) {
		this.add(new Pair(key, value), true);
	}
};

// node_modules/yaml/browser/dist/schema/common/map.js
const map = {
	collection: "map",
	default: true,
	nodeClass: YAMLMap,
	tag: "tag:yaml.org,2002:map",
	resolve(map, onError) {
		if (!isMap(map)) onError("Expected a mapping for this tag");
		return map;
	},
	createNode: (schema, obj, ctx) => YAMLMap.from(schema, obj, ctx)
};

// node_modules/yaml/browser/dist/nodes/YAMLSeq.js
var YAMLSeq = class extends Collection {
	static get tagName() {
		return "tag:yaml.org,2002:seq";
	}
	constructor(schema) {
		super(SEQ, schema);
		this.items = [];
	}
	add(value) {
		this.items.push(value);
	}
};

// node_modules/yaml/browser/dist/schema/common/seq.js
const seq = {
	collection: "seq",
	default: true,
	nodeClass: YAMLSeq,
	tag: "tag:yaml.org,2002:seq",
	resolve(seq, onError) {
		if (!isSeq(seq)) onError("Expected a sequence for this tag");
		return seq;
	},
	createNode: (schema, obj, ctx) => YAMLSeq.from(schema, obj, ctx)
};

// node_modules/yaml/browser/dist/schema/common/string.js
const string = {
	identify: (value) => typeof value === "string",
	default: true,
	tag: "tag:yaml.org,2002:str",
	resolve: (str) => str,
	stringify(item, ctx, onComment, onChompKeep) {
		ctx = Object.assign({ actualString: true }, ctx);
		return refuse$1(item, ctx, onComment, onChompKeep);
	}
};

// node_modules/yaml/browser/dist/schema/common/null.js
const nullTag = {
	identify: (value) => value == null,
	createNode: () => new Scalar(null),
	default: true,
	tag: "tag:yaml.org,2002:null",
	test: /^(?:~|[Nn]ull|NULL)?$/,
	resolve: () => new Scalar(null),
	stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
};

// node_modules/yaml/browser/dist/schema/core/bool.js
const boolTag = {
	identify: (value) => typeof value === "boolean",
	default: true,
	tag: "tag:yaml.org,2002:bool",
	test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
	resolve: (str) => new Scalar(str[0] === "t" || str[0] === "T"),
	stringify({ source, value }, ctx) {
		if (source && boolTag.test.test(source)) {
			if (value === (source[0] === "t" || source[0] === "T")) return source;
		}
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
};

// node_modules/yaml/browser/dist/schema/core/float.js
const floatNaN$1 = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
	resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
	stringify: refuse$1
};
const floatExp$1 = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	format: "EXP",
	test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
	resolve: (str) => parseFloat(str),
	stringify(node) {
		const num = Number(node.value);
		return isFinite(num) ? num.toExponential() : refuse$1(node);
	}
};
const float$1 = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
	resolve(str) {
		const node = new Scalar(parseFloat(str));
		const dot = str.indexOf(".");
		if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
		return node;
	},
	stringify: refuse$1
};

// node_modules/yaml/browser/dist/schema/core/int.js
const intIdentify$2 = (value) => typeof value === "bigint" || Number.isInteger(value);
const intResolve$1 = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
function intStringify$1(node, radix, prefix) {
	const { value } = node;
	if (intIdentify$2(value) && value >= 0) return prefix + value.toString(radix);
	return refuse$1(node);
}
const intOct$1 = {
	identify: (value) => intIdentify$2(value) && value >= 0,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "OCT",
	test: /^0o[0-7]+$/,
	resolve: (str, _onError, opt) => intResolve$1(str, 2, 8, opt),
	stringify: (node) => intStringify$1(node, 8, "0o")
};
const int$1 = {
	identify: intIdentify$2,
	default: true,
	tag: "tag:yaml.org,2002:int",
	test: /^[-+]?[0-9]+$/,
	resolve: (str, _onError, opt) => intResolve$1(str, 0, 10, opt),
	stringify: refuse$1
};
const intHex$1 = {
	identify: (value) => intIdentify$2(value) && value >= 0,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "HEX",
	test: /^0x[0-9a-fA-F]+$/,
	resolve: (str, _onError, opt) => intResolve$1(str, 2, 16, opt),
	stringify: (node) => intStringify$1(node, 16, "0x")
};

// node_modules/yaml/browser/dist/schema/core/schema.js
const schema$2 = [
	map,
	seq,
	string,
	nullTag,
	boolTag,
	intOct$1,
	int$1,
	intHex$1,
	floatNaN$1,
	floatExp$1,
	float$1
];

// node_modules/yaml/browser/dist/schema/json/schema.js
function intIdentify$1(value) {
	return typeof value === "bigint" || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
	{
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify: stringifyJSON
	},
	{
		identify: (value) => value == null,
		createNode: () => new Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^null$/,
		resolve: () => null,
		stringify: stringifyJSON
	},
	{
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^true$|^false$/,
		resolve: (str) => str === "true",
		stringify: stringifyJSON
	},
	{
		identify: intIdentify$1,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^-?(?:0|[1-9][0-9]*)$/,
		resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
		stringify: ({ value }) => intIdentify$1(value) ? value.toString() : JSON.stringify(value)
	},
	{
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
		resolve: (str) => parseFloat(str),
		stringify: stringifyJSON
	}
];
const schema$1 = [map, seq].concat(jsonScalars, {
	default: true,
	tag: "",
	test: /^/,
	resolve(str, onError) {
		onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
		return str;
	}
});

// scripts/action-bundle/yaml-binary.ts
/**
* Stands in for the tag `!!binary` of `yaml`, whose parts for browsers refuse what Node's own decoder lets pass: a
* workflow must not read otherwise in the bundle than from the sources.
*/
const binary = {
	tag: "tag:yaml.org,2002:binary",
	default: false,
	resolve: (base64) => Buffer.from(base64, "base64")
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/pairs.js
function resolvePairs(seq, onError) {
	if (isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
		let item = seq.items[i];
		if (isPair(item)) continue;
		else if (isMap(item)) {
			if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
			const pair = item.items[0] || new Pair(new Scalar(null));
			if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
			if (item.comment) {
				const cn = pair.value ?? pair.key;
				cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
			}
			item = pair;
		}
		seq.items[i] = isPair(item) ? item : new Pair(item);
	}
	else onError("Expected a sequence for this tag");
	return seq;
}
function createPairs(schema, iterable, ctx) {
	const { replacer } = ctx;
	const pairs = new YAMLSeq(schema);
	pairs.tag = "tag:yaml.org,2002:pairs";
	let i = 0;
	if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
		if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
		let key, value;
		if (Array.isArray(it)) {
			if (it.length === 2) {
				key = it[0];
				value = it[1];
			} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
		} else if (it && it instanceof Object) {
			const keys = Object.keys(it);
			if (keys.length === 1) {
				key = keys[0];
				value = it[key];
			} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
		} else key = it;
		pairs.items.push(createPair(key, value, ctx));
	}
	return pairs;
}
const pairs = {
	collection: "seq",
	default: false,
	tag: "tag:yaml.org,2002:pairs",
	resolve: resolvePairs,
	createNode: createPairs
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/omap.js
var YAMLOMap = class YAMLOMap extends YAMLSeq {
	constructor() {
		super();
		this.add = YAMLMap.prototype.add.bind(this);
		this.delete = YAMLMap.prototype.delete.bind(this);
		this.get = YAMLMap.prototype.get.bind(this);
		this.has = YAMLMap.prototype.has.bind(this);
		this.set = YAMLMap.prototype.set.bind(this);
		this.tag = YAMLOMap.tag;
	}
};
YAMLOMap.tag = "tag:yaml.org,2002:omap";
const omap = {
	collection: "seq",
	identify: (value) => value instanceof Map,
	nodeClass: YAMLOMap,
	default: false,
	tag: "tag:yaml.org,2002:omap",
	resolve(seq, onError) {
		const pairs = resolvePairs(seq, onError);
		const seenKeys = [];
		for (const { key } of pairs.items) if (isScalar(key)) {
			if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
			else seenKeys.push(key.value);
		}
		return Object.assign(new YAMLOMap(), pairs);
	},
	createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/bool.js
function boolStringify({ value, source }, ctx) {
	if (source && (value ? trueTag : falseTag).test.test(source)) return source;
	return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
	identify: (value) => value === true,
	default: true,
	tag: "tag:yaml.org,2002:bool",
	test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
	resolve: () => new Scalar(true),
	stringify: boolStringify
};
const falseTag = {
	identify: (value) => value === false,
	default: true,
	tag: "tag:yaml.org,2002:bool",
	test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
	resolve: () => new Scalar(false),
	stringify: boolStringify
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/float.js
const floatNaN = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
	resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
	stringify: refuse$1
};
const floatExp = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	format: "EXP",
	test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
	resolve: (str) => parseFloat(str.replace(/_/g, "")),
	stringify(node) {
		const num = Number(node.value);
		return isFinite(num) ? num.toExponential() : refuse$1(node);
	}
};
const float = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
	resolve(str) {
		const node = new Scalar(parseFloat(str.replace(/_/g, "")));
		const dot = str.indexOf(".");
		if (dot !== -1) {
			const f = str.substring(dot + 1).replace(/_/g, "");
			if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
		}
		return node;
	},
	stringify: refuse$1
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/int.js
const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
	const sign = str[0];
	if (sign === "-" || sign === "+") offset += 1;
	str = str.substring(offset).replace(/_/g, "");
	if (intAsBigInt) {
		switch (radix) {
			case 2:
				str = `0b${str}`;
				break;
			case 8:
				str = `0o${str}`;
				break;
			case 16: str = `0x${str}`;
		}
		const n = BigInt(str);
		return sign === "-" ? BigInt(-1) * n : n;
	}
	const n = parseInt(str, radix);
	return sign === "-" ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
	const { value } = node;
	if (intIdentify(value)) {
		const str = value.toString(radix);
		return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
	}
	return refuse$1(node);
}
const intBin = {
	identify: intIdentify,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "BIN",
	test: /^[-+]?0b[0-1_]+$/,
	resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
	stringify: (node) => intStringify(node, 2, "0b")
};
const intOct = {
	identify: intIdentify,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "OCT",
	test: /^[-+]?0[0-7_]+$/,
	resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
	stringify: (node) => intStringify(node, 8, "0")
};
const int = {
	identify: intIdentify,
	default: true,
	tag: "tag:yaml.org,2002:int",
	test: /^[-+]?[0-9][0-9_]*$/,
	resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
	stringify: refuse$1
};
const intHex = {
	identify: intIdentify,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "HEX",
	test: /^[-+]?0x[0-9a-fA-F_]+$/,
	resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
	stringify: (node) => intStringify(node, 16, "0x")
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/set.js
var YAMLSet = class YAMLSet extends YAMLMap {
	constructor(schema) {
		super(schema);
		this.tag = YAMLSet.tag;
	}
};
YAMLSet.tag = "tag:yaml.org,2002:set";
const set = {
	collection: "map",
	identify: (value) => value instanceof Set,
	nodeClass: YAMLSet,
	default: false,
	tag: "tag:yaml.org,2002:set",
	createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
	resolve(map, onError) {
		if (isMap(map)) {
			if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
			else onError("Set items must all have null values");
		} else onError("Expected a mapping for this tag");
		return map;
	}
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/timestamp.js
function parseSexagesimal(str, asBigInt) {
	const sign = str[0];
	const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
	const num = (n) => asBigInt ? BigInt(n) : Number(n);
	const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
	return sign === "-" ? num(-1) * res : res;
}
function stringifySexagesimal(node) {
	let { value } = node;
	let num = (n) => n;
	if (typeof value === "bigint") num = (n) => BigInt(n);
	else if (isNaN(value) || !isFinite(value)) return refuse$1(node);
	let sign = "";
	if (value < 0) {
		sign = "-";
		value *= num(-1);
	}
	const _60 = num(60);
	const parts = [value % _60];
	if (value < 60) parts.unshift(0);
	else {
		value = (value - parts[0]) / _60;
		parts.unshift(value % _60);
		if (value >= 60) {
			value = (value - parts[0]) / _60;
			parts.unshift(value);
		}
	}
	return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
}
const intTime = {
	identify: (value) => typeof value === "bigint" || Number.isInteger(value),
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "TIME",
	test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
	resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
	stringify: stringifySexagesimal
};
const floatTime = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	format: "TIME",
	test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
	resolve: (str) => parseSexagesimal(str, false),
	stringify: stringifySexagesimal
};
const timestamp = {
	identify: (value) => value instanceof Date,
	default: true,
	tag: "tag:yaml.org,2002:timestamp",
	test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
	resolve(str) {
		const match = str.match(timestamp.test);
		if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
		const [, year, month, day, hour, minute, second] = match.map(Number);
		const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
		let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
		const tz = match[8];
		if (tz && tz !== "Z") {
			let d = parseSexagesimal(tz, false);
			if (Math.abs(d) < 30) d *= 60;
			date -= 6e4 * d;
		}
		return new Date(date);
	},
	stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/schema.js
const schema = [
	map,
	seq,
	string,
	nullTag,
	trueTag,
	falseTag,
	intBin,
	intOct,
	int,
	intHex,
	floatNaN,
	floatExp,
	float,
	binary,
	merge,
	omap,
	pairs,
	set,
	intTime,
	floatTime,
	timestamp
];

// node_modules/yaml/browser/dist/schema/tags.js
const schemas = /* @__PURE__ */ new Map([
	["core", schema$2],
	["failsafe", [
		map,
		seq,
		string
	]],
	["json", schema$1],
	["yaml11", schema],
	["yaml-1.1", schema]
]);
const tagsByName = {
	binary,
	bool: boolTag,
	float: float$1,
	floatExp: floatExp$1,
	floatNaN: floatNaN$1,
	floatTime,
	int: int$1,
	intHex: intHex$1,
	intOct: intOct$1,
	intTime,
	map,
	merge,
	null: nullTag,
	omap,
	pairs,
	seq,
	set,
	timestamp
};
const coreKnownTags = {
	"tag:yaml.org,2002:binary": binary,
	"tag:yaml.org,2002:merge": merge,
	"tag:yaml.org,2002:omap": omap,
	"tag:yaml.org,2002:pairs": pairs,
	"tag:yaml.org,2002:set": set,
	"tag:yaml.org,2002:timestamp": timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
	const schemaTags = schemas.get(schemaName);
	if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge) ? schemaTags.concat(merge) : schemaTags.slice();
	let tags = schemaTags;
	if (!tags) {
		if (Array.isArray(customTags)) tags = [];
		else {
			const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
			throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
		}
	}
	if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
	else if (typeof customTags === "function") tags = customTags(tags.slice());
	if (addMergeTag) tags = tags.concat(merge);
	return tags.reduce((tags, tag) => {
		const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
		if (!tagObj) {
			const tagName = JSON.stringify(tag);
			const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
			throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
		}
		if (!tags.includes(tagObj)) tags.push(tagObj);
		return tags;
	}, []);
}

// node_modules/yaml/browser/dist/schema/Schema.js
const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
var Schema = class {
	constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
		this.compat = Array.isArray(compat) ? getTags(compat, "compat") : compat ? getTags(null, compat) : null;
		this.name = typeof schema === "string" && schema || "core";
		this.knownTags = resolveKnownTags ? coreKnownTags : {};
		this.tags = getTags(customTags, this.name, merge);
		this.toStringOptions = toStringDefaults ?? null;
		Object.defineProperty(this, MAP, { value: map });
		Object.defineProperty(this, SCALAR$1, { value: string });
		Object.defineProperty(this, SEQ, { value: seq });
		this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
	}
};

// node_modules/yaml/browser/dist/doc/Document.js
var Document = class {
	constructor(value, replacer, options) {
		this.commentBefore = null;
		this.comment = null;
		this.errors = [];
		this.warnings = [];
		Object.defineProperty(this, NODE_TYPE, { value: DOC });
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) {
			options = replacer;
			replacer = void 0;
		}
		const opt = Object.assign({
			intAsBigInt: false,
			keepSourceTokens: false,
			logLevel: "warn",
			prettyErrors: true,
			strict: true,
			stringKeys: false,
			uniqueKeys: true,
			version: "1.2"
		}, options);
		this.options = opt;
		let { version } = opt;
		if (options?._directives) {
			this.directives = options._directives.atDocument();
			if (this.directives.yaml.explicit) version = this.directives.yaml.version;
		} else this.directives = new Directives({ version });
		this.setSchema(version, options);
		this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
	}
	setSchema(version, options = {}) {
		if (typeof version === "number") version = String(version);
		let opt;
		switch (version) {
			case "1.1":
				if (this.directives) this.directives.yaml.version = "1.1";
				else this.directives = new Directives({ version: "1.1" });
				opt = {
					resolveKnownTags: false,
					schema: "yaml-1.1"
				};
				break;
			case "1.2":
			case "next":
				if (this.directives) this.directives.yaml.version = version;
				else this.directives = new Directives({ version });
				opt = {
					resolveKnownTags: true,
					schema: "core"
				};
				break;
			case null:
				if (this.directives) delete this.directives;
				opt = null;
				break;
			default: {
				const sv = JSON.stringify(version);
				throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
			}
		}
		if (options.schema instanceof Object) this.schema = options.schema;
		else if (opt) this.schema = new Schema(Object.assign(opt, options));
		else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
	}
};

// node_modules/yaml/browser/dist/errors.js
var YAMLError = class extends Error {
	constructor(name, pos, code, message) {
		super();
		this.name = name;
		this.code = code;
		this.message = message;
		this.pos = pos;
	}
};
var YAMLParseError = class extends YAMLError {
	constructor(pos, code, message) {
		super("YAMLParseError", pos, code, message);
	}
};
var YAMLWarning = class extends YAMLError {
	constructor(pos, code, message) {
		super("YAMLWarning", pos, code, message);
	}
};
const prettifyError = (src, lc) => (error) => {
	if (error.pos[0] === -1) return;
	error.linePos = error.pos.map((pos) => lc.linePos(pos));
	const { line, col } = error.linePos[0];
	error.message += ` at line ${line}, column ${col}`;
	let ci = col - 1;
	let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
	if (ci >= 60 && lineStr.length > 80) {
		const trimStart = Math.min(ci - 39, lineStr.length - 79);
		lineStr = "…" + lineStr.substring(trimStart);
		ci -= trimStart - 1;
	}
	if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
	if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
		let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
		if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
		lineStr = prev + lineStr;
	}
	if (/[^ ]/.test(lineStr)) {
		let count = 1;
		const end = error.linePos[1];
		if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
		const pointer = " ".repeat(ci) + "^".repeat(count);
		error.message += `:\n\n${lineStr}\n${pointer}\n`;
	}
};

// node_modules/yaml/browser/dist/compose/resolve-props.js
function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
	let spaceBefore = false;
	let atNewline = startOnNewline;
	let hasSpace = startOnNewline;
	let comment = "";
	let commentSep = "";
	let hasNewline = false;
	let reqSpace = false;
	let tab = null;
	let anchor = null;
	let tag = null;
	let newlineAfterProp = null;
	let comma = null;
	let found = null;
	let start = null;
	for (const token of tokens) {
		if (reqSpace) {
			if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
			reqSpace = false;
		}
		if (tab) {
			if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
			tab = null;
		}
		switch (token.type) {
			case "space":
				if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
				hasSpace = true;
				break;
			case "comment": {
				if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
				const cb = token.source.substring(1) || " ";
				if (!comment) comment = cb;
				else comment += commentSep + cb;
				commentSep = "";
				atNewline = false;
				break;
			}
			case "newline":
				if (atNewline) {
					if (comment) comment += token.source;
					else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
				} else commentSep += token.source;
				atNewline = true;
				hasNewline = true;
				if (anchor || tag) newlineAfterProp = token;
				hasSpace = true;
				break;
			case "anchor":
				if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
				if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
				anchor = token;
				start ?? (start = token.offset);
				atNewline = false;
				hasSpace = false;
				reqSpace = true;
				break;
			case "tag":
				if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
				tag = token;
				start ?? (start = token.offset);
				atNewline = false;
				hasSpace = false;
				reqSpace = true;
				break;
			case indicator:
				if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
				if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
				found = token;
				atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
				hasSpace = false;
				break;
			case "comma": if (flow) {
				if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
				comma = token;
				atNewline = false;
				hasSpace = false;
				break;
			}
			default:
				onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
				atNewline = false;
				hasSpace = false;
		}
	}
	const last = tokens[tokens.length - 1];
	const end = last ? last.offset + last.source.length : offset;
	if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
	if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
	return {
		comma,
		found,
		spaceBefore,
		comment,
		hasNewline,
		anchor,
		tag,
		newlineAfterProp,
		end,
		start: start ?? end
	};
}

// node_modules/yaml/browser/dist/compose/util-contains-newline.js
function containsNewline(key) {
	if (!key) return null;
	switch (key.type) {
		case "alias":
		case "scalar":
		case "double-quoted-scalar":
		case "single-quoted-scalar":
			if (key.source.includes("\n")) return true;
			if (key.end) {
				for (const st of key.end) if (st.type === "newline") return true;
			}
			return false;
		case "flow-collection":
			for (const it of key.items) {
				for (const st of it.start) if (st.type === "newline") return true;
				if (it.sep) {
					for (const st of it.sep) if (st.type === "newline") return true;
				}
				if (containsNewline(it.key) || containsNewline(it.value)) return true;
			}
			return false;
		default: return true;
	}
}

// node_modules/yaml/browser/dist/compose/util-flow-indent-check.js
function flowIndentCheck(indent, fc, onError) {
	if (fc?.type === "flow-collection") {
		const end = fc.end[0];
		if (end.indent === indent && (end.source === "]" || end.source === "}") && containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
	}
}

// node_modules/yaml/browser/dist/compose/util-map-includes.js
function mapIncludes(ctx, items, search) {
	const { uniqueKeys } = ctx.options;
	if (uniqueKeys === false) return false;
	const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || isScalar(a) && isScalar(b) && a.value === b.value;
	return items.some((pair) => isEqual(pair.key, search));
}

// node_modules/yaml/browser/dist/compose/resolve-block-map.js
const startColMsg = "All mapping items must start at the same column";
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
	const map = new ((tag?.nodeClass) ?? YAMLMap)(ctx.schema);
	if (ctx.atRoot) ctx.atRoot = false;
	let offset = bm.offset;
	let commentEnd = null;
	for (const collItem of bm.items) {
		const { start, key, sep, value } = collItem;
		const keyProps = resolveProps(start, {
			indicator: "explicit-key-ind",
			next: key ?? sep?.[0],
			offset,
			onError,
			parentIndent: bm.indent,
			startOnNewline: true
		});
		const implicitKey = !keyProps.found;
		if (implicitKey) {
			if (key) {
				if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
				else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			}
			if (!keyProps.anchor && !keyProps.tag && !sep) {
				commentEnd = keyProps.end;
				if (keyProps.comment) {
					if (map.comment) map.comment += "\n" + keyProps.comment;
					else map.comment = keyProps.comment;
				}
				continue;
			}
			if (keyProps.newlineAfterProp || containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
		} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
		ctx.atKey = true;
		const keyStart = keyProps.end;
		const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
		if (ctx.schema.compat) flowIndentCheck(bm.indent, key, onError);
		ctx.atKey = false;
		if (mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
		const valueProps = resolveProps(sep ?? [], {
			indicator: "map-value-ind",
			next: value,
			offset: keyNode.range[2],
			onError,
			parentIndent: bm.indent,
			startOnNewline: !key || key.type === "block-scalar"
		});
		offset = valueProps.end;
		if (valueProps.found) {
			if (implicitKey) {
				if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
				if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
			}
			const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
			if (ctx.schema.compat) flowIndentCheck(bm.indent, value, onError);
			offset = valueNode.range[2];
			const pair = new Pair(keyNode, valueNode);
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
			map.items.push(pair);
		} else {
			if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
			if (valueProps.comment) {
				if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
				else keyNode.comment = valueProps.comment;
			}
			const pair = new Pair(keyNode);
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
			map.items.push(pair);
		}
	}
	if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
	map.range = [
		bm.offset,
		offset,
		commentEnd ?? offset
	];
	return map;
}

// node_modules/yaml/browser/dist/compose/resolve-block-seq.js
function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
	const seq = new ((tag?.nodeClass) ?? YAMLSeq)(ctx.schema);
	if (ctx.atRoot) ctx.atRoot = false;
	if (ctx.atKey) ctx.atKey = false;
	let offset = bs.offset;
	let commentEnd = null;
	for (const { start, value } of bs.items) {
		const props = resolveProps(start, {
			indicator: "seq-item-ind",
			next: value,
			offset,
			onError,
			parentIndent: bs.indent,
			startOnNewline: true
		});
		if (!props.found) {
			if (props.anchor || props.tag || value) {
				if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
				else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
			} else {
				commentEnd = props.end;
				if (props.comment) seq.comment = props.comment;
				continue;
			}
		}
		const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
		if (ctx.schema.compat) flowIndentCheck(bs.indent, value, onError);
		offset = node.range[2];
		seq.items.push(node);
	}
	seq.range = [
		bs.offset,
		offset,
		commentEnd ?? offset
	];
	return seq;
}

// node_modules/yaml/browser/dist/compose/resolve-end.js
function resolveEnd(end, offset, reqSpace, onError) {
	let comment = "";
	if (end) {
		let hasSpace = false;
		let sep = "";
		for (const token of end) {
			const { source, type } = token;
			switch (type) {
				case "space":
					hasSpace = true;
					break;
				case "comment": {
					if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += sep + cb;
					sep = "";
					break;
				}
				case "newline":
					if (comment) sep += source;
					hasSpace = true;
					break;
				default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
			}
			offset += source.length;
		}
	}
	return {
		comment,
		offset
	};
}

// node_modules/yaml/browser/dist/compose/resolve-flow-collection.js
const blockMsg = "Block collections are not allowed within flow collections";
const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
	const isMap = fc.start.source === "{";
	const fcName = isMap ? "flow map" : "flow sequence";
	const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap : YAMLSeq))(ctx.schema);
	coll.flow = true;
	const atRoot = ctx.atRoot;
	if (atRoot) ctx.atRoot = false;
	if (ctx.atKey) ctx.atKey = false;
	let offset = fc.offset + fc.start.source.length;
	for (let i = 0; i < fc.items.length; ++i) {
		const collItem = fc.items[i];
		const { start, key, sep, value } = collItem;
		const props = resolveProps(start, {
			flow: fcName,
			indicator: "explicit-key-ind",
			next: key ?? sep?.[0],
			offset,
			onError,
			parentIndent: fc.indent,
			startOnNewline: false
		});
		if (!props.found) {
			if (!props.anchor && !props.tag && !sep && !value) {
				if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
				else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
				if (props.comment) {
					if (coll.comment) coll.comment += "\n" + props.comment;
					else coll.comment = props.comment;
				}
				offset = props.end;
				continue;
			}
			if (!isMap && ctx.options.strict && containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
		}
		if (i === 0) {
			if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
		} else {
			if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
			if (props.comment) {
				let prevItemComment = "";
				loop: for (const st of start) switch (st.type) {
					case "comma":
					case "space": break;
					case "comment":
						prevItemComment = st.source.substring(1);
						break loop;
					default: break loop;
				}
				if (prevItemComment) {
					let prev = coll.items[coll.items.length - 1];
					if (isPair(prev)) prev = prev.value ?? prev.key;
					if (prev.comment) prev.comment += "\n" + prevItemComment;
					else prev.comment = prevItemComment;
					props.comment = props.comment.substring(prevItemComment.length + 1);
				}
			}
		}
		if (!isMap && !sep && !props.found) {
			const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
			coll.items.push(valueNode);
			offset = valueNode.range[2];
			if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
		} else {
			ctx.atKey = true;
			const keyStart = props.end;
			const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
			if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
			ctx.atKey = false;
			const valueProps = resolveProps(sep ?? [], {
				flow: fcName,
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (valueProps.found) {
				if (!isMap && !props.found && ctx.options.strict) {
					if (sep) for (const st of sep) {
						if (st === valueProps.found) break;
						if (st.type === "newline") {
							onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
							break;
						}
					}
					if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
				}
			} else if (value) {
				if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
				else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
			}
			const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
			if (valueNode) {
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else if (valueProps.comment) {
				if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
				else keyNode.comment = valueProps.comment;
			}
			const pair = new Pair(keyNode, valueNode);
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
			if (isMap) {
				const map = coll;
				if (mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
				map.items.push(pair);
			} else {
				const map = new YAMLMap(ctx.schema);
				map.flow = true;
				map.items.push(pair);
				const endRange = (valueNode ?? keyNode).range;
				map.range = [
					keyNode.range[0],
					endRange[1],
					endRange[2]
				];
				coll.items.push(map);
			}
			offset = valueNode ? valueNode.range[2] : valueProps.end;
		}
	}
	const expectedEnd = isMap ? "}" : "]";
	const [ce, ...ee] = fc.end;
	let cePos = offset;
	if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
	else {
		const name = fcName[0].toUpperCase() + fcName.substring(1);
		const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
		onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
		if (ce && ce.source.length !== 1) ee.unshift(ce);
	}
	if (ee.length > 0) {
		const end = resolveEnd(ee, cePos, ctx.options.strict, onError);
		if (end.comment) {
			if (coll.comment) coll.comment += "\n" + end.comment;
			else coll.comment = end.comment;
		}
		coll.range = [
			fc.offset,
			cePos,
			end.offset
		];
	} else coll.range = [
		fc.offset,
		cePos,
		cePos
	];
	return coll;
}

// node_modules/yaml/browser/dist/compose/compose-collection.js
function resolveCollection(CN, ctx, token, onError, tagName, tag) {
	const coll = token.type === "block-map" ? resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection(CN, ctx, token, onError, tag);
	const Coll = coll.constructor;
	if (tagName === "!" || tagName === Coll.tagName) {
		coll.tag = Coll.tagName;
		return coll;
	}
	if (tagName) coll.tag = tagName;
	return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
	const tagToken = props.tag;
	const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
	if (token.type === "block-seq") {
		const { anchor, newlineAfterProp: nl } = props;
		const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
		if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
	}
	const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
	if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
	let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
	if (!tag) {
		const kt = ctx.schema.knownTags[tagName];
		if (kt?.collection === expType) {
			ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
			tag = kt;
		} else {
			if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
			else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
			return resolveCollection(CN, ctx, token, onError, tagName);
		}
	}
	const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
	const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
	const node = isNode(res) ? res : new Scalar(res);
	node.range = coll.range;
	node.tag = tagName;
	if (tag?.format) node.format = tag.format;
	return node;
}

// node_modules/yaml/browser/dist/compose/resolve-block-scalar.js
function resolveBlockScalar(ctx, scalar, onError) {
	const start = scalar.offset;
	const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
	if (!header) return {
		value: "",
		type: null,
		comment: "",
		range: [
			start,
			start,
			start
		]
	};
	const type = header.mode === ">" ? Scalar.BLOCK_FOLDED : Scalar.BLOCK_LITERAL;
	const lines = scalar.source ? splitLines(scalar.source) : [];
	let chompStart = lines.length;
	for (let i = lines.length - 1; i >= 0; --i) {
		const content = lines[i][1];
		if (content === "" || content === "\r") chompStart = i;
		else break;
	}
	if (chompStart === 0) {
		const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
		let end = start + header.length;
		if (scalar.source) end += scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	let trimIndent = scalar.indent + header.indent;
	let offset = scalar.offset + header.length;
	let contentStart = 0;
	for (let i = 0; i < chompStart; ++i) {
		const [indent, content] = lines[i];
		if (content === "" || content === "\r") {
			if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
		} else {
			if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
			if (header.indent === 0) trimIndent = indent.length;
			contentStart = i;
			if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
			break;
		}
		offset += indent.length + content.length + 1;
	}
	for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
	let value = "";
	let sep = "";
	let prevMoreIndented = false;
	for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
	for (let i = contentStart; i < chompStart; ++i) {
		let [indent, content] = lines[i];
		offset += indent.length + content.length + 1;
		const crlf = content[content.length - 1] === "\r";
		if (crlf) content = content.slice(0, -1);
		/* istanbul ignore if already caught in lexer */
		if (content && indent.length < trimIndent) {
			const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
			onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
			indent = "";
		}
		if (type === Scalar.BLOCK_LITERAL) {
			value += sep + indent.slice(trimIndent) + content;
			sep = "\n";
		} else if (indent.length > trimIndent || content[0] === "	") {
			if (sep === " ") sep = "\n";
			else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
			value += sep + indent.slice(trimIndent) + content;
			sep = "\n";
			prevMoreIndented = true;
		} else if (content === "") {
			if (sep === "\n") value += "\n";
			else sep = "\n";
		} else {
			value += sep + content;
			sep = " ";
			prevMoreIndented = false;
		}
	}
	switch (header.chomp) {
		case "-": break;
		case "+":
			for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
			if (value[value.length - 1] !== "\n") value += "\n";
			break;
		default: value += "\n";
	}
	const end = start + header.length + scalar.source.length;
	return {
		value,
		type,
		comment: header.comment,
		range: [
			start,
			end,
			end
		]
	};
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
	/* istanbul ignore if should not happen */
	if (props[0].type !== "block-scalar-header") {
		onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
		return null;
	}
	const { source } = props[0];
	const mode = source[0];
	let indent = 0;
	let chomp = "";
	let error = -1;
	for (let i = 1; i < source.length; ++i) {
		const ch = source[i];
		if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
		else {
			const n = Number(ch);
			if (!indent && n) indent = n;
			else if (error === -1) error = offset + i;
		}
	}
	if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
	let hasSpace = false;
	let comment = "";
	let length = source.length;
	for (let i = 1; i < props.length; ++i) {
		const token = props[i];
		switch (token.type) {
			case "space": hasSpace = true;
			case "newline":
				length += token.source.length;
				break;
			case "comment":
				if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
				length += token.source.length;
				comment = token.source.substring(1);
				break;
			case "error":
				onError(token, "UNEXPECTED_TOKEN", token.message);
				length += token.source.length;
				break;
			/* istanbul ignore next should not happen */
			default: {
				onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
				const ts = token.source;
				if (ts && typeof ts === "string") length += ts.length;
			}
		}
	}
	return {
		mode,
		indent,
		chomp,
		comment,
		length
	};
}
function splitLines(source) {
	const split = source.split(/\n( *)/);
	const first = split[0];
	const m = first.match(/^( *)/);
	const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
	for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
	return lines;
}

// node_modules/yaml/browser/dist/compose/resolve-flow-scalar.js
function resolveFlowScalar(scalar, strict, onError) {
	const { offset, type, source, end } = scalar;
	let _type;
	let value;
	const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
	switch (type) {
		case "scalar":
			_type = Scalar.PLAIN;
			value = plainValue(source, _onError);
			break;
		case "single-quoted-scalar":
			_type = Scalar.QUOTE_SINGLE;
			value = singleQuotedValue(source, _onError);
			break;
		case "double-quoted-scalar":
			_type = Scalar.QUOTE_DOUBLE;
			value = doubleQuotedValue(source, _onError);
			break;
		/* istanbul ignore next should not happen */
		default:
			onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
			return {
				value: "",
				type: null,
				comment: "",
				range: [
					offset,
					offset + source.length,
					offset + source.length
				]
			};
	}
	const valueEnd = offset + source.length;
	const re = resolveEnd(end, valueEnd, strict, onError);
	return {
		value,
		type: _type,
		comment: re.comment,
		range: [
			offset,
			valueEnd,
			re.offset
		]
	};
}
function plainValue(source, onError) {
	let badChar = "";
	switch (source[0]) {
		/* istanbul ignore next should not happen */
		case "	":
			badChar = "a tab character";
			break;
		case ",":
			badChar = "flow indicator character ,";
			break;
		case "%":
			badChar = "directive indicator character %";
			break;
		case "|":
		case ">":
			badChar = `block scalar indicator ${source[0]}`;
			break;
		case "@":
		case "`": badChar = `reserved character ${source[0]}`;
	}
	if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
	return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
	if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
	return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
	const line = /(.*?)\r?\n/sy;
	let match = line.exec(source);
	if (!match) return source;
	let trimEnd, trimBoth;
	try {
		trimEnd = /* @__PURE__ */ new RegExp("(?<![ 	])[ 	]+$");
		trimBoth = /* @__PURE__ */ new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
	} catch {
		trimEnd = /[ \t]+$/;
		trimBoth = /^[ \t]+|[ \t]+$/g;
	}
	let res = match[1].replace(trimEnd, "");
	let sep = " ";
	let pos = line.lastIndex;
	while (match = line.exec(source)) {
		const lm = match[1].replace(trimBoth, "");
		if (lm === "") {
			if (sep === "\n") res += sep;
			else sep = "\n";
		} else {
			res += sep + lm;
			sep = " ";
		}
		pos = line.lastIndex;
	}
	const last = /[ \t]*(.*)/sy;
	last.lastIndex = pos;
	match = last.exec(source);
	return res + sep + (match?.[1] ?? "");
}
function doubleQuotedValue(source, onError) {
	let res = "";
	for (let i = 1; i < source.length - 1; ++i) {
		const ch = source[i];
		if (ch === "\r" && source[i + 1] === "\n") continue;
		if (ch === "\n") {
			const { fold, offset } = foldNewline(source, i);
			res += fold;
			i = offset;
		} else if (ch === "\\") {
			let next = source[++i];
			const cc = escapeCodes[next];
			if (cc) res += cc;
			else if (next === "\n") {
				next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
			} else if (next === "\r" && source[i + 1] === "\n") {
				next = source[++i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
			} else if (next === "x" || next === "u" || next === "U") {
				const length = next === "x" ? 2 : next === "u" ? 4 : 8;
				res += parseCharCode(source, i + 1, length, onError);
				i += length;
			} else {
				const raw = source.substr(i - 1, 2);
				onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
				res += raw;
			}
		} else if (ch === " " || ch === "	") {
			const wsStart = i;
			let next = source[i + 1];
			while (next === " " || next === "	") next = source[++i + 1];
			if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
		} else res += ch;
	}
	if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
	return res;
}
function foldNewline(source, offset) {
	let fold = "";
	let ch = source[offset + 1];
	while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
		if (ch === "\r" && source[offset + 2] !== "\n") break;
		if (ch === "\n") fold += "\n";
		offset += 1;
		ch = source[offset + 1];
	}
	if (!fold) fold = " ";
	return {
		fold,
		offset
	};
}
const escapeCodes = {
	"0": "\0",
	a: "\x07",
	b: "\b",
	e: "\x1B",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	N: "",
	_: "\xA0",
	L: "\u2028",
	P: "\u2029",
	" ": " ",
	"\"": "\"",
	"/": "/",
	"\\": "\\",
	"	": "	"
};
function parseCharCode(source, offset, length, onError) {
	const cc = source.substr(offset, length);
	const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
	try {
		return String.fromCodePoint(code);
	} catch {
		const raw = source.substr(offset - 2, length + 2);
		onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
		return raw;
	}
}

// node_modules/yaml/browser/dist/compose/compose-scalar.js
function composeScalar(ctx, token, tagToken, onError) {
	const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar(ctx, token, onError) : resolveFlowScalar(token, ctx.options.strict, onError);
	const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
	let tag;
	if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[SCALAR$1];
	else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
	else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
	else tag = ctx.schema[SCALAR$1];
	let scalar;
	try {
		const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
		scalar = isScalar(res) ? res : new Scalar(res);
	} catch (error) {
		const msg = error instanceof Error ? error.message : String(error);
		onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
		scalar = new Scalar(value);
	}
	scalar.range = range;
	scalar.source = value;
	if (type) scalar.type = type;
	if (tagName) scalar.tag = tagName;
	if (tag.format) scalar.format = tag.format;
	if (comment) scalar.comment = comment;
	return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
	if (tagName === "!") return schema[SCALAR$1];
	const matchWithTest = [];
	for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
		if (tag.default && tag.test) matchWithTest.push(tag);
		else return tag;
	}
	for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
	const kt = schema.knownTags[tagName];
	if (kt && !kt.collection) {
		schema.tags.push(Object.assign({}, kt, {
			default: false,
			test: void 0
		}));
		return kt;
	}
	onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
	return schema[SCALAR$1];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
	const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[SCALAR$1];
	if (schema.compat) {
		const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[SCALAR$1];
		if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
	}
	return tag;
}

// node_modules/yaml/browser/dist/compose/util-empty-scalar-position.js
function emptyScalarPosition(offset, before, pos) {
	if (before) {
		pos ?? (pos = before.length);
		for (let i = pos - 1; i >= 0; --i) {
			let st = before[i];
			switch (st.type) {
				case "space":
				case "comment":
				case "newline":
					offset -= st.source.length;
					continue;
			}
			st = before[++i];
			while (st?.type === "space") {
				offset += st.source.length;
				st = before[++i];
			}
			break;
		}
	}
	return offset;
}

// node_modules/yaml/browser/dist/compose/compose-node.js
const CN = {
	composeNode,
	composeEmptyNode
};
function composeNode(ctx, token, props, onError) {
	const atKey = ctx.atKey;
	const { spaceBefore, comment, anchor, tag } = props;
	let node;
	let isSrcToken = true;
	switch (token.type) {
		case "alias":
			node = composeAlias(ctx, token, onError);
			if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
			break;
		case "scalar":
		case "single-quoted-scalar":
		case "double-quoted-scalar":
		case "block-scalar":
			node = composeScalar(ctx, token, tag, onError);
			if (anchor) node.anchor = anchor.source.substring(1);
			break;
		case "block-map":
		case "block-seq":
		case "flow-collection":
			try {
				node = composeCollection(CN, ctx, token, props, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
			} catch (error) {
				onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
			}
			break;
		default:
			onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
			isSrcToken = false;
	}
	node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
	if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
	if (atKey && ctx.options.stringKeys && (!isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
	if (spaceBefore) node.spaceBefore = true;
	if (comment) {
		if (token.type === "scalar" && token.source === "") node.comment = comment;
		else node.commentBefore = comment;
	}
	if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
	return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
	const token = {
		type: "scalar",
		offset: emptyScalarPosition(offset, before, pos),
		indent: -1,
		source: ""
	};
	const node = composeScalar(ctx, token, tag, onError);
	if (anchor) {
		node.anchor = anchor.source.substring(1);
		if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
	}
	if (spaceBefore) node.spaceBefore = true;
	if (comment) {
		node.comment = comment;
		node.range[2] = end;
	}
	return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
	const alias = new Alias(source.substring(1));
	if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
	if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
	const valueEnd = offset + source.length;
	const re = resolveEnd(end, valueEnd, options.strict, onError);
	alias.range = [
		offset,
		valueEnd,
		re.offset
	];
	if (re.comment) alias.comment = re.comment;
	return alias;
}

// node_modules/yaml/browser/dist/compose/compose-doc.js
function composeDoc(options, directives, { offset, start, value, end }, onError) {
	const opts = Object.assign({ _directives: directives }, options);
	const doc = new Document(void 0, opts);
	const ctx = {
		atKey: false,
		atRoot: true,
		directives: doc.directives,
		options: doc.options,
		schema: doc.schema
	};
	const props = resolveProps(start, {
		indicator: "doc-start",
		next: value ?? end?.[0],
		offset,
		onError,
		parentIndent: 0,
		startOnNewline: true
	});
	if (props.found) {
		doc.directives.docStart = true;
		if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
	}
	doc.contents = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
	const contentEnd = doc.contents.range[2];
	const re = resolveEnd(end, contentEnd, false, onError);
	if (re.comment) doc.comment = re.comment;
	doc.range = [
		offset,
		contentEnd,
		re.offset
	];
	return doc;
}

// node_modules/yaml/browser/dist/compose/composer.js
function getErrorPos(src) {
	if (typeof src === "number") return [src, src + 1];
	if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
	const { offset, source } = src;
	return [offset, offset + (typeof source === "string" ? source.length : 1)];
}
function parsePrelude(prelude) {
	let comment = "";
	let atComment = false;
	let afterEmptyLine = false;
	for (let i = 0; i < prelude.length; ++i) {
		const source = prelude[i];
		switch (source[0]) {
			case "#":
				comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
				atComment = true;
				afterEmptyLine = false;
				break;
			case "%":
				if (prelude[i + 1]?.[0] !== "#") i += 1;
				atComment = false;
				break;
			default:
				if (!atComment) afterEmptyLine = true;
				atComment = false;
		}
	}
	return {
		comment,
		afterEmptyLine
	};
}
var Composer = class {
	constructor(options = {}) {
		this.doc = null;
		this.atDirectives = false;
		this.prelude = [];
		this.errors = [];
		this.warnings = [];
		this.onError = (source, code, message, warning) => {
			const pos = getErrorPos(source);
			if (warning) this.warnings.push(new YAMLWarning(pos, code, message));
			else this.errors.push(new YAMLParseError(pos, code, message));
		};
		this.directives = new Directives({ version: options.version || "1.2" });
		this.options = options;
	}
	decorate(doc, afterDoc) {
		const { comment, afterEmptyLine } = parsePrelude(this.prelude);
		if (comment) {
			const dc = doc.contents;
			if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
			else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
			else if (isCollection(dc) && !dc.flow && dc.items.length > 0) {
				let it = dc.items[0];
				if (isPair(it)) it = it.key;
				const cb = it.commentBefore;
				it.commentBefore = cb ? `${comment}\n${cb}` : comment;
			} else {
				const cb = dc.commentBefore;
				dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
			}
		}
		if (afterDoc) {
			for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
			for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
		} else {
			doc.errors = this.errors;
			doc.warnings = this.warnings;
		}
		this.prelude = [];
		this.errors = [];
		this.warnings = [];
	}
	streamInfo() {
		return {
			comment: parsePrelude(this.prelude).comment,
			directives: this.directives,
			errors: this.errors,
			warnings: this.warnings
		};
	}
	*compose(tokens, forceDoc = false, endOffset = -1) {
		for (const token of tokens) yield* this.next(token);
		yield* this.end(forceDoc, endOffset);
	}
	*next(token) {
		switch (token.type) {
			case "directive":
				this.directives.add(token.source, (offset, message, warning) => {
					const pos = getErrorPos(token);
					pos[0] += offset;
					this.onError(pos, "BAD_DIRECTIVE", message, warning);
				});
				this.prelude.push(token.source);
				this.atDirectives = true;
				break;
			case "document": {
				const doc = composeDoc(this.options, this.directives, token, this.onError);
				if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
				this.decorate(doc, false);
				if (this.doc) yield this.doc;
				this.doc = doc;
				this.atDirectives = false;
				break;
			}
			case "byte-order-mark":
			case "space": break;
			case "comment":
			case "newline":
				this.prelude.push(token.source);
				break;
			case "error": {
				const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
				const error = new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
				if (this.atDirectives || !this.doc) this.errors.push(error);
				else this.doc.errors.push(error);
				break;
			}
			case "doc-end": {
				if (!this.doc) {
					this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
					break;
				}
				this.doc.directives.docEnd = true;
				const end = resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
				this.decorate(this.doc, true);
				if (end.comment) {
					const dc = this.doc.comment;
					this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
				}
				this.doc.range[2] = end.offset;
				break;
			}
			default: this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
		}
	}
	*end(forceDoc = false, endOffset = -1) {
		if (this.doc) {
			this.decorate(this.doc, true);
			yield this.doc;
			this.doc = null;
		} else if (forceDoc) {
			const opts = Object.assign({ _directives: this.directives }, this.options);
			const doc = new Document(void 0, opts);
			if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
			doc.range = [
				0,
				endOffset,
				endOffset
			];
			this.decorate(doc, false);
			yield doc;
		}
	}
};

// node_modules/yaml/browser/dist/parse/cst.js
const BOM = "﻿";
const DOCUMENT = "";
const FLOW_END = "";
const SCALAR = "";
function tokenType(source) {
	switch (source) {
		case "﻿": return "byte-order-mark";
		case "": return "doc-mode";
		case "": return "flow-error-end";
		case "": return "scalar";
		case "---": return "doc-start";
		case "...": return "doc-end";
		case "":
		case "\n":
		case "\r\n": return "newline";
		case "-": return "seq-item-ind";
		case "?": return "explicit-key-ind";
		case ":": return "map-value-ind";
		case "{": return "flow-map-start";
		case "}": return "flow-map-end";
		case "[": return "flow-seq-start";
		case "]": return "flow-seq-end";
		case ",": return "comma";
	}
	switch (source[0]) {
		case " ":
		case "	": return "space";
		case "#": return "comment";
		case "%": return "directive-line";
		case "*": return "alias";
		case "&": return "anchor";
		case "!": return "tag";
		case "'": return "single-quoted-scalar";
		case "\"": return "double-quoted-scalar";
		case "|":
		case ">": return "block-scalar-header";
	}
	return null;
}

// node_modules/yaml/browser/dist/parse/lexer.js
function isEmpty(ch) {
	switch (ch) {
		case void 0:
		case " ":
		case "\n":
		case "\r":
		case "	": return true;
		default: return false;
	}
}
const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
var Lexer = class {
	constructor() {
		this.atEnd = false;
		this.blockScalarIndent = -1;
		this.blockScalarKeep = false;
		this.buffer = "";
		this.flowKey = false;
		this.flowLevel = 0;
		this.indentNext = 0;
		this.indentValue = 0;
		this.lineEndPos = null;
		this.next = null;
		this.pos = 0;
	}
	*lex(source, incomplete = false) {
		if (source) {
			if (typeof source !== "string") throw TypeError("source is not a string");
			this.buffer = this.buffer ? this.buffer + source : source;
			this.lineEndPos = null;
		}
		this.atEnd = !incomplete;
		let next = this.next ?? "stream";
		while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
	}
	atLineEnd() {
		let i = this.pos;
		let ch = this.buffer[i];
		while (ch === " " || ch === "	") ch = this.buffer[++i];
		if (!ch || ch === "#" || ch === "\n") return true;
		if (ch === "\r") return this.buffer[i + 1] === "\n";
		return false;
	}
	charAt(n) {
		return this.buffer[this.pos + n];
	}
	continueScalar(offset) {
		let ch = this.buffer[offset];
		if (this.indentNext > 0) {
			let indent = 0;
			while (ch === " ") ch = this.buffer[++indent + offset];
			if (ch === "\r") {
				const next = this.buffer[indent + offset + 1];
				if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
			}
			return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
		}
		if (ch === "-" || ch === ".") {
			const dt = this.buffer.substr(offset, 3);
			if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
		}
		return offset;
	}
	getLine() {
		let end = this.lineEndPos;
		if (typeof end !== "number" || end !== -1 && end < this.pos) {
			end = this.buffer.indexOf("\n", this.pos);
			this.lineEndPos = end;
		}
		if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
		if (this.buffer[end - 1] === "\r") end -= 1;
		return this.buffer.substring(this.pos, end);
	}
	hasChars(n) {
		return this.pos + n <= this.buffer.length;
	}
	setNext(state) {
		this.buffer = this.buffer.substring(this.pos);
		this.pos = 0;
		this.lineEndPos = null;
		this.next = state;
		return null;
	}
	peek(n) {
		return this.buffer.substr(this.pos, n);
	}
	*parseNext(next) {
		switch (next) {
			case "stream": return yield* this.parseStream();
			case "line-start": return yield* this.parseLineStart();
			case "block-start": return yield* this.parseBlockStart();
			case "doc": return yield* this.parseDocument();
			case "flow": return yield* this.parseFlowCollection();
			case "quoted-scalar": return yield* this.parseQuotedScalar();
			case "block-scalar": return yield* this.parseBlockScalar();
			case "plain-scalar": return yield* this.parsePlainScalar();
		}
	}
	*parseStream() {
		let line = this.getLine();
		if (line === null) return this.setNext("stream");
		if (line[0] === "﻿") {
			yield* this.pushCount(1);
			line = line.substring(1);
		}
		if (line[0] === "%") {
			let dirEnd = line.length;
			let cs = line.indexOf("#");
			while (cs !== -1) {
				const ch = line[cs - 1];
				if (ch === " " || ch === "	") {
					dirEnd = cs - 1;
					break;
				} else cs = line.indexOf("#", cs + 1);
			}
			while (true) {
				const ch = line[dirEnd - 1];
				if (ch === " " || ch === "	") dirEnd -= 1;
				else break;
			}
			const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
			yield* this.pushCount(line.length - n);
			this.pushNewline();
			return "stream";
		}
		if (this.atLineEnd()) {
			const sp = yield* this.pushSpaces(true);
			yield* this.pushCount(line.length - sp);
			yield* this.pushNewline();
			return "stream";
		}
		yield "";
		return yield* this.parseLineStart();
	}
	*parseLineStart() {
		const ch = this.charAt(0);
		if (!ch && !this.atEnd) return this.setNext("line-start");
		if (ch === "-" || ch === ".") {
			if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
			const s = this.peek(3);
			if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
				yield* this.pushCount(3);
				this.indentValue = 0;
				this.indentNext = 0;
				return s === "---" ? "doc" : "stream";
			}
		}
		this.indentValue = yield* this.pushSpaces(false);
		if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
		return yield* this.parseBlockStart();
	}
	*parseBlockStart() {
		const [ch0, ch1] = this.peek(2);
		if (!ch1 && !this.atEnd) return this.setNext("block-start");
		if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
			const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
			this.indentNext = this.indentValue + 1;
			this.indentValue += n;
			return "block-start";
		}
		return "doc";
	}
	*parseDocument() {
		yield* this.pushSpaces(true);
		const line = this.getLine();
		if (line === null) return this.setNext("doc");
		let n = yield* this.pushIndicators();
		switch (line[n]) {
			case "#": yield* this.pushCount(line.length - n);
			case void 0:
				yield* this.pushNewline();
				return yield* this.parseLineStart();
			case "{":
			case "[":
				yield* this.pushCount(1);
				this.flowKey = false;
				this.flowLevel = 1;
				return "flow";
			case "}":
			case "]":
				yield* this.pushCount(1);
				return "doc";
			case "*":
				yield* this.pushUntil(isNotAnchorChar);
				return "doc";
			case "\"":
			case "'": return yield* this.parseQuotedScalar();
			case "|":
			case ">":
				n += yield* this.parseBlockScalarHeader();
				n += yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - n);
				yield* this.pushNewline();
				return yield* this.parseBlockScalar();
			default: return yield* this.parsePlainScalar();
		}
	}
	*parseFlowCollection() {
		let nl, sp;
		let indent = -1;
		do {
			nl = yield* this.pushNewline();
			if (nl > 0) {
				sp = yield* this.pushSpaces(false);
				this.indentValue = indent = sp;
			} else sp = 0;
			sp += yield* this.pushSpaces(true);
		} while (nl + sp > 0);
		const line = this.getLine();
		if (line === null) return this.setNext("flow");
		if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
			if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
				this.flowLevel = 0;
				yield "";
				return yield* this.parseLineStart();
			}
		}
		let n = 0;
		while (line[n] === ",") {
			n += yield* this.pushCount(1);
			n += yield* this.pushSpaces(true);
			this.flowKey = false;
		}
		n += yield* this.pushIndicators();
		switch (line[n]) {
			case void 0: return "flow";
			case "#":
				yield* this.pushCount(line.length - n);
				return "flow";
			case "{":
			case "[":
				yield* this.pushCount(1);
				this.flowKey = false;
				this.flowLevel += 1;
				return "flow";
			case "}":
			case "]":
				yield* this.pushCount(1);
				this.flowKey = true;
				this.flowLevel -= 1;
				return this.flowLevel ? "flow" : "doc";
			case "*":
				yield* this.pushUntil(isNotAnchorChar);
				return "flow";
			case "\"":
			case "'":
				this.flowKey = true;
				return yield* this.parseQuotedScalar();
			case ":": {
				const next = this.charAt(1);
				if (this.flowKey || isEmpty(next) || next === ",") {
					this.flowKey = false;
					yield* this.pushCount(1);
					yield* this.pushSpaces(true);
					return "flow";
				}
			}
			default:
				this.flowKey = false;
				return yield* this.parsePlainScalar();
		}
	}
	*parseQuotedScalar() {
		const quote = this.charAt(0);
		let end = this.buffer.indexOf(quote, this.pos + 1);
		if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
		else while (end !== -1) {
			let n = 0;
			while (this.buffer[end - 1 - n] === "\\") n += 1;
			if (n % 2 === 0) break;
			end = this.buffer.indexOf("\"", end + 1);
		}
		const qb = this.buffer.substring(0, end);
		let nl = qb.indexOf("\n", this.pos);
		if (nl !== -1) {
			while (nl !== -1) {
				const cs = this.continueScalar(nl + 1);
				if (cs === -1) break;
				nl = qb.indexOf("\n", cs);
			}
			if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
		}
		if (end === -1) {
			if (!this.atEnd) return this.setNext("quoted-scalar");
			end = this.buffer.length;
		}
		yield* this.pushToIndex(end + 1, false);
		return this.flowLevel ? "flow" : "doc";
	}
	*parseBlockScalarHeader() {
		this.blockScalarIndent = -1;
		this.blockScalarKeep = false;
		let i = this.pos;
		while (true) {
			const ch = this.buffer[++i];
			if (ch === "+") this.blockScalarKeep = true;
			else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
			else if (ch !== "-") break;
		}
		return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
	}
	*parseBlockScalar() {
		let nl = this.pos - 1;
		let indent = 0;
		let ch;
		loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
			case " ":
				indent += 1;
				break;
			case "\n":
				nl = i;
				indent = 0;
				break;
			case "\r": {
				const next = this.buffer[i + 1];
				if (!next && !this.atEnd) return this.setNext("block-scalar");
				if (next === "\n") break;
			}
			default: break loop;
		}
		if (!ch && !this.atEnd) return this.setNext("block-scalar");
		if (indent >= this.indentNext) {
			if (this.blockScalarIndent === -1) this.indentNext = indent;
			else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
			do {
				const cs = this.continueScalar(nl + 1);
				if (cs === -1) break;
				nl = this.buffer.indexOf("\n", cs);
			} while (nl !== -1);
			if (nl === -1) {
				if (!this.atEnd) return this.setNext("block-scalar");
				nl = this.buffer.length;
			}
		}
		let i = nl + 1;
		ch = this.buffer[i];
		while (ch === " ") ch = this.buffer[++i];
		if (ch === "	") {
			while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
			nl = i - 1;
		} else if (!this.blockScalarKeep) do {
			let i = nl - 1;
			let ch = this.buffer[i];
			if (ch === "\r") ch = this.buffer[--i];
			const lastChar = i;
			while (ch === " ") ch = this.buffer[--i];
			if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
			else break;
		} while (true);
		yield "";
		yield* this.pushToIndex(nl + 1, true);
		return yield* this.parseLineStart();
	}
	*parsePlainScalar() {
		const inFlow = this.flowLevel > 0;
		let end = this.pos - 1;
		let i = this.pos - 1;
		let ch;
		while (ch = this.buffer[++i]) if (ch === ":") {
			const next = this.buffer[i + 1];
			if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
			end = i;
		} else if (isEmpty(ch)) {
			let next = this.buffer[i + 1];
			if (ch === "\r") {
				if (next === "\n") {
					i += 1;
					ch = "\n";
					next = this.buffer[i + 1];
				} else end = i;
			}
			if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
			if (ch === "\n") {
				const cs = this.continueScalar(i + 1);
				if (cs === -1) break;
				i = Math.max(i, cs - 2);
			}
		} else {
			if (inFlow && flowIndicatorChars.has(ch)) break;
			end = i;
		}
		if (!ch && !this.atEnd) return this.setNext("plain-scalar");
		yield "";
		yield* this.pushToIndex(end + 1, true);
		return inFlow ? "flow" : "doc";
	}
	*pushCount(n) {
		if (n > 0) {
			yield this.buffer.substr(this.pos, n);
			this.pos += n;
			return n;
		}
		return 0;
	}
	*pushToIndex(i, allowEmpty) {
		const s = this.buffer.slice(this.pos, i);
		if (s) {
			yield s;
			this.pos += s.length;
			return s.length;
		} else if (allowEmpty) yield "";
		return 0;
	}
	*pushIndicators() {
		let n = 0;
		loop: while (true) {
			switch (this.charAt(0)) {
				case "!":
					n += yield* this.pushTag();
					n += yield* this.pushSpaces(true);
					continue loop;
				case "&":
					n += yield* this.pushUntil(isNotAnchorChar);
					n += yield* this.pushSpaces(true);
					continue loop;
				case "-":
				case "?":
				case ":": {
					const inFlow = this.flowLevel > 0;
					const ch1 = this.charAt(1);
					if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
						if (!inFlow) this.indentNext = this.indentValue + 1;
						else if (this.flowKey) this.flowKey = false;
						n += yield* this.pushCount(1);
						n += yield* this.pushSpaces(true);
						continue loop;
					}
				}
			}
			break loop;
		}
		return n;
	}
	*pushTag() {
		if (this.charAt(1) === "<") {
			let i = this.pos + 2;
			let ch = this.buffer[i];
			while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
			return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
		} else {
			let i = this.pos + 1;
			let ch = this.buffer[i];
			while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
			else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
			else break;
			return yield* this.pushToIndex(i, false);
		}
	}
	*pushNewline() {
		const ch = this.buffer[this.pos];
		if (ch === "\n") return yield* this.pushCount(1);
		else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
		else return 0;
	}
	*pushSpaces(allowTabs) {
		let i = this.pos - 1;
		let ch;
		do
			ch = this.buffer[++i];
		while (ch === " " || allowTabs && ch === "	");
		const n = i - this.pos;
		if (n > 0) {
			yield this.buffer.substr(this.pos, n);
			this.pos = i;
		}
		return n;
	}
	*pushUntil(test) {
		let i = this.pos;
		let ch = this.buffer[i];
		while (!test(ch)) ch = this.buffer[++i];
		return yield* this.pushToIndex(i, false);
	}
};

// node_modules/yaml/browser/dist/parse/line-counter.js
var LineCounter = class {
	constructor() {
		this.lineStarts = [];
		this.addNewLine = (offset) => this.lineStarts.push(offset);
		this.linePos = (offset) => {
			let low = 0;
			let high = this.lineStarts.length;
			while (low < high) {
				const mid = low + high >> 1;
				if (this.lineStarts[mid] < offset) low = mid + 1;
				else high = mid;
			}
			if (this.lineStarts[low] === offset) return {
				line: low + 1,
				col: 1
			};
			if (low === 0) return {
				line: 0,
				col: offset
			};
			const start = this.lineStarts[low - 1];
			return {
				line: low,
				col: offset - start + 1
			};
		};
	}
};

// node_modules/yaml/browser/dist/parse/parser.js
function includesToken(list, type) {
	for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
	return false;
}
function findNonEmptyIndex(list) {
	for (let i = 0; i < list.length; ++i) switch (list[i].type) {
		case "space":
		case "comment":
		case "newline": break;
		default: return i;
	}
	return -1;
}
function isFlowToken(token) {
	switch (token?.type) {
		case "alias":
		case "scalar":
		case "single-quoted-scalar":
		case "double-quoted-scalar":
		case "flow-collection": return true;
		default: return false;
	}
}
function getPrevProps(parent) {
	switch (parent.type) {
		case "document": return parent.start;
		case "block-map": {
			const it = parent.items[parent.items.length - 1];
			return it.sep ?? it.start;
		}
		case "block-seq": return parent.items[parent.items.length - 1].start;
		/* istanbul ignore next should not happen */
		default: return [];
	}
}
function getFirstKeyStartProps(prev) {
	if (prev.length === 0) return [];
	let i = prev.length;
	loop: while (--i >= 0) switch (prev[i].type) {
		case "doc-start":
		case "explicit-key-ind":
		case "map-value-ind":
		case "seq-item-ind":
		case "newline": break loop;
	}
	while (prev[++i]?.type === "space");
	return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
	if (source.length < 1e5) Array.prototype.push.apply(target, source);
	else for (let i = 0; i < source.length; ++i) target.push(source[i]);
}
function fixFlowSeqItems(fc) {
	if (fc.start.type === "flow-seq-start") {
		for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
			if (it.key) it.value = it.key;
			delete it.key;
			if (isFlowToken(it.value)) {
				if (it.value.end) arrayPushArray(it.value.end, it.sep);
				else it.value.end = it.sep;
			} else arrayPushArray(it.start, it.sep);
			delete it.sep;
		}
	}
}
var Parser = class {
	constructor(onNewLine) {
		this.atNewLine = true;
		this.atScalar = false;
		this.indent = 0;
		this.offset = 0;
		this.onKeyLine = false;
		this.stack = [];
		this.source = "";
		this.type = "";
		this.lexer = new Lexer();
		this.onNewLine = onNewLine;
	}
	*parse(source, incomplete = false) {
		if (this.onNewLine && this.offset === 0) this.onNewLine(0);
		for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
		if (!incomplete) yield* this.end();
	}
	*next(source) {
		this.source = source;
		if (this.atScalar) {
			this.atScalar = false;
			yield* this.step();
			this.offset += source.length;
			return;
		}
		const type = tokenType(source);
		if (!type) {
			const message = `Not a YAML token: ${source}`;
			yield* this.pop({
				type: "error",
				offset: this.offset,
				message,
				source
			});
			this.offset += source.length;
		} else if (type === "scalar") {
			this.atNewLine = false;
			this.atScalar = true;
			this.type = "scalar";
		} else {
			this.type = type;
			yield* this.step();
			switch (type) {
				case "newline":
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) this.onNewLine(this.offset + source.length);
					break;
				case "space":
					if (this.atNewLine && source[0] === " ") this.indent += source.length;
					break;
				case "explicit-key-ind":
				case "map-value-ind":
				case "seq-item-ind":
					if (this.atNewLine) this.indent += source.length;
					break;
				case "doc-mode":
				case "flow-error-end": return;
				default: this.atNewLine = false;
			}
			this.offset += source.length;
		}
	}
	*end() {
		while (this.stack.length > 0) yield* this.pop();
	}
	get sourceToken() {
		return {
			type: this.type,
			offset: this.offset,
			indent: this.indent,
			source: this.source
		};
	}
	*step() {
		const top = this.peek(1);
		if (this.type === "doc-end" && top?.type !== "doc-end") {
			while (this.stack.length > 0) yield* this.pop();
			this.stack.push({
				type: "doc-end",
				offset: this.offset,
				source: this.source
			});
			return;
		}
		if (!top) return yield* this.stream();
		switch (top.type) {
			case "document": return yield* this.document(top);
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar": return yield* this.scalar(top);
			case "block-scalar": return yield* this.blockScalar(top);
			case "block-map": return yield* this.blockMap(top);
			case "block-seq": return yield* this.blockSequence(top);
			case "flow-collection": return yield* this.flowCollection(top);
			case "doc-end": return yield* this.documentEnd(top);
		}
		/* istanbul ignore next should not happen */
		yield* this.pop();
	}
	peek(n) {
		return this.stack[this.stack.length - n];
	}
	*pop(error) {
		const token = error ?? this.stack.pop();
		/* istanbul ignore if should not happen */
		if (!token) yield {
			type: "error",
			offset: this.offset,
			source: "",
			message: "Tried to pop an empty stack"
		};
		else if (this.stack.length === 0) yield token;
		else {
			const top = this.peek(1);
			if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
			else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
			if (token.type === "flow-collection") fixFlowSeqItems(token);
			switch (top.type) {
				case "document":
					top.value = token;
					break;
				case "block-scalar":
					top.props.push(token);
					break;
				case "block-map": {
					const it = top.items[top.items.length - 1];
					if (it.value) {
						top.items.push({
							start: [],
							key: token,
							sep: []
						});
						this.onKeyLine = true;
						return;
					} else if (it.sep) it.value = token;
					else {
						Object.assign(it, {
							key: token,
							sep: []
						});
						this.onKeyLine = !it.explicitKey;
						return;
					}
					break;
				}
				case "block-seq": {
					const it = top.items[top.items.length - 1];
					if (it.value) top.items.push({
						start: [],
						value: token
					});
					else it.value = token;
					break;
				}
				case "flow-collection": {
					const it = top.items[top.items.length - 1];
					if (!it || it.value) top.items.push({
						start: [],
						key: token,
						sep: []
					});
					else if (it.sep) it.value = token;
					else Object.assign(it, {
						key: token,
						sep: []
					});
					return;
				}
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.pop(token);
			}
			if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
				const last = token.items[token.items.length - 1];
				if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
					if (top.type === "document") top.end = last.start;
					else top.items.push({ start: last.start });
					token.items.splice(-1, 1);
				}
			}
		}
	}
	*stream() {
		switch (this.type) {
			case "directive-line":
				yield {
					type: "directive",
					offset: this.offset,
					source: this.source
				};
				return;
			case "byte-order-mark":
			case "space":
			case "comment":
			case "newline":
				yield this.sourceToken;
				return;
			case "doc-mode":
			case "doc-start": {
				const doc = {
					type: "document",
					offset: this.offset,
					start: []
				};
				if (this.type === "doc-start") doc.start.push(this.sourceToken);
				this.stack.push(doc);
				return;
			}
		}
		yield {
			type: "error",
			offset: this.offset,
			message: `Unexpected ${this.type} token in YAML stream`,
			source: this.source
		};
	}
	*document(doc) {
		if (doc.value) return yield* this.lineEnd(doc);
		switch (this.type) {
			case "doc-start":
				if (findNonEmptyIndex(doc.start) !== -1) {
					yield* this.pop();
					yield* this.step();
				} else doc.start.push(this.sourceToken);
				return;
			case "anchor":
			case "tag":
			case "space":
			case "comment":
			case "newline":
				doc.start.push(this.sourceToken);
				return;
		}
		const bv = this.startBlockValue(doc);
		if (bv) this.stack.push(bv);
		else yield {
			type: "error",
			offset: this.offset,
			message: `Unexpected ${this.type} token in YAML document`,
			source: this.source
		};
	}
	*scalar(scalar) {
		if (this.type === "map-value-ind") {
			const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
			let sep;
			if (scalar.end) {
				sep = scalar.end;
				sep.push(this.sourceToken);
				delete scalar.end;
			} else sep = [this.sourceToken];
			const map = {
				type: "block-map",
				offset: scalar.offset,
				indent: scalar.indent,
				items: [{
					start,
					key: scalar,
					sep
				}]
			};
			this.onKeyLine = true;
			this.stack[this.stack.length - 1] = map;
		} else yield* this.lineEnd(scalar);
	}
	*blockScalar(scalar) {
		switch (this.type) {
			case "space":
			case "comment":
			case "newline":
				scalar.props.push(this.sourceToken);
				return;
			case "scalar":
				scalar.source = this.source;
				this.atNewLine = true;
				this.indent = 0;
				if (this.onNewLine) {
					let nl = this.source.indexOf("\n") + 1;
					while (nl !== 0) {
						this.onNewLine(this.offset + nl);
						nl = this.source.indexOf("\n", nl) + 1;
					}
				}
				yield* this.pop();
				break;
			/* istanbul ignore next should not happen */
			default:
				yield* this.pop();
				yield* this.step();
		}
	}
	*blockMap(map) {
		const it = map.items[map.items.length - 1];
		switch (this.type) {
			case "newline":
				this.onKeyLine = false;
				if (it.value) {
					const end = "end" in it.value ? it.value.end : void 0;
					if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
					else map.items.push({ start: [this.sourceToken] });
				} else if (it.sep) it.sep.push(this.sourceToken);
				else it.start.push(this.sourceToken);
				return;
			case "space":
			case "comment":
				if (it.value) map.items.push({ start: [this.sourceToken] });
				else if (it.sep) it.sep.push(this.sourceToken);
				else {
					if (this.atIndentedComment(it.start, map.indent)) {
						const end = map.items[map.items.length - 2]?.value?.end;
						if (Array.isArray(end)) {
							arrayPushArray(end, it.start);
							end.push(this.sourceToken);
							map.items.pop();
							return;
						}
					}
					it.start.push(this.sourceToken);
				}
				return;
		}
		if (this.indent >= map.indent) {
			const atMapIndent = !this.onKeyLine && this.indent === map.indent;
			const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
			let start = [];
			if (atNextItem && it.sep && !it.value) {
				const nl = [];
				for (let i = 0; i < it.sep.length; ++i) {
					const st = it.sep[i];
					switch (st.type) {
						case "newline":
							nl.push(i);
							break;
						case "space": break;
						case "comment":
							if (st.indent > map.indent) nl.length = 0;
							break;
						default: nl.length = 0;
					}
				}
				if (nl.length >= 2) start = it.sep.splice(nl[1]);
			}
			switch (this.type) {
				case "anchor":
				case "tag":
					if (atNextItem || it.value) {
						start.push(this.sourceToken);
						map.items.push({ start });
						this.onKeyLine = true;
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "explicit-key-ind":
					if (!it.sep && !it.explicitKey) {
						it.start.push(this.sourceToken);
						it.explicitKey = true;
					} else if (atNextItem || it.value) {
						start.push(this.sourceToken);
						map.items.push({
							start,
							explicitKey: true
						});
					} else this.stack.push({
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start: [this.sourceToken],
							explicitKey: true
						}]
					});
					this.onKeyLine = true;
					return;
				case "map-value-ind":
					if (it.explicitKey) {
						if (!it.sep) {
							if (includesToken(it.start, "newline")) Object.assign(it, {
								key: null,
								sep: [this.sourceToken]
							});
							else {
								const start = getFirstKeyStartProps(it.start);
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key: null,
										sep: [this.sourceToken]
									}]
								});
							}
						} else if (it.value) map.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start,
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
							const start = getFirstKeyStartProps(it.start);
							const key = it.key;
							const sep = it.sep;
							sep.push(this.sourceToken);
							delete it.key;
							delete it.sep;
							this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key,
									sep
								}]
							});
						} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
						else it.sep.push(this.sourceToken);
					} else if (!it.sep) Object.assign(it, {
						key: null,
						sep: [this.sourceToken]
					});
					else if (it.value || atNextItem) map.items.push({
						start,
						key: null,
						sep: [this.sourceToken]
					});
					else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start: [],
							key: null,
							sep: [this.sourceToken]
						}]
					});
					else it.sep.push(this.sourceToken);
					this.onKeyLine = true;
					return;
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": {
					const fs = this.flowScalar(this.type);
					if (atNextItem || it.value) {
						map.items.push({
							start,
							key: fs,
							sep: []
						});
						this.onKeyLine = true;
					} else if (it.sep) this.stack.push(fs);
					else {
						Object.assign(it, {
							key: fs,
							sep: []
						});
						this.onKeyLine = true;
					}
					return;
				}
				default: {
					const bv = this.startBlockValue(map);
					if (bv) {
						if (bv.type === "block-seq") {
							if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
								yield* this.pop({
									type: "error",
									offset: this.offset,
									message: "Unexpected block-seq-ind on same line with key",
									source: this.source
								});
								return;
							}
						} else if (atMapIndent) map.items.push({ start });
						this.stack.push(bv);
						return;
					}
				}
			}
		}
		yield* this.pop();
		yield* this.step();
	}
	*blockSequence(seq) {
		const it = seq.items[seq.items.length - 1];
		switch (this.type) {
			case "newline":
				if (it.value) {
					const end = "end" in it.value ? it.value.end : void 0;
					if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
					else seq.items.push({ start: [this.sourceToken] });
				} else it.start.push(this.sourceToken);
				return;
			case "space":
			case "comment":
				if (it.value) seq.items.push({ start: [this.sourceToken] });
				else {
					if (this.atIndentedComment(it.start, seq.indent)) {
						const end = seq.items[seq.items.length - 2]?.value?.end;
						if (Array.isArray(end)) {
							arrayPushArray(end, it.start);
							end.push(this.sourceToken);
							seq.items.pop();
							return;
						}
					}
					it.start.push(this.sourceToken);
				}
				return;
			case "anchor":
			case "tag":
				if (it.value || this.indent <= seq.indent) break;
				it.start.push(this.sourceToken);
				return;
			case "seq-item-ind":
				if (this.indent !== seq.indent) break;
				if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
				else it.start.push(this.sourceToken);
				return;
		}
		if (this.indent > seq.indent) {
			const bv = this.startBlockValue(seq);
			if (bv) {
				this.stack.push(bv);
				return;
			}
		}
		yield* this.pop();
		yield* this.step();
	}
	*flowCollection(fc) {
		const it = fc.items[fc.items.length - 1];
		if (this.type === "flow-error-end") {
			let top;
			do {
				yield* this.pop();
				top = this.peek(1);
			} while (top?.type === "flow-collection");
		} else if (fc.end.length === 0) {
			switch (this.type) {
				case "comma":
				case "explicit-key-ind":
					if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
				case "map-value-ind":
					if (!it || it.value) fc.items.push({
						start: [],
						key: null,
						sep: [this.sourceToken]
					});
					else if (it.sep) it.sep.push(this.sourceToken);
					else Object.assign(it, {
						key: null,
						sep: [this.sourceToken]
					});
					return;
				case "space":
				case "comment":
				case "newline":
				case "anchor":
				case "tag":
					if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": {
					const fs = this.flowScalar(this.type);
					if (!it || it.value) fc.items.push({
						start: [],
						key: fs,
						sep: []
					});
					else if (it.sep) this.stack.push(fs);
					else Object.assign(it, {
						key: fs,
						sep: []
					});
					return;
				}
				case "flow-map-end":
				case "flow-seq-end":
					fc.end.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(fc);
			/* istanbul ignore else should not happen */
			if (bv) this.stack.push(bv);
			else {
				yield* this.pop();
				yield* this.step();
			}
		} else {
			const parent = this.peek(2);
			if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
				yield* this.pop();
				yield* this.step();
			} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
				const start = getFirstKeyStartProps(getPrevProps(parent));
				fixFlowSeqItems(fc);
				const sep = fc.end.splice(1, fc.end.length);
				sep.push(this.sourceToken);
				const map = {
					type: "block-map",
					offset: fc.offset,
					indent: fc.indent,
					items: [{
						start,
						key: fc,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(fc);
		}
	}
	flowScalar(type) {
		if (this.onNewLine) {
			let nl = this.source.indexOf("\n") + 1;
			while (nl !== 0) {
				this.onNewLine(this.offset + nl);
				nl = this.source.indexOf("\n", nl) + 1;
			}
		}
		return {
			type,
			offset: this.offset,
			indent: this.indent,
			source: this.source
		};
	}
	startBlockValue(parent) {
		switch (this.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar": return this.flowScalar(this.type);
			case "block-scalar-header": return {
				type: "block-scalar",
				offset: this.offset,
				indent: this.indent,
				props: [this.sourceToken],
				source: ""
			};
			case "flow-map-start":
			case "flow-seq-start": return {
				type: "flow-collection",
				offset: this.offset,
				indent: this.indent,
				start: this.sourceToken,
				items: [],
				end: []
			};
			case "seq-item-ind": return {
				type: "block-seq",
				offset: this.offset,
				indent: this.indent,
				items: [{ start: [this.sourceToken] }]
			};
			case "explicit-key-ind": {
				this.onKeyLine = true;
				const start = getFirstKeyStartProps(getPrevProps(parent));
				start.push(this.sourceToken);
				return {
					type: "block-map",
					offset: this.offset,
					indent: this.indent,
					items: [{
						start,
						explicitKey: true
					}]
				};
			}
			case "map-value-ind": {
				this.onKeyLine = true;
				const start = getFirstKeyStartProps(getPrevProps(parent));
				return {
					type: "block-map",
					offset: this.offset,
					indent: this.indent,
					items: [{
						start,
						key: null,
						sep: [this.sourceToken]
					}]
				};
			}
		}
		return null;
	}
	atIndentedComment(start, indent) {
		if (this.type !== "comment") return false;
		if (this.indent <= indent) return false;
		return start.every((st) => st.type === "newline" || st.type === "space");
	}
	*documentEnd(docEnd) {
		if (this.type !== "doc-mode") {
			if (docEnd.end) docEnd.end.push(this.sourceToken);
			else docEnd.end = [this.sourceToken];
			if (this.type === "newline") yield* this.pop();
		}
	}
	*lineEnd(token) {
		switch (this.type) {
			case "comma":
			case "doc-start":
			case "doc-end":
			case "flow-seq-end":
			case "flow-map-end":
			case "map-value-ind":
				yield* this.pop();
				yield* this.step();
				break;
			case "newline": this.onKeyLine = false;
			default:
				if (token.end) token.end.push(this.sourceToken);
				else token.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
		}
	}
};

// node_modules/yaml/browser/dist/public-api.js
function parseOptions(options) {
	const prettyErrors = options.prettyErrors !== false;
	return {
		lineCounter: options.lineCounter || prettyErrors && new LineCounter() || null,
		prettyErrors
	};
}
function parseDocument(source, options = {}) {
	const { lineCounter, prettyErrors } = parseOptions(options);
	const parser = new Parser(lineCounter?.addNewLine);
	const composer = new Composer(options);
	let doc = null;
	for (const _doc of composer.compose(parser.parse(source), true, source.length)) if (!doc) doc = _doc;
	else if (doc.options.logLevel !== "silent") {
		doc.errors.push(new YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
		break;
	}
	if (prettyErrors && lineCounter) {
		doc.errors.forEach(prettifyError(source, lineCounter));
		doc.warnings.forEach(prettifyError(source, lineCounter));
	}
	return doc;
}

// action/scan/workflow/yaml-tree.ts
/** Larger than any workflow that GitHub would run. */
const MOST_NODES = 3e5;
const DEEPEST$3 = 100;
var Unreadable = class extends Error {
	line;
	constructor(message, line) {
		super(message);
		this.line = line;
	}
};
/** Never throws: what is wrong with the text is an answer. */
function readYaml(text) {
	try {
		const lines = new LineCounter();
		const document = parseDocument(text, {
			lineCounter: lines,
			uniqueKeys: false,
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
	if (++reading.count > MOST_NODES || around.depth > DEEPEST$3) throw new Unreadable("it is too large", around.line);
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
	const tree = isScalar(node) ? textOf(node, line, reading) : isSeq(node) ? listOf(node.items, reading, {
		...around,
		line
	}) : mapOf(node.items, reading, {
		...around,
		line
	});
	if (node.anchor !== void 0) reading.anchored.set(node.anchor, {
		tree,
		count: reading.count - before
	});
	return tree;
}
function lineOf(node, { lines }) {
	return node.range ? lines.linePos(node.range[0]).line : void 0;
}
function listOf(items, reading, around) {
	const inside = {
		...around,
		depth: around.depth + 1
	};
	return {
		kind: "list",
		line: around.line,
		items: items.map((item) => treeOf(item, reading, inside))
	};
}
function mapOf(pairs, reading, around) {
	const own = /* @__PURE__ */ new Map();
	const merged = [];
	const inside = {
		...around,
		depth: around.depth + 1
	};
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
		line: around.line,
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
function textOf(node, line, { text, lines }) {
	const { value } = node;
	const said = typeof value === "string" ? value : node.source ?? "";
	if (!node.range) return {
		kind: "text",
		text: said,
		line
	};
	const [start, end] = node.range;
	if (node.type === "BLOCK_LITERAL") return {
		kind: "text",
		text: said,
		line,
		blockLine: line + 1
	};
	return lines.linePos(end).line > line ? {
		kind: "text",
		text: said,
		line,
		source: text.slice(start, end)
	} : {
		kind: "text",
		text: said,
		line
	};
}
/** Searched through from the start for each place, so only as long as that costs nothing. */
const LONGEST_SEARCH = 2e4;
/** The line of the file on which a text says what it says at this place. */
function lineAt(tree, offset) {
	const { text, line, blockLine, source } = tree;
	if (blockLine !== void 0) return blockLine + lineBreaksBefore(tree, offset);
	if (source === void 0 || source.length > LONGEST_SEARCH) return line;
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
/** The text under a key; an empty one where there is none. */
function textUnder(tree, key) {
	const value = valueOf(tree, key);
	return value?.kind === "text" ? value : NOTHING;
}

// action/scan/workflow/checks/saying.ts
/** A finding on a line. What is filled in is said in plain names by whoever calls. */
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
/** `PLEO_API_KEY`, or several of them, for a place between back quotes. */
function secretsOf(carried) {
	return [...carried].slice(0, MOST_NAMES).map(plainName).join("` and `");
}
/** The same with its back quotes. */
function codeOf(carried) {
	return listed([...carried].slice(0, MOST_NAMES).map((name) => `\`${plainName(name)}\``));
}
const MOST_NAMES = 3;

// action/scan/workflow/checks/calls.ts
/** An action that is handed the key, or this check itself, by a name that others can move. */
function checkPins({ file, step, called, isGuard, scope }) {
	const spot = {
		file,
		line: step.uses.line
	};
	if (isGuard) return isLoose(called) ? [sayLooseGuard(called, spot)] : [];
	if (!isLoose(called) || isUnpublishing(called)) return [];
	return sayLoose(called, carriedBySettings([...step.with, ...step.env], scope), spot);
}
/** The same for a workflow of another repository. */
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
/** These take files; what is in them is another finding. */
function isUnpublishing(called) {
	return called.kind === "repository" && UPLOADS.test(called.repository);
}
const UPLOADS = /^actions\/(?:upload-artifact|upload-pages-artifact|cache)$/;
function sayLoose(called, carried, spot) {
	if (carried.size === 0) return [];
	const isGithubs = called.kind === "repository" && /^(?:actions|github)$/.test(called.owner);
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
function carriedBySettings(settings, scope) {
	return union(settings.map(({ value }) => carriedBy(value, scope)));
}
/** `secrets: inherit`. A workflow of this repository that touches no key is handed nothing by it. */
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
/** `toJSON(secrets)`, in whatever setting or script. */
function checkAllSecrets(file, texts) {
	return texts.flatMap(({ value, scope }) => {
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
/** Does anything in a workflow hold a key? */
function touchesKey({ jobs, scope }) {
	return scope.env.all.size > 0 || jobs.some(jobTouchesKey);
}
function jobTouchesKey(visit) {
	const { job, scope, steps, callee } = visit;
	if (scope.env.all.size > 0 || job.inherits !== void 0 && callee === void 0) return true;
	if (carriedBySettings([...job.secrets, ...job.with], scope).size > 0) return true;
	return steps.some(stepTouchesKey) || callee !== void 0 && touchesKey(callee);
}
function stepTouchesKey({ step, scope }) {
	if (scope.env.all.size > 0 || carriedBy(step.run, scope).size > 0) return true;
	return step.with.some(({ value }) => carriedBy(value, scope).size > 0);
}
/** What a step hands to this Action as a key. */
function handOversOf(step) {
	return step.with.filter(({ name }) => KEY_INPUTS.has(name.toLowerCase()));
}
/** An image is built with the key: its history keeps what it was built with. */
function checkBuildArgs({ file, step, called, scope }) {
	if (called?.kind !== "repository" || !called.repository.endsWith("/build-push-action")) return [];
	return step.with.flatMap(({ name, line, value }) => {
		const carried = name === "build-args" ? carriedBy(value, scope) : NOTHING$1;
		if (carried.size === 0) return [];
		const problem = `${codeOf(carried)} is an argument of a build, which the history of the image keeps`;
		return [found("workflow-secret-published", { problem }, {
			file,
			line
		})];
	});
}
/** What a container is started with stands on its command line. */
function checkContainerArguments({ file, step, called, scope }) {
	if (called?.kind !== "image") return [];
	return step.with.flatMap(({ name, line, value }) => {
		const carried = name === "args" || name === "entrypoint" ? carriedBy(value, scope) : NOTHING$1;
		if (carried.size === 0) return [];
		const problem = `\`${plainName(called.name)}\` is given ${codeOf(carried)} as an argument`;
		return [found("workflow-secret-on-command-line", {
			problem,
			fix: "Give the key to the step as `env`, which the container gets as it is."
		}, {
			file,
			line
		})];
	});
}

// src/pleo/public-prefixes.ts
/** Who writes variables into the code that users get, by how their names begin. Longer beginnings come first. */
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
/** Any of these beginnings, for an expression. */
const ANY_PUBLIC_PREFIX = PUBLIC_PREFIXES.map(([prefix]) => prefix).join("|");

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
/** Write their input, or an argument, to a file. */
function isWriter(name) {
	return /^(?:out-file|add-content|set-content|tee-object)$/i.test(name);
}
/** Show what they are given, or another spelling of it. */
const PASSING = /^(?:cat|tee|base64|rev|tr|sed|awk|xxd|od|hexdump|fold|sort|head|cut|nl|less|more|out-host|out-string)$/i;
function passesOn({ name, args }) {
	if (PASSING.test(name)) return true;
	const first = args[0]?.text;
	return name === "openssl" && (first === "base64" || first === "enc" && args[1]?.text.includes("base64") === true);
}
const BUILTINS = new Set(": . source test [ [[ export local declare typeset readonly set unset read return exit eval case for select true false let cd pwd trap shift getopts umask wait alias mapfile readarray printf echo break continue function".split(" "));
/** Does no new process get to see what this is given? */
function isBuiltin(name, dialect) {
	if (dialect === "powershell") return /^[a-z]+-[a-z]+$/i.test(name) || /^(?:if|elseif|foreach|while|switch|throw|return|function|param|echo|iwr|irm|set|\[.*|[-@+].*|[\uE000$].*)$/i.test(name);
	if (dialect === "cmd") return /^@?(?:set|setx|if|for|echo|rem|call|exit|cd)$/i.test(name);
	return BUILTINS.has(name);
}
function isShell(name) {
	return /^(?:ba|z|k|da)?sh$/.test(name);
}
/** Do these words tell a shell to print what it runs? */
function tracesFrom(words) {
	return words.some((word, index) => /^-[a-wyz]*x[a-z]*$/i.test(word) || /^-\w*o$/.test(word) && words[index + 1] === "xtrace");
}

// action/scan/workflow/checks/preparation.ts
/** Commands that no key is needed for. */
const HARMLESS = new Set("echo printf cd mkdir rm cp mv ls cat touch chmod pwd true false set exit test [ [[ export date sleep uname which git apt-get apt brew pip pip3 pipx corepack tar unzip gzip zip jq grep sed awk find sort head tail wc tee write-host write-output".split(" "));
const INSTALLING = /^(?:npm|pnpm|yarn|bun|composer|bundle|poetry|uv|cargo|go|dotnet|mvn|gradle|deno)(?: --?\S+)* (?:ci|i|install|add|sync|restore|mod|fetch|config|cache|audit|version)\b/;
const CHECKING = /^(?:npm|pnpm|yarn|bun)(?: run)? (?:lint|format|typecheck|type-check|tsc|prettier|eslint)\b|^(?:npx )?(?:eslint|prettier|tsc)\b/;
/** Does a script only prepare or check, so that it can do without the key? */
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
/** The tool that writes a variable of this name into what users get. */
function publicToolOf(name) {
	const prefix = PREFIX.exec(name)?.[1];
	return PUBLIC_PREFIXES.find(([known]) => known === prefix)?.[1];
}
/** `env` and the arguments of a build, under a name that makes their values public. */
function checkPublic(file, settings, scope) {
	return settings.flatMap(({ name, line, value }) => {
		const carried = carriedBy(value, scope);
		const tool = publicToolOf(name);
		if (carried.size === 0) return [];
		if (tool !== void 0) return [sayPublic({
			file,
			line,
			carried,
			name,
			tool
		})];
		return checkBuildArguments(file, {
			name,
			line,
			value
		}, scope);
	});
}
/** `NEXT_PUBLIC_KEY=${{ secrets.PLEO_API_KEY }}` in a setting of several lines. */
function checkBuildArguments(file, { name, line, value }, scope) {
	if (!/^build-?args?$/i.test(name)) return [];
	const expressions = expressionsIn(value);
	return [...value.text.matchAll(PUBLIC_NAME)].flatMap(({ 0: whole, 1: variable = "", index }) => {
		const end = index + whole.length;
		const next = expressions.find(({ start }) => start >= end && start <= end + 1);
		const carried = next === void 0 ? void 0 : carriedByExpression(next.expression, scope);
		const tool = publicToolOf(variable);
		if (carried === void 0 || carried.size === 0 || tool === void 0) return [];
		return [sayPublic({
			file,
			line,
			carried,
			name: variable,
			tool
		})];
	});
}
function sayPublic({ file, line, carried, name, tool }) {
	const values = {
		secret: secretsOf(carried),
		variable: plainName(name),
		tool
	};
	return found("workflow-secret-public", values, {
		file,
		line
	});
}
/** A key in the `env` of a whole workflow, though few of its steps need it. */
function checkWorkflowEnv({ file, workflow, scope, jobs }) {
	const steps = jobs.flatMap((job) => job.steps);
	return checkWide(workflow.env, {
		file,
		scope,
		steps,
		what: "workflow"
	});
}
/** The same for the `env` of one job. */
function checkJobEnv({ file, job, scope, steps }) {
	return checkWide(job.env, {
		file,
		scope,
		steps,
		what: `job \`${plainName(job.id)}\``
	});
}
/** More keys than these in one place say nothing more, and each is looked for in each step. */
const MOST_VARIABLES = 20;
function checkWide(settings, { file, scope, steps, what }) {
	const own = steps.filter((step) => step.file === file);
	const wide = settings.filter(({ name, value }) => carriedBy(value, scope).size > 0 && publicToolOf(name) === void 0).filter(({ value }) => expressionsIn(value).every(({ expression }) => !handsOverAllSecrets(expression))).slice(0, MOST_VARIABLES);
	if (wide.length === 0 || own.length < 2) return [];
	const needs = own.map(needOf);
	return wide.filter(({ name }) => needs.filter((need) => need(name)).length * 2 <= own.length).map(({ line, value }) => {
		const values = {
			secret: secretsOf(carriedBy(value, scope)),
			scope: what
		};
		return found("workflow-secret-too-wide", values, {
			file,
			line
		});
	});
}
/** Which variables a step may need: those that it names, and of a program that it runs, any. */
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

// action/scan/workflow/checks/deploys.ts
/** Does a job, or a step, bring something into production? By its name, or by what it runs. */
const DEPLOYING = /^(?:deploy|deploys|deploying|deployment|release|publish|rollout|ship)$/;
const ABOUT_DEPLOYS = /^(?:check|checks|verify|validate|test|tests|lint|plan|dry|guard|notify|notes|draft|pre|before|can|may|allowed|gate|undeploy|rollback|cleanup|status|wait|approve|approval|docs|preview)$/;
function saysDeploy(name) {
	const words = name.slice(0, 200).replaceAll(/([a-z])(?=[A-Z])/g, "$1 ").toLowerCase().split(/[^a-z]+/);
	return words.some((word) => DEPLOYING.test(word)) && !words.some((word) => ABOUT_DEPLOYS.test(word));
}
/** Their names say it, or are known. */
const ACTIONS = /^(?:cloudflare\/(?:wrangler-action|pages-action)|amondnet\/vercel-action|netlify\/actions|nwtgck\/actions-netlify|appleboy\/(?:ssh|scp)-action|peaceiris\/actions-gh-pages|azure\/(?:functions-action|k8s-deploy|webapps-deploy)|digitalocean\/app_action|serverless\/github-action|pulumi\/actions|akhileshns\/heroku-deploy|samkirkland\/ftp-deploy-action|firebaseextended\/action-hosting-deploy|google-github-actions\/deploy-[\w-]+|aws-actions\/(?:amazon-ecs-deploy-task-definition|aws-lambda-deploy|aws-cloudformation-github-deploy)|actions\/deploy-pages|superfly\/flyctl-actions)$/;
/** The first words of commands that deploy. */
const COMMANDS = /^(?:(?:vercel|netlify|wrangler|fly|flyctl|firebase|serverless|sls|cdk|sam|eb|kamal|amplify|clasp) (?:deploy|publish|\S+ deploy)|vercel (?:.* )?--prod|gcloud (?:run|app|functions|beta run) deploy|aws (?:ecs update-service|lambda update-function-code|cloudformation deploy|s3 sync)|kubectl (?:apply|set image|rollout)|helm (?:upgrade|install)|terraform apply|tofu apply|pulumi up|ansible-playbook|az (?:webapp|functionapp|containerapp) (?:deploy|up|update|deployment)|heroku container:release|git push (?:heroku|dokku)|railway up|cap \S+ deploy|(?:npm|pnpm|yarn|bun|deno|make|just|task|mage|rake|mise)(?: (?:run|task))? (?:deploy|release|publish|ship)(?:[:._-]\S*)?(?:$| )|npx (?:wrangler|vercel|netlify|serverless|sls|cdk|firebase|sst) deploy)/;
const SCRIPT_FILE = /^(?:deploy|release|publish|rollout)(?:[._-][\w.-]*)?$/;
function stepDeploys({ called, script, step }) {
	if (called?.kind === "repository") return ACTIONS.test(called.repository) || called.repository.split(/[/_-]/).includes("deploy");
	if (step.run.text === "") return false;
	return script.commands.some((command) => {
		const { name, args } = programOf(command);
		const line = [name, ...args.map(({ text }) => text)].join(" ").slice(0, 200);
		if (SCRIPT_FILE.test(name) || COMMANDS.test(line)) return true;
		return /^(?:node|python3?|bash|sh|ruby|tsx|deno|bun|php)$/.test(name) && SCRIPT_FILE.test(args.at(0)?.text.split("/").at(-1) ?? "");
	});
}
/** `deploy` by name; `undefined` where neither its name nor what it runs says so. */
function jobDeploys({ job, steps, callee }) {
	if (saysDeploy(job.id) || saysDeploy(job.name)) return true;
	return steps.some(stepDeploys) || callee?.jobs.some(jobDeploys) === true;
}
function isNamedDeploy({ job }) {
	return saysDeploy(job.id) || saysDeploy(job.name);
}

// action/scan/workflow/checks/gate.ts
/** A job that deploys with the key, whoever pushes to whatever branch. */
function checkEnvironment(visit) {
	const { file, job, callee } = visit;
	if (job.hasEnvironment || job.uses.text !== "" || callee !== void 0) return [];
	if (!jobDeploys(visit)) return [];
	const carried = keysOf(visit);
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
function keysOf({ scope, steps }) {
	return union([scope.env.all, ...steps.flatMap((step) => [
		step.scope.env.all,
		carriedBy(step.step.run, step.scope),
		...step.step.with.map(({ value }) => carriedBy(value, step.scope))
	])]);
}
/** This check, where it holds nothing back. */
function checkGate({ file, workflow, jobs }) {
	const guarding = new Set(jobs.filter(hasGuard));
	if (guarding.size === 0) return [];
	const readsVerdict = jobs.some((visit) => readsOutcome(visit, guarding));
	const byId = new Map(jobs.map((visit) => [visit.job.id, visit]));
	const gate = {
		file,
		jobs,
		gated: new Map(jobs.map((visit) => [visit, needsOneOf(visit, guarding, byId)])),
		readsVerdict
	};
	return [
		...[...guarding].flatMap((visit) => checkGuardingJob(visit, gate)),
		...checkBesides(gate, guarding),
		...workflow.jobs.length === 0 ? [] : checkConditions(gate)
	];
}
function hasGuard({ steps, callee }) {
	return steps.some(({ isGuard }) => isGuard) || callee?.jobs.some(hasGuard) === true;
}
const VERDICT = /deploy-allowed|\bverdict\b|\.outcome\b|\.conclusion\b/;
function readsOutcome({ job, steps }, guarding) {
	const ids = [...guarding].map((visit) => visit.job.id);
	if ([job.if.text, ...steps.map(({ step }) => step.if.text)].some((text) => VERDICT.test(text) || ids.some((id) => text.includes(`needs.${id}.outputs.`)))) return true;
	return steps.some(({ step, isGuard }) => !isGuard && [step.run.text, ...step.env.map(({ value }) => value.text)].some((text) => VERDICT.test(text)));
}
function needsOneOf(visit, guarding, byId) {
	const seen = /* @__PURE__ */ new Set();
	const open = [visit];
	for (let next = open.pop(); next !== void 0; next = open.pop()) for (const id of next.job.needs) {
		const needed = byId.get(id);
		if (needed === void 0 || seen.has(needed)) continue;
		if (guarding.has(needed)) return true;
		seen.add(needed);
		open.push(needed);
	}
	return false;
}
/** Settings by which the check lets everything behind it go ahead. */
function checkGuardingJob(visit, { file, jobs, gated, readsVerdict }) {
	const place = visit.steps.findIndex(({ isGuard }) => isGuard);
	const guard = visit.steps[place];
	if (guard === void 0 || readsVerdict) return [];
	const follows = visit.steps.slice(place + 1).some((step) => isDeployStep(step, visit)) || jobs.some((other) => other !== visit && gated.get(other) === true && jobDeploys(other));
	const before = visit.steps.slice(0, place).find((step) => !step.isGuard && stepDeploys(step));
	return [...follows ? checkLoose(visit, guard, file) : [], ...before === void 0 || follows ? [] : [sayBefore(before)]];
}
/** In a job that is called a deploy every step may be it, but those that only prepare. */
function isDeployStep(visit, job) {
	if (stepDeploys(visit)) return true;
	return isNamedDeploy(job) && visit.step.run.text !== "";
}
function checkLoose(visit, guard, file) {
	const { step } = guard;
	const soft = step.with.find(({ name, value }) => name === "on-unknown" && value.text === "warn" || name === "on-missing-key" && value.text === "skip");
	const condition = neverRunsInTime(step.if.text) ? step.if : void 0;
	const reasons = [
		...isOn(step.continueOnError.text) ? [{
			line: step.continueOnError.line,
			problem: "The step of the check has `continue-on-error`",
			at: guard.file
		}] : [],
		...isOn(visit.job.continueOnError.text) ? [{
			line: visit.job.continueOnError.line,
			problem: "The job of the check has `continue-on-error`",
			at: file
		}] : [],
		...soft === void 0 ? [] : [{
			line: soft.line,
			problem: `The check goes on with \`${soft.name}: ${soft.value.text}\``,
			at: guard.file
		}],
		...condition === void 0 ? [] : [{
			line: condition.line,
			problem: "The check runs only once something has failed",
			at: guard.file
		}]
	];
	const fix = "Take the setting out, or give what deploys an `if` that asks for `deploy-allowed == 'true'`.";
	return reasons.map(({ line, problem, at }) => found("workflow-guard-not-gating", {
		problem,
		fix
	}, {
		file: at,
		line
	}));
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
function isOn(text) {
	return text !== "" && text !== "false";
}
function neverRunsInTime(condition) {
	return /^(?:\$\{\{)?\s*(?:failure\(\)|cancelled\(\)|false)\s*(?:\}\})?$/.test(condition.trim());
}
/** Jobs that deploy and do not wait for the check. */
function checkBesides({ file, jobs, gated }, guarding) {
	const deploying = jobs.filter((visit) => jobDeploys(visit) && !guarding.has(visit));
	const isOneGated = deploying.some((visit) => gated.get(visit) === true) || [...guarding].some(jobDeploys);
	return deploying.filter((visit) => gated.get(visit) !== true && (jobTouchesKey(visit) || !isOneGated)).map(({ job }) => {
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
/** `if: always()` on what deploys: it runs though the check has failed. */
function checkConditions({ file, jobs, gated }) {
	return jobs.flatMap((visit) => {
		const { job, steps } = visit;
		const ofJob = gated.get(visit) === true && jobDeploys(visit) && runsAnyway(job.if.text) ? [sayAnyway(file, job.if.line, job.if.text)] : [];
		const place = steps.findIndex(({ isGuard }) => isGuard);
		const ofSteps = (place < 0 ? [] : steps.slice(place + 1).filter((step) => isDeployStep(step, visit))).filter(({ step }) => runsAnyway(step.if.text)).map((each) => sayAnyway(each.file, each.step.if.line, each.step.if.text));
		return [...ofJob, ...ofSteps];
	});
}
function runsAnyway(condition) {
	if (VERDICT.test(condition) || /\.result\s*==\s*'success'|needs\.[\w-]+\.outputs\./.test(condition)) return false;
	return /\b(?:always|failure|cancelled)\(\)/.test(condition);
}
function sayAnyway(file, line, condition) {
	const [name = "always()"] = /!?\b(?:always|failure|cancelled)\(\)/.exec(condition) ?? [];
	const problem = `What deploys has \`if: ${name}\`, and so runs though the check has failed`;
	return found("workflow-guard-not-gating", {
		problem,
		fix: "Take the condition out, or add `&& needs.<job>.outputs.deploy-allowed == 'true'` to it."
	}, {
		file,
		line
	});
}

// action/scan/workflow/checks/published.ts
/** Outputs of a job, which other jobs and callers read. */
function checkOutputs({ file, job, scope, steps }) {
	const written = new Set(steps.filter(({ script }) => script.uses.some((use) => use.kind === "written" && use.to === "GITHUB_OUTPUT")).map(({ step }) => step.id.toLowerCase()));
	const isTold = (text) => [...text.matchAll(/\bsteps\.([\w-]+)\./gi)].some(([, id = ""]) => written.has(id.toLowerCase()));
	return job.outputs.filter(({ value }) => !isTold(value.text)).flatMap(({ name, line, value }) => {
		const carried = carriedBy(value, scope);
		if (carried.size === 0) return [];
		const problem = `${codeOf(carried)} is made the output \`${plainName(name)}\` of the job \`${plainName(job.id)}\``;
		return [found("workflow-secret-published", { problem }, {
			file,
			line
		})];
	});
}
function checkActionOutputs({ file, action, scope }) {
	return action.outputs.flatMap(({ name, line, value }) => {
		const carried = carriedBy(value, scope);
		if (carried.size === 0) return [];
		const problem = `${codeOf(carried)} is made the output \`${plainName(name)}\` of the action`;
		return [found("workflow-secret-published", { problem }, {
			file,
			line
		})];
	});
}
/** Files that the key was written to, and that are uploaded or cached. */
function checkUploads({ steps }) {
	const files = [];
	return steps.flatMap((visit) => {
		for (const use of visit.script.uses) {
			if (use.kind !== "written" || use.isRunnerFile || files.length >= MOST_FILES$1) continue;
			files.push({
				path: plainPath(use.to),
				secrets: use.secrets
			});
		}
		return uploadsOf(visit, files);
	});
}
const MOST_FILES$1 = 100;
const MOST_PATHS = 100;
function uploadsOf({ file, step, called, scope }, files) {
	if (called?.kind !== "repository" || !UPLOADS.test(called.repository)) return [];
	const isCache = called.repository === "actions/cache";
	if (called.name.toLowerCase().endsWith("/restore")) return [];
	const kept = isCache ? "a cache" : "an artifact";
	const handed = step.with.flatMap(({ name, line, value }) => {
		const carried = carriedBy(value, scope);
		if (carried.size === 0) return [];
		const problem = `${codeOf(carried)} is in \`${plainName(name)}\` of ${kept}`;
		return [found("workflow-secret-published", { problem }, {
			file,
			line
		})];
	});
	const path = step.with.find(({ name }) => name === "path");
	const includesHidden = isCache || step.with.some(({ name, value }) => name === "include-hidden-files" && value.text === "true");
	const written = files.find((each) => covers(path, each.path, includesHidden));
	if (written === void 0 || path === void 0) return handed;
	const problem = `\`${plainName(written.path)}\`, which ${codeOf(written.secrets)} was written to, is put into ${kept}`;
	return [...handed, found("workflow-secret-published", { problem }, {
		file,
		line: path.line
	})];
}
/** Does one of the paths, a line each, take the file along? */
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
/** Each tries every folder below, so a pattern of many would take for ever. */
const MOST_DEEP_PARTS = 3;
const DEEPEST_FILE = 30;
/** `dist` and `dist/**` take all that is below; `*.txt` what is so named. */
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
/** With `*` for any characters: each piece in its turn. */
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
/** What the script of a step does with the key: shows it, hands it to programs as an argument, writes it for others. */
function checkScript({ file, step, script }) {
	if (script.uses.length === 0) return [];
	const tree = scriptOf(step);
	const linesShown = /* @__PURE__ */ new Set();
	const findings = [];
	const inOrder = [...script.uses].sort((one, other) => rank(one) - rank(other));
	for (const use of inOrder) {
		const spot = {
			file,
			line: lineAt(tree, use.offset)
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
function scriptOf({ run, with: settings }) {
	return run.text === "" ? settings.find(({ name }) => name === "script")?.value ?? run : run;
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
	if (use.kind === "argument") return found("workflow-secret-on-command-line", sayArgument(use), spot);
	if (use.kind !== "written" || !use.isRunnerFile || use.to === "GITHUB_STATE") return void 0;
	const problem = `The script writes ${codeOf(use.secrets)} to ${WRITTEN[use.to] ?? "a file of the runner"}`;
	return found("workflow-secret-published", { problem }, spot);
}
const WRITTEN = {
	GITHUB_OUTPUT: "`GITHUB_OUTPUT`, the outputs of the step",
	GITHUB_ENV: "`GITHUB_ENV`, the environment of all steps that follow",
	GITHUB_STEP_SUMMARY: "`GITHUB_STEP_SUMMARY`, the summary that is shown with the run"
};
function sayShown(use) {
	const key = codeOf(use.secrets);
	switch (use.kind) {
		case "shown": return {
			problem: `\`${plainName(use.by)}\` prints ${key} to the log, where masking does not hide each spelling of it`,
			fix: "Take the line out; to see whether there is a key, print its length at most."
		};
		case "listed": return {
			problem: `\`${plainName(use.by)}\` prints every variable to the log, ${key} among them, where masking does not hide each spelling of it`,
			fix: "Take the line out, or print by name the variables that are wanted."
		};
		case "traced": return {
			problem: `\`${plainName(use.by)}\` prints each command to the log with ${key} filled in, where masking does not hide each spelling of it`,
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
/** Events that run with the secrets of the repository, and that a stranger can bring about. */
const EVENTS = [
	"pull_request_target",
	"workflow_run",
	"issue_comment"
];
const HEAD = /* @__PURE__ */ new Set(["head"]);
const HEAD_CONTEXT = /^github\.(?:head_ref|event\.(?:number|issue\.number|pull_request\.(?:number|merge_commit_sha|head\..*)|workflow_run\.(?:head_.*|pull_requests\..*)))$/;
/** Follows, instead of keys, what names the head of a pull request. */
const HEAD_ORIGIN = {
	secretNamed: () => NOTHING$1,
	allSecrets: NOTHING$1,
	inputNamed: () => NOTHING$1,
	contextNamed: (chain) => HEAD_CONTEXT.test(chain) ? HEAD : NOTHING$1
};
function runsUntrusted({ workflow }) {
	return EVENTS.some((event) => workflow.triggers.has(event));
}
/** Jobs that hold a key and check out what a stranger wrote. `heads` says which steps name such a thing. */
function checkUntrusted({ workflow, jobs }, heads) {
	const events = EVENTS.filter((event) => workflow.triggers.has(event));
	if (events.length === 0) return [];
	return jobs.flatMap((visit) => {
		const seen = heads.get(visit.job);
		if (seen === void 0 || isForOwnOnly(visit.job.if.text) || !jobTouchesKey(visit)) return [];
		return allSteps(seen).filter(({ step }) => !isForOwnOnly(step.if.text)).flatMap((step) => {
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
/** A condition that no pull request from a fork meets. */
function isForOwnOnly(condition) {
	const text = condition.toLowerCase().replaceAll(/\s+/g, "").slice(0, 2e3);
	if (/!\(|!!/.test(text)) return false;
	if (text.includes("||")) return text.split("||").every(isForOwnOnly);
	return /head\.repo\.full_name==github\.repository(?!_)|github\.repository==github\.event\.pull_request\.head\.repo\.full_name/.test(text) || /head_repository\.full_name==github\.repository(?!_)/.test(text) || /!github\.event\.pull_request\.head\.repo\.fork|head\.repo\.fork==false/.test(text) || /github\.event_name=='(?:push|schedule|workflow_dispatch|release)'/.test(text) || /github\.event\.workflow_run\.event==?='(?:push|schedule|workflow_dispatch|release)'|github\.event\.workflow_run\.event!='pull_request'/.test(text);
}
function checkoutIn(visit) {
	const { step, called, scope } = visit;
	if (called?.kind === "repository" && called.repository === "actions/checkout") {
		const setting = step.with.find(({ name, value }) => /^(?:ref|repository)$/.test(name) && (carriedBy(value, scope).size > 0 || /\boutputs\.\w*(?:ref|sha|head|branch)\w*\s*\}\}/i.test(value.text)));
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
		if (name === "gh" && texts[0] === "pr" && texts[1] === "checkout") return {
			what: "`gh pr checkout`",
			line
		};
		const action = name === "git" ? texts.find((text) => GIT_ACTION.test(text)) : void 0;
		if (action === void 0) continue;
		if (args.some(({ text, references }) => /(?:^|[/+:])pull\/[^/]+\/(?:head|merge)/.test(text) || references.some(({ variable, expression }) => expression === void 0 ? scope.env.get(variable ?? "").size > 0 : namesHead(step.run.text.slice(expression.start, expression.end))))) return {
			what: `\`git ${action}\``,
			line
		};
	}
}
const GIT_ACTION = /^(?:fetch|checkout|switch|pull|clone|merge|worktree)$/;
function namesHead(expression) {
	return /head_ref|pull_request\.(?:head|merge_commit_sha|number)|workflow_run\.head_|event\.(?:issue\.)?number/i.test(expression);
}

// src/pleo/secret-names.ts
/**
* What the name of a secret says. In a store of secrets everything is one, so a name means Pleo's API key where `pleo`
* stands in it as a word beside a word for a key, unless another word makes it something else: `PLEO_API_KEY`,
* `PROD_PLEO_KEY` and `API_KEY_FOR_PLEO`, not `PLEO_KEY_ID`, `PLEO_WEBHOOK_SECRET` or `SIMPLEO_TOKEN`.
*/
const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g;
/** `PLEOAPIKEY`, which is several words in one. */
const GLUED = /^(pleo)(api)?(apikey|key|token|secret)$/;
const SECRET_WORDS = new Set("key apikey token secret credential credentials".split(" "));
/** May stand between `pleo` and the word for the secret, and change nothing. */
const QUALIFIERS = new Set("api auth authentication authorization bearer basic access external integration integrated standalone service server backend private secret system account production prod staging stage sandbox live test testing dev development local ci my our new old current previous prev next primary secondary main default export expense expenses accounting erp finance rest http".split(" "));
/** In front of all the rest these say that there is no real key. */
const NOT_REAL = new Set("fake mock dummy example no not non without".split(" "));
/** Behind the secret these make it something about a key. Any other word says which one it is. */
const ABOUT_A_KEY = new Set("id ids name names hint label alias expires expiry expiration expire date on at days day ttl created rotated hash digest fingerprint checksum sha count length size url uri host path file filename arn ref reference version type kind scope scopes owner user username email prefix suffix last digits status state enabled present valid check required region vault store header".split(" "));
/** Longer than any name that GitHub takes. */
const LONGEST_NAME = 500;
/** Does a secret of this name hold a Pleo API key? */
function namesPleoKey(name) {
	if (name.length > LONGEST_NAME || !/pleo/i.test(name)) return false;
	const words = wordsOf(name);
	const pleo = words.indexOf("pleo");
	if (pleo < 0 || words.slice(0, pleo).some((word) => NOT_REAL.has(word))) return false;
	return isKeyAfter(words.slice(pleo + 1)) || isKeyBefore(words, pleo);
}
/** `[qualifiers]key[which one]`. */
function isKeyAfter(words) {
	const first = words.findIndex((word) => !leavesMeaning(word));
	const last = first < 0 ? words.length - 1 : first;
	const key = words.findIndex((word, index) => index <= last && SECRET_WORDS.has(word));
	return key >= 0 && words.slice(key + 1).every(saysWhich);
}
/** `key[for]pleo[which one]`. */
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
/** Tokens of GitHub's own, whatever they are handed over as. */
const NO_KEY = /^github_token$/i;
/** Follows every secret, to see which ones this Action is handed as keys. */
const EVERY_SECRET = {
	secretNamed: (name) => NO_KEY.test(name) || name.includes("*") ? NOTHING$1 : /* @__PURE__ */ new Set([name]),
	allSecrets: NOTHING$1,
	inputNamed: () => NOTHING$1
};
/** The names of the secrets that hold a Pleo key: by what they are called, and by what they are used for. */
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
	for (const visit of [...jobs, ...actions].flatMap(({ steps }) => steps)) addFromStep(visit, add);
	return new Set(keys.values());
}
function addFromStep({ step, scope, isGuard, script }, add) {
	if (isGuard) for (const { value } of handOversOf(step)) add(carriedBy(value, scope));
	addNamed(step.env, scope, add);
	addNamed(step.with, scope, add);
	const run = carriedBy(step.run, scope);
	add(new Set([...run, ...script.uses.flatMap(({ secrets }) => [...secrets])].filter(namesPleoKey)));
}
/** Secrets that are called keys, and secrets that are handed to something that is. */
function addNamed(settings, scope, add) {
	for (const { name, value } of settings) {
		const carried = carriedBy(value, scope);
		if (carried.size === 0) continue;
		add(namesPleoKey(name) && isOneSecret(value) ? carried : new Set([...carried].filter(namesPleoKey)));
	}
}
/** `${{ secrets.NAME }}` and nothing besides. */
function isOneSecret(value) {
	const [only, ...more] = expressionsIn(value);
	if (only?.expression === void 0 || more.length > 0) return false;
	return value.text.trim().length === only.end - only.start && chainOf(only.expression)?.startsWith("secrets.") === true;
}
/** Follows the keys of these names. A name that is worked out only when it runs has a `*` in it. */
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
		inputNamed: (name) => namesPleoKey(name) ? /* @__PURE__ */ new Set([name]) : NOTHING$1
	};
}

// action/scan/workflow/model.ts
function readWorkflow(file, tree) {
	const on = valueOf(tree, "on");
	return {
		kind: "workflow",
		file,
		triggers: namesIn(on),
		inputs: ["workflow_call", "workflow_dispatch"].flatMap((event) => entriesOf$1(valueOf(valueOf(on, event), "inputs")).filter(({ value }) => /^(?:string)?$/.test(textUnder(value, "type").text)).map(({ key }) => key)),
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
		inputs: entriesOf$1(valueOf(tree, "inputs")).map(({ key }) => key),
		outputs: entriesOf$1(valueOf(tree, "outputs")).map(({ key, line, value }) => ({
			name: key,
			line: entryOf(value, "value")?.line ?? line,
			value: textUnder(value, "value")
		})),
		steps: itemsOf(valueOf(runs, "steps")).map(readStep),
		args: itemsOf(valueOf(runs, "args")).filter((item) => item.kind === "text")
	};
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
function settingsOf(tree) {
	return entriesOf$1(tree).flatMap(({ key, line, value }) => value.kind === "text" ? [{
		name: key,
		line,
		value
	}] : []);
}
/** `push`, `[push, pull_request]` and `{push: …, pull_request: …}`. */
function namesIn(tree) {
	if (tree?.kind === "text") return new Set(tree.text === "" ? [] : [tree.text]);
	const items = itemsOf(tree).flatMap((item) => item.kind === "text" ? [item.text] : []);
	return /* @__PURE__ */ new Set([...items, ...entriesOf$1(tree).map(({ key }) => key)]);
}
function shellOf(tree) {
	return textUnder(valueOf(valueOf(tree, "defaults"), "run"), "shell").text;
}
function hasText(tree) {
	return tree?.kind === "map" ? hasText(valueOf(tree, "name")) : (textIn(tree) ?? "") !== "";
}
function textIn(tree) {
	return tree?.kind === "text" ? tree.text : void 0;
}
/** `{secret: [A, B], include: [{secret: C}]}` and lists of mappings, as `secret` and `target.secret`. */
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
/** GitHub starts no more jobs than this from one matrix. */
const MOST_VALUES = 256;

// action/scan/workflow/expression/env.ts
/** Variables that hold something that is looked for, over those of the surroundings. Never changes. */
var Env = class Env {
	static EMPTY = new Env(void 0, NOTHING$1);
	/** What all of them hold. */
	all;
	layer;
	constructor(layer, all) {
		this.layer = layer;
		this.all = all;
	}
	/** The same with these besides. What holds nothing hides what is outside. */
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
/** How programs of other languages read a variable, with the name of it. */
const READING = /\b(?:process\.env|os\.environ|environ|ENV)(?:\.get\(\s{0,4}|\.|\[\s{0,4})["']?(\w{1,200})["']?|\bos\.getenv\(\s{0,4}["'](\w{1,200})["']/g;
const PRINTING = /\b(?:console\.(?:log|info|debug|warn|error|dir|table)|process\.std(?:out|err)\.write|core\.(?:info|debug|notice|warning|error|setFailed)|print|pprint|puts|System\.out\.println)\s{0,4}\(?/;
const PUBLISHING = /\bcore\.(setOutput|exportVariable)\(\s{0,4}["'](\w{1,200})["']/;
/** Only whether there is one, or how long it is. */
const TEST_BEFORE = /(?:!|\bBoolean\(|\btypeof|\blen\(|\bbool\()\s{0,4}$/;
const TEST_AFTER = /^[\])\s]{0,4}(?:\.length\b|[!=]==?|\?(?!\?)|&&|is not\b|in\b)/;
/** What comes out of these is no key. */
const CLEANSING = /mask|redact|hash|sha\d|digest|fingerprint|length/i;
const LONGEST_LINE = 300;
/** Programs within a script, and scripts of `actions/github-script`, that print or publish a key. */
function findCodeUses(text, env) {
	const uses = [];
	for (const found of text.matchAll(READING)) {
		const secrets = env.get(found[1] ?? found[2] ?? "");
		if (secrets.size === 0) continue;
		const offset = found.index;
		const line = text.slice(Math.max(0, offset - LONGEST_LINE), offset);
		const before = line.slice(Math.max(line.lastIndexOf("\n"), line.lastIndexOf(";")) + 1);
		const after = text.slice(offset + found[0].length, offset + found[0].length + 30);
		if (/^\s*(?:\/\/|#)/.test(before)) continue;
		if (TEST_BEFORE.test(before) || TEST_AFTER.test(after)) continue;
		const publishing = PUBLISHING.exec(before);
		if (publishing !== null) {
			const to = publishing[1] === "setOutput" ? "GITHUB_OUTPUT" : "GITHUB_ENV";
			const name = publishing[2];
			uses.push({
				kind: "written",
				offset,
				secrets,
				to,
				isRunnerFile: true,
				name
			});
			continue;
		}
		const printing = PRINTING.exec(before);
		if (printing === null) continue;
		const between = before.slice(printing.index + printing[0].length);
		if (!isOpen(between) || CLEANSING.test(between)) continue;
		const by = printing[0].replace(/\s*\($/, "");
		uses.push({
			kind: "shown",
			offset,
			secrets,
			by
		});
	}
	return uses;
}
/** Is the call that begins before this text still going on behind it? */
function isOpen(text) {
	let depth = 0;
	for (const character of text) if (character === "(") depth++;
	else if (character === ")" && --depth < 0) return false;
	return true;
}

// action/scan/workflow/script/commands.ts
const REFERENCE = "";
/** Splits a script into its commands, as far as quotes, substitutions and separators go. Reads each character once. */
function readCommands(script) {
	const reader = new CommandReader(script);
	reader.read();
	return reader.commands;
}
const DEEPEST$2 = 20;
const LONGEST_PARAMETER = 500;
const LONGEST_SUM = 200;
const LARGEST_GROUP = 200;
/** Among the open groups: `NAME=(…)`, and `@{…}` of PowerShell. */
const ARRAY = -2;
const TABLE = -1;
const PARAMETER = /\$(?:\{(?<flag>[#!]?)(?<braced>\w+)|(?<plain>\w+))/y;
const POWERSHELL_VARIABLE = /\$(?:\{(?:env:)?(?<braced>\w+)\}|(?:env:)?(?<plain>\w+))(?<length>\.length\b)?/iy;
const CMD_VARIABLE = /%(?<percent>\w+)%|!(?<late>\w+)!/y;
const REDIRECTION = /(?<number>\d?)(?<mark>&>>?|>>|>\||>&|<<<|<<-?|<>|>|<)[ \t]*/y;
const OPENING = /^(?:\{|then|do|else|elif|if|while|until|time|!|in)$/;
const CLOSING = /^(?:\}|done|fi|esac)$/;
const OPENS_GROUP = /^(?:\{|do|then)$/;
var CommandReader = class {
	commands = [];
	at = 0;
	nextExpression = 0;
	pending = [];
	script;
	constructor(script) {
		this.script = script;
	}
	read() {
		while (this.at < this.script.text.length) this.readUntil(void 0, {
			isCaptured: false,
			depth: 0
		});
	}
	readUntil(closing, { isCaptured, depth }) {
		const frame = {
			closing,
			isCaptured,
			groups: [],
			command: void 0,
			word: void 0,
			expects: void 0,
			pipe: void 0,
			group: void 0,
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
		this.endCommand(frame);
		return frame.captured;
	}
	readPart(frame, character, depth) {
		const { dialect } = this.script;
		if (character === "\n") {
			this.at++;
			if (frame.groups.at(-1) === ARRAY) this.append(frame, " ");
			else this.endCommand(frame);
			if (this.pending.length > 0) this.readHereTexts();
		} else if (/\s/.test(character)) {
			this.at++;
			if (frame.groups.at(-1) === ARRAY) this.append(frame, " ");
			else this.endWord(frame);
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
		frame.word ??= {
			offset: this.at,
			text: "",
			references: [],
			captures: []
		};
		return frame.word;
	}
	append(frame, text) {
		this.wordOf(frame).text += text;
	}
	refer(frame, reference) {
		const word = this.wordOf(frame);
		word.references.push(reference);
		word.text += "";
	}
	/** `${{ … }}` is filled in before any shell reads the script, so no quotation mark matters. */
	takeExpression(frame) {
		const { expressions } = this.script;
		while ((expressions[this.nextExpression]?.start ?? Infinity) < this.at) this.nextExpression++;
		const expression = expressions[this.nextExpression];
		if (expression?.start !== this.at) return false;
		this.refer(frame, {
			offset: this.at,
			variable: void 0,
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
		if (dialect === "cmd") return this.takePattern(frame, CMD_VARIABLE);
		if (dialect === "powershell") {
			if (text.startsWith("$(", this.at)) return this.takeSubstitution(frame, depth, 2);
			return character === "$" && this.takePattern(frame, POWERSHELL_VARIABLE);
		}
		if (character === "`" && frame.closing !== "`") return this.takeSubstitution(frame, depth, 1);
		if (text.startsWith("$((", this.at)) {
			const end = text.slice(this.at, this.at + LONGEST_SUM).indexOf("))");
			this.append(frame, "0");
			this.at += end < 0 ? 3 : end + 2;
			return true;
		}
		if (/^[$<>]\($/.test(text.slice(this.at, this.at + 2))) return this.takeSubstitution(frame, depth, 2);
		return character === "$" && this.takeParameter(frame);
	}
	takePattern(frame, pattern) {
		pattern.lastIndex = this.at;
		const groups = pattern.exec(this.script.text)?.groups;
		if (groups === void 0) return false;
		const variable = groups["braced"] ?? groups["plain"] ?? groups["percent"] ?? groups["late"] ?? "";
		const isHarmless = groups["length"] !== void 0;
		this.refer(frame, {
			offset: this.at,
			variable,
			expression: void 0,
			isHarmless
		});
		this.at = pattern.lastIndex;
		return true;
	}
	takeSubstitution(frame, depth, length) {
		if (depth >= DEEPEST$2) return false;
		const word = this.wordOf(frame);
		const closing = length === 1 ? "`" : ")";
		const isName = /[<>]/.test(this.script.text.charAt(this.at));
		this.at += length;
		const captured = this.readUntil(closing, {
			isCaptured: true,
			depth: depth + 1
		});
		if (!isName) word.captures.push(...captured);
		word.text += "";
		return true;
	}
	/** `$NAME` and `${NAME…}`. */
	takeParameter(frame) {
		const { text } = this.script;
		PARAMETER.lastIndex = this.at;
		const found = PARAMETER.exec(text);
		const groups = found?.groups;
		if (found === null || groups === void 0) return false;
		const offset = this.at;
		const expression = void 0;
		const { plain, braced, flag } = groups;
		this.at = PARAMETER.lastIndex;
		if (plain !== void 0) {
			this.refer(frame, {
				offset,
				variable: plain,
				expression,
				isHarmless: false
			});
			return true;
		}
		const rest = this.takeParameterRest();
		const isHarmless = flag === "#" || /^:?\+/.test(rest) || /^:\s+-[1-4]$/.test(rest);
		const variable = flag === "!" ? void 0 : braced;
		this.refer(frame, {
			offset,
			variable,
			expression,
			isHarmless
		});
		for (const [, name] of rest.matchAll(/\$\{?(\w+)/g)) this.refer(frame, {
			offset,
			variable: name,
			expression,
			isHarmless: false
		});
		return true;
	}
	takeParameterRest() {
		const { text } = this.script;
		const start = this.at;
		const end = Math.min(text.length, start + LONGEST_PARAMETER);
		let open = 1;
		while (this.at < end) {
			const character = text.charAt(this.at++);
			if (character === "{") open++;
			else if (character === "}" && --open === 0) return text.slice(start, this.at - 1);
		}
		this.at = start;
		return "";
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
		this.endWord(frame);
		this.commandOf(frame);
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
		const word = {
			offset: this.at,
			text: "",
			references: [],
			captures: []
		};
		const command = this.commandOf(frame);
		command.redirections.push({
			kind: "text",
			target: word
		});
		this.pending.push({
			command,
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
				variable: void 0,
				expression,
				isHarmless: false
			});
		}
		const line = text.slice(start, end);
		word.text += `${line.slice(0, 200).replaceAll("$", "")}\n`;
		if (isLiteral) return;
		for (const { index, groups } of line.matchAll(/(?<!\\)\$(?:\{(?<flag>#?)(?<braced>\w+)(?<rest>:?\+)?|(?<plain>\w+))/g)) {
			const variable = groups?.["braced"] ?? groups?.["plain"];
			const isHarmless = groups?.["flag"] === "#" || groups?.["rest"] !== void 0;
			word.references.push({
				offset: start + index,
				variable,
				expression: void 0,
				isHarmless
			});
		}
	}
	readMark(frame, character) {
		const { dialect, text } = this.script;
		const isPowershell = dialect === "powershell";
		if (dialect === "posix" && character === "(" && frame.word !== void 0 && text.charAt(this.at - 1) === "=") this.openGroup(frame, ARRAY);
		else if (character === ")" && frame.groups.at(-1) === ARRAY) frame.groups.pop();
		else if (isPowershell && character === "{" && frame.word?.text === "@") {
			this.openGroup(frame, TABLE);
			this.append(frame, character);
		} else if (isPowershell && character === "}" && frame.groups.at(-1) === TABLE) {
			frame.groups.pop();
			this.endWord(frame);
		} else if (isPowershell && /[()]/.test(character)) this.endWord(frame);
		else if (isPowershell && character === ";" && frame.groups.at(-1) === TABLE) this.endWord(frame);
		else if (!isPowershell && /[{}]/.test(character)) this.append(frame, character);
		else if (character === "|" && text.charAt(this.at + 1) !== "|") {
			const { command, group } = this.finish(frame);
			frame.pipe = command;
			this.pipedGroup = group;
			if (text.charAt(this.at + 1) === "&") this.at++;
		} else {
			if (character === "(") {
				this.endCommand(frame);
				this.openGroup(frame, this.commands.length);
			} else if (character === ")") {
				this.endCommand(frame);
				this.closeGroup(frame);
			} else this.endCommand(frame);
			frame.pipe = void 0;
		}
		this.at++;
	}
	pipedGroup;
	commandOf(frame) {
		if (frame.command === void 0) {
			frame.command = {
				offset: frame.word?.offset ?? this.at,
				words: [],
				assignments: [],
				redirections: [],
				pipesTo: void 0,
				isCaptured: frame.isCaptured
			};
			if (frame.pipe !== void 0) frame.pipe.pipesTo = frame.command;
			for (const each of this.pipedGroup ?? []) each.pipesTo ??= frame.command;
			this.pipedGroup = void 0;
			frame.pipe = void 0;
		}
		return frame.command;
	}
	endWord(frame) {
		const { word } = frame;
		if (word === void 0) return;
		frame.word = void 0;
		const command = frame.command;
		if (frame.expects !== void 0) {
			const kind = frame.expects;
			frame.expects = void 0;
			this.commandOf(frame).redirections.push({
				kind,
				target: word
			});
		} else if (this.isStructure(frame, word)) return;
		else if ((command === void 0 || command.words.length === 0) && /^\w+\+?=/.test(word.text) && this.script.dialect === "posix") this.commandOf(frame).assignments.push(word);
		else {
			frame.word = word;
			this.commandOf(frame);
			frame.word = void 0;
			this.commandOf(frame).words.push(word);
		}
	}
	/** A word of the shell's own around commands: `if`, `do`, `{`. */
	isStructure(frame, { text, references }) {
		if (this.script.dialect !== "posix" || references.length > 0) return false;
		if (frame.command !== void 0 && frame.command.words.length > 0) return false;
		if (OPENING.test(text)) {
			if (OPENS_GROUP.test(text)) this.openGroup(frame, this.commands.length);
			return true;
		}
		if (!CLOSING.test(text)) return false;
		this.closeGroup(frame);
		return true;
	}
	openGroup(frame, start) {
		if (frame.groups.length < DEEPEST$2) frame.groups.push(start);
	}
	closeGroup(frame) {
		const start = frame.groups.pop();
		if (start !== void 0) frame.group = this.commands.slice(start, start + LARGEST_GROUP);
	}
	endCommand(frame) {
		this.finish(frame);
	}
	finish(frame) {
		this.endWord(frame);
		frame.expects = void 0;
		const { command, group } = frame;
		frame.command = void 0;
		frame.group = void 0;
		if (group !== void 0 && (command === void 0 || command.words.length === 0)) {
			const redirections = command?.redirections.filter(({ kind }) => kind === "output") ?? [];
			for (const each of group) if (!each.redirections.some(({ kind }) => kind === "output")) each.redirections.push(...redirections);
			return {
				command: void 0,
				group
			};
		}
		if (command !== void 0) {
			this.commands.push(command);
			if (frame.isCaptured) frame.captured.push(command);
		}
		return {
			command,
			group: void 0
		};
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
/** What a script of a step does with the keys that its surroundings hold. */
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
var ScriptReading = class {
	uses = [];
	mentioned = /* @__PURE__ */ new Set();
	options;
	functions;
	/** Those that the script itself has set. */
	variables = /* @__PURE__ */ new Map();
	words = /* @__PURE__ */ new Map();
	/** Where a shell began to print what it runs. */
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
		const given = program.args.map((word) => this.carriedIn(word));
		const printed = this.printedBy(command, program.name, given);
		if (printed.size > 0) this.follow(command, printed, { by: program.name });
		else if (this.isListing(program.name, program.args)) this.list(command, program.name);
		else if (/^(?:export|local|declare|readonly|typeset)$/.test(program.name)) {
			for (const word of program.args) if (word.text.includes("=")) this.assign(word);
		} else if (isWriter(program.name)) this.writeByWriter(program.args, command);
		else if (words[1]?.text === "=" && words[0]?.references.length === 1) this.assignInPowershell(words);
		else this.passArguments(command, program, given);
		if (isShell(program.name) && tracesFrom(words.map(({ text }) => text))) this.traceChild(command, program.name);
	}
	/** The secrets whose value a word is made of, by variables or by expressions. */
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
	/** `$(printf '%s:' "$KEY" | base64)` is the key again; `$(curl …)` is an answer. */
	capturedFrom(command) {
		const program = programOf(command);
		const given = program.args.map((word) => this.carriedIn(word));
		const printed = this.printedBy(command, program.name, given);
		let last = command;
		for (let links = 0; last.pipesTo !== void 0 && links < LONGEST_PIPE; links++) {
			last = last.pipesTo;
			if (!passesOn(programOf(last))) return NOTHING$1;
		}
		return printed;
	}
	printedBy(command, name, given) {
		const { dialect } = this.options;
		if (isPrinter(name)) return union(given);
		if (name === "printenv") return union(programOf(command).args.map(({ text }) => this.valueOf(text)));
		if (name === "cat" || name === "tee") {
			const texts = command.redirections.filter(({ kind }) => kind === "text");
			return union(texts.map(({ target }) => this.carriedIn(target)));
		}
		const [first, second] = command.words;
		return dialect === "powershell" && first?.text.includes("") === true && !/^[-+.]?=/.test(second?.text ?? "") ? this.carriedIn(first) : NOTHING$1;
	}
	/** Where does what a command prints go? */
	follow(command, secrets, { by }) {
		const text = command.words.map((word) => word.text).join(" ");
		if (/::add-mask::|issecret=true/i.test(text)) return;
		const offset = command.offset;
		let last = command;
		for (let links = 0; links < LONGEST_PIPE; links++) {
			if (programOf(last).name === "tee") this.writeTo(programOf(last).args, secrets, last);
			const files = last.redirections.filter(({ kind }) => kind === "output");
			if (files.length > 0) {
				for (const { target } of files) this.redirect(target, {
					by,
					secrets,
					command
				});
				return;
			}
			if (last.pipesTo === void 0) break;
			last = last.pipesTo;
			const program = programOf(last);
			if (isWriter(program.name)) {
				this.writeTo(program.args, secrets, command);
				return;
			}
			if (!passesOn(program)) return;
		}
		if (last.isCaptured) return;
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
		if (/^(?:[12]|\/dev\/(?:stdout|stderr|tty))$/.test(target.text)) this.uses.push({
			kind: "shown",
			offset: command.offset,
			secrets,
			by
		});
		else if (target.text !== "/dev/null") this.writeTo([target], secrets, command);
	}
	writeTo(targets, secrets, command) {
		const name = nameWritten(command);
		for (const { references, text } of targets) {
			if (text.startsWith("-")) continue;
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
	/** `Add-Content -Path $env:GITHUB_ENV -Value "KEY=$env:KEY"`. */
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
		const secrets = union([this.options.scope.env.all, ...this.variables.values()]);
		if (secrets.size === 0 || command.isCaptured) return;
		if (command.redirections.some(({ kind }) => kind === "output")) {
			this.follow(command, secrets, { by });
			return;
		}
		let last = command;
		for (let links = 0; last.pipesTo !== void 0 && links < LONGEST_PIPE; links++) {
			last = last.pipesTo;
			const program = programOf(last);
			if (!passesOn(program) && !this.letsThrough(program)) return;
		}
		this.uses.push({
			kind: "listed",
			offset: command.offset,
			secrets,
			by
		});
	}
	/** `env | grep PLEO` */
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
		this.setVariable(name, union(right.map((word) => this.carriedIn(word))), left?.offset ?? 0);
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
	}
	passArguments(command, { name, args }, given) {
		const secrets = union(given);
		const { dialect } = this.options;
		if (secrets.size === 0 || name === "" || this.functions.has(name)) return;
		if (isBuiltin(name, dialect ?? "posix")) return;
		const word = args[given.findIndex((part) => part.size > 0)];
		const reference = word?.references.find(({ isHarmless }) => !isHarmless);
		this.uses.push({
			kind: "argument",
			offset: word?.offset ?? command.offset,
			secrets,
			program: name,
			isAddress: word?.text.includes("://") === true,
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
	/** The script that it runs reads the key from the environment. */
	traceChild(command, name) {
		const secrets = union([this.options.scope.env.all, ...this.variables.values()]);
		if (secrets.size === 0) return;
		this.uses.push({
			kind: "traced",
			offset: command.offset,
			secrets,
			by: `${name} -x`
		});
	}
};
/** `NAME` of `echo "NAME=$KEY"`. */
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
/** So many commands of a script count as another step. */
const COMMANDS_PER_STEP = 16;
/** Follows what is looked for from where it comes from, through `env`, inputs, outputs and calls within the repository. */
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
	/** Workflows as they are called, besides as they stand alone. */
	called = [];
	known = /* @__PURE__ */ new Map();
	repository;
	origin;
	constructor(repository, origin) {
		this.repository = repository;
		this.origin = origin;
	}
	emptyScope() {
		return {
			secretNamed: this.origin.secretNamed,
			allSecrets: this.origin.allSecrets,
			env: Env.EMPTY,
			inputs: /* @__PURE__ */ new Map(),
			outputs: /* @__PURE__ */ new Map(),
			matrix: /* @__PURE__ */ new Map(),
			...this.origin.contextNamed === void 0 ? {} : { contextNamed: this.origin.contextNamed }
		};
	}
	visitAlone(workflow) {
		const inputs = new Map(workflow.inputs.map((name) => [name.toLowerCase(), this.origin.inputNamed(name)]));
		return this.visitWorkflow(workflow, {
			...this.emptyScope(),
			inputs
		}, 0);
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
		this.visitSteps(job.steps, scope, within);
		const last = {
			...scope,
			outputs: within.stepOutputs
		};
		for (const { name, value } of job.outputs) {
			const carried = carriedBy(value, last);
			if (carried.size > 0) outputs.set(`needs.${job.id}.outputs.${name}`.toLowerCase(), carried);
		}
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
		const inputs = new Map(action.inputs.map((name) => [name.toLowerCase(), this.origin.inputNamed(name)]));
		const scope = {
			...this.emptyScope(),
			inputs
		};
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
			const shell = step.shell || within.shell;
			const script = readScript({
				tree: step.run,
				scope,
				shell
			});
			const called = readUses(step.uses.text);
			const visit = {
				file: within.file,
				step,
				called,
				isGuard: isGuard(called, this.repository.guard),
				scope,
				shell,
				script: called === void 0 ? script : this.readActionScript(step, scope, called)
			};
			this.stepCount += Math.floor(visit.script.commands.length / COMMANDS_PER_STEP);
			within.steps.push(visit);
			jobEnv = this.noteWrites(visit, jobEnv, within.stepOutputs);
			this.visitLocal(visit, within);
		}
	}
	/** `actions/github-script` runs what it is given as `script`. */
	readActionScript(step, scope, called) {
		const script = called.kind === "repository" && called.repository === "actions/github-script" ? step.with.find(({ name }) => name === "script") : void 0;
		if (script === void 0) return {
			uses: [],
			mentioned: /* @__PURE__ */ new Set(),
			commands: []
		};
		return readScript({
			tree: script.value,
			scope,
			shell: "node"
		});
	}
	/** What a script hands to the steps behind it. */
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
			secretNamed: none,
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
		for (const { name, value } of action.outputs) {
			const carried = carriedBy(value, {
				...inner,
				outputs: stepOutputs
			});
			const id = `steps.${step.id}.outputs.${name}`.toLowerCase();
			if (carried.size > 0) within.stepOutputs.set(id, carried);
		}
	}
};
/** An action has no `secrets`. */
function none() {
	return NOTHING$1;
}
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
	return new Map(settings.map(({ name, value }) => [name.toLowerCase(), carriedBy(value, scope)]).filter(([, carried]) => carried.size > 0));
}
function sorted(carried) {
	return [...carried].map(([name, secrets]) => [name, ...secrets]).sort();
}
/** Jobs behind the ones that they need. */
function inOrder$1(jobs) {
	const byId = new Map(jobs.map((job) => [job.id, job]));
	const ordered = [];
	const missing = new Map(jobs.map((job) => [job, job.needs.filter((id) => byId.has(id)).length]));
	const dependents = /* @__PURE__ */ new Map();
	for (const job of jobs) for (const id of job.needs) {
		const waiting = dependents.get(id) ?? [];
		waiting.push(job);
		dependents.set(id, waiting);
	}
	const ready = jobs.filter((job) => missing.get(job) === 0);
	for (let job = ready.pop(); job !== void 0; job = ready.pop()) {
		ordered.push(job);
		for (const waiting of dependents.get(job.id) ?? []) {
			const left = (missing.get(waiting) ?? 0) - 1;
			missing.set(waiting, left);
			if (left === 0) ready.push(waiting);
		}
	}
	const done = new Set(ordered);
	return [...ordered, ...jobs.filter((job) => !done.has(job))];
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
/** The workflows of a repository, and the actions that lie in it. Follows no links, and reads no more than it must. */
function readWorkflowFiles(workspace) {
	const paths = /* @__PURE__ */ new Set([...findWorkflows(workspace), ...findActions(workspace)]);
	const files = [];
	for (const file of paths) {
		if (files.length === MOST_FILES) {
			const problem = `there are more than ${MOST_FILES} workflows and actions`;
			return [...files, {
				path: file,
				text: "",
				problem
			}];
		}
		const read = readOne(workspace, file);
		files.push(read);
		for (const called of calledIn(read.text, workspace)) paths.add(called);
	}
	return files;
}
const CALL = /\buses["']?[ \t]*:[ \t]*["']?\.\/([^\s"'#@]{1,500})/g;
/** Local actions that a file runs: they may lie where nobody looks for one. */
function calledIn(text, workspace) {
	return [...text.matchAll(CALL)].flatMap(([, called = ""]) => {
		const parts = path.posix.join(called, ".").split("/").filter((part) => part !== "");
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
/** Sorted, so that the same repository always gives the same report. */
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
/** Everything that the workflows and actions of a repository do with the Pleo key and should not. Never throws. */
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
/** As the beginning of a word: `simpleOne` and `employee` are others. */
function speaksOfPleo(text) {
	return /(?<![a-z])pleo/i.test(text) || text.includes("Pleo");
}
function isActionFile(path) {
	return /(?:^|\/)action\.ya?ml$/.test(path) && !/^\.github\/workflows\/[^/]*$/.test(path);
}
/** `uses: ./tools/act`. What nobody calls is nobody's business here. */
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
/** Jobs in which something names the head of a pull request, where that matters. */
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
		...checkPublic(file, workflow.env, scope),
		...checkAllSecrets(file, workflow.env.map(({ value }) => ({
			value,
			scope
		}))),
		...checkWorkflowEnv(visit),
		...visit.jobs.flatMap(checkJob),
		...checkGate(visit),
		...checkUntrusted(visit, heads)
	];
}
function checkJob(visit) {
	const { file, job, scope } = visit;
	const settings = [
		...job.env,
		...job.with,
		...job.secrets,
		...job.outputs
	];
	return [
		...checkPublic(file, job.env, scope),
		...checkAllSecrets(file, settings.map(({ value }) => ({
			value,
			scope
		}))),
		...checkJobEnv(visit),
		...checkInherited(visit),
		...checkCalledPin(visit),
		...checkOutputs(visit),
		...checkUploads(visit),
		...checkEnvironment(visit),
		...visit.steps.flatMap(checkStep)
	];
}
function checkAction(visit) {
	return [...visit.steps.flatMap(checkStep), ...checkActionOutputs(visit)];
}
function checkStep(visit) {
	const { file, step, scope } = visit;
	const texts = [step.run, ...[...step.env, ...step.with].map(({ value }) => value)];
	return [
		...checkPublic(file, [...step.env, ...step.with], scope),
		...checkPublicInScript(visit),
		...checkAllSecrets(file, texts.map((value) => ({
			value,
			scope
		}))),
		...checkPins(visit),
		...checkBuildArgs(visit),
		...checkContainerArguments(visit),
		...checkScript(visit)
	];
}
/** `export VITE_KEY="$PLEO_API_KEY"`, also into a file. */
function checkPublicInScript({ file, step, script }) {
	return script.uses.flatMap((use) => {
		const name = use.kind === "assigned" ? use.variable : use.kind === "written" ? use.name : void 0;
		const tool = publicToolOf(name ?? "");
		if (name === void 0 || tool === void 0) return [];
		return [sayPublic({
			file,
			line: lineAt(step.run, use.offset),
			carried: use.secrets,
			name,
			tool
		})];
	});
}
/** Each once, though a file may be looked at as it stands alone and as it is called. */
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
	return parts.length === 1 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}
function counted(count, what) {
	return `${count} ${what}${count === 1 ? "" : "s"}`;
}

export { auditWorkflows, readWorkflowFiles };