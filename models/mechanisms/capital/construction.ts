import { type InputSpec, month, plot, table, word } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import { type LineSpec, scalar } from "../define/lines.ts";
import { moreThanAYear } from "../define/stage.ts";

/** What a debt pays for, and with it when its construction ends. */
export const constructionInputs = {
  completion: month(
    "建设期满月(完工月的次月,自该月起利息不再资本化;不填按所付工程的完工月)",
    "first month after construction: interest is capitalised no more; the month after the completion of the works it pays for when left out",
    "before",
    { late: "unfinished", optional: true },
  ),
  paysPlot: plot("所付工程的地块(不填为借款人的全部工程)", "plot whose works it pays for (all works of the borrower when left out)", { optional: true }),
  paysFor: table(
    "所付的投资(不填为全部)",
    "investment it pays for (all when left out)",
    { component: word("投资(组件代码)", "investment (id of its component)") },
    { optional: true, namedBy: ["component"] },
  ),
} satisfies Record<string, InputSpec>;

/** `built`: the first month after construction, as entered or after the last completion of what the debt pays for. */
export function builtLines(c: Component): readonly LineSpec[] {
  const plot = c.has("paysPlot") ? ", plot = paysPlot" : "";
  const named = c.rows("paysFor").length > 0 ? ", component = paysFor.component" : "";
  const works = `latest(role = stage.completion, stage_of != land, taxpayer = borrower${plot}${named})`;
  const at = named === "" ? "paysPlot" : "paysFor";
  return [
    scalar("built", "建设期满月", "first month after construction", c.has("completion") ? "completion" : `${works} + 1 mo`, {
      unit: "mo",
      words: { borrower: "borrower" },
      convention: { zh: "该月之前开始的各期属建设期,利息计入资产成本", en: "periods that begin before it are construction: their interest belongs to the cost of the assets" },
    }),
    ...(named === "" && plot === ""
      ? []
      : [
          doubt(
            "pays_for_nothing",
            at,
            "所付的投资中没有借款人的工程,建设期无从确定:请核对代码",
            "the borrower has no works among what it is said to pay for: check the ids",
            `${works} > 0 ? 0 : 1`,
          ),
        ]),
    ...(c.has("completion")
      ? [
          doubt(
            "construction_long",
            "completion",
            "建设期满月比所付工程的完工月晚一年以上:利息多资本化,还本付息的年份少检验",
            "it lies more than a year after the works it pays for: interest is capitalised too long and fewer years of service are tested",
            moreThanAYear("completion - 1 mo", works),
          ),
        ]
      : []),
    ...(c.has("completion") && (named !== "" || plot !== "")
      ? [doubt("both_entered", "completion", "已填写建设期满月,所付的投资不再决定建设期", "the month is entered: what the debt pays for decides nothing", "1")]
      : []),
  ];
}
