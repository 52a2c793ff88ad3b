import { a as ArchiveLimit, c as unopenedKindOf, i as ArchiveDamage, l as createWindow, n as listZip, o as createBudget, r as ARCHIVE_LIMITS, s as archiveKindOf, t as contentStart, u as sourceOfBytes } from "./leak-scan.js";
import { once } from "node:events";
import { createGunzip, createInflateRaw, createZstdDecompress } from "node:zlib";

// action/scan/leak/archive/inflate.ts
const PIECE$1 = 131072;
const UNPACKERS = {
	gzip: createGunzip,
	deflate: createInflateRaw,
	zstd: createZstdDecompress
};
function inflateInto(target, form, budget) {
	const stream = UNPACKERS[form]({ chunkSize: PIECE$1 });
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
		const code = error.code ?? "";
		throw /^Z(?:STD_error)?_/.test(code) ? new ArchiveDamage("it is damaged") : error;
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
const LONGEST_NAME = 65536;
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
function readNumber(block, start, length) {
	const field = block.subarray(start, start + length);
	if (((field[0] ?? 0) & 128) === 0) return Number.parseInt(readText(block, start, length).trim() || "0", 8);
	return field.subarray(1).reduce((value, byte) => value * 256 + byte, 0);
}
function nameIn(bytes, type) {
	if (type === "L") return readText(bytes, 0, bytes.length);
	return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(bytes.toString())?.[1];
}

// action/scan/leak/archive/open-archive.ts
async function scanArchive(archive, ports) {
	await attempt(ports.report, () => createOpener(ports).open(archive, {
		names: [],
		depth: 1,
		level: 0
	}));
}
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
	const sinkFor = (kind, name, position) => kind === "tar" ? untarInto((entry) => entrySink(entry, position, { isUnzipped: false })) : inflateInto(entrySink(innerName(name), position, { isUnzipped: true }), kind, budget);
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
			if (kind === void 0) {
				const unopened = unopenedKindOf(bytes);
				if (unopened !== void 0) report.skipped(unopened);
				return;
			}
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
function innerName(name) {
	return name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1).replace(/\.t(?:ar\.)?(?:gz|zst)$/i, ".tar").replace(/\.(?:gz|gzip|zst|zstd)$/i, "");
}

export { scanArchive };