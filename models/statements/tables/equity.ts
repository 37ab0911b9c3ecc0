import { CAPITAL_PAID_IN } from "../../terms/owners.ts";
import type { Named, StatementFacts } from "./facts.ts";
import { note, row, stockRow, type TableSpec } from "./table.ts";

/** 项目资本金现金流量表: what is left to the owners of the capital. Receipts that pay for construction instead of being left over are a row of their own. */
export function equityTable(): TableSpec {
  return {
    id: "equity",
    title: { zh: "项目资本金现金流量表", en: "Equity cash flow" },
    rows: [
      row("1", "现金流入", "inflow", "r1_1 + r1_2 + r1_3 + r1_4 + r1_5 + r1_6"),
      row("1.1", "营业收入", "operating revenue", "sum(receipts)"),
      row("1.2", "补贴收入", "subsidy income", "", { line: "project.support_later" }),
      row("1.3", "回收固定资产余值", "recovered fixed-asset value", "project.recovered_assets + sum(residual_sold)"),
      row("1.4", "回收流动资金", "recovered working capital", "", { line: "project.recovered_working_capital" }),
      row("1.5", "增值税(随价款收取)", "VAT collected with prices", "sum(vat_received)"),
      row("1.6", "其他流入", "other inflow", "sum(deposits_back) + sum(lent_back) + sum(other_in)"),
      row("2", "现金流出", "outflow", "r2_1 + r2_2 + r2_3 + r2_4 + r2_5 + r2_6 + r2_7 + r2_8 + r2_9 + r2_10 + r2_11 + r2_12"),
      row("2.1", "项目资本金", "equity paid in", "sum(equity_in)"),
      row("2.2", "借款本金偿还", "principal repaid", "sum(principal)"),
      row("2.3", "借款利息支付", "interest paid", "sum(interest_in_operation)", {
        convention: { zh: "建设期付息已在总投资内", en: "interest paid in construction is part of total investment" },
      }),
      row("2.4", "经营成本", "operating cost", "sum(operating_cost)"),
      row("2.5", "税金及附加", "taxes and surcharges", "sum(taxes)"),
      row("2.6", "所得税", "income tax", "sum(income_tax)"),
      row("2.7", "维持运营投资", "replacement investment", "sum(replacement)"),
      row(
        "2.8",
        "预售收入再投入",
        "receipts and cash re-invested",
        "project.investment + project.interest_in_construction - project.coupons_unpaid - sum(capitalised) + project.working_capital - sum(equity_in) - sum(draws) - project.support_for_building",
        {
          convention: {
            zh: "总投资(不含资本化利息)减当期全部筹资:资本金、借款与其他资金以外,由回款与结余投入的部分",
            en: "total investment (without capitalised interest) less all funding of the period: what receipts and cash in hand put in",
          },
        },
      ),
      row("2.9", "增值税(随价款支付)", "VAT paid with prices", "sum(vat_on_purchases)"),
      row("2.10", "缴纳增值税", "VAT paid to the authority", "sum(vat_paid)"),
      row("2.11", "其他流出", "other outflow", "sum(deposits_out) + sum(lent) + sum(other_out)"),
      row("2.12", "期末未偿债务", "debt outstanding at the end", "", { line: "project.owed_at_end" }),
      row("3", "净现金流量", "net flow", "r1 - r2"),
      stockRow("4", "累计净现金流量", "cumulative net flow", "prev(r4) + r3"),
      note("without_3", "不含政策资金:净现金流量", "without support: net flow", "r3 - project.support"),
      stockRow("", "不含政策资金:累计净现金流量", "without support: cumulative", "prev(without_4) + without_3", { key: "without_4", level: 0 }),
    ],
  };
}

/** 投资各方现金流量表: one for each party outside that put capital in, for those behind a fund, and for whoever buys or sells a stake. */
export function investorTables(facts: StatementFacts): readonly TableSpec[] {
  return facts.investors.map((investor) => investorTable(investor, facts));
}

/** Owners' equity in the books, the assets at what is recovered of them. */
const OWNERS_EQUITY = "max(0, account.capital + account.reserve + account.legal_reserve + account.undistributed + project.recovered_assets - account.fixed - account.intangible)";

/** Value of an investor's stake at the end: as the shareholders of the model hold it, otherwise by what was paid in. */
function terminalOf(id: string, facts: StatementFacts): string {
  if (facts.has("equity.terminal")) return `sum(role = equity.terminal, investor = ${id})`;
  const paid = (of: string) => `running(sum(crosses = in, ${of}role = in(${CAPITAL_PAID_IN})))`;
  return `t >= periodcount ? share(${paid(`payer = ${id}, `)}, ${paid("")}) * ${OWNERS_EQUITY} : 0`;
}

function investorTable({ id, label }: Named, facts: StatementFacts): TableSpec {
  const received = (role: string) => `sum(crosses = out, payee = ${id}, role = ${role})`;
  return {
    id: `investor_${id}`,
    title: { zh: `投资各方现金流量表:${label.zh}`, en: `Investor's cash flow: ${label.en}` },
    rows: [
      row("1", "现金流入", "inflow", "r1_1 + r1_2 + r1_3 + r1_4 + r1_5 + r1_6 + r1_7"),
      row("1.1", "实分利润", "profit distributed", received("in(equity.dividend, equity.fund_distribution)")),
      row("1.2", "资产处置收益分配", "share of asset disposals", received("equity.disposal")),
      row("1.3", "租赁费收入", "rent received", received("opex.rent")),
      row("1.4", "技术转让或使用收入", "fees for technology", received("opex.licence")),
      row("1.5", "其他现金流入", "other inflow", received("equity.*, role != in(equity.dividend, equity.fund_distribution, equity.disposal, equity.transfer)")),
      row("1.6", "股权转让收入", "stakes sold", `sum(payee = ${id}, role = equity.transfer)`),
      row("1.7", "基金分配及管理费收入", "received from a fund, fees included", `sum(payee = ${id}, role = in(investor.received, investor.fee))`),
      row("2", "现金流出", "outflow", "r2_1 + r2_2 + r2_3 + r2_4 + r2_5"),
      row("2.1", "实缴资本", "capital paid in", `sum(crosses = in, payer = ${id}, role = in(${CAPITAL_PAID_IN}))`),
      row("2.2", "租赁资产支出", "leased assets", `sum(crosses = in, payer = ${id}, role = revenue.lease)`),
      row("2.3", "其他现金流出", "other outflow", "0"),
      row("2.4", "受让股权支出", "stakes bought", `sum(payer = ${id}, role = equity.transfer)`),
      row("2.5", "向基金缴款", "paid to a fund", `sum(payer = ${id}, role = investor.paid)`),
      row("3", "净现金流量", "net flow", "r1 - r2"),
      stockRow("4", "累计净现金流量", "cumulative net flow", "prev(r4) + r3"),
      note("terminal", "另:期末股权价值", "beside it, value of the stake at the end", terminalOf(id, facts), { across: { party: "one investor of all who paid in" } }),
    ],
  };
}
