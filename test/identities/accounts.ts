import { describe, expect, it } from "vitest";
import { readMonth } from "../../models/language/calendar.ts";
import { exampleSpecimens, holds, randomSpecimens } from "../random/corpus.ts";
import {
  addUp,
  cumulate,
  differences,
  type Line,
  linesOf,
  type Specimen,
  scalarOf,
  seriesOf,
} from "../random/specimen.ts";

const componentOf = (line: Line): string => String(line.tags["component"]);

/** Sum by period of the lines of one role that belong to one component. */
function ofComponent(specimen: Specimen, component: string, role: string): readonly number[] {
  const lines = linesOf(specimen, role).filter((line) => componentOf(line) === component);
  return addUp(
    specimen.periods,
    lines.map(({ id }) => seriesOf(specimen, id)),
  );
}

const negated = (values: readonly number[]): readonly number[] => values.map((value) => -value);

/** Periods in which an account is overdrawn. */
function overdrawn(what: string, values: readonly number[]): readonly string[] {
  const scale = Math.max(1, ...values.map(Math.abs));
  return values.flatMap((value, at) =>
    value < -0.005 - 1e-12 * scale ? [`${what} in period ${at + 1}: ${value}`] : [],
  );
}

const seen = (specimens: readonly Specimen[], role: string): number =>
  specimens.flatMap((one) => linesOf(one, role).filter(({ id }) => seriesOf(one, id).some((value) => value > 1)))
    .length;

describe("every debt", () => {
  it("is what was drawn and capitalised less what was repaid, and never below 0", () => {
    holds((specimen) =>
      linesOf(specimen, "debt.balance").flatMap((line) => {
        const part = (role: string) => ofComponent(specimen, componentOf(line), role);
        const change = addUp(specimen.periods, [
          part("debt.draw"),
          part("debt.capitalised"),
          negated(part("debt.principal")),
        ]);
        const balance = seriesOf(specimen, line.id);
        return [...differences(line.id, balance, cumulate(change)), ...overdrawn(line.id, balance)];
      }),
    );
    expect(seen(randomSpecimens(), "debt.balance")).toBeGreaterThan(15);
  });

  it("draws no more than its facility, never a negative sum, and repays and pays no negative sum", () => {
    holds((specimen) =>
      linesOf(specimen, "debt.balance").flatMap((line) => {
        const component = componentOf(line);
        const draws = ofComponent(specimen, component, "debt.draw");
        const index = specimen.graph.indexById.get(`${component}.facility`);
        const facility = index === undefined ? Number.POSITIVE_INFINITY : scalarOf(specimen, `${component}.facility`);
        return [
          ...overdrawn(`${component} draws`, draws),
          ...overdrawn(
            `${component} facility left`,
            facility === Number.POSITIVE_INFINITY ? [] : cumulate(draws).map((sum) => facility - sum),
          ),
          ...overdrawn(`${component} interest`, ofComponent(specimen, component, "debt.interest")),
        ];
      }),
    );
  });

  it("is repaid in full by the end of its tenor", () => {
    let ended = 0;
    holds((specimen) => {
      const months = seriesOf(specimen, "month");
      return linesOf(specimen, "debt.balance").flatMap((line) => {
        const component = specimen.document.components.find(({ id }) => id === componentOf(line));
        const { start, tenor } = component?.inputs ?? {};
        const first = typeof start === "string" ? readMonth(start) : undefined;
        if (first === undefined || typeof tenor !== "string") return [];
        const end = first + Number(tenor);
        const balance = seriesOf(specimen, line.id);
        if (balance.some((value, at) => value > 1 && (months[at] ?? 0) < end) && (months.at(-1) ?? 0) >= end)
          ended += 1;
        return balance.flatMap((value, at) =>
          (months[at] ?? 0) >= end && Math.abs(value) > 0.005 ? [`${line.id} in period ${at + 1}: ${value}`] : [],
        );
      });
    });
    expect(ended).toBeGreaterThan(5);
  });

  it("drawn by need in step with capital never exceeds what the capital paid in allows", () => {
    holds((specimen) =>
      specimen.document.components.flatMap(({ id, mechanism, inputs, enabled }) => {
        if (mechanism !== "loan" || !enabled || typeof inputs["capitalRatio"] !== "string") return [];
        const ratio = Number(inputs["capitalRatio"]);
        const borrower = String(inputs["borrower"]);
        const received = (fits: (line: Line) => boolean) =>
          cumulate(
            addUp(
              specimen.periods,
              specimen.payments
                .filter(({ payee, line }) => payee === borrower && fits(line))
                .map(({ amounts }) => amounts),
            ),
          );
        const capital = received((line) => /^equity\./.test(line.role ?? ""));
        const approved = addUp(
          specimen.periods,
          specimen.graph.lines
            .filter(({ tags }) => tags["as_capital"] === "approved" && tags["recipient"] === borrower)
            .map((line) => cumulate(seriesOf(specimen, line.id))),
        );
        const lent = received((line) => line.role === "debt.draw");
        const draws = seriesOf(specimen, `${id}.draw`);
        const room = lent.map((sum, at) =>
          (draws[at] ?? 0) > 0.005 ? ((1 - ratio) / ratio) * ((capital[at] ?? 0) + (approved[at] ?? 0)) - sum : 0,
        );
        return overdrawn(`room beside the capital for ${id}`, room);
      }),
    );
  });
});

