import { describe, expect, it } from "vitest";
import { item, worksOf } from "./support/cost.ts";
import { approval, vote } from "./support/records.ts";
import { type Inputs, type Part, run, type Situation } from "./support/situation.ts";

/** First deposit 3,600,000: trigger below 1,080,000. */
const fund = (uses: readonly Inputs[], changes: Inputs = {}): Part => [
  "fund",
  "maintenance_fund",
  {
    account: "maintenance_fund",
    owners: "resident",
    bank: "bank",
    payee: "entity",
    interest: "0.01",
    areaDeposited: "30000",
    averageCost: "2000",
    depositRate: "0.06",
    trigger: "0.3",
    topUpLevel: "1",
    topUpCollection: "1",
    status: "approved",
    uses,
    ...changes,
  },
];
const use = (id: string, month: string, amount: number, changes: Inputs = {}): Inputs => ({
  id,
  item: id,
  kind: "project",
  month,
  amount: String(amount),
  vote: "voted",
  ...changes,
});
const repair = (id: string, month: string, amount: number, changes: Inputs = {}): Inputs =>
  use(id, month, amount, { kind: "repair", supplier: "supplier", ...changes });
const works: Part = ["works", "works", worksOf([item(5_000_000, { eligibleMaintenance: "yes" })])];
const RECORDS = [
  vote("voted", "2026-01-01"),
  vote("lost", "2026-01-01", { yesArea: "9000" }),
  vote("raise", "2026-01-01"),
  approval("joined", "2026-01-01"),
];
const outcome = (part: Part, changes: Partial<Situation> = {}) =>
  run({
    components: [works, part],
    periods: 6,
    records: RECORDS,
    papers: "as given",
    openingCash: { maintenance_fund: "4000000" },
    ...changes,
  });
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 4));

describe("the fund as an account", () => {
  it("pays what was voted, item by item, in its year: a repair years later goes to the supplier", () => {
    const uses = [use("lifts", "2026-06", 1_000_000), repair("roof", "2029-03", 600_000)];
    const found = outcome(fund(uses, { joined: "joined" }));
    expect(found.series("fund.used_for.lifts")).toEqual(close([1_000_000, 0, 0, 0, 0, 0]));
    expect(found.series("fund.repaired.roof")).toEqual(close([0, 0, 0, 600_000, 0, 0]));
    expect(found.total("project.cash_in")).toBeCloseTo(1_000_000, 4);
  });

  it("opening + in − use is the balance, and the balance is the cash of the account", () => {
    const found = outcome(fund([use("lifts", "2026-06", 3_500_000)], { joined: "joined", raiseVote: "raise" }));
    const [opening, interest, topUp, spent, balance] = ["opening", "interest_earned", "top_up", "spent", "balance"].map(
      (name) => found.series(`fund.${name}`),
    );
    for (const [t, left] of (balance ?? []).entries()) {
      const before = t === 0 ? 4_000_000 : balance?.[t - 1];
      expect(opening?.[t]).toBeCloseTo(before ?? Number.NaN, 4);
      expect(left).toBeCloseTo((before ?? 0) + (interest?.[t] ?? 0) + (topUp?.[t] ?? 0) - (spent?.[t] ?? 0), 4);
    }
    expect(found.series("party.maintenance_fund.cash")).toEqual(close(balance ?? []));
  });

  it("a top-up is decided once and paid a year later", () => {
    // 4,000,000 + 1 % − 3,500,000 = 540,000 opens 2027, below 1,080,000: decided 3,060,000, paid in 2028; 2028 opens with 545,400 and the 3,060,000 pending: no second one.
    const found = outcome(
      fund([use("lifts", "2026-06", 3_500_000)], { joined: "joined", raiseVote: "raise", topUpLagMonths: "12" }),
    );
    expect(found.series("fund.top_up_decided")).toEqual(close([0, 3_060_000, 0, 0, 0, 0]));
    expect(found.series("fund.top_up")).toEqual(close([0, 0, 3_060_000, 0, 0, 0]));
  });

  it("a lost vote pays nothing and says so, whatever the others do", () => {
    const uses = [use("lifts", "2026-06", 1_000_000), use("paint", "2026-06", 500_000, { vote: "lost" })];
    const found = outcome(fund(uses, { joined: "joined" }));
    expect([found.total("fund.used_for.lifts"), found.total("fund.used_for.paint")]).toEqual([1_000_000, 0]);
    expect(found.one("fund.use_off_document.paint")).toBe(500_000);
  });

  it("never pays more than it has; later uses wait, earlier rows first", () => {
    const uses = [repair("roof", "2026-06", 3_900_000), repair("pumps", "2026-06", 600_000)];
    const found = outcome(fund(uses));
    // 4,000,000 + 1 % = 4,040,000: 140,000 are left for the pumps, then the interest of each year.
    expect(found.series("fund.repaired.pumps")[0]).toBeCloseTo(140_000, 4);
    expect(found.one("fund.use_off_horizon.pumps")).toBeCloseTo(600_000 - 140_000, 4);
    expect(Math.min(...found.series("fund.balance"))).toBeGreaterThanOrEqual(-1e-6);
  });
});

