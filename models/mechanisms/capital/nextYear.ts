import type { Component } from "../define/component.ts";
import { type LineExtra, type LineSpec, stock } from "../define/lines.ts";

/** Payments after this period, those of the next twelve months, and those still within the grace. */
const LEFT = "max(0, remaining - 1)";
const PER_YEAR = "periodsperyear * 1 a";
const WITHIN = `min(${LEFT}, ${PER_YEAR})`;
const GRACE = "max(0, ceil((start + grace - month - dtmonths) / dtmonths))";
const DUE = `max(0, ${WITHIN} - ${GRACE})`;
const PAYMENTS = `max(1, ${LEFT} - ${GRACE})`;

const AVERAGE = `balance / ${PAYMENTS} * ${DUE}`;
const FORMS: Readonly<Record<string, string>> = {
  equal_principal: AVERAGE,
  schedule: AVERAGE,
  sculpted: AVERAGE,
  equal_payment: `(pmt(period_rate, ${PAYMENTS}, 0 - balance) - balance * period_rate) * ${DUE}`,
};

/**
 * 下一年度应还本息, seen from the end of a period without looking ahead: what the terms of the loan and its balance already say. Agreed and sculpted schedules count
 * with their average, sweeps with their interest only.
 */
export function nextYearLine(c: Component, tags: Pick<LineExtra, "tags" | "words">): LineSpec {
  const principal = `${LEFT} <= ${PER_YEAR} ? balance : ${FORMS[c.word("form")] ?? "0"}`;
  return stock("due_next_year", "下一年度应还本息", "debt service of the next twelve months", `(${principal}) + balance * period_rate * ${WITHIN}`, {
    ...tags,
    role: "debt.due_next_year",
    convention: { zh: "按合同条件与期末余额推算,不预看未来", en: "from the terms and the balance, without looking ahead" },
  });
}
