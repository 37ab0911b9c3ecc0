import type { FormulaDecl } from "../../language/line.ts";
import type { Text } from "../../wording/text.ts";
import { system } from "../system.ts";
import type { StatementFacts, UncountedFact } from "./facts.ts";
import { keyOf, type RowSpec, row, type TableSpec } from "./table.ts";

type Way = UncountedFact["way"];
type Measure = UncountedFact["measure"];

const SIDES: readonly { readonly way: Way; readonly measure: Measure; readonly label: Text }[] = [
  { way: "in", measure: "money", label: { zh: "应收未计入", en: "entered as coming in, not counted" } },
  { way: "out", measure: "money", label: { zh: "应付未计入", en: "entered as going out, not counted" } },
  { way: "in", measure: "area", label: { zh: "面积未计入(提供给项目)", en: "floor area to the project, not counted" } },
  { way: "out", measure: "area", label: { zh: "面积未计入(项目提供)", en: "floor area of the project, not counted" } },
];

/** 未计入清单: what was entered and does not count, component by component and reason by reason; amounts of the whole life, booked in the last period. */
export function uncountedTable(facts: StatementFacts): TableSpec {
  return {
    id: "uncounted",
    title: { zh: "未计入清单", en: "Entered and not counted" },
    rows: partsOf(facts).map((one) => one.row),
    notes: [
      {
        zh: "填列而未计入的金额(全计算期合计,列于末期)。原因依次为:未获批准、审批状态不计、文件不成立或缺少、超出合格支出、上限、额度、截止期限、计算期内未到;每项只列前项扣除后的部分。",
        en: "Entered and not counted, over the whole life, shown in the last period. Reasons in this order: refused, status, document, eligible cost, cap, facility, cut-off, horizon; each takes only what those before it left.",
      },
    ],
  };
}

/** A row of the table and the selection it adds up; amounts of the whole life stand on lines of their own, the row books them in the last period. */
interface Part {
  readonly row: RowSpec;
  readonly selection: string | undefined;
}

const amountLine = (key: string): string => `stmt_uncounted.${key}.amount`;

function part(no: string, label: Text, unit: string, selection: string | undefined): Part {
  const formula = `t == periodcount ? ${amountLine(keyOf(no))} : 0`;
  return { row: row(no, label.zh, label.en, formula, { unit }), selection };
}

function sideParts(no: string, { way, measure, label }: (typeof SIDES)[number], facts: StatementFacts): readonly Part[] {
  const own = facts.uncounted.filter((one) => one.way === way && one.measure === measure);
  const unit = measure === "money" ? "CNY" : "m2";
  const side = `way = ${way}, measure = ${measure}`;
  const components = facts.components.filter(({ id }) => own.some(({ component }) => component === id));
  return [
    part(no, label, unit, own.length === 0 ? undefined : `role = uncounted.*, ${side}`),
    ...components.flatMap(({ id, label: name }, index) => {
      const reasons = [...new Set(own.filter(({ component }) => component === id).map(({ role }) => role))];
      return [
        part(`${no}.${index + 1}`, name, unit, `role = uncounted.*, component = ${id}, ${side}`),
        ...reasons.map((role, at) => part(`${no}.${index + 1}.${at + 1}`, facts.label(role), unit, `role = ${role}, component = ${id}, ${side}`)),
      ];
    }),
  ];
}

function partsOf(facts: StatementFacts): readonly Part[] {
  const sides = SIDES.filter(({ way, measure }) => measure === "money" || facts.uncounted.some((one) => one.way === way && one.measure === measure));
  return sides.flatMap((side, index) => sideParts(String(index + 1), side, facts));
}

/** The amounts the rows show. */
function amounts(facts: StatementFacts): readonly FormulaDecl[] {
  return partsOf(facts).map(({ row: { key, label, unit }, selection }) =>
    system(amountLine(key), label.zh, label.en, unit, "scalar", selection === undefined ? `0 ${unit}` : `sum(${selection})`),
  );
}

/** Totals that verdicts and the lines of support point to. */
export function uncountedTotals(facts: StatementFacts): readonly FormulaDecl[] {
  const total = (way: Way, zh: string, en: string): FormulaDecl => {
    const some = facts.uncounted.some((one) => one.way === way && one.measure === "money");
    return system(`uncounted.${way}`, zh, en, "CNY", "scalar", some ? `sum(role = uncounted.*, way = ${way}, measure = money)` : "0 CNY");
  };
  return [...amounts(facts), total("in", "应收未计入合计", "entered as coming in, not counted"), total("out", "应付未计入合计", "entered as going out, not counted")];
}
