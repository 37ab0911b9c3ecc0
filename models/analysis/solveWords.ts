import type { Text } from "../wording/text.ts";
import type { Effect } from "./effect.ts";
import type { Limit } from "./limits.ts";
import type { Part } from "./parts.ts";
import type { Survey } from "./sampling.ts";
import { flatNote, joined, listed, NOTHING, short } from "./solveNotes.ts";

type Met = Pick<Part, "from" | "to" | "state" | "at" | "papers" | "conditions" | "undecided">;

/** What was looked for, and what came of it. */
export interface Sought {
  readonly found: Survey;
  readonly effect: Effect;
  readonly range: readonly [number, number];
  readonly intervals: readonly Met[];
  readonly roots: readonly unknown[];
  readonly limits: readonly Limit[];
  readonly beside: Text;
}

/** What was found, in a sentence; samples prove nothing about what lies between them, and the sentence does not claim it. */
export function messageOf({ beside, ...sought }: Sought): Text {
  const { found, effect, limits } = sought;
  const step = short(found.resolution);
  if (found.empty)
    return {
      zh: `所试各值下目标均无数值(间隔不大于 ${step})`,
      en: `the target has no value at any value tried (at most ${step} apart)`,
    };
  const clauses = effect === "moves" ? movingClauses(sought, step) : stillClauses(sought, step);
  const said = { zh: clauses.map(({ zh }) => zh).join(";"), en: clauses.map(({ en }) => en).join("; ") };
  return joined([said, effect === "moves" ? flatNote(found, limits) : NOTHING, beside]);
}

type Said = Omit<Sought, "beside">;

function movingClauses({ intervals, roots }: Said, step: string): readonly Text[] {
  if (intervals.length === 0)
    return [
      { zh: `按不大于 ${step} 的间隔试算,未找到达标的值`, en: `none found with values tried at most ${step} apart` },
    ];
  const [only] = intervals;
  const tried = { zh: `(试算间隔不大于 ${step})`, en: ` (values tried at most ${step} apart)` };
  if (intervals.every(({ state }) => state === "missed"))
    return [
      {
        zh: `按不大于 ${step} 的间隔试算,未找到可作答案的值`,
        en: `no answer found with values tried at most ${step} apart`,
      },
      ...partClauses(intervals, NOTHING),
    ];
  if (roots.length > 0 || intervals.length > 1 || only === undefined) return partClauses(intervals, tried);
  return [clauseOf(only, { zh: "所试各值均", en: "at every value tried" }, tried)];
}

/** An input that does not move the target: that it does not, and how the target stands. */
function stillClauses({ effect, intervals, range: [from, to] }: Said, step: string): readonly Text[] {
  const [lead, where] =
    effect === "none"
      ? [
          {
            zh: "目标不随该输入变化(目标的计算不用该输入)",
            en: "the target does not depend on this input (nothing it is computed from reads it)",
          },
          { zh: "现状", en: "as it stands" },
        ]
      : [
          {
            zh: `在 ${short(from)} 至 ${short(to)} 之间,目标不随该输入变化(试算间隔不大于 ${step})`,
            en: `from ${short(from)} to ${short(to)} the target does not depend on this input (values tried at most ${step} apart)`,
          },
          { zh: "其间", en: "there" },
        ];
  const [only, another] = intervals;
  // The number stays; what it hangs on, or whether it can be judged, does not.
  if (another !== undefined)
    return [
      {
        zh: `在 ${short(from)} 至 ${short(to)} 之间,目标的数值不随该输入变化,能否作答案则随之变化(试算间隔不大于 ${step})`,
        en: `from ${short(from)} to ${short(to)} the number of the target does not depend on this input, but whether it is an answer does (values tried at most ${step} apart)`,
      },
      ...partClauses(intervals, NOTHING),
    ];
  if (only === undefined) return [lead, { zh: `${where.zh}未达标`, en: `it is missed ${where.en}` }];
  return [lead, clauseOf(only, where, NOTHING)];
}

/** What is met without a condition first, in one clause; then what hangs on something, each part with what it hangs on. */
function partClauses(parts: readonly Met[], tried: Text): readonly Text[] {
  const clean = parts.filter(({ state }) => state === "clean");
  const papers = parts.filter(({ state }) => state === "paper");
  const missed = parts.filter(({ state }) => state === "missed");
  const spans = clean.map(spanText);
  const all = { zh: spans.map(({ zh }) => zh).join("、"), en: spans.map(({ en }) => en).join(" and ") };
  return [
    ...(clean.length === 0 ? [] : [{ zh: `${all.zh} 达标${tried.zh}`, en: `met ${all.en}${tried.en}` }]),
    ...papers.map((part, i) => clauseOf(part, spaced(part), clean.length === 0 && i === 0 ? tried : NOTHING)),
    ...missed.map((part) => clauseOf(part, spaced(part), NOTHING)),
  ];
}

const spanText = ({ from, to }: Met): Text =>
  from === to ? { zh: from, en: `at ${from}` } : { zh: `${from} 至 ${to}`, en: `from ${from} to ${to}` };

const spaced = (part: Met): Text => ({ zh: `${spanText(part).zh} `, en: spanText(part).en });

/** How one part answers; where it begins or ends elsewhere, at which value the amounts it is told with hold. */
function clauseOf({ from, to, state, at, papers, conditions, undecided }: Met, where: Text, tried: Text): Text {
  const told = from === to ? NOTHING : { zh: `(按 ${at} 计)`, en: ` (at ${at})` };
  if (state === "clean") return { zh: `${where.zh}达标${tried.zh}`, en: `met ${where.en}${tried.en}` };
  if (state === "paper") {
    const list = listed(papers);
    return {
      zh: `${where.zh}达标${tried.zh}但尚待文件,取得前为附条件${told.zh}:${list.zh}`,
      en: `met ${where.en}${tried.en} but on no paper yet, until then on condition${told.en}: ${list.en}`,
    };
  }
  if (undecided.length > 0) {
    const list = listed(undecided);
    return { zh: `${where.zh}无法判定${told.zh}:${list.zh}`, en: `undecided ${where.en}${told.en}: ${list.en}` };
  }
  if (conditions.length === 0)
    return { zh: `${where.zh}未达标或无法判定`, en: `missed or undecided by the book of record ${where.en}` };
  const list = listed(conditions);
  return {
    zh: `${where.zh}只在附条件或违反规则时达标,不作答案${told.zh}:${list.zh}`,
    en: `${where.en} only on a condition or by breaking a rule: no answer${told.en}: ${list.en}`,
  };
}
