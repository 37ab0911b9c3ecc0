import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeThree } from "../../models/document/merge.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { writePath } from "../../models/document/path.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";
import { smallDocument } from "../app/fixtures/small.ts";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const base = value(parseDocument(smallDocument(), mechanisms)).document;
type Change = readonly [path: string, to: Parameters<typeof writePath>[2]];
const changed = (document: ModelDocument, ...changes: readonly Change[]): ModelDocument =>
  changes.reduce((own, [path, to]) => value(writePath(own, path, to, mechanisms)), document);
const choosing = (choices: Readonly<Record<string, "mine" | "theirs">>) => new Map(Object.entries(choices));
const none = choosing({});

const PRICE = "components/flats/inputs/price";
const remark = (id: string, text: string) => ({
  id,
  on: "file",
  anchor: "",
  severity: "Q",
  state: "open",
  author: "王审",
  at: "2026-11-28T10:00:00Z",
  text,
  replies: [],
});

describe("two copies edited apart", () => {
  it("come to both changes where they do not meet", () => {
    const mine = changed(base, [PRICE, "61"], ["project/name", "新名"]);
    const theirs = changed(base, ["project/households", "300"], ["components/works/enabled", false]);
    const merged = mergeThree(base, mine, theirs, none);
    expect(merged.conflicts).toEqual([]);
    expect(value(merged.document)).toEqual(
      changed(mine, ["project/households", "300"], ["components/works/enabled", false]),
    );
    expect([...merged.taken].sort()).toEqual(["components/works/enabled", "project/households"]);
  });

  it("that change one place differently leave it open, as mine has it; each choice is carried out", () => {
    const mine = changed(base, [PRICE, "61"], ["project/name", "甲"]);
    const theirs = changed(base, [PRICE, "62"], ["project/name", "乙"], ["project/households", "300"]);
    const open = mergeThree(base, mine, theirs, none);
    expect(open.conflicts).toEqual([
      { path: PRICE, base: "60", mine: "61", theirs: "62", choice: undefined },
      expect.objectContaining({ path: "project/name", mine: "甲", theirs: "乙", choice: undefined }),
    ]);
    expect(value(open.document)).toEqual(changed(mine, ["project/households", "300"]));
    const chosen = mergeThree(base, mine, theirs, choosing({ [PRICE]: "theirs", "project/name": "mine" }));
    expect(value(chosen.document)).toEqual(changed(mine, [PRICE, "62"], ["project/households", "300"]));
  });

  it("that report one line for one time, each in a report of its own, leave the figure to be chosen", () => {
    const report = (id: string, figures: Readonly<Record<string, string>>) => ({
      ...{ id, document: id, date: "2027-07-05", by: "张三" },
      figures: { works: figures },
    });
    const mine = changed(base, ["actuals/reports/a", report("a", { "2027-01": "1", "2027-02": "2", "2027-05": "5" })]);
    const theirs = changed(base, ["actuals/reports/b", report("b", { "2027-Q1": "4", "2027-06": "6" })]);
    const path = "actuals/reports/b/figures/works/2027-Q1";
    const figuresOf = (choice?: "mine" | "theirs") => {
      const merged = mergeThree(base, mine, theirs, choosing(choice === undefined ? {} : { [path]: choice }));
      expect(merged.conflicts.map((one) => [one.path, one.theirs, one.choice])).toEqual([[path, "4", choice]]);
      const reports = new Map(value(merged.document).actuals?.reports.map(({ id, figures }) => [id, figures["works"]]));
      return [reports.get("a"), reports.get("b")];
    };
    const own = [{ "2027-01": "1", "2027-02": "2", "2027-05": "5" }, { "2027-06": "6" }];
    expect(figuresOf()).toEqual(own);
    expect(figuresOf("mine")).toEqual(own);
    expect(figuresOf("theirs")).toEqual([{ "2027-05": "5" }, { "2027-Q1": "4", "2027-06": "6" }]);
  });

  it("that both answer one remark keep both answers in their order, with nothing to choose", () => {
    const reply = (author: string, day: number) => ({ author, at: `2026-12-0${day}T09:00:00Z`, text: `${author}答` });
    const asked = changed(base, ["remarks/q", { ...remark("q", "面积?"), replies: [reply("先", 1)] }]);
    const answered = (...replies: readonly ReturnType<typeof reply>[]) =>
      changed(asked, ["remarks/q", { ...remark("q", "面积?"), state: "answered", replies: [...replies] }]);
    const repliesOf = (merged: ReturnType<typeof mergeThree>) =>
      value(merged.document).remarks?.[0]?.replies.map(({ author }) => author);
    const [mine, theirs] = [answered(reply("先", 1), reply("甲", 5)), answered(reply("先", 1), reply("乙", 3))];
    for (const [left, right] of [[mine, theirs] as const, [theirs, mine] as const]) {
      const merged = mergeThree(asked, left, right, none);
      expect(merged.conflicts).toEqual([]);
      expect(merged.taken).toContain("remarks/q/replies");
      expect(repliesOf(merged)).toEqual(["先", "乙", "甲"]);
      expect(value(merged.document).remarks?.[0]?.state).toBe("answered");
    }
    expect(repliesOf(mergeThree(asked, mine, mine, none))).toEqual(["先", "甲"]);
    expect(repliesOf(mergeThree(asked, mine, asked, none))).toEqual(["先", "甲"]);
    // An earlier reply taken out is no answer: somebody has to choose.
    const shortened = mergeThree(asked, answered(reply("丙", 4)), theirs, none);
    expect(shortened.conflicts.map(({ path }) => path)).toEqual(["remarks/q/replies"]);
  });

  it("that each report actuals for the first time come to both reports", () => {
    const report = (id: string, figures: Readonly<Record<string, Readonly<Record<string, string>>>>) => ({
      id,
      document: "月报",
      date: "2027-07-05",
      by: "张三",
      figures,
    });
    const mine = changed(
      base,
      ["actuals/reports/a", report("a", { works: { "2027-01": "1" } })],
      ["actuals/closed", "2027-01"],
    );
    const theirs = changed(base, ["actuals/reports/b", report("b", { rent: { "2027-01": "2" } })]);
    const merged = mergeThree(base, mine, theirs, none);
    expect(merged.conflicts).toEqual([]);
    const { actuals } = value(merged.document);
    expect(actuals?.reports.map(({ id }) => id).toSorted()).toEqual(["a", "b"]);
    expect(actuals?.closed).toBe("2027-01");
    expect(value(mergeThree(base, base, base, none).document).actuals).toBeUndefined();
  });

  it("that changed to the same do not clash", () => {
    const same = changed(base, [PRICE, "61"]);
    expect(mergeThree(base, same, same, none).conflicts).toEqual([]);
  });

  it("clash over what one removed and the other changed, whichever way it is chosen", () => {
    const without = { ...base, components: base.components.filter(({ id }) => id !== "flats") } as ModelDocument;
    const dearer = changed(base, [PRICE, "99"]);
    for (const [mine, theirs] of [[without, dearer] as const, [dearer, without] as const]) {
      const { conflicts } = mergeThree(base, mine, theirs, none);
      expect(conflicts.map(({ path }) => path)).toEqual(["components/flats"]);
      for (const side of ["mine", "theirs"] as const) {
        const merged = value(mergeThree(base, mine, theirs, choosing({ "components/flats": side })).document);
        expect(merged.components).toEqual((side === "mine" ? mine : theirs).components);
      }
    }
  });

  it("keep what both added, also where the list was not there before", () => {
    const mine = changed(base, ["remarks/remark_a", remark("remark_a", "甲")]);
    const theirs = changed(base, ["remarks/remark_b", remark("remark_b", "乙")]);
    const merged = mergeThree(base, mine, theirs, none);
    expect(merged.conflicts).toEqual([]);
    expect(
      value(merged.document)
        .remarks?.map(({ id }) => id)
        .sort(),
    ).toEqual(["remark_a", "remark_b"]);
    expect(value(mergeThree(base, mine, base, none).document)).toEqual(mine);
  });

  it("are symmetric but for the order of what was added, and give a copy back where the other changed nothing", () => {
    const places: readonly Change[] = [
      [PRICE, "61"],
      [PRICE, "62"],
      ["project/name", "甲"],
      ["project/name", "乙"],
      ["project/households", "300"],
      ["components/works/enabled", false],
      ["timeline/periods", 30],
    ];
    const changes = fc.subarray([...places]);
    fc.assert(
      fc.property(changes, changes, fc.constantFrom("mine" as const, "theirs" as const), (own, other, side) => {
        const [mine, theirs] = [changed(base, ...own), changed(base, ...other)];
        const open = mergeThree(base, mine, theirs, none);
        const opposite = side === "mine" ? "theirs" : "mine";
        const choose = (to: "mine" | "theirs") => new Map(open.conflicts.map(({ path }) => [path, to]));
        const there = mergeThree(base, mine, theirs, choose(side));
        const back = mergeThree(base, theirs, mine, choose(opposite));
        expect(value(there.document)).toEqual(value(back.document));
        expect(value(mergeThree(base, mine, base, none).document)).toEqual(mine);
        expect(value(mergeThree(base, base, theirs, none).document)).toEqual(theirs);
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});
