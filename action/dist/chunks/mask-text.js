// src/errors.ts
/** The one error class. Its message and hint are fit for a user and never hold key material. */
var GuardError = class extends Error {
	code;
	hint;
	constructor(code, message, details = {}) {
		super(message);
		this.name = "GuardError";
		this.code = code;
		this.hint = details.hint;
		if (details.cause !== void 0) Object.defineProperty(this, "cause", {
			value: details.cause,
			enumerable: false
		});
	}
};

// src/key/encoding/base64.ts
const COMMON = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const ALPHABETS$1 = {
	standard: `${COMMON}+/`,
	url: `${COMMON}-_`
};
function encodeBase64(bytes, { alphabet = "standard", padded = true } = {}) {
	let text = "";
	for (let index = 0; index < bytes.length; index += 3) text += encodeGroup(bytes, index, ALPHABETS$1[alphabet]);
	const missing = (3 - bytes.length % 3) % 3;
	return text.slice(0, text.length - missing) + (padded ? "=".repeat(missing) : "");
}
/** Four characters for three bytes; missing bytes count as 0. */
function encodeGroup(bytes, index, alphabet) {
	const [first = 0, second = 0, third = 0] = [
		bytes[index],
		bytes[index + 1],
		bytes[index + 2]
	];
	const bits = first << 16 | second << 8 | third;
	return alphabet.charAt(bits >> 18) + alphabet.charAt(bits >> 12 & 63) + alphabet.charAt(bits >> 6 & 63) + alphabet.charAt(bits & 63);
}
/** The six bits a character of either alphabet stands for; -1 for every other character, or none. */
function base64Value(text, index) {
	return VALUES[text.charCodeAt(index)] ?? -1;
}
const VALUES = Array.from({ length: 128 }, (_, code) => {
	const character = String.fromCharCode(code);
	return Math.max(ALPHABETS$1.standard.indexOf(character), ALPHABETS$1.url.indexOf(character));
});
/**
* The bytes of a base64 text as characters U+0000 to U+00FF, beginning in the middle of its first character
* where `skipBits` says so. Stops where the base64 stops, after `limit` bytes, or after the first byte that
* `goesOn` turns down; that byte is still in the answer.
*/
function decodeBase64(text, skipBits = 0, { start = 0, limit = Infinity, goesOn = () => true, afterGap } = {}) {
	let decoded = "";
	let bits = 0;
	let held = -skipBits;
	for (let index = start; decoded.length < limit; index++) {
		if (base64Value(text, index) < 0) index = afterGap?.(text, index) ?? index;
		const value = base64Value(text, index);
		if (value < 0) break;
		bits = (bits << 6 | value) & 16383;
		held += 6;
		if (held < 8) continue;
		held -= 8;
		const byte = bits >> held & 255;
		decoded += String.fromCharCode(byte);
		if (!goesOn(byte, decoded.length)) break;
	}
	return decoded;
}
/** How many characters, from the one that holds its first bit to the one that holds its last. */
function base64Length(byteCount, skipBits) {
	return Math.ceil((skipBits + byteCount * 8) / 6);
}

// src/key/shape.ts
/**
* What a Pleo key looks like. Pleo documents no format, so this is what public evidence shows, in the one
* place that knows it:
*
* - Nango's provider for Pleo keys validated `pls_`, lower-case hex, `_`, lower-case hex; its sample has 32
*   characters, then a visible tail of 6.
* - A production client uses keys that begin `plp_`.
*
* What the two prefixes stand for, and whether Integrated keys look the same, is not known. So a value of
* another shape is never wrong for that alone, and the environment a prefix hints at is only ever a hint.
*/
const KEY_PREFIX = "pl[a-z]_";
const PREFIX_LENGTH = 4;
/** Bounds on the hex before and after the second underscore. */
const BODY_LENGTH = {
	min: 16,
	known: 32,
	max: 128
};
const TAIL_LENGTH = {
	min: 4,
	known: 6,
	max: 32
};
/**
* The second hex part is what tells a key from the many other things that begin with `pls_` or `plp_`:
* `plp_` and `pls_` plus 64 hex are other products' keys and snapshot ids, and the bare prefixes name
* enzymes and CSS classes.
*/
const KEY_PATTERN = `${KEY_PREFIX}[0-9a-f]{${BODY_LENGTH.min},${BODY_LENGTH.max}}_[0-9a-f]{${TAIL_LENGTH.min},${TAIL_LENGTH.max}}`;
const TOLERANT = new RegExp(`^${KEY_PATTERN}$`);
const KNOWN = new RegExp(`^pl[ps]_[0-9a-f]{${BODY_LENGTH.known}}_[0-9a-f]{${TAIL_LENGTH.known}}$`);
/** The shortest and longest text that `isKeyShaped` accepts. */
const KEY_LENGTH = {
	min: 4 + BODY_LENGTH.min + 1 + TAIL_LENGTH.min,
	max: 4 + BODY_LENGTH.max + 1 + TAIL_LENGTH.max
};
/** Is this whole text shaped like a Pleo key, small changes of the format allowed? */
function isKeyShaped(text) {
	return TOLERANT.test(text);
}
/** Is this whole text exactly of a shape that has been seen in public? */
function isKnownShape(text) {
	return KNOWN.test(text);
}
/** What a prefix hints at. A guess by others that fits all samples; nobody may fail a key for it. */
const PREFIX_HINTS = {
	pls_: {
		environment: "staging",
		evidence: "inferred"
	},
	plp_: {
		environment: "production",
		evidence: "inferred"
	}
};

// src/key/reading/spelled-prefix.ts
/** Every base64 character whose last two bits are 01. */
const ENDS_IN_01 = "[BFJNRVZdhlptx159]";
/** What follows the `p`, escaped or not. */
const AFTER_P = "(?:l|%6[cC])(?:[a-z]|%(?:6[1-9a-fA-F]|7[0-9aA]))(?:_|%5[fF])(?:[0-9a-fA-F]|%(?:3[0-9]|[46][1-6]))";
/**
* `pl[a-z]_` and a hex digit in each spelling. The base64 patterns are what these become when none, one or two
* bytes come before them; the classes hold what a neighbouring byte can make of a shared character. They are
* alike in the standard and the URL alphabet, and let two or three characters too many through: whoever reads
* on must look at the prefix itself. A test derives all of them again from the shape.
*/
const PREFIXES = [
	{
		pattern: `p${AFTER_P}`,
		spelling: { kind: "percent" }
	},
	{
		pattern: `%70${AFTER_P}`,
		spelling: { kind: "percent" },
		needs: "%70"
	},
	{
		pattern: "cGx[h-z0-6]X[z02]",
		spelling: {
			kind: "base64",
			skipBits: 0
		}
	},
	{
		pattern: "[HXn3]Bs[YZa-e][FVl1][89]",
		spelling: {
			kind: "base64",
			skipBits: 2
		}
	},
	{
		pattern: `${ENDS_IN_01}wb[GH]${ENDS_IN_01}f[MNOQRYZ]`,
		spelling: {
			kind: "base64",
			skipBits: 4
		}
	},
	{
		pattern: "p\\0l\\0[a-z]\\0_\\0[0-9a-fA-F]",
		spelling: { kind: "utf-16" },
		needs: "\0"
	}
];
/**
* Everything that `read` makes of the places where a prefix is spelled, from left to right and without
* overlap. A prefix that may be percent-encoded, but need not be, comes as `percent`.
*/
function readSpelledPrefixes(text, read) {
	const prefixes = PREFIXES.filter(({ needs = "" }) => text.includes(needs));
	const anyPrefix = new RegExp(prefixes.map(({ pattern }) => `(${pattern})`).join("|"), "g");
	const results = [];
	for (let match = anyPrefix.exec(text); match !== null; match = anyPrefix.exec(text)) {
		const spelling = spellingOf(match, prefixes);
		const result = spelling && read(match.index, spelling);
		if (result !== void 0) results.push(result);
		anyPrefix.lastIndex = result?.end ?? match.index + 1;
	}
	return results;
}
function spellingOf([, ...groups], prefixes) {
	return prefixes.find((_, index) => groups[index] !== void 0)?.spelling;
}

