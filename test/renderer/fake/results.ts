import type { Board, Explanation, JsonObject, LinesView, StatementsView, VerdictView } from "../../../app/contract.ts";
import { objectsOf, textOf, valueAt } from "../../../renderer/session/json.ts";

/** Price at which the small project just balances. */
const balancedPrice = 22000;

const titles = [
  "面积平衡",
  "静态总平衡",
  "建设期筹资",
  "滚动现金",
  "偿债",
  "动态",
  "运营盈亏平衡年",
  "盈亏平衡点",
  "财政平衡",
];
const titlesEn = [
  "Area",
  "Static balance",
  "Construction funding",
  "Rolling cash",
  "Debt service",
  "Dynamic",
  "Operating break-even",
  "Break-even point",
  "Fiscal",
];

function surplus(document: JsonObject): number {
  const price = Number(textOf(valueAt(document, "components/flats/inputs/price")));
  const area = Number(textOf(valueAt(document, "components/flats/inputs/area")));
  return (price - balancedPrice) * area;
}

function verdict(index: number, margin: number): VerdictView {
  const id = `B${index + 1}` as VerdictView["id"];
  const title = { zh: titles[index] ?? "", en: titlesEn[index] ?? "" };
  const common = {
    id,
    title,
    definition: { zh: `${title.zh}的定义。`, en: `Definition of ${title.en}.` },
    lines: ["project.surplus"],
    cell: `verdict.${id}.margin`,
  };
  if (index > 4) return { ...common, pass: null, message: "不适用", lines: [] };
  if (index !== 1) return { ...common, pass: true, margin: "1.25", unit: "1", message: "达标" };
  const pass = margin >= 0;
  return {
    ...common,
    pass,
    margin: String(margin),
    unit: "CNY",
    message: pass ? "全期来源不少于去向" : "全期来源少于去向",
    ...(pass ? {} : { firstFailing: "2031" }),
  };
}

const years = Array.from({ length: 40 }, (_, index) => String(2026 + index));

export function fakeBoard(document: JsonObject, version: number, scenario: string, perspective: string): Board {
  const margin = surplus(document);
  const inflow = years.map((_, index) => (index < 4 ? 150e6 + margin / 4 : 12e6));
  const outflow = years.map((_, index) => (index < 4 ? 190e6 : 8e6));
  const net = inflow.map((value, index) => value - (outflow[index] ?? 0));
  let sum = 0;
  const cumulative = net.map((value) => {
    sum += value;
    return sum;
  });
  const deepest = cumulative.indexOf(Math.min(...cumulative));
  const breakEven = cumulative.findIndex((value, index) => index > deepest && value >= 0);
  const total = 240e6 + Math.max(0, -margin);
  return {
    version,
    scenario,
    trust: { clean: true, points: [] },
    expected: [],
    records: [],
    verdicts: titles.map((_, index) => verdict(index, margin)),
    answer: [
      {
        verdict: "B2",
        state: margin < 0 ? "fail" : "pass",
        before: margin < 0 ? "全周期静态差 " : "全周期静态结余 ",
        figure: { value: String(Math.abs(margin)), unit: "CNY", cell: "verdict.B2.margin" },
        after: "",
      },
    ],
    indicators: [
      {
        id: "balance.static",
        label: { zh: "静态余缺", en: "Static balance" },
        value: String(margin),
        unit: "CNY",
        cell: "balance.static",
      },
      {
        id: "firr.project.pretax",
        label: { zh: "项目内部收益率(税前)", en: "FIRR, project, pre-tax" },
        value: "0.0531",
        unit: "1",
      },
      {
        id: "firr.equity",
        label: { zh: "资本金内部收益率", en: "FIRR, equity" },
        value: null,
        unit: "1",
        note: "现金流不变号,无解",
      },
      { id: "dscr.minimum", label: { zh: "最小偿债备付率", en: "Minimum DSCR" }, value: "1.31", unit: "1" },
    ],
    cash: {
      perspective,
      years,
      inflow,
      outflow,
      net,
      cumulative,
      phases: [
        { label: "建设期", fromYear: "2026", toYear: "2029" },
        { label: "运营期", fromYear: "2029", toYear: "2065" },
      ],
      ...(breakEven < 0 ? {} : { breakEvenYear: years[breakEven] ?? "" }),
      deepestYear: years[deepest] ?? "",
      building: 4,
      lines: {
        inflow: "project.inflow",
        outflow: "project.outflow",
        net: "project.net",
        cumulative: "project.cumulative",
      },
    },
    perspectives: [
      { id: "entity", label: "实施主体" },
      { id: "district", label: "区财政" },
    ],
    flows: [
      {
        from: "buyers",
        to: "spv",
        fromLabel: "购房人",
        toLabel: "青枫更新公司",
        amount: 820e6 + margin,
        line: "flow.in.flats@total",
      },
      {
        from: "district",
        to: "spv",
        fromLabel: "区财政",
        toLabel: "青枫更新公司",
        amount: 60e6,
        line: "flow.in.grant@total",
      },
      ...(margin < 0
        ? [
            {
              from: "gap",
              to: "spv",
              fromLabel: "资金缺口",
              toLabel: "青枫更新公司",
              amount: -margin,
              line: "project.static_balance",
            },
          ]
        : []),
      {
        from: "spv",
        to: "builder",
        fromLabel: "青枫更新公司",
        toLabel: "总包单位",
        amount: 640e6,
        line: "flow.in.works@total",
      },
      {
        from: "spv",
        to: "district",
        fromLabel: "青枫更新公司",
        toLabel: "区财政",
        amount: total,
        line: "flow.in.tax@total",
      },
    ],
    problems: [],
    conventions: ["不变价", "借款期中到位"],
    elapsedMs: 1.8,
  };
}

