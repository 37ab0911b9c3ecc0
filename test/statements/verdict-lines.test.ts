import { describe, expect, test } from "vitest";
import type { VerdictId } from "../../models/checks/verdicts/verdict.ts";
import { components, loan, type Told, tell } from "./support/told.ts";

/** What a verdict says in short: met or not, by how much, where it first fails. */
function short(told: Told, id: VerdictId) {
  const { pass, margin, firstFailing } = told.verdict(id);
  expect(told.verdict(id).lines[0]).toBe(`verdict.${id}.margin`);
  if (pass !== null) expect(told.value(`verdict.${id}.test`)).toBe(Number(pass));
  return [pass, margin?.toNumber(), firstFailing];
}

const close = (value: number) => expect.closeTo(value, 9);
const stock = (value: readonly number[]) => ({ kind: "stock", value }) as const;

describe("B1 areas", () => {
  const plots = ["a", "b"].map((id) => ({ id, label: { zh: id, en: id } }));
  const areas = (sold: number, let_: number, a: number, b = 0) =>
    tell(
      {
        built: { role: "area.gfa.above", unit: "m2", value: 100 },
        sold: { role: "area.disposition.sale", unit: "m2", value: sold },
        let: { role: "area.disposition.lease", unit: "m2", value: let_ },
        "plot.a.residual": { unit: "m2", value: a },
        "plot.b.residual": { unit: "m2", value: b },
      },
      { facts: { plots } },
    );

  test("every ㎡ has one disposition, to a hundredth", () => {
    expect(short(areas(60, 40, 0), "B1")).toEqual([true, close(0), undefined]);
    expect(short(areas(60, 40, 0.01), "B1")).toEqual([true, close(-0.01), undefined]);
    expect(short(areas(60, 40, -0.01), "B1")).toEqual([true, close(-0.01), undefined]);
    expect(short(areas(60, 40, 0.02), "B1")).toEqual([false, close(-0.02), undefined]);
    expect(short(areas(60, 40, 1, -3), "B1")).toEqual([false, close(-3), undefined]);
    expect(areas(60, 40, 1, -3).verdict("B1").message.zh).toBe("未分配或重复分配 -3.00 ㎡");
  });

  test("a negative disposition fails though the sum is right", () => {
    const told = areas(105, -5, 0);
    expect(short(told, "B1")).toEqual([false, close(-5), undefined]);
    expect(told.verdict("B1").message.en).toBe("let is negative: there is not enough area");
    expect(short(areas(100.01, -0.01, 0), "B1")).toEqual([true, close(0), undefined]);
  });

  test("does not apply where nothing is built; ㎡ without a use leave the money as it is", () => {
    const none = tell({ "plot.a.residual": { unit: "m2", value: 0 } }, { facts: { plots: plots.slice(0, 1) } });
    expect(none.verdict("B1")).toMatchObject({
      pass: null,
      reason: "inapplicable",
      message: { zh: "无面积平衡表,不适用" },
    });
    expect(none.verdict("B2").pass).toBe(true);
    expect(areas(60, 40, 5).verdict("B2").pass).toBe(true);
    expect(areas(60, 40, 5).value("verdict.B2.test")).toBe(1);
  });
});

describe("B2 static balance", () => {
  test("is met down to half a fen short", () => {
    const of = (balance: number) => short(tell({ "project.static_balance": balance }), "B2");
    expect(of(120)).toEqual([true, 120, undefined]);
    expect(of(-0.005)).toEqual([true, -0.005, undefined]);
    expect(of(-0.01)).toEqual([false, -0.01, undefined]);
    expect(tell({ "project.static_balance": -25000 }).verdict("B2").message.zh).toBe("缺口 2.50 万元");
  });

  test("is not decided on a line without a value", () => {
    const told = tell({}, { missing: ["project.static_balance"] });
    expect(told.verdict("B2")).toMatchObject({ pass: null, reason: "incomplete" });
    expect(told.verdict("B2").message.en).toMatch(/in error: not decidable/);
    expect(told.verdict("B2").margin).toBeUndefined();
  });
});

