import type { FormulaDecl, LineMeta } from "../../language/line.ts";
import { sidesOf, sideTable } from "../sides.ts";
import { type AreaRow, areaRows } from "./area.ts";
import { balanceTable } from "./balance.ts";
import { debtTable } from "./debt.ts";
import { costTable, incomeTable, investmentTable, salesTable, taxTable } from "./detail.ts";
import { equityTable, investorTables } from "./equity.ts";
import type { StatementFacts } from "./facts.ts";
import { fundingTable } from "./funding.ts";
import { openEndsTable } from "./openEnds.ts";
import { planTable } from "./plan.ts";
import { profitTable } from "./profit.ts";
import { projectTable } from "./project.ts";
import { fiscalTable, residentsTable } from "./publicMoney.ts";
import { annualTable, sourcesUsesTable } from "./sourcesUses.ts";
import { linesOfTable, type TableSpec } from "./table.ts";
import { uncountedTable, uncountedTotals } from "./uncounted.ts";

/** The standard tables of a model, in the order a plan prints them; the area table stands apart, its columns are not times. */
export function statementTables(facts: StatementFacts): readonly TableSpec[] {
  return [
    investmentTable(facts),
    fundingTable(facts),
    salesTable(),
    incomeTable(facts),
    costTable(facts),
    taxTable(facts),
    profitTable(facts),
    projectTable(),
    equityTable(),
    ...investorTables(facts),
    planTable(),
    sourcesUsesTable(facts),
    annualTable(facts),
    debtTable(facts),
    balanceTable(),
    fiscalTable(facts),
    residentsTable(facts),
    uncountedTable(facts),
    openEndsTable(facts),
  ];
}

/** The lines of all tables of a model with these lines, and of all sides. */
export function tableLines(lines: readonly LineMeta[], facts: StatementFacts): readonly FormulaDecl[] {
  const sides = sidesOf(facts.parties).map((side) => sideTable(side, lines));
  return [...[...statementTables(facts), ...sides].flatMap(linesOfTable), ...areaRows(facts).flatMap(areaLines), ...uncountedTotals(facts)];
}

export const AREA_CELLS = ["existing", "planned", "change", "standard", "pass"] as const;
export type AreaCell = (typeof AREA_CELLS)[number];

/** Line of a cell of the area table. */
export const areaLine = ({ key }: AreaRow, cell: AreaCell): string => `stmt_area.${key}.${cell}`;

/** Formula of a cell, where the row has one; the change follows from the two areas. */
export function areaFormula(spec: AreaRow, cell: AreaCell): string | undefined {
  if (cell !== "change") return spec[cell];
  return spec.existing === undefined || spec.planned === undefined ? undefined : `${areaLine(spec, "planned")} - ${areaLine(spec, "existing")}`;
}

const CELL_LABEL: Readonly<Record<AreaCell, LineMeta["label"]>> = {
  existing: { zh: "现状", en: "existing" },
  planned: { zh: "规划", en: "planned" },
  change: { zh: "增减", en: "change" },
  standard: { zh: "标准", en: "standard" },
  pass: { zh: "达标", en: "met" },
};

export const areaColumn = (cell: AreaCell): LineMeta["label"] => CELL_LABEL[cell];

function areaLines(spec: AreaRow): readonly FormulaDecl[] {
  return AREA_CELLS.flatMap((cell): readonly FormulaDecl[] => {
    const formula = areaFormula(spec, cell);
    if (formula === undefined) return [];
    return [
      {
        source: "formula",
        id: areaLine(spec, cell),
        label: { zh: `${spec.label.zh}(${CELL_LABEL[cell].zh})`, en: `${spec.label.en}, ${CELL_LABEL[cell].en}` },
        unit: cell === "pass" ? "1" : spec.unit,
        kind: "scalar",
        axis: "scalar",
        tags: { statement: "area" },
        clauses: [],
        path: "project",
        scope: {},
        formula,
      },
    ];
  });
}
