import { month, party, plot, rate } from "../../terms/inputs.ts";
import { cash, flow, rateLine } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE, SUPPLIERS } from "../define/parties.ts";
import { completionInput, completionLine, WORKS_COMPLETION } from "../define/stage.ts";
import { costTagInputs, eligibilityTags } from "./tags.ts";

const { contingency: _own, ...tagInputs } = costTagInputs;

/** 预备费: basic contingency on works, other costs and compensation (land only when its line says so); price contingency on the same base and the basic one. */
export const contingency = mechanism("contingency", {
  title: { zh: "预备费", en: "Contingency" },
  summary: {
    zh: "基本预备费=费率×(工程费用+其他费用,含补偿安置,不含土地);涨价预备费按年涨幅自估算基准月计算,建设年内折半。",
    en: "Basic contingency: rate on works and other costs incl. compensation, without land. Price contingency: growth from the estimate month, half a year within each year of construction.",
  },
  family: "cost",
  clauses: [],
  checks: ["C04"],
  inputs: {
    payer: party("建设单位", "developer", PROJECT_SIDE),
    payee: party("收款单位", "payee", SUPPLIERS),
    plot: plot("地块(不选为全部)", "plot (all when left out)", { optional: true }),
    basicRate: rate("基本预备费率", "basic contingency rate", { from: 0, to: 0.2, usual: [0.05, 0.08] }),
    priceGrowth: rate("年涨价率", "growth of prices per year", { from: 0, to: 0.2, optional: true, usual: [0, 0.03] }),
    estimateMonth: month("估算编制月", "month of the estimate", "base", { optional: true }),
    constructionStart: month("开工月", "start of construction", "base", { optional: true }),
    ...tagInputs,
    completion: completionInput,
  },
  lines: (c) => {
    const payment = {
      from: "payer",
      to: "payee",
      tags: { ...eligibilityTags(c), contingency: "no" },
      words: { plot: "plot", taxpayer: "payer" },
      posts: { debit: "wip", credit: "cash" } as const,
    };
    return [
      completionLine(c, { of: "other", otherwise: WORKS_COMPLETION, words: { plot: "plot", taxpayer: "payer" } }),
      flow(
        "base",
        "预备费基数",
        "base",
        `sum(role = in(cost.works.*, cost.other.*, cost.compensation.*), contingency != no, payer = payer, plot = plot)
          + sum(role = cost.land.*, contingency = yes, payer = payer, plot = plot)`,
        {
          convention: {
            zh: "工程费用+其他费用(含补偿、搬迁、临时安置),不含购地款与契税;逐项可调",
            en: "works and other costs incl. compensation, removal and transition; without purchased land and its deed tax; each line can say otherwise",
          },
        },
      ),
      cash("basic", "基本预备费", "basic contingency", "base * basicRate", { ...payment, role: "cost.contingency.basic" }),
      ...(c.has("priceGrowth")
        ? [
            rateLine("years_grown", "涨价年数", "years of growth", "max(0, (constructionStart - estimateMonth) / 12 mo + 1 / 2 + yearof(constructionStart) - 1)", { unit: "1" }),
            cash("price", "涨价预备费", "price contingency", "(base + basic) * ((1 + priceGrowth) ^ years_grown - 1)", {
              ...payment,
              role: "cost.contingency.price",
              convention: {
                zh: "I_t[(1+f)^m(1+f)^0.5(1+f)^(t-1)-1],基数含基本预备费",
                en: "I_t[(1+f)^m(1+f)^0.5(1+f)^(t-1)-1], the base includes the basic contingency",
              },
            }),
          ]
        : []),
    ];
  },
});
