import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { exportWorkbook } from "../../../app/exports/exportWorkbook.ts";
import { readOrigin } from "../../../app/exports/template/carried.ts";
import { CARRIED_SHEET } from "../../../app/exports/template/words.ts";
import { jsonText } from "../../../app/files/jsonText.ts";
import { parseSource } from "../../../app/files/parse.ts";
import { importSheets } from "../../../app/imports/import.ts";
import { carriedColumn } from "../../../app/imports/importTemplate.ts";
import { openSheets } from "../../../app/imports/sheets/file.ts";
import { formatDocument } from "../../../models/document/format.ts";
import type { Json } from "../../../models/document/location.ts";
import { writePath } from "../../../models/document/path.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { InputSpec } from "../../../models/terms/inputs.ts";
import { okay } from "../../analysis/bids/support.ts";
import { SEED } from "../../random/corpus.ts";
import { soffice } from "../exports/books.ts";
import { savedAnew } from "../exports/recalculated.ts";
import { changed, example, filled, type Put, template } from "./filled.ts";

type Places = Readonly<Record<string, Json>>;

/** The document with places written as a form would write them. */
const written = (document: ModelDocument, places: Places): ModelDocument =>
  Object.entries(places).reduce((own, [place, value]) => okay(writePath(own, place, value, mechanisms)), document);

/** As it stands in a file: names in another order than the one it was exported with. */
const stored = (document: ModelDocument): ModelDocument =>
  okay(parseSource({ path: "stored.json", bytes: new TextEncoder().encode(jsonText(document)) })).document;

async function workbook(document: ModelDocument): Promise<Uint8Array> {
  const now = new Date("2026-01-01T00:00:00Z");
  return okay(await exportWorkbook(document, { lang: "zh", revision: "", version: "test", now })).bytes;
}

interface Form {
  readonly document: ModelDocument;
  readonly bytes: Uint8Array;
  /** The cell an input stands in: `components/works/inputs/items/homes/price`. */
  readonly at: (place: string) => string;
}

/** A workbook of the whole model, and where its entries stand. */
async function bookOf(id: string): Promise<Form> {
  const document = example(id);
  // Sheets that are not read are left out: writing them again takes most of the time.
  const only = ["目录", "情景", "输入", CARRIED_SHEET];
  const bytes = await changed(await workbook(document), () => undefined, false, only);
  const rows = (await readXlsx(bytes, { sheets: ["输入"] })).sheets[0]?.rows ?? [];
  const lineOf = (place: string) => {
    if (place === "conventions/icProject") return "convention.ic_project";
    return place.replace(/^components\/|inputs\//g, "").replaceAll("/", ".");
  };
  return { document, bytes, at: (place) => `输入!D${rows.findIndex(([line]) => line === lineOf(place)) + 1}` };
}

/** The template of the same. */
async function templateOf(id: string): Promise<Form> {
  const document = example(id);
  const bytes = await template(document);
  const { sheets } = await readXlsx(bytes);
  const at = (place: string): string => {
    const [, component = "", , input = "", row, column] = place.split("/");
    const keys = place.startsWith("components/") ? [component, row ?? input] : [place];
    for (const { name, rows } of sheets) {
      const codes = (rows[4] ?? []).map(String);
      const found = rows.findIndex((cells, i) => i > 4 && keys.every((key) => cells.includes(key)));
      const at = codes.indexOf(column ?? "value");
      if (found > 0 && at >= 0) return `${name}!${String.fromCharCode(65 + at)}${found + 1}`;
    }
    throw new Error(`no ${place} in the template`);
  };
  return { document, bytes, at };
}

const RATE = "conventions/icProject";
const faults = (bytes: Uint8Array, into: ModelDocument) => {
  const imported = importSheets(bytes, "form.xlsx", into);
  const own = imported.ok ? [] : imported.problems.filter(({ code }) => code !== "sheet.other_document");
  return own.map(({ code, path }) => [code, path]);
};

const [infill, infillTemplate, special] = await Promise.all([
  bookOf("infill"),
  templateOf("infill"),
  templateOf("special-bond"),
]);
const specialBook = await bookOf("special-bond");

describe.each([
  ["the workbook of a model with a tender", infill],
  ["the template of a model with a tender", infillTemplate],
  ["the workbook of a model without", specialBook],
  ["the template of a model without", special],
])("what was changed in the model since export: %s", (_, { document, bytes, at }) => {
  const elsewhere = written(stored(document), { [RATE]: "0.077" });

  test("stays where the sheet was not touched, and nothing is written", () => {
    const { document: back, changes, told } = okay(importSheets(bytes, "form.xlsx", elsewhere));
    expect([changes, told.map(({ code }) => code)]).toEqual([[], ["sheet.other_document"]]);
    expect(formatDocument(back)).toBe(formatDocument(elsewhere));
  });

  test("is named where the sheet has changed it too, and not where both came to the same", async () => {
    const put = await filled(bytes, { [at(RATE)]: 0.041 });
    expect(faults(put, elsewhere)).toEqual([["sheet.conflict", at(RATE)]]);
    expect(faults(put, written(document, { [RATE]: "0.041" }))).toEqual([]);
  });

  test("of another project is refused", () => {
    expect(faults(bytes, written(document, { "project/name": "另一个项目" }))).toEqual([
      ["sheet.other_model", "form.xlsx"],
    ]);
  });

  test("and what was changed in the sheet come together, cell by cell", async () => {
    const places = numbersOf(document).filter((place) => !at(place).endsWith("D0"));
    const drawn = fc.record({
      sheet: fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 4 }),
      model: fc.uniqueArray(fc.constantFrom(...places), { maxLength: 4 }),
    });
    for (const { sheet, model } of fc.sample(drawn, { seed: SEED, numRuns: RUNS })) {
      const value = (place: string, by: number) =>
        String(Number((Number(heldAt(document, place)) * by).toPrecision(6)));
      const places = (some: readonly string[], by: number) =>
        Object.fromEntries(some.map((place) => [place, value(place, by)]));
      const puts: Record<string, Put> = Object.fromEntries(
        sheet.map((place) => [at(place), Number(value(place, 0.9))]),
      );
      const into = written(document, places(model, 0.8));
      const put = await filled(bytes, puts);
      const both = sheet.filter((place) => model.includes(place)).map((place) => ["sheet.conflict", at(place)]);
      expect(faults(put, into).toSorted()).toEqual(both.toSorted());
      if (both.length > 0) continue;
      const { document: back, changes } = okay(importSheets(put, "form.xlsx", into));
      expect(changes.map((change) => change.at).toSorted()).toEqual(Object.keys(puts).toSorted());
      expect(formatDocument(back)).toBe(formatDocument(written(into, places(sheet, 0.9))));
    }
  });
});

