import { readFileSync, writeFileSync } from "node:fs";

// An asar archive starts with a pickled JSON header: four little-endian lengths, then the text.

interface Folder {
  readonly files: Readonly<Record<string, Folder | { readonly size: number }>>;
}

/** Writes an archive that holds no file. */
export function writeEmptyAsar(path: string): void {
  const text = Buffer.from('{"files":{}}');
  const head = Buffer.alloc(16);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(text.length + 8, 4);
  head.writeUInt32LE(text.length + 4, 8);
  head.writeUInt32LE(text.length, 12);
  writeFileSync(path, Buffer.concat([head, text]));
}

/** Paths of all files in an archive, those kept beside it included. */
export function listAsar(path: string): string[] {
  const archive = readFileSync(path);
  const header = JSON.parse(archive.subarray(16, 16 + archive.readUInt32LE(12)).toString("utf8")) as Folder;
  const walk = (folder: Folder, prefix: string): string[] =>
    Object.entries(folder.files).flatMap(([name, entry]) =>
      "files" in entry ? walk(entry, `${prefix}${name}/`) : [prefix + name],
    );
  return walk(header, "");
}
