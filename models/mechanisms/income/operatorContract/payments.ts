import type { Role } from "../../../terms/roles.ts";
import { type Component, perRow, type Row, together } from "../../define/component.ts";
import { booking, cash, flow, type LineSpec, rateLine, ratio, scalar, yearFlow, yearStock } from "../../define/lines.ts";
import { inputVatLines, outputVatLines, vatOf } from "../../define/vat.ts";

/** Money between owner and operator, and the subsidy of a budget. */
export function paymentLines(c: Component): readonly LineSpec[] {
  return [...feeLines(c), ...shareLines(c), ...capitalLines(c), ...subsidyLines(c), ...performanceLines(c), ownerNet(c), ...comparedLines(c)];
}

const SIDES = { from: "operator", to: "owner" };

/** Income of the owner, or cost of the operator, whichever side the project is on. */
function toOwner(c: Component, asIncome: Role, asCost: Role) {
  const ownersProject = c.is("side", "owner");
  return {
    ...SIDES,
    role: ownersProject ? asIncome : asCost,
    words: { taxpayer: ownersProject ? "owner" : "operator" },
    posts: ownersProject ? ({ debit: "cash", credit: "revenue" } as const) : ({ debit: "opex", credit: "cash" } as const),
  };
}

function toOwnerVat(c: Component, line: string): readonly LineSpec[] {
  const vat = vatOf(c);
  return c.is("side", "owner") ? outputVatLines(line, vat, SIDES) : inputVatLines(line, { ...vat, method: "creditable" }, SIDES);
}

function feeLines(c: Component): readonly LineSpec[] {
  const part = c.has("feeCovers") && c.rows("areas").length > 0 ? " * area_share" : "";
  return [
    ...areaLines(c),
    cash(
      "fee",
      "资产使用费/特许权费(不含税)",
      "asset or concession fee, ex VAT",
      `${vatOf(c).net("feePerYear")}${part} * contract_years * across(grown(feeGrowth, contract_year, 1), grown(feeGrowth, contract_year + 1, 1), later_share)`,
      toOwner(c, "revenue.concession", "opex.concession"),
    ),
    ...toOwnerVat(c, "fee"),
  ];
}

/** 多片区总承包: the part of the contract that is this project's, by households. */
function areaLines(c: Component): readonly LineSpec[] {
  if (c.rows("areas").length === 0) return [];
  const rows = perRow(c, "areas", () => [scalar("own_households", "本项目户数", "households of this project", "row.households * row.here", { unit: "household" })]);
  return [
    ...rows,
    ratio("area_share", "本项目占合同片区的比例(按户数)", "this project's part of the areas, by households", "sumrows(areas, row.own_households) / sumrows(areas, row.households)"),
  ];
}

/** Shares are settled once a calendar year; thresholds, caps and floors are those of a full year, pro rata to the months under contract. */
function shareLines(c: Component): readonly LineSpec[] {
  return [...togetherLines(c), ...perRow(c, "shares", (row) => shareRow(c, row))];
}

/** A threshold and a cap over all lines together: every line gives up the same part. */
function togetherLines(c: Component): readonly LineSpec[] {
  if (c.rows("shares").length === 0) return [];
  return [
    ...(c.has("sharesThreshold")
      ? [
          yearFlow("base_together", "各项年收入合计", "revenue of the year, all lines", "sumrows(shares, yearly(row.base))"),
          yearStock(
            "shared_part",
            "超过合计起分点的比例",
            "part above the threshold of all lines",
            "share(max(0, base_together - sharesThreshold * yearly(contract_years)), base_together)",
            { unit: "1" },
          ),
        ]
      : []),
    ...(c.has("sharesCap")
      ? [
          yearFlow("shares_offered", "各项年分成合计(封顶前)", "shares of the year before the cap on all", "sumrows(shares, row.share_offered)"),
          yearStock(
            "shares_kept",
            "合计封顶后比例",
            "part that is left under the cap on all",
            "shares_offered > 0 ? min(1, sharesCap * yearly(contract_years) / shares_offered) : 1",
            { unit: "1" },
          ),
        ]
      : []),
  ];
}

function shareRow(c: Component, row: Row): readonly LineSpec[] {
  return [
    flow(
      "base",
      "运营商相应收入",
      "revenue of the operator on this line",
      `contract_months > 0 ? sum(role = revenue.${row.is("line", "all") ? "*" : row.word("line")}, payee = operator, component != self) : 0`,
      { convention: { zh: "业主方预测的运营收入,不含税,不取投标人自报", en: "the owner's forecast ex VAT, not the bidder's own" } },
    ),
    yearFlow(
      "base_shared",
      "年度分成基数",
      "revenue of the year that is shared",
      `(given(row.threshold) ? max(0, yearly(base) - row.threshold * yearly(contract_years)) : yearly(base))${c.has("sharesThreshold") ? " * shared_part" : ""}`,
    ),
    yearFlow(
      "share_offered",
      "年度分成(合计封顶前)",
      "share of the year, before a cap on all",
      "max(min(row.share * base_shared, row.cap * yearly(contract_years)), row.floor * yearly(contract_years))",
    ),
    yearFlow("share_due", "年度分成", "share of the year", vatOf(c).net(`share_offered${c.has("sharesCap") ? " * shares_kept" : ""}`)),
    cash("share_paid", "收入分成(不含税)", "revenue share, ex VAT", "share_due", {
      ...toOwner(c, "revenue.concession", "opex.concession"),
      convention: { zh: "按日历年结算,年末支付", en: "settled and paid at the end of each calendar year" },
    }),
    ...toOwnerVat(c, "share_paid"),
  ];
}

