import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { vatBasisConcerns } from "../../models/checks/trust/vatBasis.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "../trust/outcome.ts";

const raw = readFileSync(new URL("../../examples/new-build.json", import.meta.url), "utf8");

function concerned(vatBasis: "separate" | "excluded"): readonly string[] {
  const document = documentOf(JSON.parse(raw));
  const prepared = preparedOf({ ...document, conventions: { ...document.conventions, vatBasis } });
  const { values, verdicts } = kernelResultsOf(prepared);
  const graph = values.evaluation.graph;
  const subject = { document: prepared.document, results: values, verdicts, graph } as unknown as Parameters<
    typeof vatBasisConcerns
  >[0];
  return vatBasisConcerns(subject).map(({ path }) => path);
}

describe("a price that includes VAT in a file without VAT", () => {
  it("is told at its component", () => {
    expect(concerned("excluded")).toContain("components/flats/inputs");
    expect(concerned("separate")).toEqual([]);
  });
});