describe("B3 funding during construction", () => {
  const funded = (fundable: readonly number[], spent: readonly number[], options = {}) =>
    tell({ "project.fundable": stock(fundable), "project.investment": spent }, options);

  test("every year with spending counts, the last too", () => {
    expect(short(funded([5, 4, 3, -9], [1, 1, 1, 0]), "B3")).toEqual([true, 3, undefined]);
    const third = funded([5, 4, -3, -9], [1, 1, 1, 0]);
    expect(short(third, "B3")).toEqual([false, -3, "2028"]);
    expect(third.verdict("B3").message.zh).toBe("2028 年末累计缺口 0.00 万元");
    expect(short(funded([5, -1, -3, 2], [1, 1, 1, 1]), "B3")).toEqual([false, -3, "2027"]);
    expect(short(funded([5, 4, 3, -1], [1, 1, 1, 1]), "B3")).toEqual([false, -1, "2029"]);
  });

  test("looks at year ends, where half a fen short is enough", () => {
    expect(short(funded([-8, 2, 4, 1], [1, 1, 1, 0], { step: "half-year" }), "B3")).toEqual([true, 1, undefined]);
    expect(short(funded([-0.005, 4, 3, 1], [1, 1, 1, 0]), "B3")).toEqual([true, -0.005, undefined]);
    expect(short(funded([-0.01, 4, 3, 1], [1, 1, 1, 0]), "B3")).toEqual([false, -0.01, "2026"]);
  });

  test("does not apply without spending", () => {
    expect(funded([-5, -5, -5, -5], [0, 0, 0, 0]).verdict("B3")).toMatchObject({ pass: null, reason: "inapplicable" });
    expect(funded([1, 1, 1, 1], [0, 0, 0, 0]).verdict("B3").message.en).toBe(
      "no construction spending: does not apply",
    );
  });
});

describe("B4 rolling cash", () => {
  const cash = (value: readonly number[], minimumCash?: string, options = {}) =>
    tell(
      { "project.cash_free": stock(value) },
      { conventions: minimumCash === undefined ? {} : { minimumCash }, ...options },
    );

  test("every period, against the minimum balance", () => {
    expect(short(cash([5, 3, 4, 9]), "B4")).toEqual([true, 3, undefined]);
    expect(short(cash([5, 3, 4, 9], "3"), "B4")).toEqual([true, 0, undefined]);
    expect(short(cash([5, 3, 4, 9], "3.01"), "B4")).toEqual([false, close(-0.01), "2027"]);
    expect(short(cash([5, 3, -4, 9], "4"), "B4")).toEqual([false, -8, "2027"]);
    expect(cash([5, 3, -4, 9], "4").verdict("B4").message.en).toBe("deepest in 2028: short of 0.00 × 10,000 CNY");
  });

  test("a dip within the year counts; half a fen does not", () => {
    const quarters = cash([5, -1, 4, 9], undefined, { step: "quarter" });
    expect(short(quarters, "B4")).toEqual([false, -1, "2026-Q2"]);
    expect(short(cash([5, -0.005, 4, 9]), "B4")).toEqual([true, -0.005, undefined]);
  });

  test("large balances are not forgiven more", () => {
    expect(short(cash([3e9, 2e9 - 1, 3e9, 3e9], "2000000000"), "B4")).toEqual([false, -1, "2027"]);
  });
});

