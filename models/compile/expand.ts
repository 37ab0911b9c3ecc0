import type { ModelDocument } from "../document/schema.ts";
import { textOf } from "../document/schemaParts.ts";
import type { FormulaDecl, LineDecl } from "../language/line.ts";
import { wordsOfLanguage } from "../language/reference.ts";
import { searchedInputs } from "../statements/indicators/breakEven.ts";
import { statementLines } from "../statements/lines.ts";
import { projectLines, type Recovered } from "../statements/project.ts";
import type { StatementFrame } from "../statements/tables/facts.ts";
import { conventionsOf } from "../terms/conventions.ts";
import { documentProblem, mergeProblems } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { ExpandContext, InputLine } from "./context.ts";
import { clockLines } from "./expand/clock.ts";
import { conventionLines } from "./expand/conventions.ts";
import { copyProblems, rowProblems } from "./expand/copies.ts";
import { customLines } from "./expand/custom.ts";
import { allowanceLines } from "./expand/documents.ts";
import { componentInputs } from "./expand/inputs.ts";
import { componentLines } from "./expand/lines.ts";
import { guardsOf, onceLines } from "./expand/once.ts";
import { withOwners } from "./expand/owners.ts";
import { plotProblems } from "./expand/plots.ts";
import { recordFormulas, recordLines } from "./expand/records.ts";
import { isInProject, partyInputs, phaseFormulas, phaseInputs, projectInputs } from "./expand/system.ts";
import { enabledLine, unreadLines } from "./expand/unread.ts";

export interface Expansion {
  readonly decls: readonly LineDecl[];
  /** What is wrong with the document's values; problems that make a line unusable are on its declaration too. */
  readonly problems: readonly Problem[];
}

/** Writes a document out as lines. A component whose inputs are incomplete still has its lines, marked with what they lack. */
export function expand(context: ExpandContext): Expansion {
  const { document } = context;
  const inputs = documentInputs(context);
  const guards = guardsOf(context.components);
  const components = context.components.map((component) =>
    componentLines(component, document, guards(component.spec.id)),
  );
  const formulas = [
    ...phaseFormulas(document),
    ...recordFormulas(context),
    ...projectLines(projectShape(context)),
    ...inputs.formulas,
    ...components.flatMap(({ lines }) => lines),
    ...context.unread.flatMap((component) => unreadLines(component, context.registry.keys())),
    ...allowanceLines(
      context,
      components.flatMap(({ lines }) => lines),
    ),
  ];
  const decls: readonly LineDecl[] = [...inputs.lines.map(({ decl }) => decl), ...formulas];
  const custom = withoutTaken(customLines(document), new Set([...wordsOfLanguage, ...decls.map(({ id }) => id)]));
  const plain = withOwners([...decls, ...custom.lines]);
  const own = context.overlay?.over(plain) ?? plain;
  const clashing = clashes(own, statementLines(own, statementFrame(document)));
  return {
    decls: clashing.decls,
    problems: mergeProblems(
      context.packs.problems,
      context.components.flatMap(({ problems }) => problems),
      inputs.problems,
      components.flatMap(({ problems }) => problems),
      custom.problems,
      clashing.problems,
    ),
  };
}

/** Where the value of the assets at the end comes from; an amount that is entered comes first. */
function recoveredBy({ conventions }: ModelDocument): Recovered {
  const { recoveredAssetValue, terminalCapRate, terminalMultiple } = conventions;
  if (recoveredAssetValue !== undefined) return "given";
  if (terminalCapRate !== undefined) return "rate";
  return terminalMultiple === undefined ? "book" : "multiple";
}

/** Statements and taxes by calendar year need steps that end with it. */
function yearsCut({ timeline, conventions }: ModelDocument): readonly Problem[] {
  const cut =
    timeline.step === "year" &&
    !timeline.start.endsWith("-01") &&
    conventionsOf(conventions ?? {}).yearBasis === "calendar";
  return cut ? [documentProblem("document.years_cut", "timeline/start", { start: timeline.start })] : [];
}

