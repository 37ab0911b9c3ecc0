import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readModelPath } from "../../app/files/read.ts";
import { writeModel } from "../../app/files/write.ts";
import { signingKey } from "../../app/keys/signingKey.ts";
import { changesBetween } from "../../app/revisions/changes.ts";
import { computedOnce } from "../../app/revisions/computed.ts";
import { diffOf } from "../../app/revisions/diff.ts";
import { findRevision } from "../../app/revisions/find.ts";
import { readHeadline } from "../../app/revisions/headline.ts";
import { logOf } from "../../app/revisions/log.ts";
import { verifyModel } from "../../app/revisions/verify.ts";
import { type ModelFile, saveRevision, sealHead } from "../../db/model-file.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { writePath } from "../../models/document/path.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";
import { smallDocument } from "./fixtures/small.ts";

const folder = mkdtempSync(join(tmpdir(), "pingheng-revisions-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const small = (): ModelDocument => value(parseDocument(smallDocument(), mechanisms)).document;

function written(document: ModelDocument, ...changes: readonly (readonly [string, string | null])[]): ModelDocument {
  return changes.reduce((own, [path, to]) => value(writePath(own, path, to, mechanisms)), document);
}

const dearer = (): ModelDocument => written(small(), ["components/flats/inputs/price", "99"]);

/** A file of two revisions, the first of them sealed. */
async function twoRevisions(name: string): Promise<ModelFile> {
  const path = join(folder, name);
  const saving = (document: ModelDocument, note: string) => ({
    document,
    note,
    computed: () => computedOnce(document),
    now: new Date("2026-11-28T08:00:00Z"),
    writtenBy: "pingheng test",
  });
  const first = value(await writeModel(path, saving(small(), "初稿"))).file as ModelFile;
  const sealed = value(await sealHead(first, { at: "2026-11-28T09:00:00Z", author: "张三", note: "送审稿" }));
  return value(await writeModel(path, saving(dearer(), "调价"), { stored: sealed })).file as ModelFile;
}

describe("the log of a file", () => {
  it("tells every revision with what it came to, and its seals", async () => {
    const log = logOf(await twoRevisions("log.pingheng"));
    expect(log.map(({ number, note, isHead, program }) => [number, note, isHead, program])).toEqual([
      [1, "初稿", false, "pingheng test"],
      [2, "调价", true, "pingheng test"],
    ]);
    const margins = log.map(({ headline }) => Number(headline?.lines["verdict.B2.margin"]));
    expect(margins[1]).toBeGreaterThan(margins[0] ?? Number.NaN);
    expect(log[0]?.seals).toMatchObject([{ author: "张三", note: "送审稿", signature: "none", fingerprint: null }]);
  });

  it("finds a revision by head, number, id or its beginning, and names those there are otherwise", async () => {
    const file = await twoRevisions("find.pingheng");
    const [one, two] = file.revisions.map(({ id }) => id) as [string, string];
    expect(["head", "1", one, two.slice(0, 8)].map((name) => value(findRevision(file, name)))).toEqual([
      two,
      one,
      one,
      two,
    ]);
    for (const name of ["3", "0", "abc", "xxxxxxxx", ""])
      expect(findRevision(file, name)).toMatchObject({
        ok: false,
        problems: [{ code: "revision.unknown", message: { zh: expect.stringContaining(one) } }],
      });
  });
});

describe("an earlier revision", () => {
  it("is opened with its own values", async () => {
    const { path } = await twoRevisions("earlier.pingheng");
    const read = value(await readModelPath(path, { revision: "1" }));
    expect(read.document.components).toEqual(small().components);
    expect(read.revision).not.toBe(value(await readModelPath(path)).revision);
  });

  it("of a .json file there is none", async () => {
    const path = join(folder, "plain.json");
    writeFileSync(path, JSON.stringify(smallDocument()));
    expect(await readModelPath(path, { revision: "1" })).toMatchObject({ problems: [{ code: "revision.json" }] });
  });
});

describe("what changed between two states", () => {
  it("is told by meaning: one line a cell, a record's field, a scenario's place, a whole component", () => {
    const scenario = small().scenarios[0]?.id ?? "";
    const before = small();
    const after = {
      ...written(before, ["components/flats/inputs/price", "99"], ["components/works/enabled", null]),
      notes: "新的说明",
      scenarios: before.scenarios.map((one) =>
        one.id === scenario ? { ...one, set: { ...one.set, "components/flats/inputs/price": "70" } } : one,
      ),
    } as ModelDocument;
    const changes = changesBetween(before, after);
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: "input", path: "components/flats/inputs/price", before: "60", after: "99" }),
    );
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: "scenario", path: `scenarios/${scenario}/set/components/flats/inputs/price` }),
    );
    expect(changes).toContainEqual(expect.objectContaining({ kind: "other", path: "notes", before: null }));
    expect(changesBetween(before, before)).toEqual([]);
    const without = { ...before, components: before.components.filter(({ id }) => id !== "flats") };
    expect(changesBetween(before, without)).toMatchObject([
      { kind: "component", path: "components/flats", after: null, label: { zh: expect.any(String) } },
    ]);
  });

  it("is held against the verdicts, and taken apart where asked", () => {
    const question = { of: ["balance.static"], engine: "record", lang: "zh" } as const;
    const states = [
      { name: "a", document: small() },
      { name: "b", document: dearer() },
    ] as const;
    const { before, after, bridges } = value(diffOf(...states, question));
    const margin = ({ verdicts }: typeof before) => Number(verdicts.find(({ id }) => id === "B2")?.margin);
    const [bridge] = bridges;
    expect(margin(after)).toBeGreaterThan(margin(before));
    expect(Number(bridge?.difference)).toBeCloseTo(margin(after) - margin(before), 1);
    expect(bridge?.steps.map(({ places }) => places.map(({ path }) => path))).toEqual([
      ["components/flats/inputs/price"],
    ]);
  });
});

