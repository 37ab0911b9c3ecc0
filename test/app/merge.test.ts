import { copyFileSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { keepDraft, openModelFile } from "../../db/model-file.ts";
import { accepted } from "../db/support/result.ts";
import { inputOf, label, Running } from "./support/running.ts";

const PRICE = "components/flats/inputs/price";

describe("merging through the contract", () => {
  const ours = new Running();
  const theirs = new Running();
  afterAll(async () => {
    await ours.end();
    await theirs.end();
  });

  it("names conflicts, merges when each is chosen, and records the other's history", async () => {
    await ours.value("person", { name: "张三" });
    await theirs.value("person", { name: "王审" });
    const { session } = await ours.open();
    const path = ours.path("方案.pingheng");
    await ours.value("saveAs", { session, path });
    const there = theirs.path("方案.pingheng");
    copyFileSync(path, there);
    const edits = (price: string, name: string) => [
      { path: PRICE, value: price },
      { path: "project/name", value: name },
    ];
    await ours.value("edit", { session, edits: edits("61", "甲"), label });
    await ours.value("save", { session });
    const other = await theirs.value("openPath", { path: there });
    await theirs.value("release", { session: other.session, to: "file" });
    const more = [...edits("62", "乙"), { path: "project/households", value: "300" }];
    await theirs.value("edit", { session: other.session, edits: more, label });
    await theirs.value("save", { session: other.session, note: "审核" });
    await theirs.value("seal", { session: other.session, by: "王审", note: "退回", sign: false });

    const copy = { session, name: "方案.pingheng", base64: readFileSync(there).toString("base64") };
    const found = await ours.value("merge", { ...copy, choices: [], apply: false });
    expect(found).toMatchObject({ common: 1, taken: 1, draft: null });
    expect(found.conflicts.map(({ path: at, mine, theirs: one }) => [at, mine, one])).toEqual([
      [PRICE, "61", "62"],
      ["project/name", "甲", "乙"],
    ]);
    // What was not saved there is told, and not merged.
    const drafted = ours.path("草稿.pingheng");
    copyFileSync(there, drafted);
    const file = accepted(await openModelFile(drafted));
    const at = "2026-04-01T00:00:00Z";
    const work = { since: at, at, author: "王审", document: file.revision.document, history: [] };
    accepted(await keepDraft(file, work));
    const asked = { session, name: "草稿.pingheng", path: drafted, choices: [], apply: false };
    expect(await ours.value("merge", asked)).toMatchObject({ taken: 1, draft: { author: "王审", at } });

    const codes = async (args: object) =>
      (await ours.problems("merge", { ...copy, lang: "zh", apply: true, ...args })).map(({ code }) => code);
    const first = { path: PRICE, side: "theirs" } as const;
    expect(await codes({ choices: [first] })).toEqual(["merge.open"]);
    expect(await codes({ choices: [{ path: "project/city", side: "mine" }] })).toEqual(["merge.no_conflict"]);

    const choices = [first, { path: "project/name", side: "mine" } as const];
    const merged = await ours.value("merge", { ...copy, choices, apply: true });
    const view = merged.session;
    expect(view?.dirty).toBe(true);
    expect(inputOf(view ?? { document: {} }, "flats", "price")).toBe("62");
    expect(view?.document["project"]).toMatchObject({ name: "甲", households: "300" });
    const history = await theirs.value("revisions", { session: other.session });
    expect(view?.document["merges"]).toMatchObject([
      {
        author: "张三",
        head: history.revisions.at(-1)?.id,
        chain: history.chain.replaceAll(" ", ""),
        entries: [
          { kind: "revision", author: "王审", note: "审核" },
          { kind: "seal", author: "王审", note: "退回" },
        ],
        chosen: choices,
      },
    ]);
    await ours.value("save", { session });
    expect((await ours.value("revisions", { session })).revisions).toHaveLength(3);
    const again = await ours.value("merge", { ...copy, choices: [], apply: false });
    // What was merged once is where both come from now: a choice made is not asked for again.
    expect([again.conflicts, again.taken]).toEqual([[], 0]);
  });

  it("refuses files that never were one", async () => {
    const { session } = await ours.open();
    await ours.value("saveAs", { session, path: ours.path("甲.pingheng") });
    const other = await ours.open();
    await ours.value("edit", { session: other.session, edits: [{ path: PRICE, value: "7" }], label });
    const there = ours.path("乙.pingheng");
    await ours.value("saveAs", { session: other.session, path: there });
    const args = { session, name: "乙", path: there, choices: [], apply: false, lang: "zh" };
    expect((await ours.problems("merge", args)).map(({ code }) => code)).toEqual(["merge.unrelated"]);
  });
});
