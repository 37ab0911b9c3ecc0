import { beforeAll, describe, expect, test } from "vitest";
import { isInProject } from "../../models/compile/expand/system.ts";
import { statementFrame } from "../../models/compile/expand.ts";
import { FLOW } from "../../models/statements/flows.ts";
import { sidesOf } from "../../models/statements/sides.ts";
import type { Statement } from "../../models/statements/tables/read.ts";
import { exampleSpecimens, holds, randomSpecimens } from "../random/corpus.ts";
import { addUp, cumulate, differences, linesOf, type Specimen, scalarOf, seriesOf } from "../random/specimen.ts";
import { resultsOfSpecimen, statementsOfSpecimen } from "./support/tables.ts";

const series = seriesOf;
const zeros = ({ periods }: Specimen): readonly number[] => Array.from({ length: periods }, () => 0);

/** Parties inside the perimeter. */
const inside = ({ document }: Specimen): ReadonlySet<string> =>
  new Set(document.parties.filter(isInProject).map(({ id }) => id));

/** Adds the lines of a role whose owner (tag) is inside the perimeter and whose component is not switched off. */
function ofInsiders(specimen: Specimen, role: string, owner: "borrower" | "taxpayer"): readonly number[] {
  const ours = inside(specimen);
  // What one party of the project owes another is no debt of the project.
  const lines = linesOf(specimen, role).filter(
    ({ tags }) => ours.has(String(tags[owner])) && !ours.has(String(tags["lender"])),
  );
  return addUp(
    specimen.periods,
    lines.map(({ id }) => series(specimen, id)),
  );
}

/** Drawing and computing the documents takes most of the time of this file. */
const DRAWING_MS = 300_000;

