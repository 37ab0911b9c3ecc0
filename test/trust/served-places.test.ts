import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { reviewOf } from "../../app/model/review.ts";
import { trustIn } from "../../app/model/trust.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "./outcome.ts";
import { type Draft, example, rowsOf } from "./unconditional.ts";

/** What the trust statement says of a check, in the base of an example after a change. */
function said(name: string, check: string, change: (draft: Draft) => void) {
  const draft = structuredClone(example(name));
  change(draft);
  const prepared = preparedOf(documentOf(draft));
  return trustIn(kernelResultsOf(prepared), reviewOf(prepared).findings).points.filter(({ message }) =>
    message.zh.startsWith(check),
  );
}

describe("places that earn", () => {
  const sold = (quantity: string) => (draft: Draft) => {
    for (const row of rowsOf(draft, "services")) if (row["id"] === "elderly") row["quantity"] = quantity;
  };

  it("beyond those of the facility are a condition, within them nothing", () => {
    expect(said("rehabilitation", "M73", sold("30"))).toEqual([]);
    const [point] = said("rehabilitation", "M73", sold("300"));
    expect(point).toMatchObject({ grade: "condition", path: "components/services/inputs/items/elderly/quantity" });
  });
});
