import { describe, expect, it } from "vitest";
import { type Pool, pool, projectOf } from "./support.ts";

const members = [
  { id: "long", document: projectOf("长", [-1000, 100, 300, 400, 500, 0]) },
  { id: "short", document: projectOf("短", [500, 500, 0, 0, 0, 0]) },
  { id: "third", document: projectOf("三", [200, 0, 0, 0, 0, 0]) },
];

const loan = (id: string, payer: string, payee: string, date: string, amount: number, order = 1) => ({
  id,
  payer,
  payee,
  date,
  amount,
  kind: "loan",
  order,
});
const gift = (id: string, payer: string, payee: string, date: string, amount: number) => ({
  id,
  payer,
  payee,
  date,
  amount,
  kind: "gift",
});

const end = (found: Pool, line: string) => found.years(line).at(-1);

describe("transfers between projects", () => {
  it("are booked in both: out of one and into the other, and the pool is what it was", () => {
    const none = pool({ members });
    const given = pool({ members, portfolio: { transfers: [gift("g", "short", "long", "2027-05", 300)] } });
    expect(given.years("member.short.transfers_out")).toEqual([0, 300, 0, 0, 0, 0]);
    expect(given.years("member.long.transfers_in")).toEqual([0, 300, 0, 0, 0, 0]);
    expect(given.years("pool.own")).toEqual(none.years("pool.own"));
    expect(given.years("member.long.own")).toEqual(none.years("member.long.own"));
    // Alone −1000, −900, −600, −200, 300; with the gift 300 more from 2027 on.
    expect(given.years("member.long.position")).toEqual([-1000, -600, -300, 100, 600, 600]);
    expect(given.one("member.long.received")).toBe(300);
    expect(given.one("member.short.received")).toBe(-300);
  });

  it("that are loans are returned from the year after, out of what is left at year ends", () => {
    const lent = pool({ members, portfolio: { transfers: [loan("a", "short", "long", "2027-06", 400)] } });
    // Position of the long one before returns: −1000, −500, −200, 200, then what is not returned of 200 + 500 …
    expect(lent.years("transfer.a.returned")).toEqual([0, 0, 0, 200, 200, 0]);
    expect(lent.years("transfer.a.owed")).toEqual([0, 400, 400, 200, 0, 0]);
    expect(lent.years("member.long.position")).toEqual([-1000, -500, -200, 0, 300, 300]);
    expect(lent.years("member.short.position")).toEqual([500, 600, 600, 800, 1000, 1000]);
    expect(lent.one("transfer.a.unreturned")).toBe(0);
    expect(lent.one("member.long.received")).toBe(0);
  });

  it("are returned by order, and within one order pro rata", () => {
    const transfers = [
      loan("late", "short", "long", "2026-03", 300, 2),
      loan("one", "short", "long", "2026-03", 300),
      loan("two", "third", "long", "2026-09", 100),
    ];
    const found = pool({ members, portfolio: { transfers } });
    // 700 lent: −300, −200, 100, 400 …: 100 in 2028 on the first order by 3 : 1, then 300 of it and 100 of the second.
    expect(found.years("transfer.one.returned")).toEqual([0, 0, 75, 225, 0, 0]);
    expect(found.years("transfer.two.returned")).toEqual([0, 0, 25, 75, 0, 0]);
    expect(found.years("transfer.late.returned")).toEqual([0, 0, 0, 100, 200, 0]);
    expect(found.years("member.long.position")).toEqual([-300, -200, 0, 0, 300, 300]);
  });

  it("that are never returned are said to be support", () => {
    const found = pool({
      members: [{ id: "long", document: projectOf("长", [-1000, 0, 0]) }, members[1] ?? {}],
      portfolio: { transfers: [loan("a", "short", "long", "2026-06", 400)] },
    });
    expect(found.one("transfer.a.unreturned")).toBe(400);
    expect(end(found, "member.long.pool_balance")).toBe(600);
    expect(found.one("member.long.received")).toBe(1000);
  });

  it("in circles are returned in turn: what comes back in a year is used from the next one on", () => {
    const transfers = [loan("out", "short", "long", "2026-06", 100), loan("back", "long", "short", "2026-06", 100)];
    const found = pool({ members, portfolio: { transfers } });
    expect(found.years("transfer.back.owed")).toEqual([100, 0, 0, 0, 0, 0]);
    expect(found.years("transfer.out.owed")).toEqual([100, 100, 100, 100, 0, 0]);
  });
});

