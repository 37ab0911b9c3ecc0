import { describe, expect, it } from "vitest";
import { opinionOf } from "../../../app/review/opinion/text.ts";
import { reviewStressOf } from "../../../app/review/stress.ts";
import { compareDocuments } from "../../../app/scenarios/compare.ts";
import rebuild from "../../../examples/rebuild.json" with { type: "json" };
import { STRESSES } from "../../../models/analysis/stress/table.ts";
import { prepareScenario } from "../../../models/compile/prepare.ts";
import { GraphShelf } from "../../../models/compile/shelf.ts";
import { formatDocument } from "../../../models/document/format.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { Result } from "../../../models/wording/problem.ts";
import { smallDocument } from "../fixtures/small.ts";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const shelf = new GraphShelf(mechanisms);
const documentWith = (added: object): ModelDocument =>
  value(parseDocument({ ...rebuild, ...added }, mechanisms)).document;
const question = { of: [], lang: "zh" } as const;
const PRICE = "components/flats/inputs/price";
const WORKS = "components/works/inputs/items/above/price";

/** Verdicts and indicators of a document with values written in by hand. */
function computed(document: ModelDocument, set: Readonly<Record<string, string>>) {
  const scenarios = [{ id: "by_hand", label: "x", set }];
  const prepared = value(prepareScenario({ ...document, scenarios } as ModelDocument, "by_hand", shelf));
  const plans = [{ id: "by_hand", label: "x", prepared }];
  const [plan] = value(compareDocuments(plans, shelf, { of: [], engine: "record", lang: "zh" })).plans;
  return [plan?.verdicts, plan?.indicators];
}

describe("stress of the review", () => {
  const audit = [{ id: "a1", path: PRICE, value: "24000", reason: "高于周边成交价" }];
  const stress = [
    { id: "price_down", size: "-0.2", author: "王审" },
    { id: "own_1", path: WORKS, value: "4000", reason: "材料价上浮" },
    { id: "own_2", path: PRICE, value: "23000" },
    { id: "gone", path: "components/gone/inputs/price", value: "1" },
    { id: "nobody_knows", size: "0.5" },
  ];
  // A scenario of the plan that bears the name of a stress does not stand in for it.
  const scenarios = [{ id: "price_down", label: "乐观", set: { [PRICE]: "99999" } }];
  const document = documentWith({ audit, stress, scenarios });
  const kept = formatDocument(document);
  const answer = value(reviewStressOf(document, question, shelf));
  const row = (id: string) => answer.rows.find((one) => one.id === id);

  it("stands over the audited figures, each by itself, with the reviewer's size", () => {
    expect([answer.audited.verdicts, answer.audited.indicators]).toEqual(computed(document, { [PRICE]: "24000" }));
    const lower = row("price_down");
    expect([lower?.size, lower?.kept, lower?.usual]).toEqual(["-0.2", true, "-0.1"]);
    // 24,000 and 4,750 less a fifth.
    const set = { [PRICE]: "19200", "components/spaces/inputs/price": "3800" };
    expect([lower?.verdicts, lower?.indicators]).toEqual(computed(document, set));
    expect(row("cost_up")?.kept).toBe(false);
  });

  it("tries own values one by one and together", () => {
    const own = row("own_1");
    expect([own?.verdicts, own?.indicators]).toEqual(computed(document, { [PRICE]: "24000", [WORKS]: "4000" }));
    const both = row("own_all");
    expect([both?.verdicts, both?.indicators]).toEqual(computed(document, { [PRICE]: "23000", [WORKS]: "4000" }));
  });

  it("names what a stress takes away, and leaves nothing out unsaid", () => {
    const met = answer.audited.verdicts.filter(({ pass }) => pass === true).map(({ id }) => id);
    for (const { turned, verdicts } of answer.rows)
      expect(turned).toEqual(met.filter((id) => verdicts.find((one) => one.id === id)?.pass !== true));
    expect(answer.rows.some(({ turned }) => turned.length > 0)).toBe(true);
    const told = [...answer.rows, ...answer.left].map(({ id }) => id);
    expect(told.toSorted()).toEqual([...STRESSES.map(({ id }) => id), "own_1", "own_2", "own_all", "gone"].toSorted());
    expect(answer.problems.map(({ code, path }) => `${code} ${path.split("/").slice(0, 2).join("/")}`)).toEqual([
      "stress.what stress/nobody_knows",
      expect.stringContaining("stress/gone"),
    ]);
  });

  it("with a size that is none is not tried, nor is what rests on it", () => {
    const stress = [{ id: "price_down", size: "0.2" }];
    const wrong = value(parseDocument({ ...smallDocument(), stress }, mechanisms)).document;
    const { left, problems } = value(reviewStressOf(wrong, question, shelf));
    expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining(["price_down", "adverse_all"]));
    expect(problems.map(({ path }) => path)).toEqual(["stress/price_down/size"]);
  });

  it("is stated in the opinion where the reviewer kept it, and nowhere else", () => {
    const text = value(opinionOf(document, question, shelf));
    expect(text).toMatch(/审核压力测试（7 项）/u);
    expect(text).toContain("售价下降");
    expect(text).toContain("改为 4000，材料价上浮");
    expect(text).toContain("自定各项合并");
    expect(text).not.toContain("工程造价上升");
    const plain = value(parseDocument(smallDocument(), mechanisms)).document;
    expect(value(opinionOf(plain, question, shelf))).not.toContain("审核压力测试");
    expect(formatDocument(document)).toBe(kept);
  });
});
