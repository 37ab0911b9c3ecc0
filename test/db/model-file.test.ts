import { readdirSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { modelFileBytes, openModelBytes, openModelFile, readModel, saveAs, saveRevision } from "../../db/model-file.ts";
import { draftOf } from "./support/drafts.ts";
import { problemOf, valueOf } from "./support/expect.ts";
import { temporaryFolder, untouched } from "./support/folder.ts";

const at = temporaryFolder();

describe("a model file", () => {
  it("gives back what was saved: document, graph, packs, history", async () => {
    const path = at("现金 平衡/项目 一.pingheng");
    const draft = draftOf(1);
    valueOf(await saveAs(path, draft));
    const file = valueOf(await untouched(path, () => openModelFile(path)));
    expect(file.revision).toMatchObject({
      parent: null,
      createdAt: draft.createdAt,
      author: "王工",
      note: "第1稿",
      document: draft.document,
      graph: draft.graph,
      packs: draft.packs,
    });
    expect(file.history).toEqual(draft.history);
    expect(file.writtenBy).toBe("pingheng test");
    expect(valueOf(readModel(file, path)).document).toEqual(JSON.parse(draft.document));
  });

  it("keeps every revision, and reads an earlier one on request", async () => {
    const path = at("revisions.pingheng");
    let file = valueOf(await saveAs(path, draftOf(1)));
    const first = file.head;
    file = valueOf(await saveRevision(file, draftOf(2, { graph: "another graph" })));
    file = valueOf(await saveRevision(file, draftOf(3)));
    expect(file.revisions.map(({ note }) => note)).toEqual(["第1稿", "第2稿", "第3稿"]);
    expect(file.revisions.map(({ parent }) => parent)).toEqual([null, first, file.revisions[1]?.id]);
    const earlier = valueOf(await openModelFile(path, { revision: first }));
    expect(earlier.revision.document).toBe(draftOf(1).document);
    expect(earlier.head).toBe(file.head);
    const unknown = problemOf(await openModelFile(path, { revision: "0000" }));
    expect(unknown.code).toBe("disk.revision_unknown");
    expect(unknown.hint?.en).toContain(first);
  });

  it("stores a graph and a pack once, however many revisions use them", async () => {
    const path = at("shared.pingheng");
    let file = valueOf(await saveAs(path, draftOf(1)));
    for (const number of [2, 3, 4]) file = valueOf(await saveRevision(file, draftOf(number)));
    const database = new Database(readFileSync(path), { readonly: true });
    const count = (table: string) => database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([count("revision"), count("graph"), count("pack"), count("revision_pack")]).toEqual([4, 1, 1, 4]);
    database.close();
  });

  it("adds no revision where only the undo history changed", async () => {
    const path = at("history.pingheng");
    const file = valueOf(await saveAs(path, draftOf(1)));
    const again = valueOf(await saveRevision(file, draftOf(1, { createdAt: "2026-04-01T00:00:00Z", history: [] })));
    expect(again.revisions).toHaveLength(1);
    expect(valueOf(await openModelFile(path)).history).toEqual([]);
  });

  it("tells a pack by its version as well as by its text", async () => {
    const path = at("packs.pingheng");
    const file = valueOf(await saveAs(path, draftOf(1)));
    const pack = { id: "national-law", version: "2026-02", text: '{"id":"national-law"}' };
    const next = valueOf(await saveRevision(file, draftOf(1, { packs: [pack] })));
    expect(next.revisions).toHaveLength(2);
    expect(valueOf(await openModelFile(path)).revision.packs).toEqual([pack]);
  });

  it("carries its revisions along to another path, even where the first file is gone", async () => {
    const base = valueOf(await saveAs(at("before.pingheng"), draftOf(1)));
    const copy = valueOf(await saveAs(at("after.pingheng"), draftOf(2), base));
    expect(copy.revisions).toHaveLength(2);
    expect(valueOf(await openModelFile(at("before.pingheng"))).revisions).toHaveLength(1);
  });

  it("is the same file whether it goes to a path or is handed over as bytes", async () => {
    const bytes = valueOf(modelFileBytes(draftOf(1), "下载.pingheng"));
    valueOf(await saveAs(at("path.pingheng"), draftOf(1)));
    expect(readFileSync(at("path.pingheng")).equals(bytes)).toBe(true);
    expect(valueOf(await openModelBytes("下载.pingheng", bytes)).revision.document).toBe(draftOf(1).document);
  });

  it("keeps no trace of undone work in its free pages", async () => {
    const path = at("traces.pingheng");
    const secret = "机密-confidential-".repeat(4000);
    const file = valueOf(
      await saveAs(path, draftOf(1, { history: [{ stack: "undo", step: JSON.stringify(secret) }] })),
    );
    expect(readFileSync(path).includes("confidential")).toBe(true);
    valueOf(await saveRevision(file, draftOf(2)));
    expect(readFileSync(path).includes("confidential")).toBe(false);
  });

  it("is never a write-ahead file and leaves nothing beside it", async () => {
    const path = at("alone/one.pingheng");
    const file = valueOf(await saveAs(path, draftOf(1)));
    valueOf(await saveRevision(file, draftOf(2)));
    expect(readdirSync(at("alone"))).toEqual(["one.pingheng"]);
    expect([...readFileSync(path).subarray(18, 20)]).toEqual([1, 1]);
  });

  it("opened for reading only is not written", async () => {
    const path = at("reading.pingheng");
    valueOf(await saveAs(path, draftOf(1)));
    const file = valueOf(await openModelFile(path, { readonly: true }));
    const refused = await untouched(path, () => saveRevision(file, draftOf(2)));
    expect(problemOf(refused).code).toBe("disk.opened_read_only");
  });

  it("says so where its document is not JSON", async () => {
    const file = valueOf(await saveAs(at("text.pingheng"), draftOf(1, { document: "{not json" })));
    expect(problemOf(readModel(file, file.path)).code).toBe("file.document_not_json");
  });
});
