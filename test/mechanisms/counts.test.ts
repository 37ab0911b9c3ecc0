import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { listPaths } from "../../models/document/list.ts";
import type { Json } from "../../models/document/location.ts";
import { writePath } from "../../models/document/path.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { countedAs } from "../../models/terms/counted.ts";
import type { NumberInput } from "../../models/terms/inputs.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "../trust/outcome.ts";

/** Every number a mechanism asks for, by `mechanism/input` or `mechanism/table/column`. */
const numbers: ReadonlyMap<string, NumberInput> = new Map(
  [...mechanisms.values()].flatMap(({ id, inputs }) =>
    Object.entries(inputs).flatMap(([name, spec]): [string, NumberInput][] => {
      if (spec.type === "number") return [[`${id}/${name}`, spec]];
      if (spec.type !== "table") return [];
      return Object.entries(spec.columns).flatMap(([column, cell]): [string, NumberInput][] =>
        cell.type === "number" ? [[`${id}/${name}/${column}`, cell]] : [],
      );
    }),
  ),
);

/** Of which there is no part. */
const PIECES = [
  "area_balance/services/places",
  "area_balance/products/pieces",
  "area_balance/parking/spaces",
  "area_balance/spacesRequired",
  "lease/pieces",
  "sale/pieces",
  "common_income/sources/quantity",
];

/** Whole where they are measured by number. */
const BY_NUMBER = [
  "works/items/quantity",
  "other_costs/items/quantity",
  "operating_revenue/items/quantity",
  "operating_cost/items/quantity",
];

/** Neither counts nor shares: ratios, heights, averages, weights, scores, hours, kWh. */
const MEASURES = [
  "area_balance/existing/resettleRatio",
  "area_balance/far",
  "area_balance/farApproved",
  "area_balance/heights/multiplier",
  "area_balance/services/placesPerThousand",
  "area_balance/personsPerHousehold",
  "area_balance/storeyHeight",
  "area_balance/heightLimit",
  "compensation/overdueMultiple",
  "operating_cost/items/shifts",
  "donation/hours",
  "operator_contract/scoreFloor",
  "operator_contract/scoreFull",
  "operator_contract/kpis/target",
  "operator_contract/kpis/expected",
  "franchise/systems/unitsPerYear",
  "joint_cost/ownWeight",
  "joint_cost/partners/weight",
  "working_capital/receivableTurns",
  "working_capital/inventoryTurns",
  "working_capital/cashTurns",
  "working_capital/payableTurns",
  "loan/targetDscr",
  "ratio_funding/targetDscr",
  "spv_shareholders/transfers/factor",
  "land_appreciation_tax/limit1",
  "land_appreciation_tax/limit2",
  "land_appreciation_tax/limit3",
];

const isShare = ({ to, integer }: NumberInput): boolean => to !== undefined && to <= 1 && integer !== true;
const byNumber = (name: string): string | undefined => (name === "basis" ? "count" : undefined);
const byHousehold = (name: string): string | undefined => (name === "basis" ? "households" : undefined);

describe("what is counted", () => {
  const plain = [...numbers].filter(([, spec]) => spec.unit === "1" && spec.integer !== true);

  it("every plain number is a share, a count or a measure, and it is decided which", () => {
    const undecided = plain.filter(([, spec]) => !isShare(spec)).map(([name]) => name);
    expect(undecided.toSorted()).toEqual([...PIECES, ...BY_NUMBER, ...MEASURES].toSorted());
  });

  it("counts say so, and nothing else does", () => {
    const as = (kind: string) => plain.filter(([, spec]) => countedAs(spec, byNumber) === kind).map(([name]) => name);
    expect(as("pieces").toSorted()).toEqual(PIECES.toSorted());
    expect(as("measure").toSorted()).toEqual(BY_NUMBER.toSorted());
    expect(plain.filter(([, spec]) => countedAs(spec, byHousehold) === "measure")).toEqual([]);
  });

  it("households and months say so by their unit", () => {
    const of = (unit: string) => [
      ...new Set([...numbers.values()].filter((spec) => spec.unit === unit).map((spec) => countedAs(spec, byNumber))),
    ];
    expect(of("household")).toEqual(["pieces"]);
    expect(of("mo")).toEqual(["measure"]);
    for (const unit of ["m2", "CNY", "CNY/m2", "1/a", "1/mo", "a"])
      expect([unit, of(unit)]).toEqual([unit, [undefined]]);
  });
});

describe("a part of one", () => {
  const document = documentOf(
    JSON.parse(readFileSync(new URL("../../examples/new-build.json", import.meta.url), "utf8")),
  );
  const area = `components/${document.components.find(({ mechanism }) => mechanism === "area_balance")?.id}/inputs`;
  const [spaces = ""] = listPaths(document, mechanisms).flatMap(({ path }) => (path.endsWith("/spaces") ? [path] : []));
  const [months = ""] = listPaths(document, mechanisms).flatMap(({ path }) => (path.endsWith("/tenor") ? [path] : []));
  const told = (path: string, value: Json) => {
    const written = writePath(document, path, value, mechanisms);
    if (!written.ok) throw new Error(JSON.stringify(written.problems));
    const results = kernelResultsOf(preparedOf(written.value));
    return { results, said: results.problems.filter(({ code }) => code === "document.unlikely_part") };
  };

  it.each([
    [spaces, "102.7"],
    [`${area}/householdsPlanned`, "640.5"],
    [months, "3.5"],
  ])("counts as it is and is asked about: %s", (path, value) => {
    const { results, said } = told(path, value);
    expect(said.map((problem) => [problem.path, problem.confirms])).toEqual([[path, value]]);
    expect(said[0]?.message.zh).toContain(value);
    expect(said[0]?.message.en).toContain(value);
    const line = path.replace("components/", "").replace("/inputs", "").replaceAll("/", ".");
    expect(results.values.scalar(line)).toBe(Number(value));
  });

  it("is not asked about where a formula comes to it, nor is a whole number", () => {
    expect(told(`${area}/householdsPlanned`, { formula: "640.5 household" }).said).toEqual([]);
    expect(told(spaces, "102").said).toEqual([]);
  });
});
