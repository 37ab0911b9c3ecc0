import type { FormulaDecl } from "../language/line.ts";
import { ACCOUNTS, type Account } from "../terms/accounts.ts";
import { system, yearSystem } from "./system.ts";

type Side = (typeof ACCOUNTS)[Account]["side"];

const accountsOf = (...sides: readonly Side[]): readonly Account[] => (Object.keys(ACCOUNTS) as Account[]).filter((account) => sides.includes(ACCOUNTS[account].side));

const INCOME = accountsOf("income").join(", ");
const EXPENSE = accountsOf("expense").join(", ");

/**
 * The books of the project perimeter: every line that posts is entered once on each side, so the accounts tie by construction. Income and expense close
 * into undistributed profit; the legal reserve is taken from it once a year.
 */
export function bookLines(openingCash: string): readonly FormulaDecl[] {
  return [...accountsOf("asset", "liability", "equity").map((account) => accountLine(account, openingCash)), ...PROFIT_LINES, ...RESERVE_LINES];
}

function accountLine(account: Account, openingCash: string): FormulaDecl {
  const { side, label } = ACCOUNTS[account];
  const [more, less] = side === "asset" || account === "dividend" ? ["debit", "credit"] : ["credit", "debit"];
  const opened = account === "cash" || account === "reserve";
  return system(
    `account.${account}`,
    label.zh,
    label.en,
    "CNY",
    "stock",
    `prev(account.${account}) + sum(${more} = ${account}) - sum(${less} = ${account})`,
    opened ? openingCash : undefined,
  );
}

const PROFIT_LINES: readonly FormulaDecl[] = [
  system("account.profit", "净利润", "net profit", "CNY", "flow", `sum(credit = in(${INCOME}, ${EXPENSE})) - sum(debit = in(${INCOME}, ${EXPENSE}))`),
  system("account.distributed", "当期分配", "profit distributed in the period", "CNY", "flow", "sum(debit = dividend) - sum(credit = dividend)"),
  system("account.to_other_reserve", "提取任意盈余公积金", "to discretionary reserve", "CNY", "flow", "sum(role = reserve.discretionary)"),
];

/** Legal reserve: a share of the year's profit, losses of earlier years made good first, until it is the capped share of the capital. */
const RESERVE_LINES: readonly FormulaDecl[] = [
  yearSystem("account.year_profit", "本年净利润", "net profit of the year", "flow", "yearly(account.profit)"),
  {
    ...yearSystem(
      "account.to_legal_reserve",
      "提取法定盈余公积金",
      "to legal reserve",
      "flow",
      "max(0, min(param(legal_reserve_rate) * max(0, account.year_profit + min(0, prev(account.year_undistributed))), param(legal_reserve_cap) * yearly(account.capital) - prev(account.year_legal_reserve)))",
    ),
    clauses: ["national-law/company-210"],
    convention: {
      zh: "净利润弥补期初亏损后按比例提取,累计达资本金的上限比例为止",
      en: "a share of profit after losses brought forward, until the reserve is the capped share of the capital",
    },
  },
  yearSystem("account.year_legal_reserve", "法定盈余公积金(年末)", "legal reserve at year end", "stock", "prev(account.year_legal_reserve) + account.to_legal_reserve"),
  yearSystem(
    "account.year_undistributed",
    "未分配利润(年末)",
    "undistributed profit at year end",
    "stock",
    "prev(account.year_undistributed) + account.year_profit - account.to_legal_reserve - yearly(account.to_other_reserve) - yearly(account.distributed)",
  ),
  system(
    "account.undistributed_before",
    "分配前未分配利润",
    "undistributed profit before distribution",
    "CNY",
    "stock",
    "prev(account.undistributed) + account.profit - account.to_legal_reserve",
  ),
  system("account.legal_reserve", "累计盈余公积金", "surplus reserves", "CNY", "stock", "prev(account.legal_reserve) + account.to_legal_reserve + account.to_other_reserve"),
  system("account.undistributed", "未分配利润", "undistributed profit", "CNY", "stock", "account.undistributed_before - account.to_other_reserve - account.distributed"),
];
