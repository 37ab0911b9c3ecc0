import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ModelDocument } from "../../models/document/schema.ts";
import { documentOf, type Outcome, outcomeOf } from "./outcome.ts";
import { withInputs, without } from "./transform/parts.ts";

/** Small files people wrote, and changes of an example, each with the answer worked out apart from the product. */
function read(name: string, folder = "documents"): ModelDocument {
  const text = readFileSync(new URL(`./${folder}/${name}.json`, import.meta.url), "utf8");
  return documentOf(JSON.parse(text));
}

const rebuild = (): ModelDocument => read("rebuild", "../../examples");

function said(outcome: Outcome, indicator: string): number | null | undefined {
  return outcome.indicators.get(indicator);
}

function total(outcome: Outcome, line: string): number {
  return (outcome.lines.get(line)?.values ?? []).reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0);
}

const greens = (outcome: Outcome): readonly string[] =>
  [...outcome.verdicts].flatMap(([id, pass]) => (pass === true ? [id] : []));

describe("a file that leaves something out", () => {
  const scenario = rebuild();
  const works = scenario.components.find(({ id }) => id === "works");
  const area = scenario.components.find(({ id }) => id === "area");
  const leavingOut = (component: typeof works, input: string): ModelDocument => ({
    ...scenario,
    components: scenario.components.map((one) => {
      if (one !== component) return one;
      const { [input]: _gone, ...inputs } = one.inputs;
      return { ...one, inputs };
    }),
  });

  it("without its works has no balance", () => {
    const outcome = outcomeOf(leavingOut(works, "items"));
    for (const id of ["B2", "B3", "B4", "B5", "B6", "B8"]) expect([id, outcome.verdicts.get(id)]).toEqual([id, null]);
    expect(outcome.problems.join("\n")).toContain("components/works/inputs/items");
  });

  it("with works that are an empty table has none either", () => {
    const outcome = outcomeOf(withInputs(scenario, "works", { items: [] }));
    for (const id of ["B2", "B3", "B6", "B8"]) expect([id, outcome.verdicts.get(id)]).toEqual([id, null]);
  });

  it("without the existing buildings of its area balance says so, and nothing that depends on area is green", () => {
    const outcome = outcomeOf(leavingOut(area, "existing"));
    expect(outcome.problems.join("\n")).toContain("components/area/inputs/existing");
    for (const id of ["B1", "B2", "B6", "B8"]) expect([id, outcome.verdicts.get(id)]).toEqual([id, null]);
  });

  it("without its area balance says at each word that the product is nowhere", () => {
    const outcome = outcomeOf(without(scenario, "area"));
    expect(outcome.problems.join("\n")).toContain("components/flats/inputs/product");
    expect(outcome.verdicts.get("B2")).toBeNull();
    expect(greens(outcome)).toEqual(expect.not.arrayContaining(["B2", "B3", "B4", "B5", "B6", "B8"]));
  });

  it("with a misspelt product says it at the word", () => {
    const outcome = outcomeOf(withInputs(scenario, "flats", { product: "flat" }));
    expect(outcome.problems.join("\n")).toContain("components/flats/inputs/product");
    expect(outcome.verdicts.get("B2")).toBeNull();
  });

  it("with half of the price never collected says that the shares are no whole", () => {
    const collection = [{ id: "down", lag: "0", share: "0.5" }];
    const outcome = outcomeOf(withInputs(scenario, "flats", { collection }));
    expect(outcome.problems.join("\n")).toContain("components/flats/inputs/collection");
    expect(outcome.verdicts.get("B2")).toBeNull();
  });

  it("with nothing in it is nothing balanced", () => {
    const { components: _all, scenarios: _set, ...rest } = scenario;
    expect(greens(outcomeOf({ ...rest, components: [], scenarios: [] }))).toEqual([]);
  });
});

describe("a file that has something twice", () => {
  const scenario = rebuild();
  const copied = (id: string): ModelDocument => {
    const component = scenario.components.find((one) => one.id === id);
    if (component === undefined) throw new Error(`no component ${id}`);
    return { ...scenario, components: [...scenario.components, { ...component, id: `${id}_copy` }] };
  };

  it.each(["income_tax", "vat", "books", "lat"])("names both where %s is copied", (id) => {
    const outcome = outcomeOf(copied(id));
    const problems = outcome.problems.join("\n");
    expect(problems).toContain(`components/${id}`);
    expect(problems).toContain(`components/${id}_copy`);
    expect(outcome.verdicts.get("B2")).toBeNull();
  });

  it("where a sale is copied the areas do not balance, and nothing rests on them", () => {
    const outcome = outcomeOf(copied("flats"));
    expect(outcome.verdicts.get("B1")).toBe(false);
    for (const id of ["B2", "B3", "B6", "B8"]) expect([id, outcome.verdicts.get(id)]).toEqual([id, null]);
  });
});

