import { readdirSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { modelFileBytes, openModelBytes, openModelFile, readModel, saveAs, saveRevision } from "../../db/model-file.ts";
import { draftOf } from "./support/drafts.ts";
import { problemOf } from "./support/expect.ts";
import { temporaryFolder, untouched } from "./support/folder.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();

describe("a model file", () => {
  it("gives back what was saved: document, graph, packs, history", async () => {
    const path = at("现金 平衡/项目 一.pingheng");
    const draft = draftOf(1);
    accepted(await saveAs(path, draft));
    const file = accepted(await untouched(path, () => openModelFile(path)));
    expect(file.revision).toMatchObject({
      parent: null,
      createdAt: draft.createdAt,
      author: "王工",
      note: "第1稿",
      document: draft.document,
      graph: draft.graph,
      inputs: draft.inputs,
      packs: draft.packs,
    });
    expect(file.history).toEqual(draft.history);
    expect(file.writtenBy).toBe("pingheng test");
    expect(accepted(readModel(file, path)).document).toEqual(JSON.parse(draft.document));
  });

  it("keeps every revision, and reads an earlier one on request", async () => {
    const path = at("revisions.pingheng");
    let file = accepted(await saveAs(path, draftOf(1)));
    const first = file.head;
    file = accepted(await saveRevision(file, draftOf(2, { graph: "another graph" })));
    file = accepted(await saveRevision(file, draftOf(3)));
    expect(file.revisions.map(({ note }) => note)).toEqual(["第1稿", "第2稿", "第3稿"]);
    expect(file.revisions.map(({ parent }) => parent)).toEqual([null, first, file.revisions[1]?.id]);
    const earlier = accepted(await openModelFile(path, { revision: first }));
    expect(earlier.revision.document).toBe(draftOf(1).document);
    expect(earlier.head).toBe(file.head);
    const unknown = problemOf(await openModelFile(path, { revision: "0000" }));
    expect(unknown.code).toBe("disk.revision_unknown");
    expect(unknown.hint?.en).toContain(first);
  });

  it("stores a graph and a pack once, however many revisions use them", async () => {
    const path = at("shared.pingheng");
    let file = accepted(await saveAs(path, draftOf(1)));
    for (const number of [2, 3, 4]) file = accepted(await saveRevision(file, draftOf(number)));
    const database = new Database(readFileSync(path), { readonly: true });
    const count = (table: string) => database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([count("revision"), count("graph"), count("pack"), count("revision_pack")]).toEqual([4, 1, 1, 4]);
    database.close();
  });

  it("adds no revision where only the undo history changed", async () => {
    const path = at("history.pingheng");
    const file = accepted(await saveAs(path, draftOf(1)));
    const again = accepted(await saveRevision(file, draftOf(1, { createdAt: "2026-04-01T00:00:00Z", history: [] })));
    expect(again.revisions).toHaveLength(1);
    expect(accepted(await openModelFile(path)).history).toEqual([]);
  });

  it("tells a pack by its version as well as by its text", async () => {
    const path = at("packs.pingheng");
    const file = accepted(await saveAs(path, draftOf(1)));
    const pack = { id: "national-law", version: "2026-02", text: '{"id":"national-law"}' };
    const next = accepted(await saveRevision(file, draftOf(1, { packs: [pack] })));
    expect(next.revisions).toHaveLength(2);
    expect(accepted(await openModelFile(path)).revision.packs).toEqual([pack]);
  });

  it("adds a revision where only the values of inputs are others", async () => {
    const file = accepted(await saveAs(at("inputs.pingheng"), draftOf(1)));
    const next = accepted(await saveRevision(file, draftOf(1, { inputs: '{"values":2}' })));
    expect(next.revisions).toHaveLength(2);
    expect(next.revision.inputs).toBe('{"values":2}');
  });

  it("carries its revisions along to another path, even where the first file is gone", async () => {
    const base = accepted(await saveAs(at("before.pingheng"), draftOf(1)));
    const copy = accepted(await saveAs(at("after.pingheng"), draftOf(2), base));
    expect(copy.revisions).toHaveLength(2);
    expect(accepted(await openModelFile(at("before.pingheng"))).revisions).toHaveLength(1);
  });

  it("is the same file whether it goes to a path or is handed over as bytes", async () => {
    const bytes = accepted(modelFileBytes(draftOf(1), "下载.pingheng"));
    accepted(await saveAs(at("path.pingheng"), draftOf(1)));
    expect(readFileSync(at("path.pingheng")).equals(bytes)).toBe(true);
    expect(accepted(await openModelBytes("下载.pingheng", bytes)).revision.document).toBe(draftOf(1).document);
  });

  it("keeps no trace of undone work in its free pages", async () => {
    const path = at("traces.pingheng");
    const secret = "机密-confidential-".repeat(4000);
    const file = accepted(
      await saveAs(path, draftOf(1, { history: [{ stack: "undo", step: JSON.stringify(secret) }] })),
    );
    expect(readFileSync(path).includes("confidential")).toBe(true);
    accepted(await saveRevision(file, draftOf(2)));
    expect(readFileSync(path).includes("confidential")).toBe(false);
  });

  it("is never a write-ahead file and leaves nothing beside it", async () => {
    const path = at("alone/one.pingheng");
    const file = accepted(await saveAs(path, draftOf(1)));
    accepted(await saveRevision(file, draftOf(2)));
    expect(readdirSync(at("alone"))).toEqual(["one.pingheng"]);
    expect([...readFileSync(path).subarray(18, 20)]).toEqual([1, 1]);
  });

  it("opened for reading only is not written", async () => {
    const path = at("reading.pingheng");
    accepted(await saveAs(path, draftOf(1)));
    const file = accepted(await openModelFile(path, { readonly: true }));
    const refused = await untouched(path, () => saveRevision(file, draftOf(2)));
    expect(problemOf(refused).code).toBe("disk.opened_read_only");
  });

  it("says so where its document is not JSON", async () => {
    const file = accepted(await saveAs(at("text.pingheng"), draftOf(1, { document: "{not json" })));
    expect(problemOf(readModel(file, file.path)).code).toBe("file.document_not_json");
  });
});