/** Money paid at once for rights over the term: income of the term, not of the year it comes in. */
function capitalLines(c: Component): readonly LineSpec[] {
  if (c.rows("capital").length === 0) return [];
  const ownersProject = c.is("side", "owner");
  return [
    ...perRow(c, "capital", () => [
      flow("promised", "承诺投入", "capital promised", "falls(row.date) ? row.amount : 0"),
      flow("counted_capital", "有证明的投入", "capital with evidence", "promised * row.evidenced", {
        convention: { zh: "无资金证明的不计", en: "money without evidence is left out" },
      }),
    ]),
    flow("unproven", "无证明的承诺", "promised without evidence", "sumrows(capital, row.promised - row.counted_capital)", { role: "memo" }),
    cash("upfront", "一次性投入(不含税)", "upfront capital, ex VAT", vatOf(c).net("sumrows(capital, row.counted_capital)"), {
      ...toOwner(c, "ceded.receipt", "opex.concession"),
      posts: ownersProject ? { debit: "cash", credit: "deferred" } : { debit: "intangible", credit: "cash" },
    }),
    ...toOwnerVat(c, "upfront"),
    booking(
      "earned",
      ownersProject ? "一次性投入转收入" : "一次性投入摊销",
      "upfront capital spread over the contract",
      "contract_months > 0 ? (running(upfront) - prev(running(earned))) / max(1, ceil((contract_end - month) / dtmonths)) : 0",
      {
        role: ownersProject ? "revenue.ceded" : "amortisation",
        tags: ownersProject ? {} : { asset: "rights" },
        words: { taxpayer: ownersProject ? "owner" : "operator" },
        posts: ownersProject ? { debit: "deferred", credit: "revenue" } : { debit: "amortisation", credit: "intangible" },
        convention: { zh: "按合同剩余期数平均", en: "evenly over the periods the contract has left" },
      },
    ),
  ];
}

/** A subsidy needs a budget: without its basis on record nothing is paid, and never more than the limit. */
function subsidyLines(c: Component): readonly LineSpec[] {
  if (!c.has("subsidyRequested")) return [];
  return [
    flow("subsidy_asked", "申请补贴", "subsidy requested", "subsidyRequested", { role: "memo" }),
    flow(
      "subsidy_allowed",
      "限额内补贴",
      "subsidy within the limit",
      "contract_months > 0 ? min(subsidyRequested, subsidyLimit * contract_years, subsidyBasis.allowance * contract_years) : 0",
      { role: "memo" },
    ),
    flow("subsidy_over", "超限额部分", "subsidy above the limit", "subsidy_asked - subsidy_allowed"),
    cash("subsidy", "运营补贴", "operating subsidy", "subsidy_allowed * recorded(subsidyBasis)", {
      from: "subsidyPayer",
      to: "operator",
      role: "support.operating",
      words: { taxpayer: "operator" },
      posts: { debit: "cash", credit: "subsidy" },
      clauses: ["national-law/budget-35"],
      convention: { zh: "无预算依据不计,超过预算上限或批准的年度金额部分不计", en: "nothing without a budget basis, nothing above the limit or the amount approved a year" },
    }),
  ];
}

/** Payment that follows satisfaction: f = clamp((score − s0)/(s1 − s0), 0, 1). */
function performanceLines(c: Component): readonly LineSpec[] {
  if (!c.has("paymentPerYear")) return [];
  together(c, "score", "scoreFloor", "scoreFull");
  const scored = c.has("score");
  const ownersProject = c.is("side", "owner");
  return [
    rateLine(
      "score_factor",
      "满意度付费系数",
      "payment factor by satisfaction",
      scored ? "scoreFull > scoreFloor ? max(0, min(1, (score - scoreFloor) / (scoreFull - scoreFloor))) : (score >= scoreFull ? 1 : 0)" : "1",
      {
        clauses: ["taizhou-2023-draft/4(3)7"],
        convention: scored
          ? { zh: "起付分以下不付,全额分以上全付", en: "nothing at the floor, all at the full score" }
          : { zh: "未约定得分,全额支付", en: "no score agreed, paid in full" },
      },
    ),
    cash("performance_payment", "绩效服务费", "performance payment", "paymentPerYear * contract_years * score_factor * project.price_index", {
      from: "owner",
      to: "operator",
      role: ownersProject ? "opex.management" : "revenue.service",
      words: { taxpayer: ownersProject ? "owner" : "operator" },
      posts: ownersProject ? { debit: "opex", credit: "cash" } : { debit: "cash", credit: "revenue" },
    }),
  ];
}

/** A longer term is compared over the reference term, and by the year. */
function comparedLines(c: Component): readonly LineSpec[] {
  if (!c.has("referenceTerm")) return [];
  return [
    scalar("owner_net_reference", "业主方净得(参考年限内)", "net to the owner within the reference term", "total(month < start + referenceTerm * monthsperyear ? owner_net : 0)"),
    scalar("owner_net_per_year", "业主方年均净得", "net to the owner per year of the contract", "total(owner_net) / years_agreed", { unit: "CNY/a" }),
  ];
}

/** What the owner has from the contract, before tax: the figure bids are compared by. */
function ownerNet(c: Component): LineSpec {
  const upfront = c.rows("capital").length === 0 ? "" : " + upfront";
  const subsidy = c.has("subsidyRequested") ? " - subsidy_asked" : "";
  const payment = c.has("paymentPerYear") ? " - performance_payment" : "";
  return flow(
    "owner_net",
    "业主方净得(申请补贴全额扣除)",
    "net to the owner, the whole subsidy requested taken off",
    `fee + sumrows(shares, row.share_paid) + sumrows(kpis, row.penalty_paid)${upfront}${subsidy}${payment}`,
    { role: "memo" },
  );
}
