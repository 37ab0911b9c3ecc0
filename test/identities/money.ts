import { describe, expect, it } from "vitest";
import { agree } from "../../models/engines/index.ts";
import { PAID_BY_OWNERS, PAID_TO_OWNERS } from "../../models/terms/owners.ts";
import { exampleSpecimens, holds, randomSpecimens } from "../random/corpus.ts";
import {
  addUp,
  cumulate,
  differences,
  linesOf,
  type Payment,
  type Specimen,
  scalarOf,
  seriesOf,
} from "../random/specimen.ts";

/** Whether a party stands inside the project: as its entry says, otherwise the implementing entity and the project company. */
function insiders({ document }: Specimen): ReadonlySet<string> {
  return new Set(
    document.parties
      .filter(({ inProject, role }) => inProject ?? (role === "entity" || role === "spv"))
      .map(({ id }) => id),
  );
}

/** Interest added to loans of the project: lent in kind and repaid inside the principal. */
function capitalised(specimen: Specimen): number {
  const lines = linesOf(specimen, "debt.capitalised").filter(({ tags }) => tags["credit"] === "debt");
  return lines.reduce((sum, { id }) => sum + total(seriesOf(specimen, id)), 0);
}

/** Money the working capital still ties up at the end: a source, though no cash of the horizon. */
function tiedUp(specimen: Specimen): number {
  const of = (way: "in" | "out") => total(crossing(specimen, way, (role) => /^working_capital\./.test(role)));
  return of("out") - of("in");
}

function sumOf(specimen: Specimen, test: (payment: Payment) => boolean): readonly number[] {
  return addUp(
    specimen.periods,
    specimen.payments.filter(test).map(({ amounts }) => amounts),
  );
}

/** Money over the perimeter, inwards or outwards, of the roles that pass. */
function crossing(
  specimen: Specimen,
  way: "in" | "out",
  fits: (role: string) => boolean = () => true,
): readonly number[] {
  const inside = insiders(specimen);
  return sumOf(specimen, ({ payer, payee, line }) => {
    const [from, to] = [inside.has(payer), inside.has(payee)];
    return from !== to && to === (way === "in") && fits(line.role ?? "");
  });
}

/** float64 keeps half a fen through sums and differences up to a trillion 元; no project is larger. */
const RESOLVED = 1e12;

