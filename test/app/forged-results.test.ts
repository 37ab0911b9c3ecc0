import { afterAll, describe, expect, it } from "vitest";
import { writeModel } from "../../app/files/write.ts";
import { computedOnce } from "../../app/revisions/computed.ts";
import { type Headline, readHeadline } from "../../app/revisions/headline.ts";
import { logOf } from "../../app/revisions/log.ts";
import { type Verification, verifyModel } from "../../app/revisions/verify.ts";
import { keepDraft, type ModelFile, openModelFile, saveRevision } from "../../db/model-file.ts";
import type { RevisionDraft } from "../../db/stored.ts";
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

let made = 0;

/** A file as the program saves it. */
async function saved(): Promise<ModelFile> {
  made += 1;
  const { document } = value(parseDocument(smallDocument(), mechanisms));
  const saving = { now: new Date("2026-03-04T05:06:07Z"), writtenBy: "test" };
  const path = running.path(`made-up-${made}.pingheng`);
  const written = await writeModel(path, { document, computed: () => computedOnce(document), ...saving });
  return value(written).file as ModelFile;
}

/** The same with another revision whose results somebody wrote; its chain holds. */
async function withResults(change: (headline: Headline) => unknown, more: Partial<RevisionDraft> = {}) {
  const file = await saved();
  const { document, graph, inputs, packs, results } = file.revision;
  const headline = readHeadline(results ?? "");
  if (headline === undefined) throw new Error("the program keeps results");
  const given = change(structuredClone(headline));
  const texts = { document: `${document} `, graph: graph ?? "", inputs: inputs ?? "", packs };
  const draft = { createdAt: "2026-03-05T00:00:00Z", author: "", writtenBy: "test", ...texts, ...more };
  const forged = value(
    await saveRevision(file, { ...draft, results: typeof given === "string" ? given : JSON.stringify(given) }),
  );
  return { headline, file: forged, verified: value(await verifyModel(forged.path)) };
}

const verifiedWith = async (change: (headline: Headline) => unknown): Promise<Verification> =>
  (await withResults(change)).verified;

describe("results as the program saves them", () => {
  it("have no fault, and no light that is otherwise today", async () => {
    const verified = value(await verifyModel((await saved()).path));
    expect(verified).toMatchObject({ faults: [], verdicts: [], reproduction: { differing: [] } });
  });
});

describe("results that are not what the program writes", () => {
  it("are said to be that, never to be none, and the log shows nothing of them", async () => {
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
      const { file, verified } = await withResults(change);
      expect(verified).toMatchObject({ faults: ["strange"] });
      expect(verified.reproduction).toBeUndefined();
      const [, entry] = logOf(file);
      expect(entry).toMatchObject({ strange: true });
      expect(entry?.headline).toBeUndefined();
    }
  });

  it("say what they leave out: figures, verdicts, rule packs", async () => {
    const { headline, verified } = await withResults((own) => ({ ...own, lines: {} }));
    expect(verified.faults).toEqual(["no_figures"]);
    const told = Object.entries(headline.lines).filter(([, figure]) => figure !== null);
    expect(told.length).toBeGreaterThan(10);
    expect(verified.reproduction?.differing).toEqual(
      told.map(([line, computed]) => ({ line, stored: null, computed })),
    );
    const some = await verifiedWith((own) => ({
      ...own,
      lines: { "verdict.B2.margin": own.lines["verdict.B2.margin"] },
    }));
    expect(some.reproduction?.differing).toHaveLength(told.length - 1);
    const unjudged = await verifiedWith((own) => ({ ...own, verdicts: [] }));
    expect(unjudged.faults).toEqual(["no_verdicts"]);
    expect(unjudged.verdicts?.map(({ id, stored, today }) => ({ stored, id, ...today }))).toEqual(
      headline.verdicts.map((light) => ({ stored: null, ...light })),
    );
    const { packs: _own, ...bare } = headline;
    expect((await verifiedWith(() => bare)).faults).toEqual(["no_packs"]);
    for (const packs of [[], ["national-law@1999"], [...(headline.packs ?? []), "x@1"]])
      expect((await verifiedWith((own) => ({ ...own, packs }))).faults).toEqual(["other_packs"]);
  });

  it("name a line nobody computed, even to nothing", async () => {
    const { reproduction } = await verifiedWith((own) => ({ ...own, lines: { ...own.lines, "some words": null } }));
    expect(reproduction?.differing).toEqual([{ line: "some words", stored: null, computed: null }]);
  });

  it("are held against today's lights with the number of their conditions", async () => {
    const { headline, verified } = await withResults((own) => ({
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
    const made = await verifiedWith((own) => ({
      ...own,
      verdicts: [...own.verdicts, { id: "B99", pass: null, conditions: 0 }],
    }));
    expect(made.verdicts).toEqual([{ id: "B99", stored: { pass: null, conditions: 0 }, today: null }]);
  });

  it("have nothing to be computed from where the file keeps no lines", async () => {
    const file = await saved();
    const { document, packs, results } = file.revision;
    const draft = { createdAt: "2026-03-05T00:00:00Z", author: "", document, packs, writtenBy: "test" };
    for (const [given, faults] of [
      [results ?? "", ["unproven"]],
      ["{}", ["strange"]],
    ] as const) {
      const bare = value(
        await saveRevision(value(await openModelFile(file.path)), {
          ...draft,
          results: given,
          document: `${document}${" ".repeat(faults[0].length)}`,
        }),
      );
      const verified = value(await verifyModel(bare.path));
      expect(verified).toMatchObject({ cannot: { code: "file.no_declarations" }, faults });
    }
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
    const [first] = file.revisions;
    const earlier = await running.value("verify", {
      session: opened.session,
      job: "earlier",
      revision: first?.id ?? "",
    });
    expect(earlier).toMatchObject({ draft: { author: "李四", at }, undo: 1 });
  });
});
