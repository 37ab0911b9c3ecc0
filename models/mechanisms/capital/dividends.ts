import { month, party, rate } from "../define/inputs.ts";
import { cash, flow, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";

/**
 * 利润分配: a share of what the profit table leaves to the investors, paid at the end of the year after tax, and only out of cash that is neither the minimum, nor
 * supervised, nor needed for the debt service of the coming year. Without this component nothing is distributed.
 */
export const dividends = mechanism("dividends", {
  title: { zh: "利润分配政策", en: "Dividends" },
  summary: {
    zh: "年末按可供投资者分配利润的一定比例分红,以扣除最低资金、监管资金与次年还本付息后的现金为限。",
    en: "A share of distributable profit at year end, limited by cash beyond the minimum, supervised money and the coming year's debt service.",
  },
  family: "capital",
  clauses: [],
  inputs: {
    payer: party("分配主体", "company", PROJECT_SIDE),
    investor: party("投资方", "investor", ["entity", "investor", "city", "district", "province", "soe", "fund", "other"]),
    share: rate("分配比例(占可供投资者分配的利润)", "share of distributable profit", { from: 0, to: 1, usual: [0.2, 0.9] }),
    from: month("起始分配月", "first month of distribution"),
    otherReserve: rate("提取任意盈余公积金比例", "to discretionary reserve, share of net profit", { from: 0, to: 1, optional: true, usual: [0, 0.1] }),
  },
  lines: (c) => {
    const payer = c.word("payer");
    const before = `prev(party.${payer}.cash) + sum(payee = ${payer}) - sum(payer = ${payer}, role != equity.dividend)`;
    return [
      stock("distributable", "可供投资者分配的利润", "distributable to investors", "max(0, account.undistributed_before - other_reserve)"),
      ...(c.has("otherReserve")
        ? [
            flow(
              "other_reserve",
              "提取任意盈余公积金",
              "to discretionary reserve",
              "yearend > 0 ? max(0, min(account.year_profit, account.undistributed_before)) * otherReserve : 0",
              {
                role: "reserve.discretionary",
              },
            ),
          ]
        : [flow("other_reserve", "提取任意盈余公积金", "to discretionary reserve", "0")]),
      flow(
        "cash_available",
        "可用于分配的现金",
        "cash that may be distributed",
        `max(0, ${before} - convention.minimum_cash - sum(role = cash.restricted, holder = ${payer}) - sum(role = debt.due_next_year, borrower = ${payer}))`,
        { convention: { zh: "扣除最低资金、监管资金与次年还本付息", en: "after the minimum, supervised money and the coming year's debt service" } },
      ),
      cash("paid", "应付利润", "dividends paid", "yearend > 0 and month >= from ? min(distributable * share, cash_available) : 0", {
        payer,
        payee: c.word("investor"),
        role: "equity.dividend",
        tags: { investor: c.word("investor") },
        posts: { debit: "dividend", credit: "cash" },
      }),
    ];
  },
});
