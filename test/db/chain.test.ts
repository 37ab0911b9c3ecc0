import { generateKeyPairSync, sign } from "node:crypto";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { type Seal, sealsOf } from "../../db/chain/seal.ts";
import { sha256 } from "../../db/fingerprint.ts";
import { readStored } from "../../db/memory/read.ts";
import { composeFile, composeSealed } from "../../db/memory/write.ts";
import { openModelFile, saveAs, saveRevision, sealHead } from "../../db/model-file.ts";
import type { StoredModel } from "../../db/stored.ts";
import { draftOf } from "./support/drafts.ts";
import { problemOf } from "./support/expect.ts";
import { temporaryFolder } from "./support/folder.ts";
import { alteredFile } from "./support/hostile.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();

/** A key pair of a clerk, and how it signs. */
function clerk() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("base64");
  return {
    publicKey: raw,
    sign: (text: string) => sign(null, Buffer.from(text, "utf8"), privateKey).toString("base64"),
  };
}

const seal = { at: "2026-04-01T09:00:00Z", author: "王工", note: "送审稿" };

/** Two revisions, a signed seal, a third revision with an attachment, and a seal nobody signed. */
function submitted(): StoredModel {
  let file = accepted(composeFile(draftOf(1, { results: '{"B2":true}' }), undefined, "a"));
  file = accepted(composeFile(draftOf(2, { results: '{"B2":false}' }), file, "a"));
  file = accepted(composeSealed({ ...seal, signer: clerk() }, file, "a"));
  const attachments = [{ hash: sha256("scan"), bytes: Buffer.from("scan") }];
  file = accepted(composeFile(draftOf(3, { attachments }), file, "a"));
  return accepted(composeSealed({ ...seal, note: "" }, file, "a"));
}

const states = (file: StoredModel): readonly Seal["signature"][] =>
  sealsOf(file.entries).map(({ signature }) => signature);

describe("a seal", () => {
  it("is part of the file's chain, and later revisions come after it", async () => {
    const path = at("sealed.pingheng");
    let file = accepted(await saveAs(path, draftOf(1)));
    const first = file.head;
    file = accepted(await sealHead(file, { ...seal, signer: clerk() }));
    file = accepted(await saveRevision(file, draftOf(2)));
    const again = accepted(await openModelFile(path));
    expect(again.entries.map(({ kind }) => kind)).toEqual(["revision", "seal", "revision"]);
    expect(sealsOf(again.entries)).toMatchObject([{ ...seal, revision: first, signature: "valid" }]);
    expect(again.entries).toEqual(file.entries);
  });

  it("needs no key, and says so", () => {
    expect(states(submitted())).toEqual(["valid", "none"]);
  });

  it("is refused where the file changed meanwhile, or may not be written", async () => {
    const path = at("meanwhile.pingheng");
    const file = accepted(await saveAs(path, draftOf(1)));
    accepted(await saveRevision(file, draftOf(2)));
    expect(problemOf(await sealHead(file, seal)).code).toBe("disk.changed_elsewhere");
    const locked = accepted(await openModelFile(path, { readonly: true }));
    expect(problemOf(await sealHead(locked, seal)).code).toBe("disk.opened_read_only");
  });

  it("signed with another key than it names, or over other words, is no valid signature", () => {
    const file = accepted(composeFile(draftOf(1), undefined, "a"));
    const [own, other] = [clerk(), clerk()];
    for (const signer of [
      { publicKey: other.publicKey, sign: own.sign },
      { publicKey: own.publicKey, sign: () => own.sign("something else") },
      { publicKey: own.publicKey.slice(4), sign: own.sign },
      { publicKey: own.publicKey, sign: () => "" },
    ])
      expect(states(accepted(composeSealed({ ...seal, signer }, file, "a")))).toEqual(["invalid"]);
  });

  it("cannot be moved behind another history", () => {
    const key = clerk();
    const [one, two] = [1, 2].map((number) => {
      const file = accepted(composeFile(draftOf(number), undefined, "a"));
      return accepted(composeSealed({ ...seal, signer: key }, file, "a")).entries;
    });
    const [, sealed] = one ?? [];
    const [saved] = two ?? [];
    if (sealed === undefined || saved === undefined) throw new Error("two entries each");
    expect(sealsOf([saved, sealed]).map(({ signature }) => signature)).toEqual(["invalid"]);
  });
});

/** What says nothing: that there is one row, and who wrote the file last. What undo would do is no part of the history either. */
const FREE = new Set(["only", "written_by"]);

