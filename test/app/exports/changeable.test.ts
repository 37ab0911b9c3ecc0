import { describe, expect, test } from "vitest";
import { writeBook } from "../../../app/exports/workbook/write.ts";
import { importSheets } from "../../../app/imports/import.ts";
import { example } from "../../analysis/advise/support.ts";
import { seeded } from "../../engines/random.ts";
import { book, byLibreOffice, DOCUMENTS, MINUTES, soffice } from "./books.ts";
import { colouredIn, everyChange, prepared, typedOver } from "./everyEntry.ts";
import { unlike } from "./unlike.ts";

/** Of an example so many coloured rows are drawn, and those changed that can be together; all of them where more workbooks are asked for. */
const DRAWN = 40;
const isAll = DOCUMENTS > 1;
const EXAMPLES = isAll ? ["infill", "rebuild"] : ["infill"];

describe.skipIf(!soffice.path).each(EXAMPLES)("every coloured entry of %s", (name) => {
  test("recalculates to what the model has, and is read back", { timeout: 20 * MINUTES }, async () => {
    const original = example(name);
    const made = book(original);
    const random = seeded(20261130);
    const all = colouredIn(made);
    const ids = isAll ? all : all.toSorted(() => random() - 0.5).slice(0, DRAWN);
    const { groups, left } = everyChange(original, made, ids);
    expect(left).toEqual([]);
    const most = groups.toSorted((a, b) => b.changes.length - a.changes.length);
    for (const { document, changes } of isAll ? groups : most.slice(0, 1)) {
      const edited = typedOver(made, changes);
      const back = importSheets(await writeBook(edited), "book.xlsx", original);
      if (!back.ok) throw new Error(JSON.stringify(back.problems, null, 1));
      expect(valuesOf(prepared(back.value.document))).toEqual(valuesOf(prepared(document)));
      expect(unlike(book(document), await byLibreOffice(edited)), changes.map(({ id }) => id).join(" ")).toEqual([]);
    }
  });
});

/** Values of all inputs by line. */
const valuesOf = ({ bindings, graph }: ReturnType<typeof prepared>) =>
  graph.lines
    .map(({ id, index }) => [
      id,
      bindings.scalars.get(index) ?? bindings.series.get(index)?.map((text) => Number(Number(text).toFixed(9))),
    ])
    .map(([id, value]) => [id, typeof value === "string" ? Number(value) : value]);
