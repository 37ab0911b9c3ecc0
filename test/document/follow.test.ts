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

describe("schedules that divide a phase", () => {
  type Phased = Json & { timeline: { phases: Json[] }; components: { id: string; inputs: Json }[] };
  const total = (series: readonly string[] | undefined, upTo = Number.POSITIVE_INFINITY): number =>
    (series ?? []).slice(0, upTo).reduce((sum, value) => sum + Number(value), 0);
  const rebuilt = (change: (file: Phased) => void) => {
    const file = example("rebuild") as Phased;
    change(file);
    return values(read(file));
  };
  const phase = (file: Phased, id: string) => file.timeline.phases.find((one) => one["id"] === id) ?? {};
  const inputsOf = (file: Phased, id: string) => file.components.find((one) => one.id === id)?.inputs ?? {};

  it("factory production, six months saved for a premium: works dearer and sooner, less allowance, less interest in construction", () => {
    const built = (months: number, premium: string) =>
      rebuilt((file) => {
        phase(file, "build")["months"] = months;
        inputsOf(file, "works")["premium"] = premium;
      });
    const [slow, fast] = [built(36, "0"), built(30, "0.05")];
    const [before, after] = [slow.get("works.paid.above"), fast.get("works.paid.above")];
    expect(total(after) / total(before)).toBeCloseTo(1.05, 9);
    // Quarters: six months of preparation, then 36 or 30 of building.
    expect(total(before, 14)).toBeCloseTo(total(before), 2);
    expect(total(before, 12) / total(before)).toBeCloseTo(0.9, 9);
    expect(total(after, 12)).toBeCloseTo(total(after), 2);
    // 28,500 ㎡ × 28 元 = 798,000 元 a month, over 42 months and over 36.
    expect(total(slow.get("compensation.transition"))).toBeCloseTo(42 * 798_000, 2);
    expect(total(fast.get("compensation.transition"))).toBeCloseTo(36 * 798_000, 2);
    // The same dearer works take more interest when they take six months more.
    const idle = built(36, "0.05").get("policy_loan.capitalised");
    expect(total(fast.get("policy_loan.capitalised"))).toBeLessThan(total(idle));
  });

  it("a fast approval, three months saved between moving out and building: allowance and interest in construction fall", () => {
    const approved = (months: number) =>
      rebuilt((file) => {
        file.timeline.phases.splice(1, 0, { id: "approval", label: "审批", after: "prepare", months });
        phase(file, "build")["after"] = "approval";
      });
    const [slow, fast] = [approved(6), approved(3)];
    const saved = (id: string) => total(slow.get(id)) - total(fast.get(id));
    // Beyond the 36 months agreed the allowance is twice the standard.
    expect(saved("compensation.transition")).toBeCloseTo(3 * 2 * 798_000, 2);
    expect(saved("policy_loan.capitalised")).toBeGreaterThan(0);
    // The works are the same, three months sooner.
    expect(fast.get("works.paid.above")?.slice(0, -1)).toEqual(slow.get("works.paid.above")?.slice(1));
  });

  it("begins with a phase that has months, and says so at its place", () => {
    const problemOf = (from: unknown) => {
      const file = example("rebuild") as Phased;
      (inputsOf(file, "works")["phasing"] as { profile: Json }).profile["from"] = from;
      const { problems } = preparedOf(read(file));
      return problems.find(({ path }) => path === "components/works/inputs/phasing/profile/every")?.code;
    };
    expect(problemOf({ phase: "build", edge: "start", months: 2 })).toBeUndefined();
    expect(problemOf({ phase: "build", edge: "end" })).toBe("document.profile_phase");
    expect(problemOf("2026-07")).toBe("document.profile_phase");
  });
});
