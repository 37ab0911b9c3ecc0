import { RECORD_RULES, VOTE_FIGURES } from "../../models/document/recordRules.ts";
import { RECORD_KINDS, type RecordValueSpec } from "../../models/document/records.ts";
import type { FieldView, RecordKindView } from "../contract.ts";

/** Every kind of record with the fields of its form. */
export function recordKindViews(): readonly RecordKindView[] {
  return Object.entries(RECORD_KINDS).map(([word, { label, values }]) => {
    const read = new Set<string>(word === "vote" ? VOTE_FIGURES : (RECORD_RULES[word]?.needs ?? []));
    return { word, label, fields: Object.entries(values).map(([name, spec]) => fieldOf(name, spec, !read.has(name))) };
  });
}

function fieldOf(name: string, spec: RecordValueSpec, optional: boolean): FieldView {
  const { label } = spec;
  switch (spec.type) {
    case "number": {
      const { unit, from, to } = spec;
      return {
        name,
        type: "number",
        label,
        optional,
        unit,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      };
    }
    case "word": {
      const { options } = spec;
      if (options === undefined) return { name, type: "word", label, optional, options: [] };
      return {
        name,
        type: "choice",
        label,
        optional,
        options: Object.entries(options).map(([word, words]) => ({ word, label: words })),
      };
    }
    default:
      return { name, type: spec.type, label, optional };
  }
}
