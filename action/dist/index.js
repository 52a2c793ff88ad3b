import * as os$1 from "os";
import os, { EOL } from "os";

// scripts/action-bundle/stand-ins/late-fs.ts
const fs = process.getBuiltinModule("node:fs");
const { constants, existsSync, appendFileSync, readFileSync, writeSync } = fs;
const promises = {
	access: promised(fs.accessSync),
	appendFile: promised(fs.appendFileSync),
	writeFile: promised(fs.writeFileSync)
};
function promised(call) {
	return (...given) => new Promise((resolve) => {
		call(...given);
		resolve();
	});
}

// node_modules/@actions/core/lib/utils.js
function toCommandValue(e){return e==null?``:typeof e==`string`||e instanceof String?e:JSON.stringify(e)}function toCommandProperties(e){return Object.keys(e).length?{title:e.title,file:e.file,line:e.startLine,endLine:e.endLine,col:e.startColumn,endColumn:e.endColumn}:{}}
// node_modules/@actions/core/lib/command.js
function issueCommand(e,t,n){let r=new Command(e,t,n);process.stdout.write(r.toString()+os$1.EOL)}const CMD_STRING=`::`;var Command=class{constructor(e,t,n){e||=`missing.command`,this.command=e,this.properties=t,this.message=n}toString(){let e=`::`+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=` `;let t=!0;for(let n in this.properties)if(this.properties.hasOwnProperty(n)){let r=this.properties[n];r&&(t?t=!1:e+=`,`,e+=`${n}=${escapeProperty(r)}`)}}return e+=`::${escapeData(this.message)}`,e}};function escapeData(e){return toCommandValue(e).replace(/%/g,`%25`).replace(/\r/g,`%0D`).replace(/\n/g,`%0A`)}function escapeProperty(e){return toCommandValue(e).replace(/%/g,`%25`).replace(/\r/g,`%0D`).replace(/\n/g,`%0A`).replace(/:/g,`%3A`).replace(/,/g,`%2C`)}
// scripts/action-bundle/stand-ins/delimiter.ts
function randomUUID() {
	return `${process.hrtime.bigint().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(e,t){let n=process.env[`GITHUB_${e}`];if(!n)throw Error(`Unable to find environment variable for file command ${e}`);if(!existsSync(n))throw Error(`Missing file at path: ${n}`);appendFileSync(n,`${toCommandValue(t)}${os$1.EOL}`,{encoding:`utf8`})}function prepareKeyValueMessage(e,t){let n=`ghadelimiter_${randomUUID()}`,r=toCommandValue(t);if(e.includes(n))throw Error(`Unexpected input: name should not contain the delimiter "${n}"`);if(r.includes(n))throw Error(`Unexpected input: value should not contain the delimiter "${n}"`);return`${e}<<${n}${os$1.EOL}${r}${os$1.EOL}${n}`}
// node_modules/@actions/core/lib/oidc-utils.js
var __awaiter$3=function(e,t,n,r){function i(e){return e instanceof n?e:new n(function(t){t(e)})}return new(n||=Promise)(function(n,a){function o(e){try{c(r.next(e))}catch(e){a(e)}}function s(e){try{c(r.throw(e))}catch(e){a(e)}}function c(e){e.done?n(e.value):i(e.value).then(o,s)}c((r=r.apply(e,t||[])).next())})};
// node_modules/@actions/core/lib/summary.js
var __awaiter$2=function(e,t,n,r){function i(e){return e instanceof n?e:new n(function(t){t(e)})}return new(n||=Promise)(function(n,a){function o(e){try{c(r.next(e))}catch(e){a(e)}}function s(e){try{c(r.throw(e))}catch(e){a(e)}}function c(e){e.done?n(e.value):i(e.value).then(o,s)}c((r=r.apply(e,t||[])).next())})};const{access,appendFile,writeFile}=promises,SUMMARY_ENV_VAR=`GITHUB_STEP_SUMMARY`,summary=new class{constructor(){this._buffer=``}filePath(){return __awaiter$2(this,void 0,void 0,function*(){if(this._filePath)return this._filePath;let e=process.env[SUMMARY_ENV_VAR];if(!e)throw Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);try{yield access(e,constants.R_OK|constants.W_OK)}catch{throw Error(`Unable to access summary file: '${e}'. Check if the file has correct read/write permissions.`)}return this._filePath=e,this._filePath})}wrap(e,t,n={}){let r=Object.entries(n).map(([e,t])=>` ${e}="${t}"`).join(``);return t?`<${e}${r}>${t}</${e}>`:`<${e}${r}>`}write(e){return __awaiter$2(this,void 0,void 0,function*(){let t=!!e?.overwrite,n=yield this.filePath();return yield(t?writeFile:appendFile)(n,this._buffer,{encoding:`utf8`}),this.emptyBuffer()})}clear(){return __awaiter$2(this,void 0,void 0,function*(){return this.emptyBuffer().write({overwrite:!0})})}stringify(){return this._buffer}isEmptyBuffer(){return this._buffer.length===0}emptyBuffer(){return this._buffer=``,this}addRaw(e,t=!1){return this._buffer+=e,t?this.addEOL():this}addEOL(){return this.addRaw(EOL)}addCodeBlock(e,t){let n=Object.assign({},t&&{lang:t}),r=this.wrap(`pre`,this.wrap(`code`,e),n);return this.addRaw(r).addEOL()}addList(e,t=!1){let n=t?`ol`:`ul`,r=e.map(e=>this.wrap(`li`,e)).join(``),i=this.wrap(n,r);return this.addRaw(i).addEOL()}addTable(e){let t=e.map(e=>{let t=e.map(e=>{if(typeof e==`string`)return this.wrap(`td`,e);let{header:t,data:n,colspan:r,rowspan:i}=e,a=t?`th`:`td`,o=Object.assign(Object.assign({},r&&{colspan:r}),i&&{rowspan:i});return this.wrap(a,n,o)}).join(``);return this.wrap(`tr`,t)}).join(``),n=this.wrap(`table`,t);return this.addRaw(n).addEOL()}addDetails(e,t){let n=this.wrap(`details`,this.wrap(`summary`,e)+t);return this.addRaw(n).addEOL()}addImage(e,t,n){let{width:r,height:i}=n||{},a=Object.assign(Object.assign({},r&&{width:r}),i&&{height:i}),o=this.wrap(`img`,null,Object.assign({src:e,alt:t},a));return this.addRaw(o).addEOL()}addHeading(e,t){let n=`h${t}`,r=[`h1`,`h2`,`h3`,`h4`,`h5`,`h6`].includes(n)?n:`h1`,i=this.wrap(r,e);return this.addRaw(i).addEOL()}addSeparator(){let e=this.wrap(`hr`,null);return this.addRaw(e).addEOL()}addBreak(){let e=this.wrap(`br`,null);return this.addRaw(e).addEOL()}addQuote(e,t){let n=Object.assign({},t&&{cite:t}),r=this.wrap(`blockquote`,e,n);return this.addRaw(r).addEOL()}addLink(e,t){let n=this.wrap(`a`,e,{href:t});return this.addRaw(n).addEOL()}};
// node_modules/@actions/core/lib/platform.js
var __awaiter$1=function(e,t,n,r){function i(e){return e instanceof n?e:new n(function(t){t(e)})}return new(n||=Promise)(function(n,a){function o(e){try{c(r.next(e))}catch(e){a(e)}}function s(e){try{c(r.throw(e))}catch(e){a(e)}}function c(e){e.done?n(e.value):i(e.value).then(o,s)}c((r=r.apply(e,t||[])).next())})};const platform=os.platform(),arch=os.arch();
// node_modules/@actions/core/lib/core.js
var __awaiter=function(e,t,n,r){function i(e){return e instanceof n?e:new n(function(t){t(e)})}return new(n||=Promise)(function(n,a){function o(e){try{c(r.next(e))}catch(e){a(e)}}function s(e){try{c(r.throw(e))}catch(e){a(e)}}function c(e){e.done?n(e.value):i(e.value).then(o,s)}c((r=r.apply(e,t||[])).next())})},ExitCode;(function(e){e[e.Success=0]=`Success`,e[e.Failure=1]=`Failure`})(ExitCode||={});function setSecret(e){issueCommand(`add-mask`,{},e)}function setOutput(e,t){if(process.env.GITHUB_OUTPUT)return issueFileCommand(`OUTPUT`,prepareKeyValueMessage(e,t));process.stdout.write(os$1.EOL),issueCommand(`set-output`,{name:e},toCommandValue(t))}function error(e,t={}){issueCommand(`error`,toCommandProperties(t),e instanceof Error?e.toString():e)}function warning(e,t={}){issueCommand(`warning`,toCommandProperties(t),e instanceof Error?e.toString():e)}function notice(e,t={}){issueCommand(`notice`,toCommandProperties(t),e instanceof Error?e.toString():e)}function info(e){process.stdout.write(e+os$1.EOL)}
// src/errors.ts
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

// action/pleo-api/loopback-proxy.ts
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

// action/proxy.ts
const VARIABLES = [
	"HTTPS_PROXY",
	"https_proxy",
	"HTTP_PROXY",
	"http_proxy"
];
function hasProxy(env) {
	return VARIABLES.some((name) => (env[name] ?? "") !== "");
}
function useProxy(env, origin, setGlobalProxy) {
	if (!hasProxy(env)) return;
	if (setGlobalProxy !== void 0) {
		setGlobalProxy(withLoopbackDirect(env, origin));
		return;
	}
	if (origin.isLoopback || env["NODE_USE_ENV_PROXY"] === "1") return;
	throw new GuardError("CONFIG_INVALID", "A proxy is set, and this version of Node would pass it by.", { hint: "Set NODE_USE_ENV_PROXY=1 for this step, or use a runner with Node 24.14 or newer." });
}

// src/optional.ts
function optional$1(name, value) {
	return value === void 0 ? {} : { [name]: value };
}

// src/pleo/urn.ts
const UUID$1 = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const UUID_ONLY = new RegExp(`^${UUID$1}$`);
const URN = new RegExp(`^urn:pleo:(company|organi[sz]ation):(${UUID$1})$`);
function parsePleoUrn(text) {
	const [, kind, id] = URN.exec(text) ?? [];
	if (kind === void 0 || id === void 0) return void 0;
	return {
		kind: kind === "company" ? "company" : "organisation",
		id: id.toLowerCase()
	};
}
function parseUuid(text) {
	return UUID_ONLY.test(text) ? text.toLowerCase() : void 0;
}

// src/report/report.ts
const NOTHING_PROVEN = {
	accepted: false,
	active: false,
	company: false
};
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
function orderFindings(findings) {
	return findings.toSorted((left, right) => rank(left) - rank(right));
}

// src/activation/guard-report.ts
function settlePreviousKey(previousKey, findings, proofs) {
	const others = findings.filter(({ id }) => id !== "rotation-previous-alive");
	return decideVerdict(others, proofs) === "pass" ? previousKey : "needed";
}
function expectedCompany({ companyId }) {
	return optional$1("expected", companyId === void 0 ? void 0 : parseUuid(companyId));
}

// src/key/judging/advice.ts
const STORE = "gh secret set PLEO_API_KEY";
const COPY_FROM_PLEO = "Copy the key from where it was stored when Pleo showed it, or make a new one in Pleo";
const MISSING_ADVICE = {
	problem: "There is no key: the value is empty or blank.",
	remedy: `Store the key with \`${STORE}\` and check that the workflow passes that secret on under the same name.`
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
		remedy: `Make an API key in Pleo under Settings > API Keys and store that with \`${STORE}\`.`
	};
}
function foreignAdvice(vendor) {
	return {
		problem: `The value is a secret of another kind (${vendor}), not a Pleo API key.`,
		remedy: `Put the Pleo key in its place with \`${STORE}\`, and replace the other secret if this value was sent or shown anywhere.`
	};
}
const PLACEHOLDERS = {
	"unresolved-reference": {
		problem: "The value is the name of a variable or a secret, which nothing has filled in.",
		remedy: "Check the spelling of the reference and that the step that uses it may read that secret."
	},
	"stringified-nothing": {
		problem: "The value is the word that a program writes when it has no value.",
		remedy: `Find the step that should have supplied the key, or store it with \`${STORE}\`.`
	},
	"masked-copy": {
		problem: "The value is a masked copy, in which most of the key is hidden.",
		remedy: `${COPY_FROM_PLEO}, and store it with \`${STORE}\`.`
	},
	"example-words": {
		problem: "The value is a placeholder from an example, not a key.",
		remedy: `${COPY_FROM_PLEO}, and store it with \`${STORE}\`.`
	},
	"example-characters": {
		problem: "The value is made up of repeated or counting characters, so it is not a real key.",
		remedy: `${COPY_FROM_PLEO}, and store it with \`${STORE}\`.`
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
	"percent-encoded": "characters written as %XX",
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
		remedy: `Run \`${STORE}\` and paste the key alone when it asks, with nothing around it.`
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
function encodeBase64(bytes) {
	let text = "";
	for (let index = 0; index < bytes.length; index += 3) text += encodeGroup(bytes, index, ALPHABETS$1.standard);
	const missing = (3 - bytes.length % 3) % 3;
	return text.slice(0, text.length - missing) + "=".repeat(missing);
}
function encodeGroup(bytes, index, alphabet) {
	const [first = 0, second = 0, third = 0] = [
		bytes[index],
		bytes[index + 1],
		bytes[index + 2]
	];
	const bits = first << 16 | second << 8 | third;
	return alphabet.charAt(bits >> 18) + alphabet.charAt(bits >> 12 & 63) + alphabet.charAt(bits >> 6 & 63) + alphabet.charAt(bits & 63);
}
function base64Value(text, index) {
	return VALUES[text.charCodeAt(index)] ?? -1;
}
const VALUES = (/* @__PURE__ */ new Int8Array(65536)).fill(-1);
for (const alphabet of Object.values(ALPHABETS$1)) for (let value = 0; value < alphabet.length; value++) VALUES[alphabet.charCodeAt(value)] = value;
function hasRun(text, length) {
	for (let start = 0; start + length <= text.length;) {
		let place = start + length - 1;
		while (base64Value(text, place) >= 0) place--;
		if (place < start) return true;
		start = place + 1;
	}
	return false;
}
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
function base64Length(byteCount, skipBits) {
	return Math.ceil((skipBits + byteCount * 8) / 6);
}

// src/key/judging/example-hex.ts
const COUNTING = [
	"0123456789abcdef",
	"1234567890abcdef",
	"0123456789"
];
const LONGEST_UNIT = 8;
const FEW_CHARACTERS = 2;
function isExampleHex(hex) {
	return repeatsUnit(hex, LONGEST_UNIT) || counts(hex) || counts(Array.from(hex).reverse().join(""));
}
function repeatsUnit(hex, longest) {
	for (let unit = 1; unit <= longest && unit * 2 <= hex.length; unit++) if (hex.slice(unit) === hex.slice(0, -unit)) return true;
	return false;
}
function hasFewCharacters(hex) {
	return new Set(hex).size <= FEW_CHARACTERS;
}
function counts(hex) {
	return COUNTING.some((cycle) => cycle.repeat(2 + Math.ceil(hex.length / cycle.length)).includes(hex));
}
function isExampleKey(keyShaped) {
	const body = keyShaped.split("_")[1] ?? "";
	return isExampleHex(body) || repeatsUnit(body, body.length / 2) || hasFewCharacters(body);
}

// src/key/reading/place.ts
const WINDOW = 100;
const AFTER_BASIC = /(?:^|[^A-Za-z0-9])basic["'`]?(?:\s|%20|\+){1,4}["'`]?$/i;
const AFTER_SCHEME = /[a-z][a-z0-9+.-]{0,20}:(?:\\?\/){2}$/i;
const BEFORE_HOST = /^(?:(?::|%3A)[^\s@/]{0,80})?@/i;
const AFTER_PARAMETER = /(?:[?&]|&amp;|\\u0026)[A-Za-z0-9_.~%[\]-]{1,64}=$/;
function placeOf$1(text, start, end) {
	const before = text.slice(Math.max(0, start - WINDOW), start);
	if (AFTER_BASIC.test(before)) return "basic-header";
	if (AFTER_SCHEME.test(before) && BEFORE_HOST.test(text.slice(end, end + WINDOW))) return "url-user";
	return AFTER_PARAMETER.test(before) ? "url-query" : "text";
}

// src/key/reading/line-wrap.ts
const SHORTEST_WRAPPED_LINE = 40;
const LONGEST_WRAPPED_LINE = 120;
const WRITTEN_BREAK = "\\\\{1,4}(?:r\\\\{1,4}n|[rn])";
const BREAK = `(?:\\r\\n?|\\n|${WRITTEN_BREAK})`;
const INDENT = "[ \\t>#]{0,40}";
const SPACE = "[ \\t]{0,40}";
const QUOTE$1 = "\\\\{0,3}[\"'`]";
const PLUS = "[+.]";
const CONCATENATION = `${QUOTE$1}${SPACE}(?:${PLUS}?${SPACE}\\\\?${BREAK}${INDENT}(?:${PLUS}${SPACE})?|${PLUS}${SPACE})${QUOTE$1}`;
const WRAP_PATTERN = `(?:${`${WRITTEN_BREAK}${QUOTE$1}${SPACE}[,+]?${SPACE}${BREAK}?${INDENT}${QUOTE$1}`}|[ \\t]{0,4}\\\\?${BREAK}${INDENT}|${CONCATENATION})`;
const LINE_FEED = 10;
const WRAP = new RegExp(WRAP_PATTERN, "y");
const WRAPS = new RegExp(WRAP_PATTERN, "g");
const LOOK_BEHIND$1 = 200;
const ENDS_WITH_WRAP = new RegExp(`${WRAP_PATTERN}$`);
function afterWrap(text, index, reading) {
	const next = wrapEnd(text, index);
	if (next === void 0) return void 0;
	return reading === "any-lines" || isFullLine(text, index) ? next : void 0;
}
function wrapEnd(text, index) {
	if (text.charCodeAt(index) === LINE_FEED && base64Value(text, index + 1) >= 0) return index + 1;
	WRAP.lastIndex = index;
	if (!WRAP.test(text)) return void 0;
	const next = WRAP.lastIndex;
	return base64Value(text, next) >= 0 ? next : void 0;
}
function beforeWrap(text, index) {
	const isWritten = text.charAt(index - 1) === "\\" && /[nr]/.test(text.charAt(index));
	const start = isWritten ? index + 1 : index;
	if (!isWritten && !/[\s"'`>#]/.test(text.charAt(start - 1))) return void 0;
	const near = text.slice(Math.max(0, start - LOOK_BEHIND$1), start);
	const wrap = ENDS_WITH_WRAP.exec(near)?.[0];
	if (wrap === void 0) return void 0;
	const end = start - wrap.length;
	return lineLength(text, end) >= 40 ? end : void 0;
}
function isFullLine(text, end) {
	const length = lineLength(text, end);
	return length >= 40 && length <= LONGEST_WRAPPED_LINE;
}
function lineLength(text, end) {
	let length = 0;
	while (length <= LONGEST_WRAPPED_LINE && base64Value(text, end - length - 1) >= 0) length++;
	return length;
}

// src/key/reading/wrapped-prefix.ts
const MOST_ON_A_SIDE = 7;
const BREAKS = [
	"\n",
	"\r",
	"\\",
	"\" + \"",
	"' + '"
];
const BEFORE_BREAK = new Set(Array.from(" 	\"'`+.\\", (character) => character.charCodeAt(0)));
const MOST_BEFORE_BREAK = 12;
function lineJoints(text, prefix) {
	if (!hasRun(text, 40)) return [];
	return BREAKS.flatMap((lineBreak) => jointsAt(text, lineBreak, prefix)).sort((one, other) => one.start - other.start);
}
function jointsAt(text, lineBreak, prefix) {
	const joints = [];
	for (let at = text.indexOf(lineBreak); at >= 0; at = text.indexOf(lineBreak, at + 1)) {
		const end = wrapStart(text, at);
		const joint = isFullLine(text, end) ? jointAt(text, end, prefix) : void 0;
		if (joint !== void 0) joints.push(joint);
	}
	return joints;
}
function wrapStart(text, lineBreak) {
	let start = lineBreak;
	const floor = Math.max(0, lineBreak - MOST_BEFORE_BREAK);
	while (start > floor && BEFORE_BREAK.has(text.charCodeAt(start - 1))) start--;
	while (start < lineBreak && base64Value(text, start) >= 0) start++;
	return start;
}
function jointAt(text, end, prefix) {
	const next = wrapEnd(text, end);
	if (next === void 0) return void 0;
	const start = end - MOST_ON_A_SIDE;
	const joined = text.slice(start, end) + text.slice(next, next + MOST_ON_A_SIDE);
	prefix.lastIndex = 0;
	if (!prefix.test(joined)) return void 0;
	return {
		joined,
		start,
		before: MOST_ON_A_SIDE
	};
}

// src/key/reading/spelled-prefix.ts
const ENDS_IN_01 = "[BFJNRVZdhlptx159]";
const AFTER_P = "(?:l|%6[cC])(?:[a-z]|%(?:6[1-9a-fA-F]|7[0-9aA]))(?:_|%5[fF])(?:[0-9a-fA-F]|%(?:3[0-9]|[46][1-6]))";
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
const NEEDS = PREFIXES.map(({ needs }) => needs).filter((needs) => needs !== void 0);
const EXPRESSIONS = Array.from({ length: 2 ** NEEDS.length }, (_, selection) => {
	const missing = NEEDS.filter((_needs, place) => (selection >> place & 1) === 0);
	return expressionOf(PREFIXES.filter(({ needs }) => needs === void 0 || !missing.includes(needs)));
});
function expressionOf(prefixes) {
	const alternatives = prefixes.map(({ pattern }) => `(${pattern})`);
	return {
		prefixes,
		expression: new RegExp(alternatives.join("|"), "g"),
		quick: new RegExp(prefixes.map(({ pattern }) => pattern).join("|"))
	};
}
const ALL = expressionOf(PREFIXES);
function expressionFor(text) {
	const selection = NEEDS.reduce((selected, needs, place) => selected + (text.includes(needs) ? 2 ** place : 0), 0);
	return EXPRESSIONS[selection] ?? ALL;
}
function readSpelledPrefixes(text, read) {
	const plain = plainPrefixes(text);
	const wrapped = wrappedPrefixes(text);
	const results = [];
	let from = 0;
	let nextPlain = plain(from);
	for (let next = 0;;) {
		if (nextPlain !== void 0 && nextPlain.start < from) nextPlain = plain(from);
		while ((wrapped[next]?.start ?? Infinity) < from) next++;
		const place = earlier(nextPlain, wrapped[next]);
		if (place === void 0) return results;
		const result = read(place.start, place.spelling);
		if (result !== void 0) results.push(result);
		from = result?.end ?? place.start + 1;
	}
}
const PERCENT_PREFIX = new RegExp(`%70${AFTER_P}|p(?!l[a-z]_)${AFTER_P}`);
const PIECE = ["G(?=x)|B(?=s)|[GH](?=[^]f)", "(?<=c)G(?![\\w+/-])|(?<=[HXn3])B(?![\\w+/-])|(?<=b)[GH](?![\\w+/-]{2})"].join("|");
const SIGN_OF_UNSEEN_PREFIX = `\\0|%[5-7]|${PIECE}`;
const SIGN = new RegExp(SIGN_OF_UNSEEN_PREFIX);
function plainPrefixes(text) {
	const { prefixes, expression, quick } = expressionFor(text);
	if (!quick.test(text)) return () => void 0;
	return (from) => {
		expression.lastIndex = from;
		const match = expression.exec(text);
		const spelling = match === null ? void 0 : spellingOf(match, prefixes);
		return match === null || spelling === void 0 ? void 0 : {
			start: match.index,
			spelling
		};
	};
}
function earlier(one, other) {
	if (one === void 0 || other === void 0) return one ?? other;
	return other.start < one.start ? other : one;
}
const BASE64$2 = expressionOf(PREFIXES.filter(({ spelling }) => spelling.kind === "base64"));
const PIECES = new RegExp(PIECE, "g");
const NEAR_END = 7;
function isNearEnd(text, at) {
	for (let place = at - NEAR_END; place <= at + NEAR_END; place++) if (base64Value(text, place) < 0) return true;
	return false;
}
function hasPiece(text) {
	PIECES.lastIndex = 0;
	for (let piece = PIECES.exec(text); piece !== null; piece = PIECES.exec(text)) if (isNearEnd(text, piece.index)) return true;
	return false;
}
function joints(text) {
	return hasPiece(text) ? lineJoints(text, BASE64$2.expression) : [];
}
function wrappedPrefixes(text) {
	return joints(text).flatMap(({ joined, start, before }) => {
		BASE64$2.expression.lastIndex = 0;
		const match = BASE64$2.expression.exec(joined);
		const spelling = match === null ? void 0 : spellingOf(match, BASE64$2.prefixes);
		return match !== null && match.index < before && spelling !== void 0 ? [{
			start: start + match.index,
			spelling
		}] : [];
	});
}
function spellingOf([, ...groups], prefixes) {
	return prefixes.find((_, index) => groups[index] !== void 0)?.spelling;
}

// src/key/reading/word-boundary.ts
const WORD_CHARACTER = /[A-Za-z0-9_]/;
const LOOK_BEHIND = 90;
const ESCAPE_CHARACTER = "(?:\\x1b|\\\\(?:x1[bB]|[uU](?:0000)?001[bB]|033|e))";
const ENDS_ESCAPE = new RegExp([
	"\\\\[antrfvb]",
	"\\\\[0-3]?[0-7]{1,2}",
	"\\\\x[0-9a-fA-F]{2}",
	"\\\\u[0-9a-fA-F]{4}",
	"\\\\U[0-9a-fA-F]{8}",
	"%(?:25){0,4}[0-9a-fA-F]{2}",
	"=(?:3[dD]|2[0-9a-fA-F]|0[9aAdD])",
	`${`(?:${ESCAPE_CHARACTER}\\[|\\x9b|\\\\(?:x9[bB]|u009[bB]|233))`}[0-?]{0,60}[ -/]{0,4}[@-~]`,
	`${ESCAPE_CHARACTER}[(][0-9AB]`,
	"\\[[0-9;]{1,60}m",
	"(?:^|[\\s\"'])-u"
].map((escape) => `${escape}$`).join("|"));
function isWordStart(text, index, { wide = false } = {}) {
	const near = text.slice(Math.max(0, index - LOOK_BEHIND), index);
	const before = wide ? near.replaceAll("\0", "") : near;
	return !WORD_CHARACTER.test(before.slice(-1)) || ENDS_ESCAPE.test(before);
}

// src/key/shape.ts
const KEY_PREFIX = "pl[a-z]_";
const PREFIX_LENGTH = 4;
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
const KEY_PATTERN = `${KEY_PREFIX}[0-9a-f]{${BODY_LENGTH.min},${BODY_LENGTH.max}}_[0-9a-f]{${TAIL_LENGTH.min},${TAIL_LENGTH.max}}`;
const TOLERANT = new RegExp(`^${KEY_PATTERN}$`);
const KNOWN = new RegExp(`^pl[ps]_[0-9a-f]{${BODY_LENGTH.known}}_[0-9a-f]{${TAIL_LENGTH.known}}$`);
const KEY_LENGTH = {
	min: 4 + BODY_LENGTH.min + 1 + TAIL_LENGTH.min,
	max: 4 + BODY_LENGTH.max + 1 + TAIL_LENGTH.max
};
function isKeyShaped(text) {
	return TOLERANT.test(text);
}
function isKnownShape(text) {
	return KNOWN.test(text);
}
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

// src/key/reading/percent-character.ts
const PERCENT = 37;
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
	const { skipBits, wrapped } = spelling;
	const window = {
		start,
		limit,
		goesOn: mayGoOn
	};
	if (wrapped === void 0) return decodeBase64(text, skipBits, window);
	const afterGap = (whole, index) => afterWrap(whole, index, wrapped);
	return decodeBase64(text, skipBits, {
		...window,
		afterGap
	});
}
function base64End(text, start, { spelling, length }) {
	const count = base64Length(length, spelling.skipBits);
	if (spelling.wrapped === void 0) return start + count;
	let end = start;
	for (let read = 0; read < count; read++) end = ((base64Value(text, end) < 0 ? afterWrap(text, end, spelling.wrapped) : void 0) ?? end) + 1;
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
function mayGoOn(code, count) {
	if (count <= 4) return true;
	const isDigit = code >= 48 && code <= 57;
	const isLetter = (code | 32) >= 97 && (code | 32) <= 102;
	return isDigit || isLetter || code === UNDERSCORE;
}

// src/key/find-keys.ts
function findKeys(text) {
	return readSpelledPrefixes(text, (start, spelling) => readKey$1(text, start, spelling)).filter(({ key }) => !isExampleKey(key)).map((found) => ({
		...found,
		place: placeOf$1(text, found.start, found.end)
	}));
}
const WHOLE_KEY = new RegExp(`^${KEY_PATTERN}(?![A-Za-z0-9_])`);
const LOOK_AHEAD = KEY_LENGTH.max + 1;
function readKey$1(text, start, spelling) {
	if (!mayBegin(text, start, spelling)) return readEmphasised(text, start, spelling);
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
function readWrapped(text, start, spelling) {
	const found = readSpelled(text, start, {
		...spelling,
		wrapped: "full-lines"
	});
	if (found === void 0) return void 0;
	return found.end - start > base64Length(found.key.length, spelling.skipBits) ? found : void 0;
}
function mayBegin(text, start, { kind }) {
	return kind === "base64" || isWordStart(text, start, { wide: kind === "utf-16" });
}
const PLAIN = { kind: "plain" };
const EMPHASIS_BEFORE = /(?<![A-Za-z0-9_])_{1,3}$/;
const EMPHASISED_KEY = new RegExp(`^(${KEY_PATTERN})(_{1,3})(?![A-Za-z0-9_])`);
const LONGEST_EMPHASIS = 3;
function readEmphasised(text, start, { kind }) {
	if (kind !== "percent" || text.charAt(start - 1) !== "_") return void 0;
	const before = text.slice(Math.max(0, start - LONGEST_EMPHASIS - 1), start);
	const opening = EMPHASIS_BEFORE.exec(before)?.[0];
	if (opening === void 0) return void 0;
	const ahead = text.slice(start, start + LOOK_AHEAD + LONGEST_EMPHASIS);
	const [, key, closing] = EMPHASISED_KEY.exec(ahead) ?? [];
	if (key === void 0 || closing !== opening) return void 0;
	return {
		key,
		start,
		end: start + key.length,
		spelling: PLAIN
	};
}
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

// src/key/judging/clean-inside.ts
const CONTROLS$1 = /(?!\s)\p{Cc}(?:\[[0-9;]*[A-Za-z])?/gu;
const ZERO_WIDTHS = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const LINE_BREAKS = /[\r\n\u2028\u2029]+/g;
const SPACES = /\s+/g;
const cleanInside = [
	remover("zero-width-character", ZERO_WIDTHS),
	remover("control-character", CONTROLS$1),
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
function noteColon(text) {
	if (!text.includes(":")) return void 0;
	return {
		text,
		damages: [...noteNonAscii(text)?.damages ?? [], "colon"]
	};
}
function noteNonAscii(text) {
	return /[^\0-\x7f]/.test(text) ? {
		text,
		damages: ["non-ascii"]
	} : void 0;
}

// src/key/judging/open-wrapping.ts
const openWrapping = [
	openJson,
	openCurl,
	openUrl,
	openAssignment
];
const JSON_TEXT = /^[[{].*[\]}]$|^"[^"]*"\s*:\s*"/s;
const JSON_VALUE = /:\s*"((?:[^"\\]|\\.)*)"/g;
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
const SPEAKING_PARAMETER = /key|token|secret/i;
function openUrl(text) {
	if (!URL$1.test(text)) return void 0;
	return {
		text: userOf(text) ?? parameterOf(text) ?? text,
		damages: ["url"]
	};
}
function userOf(url) {
	const [authority = ""] = url.slice(url.indexOf("://") + 3).split(/[\s/?#]/, 1);
	const [user = ""] = authority.slice(0, authority.indexOf("@") + 1).split(/[:@]/, 1);
	return user === "" ? void 0 : user;
}
function parameterOf(url) {
	const [, query = ""] = /^[^?#]*\?([^#\s]*)/.exec(url) ?? [];
	const [, value = ""] = query.split(/[?&]/).map((each) => each.split("=", 2)).find(([name = ""]) => SPEAKING_PARAMETER.test(name)) ?? [];
	return value === "" ? void 0 : value;
}
const ASSIGNMENT = new RegExp(`^(?:(?:-\\s+|export\\s+|set\\s+|setx\\s+|env\\s+|const\\s+|let\\s+|var\\s+|\\\$env:))?-{0,2}([A-Za-z_][A-Za-z0-9_.-]*)\\s*(?::?=(?!=)|:\\s)\\s*(.*)$`, "s");
const CONSTANT_NAME = /^[A-Z][A-Z0-9_]*$/;
const SPEAKING_NAME = /pleo|key|token|secret|password|credential|auth/i;
const HEADER_NAME = /^(?:proxy-)?authorization$/i;
function openAssignment(text) {
	const [, name = "", value = ""] = ASSIGNMENT.exec(text) ?? [];
	if (!isSettingName(name, value) || HEADER_NAME.test(name)) return void 0;
	return {
		text: value,
		damages: ["assignment"]
	};
}
function isSettingName(name, value) {
	const [isSpeaking, isConstant] = [SPEAKING_NAME.test(name), CONSTANT_NAME.test(name)];
	return value === "" ? isSpeaking && isConstant : isSpeaking || isConstant;
}

// src/key/judging/peels.ts
const PEELS = [
	peelByteOrderMark,
	peelEdges,
	...openWrapping,
	peelPrefix("header-line", /^(?:(?:-H|--header)\s*["']?)?(?:proxy-)?authorization["']?\s*[:=]\s*/i),
	peelPrefix("bearer-prefix", /^bearer(?:\s+|%20|:\s*|$)/i),
	peelPrefix("basic-prefix", /^basic(?:\s+|%20|:\s*|$)/i),
	peelQuotes,
	peelPunctuation,
	decodeCredentials,
	decodePercent,
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
const JUNK = "(?:[!\"'`#$()*+,./;=>?@[\\]^_{|}~-]|</?[A-Za-z][A-Za-z0-9:._-]{0,20}>|&#?[A-Za-z0-9]{1,8};|\\\\[nrt]|[<\\\\])";
const OPENING_JUNK = new RegExp(`^${JUNK}+`);
const CLOSING_JUNK = new RegExp(`${JUNK}{1,40}$`);
const LONGEST_JUNK = 200;
function peelPunctuation(text) {
	if (text.length > KEY_LENGTH.max + LONGEST_JUNK) return void 0;
	const rest = text.replace(OPENING_JUNK, "").replace(CLOSING_JUNK, "");
	return rest !== text && isKeyShaped(rest) ? {
		text: rest,
		damages: ["punctuation"]
	} : void 0;
}
const BASE64$1 = /^[A-Za-z0-9+/_-]{8,}={0,2}$/;
const USER_NAME = /^[\x21-\x39\x3b-\x7e]{16,}$/;
function decodeCredentials(text) {
	if (!BASE64$1.test(text)) return void 0;
	const decoded = decodeBase64(text);
	const user = decoded.replace(/:$/, "");
	return holdsOneKey(decoded) || user !== decoded && USER_NAME.test(user) ? {
		text: user,
		damages: ["encoded-credentials"]
	} : void 0;
}
function holdsOneKey(text) {
	return new Set(findKeys(text).map(({ key }) => key)).size === 1;
}
const ESCAPES = /%[0-9A-Fa-f]{2}/g;
function decodePercent(text) {
	const decoded = text.replace(ESCAPES, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
	return decoded !== text && holdsOneKey(decoded) ? {
		text: decoded,
		damages: ["percent-encoded"]
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
	"percent-encoded",
	"trailing-colon",
	"colon",
	"inner-whitespace",
	"control-character",
	"zero-width-character",
	"non-ascii"
];
const MOST_LAYERS = 16;
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

// src/key/judging/foreign-secret.ts
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
		pattern: /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}$/
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
		vendor: "Figma",
		pattern: /^figd_[A-Za-z0-9_-]{30,80}$/
	},
	{
		vendor: "Sentry",
		pattern: /^sntry[su]_[A-Za-z0-9+/=_-]{40,}$/
	},
	{
		vendor: "New Relic",
		pattern: /^NRAK-[A-Z0-9]{27}$/
	},
	{
		vendor: "Square",
		pattern: /^sq0[a-z]{3}-[A-Za-z0-9_-]{22,50}$/
	},
	{
		vendor: "Databricks",
		pattern: /^dapi[a-f0-9]{32}(?:-\d)?$/
	},
	{
		vendor: "Notion",
		pattern: /^ntn_[A-Za-z0-9]{40,60}$/
	},
	{
		vendor: "Supabase",
		pattern: /^sb[ps]_[a-f0-9]{40}$/
	},
	{
		vendor: "age",
		pattern: /^AGE-SECRET-KEY-1[A-Z0-9]{58}$/
	},
	{
		vendor: "SSH",
		pattern: /^ssh-(?:rsa|ed25519) AAAA/
	}
];
function foreignVendor(text) {
	return FOREIGN_SECRETS.find(({ pattern }) => pattern.test(text))?.vendor;
}

// src/key/judging/placeholder.ts
const REFERENCES = [
	/^\$\{.*\}$/s,
	/^\$\(.*\)$/s,
	/^\$\{[A-Za-z_][A-Za-z0-9_]*$/,
	/^\$[A-Za-z_][A-Za-z_:]*\d{0,2}$/,
	/^%[A-Za-z_][A-Za-z0-9_]*%$/,
	/^\{\{.*\}\}$/s,
	/^#\{.*\}#?$/s,
	/^<%.*%>$/s,
	/^@@?[A-Z][A-Z0-9_]*@@?$/,
	/^(?:process\.env|import\.meta\.env|os\.environ|secrets|vars|env)[.[]["']?[A-Za-z_]+\d{0,2}["'\]]*$/,
	/^@Microsoft\.KeyVault\(.*\)$/i,
	/^ENC\[.*\]$/s,
	/^(?:op|vault|keyvault|awssm|gcpsm|ssm|doppler|sops):\/\/.+$/,
	/^(?:vault|secretref|ssm):[A-Za-z0-9_./#-]+$/
];
const NOTHING = /^(?:undefined|null|none|nil|nan|n\/a|\((?:null|none|nil)\)|void 0|\[object \w+\]|true|false)$/i;
const MASKS = /\*{3}|\u2026|^.{0,12}\.{3}|\.{3}.{0,12}$|x{8}|X{8}|[\u2022\u25cf\u2217\u00b7]{2}|^[*.\u2022\u25cf\u2217\u00b7-]+$/;
const IN_BRACKETS = /^[<[{]+(?:\d{1,3} )?\p{L}[\p{L}_ .'-]{0,80}\d{0,2}[>\]}]+$/u;
const DESCRIBED = /^[A-Za-z]{0,8}_?(?:<(?:\d{1,3} )?[A-Za-z][A-Za-z_ .'-]{0,40}>_?)+$/;
const REPEATED = /^(.)\1{2,}$/s;
const SEPARATORS = /[\s\-_.,:/]+/;
const VOCABULARY = new Set("pls plp pleo pleos your my our the a an api apikey key keys token secret secrets credential credentials password value standalone integrated production staging prod live real actual here goes is this put paste enter insert add set use test tests testing example examples sample demo dummy fake mock foo bar baz placeholder change changeme me replace replaceme with in to do todo fixme tbd none na null undefined empty redacted hidden masked string text some company id abc xyz yourkey mykey yourapikey myapikey yourtoken mytoken yoursecret hunter2 hex chars characters digits qwerty asdf foobar lorem ipsum deadbeef cafebabe abcd abcdef abcdefgh abcdefghij abcd1234 123 1234 12345 123456 abc123 din dit jeres nøgle noegle nøkkel nyckel hemmelig hemmelighed hemlighet her här indsæt dein deine ihr ihre schlüssel schluessel geheim geheimnis hier einfügen einfuegen eintragen beispiel jouw uw je sleutel invullen voorbeeld votre vos ta ton cle clé clef secrète ici mettre exemple jeton tu su clave llave aquí aqui ejemplo secreto tua sua chiave qui chave avain tähän twój twoj klucz tutaj der die das den la le el il un une eine de da et og och und en".split(" "));
const LONGEST_WORDING = 200;
const SHORTEST_COUNT = 6;
function placeholderReason(text) {
	if (REFERENCES.some((reference) => reference.test(text))) return "unresolved-reference";
	if (NOTHING.test(text)) return "stringified-nothing";
	if (isWording(text)) return "example-words";
	if (MASKS.test(text)) return "masked-copy";
	return isMadeUp(text) ? "example-characters" : void 0;
}
function isWording(text) {
	if (text.length > LONGEST_WORDING) return false;
	if (IN_BRACKETS.test(text) || DESCRIBED.test(text)) return true;
	const words = text.normalize().toLowerCase().split(SEPARATORS).filter(Boolean);
	const spoken = words.filter((word) => VOCABULARY.has(word) || !/^\d{1,4}$/.test(word));
	const isSpoken = spoken.length === words.length || spoken.length > 1;
	return spoken.length > 0 && isSpoken && spoken.every(isExampleWord);
}
function isExampleWord(word) {
	return VOCABULARY.has(word) || /^x{2,}$/.test(word);
}
function isMadeUp(text) {
	if (isKeyShaped(text)) return isExampleKey(text);
	const rest = text.replace(/^pl[a-z]_/, "");
	if (REPEATED.test(rest)) return true;
	const digits = rest.replaceAll("_", "").toLowerCase();
	return digits.length >= SHORTEST_COUNT && isExampleHex(digits);
}

// src/key/mask.ts
const HIDDEN = "****";
function keyHint$1(value) {
	return isKeyShaped(value) ? value.slice(-4) : void 0;
}
function maskKey(value) {
	return HIDDEN + (keyHint$1(value) ?? "");
}

// src/key/pleo-key.ts
var PleoKey = class {
	#value;
	constructor(value) {
		this.#value = value;
	}
	reveal() {
		return this.#value;
	}
	get hint() {
		return keyHint$1(this.#value);
	}
	equals(other) {
		return this.#value === other.#value;
	}
	toString() {
		return #value in this ? maskKey(this.#value) : HIDDEN;
	}
	toJSON() {
		return this.toString();
	}
	[Symbol.toPrimitive]() {
		return this.toString();
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return `PleoKey(${this.toString()})`;
	}
};

// src/key/judging/token.ts
const JWT = /^eyJ[A-Za-z0-9_-]*\.(?:([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]*|(?:[A-Za-z0-9_-]*\.){3}[A-Za-z0-9_-]*)$/;
const OAUTH_HEADER = /"typ"\s*:\s*"(?:application\/)?at\+jwt"/i;
const OAUTH_PAYLOAD = /"iss"\s*:\s*"pleo\./;
const LEGACY_PAYLOAD = /"company_?id"\s*:/i;
function tokenKind(text) {
	const parts = JWT.exec(text);
	if (parts === null) return void 0;
	const claims = decodeBase64(parts[1] ?? "");
	if (OAUTH_HEADER.test(decodeBase64(text)) || OAUTH_PAYLOAD.test(claims)) return "oauth";
	return LEGACY_PAYLOAD.test(claims) ? "legacy" : "jwt";
}

// src/key/parse-key.ts
const INVISIBLE$1 = /[\s\u200b-\u200f\u2060\ufeff]/g;
function parseKey(raw) {
	const { layers, damages } = peelValue(raw, (layer) => recognise(layer, raw) !== void 0);
	const core = layers.at(-1) ?? raw;
	if (core.replace(INVISIBLE$1, "") === "") return {
		kind: "missing",
		advice: MISSING_ADVICE
	};
	const recognised = recognise(core, raw);
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
function recognise(text, raw) {
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
	if (reason === void 0 || findKeys(text).length > 0 || findKeys(raw).length > 0) return;
	return {
		kind: "placeholder",
		reason,
		advice: placeholderAdvice(reason)
	};
}
function withSendableToken(recognised, raw) {
	return recognised.kind === "legacy-token" && tokenKind(raw) !== void 0 ? {
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
const API_ORIGINS = {
	production: "https://external.pleo.io",
	staging: "https://external.staging.pleo.io"
};
const WEB_APP_ORIGINS = {
	production: "https://app.pleo.io",
	staging: "https://app.staging.pleo.io"
};
function findPleoHost(hostname) {
	const wanted = hostname.toLowerCase();
	return PLEO_HOSTS.find(({ host }) => host === wanted);
}
function otherEnvironment(environment) {
	return environment === "production" ? "staging" : "production";
}

// src/pleo/web-app.ts
const STORE_KEY = "store it with `gh secret set PLEO_API_KEY`";
function keyHandling(kind, environment) {
	const origin = WEB_APP_ORIGINS[environment];
	if (kind === "integrated") {
		const place = `Settings > Accounting in Pleo's web app (${origin})`;
		return {
			place,
			renew: `install the integration again under ${place}, which makes a new key, and ${STORE_KEY}`,
			renewThere: `install the integration again there, which makes a new key, and ${STORE_KEY}`,
			rescope: "ask Pleo to change them for this integration, since Pleo sets the scopes of an Integrated key",
			revoke: `disconnect it under ${place}, or ask Pleo's support where it is not shown there`
		};
	}
	const place = `Settings > API Keys in Pleo's web app (${origin})`;
	return {
		place,
		renew: `make a new key under ${place} and ${STORE_KEY}`,
		renewThere: `make a new one there and ${STORE_KEY}`,
		rescope: `make a new key with exactly the needed permissions under ${place} and ${STORE_KEY}, since the scopes of a key cannot be changed`,
		revoke: `open its row under ${place} and choose Delete`
	};
}

// src/report/catalogue.ts
const AREAS = [
	"format",
	"activation",
	"company",
	"scopes",
	"expiry",
	"rotation"
];
const SCAN_AREAS = ["leak", "workflow"];
const CATALOGUE = {
	"key-missing": {
		area: "format",
		severity: "error",
		gate: true,
		title: "No key was given",
		cause: "There is no key to check: the value is empty, so nothing about Pleo could be proven.",
		remedy: "If there is a key, store it with `gh secret set PLEO_API_KEY` and pass it as `api-key`; if not, {renew}."
	},
	"key-damaged": {
		area: "format",
		severity: "error",
		gate: true,
		title: "The key was damaged when it was stored",
		cause: "{problem}, so it was not sent to Pleo, and whatever uses the stored value would be refused or send it wrongly.",
		remedy: "{fix}"
	},
	"key-placeholder": {
		area: "format",
		severity: "error",
		gate: true,
		title: "The value is a placeholder",
		cause: "{problem}, so it opens no company, and every call of the integration would fail.",
		remedy: "{fix}"
	},
	"key-foreign-secret": {
		area: "format",
		severity: "error",
		gate: true,
		title: "The value is another product's secret",
		cause: "{problem}, so it was not sent anywhere, lest it be disclosed to Pleo.",
		remedy: "{fix}"
	},
	"key-legacy-token": {
		area: "format",
		severity: "error",
		gate: true,
		title: "The value is a token (JWT), not an API key",
		cause: "{problem}, and tokens do not work where API keys do.",
		remedy: "To get an API key, {renew}."
	},
	"key-looks-like-token": {
		area: "format",
		severity: "warning",
		title: "The key looks like a token (JWT)",
		cause: "The value has the form of a token of the legacy API or of OAuth, which is strange for an API key, but the form of Integrated keys is not known, so it was sent.",
		remedy: "If Pleo accepts it, nothing needs to be done; if not, {renew}."
	},
	"key-shape-unknown": {
		area: "format",
		severity: "notice",
		title: "The key has a shape that this version does not know",
		cause: "{problem}, which is no error, since Pleo documents no format: Pleo's answer alone decides whether it works.",
		remedy: "{fix}"
	},
	"key-rejected": {
		area: "activation",
		severity: "error",
		gate: true,
		title: "Pleo rejects the key",
		cause: "Pleo answered 401 to {question}, so the key opens nothing: it has expired, was deleted or replaced, belongs to the other environment (this is {environment}), or was never a Pleo API key.",
		remedy: "Check under {place} whether the key is still there; if it is, compare its expiry and the last four characters with those of the stored key and store it again from where you keep it, and if it is not, {renewThere}."
	},
	"key-of-other-environment": {
		area: "activation",
		severity: "error",
		gate: true,
		title: "The key is for the other environment",
		cause: "Pleo's {other} environment accepts this key and {environment} rejects it: a key works only in the environment where it was made.",
		remedy: "Check this key against {other}, or, to get one for {environment}, {renew}."
	},
	"environment-undiagnosed": {
		area: "activation",
		severity: "notice",
		title: "The other environment was not asked",
		cause: "`diagnose-environment` asks for it, but `api-url` names the one address to ask, so it is not known whether the rejected key belongs to the other environment.",
		remedy: "To have the other environment asked, leave `api-url` out."
	},
	"environment-hint": {
		area: "activation",
		severity: "notice",
		title: "The key may be for the other environment",
		cause: "The beginning of the key is one that has been seen on {seen} keys, and it is checked against {environment}; this is a guess, not a rule.",
		remedy: "If Pleo rejects the key here, check it against {seen} instead, or {renew}."
	},
	"key-not-an-api-key": {
		area: "activation",
		severity: "error",
		gate: true,
		title: "The credential is not an API key",
		cause: "Pleo's introspection calls this credential an OAuth token, which must not stand where a company's key is expected: tokens are a user's, and end soon.",
		remedy: "To get an API key, {renew}."
	},
	"credential-not-recognised": {
		area: "activation",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "Pleo answered without recognising a credential",
		cause: "Introspection answered 200 with the authentication method NONE, as it would to anybody, which proves nothing about the key.",
		remedy: "Look for a proxy that strips the Authorization header, check under {place} whether the key is there, and run the check again."
	},
	"everything-forbidden": {
		area: "activation",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "Pleo forbids every question",
		cause: "Pleo gave no answer but 403, which shows neither that the key works nor that it does not: an address filter or a missing entitlement looks the same.",
		remedy: "Check under {place} whether the key is there with the permissions you need; if it is, ask Pleo's support whether API access is enabled for this company."
	},
	"key-unproven": {
		area: "activation",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "Nothing shows that Pleo accepts the key",
		cause: "No answer was one that only an accepted key can get, and none was a rejection either, so the key may be good or not.",
		remedy: "Check under {place} whether the key is there and that the address that is asked is Pleo's, and run the check again."
	},
	"introspection-forbidden": {
		area: "activation",
		severity: "warning",
		title: "The key may not ask about itself",
		cause: "Pleo answered 403 to introspection, so the list of granted scopes is not known: missing scopes are tested one by one, and excess ones cannot be seen.",
		remedy: "Compare the key's permissions by eye under {place}."
	},
	"introspection-absent": {
		area: "activation",
		severity: "notice",
		title: "Pleo does not introspect this key",
		cause: "Introspection answered {status}, so scopes are tested one by one with harmless reads, and excess ones cannot be seen.",
		remedy: "Compare the key's permissions by eye under {place}."
	},
	"installation-forbidden": {
		area: "activation",
		severity: "error",
		title: "The key may not read its installation",
		cause: "Pleo answered 403 to the installation of this key: it lacks a permission, so it cannot be shown that the integration is in use for the company.",
		remedy: "Ask Pleo's support which permission reads the installation, since none is documented; if you accept that it stays unproven, lower `installation-forbidden` in `severities`."
	},
	"installation-missing": {
		area: "activation",
		severity: "error",
		gate: true,
		title: "The key has no installation",
		cause: "Pleo knows no installation of this key for the company ({answer}), and the rest of what was learned does not make up for it.",
		remedy: "{fix}"
	},
	"installation-absent": {
		area: "activation",
		severity: "warning",
		title: "The key works without an installation",
		cause: "Pleo knows no installation of this key for the company ({answer}), though company and scopes are proven otherwise, so the step that ties the key to its company was not taken, or is not offered to this key.",
		remedy: "If your integration needs an installation, create it once by hand with POST /v1/installations/me, which this check never does."
	},
	"installation-inactive": {
		area: "activation",
		severity: "error",
		gate: true,
		title: "The installation is not active",
		cause: "Pleo's status for the installation is {status}{errorCode}, and only ACTIVATED may be used.",
		remedy: "{fix}"
	},
	"installation-troubled": {
		area: "activation",
		severity: "warning",
		title: "The installation is active, with an error",
		cause: "The installation is ACTIVATED{errorCode}, so it may stop working, or may have stopped in part.",
		remedy: "Look at the integration under Settings in Pleo's web app ({app}) and repeat its set-up if it shows an error."
	},
	"answer-not-understood": {
		area: "activation",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "Pleo's answer was not understood",
		cause: "{answers} not what Pleo's specification describes ({problem}), and so no proof of anything.",
		remedy: "Check that nothing between here and Pleo rewrites answers (a proxy, a captive portal) and run again; if it stays, update Pleo Key Guard or report the status and the question, never the key."
	},
	"pleo-unavailable": {
		area: "activation",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "Pleo gave no usable answer",
		cause: "Asking for {question} gave {problem}: {meaning}.",
		remedy: "{help}, and run the check again; do not replace the key because of this."
	},
	"key-repeated": {
		area: "activation",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "Something sends the key back",
		cause: "The key stands in what came back from {question}: Pleo never repeats it, so somebody else may have answered, or may have recorded it.",
		remedy: "Find out what answers in Pleo's place (`api-url`, a proxy, a debugging tool), and once it is gone, {renew}, and delete this key."
	},
	"company-not-declared": {
		area: "company",
		severity: "error",
		gate: true,
		title: "No company was expected",
		cause: "`company-id` is empty or left out, so a key of any company would pass{opens}.",
		remedy: "{fix}"
	},
	"company-id-invalid": {
		area: "company",
		severity: "error",
		gate: true,
		title: "The expected company id is not a UUID",
		cause: "`company-id` cannot be one of Pleo's, which are UUIDs, so no key could ever match it.",
		remedy: "Take the id from the report of an earlier run or from your records, set it with `gh variable set PLEO_COMPANY_ID` and pass it as `company-id`."
	},
	"company-mismatch": {
		area: "company",
		severity: "error",
		gate: true,
		title: "The key opens another company",
		cause: "The key opens {actual} according to {source}, but {expected} is expected: every read and write would land in the wrong books.",
		remedy: "Store the key of the expected company{confirm}."
	},
	"company-disagreement": {
		area: "company",
		severity: "error",
		gate: true,
		title: "Pleo names two different owners",
		cause: "Pleo contradicts itself: {one}, and {other}, so it is not certain whose data this key opens.",
		remedy: "Do not deploy; ask Pleo's support why the two differ, or {renew}."
	},
	"company-unproven": {
		area: "company",
		severity: "error",
		inconclusive: true,
		gate: true,
		title: "The company could not be proven",
		cause: "Nothing that Pleo answered shows that this key opens company {expected}: {problem}.",
		remedy: "{fix}"
	},
	"key-reaches-more-companies": {
		area: "company",
		severity: "warning",
		title: "The key reaches more than one company",
		cause: "The key reaches the expected company and others as well ({problem}): whoever takes it takes them all, and each call must name the company.",
		remedy: "To have one for this company alone, {renew}."
	},
	"scope-missing": {
		area: "scopes",
		severity: "error",
		gate: true,
		title: "A required scope is missing",
		cause: "The key lacks {scope}{purpose}: Pleo refuses the calls that need it.",
		remedy: "To have every scope of `required-scopes`, {rescope}."
	},
	"scope-unverifiable": {
		area: "scopes",
		severity: "error",
		inconclusive: true,
		title: "A required scope could not be verified",
		cause: "It is not known whether the key has {scope}{purpose}: {problem}.",
		remedy: "{fix}"
	},
	"scope-unlisted": {
		area: "scopes",
		severity: "notice",
		title: "A scope is granted under another name",
		cause: "Introspection does not list {scope}, but a harmless read that needs it was allowed, so the key has it.",
		remedy: "Nothing needs to be done; report the name that Pleo uses if you know it."
	},
	"scope-excess": {
		area: "scopes",
		severity: "warning",
		title: "The key may do more than it needs",
		cause: "The key also has {scopes}, which nothing here requires{unless}: whoever takes the key can do that too.",
		remedy: "If the integration needs {them}, add {them} to `required-scopes`; if not, {rescope}."
	},
	"scopes-not-declared": {
		area: "scopes",
		severity: "warning",
		title: "No scopes were required",
		cause: "`required-scopes` is empty or left out, so neither a missing nor an excess scope can be told; the key has {scopes}.",
		remedy: "List the scopes that the integration needs in `required-scopes`."
	},
	"expiry-undeclared": {
		area: "expiry",
		severity: "error",
		title: "The expiry date is not declared",
		cause: "Pleo tells no program when a key expires and `expires-on` is empty or left out, so a key that expires would stop working by surprise.",
		remedy: "{fix}"
	},
	"expiry-invalid": {
		area: "expiry",
		severity: "error",
		gate: true,
		title: "The declared dates make no sense",
		cause: "{problem}, so it is not known when the key stops working.",
		remedy: "{fix}"
	},
	"expiry-stale": {
		area: "expiry",
		severity: "error",
		gate: true,
		title: "The declared expiry belongs to another key",
		cause: "The declared expiry is for a key with another ending than this one, so the key was replaced and the date was not.",
		remedy: "Set `expires-on` to the date that was chosen when this key was made, and `expected-key-hint` to its last four characters."
	},
	"key-expired": {
		area: "expiry",
		severity: "error",
		gate: true,
		title: "The key has expired",
		cause: "The declared expiry, {expiresOn}, passed {ago}: Pleo disables an expired key for every system that uses it.",
		remedy: "Compare `expires-on` with the expiry under {place}; if it is wrong, as it may be where Pleo still accepts the key, correct it, and if not, {renew}, and set `expires-on` to its date."
	},
	"key-expires-too-soon": {
		area: "expiry",
		severity: "error",
		title: "The key expires too soon",
		cause: "The key is declared to expire on {expiresOn} ({left}), inside the {window} during which this check may not pass.",
		remedy: "Before that, {renew}, and set `expires-on` to its date."
	},
	"key-expiring": {
		area: "expiry",
		severity: "warning",
		title: "The key expires soon",
		cause: "The key is declared to expire on {expiresOn} ({left}), and stops working then for every system that uses it.",
		remedy: "Before that, pass the present key as `previous-api-key` from a secret of its own, {renew}, set `expires-on` to its date, and delete the old key once this check says that it may go."
	},
	"lifetime-too-long": {
		area: "expiry",
		severity: "error",
		title: "The key lives longer than allowed",
		cause: "The key lives {lifetime}, and {allowed} is the longest allowed: the longer a key lives, the longer a lost one is of use to others.",
		remedy: "To have one with an earlier expiry, {renew}."
	},
	"lifetime-unproven": {
		area: "expiry",
		severity: "warning",
		title: "The key's lifetime cannot be told",
		cause: "A longest lifetime of {allowed} is set, but not when the key was made, so only the time that is left could be compared with it.",
		remedy: "Set `created-on` to the day on which the key was made."
	},
	"rotation-same-key": {
		area: "rotation",
		severity: "error",
		gate: true,
		title: "The old and the new key are the same",
		cause: "The previous key and the current one are the same value, so nothing has been rotated.",
		remedy: "To rotate, {renew}, and pass the old one as `previous-api-key` until this check passes."
	},
	"rotation-previous-unusable": {
		area: "rotation",
		severity: "error",
		title: "The previous key cannot be checked",
		cause: "What is given as the previous key is not one that can be sent ({what}), so whether it still works is not known.",
		remedy: "Store the previous key again, bare, in the secret that holds the previous one (not in the current one's), or leave `previous-api-key` out if nothing is being replaced."
	},
	"rotation-company-changed": {
		area: "rotation",
		severity: "error",
		gate: true,
		title: "The new key opens another company than the old one",
		cause: "The previous key opens {previous} and the current one opens {current}: a replacement must never move to another company silently.",
		remedy: "Use a key of the same company as the old one's; if the move is meant, leave `previous-api-key` out."
	},
	"rotation-scopes-lost": {
		area: "rotation",
		severity: "error",
		title: "The new key lost scopes",
		cause: "The previous key has {scopes} and the current one does not: {effect}.",
		remedy: "{fix}"
	},
	"rotation-previous-alive": {
		area: "rotation",
		severity: "error",
		title: "The old key still works",
		cause: "`rotation` says `finished`, but Pleo still accepts the previous key: whoever has a copy can go on using it.",
		remedy: "Once nothing else fails here, be rid of the old key: {revoke}, then run this check again."
	},
	"rotation-previous-dead": {
		area: "rotation",
		severity: "warning",
		title: "The old key has already stopped working",
		cause: "Pleo rejects the previous key although both should overlap, so a system that still uses it is down, and the two could not be compared.",
		remedy: "Make sure that every system uses the new key, then leave `previous-api-key` out."
	},
	"rotation-previous-gone": {
		area: "rotation",
		severity: "notice",
		title: "The old key no longer works",
		cause: "Pleo rejects the previous key, as it should once a rotation is finished; it would reject a key with one character wrong just the same.",
		remedy: "Compare its last four characters with those of the key that you deleted, then leave `previous-api-key` out and delete its secret."
	},
	"rotation-unproven": {
		area: "rotation",
		severity: "error",
		inconclusive: true,
		title: "The rotation could not be proven",
		cause: "{problem}, so it is not known whether the previous key can be done without.",
		remedy: "{fix}"
	}
};
const SCAN_FINDING_IDS = [
	"key-leaked",
	"key-leaked-before",
	"key-in-env-file",
	"key-shaped-text",
	"leak-scan-incomplete",
	"history-incomplete",
	"workflow-secret-too-wide",
	"workflow-secret-public",
	"workflow-secret-in-script",
	"workflow-secret-on-command-line",
	"workflow-secret-published",
	"workflow-secret-to-unpinned-action",
	"workflow-secrets-all",
	"workflow-untrusted-code",
	"workflow-no-environment",
	"workflow-guard-unpinned",
	"workflow-guard-not-gating",
	"workflow-unreadable"
];
const TENANT_FINDINGS = {
	"tenant-key-shared": { gate: true },
	"tenant-company-shared": { gate: false },
	"tenant-environments-mixed": { gate: false },
	"tenant-key-unavailable": { gate: true },
	"tenant-key-file-open": { gate: false },
	"tenant-key-unclaimed": { gate: false },
	"tenant-unchecked": { gate: true },
	"fleet-empty": { gate: true },
	"fleet-unfinished": { gate: true },
	"shard-missing": { gate: true },
	"shard-mismatch": { gate: true }
};
const FINDING_IDS = [
	...Object.keys(CATALOGUE),
	...SCAN_FINDING_IDS,
	...Object.keys(TENANT_FINDINGS)
];
function isGate(id) {
	const ofKeys = CATALOGUE;
	const ofTenants = TENANT_FINDINGS;
	return ofKeys[id]?.gate === true || ofTenants[id]?.gate === true;
}

// src/report/finding.ts
function createFinding(id, values, adjustment = {}) {
	return fillEntry({
		id,
		entry: CATALOGUE[id],
		texts: values
	}, adjustment);
}
function fillEntry({ id, entry, texts }, adjustment = {}) {
	return {
		id,
		severity: adjustment.severity ?? entry.severity,
		inconclusive: adjustment.inconclusive ?? entry.inconclusive ?? false,
		area: entry.area,
		title: entry.title,
		message: fill(entry.cause, texts),
		remedy: fill(entry.remedy, texts),
		docs: `docs/findings.md#${id}`,
		values: texts,
		...optional$1("where", adjustment.where)
	};
}
function fill(template, values) {
	return template.replaceAll(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
}

// src/activation/dates.ts
const DAY_MS$1 = 864e5;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-](\d{2}):(\d{2}))$/;
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
function isCalendarDate(text) {
	const at = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
function daysBetween(from, to) {
	return (to.getTime() - from.getTime()) / DAY_MS$1;
}
function wholeDays(days) {
	return Math.trunc(days) + 0;
}
function describeDays(days) {
	const whole = Math.abs(wholeDays(days));
	if (whole === 0) return "less than a day";
	return whole === 1 ? "1 day" : `${whole.toString()} days`;
}

// src/activation/check-expiry.ts
function checkExpiry(key, expectation, now) {
	const { expiry: limits, kind, environment } = expectation;
	const { place, renew } = keyHandling(kind, environment);
	if (limits.expiresOn === void 0) return { findings: [undeclared(kind, renew)] };
	const expires = parseDeclaredInstant(limits.expiresOn);
	const created = limits.createdOn === void 0 ? void 0 : parseDeclaredInstant(limits.createdOn);
	if (expires === void 0) return { findings: [createFinding("expiry-invalid", NO_DATE)] };
	const nonsense = findNonsense(limits, {
		expires,
		created,
		now
	});
	if (nonsense !== void 0) return { findings: [createFinding("expiry-invalid", nonsense)] };
	if (isForAnotherKey(key, limits)) return { findings: [createFinding("expiry-stale", {})] };
	const life = {
		expires,
		created,
		limits,
		now,
		place,
		renew
	};
	return {
		findings: [...judgeEnd(life), ...judgeLifetime(life)],
		end: describeEnd$1(life)
	};
}
function describeEnd$1({ expires, now }) {
	const left = daysBetween(now, expires.at);
	return {
		...expires,
		daysLeft: wholeDays(left),
		hasPassed: left <= 0
	};
}
function undeclared(kind, renew) {
	if (kind === "integrated") return createFinding("expiry-undeclared", { fix: "If Pleo has told you when the key expires, pass that date as `expires-on`; if not, nothing needs to be done." }, { severity: "notice" });
	const fix = `Set the date that was chosen when the key was made, \`gh variable set PLEO_KEY_EXPIRES_ON --body YYYY-MM-DD\`, and pass it as \`expires-on\`; if nobody knows it, ${renew}, and set the date of the new key.`;
	return createFinding("expiry-undeclared", { fix });
}
const FORMS$1 = "a date (YYYY-MM-DD, which counts from its start in UTC) or an instant with its zone (2027-01-31T12:00:00Z)";
const NO_DATE = {
	problem: "The declared expiry is not a date",
	fix: `Set \`expires-on\` to ${FORMS$1}.`
};
const EARLIEST_ZONE_DAYS = 14 / 24;
function findNonsense(limits, { expires, created, now }) {
	if (limits.keyHint !== void 0 && readHint(limits.keyHint) === void 0) return {
		problem: "The key hint that binds the declared expiry to a key is not the ending of one",
		fix: "Set `expected-key-hint` to exactly the last four characters of the key."
	};
	if (limits.createdOn === void 0) return void 0;
	if (created === void 0) return {
		problem: "The declared day of creation is not a date",
		fix: `Set \`created-on\` to ${FORMS$1}.`
	};
	const fix = "Compare `created-on` and `expires-on` with what was chosen when the key was made.";
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
function readHint(keyHint) {
	return HINT$1.exec(keyHint)?.[1];
}
function isForAnotherKey(key, { keyHint }) {
	const hint = keyHint === void 0 ? void 0 : readHint(keyHint);
	return key !== void 0 && hint !== void 0 && !key.reveal().endsWith(hint);
}
function judgeEnd({ expires, limits, now, place, renew }) {
	const left = daysBetween(now, expires.at);
	const expiresOn = expires.text;
	if (left <= 0) {
		const basis = isDate(expires) && left > -1 ? ", since a date counts from its start in UTC" : "";
		const ago = `${describeDays(left)} ago${basis}`;
		return [createFinding("key-expired", {
			expiresOn,
			ago,
			place,
			renew
		})];
	}
	const remaining = `${describeDays(left)} left`;
	if (left <= limits.failBeforeDays) {
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
function isDate({ text }) {
	return !text.includes("T");
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

// src/activation/check-format.ts
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

// src/activation/declared-company.ts
function checkDeclaredCompany({ companyId }) {
	if (companyId === void 0) return [companyNotDeclared()];
	return parseUuid(companyId) === void 0 ? [createFinding("company-id-invalid", {})] : [];
}
function companyNotDeclared() {
	return createFinding("company-not-declared", {
		opens: "",
		fix: "Take the company's id from your records, set it with `gh variable set PLEO_COMPANY_ID` and pass it as `company-id`; with a key that Pleo accepts, this check names the company that it opens."
	});
}

// src/activation/stored-value.ts
function hasSendableKey(stored) {
	return stored.key !== void 0;
}
function judgeStored(value, expectation, now) {
	const { key, findings } = checkFormat(parseKey(value), expectation);
	return {
		...optional$1("key", key),
		format: findings,
		expiry: checkExpiry(key, expectation, now)
	};
}
function reportUnsent({ format, expiry }, { expectation, isRotation }) {
	const findings = orderFindings([
		...format,
		...checkDeclaredCompany(expectation),
		...expiry.findings
	]);
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
		...optional$1("expiry", expiry.end),
		...optional$1("previousKey", isRotation ? "needed" : void 0)
	};
}

// action/severities.ts
const LINE = /^([a-z-]+)\s*[:=]\s*([a-z]+)$/;
const CHOICES = [
	"off",
	"notice",
	"warning",
	"error"
];
function parseSeverities(text) {
	const severities = /* @__PURE__ */ new Map();
	const problems = [];
	const entries = text.split(/[\n,]/).map((entry) => entry.trim());
	for (const [index, entry] of entries.entries()) {
		if (entry === "") continue;
		const problem = addSeverity(severities, entry);
		if (problem !== void 0) problems.push(`number ${index + 1} ${problem}`);
	}
	return {
		severities,
		problems
	};
}
function addSeverity(severities, entry) {
	const [, name = "", choice = ""] = LINE.exec(entry) ?? [];
	if (name === "") return "is not of the form `finding-id: severity`";
	const id = FINDING_IDS.find((known) => known === name);
	if (id === void 0) return "names no finding of docs/findings.md";
	if (!CHOICES.includes(choice)) return "chooses none of `off`, `notice`, `warning`, `error`";
	if (severities.has(id)) return `names ${id} a second time`;
	if (isGate(id) && choice !== "error") return `lowers ${id}, with which no deploy may go ahead`;
	severities.set(id, choice);
}
function applySeverities(findings, severities) {
	const isOff = ({ id }) => severities.get(id) === "off";
	return {
		findings: findings.flatMap((finding) => {
			const chosen = severities.get(finding.id) ?? finding.severity;
			return chosen === "off" ? [] : [{
				...finding,
				severity: chosen
			}];
		}),
		switchedOff: findings.filter(isOff)
	};
}

// action/check.ts
async function checkKey(raw, config, ports) {
	const { expectation } = config;
	const stored = judgeStored(raw["api-key"] ?? "", expectation, ports.clock.now());
	const previousValue = raw["previous-api-key"] ?? "";
	const isRotation = previousValue.trim() !== "";
	if (!hasSendableKey(stored)) return reportUnsent(stored, {
		expectation,
		isRotation
	});
	const { askPleo } = await import("./chunks/ask-pleo.js");
	const rotation = isRotation ? {
		previousValue,
		phase: config.rotation
	} : void 0;
	return askPleo(stored, {
		expectation,
		...optional$1("rotation", rotation)
	}, {
		config,
		...ports
	});
}
const NO_REPORT = {
	verdict: "unknown",
	findings: [],
	proofs: NOTHING_PROVEN,
	installationStatuses: [],
	company: {},
	scopes: {
		missing: [],
		excess: []
	}
};
function weigh(report, scanned, config) {
	const ofKey = applySeverities(report.findings, config.severities);
	const ofScans = applySeverities(scanned.findings, config.severities);
	const findings = [...ofKey.findings, ...ofScans.findings];
	const switchedOff = [...ofKey.switchedOff, ...ofScans.switchedOff];
	const previousKey = report.comparedKeys ?? report.previousKey;
	return {
		...report,
		scans: scanned.scans,
		findings: orderFindings(findings),
		verdict: decideVerdict(findings, report.proofs),
		...optional$1("switchedOff", switchedOff.length === 0 ? void 0 : switchedOff),
		...optional$1("previousKey", previousKey && settlePreviousKey(previousKey, ofKey.findings, report.proofs))
	};
}

// action/hand-over.ts
const WORKFLOW_REF = /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w./-]+\.ya?ml)@/;
const SECRET = /\$\{\{\s*secrets\s*\.\s*([A-Za-z_]\w{0,99})\s*\}\}/i;
const HANDS_OVER = /^\s*(?:- )?["']?api-key["']?\s*:/;
function findHandOver(env, readFile) {
	const file = WORKFLOW_REF.exec(env["GITHUB_WORKFLOW_REF"] ?? "")?.[1];
	const workspace = env["GITHUB_WORKSPACE"];
	if (file === void 0 || file.includes("..") || workspace === void 0) return void 0;
	const [only, ...more] = (readFile(`${workspace}/${file}`)?.split("\n") ?? []).flatMap((text, index) => HANDS_OVER.test(text) ? [{
		text,
		startLine: index + 1
	}] : []);
	if (only === void 0 || more.length > 0) return void 0;
	const { text, startLine } = only;
	return {
		file,
		startLine,
		...optional$1("secretName", SECRET.exec(text)?.[1])
	};
}

// action/next-step.ts
function nextStepOf({ findings, previousKey }, { kind, environment }) {
	const [first] = findings;
	const isAmiss = first !== void 0 && first.severity !== "notice";
	if (previousKey === "deletable" && !isAmiss) {
		const { revoke } = keyHandling(kind, environment);
		return `Move everything to the new key and delete the old one (${revoke}), then run this check with \`rotation: finished\`.`;
	}
	return first?.remedy ?? "Nothing needs to be done.";
}

// action/contract.ts
const INPUTS = {
	"api-key": void 0,
	kind: "standalone",
	environment: "production",
	"company-id": void 0,
	"required-scopes": void 0,
	"expires-on": void 0,
	"warn-before-days": "30",
	"fail-before-days": "0",
	"max-lifetime-days": void 0,
	"created-on": void 0,
	"expected-key-hint": void 0,
	"previous-api-key": void 0,
	rotation: "overlap",
	severities: void 0,
	"on-unknown": "fail",
	"on-missing-key": "auto",
	"timeout-seconds": "60",
	"api-url": void 0,
	"diagnose-environment": "false",
	tenants: void 0,
	"tenant-keys": void 0,
	"requests-per-minute": "400",
	"total-minutes": "60",
	shard: void 0,
	merge: void 0,
	"report-file": void 0,
	"leak-scan": "off",
	"leak-scan-paths": void 0,
	"leak-scan-ignored": "false",
	"workflow-audit": "false",
	"github-token": "${{ github.token }}",
	summary: "auto",
	annotations: "true",
	"sarif-file": void 0,
	comment: "never",
	reminder: "false",
	"dry-run": "false"
};
const INPUT_NAMES = Object.keys(INPUTS);
const OUTPUT_NAMES = [
	"verdict",
	"deploy-allowed",
	"company-id",
	"company-matches",
	"installation-status",
	"granted-scopes",
	"missing-scopes",
	"excess-scopes",
	"expires-on",
	"days-left",
	"key-hint",
	"rotation-safe-to-revoke",
	"findings",
	"next-step"
];

// action/outputs.ts
const CLOSED_GATE = {
	verdict: "unknown",
	"deploy-allowed": "false",
	"company-matches": "false",
	findings: "[]"
};
const NO_OUTPUTS = Object.fromEntries(OUTPUT_NAMES.map((name) => [name, ""]));
function outputsWithoutReport({ verdict, nextStep }) {
	return {
		...NO_OUTPUTS,
		...CLOSED_GATE,
		verdict,
		"next-step": nextStep
	};
}
function outputsOf(report, nextStep) {
	const { company, scopes, expiry, previousKey, proofs } = report;
	return {
		verdict: report.verdict,
		"deploy-allowed": String(report.verdict === "pass"),
		"company-id": company.actual ?? "",
		"company-matches": String(proofs.accepted && proofs.company),
		"installation-status": [...new Set(report.installationStatuses)].join(" "),
		"granted-scopes": (scopes.granted ?? []).join(" "),
		"missing-scopes": scopes.missing.join(" "),
		"excess-scopes": scopes.excess.join(" "),
		"expires-on": expiry?.text ?? "",
		"days-left": expiry === void 0 ? "" : String(expiry.daysLeft),
		"key-hint": report.keyHint ?? "",
		"rotation-safe-to-revoke": previousKey === void 0 ? "" : String(previousKey !== "needed"),
		findings: JSON.stringify(report.findings.map(toJson)),
		"next-step": nextStep
	};
}
function toJson({ values: _values, ...finding }) {
	return finding;
}

// action/render/annotations.ts
const MOST_ANNOTATIONS = 10;
function renderAnnotations(findings, handOver) {
	const shown = findings.length > MOST_ANNOTATIONS ? findings.slice(0, 9) : findings;
	const annotations = shown.map(({ severity, title, message, remedy, id, where }) => ({
		severity,
		title,
		message: `${message} ${remedy} [${id}]`,
		...where === void 0 ? lineOf(handOver) : placeOf(where)
	}));
	const rest = findings.slice(shown.length);
	return rest.length === 0 ? annotations : [...annotations, rollUp(rest, handOver)];
}
function lineOf(handOver) {
	if (handOver === void 0) return {};
	const { file, startLine } = handOver;
	return {
		file,
		startLine
	};
}
function placeOf({ file, line, commit }) {
	if (commit !== void 0 || file.includes("!/")) return {};
	return {
		file,
		...optional$1("startLine", line)
	};
}
function rollUp(rest, handOver) {
	const ids = [...new Set(rest.map(({ id }) => id))].join(", ");
	return {
		severity: rest[0]?.severity ?? "notice",
		title: `${rest.length} more findings`,
		message: `The log of this step has them all: ${ids}.`,
		...lineOf(handOver)
	};
}

// action/plain-text.ts
const CONTROLS = [
	"\\0-\\b",
	"\\v-\\x1f",
	"\\x7f-\\x9f"
];
const UNSEEN = [
	"\\u00ad\\u061c\\ufeff",
	"\\u200b-\\u200f",
	"\\u2028-\\u202e",
	"\\u2060-\\u2069"
];
const INVISIBLE = new RegExp(`[${[...CONTROLS, ...UNSEEN].join("")}]`, "g");
function toLogText(text) {
	return text.replaceAll(INVISIBLE, " ").replaceAll(/^(\s*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}
const MARKUP = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"|": "\\|"
};
function toMarkdown(text) {
	return text.replaceAll(INVISIBLE, " ").replaceAll(/\s+/g, " ").replaceAll(/[&<>|]/g, (mark) => MARKUP[mark] ?? mark);
}

// action/render/answers.ts
const NOT_CHECKED = "➖ not checked";
const YES = "✅ yes";
const ROTATION = {
	needed: "➖ the old key must stay for now",
	deletable: "✅ the old key may be deleted",
	overdue: "❌ the old key still works",
	gone: "✅ the old key no longer works"
};
function answerWithoutFindings(area, report) {
	const names = switchedOffIn(area, report);
	const answer = provenAnswer(area, report);
	return names === "" ? answer : `${answer}, but for ${names}, which \`severities\` switches off`;
}
function switchedOffIn(area, { switchedOff = [] }) {
	const found = switchedOff.filter((finding) => finding.area === area);
	return [...new Set(found.map(({ id }) => `\`${id}\``))].join(", ");
}
function provenAnswer(area, report) {
	const { proofs, previousKey, scopes, expiry } = report;
	if (area === "rotation") return previousKey === void 0 ? NOT_CHECKED : ROTATION[previousKey];
	if (area === "format") return proofs.accepted ? YES : "✅ it has the form of one";
	if (!proofs.accepted) return NOT_CHECKED;
	switch (area) {
		case "activation": return proofs.active ? YES : NOT_CHECKED;
		case "company": return proofs.company ? YES : NOT_CHECKED;
		case "scopes": return scopes.granted === void 0 ? "✅ it may do what it must; whether it may do more cannot be seen" : YES;
		case "expiry": return expiry === void 0 ? NOT_CHECKED : "✅ yes, as declared";
	}
}

// action/render/group-findings.ts
function groupFindings(findings) {
	return [...Map.groupBy(findings, ({ id, severity, inconclusive, remedy }) => JSON.stringify([
		id,
		severity,
		inconclusive,
		remedy
	])).values()].flatMap((group) => {
		const [first] = group;
		if (first === void 0) return [];
		const { message: _message, values: _values, where: _where, ...alike } = first;
		return [{
			...alike,
			messages: group.map(({ message }) => message)
		}];
	});
}
function titleOf({ title, messages }) {
	return messages.length > 1 ? `${title} (${messages.length} times)` : title;
}

// action/render/hide-ids.ts
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const COMMAND_WITH_ID = new RegExp(` --body ${UUID.source}\``, "gi");
const NOTE = "Ids are not shown here, since anybody may read this; the log of the step has them, and the output `company-id`.";
function withoutIds(text) {
	return text.replaceAll(COMMAND_WITH_ID, "`").replaceAll(UUID, "‹id›");
}
function hideIds(text, expected) {
	const hidden = text.replaceAll(COMMAND_WITH_ID, "` and the id that the log names").replaceAll(UUID, (id) => id.toLowerCase() === expected ? "‹expected id›" : expected === void 0 ? "‹id›" : "‹other id›");
	return hidden === text ? text : `${hidden}\n${NOTE}\n`;
}

// action/render/text.ts
const HEADLINES$1 = {
	pass: "PASS     The key may be used.",
	fail: "FAIL     The key may not be used.",
	unknown: "UNKNOWN  Nobody can tell whether the key may be used, so it may not."
};
const GOES_ON = "`on-unknown: warn` lets the step go on all the same; `deploy-allowed` is false.";
function renderText(report, { goesOn = false } = {}) {
	return [
		HEADLINES$1[report.verdict],
		...goesOn ? [`  ${GOES_ON}`] : [],
		...renderFacts$1(report),
		...renderFindings(report)
	].join("\n");
}
function renderFindings({ findings, switchedOff = [], scans = {} }) {
	const found = [...findings, ...switchedOff];
	return [...SCAN_AREAS.filter((area) => !found.some((finding) => finding.area === area)).flatMap((area) => scans[area] ?? []).map((what) => `  looked through ${what}: nothing was found`), ...groupFindings(findings).flatMap(renderGroup)];
}
const PREVIOUS_KEY = {
	needed: "must stay for now",
	deletable: "may be deleted",
	overdue: "still works: delete it",
	gone: "no longer works"
};
function renderFacts$1(report) {
	const { keyHint, company, scopes, expiry, previousKey } = report;
	return [
		["key", keyHint === void 0 ? void 0 : `ends in ${keyHint}`],
		["company", company.actual],
		["scopes", describeScopes(scopes)],
		["declared", expiry === void 0 ? void 0 : `to expire on ${describeEnd(expiry)}`],
		["old key", previousKey === void 0 ? void 0 : PREVIOUS_KEY[previousKey]]
	].flatMap(([name, value]) => value === void 0 ? [] : [`  ${name.padEnd(8)} ${value}`]);
}
function describeScopes({ granted, unshown = 0 }) {
	if (granted === void 0) return void 0;
	const more = unshown === 0 ? [] : [`${unshown} of unusual name`];
	return granted.length + unshown === 0 ? "none" : [...granted, ...more].join(", ");
}
function describeEnd({ text, daysLeft, hasPassed }) {
	return `${text} (${hasPassed ? "has passed" : `${describeDays(daysLeft)} left`})`;
}
function renderGroup(group) {
	const { id, severity, messages, remedy } = group;
	return [
		`  ${severity}: ${titleOf(group)} [${id}]`,
		...messages.map((message) => `      ${message}`),
		`      → ${remedy}`
	];
}
function renderBroken(verdict, problem, hint) {
	return [
		`${verdict.toUpperCase().padEnd(8)} The key was not checked.`,
		...problem.split("\n").map((line) => `  ${line}`),
		`  → ${hint}`
	].join("\n");
}

// action/render/timeline.ts
const DAY_MS = 864e5;
function renderTimeline({ end, limits, now }) {
	const created = limits.createdOn === void 0 ? void 0 : parseDeclaredInstant(limits.createdOn);
	const before = (days) => /* @__PURE__ */ new Date(end.at.getTime() - days * DAY_MS);
	return [
		"```mermaid",
		"timeline",
		"    title Life of the key",
		...[
			...created === void 0 ? [] : [{
				at: created.at,
				label: "made"
			}],
			{
				at: now,
				label: "today"
			},
			...limits.warnBeforeDays > 0 ? [{
				at: before(limits.warnBeforeDays),
				label: "warnings begin"
			}] : [],
			...limits.failBeforeDays > 0 ? [{
				at: before(limits.failBeforeDays),
				label: "checks fail"
			}] : [],
			{
				at: end.at,
				label: "expires"
			}
		].toSorted((one, other) => one.at.getTime() - other.at.getTime()).map(({ at, label }) => `    ${at.toISOString().slice(0, 10)} : ${label}`),
		"```"
	].join("\n");
}

// action/render/summary.ts
const HEADLINES = {
	pass: "✅ The Pleo key may be used",
	fail: "❌ The Pleo key may not be used",
	unknown: "❔ Nobody can tell whether the Pleo key may be used, so it may not"
};
const QUESTIONS = {
	format: "Is it a key?",
	activation: "Does Pleo accept it?",
	company: "Is it the right company's?",
	scopes: "May it do what it must, and no more?",
	expiry: "Is its lifetime right?",
	rotation: "Is the rotation done?",
	leak: "Is it written nowhere?",
	workflow: "Do the workflows take care of it?",
	tenancy: "Does each tenant have a key of its own?"
};
function renderSummary(report, options) {
	const { hidesIds, life, goesOn = false } = options;
	const timeline = life === void 0 || !report.proofs.accepted ? [] : [renderTimeline(life)];
	const text = `${[
		`## ${HEADLINES[report.verdict]}`,
		...goesOn ? [GOES_ON] : [],
		renderTable(report, options),
		...renderFacts(report, hidesIds),
		...timeline
	].join("\n\n")}\n`;
	return hidesIds ? hideIds(text, report.company.expected) : text;
}
function renderSkippedSummary(why, scanned) {
	const rows = renderScans(scanned);
	return `${[
		"## ⏭️ The Pleo key was not checked",
		toMarkdown(why),
		"Nothing is known about the key, so `deploy-allowed` is `false`.",
		...rows.length === 0 ? [] : [[...TABLE_HEAD, ...rows].join("\n")]
	].join("\n\n")}\n`;
}
function renderBrokenSummary(problem, hint) {
	return `## ❌ The Pleo key was not checked\n\n${problem.split("\n").map(toMarkdown).join("\n")}\n\n${toMarkdown(hint)}\n`;
}
function renderTable(report, options) {
	const groups = groupFindings(report.findings);
	const rows = AREAS.filter((area) => area !== "rotation" || report.previousKey !== void 0).flatMap((area) => {
		const found = groups.filter((group) => group.area === area);
		return found.length === 0 ? [emptyRow(area, report, options)] : found.map(renderRow);
	});
	return [
		...TABLE_HEAD,
		...rows,
		...renderScans(report)
	].join("\n");
}
const TABLE_HEAD = ["| Check | Result | What to do |", "|---|---|---|"];
function renderScans(report) {
	const { findings, scans = {} } = report;
	const groups = groupFindings(findings);
	return SCAN_AREAS.flatMap((area) => {
		const found = groups.filter((group) => group.area === area);
		const seen = scans[area];
		if (found.length > 0 || seen === void 0) return found.map(renderRow);
		const off = switchedOffIn(area, report);
		const answer = off === "" ? "✅ nothing was found" : `➖ only ${off}, which \`severities\` switches off,`;
		const where = off === "" ? "in" : "was found in";
		return [`| ${QUESTIONS[area]} | ${answer} ${where} ${toMarkdown(seen)} | |`];
	});
}
function emptyRow(area, report, { nextStep = "" }) {
	const step = area === "rotation" && report.previousKey === "deletable" && nextStep !== "" ? ` ${toMarkdown(nextStep)}` : "";
	return `| ${QUESTIONS[area]} | ${answerWithoutFindings(area, report)} |${step} |`;
}
function renderRow(group) {
	const { area, severity, inconclusive, messages, remedy, id } = group;
	const mark = severity === "error" ? inconclusive ? "❔" : "❌" : severity === "warning" ? "⚠️" : "ℹ️";
	const causes = messages.map(toMarkdown).join("<br>");
	return `| ${QUESTIONS[area]} | ${mark} **${toMarkdown(titleOf(group))}** (\`${id}\`)<br>${causes} | ${toMarkdown(remedy)} |`;
}
function renderFacts({ company, scopes, keyHint, expiry }, hidesIds) {
	const lines = [
		["Company", company.actual],
		["Key ends in", hidesIds ? void 0 : keyHint],
		["Scopes", describeScopes(scopes)],
		["Declared to expire on", expiry?.text]
	].flatMap(([name, value]) => value === void 0 ? [] : [`- ${name}: \`${value}\``]);
	return lines.length === 0 ? [] : [lines.join("\n")];
}

// action/endings.ts
function answered(report, ended) {
	const { config, event } = ended;
	const { env, clock, readFile } = ended.ports;
	const goesOn = report.verdict === "unknown" && config.onUnknown === "warn";
	const nextStep = nextStepOf(report, config.expectation);
	const shown = goesOn ? {
		...report,
		findings: report.findings.map(soften)
	} : report;
	const limits = config.expectation.expiry;
	const life = report.expiry === void 0 ? void 0 : {
		end: report.expiry,
		limits,
		now: clock.now()
	};
	const hidesIds = config.summary !== "full" && !isPrivate(event);
	const fails = report.verdict !== "pass" && !goesOn;
	return {
		fails,
		publish: async (sinks) => {
			sinks.setOutputs(outputsOf(report, nextStep));
			sinks.log(renderText(shown, { goesOn }));
			const handOver = findHandOver(env, readFile);
			if (config.annotations) for (const annotation of renderAnnotations(shown.findings, handOver)) sinks.annotate(annotation);
			await publishSummary(renderSummary(shown, {
				hidesIds,
				life,
				goesOn,
				nextStep
			}), config, sinks);
			await publishElsewhere({
				report,
				fails,
				goesOn,
				nextStep,
				hidesIds,
				handOver
			}, ended, sinks);
		}
	};
}
async function publishElsewhere(told, ended, sinks) {
	const { sarifFile, comment, reminder } = ended.config;
	if (sarifFile === void 0 && comment === "never" && !reminder) return;
	await (await import("./chunks/publish-elsewhere.js")).publishElsewhere(told, ended, sinks);
}
function soften(finding) {
	return finding.severity === "error" ? {
		...finding,
		severity: "warning"
	} : finding;
}
function isPrivate(event) {
	const { repository } = event ?? {};
	return repository?.private === true;
}
function skipped({ why, nextStep, scanned }, config) {
	return {
		fails: false,
		publish: async (sinks) => {
			sinks.setOutputs(outputsWithoutReport({
				verdict: "skipped",
				nextStep
			}));
			sinks.log(`SKIPPED  The key was not checked. ${why}`);
			for (const line of renderFindings(scanned)) sinks.log(line);
			sinks.annotate({
				severity: "notice",
				title: "The Pleo key was not checked",
				message: why
			});
			await publishSummary(renderSkippedSummary(why, scanned), config, sinks);
		}
	};
}
function broken(error) {
	const isForeseen = error instanceof GuardError;
	const problem = isForeseen ? error.message : "Pleo Key Guard failed in a way that it did not foresee.";
	const hint = (isForeseen ? error.hint : void 0) ?? "Run the check again; if it stays, report it with the version you use, and never the key.";
	return {
		fails: true,
		publish: async (sinks) => {
			const verdict = isForeseen ? "fail" : "unknown";
			sinks.setOutputs(outputsWithoutReport({
				verdict,
				nextStep: hint
			}));
			sinks.log(renderBroken(verdict, problem, hint));
			sinks.annotate({
				severity: "error",
				title: "The Pleo key was not checked",
				message: `${problem} ${hint}`
			});
			await writeSummary(renderBrokenSummary(problem, hint), sinks);
		}
	};
}
async function publishSummary(markdown, config, sinks) {
	if (config.summary === "off") return;
	if (config.dryRun) {
		sinks.log(`The summary, which a dry run does not write:\n${markdown}`);
		return;
	}
	await writeSummary(markdown, sinks);
}
const MOST_SUMMARY_BYTES = 1048576;
async function writeSummary(markdown, sinks) {
	try {
		if (new TextEncoder().encode(markdown).length > MOST_SUMMARY_BYTES) {
			sinks.log("The summary is too large for GitHub, so it was left out; the log has everything.");
			return;
		}
		await sinks.writeSummary(markdown);
	} catch {
		sinks.log("The summary could not be written; the log has everything.");
	}
}

// node_modules/zod/v4/core/util.js
function getEnumValues(e){let t=Object.values(e).filter(e=>typeof e==`number`);return Object.entries(e).filter(([e,n])=>t.indexOf(+e)===-1).map(([e,t])=>t)}function jsonStringifyReplacer(e,t){return typeof t==`bigint`?t.toString():t}var Cached=class{constructor(e){this._getter=e,this._value=void 0}get value(){let e=this._getter;return e!==void 0&&(this._value=e(),this._getter=void 0),this._value}};function cached(e){return new Cached(e)}function nullish(e){return e==null}function cleanRegex(e){let t=+!!e.startsWith(`^`),n=e.endsWith(`$`)?e.length-1:e.length;return e.slice(t,n)}function assignProp(e,t,n){Object.defineProperty(e,t,{value:n,writable:!0,enumerable:!0,configurable:!0})}const captureStackTrace=`captureStackTrace`in Error?Error.captureStackTrace:(...e)=>{};function isObject(e){return typeof e==`object`&&!!e&&!Array.isArray(e)}function isPlainObject(e){if(isObject(e)===!1)return!1;let t=e.constructor;if(t===void 0||typeof t!=`function`)return!0;let n=t.prototype;return isObject(n)!==!1&&Object.prototype.hasOwnProperty.call(n,`isPrototypeOf`)!==!1}const propertyKeyTypes=new Set([`string`,`number`,`symbol`]);function escapeRegex(e){return e.replace(/[.*+?^${}()|[\]\\]/g,`\\$&`)}function clone(e,t,n){let r=new e._zod.constr(t??e._zod.def);return(!t||n?.parent)&&(r._zod.parent=e),r}function normalizeParams(e){let t=e;if(!t)return{};if(typeof t==`string`)return{error:()=>t};if(t?.message!==void 0){if(t?.error!==void 0)throw Error("Cannot specify both `message` and `error` params");t.error=t.message}return delete t.message,typeof t.error==`string`?{...t,error:()=>t.error}:t}function optionalKeys(e){return Object.keys(e).filter(t=>e[t]._zod.optin!==void 0&&e[t]._zod.optout===`optional`)}const NUMBER_FORMAT_RANGES={safeint:[-(2**53-1),2**53-1],int32:[-2147483648,2147483647],uint32:[0,4294967295],float32:[-34028234663852886e22,34028234663852886e22],float64:[-Number.MAX_VALUE,Number.MAX_VALUE]};function aborted(e,t=0){if(e.aborted===!0)return!0;for(let n=t;n<e.issues.length;n++)if(e.issues[n]?.continue!==!0)return!0;return!1}function explicitlyAborted(e,t=0){if(e.aborted===!0)return!0;for(let n=t;n<e.issues.length;n++)if(e.issues[n]?.continue===!1)return!0;return!1}function prefixIssues(e,t){return t.map(t=>{var n;return(n=t).path??(n.path=[]),t.path.unshift(e),t})}function unwrapMessage(e){return typeof e==`string`?e:e?.message}function sizeCaps(e){let t=[];for(let n of e??[]){let e=n._zod.def;if(!/_(length|size)$|_equals$/.test(e.check))break;let r=e.maximum??e.length??e.size;r>=0&&t.push([r,n])}return t}function attachSchema(e,t,n){var r;for(let i=t;i<e.length;i++)(r=e[i]).schema??(r.schema=n)}function finalizeIssue(e,t,n){var r;let i=e.inst?._zod?.traits;i?.has(`$ZodType`)&&(i.has(`$ZodCheck`)?(r=e).schema??(r.schema=e.inst):e.schema=e.inst);let a=e.schema===e.inst?void 0:e.schema?._zod.def?.error,o=e.message?e.message:unwrapMessage(e.inst?._zod.def?.error?.(e))??unwrapMessage(a?.(e))??unwrapMessage(t?.error?.(e))??unwrapMessage(n.customError?.(e))??unwrapMessage(n.localeError?.(e))??`Invalid input`,s={};for(let t of Object.keys(e))t!==`inst`&&t!==`schema`&&t!==`continue`&&t!==`input`&&t!==`__proto__`&&(s[t]=e[t]);return s.path??=[],s.message=o,t?.reportInput&&(s.input=e.input),s}const highSurrogate=/[\uD800-\uDBFF]/;function codePointLength(e){let t=e.length;if(!highSurrogate.test(e))return t;let n=t;for(let r=0;r<t-1;r++)(e.charCodeAt(r)&64512)==55296&&(e.charCodeAt(r+1)&64512)==56320&&(n--,r++);return n}function getLengthableOrigin(e){return Array.isArray(e)?`array`:typeof e==`string`?`string`:`unknown`}function issue(...e){let[t,n,r]=e;return typeof t==`string`?{message:t,code:`custom`,input:n,inst:r}:{...t}}function members(e,t){for(let n in t){let r=Object.getOwnPropertyDescriptor(t,n);r.get?Object.defineProperty(e,n,{...r,enumerable:!1}):defineBound(e,n,r.value)}}function own(e,t,n,r=!0){return Object.defineProperty(e,t,{configurable:!0,writable:!0,enumerable:r,value:n}),n}function hide(e,t,n){return own(e,t,n,!1)}function defineBound(e,t,n){Object.defineProperty(e,t,{configurable:!0,get(){return this==null?n:own(this,t,n.bind(this))},set(e){own(this,t,e)}})}function claim(e,t){let n=Object.getPrototypeOf(e);return t in n?void 0:n}let installing,broke=!1;const breaker={configurable:!0,get(){broke=!0}};function defineLazyInternal(e,t,n){let r=Object.getPrototypeOf(e._zod);t in r&&installing!==e._zod?installing=void 0:(installing=e._zod,Object.defineProperty(r,t,{configurable:!0,get(){Object.defineProperty(this,t,breaker);let e=broke;broke=!1;try{let r=n(this);return broke?delete this[t]:Object.defineProperty(this,t,{configurable:!0,writable:!0,value:r}),broke||=e,r}catch(n){throw delete this[t],broke||=e,n}},set(e){Object.defineProperty(this,t,{configurable:!0,writable:!0,value:e})}}))}function installLazyProp(e,t,n,r){let i=claim(e,t);i&&Object.defineProperty(i,t,{configurable:!0,get(){let e={configurable:!0,writable:!0,enumerable:r,value:void 0};return Object.defineProperty(this,t,e),e.value=n(this),Object.defineProperty(this,t,e),e.value},set(e){Object.defineProperty(this,t,{configurable:!0,writable:!0,enumerable:r,value:e})}})}
// node_modules/zod/v4/core/core.js
var _a;const _zodDesc={value:void 0,enumerable:!1};let _E=`captureStackTrace`in Error?Error:null;function newError(e){let t=_E;if(t){let n=t.stackTraceLimit;if(typeof n==`number`){try{t.stackTraceLimit=0}catch{return _E=null,new e}try{return new e}finally{t.stackTraceLimit=n}}}return new e}function $constructor(e,t,n,r){let i={};function a(e){this.def=e,this.constr=d,this.traits=new Set}a.prototype=i;let o=n,s=o&&new WeakSet;function c(n,r){if(!n._zod){_zodDesc.value=new a(r);try{Object.defineProperty(n,"_zod",_zodDesc)}finally{_zodDesc.value=void 0}}else if(n._zod.traits.has(e))return;if(n._zod.traits.add(e),t(n,r),s){let e=Object.getPrototypeOf(n),t=n._zod.constr.prototype,r=e;for(;r&&r!==t;)r=Object.getPrototypeOf(r);let i=r??e;s.has(i)||(s.add(i),members(i,o))}let i=d.prototype;for(let e in i)Object.prototype.hasOwnProperty.call(i,e)&&(e in n||(n[e]=i[e].bind(n)))}let l=r?.Parent??Object;class u extends l{}Object.defineProperty(u,"name",{value:e});function d(e){let t=r?.Parent?newError(u):this;c(t,e);let n=t._zod.deferred;if(n){for(let e of n)e();t._zod.deferred=void 0}let i=globalThis.__zod_globalConfig?.postProcessor;return i&&i(t),t}return Object.defineProperty(d,"init",{value:c}),Object.defineProperty(d,Symbol.hasInstance,{value:t=>r?.Parent&&t instanceof r.Parent?!0:t?._zod?.traits?.has(e)}),Object.defineProperty(d,"name",{value:e}),d}var $ZodAsyncError=class extends Error{constructor(){super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`)}},$ZodEncodeError=class extends Error{constructor(e){super(`Encountered unidirectional transform during encode: ${e}`),this.name=`ZodEncodeError`}};(_a=globalThis).__zod_globalConfig??(_a.__zod_globalConfig={});const globalConfig=globalThis.__zod_globalConfig;function config(e){return e&&Object.assign(globalConfig,e),globalConfig}
// node_modules/zod/v4/core/errors.js
function _getMessage(){let e=this._zod;return e.message??=JSON.stringify(e.def,jsonStringifyReplacer,2),e.message}function _setMessage(e){this._zod.message=e}const _messageDesc={get:_getMessage,set:_setMessage,enumerable:!0,configurable:!0},_issuesDesc={value:void 0,enumerable:!1},_installedToString=new WeakSet([Object.prototype,Error.prototype]),$ZodRealError=$constructor(`$ZodError`,(e,t)=>{e.name=`$ZodError`,_issuesDesc.value=t,Object.defineProperty(e,"issues",_issuesDesc),_issuesDesc.value=void 0,Object.defineProperty(e,"message",_messageDesc);let n=Object.getPrototypeOf(e);_installedToString.has(n)||(_installedToString.add(n),Object.defineProperty(n,"toString",{configurable:!0,enumerable:!1,get(){let e=()=>this.message;return Object.defineProperty(this,"toString",{value:e,configurable:!0,writable:!0}),e},set(e){Object.defineProperty(this,"toString",{value:e,configurable:!0,writable:!0})}}))},void 0,{Parent:Error});
// node_modules/zod/v4/core/parse.js
const parse=(e=>{let t=(n,r,i,a)=>{let o=i?{...i,async:!1}:{async:!1},s=n._zod.run({value:r,issues:[]},o);if(s instanceof Promise)throw new $ZodAsyncError;if(s.issues.length){let n=new((a?.Err)??e)(s.issues.map(e=>finalizeIssue(e,o,config())));throw captureStackTrace(n,a?.callee??t),n}return s.value};return t})($ZodRealError),parseAsync=(e=>{let t=async(n,r,i,a)=>{let o=i?{...i,async:!0}:{async:!0},s=n._zod.run({value:r,issues:[]},o);if(s instanceof Promise&&(s=await s),s.issues.length){let n=new((a?.Err)??e)(s.issues.map(e=>finalizeIssue(e,o,config())));throw captureStackTrace(n,a?.callee??t),n}return s.value};return t})($ZodRealError),safeParse=(e=>(t,n,r)=>{let i=r?{...r,async:!1}:{async:!1},a=t._zod.run({value:n,issues:[]},i);if(a instanceof Promise)throw new $ZodAsyncError;return a.issues.length?failure(e,a.issues,i):{success:!0,data:a.value}})($ZodRealError);function failure(e,t,n){let r;return{success:!1,get error(){return r||(r=new e(t.map(e=>finalizeIssue(e,n,config()))),t=void 0,n=void 0),r},set error(e){r=e,t=void 0,n=void 0}}}const safeParseAsync=(e=>async(t,n,r)=>{let i=r?{...r,async:!0}:{async:!0},a=t._zod.run({value:n,issues:[]},i);return a instanceof Promise&&(a=await a),a.issues.length?failure(e,a.issues,i):{success:!0,data:a.value}})($ZodRealError);
// node_modules/zod/v4/core/regexes.js
const dateSource=`(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;function timeSource(e){let t=`(?:[01]\\d|2[0-3]):[0-5]\\d`;return typeof e.precision==`number`?e.precision===-1?`${t}`:e.precision===0?`${t}:[0-5]\\d`:`${t}:[0-5]\\d\\.\\d{${e.precision}}`:e.seconds?`${t}:[0-5]\\d(?:\\.\\d+)?`:`${t}(?::[0-5]\\d(?:\\.\\d+)?)?`}function datetime(e){let t=[`Z`];e.offset&&t.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);let n=`${timeSource({precision:e.precision,seconds:!0})}(?:${t.join(`|`)})`,r=e.local?`${n}|${timeSource({precision:e.precision})}`:n;return RegExp(`^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:${r})$`)}const anyString=/^[\s\S]{0,}$/,number$1=/^-?\d+(?:\.\d+)?$/,boolean$1=/^(?:true|false)$/i;
// node_modules/zod/v4/core/checks.js
const $ZodCheck=$constructor(`$ZodCheck`,(e,t)=>{var n;e._zod??={},e._zod.def=t,(n=e._zod).onattach??(n.onattach=[])}),_whenHasLength=e=>{let t=e.value;return!nullish(t)&&t.length!==void 0},numericOriginMap={number:`number`,bigint:`bigint`,object:`date`},$ZodCheckLessThan=$constructor(`$ZodCheckLessThan`,(e,t)=>{$ZodCheck.init(e,t);let n=numericOriginMap[typeof t.value];e._zod.check=r=>{(t.inclusive?r.value<=t.value:r.value<t.value)||r.issues.push({origin:numericOriginMap[typeof r.value]??n,code:`too_big`,maximum:typeof t.value==`object`?t.value.getTime():t.value,input:r.value,inclusive:t.inclusive,inst:e,continue:!t.abort})}}),$ZodCheckGreaterThan=$constructor(`$ZodCheckGreaterThan`,(e,t)=>{$ZodCheck.init(e,t);let n=numericOriginMap[typeof t.value];e._zod.check=r=>{(t.inclusive?r.value>=t.value:r.value>t.value)||r.issues.push({origin:numericOriginMap[typeof r.value]??n,code:`too_small`,minimum:typeof t.value==`object`?t.value.getTime():t.value,input:r.value,inclusive:t.inclusive,inst:e,continue:!t.abort})}}),$ZodCheckNumberFormat=$constructor(`$ZodCheckNumberFormat`,(e,t)=>{$ZodCheck.init(e,t),t.format=t.format||`float64`;let n=t.format?.includes(`int`),r=n?`int`:`number`,[i,a]=NUMBER_FORMAT_RANGES[t.format];e._zod.check=o=>{let s=o.value;if(n){if(!Number.isInteger(s)){o.issues.push({expected:r,format:t.format,code:`invalid_type`,continue:!1,input:s,inst:e});return}if(!Number.isSafeInteger(s)){s>0?o.issues.push({input:s,code:`too_big`,maximum:2**53-1,note:`Integers must be within the safe integer range.`,inst:e,origin:r,inclusive:!0,continue:!t.abort}):o.issues.push({input:s,code:`too_small`,minimum:-(2**53-1),note:`Integers must be within the safe integer range.`,inst:e,origin:r,inclusive:!0,continue:!t.abort});return}}s<i&&o.issues.push({origin:`number`,input:s,code:`too_small`,minimum:i,inclusive:!0,inst:e,continue:!t.abort}),s>a&&o.issues.push({origin:`number`,input:s,code:`too_big`,maximum:a,inclusive:!0,inst:e,continue:!t.abort})}}),$ZodCheckMaxLength=$constructor(`$ZodCheckMaxLength`,(e,t)=>{var n;$ZodCheck.init(e,t),(n=e._zod.def).when??(n.when=_whenHasLength),e._zod.check=n=>{let r=n.value,i=r.length;if((typeof r==`string`&&i>t.maximum?codePointLength(r):i)<=t.maximum)return;let a=getLengthableOrigin(r);n.issues.push({origin:a,code:`too_big`,maximum:t.maximum,inclusive:!0,input:r,inst:e,continue:!t.abort})}}),$ZodCheckStringFormat=$constructor(`$ZodCheckStringFormat`,(e,t)=>{var n,r;$ZodCheck.init(e,t),t.pattern?(n=e._zod).check??(n.check=n=>{t.pattern.lastIndex=0,t.pattern.test(n.value)||n.issues.push({origin:`string`,code:`invalid_format`,format:t.format,input:n.value,...t.pattern?{pattern:t.pattern.toString()}:{},inst:e,continue:!t.abort})}):(r=e._zod).check??(r.check=()=>{})}),$ZodCheckRegex=$constructor(`$ZodCheckRegex`,(e,t)=>{$ZodCheckStringFormat.init(e,t),e._zod.check=n=>{t.pattern.lastIndex=0,t.pattern.test(n.value)||n.issues.push({origin:`string`,code:`invalid_format`,format:`regex`,input:n.value,pattern:t.pattern.toString(),inst:e,continue:!t.abort})}});
// node_modules/zod/v4/core/versions.js
const version={major:4,minor:6,patch:7};
// node_modules/zod/v4/core/schemas.js
const $ZodType=$constructor(`$ZodType`,(e,t)=>{var n;e??={},e._zod.def=t,e._zod.bag=e._zod.bag||{},e._zod.version=version;let r=e._zod.def.checks,i=e._zod.traits.has(`$ZodCheck`)?[e,...r??[]]:r?.length?[...r]:[];for(let t of i)for(let n of t._zod.onattach)n(e);if(i.length===0)(n=e._zod).deferred??(n.deferred=[]),e._zod.deferred?.push(()=>{e._zod.run=e._zod.parse});else{let t=(t,n,r)=>{if(t.memo)return t;let i=aborted(t),a;for(let o of n){if(o._zod.def.when){if(explicitlyAborted(t)||!o._zod.def.when(t))continue}else if(i)continue;let n=t.issues.length,s=o._zod.check(t);if(s instanceof Promise&&r?.async===!1)throw new $ZodAsyncError;if(a||s instanceof Promise)a=(a??Promise.resolve()).then(async()=>{await s,t.issues.length!==n&&(attachSchema(t.issues,n,e),i||=aborted(t,n))});else{if(t.issues.length===n)continue;attachSchema(t.issues,n,e),i||=aborted(t,n)}}return a?a.then(()=>t):t},n=(n,r,a)=>{if(aborted(n))return n.aborted=!0,n;let o=t(r,i,a);if(o instanceof Promise){if(a.async===!1)throw new $ZodAsyncError;return o.then(t=>e._zod.parse(t,a))}return e._zod.parse(o,a)};e._zod.run=(r,a)=>{if(a.skipChecks)return e._zod.parse(r,a);if(a.direction===`backward`){let t=e._zod.parse({value:r.value,issues:[]},{...a,skipChecks:!0});return t instanceof Promise?t.then(e=>n(e,r,a)):n(t,r,a)}let o=e._zod.parse(r,a);if(o instanceof Promise){if(a.async===!1)throw new $ZodAsyncError;return o.then(e=>t(e,i,a))}return t(o,i,a)}}},{get"~standard"(){return hide(this,`~standard`,standardProps(this))},set"~standard"(e){own(this,`~standard`,e)}}),toStandardResult=(e,t)=>e.issues.length?{issues:e.issues.map(e=>finalizeIssue(e,t,config()))}:{value:e.value};async function validateAsync(e,t){let n={async:!0};return toStandardResult(await e._zod.run({value:t,issues:[]},n),n)}function standardProps(e){return{validate:t=>{let n={async:!1};try{let r=e._zod.run({value:t,issues:[]},n);if(!(r instanceof Promise))return toStandardResult(r,n)}catch{}return validateAsync(e,t)},vendor:`zod`,version:1}}const $ZodString=$constructor(`$ZodString`,(e,t)=>{$ZodType.init(e,t),e._zod.pattern=t.pattern??anyString,e._zod.parse=(n,r)=>{if(t.coerce)try{n.value=String(n.value)}catch{}return typeof n.value==`string`||n.issues.push({expected:`string`,code:`invalid_type`,input:n.value,inst:e}),n}}),$ZodStringFormat=$constructor(`$ZodStringFormat`,(e,t)=>{$ZodCheckStringFormat.init(e,t),$ZodString.init(e,t)}),$ZodISODateTime=$constructor(`$ZodISODateTime`,(e,t)=>{t.pattern??=datetime(t),$ZodStringFormat.init(e,t)}),$ZodNumber=$constructor(`$ZodNumber`,(e,t)=>{$ZodType.init(e,t),e._zod.pattern=number$1,e._zod.parse=(n,r)=>{if(t.coerce)try{n.value=Number(n.value)}catch{}let i=n.value;if(typeof i==`number`&&!Number.isNaN(i)&&Number.isFinite(i))return n;let a=typeof i==`number`?Number.isNaN(i)?`NaN`:Number.isFinite(i)?void 0:String(i):void 0;return n.issues.push({expected:`number`,code:`invalid_type`,input:i,inst:e,...a?{received:a}:{}}),n}}),$ZodNumberFormat=$constructor(`$ZodNumberFormat`,(e,t)=>{$ZodCheckNumberFormat.init(e,t),$ZodNumber.init(e,t)}),$ZodBoolean=$constructor(`$ZodBoolean`,(e,t)=>{$ZodType.init(e,t),e._zod.pattern=boolean$1,e._zod.parse=(n,r)=>{if(t.coerce)try{n.value=!!n.value}catch{}let i=n.value;return typeof i==`boolean`||n.issues.push({expected:`boolean`,code:`invalid_type`,input:i,inst:e}),n}}),$ZodUnknown=$constructor(`$ZodUnknown`,(e,t)=>{$ZodType.init(e,t),e._zod.parse=e=>e});function capSize(e,t){let n=sizeCaps(e._zod.def.checks);if(!n.length)return;let r=Math.min(...n.map(e=>e[0])),i=e._zod.parse;e._zod.parse=(n,a)=>{let o=t(n.value);if(o>r&&!a?.skipChecks&&a?.direction!==`backward`){for(let[t,r]of sizeCaps(e._zod.def.checks))if(o>t&&r._zod.def.when(n)){let t=n.issues.length;return r._zod.check(n),n.issues[t].continue=!1,attachSchema(n.issues,t,e),n}}return i(n,a)}}const arraySize=e=>Array.isArray(e)?e.length:-1;function handleArrayResult(e,t,n){e.issues.length&&t.issues.push(...prefixIssues(n,e.issues)),t.value[n]=e.value}const $ZodArray=$constructor(`$ZodArray`,(e,t)=>{$ZodType.init(e,t);let n=globalConfig.memoizer;n?.attach(e),e._zod.parse=(r,i)=>{let a=r.value;if(!Array.isArray(a))return r.issues.push({expected:`array`,code:`invalid_type`,input:a,inst:e}),r;r.value=n?n.alloc(e,r,Array(a.length),i):Array(a.length);let o=[],s=i?.abortEarly;for(let e=0;e<a.length;e++){let n=a[e],c=t.element._zod.run({value:n,issues:[]},i);if(c instanceof Promise)o.push(c.then(t=>handleArrayResult(t,r,e)));else if(handleArrayResult(c,r,e),s&&c.issues.length!==0&&aborted(c))break}return o.length?Promise.all(o).then(()=>r):r},capSize(e,arraySize)});function handlePropertyResult(e,t,n,r,i,a){let o=n in r,s=a===`optional`;if(o||!s||i!==`optional`){if(e.issues.length){if(i!==void 0&&s&&!o)return;t.issues.push(...prefixIssues(n,e.issues))}!o&&i===void 0?e.issues.length||t.issues.push({code:`invalid_type`,expected:`nonoptional`,input:void 0,path:[n]}):e.value===void 0?(o||i===`defaulted`&&!s)&&(t.value[n]=void 0):t.value[n]=e.value}}const NO_SYMBOL_KEYS=[];function normalizeDef(e){let t=Object.keys(e.shape),n=Object.getOwnPropertySymbols(e.shape),r=n.length?n:NO_SYMBOL_KEYS,i=r.length?[...t,...r]:t;for(let t of i)if(!e.shape?.[t]?._zod?.traits?.has(`$ZodType`))throw Error(`Invalid element at key "${String(t)}": expected a Zod schema`);let a=optionalKeys(e.shape);return{...e,allKeys:i,symbolKeys:r,keySet:new Set(t),numKeys:t.length,optionalKeys:new Set(a)}}function handleCatchall(e,t,n,r,i,a,o){let s=[],c=i.keySet,l=i.catchall._zod,u=l.def.type,d=l.optin,f=l.optout,p=0;for(let i in t){if(o&&n.issues.length!==p){if(aborted(n,p))break;p=n.issues.length}if(c.has(i))continue;if(i===`__proto__`){u===`never`&&s.push(i);continue}if(u===`never`){s.push(i);continue}let a=l.run({value:t[i],issues:[]},r);a instanceof Promise?e.push(a.then(e=>handlePropertyResult(e,n,i,t,d,f))):handlePropertyResult(a,n,i,t,d,f)}return s.length&&n.issues.push({code:`unrecognized_keys`,keys:s,input:t,inst:a,continue:!0}),e.length?Promise.all(e).then(()=>n):n}const $ZodObject=$constructor(`$ZodObject`,(e,t)=>{$ZodType.init(e,t);let n=Object.getOwnPropertyDescriptor(t,`shape`),r=n?.get?n.get.raw:t.shape??{};if(r){let e=()=>{let n={...r};return Object.defineProperty(t,"shape",{value:n}),e.raw=n,n};e.raw=r,Object.defineProperty(t,"shape",{get:e})}let i=cached(()=>normalizeDef(t));defineLazyInternal(e,`propValues`,e=>{let t=e.def.shape,n={};for(let e in t){let r=t[e]._zod;if(r.values){Object.prototype.hasOwnProperty.call(n,e)||assignProp(n,e,new Set);for(let t of r.values)n[e].add(t);r.optin!==void 0&&n[e].add(void 0)}}return n});let a=isObject,o=t.catchall,s,c=globalConfig.memoizer;c?.attach(e),e._zod.parse=(t,n)=>{s??=i.value;let r=t.value;if(!a(r))return t.issues.push({expected:`object`,code:`invalid_type`,input:r,inst:e}),t;t.value=c?c.alloc(e,t,{},n):{};let l=[],u=s.shape,d=n?.abortEarly,f=t.issues.length;for(let e of s.allKeys){if(d&&t.issues.length!==f){if(aborted(t,f))break;f=t.issues.length}if(e===`__proto__`)continue;let i=u[e],a=i._zod.optin,o=i._zod.optout,s=i._zod.run({value:r[e],issues:[]},n);s instanceof Promise?l.push(s.then(n=>handlePropertyResult(n,t,e,r,a,o))):handlePropertyResult(s,t,e,r,a,o)}return o?handleCatchall(l,r,t,n,i.value,e,d===!0):l.length?Promise.all(l).then(()=>t):t}});function handleUnionResults(e,t,n,r){for(let n of e)if(n.issues.length===0)return t.value=n.value,t;let i=e.filter(e=>!aborted(e));return i.length===1?(t.value=i[0].value,i[0]):(t.issues.push({code:`invalid_union`,input:t.value,inst:n,errors:e.map(e=>e.issues.map(e=>finalizeIssue(e,r,config())))}),t)}const $ZodUnion=$constructor(`$ZodUnion`,(e,t)=>{$ZodType.init(e,t),defineLazyInternal(e,`optin`,e=>e.def.options.some(e=>e._zod.optin===`defaulted`)?`defaulted`:e.def.options.some(e=>e._zod.optin!==void 0)?`optional`:void 0),defineLazyInternal(e,`optout`,e=>e.def.options.some(e=>e._zod.optout===`optional`)?`optional`:void 0),defineLazyInternal(e,`values`,e=>{if(e.def.options.every(e=>e._zod.values))return new Set(e.def.options.flatMap(e=>Array.from(e._zod.values)))}),defineLazyInternal(e,`pattern`,e=>{if(e.def.options.every(e=>e._zod.pattern)){let t=e.def.options.map(e=>e._zod.pattern);return RegExp(`^(${t.map(e=>cleanRegex(e.source)).join(`|`)})$`)}});let n=t.options.length===1?t.options[0]._zod.run:null;e._zod.parse=(r,i)=>{if(n)return n(r,i);let a=!1,o=[];for(let e of t.options){let t=e._zod.run({value:r.value,issues:[]},i);if(t instanceof Promise)o.push(t),a=!0;else{if(t.issues.length===0)return t;o.push(t)}}return a?Promise.all(o).then(t=>handleUnionResults(t,r,e,i)):handleUnionResults(o,r,e,i)}}),$ZodRecord=$constructor(`$ZodRecord`,(e,t)=>{$ZodType.init(e,t);let n=globalConfig.memoizer;n?.attach(e),e._zod.parse=(r,i)=>{let a=r.value;if(!isPlainObject(a))return r.issues.push({expected:`record`,code:`invalid_type`,input:a,inst:e}),r;let o=[],s=t.keyType._zod.values;if(s&&!t.partial){r.value=n?n.alloc(e,r,{},i):{};let c=new Set;for(let n of s)if(typeof n==`string`||typeof n==`number`||typeof n==`symbol`){if(c.add(typeof n==`number`?n.toString():n),n===`__proto__`)continue;let s=t.keyType._zod.run({value:n,issues:[]},i);if(s instanceof Promise)throw Error(`Async schemas not supported in object keys currently`);if(s.issues.length){r.issues.push({code:`invalid_key`,origin:`record`,issues:s.issues.map(e=>finalizeIssue(e,i,config())),input:n,path:[n],inst:e});continue}let l=s.value;if(l===`__proto__`)continue;let u=t.valueType._zod.run({value:a[n],issues:[]},i);u instanceof Promise?o.push(u.then(e=>{e.issues.length&&r.issues.push(...prefixIssues(n,e.issues)),r.value[l]=e.value})):(u.issues.length&&r.issues.push(...prefixIssues(n,u.issues)),r.value[l]=u.value)}let l;for(let e in a)if(!c.has(e)){if(t.mode===`loose`){if(e===`__proto__`)continue;r.value[e]=a[e]}else l??=[],l.push(e)}l&&l.length>0&&r.issues.push({code:`unrecognized_keys`,input:a,inst:e,keys:l,continue:!0})}else{r.value=n?n.alloc(e,r,{},i):{};let c;for(let n of Reflect.ownKeys(a)){if(n===`__proto__`||!Object.prototype.propertyIsEnumerable.call(a,n))continue;let l=t.keyType._zod.run({value:n,issues:[]},i);if(l instanceof Promise)throw Error(`Async schemas not supported in object keys currently`);if(typeof n==`string`&&number$1.test(n)&&l.issues.length){let e=t.keyType._zod.run({value:Number(n),issues:[]},i);if(e instanceof Promise)throw Error(`Async schemas not supported in object keys currently`);e.issues.length===0&&(l=e)}if(l.issues.length){t.mode===`loose`?r.value[n]=a[n]:s?(c??=[],c.push(n)):r.issues.push({code:`invalid_key`,origin:`record`,issues:l.issues.map(e=>finalizeIssue(e,i,config())),input:n,path:[n],inst:e});continue}let u=l.value;if(u===`__proto__`)continue;let d=t.valueType._zod.run({value:a[n],issues:[]},i);d instanceof Promise?o.push(d.then(e=>{e.issues.length&&r.issues.push(...prefixIssues(n,e.issues)),r.value[u]=e.value})):(d.issues.length&&r.issues.push(...prefixIssues(n,d.issues)),r.value[u]=d.value)}c&&c.length>0&&r.issues.push({code:`unrecognized_keys`,input:a,inst:e,keys:c,continue:!0})}return o.length?Promise.all(o).then(()=>r):r}}),$ZodEnum=$constructor(`$ZodEnum`,(e,t)=>{$ZodType.init(e,t);let n=getEnumValues(t.entries),r=new Set(n);e._zod.values=r,defineLazyInternal(e,`pattern`,e=>{let t=getEnumValues(e.def.entries).filter(e=>propertyKeyTypes.has(typeof e));return RegExp(t.length?`^(${t.map(e=>escapeRegex(e.toString())).join(`|`)})$`:`^[^\\s\\S]$`)}),e._zod.parse=(t,i)=>{let a=t.value;return r.has(a)||t.issues.push({code:`invalid_value`,values:n,input:a,inst:e}),t}}),$ZodLiteral=$constructor(`$ZodLiteral`,(e,t)=>{$ZodType.init(e,t);let n=new Set(t.values);e._zod.values=n,defineLazyInternal(e,`pattern`,e=>{let t=e.def.values;return RegExp(t.length?`^(${t.map(e=>typeof e==`string`?escapeRegex(e):e?escapeRegex(e.toString()):String(e)).join(`|`)})$`:`^[^\\s\\S]$`)}),e._zod.parse=(r,i)=>{let a=r.value;return n.has(a)||r.issues.push({code:`invalid_value`,values:t.values,input:a,inst:e}),r}}),$ZodTransform=$constructor(`$ZodTransform`,(e,t)=>{$ZodType.init(e,t),e._zod.optin=`optional`,globalConfig.memoizer?.guard(e),e._zod.parse=(n,r)=>{if(r.direction===`backward`)throw new $ZodEncodeError(e.constructor.name);let i=t.transform(n.value,n);if(r.async)return(i instanceof Promise?i:Promise.resolve(i)).then(e=>(n.value=e,n));if(i instanceof Promise)throw new $ZodAsyncError;return n.value=i,n}});function handleOptionalResult(e,t){return e.value=t.issues.length?void 0:t.value,e}const $ZodOptional=$constructor(`$ZodOptional`,(e,t)=>{$ZodType.init(e,t),defineLazyInternal(e,`optin`,e=>e.def.innerType._zod.optin===`defaulted`?`defaulted`:`optional`),e._zod.optout=`optional`,defineLazyInternal(e,`values`,e=>{let t=e.def.innerType._zod.values;return t?new Set([...t,void 0]):void 0}),defineLazyInternal(e,`pattern`,e=>{let t=e.def.innerType._zod.pattern;return t?RegExp(`^(${cleanRegex(t.source)})?$`):void 0}),e._zod.parse=(e,n)=>{if(e.value===void 0){if(t.innerType._zod.optin!==`defaulted`)return e;let r=t.innerType._zod.run({value:e.value,issues:[]},n);return r instanceof Promise?r.then(t=>handleOptionalResult(e,t)):handleOptionalResult(e,r)}return t.innerType._zod.run(e,n)}}),$ZodNullable=$constructor(`$ZodNullable`,(e,t)=>{$ZodType.init(e,t),defineLazyInternal(e,`optin`,e=>e.def.innerType._zod.optin),defineLazyInternal(e,`optout`,e=>e.def.innerType._zod.optout),defineLazyInternal(e,`pattern`,e=>{let t=e.def.innerType._zod.pattern;return t?RegExp(`^(${cleanRegex(t.source)}|null)$`):void 0}),defineLazyInternal(e,`values`,e=>e.def.innerType._zod.values?new Set([...e.def.innerType._zod.values,null]):void 0),e._zod.parse=(e,n)=>e.value===null?e:t.innerType._zod.run(e,n)}),$ZodPipe=$constructor(`$ZodPipe`,(e,t)=>{$ZodType.init(e,t),defineLazyInternal(e,`values`,e=>e.def.in._zod.values),defineLazyInternal(e,`optin`,e=>e.def.in._zod.optin),defineLazyInternal(e,`optout`,e=>e.def.out._zod.optout),defineLazyInternal(e,`propValues`,e=>e.def.in._zod.propValues),e._zod.parse=(e,n)=>{if(n.direction===`backward`){let r=t.out._zod.run(e,n);return r instanceof Promise?r.then(e=>handlePipeResult(e,t.in,n)):handlePipeResult(r,t.in,n)}let r=t.in._zod.run(e,n);return r instanceof Promise?r.then(e=>handlePipeResult(e,t.out,n)):handlePipeResult(r,t.out,n)}});function handlePipeResult(e,t,n){return e.issues.some(e=>e.code!==`unrecognized_keys`)?(e.aborted=!0,e):t._zod.run({value:e.value,issues:e.issues},n)}const $ZodCustom=$constructor(`$ZodCustom`,(e,t)=>{$ZodCheck.init(e,t),$ZodType.init(e,t),e._zod.parse=(e,t)=>e,e._zod.check=n=>{let r=n.value,i=t.fn(r);if(i instanceof Promise)return i.then(t=>handleRefineResult(t,n,r,e));handleRefineResult(i,n,r,e)}});function handleRefineResult(e,t,n,r){if(!e){let e={code:`custom`,input:n,inst:r,path:[...r._zod.def.path??[]],continue:!r._zod.def.abort};r._zod.def.params&&(e.params=r._zod.def.params),t.issues.push(issue(e))}}
// node_modules/zod/v4/core/api.js
function snapshotChecks(e){return e.checks&&=[...e.checks],e}function _string(e,t){return new e(snapshotChecks({type:`string`,...normalizeParams(t)}))}function _isoDateTime(e,t){return new e({type:`string`,format:`datetime`,check:`string_format`,offset:!1,local:!1,precision:null,...normalizeParams(t)})}function _number(e,t){return new e(snapshotChecks({type:`number`,checks:[],...normalizeParams(t)}))}function _int(e,t){return new e({type:`number`,check:`number_format`,abort:!1,format:`safeint`,...normalizeParams(t)})}function _boolean(e,t){return new e({type:`boolean`,...normalizeParams(t)})}function _unknown(e){return new e({type:`unknown`})}function _lte(e,t){return new $ZodCheckLessThan({check:`less_than`,...normalizeParams(t),value:e,inclusive:!0})}function _gte(e,t){return new $ZodCheckGreaterThan({check:`greater_than`,...normalizeParams(t),value:e,inclusive:!0})}function _maxLength(e,t){return new $ZodCheckMaxLength({check:`max_length`,...normalizeParams(t),maximum:e})}function _regex(e,t){return new $ZodCheckRegex({check:`string_format`,format:`regex`,...normalizeParams(t),pattern:e})}function _custom(e,t,n){let r=normalizeParams(n);return r.abort??=!0,new e({type:`custom`,check:`custom`,fn:t,...r})}function _refine(e,t,n){return new e({type:`custom`,check:`custom`,fn:t,...normalizeParams(n)})}
// node_modules/zod/v4/mini/schemas.js
const ZodMiniType=$constructor(`ZodMiniType`,(e,t)=>{if(!e._zod)throw Error(`Uninitialized schema in ZodMiniType.`);$ZodType.init(e,t),e.def=t,e.type=t.type},{get with(){return this.check},set with(e){own(this,`with`,e)},parse(e,t){return parse(this,e,t,{callee:this.parse})},parseAsync(e,t){return parseAsync(this,e,t,{callee:this.parseAsync})},safeParse(e,t){return safeParse(this,e,t)},safeParseAsync(e,t){return safeParseAsync(this,e,t)},check(...e){let t=this.def;return this.clone({...t,checks:[...t.checks??[],...e.map(e=>typeof e==`function`?{_zod:{check:e,def:{check:`custom`},onattach:[]}}:e)]},{parent:!0})},clone(e,t){return clone(this,e,t)},brand(){return this},register(e,t){return e.add(this,t),this},apply(e,...t){return t.length===0?e(this):e(this,...t)}}),ZodMiniString=$constructor(`ZodMiniString`,(e,t)=>{$ZodString.init(e,t),ZodMiniType.init(e,t)});function string(e){return _string(ZodMiniString,e)}const ZodMiniStringFormat=$constructor(`ZodMiniStringFormat`,(e,t)=>{$ZodStringFormat.init(e,t),ZodMiniString.init(e,t)}),ZodMiniNumber=$constructor(`ZodMiniNumber`,(e,t)=>{$ZodNumber.init(e,t),ZodMiniType.init(e,t)});function number(e){return _number(ZodMiniNumber,e)}const ZodMiniNumberFormat=$constructor(`ZodMiniNumberFormat`,(e,t)=>{$ZodNumberFormat.init(e,t),ZodMiniNumber.init(e,t)});function int(e){return _int(ZodMiniNumberFormat,e)}const ZodMiniBoolean=$constructor(`ZodMiniBoolean`,(e,t)=>{$ZodBoolean.init(e,t),ZodMiniType.init(e,t)});function boolean(e){return _boolean(ZodMiniBoolean,e)}const ZodMiniUnknown=$constructor(`ZodMiniUnknown`,(e,t)=>{$ZodUnknown.init(e,t),ZodMiniType.init(e,t)});function unknown(){return _unknown(ZodMiniUnknown)}const ZodMiniArray=$constructor(`ZodMiniArray`,(e,t)=>{$ZodArray.init(e,t),ZodMiniType.init(e,t)});function array(e,t){return new ZodMiniArray({type:`array`,element:e,...normalizeParams(t)})}const ZodMiniObject=$constructor(`ZodMiniObject`,(e,t)=>{$ZodObject.init(e,t),ZodMiniType.init(e,t),installLazyProp(e,`shape`,e=>e._zod.def.shape,!1)});function object(e,t){let n={type:`object`,shape:e??{},...normalizeParams(t)};return new ZodMiniObject(n)}const ZodMiniUnion=$constructor(`ZodMiniUnion`,(e,t)=>{$ZodUnion.init(e,t),ZodMiniType.init(e,t)});function union(e,t){return new ZodMiniUnion({type:`union`,options:e,...normalizeParams(t)})}const ZodMiniRecord=$constructor(`ZodMiniRecord`,(e,t)=>{$ZodRecord.init(e,t),ZodMiniType.init(e,t)});function record(e,t,n){return!t||!t._zod?new ZodMiniRecord({type:`record`,keyType:string(),valueType:e,...normalizeParams(t)}):new ZodMiniRecord({type:`record`,keyType:e,valueType:t,...normalizeParams(n)})}const ZodMiniEnum=$constructor(`ZodMiniEnum`,(e,t)=>{$ZodEnum.init(e,t),ZodMiniType.init(e,t),e.options=[...e._zod.values]});function _enum(e,t){let n=Array.isArray(e)?Object.fromEntries(e.map(e=>[e,e])):e;return new ZodMiniEnum({type:`enum`,entries:n,...normalizeParams(t)})}const ZodMiniLiteral=$constructor(`ZodMiniLiteral`,(e,t)=>{$ZodLiteral.init(e,t),ZodMiniType.init(e,t)});function literal(e,t){return new ZodMiniLiteral({type:`literal`,values:Array.isArray(e)?e:[e],...normalizeParams(t)})}const ZodMiniTransform=$constructor(`ZodMiniTransform`,(e,t)=>{$ZodTransform.init(e,t),ZodMiniType.init(e,t)});function transform(e){return new ZodMiniTransform({type:`transform`,transform:e})}const ZodMiniOptional=$constructor(`ZodMiniOptional`,(e,t)=>{$ZodOptional.init(e,t),ZodMiniType.init(e,t)});function optional(e){return new ZodMiniOptional({type:`optional`,innerType:e})}const ZodMiniNullable=$constructor(`ZodMiniNullable`,(e,t)=>{$ZodNullable.init(e,t),ZodMiniType.init(e,t)});function nullable(e){return new ZodMiniNullable({type:`nullable`,innerType:e})}const ZodMiniPipe=$constructor(`ZodMiniPipe`,(e,t)=>{$ZodPipe.init(e,t),ZodMiniType.init(e,t)});function pipe(e,t){return new ZodMiniPipe({type:`pipe`,in:e,out:t})}const ZodMiniCustom=$constructor(`ZodMiniCustom`,(e,t)=>{$ZodCustom.init(e,t),ZodMiniType.init(e,t)});function custom(e,t){return _custom(ZodMiniCustom,e??(()=>!0),t)}function refine(e,t={}){return _refine(ZodMiniCustom,e,t)}
// src/tenancy/shard.ts
const SHARD = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/;
const MOST_SHARDS = 256;
function parseShard(text) {
	const [, first, second] = SHARD.exec(text) ?? [];
	const [index, count] = [Number(first), Number(second)];
	return index <= count && count <= 256 ? {
		index,
		count
	} : void 0;
}
function isInShard(tenantId, { index, count }) {
	return mix(hash(tenantId)) % count === index - 1;
}
const OFFSET_BASIS = 2166136261;
const PRIME = 16777619;
function hash(text) {
	let result = OFFSET_BASIS;
	for (let index = 0; index < text.length; index += 1) result = Math.imul(result ^ text.charCodeAt(index), PRIME);
	return result;
}
function mix(value) {
	let result = value;
	result = Math.imul(result ^ result >>> 16, 2246822507);
	result = Math.imul(result ^ result >>> 13, 3266489909);
	return (result ^ result >>> 16) >>> 0;
}

// action/forms.ts
const SCOPE = /^[a-z][a-z0-9-]{0,60}:[a-z]{1,20}$/;
const KEY_HINT = /^[A-Za-z0-9_-]{4}$/;
const FORMS = {
	companyId: {
		isGood: (text) => parseUuid(text) !== void 0,
		must: "must be a company id (a UUID such as the output `company-id` of an earlier run)"
	},
	keyHint: {
		isGood: (text) => KEY_HINT.test(text),
		must: "must be the last four characters of the key, no more"
	},
	scope: {
		isGood: (text) => SCOPE.test(text),
		must: "must be a list of scopes such as `vendors:read`"
	}
};

// action/pleo-api/api-origin.ts
const HINT = `Use ${API_ORIGINS.production}, ${API_ORIGINS.staging}, or a simulator on this machine.`;
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

// action/inputs.ts
const LEAK_SCANS = [
	"workspace",
	"build",
	"history"
];
function text(isGood, error) {
	return custom((given) => typeof given === "string" && isGood(given), { error });
}
function oneOf(...values) {
	const list = values.map((value) => `\`${value}\``).join(", ");
	return _enum(values, { error: `must be one of ${list}` });
}
const TRUE = [
	"true",
	"True",
	"TRUE"
];
const FALSE = [
	"false",
	"False",
	"FALSE"
];
const flag = text((given) => TRUE.includes(given) || FALSE.includes(given), "must be `true` or `false`");
function wholeNumber(min, max) {
	return text((given) => /^\d{1,6}$/.test(given) && Number(given) >= min && Number(given) <= max, `must be a whole number from ${min} to ${max}`);
}
const MAX_TEXT = 200;
const shortText = text((given) => given.length <= MAX_TEXT, `must not be longer than ${MAX_TEXT} characters`);
const companyId = text(FORMS.companyId.isGood, FORMS.companyId.must);
const keyHint = text(FORMS.keyHint.isGood, FORMS.keyHint.must);
function splitScopes(given) {
	return [...new Set(listItems(given))];
}
function scopesProblem(given) {
	const scopes = splitScopes(given);
	if (scopes.length > 100) return `must not list more than ${100} scopes`;
	return scopes.every(FORMS.scope.isGood) ? void 0 : `${FORMS.scope.must}, separated by spaces, commas or line breaks`;
}
function apiUrlProblem(given) {
	try {
		parseApiOrigin(given);
		return;
	} catch (error) {
		return error instanceof GuardError ? `is refused: ${error.message} ${error.hint ?? ""}`.trimEnd() : "is refused";
	}
}
function severitiesProblem(given) {
	const { problems } = parseSeverities(given);
	if (problems.length === 0) return void 0;
	return `has ${problems.length === 1 ? "an entry" : "entries"} that cannot be used: ${problems.join("; ")}`;
}
function listItems(given) {
	return given.split(/[\s,]+/).filter((item) => item !== "");
}
function isLeakScan(name) {
	return LEAK_SCANS.some((known) => known === name);
}
const leakScan = text((given) => {
	const names = listItems(given);
	return names.length === 1 && names[0] === "off" || names.length > 0 && names.every(isLeakScan);
}, "must be `off`, or a list of `workspace`, `build` and `history`");
function linesOf(given) {
	return given.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}
const MAX_PATHS = 100;
const MAX_PATH = 1024;
function isInside(path) {
	const isFromRoot = /^[/\\]|^[A-Za-z]:/.test(path);
	return !/[\p{Cc}\p{Cf}]|\$\{\{/u.test(path) && path.length <= MAX_PATH && !isFromRoot && !path.split(/[/\\]/).includes("..");
}
const insidePaths = text((given) => {
	const paths = linesOf(given);
	return paths.length <= MAX_PATHS && paths.every(isInside);
}, `must be a list of at most ${MAX_PATHS} paths from the root of the checkout, one a line, without \`..\``);
const insideFile = text((given) => isInside(given) && !/[/\\]$/.test(given), "must be the path of a file from the root of the checkout, without `..`");
function textWithout(problemOf) {
	return custom((given) => typeof given === "string" && problemOf(given) === void 0, { error: ({ input }) => problemOf(String(input)) ?? "cannot be used" });
}
const schema = object({
	kind: oneOf("standalone", "integrated"),
	environment: oneOf("production", "staging"),
	"company-id": optional(companyId),
	"required-scopes": optional(textWithout(scopesProblem)),
	"expires-on": optional(shortText),
	"warn-before-days": wholeNumber(0, 3650),
	"fail-before-days": wholeNumber(0, 3650),
	"max-lifetime-days": optional(wholeNumber(1, 36500)),
	"created-on": optional(shortText),
	"expected-key-hint": optional(keyHint),
	rotation: oneOf("overlap", "finished"),
	severities: optional(textWithout(severitiesProblem)),
	"on-unknown": oneOf("fail", "warn"),
	"on-missing-key": oneOf("auto", "fail", "skip"),
	"timeout-seconds": wholeNumber(1, 600),
	"api-url": optional(textWithout(apiUrlProblem)),
	"diagnose-environment": flag,
	tenants: optional(insideFile),
	"requests-per-minute": wholeNumber(1, 500),
	"total-minutes": wholeNumber(1, 350),
	shard: optional(text((given) => parseShard(given) !== void 0, "must be a part of a whole such as `3/8`, with at most 256 parts")),
	merge: optional(insidePaths),
	"report-file": optional(insideFile),
	"leak-scan": leakScan,
	"leak-scan-paths": optional(insidePaths),
	"leak-scan-ignored": flag,
	"workflow-audit": flag,
	summary: oneOf("auto", "full", "off"),
	annotations: flag,
	"sarif-file": optional(insideFile),
	comment: oneOf("never", "on-failure", "always"),
	reminder: flag,
	"dry-run": flag
});
function parseInputs(raw) {
	const { data, error } = schema.safeParse(trimInputs(raw));
	const problems = error === void 0 ? [...contradictions(data), ...fleetContradictions(data, raw)] : describeIssues(error.issues, raw);
	if (problems.length > 0) throw invalid(problems);
	if (data === void 0) throw invalid(["the inputs cannot be read"]);
	return toConfig(data);
}
function trimInputs(raw) {
	return Object.fromEntries(INPUT_NAMES.map((name) => [name, raw[name]?.trim() ?? ""]).filter(([name, value]) => value !== "" || INPUTS[name] !== void 0));
}
function describeIssues(issues, raw) {
	const problems = issues.map(({ path: [name], message }) => {
		const isEmpty = raw[name]?.trim() === "";
		return `\`${String(name)}\` ${isEmpty ? "is empty; leave it out to have its default, or check why the expression came out empty" : message}`;
	});
	return [...new Set(problems)];
}
function contradictions(data) {
	const url = data["api-url"];
	const host = url === void 0 ? void 0 : findPleoHost(new URL(url).hostname);
	return [
		...host !== void 0 && host.environment !== data.environment ? [`\`api-url\` is ${host.environment}'s address, and \`environment\` is ${data.environment}`] : [],
		...data["created-on"] !== void 0 && data["expires-on"] === void 0 ? ["`created-on` says nothing without `expires-on`"] : [],
		...data["expected-key-hint"] !== void 0 && data["expires-on"] === void 0 ? ["`expected-key-hint` binds `expires-on` to a key, and that is missing"] : [],
		...data["leak-scan-paths"] !== void 0 && !listItems(data["leak-scan"]).includes("build") ? ["`leak-scan-paths` says nothing unless `leak-scan` has `build`"] : [],
		...TRUE.includes(data["leak-scan-ignored"]) && !listItems(data["leak-scan"]).includes("workspace") ? ["`leak-scan-ignored` says nothing unless `leak-scan` has `workspace`"] : []
	];
}
const OF_ONE_KEY = [
	"api-key",
	"company-id",
	"required-scopes",
	"expires-on",
	"created-on",
	"expected-key-hint",
	"previous-api-key"
];
function fleetContradictions(data, raw) {
	const { tenants, merge, shard } = data;
	const isGiven = (name) => (raw[name]?.trim() ?? "") !== "";
	if (tenants === void 0 && merge === void 0) return [
		"tenant-keys",
		"shard",
		"report-file"
	].filter(isGiven).map((name) => `\`${name}\` says nothing without \`tenants\``);
	const mode = tenants === void 0 ? "merge" : "tenants";
	const scans = listItems(data["leak-scan"]).some((name) => name !== "off");
	return [
		...tenants !== void 0 && merge !== void 0 ? ["`merge` joins what other jobs have checked, and `tenants` checks; give each a step of its own"] : [],
		...OF_ONE_KEY.filter(isGiven).map((name) => `\`${name}\` is about one key, and \`${mode}\` is about many; say it in the manifest`),
		...scans ? [`\`leak-scan\` looks for the one key of \`api-key\`; give it a step of its own`] : [],
		...shard !== void 0 && data["report-file"] === void 0 ? ["`shard` needs `report-file`, since only `merge` can tell whether all of the fleet is well"] : [],
		...merge === void 0 ? [] : ["tenant-keys", "shard"].filter(isGiven).map((name) => `\`${name}\` says nothing to \`merge\`, which asks Pleo for nothing`),
		...merge !== void 0 && TRUE.includes(data["workflow-audit"]) ? ["`workflow-audit` says nothing to `merge`; ask for it in the shards, or in a step of its own"] : []
	];
}
function invalid(problems) {
	const sentences = problems.map((problem) => `${problem.replace(/\.$/, "")}.`);
	const list = sentences.length === 1 ? ` ${sentences.join("")}` : sentences.map((sentence) => `\n- ${sentence}`).join("");
	return new GuardError("CONFIG_INVALID", `The inputs cannot be used:${list}`, { hint: "Correct the inputs in the workflow file; action.yml and the table in the README say what each of them takes." });
}
function toConfig(data) {
	return {
		expectation: toExpectation(data),
		rotation: data.rotation,
		severities: parseSeverities(data.severities ?? "").severities,
		onUnknown: data["on-unknown"],
		onMissingKey: data["on-missing-key"],
		timeoutMs: Number(data["timeout-seconds"]) * 1e3,
		origin: data["api-url"] ?? API_ORIGINS[data.environment],
		isOwnAddress: data["api-url"] !== void 0,
		diagnoseEnvironment: TRUE.includes(data["diagnose-environment"]),
		...optional$1("fleet", toFleetConfig(data)),
		scan: {
			leaks: new Set(listItems(data["leak-scan"]).filter(isLeakScan)),
			paths: linesOf(data["leak-scan-paths"] ?? ""),
			includesIgnored: TRUE.includes(data["leak-scan-ignored"]),
			workflows: TRUE.includes(data["workflow-audit"])
		},
		summary: data.summary,
		annotations: TRUE.includes(data.annotations),
		...optional$1("sarifFile", data["sarif-file"]),
		comment: data.comment,
		reminder: TRUE.includes(data.reminder),
		dryRun: TRUE.includes(data["dry-run"])
	};
}
function toFleetConfig(data) {
	const { tenants, merge, shard } = data;
	if (tenants === void 0 && merge === void 0) return void 0;
	return {
		source: tenants === void 0 ? {
			kind: "reports",
			paths: linesOf(merge ?? "")
		} : {
			kind: "manifest",
			path: tenants,
			...optional$1("shard", shard === void 0 ? void 0 : parseShard(shard))
		},
		...optional$1("reportFile", data["report-file"]),
		requestsPerMinute: Number(data["requests-per-minute"]),
		totalMs: Number(data["total-minutes"]) * 6e4
	};
}
function toExpectation(data) {
	const maxLifetimeDays = data["max-lifetime-days"];
	return {
		kind: data.kind,
		environment: data.environment,
		...optional$1("companyId", data["company-id"]),
		requiredScopes: splitScopes(data["required-scopes"] ?? ""),
		expiry: {
			...optional$1("expiresOn", data["expires-on"]),
			...optional$1("createdOn", data["created-on"]),
			...optional$1("keyHint", data["expected-key-hint"]),
			...optional$1("maxLifetimeDays", maxLifetimeDays === void 0 ? void 0 : Number(maxLifetimeDays)),
			warnBeforeDays: Number(data["warn-before-days"]),
			failBeforeDays: Number(data["fail-before-days"])
		}
	};
}

// action/missing-key.ts
function causeOfMissingKey({ env, event }) {
	if (env["GITHUB_ACTOR"] === "dependabot[bot]") return "dependabot";
	return isFromFork(event) ? "fork" : "unexplained";
}
function isFromFork(event) {
	const pullRequest = read(event, "pull_request");
	const head = read(read(read(pullRequest, "head"), "repo"), "full_name");
	const base = read(read(read(pullRequest, "base"), "repo"), "full_name");
	return typeof base === "string" && pullRequest !== void 0 && head !== base;
}
function read(value, name) {
	if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return void 0;
	return value[name];
}
const MISSING_KEY_ADVICE = {
	fork: "This pull request comes from a fork, and GitHub hands no secrets to those; the key is checked once a maintainer has merged it, or has pushed it to a branch of this repository.",
	dependabot: "Dependabot's runs get Dependabot's own secrets only; to have the key checked here as well, store it under Settings > Secrets and variables > Dependabot, or with `gh secret set PLEO_API_KEY --app dependabot`.",
	unexplained: "Check that the secret exists under the name that the workflow uses (`gh secret list`), that the job names its `environment:` if the secret belongs to one, and that a reusable workflow is called with `secrets:`."
};
function explainSkip(cause, isSetting) {
	return `${isSetting ? "No key was given, and `on-missing-key: skip` lets that pass." : "No key was given."} ${MISSING_KEY_ADVICE[cause]}`;
}
function adviseOnMissingKey(cause, isSetting) {
	const advice = MISSING_KEY_ADVICE[cause];
	return isSetting && cause !== "unexplained" ? `${advice} That this run fails is the doing of \`on-missing-key: fail\`.` : advice;
}

// action/pleo-api/deadline.ts
function startDeadline(totalMs, monotonicMs = () => process.uptime() * 1e3) {
	const end = monotonicMs() + totalMs;
	return { remainingMs: () => Math.floor(end - monotonicMs()) };
}
function startPausableDeadline(totalMs, whole, monotonicMs = () => process.uptime() * 1e3) {
	const end = monotonicMs() + totalMs;
	let pausedMs = 0;
	let pausedAt = 0;
	let pauses = 0;
	const spentWaiting = () => pausedMs + (pauses > 0 ? monotonicMs() - pausedAt : 0);
	return {
		remainingMs: () => Math.min(Math.floor(end + spentWaiting() - monotonicMs()), whole.remainingMs()),
		pauseFor: async (waiting) => {
			if (pauses === 0) pausedAt = monotonicMs();
			pauses += 1;
			try {
				return await waiting;
			} finally {
				pausedMs = pauses === 1 ? spentWaiting() : pausedMs;
				pauses -= 1;
			}
		}
	};
}

// action/raw-inputs.ts
function readRawInputs(env) {
	const entries = INPUT_NAMES.map((name) => [name, env[variableOf(name)] ?? defaultOf(name)]);
	return Object.fromEntries(entries);
}
function variableOf(name) {
	return `INPUT_${name.toUpperCase()}`;
}
function defaultOf(name) {
	const value = INPUTS[name];
	return value?.startsWith("${{") === true ? void 0 : value;
}

// action/scanned.ts
const NOTHING_SCANNED = {
	findings: [],
	scans: {}
};

// src/key/secrets-within.ts
const LONGEST_TAKEN_APART = 4096;
const SEVERAL_LINES = /[\r\n\u2028\u2029]+/;
function secretsWithin(raw) {
	const isFile = raw.length > LONGEST_TAKEN_APART && SEVERAL_LINES.test(raw.trim());
	const texts = isFile ? [raw] : layersOf(raw);
	return [.../* @__PURE__ */ new Set([
		...texts,
		...isFile ? [] : piecesOf(texts),
		...findKeys(raw).map(({ key }) => key)
	])].filter((secret) => secret.trim() !== "");
}
function layersOf(raw) {
	return [raw, ...raw.split(SEVERAL_LINES)].flatMap((text) => peelValue(text).layers);
}
const SHORTEST_PIECE = 12;
const MOST_PIECES = 64;
const BETWEEN_TOKENS = /(?:\\[nrt]|[\s:,;"'<>{}@?&#|\\])+/;
const BETWEEN_PIECES = /(?:\\[nrt]|[\s:,;"'<>{}=@/?&#|\\])+/;
const NAME = /^[A-Za-z0-9_.-]{1,64}=(?!=?$)/;
function piecesOf(texts) {
	const tokens = distinct(texts.flatMap(tokensOf));
	const decoded = tokens.map(readableBase64);
	const pieces = [...decoded, ...texts].flatMap((text) => text.split(BETWEEN_PIECES));
	return distinct([
		...decoded,
		...decoded.flatMap(tokensOf),
		...tokens,
		...pieces
	]).filter(mayBeSecret).slice(0, MOST_PIECES);
}
function tokensOf(text) {
	return text.split(BETWEEN_TOKENS).map((token) => token.replace(NAME, ""));
}
const BASE64 = /^[A-Za-z0-9+/_-]{16,}={0,2}$/;
function readableBase64(token) {
	const decoded = BASE64.test(token) ? decodeBase64(token) : "";
	return /^[\x20-\x7e\s]+$/.test(decoded) ? decoded : "";
}
const PLAIN_NAMES = [
	/^[A-Z]?[a-z]+$/,
	/^[A-Z]+(?:_[A-Z]+)+$/,
	/^[a-z]+(?:[A-Z][a-z]+)+$/,
	/(?:^|\.)pleo\.io$/i
];
function mayBeSecret(piece) {
	return piece.length >= SHORTEST_PIECE && !PLAIN_NAMES.some((name) => name.test(piece));
}
function distinct(texts) {
	return [...new Set(texts)];
}

// action/secrets.ts
const PROXY_VARIABLES = [
	"HTTPS_PROXY",
	"https_proxy",
	"HTTP_PROXY",
	"http_proxy",
	"ALL_PROXY",
	"all_proxy"
];
function collectSecrets(raw, env) {
	const keys = [raw["api-key"], raw["previous-api-key"]].flatMap((value) => secretsWithin(value ?? ""));
	const tenantKeys = secretsInJson(raw["tenant-keys"] ?? "");
	const token = raw["github-token"]?.trim() ?? "";
	const proxies = PROXY_VARIABLES.flatMap((name) => credentialsIn(env[name] ?? ""));
	return [.../* @__PURE__ */ new Set([
		...keys,
		...tenantKeys,
		token,
		...proxies
	])].filter((secret) => secret !== "");
}
function secretsInJson(text) {
	if (text.trim() === "") return [];
	const values = valuesIn(parseLeniently(text));
	return [...(values.length === 0 ? [text] : values).flatMap(secretsWithin), ...keysIn(text)];
}
function keysIn(text) {
	return findKeys(text).map(({ key }) => key);
}
function parseLeniently(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function valuesIn(value) {
	if (typeof value === "string") return [value];
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(valuesIn) : [];
}
function credentialsIn(address) {
	if (!URL.canParse(address)) return [];
	const { username, password } = new URL(address);
	return [password, username === "" ? "" : `${username}:${password}`].flatMap((text) => [text, decodeLeniently(text)]).filter((text) => text !== "" && text !== ":");
}
function decodeLeniently(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

// src/key/masking/base64-run.ts
function base64RunStart(text, within, floor) {
	let start = lineStart(text, within, floor);
	for (let end = beforeWrap(text, start); end !== void 0 && end > floor;) {
		start = lineStart(text, end, floor);
		end = beforeWrap(text, start);
	}
	return start;
}
function lineStart(text, within, floor) {
	let start = within;
	while (start > floor && base64Value(text, start - 1) >= 0) start--;
	return start;
}
function base64RunEnd(text, within) {
	let end = lineEnd(text, within);
	for (let next = nextLineEnd(text, end); next !== void 0; next = nextLineEnd(text, end)) end = next;
	return end;
}
function lineEnd(text, within) {
	let end = within;
	for (let next = end; next >= 0; next = nextInRun(text, end)) end = next;
	return end;
}
const AFTER_LINE = /[\r\n"'`\\<]/;
function nextLineEnd(text, end) {
	const next = afterWrap(text, end, "any-lines");
	if (next === void 0) return void 0;
	const nextEnd = lineEnd(text, next);
	return nextEnd === text.length || AFTER_LINE.test(text.charAt(nextEnd)) ? nextEnd : void 0;
}
const ESCAPED = /%(?:2[BbFf]|3[Dd])|\\{1,2}\/|\\{1,2}u00(?:2[BbFf]|3[Dd])|&(?:#(?:43|47|61|[xX](?:2[BbFf]|3[Dd]))|plus|sol|equals);/y;
function nextInRun(text, index) {
	if (base64Value(text, index) >= 0 || text.charAt(index) === "=") return index + 1;
	ESCAPED.lastIndex = index;
	return ESCAPED.test(text) ? ESCAPED.lastIndex : -1;
}

// src/key/masking/hide-stretches.ts
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
function endOf(text, { end, inBase64 }, hidden) {
	if (end <= hidden) return hidden;
	return inBase64 ? base64RunEnd(text, end) : end;
}
function commonMask(one, other) {
	if (one === other || other === "****") return one;
	return one === "****" ? other : HIDDEN;
}

// src/key/masking/needle-index.ts
const BEGINNINGS = [
	6,
	16,
	48
];
const ROW = {
	beginning: 0,
	beginningHash: 1,
	length: 2,
	hash: 3,
	list: 4,
	needle: 5,
	next: 6
};
const ROW_LENGTH = 7;
function createNeedleIndex(lists) {
	const rows = rowsOf(lists);
	const bits = Math.max(4, Math.ceil(Math.log2(rows.length / ROW_LENGTH)) + 1);
	const chains = chainUp(rows, bits);
	const used = new Set(columnOf(rows, ROW.beginning));
	const beginnings = BEGINNINGS.filter((length) => used.has(length));
	const powers = powersUpTo(longestOf(rows));
	return { find: (text) => {
		const sums = sumsOf(text);
		const hashAt = (start, length) => at(sums, start + length) - Math.imul(at(sums, start), at(powers, length)) | 0;
		const found = /* @__PURE__ */ new Map();
		for (const beginning of beginnings) for (let start = 0; start + beginning <= text.length; start += 1) {
			const hash = hashAt(start, beginning);
			for (let row = at(chains, slotOf(hash, bits)); row >= 0; row = at(rows, row + ROW.next)) {
				if (at(rows, row + ROW.beginningHash) !== hash) continue;
				if (at(rows, row + ROW.beginning) !== beginning) continue;
				const length = at(rows, row + ROW.length);
				if (start + length > text.length) continue;
				if (hashAt(start, length) === at(rows, row + ROW.hash)) push(found, row, start);
			}
		}
		return [...found].toSorted(([one], [other]) => one - other).map(([row, starts]) => ({
			list: at(rows, row + ROW.list),
			needle: at(rows, row + ROW.needle),
			starts
		}));
	} };
}
function rowsOf(lists) {
	let rows = /* @__PURE__ */ new Int32Array(448);
	let end = 0;
	let list = 0;
	for (const needles of lists) {
		for (const [needle, text] of needles.entries()) {
			const beginning = BEGINNINGS.findLast((length) => length <= text.length);
			if (beginning === void 0) continue;
			if (end === rows.length) rows = doubled(rows);
			const [first, all] = [hashOf(text, beginning), hashOf(text, text.length)];
			rows.set([
				beginning,
				first,
				text.length,
				all,
				list,
				needle,
				-1
			], end);
			end += ROW_LENGTH;
		}
		list += 1;
	}
	return rows.slice(0, end);
}
function doubled(numbers) {
	const larger = new Int32Array(2 * numbers.length);
	larger.set(numbers);
	return larger;
}
function chainUp(rows, bits) {
	const chains = new Int32Array(2 ** bits).fill(-1);
	for (let row = 0; row < rows.length; row += ROW_LENGTH) {
		const slot = slotOf(at(rows, row + ROW.beginningHash), bits);
		rows[row + ROW.next] = at(chains, slot);
		chains[slot] = row;
	}
	return chains;
}
function columnOf(rows, column) {
	const count = rows.length / ROW_LENGTH;
	return Int32Array.from({ length: count }, (_, row) => at(rows, row * ROW_LENGTH + column));
}
function longestOf(rows) {
	return columnOf(rows, ROW.length).reduce((one, other) => Math.max(one, other), 0);
}
const BASE = 16777619;
const MIXER = 2654435761;
function slotOf(hash, bits) {
	return Math.imul(hash ^ hash >>> 15, MIXER) >>> 32 - bits;
}
function hashOf(text, length) {
	let hash = 0;
	for (let index = 0; index < length; index += 1) hash = Math.imul(hash, BASE) + text.charCodeAt(index) | 0;
	return hash;
}
function sumsOf(text) {
	const sums = new Int32Array(text.length + 1);
	let hash = 0;
	for (let index = 0; index < text.length; index += 1) {
		hash = Math.imul(hash, BASE) + text.charCodeAt(index) | 0;
		sums[index + 1] = hash;
	}
	return sums;
}
function powersUpTo(most) {
	const powers = new Int32Array(most + 1).fill(1);
	for (let index = 1; index <= most; index += 1) powers[index] = Math.imul(at(powers, index - 1), BASE);
	return powers;
}
function at(numbers, index) {
	return numbers[index] ?? 0;
}
function push(found, row, start) {
	const starts = found.get(row);
	if (starts === void 0) found.set(row, [start]);
	else starts.push(start);
}

// src/key/masking/sorted-texts.ts
function firstFrom(sorted, text) {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if ((sorted[middle] ?? "") < text) low = middle + 1;
		else high = middle;
	}
	return low;
}

// src/key/masking/mask-key-shaped.ts
const GREEDY = new RegExp(`^${KEY_PREFIX}[0-9a-fA-F]{${BODY_LENGTH.min}}[0-9a-fA-F]*(?:_[0-9a-fA-F]*)?`);
function createShapeMasker(secrets) {
	const maskOf = createMaskOf(secrets);
	return (text) => {
		const stretches = readSpelledPrefixes(text, (start, spelling) => {
			const read = readKey(text, start, spelling);
			return read && {
				...read.stretch,
				mask: maskOf(read.key)
			};
		});
		return stretches.length === 0 ? text : hideStretches(text, stretches);
	};
}
function readKey(text, start, found) {
	const inBase64 = found.kind === "base64";
	const spelling = inBase64 ? {
		...found,
		wrapped: "any-lines"
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
		key,
		stretch: {
			start,
			end: inBase64 ? base64RunEnd(text, end) : end,
			inBase64
		}
	};
}
function createMaskOf(secrets) {
	let sorted;
	return (key) => {
		sorted ??= secrets.toSorted();
		const next = sorted[firstFrom(sorted, key)];
		if (next === key) return maskKey(key);
		const isCutOff = next?.startsWith(key) === true;
		return isKnownShape(key) && !isCutOff ? maskKey(key) : HIDDEN;
	};
}

// src/key/masking/period.ts
function periodOf(text) {
	const borders = [0];
	let border = 0;
	for (let index = 1; index < text.length; index++) {
		while (border > 0 && text[index] !== text[border]) border = borders[border - 1] ?? 0;
		if (text[index] === text[border]) border++;
		borders.push(border);
	}
	return text.length - border;
}

// src/key/encoding/hex.ts
function hexOf(bytes, mark = "") {
	return bytes.map((byte) => mark + byte.toString(16).padStart(2, "0")).join("");
}

// src/key/encoding/utf8.ts
const REPLACEMENT = 65533;
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
const ESCAPED_IN_COMPONENT = /[^A-Za-z0-9\-_.!~*'()]/gu;
const ESCAPED_IN_FORM = /[^A-Za-z0-9\-_.*]/gu;
const ESCAPED_ELSEWHERE = [
	/[^A-Za-z0-9;,/?:@&=+$\-_.!~*'()#]/gu,
	/[^A-Za-z0-9\-_.!~*'()$&+,%]/gu,
	/[^A-Za-z0-9_.\-~/]/gu,
	/[^A-Za-z0-9\-_.~]/gu
];
const AWKWARD_IN_URLS = [
	"/",
	"+",
	"="
];
function percentEncodeOtherwise(text) {
	const partly = Array.from({ length: 2 ** AWKWARD_IN_URLS.length }, (_, selection) => AWKWARD_IN_URLS.reduce((encoded, mark, place) => (selection >> place & 1) === 0 ? encoded : encoded.replaceAll(mark, percentEncodeAll(mark)), text));
	return [...ESCAPED_ELSEWHERE.map((escaped) => percentEncodeWhere(text, escaped)), ...partly];
}
function percentEncodeComponent(text) {
	return percentEncodeWhere(text, ESCAPED_IN_COMPONENT);
}
function percentEncodeForm(text) {
	return percentEncodeWhere(text, ESCAPED_IN_FORM).replaceAll("%20", "+");
}
function percentEncodeAll(text) {
	return hexOf(utf8Bytes(text), "%").replace(/%../g, upperCase);
}
function withLowerCaseEscapes(encoded) {
	return encoded.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}
function percentEncodeWhere(text, escaped) {
	return text.replace(escaped, (character) => percentEncodeAll(character));
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
function base64Spellings(name, bytes) {
	const encoded = BYTES_BEFORE.map((before) => encodeBase64([...BYTES_BEFORE.slice(0, before), ...bytes]));
	return ALPHABETS.flatMap((alphabet) => {
		const texts = alphabet === "standard" ? encoded : encoded.map(inUrlAlphabet);
		return [...wholeSpellings(`${name}, ${alphabet} alphabet`, texts[0] ?? ""), ...BYTES_BEFORE.map((before) => coreSpelling(`${name}, ${alphabet} alphabet, ${before} bytes in`, texts[before] ?? "", {
			before,
			count: bytes.length
		}))];
	});
}
function inUrlAlphabet(text) {
	return text.replaceAll("+", "-").replaceAll("/", "_");
}
const NOTHING_SHARED = {
	before: 0,
	after: 0
};
function wholeSpellings(name, padded) {
	return [
		[name, padded],
		[`${name}, no padding`, padded.replace(/=+$/, "")],
		[`${name}, percent-encoded`, percentEncodeComponent(padded)],
		[`${name}, slashes escaped`, padded.replaceAll("/", "\\/")]
	].map(([full, text]) => ({
		name: full,
		text,
		inBase64: NOTHING_SHARED
	}));
}
function coreSpelling(name, encoded, { before, count }) {
	const bitsBefore = before * 8;
	const bits = bitsBefore + count * 8;
	return {
		name,
		text: encoded.slice(Math.ceil(bitsBefore / 6), Math.floor(bits / 6)),
		inBase64: {
			before: bitsBefore % 6 === 0 ? 0 : 1,
			after: bits % 6 === 0 ? 0 : 1
		}
	};
}

// src/key/encoding/escapes.ts
const JSON_EXTRAS = [
	/(?!)/g,
	/\//g,
	/[^\0-\x7f]/g,
	/[<>&']/g,
	/[<>&'/]|[^\0-\x7f]/g,
	/[+]/g,
	/[<>&'+`]|[^\0-\x7f]/g
];
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
function escapeHtml(value) {
	const named = replaceMarkup(value, (mark) => HTML_NAMES[mark] ?? mark);
	return [
		named,
		named.replaceAll("&apos;", "&#39;"),
		named.replaceAll("&apos;", "&#x27;"),
		named.replaceAll("&apos;", "'"),
		named.replaceAll("&apos;", "&#39;").replaceAll("&quot;", "&#34;"),
		named.replaceAll("&apos;", "&#x27;").replaceAll("&quot;", "&#34;"),
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
function utf16Bytes(text) {
	const bytes = [];
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		bytes.push(unit & 255, unit >> 8);
	}
	return bytes;
}
function utf16Texts(text) {
	const bytes = utf16Bytes(text);
	return [bytes, bytes.map((_, index) => bytes[index ^ 1] ?? 0)].map((ordered) => ordered.map((byte) => String.fromCharCode(byte)).join(""));
}

// src/key/spellings-text.ts
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
		...otherCases(value),
		...percentSpellings(value),
		...jsonSpellings(value),
		...escapeHtml(value).map((text) => ({
			name: "HTML-escaped",
			text
		})),
		...hexSpellings(value),
		...utf16Texts(value).map((text) => ({
			name: "UTF-16",
			text: text.replace(/^\0|\0$/g, "")
		}))
	];
}
function otherCases(value) {
	if (!/\d/.test(value)) return [];
	const rest = value.indexOf("_") + 1;
	return [
		{
			name: "capitals in the prefix",
			text: value.slice(0, rest).toUpperCase() + value.slice(rest)
		},
		{
			name: "capitals at the beginning",
			text: value.charAt(0).toUpperCase() + value.slice(1)
		},
		{
			name: "capitals",
			text: value.toUpperCase()
		},
		{
			name: "small letters",
			text: value.toLowerCase()
		}
	];
}
function jsonSpellings(value) {
	const once = escapeJson(value);
	const twice = once.map((text) => JSON.stringify(text).slice(1, -1));
	return [...once.map((text) => ({
		name: "JSON-escaped",
		text
	})), ...twice.map((text) => ({
		name: "JSON-escaped twice",
		text
	}))];
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
		},
		...percentEncodeOtherwise(value).map((text) => ({
			name: "percent-encoded otherwise",
			text
		}))
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
const SHORTEST_MASKED = 6;
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
function maskableSpellings(value) {
	if (value.trim() === "") return [];
	return spellingsOf(value).filter(({ text }) => text.length >= 6);
}

// src/key/mask-text.ts
function maskText(text, secrets = []) {
	return createTextMasker(secrets)(text);
}
function createTextMasker(secrets) {
	const distinct = [...new Set(secrets)];
	const find = distinct.length < WORTH_AN_INDEX ? findEach(distinct) : findIndexed(distinct);
	const maskShapes = createShapeMasker(distinct);
	return (text) => hideStretches(text, find(text), maskShapes);
}
const WORTH_AN_INDEX = 32;
function findEach(secrets) {
	const restsAfter = readContinuations(secrets);
	const needles = secrets.flatMap(needlesOf);
	return (text) => needles.flatMap((needle) => occurrencesOf(text, needle, {
		restsAfter,
		next: (from) => text.indexOf(needle.text, from)
	}));
}
function findIndexed(secrets) {
	const restsAfter = readContinuations(secrets);
	const index = createNeedleIndex(textsOfNeedles(secrets));
	return (text) => {
		let latest = -1;
		let needles = [];
		return index.find(text).flatMap(({ list, needle: which, starts }) => {
			if (list !== latest) needles = needlesOf(secrets[list] ?? "");
			latest = list;
			const needle = needles[which];
			if (needle === void 0) return [];
			const next = readSightings(text, needle.text, starts);
			return occurrencesOf(text, needle, {
				restsAfter,
				next
			});
		});
	};
}
function* textsOfNeedles(secrets) {
	for (const secret of secrets) yield formsOf(secret).map(({ text }) => text);
}
function readSightings(text, form, starts) {
	let index = 0;
	return (from) => {
		for (; index < starts.length; index += 1) {
			const start = starts[index] ?? 0;
			if (start >= from && text.startsWith(form, start)) return start;
		}
		return -1;
	};
}
function needlesOf(secret) {
	return formsOf(secret).map((form) => ({
		...form,
		repeated: form.text.slice(-periodOf(form.text))
	}));
}
function formsOf(secret) {
	const mask = maskKey(secret);
	const forms = maskableSpellings(secret).map(({ text, inBase64 }) => ({
		text,
		mask,
		inBase64: inBase64 !== void 0
	}));
	return forms.filter((form) => !forms.some((other) => isFoundWith(form, other)));
}
function readContinuations(secrets) {
	let sorted;
	return (beginning) => {
		sorted ??= secrets.flatMap((secret) => [
			secret,
			secret.toUpperCase(),
			secret.toLowerCase()
		]).sort();
		const rests = [];
		for (let index = firstFrom(sorted, beginning); index < sorted.length; index += 1) {
			const secret = sorted[index] ?? "";
			if (!secret.startsWith(beginning)) break;
			if (secret.length > beginning.length) rests.push(secret.slice(beginning.length));
		}
		return rests;
	};
}
function isFoundWith(needle, other) {
	return other.text.length < needle.text.length && other.inBase64 === needle.inBase64 && !(needle.inBase64 && /[%\\]/.test(needle.text)) && needle.text.includes(other.text);
}
function occurrencesOf(text, { text: form, mask, inBase64, repeated }, { next, restsAfter }) {
	const stretches = [];
	let rests;
	for (let start = next(0); start >= 0;) {
		rests ??= restsAfter(form);
		let end = start + form.length;
		while (text.startsWith(repeated, end)) end += repeated.length;
		end += longestRest(text, end, rests);
		const last = stretches.at(-1);
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
		start = next(end - form.length + 1);
	}
	return stretches;
}
function longestRest(text, start, rests) {
	return rests.reduce((longest, rest) => Math.max(longest, commonLength(text, start, rest)), 0);
}
function commonLength(text, start, expected) {
	let length = 0;
	while (length < expected.length && text[start + length] === expected[length]) length += 1;
	return length;
}

// action/sinks.ts
function openSinks(toolkit, { secrets, isOnRunner, failStep }) {
	const redact = createTextMasker(secrets);
	return {
		redact,
		maskSecrets: () => {
			if (!isOnRunner) return;
			for (const text of maskedTexts(secrets)) toolkit.setSecret(text);
		},
		log: (text) => {
			toolkit.info(toLogText(redact(text)));
		},
		annotate: ({ severity, message, ...place }) => {
			toolkit[severity](toLogText(redact(message)), {
				...place,
				...place.file === void 0 ? {} : { file: toLogText(redact(place.file)) },
				title: toLogText(redact(place.title))
			});
		},
		setOutputs: (outputs) => {
			try {
				for (const [name, value] of Object.entries(outputs)) {
					const isOwnWord = name === "verdict" || name === "deploy-allowed";
					toolkit.setOutput(name, isOwnWord ? value : redact(value));
				}
			} catch {
				failStep();
				toolkit.error(OUTPUTS_BROKEN, { title: "The outputs could not be written" });
			}
		},
		writeSummary: async (markdown) => {
			await toolkit.writeSummary(redact(markdown));
		}
	};
}
const OUTPUTS_BROKEN = "The file that GITHUB_OUTPUT names cannot be written, so no later step may rely on this check; look at the runner's disk.";
function maskedTexts(secrets) {
	return [...new Set(secrets.flatMap((secret) => maskableSpellings(secret).map(({ text }) => text)))];
}

// action/run.ts
async function run(ports) {
	const raw = readRawInputs(ports.env);
	const secrets = collectSecrets(raw, ports.env);
	const sinks = openSinks(ports.toolkit, {
		secrets,
		isOnRunner: ports.env["GITHUB_ACTIONS"] === "true",
		failStep: ports.failStep
	});
	let ending;
	try {
		sinks.maskSecrets();
		sinks.setOutputs(CLOSED_GATE);
		ending = await decide({
			raw,
			config: parseInputs(raw),
			ports,
			event: readEvent(ports),
			sinks
		});
	} catch (error) {
		ending = broken(error);
	}
	if (ending.fails) ports.failStep();
	await ending.publish(sinks);
}
async function decide(deciding) {
	const { raw, config, ports, event } = deciding;
	if (config.fleet !== void 0) {
		const { decideFleet } = await import("./chunks/decide-fleet.js");
		return decideFleet(config.fleet, {
			...deciding,
			scan: scanIfAsked
		});
	}
	const isMissing = (raw["api-key"] ?? "").trim() === "";
	const cause = causeOfMissingKey({
		env: ports.env,
		event
	});
	const skips = config.onMissingKey === "skip" || config.onMissingKey === "auto" && cause !== "unexplained";
	const ended = {
		config,
		ports,
		event,
		token: raw["github-token"]?.trim() ?? ""
	};
	if (isMissing && skips) {
		const scanned = weigh(NO_REPORT, await scanIfAsked(deciding), config);
		if (scanned.findings.some(({ severity }) => severity === "error")) return answered(scanned, ended);
		const why = explainSkip(cause, config.onMissingKey === "skip");
		return skipped({
			why,
			nextStep: MISSING_KEY_ADVICE[cause],
			scanned
		}, config);
	}
	useProxy(ports.env, parseApiOrigin(config.origin), ports.setGlobalProxy);
	const report = await checkKey(raw, config, {
		...ports,
		openPleo: ports.openWithin({ deadline: startDeadline(config.timeoutMs) })
	});
	const advice = adviseOnMissingKey(cause, config.onMissingKey === "fail");
	const advised = isMissing ? adviseOnMissing(report, advice) : report;
	return answered(weigh(advised, await scanIfAsked(deciding), config), ended);
}
async function scanIfAsked({ raw, config, ports, event, sinks }) {
	const { leaks, workflows } = config.scan;
	if (leaks.size === 0 && !workflows) return NOTHING_SCANNED;
	const { scanRepository } = await import("./chunks/scan.js");
	return scanRepository({
		raw,
		config,
		event
	}, {
		env: ports.env,
		progress: (line) => {
			sinks.log(line);
		}
	});
}
function readEvent({ env, readFile }) {
	try {
		return JSON.parse(readFile(env["GITHUB_EVENT_PATH"] ?? "") ?? "null");
	} catch {
		return;
	}
}
function adviseOnMissing(report, advice) {
	const findings = report.findings.map((finding) => finding.id === "key-missing" ? {
		...finding,
		remedy: advice
	} : finding);
	return {
		...report,
		findings
	};
}

// action/standard-output.ts
function createStandardOutput({ writeBytes, abandon }) {
	const encoder = new TextEncoder();
	let isGone = false;
	return { write: (text) => {
		for (let rest = encoder.encode(text); rest.length > 0 && !isGone;) try {
			rest = rest.subarray(writeBytes(rest));
		} catch (error) {
			if (error.code === "EAGAIN") continue;
			isGone = true;
			abandon();
		}
		return !isGone;
	} };
}

// action/index.ts
Object.defineProperty(process, "stdout", {
	configurable: true,
	value: createStandardOutput({
		writeBytes: (bytes) => writeSync(1, bytes),
		abandon: () => {
			failStep();
			setImmediate(() => process.exit(1));
		}
	})
});
run({
	env: takeInputs(process.env),
	toolkit: {
		setSecret,
		setOutput,
		info,
		error,
		warning,
		notice,
		writeSummary: (markdown) => summary.addRaw(markdown).write()
	},
	clock: { now: () => /* @__PURE__ */ new Date() },
	openWithin: (limits) => async (key, origin) => {
		const { createPleoApi } = await import("./chunks/pleo-api.js");
		return createPleoApi({
			key,
			origin,
			...limits,
			env: process.env
		});
	},
	setGlobalProxy: findSetGlobalProxy(),
	readFile: (path) => {
		try {
			return readFileSync(path, "utf8");
		} catch {
			return;
		}
	},
	failStep
}).catch(failStep);
function takeInputs(env) {
	const taken = { ...env };
	const inputs = Object.keys(env).filter((name) => name.startsWith("INPUT_"));
	for (const name of inputs) Reflect.deleteProperty(env, name);
	return taken;
}
function failStep() {
	process.exitCode = 1;
}
function findSetGlobalProxy() {
	if (!hasProxy(process.env)) return void 0;
	return process.getBuiltinModule("node:http").setGlobalProxyFromEnv;
}

export { outputsWithoutReport as $, transform as A, orderFindings as At, answered as B, number as C, KEY_LENGTH as Ct, record as D, expectedCompany as Dt, pipe as E, isKnownShape as Et, _lte as F, GuardError as Ft, renderSummary as G, publishSummary as H, _maxLength as I, withoutIds as J, GOES_ON as K, _regex as L, unknown as M, parseUuid as Mt, _gte as N, optional$1 as Nt, refine as O, settlePreviousKey as Ot, _isoDateTime as P, useProxy as Pt, toMarkdown as Q, $ZodISODateTime as R, nullable as S, findKeys as St, optional as T, isKeyShaped as Tt, skipped as U, isPrivate as V, soften as W, titleOf as X, groupFindings as Y, toLogText as Z, _enum as _, findPleoHost as _t, collectSecrets as a, companyNotDeclared as at, int as b, PleoKey as bt, startDeadline as c, createFinding as ct, causeOfMissingKey as d, FINDING_IDS as dt, NO_REPORT as et, explainSkip as f, SCAN_AREAS as ft, ZodMiniStringFormat as g, WEB_APP_ORIGINS as gt, isInShard as h, API_ORIGINS as ht, maskableSpellings as i, checkDeclaredCompany as it, union as j, parsePleoUrn as jt, string as k, decideVerdict as kt, startPausableDeadline as l, fillEntry as lt, FORMS as m, keyHandling as mt, createTextMasker as n, weigh as nt, secretsWithin as o, checkFormat as ot, parseApiOrigin as p, isGate as pt, hideIds as q, maskText as r, applySeverities as rt, NOTHING_SCANNED as s, parseDeclaredInstant as st, openSinks as t, checkKey as tt, MISSING_KEY_ADVICE as u, CATALOGUE as ut, array as v, otherEnvironment as vt, object as w, PREFIX_HINTS as wt, literal as x, peelValue as xt, boolean as y, parseKey as yt, $constructor as z };