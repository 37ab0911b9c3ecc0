import { afterAll, describe, expect, it } from "vitest";
import { computedOnce } from "../../app/revisions/computed.ts";
import { type Headline, readHeadline } from "../../app/revisions/headline.ts";
import { logOf } from "../../app/revisions/log.ts";
import { type Verification, verifyStored } from "../../app/revisions/verify.ts";
import { composeFile } from "../../db/memory/write.ts";
import { keepDraft, openModelFile } from "../../db/model-file.ts";
import type { RevisionDraft } from "../../db/stored.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { formatDocument } from "../../models/document/format.ts";
import { parseDocument } from "../../models/document/parse.ts";
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

const { document } = value(parseDocument(smallDocument(), mechanisms));
const shelf = new GraphShelf(mechanisms);
const text = formatDocument(document);
const { lines: graph = "", inputs = "", results: kept = "" } = value(await computedOnce(document));
const honest = readHeadline(kept);

/** A file of one revision whose results somebody wrote; its chain holds. */
function withResults(change: (headline: Headline) => unknown, texts: Partial<RevisionDraft> = { graph, inputs }) {
  if (honest === undefined) throw new Error("the program keeps results");
  const given = change(structuredClone(honest));
  const results = typeof given === "string" ? given : JSON.stringify(given);
  const draft = { createdAt: "2026-03-05T00:00:00Z", author: "", document: text, writtenBy: "test" };
  const file = value(composeFile({ ...draft, ...texts, results }, undefined, "a"));
  return { headline: honest, file, verified: value(verifyStored(file, "a", undefined, { shelf })) };
}

const verifiedWith = (change: (headline: Headline) => unknown): Verification => withResults(change).verified;

describe("results as the program saves them", () => {
  it("have no fault, and no light that is otherwise today", () => {
    const verified = verifiedWith((own) => own);
    expect(verified).toMatchObject({ faults: [], verdicts: [], reproduction: { differing: [] } });
  });
});

describe("results that are not what the program writes", () => {
  it("are said to be that, never to be none, and the log shows nothing of them", () => {
    const twice = '{"format":"pingheng/results","verdicts":[{"id":"B1","pass":true,"conditions":0}],';
    for (const change of [
      () => "{}",
      () => "",
      () => "not JSON",
      (own: Headline) => ({ ...own, scenario: "high" }),
      (own: Headline) => ({ ...own, scenario: "zzz", lines: {} }),
      (own: Headline) => ({ ...own, words: "13800000000" }),
      (own: Headline) => `${JSON.stringify(own)} `,
      (own: Headline) => JSON.stringify(own).replace('{"format":"pingheng/results",', twice),
    ]) {
      const { file, verified } = withResults(change);
      expect(verified).toMatchObject({ faults: ["strange"] });
      expect(verified.reproduction).toBeUndefined();
      const [entry] = logOf(file);
      expect(entry).toMatchObject({ strange: true });
      expect(entry?.headline).toBeUndefined();
    }
  });

  it("say what they leave out: figures, verdicts, rule packs", () => {
    const { headline, verified } = withResults((own) => ({ ...own, lines: {} }));
    expect(verified.faults).toEqual(["no_figures"]);
    const told = Object.entries(headline.lines).filter(([, figure]) => figure !== null);
    expect(told.length).toBeGreaterThan(10);
    expect(verified.reproduction?.differing).toEqual(
      told.map(([line, computed]) => ({ line, stored: null, computed })),
    );
    const some = verifiedWith((own) => ({
      ...own,
      lines: { "verdict.B2.margin": own.lines["verdict.B2.margin"] },
    }));
    expect(some.reproduction?.differing).toHaveLength(told.length - 1);
    const unjudged = verifiedWith((own) => ({ ...own, verdicts: [] }));
    expect(unjudged.faults).toEqual(["no_verdicts"]);
    expect(unjudged.verdicts?.map(({ id, stored, today }) => ({ stored, id, ...today }))).toEqual(
      headline.verdicts.map((light) => ({ stored: null, ...light })),
    );
    const { packs: _own, ...bare } = headline;
    expect(verifiedWith(() => bare).faults).toEqual(["no_packs"]);
    for (const packs of [[], ["national-law@1999"], [...(headline.packs ?? []), "x@1"]])
      expect(verifiedWith((own) => ({ ...own, packs })).faults).toEqual(["other_packs"]);
  });

  it("name a line nobody computed, even to nothing", () => {
    const { reproduction } = verifiedWith((own) => ({ ...own, lines: { ...own.lines, "some words": null } }));
    expect(reproduction?.differing).toEqual([{ line: "some words", stored: null, computed: null }]);
  });

  it("are held against today's lights with the number of their conditions", () => {
    const { headline, verified } = withResults((own) => ({
      ...own,
      verdicts: own.verdicts.map((light) => ({ ...light, conditions: 0 })),
    }));
    const free = headline.verdicts.filter(({ conditions }) => conditions > 0);
    expect(free.length).toBeGreaterThan(0);
    expect(verified.verdicts).toEqual(
      free.map(({ id, pass, conditions }) => ({
        id,
        stored: { pass, conditions: 0 },
        today: { pass, conditions },
      })),
    );
    const made = verifiedWith((own) => ({
      ...own,
      verdicts: [...own.verdicts, { id: "B99", pass: null, conditions: 0 }],
    }));
    expect(made.verdicts).toEqual([{ id: "B99", stored: { pass: null, conditions: 0 }, today: null }]);
  });

  it("have nothing to be computed from where the file keeps no lines", () => {
    const cannot = { code: "file.no_declarations" };
    expect(withResults((own) => own, {}).verified).toMatchObject({ cannot, faults: ["unproven"] });
    expect(withResults(() => "{}", {}).verified).toMatchObject({ cannot, faults: ["strange"] });
  });
});

describe("the contract", () => {
  it("tells of a draft and of steps of undo in the file, as the command does", async () => {
    const { session } = await running.open();
    const path = running.path("held.pingheng");
    await running.value("saveAs", { session, path });
    await running.value("edit", { session, edits: [{ path: "project/name", value: "二稿" }], label });
    await running.value("save", { session });
    await running.value("close", { session });
    const file = value(await openModelFile(path));
    const at = "2026-04-01T00:00:00Z";
    const { document } = file.revision;
    value(await keepDraft(file, { since: at, at, author: "李四", document, history: [] }));
    const opened = await running.value("openPath", { path, readOnly: true });
    const view = await running.value("verify", { session: opened.session, job: "verify" });
    expect(view).toMatchObject({ draft: { author: "李四", at }, undo: 1, faults: [], verdicts: [] });
  });
});
