import { beforeAll, describe, expect, it } from "vitest";
import { solveOnce } from "../../../app/model/solve.ts";
import { answeredAt } from "../../../models/analysis/confirm.ts";
import type { Solution } from "../../../models/analysis/solution.ts";
import { cliff, example, filed, holding, placeOf, solved } from "./support.ts";

/**
 * Works of the infill plan are approved at 180.9 m. Cheaper works are below the approved estimate, so B2 hangs on a new approval; at the price filed, 3,250, there
 * is no condition; from about 3,263 on there is a gap.
 */
describe("a stretch that hangs on a paper in one part and on nothing in another", () => {
  const PRICE = "components/works/inputs/items/above/price";
  let answer: Solution;
  beforeAll(() => {
    answer = solved(example("infill"), PRICE, "B2", { min: "3000", max: "3300" });
  }, 120_000);

  it("is cut where its state turns, each part with its own papers", () => {
    expect(answer.intervals.map(({ state }) => state)).toEqual(["paper", "clean"]);
    const [cheap, sound] = answer.intervals;
    expect(cheap?.papers.map(({ zh }) => zh).join()).toContain("投资估算批复");
    expect(sound?.papers).toEqual([]);
    expect([cheap?.from, Number(cheap?.to) < Number(sound?.from)]).toEqual(["3000", true]);
    // Both are answers: a number that is looked for is on no paper yet.
    expect(answer.intervals.map(({ confirmed }) => confirmed)).toEqual([true, true]);
    expect(holding(answer, 3250).map(({ state }) => state)).toEqual(["clean"]);
    expect(answer.intervals.map(({ binding }) => binding)).toEqual(["condition", "condition"]);
  });

  it("says each in its sentence, what hangs on nothing first", () => {
    const [cheap, sound] = answer.intervals;
    expect(answer.message.zh).toContain(`${sound?.from} 至 ${sound?.to} 达标`);
    expect(answer.message.zh).toContain(`${cheap?.from} 至 ${cheap?.to} 达标但尚待文件,取得前为附条件`);
    expect(answer.message.en).toContain(`met from ${cheap?.from} to ${cheap?.to} but on no paper yet`);
    expect([answer.found, answer.papers]).toEqual([true, []]);
  });

  it("has roots with a state and papers of their own", () => {
    expect(answer.roots.map(({ state, papers, confirmed }) => [state, papers, confirmed])).toEqual([
      ["clean", [], true],
    ]);
  });
});

it("a root that hangs on a paper says so itself", { timeout: 120_000 }, () => {
  // More floor space lets more, and the report on income and cost speaks of what there was.
  const { roots, intervals, papers } = solved(example("rebuild"), "components/area/inputs/far", "B2", {
    min: "2.5",
    max: "2.6",
  });
  expect(roots.map(({ state }) => state)).toEqual(["paper"]);
  expect(roots[0]?.papers.map(({ zh }) => zh).join()).toContain("运营收支测算报告");
  // Where the surplus is larger than what goes beyond the report, that turns nothing any more.
  expect(intervals.map(({ state }) => state)).toEqual(["paper", "clean"]);
  expect(papers).toEqual(roots[0]?.papers);
});

describe("a line reached by a plan that costs a verdict its light", () => {
  /** Lent for less than 37 months, the loan falls due before the money is there: B4, met as filed at 48, fails. */
  const document = example("new-build");
  const place = placeOf(document, "components/loan/inputs/tenor", "npv.equity>=3000000");

  it("is no answer, and says which", () => {
    const short = answeredAt(place, "35");
    expect([short.met, short.state]).toEqual([true, "missed"]);
    expect(short.conditions.map(({ message }) => message.zh).join()).toContain("违反 C15");
    expect(short.conditions.map(({ message }) => message.en).join()).toContain("breaks C15");
    expect(answeredAt(place, "37").state).toBe("clean");
  });
});

it("a verdict met only by breaking a rule is no answer there, and the stretch ends where that begins", {
  timeout: 120_000,
}, () => {
  // Ten per cent above the approved estimate the budget has to be approved again.
  const { intervals } = solved(example("rebuild"), "components/area/inputs/far", "B2", { min: "2.8", max: "3.2" });
  expect(intervals.map(({ state }) => state)).toEqual(["clean", "missed"]);
  expect(Number(intervals[0]?.to)).toBeCloseTo(3.1281, 4);
  expect(intervals[1]?.conditions.map(({ en }) => en).join()).toContain("breaks R-DEBT-9");
});

describe("shares of one whole", () => {
  it.each(["components/charge/inputs/instalments/sign/share", "components/grants/inputs/progress/half/share"])(
    "%s is not varied by itself",
    (vary) => {
      const answer = solveOnce(example("zhegong"), { vary, until: "B4" });
      expect(answer.ok ? [] : answer.problems.map(({ code, path }) => [code, path])).toEqual([["solve.share", vary]]);
    },
  );
});

describe("what rests on a condition that no paper looked for would settle", () => {
  const PRICE = "components/flats/inputs/price";

  it("is no answer, and says the conditions", () => {
    // That no tax is due rests on an office's reply alone.
    const { intervals, roots, found, message } = solved(cliff(), PRICE, "B2");
    expect([found, roots.some(({ confirmed }) => confirmed)]).toEqual([false, false]);
    for (const { state, conditions } of intervals) {
      expect(state).toBe("missed");
      expect(conditions.map(({ zh }) => zh).join()).toContain("印花税");
    }
    expect(message.zh).toContain("只在附条件或违反规则时达标,不作答案");
    expect(message.en).toContain("only on a condition or by breaking a rule: no answer");
    // A price of nothing is told as what it is, beside the sentence that nothing was found.
    expect(message.zh).toMatch(/^按不大于 [\d.]+ 的间隔试算,未找到可作答案的值/);
  });

  it("is told from what the book of record leaves undecided", () => {
    const silent = cliff((raw) => {
      delete (raw as { absences?: unknown }).absences;
    });
    const { intervals, message } = solved(silent, PRICE, "B2", { min: "6000", max: "7900" });
    expect(intervals.map(({ state, conditions }) => [state, conditions])).toEqual([["missed", []]]);
    expect(intervals[0]?.undecided.length).toBe(1);
    expect(message.zh).toMatch(/6000 至 7900 无法判定\(按 [\d.]+ 计\):./);
  });
});

it("a line is met or not: no verdict, no papers", () => {
  const { intervals, roots } = solved(cliff(), "components/flats/inputs/price", "balance.static>=20000000");
  expect(new Set([...intervals, ...roots].map(({ state }) => state))).toEqual(new Set(["clean"]));
  expect([...intervals, ...roots].flatMap(({ papers }) => papers)).toEqual([]);
});

it("the amounts a part tells are those at its value nearest to what is filed", { timeout: 120_000 }, () => {
  const PRICE = "components/works/inputs/items/above/price";
  const { intervals } = solved(filed(example("infill"), PRICE, "3100"), PRICE, "B2", { min: "3000", max: "3300" });
  expect(intervals[0]).toMatchObject({ state: "paper", at: "3100" });
  expect(intervals[1]?.at).toBe(intervals[1]?.from);
});
