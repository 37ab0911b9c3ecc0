import type Database from "better-sqlite3";
import { entryAfter } from "../chain/entries.ts";
import { revisionPrint } from "../fingerprint.ts";
import { tableNames } from "../layout/schema.ts";
import { packed } from "./packed.ts";
import { insertEntry, revisionRows } from "./rows.ts";

type Row = Readonly<Record<string, unknown>>;

/** By the layout they start from: how rows of the tables that change become rows of the next layout. */
const upgrades: Readonly<Record<number, Readonly<Record<string, (row: Row) => Row>>>> = {
  // Texts of graphs are kept deflated. What they say stays: their hashes are part of the revisions' fingerprints.
  1: { graph: ({ hash, text }) => ({ hash, lines: packed(String(text)) }) },
  2: { head: (row) => ({ ...row, chain: "" }) },
  // Drafts and attachments begin with layout 4.
  3: {},
};

/** What a layout has that no row of the one before says. */
const additions: Readonly<Record<number, (fresh: Database.Database) => void>> = { 2: addChain };

/** A chain of the revisions there are, in the order in which they were saved. */
function addChain(fresh: Database.Database): void {
  let chain: string | null = null;
  for (const revision of revisionRows(fresh)) {
    const { id, createdAt, author } = revision;
    const content = revisionPrint(revision);
    const entry = entryAfter(chain, { kind: "revision", at: createdAt, author, revision: id, content });
    insertEntry(fresh, entry);
    chain = entry.hash;
  }
  fresh.prepare("UPDATE head SET chain = ?").run(chain ?? "");
}

/** Copies the rows of a database of one layout into the empty tables of the next. */
export function upgradeInto(fresh: Database.Database, old: Database.Database, version: number): void {
  const changed = upgrades[version];
  if (changed === undefined) throw new Error(`no upgrade from layout ${version}`);
  for (const table of tableNames(version)) {
    for (const found of old.prepare<[], Row>(`SELECT * FROM ${table}`).iterate()) {
      const row = changed[table]?.(found) ?? found;
      const columns = Object.keys(row);
      const places = columns.map(() => "?").join(", ");
      fresh.prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places})`).run(...Object.values(row));
    }
  }
  additions[version]?.(fresh);
}