function largestCash(specimen: Specimen): number {
  const cash = specimen.document.parties.flatMap(({ id }) => seriesOf(specimen, `party.${id}.cash`));
  return Math.max(...cash.map(Math.abs));
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** What owners pay in and are paid. What the project puts into others, or receives from them, is a use and a source like any other. */
const OWNERS = { in: new Set(PAID_BY_OWNERS.split(", ")), out: new Set(PAID_TO_OWNERS.split(", ")) } as const;

describe("book of record and kernel", () => {
  it("agree on every line and period", () => {
    let beyond = 0;
    holds((specimen) => {
      if (largestCash(specimen) > RESOLVED) {
        beyond += 1;
        return [];
      }
      return agree(specimen.record, specimen.kernel).map(
        ({ id, period, record: a, kernel: b }) => `${id} in period ${period}: ${a} and ${b}`,
      );
    });
    expect(beyond).toBeLessThan(randomSpecimens().length / 20);
  });

  it("and on what is undefined", () => {
    holds(({ record, kernel }) => {
      const [exact, fast] = [record, kernel].map(({ gaps }) => JSON.stringify(gaps.problems));
      return exact === fast ? [] : [`${exact} and ${fast}`];
    });
  });
});

describe("every payment", () => {
  it("goes from one declared party to another", () => {
    holds(({ document, payments }) => {
      const declared = new Set(document.parties.map(({ id }) => id));
      return payments
        .filter(({ payer, payee }) => payer === payee || !declared.has(payer) || !declared.has(payee))
        .map(({ line, payer, payee }) => `${line.id}: ${payer} pays ${payee}`);
    });
  });

  it("has both sides: no line knows a payer only, or a payee only", () => {
    holds(({ graph }) =>
      graph.lines.filter(({ payer, payee }) => (payer === undefined) !== (payee === undefined)).map(({ id }) => id),
    );
  });

  it("changes the cash of its payer and payee and of nobody else", () => {
    let moving = 0;
    holds((specimen) =>
      specimen.document.parties.flatMap(({ id, openingCash }) => {
        const net = addUp(specimen.periods, [
          sumOf(specimen, ({ payee }) => payee === id),
          sumOf(specimen, ({ payer }) => payer === id).map((value) => -value),
        ]);
        if (net.some((value) => Math.abs(value) > 1)) moving += 1;
        return [
          ...differences(`net of ${id}`, seriesOf(specimen, `party.${id}.net`), net),
          ...differences(
            `cash of ${id}`,
            seriesOf(specimen, `party.${id}.cash`),
            cumulate(net, Number(openingCash ?? "0")),
          ),
        ];
      }),
    );
    expect(moving).toBeGreaterThan(5 * randomSpecimens().length);
  });

  it("is what somebody gains and somebody loses: all parties together gain nothing in any period", () => {
    holds((specimen) => {
      const nets = specimen.document.parties.map(({ id }) => seriesOf(specimen, `party.${id}.net`));
      return differences("gain of all parties", addUp(specimen.periods, nets), Array(specimen.periods).fill(0));
    });
  });
});

describe("the consolidated view", () => {
  it("is what crosses the perimeter; transfers inside it cancel", () => {
    let inside = 0;
    holds((specimen) => {
      const [received, paid] = [crossing(specimen, "in"), crossing(specimen, "out")];
      const net = received.map((value, at) => value - (paid[at] ?? 0));
      const members = insiders(specimen);
      const opening = specimen.document.parties
        .filter(({ id }) => members.has(id))
        .reduce((sum, party) => sum + Number(party.openingCash ?? "0"), 0);
      if (
        specimen.payments.some(
          ({ payer, payee, amounts }) => members.has(payer) && members.has(payee) && total(amounts) > 1,
        )
      )
        inside += 1;
      const parties = [...members].map((id) => seriesOf(specimen, `party.${id}.cash`));
      return [
        ...differences("cash in", seriesOf(specimen, "project.cash_in"), received),
        ...differences("cash out", seriesOf(specimen, "project.cash_out"), paid),
        ...differences("cash of the project", seriesOf(specimen, "project.cash"), cumulate(net, opening)),
        ...differences("cash of its parties", addUp(specimen.periods, parties), cumulate(net, opening)),
      ];
    });
    expect(inside).toBeGreaterThan(randomSpecimens().length / 10);
  });

  it("has sources for all uses: with capital, loans and opening cash they leave the closing cash", () => {
    holds((specimen) => {
      const cash = seriesOf(specimen, "project.cash");
      const starts = [seriesOf(specimen, "project.cash")[0] ?? 0, seriesOf(specimen, "project.net")[0] ?? 0] as const;
      const opening = starts[0] - starts[1];
      const financing = (way: "in" | "out") => total(crossing(specimen, way, (role) => OWNERS[way].has(role)));
      const sources =
        total(seriesOf(specimen, "project.sources")) +
        financing("in") +
        total(crossing(specimen, "in", (role) => role === "debt.draw")) +
        capitalised(specimen) +
        opening -
        tiedUp(specimen);
      const uses =
        total(seriesOf(specimen, "project.uses")) +
        financing("out") +
        total(crossing(specimen, "out", (role) => role === "debt.principal"));
      return differences("closing cash", [cash.at(-1) ?? 0], [sources - uses]);
    });
  });

  it("finds the static balance from payments and capitalised interest: capital, principal and distributions on neither side", () => {
    holds((specimen) => {
      const sources =
        total(crossing(specimen, "in", (role) => !OWNERS.in.has(role) && role !== "debt.draw")) + tiedUp(specimen);
      const uses =
        total(crossing(specimen, "out", (role) => !OWNERS.out.has(role) && role !== "debt.principal")) +
        capitalised(specimen);
      return differences("static balance", [scalarOf(specimen, "project.static_balance")], [sources - uses]);
    });
  });

  it("is looked at with enough money in it", () => {
    const busy = [...randomSpecimens(), ...exampleSpecimens()].filter((one) => total(crossing(one, "in")) > 1000);
    expect(busy.length).toBeGreaterThan(0.9 * randomSpecimens().length);
    expect(exampleSpecimens().flatMap((one) => linesOf(one, "debt.draw")).length).toBeGreaterThan(0);
  });
});
