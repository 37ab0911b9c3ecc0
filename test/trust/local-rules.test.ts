import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluateJson } from "../../app/model/evaluateJson.ts";
import { recordResultsOf } from "../../app/model/results.ts";
import { reviewIn, trustIn } from "../../app/model/trust.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "./outcome.ts";

const BASE = ["national-law", "civil-code", "land-administration"];
const ZHEJIANG = ["zhejiang", "zhejiang-expropriation"];

const readDocument = (path: string): ModelDocument =>
  documentOf(JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")));
const exampleDocument = (name: string): ModelDocument => readDocument(`../../examples/${name}.json`);

function judged(document: ModelDocument) {
  const results = recordResultsOf(preparedOf(document));
  return evaluateJson(results, trustIn(results, reviewIn(results)), "zh", "r");
}

/** The example somewhere else, with only these rule packs. */
function elsewhere(example: string, city: string, listed: readonly string[]): ModelDocument {
  const document = exampleDocument(example);
  const packs = document.packs.filter(({ id }) => listed.includes(id));
  return { ...document, project: { ...document.project, city }, packs };
}

const named = (document: ModelDocument) =>
  judged(document).trust.points.filter(({ message }) => message.includes("当地规则："));

describe("a city that no rule pack is listed for", () => {
  it.each(["rebuild", "infill", "new-build", "rehabilitation"])(
    "%s opens and computes in Quzhou, and the missing rules are named once",
    (example) => {
      const document = elsewhere(example, "衢州市", [...BASE, ...ZHEJIANG]);
      const { problems, verdicts, trust } = judged(document);
      expect(problems).toEqual([]);
      const computed = (found: readonly { id: string; pass: boolean | null }[]) =>
        found.filter(({ pass }) => pass !== null).map(({ id }) => id);
      expect(computed(verdicts)).toEqual(computed(judged(exampleDocument(example)).verdicts));
      const points = trust.points.filter(({ message }) => message.includes("不计容"));
      expect(points).toHaveLength(1);
      expect(points[0]).toMatchObject({
        kind: "missing",
        grade: "condition",
        path: "components/area/inputs/exemptAllowed",
      });
      for (const rule of ["衢州市", "（暂按 0）", "社区配套用房", "（暂按 80）", "物业经营用房"])
        expect(points[0]?.message).toContain(rule);
    },
  );

  it("outside Zhejiang takes provincial values for the time being and makes what rests on them conditional", () => {
    const [point, ...more] = named(elsewhere("rebuild", "合肥市", BASE));
    expect(more).toEqual([]);
    expect(point?.grade).toBe("condition");
    for (const rule of ["超期临时安置费倍数”（暂按 2）", "停产停业损失补偿下限", "物业管理用房比例"])
      expect(point?.message).toContain(rule);
    expect(judged(elsewhere("rebuild", "合肥市", BASE)).problems).toEqual([]);
  });

  it("is a note where what stands in cannot be too favourable", () => {
    const document = elsewhere("new-build", "衢州市", [...BASE, ...ZHEJIANG]);
    const components = document.components.map((component) =>
      component.id === "area" ? { ...component, inputs: { ...component.inputs, communityRooms: "1200" } } : component,
    );
    const [point] = named({ ...document, components });
    expect(point?.grade).toBe("note");
    expect(point?.message).toContain("（暂按 0）");
  });

  it("is not said where the city's rules are listed", () => {
    for (const example of ["rebuild", "rehabilitation"]) expect(named(exampleDocument(example))).toEqual([]);
  });

  it("whose own pack lacks a rule has that rule named at the input it governs", () => {
    const points = named(readDocument("./documents/city-without-pack.json"));
    expect(points.map(({ path }) => path)).toEqual(["components/area/inputs/exemptAllowed"]);
    expect(points[0]?.message).not.toContain("物业管理用房");
  });

  it("with no pack at all computes by national law as it stands today, and says so", () => {
    const [point] = named(elsewhere("rebuild", "合肥市", []));
    expect(point?.message).toMatch(/另有 \d+ 项国家规定未列政策参数包/);
  });
});

describe("rules of another place", () => {
  const foreign = (document: ModelDocument) =>
    judged(document).trust.points.filter(({ message }) => /不适用于|是否适用无从判断/.test(message));

  it.each([
    ["rebuild", "成都市", ["金华", "浙江", "浙江"]],
    ["rebuild", "杭州市", ["金华"]],
    ["rehabilitation", "金华市", ["台州", "台州"]],
    ["new-build", "北京市朝阳区", ["金华", "浙江"]],
  ] as const)("%s in %s: named one by one, and nothing is clean", (example, city, places) => {
    const document = exampleDocument(example);
    const moved = { ...document, project: { ...document.project, city } };
    const points = foreign(moved);
    expect(points.map(({ message }) => /是(..)的规定/.exec(message)?.[1])).toEqual(places);
    for (const point of points) expect(point).toMatchObject({ grade: "condition", path: "packs" });
    expect(judged(moved).trust.clean).toBe(false);
  });

  it("a project that says no city cannot have local rules without a word", () => {
    const document = exampleDocument("rebuild");
    const { city: _, ...project } = document.project;
    const points = foreign({ ...document, project });
    expect(points.length).toBe(3);
    for (const point of points) expect(point).toMatchObject({ grade: "condition", path: "project/city" });
  });

  it.each(["rebuild", "infill", "rehabilitation", "new-build", "special-bond", "zhegong"])(
    "%s where it lies lists its own",
    (example) => {
      expect(foreign(exampleDocument(example))).toEqual([]);
    },
  );
});
