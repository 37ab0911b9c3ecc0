import { describe, expect, it } from "vitest";
import { linesOf } from "../../app/model/lines.ts";
import { statementsByKernel, statementsOf } from "../../app/model/statements.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";
import { levyModel } from "./levy.ts";

describe("an amount of a calendar year in a monthly model", () => {
  const parsed = parseDocument(levyModel(), mechanisms);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const prepared = preparedOf(parsed.value.document);
  const years = prepared.frame.years.length;

  it("stands once a year in the cash of whoever is paid, in both engines and by period", () => {
    for (const read of [statementsOf, statementsByKernel])
      for (const by of ["year", "period"] as const) {
        const cash = read(prepared, { by, perspective: "party.contractor" });
        if (!cash.ok) throw new Error("no such side");
        const row = cash.value[0]?.rows.find(({ line }) => line === "levy");
        const [total, ...values] = (row?.values ?? []).map(Number);
        expect(total).toBe(120_000 * years);
        expect(values.filter((value) => value !== 0)).toEqual(Array(years).fill(120_000));
      }
  });

  it("and so among the lines", () => {
    const { lines } = linesOf(prepared, { by: "year", match: "levy" });
    expect(lines[0]?.values).toEqual(Array(years).fill("120000"));
  });
});
