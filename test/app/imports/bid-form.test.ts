import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { bidFormOf } from "../../../app/exports/bidForm/form.ts";
import { writeBook } from "../../../app/exports/workbook/write.ts";
import { importSheets } from "../../../app/imports/import.ts";
import { formatDocument } from "../../../models/document/format.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { bidOf, okay, tenderDocument } from "../../analysis/bids/support.ts";
import { cellAt, changed, example, filled, type Put } from "./filled.ts";

const NOTICE = {
  services: [{ id: "meal", label: "助餐", unit: "份", cap: "18" }],
  revenues: [{ id: "all" }, { id: "ads", label: { zh: "广告", en: "adverts" } }],
  subsidies: [{ id: "start", label: "开办补贴", limit: "60000" }],
  kpis: [{ id: "open", label: "开放天数", unit: "天", sense: "at_least", target: "300" }],
  borne: [{ id: "heat", label: "供暖", amounts: "20000" }],
};
const FULL = bidOf("one", {
  bidder: "=甲公司",
  extensionYears: 2,
  fee: { amounts: { "1": "60000", "3": "65000.55" }, growth: "0.02", vat: { included: true, rate: "0.09" } },
  shares: [{ id: "s1", of: "total", rate: "0.123456", threshold: "1000000" }],
  subsidies: [{ id: "start", amounts: "50000", vat: { included: false } }],
  capital: [{ id: "c1", label: { zh: "改造", en: "works" }, year: 0, amount: "300000", evidence: "存款证明" }],
  prices: [{ id: "meal", price: "15.5", vat: { included: true, rate: "0.06" } }],
  kpis: [{ id: "open", promise: "330", penalty: "1000" }],
  takesOver: ["heat"],
  borne: [{ id: "o1", label: "保洁", amounts: { "2": "3000" } }],
  performanceBond: { amount: "100000", form: "保函" },
  consortium: [{ id: "m1", name: "乙公司", share: "0.4" }],
  deviations: [{ id: "d1", clause: "3.2", text: "-工期顺延" }],
  own: {
    revenues: [{ id: "ads", amounts: "reference", growth: "0.01" }],
    costs: [{ id: "k", label: "人工", amounts: "200000", growth: "0.03" }],
    investments: [{ id: "i", label: "设备", year: 1, amount: "80000" }],
  },
});
const tender = () => tenderDocument(NOTICE, {}, [FULL, bidOf("two", {})]);

async function form(document: ModelDocument, more: { bid?: string; money?: "yuan" | "wan"; lang?: "zh" | "en" } = {}) {
  const { bid, money = "yuan", lang = "zh" } = more;
  return writeBook(okay(bidFormOf(document, { bid, money, lang, version: "test", now: new Date(0) })));
}

const read = (bytes: Uint8Array, into: ModelDocument | undefined) => importSheets(bytes, "form.xlsx", into);
const faults = (bytes: Uint8Array, into: ModelDocument | undefined) => {
  const found = read(bytes, into);
  return found.ok ? [] : found.problems.map(({ code, path }) => [code, path]);
};
const value = (bytes: Uint8Array, path: string) => cellAt(bytes, "报价", [path], "value");
const year = (bytes: Uint8Array, path: string, code: string) => cellAt(bytes, "逐年", [path], code);

