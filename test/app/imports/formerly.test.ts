import { expect, test } from "vitest";
import { asNamedNow } from "../../../app/imports/formerly.ts";
import { guessColumns } from "../../../app/imports/mapping/guess.ts";
import type { Target } from "../../../app/imports/mapping/targets.ts";

test("headings of forms made when a thing was called otherwise are read as what it is called now", () => {
  const fields = ["拨付间隔", "培育期", "金额"].map((zh, at) => ({ code: `f${at}`, label: { zh, en: `field ${at}` } }));
  const target = { fields, type: "table" } as unknown as Target;
  const columnsOf = (...heads: readonly string[]) =>
    guessColumns(new Map(heads.map((head, at) => [at + 1, head])), target).columns;
  expect(columnsOf("爬坡", "拨付滞后(月)", "金额")).toEqual({ f0: 2, f1: 1, f2: 3 });
  expect(columnsOf("培育期", "拨付间隔(月)", "金额")).toEqual({ f0: 2, f1: 1, f2: 3 });
  expect(["方案", "采用方案", "不爬坡(始终满额)", "名称"].map(asNamedNow)).toEqual([
    "情景",
    "采用情景",
    "不设培育期(始终满额)",
    "名称",
  ]);
});
