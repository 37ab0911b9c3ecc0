import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

// An asar archive starts with a pickled JSON header: four little-endian lengths, then the text; the files follow.

interface Entry {
  readonly size: number;
  /** Bytes after the header; absent of a file kept beside the archive. */
  readonly offset?: string;
}

interface Folder {
  readonly files: Readonly<Record<string, Folder | Entry>>;
}

const headBytes = 16;

/** Writes an archive that holds no file. */
export function writeEmptyAsar(path: string): void {
  const text = Buffer.from('{"files":{}}');
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(text.length + 8, 4);
  head.writeUInt32LE(text.length + 4, 8);
  head.writeUInt32LE(text.length, 12);
  writeFileSync(path, Buffer.concat([head, text]));
}

function entriesOf(archive: Buffer): readonly (readonly [path: string, entry: Entry])[] {
  const text = archive.subarray(headBytes, headBytes + archive.readUInt32LE(12)).toString("utf8");
  const walk = (folder: Folder, prefix: string): (readonly [string, Entry])[] =>
    Object.entries(folder.files).flatMap(([name, entry]) =>
      "files" in entry ? walk(entry, `${prefix}${name}/`) : [[prefix + name, entry] as const],
    );
  return walk(JSON.parse(text) as Folder, "");
}

/** Paths of all files in an archive, those kept beside it included. */
export function listAsar(path: string): string[] {
  return entriesOf(readFileSync(path)).map(([name]) => name);
}

/** Writes all files of an archive into a folder, those kept beside it included. */
export function extractAsar(path: string, folder: string): void {
  const archive = readFileSync(path);
  const start = 8 + archive.readUInt32LE(4);
  for (const [name, { offset, size }] of entriesOf(archive)) {
    const from = start + Number(offset);
    const bytes =
      offset === undefined ? readFileSync(join(`${path}.unpacked`, name)) : archive.subarray(from, from + size);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}