describe("ledgers by building", () => {
  const ledger = (id: string, area: string, opening: string): Inputs => ({ id, building: id, area, opening });
  /** Of the first deposit of 3,600,000 a third is building 1's: triggered below 360,000. */
  const buildings = [ledger("one", "10000", "300000"), ledger("two", "20000", "2000000")];
  const kept = (uses: readonly Inputs[], changes: Inputs = {}) =>
    outcome(fund(uses, { buildings, joined: "joined", raiseVote: "raise", ...changes }), {
      openingCash: { maintenance_fund: "2300000" },
    });

  it("top up the building that is low, though the account as a whole is not", () => {
    const found = kept([]);
    expect(found.series("fund.top_up")).toEqual(close([900_000, 0, 0, 0, 0, 0]));
    const whole = outcome(fund([], { raiseVote: "raise" }), { openingCash: { maintenance_fund: "2300000" } });
    expect(whole.total("fund.top_up")).toBe(0);
  });

  it("pay for a building out of its own ledger alone; together they are the account", () => {
    const found = kept([repair("roof", "2026-06", 1_500_000, { building: "one" })]);
    // 300,000 with a year's interest and the top-up; the rest waits for the next top-up.
    expect(found.series("fund.repaired.roof")[0]).toBeCloseTo(303_000 + 900_000, 4);
    expect(found.series("fund.building_balance.two")[0]).toBeCloseTo(2_020_000, 4);
    const together = found
      .series("fund.building_balance.one")
      .map((value, t) => value + (found.series("fund.building_balance.two")[t] ?? 0));
    expect(found.series("fund.balance")).toEqual(close(together));
  });

  it("share what is for all by area, and stop where the first of them has no more", () => {
    const found = kept([use("gate", "2026-06", 3_000_000)], { topUpCollection: "0" });
    // Building 1 bears a third and has 303,000: 909,000 in all, 606,000 of them the other's.
    expect(found.series("fund.used_for.gate")[0]).toBeCloseTo(909_000, 4);
    expect(found.series("fund.building_balance.one")[0]).toBeCloseTo(0, 4);
    expect(found.series("fund.building_balance.two")[0]).toBeCloseTo(2_020_000 - 606_000, 4);
  });

  it("say where a use names no ledger, or the ledgers are not the account", () => {
    expect(kept([repair("roof", "2026-06", 1000, { building: "three" })]).one("fund.building_unknown.roof")).toBe(1);
    expect(kept([]).one("fund.openings_apart")).toBe(0);
    expect(kept([], { areaDeposited: "31000" }).one("fund.areas_apart")).toBe(1);
  });
});
