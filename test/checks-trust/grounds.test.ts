import { describe, expect, it } from "vitest";
import { groundsOf } from "../../models/checks/taxes/grounds.ts";

const timeline = { start: "2026-01", step: "year", periods: 10, phases: [] } as const;
const grounds = (document: string, rest: object = {}) => [
  ...groundsOf({
    timeline,
    records: [
      {
        id: "g",
        label: "依据",
        kind: "tax_ground",
        date: "2026-03-01",
        document,
        values: { item: "tax_vat" },
        ...rest,
      },
    ],
  } as never),
];

describe("the ground of a tax that is not paid", () => {
  it.each(["财政部 税务总局公告2023年第1号", "《增值税法》第二十四条", "税务答复〔2026〕1号"])(
    "is a law, an article or a numbered paper: %s",
    (document) => {
      expect(grounds(document)).toEqual(["tax_vat"]);
    },
  );

  it.each(["公开报道(lzdww.com read-91285),未列税费", "税务局口头答复", "https://news.cn/2026/123456"])(
    "is no publication and no hearsay: %s",
    (document) => {
      expect(grounds(document)).toEqual([]);
    },
  );

  it("is a paper of a day within the plan", () => {
    expect(grounds("税务答复〔2026〕1号", { date: "2060-01-01" })).toEqual([]);
    expect(grounds("税务答复〔2026〕1号", { date: undefined })).toEqual([]);
  });
});
