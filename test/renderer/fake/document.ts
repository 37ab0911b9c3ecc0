import type { JsonObject } from "../../../app/contract.ts";

/** A small document with one of everything. */
export const exampleDocument: JsonObject = {
  format: "pingheng/model",
  version: 1,
  project: { name: "示例:青枫里", type: "renovation", mode: "rebuild", households: "480" },
  plots: [{ id: "p1", label: { zh: "一号地块", en: "Plot 1" } }],
  timeline: {
    start: "2026-01",
    step: "quarter",
    periods: 160,
    phases: [
      { id: "build", label: { zh: "建设期", en: "Construction" }, start: "2026-07", months: 36 },
      { id: "operate", label: { zh: "运营期", en: "Operation" }, after: "build", months: 444 },
    ],
  },
  conventions: { icProject: "0.05", drawTiming: "mid" },
  packs: [],
  parties: [
    { id: "spv", label: { zh: "青枫更新公司", en: "Qingfeng Renewal Co." }, role: "entity" },
    { id: "buyers", label: { zh: "购房人", en: "Buyers" }, role: "buyer" },
    { id: "builder", label: { zh: "总包单位", en: "Contractor" }, role: "contractor" },
    { id: "bank", label: { zh: "合作银行", en: "Bank" }, role: "bank" },
    { id: "district", label: { zh: "区财政", en: "District budget" }, role: "district" },
  ],
  components: [
    {
      id: "flats",
      mechanism: "sale",
      label: { zh: "增量住宅销售", en: "Sale of flats" },
      enabled: true,
      inputs: {
        price: "21000",
        area: "40000",
        cost: "12345678.9",
        start: "2027-06",
        presale: true,
        buyer: "buyers",
        method: "general",
        absorption: { profile: { from: "2027-01", every: "year", values: ["0.4", "0.35", "0.25"], meaning: "share" } },
        product: "flats",
      },
      evidence: { price: { document: "示例:评估报告 2026-15", date: "2026-03-01", status: "approved" } },
    },
    {
      id: "bank_loan",
      mechanism: "loan",
      label: { zh: "项目贷款", en: "Project loan" },
      enabled: true,
      inputs: {
        rate: "0.0385",
        tranches: [
          { id: "t1", month: "2026-07", amount: "150000000" },
          { id: "t2", month: "2027-07", amount: "90000000" },
        ],
      },
    },
  ],
  customLines: [
    {
      id: "reserve",
      label: { zh: "风险准备", en: "Reserve" },
      unit: "CNY",
      kind: "flow",
      formula: "flats.receipt * 0.01",
    },
  ],
  records: [{ id: "permit", label: { zh: "预售许可", en: "Presale permit" }, date: "2027-05-20" }],
  scenarios: [
    { id: "base", label: { zh: "基准", en: "Base" }, counts: ["approved", "received"], set: {} },
    {
      id: "price_up",
      label: { zh: "单价到限", en: "Price at the cap" },
      parent: "base",
      set: { "components/flats/inputs/price": "23500" },
    },
  ],
};
