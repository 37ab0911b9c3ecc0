import { prepareDocument } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import type { ResolvedScenario } from "../../document/scenario.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { evaluateRecord, sameValue } from "../../engines/index.ts";
import { reasonOfCell } from "../../results/reason.ts";
import { resultsOf } from "../../results/results.ts";
import { fail, type Result, succeed } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import { figureOf } from "../target.ts";
import type { Differences, PlanDifference } from "./differences.ts";
import { addingUp, roundedTo, stepOf, written } from "./rounding.ts";
import { type Block, shapleyValues } from "./shapley.ts";
import { Worths } from "./worth.ts";

/** Differences that come in together, and what they change of a figure. */
export interface BridgeStep {
  readonly differences: readonly PlanDifference[];
  /** Decimal literal. */
  readonly share: string;
  /** Standard error of a share that was sampled. */
  readonly error?: string;
  /** Why several are one: only together they have a value, or they are so many that those of one component are told together. */
  readonly because?: "together" | "component";
}

/** From one plan's figure to another's. */
export interface Bridge {
  readonly of: string;
  readonly label: Text;
  readonly unit: string;
  /** By the book of record, as decimal literals in whole fen; the shares add up to the difference exactly. */
  readonly from: string;
  readonly to: string;
  readonly difference: string;
  /** Largest first. */
  readonly steps: readonly BridgeStep[];
  /** What moves the figure in no combination. */
  readonly without: readonly PlanDifference[];
  readonly method: "exact" | "sampled";
}

export interface BridgeHooks {
  readonly onProgress?: (done: number, total: number) => void;
  readonly shouldStop?: () => boolean;
}

/** So many differences have every combination computed; of structural ones each doubles what is compiled. */
const EXACT_MAX = 12;
const EXACT_STRUCTURAL_MAX = 6;
/** Combinations that are computed where not all are. */
const DRAWS = 12_000;
const DRAWS_STRUCTURAL = 240;
/** More than so many are told by component. */
const TOLD_MAX = 40;
const TOLD_STRUCTURAL_MAX = 12;

/** Each difference is carried out alone and left out alone before any are combined: of more than so many nobody waits for the answer. */
const DIFFERENCES_MAX = 150;

/** For each figure what each difference of two plans changes of it. */
export function bridgesOf(
  differences: Differences,
  references: readonly string[],
  shelf: GraphShelf,
  hooks: BridgeHooks = {},
): readonly Result<Bridge>[] {
  if (differences.list.length > DIFFERENCES_MAX)
    return references.map((reference) => fail(tooDifferent(reference, differences.list.length)));
  const names = references.map((reference) => (/^B[1-9]$/.test(reference) ? `verdict.${reference}.margin` : reference));
  const [before, after] = [
    endOf(differences.before, names, shelf, hooks),
    endOf(differences.after, names, shelf, hooks),
  ];
  const { list } = differences;
  const expected = list.length <= EXACT_MAX ? 2 ** list.length : DRAWS;
  let done = 0;
  const worths = new Worths(differences, names, shelf, {
    shouldStop: hooks.shouldStop,
    onEvaluated: () => hooks.onProgress?.(Math.min(++done, expected), expected),
  });
  return references.map((of, index): Result<Bridge> => {
    const [from, to] = [before[index], after[index]];
    if (from === undefined || to === undefined) throw new RangeError("every figure was looked for at both ends");
    if (!from.ok) return from;
    if (!to.ok) return to;
    return bridgeOf({ of, index, from: from.value, to: to.value, differences, worths });
  });
}

interface End {
  readonly value: InstanceType<typeof RecordDecimal>;
  readonly label: Text;
  readonly unit: string;
}

function endOf(
  { document, id, counts }: ResolvedScenario,
  names: readonly string[],
  shelf: GraphShelf,
  { shouldStop }: BridgeHooks,
): readonly Result<End>[] {
  const prepared = prepareDocument(document, id, counts, shelf);
  const figures = names.map((name) => figureOf(name, prepared, "of"));
  const outputs = figures.flatMap((figure) => (figure.ok ? figure.value.outputs : []));
  const options = { outputs, ...(shouldStop === undefined ? {} : { shouldStop }) };
  const results = resultsOf(evaluateRecord(prepared.graph, prepared.bindings, options), prepared.frame);
  return figures.map((figure, index): Result<End> => {
    if (!figure.ok) return figure;
    const { line, cell } = figure.value;
    const value = results.cell(cell);
    const reason = value === undefined ? reasonOfCell(results, cell) : undefined;
    const missing = reason?.kind === "missing" ? [reason.problem] : [];
    if (value === undefined) return fail(noValue(names[index] ?? "", line.label, id), ...missing);
    return succeed({ value: new RecordDecimal(value), label: line.label, unit: line.unit });
  });
}