describe("B5 debt service", () => {
  const income = [0, 110, 90, 120];
  const service = [0, 100, 100, 100];
  const debt = (conventions = {}, given: Parameters<typeof tell>[0] = {}) =>
    tell(
      {
        ...loan([0, 100, 100, 100], [0, 100, 100, 100]),
        ...{ "project.cfads": income, "project.service": service, "project.ebitda_after_tax": [0, 120, 130, 140] },
        ...given,
      },
      { conventions, facts: { components } },
    );

  test("every year against the target, 1.0 and said so where none is entered", () => {
    expect(short(debt(), "B5")).toEqual([false, close(-0.1), "2028"]);
    expect(debt().verdict("B5").message.en).toBe("lowest in 2028: 0.90, target 1.00 (none entered, 1.0 used)");
    expect(short(debt({ dscrTarget: "0.9" }), "B5")).toEqual([true, close(0), undefined]);
    expect(short(debt({ dscrTarget: "0.91" }), "B5")).toEqual([false, close(-0.01), "2028"]);
    expect(short(debt({ dscrTarget: "1.15" }), "B5")).toEqual([false, close(-0.25), "2027"]);
    expect(debt({ dscrTarget: "1.15" }).verdict("B5").message.zh).toBe("最低 2028 年 0.90,目标 1.15");
  });

  test("a billionth short is met", () => {
    const near = (cfads: number) => debt({}, { "project.cfads": [0, 110, cfads, 120] });
    expect(short(near(100 - 9e-8), "B5")[0]).toBe(true);
    expect(short(near(100 - 1e-6), "B5")[0]).toBe(false);
  });

  test("on the basis the file names", () => {
    expect(short(debt({ dscrBasis: "mp3" }), "B5")).toEqual([true, close(0.2), undefined]);
    expect(short(debt({ dscrBasis: "mp3", dscrTarget: "1.25" }), "B5")).toEqual([false, close(-0.05), "2027"]);
  });

  test("each debt's coverage too, where a target is entered; one of which nothing falls due is left out", () => {
    const covered = (coverageTarget: string, given = {}) => debt({ dscrTarget: "0.5", coverageTarget }, given);
    expect(short(covered("1"), "B5")[0]).toBe(true);
    expect(short(covered("1.01"), "B5")).toEqual([false, close(0.4), undefined]);
    expect(covered("1.01").verdict("B5").message.en).toMatch(/; coverage of Loan 1\.00$/);
    expect(short(covered("1.01", { "stmt_debt.service_of_loan": [0, 0, 0, 0] }), "B5")[0]).toBe(true);
    const own = covered("1", { owed: { role: "debt.balance", kind: "stock", value: [1, 1, 1, 1] } });
    expect(own.verdict("B5")).toMatchObject({ pass: null, reason: "incomplete" });
  });

  test("without debt it does not apply, without service it cannot be decided", () => {
    expect(tell({}).verdict("B5")).toMatchObject({
      pass: null,
      reason: "inapplicable",
      message: { zh: "没有债务,不适用" },
    });
    const idle = debt({}, { "project.service": [0, 0, 0, 0] });
    expect(idle.verdict("B5")).toMatchObject({ pass: null, reason: "incomplete" });
    expect(idle.verdict("B5").message.en).toBe(
      "no service after the grace of any debt within the horizon: not decidable",
    );
  });
});

describe("B6 present value", () => {
  const worth = (first: number, conventions = {}) =>
    tell({ "project.net_posttax": [first, 121, 0, 0] }, { conventions });

  test("the project's after tax at the file's rate, half a fen forgiven", () => {
    expect(short(worth(-110, { icProject: "0.1" }), "B6")).toEqual([true, close(0), undefined]);
    expect(short(worth(-110.0044, { icProject: "0.1" }), "B6")).toEqual([true, close(-0.004), undefined]);
    expect(short(worth(-110.011, { icProject: "0.1" }), "B6")).toEqual([false, close(-0.01), undefined]);
    expect(worth(-100, { icProject: "0.1" }).verdict("B6").message.zh).toBe(
      "净现值 0.00 万元(ic=10%,按年末流量,首期 t=1)",
    );
  });

  test("without a rate it cannot be decided", () => {
    expect(worth(-110).verdict("B6")).toMatchObject({
      pass: null,
      reason: "incomplete",
      message: { zh: "未填写基准收益率 ic" },
    });
  });
});

describe("B7 the operation carries itself", () => {
  const run = (surplus: readonly number[], revenue = [0, 10, 10, 10]) =>
    tell({ "project.operating_revenue": revenue, "project.operating_surplus": surplus });

  test("in a year and cumulatively", () => {
    const carried = run([-5, -2, 1, 8]);
    expect(short(carried, "B7")).toEqual([true, 2, undefined]);
    expect(carried.verdict("B7").message.en).toBe("year: 2028; cumulative: 2029");
    const thin = run([-5, -2, 1, 5]);
    expect(short(thin, "B7")).toEqual([false, -1, undefined]);
    expect(thin.verdict("B7").message.en).toBe("year: 2028; cumulative: not reached within the horizon");
  });

  test("reached once is enough, before operation is not", () => {
    expect(short(run([0, 3, -2, -5]), "B7")).toEqual([true, -4, undefined]);
    expect(short(run([9, -1, -2, -5]), "B7")).toEqual([false, 1, undefined]);
    expect(short(run([0, -0.005, -1, -1]), "B7")[0]).toBe(true);
    expect(short(run([0, -0.01, -1, -1]), "B7")[0]).toBe(false);
  });

  test("does not apply without revenue", () => {
    expect(run([0, 0, 0, 0], [0, 0, 0, 0]).verdict("B7")).toMatchObject({ pass: null, reason: "inapplicable" });
    expect(run([0, 0, 0, 0], [0, 0, 0, 0]).verdict("B7").message.zh).toBe("无经营收入,不适用");
  });
});

