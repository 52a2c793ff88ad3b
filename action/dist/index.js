import { A as settlePreviousKey, F as withLoopbackDirect, I as GuardError, L as startDeadline, M as orderFindings, P as parseUuid, S as findPleoHost, a as maskableSpellings, b as API_ORIGINS, c as applySeverities, d as reportUnsent, g as parseDeclaredInstant, h as describeDays, i as createTextMasker, j as decideVerdict, k as optional, l as parseSeverities, o as secretsWithin, s as parseApiOrigin, u as judgeStored, v as AREAS, y as keyHandling } from "./chunks/core.js";
import { a as object, o as optional$1, r as custom, t as _enum } from "./chunks/schemas.js";
import * as os$1 from "os";
import os, { EOL } from "os";
import * as path from "path";

// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) {
		__defProp(target, name, {
			get: all[name],
			enumerable: true
		});
	}
	if (!no_symbols) {
		__defProp(target, Symbol.toStringTag, { value: "Module" });
	}
	return target;
};

// scripts/action-bundle/late-fs.ts
/**
* Stands in for `fs` in the bundle. To import Node's own makes Node load every part of it at once, streams and
* promises too, which costs a start a third of what a bare one costs. Taken this way, what nobody uses is not loaded;
* and where promises are wanted, for one small file at the end, they are made of calls that are there already.
*/
const fs = process.getBuiltinModule("node:fs");
const { constants, existsSync, appendFileSync, readFileSync } = fs;
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
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os$1.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// scripts/action-bundle/delimiter.ts
/**
* Stands in for `crypto` in the bundle. `@actions/core` wants of it the delimiter of an output, and loading Node's
* module for that makes a start a quarter dearer. The delimiter has to be new each time, not secret: the package
* throws on a value that contains it, which fails the step, and no output of ours has a second line to forge one in.
*/
function randomUUID() {
	return `${process.hrtime.bigint().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	appendFileSync(filePath, `${toCommandValue(message)}${os$1.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os$1.EOL}${convertedValue}${os$1.EOL}${delimiter}`;
}

// scripts/action-bundle/without-http-client.ts
/**
* Stands in for `@actions/http-client` in the bundle. `@actions/core` wants it for OIDC tokens only, which the
* Action never asks for, and it would bring 700 kB of `undici` along.
*
* It exports exactly what is imported today: should that change with a new version, the build fails, not a run.
*/
const REFUSAL = "This bundle has no @actions/http-client: the Action asks for no OIDC token.";
/** Called with `new`, as the class is that it stands for. */
function HttpClient() {
	throw new Error(REFUSAL);
}
function BearerCredentialHandler() {
	throw new Error(REFUSAL);
}

// node_modules/@actions/core/lib/oidc-utils.js
var __awaiter$3 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var OidcClient = class OidcClient {
	static createHttpClient(allowRetry = true, maxRetry = 10) {
		const requestOptions = {
			allowRetries: allowRetry,
			maxRetries: maxRetry
		};
		return new HttpClient("actions/oidc-client", [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
	}
	static getRequestToken() {
		const token = process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
		if (!token) throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable");
		return token;
	}
	static getIDTokenUrl() {
		const runtimeUrl = process.env["ACTIONS_ID_TOKEN_REQUEST_URL"];
		if (!runtimeUrl) throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable");
		return runtimeUrl;
	}
	static getCall(id_token_url) {
		return __awaiter$3(this, void 0, void 0, function* () {
			var _a;
			const id_token = (_a = (yield OidcClient.createHttpClient().getJson(id_token_url).catch((error) => {
				throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
			})).result) === null || _a === void 0 ? void 0 : _a.value;
			if (!id_token) throw new Error("Response json body do not have ID Token field");
			return id_token;
		});
	}
	static getIDToken(audience) {
		return __awaiter$3(this, void 0, void 0, function* () {
			try {
				let id_token_url = OidcClient.getIDTokenUrl();
				if (audience) id_token_url = `${id_token_url}&audience=${encodeURIComponent(audience)}`;
				debug(`ID token url is ${id_token_url}`);
				const id_token = yield OidcClient.getCall(id_token_url);
				setSecret(id_token);
				return id_token;
			} catch (error) {
				throw new Error(`Error message: ${error.message}`);
			}
		});
	}
};

// node_modules/@actions/core/lib/summary.js
var __awaiter$2 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$2(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$2(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$2(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
/**
* @deprecated use `core.summary`
*/
const markdownSummary = _summary;
const summary = _summary;

// node_modules/@actions/core/lib/path-utils.js
/**
* toPosixPath converts the given path to the posix form. On Windows, \\ will be
* replaced with /.
*
* @param pth. Path to transform.
* @return string Posix path.
*/
function toPosixPath(pth) {
	return pth.replace(/[\\]/g, "/");
}
/**
* toWin32Path converts the given path to the win32 form. On Linux, / will be
* replaced with \\.
*
* @param pth. Path to transform.
* @return string Win32 path.
*/
function toWin32Path(pth) {
	return pth.replace(/[/]/g, "\\");
}
/**
* toPlatformPath converts the given path to a platform-specific path. It does
* this by replacing instances of / and \ with the platform-specific path
* separator.
*
* @param pth The path to platformize.
* @return string The platform-specific path.
*/
function toPlatformPath(pth) {
	return pth.replace(/[/\\]/g, path.sep);
}

// scripts/action-bundle/without-exec.ts
/**
* Stands in for `@actions/exec` in the bundle. `@actions/core` wants it only to name the operating system's version,
* which the Action never asks for; without it, nothing inlined is able to start a program.
*/
function getExecOutput() {
	throw new Error("This bundle has no @actions/exec: the Action starts no program through it.");
}

// node_modules/@actions/core/lib/platform.js
var platform_exports = /* @__PURE__ */ __exportAll({
	arch: () => arch,
	getDetails: () => getDetails,
	isLinux: () => isLinux,
	isMacOS: () => isMacOS,
	isWindows: () => isWindows,
	platform: () => platform
});
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const getWindowsInfo = () => __awaiter$1(void 0, void 0, void 0, function* () {
	const { stdout: version } = yield getExecOutput("powershell -command \"(Get-CimInstance -ClassName Win32_OperatingSystem).Version\"", void 0, { silent: true });
	const { stdout: name } = yield getExecOutput("powershell -command \"(Get-CimInstance -ClassName Win32_OperatingSystem).Caption\"", void 0, { silent: true });
	return {
		name: name.trim(),
		version: version.trim()
	};
});
const getMacOsInfo = () => __awaiter$1(void 0, void 0, void 0, function* () {
	var _a, _b, _c, _d;
	const { stdout } = yield getExecOutput("sw_vers", void 0, { silent: true });
	const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : "";
	return {
		name: (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : "",
		version
	};
});
const getLinuxInfo = () => __awaiter$1(void 0, void 0, void 0, function* () {
	const { stdout } = yield getExecOutput("lsb_release", [
		"-i",
		"-r",
		"-s"
	], { silent: true });
	const [name, version] = stdout.trim().split("\n");
	return {
		name,
		version
	};
});
const platform = os.platform();
const arch = os.arch();
const isWindows = platform === "win32";
const isMacOS = platform === "darwin";
const isLinux = platform === "linux";
function getDetails() {
	return __awaiter$1(this, void 0, void 0, function* () {
		return Object.assign(Object.assign({}, yield isWindows ? getWindowsInfo() : isMacOS ? getMacOsInfo() : getLinuxInfo()), {
			platform,
			arch,
			isWindows,
			isMacOS,
			isLinux
		});
	});
}

// node_modules/@actions/core/lib/core.js
var core_exports = /* @__PURE__ */ __exportAll({
	ExitCode: () => ExitCode,
	addPath: () => addPath,
	debug: () => debug,
	endGroup: () => endGroup,
	error: () => error,
	exportVariable: () => exportVariable,
	getBooleanInput: () => getBooleanInput,
	getIDToken: () => getIDToken,
	getInput: () => getInput,
	getMultilineInput: () => getMultilineInput,
	getState: () => getState,
	group: () => group,
	info: () => info,
	isDebug: () => isDebug,
	markdownSummary: () => markdownSummary,
	notice: () => notice,
	platform: () => platform_exports,
	saveState: () => saveState,
	setCommandEcho: () => setCommandEcho,
	setFailed: () => setFailed,
	setOutput: () => setOutput,
	setSecret: () => setSecret,
	startGroup: () => startGroup,
	summary: () => summary,
	toPlatformPath: () => toPlatformPath,
	toPosixPath: () => toPosixPath,
	toWin32Path: () => toWin32Path,
	warning: () => warning
});
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Sets env variable for this action and future actions in the job
* @param name the name of the variable to set
* @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
*/
function exportVariable(name, val) {
	const convertedVal = toCommandValue(val);
	process.env[name] = convertedVal;
	if (process.env["GITHUB_ENV"] || "") return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
	issueCommand("set-env", { name }, convertedVal);
}
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Prepends inputPath to the PATH (for this action and future actions)
* @param inputPath
*/
function addPath(inputPath) {
	if (process.env["GITHUB_PATH"] || "") issueFileCommand("PATH", inputPath);
	else issueCommand("add-path", {}, inputPath);
	process.env["PATH"] = `${inputPath}${path.delimiter}${process.env["PATH"]}`;
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Gets the values of an multiline input.  Each value is also trimmed.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string[]
*
*/
function getMultilineInput(name, options) {
	const inputs = getInput(name, options).split("\n").filter((x) => x !== "");
	if (options && options.trimWhitespace === false) return inputs;
	return inputs.map((input) => input.trim());
}
/**
* Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
* Support boolean input list: `true | True | TRUE | false | False | FALSE` .
* The return value is also in boolean type.
* ref: https://yaml.org/spec/1.2/spec.html#id2804923
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   boolean
*/
function getBooleanInput(name, options) {
	const trueValue = [
		"true",
		"True",
		"TRUE"
	];
	const falseValue = [
		"false",
		"False",
		"FALSE"
	];
	const val = getInput(name, options);
	if (trueValue.includes(val)) return true;
	if (falseValue.includes(val)) return false;
	throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\nSupport boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os$1.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Enables or disables the echoing of commands into stdout for the rest of the step.
* Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
*
*/
function setCommandEcho(enabled) {
	issue("echo", enabled ? "on" : "off");
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Gets whether Actions Step Debug is on or not
*/
function isDebug() {
	return process.env["RUNNER_DEBUG"] === "1";
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os$1.EOL);
}
/**
* Begin an output group.
*
* Output until the next `groupEnd` will be foldable in this group
*
* @param name The name of the output group
*/
function startGroup(name) {
	issue("group", name);
}
/**
* End an output group.
*/
function endGroup() {
	issue("endgroup");
}
/**
* Wrap an asynchronous function call in a group.
*
* Returns the same type as the function itself.
*
* @param name The name of the group
* @param fn The function to wrap in the group
*/
function group(name, fn) {
	return __awaiter(this, void 0, void 0, function* () {
		startGroup(name);
		let result;
		try {
			result = yield fn();
		} finally {
			endGroup();
		}
		return result;
	});
}
/**
* Saves state for current action, the state can only be retrieved by this action's post job execution.
*
* @param     name     name of the state to store
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
/**
* Gets the value of an state set by this action's main execution.
*
* @param     name     name of the state to get
* @returns   string
*/
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}
function getIDToken(aud) {
	return __awaiter(this, void 0, void 0, function* () {
		return yield OidcClient.getIDToken(aud);
	});
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
/** Node's own `fetch` passes a proxy by silently, so one that is set must be honoured, or refused aloud. */
function useProxy(env, origin, setGlobalProxy) {
	if (!hasProxy(env)) return;
	if (setGlobalProxy !== void 0) {
		setGlobalProxy(withLoopbackDirect(env, origin));
		return;
	}
	if (origin.isLoopback || env["NODE_USE_ENV_PROXY"] === "1") return;
	throw new GuardError("CONFIG_INVALID", "A proxy is set, and this version of Node would pass it by.", { hint: "Set NODE_USE_ENV_PROXY=1 for this step, or use a runner with Node 24.14 or newer." });
}

// action/check.ts
/** One key from the stored text to the report, as the user wants it weighed. */
async function checkKey(raw, config, ports) {
	const stored = judgeStored(raw["api-key"] ?? "", config.expectation, ports.clock.now());
	if (stored.key === void 0) {
		const { expectation } = config;
		const isRotation = (raw["previous-api-key"] ?? "").trim() !== "";
		return weigh(reportUnsent(stored, {
			expectation,
			isRotation
		}), config);
	}
	const { askPleo } = await import("./chunks/ask-pleo.js");
	return weigh(await askPleo(raw, config, ports), config);
}
/** Settings can make a report weigh more or less; what has not been proven stays unproven. */
function weigh(report, { severities }) {
	if (severities.size === 0) return report;
	const { findings, switchedOff } = applySeverities(report.findings, severities);
	const previousKey = report.comparedKeys ?? report.previousKey;
	return {
		...report,
		findings: orderFindings(findings),
		verdict: decideVerdict(findings, report.proofs),
		...optional("switchedOff", switchedOff.length === 0 ? void 0 : switchedOff),
		...optional("previousKey", previousKey && settlePreviousKey(previousKey, findings, report.proofs))
	};
}

// action/hand-over.ts
/** `owner/repository/.github/workflows/name.yml@refs/heads/main` → the path in the middle. */
const WORKFLOW_REF = /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w./-]+\.ya?ml)@/;
const HANDS_OVER = /^\s*(?:- )?["']?api-key["']?\s*:/;
/** The line of the workflow that hands the key to this Action; none where it is not certain which one. */
function findHandOver(env, readFile) {
	const file = WORKFLOW_REF.exec(env["GITHUB_WORKFLOW_REF"] ?? "")?.[1];
	const workspace = env["GITHUB_WORKSPACE"];
	if (file === void 0 || file.includes("..") || workspace === void 0) return void 0;
	const [startLine, ...more] = (readFile(`${workspace}/${file}`)?.split("\n") ?? []).flatMap((line, index) => HANDS_OVER.test(line) ? [index + 1] : []);
	return startLine === void 0 || more.length > 0 ? void 0 : {
		file,
		startLine
	};
}

// action/contract.ts
/**
* The names that `action.yml`, the code and the README share. A test holds the three to each other, defaults
* included.
*/
/** Every input, with the default that `action.yml` gives it; absent where it has none. */
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
	"github-token": "${{ github.token }}",
	summary: "auto",
	annotations: "true",
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

// action/inputs.ts
/**
* No message repeats a value: what stands in the wrong input may be a key. Each completes "`name` …". The schema
* judges texts and leaves them texts: each object more that it is made of makes every start slower.
*/
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
const companyId = text((given) => parseUuid(given) !== void 0, "must be a company id (a UUID such as the output `company-id` of an earlier run)");
const keyHint = text((given) => /^[A-Za-z0-9_-]{4}$/.test(given), "must be the last four characters of the key, no more");
const SCOPE = /^[a-z][a-z0-9-]{0,60}:[a-z]{1,20}$/;
const MAX_SCOPES = 100;
function splitScopes(given) {
	return [...new Set(given.split(/[\s,]+/).filter((name) => name !== ""))];
}
function scopesProblem(given) {
	const scopes = splitScopes(given);
	if (scopes.length > MAX_SCOPES) return `must not list more than ${MAX_SCOPES} scopes`;
	return scopes.every((scope) => SCOPE.test(scope)) ? void 0 : "must be a list of scopes such as `vendors:read`, separated by spaces, commas or line breaks";
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
/** For what can be wrong in several ways. */
function textWithout(problemOf) {
	return custom((given) => typeof given === "string" && problemOf(given) === void 0, { error: ({ input }) => problemOf(String(input)) ?? "cannot be used" });
}
const schema = object({
	kind: oneOf("standalone", "integrated"),
	environment: oneOf("production", "staging"),
	"company-id": optional$1(companyId),
	"required-scopes": optional$1(textWithout(scopesProblem)),
	"expires-on": optional$1(shortText),
	"warn-before-days": wholeNumber(0, 3650),
	"fail-before-days": wholeNumber(0, 3650),
	"max-lifetime-days": optional$1(wholeNumber(1, 36500)),
	"created-on": optional$1(shortText),
	"expected-key-hint": optional$1(keyHint),
	rotation: oneOf("overlap", "finished"),
	severities: optional$1(textWithout(severitiesProblem)),
	"on-unknown": oneOf("fail", "warn"),
	"on-missing-key": oneOf("auto", "fail", "skip"),
	"timeout-seconds": wholeNumber(1, 600),
	"api-url": optional$1(textWithout(apiUrlProblem)),
	"diagnose-environment": flag,
	summary: oneOf("auto", "full", "off"),
	annotations: flag,
	"dry-run": flag
});
/** Reads all inputs, or throws one error that names every problem. */
function parseInputs(raw) {
	const { data, error } = schema.safeParse(trimInputs(raw));
	const problems = error === void 0 ? contradictions(data) : describeIssues(error.issues, raw);
	if (problems.length > 0) throw invalid(problems);
	if (data === void 0) throw invalid(["the inputs cannot be read"]);
	return toConfig(data);
}
/** Left out and left empty mean the same where there is no default. */
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
/** What each input may say by itself, but not together with another. */
function contradictions(data) {
	const url = data["api-url"];
	const host = url === void 0 ? void 0 : findPleoHost(new URL(url).hostname);
	return [
		...host !== void 0 && host.environment !== data.environment ? [`\`api-url\` is ${host.environment}'s address, and \`environment\` is ${data.environment}`] : [],
		...data["created-on"] !== void 0 && data["expires-on"] === void 0 ? ["`created-on` says nothing without `expires-on`"] : [],
		...data["expected-key-hint"] !== void 0 && data["expires-on"] === void 0 ? ["`expected-key-hint` binds `expires-on` to a key, and that is missing"] : []
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
		summary: data.summary,
		annotations: TRUE.includes(data.annotations),
		dryRun: TRUE.includes(data["dry-run"])
	};
}
function toExpectation(data) {
	const companyId = data["company-id"];
	const expiresOn = data["expires-on"];
	const createdOn = data["created-on"];
	const hint = data["expected-key-hint"];
	const maxLifetimeDays = data["max-lifetime-days"];
	return {
		kind: data.kind,
		environment: data.environment,
		...companyId === void 0 ? {} : { companyId },
		requiredScopes: splitScopes(data["required-scopes"] ?? ""),
		expiry: {
			...expiresOn === void 0 ? {} : { expiresOn },
			...createdOn === void 0 ? {} : { createdOn },
			...hint === void 0 ? {} : { keyHint: hint },
			...maxLifetimeDays === void 0 ? {} : { maxLifetimeDays: Number(maxLifetimeDays) },
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
/** What to tell the reader of a run without a key, in one sentence. */
const MISSING_KEY_ADVICE = {
	fork: "This pull request comes from a fork, and GitHub hands no secrets to those; the key is checked once a maintainer has merged it, or has pushed it to a branch of this repository.",
	dependabot: "Dependabot's runs get Dependabot's own secrets only; to have the key checked here as well, store it under Settings > Secrets and variables > Dependabot, or with `gh secret set PLEO_API_KEY --app dependabot`.",
	unexplained: "Check that the secret exists under the name that the workflow uses (`gh secret list`), that the job names its `environment:` if the secret belongs to one, and that a reusable workflow is called with `secrets:`."
};
/** Why a run without a key goes on. */
function explainSkip(cause, isSetting) {
	return `${isSetting ? "No key was given, and `on-missing-key: skip` lets that pass." : "No key was given."} ${MISSING_KEY_ADVICE[cause]}`;
}
/** What to do where a run without a key fails, be it because of a setting. */
function adviseOnMissingKey(cause, isSetting) {
	const advice = MISSING_KEY_ADVICE[cause];
	return isSetting && cause !== "unexplained" ? `${advice} That this run fails is the doing of \`on-missing-key: fail\`.` : advice;
}

// action/next-step.ts
/** The one thing to do first. Where nothing is amiss, an old key that may go is to be deleted. */
function nextStepOf({ findings, previousKey }, { kind, environment }) {
	const [first] = findings;
	const isAmiss = first !== void 0 && first.severity !== "notice";
	if (previousKey === "deletable" && !isAmiss) {
		const { revoke } = keyHandling(kind, environment);
		return `Move everything to the new key and delete the old one (${revoke}), then run this check with \`rotation: finished\`.`;
	}
	return first?.remedy ?? "Nothing needs to be done.";
}

// action/outputs.ts
/**
* What a consumer sees of a run that has not come to an answer: nothing is known and nothing is allowed. The outputs
* that are not here are empty until then, as GitHub has it for what nobody has set.
*/
const CLOSED_GATE = {
	verdict: "unknown",
	"deploy-allowed": "false",
	"company-matches": "false",
	findings: "[]"
};
const NO_OUTPUTS = Object.fromEntries(OUTPUT_NAMES.map((name) => [name, ""]));
/** Outputs of a run that ended without a report. */
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

// action/raw-inputs.ts
/**
* Reads what the runner hands over. An input that is not there at all has its default, as `action.yml` says;
* one that is there and empty stays empty, because an expression that came out empty is a mistake to be told.
*/
function readRawInputs(env) {
	const entries = INPUT_NAMES.map((name) => [name, env[variableOf(name)] ?? defaultOf(name)]);
	return Object.fromEntries(entries);
}
/** The runner's own way of naming them: upper case, hyphens kept. */
function variableOf(name) {
	return `INPUT_${name.toUpperCase()}`;
}
function defaultOf(name) {
	const value = INPUTS[name];
	return value?.startsWith("${{") === true ? void 0 : value;
}

// action/render/annotations.ts
/** GitHub shows ten of each kind a step; what is said in ten is read, what is said in thirty is not. */
const MOST_ANNOTATIONS = 10;
/** Findings, the worst first, as annotations on the line that hands the key over. */
function renderAnnotations(findings, handOver) {
	const shown = findings.length > MOST_ANNOTATIONS ? findings.slice(0, 9) : findings;
	const annotations = shown.map(({ severity, title, message, remedy, id }) => ({
		severity,
		title,
		message: `${message} ${remedy} [${id}]`,
		...handOver
	}));
	const rest = findings.slice(shown.length);
	return rest.length === 0 ? annotations : [...annotations, rollUp(rest, handOver)];
}
function rollUp(rest, handOver) {
	const ids = [...new Set(rest.map(({ id }) => id))].join(", ");
	return {
		severity: rest[0]?.severity ?? "notice",
		title: `${rest.length} more findings`,
		message: `The log of this step has them all: ${ids}.`,
		...handOver
	};
}

// action/plain-text.ts
/** Control characters but tab and line feed, as ranges of code units. */
const CONTROLS = [
	"\\0-\\b",
	"\\v-\\x1f",
	"\\x7f-\\x9f"
];
/** Characters that cannot be seen, or that turn the direction of writing round. */
const UNSEEN = [
	"\\u00ad\\u061c\\ufeff",
	"\\u200b-\\u200f",
	"\\u2028-\\u202e",
	"\\u2060-\\u2069"
];
const INVISIBLE = new RegExp(`[${[...CONTROLS, ...UNSEEN].join("")}]`, "g");
/**
* A text for the log, where a line that begins with `::` is a command to the runner, and escape sequences are
* commands to a terminal.
*/
function toLogText(text) {
	return text.replaceAll(INVISIBLE, " ").replaceAll(/^(\s*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}
const MARKUP = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"|": "\\|"
};
/** A text for Markdown on one line, where it can open no tag and leave no table cell. Code stays code. */
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
/** The answer to a question about which nothing was found: silence is consent only where there is a proof. */
function answerWithoutFindings(area, report) {
	const ids = (report.switchedOff ?? []).filter((finding) => finding.area === area);
	const names = [...new Set(ids.map(({ id }) => `\`${id}\``))].join(", ");
	const answer = provenAnswer(area, report);
	return names === "" ? answer : `${answer}, but for ${names}, which \`severities\` switches off`;
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
/** Groups what has the same id, weight and remedy, each group where its first finding stood. */
function groupFindings(findings) {
	const groups = /* @__PURE__ */ new Map();
	for (const { message, values: _values, ...alike } of findings) {
		const key = JSON.stringify([
			alike.id,
			alike.severity,
			alike.inconclusive,
			alike.remedy
		]);
		const messages = [...groups.get(key)?.messages ?? [], message];
		groups.set(key, {
			...alike,
			messages
		});
	}
	return [...groups.values()];
}
/** The title, with how often it holds. */
function titleOf({ title, messages }) {
	return messages.length > 1 ? `${title} (${messages.length} times)` : title;
}

// action/render/hide-ids.ts
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const COMMAND_WITH_ID = new RegExp(` --body ${UUID.source}\``, "gi");
const NOTE = "Ids are not shown here, since anybody may read this; the log of the step has them, and the output `company-id`.";
/**
* A text for everybody. The expected company can still be told from others, and no command is left that would set
* a variable to something that is no id.
*/
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
/** Why a step goes on though nothing is known. */
const GOES_ON = "`on-unknown: warn` lets the step go on all the same; `deploy-allowed` is false.";
/** A report as plain text, for a log or a terminal: the verdict first, then what to do about it. */
function renderText(report, { goesOn = false } = {}) {
	return [
		HEADLINES$1[report.verdict],
		...goesOn ? [`  ${GOES_ON}`] : [],
		...renderFacts$1(report),
		...groupFindings(report.findings).flatMap(renderGroup)
	].join("\n");
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
/** None at all is something else than not being known, or than names that may not be shown. */
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
/** What is to be said where no key was checked at all. A problem may be a list, an item a line. */
function renderBroken(verdict, problem, hint) {
	return [
		`${verdict.toUpperCase().padEnd(8)} The key was not checked.`,
		...problem.split("\n").map((line) => `  ${line}`),
		`  → ${hint}`
	].join("\n");
}

// action/render/timeline.ts
const DAY_MS = 864e5;
/** The life of a key as a picture that GitHub draws. */
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
	rotation: "Is the rotation done?"
};
/** The report for people: the verdict in one line, what was asked, what to do, and the key's life. */
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
function renderSkippedSummary(why) {
	return `## ⏭️ The Pleo key was not checked\n\n${toMarkdown(why)}\n\nNothing is known about the key, so \`deploy-allowed\` is \`false\`.\n`;
}
/** A problem may be a list, an item a line. */
function renderBrokenSummary(problem, hint) {
	return `## ❌ The Pleo key was not checked\n\n${problem.split("\n").map(toMarkdown).join("\n")}\n\n${toMarkdown(hint)}\n`;
}
function renderTable(report, options) {
	const groups = groupFindings(report.findings);
	return [
		"| Check | Result | What to do |",
		"|---|---|---|",
		...AREAS.filter((area) => area !== "rotation" || report.previousKey !== void 0).flatMap((area) => {
			const found = groups.filter((group) => group.area === area);
			return found.length === 0 ? [emptyRow(area, report, options)] : found.map(renderRow);
		})
	].join("\n");
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

// action/secrets.ts
const PROXY_VARIABLES = [
	"HTTPS_PROXY",
	"https_proxy",
	"HTTP_PROXY",
	"http_proxy",
	"ALL_PROXY",
	"all_proxy"
];
/** Everything this run is handed that nobody may see: both keys, whatever they are wrapped in, and more. */
function collectSecrets(raw, env) {
	const keys = [raw["api-key"], raw["previous-api-key"]].flatMap((value) => secretsWithin(value ?? ""));
	const token = raw["github-token"]?.trim() ?? "";
	const proxies = PROXY_VARIABLES.flatMap((name) => credentialsIn(env[name] ?? ""));
	return [.../* @__PURE__ */ new Set([
		...keys,
		token,
		...proxies
	])].filter((secret) => secret !== "");
}
/** The user and password of a proxy's address, as written and as sent. */
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

// action/sinks.ts
function openSinks(toolkit, { secrets, isOnRunner, failStep }) {
	const redact = createTextMasker(secrets);
	return {
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
				title: toLogText(redact(place.title))
			});
		},
		setOutputs: (outputs) => {
			try {
				for (const [name, value] of Object.entries(outputs)) toolkit.setOutput(name, redact(value));
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
/** The runner masks a few forms of a secret by itself, but not the Basic header, and nothing of a damaged one. */
function maskedTexts(secrets) {
	return [...new Set(secrets.flatMap((secret) => maskableSpellings(secret).map(({ text }) => text)))];
}

// action/run.ts
/** Mask, close the gate, read the inputs, ask, say it. The gate opens for a pass and for nothing else. */
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
		ending = await decide(raw, parseInputs(raw), ports);
	} catch (error) {
		ending = broken(error);
	}
	if (ending.fails) ports.failStep();
	await ending.publish(sinks);
}
async function decide(raw, config, ports) {
	const isMissing = (raw["api-key"] ?? "").trim() === "";
	const cause = causeOfMissingKey({
		env: ports.env,
		event: readEvent(ports)
	});
	const skips = config.onMissingKey === "skip" || config.onMissingKey === "auto" && cause !== "unexplained";
	if (isMissing && skips) return skipped({
		why: explainSkip(cause, config.onMissingKey === "skip"),
		nextStep: MISSING_KEY_ADVICE[cause]
	}, config);
	useProxy(ports.env, parseApiOrigin(config.origin), ports.setGlobalProxy);
	const report = await checkKey(raw, config, {
		...ports,
		openPleo: ports.startPleo(config.timeoutMs)
	});
	const advice = adviseOnMissingKey(cause, config.onMissingKey === "fail");
	return answered(isMissing ? adviseOnMissing(report, advice) : report, config, ports);
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
function answered(report, config, ports) {
	const goesOn = report.verdict === "unknown" && config.onUnknown === "warn";
	const nextStep = nextStepOf(report, config.expectation);
	const shown = goesOn ? {
		...report,
		findings: report.findings.map(soften)
	} : report;
	const { env, clock, readFile } = ports;
	const limits = config.expectation.expiry;
	const life = report.expiry === void 0 ? void 0 : {
		end: report.expiry,
		limits,
		now: clock.now()
	};
	const hidesIds = config.summary !== "full" && !isPrivate(readEvent(ports));
	return {
		fails: report.verdict !== "pass" && !goesOn,
		publish: async (sinks) => {
			sinks.setOutputs(outputsOf(report, nextStep));
			sinks.log(renderText(shown, { goesOn }));
			if (config.annotations) for (const annotation of renderAnnotations(shown.findings, findHandOver(env, readFile))) sinks.annotate(annotation);
			await publishSummary(renderSummary(shown, {
				hidesIds,
				life,
				goesOn,
				nextStep
			}), config, sinks);
		}
	};
}
/** A job that goes on is not to be painted red. */
function soften(finding) {
	return finding.severity === "error" ? {
		...finding,
		severity: "warning"
	} : finding;
}
/** Public unless the event says otherwise: what is shown once to everybody cannot be taken back. */
function isPrivate(event) {
	const { repository } = event ?? {};
	return repository?.private === true;
}
function skipped({ why, nextStep }, config) {
	return {
		fails: false,
		publish: async (sinks) => {
			sinks.setOutputs(outputsWithoutReport({
				verdict: "skipped",
				nextStep
			}));
			sinks.log(`SKIPPED  The key was not checked. ${why}`);
			sinks.annotate({
				severity: "notice",
				title: "The Pleo key was not checked",
				message: why
			});
			await publishSummary(renderSkippedSummary(why), config, sinks);
		}
	};
}
/** What went wrong before there could be an answer. Of an unforeseen error nothing is shown: it may hold anything. */
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
/** GitHub refuses more than this, and with it the step. */
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

// action/index.ts
/**
* The one file with effects on import: it hands the real world to the run. Not awaited at the top: a part that is
* loaded later may need something of this file, and would wait for it for ever.
*/
run({
	env: process.env,
	toolkit: {
		...core_exports,
		writeSummary: (markdown) => summary.addRaw(markdown).write()
	},
	clock: { now: () => /* @__PURE__ */ new Date() },
	startPleo: (timeoutMs) => {
		const deadline = startDeadline(timeoutMs);
		return async (key, origin) => {
			const { createPleoApi } = await import("./chunks/pleo-api.js");
			return createPleoApi({
				key,
				origin,
				deadline,
				env: process.env
			});
		};
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
process.stdout.on("error", () => process.exit(1));
/** The step goes on to write what it has to say, and then ends as failed. */
function failStep() {
	process.exitCode = 1;
}
function findSetGlobalProxy() {
	if (!hasProxy(process.env)) return void 0;
	return process.getBuiltinModule("node:http").setGlobalProxyFromEnv;
}

export {  };