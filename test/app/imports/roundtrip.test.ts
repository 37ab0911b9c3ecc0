import { readFileSync } from "node:fs";
import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { jsonText } from "../../../app/files/jsonText.ts";
import { parseSource } from "../../../app/files/parse.ts";
import { importSheets } from "../../../app/imports/import.ts";
import { formatDocument } from "../../../models/document/format.ts";
import type { Json } from "../../../models/document/location.ts";
import { writePath } from "../../../models/document/path.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { SEED } from "../../random/corpus.ts";
import { documents } from "../../random/documents.ts";
import { cellAt, changed, example, filled, type Put, template } from "./filled.ts";

const EXAMPLES = ["infill", "new-build", "portfolio", "rebuild", "rehabilitation", "special-bond", "zhegong"];

function read(bytes: Uint8Array, into?: ModelDocument) {
  const imported = importSheets(bytes, "filled.xlsx", into);
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems, null, 1));
  return imported.value;
}

/** The document with places written as a form would write them. */
function written(document: ModelDocument, places: Readonly<Record<string, Json>>): ModelDocument {
  return Object.entries(places).reduce((own, [place, value]) => {
    const next = writePath(own, place, value, mechanisms);
    if (!next.ok) throw new Error(JSON.stringify(next.problems));
    return next.value;
  }, document);
}

/** As a JSON file gives it back: a portfolio then carries the packs of its members. */
function saved(document: ModelDocument): ModelDocument {
  const parsed = parseSource({ path: "saved.json", bytes: new TextEncoder().encode(jsonText(document)) });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.document;
}

const texts = (one: ModelDocument, other: ModelDocument) => [formatDocument(one), formatDocument(other)] as const;

describe("a template that nobody has filled in", () => {
  test.each(EXAMPLES)("gives the document it is of: %s", async (id) => {
    const document = example(id);
    // What holds a tender does not travel with a template.
    const into = document.tender === undefined ? undefined : document;
    for (const options of [{}, { money: "wan", lang: "en" } as const]) {
      const bytes = await template(document, options);
      const { document: back, changes, told } = read(bytes, into);
      expect([changes, told]).toEqual([[], []]);
      const [own, other] = texts(back, saved(document));
      expect(own).toBe(other);
    }
  });

  test("is the same after another program has written it anew", async () => {
    const document = example("rebuild");
    const again = await changed(await template(document), () => undefined);
    const [own, other] = texts(read(again).document, document);
    expect(own).toBe(other);
  });
});

