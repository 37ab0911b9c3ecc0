import type { BidSpec, NoticeSpec, TenderSpec } from "../../../document/schema.ts";
import { textOf } from "../../../document/schemaParts.ts";
import { bidsProblem } from "../../../wording/bids.ts";
import { named, type Text, text } from "../../../wording/text.ts";
import { input } from "../../inputLine.ts";
import { overYears } from "../series.ts";
import { added, formula, includesVat, type Owner, type Piece, vatFactor } from "./piece.ts";
import { sharePieces } from "./shares.ts";
import { flowOrMissing } from "./tender.ts";

export interface BidContext {
  readonly bid: BidSpec;
  readonly tender: TenderSpec;
  readonly years: number;
}

export const bidOwner = ({ id, bidder }: BidSpec): Owner => {
  const name = bidder === "" ? id : bidder;
  return { id: `bid.${id}`, label: text(name, name), path: `bids/${id}` };
};

/** What a bid offers, put on the basis of the notice: fee, subsidy, capital, share, and what it leaves to the owner. */
export function offerPieces(context: BidContext): readonly Piece[] {
  const { bid, tender } = context;
  const owner = bidOwner(bid);
  const { id } = owner;
  return [
    scalarOr(owner, "term", "termYears", text("合同期(年)", "term in years"), bid.termYears, "1"),
    formula(owner, "on", text("合同期内", "under contract"), "flag", `t > 1 and t <= ${id}.term + 1 ? 1 : 0`, { unit: "1" }),
    priceFactor(owner, bid, tender.notice),
    ...feePieces(context, owner),
    ...subsidyPieces(context, owner),
    ...capitalPieces(context, owner),
    ...sharePieces(context, owner),
    ...bornePieces(context, owner),
    formula(owner, "stated", text("报价所列金额净额", "amounts as the bid states them"), "flow", `${id}.fee.stated + ${id}.capital.stated - ${id}.subsidy.stated`),
    formula(owner, "on_vat", text("净额(招标增值税口径)", "the same on the VAT basis of the notice"), "flow", `${id}.fee.on_vat + ${id}.capital.on_vat - ${id}.subsidy.on_vat`),
    formula(owner, "on_basis", text("净额(招标价格口径)", "the same at the price level of the notice"), "flow", `${id}.fee + ${id}.capital - ${id}.subsidy`),
  ];
}

/** A number a bid must give; without it what rests on it has no value. */
export function scalarOr(owner: Owner, name: string, field: string, words: Text, value: string | number | undefined, unit: string): Piece {
  const path = `${owner.path}/${field}`;
  const label = named(owner.label, words.zh, words.en);
  return input(`${owner.id}.${name}`, label, path, value === undefined ? undefined : String(value), {
    unit,
    kind: "scalar",
    missing: value === undefined ? bidsProblem("missing", path, { what: label, path }) : undefined,
  });
}

/** From the price level of the bid to that of the notice. */
function priceFactor(owner: Owner, { priceLevel }: BidSpec, notice: NoticeSpec): Piece {
  const words = text("价格口径换算系数", "factor to the price level");
  const rate = (to: string) => formula(owner, "price_factor", words, "rate", to, { unit: "1" });
  if (priceLevel === undefined || notice.priceLevel === undefined) {
    const path = priceLevel === undefined ? `${owner.path}/priceLevel` : "tender/notice/priceLevel";
    const label = named(owner.label, "价格口径", "price level");
    const missing = bidsProblem("missing", path, { what: label, path });
    return input(`${owner.id}.price_factor`, label, path, undefined, { unit: "1", kind: "rate", missing });
  }
  if (priceLevel === notice.priceLevel) return rate("1");
  return rate(priceLevel === "current" ? "1 / (1 + tender.inflation) ^ (t - 1)" : "(1 + tender.inflation) ^ (t - 1)");
}

/** The same amount as stated, on the VAT basis and at the price level of the notice: `ID.stated`, `ID.on_vat`, `ID`. */
function onBasis(item: Owner, bidId: string, words: Text): readonly Piece[] {
  return [
    formula(item, "on_vat", text(`${words.zh}(招标增值税口径)`, `${words.en}, VAT basis of the notice`), "flow", `${item.id}.stated * ${item.id}.vat`),
    formula(item, "", text(`${words.zh}(招标口径)`, `${words.en}, basis of the notice`), "flow", `${item.id}.on_vat * ${bidId}.price_factor`),
  ];
}

function feePieces({ bid, tender, years }: BidContext, owner: Owner): readonly Piece[] {
  const words = text("固定费用", "fee");
  const item: Owner = { ...owner, id: `${owner.id}.fee`, path: `${owner.path}/fee` };
  const { amounts, growth, vat } = bid.fee;
  return [
    flowOrMissing(`${item.id}.base`, named(owner.label, "固定费用(首年价)", "fee as offered"), `${item.path}/amounts`, amounts, years),
    input(`${item.id}.growth`, named(owner.label, "费用年增长率", "growth of the fee"), `${item.path}/growth`, growth ?? "0", { unit: "1" }),
    formula(item, "stated", text("固定费用(报价口径)", "fee as stated"), "flow", `${owner.id}.on * ${item.id}.base * (1 + ${item.id}.growth) ^ (t - 2)`, {
      convention: text("自第2年起增长", "it grows from year 2 on"),
    }),
    ...vatFactor({ ...item, label: named(owner.label, words.zh, words.en) }, vat, includesVat(tender.notice)),
    ...onBasis(item, owner.id, words),
  ];
}

