import fc from "fast-check";
import { describe, it } from "vitest";
import "../../support/seed.ts";
import { type Pool, poolOfFlows } from "./support.ts";

const runs = { numRuns: Number(process.env["PINGHENG_PORTFOLIOS"] ?? 30) };

const flow = fc.integer({ min: -5000, max: 5000 });
const project = fc.record({
  flows: fc.array(flow, { minLength: 1, maxLength: 8 }),
  start: fc.integer({ min: 0, max: 3 }),
});
const transferOf = (count: number) =>
  fc
    .record({
      payer: fc.nat(count - 1),
      step: fc.integer({ min: 1, max: count - 1 }),
      year: fc.integer({ min: 2026, max: 2033 }),
      amount: fc.integer({ min: 0, max: 3000 }),
      kind: fc.constantFrom("loan", "gift"),
      order: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ payer, step, year, ...rest }) => ({
      ...rest,
      payer: `m${payer}`,
      payee: `m${(payer + step) % count}`,
      date: `${year}-06`,
    }));

const portfolios = fc.integer({ min: 2, max: 4 }).chain((count) =>
  fc.record({
    projects: fc.array(project, { minLength: count, maxLength: count }),
    transfers: fc.array(transferOf(count), { maxLength: 6 }),
    openingCash: fc.integer({ min: 0, max: 2000 }),
  }),
);

type Drawn = typeof portfolios extends fc.Arbitrary<infer T> ? T : never;

function poolOf({ projects, transfers, openingCash }: Drawn): Pool {
  const members = projects.map(({ flows, start }, index) => ({ id: `m${index}`, first: 2026 + start, flows }));
  return poolOfFlows(members, {
    timeline: { start: "2026-01", step: "year", periods: 12 },
    portfolio: {
      pool: { openingCash },
      transfers: transfers.map((transfer, index) => ({ id: `t${index}`, ...transfer })),
    },
  });
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);
const close = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

/** A property of every year: the values of the members' lines of a name, and those of lines of the pool. */
function everyYear(
  found: Pool,
  name: string,
  lines: readonly string[],
  holds: (members: readonly number[], ...pool: number[]) => boolean,
): boolean {
  const members = found.portfolio.members.map(({ id }) => found.years(`member.${id}.${name}`));
  const own = lines.map((line) => found.years(line));
  return found.portfolio.frame.years.every((_, year) =>
    holds(
      members.map((values) => values[year] ?? Number.NaN),
      ...own.map((values) => values[year] ?? Number.NaN),
    ),
  );
}

const holds = (property: (found: Pool, drawn: Drawn) => boolean) =>
  fc.assert(
    fc.property(portfolios, (drawn) => property(poolOf(drawn), drawn)),
    runs,
  );

describe("whatever the projects and their transfers", () => {
  it("the pool is the sum of its members, and each member's flow is its own", () => {
    holds((found, { projects }) => {
      const added = everyYear(found, "flow", ["pool.flow"], (flows, pooled) => close(sum(flows), pooled));
      const own = projects.every(({ flows, start }, index) => {
        const years = found.years(`member.m${index}.flow`);
        return (
          flows.every((value, at) => close(years[start + at] ?? Number.NaN, value)) && close(sum(years), sum(flows))
        );
      });
      return added && own;
    });
  });

  it("transfers cancel: positions after them come to what the projects have together", () => {
    holds((found) =>
      everyYear(found, "position", ["pool.cumulative"], (positions, pooled) => close(sum(positions), pooled)),
    );
  });

  it("what the pool lends it owes: balances of the members come to what the pool itself put in", () => {
    holds((found) =>
      everyYear(found, "pool_balance", ["pool.lent_own"], (balances, lent) => close(sum(balances), lent)),
    );
  });

  it("nobody has cash left while money is borrowed outside, and it borrows what the pool lacks and no more", () => {
    holds((found) =>
      everyYear(
        found,
        "after",
        ["pool.drawn", "pool.own"],
        (after, drawn, own) => close(drawn, Math.max(0, -own)) && (drawn < 1e-6 || after.every((cash) => cash < 1e-6)),
      ),
    );
  });

  it("pooling lowers the peak or leaves it, never the end", () => {
    holds((found) => (found.one("pool.need_saved") ?? -1) > -1e-6);
  });

  it("a loan is never returned before it was given, nor more of it than was given, nor with money that is not there", () => {
    holds((found, { transfers }) =>
      transfers.every(({ kind, payee, amount }, index) => {
        if (kind === "gift") return true;
        const [owed, returned, available] = [
          `transfer.t${index}.owed`,
          `transfer.t${index}.returned`,
          `member.${payee}.available`,
        ].map((line) => found.years(line).map((value) => value ?? Number.NaN));
        const sound = (returned ?? []).every(
          (value, year) => value > -1e-6 && value < (available?.[year] ?? 0) + 1e-6 && (owed?.[year] ?? -1) > -1e-6,
        );
        return sound && close(sum(returned ?? []) + (owed?.at(-1) ?? Number.NaN), amount);
      }),
    );
  });

  it("a payee with cash left at the end of a year owes nothing from before it", () => {
    holds((found, { transfers }) =>
      transfers.every(({ kind, payee }, index) => {
        if (kind === "gift") return true;
        const [owed, position, paid, in_] = [
          `transfer.t${index}.owed`,
          `member.${payee}.position`,
          `transfer.t${index}.paid`,
          `member.${payee}.returned_in`,
        ].map((line) => found.years(line).map((value) => value ?? Number.NaN));
        // What came back to it in the year itself is used from the next one on.
        return (owed ?? []).every(
          (value, year) => (position?.[year] ?? 0) - (in_?.[year] ?? 0) < 1e-6 || value - (paid?.[year] ?? 0) < 1e-6,
        );
      }),
    );
  });
});
