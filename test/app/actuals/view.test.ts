import { describe, expect, it } from "vitest";
import { sheetTable } from "../../../app/actuals/sheet.ts";
import { actualsOf } from "../../../app/actuals/view.ts";
import { changesBetween } from "../../../app/revisions/changes.ts";
import infill from "../../../examples/infill.json" with { type: "json" };
import { parseDocument } from "../../../models/document/parse.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { Result } from "../../../models/wording/problem.ts";
import { report } from "../../analysis/actuals/support.ts";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const viewOf = (actuals: object, more: object = {}) => {
  const { document } = value(parseDocument({ ...infill, ...more, actuals }, mechanisms));
  return (year?: string) => value(actualsOf(document, { year, lang: "en" }));
};

const quarters = (...amounts: readonly string[]) =>
  Object.fromEntries(amounts.map((amount, index) => [`2026-Q${index + 1}`, amount]));

describe("revisions with actuals", () => {
  it("differ by the figure, named by its source, line and month", () => {
    const documentWith = (amount: string) =>
      value(parseDocument({ ...infill, actuals: { reports: [report({ works: { "2026-01": amount } })] } }, mechanisms))
        .document;
    expect(changesBetween(documentWith("1"), documentWith("2"))).toEqual([
      {
        kind: "actuals",
        path: "actuals/reports/r1/figures/works/2026-01",
        label: { zh: "实际数:月报:works 2026-01", en: "actuals: 月报: works 2026-01" },
        before: "1",
        after: "2",
      },
    ]);
  });
});

describe("the view of actuals", () => {
  const figures = { "works.paid.above": quarters("0", "0", "9000000", "30000000") };
  const view = viewOf({ closed: "2026-12", rest: { rule: "plan" }, reports: [report(figures)] });

  it("sets plan, actual and forecast side by side by year, and by the periods of one", () => {
    const years = view();
    const row = years.rows.find(({ line }) => line === "works.paid.above");
    expect(row).toMatchObject({ side: "out", reported: true, unreported: null });
    expect(row?.cells[0]).toMatchObject({ actual: "39000000.00", sources: ["r1"] });
    expect(row?.cells[1]).toMatchObject({ actual: null, variance: null });
    const periods = view("2026");
    expect(periods.columns.map(({ place, state }) => `${place} ${state}`)).toEqual([
      "2026-Q1 closed",
      "2026-Q2 closed",
      "2026-Q3 closed",
      "2026-Q4 closed",
    ]);
    expect(periods.rows.find(({ line }) => line === "works.paid.above")?.cells[3]?.actual).toBe("30000000.00");
  });

  it("shows verdicts and indicators of the forecast beside those of the plan", () => {
    const { plan, forecast } = view();
    const investment = (of: typeof plan | null) =>
      Number(of?.indicators.find(({ id }) => id === "investment.total")?.value);
    const variance = Number(view().rows.find(({ line }) => line === "works.paid.above")?.total.variance);
    expect(variance).toBeGreaterThan(20_000_000);
    expect(plan.verdicts.find(({ id }) => id === "B2")?.pass).toBe(true);
    expect(forecast?.verdicts.find(({ id }) => id === "B2")?.pass).toBe(false);
    expect(investment(forecast)).toBeGreaterThan(investment(plan) + variance - 1);
  });

  it("puts a condition on every verdict of the forecast while lines are not reported or figures go nowhere", () => {
    const { forecast, sums } = view();
    expect(sums.every(({ silentLines }) => silentLines > 0)).toBe(true);
    for (const { conditions } of forecast?.verdicts ?? []) expect(conditions).toBeGreaterThanOrEqual(2);
    const astray = viewOf({
      closed: "2026-12",
      rest: { rule: "plan" },
      reports: [report({ ...figures, gone: quarters("5") })],
    })();
    expect(astray.astray).toEqual([{ line: "gone", period: "2026-Q1", amount: "5", report: "r1" }]);
    expect(astray.forecast?.verdicts[0]?.conditions).toBe((forecast?.verdicts[0]?.conditions ?? 0) + 1);
  });

  it("counts nothing of a component that is switched off, and says so", () => {
    const components = infill.components.map((one) => (one.id === "grant" ? { ...one, enabled: false } : one));
    const off = viewOf(
      { closed: "2026-12", rest: { rule: "plan" }, reports: [report({ "grant.grant": quarters("5") })] },
      { components },
    )();
    expect(off.problems.map(({ code }) => code)).toContain("actuals.line_off");
    expect(off.astray).toHaveLength(1);
  });

  it("has no forecast without a rule, and a sheet all the same", () => {
    const bare = viewOf({ closed: "2026-12", reports: [report(figures)] })();
    expect(bare.forecast).toBeNull();
    const [, row] = sheetTable(bare, "2026", "en");
    expect(row?.slice(3, 4)).toEqual(["39,000,000.00"]);
    expect(row?.at(-1)).toBe("–");
  });
});
