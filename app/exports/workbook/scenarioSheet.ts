import type { Prepared } from "../../../models/compile/prepare.ts";
import type { Bindings, GraphLine } from "../../../models/language/graph.ts";
import type { Text } from "../../../models/wording/text.ts";
import type { Lang } from "../../contract.ts";
import type { BookCell, BookRow, BookSheet } from "./book.ts";
import { lettersOf } from "./columns.ts";
import { isFound, isMonth } from "./inputKinds.ts";
import { type Look, lookOfInput } from "./look.ts";
import { columnOfPeriod, FIRST_PERIOD } from "./places.ts";
import { monthFormat, serialOfMonth } from "./styles.ts";
import { HEADS, SHEETS } from "./words.ts";

/** A scenario with the same lines as the one shown: its values. */
export interface ScenarioValues {
  readonly id: string;
  readonly title: Text;
  readonly bindings: Pick<Bindings, "scalars" | "series">;
}

/** Where the number of the scenario stands, row and column. */
const CHOSEN_ROW = 3;
const FIRST_SCENARIO = 4;

/** Inputs whose values differ between scenarios, and the cell that chooses one; the sheet of inputs reads them from here. */
export class ScenarioChoice {
  readonly sheet: BookSheet;
  readonly #ranges = new Map<number, (t: number) => string>();
  readonly #chosen: string;

  constructor(
    scenarios: readonly ScenarioValues[],
    { scenario: shown, graph: { lines }, document }: Pick<Prepared, "scenario" | "graph" | "document">,
    left: readonly Text[],
    lang: Lang,
  ) {
    const zh = lang === "zh";
    const name = SHEETS.scenarios[lang];
    this.#chosen = `${name}!$C$${CHOSEN_ROW}`;
    const [from, to] = [FIRST_SCENARIO, FIRST_SCENARIO + scenarios.length - 1].map(lettersOf);
    const rows: BookRow[] = [
      [{ text: name, style: "title" }],
      [
        {
          text: zh
            ? "在 C3 填情景序号,全表按该情景重算;各情景不同的输入在平衡中修改后重新导出。"
            : "C3 chooses the scenario by its number; inputs in which scenarios differ are changed in Pingheng and exported again.",
          style: "note",
        },
      ],
      [
        { text: zh ? "采用情景" : "scenario", style: "heading" },
        undefined,
        { number: scenarios.findIndex(({ id }) => id === shown) + 1, style: "entry" },
        {
          formula: `INDEX($${from}$5:$${to}$5,$C$${CHOSEN_ROW})`,
          result: scenarios.find(({ id }) => id === shown)?.title[lang] ?? "",
        },
      ],
      left.length === 0
        ? []
        : [
            {
              text: `${zh ? "结构不同、未列入:" : "left out, for their lines differ: "}${left.map((title) => title[lang]).join(zh ? "、" : ", ")}`,
              style: "note",
            },
          ],
      [HEADS.id, HEADS.name, HEADS.unit, ...scenarios.map(({ title }) => title)].map((text) => ({
        text: text[lang],
        style: "head" as const,
      })),
    ];
    const inputs = lines.filter((line) => line.source === "input" && !isFound(line));
    for (const line of inputs.filter(({ axis }) => axis === "scalar")) {
      const texts = scenarios.map(({ bindings }) => bindings.scalars.get(line.index));
      if (new Set(texts).size < 2) continue;
      const look = lookOfInput(line, document, given(texts));
      rows.push([
        ...headOf(line, line.label[lang], look.unit[lang]),
        ...texts.map((text) => entryOf(line, text, look)),
      ]);
      const range = `${name}!$${from}$${rows.length}:$${to}$${rows.length}`;
      this.#ranges.set(line.index, () => range);
    }
    rows.push([]);
    for (const line of inputs.filter(({ axis }) => axis !== "scalar")) {
      const series = scenarios.map(({ bindings }) => bindings.series.get(line.index));
      if (new Set(series.map((texts) => texts?.join(" "))).size < 2) continue;
      const first = rows.length + 1;
      for (const [i, texts] of series.entries()) {
        const look = lookOfInput(line, document, given(texts ?? []));
        const head = headOf(line, `${line.label[lang]} · ${scenarios[i]?.title[lang] ?? ""}`, look.unit[lang]);
        const gap: BookRow = Array.from({ length: FIRST_PERIOD - 1 - head.length });
        rows.push([...head, ...gap, ...(texts ?? []).map((text) => entryOf(line, text, look))]);
      }
      const last = rows.length;
      this.#ranges.set(line.index, (t) => `${name}!${columnOfPeriod(t)}$${first}:${columnOfPeriod(t)}$${last}`);
    }
    this.sheet = {
      name,
      rows,
      widths: [26, 36, 10, 16],
      printed: { columns: FIRST_SCENARIO + scenarios.length - 1 },
      frozen: { rows: 5, columns: 3 },
    };
  }

  /** The value of the chosen scenario as a formula, or what stands where it is missing; undefined where scenarios do not differ. */
  entry(line: number, otherwise: string, t = 1): string | undefined {
    const range = this.#ranges.get(line)?.(t);
    if (range === undefined) return undefined;
    const chosen = `INDEX(${range},${this.#chosen})`;
    return `IF(ISNUMBER(${chosen}),${chosen},${otherwise})`;
  }
}

const headOf = (line: GraphLine, name: string, unit: string): BookRow => [
  { text: line.id, style: "code" },
  { text: name },
  { text: unit, style: "note" },
];

const given = (texts: readonly (string | undefined)[]): readonly string[] => texts.filter((text) => text !== undefined);

function entryOf(line: GraphLine, text: string | undefined, look: Look): BookCell {
  const isDate = isMonth(line);
  const format = isDate ? monthFormat : look.format;
  if (text === undefined) return { format };
  return { number: isDate ? serialOfMonth(Number(text)) : Number(text), format };
}
