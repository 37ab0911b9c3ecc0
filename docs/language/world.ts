import { flow, type LineSpec } from "../../models/mechanisms/define/lines.ts";
import { type Mechanism, mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import {
  area,
  count,
  type InputSpec,
  money,
  month,
  profile,
  quantity,
  rate,
  record,
  status,
  table,
} from "../../models/terms/inputs.ts";
import { entries, syntax } from "./entries.ts";
import type { Example } from "./example.ts";

/** What the examples name. The project runs from July 2026 to June 2029 in six half-years; its statement years are calendar years. */
const inputs = {
  x: profile("amount", "CNY", "现金流", "a cash flow"),
  z: profile("amount", "CNY", "支出", "spending"),
  opened: month("开业月", "month of opening", "from"),
  interest: rate("利率", "a rate"),
  area: area("面积", "an area"),
  price: quantity("CNY/m2", "单价", "a price"),
  cap: money("上限(未填)", "a cap, left out", { optional: true }),
  grant: status(),
  permit: record("许可", "a permit"),
  ramp: table("培育期", "filling up", { year: count("年序", "year"), share: rate("出租率", "occupancy") }),
  bands: table("级距", "brackets", { from: money("起点", "from"), rate: rate("税率", "rate") }),
  items: table("清单", "items", { amount: money("金额", "amount"), weight: rate("权重", "weight") }),
} satisfies Record<string, InputSpec>;

/** Lines that selections find. */
const found: readonly LineSpec[] = [
  flow("rent", "租金", "rent", "z", { role: "revenue.lease", tags: { product: "shops" } }),
  flow("parking", "停车", "parking", "2 * z", { role: "revenue.parking", tags: { product: "cars" } }),
];

const values = {
  x: ["-100", "30", "40", "50", "60", "70"],
  z: ["3", "1", "4", "1", "5", "9"],
};

const halfYears = (list: readonly string[]) => ({
  profile: { from: "2026-07", every: "half-year", values: list, meaning: "amount" },
});

const given = {
  x: halfYears(values.x),
  z: halfYears(values.z),
  opened: "2027-04",
  interest: "0.1",
  area: "1000",
  price: "8",
  grant: "approved",
  permit: "permit",
  ramp: [
    { id: "first", year: "1", share: "0.5" },
    { id: "second", year: "2", share: "0.8" },
    { id: "third", year: "3", share: "0.9" },
  ],
  bands: [
    { id: "low", from: "0", rate: "0.3" },
    { id: "high", from: "50", rate: "0.4" },
  ],
  items: [
    { id: "roof", amount: "100", weight: "0.5" },
    { id: "wall", amount: "200", weight: "0.25" },
  ],
};

/** The small project's inputs as the guide shows them. */
export const shown: readonly (readonly [name: string, value: string])[] = [
  ["x", values.x.join(" ")],
  ["z", values.z.join(" ")],
  ["opened", given.opened],
  ["interest", given.interest],
  ["area", `${given.area} m2`],
  ["price", `${given.price} CNY/m2`],
  ["cap", "未填 left out"],
  ["grant", given.grant],
  ["permit", "2027-10-01"],
  ["ramp", given.ramp.map(({ year, share }) => `${year} → ${share}`).join(", ")],
  ["bands", given.bands.map(({ from, rate: share }) => `${from} → ${share}`).join(", ")],
  ["items", given.items.map(({ id, amount, weight }) => `${id}: ${amount}, ${weight}`).join("; ")],
  ["rent", "z, role revenue.lease, product shops"],
  ["parking", "2 * z, role revenue.parking, product cars"],
];

export const examples: readonly Example[] = [...Object.values(entries).map(({ example }) => example), ...syntax];

/** Id of an example's line in the small project. */
export const lineId = (index: number): string => `demo.example${index}`;

/** The mechanism whose lines are the examples. */
export const demo: Mechanism = mechanism("demo", {
  title: { zh: "例", en: "Examples" },
  summary: { zh: "公式语言的例子。", en: "Examples of the formula language." },
  family: "cost",
  clauses: [],
  inputs,
  selections: { income: "role = revenue.*" },
  lines: () => [
    ...found,
    ...examples.map(({ formula, unit = "CNY", kind = "flow", axis = "period" }, index) => ({
      name: `example${index}`,
      label: { zh: formula, en: formula },
      gated: false,
      formula,
      unit,
      kind,
      axis,
    })),
  ],
});

/** The small project as a document. */
export const world = {
  format: "pingheng/model",
  version: 1,
  project: { name: "公式语言示例", type: "renovation" },
  timeline: {
    start: "2026-07",
    step: "half-year",
    periods: 6,
    phases: [{ id: "build", label: "建设", start: "2026-07", months: 12 }],
  },
  packs: INSTALLED_PACKS.map(({ id, version }) => ({ id, version })),
  records: [{ id: "permit", label: "许可", date: "2027-10-01" }],
  components: [{ id: "demo", mechanism: "demo", inputs: given }],
};
