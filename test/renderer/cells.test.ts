import { describe, expect, test } from "vitest";
import { History } from "../../app/sessions/history.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { filling, tiled } from "../../renderer/cells/sheet.ts";
import { cellText, fits } from "../../renderer/cells/texts.ts";
import { readCell } from "../../renderer/forms/table.ts";

const at = (row: number, column: number) => ({ row, column });

describe("filling", () => {
  test("takes over the first row of a selection, or the row above a single one", () => {
    expect(filling({ anchor: at(2, 1), focus: at(0, 0) }, "down")).toEqual([
      { from: at(0, 0), to: at(1, 0) },
      { from: at(0, 1), to: at(1, 1) },
      { from: at(0, 0), to: at(2, 0) },
      { from: at(0, 1), to: at(2, 1) },
    ]);
    expect(filling({ anchor: at(3, 1), focus: at(3, 1) }, "down")).toEqual([{ from: at(2, 1), to: at(3, 1) }]);
    expect(filling({ anchor: at(0, 1), focus: at(0, 1) }, "down")).toEqual([]);
    expect(filling({ anchor: at(3, 2), focus: at(3, 0) }, "right")).toEqual([
      { from: at(3, 0), to: at(3, 1) },
      { from: at(3, 0), to: at(3, 2) },
    ]);
  });

  test("puts nothing into a column of another kind", () => {
    const column = (name: string, unit: string) => ({
      ...{ name, unit, type: "number" as const },
      ...{ label: { zh: name, en: name }, optional: true },
    });
    expect(fits("1", column("a", "m2"), column("b", "m2"))).toBe(true);
    expect(fits("1", column("a", "m2"), column("b", "CNY"))).toBe(false);
  });
});

test("a block is repeated only over whole multiples of itself", () => {
  const block = [["1", "2"]];
  expect(tiled(block, { anchor: at(0, 0), focus: at(1, 3) })).toEqual([
    ["1", "2", "1", "2"],
    ["1", "2", "1", "2"],
  ]);
  expect(tiled(block, { anchor: at(0, 0), focus: at(1, 2) })).toBe(block);
});

test("a month that follows a phase is copied as it is typed, and read again", () => {
  const column = { name: "due", type: "month" as const, label: { zh: "月", en: "month" }, optional: true };
  const words = { "field.phaseStarts": "开始", "field.phaseEnds": "结束" } as Readonly<Record<string, string>>;
  const context = {
    ...{ money: "wan" as const, lang: "zh" as const, words: () => [], yes: [], no: [] },
    t: (key: string, said?: Readonly<Record<string, string | number>>) => `${said?.["phase"]}${words[key]}`,
    phases: [{ id: "build", label: "建设期", from: 24_000, until: 24_036 }],
  };
  const value = { phase: "build", edge: "end", months: 6 };
  expect(cellText(value, column, context)).toBe("建设期结束+6");
  expect(readCell("建设期结束+6", column, context)).toEqual(value);
  expect(cellText({ zh: "甲", en: "A" }, { ...column, name: "label", type: "word" }, context)).toBe("甲");
});

test("what is changed and given back within one group is no step of undo", () => {
  const [one, other] = [{ project: { name: "a" } }, { project: { name: "b" } }] as unknown as readonly ModelDocument[];
  if (one === undefined || other === undefined) throw new Error("two documents");
  const history = new History();
  const label = { zh: "改", en: "change" };
  history.record(one, other, label, "name 1");
  history.record(other, one, label, "name 1");
  expect(history.undoLabel).toBeUndefined();
  history.record(one, other, label, "name 1");
  expect(history.undoLabel).toBe(label);
});
