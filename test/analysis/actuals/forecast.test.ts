import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../../support/seed.ts";
import { statedOf } from "../../../models/checks/stated.ts";
import { months, report, small, watching } from "./support.ts";

const closedInMarch = (
  rest: object | undefined,
  figures: object = { works: months(110, 190, 330) },
  more: object = {},
) =>
  watching(small({ closed: "2027-03", ...(rest === undefined ? {} : { rest }), reports: [report(figures)], ...more }));

describe("actuals beside the plan", () => {
  const found = closedInMarch({ rule: "plan" });

  it("counts them up to the closing month, and says by how much they differ", () => {
    expect(found.series("actuals.works.actual").slice(0, 5)).toEqual([110, 190, 330, 0, 0]);
    expect(found.series("actuals.works.to_date").slice(0, 5)).toEqual([100, 200, 300, 0, 0]);
    expect(found.series("actuals.works.variance").slice(0, 5)).toEqual([10, -10, 30, 0, 0]);
    // 630 of 600.
    expect(found.total("actuals.works.variance")).toBe(30);
    expect(found.total("actuals.works.share")).toBeCloseTo(1.05, 12);
    expect(found.series("actuals.works.so_far").slice(0, 4)).toEqual([110, 300, 630, 630]);
  });

  it("reads the year as what is closed of it", () => {
    const years = (line: string) => found.values.years(line).map((value) => value?.toNumber());
    expect(years("actuals.works.actual")).toEqual([630]);
    expect(years("actuals.works.to_date")).toEqual([600]);
    expect(years("actuals.works.share")).toEqual([1.05]);
    expect(years("actuals.works.planned")).toEqual([7800]);
  });

  it("adds up receipts and payments apart, and names what nobody reported", () => {
    expect(found.total("actuals.sum_out.variance")).toBe(30);
    expect(found.total("actuals.sum_in.silent")).toBe(150);
    expect(found.total("actuals.sum_out.silent")).toBe(0);
    expect(found.total("actuals.sum_out.forecast")).toBe(7830);
  });
});

describe("the rule of later periods", () => {
  const later = (found: ReturnType<typeof watching>) => found.series("works").slice(3);

  it("keeps the plan's own amounts", () => {
    expect(later(closedInMarch({ rule: "plan" }))).toEqual([400, 500, 600, 700, 800, 900, 1000, 1100, 1200]);
  });

  it("moves the plan, and says what falls behind the horizon", () => {
    const found = closedInMarch({ rule: "shift", months: 2 });
    expect(later(found)).toEqual([200, 300, 400, 500, 600, 700, 800, 900, 1000]);
    expect(found.total("actuals.works.beyond")).toBe(2300);
  });

  it("spends what is left of the plan's total in its proportions", () => {
    const found = closedInMarch({ rule: "total" });
    // 7170 left of 7200 planned later.
    expect(later(found)[0]).toBeCloseTo((400 * 7170) / 7200, 9);
    expect(found.total("works")).toBeCloseTo(7800, 9);
  });

  it("has no value where more was spent than the plan's total, and says why: what is spent never counts for less", () => {
    const found = closedInMarch({ rule: "total" }, { works: months(3000, 3000, 3000) });
    expect(found.series("works").slice(0, 5)).toEqual([3000, 3000, 3000, null, null]);
    expect(found.total("works")).toBeNull();
    const why = found.values.why("works", 4);
    expect(JSON.stringify(why)).toContain("rest_exceeded");
    // All of the total spent, and not more: nothing follows.
    expect(later(closedInMarch({ rule: "total" }, { works: months(2600, 2600, 2600) }))).toEqual(Array(9).fill(0));
  });

  it("has no value where the plan has nothing later to spend the rest in", () => {
    const found = watching(
      small({
        closed: "2027-12",
        rest: { rule: "total" },
        reports: [report({ works: months(...Array(12).fill(10)) })],
      }),
    );
    // All is closed: there is no later period to be without a value.
    expect(found.total("works")).toBe(120);
    const early = { ...small({}), customLines: [{ ...small({}).customLines[0], formula: "t <= 2 ? 100 CNY : 0 CNY" }] };
    const stuck = watching({
      ...early,
      actuals: { closed: "2027-02", rest: { rule: "total" }, reports: [report({ works: months(100, 60) })] },
    });
    expect(stuck.series("works").slice(0, 3)).toEqual([100, 60, null]);
  });

  it("computes by the model on the actuals where that is chosen", () => {
    const grown = small({}).customLines.map((line) =>
      line.id === "works" ? { ...line, formula: "t == 1 ? 100 CNY : prev(works) * 2" } : line,
    );
    const found = watching({
      ...small({ closed: "2027-03", rest: { rule: "model" }, reports: [report({ works: months(110, 190, 330) })] }),
      customLines: grown,
    });
    expect(found.series("works").slice(2, 5)).toEqual([330, 660, 1320]);
    expect(found.series("actuals.works.planned").slice(2, 5)).toEqual([400, 800, 1600]);
  });

  it("is never chosen in silence", () => {
    const found = closedInMarch(undefined);
    expect(found.series("works").slice(0, 4)).toEqual([110, 190, 330, null]);
    expect(found.codes).toEqual(["actuals.rest_missing"]);
    expect(found.total("actuals.works.variance")).toBe(30);
    expect(closedInMarch({ rule: "shift" }).codes).toEqual(["actuals.shift_months"]);
  });

  it("may differ for one line", () => {
    const found = closedInMarch(
      { rule: "plan" },
      { works: months(1, 1, 1), rent: months(1, 1, 1) },
      {
        restOf: { rent: { rule: "shift", months: 1 }, area: { rule: "plan" } },
      },
    );
    expect(found.series("works")[3]).toBe(400);
    expect(found.total("actuals.rent.beyond")).toBe(50);
    expect(found.codes).toEqual(["actuals.rest_line"]);
  });
});

