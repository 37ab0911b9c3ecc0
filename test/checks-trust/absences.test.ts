import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";

interface Raw {
  absences?: { id: string; reason: string }[];
  components: { id: string; mechanism: string; enabled?: boolean; inputs: Record<string, unknown> }[];
}

const example = (name: string): Raw =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"));

function told(raw: Raw): readonly { readonly path: string; readonly code: string }[] {
  const parsed = parseDocument(raw, mechanisms);
  if (!parsed.ok) return parsed.problems;
  const { problems } = kernelResultsOf(preparedOf(parsed.value.document));
  return problems.filter(({ path }) => path.startsWith("absences/"));
}

const because = (...ids: string[]): Raw => ({
  ...example("new-build"),
  absences: ids.map((id) => ({ id, reason: "本项目没有" })),
});

describe("a reason why there is none", () => {
  it.each(["works", "area", "land", "tax_vat", "tax_income", "operation", "price.flats"])(
    "is told at its entry where there is one: %s",
    (id) => {
      expect(told(because(id))).toMatchObject([{ path: `absences/${id}`, code: "document.absence_present" }]);
    },
  );

  it("says nothing where there is none, or nothing is expected", () => {
    expect(told(because("compensation"))).toEqual([]);
    const raw = because("tax_vat");
    for (const component of raw.components) if (component.mechanism === "vat_return") component.enabled = false;
    expect(told(raw)).toEqual([]);
  });

  it("is told where it names a place that there is not", () => {
    expect(told(because("works.p1"))).toMatchObject([{ path: "absences/works.p1", code: "document.absence_unknown" }]);
    expect(told(because("price.flat"))).toMatchObject([{ code: "document.absence_unknown" }]);
  });

  it.each(["", "  \n "])("is refused where it says nothing: %j", (reason) => {
    const raw = { ...because("compensation"), absences: [{ id: "compensation", reason }] };
    expect(told(raw)).toMatchObject([{ code: "document.ground_empty", path: "absences/compensation/reason" }]);
    const ungrounded = example("rehabilitation");
    for (const { inputs } of ungrounded.components)
      if (inputs["approval"] !== undefined) inputs["approval"] = { notNeeded: reason };
    expect(told(ungrounded)[0]).toMatchObject({ code: "document.ground_empty" });
  });
});

describe("cost shared with neighbouring projects", () => {
  it("stands for no works of one's own", () => {
    const raw = example("new-build");
    for (const component of raw.components)
      if (component.mechanism === "works") {
        component.mechanism = "joint_cost";
        const { payer, payee, phasing } = component.inputs;
        component.inputs = {
          ...{ payer, payee, phasing, total: "100000000", key: "agreed", ownWeight: "1" },
          ...{ partners: [{ id: "one", project: "other", weight: "1" }], includesVat: true, vatMethod: "none" },
        };
      }
    const parsed = parseDocument(raw, mechanisms);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const verdict = kernelResultsOf(preparedOf(parsed.value.document)).verdicts.find(({ id }) => id === "B2");
    expect(verdict?.pass).toBeNull();
    expect(verdict?.missing?.map(({ path }) => path)).toContain("absences/works");
  });
});