function periods(by: "period" | "year"): readonly string[] {
  if (by === "year") return years;
  return Array.from(
    { length: 480 },
    (_, index) => `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
  );
}

export function fakeLines(document: JsonObject, version: number, by: "period" | "year"): LinesView {
  const columns = periods(by);
  const components = objectsOf(document["components"]).map((component) => textOf(component["id"]));
  const lines = Array.from({ length: 60 }, (_, index) => ({
    id: `line.n${index}`,
    label: { zh: `第 ${index} 行`, en: `Line ${index}` },
    unit: "CNY",
    kind: "flow",
    component: components[index % components.length] ?? "",
    values: Float64Array.from(columns, (_, column) => (index === 5 ? 0 : (index + 1) * 10000 * (column % 7) - 30000)),
  }));
  return { version, columns, lines };
}

/** A table of 60 rows with the shape of the real ones: numbered rows, sub-rows, a total column. */
export function fakeStatements(version: number, by: "period" | "year", id: string): StatementsView {
  const columns = [{ label: "合计", place: "total" }, ...periods(by).map((label) => ({ label, place: label }))];
  const rows = Array.from({ length: 60 }, (_, index) => ({
    no: index % 5 === 4 ? "" : `${Math.floor(index / 5) + 1}.${(index % 5) + 1}`,
    label: `报表第 ${index} 行`,
    line: "flats.receipt",
    level: index % 5 === 0 ? 0 : 1,
    unit: "CNY",
    values: Float64Array.from(columns, (_, column) =>
      index === 3 && column === 0 ? Number.NaN : (index - 2) * 1e6 * column,
    ),
  }));
  return {
    version,
    offered: [
      { id: "plan", title: "财务计划现金流量表" },
      { id: "profit", title: "利润与利润分配表" },
    ],
    perspectives: [{ id: "district", label: "区财政" }],
    statements: [
      { id, title: id === "plan" ? "财务计划现金流量表" : id, columns, rows, notes: ["不变价", "按公历年"] },
    ],
  };
}

export function fakeExplanation(document: JsonObject, line: string, period: string): Explanation {
  const price = textOf(valueAt(document, "components/flats/inputs/price"));
  if (line === "flats.price")
    return {
      line,
      label: { zh: "含税单价", en: "Price" },
      period,
      value: price,
      unit: "CNY/m2",
      formula: { zh: "录入值", en: "input" },
      source: "",
      terms: [],
      clauses: [],
      inputPath: "components/flats/inputs/price",
      evidence: { document: "示例:评估报告 2026-15", date: "2026-03-01", status: "approved" },
      recordValue: price,
      kernelValue: Number(price),
      agrees: true,
    };
  const value = String(Number(price) * 40000);
  return {
    line,
    label: { zh: "销售回款", en: "Sale receipts" },
    period,
    value,
    unit: "CNY",
    formula: { zh: "含税单价 × 可售面积 × 去化比例", en: "price × area × absorption" },
    source: "price * area * absorption",
    terms: [
      { ref: "flats.price", label: { zh: "含税单价", en: "Price" }, period, value: price, unit: "CNY/m2" },
      { ref: "flats.area", label: { zh: "可售面积", en: "Area" }, period, value: "40000", unit: "m2" },
    ],
    clauses: [
      {
        id: "jinhua-2020/3(3)",
        title: { zh: "资金平衡", en: "Balance" },
        text: { zh: "限价出售。", en: "Capped sale." },
        draft: true,
      },
    ],
    convention: { zh: "签约当期收款。", en: "Paid when signed." },
    payer: "buyers",
    payee: "spv",
    recordValue: value,
    kernelValue: Number(value),
    agrees: true,
  };
}
