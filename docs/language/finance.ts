import { type Entries, entry, number, single } from "./example.ts";

/** Functions as in spreadsheets, with their order of arguments and their signs; where they differ is on finance-differences.md. */
export const finance: Entries = {
  pmt: entry("pmt(rate, n, pv[, fv, type])", "等额还款额", "payment of an annuity", {
    formula: "pmt(interest, 10, 0 - price * area)",
    gives: "1301.96",
    ...single,
  }),
  ipmt: entry("ipmt(rate, k, n, pv[, fv, type])", "第k期利息", "interest in payment k", {
    formula: "ipmt(interest, 1, 10, 0 - price * area)",
    gives: "800",
    ...single,
  }),
  ppmt: entry("ppmt(rate, k, n, pv[, fv, type])", "第k期本金", "principal in payment k", {
    formula: "ppmt(interest, 1, 10, 0 - price * area)",
    gives: "501.963",
    ...single,
  }),
  nper: entry("nper(rate, pmt, pv[, fv, type])", "还清所需期数", "number of payments", {
    formula: "nper(interest, 0 - price * area / 4, price * area)",
    gives: "5.35961",
    ...number,
  }),
  pv: entry("pv(rate, n, pmt[, fv, type])", "现值", "present value", {
    formula: "pv(interest, 10, 0 - price * area)",
    gives: "49156.5",
    ...single,
  }),
  fv: entry("fv(rate, n, pmt[, pv, type])", "终值", "future value", {
    formula: "fv(interest, 10, 0 - price * area)",
    gives: "127499",
    ...single,
  }),
  effect: entry("effect(rate, n)", "名义年利率折实际年利率", "effective rate of a nominal one", {
    formula: "effect(0.12, 12)",
    gives: "0.126825",
    ...number,
  }),
  nominal: entry("nominal(rate, n)", "实际年利率折名义年利率", "nominal rate of an effective one", {
    formula: "nominal(0.1, 12)",
    gives: "0.0956897",
    ...number,
  }),
  sln: entry("sln(cost, rest, life)", "直线折旧", "straight-line depreciation", {
    formula: "sln(price * area, 0, 5)",
    gives: "1600",
    ...single,
  }),
  syd: entry("syd(cost, rest, life, k)", "年数总和折旧", "sum-of-years depreciation", {
    formula: "syd(price * area, 0, 5, 1)",
    gives: "2666.67",
    ...single,
  }),
  ddb: entry("ddb(cost, rest, life, k[, factor])", "双倍余额递减折旧", "double declining balance", {
    formula: "ddb(price * area, 0, 5, 1)",
    gives: "3200",
    ...single,
  }),
};
