import Database from "better-sqlite3";
import { fileProblem } from "../../models/wording/file.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { headerProblem } from "../layout/header.ts";
import { applicationId, layoutVersion } from "../layout/identity.ts";
import { schemaSql } from "../layout/schema.ts";

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
export function createMemory(): Database.Database {
  const database = new Database(":memory:");
  database.pragma(`application_id = ${applicationId}`);
  database.pragma(`user_version = ${layoutVersion}`);
  database.exec(schemaSql);
  return database;
}

function expectedSchema(): SchemaEntry[] {
  const database = createMemory();
  try {
    return schemaOf(database);
  } finally {
    database.close();
  }
}

/** Compares tables, indexes, triggers and views with those of a new file, text by text. */
function schemaProblem(database: Database.Database, path: string): Problem | undefined {
  const expected = new Map(expectedSchema().map((entry) => [entry.name, entry]));
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
 * no recovery beside it. Damaged, foreign and altered files are refused.
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
    const problem = vet(database, path);
    if (problem === undefined) return succeed(database);
    database.close();
    return fail(problem);
  });
}

function vet(database: Database.Database, path: string): Problem | undefined {
  try {
    distrust(database);
    const answer = database.pragma("quick_check(1)", { simple: true });
    if (answer !== "ok") return fileProblem("damaged", { detail: String(answer) }, path);
    return schemaProblem(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
}
