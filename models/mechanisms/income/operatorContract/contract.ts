import { choice, party } from "../../../terms/inputs.ts";
import { doubt } from "../../define/doubt.ts";
import { flow, type LineSpec, rateLine, ratio } from "../../define/lines.ts";
import { mechanism } from "../../define/mechanism.ts";
import { BUDGETS, PROJECT_SIDE, SUPPLIERS } from "../../define/parties.ts";
import { saleVatInputs } from "../../define/vat.ts";
import { bidInputs, noticeInputs } from "./bid.ts";
import { paymentLines } from "./payments.ts";
import { promiseLines } from "./promises.ts";
import { bondLines, obligationLines } from "./security.ts";

/**
 * 运营履约协议: what an operator pays the owner and gets from it over the term. The operator's own revenue stands in other components; shares are reckoned on
 * it by role, so that every bid is measured on the owner's forecast.
 */
export const operatorContract = mechanism("operator_contract", {
  title: { zh: "运营商合同(履约协议)", en: "Operator contract" },
  summary: {
    zh: "资产使用费、按项分成、一次性投入、补贴、绩效付费与违约金、履约担保、服务限价、人员平台更新承诺与期限;分成以业主方预测的运营收入为基数。",
    en: "Fee, revenue shares, upfront capital, subsidy, performance payment and penalties, bond, service prices, staffing and replacement promises, term; shares rest on the owner's forecast.",
  },
  family: "income",
  clauses: ["taizhou-2023-draft/4(3)7", "national-law/tender-reg-58", "civil-code/705"],
  checks: ["C22", "C23", "C24", "R-DEBT-5"],
  offers: ["subsidy_asked", "subsidy_over", "contract_value", "years_agreed"],
  inputs: {
    owner: party("业主方(产权人或实施主体)", "owner", [...PROJECT_SIDE, "soe", "district"]),
    operator: party("运营商", "operator", ["operator", "soe", "investor", "entity", "spv"]),
    subsidyPayer: party("补贴支付方", "who pays the subsidy", BUDGETS),
    guarantor: party("担保机构", "guarantor", ["bank", "other"]),
    supplier: party("运营商的供应商", "suppliers of the operator", SUPPLIERS),
    side: choice("本项目一方", "the project is", {
      owner: { zh: "业主方", en: "the owner's" },
      operator: { zh: "运营商", en: "the operator's" },
    }),
    ...saleVatInputs,
    ...noticeInputs,
    ...bidInputs,
  },
  lines: (c) => [...termLines, ...(c.has("extensionYears") ? [] : [extendedByNothing]), ...paymentLines(c), ...promiseLines(c), ...bondLines(c), ...obligationLines(c)],
});

/** An extension that is taken has years. */
const extendedByNothing = doubt(
  "extended_by_nothing",
  "extended",
  "已选续期而未填可续期年数,合同期没有延长",
  "the contract is said to be extended without years of extension: it is not any longer",
  "extended or 0",
);

const termLines: readonly LineSpec[] = [
  ratio("years_agreed", "合同年数(含续期)", "years of the contract, extension included", "term + (extended or 0) * (extensionYears or 0)", { unit: "a" }),
  ratio("contract_end", "合同终止月(不含)", "month after the contract", "start + years_agreed * monthsperyear", { unit: "mo" }),
  ratio("within_lease_limit", "租赁年限不超上限", "within the longest lease", "years_agreed <= param(lease_max_years) ? 1 : 0", {
    clauses: ["civil-code/705"],
  }),
  flow("contract_months", "当期合同月数", "months under contract", "monthsin(start, contract_end)", { unit: "mo" }),
  flow("contract_years", "当期合同年数", "years under contract in the period", "contract_months / 12 mo", { unit: "1" }),
  rateLine("contract_year", "合同年序", "year of the contract", "yearof(start)"),
  rateLine("later_share", "下一合同年月数占比", "part of the months in the next year of the contract", "share(monthsin(nextyear(start), contract_end), contract_months)"),
];
