import { n as createWindow, r as sourceOfBytes, t as archiveKindOf } from "./leak-scan.js";
import { once } from "node:events";
import { createGunzip, createInflateRaw } from "node:zlib";

// action/scan/leak/archive/budget.ts
/** An archive that asks for more than any honest one. */
var ArchiveLimit = class extends Error {
	name = "ArchiveLimit";
};
/** An archive, or a part of one, that cannot be unpacked. */
var ArchiveDamage = class extends Error {
	name = "ArchiveDamage";
};
const ARCHIVE_LIMITS = {
	depth: 3,
	unpackedBytes: 209715200,
	ratio: 200,
	entries: 1e4,
	/** A zip inside of another archive is read from its end, so all of it has to be in memory. */
	nestedZipBytes: 33554432
};
/** Below this, nobody is harmed by whatever ratio: a file of spaces is no bomb. */
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

// action/scan/leak/archive/inflate.ts
const PIECE$1 = 131072;
/** Unpacks what it is given and hands it on. What comes after the end of a deflated content is left alone. */
function inflateInto(target, form, budget) {
	const options = { chunkSize: PIECE$1 };
	const stream = form === "gzip" ? createGunzip(options) : createInflateRaw(options);
	let unpacked = 0;
	const pass = async () => {
		for await (const piece of stream) {
			unpacked += piece.length;
			budget.unpack(piece.length);
			budget.checkRatio(stream.bytesWritten, unpacked);
			await target.write(piece);
		}
	};
	let failure;
	const passed = pass().catch((error) => {
		failure = { error };
		stream.destroy();
	});
	const check = () => {
		if (failure === void 0) return;
		const { error } = failure;
		throw (error.code ?? "").startsWith("Z_") ? new ArchiveDamage("it is damaged") : error;
	};
	return {
		write: async (bytes) => {
			check();
			if (!stream.write(Buffer.from(bytes))) await Promise.race([once(stream, "drain").catch(() => void 0), passed]);
			check();
		},
		end: async () => {
			stream.end();
			await passed;
			try {
				await target.end();
			} finally {
				check();
			}
		}
	};
}

