// action/pleo-api/deadline.ts
/** Starts now. Measured on a clock that only goes forward, so that setting the time changes nothing. */
function startDeadline(totalMs, monotonicMs = () => performance.now()) {
	const end = monotonicMs() + totalMs;
	return { remainingMs: () => Math.floor(end - monotonicMs()) };
}

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

// src/key/judging/advice.ts
const STORE$1 = "printf %s \"$KEY\" | gh secret set PLEO_API_KEY";
const COPY_FROM_PLEO = "Copy the key from where it was stored when Pleo showed it, or make a new one in Pleo";
const MISSING_ADVICE = {
	problem: "There is no key: the value is empty or blank.",
	remedy: `Store the key with \`${STORE$1}\` and check that the workflow passes that secret on under the same name.`
};
const UNKNOWN_SHAPE_ADVICE = {
	problem: "The value does not look like the Pleo API keys that are known so far.",
	remedy: "If Pleo accepts it, nothing needs to be done; if not, check that the whole key was stored and nothing else."
};
const TOKEN_PROBLEMS = {
	legacy: "The value is a token of Pleo's legacy API, not an API key.",
	oauth: "The value is an OAuth access token, not an API key.",
	jwt: "The value is a signed token (a JWT), not an API key."
};
function tokenAdvice(token) {
	return {
		problem: TOKEN_PROBLEMS[token],
		remedy: `Make an API key in Pleo under Settings > API Keys and store that with \`${STORE$1}\`.`
	};
}
function foreignAdvice(vendor) {
	return {
		problem: `The value is a secret of another kind (${vendor}), not a Pleo API key.`,
		remedy: `Put the Pleo key in its place with \`${STORE$1}\`, and replace the other secret if this value was sent or shown anywhere.`
	};
}
const PLACEHOLDERS = {
	"unresolved-reference": {
		problem: "The value is the name of a variable or a secret, which nothing has filled in.",
		remedy: "Check the spelling of the reference and that the step that uses it may read that secret."
	},
	"stringified-nothing": {
		problem: "The value is the word that a program writes when it has no value.",
		remedy: `Find the step that should have supplied the key, or store it with \`${STORE$1}\`.`
	},
	"masked-copy": {
		problem: "The value is a masked copy, in which most of the key is hidden.",
		remedy: `${COPY_FROM_PLEO}, and store it with \`${STORE$1}\`.`
	},
	"example-words": {
		problem: "The value is a placeholder out of an example, not a key.",
		remedy: `${COPY_FROM_PLEO}, and store it with \`${STORE$1}\`.`
	},
	"example-characters": {
		problem: "The value is made up of repeated or counting characters, so it is not a real key.",
		remedy: `${COPY_FROM_PLEO}, and store it with \`${STORE$1}\`.`
	}
};
function placeholderAdvice(reason) {
	return PLACEHOLDERS[reason];
}
const DAMAGE_PHRASES = {
	"byte-order-mark": "a byte order mark in front",
	"surrounding-whitespace": "spaces around the key",
	"line-break": "a line break",
	quotes: "quotes around the key",
	punctuation: "a comma, a bracket or the like next to the key",
	assignment: "the name of a variable in front",
	json: "JSON around the key",
	"curl-command": "a whole curl command",
	url: "a whole URL",
	"header-line": "the name of a header in front",
	"bearer-prefix": "the word \"Bearer\" in front",
	"basic-prefix": "the word \"Basic\" in front",
	"encoded-credentials": "the base64 form of the key",
	"trailing-colon": "a colon at the end",
	colon: "a colon inside",
	"inner-whitespace": "spaces inside",
	"control-character": "control characters",
	"zero-width-character": "invisible characters",
	"non-ascii": "characters that no key contains"
};
function damageAdvice(damages) {
	return {
		problem: `The value is not the bare key: it has ${enumerate(damages.map((damage) => DAMAGE_PHRASES[damage]))}.`,
		remedy: `Put only the key itself into \`KEY\` and store it again with \`${STORE$1}\`, which adds nothing to it.`
	};
}
function enumerate(phrases) {
	const last = phrases.at(-1) ?? "";
	return phrases.length > 1 ? `${phrases.slice(0, -1).join(", ")} and ${last}` : last;
}

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
const PREFIX_LENGTH$1 = 4;
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

