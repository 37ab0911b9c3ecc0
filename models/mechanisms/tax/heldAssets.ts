import { choice, money, months, table } from "../../terms/inputs.ts";
import { type Component, perRow, type Row } from "../define/component.ts";
import { doubt, FEN } from "../define/doubt.ts";
import { booking, type LineSpec, ratio, stock } from "../define/lines.ts";
import { lastMonthOf } from "../define/stage.ts";

/** What of the cost held is an intangible asset with a life of its own and no residual. */
const KINDS: Readonly<Record<string, { readonly label: { readonly zh: string; readonly en: string }; readonly cost: string }>> = {
  land: {
    label: { zh: "土地使用权(持有部分,含契税)", en: "land-use right of what is held, deed tax included" },
    cost: "running(sum(land_built, role = cost.land.*)) * (1 - share(sale.above, sale.above + held.above))",
  },
  platform: {
    label: { zh: "数字平台(全部)", en: "digital platform, all of it" },
    cost: "running(sum(built, role = cost.works.platform))",
  },
  amount: { label: { zh: "约定金额", en: "an amount" }, cost: "row.amount" },
};

export const intangiblesInput = table(
  "无形资产(单独摊销,无残值)",
  "intangible assets, amortised apart without residual",
  {
    kind: choice("内容", "what", Object.fromEntries(Object.entries(KINDS).map(([id, { label }]) => [id, label]))),
    amount: money("金额(约定金额时)", "amount, when it is one", { from: 0, optional: true, usual: [100000, 20000000] }),
    life: months("摊销年限(月)", "life", { from: 1, to: 840, usual: [60, 600] }),
  },
  { optional: true },
);

const TAXPAYER = { words: { taxpayer: "taxpayer" } };
const STRAIGHT = { zh: "完工次月起直线法,期长于一月时按月数", en: "straight-line from the month after completion, by months within a longer period" };

/**
 * Straight line over the months that are left of the life, of what is left to write off; cost that comes after completion joins in from the next period.
 * `moved` is what is put into use in the period, `residual` what stays at the end.
 */
const straightLine = (life: string, net: string, moved: string, residual: string): string =>
  `completed + 1 mo + ${life} > max(month, completed + 1 mo)
    ? max(0, prev(${net}) + (month <= completed ? ${moved} : 0)${residual}) * monthsin(completed + 1 mo, completed + 1 mo + ${life})
      / max(1 mo, completed + 1 mo + ${life} - max(month, completed + 1 mo))
    : 0`;

const FINISHED = "month + dtmonths > completed";

/** Fixed and intangible assets from completion on. */
export function heldLines(c: Component): readonly LineSpec[] {
  const carved = c.rows("intangibles").length > 0 ? " - sumrows(intangibles, row.intangible_cost)" : "";
  return [
    ...completionLines(c),
    ...perRow(c, "intangibles", intangibleLines),
    booking("to_fixed", "转入固定资产", "to fixed assets", `${FINISHED} ? running(cost) - sumrows(pools, pool.for_sale)${carved} - prev(gross) : 0`, {
      role: "noncash.transfer",
      ...TAXPAYER,
      posts: { debit: "fixed", credit: "wip" },
    }),
    stock("gross", "固定资产原值", "fixed assets at cost", "prev(gross) + to_fixed"),
    ...(carved === "" ? [] : [tooMuchCarved]),
    booking("depreciation", "折旧", "depreciation", straightLine("life", "net", "to_fixed", " - residualShare * (prev(gross) + (month <= completed ? to_fixed : 0))"), {
      role: "depreciation",
      ...TAXPAYER,
      posts: { debit: "depreciation", credit: "fixed" },
      convention: STRAIGHT,
    }),
    stock("net", "固定资产净值", "fixed assets, net", "prev(net) + to_fixed - depreciation", { role: "asset.net", ...TAXPAYER }),
  ];
}

const LAST_WORKS = "latest(role = stage.completion, taxpayer = taxpayer)";
/** Cost of lines that know no stage of their own. */
const LAST_PAYMENT = lastMonthOf("sum(direct) + sum(land_built) > 0");

/** Books of their own completion say how far it lies from that of what was built. */
function completionLines(c: Component): readonly LineSpec[] {
  if (!c.has("completion")) return [ratio("completed", "完工月", "month of completion", `${LAST_WORKS} > 0 ? ${LAST_WORKS} : ${LAST_PAYMENT}`, { unit: "mo" })];
  return [
    ratio("completed", "完工月", "month of completion", "completion", { unit: "mo" }),
    ratio(
      "completed_after",
      "转固晚于建设完工的月数",
      "months from the last completion of what is built to that of the books",
      `${LAST_WORKS} > 0 ? completion - ${LAST_WORKS} : 0 mo`,
      { unit: "mo" },
    ),
    doubt(
      "completed_apart",
      "completion",
      "转固月与所建工程的完工月相差一年以上,折旧与在建工程随之偏离",
      "this completion lies more than a year from that of what is built: depreciation and assets under construction follow the wrong date",
      "abs(completed_after) > 1 a * monthsperyear ? 1 : 0",
    ),
  ];
}

const tooMuchCarved = doubt(
  "carved_too_much",
  "intangibles",
  "无形资产合计超过持有资产的成本",
  "the intangible assets together exceed the cost of what is held",
  `at(gross, endmonth) < 0 - ${FEN} ? 1 : 0`,
);

function intangibleLines(row: Row): readonly LineSpec[] {
  const cost = KINDS[row.word("kind")]?.cost;
  if (cost === undefined) throw new Error(`no kind ${row.word("kind")}`);
  return [
    stock("intangible_cost", "无形资产成本", "cost of the intangible asset", `${FINISHED} ? ${cost} : 0`),
    booking("to_intangible", "转入无形资产", "to intangible assets", "intangible_cost - prev(intangible_cost)", {
      role: "noncash.transfer",
      ...TAXPAYER,
      posts: { debit: "intangible", credit: "wip" },
    }),
    booking("amortisation", "摊销", "amortisation", straightLine("row.life", "intangible_net", "to_intangible", ""), {
      role: "amortisation",
      ...TAXPAYER,
      posts: { debit: "amortisation", credit: "intangible" },
      convention: STRAIGHT,
    }),
    stock("intangible_net", "无形资产净值", "intangible asset, net", "prev(intangible_net) + to_intangible - amortisation"),
  ];
}
