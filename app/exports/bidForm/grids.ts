import { printedText } from "../tables/sheet.ts";
import { bilingual } from "../template/facts.ts";
import type { Entry, Grid, GridColumn, GridHeading, GridRow } from "../template/grid.ts";
import { FLAG } from "../template/kindOf.ts";
import { rangeOf } from "../template/single.ts";
import { unitOf } from "../template/units.ts";
import { TEMPLATE_HEADS as HEADS, KIND_WORDS } from "../template/words.ts";
import {
  askedText,
  type BidFacts,
  EVERY,
  kindOfTerm,
  kindWord,
  REFERENCE,
  termEntry,
  termValue,
  yearCode,
  yearlyEntries,
  yearsOf,
} from "./cells.ts";
import { type BidSpecOf, money as moneySpec, said } from "./specs.ts";
import { type BidList, type BidTerm, bidLists, termGroups, yearlyTerms } from "./terms.ts";

/** Sheets of a bid form. */
export const BID_SHEETS = {
  readMe: said("报价说明", "ReadMe"),
  terms: said("报价", "Offer"),
  years: said("逐年", "Years"),
} as const;

/** A list whose rows the bidder chooses. */
export interface ListGrid extends Grid {
  /** Where the bid has it. */
  readonly list: string;
  readonly isYearly: boolean;
}

export interface BidGrids {
  readonly terms: Grid;
  readonly years: Grid;
  readonly lists: readonly ListGrid[];
}

/** Every cell a bid on the notice of the document can fill in, with what it says now. */
export function bidGrids(facts: BidFacts): BidGrids {
  const notice = facts.document.tender?.notice;
  if (notice === undefined) throw new Error("a bid form was asked of a document without a tender");
  return {
    terms: termsGrid(facts),
    years: yearsGrid(facts),
    lists: Object.entries(bidLists(notice)).map(([list, spec]) => listGrid(list, spec, facts)),
  };
}

const note = (text: string) => ({ text, style: "note" }) as const;
const wrapped = (text: string) => ({ text, style: "wrapped" }) as const;

const unitText = (spec: BidSpecOf, { money }: BidFacts) => (spec.type === "text" ? "" : unitOf(spec, money));
const rangeText = (spec: BidSpecOf, { money }: BidFacts) => (spec.type === "text" ? "" : rangeOf(spec, money));

function termsGrid(facts: BidFacts): Grid {
  const { document, lang } = facts;
  const groups = document.tender === undefined ? [] : termGroups(document.tender.notice);
  const rows = groups.flatMap(({ heading, terms }): readonly (GridRow | GridHeading)[] => [
    { heading: bilingual(heading) },
    ...Object.entries(terms).map(([path, term]) => termRow(path, term, heading, facts)),
  ]);
  return {
    name: BID_SHEETS.terms[lang],
    title: BID_SHEETS.terms[lang],
    hint:
      lang === "zh"
        ? "黄底为填写处;空着即未报,不按 0 计。单位按“单位”列,不要把单位写进格里;不要写公式。"
        : "Fill in what is yellow; an empty cell is not offered and not 0. Units are in their column and not typed into the cell; no formulas.",
    columns: [
      { code: "name", head: HEADS.input, width: 36, role: "shown" },
      { code: "path", head: HEADS.path, width: 24, role: "key" },
      { code: "unit", head: HEADS.unit, width: 16, role: "shown" },
      { code: "kind", head: HEADS.kind, width: 10, role: "shown" },
      { code: "range", head: HEADS.range, width: 16, role: "shown" },
      { code: "value", head: HEADS.value, width: 28, role: "entry" },
      { code: "status", head: HEADS.status, width: 10, role: "status" },
      { code: "note", head: HEADS.note, width: 40, role: "shown" },
    ],
    rows,
  };
}

function termRow(path: string, term: BidTerm, heading: GridRow["entries"][string]["label"], facts: BidFacts): GridRow {
  const { spec, unit = unitText(spec, facts), asked, isNeeded } = term;
  const label = said(`${heading.zh} · ${spec.label.zh}`, `${heading.en} · ${spec.label.en}`);
  return {
    keys: [path],
    shown: {
      name: wrapped(bilingual(spec.label)),
      unit: note(unit),
      kind: note(kindWord(spec, facts.lang)),
      range: note(rangeText(spec, facts)),
      note: wrapped(printedText(askedText(asked, spec, facts), facts.lang)),
    },
    entries: { value: termEntry(path, label, spec, facts) },
    required: isNeeded ? ["value"] : [],
  };
}

const YEAR_WIDTH = 14;

