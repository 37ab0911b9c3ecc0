import { describe, expect, it } from "vitest";
import { areaExample } from "./support/area.ts";
import { compensation, item, worksOf } from "./support/cost.ts";
import { type Inputs, type Part, profile, run, situationCase } from "./support/situation.ts";

const works = (items: readonly Inputs[], weights?: readonly number[]): Part => [
  "works",
  "works",
  worksOf(items, weights),
];

describe("works", () => {
  it("multiplies what the area balance says", () => {
    const bases = ["above", "below", "existing", "demolished", "site", "households", "households_existing", "kept"];
    const outcome = run({
      components: [
        ["area", "area_balance", areaExample()],
        works([
          ...bases.map((basis) => item(1, { id: basis, basis })),
          item(7, { id: "lifts", basis: "count", quantity: "3" }),
        ]),
      ],
      periods: 1,
    });
    const budgets = [...bases, "lifts"].map((id) => outcome.one(`works.budget.${id}`));
    const expected = [50400, 23780, 30000, 30000, 20000, 560, 480, 0, 21];
    for (const [index, budget] of budgets.entries()) expect(budget).toBeCloseTo(expected[index] as number, 6);
  });

  it("per ㎡ above ground leaves kept buildings out", () => {
    const existing = [
      { id: "a", use: "residential", legal: "30000", demolishedShare: "0.5", inKindShare: "1", resettleRatio: "1" },
    ];
    const outcome = run({
      components: [["area", "area_balance", areaExample({ existing })], works([item(1, { basis: "above" })])],
      periods: 1,
    });
    expect(outcome.one("works.total_budget")).toBeCloseTo(50400 - 15000, 6);
  });

  it("takes the areas of its own plot only", () => {
    const outcome = run({
      plots: ["p1", "p2"],
      components: [
        ["a", "area_balance", areaExample()],
        ["b", "area_balance", areaExample({ plot: "p2", siteNet: "40000" })],
        ["works", "works", worksOf([item(1, { basis: "site" })], [1], { plot: "p2" })],
      ],
      periods: 1,
    });
    expect(outcome.one("works.total_budget")).toBeCloseTo(40000, 6);
  });

  it("spends the whole budget by the shares of the phasing, which must be those of a whole", () => {
    const part = (shares: readonly number[]): Part => [
      "works",
      "works",
      worksOf([item(900)], [1], { phasing: profile(shares) }),
    ];
    expect(run({ components: [part([0.4, 0.6, 0])], periods: 4 }).series("works.paid.item")).toEqual(
      [360, 540, 0, 0].map((paid) => expect.closeTo(paid, 9)),
    );
    const { problems } = run({ components: [part([0.2, 0.4, 0])], periods: 4 }, true);
    expect(problems.map(({ path }) => path)).toContain("components/works/inputs/phasing");
  });
});

describe("who bears a cost in the end", () => {
  it("is a mark for review and moves no money", () => {
    const paidBy = (bearer: string) =>
      run({ components: [works([item(900, { bearer })])], periods: 1 }).series("party.entity.net");
    expect(paidBy("government")).toEqual(paidBy("residents"));
    const marked = run({ components: [works([item(900, { bearer: "utility" })])], periods: 1 });
    expect(marked.lines.find(({ id }) => id === "works.paid.item")?.tags.bearer).toBe("utility");
  });
});

describe("input VAT of works", () => {
  const taxed = (vatMethod: string, includesVat: boolean) => item(109, { includesVat, vatMethod, vatRate: "0.09" });
  const paid = (one: Inputs, conventions = {}) => run({ components: [works([one])], periods: 1, conventions });

  it("creditable VAT stays outside the investment and is shown apart", () => {
    const outcome = paid(taxed("creditable", true));
    expect(outcome.total("works.paid.item")).toBeCloseTo(100, 9);
    expect(outcome.total("works.paid_vat_paid.item")).toBeCloseTo(9, 9);
    expect(outcome.total("works.paid_vat.item")).toBeCloseTo(9, 9);
    expect(outcome.total("party.entity.net")).toBeCloseTo(-109, 9);
  });

  it("VAT that cannot be credited is part of the investment", () => {
    expect(paid(taxed("non_creditable", true)).total("works.paid.item")).toBeCloseTo(109, 9);
    expect(paid(taxed("non_creditable", false)).total("works.paid.item")).toBeCloseTo(109 * 1.09, 9);
  });

  it("a file without VAT takes it off a price that includes it, and moves none of it", () => {
    const outcome = paid(taxed("creditable", true), { vatBasis: "excluded" });
    expect(outcome.total("works.paid.item")).toBeCloseTo(100, 9);
    expect(outcome.total("party.entity.net")).toBeCloseTo(-100, 9);
    const borne = paid(taxed("non_creditable", true), { vatBasis: "excluded" });
    expect(borne.total("works.paid.item")).toBeCloseTo(109, 9);
  });
});

