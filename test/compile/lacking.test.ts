import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import type { Verdict } from "../../models/checks/verdicts/verdict.ts";
import { prepareDocument } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { COUNTED_BY_DEFAULT } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { ColumnSpec, InputSpec } from "../../models/terms/inputs.ts";

type Json = Record<string, unknown>;
interface Draft extends Json {
  components: { id: string; mechanism: string; enabled?: boolean; inputs: Json }[];
}

const FOLDER = new URL("../../examples/", import.meta.url);
const EXAMPLES = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
const read = (name: string): Draft => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as Draft;
const shelf = new GraphShelf(mechanisms, 1);

function resultsOf(draft: unknown) {
  const parsed = parseDocument(draft, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path} ${message.en}`).join("; "));
  return kernelResultsOf(prepareDocument(parsed.value.document, "base", COUNTED_BY_DEFAULT, shelf));
}

const passes = (verdicts: readonly Verdict[]): readonly string[] =>
  verdicts.flatMap(({ id, pass }) => (pass === true ? [id] : []));
const without = (values: Json, name: string): Json =>
  Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));
const isNeeded = (spec: InputSpec | ColumnSpec, type: string): boolean =>
  (spec.type === "table" && spec.neededFor === type) ||
  // A record left out is no missing value: it counts like one that does not hold, and its money is told as uncounted.
  (spec.optional !== true && spec.type !== "record" && !(spec.type === "number" && spec.policy !== undefined));

interface Removal {
  readonly path: string;
  readonly draft: Draft;
}

/** The file with one required input, or one required cell of a row, taken out. */
function removals(draft: Draft): readonly Removal[] {
  const { type } = draft["project"] as { readonly type: string };
  return draft.components.flatMap((component) => {
    if (component.enabled === false) return [];
    const inputs = mechanisms.get(component.mechanism)?.inputs ?? {};
    const put = (path: string, changed: Json): Removal => ({
      path: `components/${component.id}/inputs/${path}`,
      draft: {
        ...draft,
        components: draft.components.map((one) => (one === component ? { ...one, inputs: changed } : one)),
      },
    });
    return Object.entries(inputs).flatMap(([name, spec]) => {
      const own = component.inputs[name];
      if (own === undefined) return [];
      const whole = isNeeded(spec, type) ? [put(name, without(component.inputs, name))] : [];
      if (spec.type !== "table" || !Array.isArray(own)) return whole;
      const [row] = own as Json[];
      const cells = Object.entries(spec.columns).flatMap(([column, cell]) =>
        row === undefined || row[column] === undefined || !isNeeded(cell, type)
          ? []
          : [
              put(`${name}/${row["id"]}/${column}`, {
                ...component.inputs,
                [name]: [without(row, column), ...own.slice(1)],
              }),
            ],
      );
      return [...whole, ...(isNeeded(spec, type) ? [put(name, { ...component.inputs, [name]: [] })] : []), ...cells];
    });
  });
}

/** Every one of a list in the long run; here every n-th, beginning elsewhere in each file. */
const sampleOf = (list: readonly Removal[], file: number): readonly Removal[] =>
  process.env["PINGHENG_REMOVALS"] === "all" ? list : list.filter((_, index) => index % 17 === file % 17);

describe.each(EXAMPLES.map((name, index) => [name, index] as const))(
  "%s with something required taken out",
  (name, index) => {
    const sound = read(name);

    it("has no green light over what rests on it, and names it", () => {
      const before = passes(resultsOf(sound).verdicts);
      for (const { path, draft } of sampleOf(removals(sound), index)) {
        const { values, verdicts, problems } = resultsOf(draft);
        expect(
          problems.some((problem) => path.startsWith(problem.path) || problem.path.startsWith(path)),
          `${path} is said`,
        ).toBe(true);
        const open = verdicts.filter(({ missing }) => missing?.some((one) => path.startsWith(one.path)));
        expect(
          open.every(({ pass }) => pass === null),
          path,
        ).toBe(true);
        const green = passes(verdicts).filter((id) => !before.includes(id));
        expect(green, `${path} turned on`).toEqual([]);
        for (const id of passes(verdicts))
          expect(Number.isFinite(values.scalar(`verdict.${id}.margin`)), `${path} ${id}`).toBe(true);
      }
    });

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
