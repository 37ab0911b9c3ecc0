import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openMemory } from "../../db/memory/open.ts";
import { soundFile } from "./support/hostile.ts";
import { accepted } from "./support/result.ts";

function withOpened(readonly: boolean, look: (database: Database.Database) => void): void {
  const database = accepted(openMemory(soundFile(), "sound", { readonly }));
  try {
    look(database);
  } finally {
    database.close();
  }
}

const refused = (work: () => unknown) => expect(work).toThrow(Database.SqliteError);

describe("a database that is open for reading or saving", () => {
  it.each([true, false])("runs under the settings for files of unknown origin (readonly %s)", (readonly) => {
    withOpened(readonly, (database) => {
      const setting = (name: string) => database.pragma(name, { simple: true });
      expect(setting("trusted_schema")).toBe(0);
      expect(setting("cell_size_check")).toBe(1);
      // A database in memory maps no file, and says so by giving no value.
      expect(setting("mmap_size") ?? 0).toBe(0);
      expect(setting("foreign_keys")).toBe(1);
      expect(setting("journal_mode")).toBe("memory");
    });
  });

  it("does not let its schema be edited behind its back", () => {
    withOpened(false, (database) => {
      refused(() => database.exec("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema"));
      refused(() => database.exec("INSERT INTO sqlite_dbpage VALUES (1, x'00', 'main')"));
    });
  });

  it("loads no extension named in SQL", () => {
    withOpened(false, (database) => refused(() => database.exec("SELECT load_extension('evil')")));
  });

  it("opened for reading cannot be written", () => {
    withOpened(true, (database) => refused(() => database.exec("DELETE FROM history_step")));
  });

  it("accepts only what the tables allow", () => {
    withOpened(false, (database) => {
      refused(() => database.exec("INSERT INTO head VALUES (2, 'a', 'b')"));
      refused(() => database.exec("INSERT INTO history_step VALUES (9, 'sideways', '{}')"));
      refused(() => database.exec("UPDATE head SET revision = 'no such revision'"));
      refused(() => database.exec("INSERT INTO history_step VALUES ('nine', 'undo', '{}')"));
    });
  });
});

describe("the schema in the file", () => {
  it("explains every table and every column that does not explain itself", () => {
    withOpened(true, (database) => {
      const tables = database
        .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
        .all();
      expect(tables.map(({ name }) => name).sort()).toEqual(
        [
          "attachment",
          "draft",
          "entry",
          "graph",
          "head",
          "history_step",
          "pack",
          "revision",
          "revision_attachment",
          "revision_pack",
        ].sort(),
      );
      for (const { sql } of tables) expect(sql).toMatch(/^CREATE TABLE \w+ \(\n {2}-- [A-Z][^\n]+\.\n/);
    });
  });
});
