import type { Decimal } from "decimal.js";
import { amountText } from "../../wording/grouped.ts";
import { listed, type Text } from "../../wording/text.ts";
import { inWan, type Verdict, type VerdictId } from "./verdict.ts";

/** One clause of the answer in a sentence: what is missed, open or met, in the words around its figure. */
export interface Said {
  readonly verdict: VerdictId;
  readonly state: "fail" | "open" | "pass";
  readonly before: Text;
  /** The margin: its distance from being met where it is missed, in `unit`. */
  readonly figure?: { readonly value: Decimal; readonly unit: string };
  readonly after: Text;
}

type Around = readonly [before: Text, after: Text];

const NOTHING: Text = { zh: "", en: "" };

/** When it is worst, where that is known. */
const when = (at: string, words: Text): Text => (at === "" ? NOTHING : words);

/** What a person says first comes first: the areas, then whether the money suffices, then whether it comes back. */
const GRAVITY: readonly VerdictId[] = ["B1", "B3", "B4", "B2", "B6", "B5", "B8", "B7", "B9"];

const MISSED: Readonly<Record<VerdictId, (at: string) => Around>> = {
  B1: () => [{ zh: "面积不平,差 ", en: "the areas are out by " }, NOTHING],
  B2: () => [{ zh: "全周期静态差 ", en: "over the whole life the plan is short of " }, NOTHING],
  B3: (at) => [
    { zh: "建设期资金缺 ", en: "construction is short of " },
    when(at, { zh: `(${at} 年末)`, en: ` (end of ${at})` }),
  ],
  B4: (at) => [
    { zh: "现金断档,最多缺 ", en: "cash runs short by up to " },
    when(at, { zh: `(${at})`, en: ` (${at})` }),
  ],
  B5: (at) => [
    { zh: "偿债备付率最低比目标低 ", en: "debt-service coverage is below its target by up to " },
    when(at, { zh: `(${at} 年)`, en: ` (${at})` }),
  ],
  B6: () => [{ zh: "净现值 ", en: "net present value " }, NOTHING],
  B7: () => [{ zh: "运营不能自平衡", en: "the operation does not break even" }, NOTHING],
  B8: () => [{ zh: "盈亏平衡点越过控制线 ", en: "the break-even point is beyond the comfort line by " }, NOTHING],
  B9: () => [{ zh: "补助与返还超出财政预算 ", en: "grants and rebates exceed the public budget by " }, NOTHING],
};

/** Of what is met only what people ask for: enough money while building, the static balance, the present value. */
const MET: Readonly<Partial<Record<VerdictId, (at: string) => Around>>> = {
  B3: (at) => [
    { zh: `建设期资金够,最紧 ${at} 年末余 `, en: `construction is funded, the least left (end of ${at}) is ` },
    NOTHING,
  ],
  B2: () => [{ zh: "全周期静态结余 ", en: "over the whole life a surplus of " }, NOTHING],
  B6: () => [{ zh: "净现值 ", en: "net present value " }, NOTHING],
};

const OPEN = {
  incomplete: { zh: "资料不全,不能判定:", en: "incomplete, not decidable: " },
  area: { zh: "面积不平,不能判定:", en: "not decidable while the areas do not balance: " },
} as const satisfies Record<string, Text>;

const NO_ANSWER: Text = { zh: "资料不全,还不能下结论", en: "incomplete: there is no answer yet" };

/** The verdicts as one would say them: failures first by gravity, then what cannot be judged, then what is met. */
export function saidOf(verdicts: readonly Verdict[]): readonly Said[] {
  if (verdicts.every(({ pass, reason }) => pass === null && reason !== "inapplicable"))
    return [{ verdict: "B2", state: "open", before: NO_ANSWER, after: NOTHING }];
  const ordered = GRAVITY.flatMap((id) => verdicts.filter((verdict) => verdict.id === id));
  return [
    ...ordered.flatMap((verdict) => (verdict.pass === false ? [missed(verdict)] : [])),
    ...(["incomplete", "area"] as const).flatMap((reason) => open(verdicts, reason)),
    ...ordered.flatMap((verdict) => (verdict.pass === true ? met(verdict) : [])),
  ];
}

function missed({ id, margin, unit, at = "" }: Verdict): Said {
  const [before, after] = MISSED[id](at);
  const head = { verdict: id, state: "fail" as const };
  // A plan can be refused for another reason than its margin: then there is no distance to tell.
  if (id === "B7" || margin === undefined) return { ...head, before: noFigure(before), after: NOTHING };
  if (id === "B5" && !margin.isNegative())
    return {
      ...head,
      before: { zh: "本息覆盖倍数低于目标", en: "a debt's coverage is below its target" },
      after: NOTHING,
    };
  return { ...head, before, figure: { value: id === "B6" ? margin : margin.abs(), unit: unit ?? "1" }, after };
}

const noFigure = ({ zh, en }: Text): Text => ({ zh: zh.trim(), en: en.trim() });

function met({ id, margin, unit, at = "" }: Verdict): readonly Said[] {
  const words = MET[id]?.(at);
  if (words === undefined || margin === undefined) return [];
  const [before, after] = words;
  return [{ verdict: id, state: "pass", before, figure: { value: margin, unit: unit ?? "1" }, after }];
}

function open(verdicts: readonly Verdict[], reason: keyof typeof OPEN): readonly Said[] {
  const those = verdicts.filter((verdict) => verdict.pass === null && verdict.reason === reason);
  const [first] = those;
  if (first === undefined) return [];
  const names = listed(those.map(({ id, title }) => ({ zh: `${id} ${title.zh}`, en: `${id} ${title.en}` })));
  const { zh, en } = OPEN[reason];
  return [
    { verdict: first.id, state: "open", before: { zh: `${zh}${names.zh}`, en: `${en}${names.en}` }, after: NOTHING },
  ];
}

/** The clauses as one text, money in 万元: `none` where nothing is decided. */
export function sentenceOf(said: readonly Said[]): Text | undefined {
  if (said.length === 0) return undefined;
  const clause = ({ verdict, before, figure, after }: Said): Text => {
    const shown = figure === undefined ? NOTHING : figureText(verdict, figure);
    return { zh: `${before.zh}${shown.zh}${after.zh}`, en: `${before.en}${shown.en}${after.en}` };
  };
  const clauses = said.map(clause);
  const en = clauses.map((one) => one.en).join("; ");
  return { zh: `${clauses.map((one) => one.zh).join(";")}。`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` };
}

function figureText(verdict: VerdictId, { value, unit }: { readonly value: Decimal; readonly unit: string }): Text {
  if (unit === "CNY") return inWan(value);
  if (unit === "m2") return { zh: `${amountText(value)} ㎡`, en: `${amountText(value)} ㎡` };
  const text = verdict === "B8" ? `${value.times(100).toFixed(2)}%` : value.toFixed(2);
  return { zh: text, en: text };
}
