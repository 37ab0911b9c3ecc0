import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { statementJson, statementsOf, statementsOffered, statementsView } from "../../app/model/statements.ts";
import { parseJsonText } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";

function example() {
  const parsed = parseJsonText(
    readFileSync(new URL("../../examples/rebuild.json", import.meta.url), "utf8"),
    mechanisms,
  );
  if (!parsed.ok) throw new Error("the example does not open");
  return preparedOf(parsed.value.document, "base");
}

describe("statements of an example", () => {
  const prepared = example();
  const ids = statementsOffered(prepared).map(({ id }) => id);

  test("the whole set of a plan is offered", () => {
    for (const id of [
      "area",
      "investment",
      "funding",
      "sales",
      "income",
      "operating_cost",
      "tax",
      "profit",
      "project",
      "equity",
      "investor_group",
      "plan",
      "sources_uses",
      "annual",
      "debt",
      "balance",
      "fiscal",
      "residents",
    ])
      expect(ids).toContain(id);
  });

  test("one table by id, in the shape other programs read, with its conventions printed", () => {
    const answer = statementsOf(prepared, { id: "plan", by: "year" });
    if (!answer.ok) throw new Error("no plan table");
    const [plan, ...others] = answer.value;
    expect(others).toEqual([]);
    if (plan === undefined) throw new Error("no plan table");
    const json = statementJson(plan, "en");
    expect(json.columns.slice(0, 3)).toEqual(["total", "2026", "2027"]);
    const cash = json.rows.find(({ no }) => no === "5");
    expect(cash).toMatchObject({ line: "project.cash", label: "cumulative cash", level: 0 });
    expect(cash?.values).toHaveLength(json.columns.length);
    expect(cash?.values[1]).toMatch(/^-?\d+\.\d\d$/);
    const notes = json.notes.join("\n");
    for (const said of [
      /discounted/,
      /VAT/,
      /constant prices/,
      /calendar years/,
      /debt-service coverage target 1\.1/,
      /net book value/,
      /losses of its own/,
    ])
      expect(notes).toMatch(said);
  });

  test("every row of every table has a line that explains it", () => {
    const answer = statementsOf(prepared, { by: "year" });
    if (!answer.ok) throw new Error("no tables");
    for (const { id, rows } of answer.value)
      for (const { line, values } of rows) {
        if (line === null) throw new Error(`${id} has a row without line`);
        if (id !== "area" || values[1] !== null) expect(prepared.graph.indexById.has(line), `${id} ${line}`).toBe(true);
      }
  });

  test("by period there is a column a quarter", () => {
    const answer = statementsOf(prepared, { id: "balance", by: "period" });
    expect(answer.ok && answer.value[0]?.columns.length).toBe(161);
  });

  test("an unknown table or side is refused with the list", () => {
    for (const query of [
      { id: "nothing", by: "year" } as const,
      { perspective: "party.nobody", by: "year" } as const,
    ]) {
      const answer = statementsOf(prepared, query);
      if (answer.ok) throw new Error("not refused");
      expect(answer.problems[0]?.hint?.en).toMatch(/one of/);
    }
  });

  test("each side's cash, and the face's numbers from the fast engine", () => {
    for (const side of ["project", "party.residents", "group.government"]) {
      const answer = statementsOf(prepared, { by: "year", perspective: side });
      if (!answer.ok) throw new Error(`no cash of ${side}`);
      expect(answer.value[0]?.rows.at(-1)?.no).toBe("4");
    }
    const view = statementsView(prepared, { id: "balance", by: "year" }, "zh");
    const record = statementsOf(prepared, { id: "balance", by: "year" });
    if (!view.ok || !record.ok) throw new Error("no balance sheet");
    const exact = record.value[0]?.rows.map(({ values }) => values.map((value) => value?.toNumber() ?? null));
    for (const [index, row] of (view.value.statements[0]?.rows ?? []).entries())
      for (const [column, value] of row.values.entries()) {
        const other = exact?.[index]?.[column] ?? null;
        if (Number.isNaN(value)) expect(other).toBeNull();
        else expect(Math.abs(value - (other ?? Number.NaN))).toBeLessThan(0.01);
      }
  });
});
