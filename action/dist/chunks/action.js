import { A as KEY_PATTERN, C as isSendable, D as spelledEnd, E as readAhead, F as GuardError, M as isKeyShaped, N as isKnownShape, O as readSpelledPrefixes, P as decodeBase64, S as otherEnvironment, T as maskKey, _ as _maxLength, a as array, b as WEB_APP_ORIGINS, c as object, f as refine, i as _enum, j as PREFIX_HINTS, k as KEY_LENGTH, l as optional$2, m as transform, n as maskableSpellings, o as custom, p as string, r as parseApiOrigin, t as createTextMasker, u as pipe, v as _regex, w as keyHint$1, x as findPleoHost, y as API_ORIGINS } from "./mask-text.js";
import { readFileSync } from "node:fs";
import * as os$1 from "os";
import os, { EOL } from "os";
import * as fs from "fs";
import { constants, promises } from "fs";
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

// scripts/action-bundle/random-uuid.ts
/**
* Stands in for `crypto` in the bundle. `@actions/core` wants of it the random delimiter of an output, and loading
* Node's module for that makes a start a quarter dearer. Web Crypto is as random, and loaded when first used.
*/
function randomUUID() {
	return crypto.randomUUID();
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os$1.EOL}`, { encoding: "utf8" });
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

// action/pleo-api/deadline.ts
/** Starts now. Measured on a clock that only goes forward, so that setting the time changes nothing. */
function startDeadline(totalMs, monotonicMs = () => performance.now()) {
	const end = monotonicMs() + totalMs;
	return { remainingMs: () => Math.floor(end - monotonicMs()) };
}

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

// src/key/judging/clean-inside.ts
/** Escape sequences go as a whole: without its first character the rest of one would look like text. */
const CONTROLS$1 = /(?!\s)\p{Cc}(?:\[[0-9;]*[A-Za-z])?/gu;
const ZERO_WIDTHS = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const LINE_BREAKS = /[\r\n\u2028\u2029]+/g;
const SPACES = /\s+/g;
/** What is taken out of the inside, after all that stands around has gone. */
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

// src/key/find-keys.ts
/**
* Everything in the text that looks like a real key, in any spelling, from left to right and without overlap.
* Takes time in proportion to the text, whatever the text: from each prefix it reads at most the length of
* the longest key.
*/
function findKeys(text) {
	return readSpelledPrefixes(text, (start, spelling) => readKey(text, start, spelling)).filter(({ key }) => !isExampleKey(key)).map((found) => ({
		...found,
		place: placeOf(text, found.start, found.end)
	}));
}
/** The character after a key is not one of a word, or else this is part of something longer. */
const WHOLE_KEY = new RegExp(`^${KEY_PATTERN}(?![A-Za-z0-9_])`);
const LOOK_AHEAD = KEY_LENGTH.max + 1;
function readKey(text, start, spelling) {
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
		return keyHint$1(this.#value);
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
const UUID$1 = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const UUID_ONLY = new RegExp(`^${UUID$1}$`);
const URN = new RegExp(`^urn:pleo:(company|organi[sz]ation):(${UUID$1})$`);
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
const DAY_MS$1 = 864e5;
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
	return (to.getTime() - from.getTime()) / DAY_MS$1;
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
		end: describeEnd$1(life)
	};
}
function describeEnd$1({ expires, now }) {
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
const HINT = /^[*\u2026]*([A-Za-z0-9_-]{4})$/;
/** The last four characters, also in the masked form in which reports show them. */
function readHint(keyHint) {
	return HINT.exec(keyHint)?.[1];
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

// src/activation/check-activation.ts
const QUESTIONS$1 = {
	introspection: "introspection (GET /v1/introspect)",
	installations: "the installation (GET /v1/installations/me)",
	companies: "the list of companies (GET /v1/companies)",
	membership: "the expected company (GET /v1/companies/{id})"
};
function askedQuestions({ probes, ...facts }) {
	const named = Object.keys(QUESTIONS$1).flatMap((name) => {
		const answer = facts[name];
		const isBasic = name === "introspection" || name === "installations";
		return answer === void 0 ? [] : [{
			question: QUESTIONS$1[name],
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
/** Statuses by which Pleo says that there is nothing of the kind. */
const MEANS_ABSENT = [400, 404];
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
	return subjectUrn !== void 0 && parsePleoUrn(subjectUrn) === void 0 ? [unreadableOwner(QUESTIONS$1.introspection)] : [];
}
function unreadableOwner(question) {
	return createFinding("answer-not-understood", {
		question,
		problem: "its owner is not a Pleo company or organisation"
	});
}
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
	if (parsePleoUrn(resource) === void 0) return [unreadableOwner(QUESTIONS$1.installations)];
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
		...optional$1("keyHint", key.hint),
		installationStatuses: checked.installationStatuses,
		company: {
			...expectedCompany(expectation),
			...optional$1("actual", checked.company)
		},
		scopes: checked.scopes,
		...optional$1("expiry", expiry.end),
		...optional$1("previousKey", rotation && (verdict === "pass" ? rotation.previousKey : "needed"))
	};
}
/** What stands where a company id should may be anything, a key by mistake included. */
function expectedCompany({ companyId }) {
	return optional$1("expected", companyId === void 0 ? void 0 : parseUuid(companyId));
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
		...optional$1("expiry", expiry.end)
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
		...optional$1("companyId", expectation.companyId),
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
function optional$1(name, value) {
	return value === void 0 ? {} : { [name]: value };
}

// action/severities.ts
const LINE = /^([a-z-]+)\s*[:=]\s*([a-z]+)$/;
const CHOICES = [
	"off",
	"notice",
	"warning",
	"error"
];
/** Reads `finding-id: severity`, one a line or apart by commas. No problem repeats what was written. */
function parseSeverities(text) {
	const severities = /* @__PURE__ */ new Map();
	const problems = [];
	const entries = text.split(/[\n,]/).map((entry) => entry.trim());
	for (const [index, entry] of entries.entries()) {
		if (entry === "") continue;
		const problem = addSeverity(severities, entry);
		if (problem !== void 0) problems.push(`has an entry (number ${index + 1}) that ${problem}`);
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
	const { gate } = CATALOGUE[id];
	if (gate === true && choice !== "error") return `lowers ${id}, with which no deploy may go ahead`;
	severities.set(id, choice);
}
/** The findings as the user wants them to weigh. */
function applySeverities(findings, severities) {
	return findings.flatMap((finding) => {
		const chosen = severities.get(finding.id) ?? finding.severity;
		return chosen === "off" ? [] : [{
			...finding,
			severity: chosen
		}];
	});
}

// action/check.ts
function originOf({ apiUrl, expectation }) {
	return apiUrl ?? API_ORIGINS[expectation.environment];
}
/** One key from the stored text to the report, as the user wants it weighed. */
async function checkKey(raw, config, ports) {
	const value = raw["api-key"] ?? "";
	const previousValue = raw["previous-api-key"] ?? "";
	return weigh(await diagnoseEnvironment(await guardKey({
		value,
		expectation: config.expectation,
		...previousValue.trim() === "" ? {} : { rotation: {
			previousValue,
			phase: config.rotation
		} }
	}, {
		openPleo: (key) => ports.openPleo(key, originOf(config)),
		clock: ports.clock
	}), value, {
		config,
		ports
	}), config);
}
/** Settings can make a report weigh more or less; what has not been proven stays unproven. */
function weigh(report, { severities }) {
	if (severities.size === 0) return report;
	const findings = orderFindings(applySeverities(report.findings, severities));
	const verdict = decideVerdict(findings, report.proofs);
	return {
		...report,
		findings,
		verdict,
		...report.previousKey === void 0 || verdict === "pass" ? {} : { previousKey: "needed" }
	};
}
/** Sends a rejected key to the other environment, once, and only because the user asked for that. */
async function diagnoseEnvironment(report, value, { config, ports }) {
	const { environment, kind } = config.expectation;
	const isRejected = report.findings.some(({ id }) => id === "key-rejected");
	const parsed = parseKey(value);
	if (!config.diagnoseEnvironment || !isRejected || config.apiUrl !== void 0) return report;
	if (parsed.kind !== "key" && parsed.kind !== "unknown-shape") return report;
	const other = otherEnvironment(environment);
	const answer = await (await ports.openPleo(parsed.key, API_ORIGINS[other])).introspect();
	if (answer.kind !== "ok" || answer.value.authMethod !== "API_KEY") return report;
	const { renew } = keyHandling(kind, environment);
	const finding = createFinding("key-of-other-environment", {
		other,
		environment,
		renew
	});
	return {
		...report,
		findings: [finding, ...report.findings.filter(({ id }) => id !== "environment-hint")]
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

// action/inputs.ts
/**
* No message repeats a value: what stands in the wrong input may be a key. Each completes "`name` …".
*/
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
const flag = pipe(string({ error: "must be `true` or `false`" }).check(refine((text) => TRUE.includes(text) || FALSE.includes(text), { error: "must be `true` or `false`" })), transform((text) => TRUE.includes(text)));
function wholeNumber(min, max) {
	const error = `must be a whole number from ${min} to ${max}`;
	return pipe(string({ error }).check(refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max, { error })), transform(Number));
}
/** Left out and left empty mean the same where there is no default. */
function optional(schema) {
	return pipe(transform((value) => value === "" ? void 0 : value), optional$2(schema));
}
const MAX_TEXT = 200;
const shortText = string().check(_maxLength(MAX_TEXT, { error: `must not be longer than ${MAX_TEXT} characters` }));
const companyId = string().check(refine((text) => parseUuid(text) !== void 0, { error: "must be a company id (a UUID such as the output `company-id` of an earlier run)" }));
const keyHint = string().check(_regex(/^[A-Za-z0-9_-]{4}$/, { error: "must be the last four characters of the key, no more" }));
const SCOPE = /^[a-z][a-z0-9-]{0,60}:[a-z]{1,20}$/;
const MAX_SCOPES = 100;
const scopes = pipe(pipe(optional$2(string()), transform((text) => [...new Set((text ?? "").split(/[\s,]+/).filter((name) => name !== ""))])), array(string().check(_regex(SCOPE, { error: "must be a list of scopes such as `vendors:read`, apart by spaces, commas or lines" }))).check(_maxLength(MAX_SCOPES, { error: `must not list more than ${MAX_SCOPES} scopes` })));
const apiUrl = string().check(refine((text) => apiUrlProblem(text) === void 0, { error: ({ input }) => apiUrlProblem(String(input)) ?? "is not an address of Pleo's" }));
function apiUrlProblem(text) {
	try {
		parseApiOrigin(text);
		return;
	} catch (error) {
		return error instanceof GuardError ? `is refused: ${error.message} ${error.hint ?? ""}`.trimEnd() : "is refused";
	}
}
const severities = pipe(pipe(optional$2(string()), transform((text) => parseSeverities(text ?? ""))), custom()).check(refine(({ problems }) => problems.length === 0, { error: ({ input }) => input.problems.join("; ") }));
const schema = object({
	kind: oneOf("standalone", "integrated"),
	environment: oneOf("production", "staging"),
	"company-id": optional(companyId),
	"required-scopes": scopes,
	"expires-on": optional(shortText),
	"warn-before-days": wholeNumber(0, 3650),
	"fail-before-days": wholeNumber(0, 3650),
	"max-lifetime-days": optional(wholeNumber(1, 36500)),
	"created-on": optional(shortText),
	"expected-key-hint": optional(keyHint),
	rotation: oneOf("overlap", "finished"),
	severities,
	"on-unknown": oneOf("fail", "warn"),
	"on-missing-key": oneOf("auto", "fail", "skip"),
	"timeout-seconds": wholeNumber(1, 600),
	"api-url": optional(apiUrl),
	"diagnose-environment": flag,
	summary: oneOf("auto", "full", "off"),
	annotations: flag,
	"dry-run": flag
});
/** Reads all inputs, or throws one error that names every problem. */
function parseInputs(raw) {
	const trimmed = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== void 0).map(([name, value = ""]) => [name, value.trim()]));
	const { data, error } = schema.safeParse(trimmed);
	const problems = error === void 0 ? contradictions(data) : describeIssues(error.issues, raw);
	if (problems.length > 0) throw invalid(problems);
	if (data === void 0) throw invalid(["the inputs cannot be read"]);
	return toConfig(data);
}
function describeIssues(issues, raw) {
	const problems = issues.map(({ path: [name], message }) => {
		const isEmpty = raw[name]?.trim() === "";
		return `\`${String(name)}\` ${isEmpty ? "is empty; leave it out to have its default, or look why the expression came out empty" : message}`;
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
	return new GuardError("CONFIG_INVALID", `The inputs cannot be used: ${problems.join("; ")}.`, { hint: "Correct them in the workflow file; what each of them takes stands in action.yml." });
}
function toConfig(data) {
	return {
		expectation: toExpectation(data),
		rotation: data.rotation,
		severities: data.severities.severities,
		onUnknown: data["on-unknown"],
		onMissingKey: data["on-missing-key"],
		timeoutMs: data["timeout-seconds"] * 1e3,
		apiUrl: data["api-url"],
		diagnoseEnvironment: data["diagnose-environment"],
		summary: data.summary,
		annotations: data.annotations,
		dryRun: data["dry-run"]
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
		requiredScopes: data["required-scopes"],
		expiry: {
			...expiresOn === void 0 ? {} : { expiresOn },
			...createdOn === void 0 ? {} : { createdOn },
			...hint === void 0 ? {} : { keyHint: hint },
			...maxLifetimeDays === void 0 ? {} : { maxLifetimeDays },
			warnBeforeDays: data["warn-before-days"],
			failBeforeDays: data["fail-before-days"]
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

// action/outputs.ts
/** What a consumer sees of a run that has not come to an answer: nothing is known and nothing is allowed. */
const CLOSED_OUTPUTS = {
	...Object.fromEntries(OUTPUT_NAMES.map((name) => [name, ""])),
	verdict: "unknown",
	"deploy-allowed": "false",
	"company-matches": "false",
	findings: "[]"
};
/** Outputs of a run that ended without a report. */
function outputsWithoutReport({ verdict, nextStep }) {
	return {
		...CLOSED_OUTPUTS,
		verdict,
		"next-step": nextStep
	};
}
function outputsOf(report) {
	const { company, scopes, expiry, previousKey } = report;
	return {
		verdict: report.verdict,
		"deploy-allowed": String(report.verdict === "pass"),
		"company-id": company.actual ?? "",
		"company-matches": String(company.actual !== void 0 && company.actual === company.expected),
		"installation-status": [...new Set(report.installationStatuses)].join(" "),
		"granted-scopes": (scopes.granted ?? []).join(" "),
		"missing-scopes": scopes.missing.join(" "),
		"excess-scopes": scopes.excess.join(" "),
		"expires-on": expiry?.text ?? "",
		"days-left": expiry === void 0 ? "" : String(expiry.daysLeft),
		"key-hint": report.keyHint ?? "",
		"rotation-safe-to-revoke": previousKey === void 0 ? "" : String(previousKey !== "needed"),
		findings: JSON.stringify(report.findings.map(toJson)),
		"next-step": report.findings[0]?.remedy ?? "Nothing needs to be done."
	};
}
function toJson({ values: _values, ...finding }) {
	return finding;
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

// action/proxy.ts
const VARIABLES = [
	"HTTPS_PROXY",
	"https_proxy",
	"HTTP_PROXY",
	"http_proxy"
];
/** Node's own `fetch` passes a proxy by silently, so one that is set must be honoured, or refused aloud. */
function useProxy(env, origin, setGlobalProxy) {
	if (VARIABLES.every((name) => (env[name] ?? "") === "")) return;
	if (setGlobalProxy !== void 0) {
		setGlobalProxy(withLoopbackDirect(env, origin));
		return;
	}
	if (origin.isLoopback || env["NODE_USE_ENV_PROXY"] === "1") return;
	throw new GuardError("CONFIG_INVALID", "A proxy is set, and this version of Node would pass it by.", { hint: "Set NODE_USE_ENV_PROXY=1 for this step, or use a runner with Node 24.14 or newer." });
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
		message: `The log and the summary of this step have them all: ${ids}.`,
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
const HEADLINES$1 = {
	pass: "✅ The Pleo key may be used",
	fail: "❌ The Pleo key may not be used",
	unknown: "❔ Nobody can tell whether the Pleo key may be used, so it may not"
};
const QUESTIONS = {
	format: "Is it a key?",
	activation: "Does Pleo accept it?",
	company: "Is it the right company's?",
	scopes: "May it do what it must, and no more?",
	expiry: "Does it live long enough?",
	rotation: "May the old key go?"
};
/** The report for people: the verdict in one line, what was asked, what to do, and the key's life. */
function renderSummary(report, { hidesIds, life }) {
	const timeline = life === void 0 ? [] : [renderTimeline(life)];
	const text = `${[
		`## ${HEADLINES$1[report.verdict]}`,
		renderTable(report),
		...renderFacts$1(report, hidesIds),
		...timeline
	].join("\n\n")}\n`;
	return hidesIds ? text.replaceAll(UUID, "‹id not shown in a public repository›") : text;
}
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
function renderSkippedSummary(why) {
	return `## ⏭️ The Pleo key was not checked\n\n${toMarkdown(why)}\n\nNothing is known about the key, so \`deploy-allowed\` is \`false\`.\n`;
}
function renderBrokenSummary(problem, hint) {
	return `## ❌ The Pleo key was not checked\n\n${toMarkdown(problem)}\n\n${toMarkdown(hint)}\n`;
}
function renderTable({ findings, verdict, previousKey }) {
	return [
		"| Check | Result | What to do |",
		"|---|---|---|",
		...AREAS.filter((area) => area !== "rotation" || previousKey !== void 0).flatMap((area) => {
			const found = findings.filter((finding) => finding.area === area);
			return found.length === 0 ? [emptyRow(area, verdict)] : found.map(renderRow);
		})
	].join("\n");
}
/** Silence is consent only where everything passed: after a rejection, later checks had nothing to go by. */
function emptyRow(area, verdict) {
	return `| ${QUESTIONS[area]} | ${verdict === "pass" ? "✅ yes" : "nothing found"} | |`;
}
function renderRow({ area, severity, inconclusive, title, message, remedy, id }) {
	const mark = severity === "error" ? inconclusive ? "❔" : "❌" : severity === "warning" ? "⚠️" : "ℹ️";
	return `| ${QUESTIONS[area]} | ${mark} **${toMarkdown(title)}** (\`${id}\`)<br>${toMarkdown(message)} | ${toMarkdown(remedy)} |`;
}
function renderFacts$1({ company, scopes, keyHint, expiry }, hidesIds) {
	const lines = [
		["Company", company.actual],
		["Key ends in", hidesIds ? void 0 : keyHint],
		["Scopes", scopes.granted?.join(", ")],
		["Expires", expiry?.text]
	].flatMap(([name, value]) => value === void 0 || value === "" ? [] : [`- ${name}: \`${value}\``]);
	return lines.length === 0 ? [] : [lines.join("\n")];
}

// action/render/text.ts
const HEADLINES = {
	pass: "PASS     The key may be used.",
	fail: "FAIL     The key may not be used.",
	unknown: "UNKNOWN  Nobody can tell whether the key may be used, so it may not."
};
/** A report as plain text, for a log or a terminal: the verdict first, then what to do about it. */
function renderText(report) {
	return [
		HEADLINES[report.verdict],
		...renderFacts(report),
		...report.findings.flatMap(renderFinding)
	].join("\n");
}
const PREVIOUS_KEY = {
	needed: "must stay for now",
	deletable: "may be deleted",
	gone: "no longer works"
};
function renderFacts(report) {
	const { keyHint, company, scopes, expiry, previousKey } = report;
	return [
		["key", keyHint === void 0 ? void 0 : `ends in ${keyHint}`],
		["company", company.actual],
		["scopes", scopes.granted?.join(", ")],
		["expires", expiry === void 0 ? void 0 : describeEnd(expiry)],
		["old key", previousKey === void 0 ? void 0 : PREVIOUS_KEY[previousKey]]
	].flatMap(([name, value]) => value === void 0 || value === "" ? [] : [`  ${name.padEnd(8)} ${value}`]);
}
function describeEnd({ text, daysLeft, hasPassed }) {
	return `${text} (${hasPassed ? "has passed" : `${describeDays(daysLeft)} left`})`;
}
function renderFinding({ id, severity, title, message, remedy }) {
	return [
		`  ${severity}: ${title} [${id}]`,
		`      ${message}`,
		`      → ${remedy}`
	];
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
		sinks.setOutputs(CLOSED_OUTPUTS);
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
	if (isMissing && skips) return skipped(MISSING_KEY_ADVICE[cause], config);
	useProxy(ports.env, parseApiOrigin(originOf(config)), ports.setGlobalProxy);
	const report = await checkKey(raw, config, {
		...ports,
		openPleo: ports.startPleo(config.timeoutMs)
	});
	return answered(isMissing ? adviseOnMissing(report, MISSING_KEY_ADVICE[cause]) : report, config, ports);
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
	const warnsOnly = report.verdict === "unknown" && config.onUnknown === "warn";
	const { env, clock, readFile } = ports;
	const limits = config.expectation.expiry;
	const life = report.expiry === void 0 ? void 0 : {
		end: report.expiry,
		limits,
		now: clock.now()
	};
	const hidesIds = config.summary !== "full" && !isPrivate(readEvent(ports));
	return {
		fails: report.verdict !== "pass" && !warnsOnly,
		publish: async (sinks) => {
			sinks.setOutputs(outputsOf(report));
			sinks.log(renderText(report));
			if (config.annotations) {
				const softened = warnsOnly ? report.findings.map(soften) : report.findings;
				for (const annotation of renderAnnotations(softened, findHandOver(env, readFile))) sinks.annotate(annotation);
			}
			await publishSummary(renderSummary(report, {
				hidesIds,
				life
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
function skipped(why, config) {
	return {
		fails: false,
		publish: async (sinks) => {
			sinks.setOutputs(outputsWithoutReport({
				verdict: "skipped",
				nextStep: why
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
			const { createPleoApi } = await import("./pleo-api.js");
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
/** The step goes on to write what it has to say, and then ends as failed. */
function failStep() {
	process.exitCode = 1;
}
function findSetGlobalProxy() {
	if ([
		"HTTPS_PROXY",
		"https_proxy",
		"HTTP_PROXY",
		"http_proxy"
	].every((name) => (process.env[name] ?? "") === "")) return void 0;
	return process.getBuiltinModule("node:http").setGlobalProxyFromEnv;
}

export { startDeadline as n, withLoopbackDirect as t };