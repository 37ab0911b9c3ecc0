import type { Component } from "../define/component.ts";
import { type LineExtra, type LineSpec, scalar, stock } from "../define/lines.ts";

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

const ON_AVERAGE = `balance * period_rate * (min(${GRACE}, ${LEFT}) + (${PAYMENTS} + 1) / 2)`;
const LATER_INTEREST: Readonly<Record<string, string>> = {
  equal_principal: ON_AVERAGE,
  schedule: ON_AVERAGE,
  sculpted: ON_AVERAGE,
  equal_payment: `pmt(period_rate, ${PAYMENTS}, 0 - balance) * ${PAYMENTS} - balance + balance * period_rate * min(${GRACE}, ${LEFT})`,
};

/** 其后到期本息, from the terms alone: what is still owed when the horizon ends, and when it ends. Sweeps count as repaid at the end of their tenor. */
export function owedLines(c: Component, tags: Pick<LineExtra, "tags" | "words">): readonly LineSpec[] {
  const interest = LATER_INTEREST[c.word("form")] ?? `balance * period_rate * ${LEFT}`;
  return [
    stock("owed", "其后到期的本息", "principal and interest that fall due later", `balance > 0 ? balance + (${interest}) : 0`, {
      ...tags,
      role: "debt.owed",
      convention: { zh: "按合同条件与期末余额推算", en: "from the terms and the balance" },
    }),
    scalar("ends", "到期月", "last month of the tenor", "start + tenor - 1 mo", { ...tags, role: "debt.ends", unit: "mo" }),
  ];
}
