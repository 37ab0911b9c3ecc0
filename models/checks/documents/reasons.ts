import { RECORD_RULES, VALID_UNTIL, VOTE_FIGURES, VOTE_PARAMETERS } from "../../document/recordRules.ts";
import { RECORD_KINDS } from "../../document/records.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { readMonth } from "../../language/calendar.ts";
import { compareDecimals, multiplyDecimals, readDecimal, type Scaled, writeDecimal } from "../../language/decimal.ts";
import { loadPacks } from "../../policy/load.ts";
import { parameterAt } from "../../policy/series.ts";
import { grouped } from "../../wording/grouped.ts";
import { listed, type Text } from "../../wording/text.ts";

export type RecordSpec = ModelDocument["records"][number];

type Sides = readonly (readonly [of: "Area" | "Owners", unit: Text])[];

const SIDES: Sides = [
  ["Area", { zh: " ㎡", en: " ㎡" }],
  ["Owners", { zh: " 人", en: " owners" }],
];

const HUNDRED: Scaled = { units: 100n, scale: 0 };
const WORDS_ONLY = { zh: "表决未达到法定比例", en: "the vote does not reach what the law asks for" };

/** What a value of a record is called. */
export function valueName({ kind = "" }: RecordSpec, name: string): Text {
  const known = Object.hasOwn(RECORD_KINDS, kind) ? RECORD_KINDS[kind] : undefined;
  const spec = known !== undefined && Object.hasOwn(known.values, name) ? known.values[name] : undefined;
  return spec?.label ?? { zh: name, en: name };
}

/** Why a record whose lines say that it does not hold does not: what is not written down, what speaks against it, which majority was not reached. */
export function reasonsOf(document: ModelDocument, record: RecordSpec): readonly Text[] {
  if (record.kind === "vote") return voteReasons(document, record);
  const rule = RECORD_RULES[record.kind ?? ""];
  const values = record.values ?? {};
  const named = (name: string, zh: string, en: string): Text => {
    const label = valueName(record, name);
    return { zh: `“${label.zh}”${zh}`, en: `“${label.en}” ${en}` };
  };
  return [
    ...(rule?.needs ?? []).flatMap((name) => {
      if (values[name] === undefined) return [named(name, "未填", "is not filled in")];
      return isTrue(values[name]) ? [] : [named(name, "为否", "is no")];
    }),
    ...(rule?.never ?? []).flatMap((name) => (isTrue(values[name]) ? [named(name, "为是", "is yes")] : [])),
  ];
}

/** Why a record never counts within the horizon though it says what it must. */
export function dateReasons(record: RecordSpec): readonly Text[] {
  const until = String(record.values?.[VALID_UNTIL] ?? "");
  if (readMonth(until) === undefined)
    return [{ zh: `日期 ${record.date} 晚于计算期`, en: `its date ${record.date} is after the horizon` }];
  return [
    {
      zh: `日期 ${record.date}、有效期至 ${until},计算期内没有有效的期间`,
      en: `dated ${record.date} and valid until ${until}: at no time within the horizon`,
    },
  ];
}

const isTrue = (value: unknown): boolean => value === true || Number(value) === 1;

function voteReasons(document: ModelDocument, record: RecordSpec): readonly Text[] {
  const missing = VOTE_FIGURES.filter((name) => figure(record, name) === undefined);
  if (missing.length > 0) {
    const names = missing.map((name) => valueName(record, name));
    const { zh, en } = listed(names);
    return [{ zh: `未填${zh}`, en: `not filled in: ${en}` }];
  }
  const shares = VOTE_PARAMETERS.map((name) => shareOf(document, name));
  const [quorum, major, ordinary] = shares;
  if (quorum === undefined || major === undefined || ordinary === undefined)
    return [{ zh: "政策参数中没有表决比例", en: "no rule pack says what a vote must reach" }];
  const isOrdinary = record.values?.["major"] === false;
  const found = SIDES.flatMap(([of, unit]) => {
    const [total, part, yes] = [`total${of}`, `part${of}`, `yes${of}`] as const;
    return [
      ...short(record, part, total, { share: quorum, strictly: false, unit }),
      ...short(record, yes, part, { share: isOrdinary ? ordinary : major, strictly: isOrdinary, unit }),
      ...beyond(record, part, total, unit),
      ...beyond(record, yes, part, unit),
    ];
  });
  return found.length > 0 ? found : [WORDS_ONLY];
}

function figure({ values }: RecordSpec, name: string): Scaled | undefined {
  return readDecimal(String(values?.[name] ?? ""));
}

/** What a parameter says when the project starts. */
function shareOf(document: ModelDocument, name: string): Scaled | undefined {
  const parameter = loadPacks(document).parameter(name);
  const start = readMonth(document.timeline.start);
  const value = parameter === undefined || start === undefined ? undefined : parameterAt(parameter, start);
  return typeof value === "string" ? readDecimal(value) : undefined;
}

interface Wanted {
  readonly share: Scaled;
  /** More than the share, not just the share. */
  readonly strictly: boolean;
  readonly unit: Text;
}

const MORE_THAN: Text = { zh: "应超过", en: "more than" };
const AT_LEAST: Text = { zh: "应达到", en: "at least" };

/** A part that is less of its whole than it must be. */
function short(record: RecordSpec, name: string, of: string, { share, strictly, unit }: Wanted): readonly Text[] {
  const [part, whole] = [figure(record, name), figure(record, of)];
  if (part === undefined || whole === undefined) return [];
  const order = compareDecimals(part, multiplyDecimals(whole, share));
  if (strictly ? order > 0 : order >= 0) return [];
  const [label, wholeLabel] = [valueName(record, name), valueName(record, of)];
  const percent = percentText(share);
  const must = strictly ? MORE_THAN : AT_LEAST;
  return [
    {
      zh: `${label.zh} ${written(part)}${unit.zh},${must.zh}${wholeLabel.zh} ${written(whole)}${unit.zh}的 ${percent}`,
      en: `${label.en} ${written(part)}${unit.en}: ${must.en} ${percent} of the ${wholeLabel.en} ${written(whole)}${unit.en} are needed`,
    },
  ];
}

/** A part that is more than its whole. */
function beyond(record: RecordSpec, name: string, of: string, unit: Text): readonly Text[] {
  const [part, whole] = [figure(record, name), figure(record, of)];
  if (part === undefined || whole === undefined || compareDecimals(part, whole) <= 0) return [];
  const [label, wholeLabel] = [valueName(record, name), valueName(record, of)];
  return [
    {
      zh: `${label.zh} ${written(part)}${unit.zh}大于${wholeLabel.zh} ${written(whole)}${unit.zh}`,
      en: `${label.en} ${written(part)}${unit.en} exceeds the ${wholeLabel.en} ${written(whole)}${unit.en}`,
    },
  ];
}

const percentText = (share: Scaled): string =>
  `${new RecordDecimal(writeDecimal(multiplyDecimals(share, HUNDRED))).toDecimalPlaces(2).toFixed()}%`;

const written = (value: Scaled): string => grouped(writeDecimal(value));
