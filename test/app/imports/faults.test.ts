import { describe, expect, test } from "vitest";
import { importSheets } from "../../../app/imports/import.ts";
import { cellAt, changed, example, filled, type Put, putInto, template } from "./filled.ts";

const document = example("rebuild");
const bytes = await template(document);

const problemsOf = (read: Uint8Array) => {
  const imported = importSheets(read, "filled.xlsx", undefined);
  return imported.ok ? [] : imported.problems;
};
const told = (read: Uint8Array) => problemsOf(read).map(({ code, path }) => `${path} ${code}`);
const value = (component: string, input: string) => cellAt(bytes, "填写", [component, input], "value");

describe("a template with faults", () => {
  test("names every one of them at its cell, in one go and in both languages", async () => {
    const price = await value("flats", "price");
    const cap = await value("flats", "priceCap");
    const growth = await value("flats", "priceGrowth");
    const mode = await value("flats", "mode");
    const education = await value("land", "education");
    const from = await value("flats", "priceFrom");
    const facility = await value("bank_loan", "facility");
    const tenor = await value("bank_loan", "tenor");
    const irrigation = await value("land", "irrigation");
    const gap = await cellAt(bytes, "分期", ["equity", "schedule"], "v2");
    const unit = await cellAt(bytes, "填写", ["works", "deferredMonths"], "unit");
    const head = "分期!A3";
    const below = "填写!B900";
    const puts: Record<string, Put> = {
      [price]: "面议",
      [cap]: "27500元/㎡",
      [growth]: { formula: "1/50", formulaResult: 0.02 },
      [mode]: "租赁",
      [education]: 1.5,
      [from]: new Date("1905-07-18T00:00:00Z"),
      [facility]: { value: 46_145, style: { numFmt: "yyyy/m/d" } },
      [gap]: null,
      [head]: "部门",
      [below]: "works",
      "填写!D900": "premum",
      "填写!H900": 1,
      "填写!B901": "land",
      "填写!D901": "education",
      "填写!H901": 0.2,
      [unit]: "万元",
      "工程费用·工程项目!H4": "万元",
    };
    const planted = await changed(await filled(bytes, puts), (sheets) => {
      for (const sheet of sheets) {
        if (sheet.name !== "填写") continue;
        const row = Number(tenor.replace(/\D/g, "")) - 1;
        sheet.merges = [{ startRow: row, endRow: row, startCol: 7, endCol: 8 }];
        const at = `${Number(irrigation.replace(/\D/g, "")) - 1},7`;
        sheet.cells?.set(at, { ...sheet.cells.get(at), value: "#REF!", type: "error" });
      }
      sheets.splice(
        sheets.findIndex(({ name }) => name === "印花税·应税凭证"),
        1,
      );
    });
    expect(told(planted).toSorted()).toEqual(
      [
        `${price} sheet.text_for_number`,
        `${cap} sheet.unit_in_number`,
        `${growth} sheet.formula`,
        `${mode} sheet.choice_unknown`,
        `${education} document.out_of_range`,
        `${from} sheet.month_outside`,
        `${facility} sheet.date_for_number`,
        `${irrigation} sheet.error_cell`,
        `${tenor} sheet.merged`,
        `${gap} sheet.series_gap`,
        `${head} sheet.heading_changed`,
        `${unit} sheet.unit_changed`,
        "工程费用·工程项目!H4 sheet.unit_changed",
        "填写!D900 sheet.row_unknown",
        "填写!B901 sheet.row_twice",
        "印花税·应税凭证 sheet.sheet_missing",
      ].toSorted(),
    );
    for (const { code, message, hint } of problemsOf(planted)) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).not.toMatch(/^$/);
      if (code.startsWith("sheet.")) expect(hint?.en ?? "").not.toBe("");
    }
  });

  test("whose columns were moved is read no further, and says where", async () => {
    const moved = await changed(bytes, (sheets) => {
      const sheet = sheets.find(({ name }) => name === "填写");
      if (sheet === undefined) throw new Error("no sheet");
      putInto(sheet, "H3", "状态 Status");
      putInto(sheet, "I3", "填写 Value");
    });
    expect(told(moved)).toEqual(["填写!H3 sheet.heading_changed"]);
  });

  test("of another model, or of a document that was changed inside it, is told", async () => {
    const other = importSheets(bytes, "x.xlsx", example("zhegong"));
    expect(other.ok ? [] : other.problems.map(({ code }) => code)).toEqual(["sheet.other_model"]);
    const bent = await changed(bytes, (sheets) => {
      const sheet = sheets.find(({ name }) => name === "pingheng");
      if (sheet !== undefined)
        putInto(sheet, "A8", "H4sIAAAAAAAAA6tWKkotLsnMS1eyqlZKSSxJVLIy1FEqSCxJVbKqBQBvtQ8tHgAAAA==");
    });
    expect(told(bent)).toEqual(["pingheng sheet.carried_changed"]);
    const tendered = await template(example("infill"));
    expect(told(tendered)).toEqual(["filled.xlsx sheet.needs_into"]);
  });

  test("understands a number and a month stored as text, and says so", async () => {
    const [price, from] = [await value("flats", "price"), await value("flats", "priceFrom")];
    const read = importSheets(await filled(bytes, { [price]: "２6,000.50", [from]: "2027年3月" }), "x.xlsx", undefined);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.told.map(({ code, path }) => `${path} ${code}`)).toEqual([
      `${price} sheet.number_as_text`,
      `${from} sheet.month_as_text`,
    ]);
    const inputs = read.value.document.components.find(({ id }) => id === "flats")?.inputs;
    expect([inputs?.["price"], inputs?.["priceFrom"]]).toEqual(["26000.5", "2027-03"]);
  });

  test("counts dates from 1904 where the workbook says so", async () => {
    const from = await value("flats", "priceFrom");
    const made = await changed(
      await filled(bytes, { [from]: new Date("2026-08-01T00:00:00Z") }),
      () => undefined,
      true,
    );
    const read = importSheets(made, "x.xlsx", undefined);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.changes.map(({ at, after }) => [at, after])).toEqual([[from, "2026-08"]]);
    expect(read.value.told.map(({ code }) => code)).toEqual(["sheet.date_1904"]);
  });
});
