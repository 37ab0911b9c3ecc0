import { ACCOUNTS, type Account } from "../../terms/accounts.ts";
import { flow, type LineSpec, stock, yearFlow, yearStock } from "../define/lines.ts";

const accounts = (...sides: readonly string[]): string => (Object.keys(ACCOUNTS) as Account[]).filter((account) => sides.includes(ACCOUNTS[account].side)).join(", ");
const RESULT = accounts("income", "expense");

/** What one company books on the credit side of some accounts less the debit side: its payments, and the bookings about it that move no money. */
function booked(company: string, list: string): string {
  const side = (party: string, of: "credit" | "debit") => `sum(${party} = ${company}, ${of} = in(${list}))`;
  const without = (of: "credit" | "debit") => `sum(taxpayer = ${company}, payer = unset, ${of} = in(${list}))`;
  return `${side("payee", "credit")} - ${side("payee", "debit")} + ${side("payer", "credit")} - ${side("payer", "debit")} + ${without("credit")} - ${without("debit")}`;
}

/**
 * The books of one company among those of the project: its profit, what of it may be distributed after the legal reserve, and what belongs to its owners.
 * Payments within the project are no profit of the project and yet one of the company. `company` is the name of a party input.
 */
export function companyBookLines(company: string): readonly LineSpec[] {
  const within = `sum(payee = ${company}, crosses = inside, role = in(revenue.*, support.operating)) - sum(payer = ${company}, crosses = inside, role = in(opex.*, debt.interest))`;
  return [
    flow("own_profit", "公司净利润", "net profit of the company", `${booked(company, RESULT)} + ${within}`, {
      convention: { zh: "本公司收支及其非现金账务;项目内部往来计入", en: "its own payments and bookings, payments within the project included" },
    }),
    flow("own_distributed", "公司当期分配", "distributed by the company", `0 - (${booked(company, "dividend")})`),
    stock("own_capital", "公司实收资本", "capital of the company", `prev(own_capital) + ${booked(company, "capital")}`),
    yearFlow("own_year_profit", "公司本年净利润", "net profit of the company, year", "yearly(own_profit)"),
    yearFlow(
      "own_to_reserve",
      "公司提取法定盈余公积金",
      "to the company's legal reserve",
      `max(0, min(param(legal_reserve_rate) * max(0, own_year_profit + min(0, prev(own_year_undistributed))), param(legal_reserve_cap) * yearly(own_capital) - prev(own_year_reserve)))`,
      { clauses: ["national-law/company-210"] },
    ),
    yearStock("own_year_reserve", "公司法定盈余公积金(年末)", "legal reserve of the company at year end", "prev(own_year_reserve) + own_to_reserve"),
    yearStock(
      "own_year_undistributed",
      "公司未分配利润(年末)",
      "undistributed profit of the company at year end",
      "prev(own_year_undistributed) + own_year_profit - own_to_reserve - yearly(own_other_reserve) - yearly(own_distributed)",
    ),
    flow("own_other_reserve", "公司提取任意盈余公积金", "to the company's discretionary reserve", `sum(role = reserve.discretionary, taxpayer = ${company})`),
    stock("own_before", "公司分配前未分配利润", "undistributed profit of the company before distribution", "prev(own_undistributed) + own_profit - own_to_reserve"),
    stock("own_undistributed", "公司未分配利润", "undistributed profit of the company", "own_before - own_other_reserve - own_distributed"),
  ];
}

/** 所有者权益: what belongs to the owners of the company. */
export function ownersEquityLine(company: string): LineSpec {
  return stock("owners_equity", "所有者权益", "owners' equity", `prev(owners_equity) + ${booked(company, accounts("equity"))} + own_profit`, {
    opening: `${company}.opening_cash`,
    convention: { zh: "账面:资本、公积与未分配利润", en: "book value: capital, reserves and undistributed profit" },
  });
}
