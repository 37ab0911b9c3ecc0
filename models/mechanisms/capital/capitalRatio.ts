import { choice, money, party, rate } from "../../terms/inputs.ts";
import { CAPITAL_PAID_IN } from "../../terms/owners.ts";
import { ratio, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";

/** 项目资本金比例测算: what is paid in against the total investment, with the part of instruments in it, and with and without money that counts by approval only. */
export const capitalRatio = mechanism("capital_ratio", {
  title: { zh: "项目资本金比例测算", en: "Capital ratio test" },
  summary: {
    zh: "资本金(货币、权益型工具、专项债作资本金、经批准计入的资金)占总投资的比例;补助和居民出资须经批准方可计入,两种口径并列。",
    en: "Capital paid in (money, instruments, special bonds as capital, money counted by approval) over total investment; with and without what counts by approval only.",
  },
  family: "capital",
  clauses: ["national-law/capital-ratio", "national-law/special-bonds"],
  checks: ["C06"],
  offers: ["ratio_with_approval", "base"],
  inputs: {
    recipient: party("项目主体", "project entity", PROJECT_SIDE),
    minimum: rate("最低资本金比例", "least capital ratio", { from: 0, to: 1, policy: "capital_ratio_min_development" }),
    instrumentsMax: rate("权益型工具占资本金上限", "instruments in the capital, at most", { from: 0, to: 1, policy: "capital_instrument_max" }),
    workingCapital: choice("流动资金计入总投资", "working capital in the total", {
      initial: { zh: "铺底流动资金", en: "its initial part" },
      full: { zh: "全部流动资金", en: "all of it" },
    }),
    initialShare: rate("铺底流动资金比例", "initial part of working capital", { from: 0, to: 1, policy: "initial_working_capital" }),
    totalInvestment: money("总投资(不填按本文件测算)", "total investment (of this file when left out)", { from: 0, optional: true, usual: [100000000, 900000000] }),
  },
  selections: {
    paid_in: `payee = recipient, role = in(${CAPITAL_PAID_IN})`,
    counted: "as_capital = approved, recipient = recipient",
  },
  lines: (c) => [
    scalar(
      "base",
      "总投资(资本金基数)",
      "total investment, base of the ratio",
      `totalInvestment or total(project.investment + project.interest_in_construction) + total(sum(crosses = out, role = working_capital.increase))
        ${c.is("workingCapital", "full") ? "" : " * initialShare"}`,
      { convention: { zh: "建设投资+建设期利息+铺底流动资金", en: "construction investment, interest in construction and initial working capital" } },
    ),
    scalar("required", "最低资本金", "least capital", "base * minimum", { clauses: ["national-law/capital-ratio"] }),
    scalar("instruments", "权益型工具", "instruments", "total(sum(paid_in, capital_kind = instrument))"),
    scalar("special_bond", "专项债作资本金", "special bonds as capital", "total(sum(paid_in, capital_kind = special_bond) + sum(counted, capital_kind = special_bond))"),
    scalar("money_paid", "货币出资", "paid in money", "total(sum(paid_in, capital_kind != in(instrument, special_bond)))"),
    scalar("by_approval", "经批准计入的资金", "money counted by approval", "total(sum(counted, capital_kind != special_bond))"),
    scalar("declared", "资本金(不含经批准计入)", "capital without what counts by approval", "money_paid + instruments + special_bond"),
    ratio("ratio", "资本金比例(不含经批准计入)", "capital ratio without what counts by approval", "share(declared, base)"),
    ratio("ratio_with_approval", "资本金比例(含经批准计入)", "capital ratio with what counts by approval", "share(declared + by_approval, base)"),
    ratio("instrument_share", "权益型工具占资本金比例", "instruments in the capital", "share(instruments, declared)"),
    ratio("instruments_ok", "权益型工具未超限", "instruments within the limit", "instrument_share <= instrumentsMax ? 1 : 0"),
    ratio("ratio_ok", "资本金比例达标", "capital ratio reached", "declared + by_approval >= required ? 1 : 0"),
  ],
});
