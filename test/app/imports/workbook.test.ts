import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { exportWorkbook } from "../../../app/exports/exportWorkbook.ts";
import { importSheets } from "../../../app/imports/import.ts";
import { formatDocument } from "../../../models/document/format.ts";
import { changed, example, filled, type Put } from "./filled.ts";

const document = example("special-bond");
const made = await exportWorkbook(document, {
  lang: "zh",
  revision: "",
  version: "test",
  now: new Date("2026-01-01T00:00:00Z"),
});
if (!made.ok) throw new Error(JSON.stringify(made.problems));
const { bytes } = made.value;
const rows = (await readXlsx(bytes, { sheets: ["输入"] })).sheets[0]?.rows ?? [];
const at = (line: string, column: string) => `输入!${column}${rows.findIndex((row) => row[0] === line) + 1}`;

function read(from: Uint8Array) {
  const imported = importSheets(from, "book.xlsx", document);
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems, null, 1));
  return imported.value;
}

describe("the workbook of a model", () => {
  test("gives the same model where nothing was changed, and needs to be told which", async () => {
    const again = read(await changed(bytes, () => undefined));
    expect(again.changes).toEqual([]);
    expect(formatDocument(again.document)).toBe(formatDocument(document));
    const alone = importSheets(bytes, "book.xlsx", undefined);
    expect(alone.ok ? [] : alone.problems.map(({ code }) => code)).toEqual(["sheet.needs_into"]);
  });

  test("gives what was changed on its sheet of inputs", async () => {
    const inputs = document.components.flatMap(({ id, inputs: own }) =>
      Object.entries(own).map(([name, value]) => [`${id}.${name}`, value] as const),
    );
    const month = inputs.find(([, value]) => typeof value === "string" && /^\d{4}-\d{2}$/.test(value))?.[0] ?? "";
    const [component = "", input = ""] = month.split(".");
    const puts: Record<string, Put> = {
      [at("works.phasing", "G")]: 0.07,
      [at("works.items.homes.price", "D")]: 1234.56,
      [at(month, "D")]: new Date("2027-02-01T00:00:00Z"),
    };
    const { document: back, changes } = read(await filled(bytes, puts));
    const of = (id: string) => back.components.find((one) => one.id === id)?.inputs;
    expect(changes.map((change) => change.at).toSorted()).toEqual(Object.keys(puts).toSorted());
    expect(of(component)?.[input]).toBe("2027-02");
    expect(of("works")?.["phasing"]).toMatchObject({
      profile: { from: document.timeline.start, every: document.timeline.step },
    });
  });

  test("is refused where a formula, a parameter of the rules or a value of several scenarios was changed", async () => {
    const parameter = rows.findIndex((row) => String(row[0]).startsWith("param.")) + 1;
    const scenarios = (await readXlsx(bytes, { sheets: ["情景"] })).sheets[0]?.rows ?? [];
    const differing = scenarios.findIndex((row, i) => i > 4 && typeof row[3] === "number") + 1;
    const puts: Record<string, Put> = {
      [at("works.phasing", "G")]: { formula: "1/3", formulaResult: 0.3 },
      [`输入!D${parameter}`]: 0.5,
      [`情景!D${differing}`]: 12_345,
    };
    const imported = importSheets(await filled(bytes, puts), "book.xlsx", document);
    expect(imported.ok ? [] : imported.problems.map(({ code, path }) => `${path} ${code}`).toSorted()).toEqual(
      [
        `${at("works.phasing", "G")} sheet.formula`,
        `输入!D${parameter} sheet.calculated_changed`,
        `情景!D${differing} sheet.scenario_changed`,
      ].toSorted(),
    );
  });
});

test("takes a rate of the conventions, as a text with its sign too", async () => {
  const rate = at("convention.ic_project", "D");
  const { document: back } = read(await filled(bytes, { [rate]: "4.1%" }));
  expect(back.conventions.icProject).toBe("0.041");
});
