import type { FormulaDecl } from "../language/line.ts";
import type { Text } from "../wording/text.ts";
import { OPERATING, SURPLUS } from "./indicators/operation.ts";
import { COVER, SERVED, yearOf } from "./indicators/solvency.ts";
import { system } from "./system.ts";
import { debtKey } from "./tables/debt.ts";
import type { StatementFacts } from "./tables/facts.ts";
import { AREA_TOLERANCE, RATIO_TOLERANCE } from "./tolerances.ts";

/** What a verdict rests on, as formulas; lines `verdict.B2.margin`, `verdict.B2.test` … */
interface VerdictFormulas {
  readonly id: string;
  /** By how much it is met; negative where it is not. */
  readonly margin: string;
  readonly unit: string;
  /** 1 where it is met, 0 where it is not. */
  readonly test: string;
  /** Number of the period or statement year of the least margin, and of the first that fails. */
  readonly at?: string;
  readonly first?: string;
  readonly convention?: Text;
}

type Family = (facts: StatementFacts) => VerdictFormulas;

const met = (id: string): string => `verdict.${id}.margin >= 0 ? 1 : 0`;

const CLOSES = `${AREA_TOLERANCE} m2`;

const area: Family = ({ dispositions, roles }) => {
  const short = `area.residual.disposition < 0 - ${CLOSES}`;
  const twice = `area.earned_twice > ${CLOSES}`;
  const margin = `${short} ? area.residual.disposition : (${twice} ? 0 - area.earned_twice : 0 - abs(area.residual))`;
  const test = `${short} or ${twice} or abs(area.residual) > ${CLOSES} ? 0 : 1`;
  // An area balance that is switched off leaves nothing to be balanced.
  const where = (formula: string): string => `sum(role = area.gfa.*) > 0 m2 ? (${formula}) : none.no_area_balance`;
  const applies = roles.some((role) => role.startsWith("area.gfa.")) && dispositions.length > 0;
  return {
    id: "B1",
    margin: applies ? where(margin) : "none.no_area_balance",
    unit: "m2",
    test: applies ? where(test) : "none.no_area_balance",
    convention: {
      zh: "去向面积为负时取最小者,否则为重复出售、出租的面积,否则为未分配或重复分配的面积,取负值",
      en: "the least disposition where one is negative; else less the area sold or let twice, or that unassigned or assigned twice",
    },
  };
};

const balance: Family = () => ({ id: "B2", margin: "project.static_balance", unit: "CNY", test: met("B2") });

const construction: Family = () => {
  const building = "project.investment > 0";
  return {
    id: "B3",
    margin: `total(project.investment) > 0 ? lowest(years(project.fundable), ${building}) : none.no_construction`,
    unit: "CNY",
    test: met("B3"),
    at: yearOf("project.fundable", building, "<= verdict.B3.margin"),
    first: yearOf("project.fundable", building, "< 0"),
  };
};

const rolling: Family = () => ({
  id: "B4",
  margin: "lowest(project.cash_free - convention.minimum_cash)",
  unit: "CNY",
  test: met("B4"),
  at: "when(project.cash_free - convention.minimum_cash <= verdict.B4.margin)",
  first: "when(project.cash_free - convention.minimum_cash < 0)",
});

const debt: Family = ({ debts, ownDebts, has, hasLine }) => {
  const mp3 = "convention.dscr_mp3 > 0";
  const either = (of: (form: "cash" | "mp3") => string): string => `${mp3} ? ${of("mp3")} : ${of("cash")}`;
  const reaches = (id: string): string => `coverage.${id} >= convention.coverage_target - ${RATIO_TOLERANCE} ? 1 : 0`;
  // What falls due after the horizon has no income to stand against: a debt that is open then does not fail by it.
  const judged = (id: string): string => `open.debt_of_${id} > 0 or total(stmt_debt.${debtKey(id, "service")}) <= 0 ? 1 : (${reaches(id)})`;
  const lowest = { cash: "dscr.minimum", mp3: "dscr.mp3.minimum" } as const;
  const covered = hasLine("convention.coverage_target") ? [...debts.map(({ id }) => judged(id)), ...ownDebts.map(reaches)] : [];
  const within = [`verdict.B5.margin >= 0 - ${RATIO_TOLERANCE} ? 1 : 0`, ...covered].map((test) => `(${test})`).join(" * ");
  const whole = hasLine("convention.coverage_target") && ownDebts.length === 0 ? debts.map(({ id }) => `(open.debt_of_${id} > 0 ? (${reaches(id)}) : 1)`).join(" * ") || "1" : "0";
  return {
    id: "B5",
    margin: has("debt.balance") ? `(${either((form) => lowest[form])}) - convention.dscr_target` : "none.no_debt",
    unit: "1",
    // It fails by what lies within the horizon; it is met with a debt open at the end only where the income of the horizon covers all that is owed.
    test: `open.debt > 0 and (${within}) > 0 and (${whole}) < 1 ? none.open_debt : (${within})`,
    at: either((form) => `${lowest[form]}.at`),
    first: either((form) => yearOf(COVER[form], SERVED, `< convention.dscr_target - ${RATIO_TOLERANCE}`)),
  };
};

const value: Family = () => ({ id: "B6", margin: "npv.project.posttax", unit: "CNY", test: met("B6") });

const operation: Family = () => {
  const reaches = (surplus: string): string => `highest(years(${surplus}), ${OPERATING}) >= 0`;
  return {
    id: "B7",
    margin: "highest(years(project.operating_revenue)) > 0 ? operation.result : none.no_operation",
    unit: "CNY",
    test: `${reaches(SURPLUS.year)} and ${reaches(SURPLUS.cumulative)}`,
    convention: { zh: "差额为全运营期累计盈余;当年与累计均须达到", en: "the margin is the surplus over the life; both the year's and the cumulative surplus must be reached" },
  };
};

const comfort: Family = ({ hasLine }) => ({
  id: "B8",
  margin: hasLine("convention.bep_comfort") ? "convention.bep_comfort - bep.highest" : "none.no_comfort",
  unit: "1",
  test: met("B8"),
});

const fiscal: Family = ({ hasLine }) => ({
  id: "B9",
  margin: hasLine("convention.public_budget") ? "convention.public_budget - fiscal.support" : "fiscal.support > 0 ? none.no_budget : none.no_support",
  unit: "CNY",
  test: met("B9"),
});

const FAMILIES: readonly Family[] = [area, balance, construction, rolling, debt, value, operation, comfort, fiscal];

/** Nothing is not balanced: without any entry no verdict has something to stand on. */
const onEntries = (formulas: VerdictFormulas, { isEmpty }: StatementFacts): VerdictFormulas =>
  isEmpty === true ? { ...formulas, margin: "none.no_entries", test: "none.no_entries" } : formulas;

export function verdictLines(facts: StatementFacts): readonly FormulaDecl[] {
  return FAMILIES.flatMap((family) => {
    const { id, margin, unit, test, at, first, convention } = onEntries(family(facts), facts);
    const line = (name: string, zh: string, en: string, of: string, formula: string): FormulaDecl =>
      system(`verdict.${id}.${name}`, `${id} ${zh}`, `${id}: ${en}`, of, "scalar", formula);
    return [
      { ...line("margin", "差额", "margin", unit, margin), ...(convention === undefined ? {} : { convention }) },
      line("test", "是否达到", "met", "1", test),
      ...(at === undefined ? [] : [line("at", "最紧的期间", "tightest period", "1", at)]),
      ...(first === undefined ? [] : [line("first", "首个未达到的期间", "first period that fails", "1", first)]),
    ];
  });
}
