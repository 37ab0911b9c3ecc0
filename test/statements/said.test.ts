import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import { saidOf, sentenceOf } from "../../models/checks/verdicts/said.ts";
import { VERDICTS, type Verdict, type VerdictId } from "../../models/checks/verdicts/verdict.ts";

const verdict = (id: VerdictId, rest: Partial<Verdict>): Verdict => ({
  ...{ id, title: { zh: `题${id}`, en: `title ${id}` }, definition: { zh: "", en: "" }, lines: [] },
  ...{ message: { zh: "", en: "" }, pass: null, ...rest },
});

/** The nine, does not apply where nothing else is said. */
const nine = (told: Readonly<Partial<Record<VerdictId, Partial<Verdict>>>>): readonly Verdict[] =>
  VERDICTS.map((id) => verdict(id, told[id] ?? { reason: "inapplicable" }));

const yuan = (amount: number): Partial<Verdict> => ({
  pass: amount >= 0,
  margin: new Decimal(amount),
  unit: "CNY",
});

describe("the answer in a sentence", () => {
  test("says what is missed first, by gravity, then what is met", () => {
    const said = saidOf(nine({ B2: yuan(-8_150_000), B3: { ...yuan(3_350_000), at: "2029" }, B6: yuan(-48_690_000) }));
    expect(said.map(({ verdict: id, state }) => `${id} ${state}`)).toEqual(["B2 fail", "B6 fail", "B3 pass"]);
    expect(sentenceOf(said)?.zh).toBe(
      "全周期静态差 815.00 万元;净现值 -4,869.00 万元;建设期资金够,最紧 2029 年末余 335.00 万元。",
    );
  });

  test("names what cannot be judged between the two, and never what does not apply", () => {
    const said = saidOf(nine({ B2: yuan(100), B4: yuan(-100), B9: { reason: "incomplete" } }));
    expect(said.map(({ verdict: id, state }) => `${id} ${state}`)).toEqual(["B4 fail", "B9 open", "B2 pass"]);
    expect(said[1]?.before.zh).toContain("B9 题B9");
  });

  test("tells a gap as an amount above zero, and a present value with its sign", () => {
    const [gap, value] = saidOf(nine({ B2: yuan(-5), B6: yuan(-7) }));
    expect(gap?.figure?.value.toNumber()).toBe(5);
    expect(value?.figure?.value.toNumber()).toBe(-7);
  });

  test("a debt refused for its coverage alone has no distance in its ratio", () => {
    const [solvency] = saidOf(nine({ B5: { pass: false, margin: new Decimal("0.2"), unit: "1", at: "2030" } }));
    expect(solvency).toMatchObject({ verdict: "B5", state: "fail" });
    expect(solvency?.figure).toBeUndefined();
  });

  test("a model of which nothing is known has no answer yet", () => {
    const said = saidOf(VERDICTS.map((id) => verdict(id, { reason: "incomplete" })));
    expect(sentenceOf(said)?.zh).toBe("资料不全,还不能下结论。");
  });
});