describe("B8 break-even point", () => {
  const sales = {
    "project.sale_receipts": [1000, 0, 0, 0],
    "project.static_balance": "(1000 * project.price_factor - 800) * oneyuan",
  };
  const shops = {
    ...{
      "project.operating_revenue": [100, 0, 0, 0],
      "project.ramped_revenue": [100, 0, 0, 0],
      "project.revenue_at_capacity": [125, 0, 0, 0],
    },
    "project.operating_surplus": {
      kind: "flow",
      value: "t == 1 ? (100 * project.occupancy_factor - 60) * oneyuan : 0",
    } as const,
  };
  const judged = (given: Parameters<typeof tell>[0], bepComfort?: string) =>
    tell(given, { conventions: bepComfort === undefined ? {} : { bepComfort } });

  test("the higher of price and occupancy against the comfort line", () => {
    expect(short(judged({ ...sales, ...shops }, "0.9"), "B8")).toEqual([true, close(0.1), undefined]);
    expect(short(judged({ ...sales, ...shops }, "0.75"), "B8")).toEqual([false, close(-0.05), undefined]);
    expect(short(judged(shops, "0.59"), "B8")).toEqual([false, close(-0.01), undefined]);
    expect(judged({ ...sales, ...shops }, "0.9").verdict("B8").message.en).toBe(
      "sale price 80.0%, occupancy 60.0% of the one used; comfort line 90.0%",
    );
  });

  test("the revenue where none follows an occupancy", () => {
    const service = {
      ...{
        "project.operating_revenue": [100, 0, 0, 0],
        "project.variable_cost": [20, 0, 0, 0],
        "project.fixed_cost": [40, 0, 0, 0],
      },
    };
    expect(short(judged(service, "0.5"), "B8")).toEqual([true, close(0), undefined]);
    expect(judged(service, "0.5").verdict("B8").message.zh).toBe("经营收入 50.0%;控制线 50.0%");
  });

  test("a balance at any price is safe, one at none is not", () => {
    expect(
      short(judged({ ...sales, "project.static_balance": "(1000 * project.price_factor + 1) * oneyuan" }, "0.5"), "B8"),
    ).toEqual([true, 0.5, undefined]);
    const never = judged({ ...sales, "project.static_balance": "(project.price_factor - 800) * oneyuan" }, "0.5");
    expect(short(never, "B8")).toEqual([false, -4.5, undefined]);
    expect(never.verdict("B8").message.en).toMatch(/^sale price: not even five times/);
  });

  test("is shown and not decided without a line, and does not apply where nothing is sold or run", () => {
    expect(judged(sales).verdict("B8")).toMatchObject({ pass: null, reason: "no_target" });
    expect(judged(sales).verdict("B8").message.en).toBe("sale price 80.0%; no comfort line is entered: not decided");
    expect(judged({}, "0.9").verdict("B8")).toMatchObject({ pass: null, reason: "inapplicable" });
    expect(judged({}).verdict("B8").message.zh).toBe("不适用:没有销售;没有经营收入");
  });
});

describe("B9 public money", () => {
  const spent = (support: number, publicBudget?: string) =>
    tell(
      { "stmt_fiscal.support": [support, 0, 0, 0], "stmt_fiscal.net": [support, -30, 0, 0] },
      { conventions: publicBudget === undefined ? {} : { publicBudget } },
    );

  test("what is counted against the budget, half a fen forgiven", () => {
    expect(short(spent(100, "100"), "B9")).toEqual([true, 0, undefined]);
    expect(short(spent(100.005, "100"), "B9")[0]).toBe(true);
    expect(short(spent(100.01, "100"), "B9")).toEqual([false, close(-0.01), undefined]);
    expect(spent(20000, "30000").verdict("B9").message.zh).toBe("补助与返还 2.00 万元,财政净支出 2.00 万元");
  });

  test("without a budget support cannot be judged, and without support there is nothing to judge", () => {
    expect(spent(100).verdict("B9")).toMatchObject({ pass: null, reason: "incomplete" });
    expect(spent(100).verdict("B9").message.en).toMatch(/no public budget is entered: not decided$/);
    expect(spent(0).verdict("B9")).toMatchObject({ pass: null, reason: "inapplicable" });
    expect(short(spent(0, "0"), "B9")).toEqual([true, 0, undefined]);
  });
});