const RUNS = Number(process.env["PINGHENG_DOCUMENTS"] ?? 3);

/** Inputs that are a number above 1, single or in a table. */
function numbersOf({ components }: ModelDocument): readonly string[] {
  const isNumber = (value: unknown) => typeof value === "string" && /^\d+(\.\d+)?$/.test(value) && Number(value) > 1;
  return components.flatMap(({ id, mechanism, inputs }) =>
    Object.entries(inputs).flatMap(([name, value]): readonly string[] => {
      const specs: Readonly<Record<string, InputSpec>> = mechanisms.get(mechanism)?.inputs ?? {};
      const spec = specs[name];
      const place = `components/${id}/inputs/${name}`;
      if (spec?.type === "number" && spec.integer !== true && isNumber(value)) return [place];
      if (spec?.type !== "table" || !Array.isArray(value)) return [];
      return (value as readonly Record<string, unknown>[]).flatMap((row) =>
        isNumber(row["price"]) ? [`${place}/${String(row["id"])}/price`] : [],
      );
    }),
  );
}

function heldAt({ components }: ModelDocument, place: string): unknown {
  const [, id, , name = "", row, column = ""] = place.split("/");
  const held = components.find((one) => one.id === id)?.inputs[name];
  return Array.isArray(held)
    ? (held as readonly Record<string, unknown>[]).find((one) => one["id"] === row)?.[column]
    : held;
}

test("a template of a model with a tender carries what its sheets show, and nothing of the tender", async () => {
  const column = okay(carriedColumn(okay(openSheets(infillTemplate.bytes, "form.xlsx"))));
  const { text = "", isPart } = readOrigin(column ?? []) ?? {};
  const part = JSON.parse(text) as Record<string, unknown>;
  const kept = ["tender", "bids", "notes", "remarks", "scenarios", "actuals"].map((key) => part[key] ?? []);
  expect([isPart, kept.flat()]).toEqual([true, []]);
});

describe.skipIf(!soffice.path)("saved anew by LibreOffice", () => {
  test("a template of a model with a tender still says what was changed in it", async () => {
    const put = await filled(infillTemplate.bytes, { [infillTemplate.at(RATE)]: 0.041 });
    const again = savedAnew(soffice.path ?? "", put);
    const into = written(infill.document, { "project/author": "另一人" });
    const { document: back, changes } = okay(importSheets(again, "form.xlsx", into));
    expect(changes.map(({ at }) => at)).toEqual([infillTemplate.at(RATE)]);
    expect(formatDocument(back)).toBe(formatDocument(written(into, { [RATE]: "0.041" })));
  });
});