describe("what looks like a slip of the pen", () => {
  it("is counted as it was reported, and named: a cost below zero without a word, a report of what had not begun", () => {
    const below = closedInMarch({ rule: "plan" }, { works: months(110, -190, 330) });
    expect([below.codes, below.series("works")[1]]).toEqual([["actuals.below"], -190]);
    const said = report({ works: months(110, -190, 330) }, { note: "二月冲回预付款" });
    expect(watching(small({ closed: "2027-03", rest: { rule: "plan" }, reports: [said] })).codes).toEqual([]);
    const early = report({ works: months(110, 190, 330) }, { date: "2027-02-28" });
    expect(watching(small({ closed: "2027-03", rest: { rule: "plan" }, reports: [early] })).codes).toEqual([
      "actuals.early",
    ]);
  });
});

describe("what is not reported", () => {
  const figures = { works: { "2027-01": "110", "2027-03": "330" } };

  it("has no value, says so, and is never zero", () => {
    const found = closedInMarch({ rule: "plan" }, figures);
    expect(found.series("actuals.works.actual").slice(0, 4)).toEqual([110, null, 330, 0]);
    expect(found.series("works").slice(0, 4)).toEqual([110, null, 330, 400]);
    expect(found.total("works")).toBeNull();
    expect(found.total("actuals.works.variance")).toBeNull();
    const [problem] = found.problems;
    expect(problem).toMatchObject({ code: "actuals.unreported", path: "works" });
    expect(problem?.message.en).toContain("2027-02 not reported");
  });

  it("is the plan's in the forecast where that is chosen, and not reported all the same", () => {
    const found = closedInMarch({ rule: "plan" }, figures, { unreported: "plan" });
    expect(found.series("works").slice(0, 4)).toEqual([110, 200, 330, 400]);
    expect(found.series("actuals.works.actual")[1]).toBeNull();
    expect(found.codes).toEqual(["actuals.unreported"]);
  });

  it("is zero where zero was reported", () => {
    const found = closedInMarch({ rule: "plan" }, { works: months(110, 0, 330) });
    expect(found.series("works").slice(0, 3)).toEqual([110, 0, 330]);
    expect(found.codes).toEqual([]);
  });

  it("leaves no verdict of the forecast met", () => {
    const found = closedInMarch({ rule: "plan" }, figures);
    const { verdicts } = statedOf(found.prepared, found.values.evaluation);
    expect(verdicts.find(({ id }) => id === "B2")).toMatchObject({ pass: null });
  });
});

