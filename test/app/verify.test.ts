import { copyFileSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { writeModel } from "../../app/files/write.ts";
import { computedOnce } from "../../app/revisions/computed.ts";
import { verifyModel } from "../../app/revisions/verify.ts";
import { keepDraft, openModelFile, saveRevision } from "../../db/model-file.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { writePath } from "../../models/document/path.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";
import { smallDocument } from "./fixtures/small.ts";
import { label, Running } from "./support/running.ts";

const running = new Running();
afterAll(() => running.end());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function small(): ModelDocument {
  return value(parseDocument(smallDocument(), mechanisms)).document;
}

const saving = { now: new Date("2026-03-04T05:06:07Z"), writtenBy: "test" };

async function saved(name: string, document = small()): Promise<string> {
  const path = running.path(name);
  value(await writeModel(path, { document, computed: () => computedOnce(document), ...saving }));
  return path;
}

/** A revision whose lines say something else, as mechanisms of another time would have. */
async function withLines(name: string, change: (lines: string) => string): Promise<string> {
  const path = await saved(name);
  const file = value(await openModelFile(path));
  const { document, graph, inputs, packs } = file.revision;
  const draft = { createdAt: "2026-03-05T00:00:00Z", author: "", document, packs, writtenBy: "test" };
  value(await saveRevision(file, { ...draft, graph: change(graph ?? ""), inputs: inputs ?? "" }));
  return path;
}

describe("a revision computed from its own file", () => {
  it("is what today's mechanisms give, right after it was saved", async () => {
    const verified = value(await verifyModel(await saved("same.pingheng")));
    expect(verified.cannot).toBeUndefined();
    expect(verified.scenarios.map(({ id, differences }) => [id, differences])).toEqual([
      ["base", []],
      ["high", []],
      ["higher", []],
    ]);
    for (const { lines } of verified.scenarios) expect(lines).toBeGreaterThan(100);
  });

  it("keeps its own formulas where the mechanisms have changed since, and names every line that differs", async () => {
    const path = await withLines("changed.pingheng", (lines) => {
      const stored = JSON.parse(lines) as { lines: [{ id: string; formula: string }, object][] };
      const flow = stored.lines.find(([{ id }]) => id === "works.flow");
      if (flow === undefined) throw new Error("no such line");
      flow[0].formula = `(${flow[0].formula}) * 2`;
      return JSON.stringify(stored);
    });
    const verified = value(await verifyModel(path));
    const base = verified.scenarios[0]?.differences ?? [];
    const works = base.find(({ line }) => line === "works.flow");
    expect(Number(works?.before)).toBe(2 * Number(works?.after));
    expect(base.map(({ line }) => line)).toContain("project.net");
    expect(base.map(({ line }) => line)).not.toContain("flats.receipt");
    const first = value(await openModelFile(path)).revisions[0]?.id;
    expect(value(await verifyModel(path, { revision: first ?? "" })).scenarios[0]?.differences).toEqual([]);
  });

  it("says what came after the last signature, and that a draft and what could be undone are proven by nothing", async () => {
    const path = running.path("tail.pingheng");
    const { session } = await running.open(small());
    await running.value("saveAs", { session, path });
    await running.value("seal", { session, by: "张三", note: "送审", sign: true });
    expect(value(await verifyModel(path)).unsigned).toBeUndefined();
    const rename = (name: string) =>
      running.value("edit", { session, edits: [{ path: "project/name", value: name }], label });
    await rename("二稿");
    await running.value("save", { session });
    await running.value("seal", { session, by: "张三", note: "无签名", sign: false });
    await running.value("close", { session });
    const file = value(await openModelFile(path));
    const at = "2026-04-01T00:00:00Z";
    const draft = { since: at, at, author: "李四", document: file.revision.document, history: [] };
    value(await keepDraft(file, draft));
    const verified = value(await verifyModel(path));
    expect(verified.unsigned).toEqual({ revisions: 1, entries: 2 });
    expect(verified.draft).toEqual({ author: "李四", at });
    expect(verified.undo).toBe(1);
  });

  it("names lines that are gone or new", async () => {
    const path = await withLines("renamed.pingheng", (lines) => lines.replaceAll("works.amount", "works.former"));
    const base = value(await verifyModel(path)).scenarios[0]?.differences ?? [];
    const only = Object.fromEntries(base.map(({ line, only: where }) => [line, where]));
    expect(only).toMatchObject({ "works.former": "before", "works.amount": "after" });
  });

  it("holds the values it had, whatever the document says next", async () => {
    const path = await saved("next.pingheng");
    const file = value(await openModelFile(path));
    const dearer = value(writePath(small(), "components/flats/inputs/price", "99", mechanisms));
    const next = { document: dearer, computed: () => computedOnce(dearer), ...saving };
    value(await writeModel(path, next, { stored: file }));
    for (const { id } of value(await openModelFile(path)).revisions)
      for (const scenario of value(await verifyModel(path, { revision: id })).scenarios)
        expect(scenario.differences).toEqual([]);
  });

  it("written in a language that is gone is said to be that, and not to be tampered with", async () => {
    const path = await withLines("future.pingheng", (lines) => lines.replace('"language":1', '"language":2'));
    const verified = value(await verifyModel(path));
    expect(verified).toMatchObject({ cannot: { code: "file.language_gone" }, scenarios: [] });
    expect(verified.cannot?.message.en).toContain("language 2");
  });

  it("of the first layout holds no lines, which is said too", async () => {
    const path = running.path("old.pingheng");
    copyFileSync(new URL("../db/fixtures/layout-1.pingheng", import.meta.url), path);
    expect(value(await verifyModel(path)).cannot?.code).toBe("file.no_declarations");
  });

  it("of a portfolio holds none, for it is pooled anew, and says so", async () => {
    const file = new URL("../../examples/portfolio.json", import.meta.url);
    const portfolio = value(parseDocument(JSON.parse(readFileSync(file, "utf8")), mechanisms)).document;
    const verified = value(await verifyModel(await saved("portfolio.pingheng", portfolio)));
    expect(verified).toMatchObject({ chain: { revisions: 1 }, cannot: { code: "revision.portfolio" }, scenarios: [] });
  });

  it("whose lines are nonsense is damaged", async () => {
    const path = await withLines("nonsense.pingheng", () => '{"format":"pingheng/lines","language":1}');
    expect(await verifyModel(path)).toMatchObject({ ok: false, problems: [{ code: "file.declarations" }] });
  });
});
