import { readFileSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { applicationId, layoutVersion } from "../../../db/layout/identity.ts";
import { packed } from "../../../db/memory/packed.ts";
import { modelFileBytes } from "../../../db/model-file.ts";
import { draftOf } from "./drafts.ts";
import { accepted } from "./result.ts";

/** A sound model file of two revisions. */
export function soundFile(): Buffer {
  return Buffer.from(accepted(modelFileBytes(draftOf(1), "sound")));
}

/** A sound model file into which somebody's SQL was let loose. */
export function alteredFile(sql: string, sound: Buffer = soundFile()): Buffer {
  const database = new Database(Buffer.from(sound));
  database.unsafeMode(true);
  database.pragma("foreign_keys = OFF");
  database.function("packed", (text) => packed(String(text)));
  database.exec(sql);
  const bytes = database.serialize();
  database.close();
  return bytes;
}

/** A database of another program, optionally with the marks of ours. */
export function foreignFile(sql: string, marks: { application?: number; version?: number } = {}): Buffer {
  const database = new Database(":memory:");
  database.pragma(`application_id = ${marks.application ?? 0}`);
  database.pragma(`user_version = ${marks.version ?? 0}`);
  database.exec(sql);
  const bytes = database.serialize();
  database.close();
  return bytes;
}

/** Carries our marks, and none of our tables. */
export const disguised = (sql: string): Buffer =>
  foreignFile(sql, { application: applicationId, version: layoutVersion });

/** A file that another program switched to a write-ahead log and left in the middle of its work. */
export function writeAheadFile(path: string): void {
  writeFileSync(path, soundFile());
  const database = new Database(path);
  database.pragma("journal_mode = WAL");
  database.exec("UPDATE revision SET note = 'only in the log'");
  const log = readFileSync(`${path}-wal`);
  const main = readFileSync(path);
  database.close();
  writeFileSync(path, main);
  writeFileSync(`${path}-wal`, log);
}