describe("figures that cannot stand", () => {
  const about = (figures: object, more: object = {}) => closedInMarch({ rule: "plan" }, figures, more);

  it.each([
    ["a line the model no longer has", { gone: months(5, 5) }, "actuals.line_gone"],
    ["a total of the tables", { "investment.total": months(5) }, "actuals.line_kind"],
    ["a balance", { held: months(5) }, "actuals.line_kind"],
    ["a period nobody can read", { works: { spring: "5" } }, "actuals.period"],
    ["a month before the plan begins", { works: { "2026-12": "5" } }, "actuals.outside"],
    ["a quarter of a plan by month", { works: { "2027-Q1": "5" } }, "actuals.straddles"],
  ])("name %s and keep its figures aside", (_about, figures, code) => {
    const found = about(figures);
    expect(found.codes).toContain(code);
    const all = Object.values(figures).flatMap((periods) => Object.values(periods));
    expect(found.laid.astray.map(({ amount }) => amount)).toEqual(all);
  });

  it("have no value where two reports say something of one month", () => {
    const found = watching(
      small({
        closed: "2027-03",
        rest: { rule: "plan" },
        reports: [report({ works: months(110, 190, 330) }), report({ works: { "2027-02": "195" } }, { id: "r2" })],
      }),
    );
    expect(found.series("works").slice(0, 4)).toEqual([110, null, 330, 400]);
    expect(found.codes).toContain("actuals.twice");
  });

  it("wait where they come after the closing month", () => {
    const found = about({ works: months(110, 190, 330, 999) });
    expect(found.series("works")[3]).toBe(400);
    expect(found.codes).toEqual(["actuals.open"]);
  });
});

describe("periods longer than a month", () => {
  const quarterly = (figures: object, closed = "2027-03") =>
    watching(
      small(
        { closed, rest: { rule: "plan" }, reports: [report(figures)] },
        { timeline: { start: "2027-01", step: "quarter", periods: 4 } },
      ),
    );

  it("are the sum of their months, and reported once all of them are", () => {
    expect(quarterly({ works: months(10, 20, 30) }).series("works")).toEqual([60, 200, 300, 400]);
    expect(quarterly({ works: months(10, 20) }).series("works")[0]).toBeNull();
    expect(quarterly({ works: { "2027-Q1": "60" } }).series("works")[0]).toBe(60);
  });

  it("are closed with their last month", () => {
    const found = quarterly({ works: { "2027-Q1": "60" } }, "2027-05");
    expect(found.laid.closed).toBe(1);
    expect(found.codes).toEqual(["actuals.closed_within"]);
  });
});

const amount = fc.integer({ min: -2000, max: 2000 });
const runs = { numRuns: Number(process.env["PINGHENG_ACTUALS"] ?? 8) };

describe("any actuals", () => {
  it("leave the plan as it is, and what the forecast differs by follows from its rule", () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 11 }),
        fc.array(amount, { minLength: 1, maxLength: 11 }),
        (works, rent) => {
          const closed = `2027-${String(Math.min(works.length, rent.length)).padStart(2, "0")}`;
          const of = (rule: string) =>
            watching(
              small({ closed, rest: { rule }, reports: [report({ works: months(...works), rent: months(...rent) })] }),
            );
          const [plan, total] = [of("plan"), of("total")];
          for (const line of ["works", "rent"]) {
            expect(plan.series(`actuals.${line}.planned`)).toEqual(
              plan.record.periods(line).map((value) => value?.toNumber()),
            );
            expect(plan.total(`actuals.${line}.change`)).toBe(plan.total(`actuals.${line}.variance`));
            expect(total.total(`actuals.${line}.change`)).toBeCloseTo(0, 6);
          }
          const kernel = plan.prepared.kernel().run(plan.prepared.bindings);
          for (const { index, axis, id } of plan.prepared.graph.lines)
            if (axis === "period" && id.startsWith("actuals."))
              for (let t = 1; t <= 12; t += 1) {
                const [own, other] = [plan.values.evaluation.value(index, t)?.toNumber(), kernel.value(index, t)];
                if (own === undefined) expect(other, `${id} ${t}`).toBeUndefined();
                else expect(other, `${id} ${t}`).toBeCloseTo(own, 6);
              }
        },
      ),
      runs,
    );
  });
});
