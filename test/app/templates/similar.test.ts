import { describe, expect, test } from "vitest";
import { GUIDE } from "../../../app/catalogue/guide.ts";
import { newShelf } from "../../../app/model/prepare.ts";
import { recordResultsOf } from "../../../app/model/results.ts";
import { conditionsOf, reviewIn, trustIn } from "../../../app/model/trust.ts";
import { similarTo, similarToExample } from "../../../app/templates/similar/start.ts";
import { prepareScenario } from "../../../models/compile/prepare.ts";
import { assumedInputs } from "../../../models/document/assumed.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { example, parsed } from "../../analysis/advise/support.ts";

const shelf = newShelf();
const ASKED = { name: "三千户片区", city: "金华市", households: "3000", start: "2027-07" };

function like(name: string, asked = ASKED): ModelDocument {
  const made = similarTo(example(name), asked, "zh");
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return parsed(JSON.parse(JSON.stringify(made.value)));
}

const inputsOf = (document: ModelDocument, id: string) => document.components.find((one) => one.id === id)?.inputs;

describe("a model that begins like another project", () => {
  test("has its sizes by households, and its prices, rates and shares as they are", () => {
    const [before, after] = [example("rebuild"), like("rebuild")];
    expect(inputsOf(after, "area")).toMatchObject({
      siteTotal: "141000",
      householdsExisting: "3000",
      far: "2.5",
    });
    expect(inputsOf(after, "flats")?.["price"]).toBe(inputsOf(before, "flats")?.["price"]);
    expect(inputsOf(after, "policy_loan")).toMatchObject({ facility: "1250000000", rate: "0.029", tenor: "240" });
    expect(inputsOf(after, "charge")?.["pricePerM2"]).toBe("1450");
    expect(JSON.stringify(inputsOf(after, "equity"))).toContain('["438000000","125000000","62500000"]');
    const parking = JSON.stringify(inputsOf(after, "area")?.["parking"]);
    expect(parking).toContain('"spaces":"1875","areaPerSpace":"38"');
    expect(inputsOf(after, "performance")).toMatchObject({ acceptance: "2031-03" });
  });

  test("leaves the rules of another place behind, and computes by those that hold", () => {
    const packs = (city: string) => like("rehabilitation", { ...ASKED, city }).packs.map(({ id }) => id);
    expect(packs("台州市")).toEqual([
      "taizhou-2023-draft",
      "taizhou-property",
      "zhejiang",
      "national-law",
      "civil-code",
    ]);
    expect(packs("")).toEqual(packs("台州市"));
    expect(packs("金华市")).toEqual(["zhejiang", "national-law", "civil-code"]);
    expect(packs("成都市")).toEqual(["national-law", "civil-code"]);
    const told = (city: string) => {
      const prepared = prepareScenario(like("rehabilitation", { ...ASKED, city }), "base", shelf);
      return prepared.ok && prepared.value.problems.map(({ path, message }) => [path, message.zh]);
    };
    expect(told("成都市")).toEqual(told("台州市"));
  });

  test("has none of its papers, approvals and scenarios", () => {
    const { records, scenarios, components, project } = like("rebuild");
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) expect(Object.keys(record).sort()).toEqual(["date", "id", "kind", "label"]);
    expect(scenarios.map(({ id }) => id)).toEqual(["base"]);
    expect(JSON.stringify(components)).not.toMatch(/"(approved|received|applied)"/);
    expect(project).not.toHaveProperty("documentNumber");
  });

  test.each(["rebuild", "infill", "rehabilitation", "new-build", "special-bond"])(
    "marks every value as assumed and meets no verdict without conditions: %s",
    (name) => {
      const document = like(name);
      const assumed = new Set(assumedInputs(document).map(({ path }) => path));
      for (const { id, mechanism, inputs } of document.components)
        for (const input of Object.keys(inputs)) {
          const type = mechanisms.get(mechanism)?.inputs[input]?.type ?? "";
          const path = `components/${id}/inputs/${input}`;
          expect([path, assumed.has(path)]).toEqual([path, !["party", "plot", "record"].includes(type)]);
        }
      const prepared = prepareScenario(document, "base", shelf);
      if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
      const results = recordResultsOf(prepared.value);
      const trust = trustIn(results, reviewIn(results));
      expect(results.verdicts.find(({ id }) => id === "B1")?.pass).toBe(true);
      for (const { id, pass } of results.verdicts)
        if (pass === true) expect([id, conditionsOf(trust, id).length > 0]).toEqual([id, true]);
    },
  );

  test("says what is wrong with what was asked", async () => {
    const wrong = { example: "rebuild", name: " ", households: "30.5", start: "2027" };
    const answer = await similarToExample(wrong, "zh");
    expect(answer.ok ? [] : answer.problems.map(({ code }) => code)).toEqual([
      "similar.name",
      "similar.households",
      "similar.start",
    ]);
    const unknown = await similarToExample({ example: "../rebuild", ...ASKED }, "zh");
    expect(unknown.ok ? [] : unknown.problems.map(({ code }) => code)).toEqual(["example.unknown"]);
  });
});

test("the guide asks for inputs that mechanisms have", () => {
  for (const { inputs } of GUIDE)
    for (const [id, names] of Object.entries(inputs))
      for (const name of names)
        expect([id, name, mechanisms.get(id)?.inputs[name] !== undefined]).toEqual([id, name, true]);
});