describe("every fund", () => {
  it("is opening balance and money in less money out, the cash of its account, and never below 0", () => {
    holds((specimen) =>
      linesOf(specimen, "fund.balance").flatMap((line) => {
        const account = String(line.tags["holder"]);
        const enabled = specimen.document.components.find(({ id }) => id === componentOf(line))?.enabled ?? false;
        const balance = seriesOf(specimen, line.id);
        const flows = specimen.payments.flatMap(({ payer, payee, amounts }) =>
          payee === account ? [amounts] : payer === account ? [negated(amounts)] : [],
        );
        const opening = Number(specimen.document.parties.find(({ id }) => id === account)?.openingCash ?? "0");
        const rebuilt = cumulate(addUp(specimen.periods, flows), opening);
        return [...(enabled ? differences(line.id, balance, rebuilt) : []), ...overdrawn(line.id, balance)];
      }),
    );
    expect(seen(randomSpecimens(), "fund.balance")).toBeGreaterThan(10);
  });
});

describe("every supervised account", () => {
  it("holds its share of the receipts before hand-over, nothing afterwards, and never less than 0", () => {
    holds((specimen) =>
      linesOf(specimen, "cash.restricted").flatMap((line) => {
        const component = componentOf(line);
        const retention = scalarOf(specimen, `${component}.retention`);
        const handover = scalarOf(specimen, `${component}.handover`);
        const months = seriesOf(specimen, "month");
        const receipts = cumulate(ofComponent(specimen, component, "sale.receipt"));
        const held = receipts.map((sum, at) => ((months[at] ?? 0) < handover ? sum * retention : 0));
        return [
          ...differences(line.id, seriesOf(specimen, line.id), held),
          ...overdrawn(line.id, seriesOf(specimen, line.id)),
        ];
      }),
    );
    expect(seen([...exampleSpecimens(), ...randomSpecimens()], "cash.restricted")).toBeGreaterThan(4);
  });
});

describe("what is sold", () => {
  it("never exceeds what is there, and is handed over once", () => {
    holds((specimen) =>
      linesOf(specimen, "area.sold").flatMap((line) => {
        const component = componentOf(line);
        const offered = scalarOf(specimen, `${component}.area_offered`);
        const [sold, handed] = [
          cumulate(seriesOf(specimen, line.id)),
          cumulate(seriesOf(specimen, `${component}.handed_over`)),
        ];
        return [
          ...overdrawn(
            `${component}: area left`,
            sold.map((sum) => offered - sum),
          ),
          ...overdrawn(
            `${component}: sold and not handed over`,
            sold.map((sum, at) => sum - (handed[at] ?? 0)),
          ),
        ];
      }),
    );
  });
});
