import type { PreparedPortfolio } from "../../models/analysis/portfolio/portfolio.ts";
import { memberDocument } from "../../models/analysis/portfolio/portfolio.ts";
import { reviewPortfolio } from "../../models/analysis/portfolio/review.ts";
import { type EngineName, evaluate } from "../../models/compile/prepare.ts";
import { documentHash } from "../../models/document/portfolio/embedded.ts";
import type { RecordDecimal } from "../../models/engines/arithmetic/decimal.ts";
import type { Evaluation } from "../../models/engines/index.ts";
import { writeMonth } from "../../models/language/calendar.ts";
import type { GraphLine } from "../../models/language/graph.ts";
import { type Results, resultsOf } from "../../models/results/results.ts";
import { reasonWords } from "../../models/statements/indicators/reasonWords.ts";
import type { Lang, PortfolioMemberView, PortfolioView } from "../contract.ts";
import { problemViews } from "../wording.ts";

type Values = Results<InstanceType<typeof RecordDecimal>>;

/** Lines of a member that the page and the table show, a line a row. */
const OF_MEMBER: ReadonlySet<string> = new Set([
  "flow",
  "own",
  "transfers_in",
  "transfers_out",
  "returned_out",
  "returned_in",
  "pool_moved",
  "after",
  "support",
]);

/** Families of lines that are shown whole. */
const WHOLE = /^(?:pool|budget|count|target|shared|transfer)\./;

/** Everything that is stated of a portfolio, by the book of record over members computed with either engine. */
export function portfolioView(
  portfolio: PreparedPortfolio,
  engine: EngineName,
  lang: Lang,
): Omit<PortfolioView, "version"> {
  // The portfolio's own lines are few: they are always computed in decimals.
  const evaluation = evaluate(portfolio, "record") as Evaluation<InstanceType<typeof RecordDecimal>>;
  const results: Values = resultsOf(evaluation, portfolio.frame);
  const shown = portfolio.graph.lines.filter(isShown);
  const member = ({ id, tags }: GraphLine) =>
    id.startsWith("member.") && typeof tags["member"] === "string" ? { member: tags["member"] } : {};
  return {
    engine,
    years: portfolio.frame.years.map(({ label }) => label),
    members: portfolio.members.map((one) => memberView(one, portfolio, lang)),
    lines: shown
      .filter(({ axis }) => axis !== "scalar")
      .map((line) => ({
        id: line.id,
        label: line.label,
        unit: line.unit,
        kind: line.kind,
        ...member(line),
        values: results.years(line.index).map((value) => value?.toNumber() ?? null),
      })),
    figures: shown
      .filter(({ axis }) => axis === "scalar")
      .map((line) => {
        const value = results.scalar(line.index);
        const why = value === undefined ? results.why(line.index) : undefined;
        return {
          id: line.id,
          label: line.label,
          unit: line.unit,
          ...member(line),
          value: value?.toDecimalPlaces(10).toFixed() ?? null,
          ...(why === undefined ? {} : { note: reasonWords(why) }),
        };
      }),
    findings: reviewPortfolio(portfolio, results),
    problems: problemViews(portfolio.problems, lang),
  };
}

function isShown({ id, source, axis }: GraphLine): boolean {
  if (source === "hidden") return false;
  if (WHOLE.test(id)) return true;
  if (!id.startsWith("member.")) return false;
  const name = id.slice(id.indexOf(".", "member.".length) + 1);
  return source === "formula" && (axis === "scalar" || OF_MEMBER.has(name));
}

function memberView(
  { id, label, spec, years }: PreparedPortfolio["members"][number],
  { document }: PreparedPortfolio,
  lang: Lang,
): PortfolioMemberView {
  const own = document.members?.find((member) => member.id === id) ?? spec;
  const read = memberDocument(own, []);
  const hash = own.hash ?? (read.ok ? documentHash(read.value) : undefined);
  return {
    id,
    label,
    startMonths: spec.startMonths,
    embedded: own.document !== undefined,
    ...(hash === undefined ? {} : { hash }),
    ...(spec.starts === undefined ? {} : { starts: spec.starts }),
    ...("code" in years
      ? { problem: years.message[lang] }
      : { start: writeMonth(years.startMonth), end: writeMonth(years.endMonth) }),
  };
}
