import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { ProjectConventions } from "../../terms/conventions.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import { aside, type IndicatorSpec, type IndicatorTable, indicator, type NoteReader } from "./indicator.ts";

interface Flow {
  readonly suffix: string;
  readonly line: string;
  readonly zh: string;
  readonly en: string;
  /** Whose benchmark rate discounts it. */
  readonly of: "project" | "equity";
}

const FLOWS: readonly Flow[] = [
  { suffix: "project.pretax", line: "project.net_pretax", zh: "项目投资(所得税前)", en: "project, before income tax", of: "project" },
  { suffix: "project.posttax", line: "project.net_posttax", zh: "项目投资(所得税后)", en: "project, after income tax", of: "project" },
  { suffix: "equity", line: "project.net_equity", zh: "项目资本金", en: "equity", of: "equity" },
];

const WITHOUT = ".without_support";

const unsupported = FLOWS.map(
  (flow): Flow => ({ ...flow, suffix: flow.suffix + WITHOUT, line: `${flow.line}_without_support`, zh: `${flow.zh}(不含政策资金)`, en: `${flow.en}, without support` }),
);

/** NPV, FIRR and payback of the three net flows, on statement years or on periods, as the file says. */
export const returns: IndicatorTable = ({ hasLine }) => {
  const project = hasLine("convention.ic_project");
  const ic = {
    project: project ? "convention.ic_project" : undefined,
    equity: hasLine("convention.ic_equity") ? "convention.ic_equity" : project ? "convention.ic_project" : undefined,
  };
  return [
    ...times(),
    ...rates(ic),
    ...[...FLOWS, ...unsupported].flatMap((flow) => [...npvOf(flow, ic[flow.of] !== undefined), firrOf(flow)]),
    ...FLOWS.flatMap((flow) => byPeriod(flow, ic[flow.of])),
    ...paybacks("project.net_posttax", "", project),
    ...paybacks("project.net_pretax", BEFORE_TAX, project),
    ...paybacks("project.net_posttax_without_support", WITHOUT, project),
  ];
};

const BEFORE_TAX = ".pretax";
const BY_YEAR = "basisstepsperyear <= 1";
const HORIZON = "periodcount * dtyears / 1 a";

/**
 * When a flow counts, in years since the project's start: at the end of its year or period, or at its beginning where the first flow is not discounted. A
 * first statement year of six months ends after half a year, and the last one with the horizon.
 */
function times(): readonly IndicatorSpec[] {
  const year = "statementyear - time.first_year";
  return [
    aside("time.first_year", "报表首年", "first statement year", "1", "lowest(statementyear)"),
    aside("time.first_part", "报表首年年数", "length of the first statement year, years", "1", "npv(0, statementyear <= time.first_year ? dtyears / 1 a : 0)"),
    aside("time.last_part", "报表末年年数", "length of the last statement year, years", "1", "npv(0, statementyear >= highest(statementyear) ? dtyears / 1 a : 0)"),
    aside("time.parts", "首末年不满一年", "a first or last statement year of less than twelve months", "1", `${BY_YEAR} and min(time.first_part, time.last_part) < 1 ? 1 : 0`),
    aside("time.end", "期末时间(自项目开始,年)", "end of the step, years since the start", "1", `${BY_YEAR} ? min(${HORIZON}, time.first_part + ${year}) : t * dtyears / 1 a`, {
      series: true,
    }),
    aside(
      "time.begin",
      "期初时间(自项目开始,年)",
      "beginning of the step, years since the start",
      "1",
      `${BY_YEAR} ? max(0, time.first_part + ${year} - 1) : (t - 1) * dtyears / 1 a`,
      {
        series: true,
      },
    ),
    aside("time.discount", "折现时间(自项目开始,年)", "time of discounting, years since the start", "1", "convention.discount_start > 0 ? time.begin : time.end", { series: true }),
    aside(
      "time.construction",
      "建设开始(自项目开始,年)",
      "start of construction, years since the start",
      "1",
      "total(project.investment) > 0 ? lowest((t - 1) * dtyears / 1 a, project.investment > 0) : 0",
    ),
  ];
}

/** Discounting is effective: (1 + ic) to the power of the time. */
function rates(ic: Readonly<Record<Flow["of"], string | undefined>>): readonly IndicatorSpec[] {
  return (["project", "equity"] as const).flatMap((of): readonly IndicatorSpec[] => {
    const [rate, { zh, en }] = [ic[of], OWNER[of]];
    if (rate === undefined) return [];
    return [
      aside(`npv.factor.${of}`, `折现系数(${zh})`, `discount factor, ${en}`, "1", `1 / (1 + ${rate}) ^ time.discount`, {
        series: true,
        convention: { zh: "1/(1+ic)^时间,时间自项目开始起按年计", en: "1 / (1 + ic) ^ time, in years since the project's start" },
      }),
    ];
  });
}

const OWNER: Readonly<Record<Flow["of"], Text>> = { project: { zh: "项目", en: "project" }, equity: { zh: "资本金", en: "equity" } };

function npvOf({ suffix, line, zh, en, of }: Flow, hasRate: boolean): readonly IndicatorSpec[] {
  const discounted = `npv.${suffix}.discounted`;
  const value = indicator(`npv.${suffix}`, `财务净现值:${zh}`, `NPV, ${en}`, "CNY", hasRate ? `total(${discounted})` : "none.no_ic", {
    note: (read) => {
      const { conventions } = read;
      const said = basisNote(conventions, (of === "equity" ? conventions.icEquity : undefined) ?? conventions.icProject ?? "");
      return alsoByPeriod(read, `npv.${suffix}`, said, amountText);
    },
  });
  if (!hasRate) return [value];
  return [value, aside(discounted, `折现净现金流量:${zh}`, `discounted net flow, ${en}`, "CNY", `${line} * npv.factor.${of}`, { series: true })];
}