describe("what stands beside transfers", () => {
  it("shares a cost by households, floor area or as agreed, and adds up to it", () => {
    const portfolio = {
      sharedCosts: [
        {
          id: "road",
          label: "道路",
          amounts: { "2027": 90, "2028": "30" },
          key: "agreed",
          shares: [
            { id: "long", weight: 1 },
            { id: "short", weight: 2 },
          ],
        },
      ],
    };
    const found = pool({ members, portfolio });
    expect(found.years("member.long.shared")).toEqual([0, 30, 10, 0, 0, 0]);
    expect(found.years("member.short.flow")).toEqual([500, 440, -20, 0, 0, 0]);
    expect(found.years("pool.shared")).toEqual([0, 90, 30, 0, 0, 0]);
  });

  it("has no share where nobody has a weight: the cost does not vanish", () => {
    const portfolio = {
      sharedCosts: [
        {
          id: "road",
          label: "道路",
          amounts: { "2027": 90 },
          key: "households",
          shares: [{ id: "long" }, { id: "short" }],
        },
      ],
    };
    expect(pool({ members, portfolio }).years("pool.flow")[1]).toBeNull();
  });

  it("counts communities started and built, and holds them against targets", () => {
    const portfolio = {
      urbanCommunities: 8,
      targets: [
        { id: "s", label: "启动", counts: "started", year: "2026", atLeast: 4 },
        { id: "b", label: "建成", counts: "built", year: "2028", atLeast: 3 },
      ],
    };
    const [long, ...others] = members;
    const found = pool({
      members: [{ ...long, communities: 2 }, ...others.map((one) => ({ ...one, startMonths: 12 }))],
      portfolio,
    });
    expect(found.years("count.started").slice(0, 3)).toEqual([2, 2, 0]);
    expect(found.one("target.s.left")).toBe(-2);
    // Costs of the long project end in its first year; the others have none, and are complete with it by no payment at all.
    expect(found.years("count.built")[0]).toBe(2);
    expect(found.years("count.coverage")[0]).toBe(0.25);
  });

  it("keeps a floor: what lies below it shows in the year it does", () => {
    const portfolio = { pool: { openingCash: "100", minimumCash: "50", creditLimit: "200", creditRate: "0" } };
    const found = pool({ members, portfolio });
    // 100 − 300 + 200 − 50
    expect(found.years("pool.room")[0]).toBe(-50);
    expect(found.one("pool.room_lowest")).toBe(-50);
  });

  it("holds the limit of the credit line against what is drawn with its interest", () => {
    const one = [{ id: "one", document: projectOf("一", [-100, 0, 0, 300]) }];
    const found = pool({ members: one, portfolio: { pool: { creditLimit: "110", creditRate: "0.1" } } });
    // 100; 110; 121; then 300 − 121 − 12.1 is there.
    expect(found.years("pool.credit")).toEqual([100, 110, 121, 0]);
    expect(found.years("pool.room")).toEqual([10, 0, -11, 276.9]);
    expect(found.years("pool.credit_left")).toEqual([10, 0, -11, 110]);
    expect([found.one("pool.room_lowest"), found.one("pool.room_year")]).toEqual([-11, 2028]);
    expect([found.one("pool.credit_left_lowest"), found.one("pool.credit_left_year")]).toEqual([-11, 2028]);
  });

  it("has no room where interest is drawn at no known rate, and has where none is drawn", () => {
    const of = (flows: readonly number[]) =>
      pool({ members: [{ id: "one", document: projectOf("一", flows) }], portfolio: { pool: { creditLimit: "110" } } });
    expect(of([-100, 0]).one("pool.room_lowest")).toBeNull();
    expect(of([100, -50]).one("pool.room_lowest")).toBe(160);
  });

  it("has nothing left of a budget that has no amount: missing is not zero", () => {
    const budget = (amounts: object) =>
      pool({ members, portfolio: { budgets: [{ id: "b", label: "b", levels: ["province"], amounts }] } });
    const found = budget({});
    expect(found.one("budget.b.left_lowest")).toBeNull();
    expect(found.portfolio.problems.map(({ code, path }) => [code, path])).toContainEqual([
      "portfolio.budget_empty",
      "portfolio/budgets/b/amounts",
    ]);
    expect(budget({ "2027": "5" }).one("budget.b.left_lowest")).toBe(5);
  });

  it("shows what a project gives and lends beyond what it has", () => {
    const transfers = [gift("g", "short", "long", "2026-05", 700), gift("h", "short", "long", "2028-05", 900)];
    const found = pool({ members, portfolio: { transfers } });
    // 500 there and 700 given; −200 + 500, then 300 there and 900 given.
    expect(found.years("member.short.overpaid")).toEqual([200, 0, 600, 0, 0, 0]);
  });
});
