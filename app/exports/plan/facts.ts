import type { Decimal } from "decimal.js";
import type { Finding } from "../../../models/checks/findings.ts";
import type { Trust } from "../../../models/checks/trust/index.ts";
import type { Prepared } from "../../../models/compile/prepare.ts";
import type { Text } from "../../../models/wording/text.ts";
import type { Lang, PlanView, ReviewStressView } from "../../contract.ts";
import type { Results } from "../../model/results.ts";
import { shown } from "../../model/shown.ts";
import type { MoneyUnit } from "../tables/money.ts";
import type { PrintedTable } from "../tables/printed.ts";
import type { Block, ParagraphLook } from "../word/blocks.ts";
import type { SingleFactors } from "./singleFactor.ts";

/** Stress of the review, as far as the file keeps any. */
export type KeptStress = Pick<ReviewStressView, "rows" | "left">;

/** All that a funding plan is written of. */
export interface PlanFacts {
  readonly prepared: Prepared;
  readonly results: Results<Decimal>;
  readonly trust: Trust;
  readonly findings: readonly Finding[];
  readonly tables: readonly PrintedTable[];
  /** The scenario the plan is of. */
  readonly scenario: string;
  /** All scenarios of the file with their verdicts, as far as they can be worked out and there is room. */
  readonly scenarios: readonly PlanView[];
  /** Titles of those left out. */
  readonly left: readonly string[];
  readonly stress: KeptStress | undefined;
  readonly singleFactors: readonly SingleFactors[];
  readonly money: MoneyUnit;
  readonly lang: Lang;
  readonly made: Date;
  readonly revision: string;
  readonly version: string;
}

/** Chooses between two wordings of the program, set as it is printed. */
export function sayIn(lang: Lang): (zh: string, en: string) => string {
  return (zh, en) => shown(lang)({ zh, en });
}

export const told = ({ lang }: Pick<PlanFacts, "lang">, text: Text): string => shown(lang)(text);

export const heading = (level: 1 | 2, text: string): Block => ({ kind: "heading", level, text });

export const paragraph = (text: string, look: ParagraphLook = "body"): Block => ({ kind: "paragraph", look, text });

export const items = (texts: readonly string[]): readonly Block[] => texts.map((text) => paragraph(text, "item"));

export type TableOf = readonly [
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
];

/** A heading with the table that bears its name; nothing where that has no rows. */
export const tableSection = (title: string, ...table: TableOf): readonly Block[] =>
  table[2].length === 0 ? [] : [heading(2, title), ...textTable(title, ...table)];

/** A table of texts under its caption; nothing where it has no rows. */
export function textTable(caption: string, ...[head, widths, rows]: TableOf): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    { kind: "caption", text: caption },
    { kind: "table", widths, head, rows: rows.map((row) => row.map((text) => ({ text }))) },
  ];
}
