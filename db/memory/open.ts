import Database from "better-sqlite3";
import { fileProblem } from "../../models/wording/file.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { headerProblem } from "../layout/header.ts";
import { applicationId, layoutVersion } from "../layout/identity.ts";
import { schemaSql } from "../layout/schema.ts";
import { excessProblem } from "./measure.ts";
import { upgradeInto } from "./upgrade.ts";

interface SchemaEntry {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

function schemaOf(database: Database.Database): SchemaEntry[] {
  return database.prepare<[], SchemaEntry>("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name").all();
}

/** A new model file in memory: tables, no rows. The caller closes it. */
export function createMemory(version: number = layoutVersion): Database.Database {
  const database = new Database(":memory:");
  database.pragma(`application_id = ${applicationId}`);
  database.pragma(`user_version = ${version}`);
  database.exec(schemaSql(version));
  return database;
}

function expectedSchema(version: number): SchemaEntry[] {
  const database = createMemory(version);
  try {
    return schemaOf(database);
  } finally {
    database.close();
  }
}

/** Compares tables, indexes, triggers and views with those of a new file of the same layout, text by text. */
function schemaProblem(database: Database.Database, version: number, path: string): Problem | undefined {
  const expected = new Map(expectedSchema(version).map((entry) => [entry.name, entry]));
  const found = schemaOf(database);
  for (const entry of found) {
    const own = expected.get(entry.name);
    if (own === undefined || own.type !== entry.type) {
      return fileProblem("schema_unknown", { type: entry.type, name: entry.name }, path);
    }
    if (own.sql !== entry.sql || own.tbl_name !== entry.tbl_name) {
      return fileProblem("schema_differs", { name: entry.name }, path);
    }
    expected.delete(entry.name);
  }
  const [missing] = expected.keys();
  return missing === undefined ? undefined : fileProblem("schema_differs", { name: missing }, path);
}

/** Settings SQLite recommends for files of unknown origin, before any statement touches their contents. */
function distrust(database: Database.Database): void {
  database.pragma("trusted_schema = OFF");
  database.pragma("cell_size_check = ON");
  database.pragma("mmap_size = 0");
}

/** Runs `work`, turning what SQLite itself reports into a problem; anything else is our own error and thrown. */
export function withSqliteProblems<T>(path: string, work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return fail(fileProblem("damaged", { detail: `${error.code}: ${error.message}` }, path));
  }
}

/**
 * Opens the bytes of a model file as a database in memory, so that SQLite never touches the file: no lock, no journal,
 * no recovery beside it. Damaged, foreign and altered files are refused; one of an earlier layout is copied into today's, in memory.
 * @param path only named in problems
 * @returns the database, to be closed by the caller
 */
export function openMemory(
  bytes: Uint8Array,
  path: string,
  options: { readonly readonly: boolean },
): Result<Database.Database> {
  const refused = headerProblem(bytes, path);
  if (refused) return fail(refused);
  return withSqliteProblems(path, () => {
    const database = new Database(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      readonly: options.readonly,
    });
    const version = Number(database.pragma("user_version", { simple: true }));
    const problem = vet(database, version, path);
    if (problem === undefined) return succeed(upgraded(database, version));
    database.close();
    return fail(problem);
  });
}

/** The same rows in today's layout, one layout after the other. */
function upgraded(old: Database.Database, version: number): Database.Database {
  if (version === layoutVersion) return old;
  const fresh = createMemory(version + 1);
  try {
    fresh.transaction(() => upgradeInto(fresh, old, version))();
  } catch (error) {
    fresh.close();
    throw error;
  } finally {
    old.close();
  }
  return upgraded(fresh, version + 1);
}

function vet(database: Database.Database, version: number, path: string): Problem | undefined {
  try {
    distrust(database);
    const answer = database.pragma("quick_check(1)", { simple: true });
    if (answer !== "ok") return fileProblem("damaged", { detail: String(answer) }, path);
    return schemaProblem(database, version, path) ?? excessProblem(database, version, path);
  } catch (error) {
    database.close();
    throw error;
  }
}
