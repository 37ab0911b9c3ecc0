import { choice, party, rate, table } from "../../terms/inputs.ts";
import { type Component, perRow, type Row } from "../define/component.ts";
import { type LineSpec, ratio, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";

const LINES = {
  building: { zh: "建筑工程", en: "building works" },
  equipment: { zh: "安装及设备", en: "installation and equipment" },
  outdoor: { zh: "室外及公用配套", en: "outdoor works and networks" },
  demolition: { zh: "拆除工程", en: "demolition" },
  platform: { zh: "数字平台及安防", en: "digital platform and security" },
  compensation: { zh: "补偿与过渡", en: "compensation and transition" },
  land: { zh: "土地费用", en: "land" },
  other: { zh: "其他费用", en: "other costs" },
  contingency: { zh: "预备费", en: "contingency" },
};

const SELECTION: Readonly<Record<string, string>> = {
  compensation: "cost.compensation.*",
  land: "cost.land.*",
  other: "cost.other.*",
  contingency: "cost.contingency.*",
};

const BEARERS = ["government", "market", "residents", "utility"] as const;
type Bearer = (typeof BEARERS)[number];
const LABEL = {
  government: { zh: "政府", en: "government" },
  market: { zh: "市场", en: "market" },
  residents: { zh: "居民", en: "residents" },
  utility: { zh: "专营单位", en: "utilities" },
};

/**
 * 成本共担: by cost line, who is to bear which share. A test, not a rule of cash: lines are paid from the sources in their order, and what each side brings is
 * set beside what it was to bear.
 */
export const costSharing = mechanism("cost_sharing", {
  title: { zh: "成本共担", en: "Cost sharing" },
  summary: {
    zh: "逐项列明政府、市场、居民与专营单位分担比例,每项合计须为100%;与各方实际到位资金对照,不改变现金流。",
    en: "Shares of government, market, residents and utilities by cost line, each adding to 100 %; set beside what each side pays, without changing cash.",
  },
  family: "cost",
  clauses: ["taizhou-2023-draft/4(5)12"],
  checks: ["C09"],
  inputs: {
    builder: party("建设单位(不填为全项目)", "developer whose costs are shared (the whole project when left out)", PROJECT_SIDE, { optional: true }),
    items: table(
      "支出项",
      "cost lines",
      {
        line: choice("支出项", "line", LINES),
        government: rate("政府", "government", { from: 0, to: 1, usual: [0.2, 0.5] }),
        market: rate("市场", "market", { from: 0, to: 1, usual: [0.2, 0.4] }),
        residents: rate("居民", "residents", { from: 0, to: 1, usual: [0.1, 0.3] }),
        utility: rate("专营单位", "utilities", { from: 0, to: 1, optional: true, usual: [0, 0.1] }),
      },
      { namedBy: ["line"] },
    ),
  },
  lines: (c) => [...perRow(c, "items", (row) => rowLines(c, row)), ...BEARERS.map(burden), ...broughtLines(c)],
});

const shareOf = (bearer: Bearer) => (bearer === "utility" ? "(row.utility or 0)" : `row.${bearer}`);

function rowLines(c: Component, row: Row): readonly LineSpec[] {
  const word = row.word("line");
  const borne = c.has("builder") ? ", payer = builder" : "";
  return [
    scalar("amount", "支出", "cost", `total(sum(role = ${SELECTION[word] ?? `cost.works.${word}`}${borne}))`),
    ratio("shares_total", "分担比例合计", "shares in total", BEARERS.map(shareOf).join(" + ")),
    ratio("complete", "分担比例合计为100%", "shares add to 100 %", "shares_total == 1 ? 1 : 0", { clauses: ["taizhou-2023-draft/4(5)12"] }),
    ...BEARERS.map((bearer) => scalar(`part_${bearer}`, `${LABEL[bearer].zh}分担`, `borne by ${LABEL[bearer].en}`, `amount * ${shareOf(bearer)}`)),
  ];
}

const burden = (bearer: Bearer): LineSpec => scalar(`burden_${bearer}`, `${LABEL[bearer].zh}应担合计`, `to be borne by ${LABEL[bearer].en}`, `sumrows(items, row.part_${bearer})`);

const received = (c: Component): string => (c.has("builder") ? "payee = builder" : "crosses = in");

const broughtLines = (c: Component): readonly LineSpec[] => [
  scalar("brought_government", "政府实际到位", "brought by government", `total(sum(${received(c)}, role = in(support.grant.*, support.rebate)))`),
  scalar(
    "brought_residents",
    "居民实际到位(含维修资金)",
    "brought by residents, maintenance fund included",
    `total(sum(${received(c)}, role = in(contribution.resident, contribution.maintenance_fund)))`,
  ),
  scalar("gap_government", "政府应担未到位", "still to come from government", "burden_government - brought_government"),
  scalar("gap_residents", "居民应担未到位", "still to come from residents", "burden_residents - brought_residents"),
];
