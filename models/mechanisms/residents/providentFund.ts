import { households, month, party, quantity, rate, record, status, table } from "../../terms/inputs.ts";
import { perRow } from "../define/component.ts";
import { cash, flow, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { countedTags, type Entry, leftAfter, uncountedLines } from "../define/uncounted.ts";
import { onceRecorded } from "../support/treatment.ts";

const ENTRY: Entry = { way: "in", entered: "expected", counted: "total(drawn)", status: "status", documents: ["joined"] };

/** 住房公积金: what residents draw to pay their own part. It lightens their purse and adds nothing to the sources of the project. */
export const providentFund = mechanism("provident_fund", {
  title: { zh: "住房公积金(居民提取)", en: "Housing provident fund (drawn by residents)" },
  summary: {
    zh: "按户型分档:每户取余额、自担额、上限孰低,再乘同意率与收缴率;仅改变居民现金来源,项目资金来源增加为0。",
    en: "By class of household: the least of balance, own share and cap, times consent and collection. Changes where residents take the money from; adds 0 to project sources.",
  },
  family: "residents",
  clauses: ["taizhou-2023-draft/4(5)12", "national-law/provident-fund-24"],
  checks: ["C09"],
  inputs: {
    centre: party("公积金中心", "provident-fund centre", ["provident_fund"]),
    residents: party("居民", "residents", ["resident"]),
    classes: table("住户分档", "classes of households", {
      households: households("户数", "households", { from: 0, usual: [50, 500] }),
      balance: quantity("CNY/household", "户均公积金余额", "balance per household", {
        from: 0,
        usual: [20000, 200000],
      }),
      ownShare: quantity("CNY/household", "户均自担额(扣除补助后)", "own share per household after support", {
        from: 0,
        usual: [20000, 800000],
      }),
      cap: quantity("CNY/household", "当地提取上限", "local cap", {
        from: 0,
        optional: true,
        usual: [50000, 400000],
      }),
    }),
    consent: rate("同意率", "consent rate", { from: 0, to: 1, usual: [0.6, 1] }),
    collection: rate("实际提取率", "rate actually drawn", { from: 0, to: 1, usual: [0.8, 1] }),
    date: month("提取月", "month drawn", "within", { late: "open" }),
    joined: record("老旧小区改造与未来社区联动的认定", "recognition as joined with an old-community upgrade", { kinds: ["approval"] }),
    status: status(),
  },
  lines: (c) => [
    ...perRow(c, "classes", () => [
      scalar("drawable", "可提取额", "drawable", "min(row.balance, row.ownShare, row.cap) * row.households", {
        convention: {
          zh: "逐档每户取余额、自担额、上限孰低",
          en: "least of balance, own share and cap per household, class by class",
        },
      }),
    ]),
    scalar("expected", "预计提取合计", "expected in total", "sumrows(classes, row.drawable) * consent * collection"),
    ...uncountedLines(ENTRY),
    flow("due", "到提取月", "due in the month drawn", `falls(date) ? ${leftAfter("document")} : 0`),
    cash("drawn", "居民提取公积金", "provident fund drawn by residents", onceRecorded("joined", "drawn", "due"), {
      tags: countedTags("in"),
      from: "centre",
      to: "residents",
      role: "provident.draw",
      posts: { debit: "outside", credit: "outside" },
      clauses: ["national-law/provident-fund-24"],
    }),
  ],
});
