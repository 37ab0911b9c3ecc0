import { choice, count, money, party, plot, profile, table, word } from "../../terms/inputs.ts";
import { needs, perRow } from "../define/component.ts";
import { cash, flow, ratio, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE, SUPPLIERS } from "../define/parties.ts";
import { costVatLines } from "../define/rateBase.ts";
import { completionInput, completionLines, lastMonthOf } from "../define/stage.ts";
import { countedTags, uncountedLines } from "../define/uncounted.ts";
import { purchaseVatInputs, vatOf } from "../define/vat.ts";
import { wholeShare } from "../define/wholeShare.ts";
import { poolInput } from "./costPool.ts";
import { aboutTags, costTagInputs, costTags } from "./tags.ts";

/** 成片联动: facilities several projects build together; each pays its share, by households, floor area or as agreed. Only the own share is cost here. */
export const jointCost = mechanism("joint_cost", {
  title: { zh: "成片联动共建费用", en: "Cost shared with neighbouring projects" },
  summary: {
    zh: "多个项目共建设施,按户数、面积或约定权重分摊,本项目只承担自身份额,其余份额仅列示。",
    en: "Facilities built together, shared by households, area or agreed weights; the project pays its own share, the others are shown.",
  },
  family: "cost",
  clauses: ["taizhou-2023-draft/4(2)6", "taizhou-2023-draft/4(5)11"],
  checks: ["C25"],
  inputs: {
    payer: party("建设单位", "developer", PROJECT_SIDE),
    payee: party("承包单位", "contractor", SUPPLIERS),
    plot: plot("地块(不选为全部)", "plot (all when left out)", { optional: true }),
    total: money("共建总费用", "cost in total", { from: 0, usual: [1000000, 30000000] }),
    key: choice("分摊标准", "shared by", {
      households: { zh: "户数", en: "households" },
      area: { zh: "地上建筑面积", en: "floor area above ground" },
      agreed: { zh: "约定权重", en: "agreed weights" },
    }),
    ownWeight: count("本项目权重(约定时)", "own weight, when agreed", { from: 0, optional: true, usual: [1, 10] }),
    partners: table(
      "其他项目",
      "other projects",
      {
        project: word("项目", "project"),
        weight: count("户数、面积或权重", "households, area or weight", { from: 0, usual: [1, 1000] }),
      },
      { namedBy: ["project"] },
    ),
    phasing: profile("share", "1", "投资进度", "phasing", { from: 0, to: 1 }),
    ...purchaseVatInputs,
    pool: poolInput,
    ...costTagInputs,
    completion: completionInput,
  },
  lines: (c) => {
    const vat = vatOf(c);
    if (c.is("key", "agreed")) needs(c, "ownWeight");
    return [
      ratio("own_measure", "本项目权重", "own weight", OWN_MEASURE[c.word("key")] ?? "0"),
      ratio("weights", "权重合计", "weights in total", "own_measure + sumrows(partners, row.weight)"),
      ratio("own_share", "本项目分摊比例", "own share", "share(own_measure, weights)"),
      scalar("budget", "本项目分摊费用", "own cost", vat.carried("total * own_share")),
      ...perRow(c, "partners", () => [scalar("partner_part", "其他项目分摊", "borne by the other project", "total * share(row.weight, weights)", { role: "memo" })]),
      flow("spread", "当期比例", "share of the period", wholeShare("phasing"), { unit: "1" }),
      ...completionLines(c, { of: "works", otherwise: lastMonthOf("spread > 0"), words: { plot: "plot", taxpayer: "payer" } }),
      cash("paid", "共建费用支付", "shared works paid", "budget * spread", {
        from: "payer",
        to: "payee",
        role: "cost.works.outdoor",
        tags: { ...costTags(c), pool: c.word("pool", "common"), ...countedTags("out") },
        words: { plot: "plot", taxpayer: "payer" },
        posts: { debit: "wip", credit: "cash" },
      }),
      ...uncountedLines({ way: "out", entered: "budget", counted: "total(paid)", words: { plot: "plot", taxpayer: "payer" } }),
      ...costVatLines("paid", vat, { from: "payer", to: "payee" }, { role: "cost.works.outdoor", tags: aboutTags(costTags(c)), words: { plot: "plot", taxpayer: "payer" } }),
    ];
  },
});

const OWN_MEASURE: Readonly<Record<string, string>> = {
  households: "sum(role = households.planned, plot = plot) / 1 household",
  area: "sum(role = area.gfa.above, plot = plot) / 1 m2",
  agreed: "ownWeight",
};
