import { describe, expect, it } from "vitest";
import { bidOf, compared, tenderDocument } from "./support.ts";

const NET = { included: false };
const GROSS = { included: true, rate: "0.06" };
const none = { discountRate: "0" };

/** One bid over ten years at no discount, so that a present value is a sum. */
const one = (told: Readonly<Record<string, unknown>>, notice = {}, tender = {}, rest = {}) =>
  compared(tenderDocument({ ...none, ...notice }, tender, [bidOf("A", told)], rest)).one;

describe("steps of the normalisation", () => {
  it("puts a price with VAT on the basis of the notice by its own rate", () => {
    const found = one({ fee: { amounts: "1060", vat: GROSS } });
    expect(found("bid.A.npv.headline")).toBe(10_600);
    expect(found("bid.A.step.vat")).toBe(-600);
    expect(found("bid.A.npv")).toBe(10_000);
  });

  it("adds VAT where the notice counts with it", () => {
    const found = one({ fee: { amounts: "1000", vat: { included: false, rate: "0.06" } } }, { vatBasis: "included" });
    expect(found("bid.A.npv")).toBe(10_600);
  });

  it("has no value where the rate that is needed is not stated, and needs none on the same basis", () => {
    const lacking = one({ fee: { amounts: "1060", vat: { included: true } } });
    expect(lacking("bid.A.npv.headline")).toBe(10_600);
    expect(lacking("bid.A.npv")).toBeUndefined();
    expect(
      one(
        { fee: { amounts: "1060", vat: { included: true } } },
        { vatBasis: "included" },
        { reference: { revenues: [{ id: "all", amounts: "0", vat: { included: true } }] } },
      )("bid.A.npv"),
    ).toBe(10_600);
  });

  it("takes the growth of current prices out where the notice counts in constant ones", () => {
    const found = one(
      {
        priceLevel: "current",
        termYears: 1,
        capital: [{ id: "c", year: 0, amount: "500", evidence: "x", vat: NET }],
        fee: { amounts: "1100", vat: NET },
      },
      { inflation: "0.1", termYears: 1 },
    );
    expect(found("bid.A.step.price")).toBe(-100);
    expect(found("bid.A.npv")).toBe(1_500);
  });

  it("compares a longer term over the reference term, and by its own annual equivalent beside it", () => {
    const found = one({ termYears: 12, fee: { amounts: { "1": "1000", "12": "2400" }, vat: NET } });
    expect(found("bid.A.npv.headline")).toBe(3_400);
    expect(found("bid.A.step.term")).toBe(-2_400);
    expect(found("bid.A.equivalent")).toBe(100);
    expect(found("bid.A.own_term.npv")).toBe(3_400);
    expect(found("bid.A.own_term.equivalent")).toBeCloseTo(3_400 / 12, 8);
    expect(found("bid.A.room.term")).toBe(2);
  });

  it("lets a fee grow from year 2", () => {
    const { years } = compared(
      tenderDocument(none, {}, [bidOf("A", { fee: { amounts: "100", growth: "0.1", vat: NET } })]),
    );
    expect(years("bid.A.fee").slice(0, 4)).toEqual([0, 100, 110, expect.closeTo(121, 8)]);
  });

  it("shares above the threshold, within cap and floor", () => {
    const shared = (row: object) => one({ shares: [{ id: "s", of: "all", rate: "0.1", ...row }] })("bid.A.step.share");
    expect(shared({})).toBe(6_000_000);
    expect(shared({ threshold: "5000000" })).toBe(1_000_000);
    expect(shared({ threshold: "7000000" })).toBe(0);
    expect(shared({ cap: "250000" })).toBe(2_500_000);
    expect(shared({ threshold: "7000000", floor: "40000" })).toBe(400_000);
  });

  it("reckons a share of all lines together once, within its cap", () => {
    const notice = { revenues: [{ id: "a" }, { id: "b" }] };
    const reference = {
      revenues: [
        { id: "a", amounts: "100", vat: NET },
        { id: "b", amounts: { "1": "900" }, vat: NET },
      ],
    };
    const shares = [{ id: "s", of: "total", rate: "0.5" }];
    expect(one({ shares }, notice, { reference })("bid.A.step.share")).toBe(950);
    expect(one({ shares, sharesCap: "60" }, notice, { reference })("bid.A.step.share")).toBe(60 + 9 * 50);
    expect(one({ shares, sharesFloor: "80" }, notice, { reference })("bid.A.step.share")).toBe(500 + 9 * 80);
  });

  it("never measures a share on what the bidder expects", () => {
    const told = {
      shares: [{ id: "s", of: "all", rate: "0.1" }],
      own: { revenues: [{ id: "all", amounts: "9000000" }] },
    };
    const found = one(told);
    expect(found("bid.A.step.share")).toBe(6_000_000);
    expect(found("bid.A.npv_claimed")).toBe(9_000_000);
  });

  it("moves the share with the reference revenue, by the swing the notice states", () => {
    const found = one({ shares: [{ id: "s", of: "all", rate: "0.1" }] });
    expect([found("bid.A.npv_low"), found("bid.A.npv_high")]).toEqual([4_800_000, 7_200_000]);
    expect(
      one({ shares: [{ id: "s", of: "all", rate: "0.1" }] }, { sensitivity: undefined })("bid.A.npv_low"),
    ).toBeUndefined();
  });

  it("counts a subsidy within its limits by row, by year and over the term, and says what was asked", () => {
    const asked = (notice: object) =>
      one({ subsidies: [{ id: "x", amounts: "100", vat: NET }] }, { subsidies: [{ id: "x" }], ...notice });
    expect(asked({})("bid.A.npv")).toBe(-1_000);
    expect(asked({ subsidies: [{ id: "x", limit: "60" }] })("bid.A.npv")).toBe(-600);
    expect(asked({ subsidyLimit: { "1": "30", "2": "200" } })("bid.A.npv")).toBe(-130);
    const whole = asked({ subsidyLimitWhole: "250" });
    expect(whole("bid.A.npv")).toBe(-250);
    expect(whole("bid.A.npv_as_asked")).toBe(-1_000);
    expect(whole("bid.A.room.subsidies_whole")).toBe(-750);
  });

  it("leaves capital without evidence out and shows it", () => {
    const found = one({
      capital: [
        { id: "c", year: 0, amount: "500", vat: NET },
        { id: "d", year: 2, amount: "70", evidence: "资信证明", vat: NET },
      ],
    });
    expect(found("bid.A.step.evidence")).toBe(-500);
    expect(found("bid.A.npv")).toBe(70);
    expect(found("bid.A.npv_as_promised")).toBe(570);
  });

  it("takes off what the owner bears, whoever bids, but for what a bid takes over; an amount nobody has estimated is not nothing", () => {
    const notice = { borne: [{ id: "roof", amounts: "10" }] };
    expect(one({}, notice)("bid.A.npv")).toBe(-100);
    expect(one({ takesOver: ["roof"] }, notice)("bid.A.npv")).toBe(0);
    expect(one({ borne: [{ id: "more", amounts: { "3": "7" } }] }, notice)("bid.A.npv")).toBe(-107);
    expect(one({ borne: [{ id: "more" }] }, notice)("bid.A.npv")).toBeUndefined();
  });

  it("discounts flows of year 1 once and capital at the base date not at all", () => {
    const found = one(
      {
        termYears: 1,
        fee: { amounts: "105", vat: NET },
        capital: [{ id: "c", year: 0, amount: "50", evidence: "x", vat: NET }],
      },
      { discountRate: "0.05", termYears: 1 },
    );
    expect(found("bid.A.npv")).toBe(150);
  });

  it("has no value without the rate, the term or the fee", () => {
    expect(one({ fee: { amounts: "1", vat: NET } }, { discountRate: undefined })("bid.A.npv")).toBeUndefined();
    expect(one({ fee: { vat: NET } })("bid.A.npv")).toBeUndefined();
    expect(one({ termYears: undefined, fee: { amounts: "1", vat: NET } })("bid.A.npv")).toBeUndefined();
  });
});

describe("the bidder's own cash flow", () => {
  const own = {
    revenues: [{ id: "all", amounts: "500" }],
    costs: [{ id: "staff", amounts: "100" }],
    investments: [{ id: "fit", year: 0, amount: "1000" }],
  };

  it("has its return, its deepest need and its total", () => {
    const found = one(
      {
        termYears: 2,
        fee: { amounts: "100", vat: NET },
        own: {
          ...own,
          costs: [{ id: "staff", amounts: { "1": "0", "2": "0" } }],
          revenues: [{ id: "all", amounts: { "1": "100", "2": "1310" } }],
        },
      },
      { termYears: 2 },
    );
    // −1000, 0, 1210: a tenth a year.
    expect(found("bid.A.own.firr")).toBeCloseTo(0.1, 8);
    expect(found("bid.A.own.need")).toBe(1_000);
    expect(found("bid.A.own.total")).toBe(210);
  });

  it("is undecided where the bidder gives no cost", () => {
    const found = one({ fee: { amounts: "100", vat: NET }, own: { ...own, costs: [] } });
    expect(found("bid.A.own.firr")).toBeUndefined();
    expect(found("bid.A.npv")).toBe(1_000);
  });
});
