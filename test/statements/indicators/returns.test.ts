import { describe, expect, test } from "vitest";
import { tell } from "../support/told.ts";

/** -100 now, then 60 a year: NPV at 10 % with the first flow discounted: (-100 + 60/1.1 + 60/1.21 + 60/1.331)/1.1. */
const flow = [-100, 60, 60, 60];
const atTen = (-100 + 60 / 1.1 + 60 / 1.21 + 60 / 1.331) / 1.1;
const ic = { icProject: "0.1" };

describe("net present value", () => {
  test("discounts year-end flows, the first by one year", () => {
    const told = tell({ "project.net_posttax": flow }, { conventions: ic });
    expect(told.value("npv.project.posttax")).toBeCloseTo(atTen, 9);
    expect(told.value("npv.project.pretax")).toBe(0);
    expect(told.indicator("npv.project.posttax")).toMatchObject({
      unit: "CNY",
      note: { en: "ic = 10 %, yearly flows, first flow at t=1" },
    });
  });

  test("t=0 leaves the first flow undiscounted", () => {
    const told = tell({ "project.net_posttax": flow }, { conventions: { ...ic, discountFrom: "t=0" } });
    expect(told.value("npv.project.posttax")).toBeCloseTo(atTen * 1.1, 9);
    expect(told.indicator("npv.project.posttax").note?.zh).toBe("ic=10%,按年末流量,首期 t=0");
  });

  test("by period the rate is effective: (1+ic)^(1/n)-1", () => {
    const half = 1.21 ** 0.5 - 1;
    const told = tell(
      { "project.net_posttax": flow },
      { conventions: { icProject: "0.21", indicatorBasis: "period" }, step: "half-year" },
    );
    expect(half).toBeCloseTo(0.1, 12);
    expect(told.value("npv.project.posttax")).toBeCloseTo(atTen, 9);
  });

  test("by year half-years are added up first", () => {
    const told = tell({ "project.net_posttax": flow }, { conventions: ic, step: "half-year" });
    expect(told.value("npv.project.posttax")).toBeCloseTo(-40 / 1.1 + 120 / 1.21, 9);
  });

  test("equity has a rate of its own, the project's where none is entered; the view without support has its own flow", () => {
    const given = { "project.net_equity": flow, "project.net_equity_without_support": [-100, 0, 0, 0] };
    expect(tell(given, { conventions: { ...ic, icEquity: "0" } }).value("npv.equity")).toBeCloseTo(80, 9);
    const same = tell(given, { conventions: ic });
    expect(same.value("npv.equity")).toBeCloseTo(atTen, 9);
    expect(same.value("npv.equity.without_support")).toBeCloseTo(-100 / 1.1, 9);
  });

  test("has no value without a rate, and says so; a missing flow is another matter", () => {
    expect(tell({}).indicator("npv.project.posttax")).toMatchObject({
      value: null,
      note: { zh: "未填写基准收益率 ic" },
    });
    const broken = tell({ "project.net_posttax": flow }, { conventions: ic, missing: ["project.net_posttax"] });
    expect(broken.why("npv.project.posttax")).toMatch(/missing or in error/);
    expect(broken.value("npv.project.pretax")).toBe(0);
  });
});

describe("internal rate of return", () => {
  test("is a rate per year on either basis", () => {
    const told = tell({ "project.net_pretax": [-100, 0, 121, 0] });
    expect(told.value("firr.project.pretax")).toBeCloseTo(0.1, 9);
    const halves = tell(
      { "project.net_pretax": [-100, 110, 0, 0] },
      { conventions: { indicatorBasis: "period" }, step: "half-year" },
    );
    expect(halves.value("firr.project.pretax")).toBeCloseTo(0.21, 9);
  });

  test("flows below half a fen are no flows: one rate, not two", () => {
    expect(tell({ "project.net_equity": [-100, 110, 0, -0.004] }).value("firr.equity")).toBeCloseTo(0.1, 9);
    expect(tell({ "project.net_equity": [-100, 110, 0, -0.006] }).value("firr.equity")).toBeUndefined();
  });

  test("several rates are listed by year, none is said", () => {
    const flows = { "project.net_pretax": [-100, 230, -132, 0] };
    expect(tell(flows).indicator("firr.project.pretax")).toMatchObject({
      value: null,
      note: { zh: "存在多个内部收益率:10%、20%", en: "several rates: 10 %, 20 %" },
    });
    const halves = tell(flows, { conventions: { indicatorBasis: "period" }, step: "half-year" });
    expect(halves.indicator("firr.project.pretax").note?.en).toBe("several rates: 21 %, 44 %");
    expect(tell({}).indicator("firr.project.pretax").note?.en).toMatch(/none makes the present value 0/);
  });
});

describe("payback", () => {
  const paid = (flows: readonly number[]) => tell({ "project.net_posttax": flows }).indicator("payback.static");

  test("counts from the start of construction, the last step in part", () => {
    expect(paid([-100, 40, 40, 40])).toMatchObject({ unit: "a" });
    expect(paid([-100, 40, 40, 40]).value?.toNumber()).toBe(3.5);
    expect(paid([-100, 40, 40, 40]).note).toBeUndefined();
    const halves = tell(
      { "project.net_posttax": [-100, 40, 40, 40] },
      { conventions: { indicatorBasis: "period" }, step: "half-year" },
    );
    expect(halves.value("payback.static")).toBe(1.75);
  });

  test("what is left within half a fen is paid back", () => {
    expect(paid([-100, 99.996, 0, 0]).value?.toNumber()).toBe(2);
    expect(paid([-100, 99.99, 0, 0]).value).toBeNull();
  });

  test("says when it does not last, is not reached, or there is nothing to pay back", () => {
    expect(paid([-100, 150, -80, 60]).note?.en).toMatch(/^not lasting/);
    expect(paid([-100, 150, -80, 60]).value?.toNumber()).toBeCloseTo(1 + 100 / 150, 12);
    expect(paid([-100, 150, -50, 60]).note).toBeUndefined();
    expect(paid([-100, 20, 20, 20]).note?.en).toMatch(/not paid back within the horizon/);
    expect(paid([1, 2, 3, 4]).note?.en).toMatch(/never negative/);
  });

  test("the dynamic one discounts the flows at the project's rate", () => {
    const given = {
      "project.net_posttax": [-110, 121, 0, 0],
      "project.net_posttax_without_support": [-110, 0, 133.1, 0],
    };
    const told = tell(given, { conventions: ic });
    expect(told.value("payback.dynamic")).toBeCloseTo(2, 9);
    expect(told.value("payback.dynamic.without_support")).toBeCloseTo(3, 9);
    expect(told.value("payback.static")).toBeCloseTo(1 + 110 / 121, 9);
    const late = tell({ "project.net_posttax": [-110, 115, 0, 0] }, { conventions: ic });
    expect(late.value("payback.static")).toBeCloseTo(1 + 110 / 115, 9);
    expect(late.indicator("payback.dynamic")).toMatchObject({ value: null });
    expect(tell(given).indicator("payback.dynamic").note?.zh).toBe("未填写基准收益率 ic");
  });

  test("half-years of one year add up before they are discounted", () => {
    const given = { "project.net_posttax": [-10, -100, 21, 100] };
    const told = tell(given, { conventions: ic, step: "half-year" });
    expect(told.value("payback.dynamic")).toBeCloseTo(2, 9);
  });
});