// action/scan/leak/archive/tar.ts
const BLOCK = 512;
/** Names are not longer than this; what claims to be is no name. */
const LONGEST_NAME = 65536;
/** Takes a tar archive apart, in the form of POSIX and in GNU's. */
function untarInto(open) {
	let block = Buffer.alloc(0);
	let current;
	let longName;
	const begin = (bytes) => {
		if (bytes.every((byte) => byte === 0)) return;
		const header = readHeader(bytes);
		const isFile = "0\x007";
		const isAbout = header.type === "L" || header.type === "x";
		if (isAbout && header.size > LONGEST_NAME) throw new ArchiveDamage("it is damaged");
		current = {
			sink: isFile.includes(header.type) ? open(longName ?? header.name) : void 0,
			left: header.size,
			padding: (BLOCK - header.size % BLOCK) % BLOCK,
			about: isAbout ? {
				type: header.type,
				parts: []
			} : void 0
		};
		if (!isAbout) longName = void 0;
	};
	const finish = async ({ sink, about }) => {
		if (about !== void 0) longName = nameIn(Buffer.concat(about.parts), about.type) ?? longName;
		await sink?.end();
		current = void 0;
	};
	const takeContent = async (entry, bytes) => {
		const count = Math.min(entry.left, bytes.length);
		const piece = bytes.subarray(0, count);
		entry.left -= count;
		entry.about?.parts.push(Buffer.from(piece));
		if (count > 0) await entry.sink?.write(piece);
		if (entry.left > 0) return count;
		const skipped = Math.min(entry.padding, bytes.length - count);
		entry.padding -= skipped;
		if (entry.padding === 0) await finish(entry);
		return count + skipped;
	};
	return {
		write: async (bytes) => {
			for (let at = 0; at < bytes.length;) {
				if (current !== void 0) {
					at += await takeContent(current, bytes.subarray(at));
					continue;
				}
				const part = bytes.subarray(at, at + BLOCK - block.length);
				at += part.length;
				block = Buffer.concat([block, part]);
				if (block.length < BLOCK) continue;
				begin(block);
				block = Buffer.alloc(0);
				const entry = current;
				if (entry?.left === 0 && entry.padding === 0) await finish(entry);
			}
		},
		end: async () => {
			if (current !== void 0) {
				await current.sink?.end();
				throw new ArchiveDamage("it is cut off");
			}
			if (block.length > 0) throw new ArchiveDamage("it is cut off");
		}
	};
}
function readHeader(block) {
	const sum = readNumber(block, 148, 8);
	let seen = 0;
	for (let index = 0; index < BLOCK; index++) seen += index >= 148 && index < 156 ? 32 : block[index] ?? 0;
	if (sum !== seen) throw new ArchiveDamage("it is damaged");
	const size = readNumber(block, 124, 12);
	if (!Number.isSafeInteger(size) || size < 0) throw new ArchiveDamage("it is damaged");
	const prefix = block.toString("latin1", 257, 263) === "ustar\0" ? readText(block, 345, 155) : "";
	const name = readText(block, 0, 100);
	return {
		name: prefix === "" ? name : `${prefix}/${name}`,
		size,
		type: block.toString("latin1", 156, 157)
	};
}
function readText(block, start, length) {
	const field = block.subarray(start, start + length);
	const end = field.indexOf(0);
	return field.subarray(0, end < 0 ? length : end).toString();
}
/** In octal digits, or, where those do not suffice, as bytes after one that is marked. */
function readNumber(block, start, length) {
	const field = block.subarray(start, start + length);
	if (((field[0] ?? 0) & 128) === 0) return Number.parseInt(readText(block, start, length).trim() || "0", 8);
	return field.subarray(1).reduce((value, byte) => value * 256 + byte, 0);
}
function nameIn(bytes, type) {
	if (type === "L") return readText(bytes, 0, bytes.length);
	return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(bytes.toString())?.[1];
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
/** Stands where a number is too large and is told elsewhere. */
const WIDE = 4294967295;
/** What the directory at the end of a zip lists, one after the other. */
function* listZip(source) {
	const { start, size } = findDirectory(source);
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
			...place
		};
		at += ENTRY_LENGTH + nameLength + extraLength + fixed.readUInt16LE(32);
	}
}
/** Where the packed content of an entry begins. */
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
		if (size !== WIDE && start !== WIDE) return checked(source, {
			start,
			size
		});
		return checked(source, findWideDirectory(source, tailStart + at - WIDE_LOCATOR_LENGTH));
	}
	throw new ArchiveDamage("it is cut off");
}
function findWideDirectory(source, locatorAt) {
	const locator = readAt(source, locatorAt, WIDE_LOCATOR_LENGTH);
	if (locator.readUInt32LE(0) !== WIDE_LOCATOR) throw new ArchiveDamage("it is damaged");
	const end = readAt(source, Number(locator.readBigUInt64LE(8)), 56);
	if (end.readUInt32LE(0) !== WIDE_END) throw new ArchiveDamage("it is damaged");
	return {
		size: Number(end.readBigUInt64LE(40)),
		start: Number(end.readBigUInt64LE(48))
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

// action/scan/leak/archive/open-archive.ts
/** Looks through everything in an archive, and in the archives in it, without writing anything anywhere. */
async function scanArchive(archive, ports) {
	await attempt(ports.report, () => createOpener(ports).open(archive, {
		names: [],
		depth: 1,
		level: 0
	}));
}
/** What is wrong with an archive is something to say, and no reason to stop. */
async function attempt(report, work) {
	try {
		await work();
	} catch (error) {
		if (!(error instanceof ArchiveLimit) && !(error instanceof ArchiveDamage)) throw error;
		report.incomplete(error.message);
	}
}
const PIECE = 262144;
const WINDOW = 65536;
const HEAD_LENGTH = 512;
function createOpener({ detector, pace, report }) {
	const budget = createBudget();
	/** One for each level: the entries of a level come one after the other. */
	const windows = [];
	const windowAt = (level) => windows[level] ??= createWindow(detector, {
		size: WINDOW,
		countsLinesOf: "all contents"
	});
	const open = async ({ kind, source, name }, position) => {
		if (kind === "zip") {
			await openZip(source, position);
			return;
		}
		const sink = sinkFor(kind, name, position);
		await pourAll(source, {
			start: 0,
			length: source.size,
			sink
		});
	};
	const sinkFor = (kind, name, position) => kind === "gzip" ? inflateInto(entrySink(innerName(name), position, { isUnzipped: true }), "gzip", budget) : untarInto((entry) => entrySink(entry, position, { isUnzipped: false }));
	/** Takes one content: looks through it, and into it where it is an archive. */
	const entrySink = (name, position, { isUnzipped }) => {
		budget.enter();
		const path = [...position.names, name];
		const window = windowAt(position.level);
		window.begin();
		let head = Buffer.alloc(0);
		let inner;
		let isArchive = false;
		const settle = async (bytes) => {
			head = void 0;
			const kind = archiveKindOf(bytes);
			if (kind === void 0) return;
			const isOne = isUnzipped && kind === "tar";
			const depth = position.depth + (isOne ? 0 : 1);
			if (depth > ARCHIVE_LIMITS.depth) {
				report.incomplete("archives are nested too deeply in it");
				return;
			}
			isArchive = true;
			const within = {
				names: isOne ? position.names : path,
				depth,
				level: position.level + 1
			};
			inner = kind === "zip" ? zipSink(within) : sinkFor(kind, name, within);
			await passOn(bytes);
		};
		const passOn = async (bytes) => {
			const sink = inner;
			if (sink === void 0) return;
			await attempt(report, async () => {
				try {
					await sink.write(bytes);
				} catch (error) {
					inner = void 0;
					await sink.end().catch(() => void 0);
					throw error;
				}
			});
		};
		return {
			write: async (bytes) => {
				if (pace.isDue()) await pace.rest();
				window.write(bytes);
				if (head === void 0) {
					await passOn(bytes);
					return;
				}
				head = Buffer.concat([head, bytes]);
				if (head.length >= HEAD_LENGTH) await settle(head);
			},
			end: async () => {
				if (head !== void 0) await settle(head);
				const hits = window.end();
				const sink = inner;
				if (sink !== void 0) await attempt(report, () => sink.end());
				report.found({
					name: path.join("!/"),
					hits,
					isArchive
				});
			}
		};
	};
	const zipSink = (position) => {
		const pieces = [];
		let size = 0;
		return {
			write: (bytes) => {
				size += bytes.length;
				if (size > ARCHIVE_LIMITS.nestedZipBytes) {
					pieces.length = 0;
					return Promise.reject(new ArchiveLimit("a zip in it is larger than 32 MB"));
				}
				pieces.push(Buffer.from(bytes));
				return Promise.resolve();
			},
			end: () => openZip(sourceOfBytes(Buffer.concat(pieces)), position)
		};
	};
	const openZip = async (source, position) => {
		for (const entry of listZip(source)) await attemptEntry(report, () => openZipEntry(source, entry, position));
	};
	const openZipEntry = async (source, entry, position) => {
		if (entry.form === "encrypted") throw new ArchiveDamage("some of it is encrypted");
		if (entry.form === "unknown") throw new ArchiveDamage("some of it is packed in an unknown way");
		const content = entrySink(entry.name, position, { isUnzipped: false });
		const sink = entry.form === "stored" ? counted(content, budget) : inflateInto(content, "deflate", budget);
		const start = contentStart(source, entry);
		await pourAll(source, {
			start,
			length: entry.packedSize,
			sink
		});
	};
	const pourAll = async (source, pouring) => {
		try {
			await pour(source, pouring);
		} finally {
			await pouring.sink.end();
		}
	};
	const pour = async (source, { start, length, sink }) => {
		const piece = Buffer.allocUnsafe(Math.max(1, Math.min(PIECE, length)));
		for (let done = 0; done < length;) {
			if (pace.isDue()) await pace.rest();
			const read = source.read(piece.subarray(0, Math.min(piece.length, length - done)), start + done);
			if (read === 0) throw new ArchiveDamage("it is cut off");
			done += read;
			await sink.write(piece.subarray(0, read));
		}
	};
	return { open };
}
/** One bad entry does not keep the others from being read; a limit does. */
async function attemptEntry(report, work) {
	try {
		await work();
	} catch (error) {
		if (!(error instanceof ArchiveDamage)) throw error;
		report.incomplete(error.message);
	}
}
function counted(sink, budget) {
	return {
		write: async (bytes) => {
			budget.unpack(bytes.length);
			await sink.write(bytes);
		},
		end: () => sink.end()
	};
}
/** `bundle.js.gz` holds `bundle.js`, and `files.tgz` holds `files.tar`. */
function innerName(name) {
	return name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1).replace(/\.t(?:ar\.)?gz$/i, ".tar").replace(/\.(?:gz|gzip)$/i, "");
}

export { scanArchive };