describe("any change to what is stored", () => {
  const file = submitted();
  const sound = Buffer.from(file.bytes);
  const whole = { revision: null, whole: true };

  function tables(): readonly {
    readonly table: string;
    readonly columns: readonly string[];
    readonly rows: number[];
  }[] {
    const database = new Database(Buffer.from(sound), { readonly: true });
    const names = database
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name != 'history_step'")
      .pluck()
      .all();
    const found = names.map((table) => ({
      table,
      columns: database.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all(),
      rows: database.prepare<[], number>(`SELECT rowid FROM ${table}`).pluck().all(),
    }));
    database.close();
    return found;
  }

  it("is found, whatever cell it is in", () => {
    expect(readStored(sound, "sound", whole).ok).toBe(true);
    let changes = 0;
    for (const { table, columns, rows } of tables())
      for (const column of columns.filter((name) => !FREE.has(name)))
        for (const row of rows) {
          const other = `CASE typeof(${column}) WHEN 'blob' THEN x'00ff' WHEN 'null' THEN 'x' WHEN 'integer' THEN ${column} + 10 ELSE ${column} || 'x' END`;
          const bytes = tried(`UPDATE ${table} SET ${column} = ${other} WHERE rowid = ${row}`);
          if (bytes === undefined) continue;
          changes += 1;
          expect(readStored(bytes, "changed", whole).ok, `${table}.${column} of ${row}`).toBe(false);
        }
    expect(changes).toBeGreaterThan(60);
  });

  it("is found where it takes what another row has, or names another revision: an older state is not the newest", () => {
    const revisions = file.revisions.map(({ id }) => `'${id}'`);
    let changes = 0;
    for (const { table, columns, rows } of tables())
      for (const column of columns.filter((name) => !FREE.has(name)))
        for (const row of rows) {
          const others = rows
            .filter((one) => one !== row)
            .map((one) => `(SELECT ${column} FROM ${table} WHERE rowid = ${one})`);
          for (const other of [...others, ...(/^(revision|parent|id)$/.test(column) ? revisions : [])]) {
            const bytes = tried(
              `UPDATE ${table} SET ${column} = ${other} WHERE rowid = ${row} AND ${column} IS NOT ${other}`,
            );
            if (bytes === undefined || bytes.equals(sound)) continue;
            changes += 1;
            expect(readStored(bytes, "changed", whole).ok, `${table}.${column} of ${row}: ${other}`).toBe(false);
          }
        }
    expect(changes).toBeGreaterThan(60);
  });

  it("is found where a row is taken out or told twice", () => {
    for (const { table, rows } of tables())
      for (const row of rows) {
        const bytes = tried(`DELETE FROM ${table} WHERE rowid = ${row}`);
        expect(bytes && readStored(bytes, "cut", whole).ok, `${table} ${row}`).toBe(false);
      }
    const twice =
      "INSERT INTO entry SELECT number + 10, hash || 'x', kind, at, author, revision, content FROM entry WHERE number = 3";
    expect(problemOf(readStored(tried(twice) as Buffer, "twice")).code).toBe("file.chain_broken");
  });

  it("says of which revision, and of what in it", () => {
    const said = (sql: string) => problemOf(readStored(tried(sql) as Buffer, "changed", whole));
    expect(said("UPDATE revision SET results = '{}' WHERE number = 2").message.zh).toContain("第 2 个版本");
    expect(said("UPDATE revision SET results = '{}' WHERE number = 2").message.en).toContain("saved results");
    expect(said("UPDATE revision SET author = 'x' WHERE number = 3").message.zh).toMatch(/第 3 个版本.*编制人/);
    expect(said("UPDATE revision SET document = '{}' WHERE number = 1").message.zh).toContain("模型文档");
    expect(said("DELETE FROM revision WHERE number = 1").message.zh).toContain("上一版本");
  });

  it("is found where a row is put in that no revision has", () => {
    for (const sql of [
      "INSERT INTO graph VALUES ('00', x'00')",
      "INSERT INTO pack VALUES ('00', 'p', '1', '{}')",
      "INSERT INTO revision_pack VALUES ('gone', 1, '00')",
      "INSERT INTO revision_attachment VALUES ('gone', 1, '00')",
    ])
      expect(problemOf(readStored(tried(sql) as Buffer, "put in", whole)).code, sql).toBe("file.surplus");
  });

  it("in an earlier revision's text is found when the whole file is asked for", () => {
    const bytes = alteredFile("UPDATE revision SET document = '{}' WHERE number = 1", sound);
    expect(readStored(bytes, "changed").ok).toBe(true);
    expect(problemOf(readStored(bytes, "changed", whole))).toMatchObject({ code: "file.tampered" });
  });

  /** The file after somebody's SQL; undefined where SQLite itself would not have it. */
  function tried(sql: string): Buffer | undefined {
    try {
      return alteredFile(sql, sound);
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
      return undefined;
    }
  }
});