describe("over random documents and the examples", () => {
  beforeAll(() => void randomSpecimens(), DRAWING_MS);

  test("documents with debt, sales, operation and tax are among those drawn", () => {
    const having = (role: string) => randomSpecimens().filter((specimen) => linesOf(specimen, role).length > 0).length;
    for (const role of [
      "debt.balance",
      "sale.revenue",
      "revenue.*",
      "tax.income",
      "asset.net",
      "working_capital.increase",
      "equity.dividend",
      "debt.capitalised",
    ])
      expect(having(role), role).toBeGreaterThan(4);
    expect(exampleSpecimens().length).toBeGreaterThan(3);
  });

  test("funding with the gap equals the use of funds in every period", () => {
    holds((specimen) => {
      const sources = addUp(
        specimen.periods,
        ["r2_1", "r2_2", "r2_3", "r2_4"].map((row) => series(specimen, rowOf("funding", row))),
      );
      return differences("funding", sources, series(specimen, "stmt_funding.r1"));
    });
  });

  test("the cumulative gap reconciles with the cash, every payment counted once", () => {
    holds((specimen) => {
      const opening = scalarOf(specimen, "project.opening_cash");
      const gap = cumulate(series(specimen, "stmt_funding.r2_4"));
      const rest = cumulate(series(specimen, "stmt_funding.r4"));
      return differences(
        "cash by the funding table",
        gap.map((value, at) => opening - value + (rest[at] ?? 0)),
        series(specimen, "project.cash"),
      );
    });
  });

  test("the balance sheet ties, and its cash, debt and fixed assets are those of the lines", () => {
    holds((specimen) => [
      ...differences(
        "assets less liabilities and equity",
        series(specimen, "stmt_balance.r1"),
        series(specimen, "stmt_balance.r2"),
      ),
      ...differences("cash on the balance sheet", series(specimen, "account.cash"), series(specimen, "project.cash")),
      ...differences(
        "debt on the balance sheet",
        addUp(specimen.periods, [series(specimen, "account.debt"), series(specimen, "account.working_debt")]),
        ofInsiders(specimen, "debt.balance", "borrower"),
      ),
      ...differences(
        "fixed assets on the balance sheet",
        series(specimen, "account.fixed"),
        ofInsiders(specimen, "asset.net", "taxpayer"),
      ),
    ]);
  });

  test("the plan table and the sources and uses end in the same cash", () => {
    holds((specimen) => {
      const opening = scalarOf(specimen, "project.opening_cash");
      const plan = cumulate(series(specimen, "stmt_plan.r4"), opening);
      const annual = cumulate(series(specimen, "stmt_annual.r4"), opening);
      const surplus = series(specimen, "stmt_sources_uses.r4").map((value) => value + opening);
      const cash = series(specimen, "project.cash");
      return [
        ...differences("plan", plan, cash),
        ...differences("annual balance", annual, cash),
        ...differences("sources and uses", surplus, cash),
      ];
    });
  });

  test("the return tables are the flows the indicators measure", () => {
    holds((specimen) => [
      ...differences("before income tax", series(specimen, "stmt_project.r3"), series(specimen, "project.net_pretax")),
      ...differences("after income tax", series(specimen, "stmt_project.r6"), series(specimen, "project.net_posttax")),
      ...differences("equity", series(specimen, "stmt_equity.r3"), series(specimen, "project.net_equity")),
      ...differences(
        "equity without support",
        series(specimen, "stmt_equity.without_3"),
        series(specimen, "project.net_equity_without_support"),
      ),
    ]);
  });

  test("checks printed below the tables are 0", () => {
    holds((specimen) =>
      ["stmt_funding.check", "stmt_plan.check", "stmt_balance.check"].flatMap((id) =>
        differences(id, series(specimen, id), zeros(specimen)),
      ),
    );
  });

  test("the parties of the perimeter add up to the project, all parties to nothing", () => {
    holds((specimen) => {
      const nets = (ids: readonly string[]) =>
        addUp(
          specimen.periods,
          ids.map((id) => series(specimen, `party.${id}.net`)),
        );
      const all = specimen.document.parties.map(({ id }) => id);
      return [
        ...differences("parties inside", nets([...inside(specimen)]), series(specimen, "project.net")),
        ...differences("all parties", nets(all), zeros(specimen)),
      ];
    });
  });

  test("the cash of a side is every payment that crosses it, and nothing else", () => {
    holds((specimen) =>
      sidesOf(statementFrame(specimen.document).parties).flatMap(({ id, parties }) => {
        const here = parties === undefined ? inside(specimen) : new Set(parties);
        const crossing = (to: "payer" | "payee", from: "payer" | "payee") =>
          addUp(
            specimen.periods,
            specimen.payments
              .filter((payment) => here.has(payment[to]) && !here.has(payment[from]))
              .map(({ amounts }) => amounts),
          );
        const [into, out] = [crossing("payee", "payer"), crossing("payer", "payee")];
        const opening = [...here].reduce((sum, party) => sum + scalarOf(specimen, `party.${party}.opening_cash`), 0);
        const net = into.map((value, index) => value - (out[index] ?? 0));
        const names = parties === undefined ? ["project.cash_in", "project.cash_out"] : [`${id}.in`, `${id}.out`];
        return [
          ...differences(`${id} in`, series(specimen, names[0] ?? ""), into),
          ...differences(`${id} out`, series(specimen, names[1] ?? ""), out),
          ...differences(`${id} net`, series(specimen, `${id}.net`), net),
          ...differences(
            `${id} cash`,
            series(specimen, `${id}.cash`),
            cumulate(net).map((value) => value + opening),
          ),
        ];
      }),
    );
  });

  test("sources and uses by payer and payee add up to those of the static balance", () => {
    holds((specimen) =>
      (["in", "out"] as const).flatMap((way) => {
        const lines = specimen.graph.lines.filter(({ tags }) => tags[FLOW] === way);
        const parts = addUp(
          specimen.periods,
          lines.map(({ id }) => series(specimen, id)),
        );
        return differences(way, parts, series(specimen, way === "in" ? "project.sources" : "project.uses"));
      }),
    );
  });

  test("by year: amounts are the sums of the periods", () => {
    const some = [...exampleSpecimens(), ...randomSpecimens().filter((_specimen, index) => index % 6 === 0)];
    for (const specimen of some) expect(yearsAgainstPeriods(specimen), specimen.name).toEqual([]);
  });

  test("by year: levels are the last period's, opening levels the first's", () => {
    const [specimen] = exampleSpecimens();
    if (specimen === undefined) throw new Error("no example");
    const { years } = resultsOfSpecimen(specimen).frame;
    const [yearly, periods] = (["year", "period"] as const).map((by) => statementsOfSpecimen(specimen, by));
    const values = (tables: readonly Statement[] | undefined, id: string, no: string) =>
      (tables?.find((table) => table.id === id)?.rows.find((row) => row.no === no)?.values ?? [])
        .slice(1)
        .map((value) => value?.toNumber());
    expect(values(yearly, "balance", "1")).toEqual(years.map(({ last }) => values(periods, "balance", "1")[last - 1]));
    expect(values(yearly, "profit", "10")).toEqual(
      years.map(({ first }) => values(periods, "profit", "10")[first - 1]),
    );
    const [opening, profit, distributable] = ["10", "9", "11"].map((no) => values(yearly, "profit", no));
    expect(distributable).toEqual(
      opening?.map((value, year) => expect.closeTo((value ?? 0) + (profit?.[year] ?? 0), 4)),
    );
  });
});

/** Rows of amounts whose years differ from the sum of their periods. */
function yearsAgainstPeriods(specimen: Specimen): readonly string[] {
  const { years } = resultsOfSpecimen(specimen).frame;
  const [yearly, periods] = [statementsOfSpecimen(specimen, "year"), statementsOfSpecimen(specimen, "period")];
  return yearly.flatMap((table, at) =>
    table.rows.flatMap((row, index) => {
      const parts = periods[at]?.rows[index]?.values.slice(1).map((value) => value?.toNumber() ?? 0) ?? [];
      if (table.id === "area" || row.unit === "1" || row.values.includes(null)) return [];
      const shown = row.values.slice(1).map((value) => value?.toNumber() ?? 0);
      const expected = years.map(({ first, last }) =>
        parts.slice(first - 1, last).reduce((sum, value) => sum + value, 0),
      );
      return differences(`${table.id} ${row.line} by year`, shown, expected);
    }),
  );
}

/** Rows that show a line of another place. */
const ELSEWHERE: Readonly<Record<string, string>> = { "funding r2_3": "project.support_for_building" };
const rowOf = (table: string, row: string): string => ELSEWHERE[`${table} ${row}`] ?? `stmt_${table}.${row}`;