// src/key/reading/line-wrap.ts
/** Tools wrap base64 at 64 or 76 characters; a shorter line ends because the text does. */
const SHORTEST_WRAPPED_LINE = 60;
const LONGEST_WRAPPED_LINE = 80;
const LINE_BREAK = /\r?\n[ \t]{0,16}/y;
/** Where a base64 text goes on that was wrapped at `index`; `undefined` if it was not. */
function afterWrap(text, index) {
	LINE_BREAK.lastIndex = index;
	if (!LINE_BREAK.test(text)) return void 0;
	const next = LINE_BREAK.lastIndex;
	return base64Value(text, next) >= 0 && isFullLine(text, index) ? next : void 0;
}
function isFullLine(text, end) {
	let length = 0;
	while (length <= LONGEST_WRAPPED_LINE && base64Value(text, end - length - 1) >= 0) length++;
	return length >= SHORTEST_WRAPPED_LINE && length <= LONGEST_WRAPPED_LINE && length % 4 === 0;
}

// src/key/reading/percent-character.ts
const PERCENT = 37;
/** The character that begins at `index`, `%XX` counting as the one character it stands for. */
function characterAt(text, index) {
	const code = text.charCodeAt(index);
	if (code !== PERCENT) return {
		code,
		end: index + 1
	};
	const high = hexDigit(text, index + 1);
	const low = hexDigit(text, index + 2);
	return high < 0 || low < 0 ? {
		code,
		end: index + 1
	} : {
		code: high * 16 + low,
		end: index + 3
	};
}
function hexDigit(text, index) {
	const digit = Number.parseInt(text.charAt(index), 16);
	return Number.isNaN(digit) ? -1 : digit;
}

// src/key/spelling.ts
/**
* What a text spells from `start` on: a prefix, then hex digits and underscores, then the one character that
* cannot belong to a key, if there is one. Stops there, so that a false start costs next to nothing.
*/
function readAhead(text, start, { spelling, limit }) {
	switch (spelling.kind) {
		case "plain":
		case "percent": return readPercent(text, start, limit);
		case "base64": return readBase64(text, start, {
			spelling,
			limit
		});
		case "utf-16": return readWide(text, start, limit);
	}
}
/** Where the first `length` characters that are spelled from `start` on end in the text. */
function spelledEnd(text, start, { spelling, length }) {
	switch (spelling.kind) {
		case "plain":
		case "percent": return percentEnd(text, start, length);
		case "base64": return base64End(text, start, {
			spelling,
			length
		});
		case "utf-16": return start + 2 * length - 1;
	}
}
function readBase64(text, start, { spelling, limit }) {
	const window = {
		start,
		limit,
		goesOn: mayGoOn
	};
	return decodeBase64(text, spelling.skipBits, spelling.wrapped === true ? {
		...window,
		afterGap: afterWrap
	} : window);
}
function base64End(text, start, { spelling, length }) {
	const count = base64Length(length, spelling.skipBits);
	if (spelling.wrapped !== true) return start + count;
	let end = start;
	for (let read = 0; read < count; read++) end = (afterWrap(text, end) ?? end) + 1;
	return end;
}
function readPercent(text, start, limit) {
	let read = "";
	for (let index = start; index < text.length && read.length < limit;) {
		const { code, end } = characterAt(text, index);
		read += String.fromCharCode(code);
		if (!mayGoOn(code, read.length)) break;
		index = end;
	}
	return read;
}
function percentEnd(text, start, length) {
	let end = start;
	for (let count = 0; count < length; count++) end = characterAt(text, end).end;
	return end;
}
function readWide(text, start, limit) {
	let read = "";
	for (let index = start; index < text.length && read.length < limit; index += 2) {
		const code = text.charCodeAt(index);
		read += String.fromCharCode(code);
		if (!mayGoOn(code, read.length) || text.charCodeAt(index + 1) !== 0) break;
	}
	return read;
}
const UNDERSCORE = 95;
/** The prefix has been seen by whoever asks; after it only hex and underscores belong to a key. */
function mayGoOn(code, count) {
	if (count <= 4) return true;
	const isDigit = code >= 48 && code <= 57;
	const isLetter = (code | 32) >= 97 && (code | 32) <= 102;
	return isDigit || isLetter || code === UNDERSCORE;
}

// src/key/mask.ts
/** Below this many characters, four of them would be too much of the whole. */
const SHORTEST_WITH_HINT = 20;
/** Shown where not even a hint may be. */
const HIDDEN = "****";
/**
* The last four characters, by which people tell keys apart; none where the value is short or not shaped
* like a key, because then it may be a password, or a part of one.
*/
function keyHint(value) {
	if (value.length < SHORTEST_WITH_HINT || !isKeyShaped(value)) return void 0;
	return value.slice(-4);
}
/** The only way a key becomes printable. Its length does not show what was hidden. */
function maskKey(value) {
	return HIDDEN + (keyHint(value) ?? "");
}

// src/key/sendable.ts
/**
* Can this be the user name of HTTP Basic, and be read alike by every server? Printable ASCII without spaces;
* no colon, because that is where the user name ends.
*/
function isSendable(value) {
	return /^[\x21-\x39\x3b-\x7e]+$/.test(value);
}

// src/pleo/hosts.ts
const PLEO_HOSTS = [
	{
		host: "external.pleo.io",
		environment: "production",
		role: "external",
		evidence: "documented"
	},
	{
		host: "external.staging.pleo.io",
		environment: "staging",
		role: "external",
		evidence: "documented"
	},
	{
		host: "openapi.pleo.io",
		environment: "production",
		role: "legacy",
		evidence: "documented"
	},
	{
		host: "openapi.staging.pleo.io",
		environment: "staging",
		role: "legacy",
		evidence: "seen-in-code"
	},
	{
		host: "auth.pleo.io",
		environment: "production",
		role: "auth",
		evidence: "documented"
	},
	{
		host: "auth.staging.pleo.io",
		environment: "staging",
		role: "auth",
		evidence: "documented"
	},
	{
		host: "app.pleo.io",
		environment: "production",
		role: "app",
		evidence: "documented"
	},
	{
		host: "app.staging.pleo.io",
		environment: "staging",
		role: "app",
		evidence: "documented"
	},
	{
		host: "api.pleo.io",
		environment: "production",
		role: "unverified",
		evidence: "seen-in-code"
	}
];
/** Where API keys are answered, per environment. */
const API_ORIGINS = {
	production: "https://external.pleo.io",
	staging: "https://external.staging.pleo.io"
};
/** Where a person makes, sees and deletes keys, per environment. */
const WEB_APP_ORIGINS = {
	production: "https://app.pleo.io",
	staging: "https://app.staging.pleo.io"
};
/** The Pleo host of this exact name, whatever its letter case; a look-alike is nobody. */
function findPleoHost(hostname) {
	const wanted = hostname.toLowerCase();
	return PLEO_HOSTS.find(({ host }) => host === wanted);
}
function otherEnvironment(environment) {
	return environment === "production" ? "staging" : "production";
}

// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
	const numericValues = Object.values(entries).filter((v) => typeof v === "number");
	return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function jsonStringifyReplacer(_, value) {
	if (typeof value === "bigint") return value.toString();
	return value;
}
var Cached = class {
	constructor(getter) {
		this._getter = getter;
		this._value = void 0;
	}
	get value() {
		const getter = this._getter;
		if (getter !== void 0) {
			this._value = getter();
			this._getter = void 0;
		}
		return this._value;
	}
};
function cached(getter) {
	return new Cached(getter);
}
function nullish(input) {
	return input === null || input === void 0;
}
function cleanRegex(source) {
	const start = source.startsWith("^") ? 1 : 0;
	const end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
const captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
function isObject(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
function isPlainObject(o) {
	if (isObject(o) === false) return false;
	const ctor = o.constructor;
	if (ctor === void 0) return true;
	if (typeof ctor !== "function") return true;
	const prot = ctor.prototype;
	if (isObject(prot) === false) return false;
	if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
	return true;
}
const propertyKeyTypes = /* @__PURE__*/ new Set([
	"string",
	"number",
	"symbol"
]);
function escapeRegex(str) {
	return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
	const cl = new inst._zod.constr(def ?? inst._zod.def);
	if (!def || params?.parent) cl._zod.parent = inst;
	return cl;
}
function normalizeParams(_params) {
	const params = _params;
	if (!params) return {};
	if (typeof params === "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	delete params.message;
	if (typeof params.error === "string") return {
		...params,
		error: () => params.error
	};
	return params;
}
function optionalKeys(shape) {
	return Object.keys(shape).filter((k) => {
		return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
	});
}
function aborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
	return false;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
	return false;
}
function prefixIssues(path, issues) {
	return issues.map((iss) => {
		var _a;
		(_a = iss).path ?? (_a.path = []);
		iss.path.unshift(path);
		return iss;
	});
}
function unwrapMessage(message) {
	return typeof message === "string" ? message : message?.message;
}
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
	const caps = [];
	for (const ch of defChecks ?? []) {
		const d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		const max = d.maximum ?? d.length ?? d.size;
		if (max >= 0) caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a;
	for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
}
function finalizeIssue(iss, ctx, config) {
	var _a;
	const traits = iss.inst?._zod?.traits;
	if (traits?.has("$ZodType")) {
		if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst);
		else iss.schema = iss.inst;
	}
	const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
	const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
	const full = {};
	for (const k of Object.keys(iss)) {
		if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
		full[k] = iss[k];
	}
	full.path ?? (full.path = []);
	full.message = message;
	if (ctx?.reportInput) full.input = iss.input;
	return full;
}
const highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
	const units = str.length;
	if (!highSurrogate.test(str)) return units;
	let count = units;
	for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
		count--;
		i++;
	}
	return count;
}
function getLengthableOrigin(input) {
	if (Array.isArray(input)) return "array";
	if (typeof input === "string") return "string";
	return "unknown";
}
function issue(...args) {
	const [iss, input, inst] = args;
	if (typeof iss === "string") return {
		message: iss,
		code: "custom",
		input,
		inst
	};
	return { ...iss };
}
/**
* Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
*
* Call this from a `proto` initializer, which runs once per prototype — never per instance.
*/
function members(proto, table) {
	for (const key in table) {
		const desc = Object.getOwnPropertyDescriptor(table, key);
		if (desc.get) Object.defineProperty(proto, key, {
			...desc,
			enumerable: false
		});
		else defineBound(proto, key, desc.value);
	}
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
	Object.defineProperty(inst, key, {
		configurable: true,
		writable: true,
		enumerable,
		value
	});
	return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
	return own(inst, key, value, false);
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			return this == null ? fn : own(this, key, fn.bind(this));
		},
		set(value) {
			own(this, key, value);
		}
	});
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
	const proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
let installing;
let broke = false;
const breaker = {
	configurable: true,
	get() {
		broke = true;
	}
};
/**
* Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
* constructor, computed from the internals object itself and cached there on
* first read. One accessor per constructor rather than one per instance.
*/
function defineLazyInternal(inst, key, compute) {
	const proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			Object.defineProperty(this, key, breaker);
			const outer = broke;
			broke = false;
			try {
				const value = compute(this);
				if (broke) delete this[key];
				else Object.defineProperty(this, key, {
					configurable: true,
					writable: true,
					value
				});
				broke = broke || outer;
				return value;
			} catch (err) {
				delete this[key];
				broke = broke || outer;
				throw err;
			}
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				value
			});
		}
	});
}
/**
* Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
* data property. One accessor per constructor rather than one per instance, because an own accessor
* puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
*/
function installLazyProp(inst, key, make, enumerable) {
	const proto = claim(inst, key);
	if (!proto) return;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			const desc = {
				configurable: true,
				writable: true,
				enumerable,
				value: void 0
			};
			Object.defineProperty(this, key, desc);
			desc.value = make(this);
			Object.defineProperty(this, key, desc);
			return desc.value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				enumerable,
				value
			});
		}
	});
}

// node_modules/zod/v4/core/core.js
var _a;
const _zodDesc = {
	value: void 0,
	enumerable: false
};
let _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
	const E = _E;
	if (E) {
		const saved = E.stackTraceLimit;
		if (typeof saved === "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				_E = null;
				return new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
/* @__NO_SIDE_EFFECTS__ */
function $constructor(name, initializer, proto, params) {
	const zodProto = {};
	function Internals(def) {
		this.def = def;
		this.constr = _;
		this.traits = /* @__PURE__ */ new Set();
	}
	Internals.prototype = zodProto;
	const protoMembers = proto;
	const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
	function init(inst, def) {
		if (!inst._zod) {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		} else if (inst._zod.traits.has(name)) return;
		inst._zod.traits.add(name);
		initializer(inst, def);
		if (initialized) {
			const own = Object.getPrototypeOf(inst);
			const ctorProto = inst._zod.constr.prototype;
			let up = own;
			while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
			const target = up ?? own;
			if (!initialized.has(target)) {
				initialized.add(target);
				members(target, protoMembers);
			}
		}
		const proto = _.prototype;
		for (const k in proto) {
			if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
			if (!(k in inst)) inst[k] = proto[k].bind(inst);
		}
	}
	const Parent = params?.Parent ?? Object;
	class Definition extends Parent {}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		const inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		const deferred = inst._zod.deferred;
		if (deferred) {
			for (const fn of deferred) fn();
			inst._zod.deferred = void 0;
		}
		const pp = globalThis.__zod_globalConfig?.postProcessor;
		if (pp) pp(inst);
		return inst;
	}
	Object.defineProperty(_, "init", { value: init });
	Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
		if (params?.Parent && inst instanceof params.Parent) return true;
		return inst?._zod?.traits?.has(name);
	} });
	Object.defineProperty(_, "name", { value: name });
	return _;
}
var $ZodAsyncError = class extends Error {
	constructor() {
		super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
	}
};
var $ZodEncodeError = class extends Error {
	constructor(name) {
		super(`Encountered unidirectional transform during encode: ${name}`);
		this.name = "ZodEncodeError";
	}
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
	if (newConfig) Object.assign(globalConfig, newConfig);
	return globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
const _messageDesc = {
	get: _getMessage,
	set: _setMessage,
	enumerable: true,
	configurable: true
};
const _issuesDesc = {
	value: void 0,
	enumerable: false
};
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
	inst.name = "$ZodError";
	_issuesDesc.value = def;
	Object.defineProperty(inst, "issues", _issuesDesc);
	_issuesDesc.value = void 0;
	Object.defineProperty(inst, "message", _messageDesc);
	const proto = Object.getPrototypeOf(inst);
	if (!_installedToString.has(proto)) {
		_installedToString.add(proto);
		Object.defineProperty(proto, "toString", {
			configurable: true,
			enumerable: false,
			get() {
				const value = () => this.message;
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
				return value;
			},
			set(value) {
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
			}
		});
	}
};
const $ZodRealError = /* @__PURE__ */ $constructor("$ZodError", initializer, void 0, { Parent: Error });

