import { expect, it } from "vitest";
import { rangeOf } from "../../models/terms/plausible.ts";

it("a bound is the multiple itself, not what a binary float makes of it", () => {
  const share = {
    type: "number",
    unit: "1",
    label: { zh: "比例", en: "share" },
    from: 0,
    to: 1,
    usual: [0.2, 0.3],
  } as const;
  expect(rangeOf(share, () => undefined)).toEqual([0, 0.9]);
});