// src/key/judging/clean-inside.ts
/** Escape sequences go as a whole: without its first character the rest of one would look like text. */
const CONTROLS = /(?!\s)\p{Cc}(?:\[[0-9;]*[A-Za-z])?/gu;
const ZERO_WIDTHS = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const LINE_BREAKS = /[\r\n\u2028\u2029]+/g;
const SPACES = /\s+/g;
/** What is taken out of the inside, after all that stands around has gone. */
const cleanInside = [
	remover("zero-width-character", ZERO_WIDTHS),
	remover("control-character", CONTROLS),
	remover("line-break", LINE_BREAKS),
	remover("inner-whitespace", SPACES),
	noteColon,
	noteNonAscii
];
function remover(damage, characters) {
	return (text) => {
		const clean = text.replace(characters, "");
		return clean === text ? void 0 : {
			text: clean,
			damages: [damage]
		};
	};
}
/** A password after the user name, or one colon too many before it: which part is the key is not ours to say. */
function noteColon(text) {
	if (!text.includes(":")) return void 0;
	return {
		text,
		damages: [...noteNonAscii(text)?.damages ?? [], "colon"]
	};
}
/** A look-alike from another script cannot be put right by leaving it out. */
function noteNonAscii(text) {
	return /[^\0-\x7f]/.test(text) ? {
		text,
		damages: ["non-ascii"]
	} : void 0;
}

// src/key/judging/open-wrapping.ts
/** Opens what is written around a value when it is copied together with its surroundings. */
const openWrapping = [
	openJson,
	openCurl,
	openUrl,
	openAssignment
];
const JSON_TEXT = /^[[{].*[\]}]$|^"[^"]*"\s*:\s*"/s;
const JSON_VALUE = /:\s*"((?:[^"\\]|\\.)*)"/g;
/** The only value, or the one that looks like a key. */
function openJson(text) {
	if (!JSON_TEXT.test(text) || !text.includes("\"")) return void 0;
	const values = [...text.matchAll(JSON_VALUE)].map(([, value = ""]) => value);
	return {
		text: values.find(isKeyShaped) ?? (values.length === 1 ? values[0] : void 0) ?? text,
		damages: ["json"]
	};
}
const CURL = /^\$?\s*curl(?:\.exe)?\s/i;
const CURL_USER = /\s(?:-u|--user)[\s=]*("[^"]*"|'[^']*'|[^\s"']+)/;
const CURL_HEADER = /\s(?:-H|--header)[\s=]*("authorization:[^"]*"|'authorization:[^']*')/i;
function openCurl(text) {
	if (!CURL.test(text)) return void 0;
	return {
		text: (CURL_USER.exec(text)?.[1] ?? CURL_HEADER.exec(text)?.[1])?.replace(/^["']|["']$/g, "") ?? text,
		damages: ["curl-command"]
	};
}
const URL$1 = /^[a-z][a-z0-9+.-]*:\/\//i;
const URL_USER = /^[^:/?#]*:\/\/([^\s/?#@:]+)[^\s/?#@]*@/;
const URL_PARAMETER = /[?&][^=&#\s]*(?:key|token|secret)[^=&#\s]*=([^&#\s]+)/i;
function openUrl(text) {
	if (!URL$1.test(text)) return void 0;
	return {
		text: URL_USER.exec(text)?.[1] ?? URL_PARAMETER.exec(text)?.[1] ?? text,
		damages: ["url"]
	};
}
const ASSIGNMENT = new RegExp(`^(?:(?:-\\s+|export\\s+|set\\s+|setx\\s+|env\\s+|const\\s+|let\\s+|var\\s+|\\\$env:))?([A-Za-z_][A-Za-z0-9_.-]*)\\s*(?::?=(?!=)|:\\s)\\s*(.*)$`, "s");
const CONSTANT_NAME = /^[A-Z][A-Z0-9_]*$/;
const SPEAKING_NAME = /pleo|key|token|secret|password|credential/i;
const HEADER_NAME = /^(?:proxy-)?authorization$/i;
/** `NAME=value`, `export NAME=value`, `name: value`. The name must sound like one of a setting. */
function openAssignment(text) {
	const [, name = "", value = ""] = ASSIGNMENT.exec(text) ?? [];
	if (!isSettingName(name, value) || HEADER_NAME.test(name)) return void 0;
	return {
		text: value,
		damages: ["assignment"]
	};
}
/** With nothing after it the name must leave no doubt: base64 may end in one `=` as well. */
function isSettingName(name, value) {
	const [isSpeaking, isConstant] = [SPEAKING_NAME.test(name), CONSTANT_NAME.test(name)];
	return value === "" ? isSpeaking && isConstant : isSpeaking || isConstant;
}

// src/key/judging/peels.ts
/** From the outside in; the first that finds something to take off is asked first again. */
const PEELS = [
	peelByteOrderMark,
	peelEdges,
	...openWrapping,
	peelPrefix("header-line", /^(?:(?:-H|--header)\s*["']?)?(?:proxy-)?authorization["']?\s*[:=]\s*/i),
	peelPrefix("bearer-prefix", /^bearer(?:\s+|%20|:\s*)/i),
	peelPrefix("basic-prefix", /^basic(?:\s+|%20|:\s*)/i),
	peelQuotes,
	peelPunctuation,
	decodeCredentials,
	peelColon,
	...cleanInside
];
function peelByteOrderMark(text) {
	const marks = /^(?:\ufeff|\u00ef\u00bb\u00bf)+/.exec(text)?.[0];
	if (marks === void 0) return void 0;
	return {
		text: text.slice(marks.length),
		damages: ["byte-order-mark"]
	};
}
function peelEdges(text) {
	const trimmed = text.trim();
	if (trimmed === text) return void 0;
	const start = text.length - text.trimStart().length;
	const edges = text.slice(0, start) + text.slice(start + trimmed.length);
	return {
		text: trimmed,
		damages: [.../[^\r\n\u2028\u2029]/.test(edges) ? ["surrounding-whitespace"] : [], .../[\r\n\u2028\u2029]/.test(edges) ? ["line-break"] : []]
	};
}
function peelPrefix(damage, prefix) {
	return (text) => {
		const found = prefix.exec(text)?.[0];
		return found === void 0 ? void 0 : {
			text: text.slice(found.length),
			damages: [damage]
		};
	};
}
/** Straight, curly, angled and back quotes, escaped or not; also when only one of a pair was copied. */
const QUOTE = "\\\\?[\"'`‘’“”„«»]";
const OPENING_QUOTE = new RegExp(`^${QUOTE}`);
const CLOSING_QUOTE = new RegExp(`${QUOTE}[;,]?$`);
function peelQuotes(text) {
	const closed = text.replace(OPENING_QUOTE, "").replace(CLOSING_QUOTE, "");
	return closed === text ? void 0 : {
		text: closed,
		damages: ["quotes"]
	};
}
const OPENING_PUNCTUATION = /^[,;|\\()<>[\]{}]+/;
const PUNCTUATION = ",;|\\()<>[]{}";
/** Only where a key comes out: a key in a shape that we do not know may have any character at its ends. */
function peelPunctuation(text) {
	const opened = text.replace(OPENING_PUNCTUATION, "");
	let end = opened.length;
	while (end > 0 && PUNCTUATION.includes(opened.charAt(end - 1))) end--;
	const rest = opened.slice(0, end);
	return rest !== text && isKeyShaped(rest) ? {
		text: rest,
		damages: ["punctuation"]
	} : void 0;
}
const BASE64 = /^[A-Za-z0-9+/_-]{8,}={0,2}$/;
const USER_NAME = /^[\x21-\x39\x3b-\x7e]+$/;
/** The base64 that belongs into the header: made of the key and a colon, by mistake without the colon. */
function decodeCredentials(text) {
	if (!BASE64.test(text)) return void 0;
	const decoded = decodeBase64(text);
	const user = decoded.endsWith(":") ? decoded.slice(0, -1) : decoded;
	return (user === decoded ? isKeyShaped(user) : USER_NAME.test(user)) ? {
		text: user,
		damages: ["encoded-credentials"]
	} : void 0;
}
function peelColon(text) {
	const user = text.replace(/:$/, "");
	return user === text ? void 0 : {
		text: user,
		damages: ["trailing-colon"]
	};
}

// src/key/judging/damage.ts
/** What can be wrong with a value around or inside the key, in the order in which it is told. */
const DAMAGES = [
	"byte-order-mark",
	"surrounding-whitespace",
	"line-break",
	"quotes",
	"punctuation",
	"assignment",
	"json",
	"curl-command",
	"url",
	"header-line",
	"bearer-prefix",
	"basic-prefix",
	"encoded-credentials",
	"trailing-colon",
	"colon",
	"inner-whitespace",
	"control-character",
	"zero-width-character",
	"non-ascii"
];
/** No value that anybody stored has more around it; a bound, so that no value takes long. */
const MOST_LAYERS = 16;
/**
* Takes off what is around a key and out what does not belong into one, until `isEnough` or nothing is left to
* take. All damage is noted, so that one look at the advice mends all of it.
*/
function peelValue(raw, isEnough = () => false) {
	const layers = [raw];
	const damages = /* @__PURE__ */ new Set();
	let layer = raw;
	while (layers.length < MOST_LAYERS && !isEnough(layer)) {
		const peel = peelOnce(layer);
		if (peel === void 0) break;
		for (const damage of peel.damages) damages.add(damage);
		if (peel.text === layer) break;
		layers.push(peel.text);
		layer = peel.text;
	}
	return {
		layers,
		damages: DAMAGES.filter((damage) => damages.has(damage))
	};
}
function peelOnce(text) {
	for (const peel of PEELS) {
		const peeled = peel(text);
		if (peeled !== void 0) return peeled;
	}
}

// src/key/judging/example-hex.ts
/** Ways to fill in digits that nobody would call random. */
const COUNTING = [
	"0123456789abcdef",
	"1234567890abcdef",
	"0123456789"
];
const LONGEST_UNIT = 8;
/**
* Is this hex text made up by a person: one character throughout, a short piece again and again, or counting
* up or down? Meant for sixteen characters and more; of that length one random text in four thousand million
* looks so.
*/
function isExampleHex(hex) {
	return repeatsShortUnit(hex) || counts(hex) || counts(Array.from(hex).reverse().join(""));
}
function repeatsShortUnit(hex) {
	for (let unit = 1; unit <= LONGEST_UNIT && unit * 2 <= hex.length; unit++) if (hex.slice(unit) === hex.slice(0, -unit)) return true;
	return false;
}
function counts(hex) {
	return COUNTING.some((cycle) => cycle.repeat(2 + Math.ceil(hex.length / cycle.length)).includes(hex));
}
/** Is the body of this key-shaped text made up? The tail is too short to judge. */
function isExampleKey(keyShaped) {
	return isExampleHex(keyShaped.split("_")[1] ?? "");
}

// src/key/reading/place.ts
/** How far to look to either side: bounded, so that the time stays linear. */
const WINDOW = 100;
const AFTER_BASIC = /(?:^|[^A-Za-z0-9])basic["'`]?(?:\s|%20|\+){1,4}["'`]?$/i;
const AFTER_SCHEME = /[a-z][a-z0-9+.-]{0,20}:(?:\\?\/){2}$/i;
const BEFORE_HOST = /^(?:(?::|%3A)[^\s@/]{0,80})?@/i;
const AFTER_PARAMETER = /(?:[?&]|&amp;|\\u0026)[A-Za-z0-9_.~%[\]-]{1,64}=$/;
function placeOf(text, start, end) {
	const before = text.slice(Math.max(0, start - WINDOW), start);
	if (AFTER_BASIC.test(before)) return "basic-header";
	if (AFTER_SCHEME.test(before) && BEFORE_HOST.test(text.slice(end, end + WINDOW))) return "url-user";
	return AFTER_PARAMETER.test(before) ? "url-query" : "text";
}

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

// src/key/reading/word-boundary.ts
const WORD_CHARACTER = /[A-Za-z0-9_]/;
/** Longer than any escape below, a colour with several parameters included. */
const LOOK_BEHIND = 40;
const ENDS_ESCAPE = new RegExp([
	"\\\\[ntrfvb0]",
	"\\\\x[0-9a-fA-F]{2}",
	"\\\\u[0-9a-fA-F]{4}",
	"%[0-9a-fA-F]{2}",
	`(?:\\x1b|\\\\(?:x1[bB]|u001[bB]|033|e))\\[[0-9;]{0,24}m`
].map((escape) => `${escape}$`).join("|"));
/**
* May a key begin here? Not inside a word. But the `n` of a written `\n`, the `D` of `%3D` and the `m` of a
* colour sequence are not part of a word, they end an escape. In wide text the NULs between the characters
* are passed over; elsewhere a NUL ends a word.
*/
function isWordStart(text, index, { wide = false } = {}) {
	const near = text.slice(Math.max(0, index - LOOK_BEHIND), index);
	const before = wide ? near.replaceAll("\0", "") : near;
	return !WORD_CHARACTER.test(before.slice(-1)) || ENDS_ESCAPE.test(before);
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

// src/key/find-keys.ts
/**
* Everything in the text that looks like a real key, in any spelling, from left to right and without overlap.
* Takes time in proportion to the text, whatever the text: from each prefix it reads at most the length of
* the longest key.
*/
function findKeys(text) {
	return readSpelledPrefixes(text, (start, spelling) => readKey$1(text, start, spelling)).filter(({ key }) => !isExampleKey(key)).map((found) => ({
		...found,
		place: placeOf(text, found.start, found.end)
	}));
}
/** The character after a key is not one of a word, or else this is part of something longer. */
const WHOLE_KEY = new RegExp(`^${KEY_PATTERN}(?![A-Za-z0-9_])`);
const LOOK_AHEAD = KEY_LENGTH.max + 1;
function readKey$1(text, start, spelling) {
	if (!mayBegin(text, start, spelling)) return void 0;
	switch (spelling.kind) {
		case "percent": return readSpelled(text, start, spelling) ?? readPlain(text, start);
		case "base64": return readWrapped(text, start, spelling) ?? readSpelled(text, start, spelling);
		default: return readSpelled(text, start, spelling);
	}
}
function readSpelled(text, start, spelling) {
	const ahead = readAhead(text, start, {
		spelling,
		limit: LOOK_AHEAD
	});
	const key = WHOLE_KEY.exec(ahead)?.[0];
	if (key === void 0) return void 0;
	const end = spelledEnd(text, start, {
		spelling,
		length: key.length
	});
	return {
		key,
		start,
		end,
		spelling: spelling.kind === "percent" && end - start === key.length ? PLAIN : spelling
	};
}
/** Only if a line ends within the key; the line after a whole key has nothing to do with it. */
function readWrapped(text, start, spelling) {
	const found = readSpelled(text, start, {
		...spelling,
		wrapped: true
	});
	return found !== void 0 && text.slice(start, found.end).includes("\n") ? found : void 0;
}
function mayBegin(text, start, { kind }) {
	return kind === "base64" || isWordStart(text, start, { wide: kind === "utf-16" });
}
const PLAIN = { kind: "plain" };
/** A plain key before a `%67` that has nothing to do with it. */
function readPlain(text, start) {
	const key = WHOLE_KEY.exec(text.slice(start, start + LOOK_AHEAD))?.[0];
	if (key === void 0) return void 0;
	return {
		key,
		start,
		end: start + key.length,
		spelling: PLAIN
	};
}

// src/key/judging/foreign-secret.ts
/**
* Secrets of others that get pasted into the wrong place. Whole values only, and as long as their vendors make
* them, so that a key of Pleo's in a shape that we do not know is not taken for one.
*/
const FOREIGN_SECRETS = [
	{
		vendor: "GitHub",
		pattern: /^gh[opusr]_[A-Za-z0-9_]{36,255}$/
	},
	{
		vendor: "GitHub",
		pattern: /^github_pat_[A-Za-z0-9_]{22,255}$/
	},
	{
		vendor: "AWS",
		pattern: /^(?:AKIA|ASIA)[A-Z2-7]{16}$/
	},
	{
		vendor: "PEM",
		pattern: /^-----BEGIN [A-Z0-9 ]{3,40}-----/
	},
	{
		vendor: "webhook signing (Pleo's own included)",
		pattern: /^whsec_[A-Za-z0-9+/=_-]{16,}$/
	},
	{
		vendor: "Stripe",
		pattern: /^[srp]k_(?:live|test)_[A-Za-z0-9]{10,255}$/
	},
	{
		vendor: "Slack",
		pattern: /^xox[abeoprs]-[A-Za-z0-9-]{10,255}$/
	},
	{
		vendor: "Slack",
		pattern: /^xapp-\d-[A-Za-z0-9-]{10,255}$/
	},
	{
		vendor: "GitLab",
		pattern: /^gl(?:pat|dt|rt|ptt|ft|soat)-[A-Za-z0-9_.-]{20,300}$/
	},
	{
		vendor: "npm",
		pattern: /^npm_[A-Za-z0-9]{36}$/
	},
	{
		vendor: "Google",
		pattern: /^AIza[A-Za-z0-9_-]{35}$/
	},
	{
		vendor: "Google",
		pattern: /^ya29\.[A-Za-z0-9_-]{20,}$/
	},
	{
		vendor: "Google",
		pattern: /^GOCSPX-[A-Za-z0-9_-]{28}$/
	},
	{
		vendor: "SendGrid",
		pattern: /^SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{32,64}$/
	},
	{
		vendor: "Anthropic",
		pattern: /^sk-ant-[A-Za-z0-9_-]{20,255}$/
	},
	{
		vendor: "OpenAI",
		pattern: /^sk-(?:(?:proj|svcacct|admin)-[A-Za-z0-9_-]{20,255}|[A-Za-z0-9]{48})$/
	},
	{
		vendor: "DigitalOcean",
		pattern: /^do[opr]_v1_[a-f0-9]{64}$/
	},
	{
		vendor: "Shopify",
		pattern: /^shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}$/
	},
	{
		vendor: "Hugging Face",
		pattern: /^hf_[A-Za-z0-9]{30,40}$/
	},
	{
		vendor: "PyPI",
		pattern: /^pypi-[A-Za-z0-9_-]{50,}$/
	},
	{
		vendor: "Docker",
		pattern: /^dckr_(?:pat|oat)_[A-Za-z0-9_-]{24,64}$/
	},
	{
		vendor: "Linear",
		pattern: /^lin_api_[A-Za-z0-9]{40}$/
	},
	{
		vendor: "Atlassian",
		pattern: /^ATATT3[A-Za-z0-9_=-]{50,}$/
	},
	{
		vendor: "Postman",
		pattern: /^PMAK-[a-f0-9]{24}-[a-f0-9]{34}$/
	},
	{
		vendor: "Vault",
		pattern: /^hv[sbr]\.[A-Za-z0-9_-]{24,}$/
	},
	{
		vendor: "SSH",
		pattern: /^ssh-(?:rsa|ed25519) AAAA/
	}
];
/** Whose secret this is, if it is plainly another's. */
function foreignVendor(text) {
	return FOREIGN_SECRETS.find(({ pattern }) => pattern.test(text))?.vendor;
}

// src/key/judging/placeholder.ts
const REFERENCES = [
	/^\$\{.*\}$/s,
	/^\$\(.*\)$/s,
	/^\$[A-Za-z_][A-Za-z0-9_:]*$/,
	/^%[A-Za-z_][A-Za-z0-9_]*%$/,
	/^\{\{.*\}\}$/s,
	/^#\{.*\}#?$/s,
	/^<%.*%>$/s,
	/^@@?[A-Z][A-Z0-9_]*@@?$/,
	/^(?:process\.env|import\.meta\.env|os\.environ|secrets|vars|env)[.[][A-Za-z0-9_."'[\]]+$/,
	/^(?:op|vault|keyvault|awssm|gcpsm|ssm|doppler|sops):\/\/.+$/,
	/^(?:vault|secretref|ssm):[A-Za-z0-9_./#-]+$/
];
const NOTHING = /^(?:undefined|null|none|nil|nan|void 0|\[object \w+\]|true|false)$/i;
/** No key holds these; a masked copy does. */
const MASKS = /\*{3}|\u2026|\.{3}|[\u2022\u25cf\u2217\u00b7]{2}|^[*.\u2022\u25cf\u2217\u00b7-]+$/;
/** Hardly a digit inside: a real key between brackets is a real key. */
const IN_BRACKETS = /^[<[{]+[A-Za-z][A-Za-z_ .'-]{0,80}\d?[>\]}]+$/;
const REPEATED = /^(.)\1{2,}$/s;
const SEPARATORS = /[\s\-_.,:/]+/;
/** All the words that examples are made of. A random value holds one of them, but never only them. */
const VOCABULARY = new Set("pls plp pleo pleos your my our the a an api apikey key keys token secret secrets credential credentials password value standalone integrated production staging prod live real actual here goes is this put paste enter insert add set use test tests testing example examples sample demo dummy fake mock foo bar baz placeholder change changeme me replace replaceme with in to do todo fixme tbd none na null undefined empty redacted hidden masked string text some company id abc xyz yourkey mykey yourapikey myapikey yourtoken mytoken yoursecret hunter2 123 1234 12345 123456 abc123".split(" "));
const LONGEST_WORDING = 200;
const SHORTEST_COUNT = 6;
/** The reason if the whole text is a stand-in; it must have been freed from what is around it. */
function placeholderReason(text) {
	if (REFERENCES.some((reference) => reference.test(text))) return "unresolved-reference";
	if (NOTHING.test(text)) return "stringified-nothing";
	if (isWording(text)) return "example-words";
	if (MASKS.test(text)) return "masked-copy";
	return isMadeUp(text) ? "example-characters" : void 0;
}
function isWording(text) {
	if (text.length > LONGEST_WORDING) return false;
	if (IN_BRACKETS.test(text)) return true;
	const words = text.toLowerCase().split(SEPARATORS).filter(Boolean);
	return words.length > 0 && words.every(isExampleWord);
}
function isExampleWord(word) {
	return VOCABULARY.has(word) || /^x{2,}$/.test(word);
}
/** Key-shaped text is judged by its body; of other text, all of it must be made up. */
function isMadeUp(text) {
	if (isKeyShaped(text)) return isExampleKey(text);
	const rest = text.replace(/^pl[a-z]_/, "");
	if (REPEATED.test(rest)) return true;
	const digits = rest.replaceAll("_", "").toLowerCase();
	return digits.length >= SHORTEST_COUNT && isExampleHex(digits);
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

// src/key/pleo-key.ts
/**
* A key that cannot be printed by accident: as a string, as JSON, in a template, in an error or under an
* inspector it shows its masked form. `reveal` is the one way to the value, and easy to search for.
*/
var PleoKey = class {
	#value;
	constructor(value) {
		this.#value = value;
	}
	/** The key itself. Only for the request that sends it and for looking for leaks of it. */
	reveal() {
		return this.#value;
	}
	/** The last four characters, or `undefined` where even those would be too much. */
	get hint() {
		return keyHint(this.#value);
	}
	equals(other) {
		return this.#value === other.#value;
	}
	toString() {
		return maskKey(this.#value);
	}
	toJSON() {
		return this.toString();
	}
	[Symbol.toPrimitive]() {
		return this.toString();
	}
	/** What Node's `util.inspect`, and so `console.log`, shows. */
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return `PleoKey(${this.toString()})`;
	}
};

// src/key/sendable.ts
/**
* Can this be the user name of HTTP Basic, and be read alike by every server? Printable ASCII without spaces;
* no colon, because that is where the user name ends.
*/
function isSendable(value) {
	return /^[\x21-\x39\x3b-\x7e]+$/.test(value);
}

// src/key/judging/token.ts
/** Three base64url parts, the first of which opens a JSON object. The last may be empty: no signature. */
const JWT = /^eyJ[A-Za-z0-9_-]*\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]*$/;
const OAUTH_HEADER = /"typ"\s*:\s*"(?:application\/)?at\+jwt"/i;
const OAUTH_PAYLOAD = /"iss"\s*:\s*"pleo\./;
/** What public clients read from legacy tokens: whose company and which user. */
const LEGACY_PAYLOAD = /"company_?id"\s*:/i;
/** What kind of JWT this is; `undefined` if it is none. */
function tokenKind(text) {
	const payload = JWT.exec(text)?.[1];
	if (payload === void 0) return void 0;
	const claims = decodeBase64(payload);
	if (OAUTH_HEADER.test(decodeBase64(text)) || OAUTH_PAYLOAD.test(claims)) return "oauth";
	return LEGACY_PAYLOAD.test(claims) ? "legacy" : "jwt";
}

// src/key/parse-key.ts
/** Says what a value is before it is sent anywhere. Never throws, and never quotes the value. */
function parseKey(raw) {
	if (raw.trim() === "") return {
		kind: "missing",
		advice: MISSING_ADVICE
	};
	const { layers, damages } = peelValue(raw, (layer) => recognise(layer) !== void 0);
	const core = layers.at(-1) ?? raw;
	const recognised = recognise(core);
	if (recognised !== void 0) return withSendableToken(recognised, raw);
	if (damages.length > 0) return damaged(raw, {
		core,
		damages
	});
	const key = new PleoKey(raw);
	if (!isKeyShaped(raw)) return {
		kind: "unknown-shape",
		key,
		advice: UNKNOWN_SHAPE_ADVICE
	};
	return {
		kind: "key",
		key,
		shape: isKnownShape(raw) ? "known" : "tolerant"
	};
}
function recognise(text) {
	const token = tokenKind(text);
	if (token !== void 0) return {
		kind: "legacy-token",
		token,
		advice: tokenAdvice(token)
	};
	const vendor = foreignVendor(text);
	if (vendor !== void 0) return {
		kind: "foreign-secret",
		vendor,
		advice: foreignAdvice(vendor)
	};
	const reason = placeholderReason(text);
	if (reason === void 0 || findKeys(text).length > 0) return void 0;
	return {
		kind: "placeholder",
		reason,
		advice: placeholderAdvice(reason)
	};
}
function withSendableToken(recognised, raw) {
	return recognised.kind === "legacy-token" && isSendable(raw) && tokenKind(raw) !== void 0 ? {
		...recognised,
		key: new PleoKey(raw)
	} : recognised;
}
function damaged(raw, { core, damages }) {
	const answer = {
		kind: "damaged",
		damages,
		advice: damageAdvice(damages)
	};
	const inner = keyInside(raw, core);
	return inner === void 0 ? answer : {
		...answer,
		inner: new PleoKey(inner)
	};
}
function keyInside(raw, core) {
	if (isKeyShaped(core)) return core;
	const keys = new Set(findKeys(raw).map(({ key }) => key));
	return keys.size === 1 ? [...keys][0] : void 0;
}

// src/pleo/urn.ts
const UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const UUID_ONLY = new RegExp(`^${UUID}$`);
const URN = new RegExp(`^urn:pleo:(company|organi[sz]ation):(${UUID})$`);
/** Reads a Pleo URN; anything that is not exactly one is `undefined`, never a guess. */
function parsePleoUrn(text) {
	const [, kind, id] = URN.exec(text) ?? [];
	if (kind === void 0 || id === void 0) return void 0;
	return {
		kind: kind === "company" ? "company" : "organisation",
		id: id.toLowerCase()
	};
}
/** A UUID in lower case, or `undefined` when the text is not exactly a UUID. */
function parseUuid(text) {
	return UUID_ONLY.test(text) ? text.toLowerCase() : void 0;
}

// src/report/report.ts
const NOTHING_PROVEN = {
	accepted: false,
	active: false,
	company: false
};
/** Decides once, from everything. A finding that a user lowered below error no longer weighs. */
function decideVerdict(findings, proofs) {
	const errors = findings.filter(({ severity }) => severity === "error");
	if (errors.some(({ inconclusive }) => !inconclusive)) return "fail";
	if (errors.length > 0) return "unknown";
	return proofs.accepted && proofs.active && proofs.company ? "pass" : "unknown";
}
const RANK = {
	error: 0,
	warning: 2,
	notice: 3
};
function rank({ severity, inconclusive }) {
	return RANK[severity] + (severity === "error" && inconclusive ? 1 : 0);
}
/** The worst first; otherwise in the order in which the checks spoke. */
function orderFindings(findings) {
	return findings.toSorted((left, right) => rank(left) - rank(right));
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

// src/pleo/web-app.ts
const STORE = "store it with `gh secret set PLEO_API_KEY`";
function keyHandling(kind, environment) {
	const origin = WEB_APP_ORIGINS[environment];
	if (kind === "integrated") {
		const place = `Settings > Accounting in Pleo's web app (${origin})`;
		return {
			place,
			renew: `install the integration again under ${place}, which makes a new key, and ${STORE}`,
			renewThere: `install the integration again there, which makes a new key, and ${STORE}`,
			rescope: "Pleo sets those of an Integrated key, so ask Pleo to change them for this integration",
			revoke: `disconnect it under ${place}, or ask Pleo's support where it is not shown there`
		};
	}
	const place = `Settings > API Keys in Pleo's web app (${origin})`;
	return {
		place,
		renew: `make a new key under ${place} and ${STORE}`,
		renewThere: `make a new one there and ${STORE}`,
		rescope: `make a new key with exactly the needed permissions under ${place} and ${STORE}`,
		revoke: `open its row under ${place} and choose Delete`
	};
}

// src/report/catalogue.ts
/** The question that a finding answers; reports are grouped by it. */
const AREAS = [
	"format",
	"activation",
	"company",
	"scopes",
	"expiry",
	"rotation"
];
/**
* Everything the checks can say, in one closed list. Ids are stable: people filter by them, and each is a
* heading of `docs/findings.md`.
*/
const CATALOGUE = {
	"key-missing": {
		area: "format",
		severity: "error",
		gate: true,
		title: "No key was given",
		cause: "There is no key to check: the value is empty, so nothing about Pleo could be proven.",
		remedy: "If there is a key, store it with `gh secret set PLEO_API_KEY` and hand it to this check; if not, {renew}.",
		enforces: ["ACT-02", "ACT-06"]
	},
	"key-damaged": {
		area: "format",
		severity: "error",
		gate: true,
		title: "The key was damaged when it was stored",
		cause: "{problem}, so it was not sent to Pleo: whatever uses the stored value would be refused, or would send it wrongly.",
		remedy: "{fix}",
		enforces: [
			"SEC-14",
			"SEC-17",
			"UX-12",
			"UX-14"
		]
	},
	"key-placeholder": {
		area: "format",
		severity: "error",
		gate: true,
		title: "The value is a placeholder",
		cause: "{problem}, so it opens no company, and every call of the integration would fail.",
		remedy: "{fix}",
		enforces: ["SEC-14", "UX-12"]
	},
	"key-foreign-secret": {
		area: "format",
		severity: "error",
		gate: true,
		title: "The value is another product's secret",
		cause: "{problem}, so it was not sent anywhere, lest it be disclosed to Pleo.",
		remedy: "{fix}",
		enforces: ["SEC-14"]
	},
	"key-legacy-token": {
		area: "format",
		severity: "error",
		gate: true,
		title: "The value is a token (JWT), not an API key",
		cause: "{problem}, and tokens do not work where API keys do.",
		remedy: "To get an API key, {renew}.",
		enforces: ["ENV-03", "SEC-14"]
	},
	"key-looks-like-token": {
		area: "format",
		severity: "warning",
		title: "The key looks like a token (JWT)",
		cause: "The value has the form of a token of the legacy API or of OAuth, which is strange for an API key, but the form of Integrated keys is not known, so it was sent.",
		remedy: "If Pleo accepts it, nothing needs to be done; if not, {renew}.",
		enforces: ["ENV-03", "SEC-14"]
	},
	"key-shape-unknown": {
		area: "format",
		severity: "notice",
		title: "The key has a shape that this version does not know",
		cause: "{problem}, which is no error, since Pleo documents no format: Pleo's answer alone decides whether it works.",
		remedy: "{fix}",
		enforces: ["SEC-14"]
	},
	"key-rejected": {
		area: "activation",
		severity: "error",
		gate: true,
		title: "Pleo rejects the key",
		cause: "Pleo answered 401 to {question}, so the key opens nothing: it has expired, was deleted or replaced, belongs to the other environment (this is {environment}), or was never a Pleo API key.",
		remedy: "Look under {place} whether the key is still there, and if not, {renewThere}; a key cannot be shown again.",
		enforces: [
			"ACT-02",
			"ACT-05",
			"ACT-06",
			"ACT-12",
			"ENV-01",
			"ROT-02",
			"ROT-04",
			"ROT-09",
			"ROT-11",
			"INC-03",
			"LOG-04",
			"UX-07",
			"UX-08",
			"UX-12",
			"UX-14",
			"UX-15",
			"UX-16"
		]
	},
	"key-of-other-environment": {
		area: "activation",
		severity: "error",
		gate: true,
		title: "The key is for the other environment",
		cause: "Pleo's {other} environment accepts this key and {environment} rejects it: a key works only in the environment where it was made.",
		remedy: "Check this key against {other}, or, to get one for {environment}, {renew}.",
		enforces: [
			"ENV-01",
			"UX-12",
			"UX-14"
		]
	},
	"environment-hint": {
		area: "activation",
		severity: "notice",
		title: "The key may be for the other environment",
		cause: "The beginning of the key is one that has been seen on {seen} keys, and it is checked against {environment}; this is a guess, not a rule.",
		remedy: "If Pleo rejects the key here, check it against {seen} instead, or {renew}.",
		enforces: ["ENV-01"]
	},
	"key-not-an-api-key": {
		area: "activation",
		severity: "error",
		gate: true,
		title: "The credential is not an API key",
		cause: "Pleo's introspection calls this credential an OAuth token, which must not stand where a company's key is expected: tokens are a user's, and end soon.",
		remedy: "To get an API key, {renew}.",
		enforces: ["ACT-10", "ENV-03"]
	},
	"credential-not-recognised": {
		area: "activation",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "Pleo answered without recognising a credential",
		cause: "Introspection answered 200 with the authentication method NONE, as it would to anybody, which proves nothing about the key.",
		remedy: "Look for a proxy that strips the Authorization header, see under {place} whether the key is there, and run the check again.",
		enforces: ["ACT-02"]
	},
	"everything-forbidden": {
		area: "activation",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "Pleo forbids every question",
		cause: "Pleo answered 403 to every question that it answered, which shows neither that the key works nor that it does not: an address filter or a missing entitlement looks the same.",
		remedy: "See under {place} whether the key is there with the permissions you need; if it is, ask Pleo's support whether API access is enabled for this company.",
		enforces: [
			"ACT-02",
			"LOG-05",
			"SCP-08"
		]
	},
	"key-unproven": {
		area: "activation",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "Nothing shows that Pleo accepts the key",
		cause: "No answer was one that only an accepted key can get, and none was a rejection either, so the key may be good or not.",
		remedy: "See under {place} whether the key is there, check that the address that is asked is Pleo's, and run the check again.",
		enforces: ["ACT-02", "ACT-05"]
	},
	"introspection-forbidden": {
		area: "activation",
		severity: "warning",
		title: "The key may not ask about itself",
		cause: "Pleo answered 403 to introspection, so the list of granted scopes is not known: missing scopes are tested one by one, and excess ones cannot be seen.",
		remedy: "Compare the key's permissions by eye under {place}.",
		enforces: ["LOG-05", "SCP-03"]
	},
	"introspection-absent": {
		area: "activation",
		severity: "notice",
		title: "Pleo does not introspect this key",
		cause: "Introspection answered {status}, so scopes are tested one by one with harmless reads, and excess ones cannot be seen.",
		remedy: "Compare the key's permissions by eye under {place}.",
		enforces: ["SCP-03"]
	},
	"installation-forbidden": {
		area: "activation",
		severity: "error",
		title: "The key may not read its installation",
		cause: "Pleo answered 403 to the installation of this key: it lacks a permission, so it cannot be shown that the integration is in use for the company.",
		remedy: "Ask Pleo's support which permission reads the installation, since none is documented; if you accept that it stays unproven, lower the severity of installation-forbidden.",
		enforces: [
			"ACT-01",
			"ACT-05",
			"ACT-14",
			"SCP-04",
			"LOG-05"
		]
	},
	"installation-missing": {
		area: "activation",
		severity: "error",
		gate: true,
		title: "The key has no installation",
		cause: "Pleo knows no installation of this key for the company ({answer}), and the rest of what was learned does not make up for it.",
		remedy: "{fix}",
		enforces: [
			"ACT-01",
			"ACT-12",
			"ACT-13",
			"ROT-02"
		]
	},
	"installation-absent": {
		area: "activation",
		severity: "warning",
		title: "The key works without an installation",
		cause: "Pleo knows no installation of this key for the company ({answer}), though company and scopes are proven otherwise, so the step that ties the key to its company was not taken, or is not offered to this key.",
		remedy: "If your integration needs an installation, create it once by hand with POST /v1/installations/me, which this check never does.",
		enforces: ["ACT-01", "ACT-13"]
	},
	"installation-inactive": {
		area: "activation",
		severity: "error",
		gate: true,
		title: "The installation is not active",
		cause: "Pleo's status for the installation is {status} ({meaning}){errorCode}, and only ACTIVATED may be used.",
		remedy: "Finish or repeat the set-up of the integration under Settings in Pleo's web app ({app}), then run the check again; it never changes the status itself.",
		enforces: [
			"ACT-05",
			"ACT-09",
			"ACT-15",
			"LOG-08",
			"UX-15"
		]
	},
	"installation-troubled": {
		area: "activation",
		severity: "warning",
		title: "The installation is active, with an error",
		cause: "The installation is ACTIVATED{errorCode}, so it may stop working, or may have stopped in part.",
		remedy: "Look at the integration under Settings in Pleo's web app ({app}) and repeat its set-up if it shows an error.",
		enforces: ["ACT-15", "LOG-08"]
	},
	"answer-not-understood": {
		area: "activation",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "Pleo's answer was not understood",
		cause: "The answer to {question} is not what Pleo's specification describes ({problem}), so it proves nothing, whatever its status says.",
		remedy: "Check that nothing between here and Pleo rewrites answers (a proxy, a captive portal) and run again; if it stays, update Pleo Key Guard or report the status and the question, never the key.",
		enforces: ["ACT-02", "LOG-09"]
	},
	"pleo-unavailable": {
		area: "activation",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "Pleo could not be asked",
		cause: "There was no usable answer to {question} ({problem}), which says nothing about the key: it may be fine.",
		remedy: "Look at https://status.pleo.io and run the check again; do not replace the key because of this.",
		enforces: [
			"ROT-13",
			"LOG-09",
			"NET-02"
		]
	},
	"company-not-declared": {
		area: "company",
		severity: "error",
		gate: true,
		title: "No company was expected",
		cause: "Nothing says which company this key should open, so a key of any company would pass; it opens {actual}.",
		remedy: "{fix}",
		enforces: [
			"ACT-03",
			"ACT-04",
			"ACT-08",
			"CID-01",
			"CID-04",
			"UX-09"
		]
	},
	"company-id-invalid": {
		area: "company",
		severity: "error",
		gate: true,
		title: "The expected company id is not a UUID",
		cause: "The expected company id cannot be one of Pleo's, which are UUIDs, so no key could ever match it.",
		remedy: "Take the id from the report of an earlier run or from your records and set it with `gh variable set PLEO_COMPANY_ID`.",
		enforces: ["CID-02", "CID-04"]
	},
	"company-mismatch": {
		area: "company",
		severity: "error",
		gate: true,
		title: "The key opens another company",
		cause: "The key opens {actual} according to {source}, but {expected} is expected: every read and write would land in the wrong books.",
		remedy: "Store the key of the expected company{confirm}.",
		enforces: [
			"ACT-03",
			"ACT-08",
			"ACT-12",
			"CID-04",
			"CID-06",
			"CID-07",
			"ROT-03",
			"TEN-03",
			"INC-03"
		]
	},
	"company-disagreement": {
		area: "company",
		severity: "error",
		gate: true,
		title: "Pleo names two different owners",
		cause: "Pleo contradicts itself: {one}, and {other}, so it is not certain whose data this key opens.",
		remedy: "Do not deploy; ask Pleo's support why the two differ, or {renew}.",
		enforces: [
			"ACT-03",
			"ACT-08",
			"CID-04"
		]
	},
	"company-unproven": {
		area: "company",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "The company could not be proven",
		cause: "Nothing that Pleo answered shows that this key opens company {expected}: {problem}.",
		remedy: "{fix}",
		enforces: [
			"ACT-03",
			"ACT-12",
			"CID-04",
			"CID-08"
		]
	},
	"key-reaches-more-companies": {
		area: "company",
		severity: "warning",
		title: "The key reaches more than one company",
		cause: "The key reaches the expected company and others as well ({problem}): whoever takes it takes them all, and each call must name the company.",
		remedy: "To have one for this company alone, {renew}.",
		enforces: [
			"ACT-11",
			"ADM-03",
			"CID-08",
			"SCP-07"
		]
	},
	"scope-missing": {
		area: "scopes",
		severity: "error",
		gate: true,
		title: "A required scope is missing",
		cause: "The key lacks {scope}, which is needed to {purpose}: Pleo refuses those calls.",
		remedy: "Scopes of a key cannot be changed: {rescope}.",
		enforces: [
			"ACT-14",
			"SCP-02",
			"SCP-03",
			"SCP-04",
			"SCP-05",
			"SCP-06",
			"SCP-08",
			"SCP-09",
			"LOG-05"
		]
	},
	"scope-unverifiable": {
		area: "scopes",
		severity: "error",
		inconclusive: true,
		title: "A required scope could not be verified",
		cause: "It is not known whether the key has {scope}, which is needed to {purpose}: {problem}.",
		remedy: "{fix}",
		enforces: ["SCP-02", "SCP-03"]
	},
	"scope-unlisted": {
		area: "scopes",
		severity: "notice",
		title: "A scope is granted under another name",
		cause: "Introspection does not list {scope}, but a harmless read that needs it was allowed, so the key has it.",
		remedy: "Nothing needs to be done; report the name that Pleo uses if you know it.",
		enforces: ["SCP-09"]
	},
	"scope-excess": {
		area: "scopes",
		severity: "warning",
		title: "The key may do more than it needs",
		cause: "The key also has {scopes}, which nothing here requires{unless}: whoever takes the key can do that too.",
		remedy: "If the integration needs them, add them to the required scopes; if not, scopes of a key cannot be changed: {rescope}.",
		enforces: [
			"SCP-01",
			"SCP-07",
			"ADM-04"
		]
	},
	"scopes-not-declared": {
		area: "scopes",
		severity: "warning",
		title: "No scopes were required",
		cause: "Nothing says which scopes the integration needs, so neither a missing nor an excess one can be told; the key has {scopes}.",
		remedy: "List what the integration needs as the required scopes.",
		enforces: [
			"SCP-01",
			"SCP-02",
			"SCP-03"
		]
	},
	"expiry-undeclared": {
		area: "expiry",
		severity: "error",
		title: "The expiry date is not declared",
		cause: "Pleo tells no program when a key expires, so without a declared date the key would stop working by surprise.",
		remedy: "Declare the date that the key was made with, `gh variable set PLEO_KEY_EXPIRES_ON --body YYYY-MM-DD`; if nobody knows it, {renew} and note the new one's.",
		enforces: ["ROT-08", "ADM-02"]
	},
	"expiry-invalid": {
		area: "expiry",
		severity: "error",
		gate: true,
		title: "The declared dates make no sense",
		cause: "{problem}, so it is not known when the key stops working.",
		remedy: "{fix}",
		enforces: ["ROT-08"]
	},
	"expiry-stale": {
		area: "expiry",
		severity: "error",
		gate: true,
		title: "The declared expiry belongs to another key",
		cause: "The declared expiry is for a key with another ending than this one, so the key was replaced and the date was not.",
		remedy: "Declare the date that the new key was made with, and its last four characters as the expected key hint.",
		enforces: ["ROT-02", "ROT-08"]
	},
	"key-expired": {
		area: "expiry",
		severity: "error",
		gate: true,
		title: "The key has expired",
		cause: "The declared expiry, {expiresOn}, has passed ({ago}): Pleo disables an expired key for every system that uses it.",
		remedy: "To go on, {renew}, and declare its date.",
		enforces: [
			"ROT-08",
			"ROT-09",
			"ROT-12",
			"LOG-06"
		]
	},
	"key-expires-too-soon": {
		area: "expiry",
		severity: "error",
		title: "The key expires too soon",
		cause: "The key expires on {expiresOn} ({left}), inside the {window} during which this check may not pass.",
		remedy: "Before that, {renew}, and declare its date.",
		enforces: [
			"ROT-07",
			"ROT-08",
			"LOG-06"
		]
	},
	"key-expiring": {
		area: "expiry",
		severity: "warning",
		title: "The key expires soon",
		cause: "The key expires on {expiresOn} ({left}), and stops working then for every system that uses it.",
		remedy: "Before that, {renew}, check it, and only then delete the old one.",
		enforces: [
			"ROT-07",
			"ROT-08",
			"ROT-12",
			"LOG-06"
		]
	},
	"lifetime-too-long": {
		area: "expiry",
		severity: "error",
		title: "The key lives longer than allowed",
		cause: "The key lives {lifetime}, and {allowed} is the longest allowed: the longer a key lives, the longer a lost one is of use to others.",
		remedy: "To have one with an earlier expiry, {renew}.",
		enforces: ["ADM-02"]
	},
	"lifetime-unproven": {
		area: "expiry",
		severity: "warning",
		title: "The key's lifetime cannot be told",
		cause: "A longest lifetime of {allowed} is set, but not when the key was made, so only the time that is left could be compared with it.",
		remedy: "Declare the day on which the key was made as well.",
		enforces: ["ADM-02"]
	},
	"rotation-same-key": {
		area: "rotation",
		severity: "error",
		gate: true,
		title: "The old and the new key are the same",
		cause: "The previous key and the current one are the same value, so nothing has been rotated.",
		remedy: "To rotate, {renew}, and keep the old one as the previous key until this check passes.",
		enforces: ["ROT-01", "ROT-07"]
	},
	"rotation-previous-unusable": {
		area: "rotation",
		severity: "error",
		title: "The previous key cannot be checked",
		cause: "What is given as the previous key is not one that can be sent ({what}), so whether it still works is not known.",
		remedy: "Store the previous key again, bare, in the secret that holds the previous one (not in the current one's), or give none if nothing is being replaced.",
		enforces: ["ROT-06", "ROT-07"]
	},
	"rotation-company-changed": {
		area: "rotation",
		severity: "error",
		gate: true,
		title: "The new key opens another company than the old one",
		cause: "The previous key opens {previous} and the current one opens {current}: a replacement must never move to another company silently.",
		remedy: "Use a key of the same company as the old one's; if the move is meant, give no previous key to this check.",
		enforces: ["CID-06", "ROT-03"]
	},
	"rotation-scopes-lost": {
		area: "rotation",
		severity: "error",
		title: "The new key lost scopes",
		cause: "The previous key has {scopes}, but the current one does not, so calls that work today would be refused after the switch.",
		remedy: "List the scopes that are really needed as the required scopes; if the lost ones are among them, scopes of a key cannot be changed: {rescope}.",
		enforces: [
			"SCP-06",
			"SCP-08",
			"ROT-09"
		]
	},
	"rotation-previous-alive": {
		area: "rotation",
		severity: "error",
		title: "The old key still works",
		cause: "The rotation is said to be finished, but Pleo still accepts the previous key: whoever has a copy can go on using it.",
		remedy: "To be rid of the old key, {revoke}; then run this check again.",
		enforces: [
			"ROT-06",
			"ROT-10",
			"INC-01"
		]
	},
	"rotation-previous-dead": {
		area: "rotation",
		severity: "warning",
		title: "The old key has already stopped working",
		cause: "Pleo rejects the previous key although both should overlap, so a system that still uses it is down, and the two could not be compared.",
		remedy: "Make sure that every system uses the new key, then give no previous key to this check.",
		enforces: ["ROT-07", "ROT-12"]
	},
	"rotation-unproven": {
		area: "rotation",
		severity: "error",
		inconclusive: true,
		title: "The rotation could not be proven",
		cause: "{problem}, so it is not known whether the previous key can be done without.",
		remedy: "{fix}",
		enforces: [
			"ROT-06",
			"ROT-07",
			"ROT-13"
		]
	}
};
const FINDING_IDS = Object.keys(CATALOGUE);

// src/report/finding.ts
/** A finding of the catalogue with its blanks filled. The compiler knows which blanks each id has. */
function createFinding(id, values, adjustment = {}) {
	const entry = CATALOGUE[id];
	const texts = values;
	return {
		id,
		severity: adjustment.severity ?? entry.severity,
		inconclusive: adjustment.inconclusive ?? entry.inconclusive ?? false,
		area: entry.area,
		title: entry.title,
		message: fill(entry.cause, texts),
		remedy: fill(entry.remedy, texts),
		docs: `docs/findings.md#${id}`,
		values: texts
	};
}
function fill(template, values) {
	return template.replaceAll(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
}

// src/activation/dates.ts
const DAY_MS = 864e5;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-](\d{2}):(\d{2}))$/;
/**
* A calendar date, which counts from its start in UTC, or an RFC 3339 instant with its zone. Everything else
* is `undefined`: a time without a zone would mean something else on each runner.
*/
function parseDeclaredInstant(text) {
	if (DATE.test(text)) return isCalendarDate(text) ? {
		at: /* @__PURE__ */ new Date(`${text}T00:00:00Z`),
		text
	} : void 0;
	const [, date, hour, minute, second = "0", zoneHour = "0", zoneMinute = "0"] = INSTANT.exec(text) ?? [];
	if (date === void 0 || !isCalendarDate(date)) return void 0;
	return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && Number(zoneHour) < 24 && Number(zoneMinute) < 60 ? {
		at: new Date(text),
		text
	} : void 0;
}
/** The platform's own parser turns 30 February into 2 March; a date that moves is not one. */
function isCalendarDate(text) {
	const at = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
/** Days from one instant to another, fractions kept. */
function daysBetween(from, to) {
	return (to.getTime() - from.getTime()) / DAY_MS;
}
/** A length of time as people say it; what is left is rounded down, so that nobody feels safe too long. */
function describeDays(days) {
	const whole = Math.floor(Math.abs(days));
	if (whole === 0) return "less than a day";
	return whole === 1 ? "1 day" : `${whole.toString()} days`;
}

// src/activation/check-expiry.ts
/** Will the key still work for as long as it must? `key` is absent where the value was no usable key. */
function checkExpiry(key, expectation, now) {
	const { expiry: limits, kind, environment } = expectation;
	const { renew } = keyHandling(kind, environment);
	if (limits.expiresOn === void 0) return { findings: [undeclared$1(kind, renew)] };
	const expires = parseDeclaredInstant(limits.expiresOn);
	const created = limits.createdOn === void 0 ? void 0 : parseDeclaredInstant(limits.createdOn);
	const nonsense = findNonsense(limits, {
		expires,
		created,
		now
	});
	if (nonsense !== void 0) return { findings: [createFinding("expiry-invalid", nonsense)] };
	if (expires === void 0) return { findings: [] };
	if (isForAnotherKey(key, limits)) return { findings: [createFinding("expiry-stale", {})] };
	const life = {
		expires,
		created,
		limits,
		now,
		renew
	};
	return {
		findings: [...judgeEnd(life), ...judgeLifetime(life)],
		end: describeEnd(life)
	};
}
function describeEnd({ expires, now }) {
	const left = daysBetween(now, expires.at);
	return {
		...expires,
		daysLeft: Math.floor(left),
		hasPassed: left <= 0
	};
}
function undeclared$1(kind, renew) {
	return createFinding("expiry-undeclared", { renew }, { severity: kind === "integrated" ? "notice" : "error" });
}
const FORMS = "a date (YYYY-MM-DD, which counts from its start in UTC) or an instant with its zone (2027-01-31T12:00:00Z)";
/** East of Greenwich a day begins up to this much earlier than it does in UTC. */
const EARLIEST_ZONE_DAYS = 14 / 24;
function findNonsense(limits, { expires, created, now }) {
	if (expires === void 0) return {
		problem: "The declared expiry is not a date",
		fix: `Declare ${FORMS}.`
	};
	if (limits.keyHint !== void 0 && readHint(limits.keyHint) === void 0) return {
		problem: "The key hint that binds the declared expiry to a key is not the ending of one",
		fix: "Declare exactly the last four characters of the key as its hint."
	};
	if (limits.createdOn === void 0) return void 0;
	if (created === void 0) return {
		problem: "The declared day of creation is not a date",
		fix: `Declare ${FORMS}.`
	};
	const fix = "Compare both dates with what was chosen when the key was made.";
	if (daysBetween(now, created.at) > EARLIEST_ZONE_DAYS) return {
		problem: "The declared day of creation lies in the future",
		fix
	};
	return created.at >= expires.at ? {
		problem: "The key is said to expire before it was made",
		fix
	} : void 0;
}
const HINT$1 = /^[*\u2026]*([A-Za-z0-9_-]{4})$/;
/** The last four characters, also in the masked form in which reports show them. */
function readHint(keyHint) {
	return HINT$1.exec(keyHint)?.[1];
}
/** Comparing the ending shows nothing of it, so it works for keys whose hint may not be shown, too. */
function isForAnotherKey(key, { keyHint }) {
	const hint = keyHint === void 0 ? void 0 : readHint(keyHint);
	return key !== void 0 && hint !== void 0 && !key.reveal().endsWith(hint);
}
function judgeEnd({ expires, limits, now, renew }) {
	const left = daysBetween(now, expires.at);
	const expiresOn = expires.text;
	if (left <= 0) return [createFinding("key-expired", {
		expiresOn,
		ago: `${describeDays(left)} ago`,
		renew
	})];
	const remaining = `${describeDays(left)} left`;
	if (limits.failBeforeDays > 0 && left <= limits.failBeforeDays) {
		const window = `last ${describeDays(limits.failBeforeDays)}`;
		return [createFinding("key-expires-too-soon", {
			expiresOn,
			left: remaining,
			window,
			renew
		})];
	}
	if (left <= limits.warnBeforeDays) return [createFinding("key-expiring", {
		expiresOn,
		left: remaining,
		renew
	})];
	return [];
}
function judgeLifetime({ expires, created, limits, now, renew }) {
	const { maxLifetimeDays } = limits;
	if (maxLifetimeDays === void 0) return [];
	const allowed = describeDays(maxLifetimeDays);
	const days = daysBetween(created?.at ?? now, expires.at);
	if (days > maxLifetimeDays) {
		const lifetime = `${created === void 0 ? "at least " : ""}${describeDays(Math.ceil(days))}`;
		return [createFinding("lifetime-too-long", {
			lifetime,
			allowed,
			renew
		})];
	}
	return created === void 0 ? [createFinding("lifetime-unproven", { allowed })] : [];
}

// src/pleo/installation.ts
/** The one status that means the installation may be used. */
const ACTIVATED = "ACTIVATED";
/**
* Every status Pleo's specification lists, with what it means for a deploy. Older pages of Pleo's lack `ERROR`,
* and others may follow, so an unknown status is never taken for `ACTIVATED`.
*/
const INSTALLATION_STATUSES = {
	ACTIVATED: "in use",
	INACTIVE: "not in use",
	AUTHORIZED: "authorised, but not ready to be used yet",
	PENDING_INTEGRATION: "still being set up or synchronised",
	ERROR: "not operational"
};
/** Every error code Pleo's specification lists for an installation. */
const INSTALLATION_ERROR_CODES = {
	NOT_ENTITLED: "the company is not entitled to this integration",
	AUTH_ERROR: "Pleo could not authenticate the integration"
};

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

// src/activation/check-format.ts
/** Is the stored value a key that may be sent? Decided without any request. */
function checkFormat(parsed, expectation) {
	switch (parsed.kind) {
		case "key": return {
			findings: [],
			key: parsed.key
		};
		case "unknown-shape": return {
			findings: [createFinding("key-shape-unknown", advised(parsed))],
			key: parsed.key
		};
		case "legacy-token": return checkToken(parsed, expectation);
		case "missing": {
			const { renew } = keyHandling(expectation.kind, expectation.environment);
			return { findings: [createFinding("key-missing", { renew })] };
		}
		case "damaged": return { findings: [createFinding("key-damaged", advised(parsed))] };
		case "placeholder": return { findings: [createFinding("key-placeholder", advised(parsed))] };
		case "foreign-secret": return { findings: [createFinding("key-foreign-secret", advised(parsed))] };
	}
}
function advised({ advice }) {
	return {
		problem: advice.problem.replace(/\.$/, ""),
		fix: advice.remedy
	};
}
/** The shape of Integrated keys is not known, so a token is only suspicious there; Pleo's answer decides. */
function checkToken(parsed, { kind, environment }) {
	const { renew } = keyHandling(kind, environment);
	if (kind === "standalone" || parsed.key === void 0) {
		const { problem } = advised(parsed);
		return { findings: [createFinding("key-legacy-token", {
			problem,
			renew
		})] };
	}
	return {
		findings: [createFinding("key-looks-like-token", { renew })],
		key: parsed.key
	};
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
	const format = checkFormat(parseKey(value), expectation);
	const expiry = checkExpiry(format.key, expectation, ports.clock.now());
	const { key } = format;
	if (key === void 0) return reportUnsent(expectation, {
		format: format.findings,
		expiry
	});
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
		...format.findings,
		...checked.findings,
		...expiry.findings,
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
		...optional("expiry", expiry.end),
		...optional("previousKey", rotation && (verdict === "pass" ? rotation.previousKey : "needed"))
	};
}
/** What stands where a company id should may be anything, a key by mistake included. */
function expectedCompany({ companyId }) {
	return optional("expected", companyId === void 0 ? void 0 : parseUuid(companyId));
}
function reportUnsent(expectation, { format, expiry }) {
	const findings = orderFindings([...format, ...expiry.findings]);
	return {
		verdict: decideVerdict(findings, NOTHING_PROVEN),
		findings,
		proofs: NOTHING_PROVEN,
		installationStatuses: [],
		company: expectedCompany(expectation),
		scopes: {
			missing: [],
			excess: []
		},
		...optional("expiry", expiry.end)
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
/** A property that is absent, not undefined, where there is nothing to say. */
function optional(name, value) {
	return value === void 0 ? {} : { [name]: value };
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

// action/pleo-api/loopback-proxy.ts
/**
* The environment from which to set up proxies for this process. A proxy could not reach this machine's
* loopback, and would be shown the key if it were asked to over http; so a simulator is exempted by name.
*/
function withLoopbackDirect(env, origin) {
	if (!origin.isLoopback) return env;
	const exempted = env["no_proxy"] ?? env["NO_PROXY"] ?? "";
	if (exempted.trim() === "*") return env;
	const { hostname } = new URL(origin.base);
	const value = [exempted, hostname].filter((each) => each !== "").join(",");
	return {
		...env,
		no_proxy: value,
		NO_PROXY: value
	};
}

// src/key/secrets-within.ts
/**
* Everything in a stored value that must be hidden: a damaged secret usually holds the real key, and hiding
* only the damaged form would let the key through.
*/
function secretsWithin(raw) {
	const lines = raw.split(/[\r\n\u2028\u2029]+/);
	return [.../* @__PURE__ */ new Set([...[raw, ...lines].flatMap((text) => peelValue(text).layers), ...findKeys(raw).map(({ key }) => key)])].filter((secret) => secret.trim() !== "");
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

// src/pleo/endpoints.ts
const none = { in: "none" };
const query = (required) => ({
	in: "query",
	name: "company_id",
	required
});
const queryOrOrganisation = {
	in: "query",
	name: "company_id",
	required: true,
	or: "organization_id"
};
const body = {
	in: "body",
	name: "companyId",
	required: true
};
const path = {
	in: "path",
	name: "companyId",
	required: true
};
const reads = "reads";
const writes = "writes";
const documented = "documented";
/**
* Pleo's External API as far as keys are concerned. One row per operation; what a row does not say is not
* known. Sources: Pleo's OpenAPI documents and reference pages; `evidence` marks the rest.
*/
const ENDPOINTS = [
	{
		method: "GET",
		path: "/v1/introspect",
		scope: null,
		company: none,
		effect: reads,
		evidence: documented
	},
	{
		method: "GET",
		path: "/v1/installations/me",
		scope: null,
		company: query(false),
		effect: reads,
		evidence: documented
	},
	{
		method: "POST",
		path: "/v1/installations/me",
		scope: null,
		company: none,
		effect: writes,
		evidence: documented
	},
	{
		method: "PUT",
		path: "/v1/installations/me",
		scope: null,
		company: none,
		effect: writes,
		evidence: documented
	},
	{
		method: "DELETE",
		path: "/v1/installations/me",
		scope: null,
		company: none,
		effect: writes,
		evidence: documented
	},
	{
		method: "POST",
		path: "/v1/installations/me:activate",
		scope: null,
		company: none,
		effect: writes,
		evidence: documented
	},
	{
		method: "PUT",
		path: "/v1/installations/completions",
		scope: null,
		company: none,
		effect: writes,
		deprecated: true,
		evidence: documented
	},
	{
		method: "GET",
		path: "/v1/companies",
		scope: "companies:read",
		effect: reads,
		exposes: "company names and addresses",
		evidence: documented,
		company: {
			in: "query",
			name: "organization_id",
			required: false
		},
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v1/companies/{companyId}",
		scope: "companies:read",
		company: path,
		effect: reads,
		exposes: "company names and addresses",
		evidence: documented,
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v2/employees",
		scope: "users:read",
		company: {
			in: "query",
			name: "companyId",
			required: false
		},
		effect: reads,
		exposes: "names, e-mail addresses and phone numbers",
		evidence: documented
	},
	{
		method: "GET",
		path: "/v2/employees/{id}",
		scope: "users:read",
		company: none,
		effect: reads,
		exposes: "names, e-mail addresses and phone numbers",
		evidence: documented
	},
	{
		method: "GET",
		path: "/v3/export-jobs",
		scope: "export-jobs:read",
		company: query(true),
		effect: reads,
		evidence: documented,
		uncertain: ["company"]
	},
	{
		method: "GET",
		path: "/v3/export-jobs/{jobId}",
		scope: "export-jobs:read",
		company: query(false),
		effect: reads,
		evidence: documented,
		uncertain: ["company"]
	},
	{
		method: "GET",
		path: "/v3/export-jobs/{jobId}/items",
		scope: "export-jobs:read",
		company: query(false),
		effect: reads,
		evidence: documented,
		uncertain: ["company"]
	},
	{
		method: "GET",
		path: "/v3/export-job-items",
		scope: "export-jobs:read",
		company: query(false),
		effect: reads,
		evidence: documented,
		uncertain: ["company"]
	},
	{
		method: "POST",
		path: "/v3/export-jobs",
		scope: "export-jobs:write",
		company: {
			in: "body",
			name: "companyId",
			required: true
		},
		effect: writes,
		evidence: documented,
		uncertain: ["company"]
	},
	{
		method: "POST",
		path: "/v3/export-job-events",
		scope: "export-jobs:write",
		company: query(false),
		effect: writes,
		evidence: documented,
		uncertain: ["company"]
	},
	{
		method: "PUT",
		path: "/v3/export-jobs/{jobId}/items",
		scope: "export-jobs:write",
		company: query(false),
		effect: writes,
		evidence: documented,
		uncertain: ["company"]
	},
	{
		method: "GET",
		path: "/v3/export-items",
		scope: "export-items:read",
		company: query(false),
		effect: reads,
		exposes: "spending",
		evidence: documented,
		uncertain: ["company"]
	},
	{
		method: "GET",
		path: "/v0/tag-groups",
		scope: "tag-groups:read",
		company: queryOrOrganisation,
		effect: reads,
		evidence: documented,
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v0/tag-groups/{id}",
		scope: "tag-groups:read",
		company: queryOrOrganisation,
		effect: reads,
		evidence: documented,
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v0/aggregations/tag-groups",
		scope: "tag-groups:read",
		company: queryOrOrganisation,
		effect: reads,
		evidence: documented,
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v0/tags",
		scope: "tag-groups:read",
		company: queryOrOrganisation,
		effect: reads,
		evidence: documented,
		uncertain: ["scope"]
	},
	{
		method: "POST",
		path: "/v0/tag-groups",
		scope: "tag-groups:write",
		company: queryOrOrganisation,
		effect: writes,
		evidence: documented,
		uncertain: ["scope"]
	},
	{
		method: "PUT",
		path: "/v0/tag-groups/{id}",
		scope: "tag-groups:write",
		company: queryOrOrganisation,
		effect: writes,
		evidence: documented,
		uncertain: ["scope"]
	},
	{
		method: "DELETE",
		path: "/v0/tag-groups/{id}",
		scope: "tag-groups:write",
		company: queryOrOrganisation,
		effect: writes,
		evidence: documented,
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v0/tax-codes/{id}",
		scope: "tax-codes:read",
		company: none,
		effect: reads,
		evidence: documented,
		uncertain: ["scope"]
	},
	{
		method: "POST",
		path: "/v0/tax-codes:search",
		scope: "tax-codes:read",
		company: query(true),
		effect: reads,
		evidence: documented,
		uncertain: ["scope"]
	},
	{
		method: "POST",
		path: "/v0/tax-codes",
		scope: "tax-codes:write",
		company: body,
		effect: writes,
		evidence: documented,
		uncertain: ["scope"]
	},
	{
		method: "PUT",
		path: "/v0/tax-codes/{id}",
		scope: "tax-codes:write",
		company: body,
		effect: writes,
		evidence: documented,
		uncertain: ["scope"]
	},
	{
		method: "DELETE",
		path: "/v0/tax-codes/{id}",
		scope: "tax-codes:write",
		company: none,
		effect: writes,
		evidence: documented,
		uncertain: ["scope"]
	},
	{
		method: "GET",
		path: "/v1/chart-of-accounts/{id}",
		scope: "accounts:read",
		company: none,
		effect: reads,
		evidence: documented
	},
	{
		method: "POST",
		path: "/v1/chart-of-accounts:search",
		scope: "accounts:read",
		company: body,
		effect: reads,
		evidence: documented
	},
	{
		method: "POST",
		path: "/v1/chart-of-accounts",
		scope: "accounts:write",
		company: body,
		effect: writes,
		evidence: documented
	},
	{
		method: "POST",
		path: "/v1/chart-of-accounts/batch",
		scope: "accounts:write",
		company: body,
		effect: writes,
		evidence: documented
	},
	{
		method: "PUT",
		path: "/v1/chart-of-accounts/{id}",
		scope: "accounts:write",
		company: none,
		effect: writes,
		evidence: documented
	},
	{
		method: "DELETE",
		path: "/v1/chart-of-accounts/{id}",
		scope: "accounts:write",
		company: none,
		effect: writes,
		evidence: documented
	},
	{
		method: "GET",
		path: "/v1-beta/accounts",
		scope: null,
		company: none,
		effect: reads,
		credential: "oauth-only",
		evidence: documented
	},
	{
		method: "GET",
		path: "/v1/vendors/{id}",
		scope: "vendors:read",
		company: none,
		effect: reads,
		evidence: documented
	},
	{
		method: "POST",
		path: "/v1/vendors:search",
		scope: "vendors:read",
		company: query(true),
		effect: reads,
		evidence: documented
	},
	{
		method: "POST",
		path: "/v1/vendors",
		scope: "vendors:write",
		company: body,
		effect: writes,
		evidence: documented
	},
	{
		method: "PUT",
		path: "/v1/vendors/{id}",
		scope: "vendors:write",
		company: none,
		effect: writes,
		evidence: documented
	},
	{
		method: "POST",
		path: "/v1/vendors/{id}:archive",
		scope: "vendors:write",
		company: none,
		effect: writes,
		evidence: documented,
		uncertain: ["method"]
	},
	{
		method: "POST",
		path: "/v1/vendors/{id}:activate",
		scope: "vendors:write",
		company: none,
		effect: writes,
		evidence: documented,
		uncertain: ["method"]
	},
	{
		method: "POST",
		path: "/v1/accounting-entries:search",
		scope: "accounting-entries:read",
		company: queryOrOrganisation,
		effect: reads,
		exposes: "spending",
		evidence: "seen-in-code"
	},
	{
		method: "GET",
		path: "/v1/accounting-entries/{id}",
		scope: "accounting-entries:read",
		company: none,
		effect: reads,
		exposes: "spending",
		evidence: "seen-in-code"
	},
	{
		method: "GET",
		path: "/v1/accounting-entries/{id}/receipts",
		scope: "accounting-entries:read",
		company: none,
		effect: reads,
		exposes: "spending",
		evidence: "seen-in-code"
	},
	{
		method: "POST",
		path: "/v2/accounting-entries:enrich",
		scope: null,
		company: none,
		effect: writes,
		evidence: "unknown"
	},
	{
		method: "GET",
		path: "/v1/subscriptions",
		scope: null,
		company: none,
		effect: reads,
		exposes: "endpoint addresses and their credentials",
		evidence: documented
	},
	{
		method: "GET",
		path: "/v1/subscriptions/{id}",
		scope: null,
		company: none,
		effect: reads,
		exposes: "endpoint addresses and their credentials",
		evidence: documented
	},
	{
		method: "GET",
		path: "/v1/subscriptions/{id}/activities",
		scope: null,
		company: none,
		effect: reads,
		evidence: documented
	},
	{
		method: "GET",
		path: "/v1/subscriptions/{id}/secret",
		scope: null,
		company: none,
		effect: reads,
		exposes: "the webhook secret",
		evidence: documented
	},
	{
		method: "POST",
		path: "/v1/subscriptions",
		scope: null,
		company: none,
		effect: writes,
		evidence: documented
	},
	{
		method: "PUT",
		path: "/v1/subscriptions/{id}",
		scope: null,
		company: none,
		effect: writes,
		evidence: documented
	}
];

export { GuardError as C, isSendable as S, otherEnvironment as _, withLoopbackDirect as a, parseUuid as b, describeDays as c, AREAS as d, CATALOGUE as f, findPleoHost as g, API_ORIGINS as h, secretsWithin as i, parseDeclaredInstant as l, keyHandling as m, createTextMasker as n, parseApiOrigin as o, FINDING_IDS as p, maskableSpellings as r, guardKey as s, ENDPOINTS as t, createFinding as u, decideVerdict as v, startDeadline as w, parseKey as x, orderFindings as y };