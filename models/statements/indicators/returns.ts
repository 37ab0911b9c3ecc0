import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { irr } from "../../finance/irr.ts";
import { isRefusal } from "../../finance/refusal.ts";
import type { Text } from "../../wording/text.ts";
import { cumulate, type ModelView, ZERO } from "../view.ts";
import { type Indicator, known, UNDECIDABLE, unknown } from "./indicator.ts";

interface Flow {
  readonly suffix: string;
  readonly line: string;
  readonly zh: string;
  readonly en: string;
  readonly ic: string | undefined;
}

/** NPV, FIRR and payback of the three net flows, on yearly statements by default (year-end flows, t = 1) or on periods. */
export function returnIndicators(view: ModelView): readonly Indicator[] {
  const { icProject, icEquity } = view.conventions;
  const flows: readonly Flow[] = [
    {
      suffix: "project.pretax",
      line: "project.net_pretax",
      zh: "项目投资(所得税前)",
      en: "project, before income tax",
      ic: icProject,
    },
    {
      suffix: "project.posttax",
      line: "project.net_posttax",
      zh: "项目投资(所得税后)",
      en: "project, after income tax",
      ic: icProject,
    },
    { suffix: "equity", line: "project.net_equity", zh: "项目资本金", en: "equity", ic: icEquity ?? icProject },
  ];
  const unsupported = flows.map((flow) => ({
    ...flow,
    suffix: `${flow.suffix}.without_support`,
    line: `${flow.line}_without_support`,
    zh: `${flow.zh}无支持`,
    en: `${flow.en}, without support`,
  }));
  const perFlow = [...flows, ...unsupported].flatMap((flow) => [npvOf(view, flow), firrOf(view, flow)]);
  return [...perFlow, ...paybacks(view, "project.net_posttax"), ...paybacks(view, "project.net_posttax_without_support", ".without_support")];
}

/** The flow on the basis of the file: one value a year, or one a period. */
function onBasis(view: ModelView, line: string): readonly Decimal[] | undefined {
  return view.conventions.indicatorBasis === "period" ? view.series(line) : view.yearly(line);
}

/** Steps in a year on that basis. */
function stepsPerYear(view: ModelView): number {
  return view.conventions.indicatorBasis === "period" ? view.periodsPerYear : 1;
}

/** Discount factor per step is effective: (1+ic)^(1/n). */
function discounted(view: ModelView, values: readonly Decimal[], ic: string): readonly Decimal[] {
  const perStep = new RecordDecimal(1).plus(ic).pow(new RecordDecimal(1).div(stepsPerYear(view)));
  const origin = view.conventions.discountFrom === "t=0" ? 0 : 1;
  return values.map((value, index) => value.div(perStep.pow(index + origin)));
}

function npvOf(view: ModelView, flow: Flow): Indicator {
  const id = `npv.${flow.suffix}`;
  const label = [`财务净现值:${flow.zh}`, `NPV, ${flow.en}`] as const;
  const values = onBasis(view, flow.line);
  if (values === undefined) return unknown(id, ...label, "CNY", UNDECIDABLE);
  if (flow.ic === undefined) return unknown(id, ...label, "CNY", NO_IC);
  return known(id, ...label, "CNY", cumulate(discounted(view, values, flow.ic)).at(-1) ?? ZERO, basisNote(view, flow.ic));
}

const NO_IC: Text = { zh: "未填写基准收益率 ic", en: "no benchmark rate ic is entered" };

function basisNote(view: ModelView, ic: string): Text {
  const { discountFrom, indicatorBasis } = view.conventions;
  const basis = indicatorBasis === "year" ? { zh: "按年末流量", en: "yearly flows" } : { zh: "按计算期流量", en: "period flows" };
  const percent = new RecordDecimal(ic).times(100).toString();
  return {
    zh: `ic=${percent}%,${basis.zh},首期 ${discountFrom}`,
    en: `ic = ${percent} %, ${basis.en}, first flow at ${discountFrom}`,
  };
}

function firrOf(view: ModelView, flow: Flow): Indicator {
  const id = `firr.${flow.suffix}`;
  const label = [`财务内部收益率:${flow.zh}`, `FIRR, ${flow.en}`] as const;
  const values = onBasis(view, flow.line);
  if (values === undefined) return unknown(id, ...label, "1", UNDECIDABLE);
  const annual = (perStep: Decimal) => perStep.plus(1).pow(stepsPerYear(view)).minus(1);
  // A rate of float64 flows is no better for being searched in decimals.
  const answer = view.exact ? irr([...values]) : irr(values.map((value) => value.toNumber()));
  if (!isRefusal(answer)) return known(id, ...label, "1", annual(new RecordDecimal(answer as Decimal | number)));
  const roots = (answer.roots ?? []).map((root) => annual(new RecordDecimal(root)).times(100).toDecimalPlaces(4).toString());
  if (roots.length > 0)
    return unknown(id, ...label, "1", {
      zh: `存在多个内部收益率:${roots.join("%、")}%`,
      en: `several rates: ${roots.join(" %, ")} %`,
    });
  return unknown(id, ...label, "1", {
    zh: "净现金流不变号,内部收益率不存在",
    en: "no rate exists: the net flow never changes sign",
  });
}

interface Labelled {
  readonly id: string;
  readonly label: readonly [zh: string, en: string];
}

function paybacks(view: ModelView, line: string, suffix = ""): readonly Indicator[] {
  const values = onBasis(view, line);
  const [zh, en] = suffix === "" ? ["", ""] : ["(无支持)", ", without support"];
  const plain: Labelled = { id: `payback.static${suffix}`, label: [`投资回收期(静态,自建设开始)${zh}`, `payback from construction start${en}`] };
  const dynamic: Labelled = { id: `payback.dynamic${suffix}`, label: [`投资回收期(动态)${zh}`, `discounted payback${en}`] };
  const ic = view.conventions.icProject;
  if (values === undefined) return [plain, dynamic].map(({ id, label }) => unknown(id, ...label, "a", UNDECIDABLE));
  const steady = payback(view, plain.id, plain.label, values);
  if (ic === undefined) return [steady, unknown(dynamic.id, ...dynamic.label, "a", NO_IC)];
  return [steady, payback(view, dynamic.id, dynamic.label, discounted(view, values, ic))];
}

/** (first step with cumulative ≥ 0) − 1 + |previous cumulative| / that step's flow, in years; told when it does not last. */
function payback(view: ModelView, id: string, label: readonly [string, string], values: readonly Decimal[]): Indicator {
  const cumulative = cumulate(values);
  const start = cumulative.findIndex((value) => value.isNegative() && !value.isZero());
  if (start < 0)
    return unknown(id, ...label, "a", {
      zh: "累计净现金流始终不为负,无回收期",
      en: "the cumulative flow is never negative",
    });
  const first = cumulative.findIndex((value, index) => index > start && value.greaterThanOrEqualTo(0));
  if (first < 0) return unknown(id, ...label, "a", { zh: "计算期内不能回收", en: "not paid back within the horizon" });
  const previous = cumulative[first - 1] ?? ZERO;
  const flow = values[first] ?? ZERO;
  const years = new RecordDecimal(first).plus(previous.abs().div(flow)).div(stepsPerYear(view));
  const lasting = cumulative.slice(first).every((value) => value.greaterThanOrEqualTo(0));
  return lasting
    ? known(id, ...label, "a", years)
    : known(id, ...label, "a", years, {
        zh: "其后累计又转负,回收不持久",
        en: "not lasting: the cumulative falls below zero again",
      });
}
