import type { Decimal } from "decimal.js";
import type { ModelDocument } from "../../document/schema.ts";
import type { Results } from "../../results/results.ts";
import type { Text } from "../../wording/text.ts";
import { componentName } from "../trust/subject.ts";
import { dateReasons, type RecordSpec, reasonsOf } from "./reasons.ts";

/** An input that names a record. */
export interface RecordUse {
  /** Path of the input. */
  readonly path: string;
  /** Component and input. */
  readonly name: Text;
  /** Whether the record holds for what it is used for here. */
  readonly holds: boolean;
}

/** Whether a record holds (文件是否成立), why, and who rests on it. */
export interface RecordStanding {
  readonly id: string;
  readonly holds: boolean;
  readonly because: Text;
  readonly uses: readonly RecordUse[];
}

/** Every record of a scenario as its lines judge it. */
export function standingsOf(document: ModelDocument, results: Results<Decimal | number>): readonly RecordStanding[] {
  const uses = usesOf(document, results);
  return document.records.map((record) => {
    const isOne = (name: string): boolean => Number(results.scalar(`record.${record.id}.${name}`) ?? 0) === 1;
    const [says, comes] = [isOne("holds"), isOne("dated_ever")];
    const reasons = [...(says ? [] : reasonsOf(document, record)), ...(comes ? [] : dateReasons(record))];
    return {
      id: record.id,
      holds: says && comes,
      because: reasons.length > 0 ? joined(reasons) : since(record),
      uses: uses.get(record.id) ?? [],
    };
  });
}

const since = ({ date }: RecordSpec): Text => ({ zh: `自 ${date} 起`, en: `from ${date} on` });

const joined = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join(";"),
  en: texts.map(({ en }) => en).join("; "),
});

const HELD = ".held";

/** By record, the inputs of components that are on which name it. */
function usesOf(
  document: ModelDocument,
  results: Results<Decimal | number>,
): ReadonlyMap<string, readonly RecordUse[]> {
  const found = new Map<string, RecordUse[]>();
  for (const { id, path, tags } of results.evaluation.graph.lines) {
    if (tags["document"] !== "yes" || path === undefined || !id.endsWith(HELD)) continue;
    const record = namedAt(document, path);
    if (record === undefined) continue;
    const own = results.evaluation.graph.indexById.get(id.slice(0, -HELD.length));
    const label = results.evaluation.graph.lines[own ?? -1]?.label ?? { zh: id, en: id };
    const component = componentName(document, String(tags["component"] ?? ""));
    const name = { zh: `${component.zh} · ${label.zh}`, en: `${component.en} · ${label.en}` };
    found.set(record, [...(found.get(record) ?? []), { path, name, holds: Number(results.scalar(id) ?? 0) === 1 }]);
  }
  return found;
}

/** The record an input or a cell names. */
function namedAt({ components }: ModelDocument, path: string): string | undefined {
  const [, component, , input = "", row, column = ""] = path.split("/");
  const value = components.find(({ id }) => id === component)?.inputs[input];
  const rows: readonly Readonly<Record<string, unknown>>[] = Array.isArray(value) ? value : [];
  const cell = row === undefined ? value : rows.find((one) => one["id"] === row)?.[column];
  return typeof cell === "string" ? cell : undefined;
}
