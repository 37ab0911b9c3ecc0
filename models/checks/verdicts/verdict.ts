import type { Decimal } from "decimal.js";
import type { Lacking } from "../../results/lacking.ts";
import type { Teller, WhyNot } from "../../statements/indicators/read.ts";
import { UNDECIDABLE, type Undecided } from "../../statements/indicators/reasons.ts";
import { amountText } from "../../wording/grouped.ts";
import { listed, type Text } from "../../wording/text.ts";

export const VERDICTS = ["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9"] as const;
export type VerdictId = (typeof VERDICTS)[number];

/** One of the nine tests of balance. `pass` is null where the test does not apply or cannot be decided; `message` then says why. */
export interface Verdict {
  readonly id: VerdictId;
  readonly title: Text;
  readonly definition: Text;
  readonly pass: boolean | null;
  readonly margin?: Decimal;
  readonly unit?: string;
  readonly message: Text;
  /** What kind of null it is; `area`: the areas do not balance. */
  readonly reason?: Undecided | "area";
  /** What the document lacks for it to be decided. */
  readonly missing?: readonly Lacking[];
  /** Label of the first period or year that fails. */
  readonly firstFailing?: string;
  /** Label of the tightest year or period, where there is one. */
  readonly at?: string;
  /** Lines the verdict rests on, the margin first. */
  readonly lines: readonly string[];
}

/** What a verdict is called and means, which lines it rests on, and how it words what they say. */
export interface VerdictWords {
  readonly id: VerdictId;
  readonly title: Text;
  readonly definition: Text;
  readonly unit: string;
  /** Lines beside the margin. */
  readonly lines: readonly string[];
  /** How the statement year or period in which it first fails is numbered. */
  readonly fails?: "year" | "period";
  /** Said of a decided verdict. */
  readonly decided: (told: Told) => Text;
  /** Said of one without an answer. */
  readonly undecided?: (why: WhyNot, teller: Teller) => Undecision;
}

/** Why there is no answer, and what kind of none it is where that is not what the figures say. */
export interface Undecision extends Text {
  readonly means?: Undecided;
}

/** A decided verdict as its words see it. */
export interface Told {
  readonly teller: Teller;
  readonly pass: boolean;
  readonly margin: Decimal;
  /** Label of the tightest year or period. */
  readonly at: string;
  /** Label of the first that fails. */
  readonly first: string;
}

/** A verdict as the lines have it. */
export function verdictOf(words: VerdictWords, teller: Teller): Verdict {
  const { id, title, definition, unit, fails } = words;
  const line = (name: string): string => `verdict.${id}.${name}`;
  const head = { id, title, definition, lines: [line("margin"), ...words.lines] };
  const [margin, test] = [teller.value(line("margin")), teller.value(line("test"))];
  if (margin === undefined || test === undefined) {
    const told = teller.whyNot(line(margin === undefined ? "margin" : "test"));
    const missing = told.text === UNDECIDABLE ? teller.lacking([line("margin"), line("test")]) : [];
    if (missing.length > 0) return { ...head, pass: null, reason: "incomplete", missing, message: incomplete(missing) };
    const why = told.text === UNDECIDABLE ? { ...told, text: BROKEN_LINES } : told;
    const said: Undecision = (words.undecided ?? notDecided)(why, teller);
    const { means = why.means, ...message } = said;
    const wanted = why.wants === undefined ? {} : { missing: [{ ...why.wants, message: why.text }] };
    return { ...head, pass: null, reason: means, ...wanted, message };
  }
  const pass = !test.isZero();
  const label = (name: string): string => (fails === undefined ? "" : teller[fails](line(name)));
  const told: Told = { teller, pass, margin, at: label("at"), first: label("first") };
  return {
    ...head,
    pass,
    margin,
    unit,
    message: words.decided(told),
    ...(pass || told.first === "" ? {} : { firstFailing: told.first }),
    ...(told.at === "" ? {} : { at: told.at }),
  };
}

/** What is said where the figures give no answer. */
export function notDecided({ text: { zh, en }, means }: WhyNot): Text {
  return means === "inapplicable" ? { zh: `${zh},不适用`, en: `${en}: does not apply` } : { zh, en };
}

const SHOWN = 2;

/** 资料不全, with the first of what is missing and how much there is. */
export function incomplete(missing: readonly Lacking[]): Text {
  const names = new Map(missing.map(({ name }) => [name.zh, name]));
  const shown = [...names.values()].slice(0, SHOWN);
  const { zh, en } = listed(shown);
  const count = missing.length;
  if (count <= shown.length) return { zh: `资料不全:缺 ${zh}`, en: `incomplete: ${en} missing` };
  return { zh: `资料不全:缺 ${zh} 等 ${count} 项`, en: `incomplete: ${en} and more missing, ${count} in all` };
}

const BROKEN_LINES: Text = { zh: "所依据的行存在错误,无法判定", en: "a line it rests on is in error: not decidable" };

/** Money in 万元 with two decimals and separators, for messages. */
export function inWan(value: Decimal): Text {
  const wan = amountText(value.div(WAN));
  return { zh: `${wan} 万元`, en: `${wan} × 10,000 CNY` };
}

const WAN = 10000;
