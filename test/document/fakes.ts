import { perRow } from "../../models/mechanisms/define/component.ts";
import { cash, flow, scalar } from "../../models/mechanisms/define/lines.ts";
import { type Mechanism, mechanism } from "../../models/mechanisms/define/mechanism.ts";
import {
  area,
  choice,
  flag,
  month,
  months,
  party,
  plot,
  profile,
  quantity,
  rate,
  record,
  status,
  table,
  word,
} from "../../models/terms/inputs.ts";

/** Small mechanisms that between them use every kind of input. */
const fakeSale = mechanism("fake_sale", {
  title: { zh: "售房", en: "Sale" },
  summary: { zh: "按比例出售。", en: "Sells by share." },
  family: "income",
  clauses: [],
  inputs: {
    seller: party("卖方", "seller", ["entity", "spv"]),
    buyer: party("买方", "buyer", ["buyer"]),
    product: word("产品", "product"),
    plot: plot(),
    area: area("面积", "area", { from: 0, to: 100000 }),
    price: quantity("CNY/m2", "单价", "price", { from: 0 }),
    cap: quantity("CNY/m2", "限价", "cap", { from: 0, optional: true }),
    share: profile("share", "1", "比例", "share", { from: 0, to: 1 }),
    growth: profile("rate", "1", "涨幅", "growth", { optional: true }),
    after: month("起售月", "first month", "from", { optional: true }),
    taxed: flag("含税", "taxed", { optional: true }),
    vat: rate("税率", "VAT rate", { policy: "vat_general_real_estate" }),
    permit: record("许可", "permit", { optional: true }),
  },
  lines: (c) => [
    flow("sold", "售出面积", "area sold", c.has("after") ? "month >= after ? area * share : 0" : "area * share", {
      unit: "m2",
      role: "area.sold",
      tags: { product: c.word("product"), plot: c.word("plot") },
    }),
    cash("receipt", "售房款", "receipts", `sold * min(price, cap)${c.has("permit") ? " * recorded(permit)" : ""}`, {
      from: "buyer",
      to: "seller",
      role: "sale.receipt",
      posts: { debit: "cash", credit: "advance" },
    }),
    flow("vat_memo", "增值税", "VAT", "receipt * vat"),
  ],
});

const fakeWorks = mechanism("fake_works", {
  title: { zh: "工程", en: "Works" },
  summary: { zh: "按行付款。", en: "Pays by row." },
  family: "cost",
  clauses: [],
  inputs: {
    payer: party("付款方", "payer", ["entity", "spv"]),
    payee: party("收款方", "payee", ["contractor"]),
    kind: choice("类别", "kind", { plain: { zh: "普通", en: "plain" }, extra: { zh: "附加", en: "extra" } }),
    spend: profile("amount", "CNY", "支出", "spending", { optional: true }),
    parts: table(
      "分项",
      "parts",
      {
        amount: quantity("CNY", "金额", "amount", { from: 0 }),
        cap: quantity("CNY", "上限", "cap", { optional: true }),
        at: month("付款月", "month paid", "within"),
        lag: months("滞后", "lag", { from: 0, to: 60 }),
        note: word("备注", "note", { optional: true }),
      },
      { optional: true },
    ),
  },
  lines: (c) => [
    ...perRow(c, "parts", (row) => [
      scalar("limited", "限额后金额", "limited amount", "min(row.amount, row.cap)"),
      flow("due", "应付", "due", "month <= row.at and row.at < month + dtmonths ? limited : 0", {
        tags: row.has("note") ? { note: row.word("note") } : {},
      }),
    ]),
    scalar("total", "合计", "total", "sumrows(parts, row.amount)"),
    cash("payment", "工程款", "works payment", `sumrows(parts, row.due)${c.has("spend") ? " + spend" : ""}`, {
      from: "payer",
      to: "payee",
      role: "cost.works.building",
      posts: { debit: "wip", credit: "cash" },
    }),
    ...(c.word("kind") === "extra" ? [flow("extra", "附加", "extra", "payment * 0.1")] : []),
  ],
});

const fakeGrant = mechanism("fake_grant", {
  title: { zh: "补助", en: "Grant" },
  summary: { zh: "经批准的补助。", en: "An approved grant." },
  family: "support",
  clauses: [],
  inputs: {
    giver: party("拨款方", "giver", ["city", "district"]),
    taker: party("接受方", "taker", ["entity"]),
    amount: profile("amount", "CNY", "金额", "amount"),
    status: status(),
  },
  lines: () => [
    cash("grant", "补助", "grant", "amount * counted(status)", {
      from: "giver",
      to: "taker",
      role: "support.grant.special",
      posts: { debit: "cash", credit: "reserve" },
    }),
  ],
});

export const fakes: ReadonlyMap<string, Mechanism> = new Map(
  [fakeSale, fakeWorks, fakeGrant].map((one) => [one.id, one]),
);

/** A small complete document; a function so that each test gets its own. */
export function tinyDocument() {
  return {
    format: "pingheng/model",
    version: 1,
    project: { name: "试点社区", type: "renovation", mode: "rebuild", households: "320" },
    plots: [{ id: "p1", label: "一号地块" }],
    timeline: {
      start: "2026-01",
      step: "quarter",
      periods: 12,
      phases: [
        { id: "build", label: { zh: "建设", en: "construction" }, start: "2026-01", months: 12 },
        { id: "operate", label: "运营", after: "build", lagMonths: 0, months: 24 },
      ],
    },
    conventions: { icProject: "0.08", minimumCash: 1000 },
    packs: [],
    parties: [
      { id: "entity", label: "实施主体", role: "entity", openingCash: "500" },
      { id: "buyers", label: "购房人", role: "buyer" },
      { id: "builder", label: "施工单位", role: "contractor" },
      { id: "city", label: "市财政", role: "city" },
    ],
    components: [
      {
        id: "sale_1",
        mechanism: "fake_sale",
        label: "住宅销售",
        inputs: {
          seller: "entity",
          buyer: "buyers",
          product: "flats",
          plot: "p1",
          area: 1000,
          price: "20000.5",
          share: { profile: { from: "2027-01", every: "year", values: ["0.5", "0.5"], meaning: "share" } },
          vat: "0.09",
        },
        evidence: { price: { document: "评估报告 12 号", date: "2025-11-01" } },
      },
      {
        id: "works_1",
        mechanism: "fake_works",
        inputs: {
          payer: "entity",
          payee: "builder",
          kind: "plain",
          spend: { profile: { from: "2026-01", every: "year", values: ["1200000"] } },
          parts: [
            { id: "a", amount: "100", cap: "80", at: "2026-05", lag: 0 },
            { id: "b", amount: "50.25", at: "2026-07", lag: "3", note: "尾款" },
          ],
        },
      },
      {
        id: "grant_1",
        mechanism: "fake_grant",
        inputs: {
          giver: "city",
          taker: "entity",
          amount: { profile: { from: "2026-04", every: "quarter", values: ["300"] } },
          status: "applied",
        },
      },
    ],
    customLines: [
      { id: "donation", label: "捐赠", unit: "CNY", kind: "flow", formula: "t == 1 ? grant_1.amount * 0 : 0" },
    ],
    scenarios: [
      { id: "optimistic", label: "乐观", counts: ["applied", "approved", "received"], set: {} },
      { id: "cheap", label: "低价", parent: "optimistic", set: { "components/sale_1/inputs/price": 18000 } },
    ],
    records: [{ id: "permit_1", label: "预售许可", date: "2026-08-15", kind: "permit" }],
    uncertainty: [],
    targets: [],
    bids: [],
  };
}
