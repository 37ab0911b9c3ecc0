import type Database from "better-sqlite3";
import { fileProblem } from "../../models/wording/file.ts";
import type { Problem } from "../../models/wording/problem.ts";
import { limits } from "../layout/limits.ts";

/** `octet_length` and `typeof` read the row's header only, so that nothing large is loaded before it is judged. */
interface Measure {
  readonly what: string;
  readonly sql: string;
  readonly limit: number;
}

const counts: readonly Measure[] = [
  { what: "revision", sql: "SELECT count(*) FROM revision", limit: limits.revisions },
  { what: "history_step", sql: "SELECT count(*) FROM history_step", limit: limits.historySteps },
  {
    what: "revision_pack",
    sql: "SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM revision_pack GROUP BY revision)",
    limit: limits.packsPerRevision,
  },
];

const largest = (table: string, column: string, limit: number): Measure => ({
  what: `${table}.${column}`,
  sql: `SELECT coalesce(max(octet_length(${column})), 0) FROM ${table}`,
  limit,
});

const words = ["id", "parent", "created_at", "author", "note", "document_hash", "graph_hash"];

const since3: readonly Measure[] = [
  { what: "entry", sql: "SELECT count(*) FROM entry", limit: limits.entries },
  ...["hash", "kind", "at", "author", "revision", "content"].map((column) =>
    largest("entry", column, limits.wordBytes),
  ),
  ...["results_hash", "program"].map((column) => largest("revision", column, limits.wordBytes)),
  largest("head", "chain", limits.wordBytes),
  largest("revision", "results", limits.resultsBytes),
  {
    what: "revision.results",
    sql: "SELECT coalesce(sum(octet_length(results)), 0) FROM revision",
    limit: limits.allResultsBytes,
  },
];

/** Of revisions with inputs and packed graphs. */
const since2: readonly Measure[] = [
  largest("graph", "lines", limits.packedBytes),
  largest("revision", "inputs", limits.packedBytes),
  largest("revision", "inputs_hash", limits.wordBytes),
];

const since4: readonly Measure[] = [
  {
    what: "revision_attachment",
    sql: "SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM revision_attachment GROUP BY revision)",
    limit: limits.attachmentsPerRevision,
  },
  largest("attachment", "hash", limits.wordBytes),
  largest("revision_attachment", "attachment", limits.wordBytes),
  largest("attachment", "bytes", limits.attachmentBytes),
  {
    what: "attachment",
    sql: "SELECT coalesce(sum(octet_length(bytes)), 0) FROM attachment",
    limit: limits.allAttachmentsBytes,
  },
  ...["base", "since", "at", "author", "hash"].map((column) => largest("draft", column, limits.wordBytes)),
  // A hash, its quotation marks and a comma for each.
  largest("draft", "attachments", 70 * limits.attachmentsPerRevision),
  ...["document", "history"].map((column) => largest("draft", column, limits.packedBytes)),
];

/** Columns some layouts have and others have not. */
const sizesOf: Readonly<Record<number, readonly Measure[]>> = {
  1: [largest("graph", "text", limits.graphBytes)],
  2: since2,
  3: [...since2, ...since3],
  4: [...since2, ...since3, ...since4],
};

const sizes: readonly Measure[] = [
  ...words.map((column) => largest("revision", column, limits.wordBytes)),
  ...["hash", "id", "version"].map((column) => largest("pack", column, limits.wordBytes)),
  ...["revision", "written_by"].map((column) => largest("head", column, limits.wordBytes)),
  largest("revision_pack", "pack", limits.wordBytes),
  largest("graph", "hash", limits.wordBytes),
  largest("revision", "document", limits.documentBytes),
  largest("pack", "text", limits.packBytes),
  largest("history_step", "step", limits.stepBytes),
  {
    what: "history_step",
    sql: "SELECT coalesce(sum(octet_length(step)), 0) FROM history_step",
    limit: limits.historyBytes,
  },
];

/** What is larger or more numerous in the database than any honest file; undefined where it may be read. */
export function excessProblem(database: Database.Database, version: number, path: string): Problem | undefined {
  const measured = (sql: string): number => database.prepare<[], number>(sql).pluck().get() ?? 0;
  for (const { what, sql, limit } of counts) {
    const count = measured(sql);
    if (count > limit) return fileProblem("too_many", { what, count, limit }, path);
  }
  for (const { what, sql, limit } of [...sizes, ...(sizesOf[version] ?? [])]) {
    const bytes = measured(sql);
    if (bytes > limit) return fileProblem("text_too_large", { what, bytes, limit }, path);
  }
  return undefined;
}