// node_modules/zod/v4/core/parse.js
const _parse = (_Err) => {
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: false
		} : { async: false };
		const result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) throw new $ZodAsyncError();
		if (result.issues.length) {
			const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, _params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const parse = /* @__PURE__*/ _parse($ZodRealError);
const _parseAsync = (_Err) => {
	const fn = async (schema, value, _ctx, params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: true
		} : { async: true };
		let result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) result = await result;
		if (result.issues.length) {
			const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const parseAsync = /* @__PURE__*/ _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: false
	} : { async: false };
	const result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const safeParse = /* @__PURE__*/ _safeParse($ZodRealError);
function failure(Err, issues, ctx) {
	let error;
	return {
		success: false,
		get error() {
			if (!error) {
				error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
				issues = void 0;
				ctx = void 0;
			}
			return error;
		},
		set error(e) {
			error = e;
			issues = void 0;
			ctx = void 0;
		}
	};
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true
	} : { async: true };
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const safeParseAsync = /* @__PURE__*/ _safeParseAsync($ZodRealError);

// node_modules/zod/v4/core/regexes.js
const anyString = /^[\s\S]{0,}$/;
const number = /^-?\d+(?:\.\d+)?$/;

// node_modules/zod/v4/core/checks.js
const $ZodCheck = /*@__PURE__*/ $constructor("$ZodCheck", (inst, def) => {
	var _a;
	inst._zod ?? (inst._zod = {});
	inst._zod.def = def;
	(_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
	const val = payload.value;
	return !nullish(val) && val.length !== void 0;
};
const $ZodCheckMaxLength = /*@__PURE__*/ $constructor("$ZodCheckMaxLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units > def.maximum ? codePointLength(input) : units) <= def.maximum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_big",
			maximum: def.maximum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStringFormat = /*@__PURE__*/ $constructor("$ZodCheckStringFormat", (inst, def) => {
	var _a, _b;
	$ZodCheck.init(inst, def);
	if (def.pattern) (_a = inst._zod).check ?? (_a.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: def.format,
			input: payload.value,
			...def.pattern ? { pattern: def.pattern.toString() } : {},
			inst,
			continue: !def.abort
		});
	});
	else (_b = inst._zod).check ?? (_b.check = () => {});
});
const $ZodCheckRegex = /*@__PURE__*/ $constructor("$ZodCheckRegex", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "regex",
			input: payload.value,
			pattern: def.pattern.toString(),
			inst,
			continue: !def.abort
		});
	};
});

// node_modules/zod/v4/core/versions.js
const version = {
	major: 4,
	minor: 6,
	patch: 7
};