interface Asked {
  readonly of: string;
  readonly index: number;
  readonly from: End;
  readonly to: End;
  readonly differences: Differences;
  readonly worths: Worths;
}

function bridgeOf({ of, index, from, to, differences: { list }, worths }: Asked): Result<Bridge> {
  const { unit, label } = from;
  const step = stepOf(unit);
  const [start, end] = [roundedTo(from.value, step), roundedTo(to.value, step)];
  const ends = [list.map(() => false), list.map(() => true)].map((chosen) => worths.of(chosen)[index]);
  if (!sameValue(unit, ends[0], from.value.toNumber()) || !sameValue(unit, ends[1], to.value.toNumber()))
    return fail(notBetween(of));
  const reaching = list.flatMap((_, difference) => (worths.reaches(difference, index) ? [difference] : []));
  const anyStructural = reaching.some((difference) => worths.structural[difference] === true);
  const isMany = reaching.length > (anyStructural ? TOLD_STRUCTURAL_MAX : TOLD_MAX);
  const blocks = isMany ? byComponent(reaching, list) : reaching.map((difference): Block => [difference]);
  const isStructural = (block: Block) => block.some((difference) => worths.structural[difference] === true);
  const structural = blocks.filter(isStructural);
  const sharing = shapleyValues((chosen) => worths.of(chosen)[index], {
    players: list.length,
    blocks: [...blocks.filter((block) => !isStructural(block)), ...structural],
    exactMax: structural.length <= EXACT_STRUCTURAL_MAX ? EXACT_MAX : 0,
    draws: structural.length > 0 ? DRAWS_STRUCTURAL : DRAWS,
    same: (a, b) => sameValue(unit, a, b),
  });
  const shares = addingUp(
    sharing.blocks.map(({ share }) => share),
    end.minus(start),
    step,
  );
  const given = new Set(blocks.map((block) => block.join()));
  const told = sharing.blocks.map(({ members, moves }, place) => {
    const error = sharing.sampled?.errors[place];
    const because = members.length === 1 ? undefined : given.has(members.join()) ? "component" : "together";
    return {
      moves,
      size: shares[place]?.abs() ?? new RecordDecimal(0),
      differences: members.flatMap((member) => list[member] ?? []),
      share: written(shares[place] ?? new RecordDecimal(0), unit),
      ...(error === undefined ? {} : { error: new RecordDecimal(error).toSignificantDigits(2).toFixed() }),
      ...(because === undefined ? {} : ({ because } as const)),
    };
  });
  const moving = told.filter(({ moves }) => moves).sort((a, b) => b.size.comparedTo(a.size));
  const still = told.filter(({ moves }) => !moves).flatMap((one) => one.differences);
  const unreached = list.filter((_, difference) => !reaching.includes(difference));
  return succeed({
    of,
    label,
    unit,
    from: written(start, unit),
    to: written(end, unit),
    difference: written(end.minus(start), unit),
    steps: moving.map(({ moves: _moves, size: _size, ...own }) => own),
    without: list.filter((one) => still.includes(one) || unreached.includes(one)),
    method: sharing.sampled === undefined ? "exact" : "sampled",
  });
}

function byComponent(reaching: readonly number[], list: readonly PlanDifference[]): readonly Block[] {
  const groups = new Map<string, number[]>();
  for (const difference of reaching) {
    const key = (list[difference]?.id ?? "").split("/").slice(0, 2).join("/");
    groups.set(key, [...(groups.get(key) ?? []), difference]);
  }
  return [...groups.values()];
}

function noValue(reference: string, label: Text, scenario: string) {
  return {
    code: "bridge.no_value",
    message: {
      zh: `“${label.zh}”在情景 ${scenario} 中没有值,无从分解`,
      en: `“${label.en}” has no value in scenario ${scenario}: there is nothing to take apart`,
    },
    path: `of/${reference}`,
    hint: { zh: "用 explain 查看原因", en: "explain says why" },
  };
}

function tooDifferent(reference: string, count: number) {
  return {
    code: "bridge.too_different",
    message: {
      zh: `两个文件有 ${count} 处不同(最多 ${DIFFERENCES_MAX} 处),不作分解,只并列比较`,
      en: `the files differ in ${count} places (${DIFFERENCES_MAX} at most): they are set side by side and not taken apart`,
    },
    path: `of/${reference}`,
    hint: { zh: "分解用于同一项目的不同情景或修改稿", en: "a bridge is for plans or revisions of one project" },
  };
}

function notBetween(reference: string) {
  return {
    code: "bridge.not_between",
    message: {
      zh: "两个情景之间有差异未能逐项列出,无法分解",
      en: "the plans differ in something that cannot be told item by item",
    },
    path: `of/${reference}`,
    hint: { zh: "例如清单的排列顺序不同", en: "for example the order of a list" },
  };
}
