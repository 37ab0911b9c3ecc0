import { describe, expect, test } from "vitest";
import { cashRows, visiblePhase } from "../../renderer/board/cashRows.ts";
import { sankeyPicture } from "../../renderer/board/sankey.ts";
import { horizon, placePhases } from "../../renderer/forms/phases.ts";
import { moved, selectedCells } from "../../renderer/grid/model.ts";
import { lineRows } from "../../renderer/lines/tree.ts";
import { keyName } from "../../renderer/shell/shortcuts.ts";
import { exampleDocument } from "./fake/document.ts";
import { fakeBoard, fakeLines } from "./fake/results.ts";

const board = fakeBoard(exampleDocument, 1, "base", "entity");

describe("sources and uses", () => {
  const picture = sankeyPicture(board.flows, new Set(["spv"]), "结余");

  test("a party that pays and is paid stands on both sides, so that there is no circle", () => {
    const district = picture.nodes.filter((node) => node.party === "district").map((node) => node.kind);
    expect(district.sort()).toEqual(["source", "use"]);
    for (const link of picture.links) expect(link.source).not.toBe(link.target);
  });

  test("the gap is a payer of its own", () => {
    const gap = picture.nodes.find((node) => node.kind === "gap");
    expect(gap?.amount).toBe(40_000_000);
    expect(picture.links.filter((link) => link.kind === "gap")).toHaveLength(1);
  });

  test("every inside party gives out what it takes in", () => {
    const surplus = sankeyPicture(
      [
        { from: "a", to: "spv", fromLabel: "a", toLabel: "spv", amount: 10, line: "flow" },
        { from: "spv", to: "b", fromLabel: "spv", toLabel: "b", amount: 7, line: "flow" },
      ],
      new Set(["spv"]),
      "结余",
    );
    expect(surplus.links.find((link) => link.kind === "surplus")?.value).toBe(3);
  });

  test("transfers that do not cross the perimeter are kept for the table", () => {
    const flows = [
      ...board.flows,
      { from: "buyers", to: "bank", fromLabel: "购房人", toLabel: "银行", amount: 5, line: "flow" },
    ];
    expect(sankeyPicture(flows, new Set(["spv"]), "结余").hidden).toHaveLength(1);
  });

  test("without a known perimeter the busiest party is the middle", () => {
    expect(sankeyPicture(board.flows, new Set(), "结余").nodes.find((node) => node.kind === "inside")?.party).toBe(
      "spv",
    );
  });
});

describe("cash picture", () => {
  test("outflow is drawn below the axis", () => {
    const rows = cashRows(board.cash);
    expect(rows[0]?.build?.outflow).toBe(-190_000_000);
    expect(rows).toHaveLength(40);
  });

  test("a phase is cut to the years drawn", () => {
    expect(visiblePhase({ fromYear: "2020", toYear: "2027" }, board.cash.years)).toEqual({ from: "2026", to: "2027" });
    expect(visiblePhase({ fromYear: "2010", toYear: "2012" }, board.cash.years)).toBeNull();
  });
});

test("phases follow one another, and one that cannot be placed is left out", () => {
  const placed = placePhases(exampleDocument, "en");
  expect(placed.map(({ id, from, until }) => [id, from - 2026 * 12, until - from])).toEqual([
    ["build", 6, 36],
    ["operate", 42, 444],
  ]);
  const circle = {
    timeline: {
      phases: [
        { id: "a", after: "b", months: 1 },
        { id: "b", after: "a", months: 1 },
      ],
    },
  };
  expect(placePhases(circle, "en")).toEqual([]);
  expect(horizon(exampleDocument)).toEqual({ from: 2026 * 12, until: 2066 * 12 });
});

describe("the line sheet", () => {
  const view = fakeLines(exampleDocument, 1, "year");
  const options = {
    lang: "zh" as const,
    search: "",
    hideEmpty: false,
    closed: new Set<string>(),
    negative: "paren" as const,
    none: "无",
    displayOf: () => ({ places: 4, digits: 2, unit: "万元" }),
    headingLabel: (id: string) => id,
  };

  test("lines stand under their component", () => {
    const rows = lineRows(view, options);
    expect(rows.filter((row) => row.open !== undefined).map((row) => row.label)).toEqual(["flats", "bank_loan"]);
    expect(rows).toHaveLength(62);
    expect(lineRows(view, { ...options, closed: new Set(["flats"]) })).toHaveLength(32);
  });

  test("search looks at names and ids; empty lines can be left out", () => {
    expect(lineRows(view, { ...options, search: "第 12 行" }).filter((row) => row.open === undefined)).toHaveLength(1);
    expect(lineRows(view, { ...options, hideEmpty: true })).toHaveLength(61);
  });

  test("a selection with names brings the heads along, without separators for the spreadsheet", () => {
    const rows = lineRows(view, options);
    const columns = view.columns.map((label) => ({ id: label, label }));
    const selection = { anchor: { row: 1, column: -1 }, focus: { row: 1, column: 1 } };
    expect(selectedCells(rows, columns, selection)).toEqual([
      ["", "", "2026", "2027"],
      ["第 0 行", "万元", "-3", "-2"],
    ]);
    expect(selectedCells(rows, columns, { anchor: { row: 2, column: 1 }, focus: { row: 1, column: 0 } })).toEqual([
      ["-3", "-2"],
      ["-3", "0"],
    ]);
  });

  test("keys move as in a spreadsheet and stop at the edges", () => {
    const size = { rows: 10, columns: 5, page: 4 };
    expect(moved({ row: 0, column: 0 }, "ArrowUp", false, size)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 3, column: 0 }, "ArrowLeft", false, size)).toEqual({ row: 3, column: -1 });
    expect(moved({ row: 3, column: 0 }, "ArrowRight", true, size)).toEqual({ row: 3, column: 4 });
    expect(moved({ row: 8, column: 2 }, "PageDown", false, size)).toEqual({ row: 9, column: 2 });
    expect(moved({ row: 8, column: 2 }, "Home", true, size)).toEqual({ row: 0, column: -1 });
    expect(moved({ row: 8, column: 2 }, "x", false, size)).toBeNull();
  });
});

test("keys have one name each", () => {
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    keyName({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });
  expect(press("z", { ctrlKey: true })).toBe("Mod+Z");
  expect(press("Z", { ctrlKey: true, shiftKey: true })).toBe("Mod+Shift+Z");
  expect(press("s", { metaKey: true })).toBe("Mod+S");
  expect(press("?", { shiftKey: true })).toBe("?");
  expect(press("F1")).toBe("F1");
});
