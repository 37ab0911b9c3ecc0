import type { ComponentSpec, ModelDocument } from "../../../models/document/schema.ts";
import { readMonth, writeMonth } from "../../../models/language/calendar.ts";
import { STEP_MONTHS } from "../../../models/language/timeline.ts";
import type { Outcome } from "../outcome.ts";

/** The month after the horizon. */
function endOf({ timeline }: ModelDocument): number {
  return (readMonth(timeline.start) ?? Number.NaN) + timeline.periods * STEP_MONTHS[timeline.step];
}

/** Every debt repaid at once, some months after the horizon's last period; the interest until then is the same. */
export function repaid(document: ModelDocument, monthsBeyond: number): ModelDocument {
  const end = endOf(document);
  return { ...document, components: document.components.map((one) => withMaturity(one, end, monthsBeyond)) };
}

function withMaturity(component: ComponentSpec, end: number, monthsBeyond: number): ComponentSpec {
  const { mechanism, inputs } = component;
  if (mechanism === "loan" && typeof inputs["start"] === "string") {
    const { principalSchedule: _schedule, sweep: _sweep, ...kept } = inputs;
    const tenor = end - (readMonth(inputs["start"]) ?? Number.NaN) + monthsBeyond;
    if (tenor <= monthsBeyond) return component;
    return { ...component, inputs: { ...kept, form: "bullet", tenor: String(tenor) } };
  }
  const { tranches } = inputs;
  if (mechanism !== "special_bond" || !Array.isArray(tranches)) return component;
  // Issued at the start of a period, a bond is due at the end of the one before.
  const last = inputs["issueTiming"] === "start" ? end : end - 1;
  const rows = tranches.map((row) => {
    const issue = typeof row["issue"] === "string" ? readMonth(row["issue"]) : undefined;
    if (issue === undefined || issue >= end - 12) return row;
    // A bond runs for whole years: it is issued in the month in which it is to be repaid.
    const issued = issue + ((last - issue) % 12);
    const term = String((last - issued + monthsBeyond) / 12);
    return { ...row, issue: writeMonth(issued), term, firstPrincipal: term };
  });
  // The service fee of a repayment falls due with it, and is no debt before.
  return { ...component, inputs: { ...inputs, paymentFeeRate: "0", tranches: rows } };
}

/** Measures of debt and of the owners that the file with the open end has better. Where nothing comes in that could cover a debt, more of it is no better cover. */
export function betterOpen(open: Outcome, closed: Outcome): readonly string[] {
  const measured = [...open.indicators.keys()].filter((id) => /^(?:coverage\.|firr\.equity$|npv\.equity$)/u.test(id));
  const found = measured.flatMap((id) => {
    const [a, b] = [open.indicators.get(id), closed.indicators.get(id)];
    return typeof a === "number" &&
      typeof b === "number" &&
      !(id.startsWith("coverage.") && a < 0) &&
      a > b + 1e-7 * Math.max(1, Math.abs(b))
      ? [`${id}: ${a} for ${b}`]
      : [];
  });
  return open.verdicts.get("B5") === true && closed.verdicts.get("B5") !== true ? [...found, "B5"] : found;
}

/** The same debts at no interest. */
export function withoutInterest(document: ModelDocument): ModelDocument {
  const cheaper = ({ mechanism, inputs }: ComponentSpec): ComponentSpec["inputs"] => {
    const { tranches } = inputs;
    if (mechanism === "loan") return { ...inputs, rate: "0" };
    if (mechanism !== "special_bond" || !Array.isArray(tranches)) return inputs;
    return { ...inputs, tranches: tranches.map((row) => ({ ...row, coupon: "0" })) };
  };
  return { ...document, components: document.components.map((one) => ({ ...one, inputs: cheaper(one) })) };
}
