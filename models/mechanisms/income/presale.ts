import { choice, type InputSpec, months, rate, record } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { flagLine, flow, type LineSpec, stock } from "../define/lines.ts";

/** 预售条件: what must have been spent, and shown, before homes not yet built may be sold. */
export const presaleInputs = {
  presaleRatio: rate("预售投入比例(不填取政策参数)", "share that must have been spent before presale; that of the rule pack when left out", {
    from: 0,
    to: 1,
    optional: true,
    usual: [0.25, 0.4],
  }),
  presaleBase: choice(
    "预售投入计算范围(不填为工程建设总投资)",
    "spending that counts (all construction when left out)",
    {
      construction: { zh: "工程建设总投资(工程、其他费用、预备费,含税)", en: "works, other costs and contingency, with VAT" },
      works: { zh: "仅工程费用(含税)", en: "works only, with VAT" },
    },
    { optional: true },
  ),
  presaleLag: months("达到比例后办理许可的月数(不填为0)", "months the permit takes after the share is reached (0 when left out)", {
    from: 0,
    to: 60,
    optional: true,
    usual: [0, 2],
  }),
  presalePermit: record("预售许可", "presale permit", { kinds: ["permit"] }),
} satisfies Record<string, InputSpec>;

const SPENDING: Readonly<Record<string, string>> = { construction: "in(cost.works.*, cost.other.*, cost.contingency.*)", works: "cost.works.*" };

/** `allowed` and `allowed_from`: the test is met in a month, even where the step is longer; presale starts in the month after it, later by what the permit takes. */
export function presaleLines(c: Component): readonly LineSpec[] {
  const roles = SPENDING[c.word("presaleBase", "construction")];
  const needed = "(presaleRatio or param(presale_invested_ratio)) * total(construction)";
  return [
    // A fee on sales cannot be what allows them.
    flow(
      "construction",
      "工程建设投资(含税)",
      "spending on construction, with VAT",
      `sum(role = ${roles}, rate_on != sales, plot = plot) + sum(role = vat.paid, base_of = ${roles}, rate_on != sales, plot = plot)`,
    ),
    stock("invested_share", "累计投入比例", "share spent so far", "share(running(construction), total(construction))", { unit: "1" }),
    flow(
      "test_met",
      "达到投入比例的次月",
      "month after the one in which the share is reached",
      `since(running(construction) >= ${needed}) == 1
        ? month + (construction > 0 ? ceil(max(0, ${needed} - prev(running(construction))) / construction * dtmonths) : 0) : 0`,
      { unit: "mo", convention: { zh: "期内投入按月均匀", en: "spending within a period is even over its months" } },
    ),
    stock("allowed_from", "可以预售的首月", "first month of presale", "running(test_met) > 0 ? running(test_met) + (presaleLag or 0) : 0", { unit: "mo" }),
    flagLine("allowed", "可以签约", "selling allowed", "allowed_from > 0 and allowed_from < month + dtmonths and recorded(presalePermit) > 0 ? 1 : 0", {
      clauses: ["national-law/real-estate-45"],
      convention: {
        zh: "投入达到比例的次月起可以预售,另加办理许可的月数",
        en: "presale from the month after the share is reached, plus the months the permit takes",
      },
    }),
  ];
}