/** One column for all years alike, and one for each. */
function yearColumns(facts: BidFacts): readonly GridColumn[] {
  const about = unitText(moneySpec("", ""), facts);
  const column = (code: string, head: string): GridColumn => ({ code, head, about, width: YEAR_WIDTH, role: "entry" });
  return [
    column(EVERY, "各年相同 Every year"),
    ...Array.from({ length: yearsOf(facts) }, (_, i) => column(yearCode(i + 1), `第${i + 1}年 Year ${i + 1}`)),
  ];
}

const YEARS_HINT = {
  zh: "各年相同填“各年相同”一格;逐年不同填各年,没有填的年份为 0。两处不能同填。",
  en: "The same in all years goes into the first column; otherwise each year into its own, and a year left empty has none. Not both.",
} as const;

function yearsGrid(facts: BidFacts): Grid {
  const { document, lang } = facts;
  const terms = document.tender === undefined ? {} : yearlyTerms(document.tender.notice);
  const spec = moneySpec("", "");
  const rows = Object.entries(terms).map(([path, { label, mayRefer, asked }]): GridRow => {
    const place = `bids/${facts.bid.id}/${path}`;
    const refers = termValue(facts.bid, path, lang) === REFERENCE ? true : undefined;
    return {
      keys: [path],
      shown: {
        name: wrapped(bilingual(label)),
        unit: note(unitText(spec, facts)),
        note: wrapped(printedText(askedText(asked, spec, facts), lang)),
      },
      entries: {
        ...(mayRefer ? { [REFERENCE]: { place, label: referenceLabel(label), kind: FLAG, value: refers } } : {}),
        ...yearlyEntries(path, label, facts),
      },
      required: [],
    };
  });
  return {
    name: BID_SHEETS.years[lang],
    title: BID_SHEETS.years[lang],
    hint: YEARS_HINT[lang],
    columns: [
      { code: "name", head: HEADS.input, width: 28, role: "shown" },
      { code: "path", head: HEADS.path, width: 24, role: "key" },
      { code: "unit", head: HEADS.unit, width: 14, role: "shown" },
      { code: "note", head: HEADS.note, width: 24, role: "shown" },
      { code: REFERENCE, head: "用业主预测 Owner's forecast", width: 14, role: "entry" },
      ...yearColumns(facts),
    ],
    rows,
  };
}

const referenceLabel = (label: Entry["label"]) =>
  said(`${label.zh} · 用业主预测`, `${label.en} · the owner's forecast`);

function listGrid(list: string, { title, columns, isYearly }: BidList, facts: BidFacts): ListGrid {
  const { lang } = facts;
  const kinds = Object.fromEntries(Object.entries(columns).map(([code, spec]) => [code, kindOfTerm(spec, facts)]));
  const yearly = isYearly ? yearColumns(facts) : [];
  const held = listOf(facts, list);
  const rows = held.map(({ id }): GridRow => {
    const path = `${list}/${id}`;
    const label = (spec: BidSpecOf) =>
      said(`${title.zh} · ${id} · ${spec.label.zh}`, `${title.en} · ${id} · ${spec.label.en}`);
    return {
      keys: [id],
      shown: {},
      entries: {
        ...Object.fromEntries(
          Object.entries(columns).map(([code, spec]) => [code, termEntry(`${path}/${code}`, label(spec), spec, facts)]),
        ),
        ...(isYearly
          ? yearlyEntries(`${path}/amounts`, said(`${title.zh} · ${id}`, `${title.en} · ${id}`), facts)
          : {}),
      },
      required: [],
    };
  });
  const amount = kindOfTerm(moneySpec("", ""), facts);
  return {
    list,
    isYearly: isYearly === true,
    name: title[lang],
    title: title[lang],
    hint: `${lang === "zh" ? "可增行、删行;“行代码”空着自动给出。" : "Rows may be added and removed; a row without a code gets one. "}${isYearly ? YEARS_HINT[lang] : ""}`,
    columns: [
      { code: "row", head: HEADS.row, width: 12, role: "key" },
      ...Object.entries(columns).map(([code, spec]) => listColumn(code, spec, facts)),
      ...yearly,
    ],
    rows,
    fresh: { ...kinds, ...Object.fromEntries(yearly.map(({ code }) => [code, amount])) },
  };
}

function listColumn(code: string, spec: BidSpecOf, facts: BidFacts): GridColumn {
  const about = [unitText(spec, facts), rangeText(spec, facts)].filter((text) => text !== "");
  const kind = about.length === 0 ? [KIND_WORDS[spec.type]?.[facts.lang] ?? spec.type] : about;
  const width = spec.type === "text" ? 30 : 18;
  return { code, head: bilingual(spec.label), about: kind.join("; "), width, role: "entry" };
}

/** Rows of a list of the bid. */
export const listOf = ({ bid }: Pick<BidFacts, "bid">, list: string): readonly { readonly id: string }[] =>
  list.split("/").reduce<unknown>((value, word) => (value as Record<string, unknown>)[word], bid) as readonly {
    readonly id: string;
  }[];
