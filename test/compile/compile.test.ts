import { describe, expect, it } from "vitest";
import { contextOf } from "../../models/compile/context.ts";
import { expand } from "../../models/compile/expand.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { cash, flow } from "../../models/mechanisms/define/lines.ts";
import { type Mechanism, type MechanismSpec, mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { money, party } from "../../models/terms/inputs.ts";
import { fakes, type tinyDocument } from "../document/fakes.ts";
import { accepted, at, changed, documentOf, parsed, places } from "../document/support.ts";
import { compiledOf, preparedOf, recordOf } from "../support/prepared.ts";

type Draft = ReturnType<typeof tinyDocument>;

function values(change: (draft: Draft) => void, id: string, scenario?: string): string {
  const { document } = parsed(change);
  const { graph, evaluation } = recordOf(document, scenario, fakes);
  const index = graph.indexById.get(id);
  if (index === undefined) throw new Error(`no line ${id}`);
  const line = graph.lines[index];
  return line?.axis === "scalar" ? String(evaluation.scalar(index)) : evaluation.series(index).map(String).join(" ");
}

const same = () => {};

describe("a document as lines", () => {
  it("computes what it says", () => {
    expect(values(same, "works_1.total")).toBe("150.25");
    expect(values(same, "works_1.payment")).toBe("300000 300080 300050.25 300000 0 0 0 0 0 0 0 0");
    expect(values(same, "phase.operate")).toBe("0 0 0 0 1 1 1 1 1 1 1 1");
    expect(values(same, "record.permit_1")).toBe("0 0 1 1 1 1 1 1 1 1 1 1");
    expect(values(same, "party.buyers.net").split(" ").at(-1)).toBe("-2500062.5");
  });

  it("means the same with another step", () => {
    const monthly = values((d) => {
      Object.assign(d.timeline, { step: "month", periods: 36 });
    }, "project.net")
      .split(" ")
      .map(Number);
    const quarterly = values(same, "project.net").split(" ").map(Number);
    quarterly.forEach((value, index) => {
      expect(value).toBeCloseTo(
        monthly.slice(index * 3, index * 3 + 3).reduce((sum, part) => sum + part, 0),
        6,
      );
    });
  });

  it("switches a component off", () => {
    expect(
      values((d) => {
        at(d, "components", 1)["enabled"] = false;
      }, "works_1.payment"),
    ).toBe("0 0 0 0 0 0 0 0 0 0 0 0");
  });

  it("drops a cap that is not given, and waits for a record", () => {
    expect(
      values((d) => {
        at(d, "components", 0, "inputs")["cap"] = "10";
      }, "sale_1.receipt"),
    ).toContain("1250");
    expect(
      values((d) => {
        Object.assign(at(d, "components", 0, "inputs"), {
          permit: "permit_1",
          share: { profile: { from: "2026-04", every: "quarter", values: ["0.1", "0.1", "0.8"] } },
        });
      }, "sale_1.receipt"),
    ).toBe("0 0 2000050 16000400 0 0 0 0 0 0 0 0");
  });

  it("takes an input as a formula", () => {
    expect(
      values((d) => {
        at(d, "components", 0, "inputs")["price"] = { formula: "2 * works_1.total / sale_1.area" };
      }, "sale_1.price"),
    ).toBe("0.3005");
  });

  it("stands on a rule-pack parameter, visibly", () => {
    const change = (d: Draft) => {
      delete at(d, "components", 0, "inputs")["vat"];
      Object.assign(d, { packs: [{ id: "probe", version: "1", text: probePack() }] });
    };
    const model = compiledOf(documentOf(change), fakes);
    expect(model.problems).toEqual([]);
    expect(model.graph.lines[model.graph.indexById.get("sale_1.vat") ?? -1]?.formula).toBe(
      "param(vat_general_real_estate)",
    );
    expect(values(change, "sale_1.vat")).toBe("0.09");
  });

  it("knows who is inside the project", () => {
    const { decls } = expand(contextOf(documentOf(), fakes));
    const crosses = (id: string) => decls.find((decl) => decl.id === id)?.tags["crosses"];
    expect([crosses("sale_1.receipt"), crosses("works_1.payment")]).toEqual(["in", "out"]);
    const changedPerimeter = documentOf((d) => {
      at(d, "parties", 2)["inProject"] = true;
    });
    const inside = expand(contextOf(changedPerimeter, fakes)).decls;
    expect(inside.find((decl) => decl.id === "works_1.payment")?.tags["crosses"]).toBe("inside");
  });

  it("finds a party by its role when it is the only one", () => {
    const paid = (change: NonNullable<Parameters<typeof parsed>[0]>) =>
      parsed((d) => {
        const line = {
          id: "gift",
          label: "赠",
          unit: "CNY",
          kind: "flow",
          formula: "0",
          payer: "city",
          payee: "entity",
        };
        (d.customLines as unknown[]).push(line);
        change(d);
      });
    const renamed = paid((d) => {
      d.parties[0] = { id: "owner", label: "一", role: "entity" };
    });
    expect(expand(contextOf(renamed.document, fakes)).decls.find(({ id }) => id === "gift")?.payee).toBe("owner");
    const two = paid((d) => {
      (d.parties as unknown[]).push({ id: "entity_2", label: "二", role: "entity" });
      d.parties[0] = { id: "owner", label: "一", role: "entity" };
    });
    expect(places(compiledOf(two.document, fakes).problems)).toContain("document.cash_party customLines/gift");
  });

  it("conventions come with their stated defaults", () => {
    expect(values(same, "convention.draw_weight")).toBe("0.5");
    expect(
      values((d) => {
        Object.assign(d.conventions, { drawTiming: "start", vatBasis: "excluded" });
      }, "convention.separate_vat"),
    ).toBe("0");
    expect(values(same, "convention.dscr_target")).toBe("1");
    const ids = expand(contextOf(documentOf(), fakes)).decls.map(({ id }) => id);
    expect(ids).not.toContain("convention.ic_equity");
    expect(new Set(ids).size).toBe(ids.length);
  });
});

/** Whether a line of the small document lacks a value in any period. */
function lackingIn(document: ModelDocument): (id: string) => boolean {
  const { evaluation } = recordOf(document, undefined, fakes);
  return (id) => {
    const line = evaluation.graph.indexById.get(id) ?? -1;
    return evaluation.series(line).includes(undefined) || evaluation.scalar(line) === undefined;
  };
}

describe("a mistake in one component", () => {
  it("is told once, breaks what rests on it, and leaves the rest", () => {
    const { document, problems } = parsed((d) => delete at(d, "components", 0, "inputs")["price"]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      message: { zh: "“单价”未填", en: "required input “price” is missing" },
    });
    const model = compiledOf(document, fakes);
    expect(places(model.problems)).toEqual(["document.input_missing components/sale_1/inputs/price"]);
    const lacks = lackingIn(document);
    expect([lacks("sale_1.receipt"), lacks("project.cash"), lacks("sale_1.sold"), lacks("works_1.payment")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const prepared = preparedOf(document, undefined, fakes);
    expect(prepared.bindings.scalars.has(model.graph.indexById.get("sale_1.price") ?? -1)).toBe(false);
    expect(
      recordOf(document, undefined, fakes)
        .evaluation.scalar(model.graph.indexById.get("works_1.total") ?? -1)
        ?.toString(),
    ).toBe("150.25");
  });

  it.each([
    [
      "a choice",
      (d: unknown) => {
        at(d, "components", 1, "inputs")["kind"] = "other";
      },
      "works_1.payment",
    ],
    [
      "a party",
      (d: unknown) => {
        at(d, "components", 1, "inputs")["payee"] = "nobody";
      },
      "works_1.payment",
    ],
    ["a row", (d: unknown) => delete at(d, "components", 1, "inputs", "parts", 0)["id"], "works_1.total"],
  ])("that hides which lines there are (%s) makes all of them unusable, and the totals too", (_name, change, id) => {
    const { document, problems } = parsed(change);
    expect(problems).toHaveLength(1);
    const model = compiledOf(document, fakes);
    expect(model.problems).toHaveLength(1);
    const lacks = lackingIn(document);
    for (const line of [id, "project.cash_out", "party.entity.cash"]) expect(lacks(line), line).toBe(true);
    expect(lacks("sale_1.receipt")).toBe(false);
    const off = {
      ...document,
      components: document.components.map((one) => ({ ...one, enabled: one.id !== "works_1" })),
    };
    expect(lackingIn(off)("project.cash_out")).toBe(false);
  });

  it("money outside the timeline is told, and the rest counted", () => {
    const model = compiledOf(
      documentOf((d) => {
        at(d, "components", 1, "inputs")["spend"] = { profile: { from: "2028-07", every: "year", values: ["1200"] } };
      }),
      fakes,
    );
    expect(model.problems).toMatchObject([
      {
        code: "document.profile_outside",
        path: "components/works_1/inputs/spend",
        message: { en: "600 CNY of “spending” lies outside the timeline 2026-01 to 2028-12 and is not counted" },
      },
    ]);
    expect(model.graph.broken.size).toBe(0);
  });

  it("a parameter without a value for the time breaks what asks for it", () => {
    const { document } = parsed((d) => {
      delete at(d, "components", 0, "inputs")["vat"];
      Object.assign(d, { packs: [{ id: "probe", version: "1", text: probePack("2027-01") }] });
    });
    const model = compiledOf(document, fakes);
    const { problems } = preparedOf(document, undefined, fakes);
    expect(places(problems)).toEqual(["document.parameter_gap packs/probe/parameters/vat_general_real_estate"]);
    expect(model.problems).toEqual([]);
    expect([lackingIn(document)("sale_1.vat_memo"), lackingIn(document)("sale_1.receipt")]).toEqual([true, false]);
  });

  it("a custom line cannot replace a line of the product", () => {
    const found = compiledOf(
      documentOf((d) => {
        at(d, "customLines", 0)["id"] = "year";
      }),
      fakes,
    );
    expect(places(found.problems)).toEqual(["document.line_id_taken customLines/year"]);
  });

  it.each(["none", "oneyear", "onesquaremetre"])("nor a word of the language its formulas use: %s", (word) => {
    const found = compiledOf(
      documentOf((d) => {
        at(d, "customLines", 0)["id"] = word;
      }),
      fakes,
    );
    expect(places(found.problems)).toEqual([`document.line_id_taken customLines/${word}`]);
    expect(found.graph.indexById.has(word)).toBe(false);
  });

  it("a custom line named like a result is unusable, and does not stand for the result", () => {
    const found = compiledOf(
      documentOf((d) => {
        at(d, "customLines", 0)["id"] = "roi";
      }),
      fakes,
    );
    expect(places(found.problems)).toEqual(["document.line_id_taken customLines/roi"]);
    expect(found.graph.broken.has(found.graph.indexById.get("roi") ?? -1)).toBe(true);
    expect(found.graph.broken.has(found.graph.indexById.get("roe") ?? -1)).toBe(false);
  });

  it("a phase that follows itself is a named circle", () => {
    const model = compiledOf(
      documentOf((d) => {
        at(d, "timeline", "phases", 1)["after"] = "operate";
      }),
      fakes,
    );
    expect(model.problems[0]?.message.en).toContain("phase.operate.start");
    expect(model.graph.broken.has(model.graph.indexById.get("sale_1.receipt") ?? -1)).toBe(false);
  });
});

describe("a mistake in a mechanism is the program's", () => {
  const broken = (spec: Partial<MechanismSpec>): ReadonlyMap<string, Mechanism> =>
    new Map([
      [
        "odd",
        mechanism("odd", {
          title: { zh: "怪", en: "odd" },
          summary: { zh: "", en: "" },
          family: "cost",
          clauses: [],
          inputs: { amount: money("金额", "amount", { optional: true }) },
          lines: () => [],
          ...spec,
        }),
      ],
    ]);
  const expansionOf = (registry: ReadonlyMap<string, Mechanism>, inputs = {}) => {
    const input = changed((d) => {
      Object.assign(d, { components: [{ id: "odd_1", mechanism: "odd", inputs }], customLines: [], scenarios: [] });
    });
    return expand(contextOf(accepted(parseDocument(input, registry)).document, registry));
  };

  it.each([
    ["two lines of one name", { lines: () => [flow("a", "甲", "a", "0"), flow("a", "甲", "a", "0")] }],
    ["a line named like an input", { lines: () => [flow("amount", "甲", "a", "0")] }],
    ["an input named enabled", { inputs: { enabled: money("启", "on") } }],
    [
      "an input it does not declare",
      { lines: (c: { has(name: string): boolean }) => [flow(c.has("other") ? "a" : "b", "甲", "a", "0")] },
    ],
  ] satisfies readonly [string, Partial<MechanismSpec>][])("%s", (_name, spec) => {
    expect(() => expansionOf(broken(spec))).toThrow();
  });

  it("an optional word that the lines need is asked of the user", () => {
    const inputs = { who: party("谁", "who", ["bank"], { optional: true }) };
    const lines: MechanismSpec["lines"] = (c) => [flow("a", "甲", c.word("who"), "0")];
    const found = expansionOf(broken({ inputs, lines }));
    expect(places(found.problems)).toEqual(["document.input_missing components/odd_1/inputs/who"]);
    expect(found.decls.find(({ id }) => id === "odd_1.a")?.problem).toBe(found.problems[0]);
  });

  it("an optional party that a payment needs is asked of the user", () => {
    const inputs = { who: party("谁", "who", ["bank"], { optional: true }), city: party("市", "city", ["city"]) };
    const posts = { debit: "opex", credit: "cash" } as const;
    const lines: MechanismSpec["lines"] = () => [
      cash("a", "甲", "a", "0", { from: "who", to: "city", role: "opex.other", posts }),
    ];
    const found = expansionOf(broken({ inputs, lines }), { city: "city" });
    expect(places(found.problems)).toEqual(["document.input_missing components/odd_1/inputs/who"]);
  });

  it("money from a party to itself is a problem of the document", () => {
    const found = expansionOf(
      broken({
        inputs: { who: party("谁", "who", ["city"]) },
        lines: () => [
          cash("a", "甲", "a", "0", {
            from: "who",
            to: "who",
            role: "opex.other",
            posts: { debit: "opex", credit: "cash" },
          }),
        ],
      }),
      { who: "city" },
    );
    expect(places(found.problems)).toEqual(["document.cash_same components/odd_1"]);
  });
});

function probePack(from = "2020-01") {
  return {
    id: "probe",
    version: "1",
    title: { zh: "试", en: "probe" },
    document: { number: "1", issuer: "x", date: "2020" },
    status: "in_force",
    validFrom: from,
    parameters: [
      {
        id: "vat_general_real_estate",
        label: { zh: "税率", en: "rate" },
        unit: "1",
        values: [{ from, value: "0.09" }],
        reference: { document: "x", article: "1" },
        status: "law",
      },
    ],
    clauses: [],
  };
}