describe("a form of a bid", () => {
  test.each([{}, { money: "wan", lang: "en" }] as const)("that nobody has changed changes nothing: %j", async (how) => {
    for (const document of [tender(), example("infill")]) {
      const [bid] = document.bids;
      const bytes = await form(document, { bid: bid?.id ?? "", ...how });
      const again = await changed(bytes, () => undefined);
      for (const one of [bytes, again]) {
        const back = okay(read(one, document));
        expect([back.changes, back.told]).toEqual([[], []]);
        expect(formatDocument(back.document)).toBe(formatDocument(document));
      }
    }
  });

  test("has nothing of the file but the notice and that bid, and no formula of what people wrote", async () => {
    const document = tenderDocument(NOTICE, { invitees: [{ id: "x", name: "受邀单位甲" }] }, [
      FULL,
      bidOf("two", { bidder: "另一家" }),
    ]);
    const { sheets } = await readXlsx(await form(document, { bid: "one" }));
    const texts = JSON.stringify(sheets.map(({ rows }) => rows));
    expect(texts).toContain("=甲公司");
    for (const secret of ["受邀单位甲", "另一家", "6000000"]) expect(texts).not.toContain(secret);
    const formulas = sheets.flatMap(({ cells }) =>
      [...(cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []),
    );
    expect(formulas.filter((formula) => !/^IF\([A-Z]+\d+="","待填",""\)$/.test(formula))).toEqual([]);
  });

  test("does not take one bidder for two by signs nobody sees, nor lose what stands where nothing is asked", async () => {
    const document = tenderDocument(NOTICE, {}, [bidOf("one", { bidder: "甲公司(示例)" })]);
    const bytes = await form(document);
    const bidder = await value(bytes, "bidder");
    const named = async (name: string) =>
      faults(await filled(bytes, { [bidder]: name }), document).filter(([, at]) => at === bidder);
    for (const name of ["甲公司（示例）", "甲公司 (示例)"])
      expect([name, await named(name)]).toEqual([name, [["bids.bid_there", bidder]]]);
    for (const name of ["\u202e乙公司", "甲公司(示例)\u200b"])
      expect([name, await named(name)]).toEqual([name, [["bids.bidder_unseen", bidder]]]);
    const fee = await year(bytes, "fee/amounts", "reference");
    const lost = await filled(bytes, { [bidder]: "乙公司", [fee]: "是", "报价说明!B3": "万元" });
    expect(faults(lost, document)).toEqual(
      expect.arrayContaining([
        ["sheet.cell_outside", fee],
        ["sheet.unit_changed", "报价说明!B3"],
      ]),
    );
  });

  test("gives what was changed in it, and leaves alone what was changed in the file since", async () => {
    const document = tender();
    const bytes = await form(document, { bid: "one", money: "wan" });
    const puts: Record<string, Put> = {
      [await value(bytes, "termYears")]: 8,
      [await value(bytes, "fee/growth")]: 0.035,
      [await value(bytes, "prices/meal/price")]: 14.25,
      [await value(bytes, "takesOver/heat")]: null,
      [await value(bytes, "performanceBond/amount")]: 12.3456,
      [await year(bytes, "fee/amounts", "y2")]: 6.2,
      [await year(bytes, "subsidies/start/amounts", "every")]: null,
      [await value(bytes, "subsidies/start/vat/included")]: null,
      [await year(bytes, "own/revenues/all/amounts", "reference")]: "是",
      [await cellAt(bytes, "收入分成", ["s1"], "cap")]: 80,
    };
    const since = tenderDocument(NOTICE, {}, [{ ...FULL, contractAmount: "900000" }, bidOf("two", {})]);
    const back = okay(read(await filled(bytes, puts), since));
    const bid = back.document.bids[0];
    expect(bid).toMatchObject({
      id: "one",
      termYears: 8,
      contractAmount: "900000",
      fee: { amounts: { "1": "60000", "2": "62000", "3": "65000.55" }, growth: "0.035", vat: { rate: "0.09" } },
      prices: [{ id: "meal", price: "14.25", vat: { included: true, rate: "0.06" } }],
      performanceBond: { amount: "123456", form: "保函" },
      shares: [{ id: "s1", of: "total", rate: "0.123456", threshold: "1000000", cap: "800000" }],
    });
    expect([bid?.takesOver, bid?.subsidies]).toEqual([[], []]);
    expect(bid?.own.revenues).toContainEqual({ id: "all", amounts: "reference" });
    expect(back.document.bids[1]).toEqual(document.bids[1]);
    expect(back.changes.map(({ at }) => at).toSorted()).toEqual(Object.keys(puts).toSorted());
    const both = tenderDocument(NOTICE, {}, [{ ...FULL, termYears: 9 }, bidOf("two", {})]);
    expect(faults(await filled(bytes, puts), both)).toEqual([["sheet.conflict", await value(bytes, "termYears")]]);
  });
});

describe("an empty form", () => {
  test("becomes a bid beside the others that answers the notice", async () => {
    const document = tender();
    const bytes = await form(document);
    const puts: Record<string, Put> = {
      [await value(bytes, "bidder")]: "丙公司",
      [await value(bytes, "termYears")]: 10,
      [await value(bytes, "priceLevel")]: "不变价",
      [await value(bytes, "fee/vat/included")]: "否",
      [await value(bytes, "kpis/open/promise")]: 310,
      [await year(bytes, "fee/amounts", "every")]: 70_000,
      "收入分成!B6": "广告",
      "收入分成!C6": 0.1,
      "自身成本!B6": "人工",
      "自身成本!E6": 100,
      "自身成本!F6": 200,
    };
    const { document: next } = okay(read(await filled(bytes, puts), document));
    expect(next.bids.slice(0, 2)).toEqual(document.bids);
    const answers = /^sha256:/;
    expect(next.bids[2]).toMatchObject({
      id: "bid_1",
      bidder: "丙公司",
      answers: expect.stringMatching(answers),
      answersNumber: "ZB-1",
      termYears: 10,
      priceLevel: "constant",
      fee: { amounts: "70000", vat: { included: false } },
      kpis: [{ id: "open", promise: "310" }],
      shares: [{ id: "r1", of: "ads", rate: "0.1" }],
      own: { costs: [{ id: "r1", label: "人工", amounts: { "1": "100", "2": "200" } }] },
    });
    // The same bidder a second time is refused at the cell of its name.
    expect(faults(await filled(bytes, puts), next)).toEqual([["bids.bid_there", await value(bytes, "bidder")]]);
  });

  test("names every fault at its cell and takes nothing over", async () => {
    const document = tender();
    const bytes = await form(document);
    const at = (path: string) => value(bytes, path);
    const planted: readonly (readonly [string, string, Put])[] = [
      ["sheet.text_for_number", await at("bidBond"), "面议"],
      ["sheet.unit_in_number", await at("contractAmount"), "50万元"],
      ["sheet.formula", await at("prices/meal/price"), { formula: "1+1", formulaResult: 2 }],
      ["sheet.error_cell", await at("kpis/open/penalty"), { value: "#REF!", type: "error" } as never],
      ["sheet.choice_unknown", await at("priceLevel"), "浮动价"],
      ["sheet.whole_number", await at("termYears"), 7.5],
      ["sheet.percent_text", await at("fee/growth"), "3"],
      ["exchange.yearly_both", await year(bytes, "fee/amounts", "every"), 5],
      ["", await year(bytes, "fee/amounts", "y1"), 6],
      ["exchange.reference_both", await year(bytes, "own/revenues/ads/amounts", "reference"), "是"],
      ["", await year(bytes, "own/revenues/ads/amounts", "y1"), 6],
      ["sheet.row_id", "联合体!A6", "1 号"],
      ["", "联合体!B6", "乙"],
      ["sheet.cell_outside", "收入分成!K6", "备注"],
      ["sheet.heading_changed", "偏离!B3", "改名"],
    ];
    const found = faults(
      await filled(bytes, Object.fromEntries(planted.map(([, cell, put]) => [cell, put]))),
      document,
    );
    const own = [
      ...planted.flatMap(([code, cell]) => (code === "" ? [] : [[code, cell]])),
      ["bids.bidder_missing", await at("bidder")],
    ];
    expect(found.toSorted()).toEqual(own.toSorted());
  });

  test("names what the file cannot hold at its cell: beyond its bounds, crossed limits, a row without its amount", async () => {
    const document = tender();
    const bytes = await form(document);
    const [bond, vat, rate] = [
      await value(bytes, "bidBond"),
      await value(bytes, "prices/meal/vat/rate"),
      await value(bytes, "fee/growth"),
    ];
    const bidder = { [await value(bytes, "bidder")]: "丁" };
    const puts = { ...bidder, [bond]: -1, [vat]: 0.06, [rate]: 3, "收入分成!B6": "广告" };
    const found = faults(await filled(bytes, puts), document);
    const price = await value(bytes, "prices/meal/price");
    expect(found.map(([, path]) => path).toSorted()).toEqual([bond, price, rate, "收入分成!C6"].toSorted());
    const crossed = { ...bidder, [await value(bytes, "sharesCap")]: 1, [await value(bytes, "sharesFloor")]: 2 };
    expect(faults(await filled(bytes, crossed), document)).toEqual([
      ["bids.floor_above_cap", await value(bytes, "sharesFloor")],
    ]);
  });

  test("answers one notice, and the file of a tender", async () => {
    const document = tender();
    const bytes = await filled(await form(document), {});
    expect(faults(bytes, undefined)).toEqual([["exchange.form_needs_into", "form.xlsx"]]);
    const later = tenderDocument({ ...NOTICE, feeLeast: "1" }, {}, []);
    expect(faults(bytes, later)[0]?.[0]).toBe("bids.other_notice");
    expect(faults(bytes, tenderDocument({ ...NOTICE, number: "ZB-2" }, {}, []))[0]?.[0]).toBe("bids.other_tender");
    const held = await form(document, { bid: "one" });
    const other = tenderDocument(NOTICE, {}, [bidOf("one", { bidder: "别家" })]);
    expect(faults(held, other)).toEqual([["exchange.form_other_bid", "form.xlsx"]]);
    const broken = await changed(held, (sheets) => {
      const hidden = sheets.find(({ name }) => name === "pingheng");
      (hidden?.rows as unknown[][])[8] = ["AAAA"];
      for (const key of hidden?.cells?.keys() ?? []) if (key.startsWith("8,")) hidden?.cells?.delete(key);
    });
    expect(faults(broken, document)).toEqual([["sheet.carried_changed", "pingheng"]]);
  });
});
