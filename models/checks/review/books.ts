import { PROJECT, partyCash } from "../../statements/handles.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { answer, compare, lacks } from "./answers.ts";
import { type Check, check, checkOfFile } from "./check.ts";
import { textOf } from "./parts.ts";
import { figure, said } from "./sides.ts";

const NOTHING = figure(text("允许", "allowed"), ZERO, "CNY", "");

/** C20: assets equal liabilities and capital in every period. */
const ties = checkOfFile({
  ids: ["C20"],
  severity: "R",
  judge: (review) => {
    const differences = review.view.series(PROJECT.balanceTie);
    if (differences === undefined) return { answer: lacks(text("账目所依据的某些行", "some lines the books rest on"), "components") };
    const worst = differences.reduce((most, value) => (value.abs().greaterThan(most.abs()) ? value : most), ZERO);
    return {
      answer: compare(
        review,
        figure(text("资产与负债及权益各期最大差额", "largest difference of assets from liabilities and capital"), worst, "CNY", PROJECT.balanceTie),
        "equal",
        NOTHING,
        { tolerance: MONEY_TOLERANCE },
      ),
      fails: text("资产负债表不平", "the balance sheet does not tie"),
    };
  },
});

/** C20: no party inside the project runs out of cash. */
const cash = check({
  ids: ["C20"],
  severity: "R",
  of: (review) =>
    review.document.parties.filter(({ id }) =>
      review.lines.some(({ payee, payer, tags }) => (payee === id && tags["crosses"] === "in") || (payer === id && tags["crosses"] === "out")),
    ),
  none: text("项目范围内无收支,不适用", "no party of the project has money: does not apply"),
  judge: ({ id, label }, review) => {
    const line = partyCash(id);
    const values = review.view.series(line);
    const lowest = values?.reduce((low, value) => (value.lessThan(low) ? value : low), values[0] ?? ZERO);
    const short = lowest?.isNegative() === true;
    return {
      about: textOf(label, id),
      answer: compare(
        review,
        short ? figure(text("最大现金缺口", "cash short by up to"), lowest.negated(), "CNY", line) : figure(text("最低现金余额", "lowest cash"), lowest, "CNY", line),
        short ? "at_most" : "at_least",
        NOTHING,
        {
          tolerance: MONEY_TOLERANCE,
        },
      ),
    };
  },
});

/** C22: what is handed back at the end is worth nothing to the project. */
const recovered = checkOfFile({
  ids: ["C22"],
  severity: "Q",
  judge: (review) => {
    const path = "conventions/recoveredAssetValue";
    const value = review.view.series(PROJECT.recoveredAssets)?.at(-1);
    const handsBack = review.parts.find((part) => part.word("side") === "operator" && part.has("term"));
    const how = review.document.conventions.recoveredAssetValue === undefined ? BOOK : ENTERED;
    return {
      answer: answer(
        value === undefined ? undefined : handsBack === undefined || value.isZero(),
        figure(text(`期末回收资产余值(${how.zh})`, `value recovered at the end (${how.en})`), value, "CNY", path),
        handsBack === undefined
          ? said(text("期满移交的资产", "assets handed back"), text("无", "none"), "components")
          : said(text("期满移交", "handed back"), handsBack.label, handsBack.path),
      ),
      fails: text("期满移交,期末不应回收余值", "the assets are handed back: nothing is recovered"),
      path,
    };
  },
});
const BOOK = text("账面净值", "book value");
const ENTERED = text("填写值", "as entered");

export const books: readonly Check[] = [ties, cash, recovered];
