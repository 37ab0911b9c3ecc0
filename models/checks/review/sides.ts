import type { Decimal } from "decimal.js";
import type { GraphLine } from "../../language/graph.ts";
import type { PackParameter } from "../../policy/pack.ts";
import { INSTALLED_PACKS } from "../../policy/packs.ts";
import { amountText, grouped, SHOWN_PLACES } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import { withUnit } from "../../wording/unit.ts";
import type { Compared } from "../answer.ts";
import type { Review } from "./review.ts";
import { ruleOf, statedBy } from "./rules.ts";

/** One side of a comparison, as a check looks at it. */
export interface Side {
  readonly what: Text;
  readonly value?: Decimal | undefined;
  readonly unit?: string | undefined;
  readonly percent?: true;
  /** What is no number: a record, a word. */
  readonly said?: Text | undefined;
  /** Words of the product rather than of the file: set without quotation marks. */
  readonly unquoted?: true;
  readonly at: string;
  /** The input, line, or value of a record or rule that it is: two sides of one source are one figure. */
  readonly source?: string;
}

/** Parameters by name, for what one is called that no listed pack has. */
const KNOWN: ReadonlyMap<string, PackParameter> = new Map(INSTALLED_PACKS.flatMap(({ parameters }) => parameters.map((parameter) => [parameter.id, parameter] as const)));

export const figure = (what: Text, value: Decimal | undefined, unit: string, at: string): Side => ({
  what,
  value,
  unit,
  at,
});

/** What is said rather than counted. */
export const said = (what: Text, words: Text | string | undefined, at: string): Side => ({
  what,
  said: typeof words === "string" ? { zh: words, en: words } : words,
  at,
});

/** What the product says of it rather than the file: that it is not there. */
export const told = (what: Text, words: Text, at: string): Side => ({ what, said: words, unquoted: true, at });

/** A line with its one value, or what it comes to over the life. */
export function ofLine(review: Review, line: GraphLine | undefined, what?: Text, missing = ""): Side {
  if (line === undefined) return { what: what ?? UNNAMED, at: missing };
  const value = line.kind === "flow" ? review.total([line]) : review.view.scalar(line);
  return { what: what ?? line.label, value, unit: line.unit, at: line.id, source: line.id };
}

/** What lines come to over the life; one line is that line. */
export function sumOf(review: Review, what: Text, lines: readonly GraphLine[], at = ""): Side {
  const [first, second] = lines;
  return {
    what,
    value: review.total(lines),
    unit: first?.unit ?? "CNY",
    at: first?.id ?? at,
    ...(first !== undefined && second === undefined ? { source: first.id } : {}),
  };
}

/** What a rule says, in the first month unless another is meant. */
export function ofRule(review: Review, id: string): Side {
  const rule = ruleOf(review, id);
  const parameter = rule?.parameter ?? KNOWN.get(id);
  if (parameter === undefined) throw new Error(`no pack has a parameter ${id}`);
  const value = rule === undefined ? undefined : statedBy(review, rule);
  const at = rule === undefined ? "packs" : `packs/${rule.pack.id}`;
  return { what: parameter.label, value, unit: parameter.unit, at, source: `rule ${id}` };
}

/** What a part is of a whole; a whole of nothing has no parts. */
export function shareOf(what: Text, part: Decimal | undefined, whole: Decimal | undefined, at: string): Side {
  const share = part === undefined || whole === undefined || whole.isZero() ? undefined : part.div(whole);
  return inPercent(figure(what, share, "1", at));
}

export const inPercent = (side: Side): Side => ({ ...side, percent: true });
export const called = (side: Side, zh: string, en: string): Side => ({ ...side, what: { zh, en } });

const UNNAMED: Text = { zh: "所依据的行", en: "the line it rests on" };

/** Units whose values are written with two decimals; others as they are. */
const IN_CENTS = new Set(["CNY", "m2", "CNY/m2", "m2/mo"]);

export const percent = (value: Decimal): string => `${plain(value.times(100))}%`;

/** Two decimals with separators; what rounds to nothing has no sign. */
export function plain(value: Decimal): string {
  const text = amountText(value);
  return /^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text;
}

/** A side as a sentence has it. */
export function valueText({ value, unit = "1", percent: share, said: words, unquoted }: Side): Text {
  if (words !== undefined && unquoted === true) return words;
  if (words !== undefined) return { zh: `“${words.zh}”`, en: `“${words.en}”` };
  if (value === undefined) return { zh: "–", en: "–" };
  if (share === true) return { zh: percent(value), en: percent(value) };
  const number = IN_CENTS.has(unit) ? plain(value) : grouped(value.toDecimalPlaces(SHOWN_PLACES).toFixed());
  return withUnit(number, unit);
}

/** Decimal literal with at most twelve decimals, never an exponent. */
export const literal = (value: Decimal): string => value.toDecimalPlaces(12).toFixed();

export const comparedOf = (side: Side): Compared => ({
  what: side.what,
  shown: valueText(side),
  ...(side.value === undefined ? {} : { value: literal(side.value), unit: side.unit ?? "1" }),
  at: side.at,
});
