import { beforeAll, describe, expect, test } from "vitest";
import { exampleSpecimens, holds, randomSpecimens } from "../../random/corpus.ts";
import { type Line, linesOf, type Specimen, seriesOf } from "../../random/specimen.ts";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const totalOf = (specimen: Specimen, lines: readonly Line[]): number =>
  sum(lines.map(({ id }) => sum(seriesOf(specimen, id))));

/** A line by year shows the year's amount in each of its periods: once a year it counts. */
function totalByYear(specimen: Specimen, id: string): number {
  const yearend = seriesOf(specimen, "yearend");
  return sum(seriesOf(specimen, id).filter((_, at) => yearend[at] === 1));
}

/** Components of a mechanism with the taxpayer they are for. */
const componentsOf = ({ document }: Specimen, mechanism: string) =>
  document.components.filter((component) => component.mechanism === mechanism && component.enabled !== false);

const taxpayers = (
  specimen: Specimen,
): readonly { readonly taxpayer: string; readonly cit: string; readonly books: string }[] =>
  componentsOf(specimen, "income_tax").flatMap(({ id, inputs }) => {
    const taxpayer = String(inputs.taxpayer);
    const books = componentsOf(specimen, "asset_books").filter((one) => one.inputs.taxpayer === taxpayer);
    return books.length === 1 && books[0] ? [{ taxpayer, cit: id, books: books[0].id }] : [];
  });

/** What a taxpayer was given without tax and without netting it from the asset. */
const untaxed = (specimen: Specimen, taxpayer: string): number =>
  totalOf(
    specimen,
    ["support.grant.*", "support.rebate", "contribution.*"]
      .flatMap((role) => linesOf(specimen, role))
      .filter(
        ({ tags, payee }) =>
          payee === taxpayer && tags.taxable !== "yes" && tags.booked !== "asset" && tags.pays !== "replacement",
      ),
  );

const expensed = (specimen: Specimen, taxpayer: string): number =>
  totalOf(
    specimen,
    ["sale.cost", "depreciation", "amortisation"]
      .flatMap((role) => linesOf(specimen, role))
      .filter(({ tags }) => tags.taxpayer === taxpayer && tags.asset !== "replacement" && tags.asset !== "rights"),
  );

const DRAWING_MS = 300_000;

describe("what is deducted is what was spent less what untaxed money paid", () => {
  beforeAll(() => {
    randomSpecimens();
    exampleSpecimens();
  }, DRAWING_MS);

  test("such taxpayers, with such money, are among the documents", () => {
    const met = [...exampleSpecimens(), ...randomSpecimens()].filter((specimen) =>
      taxpayers(specimen).some(({ taxpayer }) => untaxed(specimen, taxpayer) > 0 && expensed(specimen, taxpayer) > 0),
    );
    expect(met.length).toBeGreaterThan(5);
  });

  test("over the life, of the part of the cost that is expensed within the horizon", () => {
    holds((specimen) =>
      taxpayers(specimen).flatMap(({ taxpayer, cit, books }) => {
        const cost = sum(seriesOf(specimen, `${books}.cost`));
        const charged = expensed(specimen, taxpayer);
        const money = Math.min(untaxed(specimen, taxpayer), cost);
        const deducted = charged - totalByYear(specimen, `${cit}.added_back`);
        const right = cost > 0 ? (charged * (cost - money)) / cost : charged;
        return Math.abs(deducted - right) < 0.01
          ? []
          : [`${cit}: deducted ${deducted}, should be ${right} (cost ${cost}, money ${money}, charged ${charged})`];
      }),
    );
  });
});