describe("verifying a file", () => {
  it("reproduces what was saved, and knows the hash that was printed when it was sealed", async () => {
    const file = await twoRevisions("sound.pingheng");
    const printed = file.entries[1]?.hash ?? "";
    const groups = printed.match(/.{4}/g)?.join(" ").toUpperCase();
    const verified = value(await verifyModel(file.path, { against: groups }));
    expect(verified).toMatchObject({
      chain: { revisions: 2, entries: 3, hash: file.entries[2]?.hash },
      against: { found: true, since: 1 },
      reproduction: { differing: [] },
    });
    expect(verified.reproduction?.figures).toBeGreaterThan(30);
    for (const against of [printed.slice(0, 8), `${printed.slice(0, 20)}0`, ""])
      expect(value(await verifyModel(file.path, { against })).against).toEqual({ found: false, since: 0 });
  });

  it("finds results that somebody made up, though the chain was built anew", async () => {
    const file = await twoRevisions("made-up.pingheng");
    const { document, graph, inputs, packs, results } = file.revision;
    const headline = readHeadline(results ?? "");
    const lines = { ...headline?.lines, "verdict.B2.margin": "99999999", nonsense: "1" };
    const draft = { createdAt: "2026-11-29T00:00:00Z", author: "", document: `${document} `, packs, writtenBy: "x" };
    const made = {
      ...draft,
      graph: graph ?? "",
      inputs: inputs ?? "",
      results: JSON.stringify({ ...headline, lines }),
    };
    value(await saveRevision(file, made));
    const { reproduction } = value(await verifyModel(file.path));
    expect(reproduction?.differing).toEqual([
      { line: "verdict.B2.margin", stored: "99999999", computed: headline?.lines["verdict.B2.margin"] },
      { line: "nonsense", stored: "1", computed: null },
    ]);
  });

  it("says of results it cannot read that there are none", async () => {
    const file = await twoRevisions("unreadable.pingheng");
    const draft = { createdAt: "2026-11-29T00:00:00Z", author: "", document: "{}", writtenBy: "x" };
    for (const results of ["", "{", '{"format":"pingheng/results"}', '{"format":"x","verdicts":[],"lines":{}}'])
      expect(readHeadline(results)).toBeUndefined();
    expect(value(await saveRevision(file, draft)).revision.results).toBeNull();
  });
});

describe("the signing key of a user", () => {
  it("is made once, for its owner's eyes, and signs ever after", async () => {
    const data = join(folder, "data");
    const [made, again] = [value(await signingKey({ folder: data })), value(await signingKey({ folder: data }))];
    expect([made.isNew, again.isNew]).toEqual([true, false]);
    expect(again.publicKey).toBe(made.publicKey);
    expect(made.fingerprint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    if (process.platform !== "win32") expect(statSync(made.path).mode & 0o777).toBe(0o600);
  });

  it("that cannot be read is said to be so, and not replaced", async () => {
    const data = join(folder, "broken");
    const { path } = value(await signingKey({ folder: data }));
    writeFileSync(path, "no key");
    expect(await signingKey({ folder: data })).toMatchObject({
      ok: false,
      problems: [{ code: "key.unreadable", path }],
    });
  });
});
