import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ComponentSpec, ModelDocument } from "../../models/document/schema.ts";
import { readMonth } from "../../models/language/calendar.ts";
import { STEP_MONTHS } from "../../models/language/timeline.ts";
import { documentOf, type Outcome, outcomeOf } from "./outcome.ts";

const FOLDER = new URL("../../examples/", import.meta.url);
const read = (name: string): ModelDocument => documentOf(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")));
const YEARS_BEYOND = 5;

/** The month after the horizon. */
function endOf({ timeline }: ModelDocument): number {
  return (readMonth(timeline.start) ?? Number.NaN) + timeline.periods * STEP_MONTHS[timeline.step];
}

/** Every debt repaid at once, some months after the horizon's last period; the interest until then is the same. */
function repaid(document: ModelDocument, monthsBeyond: number): ModelDocument {
  const end = endOf(document);
  return { ...document, components: document.components.map((one) => withMaturity(one, end, monthsBeyond)) };
}

function withMaturity(component: ComponentSpec, end: number, monthsBeyond: number): ComponentSpec {
  const { mechanism, inputs } = component;
  if (mechanism === "loan" && typeof inputs["start"] === "string") {
    const { principalSchedule: _schedule, sweep: _sweep, ...kept } = inputs;
    const tenor = end - (readMonth(inputs["start"]) ?? Number.NaN) + monthsBeyond;
    return { ...component, inputs: { ...kept, form: "bullet", tenor: String(tenor) } };
  }
  const { tranches } = inputs;
  if (mechanism !== "special_bond" || !Array.isArray(tranches)) return component;
  const rows = tranches.map((row) => {
    const issued = typeof row["issue"] === "string" ? readMonth(row["issue"]) : undefined;
    const term = String(Math.floor((end - (issued ?? Number.NaN)) / 12) + monthsBeyond / 12);
    return { ...row, term, firstPrincipal: term };
  });
  return { ...component, inputs: { ...inputs, tranches: rows } };
}

/** Measures of debt and of the owners that the file with the open end has better. */
function better(open: Outcome, closed: Outcome): readonly string[] {
  const measured = [...open.indicators.keys()].filter((id) => /^(?:coverage\.|firr\.equity$|npv\.equity$)/u.test(id));
  const found = measured.flatMap((id) => {
    const [a, b] = [open.indicators.get(id), closed.indicators.get(id)];
    return typeof a === "number" && typeof b === "number" && a > b + 1e-7 * Math.max(1, Math.abs(b))
      ? [`${id}: ${a} for ${b}`]
      : [];
  });
  return open.verdicts.get("B5") === true && closed.verdicts.get("B5") !== true ? [...found, "B5"] : found;
}

const indebted = readdirSync(FOLDER).filter((name) =>
  read(name).components.some(({ mechanism, enabled }) => enabled && /^(?:loan|special_bond)$/u.test(mechanism)),
);

describe.each(indebted)("%s with debt that outlives the horizon", (name) => {
  const document = read(name);
  const open = outcomeOf(repaid(document, 12 * YEARS_BEYOND));

  it("is no better than where the balance is repaid in the last period", () => {
    expect(open.lines.get("open.debt")?.values[0]).toBeGreaterThan(0);
    expect(better(open, outcomeOf(repaid(document, 0)))).toEqual([]);
  });

  it("would be found if it were: the same debt at no interest", () => {
    const free = {
      ...document,
      components: document.components.map((one) =>
        one.mechanism === "loan"
          ? { ...one, inputs: { ...one.inputs, rate: "0" } }
          : one.mechanism === "special_bond"
            ? { ...one, inputs: { ...one.inputs, tranches: cheaper(one.inputs["tranches"]) } }
            : one,
      ),
    };
    expect(better(outcomeOf(repaid(free, 0)), outcomeOf(repaid(document, 0)))).not.toEqual([]);
  });
});

const cheaper = (tranches: unknown): ComponentSpec["inputs"][string] =>
  (tranches as readonly object[]).map((row) => ({ ...row, coupon: "0" })) as unknown as ComponentSpec["inputs"][string];
