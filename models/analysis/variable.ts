import { inputSpecOf } from "../compile/inputPaths.ts";
import { monthsOf } from "../compile/profile.ts";
import { datesOf, phaseMonthsOf } from "../document/follow.ts";
import type { Profile, ProfileValue } from "../document/inputSchema.ts";
import type { Json } from "../document/location.ts";
import { readPath, writePath } from "../document/path.ts";
import type { ModelDocument } from "../document/schema.ts";
import { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import { readMonth } from "../language/calendar.ts";
import { readDecimal } from "../language/decimal.ts";
import type { ColumnSpec, Forms, InputSpec } from "../terms/inputs.ts";
import { isOfWhole } from "../terms/wholes.ts";
import { fail, type Problem, type Result, succeed } from "../wording/problem.ts";
import type { Text } from "../wording/text.ts";
import { NO_NUMBER, noNumber } from "./noNumber.ts";
import { isWholeAt } from "./wholeNumbers.ts";

/** A number of a document that can be varied: an input, a cell of a table, the value of one date in a profile, or all of them by a factor. */
export interface Variable {
  readonly path: string;
  /** Path of the input it belongs to. */
  readonly input: string;
  readonly spec: InputSpec | ColumnSpec | undefined;
  /** Only whole numbers make sense. */
  readonly whole: boolean;
  /** What it is in the document: undefined where it is left out; 1 for a factor. */
  readonly now: number | undefined;
  /** The same as the document writes it, to its last digit. */
  readonly filed: string | undefined;
  /** The document with it at a decimal literal; undefined where it cannot be that. */
  readonly write: (literal: string) => ModelDocument | undefined;
}

/** The same by position, as documents name it. */
const BY_POSITION = /^(.+)\/profile\/values\/\d+$/;
const IN_PROFILE = /^(.+)\/profile\/(\*|\d{4}(?:-(?:Q[1-4]|H[12]|\d{2}))?)$/;

/** Finds what a path names: `…/price`, `…/tranches/t2/amount`, `…/amount/profile/2031`, `…/amount/profile/*`. */
export function variableOf(document: ModelDocument, path: string, registry: Forms): Result<Variable> {
  const match = IN_PROFILE.exec(path);
  const byPosition = BY_POSITION.exec(path)?.[1];
  const [, input = byPosition ?? path, date] = match ?? [];
  const spec = inputSpecOf(document, input, registry);
  const read = readPath(document, byPosition === undefined ? input : path);
  const value = read.ok ? read.value : undefined;
  if (spec !== undefined && isOfWhole(spec)) return fail(shareProblem(path, spec.label));
  const written = (place: string, to: Parameters<typeof writePath>[2]) => {
    const result = writePath(document, place, to, registry);
    return result.ok ? result.value : undefined;
  };
  if (date === undefined) {
    // A profile may be one number throughout, such as a rate of interest.
    const isPlain = spec?.type === "profile" && typeof value === "string";
    const kind = byPosition === undefined && !isPlain ? "number" : "profile";
    const isText = typeof value === "string" && readDecimal(value) === undefined;
    const isForeign = spec === undefined ? value === undefined || isText : spec.type !== kind;
    if (!read.ok || isForeign)
      return fail(spec?.type === "profile" ? profileProblem(path) : noNumber(document, path, registry));
    const now = Number(typeof value === "string" || typeof value === "number" ? value : Number.NaN);
    // Counts of months in the timeline are numbers, everything else is text.
    const isCount = typeof value === "number";
    const whole = isCount || isWholeAt(document, path, Number.isFinite(now) ? now : undefined, registry);
    const write = (literal: string) => written(path, isCount ? Number(literal) : literal);
    const filed = readDecimal(String(value)) === undefined ? undefined : String(value);
    return succeed({ path, input, spec, whole, now: Number.isFinite(now) ? now : undefined, filed, write });
  }
  const entered = (value as Partial<ProfileValue> | undefined)?.profile;
  if (entered === undefined) return fail(profileProblem(path));
  const { every } = entered;
  const from = datesOf(document.timeline)(entered.from, "from") ?? String(entered.from);
  const phaseMonths = phaseMonthsOf(entered.from, document.timeline);
  const profile: Profile = { ...entered, from, ...(phaseMonths === undefined ? {} : { phaseMonths }) };
  const meaning = spec?.type === "profile" ? spec.meaning : "amount";
  const entry = date === "*" ? undefined : entryOf(profile, date, meaning === "rate");
  if (date !== "*" && entry === undefined) return fail(dateProblem(path, date, profile));
  const values = (literal: string) =>
    profile.values.map((text, index) =>
      entry === undefined ? new RecordDecimal(text).times(literal).toFixed() : index === entry ? literal : text,
    );
  const kind = profile.meaning === undefined ? {} : { meaning: profile.meaning };
  const write = (literal: string) =>
    written(input, { profile: { from: entered.from as Json, every, values: values(literal), ...kind } });
  const filed = entry === undefined ? "1" : profile.values[entry];
  return succeed({ path, input, spec, whole: false, now: Number(filed), filed, write });
}

function shareProblem(path: string, label: Text): Problem {
  return {
    code: "solve.share",
    message: {
      zh: `“${label.zh}”各项合计为 1,不能只变动其中一项`,
      en: `“${label.en}” adds up to 1 over its rows: one of them cannot be varied by itself`,
    },
    path,
    hint: {
      zh: "用情景同时改各项比例,再比较",
      en: "change the shares together in a scenario and compare",
    },
  };
}

/** Which value of a profile a date names; the last one of a rate goes on. A year names its only value, not one of several. */
function entryOf(profile: Profile, date: string, goesOn: boolean): number | undefined {
  const { from, values } = profile;
  const start = readMonth(from);
  const span = spanOf(date);
  if (start === undefined || span === undefined) return undefined;
  const [first, months] = span;
  const length = monthsOf(profile) / values.length;
  if (months > length) return undefined;
  const begins = Math.ceil((first - start) / length);
  const index = start + begins * length < first + months ? begins : Math.floor((first - start) / length);
  if (index < 0) return undefined;
  return index < values.length ? index : goesOn ? values.length - 1 : undefined;
}

/** First month and number of months of `2031`, `2031-H1`, `2031-Q2` or `2031-05`. */
function spanOf(date: string): readonly [number, number] | undefined {
  const [year = "", part] = date.split("-");
  const january = readMonth(`${year}-01`);
  if (january === undefined) return undefined;
  if (part === undefined) return [january, 12];
  const number = Number(part.replace(/^[QH]/, ""));
  const length = part.startsWith("Q") ? 3 : part.startsWith("H") ? 6 : 1;
  return number >= 1 && number * length <= 12 ? [january + (number - 1) * length, length] : undefined;
}

function profileProblem(path: string): Problem {
  return {
    code: "solve.path",
    message: NO_NUMBER(path),
    path,
    hint: {
      zh: "分期取值写明日期,如 …/amount/profile/2031;按同一倍数调整全部写 …/amount/profile/*;不分期的直接写该输入",
      en: "a value by date names its date, as …/amount/profile/2031, or all by one factor, …/amount/profile/*; one that is not by date is written as the input alone",
    },
  };
}

function dateProblem(path: string, date: string, { from, every, values }: Profile): Problem {
  return {
    code: "solve.profile_date",
    message: { zh: `该输入在 ${date} 没有一个对应的数值`, en: `the input has no one value for ${date}` },
    path,
    hint: {
      zh: `自 ${from} 起,每 ${every} 一个数,共 ${values.length} 个`,
      en: `it has ${values.length} values from ${from} on, one a ${every}`,
    },
  };
}