describe("the end of the horizon, and the stages", () => {
  it("counts a bond that matures after the horizon: all that is owed against the income within it", () => {
    const document = read("bond-beyond-horizon");
    const short = outcomeOf(document);
    // Nine years of 700 against 10,000 and twenty coupons of 300.
    expect(said(short, "coverage.bond")).toBeCloseTo(6_300 / 16_000, 6);
    expect(short.verdicts.get("B5")).toBeNull();
    const { timeline } = document;
    const whole = outcomeOf({ ...document, timeline: { ...timeline, periods: 21 } });
    expect(said(whole, "coverage.bond")).toBeCloseTo(14_000 / 16_000, 6);
    expect(whole.verdicts.get("B5")).toBe(false);
  });

  it("a yuan spent in the last period changes no stage", () => {
    const document = read("late-yuan");
    const last = document.components.filter(({ mechanism }) => mechanism === "scheduled_investment").at(-1);
    const outcome = outcomeOf(document);
    expect(outcome.verdicts.get("B5")).toBe(false);
    const untouched = outcomeOf(without(document, last?.id ?? ""));
    expect(said(outcome, "dscr.minimum")).toBeCloseTo(said(untouched, "dscr.minimum") ?? Number.NaN, 6);
  });

  it("working capital paid by capital is no burden of debt service", () => {
    expect(said(outcomeOf(read("working-capital-dscr")), "dscr.minimum")).toBeCloseTo(1.56, 2);
  });

  it("retained works paid late leave six years of service to be tested", () => {
    const outcome = outcomeOf(read("retention-paid-late"));
    expect(said(outcome, "dscr.minimum")).toBeCloseTo(0.9, 2);
    expect(outcome.verdicts.get("B5")).toBe(false);
  });

  it("a facility that cannot be drawn is no funding", () => {
    expect(outcomeOf(read("capital-condition-unmet")).verdicts.get("B3")).toBe(false);
  });

  it("a yearly step that begins in July is said at the timeline, or its half year counts as half", () => {
    const outcome = outcomeOf(read("mid-year"));
    const npv = said(outcome, "npv.project.pretax") ?? 0;
    const isSaid = outcome.problems.some((problem) => problem.includes("timeline"));
    expect(isSaid || Math.abs(npv - 5_270_000) < 10_000).toBe(true);
  });
});

describe("numbers", () => {
  it("marketing is a cost of operation", () => {
    const outcome = outcomeOf(read("marketing-cost"));
    expect(outcome.verdicts.get("B7")).toBe(false);
    expect(
      Math.min(...(outcome.lines.get("project.operating_surplus")?.values ?? []).map((value) => value ?? Number.NaN)),
    ).toBeLessThan(0);
  });

  it("taxes of sales are no cost of operation", () => {
    const outcome = outcomeOf(read("handover-in-first-letting-year"));
    expect(outcome.lines.get("project.operating_surplus")?.values).toContainEqual(expect.closeTo(274_816, 0));
    expect(said(outcome, "operation.breakeven_year")).toBe(2028);
    expect(said(outcome, "operation.cumulative_breakeven_year")).toBe(2028);
  });

  it("payback counts from the start of construction, and from the beginning of the year where flows do", () => {
    expect(said(outcomeOf(read("idle-years-first")), "payback.static")).toBeCloseTo(3, 6);
    expect(said(outcomeOf(read("payback-t0")), "payback.static")).toBeCloseTo(5.08, 2);
  });

  it("a bond that counts as capital is public money as its table says, and takes nothing from the loan beside it", () => {
    const outcome = outcomeOf(read("bond-as-capital"));
    // 99,000,000 lent on, and interest of 2,970,000 a year for thirteen years that the budget pays.
    expect(said(outcome, "fiscal.net")).toBeCloseTo(137_610_000, 2);
    expect(total(outcome, "stmt_fiscal.net")).toBeCloseTo(137_610_000, 2);
    expect(said(outcome, "coverage.l") ?? 0).toBeGreaterThan(1);
  });

  it("principal repaid out of a new loan is no burden of the old one", () => {
    const document = read("refinance");
    const apart = outcomeOf(document);
    const named = outcomeOf(withInputs(document, "op", { refinances: "dev" }));
    expect(said(apart, "dscr.minimum") ?? Number.NaN).toBeLessThan(0.25);
    expect(said(named, "dscr.minimum") ?? Number.NaN).toBeGreaterThan(1);
  });
});

describe("inputs", () => {
  it("a rate may be given by date", () => {
    const outcome = outcomeOf(read("floating-rate"));
    expect(outcome.problems).toEqual([]);
    expect(outcome.verdicts.get("B2")).toBe(false);
  });

  it("a loan that is never drawn, a month outside the horizon are said at their place", () => {
    expect(outcomeOf(read("loan-never-drawn")).problems.join("\n")).toContain("components/");
    expect(outcomeOf(read("at-without-month")).problems.join("\n")).toContain("customLines/x2");
  });
});

describe("a loan beside a special bond", () => {
  const bond = (enabled: boolean): ModelDocument => {
    const document = rebuild();
    const inputs = {
      ...{ issuer: "district", borrower: "spv", feePayee: "supplier", use: "debt", issueTiming: "end" },
      ...{ couponInterval: "half_year", issueFeeRate: "0", paymentFeeRate: "0", status: "approved" },
      approval: { notNeeded: "额度已批复" },
      tranches: [{ id: "a", amount: "1", issue: "2027-01", coupon: "0.02", term: "5", firstPrincipal: "5" }],
    };
    const component = { id: "bond", mechanism: "special_bond", label: "bond", enabled, inputs };
    return documentOf({ ...document, components: [...document.components, component] });
  };

  it("keeps a coverage of its own, whether the bond is used or switched off", () => {
    const alone = outcomeOf(rebuild());
    const own = said(alone, "coverage.policy_loan") ?? Number.NaN;
    expect(own).toBeGreaterThan(1);
    for (const enabled of [true, false]) {
      const beside = outcomeOf(bond(enabled));
      expect(said(beside, "coverage.policy_loan")).toBeCloseTo(own, 5);
      expect(beside.verdicts.get("B5")).toBe(alone.verdicts.get("B5"));
    }
  });
});
