import type { Lang, MappingView } from "../../contract.ts";
import { lettersOf } from "../../exports/workbook/columns.ts";
import { shown } from "../../model/shown.ts";
import { problemViews } from "../../wording.ts";
import { changeViews } from "../shown.ts";
import type { Mapped } from "./map.ts";

/** Of a unit in both languages (月 months, %/年 per year) the one that is asked for. */
function unitIn(unit: string, lang: Lang): string {
  const [zh = "", ...en] = unit.split(" ");
  if (lang === "zh" || en.length === 0) return zh;
  return zh.startsWith("%") ? `% ${en.join(" ")}` : en.join(" ");
}

/** A mapping in one language. */
export function mappingView(mapped: Mapped, lang: Lang): MappingView {
  const { sheets, sheet, head, heads, samples, signature, targets, target, columns, unit, mode, count } = mapped;
  const say = shown(lang);
  const fieldOf = new Map(Object.entries(columns).map(([code, column]) => [column, code]));
  return {
    sheets,
    sheet,
    head,
    signature,
    columns: [...heads].map(([column, named]) => ({
      column,
      letters: lettersOf(column),
      head: named,
      samples: samples.get(column) ?? [],
      field: fieldOf.get(column) ?? null,
    })),
    targets: targets.map(({ path, label, type }) => ({ path, label: say(label), type })),
    target: target.path,
    key: target.key,
    type: target.type,
    fields: target.fields.map(({ code, label, unit: of, isNeeded }) => ({
      code,
      label: say(label),
      unit: unitIn(of, lang),
      isNeeded,
    })),
    unit,
    mode,
    count,
    changes: changeViews(mapped.changes, lang),
    faults: problemViews(mapped.problems, lang),
    told: problemViews(mapped.told, lang),
  };
}
