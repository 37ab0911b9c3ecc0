import { describe, expect, test } from "vitest";
import { components, loan, tell } from "../support/told.ts";

const debt = loan([0, 0, 0, 0], [0, 0, 0, 0]);

describe("debt-service cover", () => {
  const given = {
    ...debt,
    "project.cfads": [50, 120, 90, 60],
    "project.service": [0, 100, 100, 0],
    "project.support_in_cfads": [0, 0, 30, 0],
    "project.ebitda_after_tax": [0, 130, 140, 0],
  };

  test("is the lowest of the years with service, and their mean", () => {
    const told = tell(given, { facts: { components } });
    expect(told.value("dscr.minimum")).toBeCloseTo(0.9, 12);
    expect(told.indicator("dscr.minimum").note?.en).toMatch(/^in 2028; \(net cash of operation/);
    expect(told.value("dscr.average")).toBeCloseTo(1.05, 12);
    expect(told.indicator("dscr.average").note?.zh).toBe("2 个还本付息年的平均");
    expect(told.value("dscr.minimum.without_support")).toBeCloseTo(0.6, 12);
    expect(told.value("dscr.mp3.minimum")).toBeCloseTo(1.3, 12);
    expect(told.indicator("dscr.mp3.minimum").note?.zh).toMatch(/^2027 年;\(息税折旧摊销前利润/);
  });

  test("is a ratio of the year's amounts, not of one period's", () => {
    const halves = { ...debt, "project.cfads": [100, 20, 60, 50], "project.service": [50, 50, 0, 100] };
    const told = tell(halves, { step: "half-year", facts: { components } });
    expect(told.value("dscr.minimum")).toBeCloseTo(1.1, 12);
    expect(told.value("dscr.average")).toBeCloseTo(1.15, 12);
  });

  test("of equal years the first is named; project years have numbers of their own", () => {
    const flat = { ...debt, "project.cfads": [0, 90, 90, 90], "project.service": [0, 100, 100, 100] };
    expect(tell(flat, { facts: { components } }).value("dscr.minimum.at")).toBe(2027);
    const own = tell(flat, { conventions: { yearBasis: "project" }, facts: { components } });
    expect(own.indicator("dscr.minimum").note?.zh).toMatch(/^第2年 年/);
  });

  test("service below half a fen is none; without debt or service there is no cover, for different reasons", () => {
    const tiny = tell(
      { ...debt, "project.cfads": [1, 1, 1, 1], "project.service": [0.004, 0, 0, 0] },
      { facts: { components } },
    );
    expect(tiny.indicator("dscr.minimum").note?.en).toMatch(/no debt service after the grace/);
    expect(tiny.indicator("dscr.average").value).toBeNull();
    expect(tell({ "project.service": [0, 5, 0, 0] }).indicator("dscr.minimum").note?.en).toBe("there is no debt");
  });
});

test("interest cover is the lowest of the years with interest in cost", () => {
  const told = tell({ "stmt_profit.r19": [10, 30, 20, 5], "stmt_profit.r3_5": [0, 10, 8, 0] });
  expect(told.value("icr.minimum")).toBeCloseTo(2.5, 12);
  expect(told.indicator("icr.minimum").note?.en).toBe("in 2028; EBIT / interest in cost");
  expect(tell({}).indicator("icr.minimum").note?.en).toBe("no interest in cost");
});

test("leverage is the highest of the year ends with assets", () => {
  const sheet = (assets: readonly number[], debts: readonly number[]) => ({
    "stmt_balance.r1": { kind: "stock", value: assets } as const,
    "stmt_balance.r2_4": { kind: "stock", value: debts } as const,
  });
  const told = tell(sheet([100, 200, 100, 0], [50, 120, 40, 30]));
  expect(told.value("loar.maximum")).toBeCloseTo(0.6, 12);
  expect(told.indicator("loar.maximum").note?.zh).toBe("2027 年末");
  const halves = tell(sheet([100, 100, 100, 100], [90, 50, 80, 60]), { step: "half-year" });
  expect(halves.value("loar.maximum")).toBeCloseTo(0.6, 12);
  expect(tell({}).indicator("loar.maximum").note?.en).toBe("no assets at any year end");
});

describe("coverage", () => {
  const covered = (given: Parameters<typeof tell>[0], conventions = {}) =>
    tell(given, { facts: { components }, conventions });

  test("is income over the life against all that falls due", () => {
    const told = covered(loan([0, 100, 100, 100], [0, 50, 70, 0]));
    expect(told.value("coverage.loan")).toBeCloseTo(2.5, 12);
    expect(told.indicator("coverage.loan").note?.en).toMatch(/^net income over its life .*nominal$/);
    const stated = covered(loan([0, 100, 0, 0], [0, 50, 0, 0]), { coverageDefinition: "净收益/本息" });
    expect(stated.indicator("coverage.loan").note?.zh).toMatch(/;文件口径:净收益\/本息$/);
  });

  test("goes by the debt's own definition where it states one", () => {
    const stated = {
      ...loan([0, 100, 0, 0], [0, 50, 0, 0]),
      "loan.income_stated": { role: "coverage.net_income", tags: { component: "loan" }, value: [0, 75, 0, 0] },
      "loan.service": { role: "coverage.service", tags: { component: "loan" }, value: [0, 50, 0, 0] },
      "stmt_debt.stated_of_loan": [0, 75, 0, 0],
    } as const;
    expect(covered(stated).value("coverage.loan")).toBeCloseTo(1.5, 12);
    const second = { id: "second", label: { zh: "另一笔", en: "Second" } };
    const beside = {
      ...stated,
      "second.balance": { role: "debt.balance", kind: "stock", tags: { component: "second" }, value: [1, 1, 1, 1] },
      "stmt_debt.income_of_second": [0, 80, 0, 0],
      "stmt_debt.service_of_second": [0, 40, 0, 0],
    } as const;
    const told = tell(beside, { facts: { components: [...components, second] } });
    expect([told.value("coverage.loan"), told.value("coverage.second")]).toEqual([1.5, 2]);
  });

  test("has no value where nothing falls due, or where the debt is the user's own lines", () => {
    expect(covered(debt).indicator("coverage.loan").note?.en).toBe("nothing falls due on this debt");
    const own = covered({ owed: { role: "debt.balance", kind: "stock", value: [1, 1, 1, 1] } });
    expect(own.indicator("coverage.owed").note?.en).toMatch(/user's own lines/);
  });
});