function subsidyPieces({ bid, tender, years }: BidContext, owner: Owner): readonly Piece[] {
  const { notice } = tender;
  const all: Owner = { ...owner, id: `${owner.id}.subsidy`, path: `${owner.path}/subsidies` };
  const rows = bid.subsidies.map((row) => ({ row, item: { ...all, id: `${all.id}.of.${row.id}`, path: `${all.path}/${row.id}` } }));
  const sumOf = (tail: string) => added(rows.map(({ item }) => `${item.id}${tail}`));
  const words = text("申请补贴", "subsidy asked");
  const limits = [
    ...(notice.subsidyLimit === undefined ? [] : ["tender.subsidy_limit"]),
    ...(notice.subsidyLimitWhole === undefined ? [] : [`max(0 CNY, tender.subsidy_limit_whole - prev(${all.id}.paid))`]),
  ];
  const counted = added(rows.map(({ item }) => `${item.id}.counted`));
  return [
    ...rows.flatMap(({ row, item }): readonly Piece[] => {
      const printed = notice.subsidies.find(({ id }) => id === row.id);
      const label = textOf(printed?.label ?? row.id);
      const own = { ...item, label: named(owner.label, label.zh, label.en) };
      const limited = printed?.limit === undefined ? item.id : `min(${item.id}, tender.limit.${row.id})`;
      return [
        input(`${item.id}.base`, named(own.label, "申请补贴", "subsidy asked"), item.path, overYears(row.amounts, years)),
        formula(own, "stated", text("申请补贴(报价口径)", "subsidy as stated"), "flow", `${owner.id}.on * ${item.id}.base`),
        ...vatFactor(own, row.vat, includesVat(notice)),
        ...onBasis(own, owner.id, words),
        formula(own, "counted", text("限额内补贴", "subsidy within its limit"), "flow", limited),
      ];
    }),
    ...(["stated", "on_vat"] as const).map((name) => formula(all, name, words, "flow", sumOf(`.${name}`))),
    formula(all, "", text("申请补贴(招标口径)", "subsidy asked, basis of the notice"), "flow", sumOf("")),
    formula(all, "counted", text("计入的补贴", "subsidy that counts"), "flow", limits.length === 0 ? counted : `min(${[counted, ...limits].join(", ")})`, {
      convention: text("逐项、逐年、全期限额内计入,超出部分不计并列为偏离", "within the limits by row, by year and over the term; the excess is left out and named as a deviation"),
    }),
    formula(all, "paid", text("累计补贴", "subsidy so far"), "stock", `prev(${all.id}.paid) + ${all.id}.counted`),
  ];
}

function capitalPieces({ bid, tender, years }: BidContext, owner: Owner): readonly Piece[] {
  const all: Owner = { ...owner, id: `${owner.id}.capital`, path: `${owner.path}/capital` };
  const rows = bid.capital.map((row) => ({ row, item: { ...all, id: `${all.id}.of.${row.id}`, path: `${all.path}/${row.id}` } }));
  const sumOf = (tail: string, of = rows) => added(of.map(({ item }) => `${item.id}${tail}`));
  const words = text("一次性投入", "upfront capital");
  const unproven = rows.filter(({ row }) => (row.evidence ?? "").trim() === "");
  return [
    ...rows.flatMap(({ row, item }): readonly Piece[] => {
      const label = textOf(row.label ?? row.id);
      const own = { ...item, label: named(owner.label, label.zh, label.en) };
      const series = Array.from({ length: years + 1 }, (_, year) => (year === row.year ? row.amount : "0"));
      return [
        input(`${item.id}.stated`, named(own.label, "一次性投入", "upfront capital"), item.path, series),
        ...vatFactor(own, row.vat, includesVat(tender.notice)),
        ...onBasis(own, owner.id, words),
      ];
    }),
    ...(["stated", "on_vat"] as const).map((name) => formula(all, name, words, "flow", sumOf(`.${name}`))),
    formula(all, "", text("一次性投入(招标口径)", "upfront capital, basis of the notice"), "flow", sumOf("")),
    formula(all, "unproven", text("无资金证明的投入", "capital without evidence"), "flow", sumOf("", unproven), {
      convention: text("无资金证明的不计入,单独列示", "left out of the comparison and shown"),
    }),
  ];
}

function bornePieces({ bid, tender, years }: BidContext, owner: Owner): readonly Piece[] {
  const common = tender.notice.borne.filter(({ id }) => !bid.takesOver.includes(id)).map(({ id }) => `tender.borne.${id}`);
  const own = bid.borne.map((row) => ({ ...row, line: `${owner.id}.borne.of.${row.id}` }));
  return [
    ...own.map(({ line, id, label, amounts }) => {
      const words = textOf(label ?? id);
      return flowOrMissing(line, named(owner.label, words.zh, words.en), `${owner.path}/borne/${id}/amounts`, amounts, years);
    }),
    formula(owner, "borne", text("业主承担事项", "obligations borne by the owner"), "flow", added([...common, ...own.map(({ line }) => line)])),
  ];
}
