import { capitalRatio } from "../../mechanisms/capital/capitalRatio.ts";
import { PROJECT } from "../../statements/handles.ts";
import { MONEY_TOLERANCE, SHARE_TOLERANCE } from "../../statements/tolerances.ts";
import { text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Held } from "./lineReader.ts";
import type { Review } from "./review.ts";
import type { RolePattern } from "./roles.ts";
import { figure, inPercent, ofRule } from "./sides.ts";

const CLAUSES = ["national-law/capital-ratio"];

export const crossing = (review: Review, way: "in" | "out", ...roles: readonly RolePattern[]) => review.withRole(...roles).filter(({ tags }) => tags["crosses"] === way);

const draws = (review: Review) => crossing(review, "in", "debt.draw");
const borrowing = (review: Review): readonly Review[] => (draws(review).length === 0 ? [] : [review]);
const NO_DEBT = text("无借款,不适用", "no debt: does not apply");

/** Lines that state the ratio: those of the file's own test, which says what counts, or the project's. */
function ratioLines(review: Review): { readonly ratio: Held; readonly base: Held; readonly path: string } {
  const own = review.partsOf(capitalRatio)[0];
  if (own === undefined) return { ratio: PROJECT.capitalRatio, base: PROJECT.capitalBase, path: PROJECT.capitalRatio };
  const ratio = own.line("ratio_with_approval");
  return { ratio, base: own.line("base"), path: ratio?.id ?? own.path };
}

const OF_BORROWERS = { ids: ["C06"], severity: "R", clauses: CLAUSES, of: borrowing, none: NO_DEBT } as const;

/** C06: capital paid in is at least the legal share of total investment. */
const ratio = check({
  ...OF_BORROWERS,
  judge: (review) => {
    const lines = ratioLines(review);
    const paid = review.view.series(PROJECT.capitalPaid);
    return {
      answer: compare(
        review,
        inPercent(figure(text("实缴资本金占总投资", "capital paid in, of total investment"), review.view.scalar(lines.ratio), "1", lines.path)),
        "at_least",
        inPercent(ofRule(review, "capital_ratio_min_development")),
        {
          tolerance: SHARE_TOLERANCE,
          beside: [
            figure(text("实缴", "paid in"), paid === undefined ? undefined : sum(paid), "CNY", PROJECT.capitalPaid),
            figure(text("总投资", "total investment"), review.view.scalar(lines.base), "CNY", lines.path),
          ],
        },
      ),
      path: crossing(review, "in", "equity.*")[0]?.id ?? lines.path,
    };
  },
});

/** C06: capital is there before the loans beside it are drawn. */
const capitalFirst = check({
  ...OF_BORROWERS,
  judge: (review) => {
    const [drawn, allowed] = [PROJECT.debtDrawn, PROJECT.debtAllowed].map((line) => review.view.series(line));
    const early = drawn?.findIndex((debt, period) => debt.minus(allowed?.[period] ?? ZERO).greaterThan(MONEY_TOLERANCE)) ?? -1;
    const at = early < 0 ? review.view.periods - 1 : early;
    const label = review.view.periodLabels[at] ?? "";
    return {
      answer: compare(
        review,
        figure(text(`截至 ${label} 借款`, `drawn until ${label}`), drawn?.[at], "CNY", PROJECT.debtDrawn),
        "at_most",
        figure(text("到位资本金所容许的借款", "allowed by the capital paid in"), allowed?.[at], "CNY", PROJECT.debtAllowed),
        { tolerance: MONEY_TOLERANCE },
      ),
      ...(early < 0 ? { path: draws(review)[0]?.id ?? "" } : {}),
      fails: text("借款先于资本金到位", "loans are drawn before capital is paid in"),
    };
  },
});

/** M57: shareholdings make the whole. */
const shareholders = check({
  ids: ["M57"],
  severity: "R",
  of: (review) => {
    const facts = review.records("shareholder");
    const companies = review.parts.filter((part) => part.rows("shareholders").length > 0);
    return [
      ...(facts.length === 0 ? [] : [{ path: facts[0]?.path ?? "", shares: facts.map((fact) => fact.side("share")) }]),
      ...companies.map((part) => ({
        path: part.at("shareholders"),
        // Shares that do not add up leave their lines without values: what was typed is summed.
        shares: part.rows("shareholders").map((row) => ({ ...row.side("share"), value: row.number("share") ?? review.decimal(row.word("share")) })),
      })),
    ];
  },
  none: text("无股东名册,不适用", "no list of shareholders: does not apply"),
  judge: ({ path, shares }, review) => {
    const missing = shares.find(({ value }) => value === undefined);
    if (missing !== undefined) return { answer: answer(undefined, missing) };
    const total = sum(shares.map(({ value }) => value ?? ZERO));
    return {
      answer: compare(
        review,
        inPercent(figure(text("股东出资比例合计", "shareholdings make"), total, "1", path)),
        "equal",
        inPercent(figure(text("应为", "and must make"), review.count(1), "1", "")),
        { tolerance: SHARE_TOLERANCE },
      ),
    };
  },
});

export const capital: readonly Check[] = [ratio, capitalFirst, shareholders];
