import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import type { Verdict } from "../../models/checks/verdicts/verdict.ts";
import { prepareDocument } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { COUNTED_BY_DEFAULT } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { modelExamples } from "../support/examples.ts";
import { documentOf, outcomeOf } from "../trust/outcome.ts";
import { requiredOut, sampleOf, unsaid } from "../trust/removals.ts";

type Json = Record<string, unknown>;
interface Draft extends Json {
  components: { id: string; mechanism: string; enabled?: boolean; inputs: Json }[];
}

const FOLDER = new URL("../../examples/", import.meta.url);
const EXAMPLES = modelExamples();
const read = (name: string): Draft => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as Draft;
/** All of them take minutes. */
const PATIENCE_MS = 900_000;
const shelf = new GraphShelf(mechanisms, 1);

function resultsOf(draft: unknown) {
  const parsed = parseDocument(draft, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path} ${message.en}`).join("; "));
  return kernelResultsOf(prepareDocument(parsed.value.document, "base", COUNTED_BY_DEFAULT, shelf));
}

const passes = (verdicts: readonly Verdict[]): readonly string[] =>
  verdicts.flatMap(({ id, pass }) => (pass === true ? [id] : []));

describe.each(EXAMPLES.map((name, index) => [name, index] as const))(
  "%s with something required taken out",
  (name, index) => {
    const sound = read(name);

    it(
      "has no green light over what rests on it, and names it",
      () => {
        const document = documentOf(sound);
        const before = outcomeOf(document);
        for (const removal of sampleOf(requiredOut(document), index, 34))
          expect(unsaid(before, outcomeOf(removal.document), removal.path)).toEqual([]);
      },
      PATIENCE_MS,
    );

    it("loses no light where what lacks it is switched off", () => {
      const [component] = sound.components.filter(({ mechanism }) => mechanism === "lease" || mechanism === "sale");
      if (component === undefined) return;
      const off = (inputs: Json): Draft => ({
        ...sound,
        components: sound.components.map((one) => (one === component ? { ...one, enabled: false, inputs } : one)),
      });
      const whole = resultsOf(off(component.inputs)).verdicts.map(({ pass, margin }) => [pass, margin?.toFixed(4)]);
      const { price: _price, rent: _rent, vatMethod: _method, ...others } = component.inputs;
      const lacking = resultsOf(off(others)).verdicts;
      expect(lacking.map(({ pass, margin }) => [pass, margin?.toFixed(4)])).toEqual(whole);
    });
  },
);

describe("a file that says too little", () => {
  const rebuild = read("rebuild.json");
  const edited = (edit: (draft: Draft) => void): Draft => {
    const draft = structuredClone(rebuild);
    edit(draft);
    return draft;
  };
  const verdict = (draft: Draft, id: string): Verdict =>
    resultsOf(draft).verdicts.find((one) => one.id === id) as Verdict;

  it("without anything has no green light", () => {
    const empty = {
      ...rebuild,
      components: [],
      customLines: [],
      scenarios: [],
      records: [],
      bids: [],
      uncertainty: [],
      targets: [],
    };
    expect(passes(resultsOf(empty).verdicts)).toEqual([]);
  });

  it("with a mechanism nobody knows decides nothing that might be in it", () => {
    const draft = edited((d) => {
      const works = d.components.find(({ mechanism }) => mechanism === "works");
      if (works !== undefined) works.mechanism = "works_v2";
    });
    expect(passes(resultsOf(draft).verdicts)).toEqual([]);
    expect(verdict(draft, "B2").missing?.map(({ path }) => path)).toContain("components/works/mechanism");
  });

  it("without its area balance cannot be judged; the empty list counts as absent", () => {
    expect(
      passes(
        resultsOf(
          edited((d) => {
            d.components = d.components.filter(({ mechanism }) => mechanism !== "area_balance");
          }),
        ).verdicts,
      ),
    ).toEqual([]);
    const works = (items: unknown) =>
      edited((d) => {
        for (const one of d.components) if (one.mechanism === "works") one.inputs["items"] = items;
      });
    expect(verdict(works([]), "B2")).toMatchObject({ pass: null, reason: "incomplete" });
  });

  it("where a product is misspelt names the word and the nearest", () => {
    const draft = edited((d) => {
      for (const one of d.components) if (one.id === "flats") one.inputs["product"] = "flat";
    });
    const problem = resultsOf(draft).problems.find(({ path }) => path === "components/flats/inputs/product");
    expect(problem?.hint?.en).toBe("Did you mean “flats”?");
    expect(verdict(draft, "B2").pass).toBeNull();
  });

  it("where a sale stands twice sells the same ㎡ twice: B1 fails by them and no money that rests on area is judged", () => {
    const draft = edited((d) => {
      const sale = d.components.find(({ id }) => id === "flats");
      if (sale !== undefined) d.components.push({ ...structuredClone(sale), id: "flats_2" });
    });
    const { values, verdicts } = resultsOf(draft);
    const sold = values.scalar("flats.area_offered") as number;
    expect(verdicts[0]).toMatchObject({ id: "B1", pass: false });
    expect(verdicts[0]?.margin?.toNumber()).toBeCloseTo(-sold, 2);
    expect(verdicts.slice(1).filter(({ pass }) => pass !== null)).toEqual([]);
  });

  it("where a tax stands twice names both, and takes neither; one switched off is no matter", () => {
    const twice = (enabled: boolean) =>
      edited((d) => {
        const tax = d.components.find(({ mechanism }) => mechanism === "income_tax");
        if (tax !== undefined) d.components.push({ ...structuredClone(tax), id: "income_tax_2", enabled });
      });
    const { problems } = resultsOf(twice(true));
    expect(problems.filter(({ code }) => code === "document.once").map(({ path }) => path)).toEqual([
      "components/income_tax",
      "components/income_tax_2",
    ]);
    expect(verdict(twice(true), "B2").pass).toBeNull();
    expect(verdict(twice(false), "B2").margin?.toFixed(2)).toBe(verdict(rebuild, "B2").margin?.toFixed(2));
  });

  it.each(["0.5", "0.95", "1.05"])("where %s of the price is collected says so and counts none of it", (share) => {
    const draft = edited((d) => {
      for (const one of d.components)
        if (one.id === "flats")
          one.inputs["collection"] = [
            { id: "first", lag: "0", share: "0.25" },
            { id: "rest", lag: "0", share: String(Number(share) - 0.25) },
          ];
    });
    expect(resultsOf(draft).problems.map(({ code }) => code)).toContain(
      Number(share) < 1 ? "document.shares_short" : "document.shares_over",
    );
    expect(verdict(draft, "B2").pass).toBeNull();
  });

  it("with conventions that make no sense uses none of them", () => {
    for (const [name, value] of [
      ["icProject", "-2"],
      ["inflation", "-1"],
      ["bepComfort", "50"],
      ["minimumCash", "-1000000000"],
      ["dscrTarget", "-5"],
    ] as const) {
      const draft = edited((d) => Object.assign(d["conventions"] as Json, { [name]: value }));
      expect(
        resultsOf(draft).problems.map(({ path }) => path),
        name,
      ).toContain(`conventions/${name}`);
    }
    expect(
      verdict(
        edited((d) => Object.assign(d["conventions"] as Json, { icProject: "-2" })),
        "B6",
      ).pass,
    ).toBeNull();
  });

  it("where a formula names a year outside the timeline says so; a year in it is that year's amount", () => {
    const line = (formula: string) =>
      edited((d) =>
        Object.assign(d, { customLines: [{ id: "probe", label: "probe", unit: "CNY", kind: "scalar", formula }] }),
      );
    const { values } = resultsOf(line("at(project.investment, 2028)"));
    const position = values.frame.years.findIndex(({ label }) => label === "2028");
    expect(values.scalar("probe")).toBeCloseTo(values.year("project.investment", position) as number, 2);
    for (const date of ["20", "2120", "24000"]) {
      const outside = resultsOf(line(`at(project.investment, ${date})`));
      expect(outside.values.scalar("probe"), date).toBeUndefined();
      expect(
        outside.problems.map(({ code, path }) => [code, path]),
        date,
      ).toEqual([["document.date_outside", "customLines/probe"]]);
    }
  });

  it("where a formula adds up what does not exist is refused at the line, with the nearest name", () => {
    for (const [formula, near] of [
      ["total(sum(role = cost.wroks.building))", "cost.works.building"],
      ["total(sum(rolle = cost.works.building))", undefined],
      ["total(sum(product = flat, role = sale.receipt))", "flats"],
    ] as const) {
      const draft = edited((d) =>
        Object.assign(d, { customLines: [{ id: "probe", label: "probe", unit: "CNY", kind: "scalar", formula }] }),
      );
      const { values, problems } = resultsOf(draft);
      expect(values.scalar("probe"), formula).toBeUndefined();
      expect(
        problems.map(({ path }) => path),
        formula,
      ).toEqual(["customLines/probe"]);
      if (near !== undefined) expect(problems[0]?.hint?.en, formula).toContain(near);
    }
  });
});
