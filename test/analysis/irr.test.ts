import { describe, expect, it } from "vitest";
import { solveOnce } from "../../app/model/solve.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { documentOf, situationCase } from "../mechanisms/support/situation.ts";
import { income, spending } from "../situations/support/study.ts";

describe("IRR-2: a flow with two rates", () => {
  const { raw } = situationCase("IRR-2");
  const flow = raw.inputs["flow"] as readonly number[];
  const flows = [spending(flow.map((value) => Math.max(0, -value))), income(flow.map((value) => Math.max(0, value)))];
  const read = parseDocument(
    documentOf({ components: flows, periods: flow.length, conventions: { icProject: "0.15" } }),
    mechanisms,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));

  it("goal seek over the discount rate finds both, and the stretch between them where the value is not below zero", () => {
    const answer = solveOnce(read.value.document, {
      vary: "conventions/icProject",
      until: "npv.project.posttax>=0",
      min: "0.01",
      max: "0.5",
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const { roots, intervals } = answer.value;
    const expected = raw.expected["irr_roots"] as readonly number[];
    expect(roots.map(({ confirmed }) => confirmed)).toEqual([true, true]);
    for (const [i, root] of expected.entries()) expect(Number(roots[i]?.value)).toBeCloseTo(root, 8);
    expect(intervals.map(({ from, to }) => [from, to])).toEqual([[roots[0]?.value, roots[1]?.value]]);
  });
});