function basisNote({ discountFrom, indicatorBasis }: ProjectConventions, ic: string): Text {
  const basis = indicatorBasis === "year" ? { zh: "按年末流量", en: "yearly flows" } : { zh: "按计算期流量", en: "period flows" };
  const percent = new RecordDecimal(ic).times(100).toString();
  return { zh: `ic=${percent}%,${basis.zh},首期 ${discountFrom}`, en: `ic = ${percent} %, ${basis.en}, first flow at ${discountFrom}` };
}

/** Flows of a year stand at its end; with a last year of less than twelve months on the grid of the periods. */
const firrOf = ({ suffix, line, zh, en }: Flow): IndicatorSpec =>
  indicator(
    `firr.${suffix}`,
    `财务内部收益率:${zh}`,
    `FIRR, ${en}`,
    "1",
    `${BY_YEAR} and time.last_part < 1 ? (1 + irr(${atYearEnd(line)})) ^ (periodsperyear * 1 a) - 1 : (1 + irr(basis(${line}))) ^ basisstepsperyear - 1`,
    { note: (read) => alsoByPeriod(read, `firr.${suffix}`, undefined, (value) => `${value.times(100).toFixed(2)} %`) },
  );

/** The year's flow so far, in its last period. */
const atYearEnd = (line: string): string => `statementend > 0 ? years(${line}) : 0`;

/** Where calendar years cut the project, the figure on periods stands beside that on years. */
function byPeriod({ suffix, line, zh, en }: Flow, ic: string | undefined): readonly IndicatorSpec[] {
  const parts = (formula: string): string => `time.parts > 0 ? ${formula} : none`;
  const at = "(t - convention.discount_start) * dtyears / 1 a";
  return [
    ...(ic === undefined ? [] : [aside(`npv.${suffix}.by_period`, `财务净现值(按计算期):${zh}`, `NPV on periods, ${en}`, "CNY", parts(`total(${line} / (1 + ${ic}) ^ (${at}))`))]),
    aside(`firr.${suffix}.by_period`, `财务内部收益率(按计算期):${zh}`, `FIRR on periods, ${en}`, "1", parts(`(1 + irr(${line})) ^ (periodsperyear * 1 a) - 1`)),
  ];
}

function alsoByPeriod(read: NoteReader, id: string, said: Text | undefined, show: (value: Decimal) => string): Text | undefined {
  const other = read.value(`${id}.by_period`);
  if (other === undefined) return said;
  const text = { zh: `日历年口径,首末年不满一年;按计算期口径为 ${show(other)}`, en: `on calendar years, the first or last not whole; on periods ${show(other)}` };
  return said === undefined ? text : { zh: `${said.zh};${text.zh}`, en: `${said.en}; ${text.en}` };
}

/** From the start of construction, in real years; the last step in part. */
function paybacks(line: string, suffix: string, hasRate: boolean): readonly IndicatorSpec[] {
  const [zh, en] = SAID[suffix] ?? ["", ""];
  const discounted = `${line} * npv.factor.project`;
  return [
    ...paybackOf(`payback.static${suffix}`, `投资回收期(静态,自建设开始)${zh}`, `payback from construction start${en}`, line),
    ...paybackOf(`payback.dynamic${suffix}`, `投资回收期(动态)${zh}`, `discounted payback${en}`, hasRate ? discounted : undefined),
  ];
}

const SAID: Readonly<Record<string, readonly [string, string]>> = {
  "": ["", ""],
  [BEFORE_TAX]: ["(所得税前)", ", before income tax"],
  [WITHOUT]: ["(不含政策资金)", ", without support"],
};

function paybackOf(id: string, zh: string, en: string, flow: string | undefined): readonly IndicatorSpec[] {
  if (flow === undefined) return [indicator(id, zh, en, "a", "none.no_ic")];
  const [relapse, steps] = [`${id}.relapse`, `${id}.steps`];
  // Steps are years, the first and the last of their own length, or periods; with flows at the beginning a step counts from there.
  const elapsed = `(${BY_YEAR} ? (${steps} <= 1 ? ${steps} * time.first_part : min(${HORIZON}, time.first_part + ${steps} - 1)) : ${steps} / basisstepsperyear)`;
  const earlier = `(convention.discount_start > 0 ? (${BY_YEAR} ? (${steps} <= 1 ? time.first_part : 1) : 1 / basisstepsperyear) : 0)`;
  return [
    indicator(id, zh, en, "a", `(${elapsed} - ${earlier} - time.construction) * 1 a`, {
      note: (read) => (read.value(relapse) === undefined ? undefined : { zh: "其后累计又转负,回收不持久", en: "not lasting: the cumulative falls below zero again" }),
      reasons: { notReached: { zh: "计算期内不能回收", en: "not paid back within the horizon" } },
    }),
    aside(steps, `${zh}:步数`, `${en}: steps of the basis`, "1", `payback(basis(${flow}))`, {
      reasons: { notReached: { zh: "计算期内不能回收", en: "not paid back within the horizon" } },
    }),
    aside(relapse, `${zh}:其后又转负的步`, `${en}: step in which it falls below zero again`, "1", `when(basis(running(${flow}) < 0 and basisstep > ${steps}))`),
  ];
}
