import type { Lang } from "../app/contract.ts";
import { shown } from "../app/model/shown.ts";
import { componentOf, inWan } from "../app/model/trust.ts";
import type { Trust, TrustPoint } from "../models/checks/trust/index.ts";
import type { ModelDocument } from "../models/document/schema.ts";
import { amountText } from "../models/wording/grouped.ts";
import { printLine } from "./output.ts";

const ROWS_MAX = 5;

/** The trust statement in few words: a row a component, the largest first, five rows. */
export function printTrust({ clean, points }: Trust, document: ModelDocument, lang: Lang): void {
  const rows = rowsOf(points, document);
  if (rows.length === 0) return;
  printLine();
  printLine(clean ? TITLES.clean[lang] : TITLES.conditions[lang]);
  for (const row of rows.slice(0, ROWS_MAX)) printLine(`  ${rowText(row, lang)}`);
  const more = rows.length - ROWS_MAX;
  if (more > 0) printLine(lang === "zh" ? `  其余 ${more} 项` : `  ${more} more`);
}

const TITLES = {
  clean: { zh: "说明（不影响结论）", en: "Notes (they change no verdict)" },
  conditions: { zh: "结论附条件", en: "Verdicts with conditions" },
} as const;

interface Row {
  readonly first: TrustPoint;
  readonly more: number;
}

/** Points of one component in one row; conditions before notes, as they come. */
function rowsOf(points: readonly TrustPoint[], document: ModelDocument): readonly Row[] {
  const groups = new Map<string, TrustPoint[]>();
  for (const point of points) {
    const key = `${point.grade} ${componentOf(document, point.path) ?? point.path}`;
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [{ first, more: rest.length }],
  );
}

function rowText({ first: { grade, verdicts, message, amount, unit }, more }: Row, lang: Lang): string {
  const mark = grade === "condition" ? `! ${verdicts.join(" ")}${verdicts.length > 0 ? " " : ""}` : "· ";
  const number =
    amount === undefined
      ? ""
      : unit === "CNY"
        ? ` ${inWan(amount)[lang]}`
        : ` ${amountText(amount)} ${unit === "m2" ? "㎡" : (unit ?? "")}`;
  const rest = more === 0 ? "" : lang === "zh" ? `（另有 ${more} 项）` : ` (${more} more)`;
  return `${mark}${shown(lang)(message)}${number}${rest}`;
}
