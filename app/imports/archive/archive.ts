import { inflateRawSync } from "node:zlib";
import { fail, type Problem, type Result, succeed } from "../../../models/wording/problem.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import { DEFLATED, LOCAL, LOCAL_BYTES } from "../../exports/word/zipFormat.ts";
import { LIMITS } from "../limits.ts";
import { type ArchiveEntry, type ArchiveSay, directoryOf } from "./directory.ts";

const STORED = 0;

/** Thrown within this folder and its readers at the first thing that cannot be read; caught where a file is opened. */
export class Unreadable extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The texts inside an archive, each unpacked when it is asked for and never to more than its directory says. */
export class Archive {
  readonly file: string;
  readonly #say: ArchiveSay;
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, ArchiveEntry>;
  #read = 0;
  #elements = 0;

  private constructor(file: string, say: ArchiveSay, bytes: Buffer, entries: ReadonlyMap<string, ArchiveEntry>) {
    this.file = file;
    this.#say = say;
    this.#bytes = bytes;
    this.#entries = entries;
  }

  /** @param say what is wrong in the words of who reads the file: of spreadsheets, if nothing else is said */
  static open(bytes: Uint8Array, file: string, say: ArchiveSay = sheetProblem): Result<Archive> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries = directoryOf(buffer, file, say);
    return entries.ok ? succeed(new Archive(file, say, buffer, entries.value)) : fail(...entries.problems);
  }

  names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The text of a part; undefined where there is none of that name. */
  text(name: string): string | undefined {
    const text = this.bytes(name)?.toString("utf8");
    if (text !== undefined && /<!(DOCTYPE|ENTITY)/i.test(text))
      throw new Unreadable(this.#say("declaration", this.file, { part: name }));
    return text;
  }

  /** The bytes of a part, a picture. */
  bytes(name: string): Buffer | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    this.#read += entry.unpacked;
    if (this.#read > LIMITS.readBytes) throw this.#tooMany({ zh: "字节", en: "bytes" }, this.#read, LIMITS.readBytes);
    return this.#unpack(entry);
  }

  /** What is thrown where a part is not as it has to be. */
  damaged(part: string): Unreadable {
    return new Unreadable(this.#say("damaged", this.file, { part }));
  }

  /** One more element of markup: what is small packed may still be many. */
  spendElement(): void {
    this.#elements += 1;
    if (this.#elements > LIMITS.elements)
      throw this.#tooMany({ zh: "标记数", en: "elements" }, this.#elements, LIMITS.elements);
  }

  #tooMany(what: { zh: string; en: string }, found: number, limit: number): Unreadable {
    return new Unreadable(this.#say("too_large", this.file, { what, found, limit }));
  }

  #unpack({ name, method, packed, unpacked, offset }: ArchiveEntry): Buffer {
    const damaged = () => this.damaged(name);
    const bytes = this.#bytes;
    if (offset + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw damaged();
    const start = offset + LOCAL_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const data = bytes.subarray(start, start + packed);
    if (data.length !== packed) throw damaged();
    if (method === STORED && packed === unpacked) return data;
    if (method !== DEFLATED) throw damaged();
    try {
      const found = inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked) });
      if (found.length === unpacked) return found;
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
    }
    throw damaged();
  }
}