export interface DocumentInputs {
  readonly lines: readonly InputLine[];
  /** Inputs that are formulas of their own. */
  readonly formulas: readonly LineDecl[];
  readonly problems: readonly Problem[];
}

/** Every line whose value comes from the document or its timeline. */
export function documentInputs(context: ExpandContext): DocumentInputs {
  const { document } = context;
  const components = context.components.map((component) => componentInputs(component, context));
  const once = onceLines(context.components);
  return {
    lines: [
      ...clockLines(context),
      ...conventionLines(context.frame.conventions),
      ...projectInputs(context),
      ...searchedInputs().map((decl) => ({ decl, value: decl.solved === undefined ? "1" : undefined })),
      ...partyInputs(document),
      ...phaseInputs(document),
      ...recordLines(context),
      ...components.flatMap(({ inputs }) => inputs),
      ...once.lines,
      ...context.unread.map(({ id, enabled }) => enabledLine(id, enabled)),
      ...(context.overlay?.inputs ?? []),
    ],
    formulas: components.flatMap(({ formulas }) => formulas),
    problems: [
      ...yearsCut(document),
      ...components.flatMap(({ problems }) => problems),
      ...once.problems,
      ...copyProblems(context.components),
      ...rowProblems(context.components),
      ...plotProblems(context),
    ],
  };
}

/** What the standard tables need to know beside the lines. */
export function statementFrame(document: ModelDocument): StatementFrame {
  return {
    parties: document.parties.map((party) => ({
      id: party.id,
      label: textOf(party.label),
      role: party.role,
      inProject: isInProject(party),
    })),
    components: document.components.map(({ id, label }) => ({ id, label: textOf(label ?? id) })),
    plots: document.plots.map(({ id, label }) => ({ id, label: textOf(label) })),
    hasHouseholds: document.project.households !== undefined,
    renovates: document.project.mode === "rehabilitation" || document.project.mode === "infill",
    inSums: isInSums(document),
    isEmpty: document.components.length + document.customLines.length === 0,
  };
}

/** 按金额填列: sums of investment stand for items where the plan knows no items, also none that are switched off. */
export function isInSums({ components }: ModelDocument): boolean {
  const has = (...words: readonly string[]) => components.some(({ mechanism }) => words.includes(mechanism));
  return has("scheduled_investment") && !has("works", "other_costs");
}

function projectShape({ document, packs }: ExpandContext): Parameters<typeof projectLines>[0] {
  return {
    plots: document.plots.map(({ id, label }) => ({ id, label: textOf(label) })),
    parties: document.parties.map((party) => ({
      id: party.id,
      label: textOf(party.label),
      inProject: isInProject(party),
    })),
    recovered: recoveredBy(document),
    hasParameter: (id) => packs.parameter(id) !== undefined,
  };
}

/** A line named like a result the product states (`roi`, `burden.household`) would be taken for it: it is unusable, as is what rests on it. */
function clashes(own: readonly LineDecl[], stated: readonly FormulaDecl[]): Expansion {
  const ids = new Set(own.map(({ id }) => id));
  const taken = new Set(stated.flatMap(({ id }) => (ids.has(id) ? [id] : [])));
  if (taken.size === 0) return { decls: [...own, ...stated], problems: [] };
  const problemOf = ({ id, path }: LineDecl): Problem => documentProblem("document.line_id_taken", path, { id });
  return {
    decls: [
      ...own.map((decl) => (taken.has(decl.id) ? { ...decl, problem: problemOf(decl) } : decl)),
      ...stated.filter(({ id }) => !taken.has(id)),
    ],
    problems: own.filter(({ id }) => taken.has(id)).map(problemOf),
  };
}

/** A user's line cannot replace one the product provides. */
function withoutTaken(
  lines: readonly FormulaDecl[],
  taken: ReadonlySet<string>,
): { readonly lines: readonly FormulaDecl[]; readonly problems: readonly Problem[] } {
  return {
    lines: lines.filter(({ id }) => !taken.has(id)),
    problems: lines
      .filter(({ id }) => taken.has(id))
      .map(({ id, path }) => documentProblem("document.line_id_taken", path, { id })),
  };
}
