import { describe, expect, test } from "vitest";
import { importSheets } from "../../../app/imports/import.ts";
import { writePath } from "../../../models/document/path.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { cellAt, example, filled, type Put, template } from "./filled.ts";

const document = example("rebuild");
const bytes = await template(document);
const WORKS = "工程费用·工程项目";

const value = (component: string, input: string, code = "value") => cellAt(bytes, "填写", [component, input], code);
const read = async (puts: Readonly<Record<string, Put>>, into?: ModelDocument) =>
  importSheets(await filled(bytes, puts), "filled.xlsx", into);
const told = async (puts: Readonly<Record<string, Put>>, into?: ModelDocument) => {
  const imported = await read(puts, into);
  return imported.ok ? [] : imported.problems.map(({ code, path }) => [path, code]);
};

function written(source: ModelDocument, place: string, to: string): ModelDocument {
  const made = writePath(source, place, to, mechanisms);
  if (!made.ok) throw new Error(place);
  return made.value;
}

describe("nothing a clerk types is lost without a word", () => {
  test("beside the table, over a text of the template, on the first sheet, in a key", async () => {
    const note = await value("flats", "price", "note");
    const key = await value("flats", "price", "input");
    const puts: Record<string, Put> = {
      "填写!Z9": 5,
      [note]: "见测绘报告",
      "填报说明!B3": "万元",
    };
    expect(await told(puts)).toEqual(
      expect.arrayContaining([
        ["填写!Z9", "sheet.cell_outside"],
        [note, "sheet.shown_changed"],
        ["填报说明!B3", "sheet.unit_changed"],
      ]),
    );
    expect(await told({ [key]: { formula: '"price"', formulaResult: "price" } })).toContainEqual([
      key,
      "sheet.formula",
    ]);
  });

  test("a series has a step for every period, and what is beyond is named", async () => {
    const at = (code: string) => cellAt(bytes, "分期", ["equity", "schedule"], code);
    expect(await at(`v${document.timeline.periods}`)).toMatch(/^分期!/);
  });
});

describe("what can be meant in two ways is asked, what cannot is read", () => {
  test("per cent as text", async () => {
    const rate = await value("bank_loan", "capitalRatio");
    const made = await read({ [rate]: "７.5 %" });
    const loan = made.ok ? made.value.document.components.find(({ id }) => id === "bank_loan") : undefined;
    expect(loan?.inputs["capitalRatio"]).toBe("0.075");
    expect(await told({ [rate]: "7.5" })).toEqual([[rate, "sheet.percent_text"]]);
  });

  test.each(["假定", "假定：", "假设：口头", "暂估 按市场", "assumed"])(
    "“%s” is neither an assumption nor a paper",
    async (text) => {
      const source = await value("flats", "price", "source");
      expect(await told({ [source]: text })).toEqual([[source, "sheet.assumed_source"]]);
    },
  );

  test("a day that is in no month, a broken number of periods", async () => {
    const month = await value("flats", "priceFrom");
    expect(await told({ [month]: "2027-02-30" })).toEqual([[month, "sheet.not_month"]]);
    const periods = await cellAt(bytes, "项目与时间", ["timeline/periods"], "value");
    expect(await told({ [periods]: 120.5 })).toEqual([[periods, "sheet.whole_number"]]);
  });
});

describe("a table others have changed meanwhile", () => {
  const PRICE = "components/works/inputs/items/above/price";
  const cell = () => cellAt(bytes, WORKS, ["works", "above"], "price");

  test("takes what only one of both has changed, cell by cell", async () => {
    const elsewhere = written(document, "components/works/inputs/items/below/price", "4321");
    const made = await read({ [await cell()]: 3333 }, elsewhere);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    expect(JSON.stringify(made.value.document.components)).toBe(
      JSON.stringify(written(elsewhere, PRICE, "3333").components),
    );
  });

  test("is a conflict at the cell both have changed, and none where both came to the same", async () => {
    const at = await cell();
    const apart = await read({ [at]: 3333 }, written(document, PRICE, "3444"));
    expect(apart.ok ? [] : apart.problems.map(({ code, path, message }) => [code, path, message.zh])).toContainEqual([
      "sheet.conflict",
      at,
      expect.stringContaining("3444"),
    ]);
    const same = await read({ [at]: 3333 }, written(document, PRICE, "3333"));
    expect(same.ok).toBe(true);
  });
});

describe("a template of a scenario", () => {
  const scenario = "costs_up";
  const scenarioBytes = template(document, { scenario });

  test("changes cells of a table, not the table: the others go on following the file", async () => {
    const at = await cellAt(await scenarioBytes, WORKS, ["works", "below"], "price");
    const made = importSheets(await filled(await scenarioBytes, { [at]: 4444 }), "filled.xlsx", undefined);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const before = document.scenarios.find(({ id }) => id === scenario)?.set ?? {};
    const after = made.value.document.scenarios.find(({ id }) => id === scenario)?.set;
    expect(after).toEqual({ ...before, "components/works/inputs/items/below/price": "4444" });
    expect(made.value.document.components).toEqual(document.components);
  });

  test("cannot change the papers of the file", async () => {
    const source = await cellAt(await scenarioBytes, "填写", ["flats", "price"], "source");
    const made = importSheets(await filled(await scenarioBytes, { [source]: "评估报告" }), "filled.xlsx", undefined);
    expect(made.ok ? [] : made.problems.map(({ code, path }) => [path, code])).toEqual([
      [source, "sheet.not_patchable"],
    ]);
  });
});
