import { crc32, deflateRawSync } from "node:zlib";
import { CENTRAL, CENTRAL_BYTES, DEFLATED, END, END_BYTES, LOCAL, LOCAL_BYTES } from "./zipFormat.ts";

export type ZipEntry = { readonly name: string } & ({ readonly text: string } | { readonly bytes: Buffer });

/** Version 2.0, names in UTF-8. */
const VERSION = 20;
const UTF8 = 0x0800;

/** A file of an archive, packed. */
export interface PackedEntry {
  readonly name: string;
  readonly packed: Buffer;
  /** Of the bytes that were packed. */
  readonly crc: number;
  readonly length: number;
}

/** Texts as a zip archive; the same bytes whenever texts and time are the same. */
export const zipped = (entries: readonly ZipEntry[], made: Date): Uint8Array =>
  archived(entries.map(packedEntry), made);

export function packedEntry(entry: ZipEntry): PackedEntry {
  const { name } = entry;
  const plain = "text" in entry ? Buffer.from(entry.text, "utf8") : entry.bytes;
  return { name, packed: deflateRawSync(plain), crc: crc32(plain), length: plain.length };
}

/** Packed files as a zip archive. */
export function archived(entries: readonly PackedEntry[], made: Date): Uint8Array {
  const [date, time] = dosTime(made);
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, crc, length } of entries) {
    const called = Buffer.from(name, "utf8");
    // From the version needed to the length of the extra field: the same in both headers.
    const common = Buffer.alloc(26);
    for (const [at, value] of [VERSION, UTF8, DEFLATED, time, date].entries()) common.writeUInt16LE(value, at * 2);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(length, 18);
    common.writeUInt16LE(called.length, 22);
    const local = Buffer.alloc(LOCAL_BYTES);
    local.writeUInt32LE(LOCAL, 0);
    common.copy(local, 4);
    const central = Buffer.alloc(CENTRAL_BYTES);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(VERSION, 4);
    common.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    files.push(local, called, packed);
    directory.push(central, called);
    offset += local.length + called.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

/** Date and time (UTC) as archives keep them: from 1980 on, to two seconds. */
function dosTime(made: Date): readonly [date: number, time: number] {
  const year = Math.max(0, made.getUTCFullYear() - 1980);
  const date = (year << 9) | ((made.getUTCMonth() + 1) << 5) | made.getUTCDate();
  const time = (made.getUTCHours() << 11) | (made.getUTCMinutes() << 5) | (made.getUTCSeconds() >> 1);
  return [date, time];
}
