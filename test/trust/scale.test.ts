import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { trustIn } from "../../app/model/trust.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "./outcome.ts";
import { type Draft, example, part, plain, type Row, rowOf, rowsOf } from "./unconditional.ts";

const EXAMPLES = ["infill", "new-build", "rebuild", "rehabilitation", "special-bond"];

/** Tables whose rows earn by a number, and the column it stands in. */
const NUMBERS: Readonly<Record<string, readonly [table: string, column: string]>> = {
  operating_revenue: ["items", "quantity"],
  common_income: ["sources", "quantity"],
  franchise: ["systems", "unitsPerYear"],
};

/** Every row of an example that earns by a number. */
function numbersIn(
  name: string,
): readonly (readonly [component: string, table: string, row: string, column: string])[] {
  const { components } = example(name);
  return components.flatMap(({ id, mechanism, inputs }) => {
    const [table, column] = NUMBERS[mechanism] ?? [];
    const rows = table === undefined ? undefined : inputs[table];
    if (table === undefined || column === undefined || !Array.isArray(rows)) return [];
    return (rows as Row[])
      .filter((row) => row[column] !== undefined)
      .map((row) => [id, table, row.id, column] as const);
  });
}

function times(row: Row, column: string, factor: number): void {
  row[column] = String(Number(row[column]) * factor);
}

describe("nothing earns by more than there is, or than a paper states", () => {
  it.each(EXAMPLES.flatMap((name) => numbersIn(name).map((number) => [name, ...number] as const)))(
    "%s %s/%s/%s/%s, threefold and tenfold, turns no light green",
    (name, component, table, row, column) => {
      const { scenarios } = example(name);
      for (const { id } of scenarios) {
        const before = new Set(plain(example(name), id));
        for (const factor of id === "base" ? [3, 10] : [10]) {
          const draft = example(name);
          times(rowOf(draft, component, row, table), column, factor);
          expect(plain(draft, id).filter((verdict) => !before.has(verdict))).toEqual([]);
        }
      }
    },
  );

  it.each<readonly [string, string, (draft: Draft) => void, string]>([
    [
      "spaces sold are let again",
      "rebuild",
      (draft) => times(rowOf(draft, "services", "garage"), "quantity", 3),
      "components/services/inputs/items/garage/quantity",
    ],
    [
      "a workshop of ten times its rooms",
      "rebuild",
      (draft) => times(rowOf(draft, "services", "workshop"), "quantity", 10),
      "components/services/inputs/items/workshop/quantity",
    ],
    [
      "childcare places no paper states",
      "special-bond",
      (draft) => times(rowOf(draft, "service", "childcare"), "quantity", 4),
      "components/service/inputs/items/childcare/quantity",
    ],
    [
      "fees charged for more than is built",
      "rebuild",
      (draft) => void Object.assign(rowOf(draft, "services", "property"), { quantity: "1.4" }),
      "components/services/inputs/items/property/quantity",
    ],
    [
      "a site within a smaller one",
      "special-bond",
      (draft) => void Object.assign(part(draft, "area").inputs, { siteTotal: "33000" }),
      "components/area/inputs/siteTotal",
    ],
  ])("%s, and it is said there", (_what, name, change, path) => {
    const draft = example(name);
    expect(kernelResultsOf(preparedOf(documentOf(draft))).problems.map((problem) => problem.path)).not.toContain(path);
    change(draft);
    expect(kernelResultsOf(preparedOf(documentOf(draft))).problems.map((problem) => problem.path)).toContain(path);
  });

  it.each([
    ["the area table answers for its spaces, whatever paper is named", "garage", "560", "示例车位清单"],
    ["a full stop is no paper", "charging", "168", "."],
  ])("%s", (_what, row, quantity, document) => {
    const draft = example("rebuild");
    const path = `items/${row}/quantity`;
    const services = part(draft, "services");
    rowOf(draft, "services", row)["quantity"] = quantity;
    services.evidence = { ...services.evidence, [path]: { document, note: document, confirms: quantity } };
    const results = kernelResultsOf(preparedOf(documentOf(draft)));
    const places = trustIn(results, []).points.filter(({ kind }) => kind !== "draft");
    expect(places.map((point) => point.path)).toContain(`components/services/inputs/${path}`);
  });

  it("what is received for ceded space beyond its award is a condition", () => {
    const draft = example("new-build");
    const before = new Set(plain(draft, "completed_only"));
    for (const payment of rowsOf(draft, "hub", "payments")) times(payment, "amount", 10);
    expect(plain(draft, "completed_only").filter((verdict) => !before.has(verdict))).toEqual([]);
  });
});
