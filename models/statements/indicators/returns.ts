import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { ProjectConventions } from "../../terms/conventions.ts";
import type { Text } from "../../wording/text.ts";
import { aside, type IndicatorSpec, type IndicatorTable, indicator } from "./indicator.ts";

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
  (flow): Flow => ({ ...flow, suffix: flow.suffix + WITHOUT, line: `${flow.line}_without_support`, zh: `${flow.zh}无支持`, en: `${flow.en}, without support` }),
);

/** NPV, FIRR and payback of the three net flows, on statement years (year-end flows, t = 1) or on periods, as the file says. */
export const returns: IndicatorTable = ({ hasLine }) => {
  const project = hasLine("convention.ic_project");
  const ic = {
    project: project ? "convention.ic_project" : undefined,
    equity: hasLine("convention.ic_equity") ? "convention.ic_equity" : project ? "convention.ic_project" : undefined,
  };
  return [
    ...rates(ic),
    ...[...FLOWS, ...unsupported].flatMap((flow) => [npvOf(flow, ic[flow.of] !== undefined), firrOf(flow)]),
    ...paybacks("project.net_posttax", "", project),
    ...paybacks("project.net_posttax_without_support", WITHOUT, project),
  ];
};

/** Discounting per step is effective: (1+ic)^(1/n) - 1. */
function rates(ic: Readonly<Record<Flow["of"], string | undefined>>): readonly IndicatorSpec[] {
  const rate = (of: Flow["of"], { zh, en }: Text): readonly IndicatorSpec[] => {
    if (ic[of] === undefined) return [];
    const line = aside(`npv.rate.${of}`, `每步折现率(${zh})`, `discount rate per step, ${en}`, "1", `(1 + ${ic[of]}) ^ (1 / basisstepsperyear) - 1`, {
      convention: { zh: "有效利率:(1+ic)^(1/每年步数)-1", en: "effective: (1 + ic)^(1 / steps a year) - 1" },
    });
    return [line];
  };
  const factor = aside("npv.factor", "折现系数(项目)", "discount factor, project", "1", "1 / (1 + npv.rate.project) ^ (basisstep - convention.discount_start)", { series: true });
  return [...rate("project", { zh: "项目", en: "project" }), ...rate("equity", { zh: "资本金", en: "equity" }), ...(ic.project === undefined ? [] : [factor])];
}

function npvOf({ suffix, line, zh, en, of }: Flow, hasRate: boolean): IndicatorSpec {
  const rate = `npv.rate.${of}`;
  const formula = hasRate ? `npv(${rate}, basis(${line})) * (1 + ${rate}) ^ convention.discount_start` : "none.no_ic";
  return indicator(`npv.${suffix}`, `财务净现值:${zh}`, `NPV, ${en}`, "CNY", formula, {
    note: ({ conventions }) => basisNote(conventions, (of === "equity" ? conventions.icEquity : undefined) ?? conventions.icProject ?? ""),
  });
}

function basisNote({ discountFrom, indicatorBasis }: ProjectConventions, ic: string): Text {
  const basis = indicatorBasis === "year" ? { zh: "按年末流量", en: "yearly flows" } : { zh: "按计算期流量", en: "period flows" };
  const percent = new RecordDecimal(ic).times(100).toString();
  return { zh: `ic=${percent}%,${basis.zh},首期 ${discountFrom}`, en: `ic = ${percent} %, ${basis.en}, first flow at ${discountFrom}` };
}

const firrOf = ({ suffix, line, zh, en }: Flow): IndicatorSpec =>
  indicator(`firr.${suffix}`, `财务内部收益率:${zh}`, `FIRR, ${en}`, "1", `(1 + irr(basis(${line}))) ^ basisstepsperyear - 1`);

/** From the start of construction; steps of the basis, the last one in part. */
function paybacks(line: string, suffix: string, hasRate: boolean): readonly IndicatorSpec[] {
  const [zh, en] = suffix === "" ? ["", ""] : ["(无支持)", ", without support"];
  const discounted = `${line} * npv.factor`;
  return [
    ...paybackOf(`payback.static${suffix}`, `投资回收期(静态,自建设开始)${zh}`, `payback from construction start${en}`, line),
    ...paybackOf(`payback.dynamic${suffix}`, `投资回收期(动态)${zh}`, `discounted payback${en}`, hasRate ? discounted : undefined),
  ];
}

function paybackOf(id: string, zh: string, en: string, flow: string | undefined): readonly IndicatorSpec[] {
  if (flow === undefined) return [indicator(id, zh, en, "a", "none.no_ic")];
  const relapse = `${id}.relapse`;
  return [
    indicator(id, zh, en, "a", `payback(basis(${flow})) / basisstepsperyear * 1 a`, {
      note: (read) => (read.value(relapse) === undefined ? undefined : { zh: "其后累计又转负,回收不持久", en: "not lasting: the cumulative falls below zero again" }),
      reasons: { notReached: { zh: "计算期内不能回收", en: "not paid back within the horizon" } },
    }),
    aside(
      relapse,
      `${zh}:其后又转负的步`,
      `${en}: step in which it falls below zero again`,
      "1",
      `when(basis(running(${flow}) < 0 and basisstep > ${id} / 1 a * basisstepsperyear))`,
    ),
  ];
}
