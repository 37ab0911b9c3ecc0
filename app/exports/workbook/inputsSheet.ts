import type { ModelDocument } from "../../../models/document/schema.ts";
import type { Bindings, GraphLine } from "../../../models/language/graph.ts";
import type { Lang } from "../../contract.ts";
import { type BookCell, type BookRow, type BookSheet, numberIn } from "./book.ts";
import { changeable, type Whole, wholeOf, whyHeld } from "./changeable.ts";
import { lettersOf } from "./columns.ts";
import { isFixed, isFound, isMonth } from "./inputKinds.ts";
import { type EntryBook, lineSheet, noteOf, periodsOf, rowRange } from "./lineSheets.ts";
import { type Look, lookOfInput } from "./look.ts";
import { FIRST_PERIOD, type Places } from "./places.ts";
import { HEAD_ROWS, type Plan, T_ROW } from "./plan.ts";
import type { ScenarioChoice } from "./scenarioSheet.ts";
import { countedMonthFormat, monthFormat, serialOfMonth } from "./styles.ts";
import { HEADS, NO_VALUE, SHEETS } from "./words.ts";

/** What the entries are made from. */
export interface Entries {
  /** With the changes of the scenario shown. */
  readonly document: ModelDocument;
  readonly bindings: Bindings;
  /** Where scenarios differ. */
  readonly choice: ScenarioChoice | undefined;
  /** Whether no entry was changed since the workbook was made, as a formula. */
  readonly guard: string;
}

/** Where an entry stands in its row. */
const ENTRY = "D";

/** Every input: what was entered, and beside it the value that formulas read. An entry that is taken out is missing and not 0. */
export function inputsSheet(plan: Plan, entries: Entries, book: EntryBook): BookSheet {
  const { lang } = book;
  const hint =
    lang === "zh"
      ? [
          "只有蓝字黄底的格可改:改后全表自动重算,并可读回平衡。删空即缺项,不按 0 计。",
          "是填 1,否填 0;月份填该月 1 日。最右两列为出具时的值与是否已改。",
          "阶段、口径选项、事项记录、政策参数等不着色的,在平衡中改后重新导出。",
        ]
      : [
          "Only blue on yellow may be changed: all is calculated anew, and Pingheng reads it back. An entry taken out is missing, not 0.",
          "Yes is 1, no is 0; a month is its first day. At the right: the value when made, and whether it was changed.",
          "What is not coloured (phases, choices, records, parameters) is changed in Pingheng and exported again.",
        ];
  return lineSheet(
    { name: SHEETS.inputs[lang], hint, fourth: HEADS.entry },
    plan.inputs,
    (line) => cellsOf(line, entries, book),
    (line) => lookIn(line, entries).unit,
    book,
  );
}

function cellsOf(line: GraphLine, entries: Entries, book: EntryBook): BookRow {
  const why = whyHeld(line);
  const note = why === undefined ? noteOf(line, book.lang) : ({ text: why[book.lang], style: "note" } as const);
  const cells =
    line.axis === "scalar" ? scalarCells(line, entries, note, book) : seriesCells(line, entries, note, book);
  if (isFixed(line) || isFound(line)) return cells;
  const gap: BookRow = Array.from({ length: FIRST_PERIOD - 1 - UNIT_COLUMN + book.clock.periods - cells.length });
  return [...cells, ...gap, ...changedCells(line, cells, book)];
}

function lookIn(line: GraphLine, { bindings, document }: Entries): Look {
  const scalar = bindings.scalars.get(line.index);
  return lookOfInput(line, document, scalar === undefined ? (bindings.series.get(line.index) ?? []) : [scalar]);
}

/** What was entered when the workbook was made, and 1 where it is something else now. */
function changedCells(
  { index, axis }: GraphLine,
  [entry, , , ...periods]: BookRow,
  { places, clock }: EntryBook,
): BookRow {
  const { row } = places.place(index);
  const made = lettersOf(FIRST_PERIOD + clock.periods);
  if (axis === "scalar" || entry?.number !== undefined) {
    const number = numberIn(entry);
    return [
      { ...(number === undefined ? {} : { number }), style: "note" },
      { formula: `IF(${ENTRY}${row}<>${made}${row},1,0)`, result: 0, style: "note" },
    ];
  }
  const sum = periods.reduce((total, cell, i) => total + (i + 1) * (numberIn(cell) ?? 0), 0);
  const weighted = `SUMPRODUCT(${rowRange(row, clock.periods)},${rowRange(T_ROW, clock.periods)})`;
  const changed = `IF(ABS(IFERROR(${weighted},${made}${row})-${made}${row})>${SAME}*MAX(1,ABS(${made}${row})),1,0)`;
  return [
    { number: sum, style: "note" },
    { formula: changed, result: 0, style: "note" },
  ];
}

/** Column of units, the last before the cells of a line; and what sums of the same numbers may differ by. */
const UNIT_COLUMN = 3;
const SAME = 1e-12;

/** How many entries were changed since the workbook was made, as a formula on another sheet. */
export function changedCount(plan: Plan, periods: number, lang: Lang): string {
  const column = lettersOf(FIRST_PERIOD + periods + 1);
  return `SUM(${SHEETS.inputs[lang]}!$${column}$${HEAD_ROWS + 1}:$${column}$${HEAD_ROWS + plan.inputs.length})`;
}

