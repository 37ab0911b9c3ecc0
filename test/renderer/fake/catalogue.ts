import type { FieldView, MechanismView } from "../../../app/contract.ts";

const text = (zh: string, en: string) => ({ zh, en });

const number = (name: string, zh: string, en: string, unit: string, extra: Partial<FieldView> = {}): FieldView => ({
  name,
  type: "number",
  label: text(zh, en),
  unit,
  optional: false,
  ...extra,
});

const clause = {
  id: "jinhua-2020/3(3)",
  title: text("资金平衡", "Balance of funds"),
  text: text(
    "可售面积按合理限价出售,增量收益用于平衡改造成本。",
    "The increment is sold at a capped price; its proceeds pay for the renewal.",
  ),
  draft: true,
};

const sale: MechanismView = {
  id: "sale",
  family: "income",
  familyLabel: text("销售与经营", "Sales and operation"),
  title: text("限价销售", "Capped-price sale"),
  summary: text("按限价与去化节奏出售增量住宅。", "Sells the increment at a capped price as it is absorbed."),
  clauses: [clause],
  fields: [
    number("price", "含税单价", "Price incl. VAT", "CNY/m2", {
      from: 0,
      usual: [12000, 30000],
      hint: text("不高于限价。", "Not above the cap."),
    }),
    number("area", "可售面积", "Area for sale", "m2", { from: 0 }),
    number("vatRate", "增值税税率", "VAT rate", "1", {
      from: 0,
      to: 1,
      policy: {
        param: "vat.rate.property",
        value: "0.09",
        reference: "财政部 税务总局公告",
        status: "law",
        draft: false,
      },
    }),
    number("cost", "营销费用", "Selling cost", "CNY", { optional: true }),
    { name: "start", type: "month", label: text("开售月份", "First sale"), optional: false },
    { name: "presale", type: "flag", label: text("预售", "Presale"), optional: true },
    { name: "buyer", type: "party", label: text("购房人", "Buyers"), optional: false, partyRoles: ["buyer"] },
    {
      name: "method",
      type: "choice",
      label: text("计税方法", "VAT method"),
      optional: false,
      options: [
        { word: "general", label: text("一般计税", "general") },
        { word: "simple", label: text("简易计税", "simplified") },
      ],
    },
    {
      name: "absorption",
      type: "profile",
      label: text("去化比例", "Absorption"),
      optional: false,
      unit: "1",
      meaning: "share",
    },
    {
      name: "growth",
      type: "profile",
      label: text("价格涨幅", "Price growth"),
      optional: true,
      unit: "1/a",
      meaning: "rate",
    },
    { name: "product", type: "word", label: text("产品", "Product"), optional: true },
    { name: "permit", type: "record", label: text("预售许可", "Presale permit"), optional: true },
    { name: "plot", type: "plot", label: text("地块", "Plot"), optional: true },
  ],
};

const loan: MechanismView = {
  id: "loan",
  family: "capital",
  familyLabel: text("资本与债务", "Capital and debt"),
  title: text("银行贷款", "Loan"),
  summary: text("按到位计划提款,按约定方式还本付息。", "Drawn by plan, repaid as agreed."),
  clauses: [],
  fields: [
    number("rate", "年利率", "Interest rate", "1/a", { from: 0, to: 0.24, usual: [0.028, 0.055] }),
    { name: "status", type: "status", label: text("审批状态", "Status"), optional: true },
    {
      name: "tranches",
      type: "table",
      label: text("提款计划", "Draws"),
      optional: false,
      columns: [
        { name: "month", type: "month", label: text("月份", "Month"), optional: false },
        number("amount", "金额", "Amount", "CNY", { from: 0 }),
        { name: "lender", type: "party", label: text("贷款人", "Lender"), optional: true, partyRoles: ["bank"] },
      ],
    },
  ],
};

/** Two mechanisms that between them have every type of field. */
export const mechanisms: readonly MechanismView[] = [sale, loan];

export const partyRoles = ["entity", "buyer", "contractor", "bank", "district", "other"].map((word) => ({
  word,
  label: text(
    { entity: "实施主体", buyer: "购房人", contractor: "施工单位", bank: "银行", district: "区县财政" }[word] ?? "其他",
    word,
  ),
}));

export const statuses = ["planned", "applied", "approved", "received", "refused"].map((word, index) => ({
  word,
  label: text(["拟申请", "已申报", "已批复", "已到位", "未获批"][index] ?? word, word),
}));
