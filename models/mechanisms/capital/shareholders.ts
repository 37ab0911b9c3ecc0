import { party, profile, rate, table } from "../../terms/inputs.ts";
import { needs, perRow, type Row } from "../define/component.ts";
import { cash } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { companyBookLines, ownersEquityLine } from "./companyBooks.ts";
import { dividendInputs, dividendLines } from "./dividends.ts";
import { HOLDERS, stakeLines, transfersInput } from "./stakes.ts";

/**
 * 项目公司股东: who holds what of a company from when. Shares are entered, or follow what each holder has paid in (also through equity and funds entered
 * apart); stakes are sold at a price or by a rule; dividends come out of the company's own profit, never more than its cash allows.
 */
export const spvShareholders = mechanism("spv_shareholders", {
  title: { zh: "项目公司股东与分红", en: "Shareholders of the project company" },
  summary: {
    zh: "股东按持股比例缴付资本金并分红,股权可按日期转让;分红以本公司可供分配利润和现金为限,默认不分红;期末按持股计列股权价值。",
    en: "Shareholders pay capital calls and receive dividends by share, and may sell their stakes; dividends are limited by distributable profit and by cash; none by default.",
  },
  family: "capital",
  clauses: ["jinhua-2020/3(3)", "national-law/capital-ratio"],
  checks: ["C06", "C17"],
  inputs: {
    company: party("项目公司", "project company", ["spv", "entity", "operator"]),
    shareholders: table(
      "股东",
      "shareholders",
      {
        holder: party("股东", "shareholder", HOLDERS),
        share: rate("持股比例(均不填则按累计实缴出资)", "share (by what is paid in so far when none is entered)", {
          whole: true,
          from: 0,
          to: 1,
          optional: true,
          usual: [0.2, 0.8],
        }),
      },
      { namedBy: ["holder"] },
    ),
    calls: profile("amount", "CNY", "资本金缴付计划(全体股东,按持股比例;另行填写出资的不填)", "capital calls, all shareholders by share; left out where they are entered apart", {
      from: 0,
      optional: true,
    }),
    ...transfersInput,
    ...dividendInputs,
  },
  lines: (c) => [
    ...companyBookLines("company"),
    ownersEquityLine("company"),
    ...stakeLines(c),
    ...(c.has("calls")
      ? perRow(c, "shareholders", (row) => [
          cash("paid_in", "实缴资本金", "capital paid in", called(row), {
            from: "row.holder",
            to: "company",
            role: "equity.paid_in",
            words: { investor: "row.holder" },
            posts: { debit: "cash", credit: "capital" },
          }),
        ])
      : []),
    ...dividendLines(c),
  ],
});

/** Calls are divided by the shares entered: without them they cannot be. */
function called(row: Row): string {
  needs(row, "share");
  return row.has("share") ? "calls * row.share" : "0";
}
