import type { Decimal } from "decimal.js";
import { auditedTable } from "../../models/analysis/audit/amounts.ts";
import { declaredFigures } from "../../models/analysis/audit/declared.ts";
import { type Audited, auditedOf } from "../../models/analysis/audit/overlay.ts";
import { type Prepared, prepareDocument, recordOf } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { readPath } from "../../models/document/path.ts";
import type { AuditSpec, ModelDocument } from "../../models/document/schema.ts";
import { addDecimals, readDecimal, writeDecimal } from "../../models/language/decimal.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { resultsOf } from "../../models/results/results.ts";
import type { Statement } from "../../models/statements/tables/read.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { AuditFigureView, AuditView, DeclaredView, Json, Lang, PlanView } from "../contract.ts";
import { statementsOf } from "../model/statements.ts";
import { type CompareQuestion, compareDocuments } from "../scenarios/compare.ts";
import { placeLabel } from "../scenarios/labels.ts";
import { problemViews } from "../wording.ts";

/** Totals whose difference is taken apart by audited figure, where nobody asks for others. */
export const AUDITED_TOTALS: readonly string[] = ["investment.total", "balance.static"];

export interface AuditQuestion extends Omit<CompareQuestion, "engine"> {
  readonly scenario?: string | undefined;
}

const NAMES = {
  submitted: { zh: "送审", en: "submitted" },
  audited: { zh: "审定", en: "audited" },
} as const;

/** 送审—审定—核增减 by the book of record: figures, the investment estimate by year, verdicts of both, and figures of the paper plan. */
export function auditOf(
  document: ModelDocument,
  question: AuditQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<Omit<AuditView, "version">> {
  const { scenario, lang, of, ...hooks } = question;
  const found = auditedOf(document, scenario, mechanisms);
  if (!found.ok) return found;
  const audited = found.value;
  const plans = (["submitted", "audited"] as const).map((id) => ({
    id,
    label: NAMES[id][lang],
    prepared: prepareDocument(audited[id], id, audited.counts, shelf),
  }));
  const moved = audited.figures.length === 0 ? [] : of;
  const compared = compareDocuments(plans, shelf, { of: moved, engine: "record", lang, ...hooks });
  if (!compared.ok) return compared;
  const [own, other] = plans.map(({ prepared }) => tableOf(prepared)) as [Statement, Statement];
  const table = auditedTable(own, other);
  const [before, after] = compared.value.plans as readonly [PlanView, PlanView];
  return succeed({
    figures: (document.audit ?? []).map((figure) => figureView(figure, audited, lang)),
    table:
      table === undefined
        ? null
        : { years: table.years, rows: table.rows.map(({ label, ...row }) => ({ ...row, label: label[lang] })) },
    before,
    after,
    bridges: compared.value.bridges,
    declared: declaredViews(document, plans[0]?.prepared as Prepared, lang),
    problems: [...problemViews(audited.problems, lang), ...compared.value.problems],
  });
}

function tableOf(prepared: Prepared): Statement<Decimal> {
  const found = statementsOf(prepared, { id: "investment", by: "year" });
  if (!found.ok || found.value[0] === undefined) throw new Error("every model has an investment estimate");
  return found.value[0];
}

function figureView(figure: AuditSpec, { submitted, figures }: Audited, lang: Lang): AuditFigureView {
  const { id, path, value, reason = "", clause = "", author = "" } = figure;
  const read = readPath(submitted, path);
  const before = (read.ok ? (read.value ?? null) : null) as Json;
  const after = value as Json;
  return {
    id,
    path,
    label: placeLabel(submitted, path)[lang],
    before,
    after,
    difference: differenceOf(before, after),
    reason,
    clause,
    author,
    stands: figures.includes(figure),
  };
}

function differenceOf(before: Json, after: Json): string | null {
  const [own, other] = [before, after].map((value) =>
    typeof value === "string" || typeof value === "number" ? readDecimal(String(value)) : undefined,
  );
  if (own === undefined || other === undefined) return null;
  return writeDecimal(addDecimals(other, { units: -own.units, scale: own.scale }));
}

function declaredViews(document: ModelDocument, prepared: Prepared, lang: Lang): readonly DeclaredView[] {
  const declared = document.declared ?? [];
  if (declared.length === 0) return [];
  const record = resultsOf(recordOf(prepared), prepared.frame);
  return declaredFigures(declared, prepared, record).map(({ value, label, source = "", problem, ...figure }) => ({
    ...figure,
    declared: value,
    label: label[lang],
    source,
    problem: problem?.message[lang] ?? null,
  }));
}
