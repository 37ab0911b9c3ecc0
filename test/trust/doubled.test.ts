import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { trustIn } from "../../app/model/trust.ts";
import { contextOf } from "../../models/compile/context.ts";
import { rowProblems } from "../../models/compile/expand/copies.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { modelExamples } from "../support/examples.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "./outcome.ts";

const FOLDER = new URL("../../examples/", import.meta.url);
const EXAMPLES = modelExamples();

type Row = Record<string, unknown> & { id: string };
interface Draft {
  components: { id: string; mechanism: string; enabled?: boolean; inputs: Record<string, unknown> }[];
  scenarios: { id: string; set: Record<string, unknown> }[];
}
const example = (name: string): Draft => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));

function said(draft: Draft) {
  const results = kernelResultsOf(preparedOf(documentOf(draft)));
  const trust = trustIn(results, []);
  const conditions = new Set(trust.points.flatMap(({ grade, verdicts }) => (grade === "condition" ? verdicts : [])));
  return {
    told: new Map(results.problems.map(({ path, code }) => [path, code])),
    points: trust.points,
    clean: trust.clean,
    green: results.verdicts
      .filter(({ id, pass }) => pass === true && !conditions.has(id))
      .map(({ id }) => id as string),
  };
}

interface Table {
  readonly path: string;
  readonly part: Draft["components"][number];
  readonly name: string;
  readonly rows: readonly Row[];
}

const tablesOf = ({ components }: Draft): readonly Table[] =>
  components.flatMap((part) =>
    part.enabled === false
      ? []
      : Object.entries(part.inputs).flatMap(([name, rows]) =>
          mechanisms.get(part.mechanism)?.inputs[name]?.type === "table" && Array.isArray(rows) && rows.length > 0
            ? [{ path: `components/${part.id}/inputs/${name}`, part, name, rows: rows as Row[] }]
            : [],
        ),
  );

describe("a row entered twice", () => {
  it.each(EXAMPLES)("is named at both rows of every table of %s, and nothing is named before", (name) => {
    const draft = example(name);
    const told = () => rowProblems(contextOf(documentOf(draft), mechanisms).components);
    expect(told()).toEqual([]);
    const silent: string[] = [];
    for (const { path, part, name: table, rows } of tablesOf(draft)) {
      const [first] = rows as [Row];
      part.inputs[table] = [...rows, { ...first, id: "once_more" }];
      const codes = new Map(told().map((problem) => [problem.path, problem.code]));
      part.inputs[table] = rows;
      for (const row of [first.id, "once_more"])
        if (!/^document\.copied_row/.test(codes.get(`${path}/${row}`) ?? "")) silent.push(`${path}/${row}`);
    }
    expect(silent).toEqual([]);
  });

  it("is found with a zero more behind the point, and is a condition where it brings money", () => {
    const draft = example("rehabilitation.json");
    const part = draft.components.find(({ mechanism }) => mechanism === "operating_revenue") as Draft["components"][0];
    const rows = part.inputs["items"] as Row[];
    const [first] = rows as [Row];
    part.inputs["items"] = [...rows, { ...first, id: "again", growth: `${String(first["growth"])}0` }];
    const { told, green } = said(draft);
    expect(told.get(`components/${part.id}/inputs/items/again`)).toBe("document.copied_row");
    expect(green).not.toContain("B2");
  });
});

describe("rows that are about one thing and say two things of it", () => {
  it("are named where the table says what tells its rows apart", () => {
    const draft = example("rebuild.json");
    const part = draft.components.find(({ mechanism }) => mechanism === "area_balance") as Draft["components"][0];
    const rows = part.inputs["parking"] as Row[];
    const [first] = rows as [Row];
    part.inputs["parking"] = [...rows, { ...first, id: "more", spaces: "90" }];
    expect(said(draft).told.get(`components/${part.id}/inputs/parking/more`)).toBe("document.row_twice");
  });
});

describe("a base scenario that writes over the file", () => {
  const overwritten = (path: string, value: unknown): Draft => {
    const draft = example("new-build.json");
    const base = draft.scenarios.find(({ id }) => id === "base") as Draft["scenarios"][0];
    base.set = { [path]: value };
    return draft;
  };

  it.each([
    ["components/flats/inputs/price", "19000"],
    ["components/works/inputs/items/above/price", "3000"],
    ["components/works/enabled", false],
    ["conventions/icProject", "0.03"],
    ["timeline/phases/build/months", 24],
  ])("leaves no verdict green: %s", (path, value) => {
    const draft = overwritten(path, value);
    if (path.startsWith("timeline/phases/") && !JSON.stringify(draft).includes('"phases":[{')) return;
    const { green, points, clean } = said(draft);
    expect(green).toEqual([]);
    expect(clean).toBe(false);
    expect(points.map(({ message }) => message.en).join()).toContain(`changes ${path} from`);
  });

  it("neither does a scenario that the base rests on", () => {
    const draft = example("new-build.json");
    const base = draft.scenarios.find(({ id }) => id === "base") as Draft["scenarios"][0];
    const below = { ...base, id: "below", set: { "components/flats/inputs/price": "19000" } };
    Object.assign(base, { parent: "below" });
    draft.scenarios.push(below);
    expect(said(draft).green).toEqual([]);
  });

  it("says from what to what, and nothing of a value that stays", () => {
    const price = (example("new-build.json").components.find(({ id }) => id === "flats")?.inputs["price"] ??
      "") as string;
    const { points } = said(overwritten("components/flats/inputs/price", "19000"));
    expect(points.map(({ message }) => message.zh).join()).toContain(
      `基准情景把 components/flats/inputs/price 由 ${price} 改为 19000`,
    );
    expect(said(overwritten("components/flats/inputs/price", `${price}.0`)).clean).toBe(true);
  });
});