describe("a template of any document", () => {
  test("gives the document again: drawn from all that mechanisms declare", async () => {
    const drawn = fc.sample(documents, { seed: SEED, numRuns: Number(process.env["PINGHENG_DOCUMENTS"] ?? 6) });
    for (const json of drawn) {
      const parsed = parseSource({ path: "drawn.json", bytes: new TextEncoder().encode(JSON.stringify(json)) });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const document = parsed.value.document;
      const into = document.tender === undefined && document.bids.length === 0 ? undefined : document;
      const back = read(await template(document), into);
      expect(back.changes).toEqual([]);
      const [own, other] = texts(back.document, saved(document));
      expect(own).toBe(other);
    }
  });

  test("has no formula of what people wrote, and gives it back as it was written", async () => {
    const text = readFileSync("examples/special-bond.json", "utf8").replaceAll('"zh": "', '"zh": "=1+');
    const parsed = parseSource({ path: "planted.json", bytes: new TextEncoder().encode(text) });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const bytes = await template(parsed.value.document);
    const { sheets } = await readXlsx(bytes);
    const formulas = sheets.flatMap(({ cells }) =>
      [...(cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []),
    );
    expect(formulas.length).toBeGreaterThan(50);
    expect(formulas.filter((formula) => !/^IF\((OR\()?([A-Z]+\d+="",?)+\)?,"待填",""\)$/.test(formula))).toEqual([]);
    const [own, other] = texts(read(bytes).document, parsed.value.document);
    expect(own).toBe(other);
  });
});

describe("a template that was filled in", () => {
  test("gives what the same changes give in the file, digit by digit", async () => {
    const document = example("rebuild");
    const bytes = await template(document);
    const on = async (sheet: string, keys: readonly string[], code: string, put: Put) => ({
      [await cellAt(bytes, sheet, keys, code)]: put,
    });
    const puts = {
      ...(await on("填写", ["bank_loan", "capitalRatio"], "value", 0.07)),
      ...(await on("填写", ["flats", "price"], "value", 25_400.55)),
      ...(await on("填写", ["flats", "priceFrom"], "value", new Date("2026-07-19T00:00:00Z"))),
      ...(await on("填写", ["flats", "includesVat"], "value", "否")),
      ...(await on("填写", ["flats", "handover"], "value", "build.end+3")),
      ...(await on("填写", ["flats", "price"], "source", "评估报告")),
      ...(await on("填写", ["land", "education"], "value", null)),
      ...(await on("填写", ["bank_loan", "form"], "value", "equal_payment")),
      ...(await on("分期", ["equity", "schedule"], "v2", 25_000_000)),
      ...(await on("分期", ["equity", "schedule"], "v4", 5_000_000.1)),
      ...(await on("项目与时间", ["project/city"], "value", "=1+1")),
      ...(await on("项目与时间", ["timeline/phases/build/months"], "value", 39)),
    };
    const expected = written(document, {
      "components/bank_loan/inputs/capitalRatio": "0.07",
      "components/flats/inputs/price": "25400.55",
      "components/flats/inputs/priceFrom": "2026-07",
      "components/flats/inputs/includesVat": false,
      "components/flats/inputs/handover": { phase: "build", edge: "end", months: 3 },
      "components/flats/evidence/price": {
        ...document.components.find(({ id }) => id === "flats")?.evidence?.["price"],
        document: "评估报告",
      } as Json,
      "components/land/inputs/education": null,
      "components/bank_loan/inputs/form": "equal_payment",
      "components/equity/inputs/schedule": {
        profile: {
          from: "2026-01",
          every: "year",
          values: ["70000000", "25000000", "10000000", "5000000.1"],
          meaning: "amount",
        },
      },
      "project/city": "=1+1",
      "timeline/phases/build/months": 39,
    });
    const { document: back, changes } = read(await filled(bytes, puts));
    const [own, other] = texts(back, expected);
    expect(own).toBe(other);
    expect(changes.map(({ at }) => at).toSorted()).toEqual(Object.keys(puts).toSorted());
  });

  test("takes rows that were changed, added and taken out of a table", async () => {
    const document = example("rebuild");
    const bytes = await template(document);
    const sheet = "限价出售·回款节奏";
    const share = await cellAt(bytes, sheet, ["flats", "mortgage"], "share");
    const last = await cellAt(bytes, sheet, ["flats", "final"], "lag");
    const row = Number(last.replace(/\D/g, ""));
    const puts: Record<string, Put> = { [share]: 0.4 };
    for (const [column, put] of Object.entries({ B: null, C: null, D: null, E: null }))
      puts[`${sheet}!${column}${row}`] = put;
    // Written below all that is there; the row gets a code of its own.
    const { rows = [] } = await import("hucre/xlsx")
      .then(({ readXlsx }) => readXlsx(bytes))
      .then((book) => book.sheets.find(({ name }) => name === sheet) ?? { rows: [] });
    const below = rows.length + 1;
    Object.assign(puts, { [`${sheet}!B${below}`]: "flats", [`${sheet}!D${below}`]: 12, [`${sheet}!E${below}`]: 0.3 });
    const held = document.components.find(({ id }) => id === "flats")?.inputs["collection"] as readonly {
      id: string;
    }[];
    const { document: back } = read(await filled(bytes, puts));
    expect(back.components.find(({ id }) => id === "flats")?.inputs["collection"]).toEqual([
      held[0],
      { ...held[1], share: "0.4" },
      { id: "r1", lag: "12", share: "0.3" },
    ]);
  });

  test("moves the point of 万元 exactly", async () => {
    const document = example("rebuild");
    const bytes = await template(document, { money: "wan" });
    const at = await cellAt(bytes, "填写", ["bank_loan", "facility"], "value");
    const { document: back } = read(await filled(bytes, { [at]: 12_345.6789 }));
    expect(back.components.find(({ id }) => id === "bank_loan")?.inputs["facility"]).toBe("123456789");
  });

  test("of a scenario changes the scenario alone", async () => {
    const document = example("rebuild");
    const scenario = document.scenarios.at(-1)?.id ?? "";
    const bytes = await template(document, { scenario });
    const at = await cellAt(bytes, "填写", ["bank_loan", "capitalRatio"], "value");
    const { document: back } = read(await filled(bytes, { [at]: 0.05 }));
    expect(back.components).toEqual(document.components);
    expect(back.scenarios.at(-1)?.set["components/bank_loan/inputs/capitalRatio"]).toBe("0.05");
  });

  test("leaves alone what was changed elsewhere since, and says where both changed the same", async () => {
    const document = example("rebuild");
    const bytes = await template(document);
    const at = await cellAt(bytes, "填写", ["bank_loan", "capitalRatio"], "value");
    const put = await filled(bytes, { [at]: 0.05 });
    const elsewhere = written(document, { "components/flats/inputs/price": "26000" });
    const { document: back, told } = read(put, elsewhere);
    expect(told.map(({ code }) => code)).toEqual(["sheet.other_document"]);
    const [own, other] = texts(back, written(elsewhere, { "components/bank_loan/inputs/capitalRatio": "0.05" }));
    expect(own).toBe(other);
    const both = importSheets(put, "x.xlsx", written(document, { "components/bank_loan/inputs/capitalRatio": "0.04" }));
    expect(both.ok ? [] : both.problems.map(({ code, path }) => [code, path])).toContainEqual(["sheet.conflict", at]);
  });
});