function scalarCells(
  line: GraphLine,
  entries: Entries,
  note: BookCell | undefined,
  { places, lang }: EntryBook,
): BookRow {
  const { bindings, choice, guard, document } = entries;
  const text = bindings.scalars.get(line.index);
  const number = text === undefined ? undefined : Number(text);
  const value = number === undefined ? {} : { number };
  const result = number === undefined ? {} : { result: number };
  const isDate = isMonth(line);
  const format = isDate ? countedMonthFormat : lookIn(line, entries).format;
  const dated = number === undefined || !isDate ? value : { number: serialOfMonth(number) };
  const look = { format: isDate ? monthFormat : format };
  if (isFixed(line)) return [isDate ? { ...dated, ...look } : undefined, note, { ...value, format }];
  if (isFound(line)) {
    const made = number === undefined ? NO_VALUE : `IF(${guard},${number},${NO_VALUE})`;
    const residual = residualOf(line, places);
    const formula = residual === undefined ? made : `IF(${residual.isTried},${residual.target},${made})`;
    const said = residual === undefined ? note : ({ text: residual.how[lang], style: "note" } as const);
    return [{ ...value, format, style: "note" }, said, { formula, ...result, format }];
  }
  const cell = `${ENTRY}${places.place(line.index).row}`;
  const chosen = choice?.entry(line.index, '""');
  const style = changeable(line, document) === undefined ? "plain" : "entry";
  const entry: BookCell = chosen === undefined ? { ...dated, style } : { formula: chosen, result: dated.number ?? "" };
  const isEntered = isPart(line, entries, places) ?? `ISNUMBER(${cell})`;
  const formula = `IF(${isEntered},${isDate ? `YEAR(${cell})*12+MONTH(${cell})-1` : cell},${NO_VALUE})`;
  return [{ ...entry, ...look }, note, { formula, ...result, format }];
}

const RESIDUAL = /\.residual$/;

/** Of a search: what it is to meet, worked out by the whole workbook once the factor found is typed in as the factor used, after other changes too. */
function residualOf({ id }: GraphLine, places: Places) {
  const { lines, indexById } = places.graph;
  const root = RESIDUAL.test(id) ? lines[indexById.get(id.replace(RESIDUAL, "")) ?? -1] : undefined;
  const [vary, target] = [root?.solved?.vary, root?.solved?.target].map((of) => indexById.get(of ?? ""));
  if (root === undefined || vary === undefined || target === undefined) return undefined;
  const [used, found] = [vary, root.index].map((index) => `${ENTRY}${places.place(index).row}`);
  return {
    isTried: `${used}=${found}`,
    target: places.value(target, places.sheetOf(root.index)),
    how: {
      zh: `把 ${used} 改为 ${found} 的数,本格即全表重算的残差`,
      en: `type the number of ${found} into ${used}: this is the residual as worked out anew`,
    },
  };
}

/** Shares of one whole are values only together: what adds up to more, or to less and says nothing of the rest, is no value, as in Pingheng. */
function isPart(line: GraphLine, { document }: Entries, places: Places): string | undefined {
  const whole = wholeOf(line, document);
  if (whole === undefined) return undefined;
  const cells = places.graph.lines
    .filter(
      (other) =>
        other.source === "input" && other.axis === "scalar" && wholeOf(other, document)?.column === whole.column,
    )
    .map(({ index }) => `${ENTRY}${places.place(index).row}`);
  return `AND(ISNUMBER(${ENTRY}${places.place(line.index).row}),${addsUp(`SUM(${cells.join(",")})`, whole)})`;
}

const addsUp = (sum: string, { hasRest }: Whole): string =>
  hasRest ? `${sum}<=1+${WHOLE_TIE}` : `ABS(${sum}-1)<=${WHOLE_TIE}`;
const WHOLE_TIE = 1e-9;

function seriesCells(
  line: GraphLine,
  entries: Entries,
  note: BookCell | undefined,
  { clock, places, lang }: EntryBook,
): BookRow {
  const { bindings, choice, document } = entries;
  const { format } = lookIn(line, entries);
  const style = changeable(line, document) === undefined ? "plain" : "entry";
  const texts = bindings.series.get(line.index);
  const periods = periodsOf(clock.periods);
  const result = (t: number) => (texts === undefined ? {} : { result: Number(texts[t - 1]) });
  const chosen = periods.map((t) => choice?.entry(line.index, NO_VALUE, t));
  if (chosen[0] !== undefined)
    return [
      undefined,
      note,
      undefined,
      ...chosen.map((formula, i): BookCell => ({ formula: formula ?? NO_VALUE, ...result(i + 1), format })),
    ];
  const [first] = texts ?? [];
  if (texts === undefined || first === undefined)
    return [undefined, note, undefined, ...periods.map((): BookCell => ({ formula: NO_VALUE }))];
  if (!isFixed(line) && line.kind === "rate" && texts.every((text) => text === first)) {
    const cell = `$${ENTRY}$${places.place(line.index).row}`;
    const held = periods.map(
      (t): BookCell => ({ formula: `IF(ISNUMBER(${cell}),${cell},${NO_VALUE})`, ...result(t), format }),
    );
    return [{ number: Number(first), style, format }, note, undefined, ...held];
  }
  const whole = wholeOf(line, document);
  const said =
    whole === undefined || texts.length < 2
      ? undefined
      : saidOf(whole, rowRange(places.place(line.index).row, clock.periods), lang);
  return [said, note, undefined, ...texts.map((text): BookCell => ({ number: Number(text), style, format }))];
}

/** Says beside a series of shares that after a change they are no whole. */
function saidOf(whole: Whole, range: string, lang: Lang): BookCell {
  const text = lang === "zh" ? "各期之和不是 1" : "periods do not add up to 1";
  return { formula: `IF(${addsUp(`SUM(${range})`, whole)},"",${JSON.stringify(text)})`, result: "", style: "bad" };
}
