import { expect, it } from "vitest";
import { followChoices, followText, monthMeant, readFollow } from "../../renderer/forms/follow.ts";
import { monthText, readMonth } from "../../renderer/forms/months.ts";
import { startLanguage, words } from "../../renderer/language/i18n.ts";

startLanguage("zh");

const phases = [
  { id: "prepare", label: "前期", from: readMonth("2026-01") ?? 0, until: readMonth("2026-07") ?? 0 },
  { id: "build", label: "建设期", from: readMonth("2026-07") ?? 0, until: readMonth("2029-07") ?? 0 },
];
const inZh = { phases, t: words, lastMonth: false };

it("reads what it writes: the edge of a phase, and months after or before it", () => {
  for (const [text, value] of [
    ["建设期结束", { phase: "build", edge: "end" }],
    ["建设期结束+6", { phase: "build", edge: "end", months: 6 }],
    ["前期开始-3", { phase: "prepare", edge: "start", months: -3 }],
  ] as const) {
    expect(readFollow(text, inZh)).toEqual(value);
    expect(followText(value, inZh)).toBe(text);
  }
  expect(readFollow("建设期 结束 + 6 个月", inZh)).toEqual({ phase: "build", edge: "end", months: 6 });
  expect(readFollow("建设期", inZh)).toBeNull();
  expect(readFollow("运营期结束", inZh)).toBeNull();
  expect(readFollow("建设期结束+", inZh)).toBeNull();
});

it("says which month that is now", () => {
  const end = { phase: "build", edge: "end" };
  expect(monthText(monthMeant(end, inZh) ?? 0)).toBe("2029-07");
  expect(monthText(monthMeant(end, { phases, lastMonth: true }) ?? 0)).toBe("2029-06");
  expect(monthText(monthMeant("2027-03", inZh) ?? 0)).toBe("2027-03");
  expect(monthMeant({ phase: "gone", edge: "end" }, inZh)).toBeNull();
  expect(followText({ phase: "gone", edge: "end", months: 2 }, inZh)).toBe("gone结束+2");
});

it("offers both edges of every phase", () => {
  expect(followChoices(inZh).map(({ text, month }) => `${text} ${month}`)).toEqual([
    "前期开始 2026-01",
    "前期结束 2026-07",
    "建设期开始 2026-07",
    "建设期结束 2029-07",
  ]);
});
