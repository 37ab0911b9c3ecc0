import type { RevisionDraft } from "../../../db/stored.ts";

/** A state to save; each number gives another document. */
export function draftOf(number: number, more: Partial<RevisionDraft> = {}): RevisionDraft {
  return {
    createdAt: `2026-03-${String(number).padStart(2, "0")}T08:00:00Z`,
    author: "王工",
    note: `第${number}稿`,
    document: JSON.stringify({ format: "pingheng/model", version: 1, project: { name: `项目${number}` } }),
    graph: "entity.cash = entity.in - entity.out",
    inputs: '{"values":1}',
    packs: [{ id: "national-law", version: "2026-01", text: '{"id":"national-law"}' }],
    history: [
      { stack: "undo", step: `{"number":${number}}` },
      { stack: "redo", step: '{"again":true}' },
    ],
    writtenBy: "pingheng test",
    ...more,
  };
}
