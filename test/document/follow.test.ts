import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inRoot } from "../../cli/setup/paths.mjs";
import { datesOf, phaseStarts } from "../../models/document/follow.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { readMonth, writeMonth } from "../../models/language/calendar.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf, recordOf } from "../support/prepared.ts";

type Json = Record<string, unknown>;

const read = (file: unknown): ModelDocument => {
  const parsed = parseDocument(file, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message.en}`).join("\n"));
  return parsed.value.document;
};
const example = (name: string): Json => JSON.parse(readFileSync(inRoot(`examples/${name}.json`), "utf8")) as Json;

/** Every date of components of a file written as so many months from the beginning or the end of one of its phases. */
function following(file: Json, edge: "start" | "end"): { readonly file: Json; readonly count: number } {
  const { timeline } = read(file);
  const phases = timeline.phases.filter(({ id }) => phaseStarts(timeline.phases).has(id));
  let count = 0;
  const follow = (date: string, meaning: Parameters<ReturnType<typeof datesOf>>[1]): unknown => {
    const { id } = phases[count % phases.length] ?? { id: "" };
    count += 1;
    const at = readMonth(datesOf(timeline)({ phase: id, edge }, meaning) ?? "") ?? 0;
    return { phase: id, edge, months: (readMonth(date) ?? 0) - at };
  };
  const copy = structuredClone(file) as { components: { mechanism: string; inputs: Json }[] };
  for (const { mechanism, inputs } of copy.components)
    for (const [name, spec] of Object.entries(mechanisms.get(mechanism)?.inputs ?? {})) {
      const value = inputs[name];
      if (spec.type === "month" && typeof value === "string") inputs[name] = follow(value, spec.meaning);
      if (spec.type === "profile" && typeof value === "object" && value !== null && "profile" in value) {
        const profile = value.profile as { from: unknown };
        if (typeof profile.from === "string") profile.from = follow(profile.from, "from");
      }
      if (spec.type === "table" && Array.isArray(value))
        for (const row of value as Json[])
          for (const [column, cell] of Object.entries(spec.columns))
            if (cell.type === "month" && typeof row[column] === "string")
              row[column] = follow(row[column], cell.meaning);
    }
  return { file: copy as unknown as Json, count };
}

const values = (document: ModelDocument) => {
  const { evaluation } = recordOf(document);
  return new Map(
    evaluation.graph.lines.map(({ id, index, axis }) => [
      id,
      axis === "scalar" ? [String(evaluation.scalar(index))] : evaluation.series(index).map(String),
    ]),
  );
};

describe("a month that follows a phase", () => {
  it.each(["rebuild", "infill", "rehabilitation", "new-build", "special-bond", "zhegong"])(
    "is the date it stands for: %s",
    (name) => {
      const file = example(name);
      const plain = values(read(file));
      for (const edge of ["start", "end"] as const) {
        const followed = following(file, edge);
        expect(followed.count).toBeGreaterThan(5);
        expect(values(read(followed.file))).toEqual(plain);
      }
    },
    120_000,
  );

  it("moves with the phase: a preparation of three months less saves interest and allowances", () => {
    const file = example("rebuild");
    const followed = following(file, "start").file as { timeline: { phases: { id: string; months: number }[] } };
    const quick = structuredClone(followed);
    for (const phase of quick.timeline.phases) if (phase.id === "prepare") phase.months -= 3;
    const [slow, fast] = [values(read(followed)), values(read(quick))];
    const differing = [...slow].filter(([id, series]) => JSON.stringify(fast.get(id)) !== JSON.stringify(series));
    expect(differing.map(([id]) => id)).toEqual(
      expect.arrayContaining(["compensation.transition", "policy_loan.accrued"]),
    );
  });

  it("reads the end of a phase as its last month where the month itself is meant, else as the month after", () => {
    const dates = datesOf({ phases: [{ id: "build", start: "2026-01", months: 36, label: "b" }] } as never);
    expect(dates({ phase: "build", edge: "end" }, "last")).toBe("2028-12");
    expect(dates({ phase: "build", edge: "end" }, "from")).toBe("2029-01");
    expect(dates({ phase: "build", edge: "end", months: 6 }, "from")).toBe("2029-07");
    expect(dates({ phase: "build", edge: "start", months: -1 }, "from")).toBe(
      writeMonth((readMonth("2026-01") ?? 0) - 1),
    );
    expect(dates({ phase: "other", edge: "end" }, "from")).toBeUndefined();
    expect(dates("2026-01", "from")).toBeUndefined();
  });

  it("names a phase that is not there at its place, and nothing rests on a date then", () => {
    const file = example("rebuild") as { components: { id: string; inputs: Json }[] };
    const flats = file.components.find(({ id }) => id === "flats");
    if (flats === undefined) throw new Error("no flats");
    flats.inputs["handover"] = { phase: "biuld", edge: "end" };
    const { problems } = preparedOf(read(file));
    const [problem] = problems.filter(({ path }) => path === "components/flats/inputs/handover/phase");
    expect(problem?.code).toBe("document.phase_unknown");
    expect(problem?.hint?.en).toContain("build");
  });

  it("follows phases through each other; a circle has no dates", () => {
    const phases = [
      { id: "a", after: "b", months: 2, label: "a" },
      { id: "b", after: "a", months: 2, label: "b" },
      { id: "c", start: "2026-03", months: 4, label: "c" },
      { id: "d", after: "c", lagMonths: 2, months: 1, label: "d" },
    ] as never;
    expect([...phaseStarts(phases)].map(([id, month]) => [id, writeMonth(month)])).toEqual([
      ["c", "2026-03"],
      ["d", "2026-09"],
    ]);
  });
});