// node_modules/zod/v4/core/schemas.js
const $ZodType = /*@__PURE__*/ $constructor("$ZodType", (inst, def) => {
	var _a;
	inst ?? (inst = {});
	inst._zod.def = def;
	inst._zod.bag = inst._zod.bag || {};
	inst._zod.version = version;
	const defChecks = inst._zod.def.checks;
	const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
	for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
	if (checks.length === 0) {
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred?.push(() => {
			inst._zod.run = inst._zod.parse;
		});
	} else {
		const runChecks = (payload, checks, ctx) => {
			if (payload.memo) return payload;
			let isAborted = aborted(payload);
			let asyncResult;
			for (const ch of checks) {
				if (ch._zod.def.when) {
					if (explicitlyAborted(payload)) continue;
					if (!ch._zod.def.when(payload)) continue;
				} else if (isAborted) continue;
				const currLen = payload.issues.length;
				const _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
				if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
					await _;
					if (payload.issues.length === currLen) return;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				});
				else {
					if (payload.issues.length === currLen) continue;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				}
			}
			if (asyncResult) return asyncResult.then(() => {
				return payload;
			});
			return payload;
		};
		const handleCanaryResult = (canary, payload, ctx) => {
			if (aborted(canary)) {
				canary.aborted = true;
				return canary;
			}
			const checkResult = runChecks(payload, checks, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
			}
			return inst._zod.parse(checkResult, ctx);
		};
		inst._zod.run = (payload, ctx) => {
			if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
			if (ctx.direction === "backward") {
				const canary = inst._zod.parse({
					value: payload.value,
					issues: []
				}, {
					...ctx,
					skipChecks: true
				});
				if (canary instanceof Promise) return canary.then((canary) => {
					return handleCanaryResult(canary, payload, ctx);
				});
				return handleCanaryResult(canary, payload, ctx);
			}
			const result = inst._zod.parse(payload, ctx);
			if (result instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return result.then((result) => runChecks(result, checks, ctx));
			}
			return runChecks(result, checks, ctx);
		};
	}
}, {
	get "~standard"() {
		return hide(this, "~standard", standardProps(this));
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	}
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
	const ctx = { async: true };
	return toStandardResult(await inst._zod.run({
		value,
		issues: []
	}, ctx), ctx);
}
function standardProps(inst) {
	return {
		validate: (value) => {
			const ctx = { async: false };
			try {
				const r = inst._zod.run({
					value,
					issues: []
				}, ctx);
				if (!(r instanceof Promise)) return toStandardResult(r, ctx);
			} catch (_) {}
			return validateAsync(inst, value);
		},
		vendor: "zod",
		version: 1
	};
}
const $ZodString = /*@__PURE__*/ $constructor("$ZodString", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = def.pattern ?? anyString;
	inst._zod.parse = (payload, _) => {
		if (def.coerce) try {
			payload.value = String(payload.value);
		} catch (_) {}
		if (typeof payload.value === "string") return payload;
		payload.issues.push({
			expected: "string",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
const $ZodUnknown = /*@__PURE__*/ $constructor("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload) => payload;
});
function capSize(inst, size) {
	const caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				attachSchema(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
const arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ $constructor("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				expected: "array",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
		const proms = [];
		const abortEarly = ctx?.abortEarly;
		for (let i = 0; i < input.length; i++) {
			const item = input[i];
			const result = def.element._zod.run({
				value: item,
				issues: []
			}, ctx);
			if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
			else {
				handleArrayResult(result, payload, i);
				if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
			}
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
	capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
	const isPresent = key in input;
	const isOptionalOut = optout === "optional";
	if (!isPresent && isOptionalOut && optin === "optional") return;
	if (result.issues.length) {
		if (optin !== void 0 && isOptionalOut && !isPresent) return;
		final.issues.push(...prefixIssues(key, result.issues));
	}
	if (!isPresent && optin === void 0) {
		if (!result.issues.length) final.issues.push({
			code: "invalid_type",
			expected: "nonoptional",
			input: void 0,
			path: [key]
		});
		return;
	}
	if (result.value === void 0) {
		if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
	} else final.value[key] = result.value;
}
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
	const keys = Object.keys(def.shape);
	const ownSymbols = Object.getOwnPropertySymbols(def.shape);
	const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
	const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	const okeys = optionalKeys(def.shape);
	return {
		...def,
		allKeys,
		symbolKeys,
		keySet: new Set(keys),
		numKeys: keys.length,
		optionalKeys: new Set(okeys)
	};
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
	const unrecognized = [];
	const keySet = def.keySet;
	const _catchall = def.catchall._zod;
	const t = _catchall.def.type;
	const optin = _catchall.optin;
	const optout = _catchall.optout;
	let seen = 0;
	for (const key in input) {
		if (abortEarly && payload.issues.length !== seen) {
			if (aborted(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			if (t === "never") unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		const r = _catchall.run({
			value: input[key],
			issues: []
		}, ctx);
		if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
		else handlePropertyResult(r, payload, key, input, optin, optout);
	}
	if (unrecognized.length) payload.issues.push({
		code: "unrecognized_keys",
		keys: unrecognized,
		input,
		inst,
		continue: true
	});
	if (!proms.length) return payload;
	return Promise.all(proms).then(() => {
		return payload;
	});
}
const $ZodObject = /*@__PURE__*/ $constructor("$ZodObject", (inst, def) => {
	$ZodType.init(inst, def);
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	const sh = desc?.get ? desc.get.raw : def.shape ?? {};
	if (sh) {
		const get = () => {
			const newSh = { ...sh };
			Object.defineProperty(def, "shape", { value: newSh });
			get.raw = newSh;
			return newSh;
		};
		get.raw = sh;
		Object.defineProperty(def, "shape", { get });
	}
	const _normalized = cached(() => normalizeDef(def));
	defineLazyInternal(inst, "propValues", (zod) => {
		const shape = zod.def.shape;
		const propValues = {};
		for (const key in shape) {
			const field = shape[key]._zod;
			if (field.values) {
				if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, /* @__PURE__ */ new Set());
				for (const v of field.values) propValues[key].add(v);
				if (field.optin !== void 0) propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	const isObject$1 = isObject;
	const catchall = def.catchall;
	let value;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$1(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
		const proms = [];
		const shape = value.shape;
		const abortEarly = ctx?.abortEarly;
		let seen = payload.issues.length;
		for (const key of value.allKeys) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			if (key === "__proto__") continue;
			const el = shape[key];
			const optin = el._zod.optin;
			const optout = el._zod.optout;
			const r = el._zod.run({
				value: input[key],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
			else handlePropertyResult(r, payload, key, input, optin, optout);
		}
		if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
		return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
	};
});
function handleUnionResults(results, final, inst, ctx) {
	for (const result of results) if (result.issues.length === 0) {
		final.value = result.value;
		return final;
	}
	const nonaborted = results.filter((r) => !aborted(r));
	if (nonaborted.length === 1) {
		final.value = nonaborted[0].value;
		return nonaborted[0];
	}
	final.issues.push({
		code: "invalid_union",
		input: final.value,
		inst,
		errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
	});
	return final;
}
const $ZodUnion = /*@__PURE__*/ $constructor("$ZodUnion", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
	defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
	defineLazyInternal(inst, "values", (zod) => {
		if (zod.def.options.every((o) => o._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		if (zod.def.options.every((o) => o._zod.pattern)) {
			const patterns = zod.def.options.map((o) => o._zod.pattern);
			return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
		}
	});
	const first = def.options.length === 1 ? def.options[0]._zod.run : null;
	inst._zod.parse = (payload, ctx) => {
		if (first) return first(payload, ctx);
		let async = false;
		const results = [];
		for (const option of def.options) {
			const result = option._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) {
				results.push(result);
				async = true;
			} else {
				if (result.issues.length === 0) return result;
				results.push(result);
			}
		}
		if (!async) return handleUnionResults(results, payload, inst, ctx);
		return Promise.all(results).then((results) => {
			return handleUnionResults(results, payload, inst, ctx);
		});
	};
});
const $ZodRecord = /*@__PURE__*/ $constructor("$ZodRecord", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isPlainObject(input)) {
			payload.issues.push({
				expected: "record",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		const proms = [];
		const values = def.keyType._zod.values;
		if (values && !def.partial) {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			const recordKeys = /* @__PURE__ */ new Set();
			for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
				recordKeys.add(typeof key === "number" ? key.toString() : key);
				if (key === "__proto__") continue;
				const keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (keyResult.issues.length) {
					payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			let unrecognized;
			for (const key in input) if (!recordKeys.has(key)) {
				if (def.mode === "loose") {
					if (key === "__proto__") continue;
					payload.value[key] = input[key];
				} else {
					unrecognized = unrecognized ?? [];
					unrecognized.push(key);
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		} else {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			let unrecognized;
			for (const key of Reflect.ownKeys(input)) {
				if (key === "__proto__") continue;
				if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
				let keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (typeof key === "string" && number.test(key) && keyResult.issues.length) {
					const retryResult = def.keyType._zod.run({
						value: Number(key),
						issues: []
					}, ctx);
					if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
					if (retryResult.issues.length === 0) keyResult = retryResult;
				}
				if (keyResult.issues.length) {
					if (def.mode === "loose") payload.value[key] = input[key];
					else if (values) {
						unrecognized = unrecognized ?? [];
						unrecognized.push(key);
					} else payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
});
const $ZodEnum = /*@__PURE__*/ $constructor("$ZodEnum", (inst, def) => {
	$ZodType.init(inst, def);
	const values = getEnumValues(def.entries);
	const valuesSet = new Set(values);
	inst._zod.values = valuesSet;
	defineLazyInternal(inst, "pattern", (zod) => {
		const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
		return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (valuesSet.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodTransform = /*@__PURE__*/ $constructor("$ZodTransform", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "optional";
	globalConfig.memoizer?.guard(inst);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		const _out = def.transform(payload.value, payload);
		if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
			payload.value = output;
			return payload;
		});
		if (_out instanceof Promise) throw new $ZodAsyncError();
		payload.value = _out;
		return payload;
	};
});
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
const $ZodOptional = /*@__PURE__*/ $constructor("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	inst._zod.optout = "optional";
	defineLazyInternal(inst, "values", (zod) => {
		const values = zod.def.innerType._zod.values;
		return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === void 0) {
			if (def.innerType._zod.optin !== "defaulted") return payload;
			const result = def.innerType._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
			return handleOptionalResult(payload, result);
		}
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNullable = /*@__PURE__*/ $constructor("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
	});
	defineLazyInternal(inst, "values", (zod) => {
		return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === null) return payload;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodPipe = /*@__PURE__*/ $constructor("$ZodPipe", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") {
			const right = def.out._zod.run(payload, ctx);
			if (right instanceof Promise) return right.then((right) => handlePipeResult(right, def.in, ctx));
			return handlePipeResult(right, def.in, ctx);
		}
		const left = def.in._zod.run(payload, ctx);
		if (left instanceof Promise) return left.then((left) => handlePipeResult(left, def.out, ctx));
		return handlePipeResult(left, def.out, ctx);
	};
});
function handlePipeResult(left, next, ctx) {
	if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
		left.aborted = true;
		return left;
	}
	return next._zod.run({
		value: left.value,
		issues: left.issues
	}, ctx);
}
const $ZodCustom = /*@__PURE__*/ $constructor("$ZodCustom", (inst, def) => {
	$ZodCheck.init(inst, def);
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _) => {
		return payload;
	};
	inst._zod.check = (payload) => {
		const input = payload.value;
		const r = def.fn(input);
		if (r instanceof Promise) return r.then((r) => handleRefineResult(r, payload, input, inst));
		handleRefineResult(r, payload, input, inst);
	};
});
function handleRefineResult(result, payload, input, inst) {
	if (!result) {
		const _iss = {
			code: "custom",
			input,
			inst,
			path: [...inst._zod.def.path ?? []],
			continue: !inst._zod.def.abort
		};
		if (inst._zod.def.params) _iss.params = inst._zod.def.params;
		payload.issues.push(issue(_iss));
	}
}

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
	return new $ZodCheckMaxLength({
		check: "max_length",
		...normalizeParams(params),
		maximum
	});
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
	return new $ZodCheckRegex({
		check: "string_format",
		format: "regex",
		...normalizeParams(params),
		pattern
	});
}
// @__NO_SIDE_EFFECTS__
function _custom(Class, fn, _params) {
	const norm = normalizeParams(_params);
	norm.abort ?? (norm.abort = true);
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...norm
	});
}
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...normalizeParams(_params)
	});
}

// node_modules/zod/v4/mini/schemas.js
const ZodMiniType = /*@__PURE__*/ $constructor("ZodMiniType", (inst, def) => {
	if (!inst._zod) throw new Error("Uninitialized schema in ZodMiniType.");
	$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
}, {
	get with() {
		return this.check;
	},
	set with(value) {
		own(this, "with", value);
	},
	parse(data, params) {
		return parse(this, data, params, { callee: this.parse });
	},
	parseAsync(data, params) {
		return parseAsync(this, data, params, { callee: this.parseAsync });
	},
	safeParse(data, params) {
		return safeParse(this, data, params);
	},
	safeParseAsync(data, params) {
		return safeParseAsync(this, data, params);
	},
	check(...checks) {
		const def = this.def;
		return this.clone({
			...def,
			checks: [...def.checks ?? [], ...checks.map((ch) => typeof ch === "function" ? { _zod: {
				check: ch,
				def: { check: "custom" },
				onattach: []
			} } : ch)]
		}, { parent: true });
	},
	clone(_def, params) {
		return clone(this, _def, params);
	},
	brand() {
		return this;
	},
	register(reg, meta) {
		reg.add(this, meta);
		return this;
	},
	apply(fn, ...args) {
		return args.length === 0 ? fn(this) : fn(this, ...args);
	}
});
const ZodMiniString = /*@__PURE__*/ $constructor("ZodMiniString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function string(params) {
	return _string(ZodMiniString, params);
}
const ZodMiniUnknown = /*@__PURE__*/ $constructor("ZodMiniUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function unknown() {
	return _unknown(ZodMiniUnknown);
}
const ZodMiniArray = /*@__PURE__*/ $constructor("ZodMiniArray", (inst, def) => {
	$ZodArray.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function array(element, params) {
	return new ZodMiniArray({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
const ZodMiniObject = /*@__PURE__*/ $constructor("ZodMiniObject", (inst, def) => {
	$ZodObject.init(inst, def);
	ZodMiniType.init(inst, def);
	installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
});
// @__NO_SIDE_EFFECTS__
function object(shape, params) {
	const def = {
		type: "object",
		shape: shape ?? {},
		...normalizeParams(params)
	};
	return new ZodMiniObject(def);
}
const ZodMiniUnion = /*@__PURE__*/ $constructor("ZodMiniUnion", (inst, def) => {
	$ZodUnion.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function union(options, params) {
	return new ZodMiniUnion({
		type: "union",
		options,
		...normalizeParams(params)
	});
}
const ZodMiniRecord = /*@__PURE__*/ $constructor("ZodMiniRecord", (inst, def) => {
	$ZodRecord.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function record(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodMiniRecord({
		type: "record",
		keyType: /* @__PURE__ */ string(),
		valueType: keyType,
		...normalizeParams(valueType)
	});
	return new ZodMiniRecord({
		type: "record",
		keyType,
		valueType,
		...normalizeParams(params)
	});
}
const ZodMiniEnum = /*@__PURE__*/ $constructor("ZodMiniEnum", (inst, def) => {
	$ZodEnum.init(inst, def);
	ZodMiniType.init(inst, def);
	inst.options = [...inst._zod.values];
});
// @__NO_SIDE_EFFECTS__
function _enum(values, params) {
	const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodMiniEnum({
		type: "enum",
		entries,
		...normalizeParams(params)
	});
}
const ZodMiniTransform = /*@__PURE__*/ $constructor("ZodMiniTransform", (inst, def) => {
	$ZodTransform.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function transform(fn) {
	return new ZodMiniTransform({
		type: "transform",
		transform: fn
	});
}
const ZodMiniOptional = /*@__PURE__*/ $constructor("ZodMiniOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function optional(innerType) {
	return new ZodMiniOptional({
		type: "optional",
		innerType
	});
}
const ZodMiniNullable = /*@__PURE__*/ $constructor("ZodMiniNullable", (inst, def) => {
	$ZodNullable.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function nullable(innerType) {
	return new ZodMiniNullable({
		type: "nullable",
		innerType
	});
}
const ZodMiniPipe = /*@__PURE__*/ $constructor("ZodMiniPipe", (inst, def) => {
	$ZodPipe.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function pipe(in_, out) {
	return new ZodMiniPipe({
		type: "pipe",
		in: in_,
		out
	});
}
const ZodMiniCustom = /*@__PURE__*/ $constructor("ZodMiniCustom", (inst, def) => {
	$ZodCustom.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function custom(fn, _params) {
	return _custom(ZodMiniCustom, fn ?? (() => true), _params);
}
// @__NO_SIDE_EFFECTS__
function refine(fn, _params = {}) {
	return _refine(ZodMiniCustom, fn, _params);
}

// action/pleo-api/api-origin.ts
const HINT = `Use ${API_ORIGINS.production}, ${API_ORIGINS.staging}, or a simulator on this machine.`;
/**
* Reads the address a key will be sent to, and refuses whatever is neither one of Pleo's two external hosts
* nor this machine. No message repeats the address: it may hold a key where a user name belongs.
*/
function parseApiOrigin(address) {
	const url = parseUrl(address);
	if (url.username !== "" || url.password !== "") throw refused("The API address holds credentials; they belong nowhere near an address.");
	if (/[?#]/.test(url.href)) throw refused("The API address has a query or a fragment.");
	return isLoopback(url.hostname) ? loopbackOrigin(url) : pleoOrigin(url);
}
function parseUrl(address) {
	const text = String(address);
	if (!URL.canParse(text)) throw refused("The API address is not a complete URL.");
	return new URL(text);
}
/** `URL` has already normalised what can be: `127.1` and `0x7f000001` arrive here as `127.0.0.1`. */
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
function loopbackOrigin(url) {
	if (url.protocol !== "https:" && url.protocol !== "http:") throw refused("The API address is neither https nor http.");
	return {
		base: url.origin + url.pathname.replace(/\/+$/, ""),
		isLoopback: true
	};
}
function pleoOrigin(url) {
	const host = findPleoHost(url.hostname);
	if (host === void 0) throw refused("The API address is not one of Pleo's.");
	if (host.role !== "external") throw refused(`${host.host} is a host of Pleo's, but API keys do not belong there.`);
	if (url.protocol !== "https:") throw refused("Pleo's API is reached over https only.");
	if (url.port !== "") throw refused("Pleo's API is not on a port of its own.");
	if (url.pathname !== "/") throw refused("The API address has a path; give the host alone.");
	return {
		base: url.origin,
		isLoopback: false
	};
}
function refused(message) {
	return new GuardError("HOST_REFUSED", message, { hint: HINT });
}

// src/key/masking/base64-run.ts
/**
* A base64 text is opaque: of one that holds a secret nothing readable is lost when all of it is hidden, and
* what is left of it could show bits of the secret, its length or its padding.
*/
function base64RunStart(text, within, floor) {
	let start = within;
	while (start > floor && base64Value(text, start - 1) >= 0) start--;
	return start;
}
/** Padding and what follows it goes too: how much padding there is depends on the length of the secret. */
function base64RunEnd(text, within) {
	let end = within;
	for (let next = end; next >= 0; next = nextInRun(text, end)) end = next;
	return end;
}
const ESCAPED = /%(?:2[BbFf]|3[Dd])|\\\//y;
function nextInRun(text, index) {
	if (base64Value(text, index) >= 0 || text.charAt(index) === "=") return index + 1;
	ESCAPED.lastIndex = index;
	return ESCAPED.test(text) ? ESCAPED.lastIndex : -1;
}

// src/key/masking/hide-stretches.ts
/** Replaces each stretch by its mask, several that overlap by one, and each gap by what `readGap` makes of it. */
function hideStretches(text, stretches, readGap = (gap) => gap) {
	let shown = "";
	let done = 0;
	for (const { start, end, mask } of mergeStretches(text, stretches)) {
		shown += readGap(text.slice(done, start)) + mask;
		done = end;
	}
	return shown + readGap(text.slice(done));
}
function mergeStretches(text, stretches) {
	const merged = [];
	for (const stretch of stretches.toSorted((one, other) => one.start - other.start)) {
		const last = merged.at(-1);
		const end = endOf(text, stretch, last?.end ?? 0);
		if (last !== void 0 && stretch.start < last.end) merged[merged.length - 1] = {
			...last,
			end,
			mask: commonMask(last.mask, stretch.mask)
		};
		else merged.push({
			...stretch,
			start: startOf(text, stretch, last?.end ?? 0),
			end
		});
	}
	return merged;
}
function startOf(text, { start, inBase64 }, floor) {
	return inBase64 ? base64RunStart(text, start, floor) : start;
}
/** What is hidden already is not looked through again, or many secrets in one long text would take for ever. */
function endOf(text, { end, inBase64 }, hidden) {
	if (end <= hidden) return hidden;
	return inBase64 ? base64RunEnd(text, end) : end;
}
/** Two different secrets in one stretch: the last characters of either would say nothing. */
function commonMask(one, other) {
	if (one === other || other === "****") return one;
	return one === "****" ? other : HIDDEN;
}

// src/key/masking/mask-key-shaped.ts
/**
* Looser than the finder, because a masker errs on the side of hiding: hex of any length and either case, no
* boundary asked for on either side, and a key that was cut off in its second half goes as well.
*/
const GREEDY = new RegExp(`^${KEY_PREFIX}[0-9a-fA-F]{${BODY_LENGTH.min}}[0-9a-fA-F]*(?:_[0-9a-fA-F]*)?`);
/** Hides everything that is shaped like a key, in any spelling. */
function maskKeyShaped(text) {
	const stretches = readSpelledPrefixes(text, (start, spelling) => readKey(text, start, spelling));
	return stretches.length === 0 ? text : hideStretches(text, stretches);
}
function readKey(text, start, found) {
	const inBase64 = found.kind === "base64";
	const spelling = inBase64 ? {
		...found,
		wrapped: true
	} : found;
	const key = GREEDY.exec(readAhead(text, start, {
		spelling,
		limit: Infinity
	}))?.[0];
	if (key === void 0) return void 0;
	const end = spelledEnd(text, start, {
		spelling,
		length: key.length
	});
	return {
		start,
		end: inBase64 ? base64RunEnd(text, end) : end,
		mask: maskKey(key),
		inBase64
	};
}

// src/key/encoding/hex.ts
/** Two lower-case digits for every byte, with a mark before each where one is given (`%` for URLs). */
function hexOf(bytes, mark = "") {
	return bytes.map((byte) => mark + byte.toString(16).padStart(2, "0")).join("");
}

// src/key/encoding/utf8.ts
const REPLACEMENT = 65533;
/** The bytes of a text in UTF-8. Half of a surrogate pair becomes U+FFFD, as every platform encoder has it. */
function utf8Bytes(text) {
	const bytes = [];
	for (const character of text) {
		const point = character.codePointAt(0) ?? REPLACEMENT;
		bytes.push(...bytesOfPoint(point >= 55296 && point <= 57343 ? REPLACEMENT : point));
	}
	return bytes;
}
function bytesOfPoint(point) {
	if (point < 128) return [point];
	if (point < 2048) return [192 | point >> 6, continuation(point)];
	if (point < 65536) return [
		224 | point >> 12,
		continuation(point >> 6),
		continuation(point)
	];
	return [
		240 | point >> 18,
		continuation(point >> 12),
		continuation(point >> 6),
		continuation(point)
	];
}
function continuation(bits) {
	return 128 | bits & 63;
}

// src/key/encoding/percent.ts
/** What `encodeURIComponent` leaves as it is. The built-in itself throws on half a surrogate pair. */
const KEPT_IN_COMPONENT = /[A-Za-z0-9\-_.!~*'()]/;
/** What an HTML form, and `URLSearchParams`, leaves as it is. */
const KEPT_IN_FORM = /[A-Za-z0-9\-_.*]/;
function percentEncodeComponent(text) {
	return percentEncodeUnless(text, KEPT_IN_COMPONENT);
}
function percentEncodeForm(text) {
	return percentEncodeUnless(text, KEPT_IN_FORM).replaceAll("%20", "+");
}
/** Every byte, also those that need no encoding. */
function percentEncodeAll(text) {
	return hexOf(utf8Bytes(text), "%").replace(/%../g, upperCase);
}
/** The same escapes with small hex digits, as some libraries write them. */
function withLowerCaseEscapes(encoded) {
	return encoded.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}
function percentEncodeUnless(text, kept) {
	let encoded = "";
	for (const character of text) encoded += kept.test(character) ? character : percentEncodeAll(character);
	return encoded;
}
function upperCase(escape) {
	return escape.toUpperCase();
}

// src/key/spellings-base64.ts
const ALPHABETS = ["standard", "url"];
const BYTES_BEFORE = [
	0,
	1,
	2
];
/** Base64 of these bytes, by themselves and as they show inside the base64 of something longer. */
function base64Spellings(name, bytes) {
	return ALPHABETS.flatMap((alphabet) => [...wholeSpellings(`${name}, ${alphabet} alphabet`, bytes, alphabet), ...BYTES_BEFORE.map((before) => coreSpelling(`${name}, ${alphabet} alphabet, ${before} bytes in`, bytes, {
		alphabet,
		before
	}))]);
}
const NOTHING_SHARED = {
	before: 0,
	after: 0
};
/** With and without padding, and as it is written where `+`, `/` and `=` must be escaped. */
function wholeSpellings(name, bytes, alphabet) {
	const padded = encodeBase64(bytes, { alphabet });
	return [
		[name, padded],
		[`${name}, no padding`, encodeBase64(bytes, {
			alphabet,
			padded: false
		})],
		[`${name}, percent-encoded`, percentEncodeComponent(padded)],
		[`${name}, slashes escaped`, padded.replaceAll("/", "\\/")]
	].map(([full, text]) => ({
		name: full,
		text,
		inBase64: NOTHING_SHARED
	}));
}
/**
* The characters that these bytes alone decide when so many bytes (modulo three) come before them. The
* characters to either side may hold a few more of their bits.
*/
function coreSpelling(name, bytes, { alphabet, before }) {
	const filler = BYTES_BEFORE.slice(0, before);
	const bitsBefore = before * 8;
	const bits = bitsBefore + bytes.length * 8;
	return {
		name,
		text: encodeBase64([...filler, ...bytes], {
			alphabet,
			padded: false
		}).slice(Math.ceil(bitsBefore / 6), Math.floor(bits / 6)),
		inBase64: {
			before: bitsBefore % 6 === 0 ? 0 : 1,
			after: bits % 6 === 0 ? 0 : 1
		}
	};
}

// src/key/encoding/escapes.ts
/** What some writers of JSON escape beyond what they must. Quotes, backslashes and controls always are. */
const JSON_EXTRAS = [
	/(?!)/g,
	/\//g,
	/[^\0-\x7f]/g,
	/[<>&']/g,
	/[<>&'/]|[^\0-\x7f]/g
];
/** The value as it may stand inside the quotes of a JSON string. */
function escapeJson(value) {
	const escaped = JSON.stringify(value).slice(1, -1);
	return [escaped, escaped.replaceAll("\\\"", "\\u0022")].flatMap((base) => [
		...JSON_EXTRAS.map((extras) => base.replace(extras, (unit) => unicodeEscape(unit))),
		...JSON_EXTRAS.map((extras) => base.replace(extras, (unit) => upperCaseEscape(unit))),
		base.replaceAll("/", "\\/")
	]);
}
function unicodeEscape(unit) {
	return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function upperCaseEscape(unit) {
	return unicodeEscape(unit).toUpperCase().replace("U", "u");
}
const HTML_NAMES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;"
};
/** The value as HTML or XML may show it; writers differ most in how they write the single quote. */
function escapeHtml(value) {
	const named = replaceMarkup(value, (mark) => HTML_NAMES[mark] ?? mark);
	return [
		named,
		named.replaceAll("&apos;", "&#39;"),
		named.replaceAll("&apos;", "&#x27;"),
		named.replaceAll("&apos;", "'"),
		named.replaceAll("&apos;", "&#39;").replaceAll("&quot;", "&#34;"),
		named.replaceAll("&apos;", "'").replaceAll("&quot;", "\""),
		replaceMarkup(value, (mark) => `&#${mark.charCodeAt(0)};`),
		replaceMarkup(value, (mark) => `&#x${mark.charCodeAt(0).toString(16)};`),
		replaceMarkup(value, (mark) => `&#x${mark.charCodeAt(0).toString(16).toUpperCase()};`)
	];
}
function replaceMarkup(value, replace) {
	return value.replace(/[&<>"']/g, replace);
}

// src/key/encoding/utf16.ts
/** The bytes of a text in little-endian UTF-16, which is what PowerShell's base64 is made of. */
function utf16Bytes(text) {
	const bytes = [];
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		bytes.push(unit & 255, unit >> 8);
	}
	return bytes;
}

// src/key/spellings-text.ts
/** Every form but base64: as it is, and escaped for the places that values are written to. */
function textSpellings(value) {
	return [
		{
			name: "raw",
			text: value
		},
		{
			name: "value and colon",
			text: `${value}:`
		},
		...percentSpellings(value),
		...escapeJson(value).map((text) => ({
			name: "JSON-escaped",
			text
		})),
		...escapeHtml(value).map((text) => ({
			name: "HTML-escaped",
			text
		})),
		...hexSpellings(value),
		{
			name: "UTF-16",
			text: value.split("").join("\0")
		}
	];
}
function percentSpellings(value) {
	const component = percentEncodeComponent(value);
	const upper = [
		{
			name: "percent-encoded",
			text: component
		},
		{
			name: "percent-encoded, underscores too",
			text: component.replaceAll("_", "%5F")
		},
		{
			name: "underscores percent-encoded",
			text: value.replaceAll("_", "%5F")
		},
		{
			name: "form-encoded",
			text: percentEncodeForm(value)
		},
		{
			name: "every byte percent-encoded",
			text: percentEncodeAll(value)
		}
	];
	const lower = upper.map(({ name, text }) => ({
		name: `${name}, lower case`,
		text: withLowerCaseEscapes(text)
	}));
	return [...upper, ...lower];
}
function hexSpellings(value) {
	const utf8 = hexOf(utf8Bytes(value));
	const utf16 = hexOf(utf16Bytes(value));
	return [
		{
			name: "hex",
			text: utf8
		},
		{
			name: "hex, upper case",
			text: utf8.toUpperCase()
		},
		{
			name: "hex of UTF-16",
			text: utf16
		},
		{
			name: "hex of UTF-16, upper case",
			text: utf16.toUpperCase()
		}
	];
}

// src/key/spellings.ts
/** Forms shorter than this are not masked: hiding two characters wherever they occur ruins a log. */
const SHORTEST_MASKED = 6;
/** Every form that could betray the value, key or not; each text once, the longest first. */
function spellingsOf(value) {
	if (value === "") return [];
	const all = [
		...textSpellings(value),
		...base64Spellings("base64", utf8Bytes(value)),
		...base64Spellings("base64 of value and colon", utf8Bytes(`${value}:`)),
		...base64Spellings("base64 of UTF-16", utf16Bytes(value))
	];
	const byText = new Map(all.toReversed().map((spelling) => [spelling.text, spelling]));
	byText.delete("");
	return [...byText.values()].sort((one, other) => other.text.length - one.text.length);
}
/** The forms that can be hidden without hiding half of everything else. */
function maskableSpellings(value) {
	if (value.trim() === "") return [];
	return spellingsOf(value).filter(({ text }) => text.length >= 6);
}

// src/key/mask-text.ts
/** The same for many texts: the forms of the secrets are worked out once. */
function createTextMasker(secrets) {
	const needles = [...new Set(secrets)].flatMap(needlesOf);
	return (text) => {
		const stretches = needles.flatMap((needle) => occurrencesOf(text, needle));
		return hideStretches(text, stretches, maskKeyShaped);
	};
}
/** The forms to look for; one that contains another is found with it. */
function needlesOf(secret) {
	const mask = maskKey(secret);
	const needles = maskableSpellings(secret).map(({ text, inBase64 }) => ({
		text,
		mask,
		inBase64: inBase64 !== void 0
	}));
	return needles.filter((needle) => !needles.some((other) => isFoundWith(needle, other)));
}
function isFoundWith(needle, other) {
	return other.text.length < needle.text.length && other.inBase64 === needle.inBase64 && !(needle.inBase64 && /[%\\]/.test(needle.text)) && needle.text.includes(other.text);
}
function occurrencesOf(text, needle) {
	const { text: form, mask, inBase64 } = needle;
	const stretches = [];
	for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
		const last = stretches.at(-1);
		const end = start + form.length;
		if (last !== void 0 && start < last.end) stretches[stretches.length - 1] = {
			...last,
			end
		};
		else stretches.push({
			start,
			end,
			mask,
			inBase64
		});
	}
	return stretches;
}

export { KEY_PATTERN as A, isSendable as C, spelledEnd as D, readAhead as E, GuardError as F, isKeyShaped as M, isKnownShape as N, readSpelledPrefixes as O, decodeBase64 as P, otherEnvironment as S, maskKey as T, _maxLength as _, array as a, WEB_APP_ORIGINS as b, object as c, record as d, refine as f, unknown as g, union as h, _enum as i, PREFIX_HINTS as j, KEY_LENGTH as k, optional as l, transform as m, maskableSpellings as n, custom as o, string as p, parseApiOrigin as r, nullable as s, createTextMasker as t, pipe as u, _regex as v, keyHint as w, findPleoHost as x, API_ORIGINS as y };