const fee = (changes: Inputs): Inputs => ({
  id: "fee",
  kind: "management",
  rule: "rate",
  base: "engineering",
  rate: "0.02",
  includesVat: false,
  vatMethod: "none",
  ...changes,
});
const other = (items: readonly Inputs[], changes: Inputs = {}): Part => [
  "other",
  "other_costs",
  { payer: "entity", payee: "supplier", items, ...changes },
];

describe("other costs", () => {
  it("the management fee rests on the works, or on the whole estimate", () => {
    const design = fee({ id: "design", kind: "design", rate: "0.03" });
    const total = (base: string) =>
      run({ components: [works([item(10000)], [1, 1]), other([fee({ base }), design])], periods: 3 }).total(
        "other.paid.fee",
      );
    expect(total("engineering")).toBeCloseTo(200, 9);
    expect(total("estimate")).toBeCloseTo(206, 9);
  });

  it("follows the payment of its base, or a phasing of its own", () => {
    const components = [works([item(10000)], [1, 3])];
    expect(run({ components: [...components, other([fee({})])], periods: 2 }).series("other.paid.fee")).toEqual([
      expect.closeTo(50, 9),
      expect.closeTo(150, 9),
    ]);
    expect(
      run({ components: [...components, other([fee({})], { phasing: profile([1]) })], periods: 2 }).series(
        "other.paid.fee",
      ),
    ).toEqual([expect.closeTo(200, 9), 0]);
  });

  it("a priced fee is paid at once where there are no works to keep step with", () => {
    const price = fee({ rule: "price", basis: "fixed", price: "700" });
    expect(run({ components: [other([price])], periods: 2 }).series("other.paid.fee")).toEqual([700, 0]);
  });

  it("FEE-MGMT: sliding scale of the management fee", () => {
    const { raw } = situationCase("FEE-MGMT");
    const bounds = [0, 1000, 5000, 10000, 50000, 100000];
    const rates = ["0.02", "0.015", "0.012", "0.01", "0.008", "0.004"];
    const scale = rates.map((rate, index) => ({
      id: `s${index}`,
      from: String((bounds[index] as number) * 10000),
      rate,
    }));
    const bases = raw.inputs.bases as readonly number[];
    const fees = bases.map(
      (base) =>
        run({
          components: [works([item(base * 10000)]), other([fee({ rule: "scale" })], { scale })],
          periods: 1,
        }).total("other.paid.fee") / 10000,
    );
    for (const [index, expected] of (raw.expected.fees as readonly number[]).entries())
      expect(fees[index]).toBeCloseTo(expected, 6);
  });
});

const contingency = (changes: Inputs = {}): Part => [
  "cont",
  "contingency",
  { payer: "entity", payee: "contractor", basicRate: "0.05", ...changes },
];

describe("contingency", () => {
  const land: Part = [
    "land",
    "land_revenue",
    {
      buyer: "entity",
      buyerSide: "project",
      treasury: "district",
      province: "province",
      city: "city",
      price: "5000",
      instalments: profile([1]),
      landFundRate: "0",
      education: "0",
      irrigation: "0",
      housing: "0",
      provincialRate: "0",
      cityRate: "0",
      cityBase: "net",
    },
  ];

  it("rests on works, other costs, compensation and transition, not on purchased land", () => {
    const comp = compensation({ legalInKind: "0", legalCash: "1", handover: "2026-02" });
    const outcome = run({
      components: [works([item(10000)]), other([fee({})]), comp, land, contingency()],
      periods: 2,
    });
    expect(outcome.total("cont.base")).toBeCloseTo(10000 + 200 + 10000 + 20, 6);
    expect(outcome.total("cont.basic")).toBeCloseTo(20220 * 0.05, 6);
  });

  it("leaves out a cost line that says so", () => {
    const outcome = run({
      components: [works([item(10000), item(3000, { id: "out", contingency: "no" })]), contingency()],
      periods: 1,
    });
    expect(outcome.total("cont.basic")).toBeCloseTo(500, 6);
  });

  it("PRICE-CONT: growth from the estimate, half a year within each year of construction", () => {
    const { raw } = situationCase("PRICE-CONT");
    const costs = raw.inputs.static_by_year as readonly number[];
    const sum = costs.reduce((total, one) => total + one, 0);
    const outcome = run({
      components: [
        works([item(sum)], costs),
        contingency({
          basicRate: "0",
          priceGrowth: String(raw.inputs.f),
          estimateMonth: "2025-01",
          constructionStart: "2026-01",
        }),
      ],
      periods: 3,
    });
    for (const [index, expected] of (raw.expected.by_year as readonly number[]).entries())
      expect(outcome.series("cont.price")[index]).toBeCloseTo(expected, 4);
  });

  it("price contingency includes the basic contingency in its base", () => {
    const outcome = run({
      components: [
        works([item(10000)]),
        contingency({ priceGrowth: "0.03", estimateMonth: "2026-01", constructionStart: "2026-01" }),
      ],
      periods: 1,
    });
    expect(outcome.total("cont.price")).toBeCloseTo(10500 * (1.03 ** 0.5 - 1), 6);
  });
});
