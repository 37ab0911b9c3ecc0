import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { trustIn } from "../../app/model/trust.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { readMonth, writeMonth } from "../../models/language/calendar.ts";
import { STEP_MONTHS } from "../../models/language/timeline.ts";
import { modelExamples } from "../support/examples.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "./outcome.ts";
import { type GivenMonth, monthsOf } from "./transform/months.ts";

const PATIENCE_MS = 240_000;
const FOLDER = new URL("../../examples/", import.meta.url);
const EXAMPLES = modelExamples();

const example = (name: string): ModelDocument => documentOf(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")));

function said(document: ModelDocument) {
  const results = kernelResultsOf(preparedOf(document));
  const trust = trustIn(results, []);
  return {
    passes: new Map(results.verdicts.map(({ id, pass }) => [id as string, pass])),
    margins: results.verdicts.map(({ margin }) => margin?.toFixed(4)).join(" "),
    problems: results.problems,
    points: trust.points,
    conditions: new Set(trust.points.flatMap(({ grade, verdicts }) => (grade === "condition" ? verdicts : []))),
  };
}

const lastMonth = ({ timeline: { start, step, periods } }: ModelDocument): number =>
  (readMonth(start) ?? Number.NaN) + STEP_MONTHS[step] * periods - 1;

type Said = ReturnType<typeof said>;

/** Whether anything at all is said of a month: at its place, or on a line of its component that was not there. */
function isTold({ path }: GivenMonth, before: Said, after: Said): boolean {
  // Money that counts for nothing already loses nothing by its month.
  if (after.margins === before.margins) return true;
  const component = path.split("/")[1] ?? "";
  if (after.problems.some((problem) => problem.path === path)) return true;
  const known = new Set(before.points.map((point) => `${point.path} ${point.message.en} ${point.amount?.toFixed(0)}`));
  return after.points.some(
    (point) =>
      point.path.startsWith(`components/${component}`) &&
      !known.has(`${point.path} ${point.message.en} ${point.amount?.toFixed(0)}`),
  );
}

/** Verdicts that became green, and say nothing of it. */
const betterUnsaid = (before: Said, after: Said): readonly string[] =>
  [...after.passes].flatMap(([id, pass]) =>
    pass === true && before.passes.get(id) !== true && !after.conditions.has(id as never) ? [id] : [],
  );

describe("a month after the end of the horizon", () => {
  it.each(EXAMPLES)(
    "of %s is told, and makes nothing green without a condition",
    (name) => {
      const document = example(name);
      const before = said(document);
      const late = writeMonth(lastMonth(document) + 13);
      const silent: string[] = [];
      for (const month of monthsOf(document)) {
        // What ends then simply goes on to the end of the horizon.
        if (month.spec.late === undefined && ["through", "before"].includes(month.spec.meaning)) continue;
        const after = said(month.changed(document, late));
        if (!isTold(month, before, after)) silent.push(`${month.path}: nothing is said`);
        for (const id of betterUnsaid(before, after)) silent.push(`${month.path}: ${id} is green`);
      }
      expect(silent).toEqual([]);
    },
    PATIENCE_MS,
  );
});

describe("a month after which something ends", () => {
  it.each(EXAMPLES)(
    "of %s is told where it lies before the horizon or before the month it follows",
    (name) => {
      const document = example(name);
      const early = writeMonth((readMonth(document.timeline.start) ?? Number.NaN) - 1);
      const silent = monthsOf(document)
        .filter(({ spec }) => spec.meaning === "through")
        .filter((month) => {
          const codes = said(month.changed(document, early)).problems.filter(({ path }) => path === month.path);
          return !["document.ended_before", "document.dates_contradict"].every((code) =>
            codes.some((problem) => problem.code === code),
          );
        });
      expect(silent.map(({ path }) => path)).toEqual([]);
    },
    PATIENCE_MS,
  );
});

describe("a tax or replacement that ends in its first year", () => {
  it.each(EXAMPLES)(
    "of %s is told",
    (name) => {
      const document = example(name);
      const before = said(document);
      const silent: string[] = [];
      for (const [component, input, from] of [
        ["land_use", "until", "from"],
        ["renewal", "until", "operationStart"],
      ] as const) {
        const part = document.components.find(({ id }) => id === component);
        const start = readMonth(String(part?.inputs[from]));
        const month = monthsOf(document).find(({ path }) => path === `components/${component}/inputs/${input}`);
        if (start === undefined || month === undefined) continue;
        const after = said(month.changed(document, writeMonth(start + 5)));
        if (!isTold(month, before, after)) silent.push(month.path);
      }
      expect(silent).toEqual([]);
    },
    PATIENCE_MS,
  );
});

describe("an operating cost that does not run as long as the income it serves", () => {
  const rebuild = example("rebuild.json");
  const running = (changes: Readonly<Record<string, string>>, document = rebuild): ModelDocument => ({
    ...document,
    components: document.components.map((one) =>
      one.id === "running" ? { ...one, inputs: { ...one.inputs, ...changes } } : one,
    ),
  });

  it("ended in its first year leaves B2 and B7 undecided, and says from when to when", () => {
    const after = said(running({ end: "2029-12" }));
    expect([after.passes.get("B2"), after.passes.get("B7")]).not.toContain(true);
    expect(after.passes.get("B7")).toBeNull();
  });

  it("begun late says so at its month", () => {
    const after = said(running({ start: "2035-01" }));
    expect(after.passes.get("B7")).toBeNull();
  });

  it("is a condition where another cost of the party still runs", () => {
    const other = rebuild.components.find(({ id }) => id === "running") as ModelDocument["components"][number];
    const [first] = other.inputs["items"] as readonly { readonly id: string; readonly kind: string }[];
    const items = [{ ...first, id: "watch", kind: "insurance" }] as never;
    const small = { ...other, id: "watch", inputs: { ...other.inputs, items } };
    const after = said({
      ...running({ end: "2029-12" }),
      components: [...running({ end: "2029-12" }).components, small],
    });
    expect(after.problems.map(({ code, path }) => `${code} ${path}`)).toContain(
      "document.operation_span components/running/inputs/end",
    );
    expect([...after.conditions]).toContain("B7");
  });

  it("counts again once the file gives the reason", () => {
    const absences = [{ id: "operation_span.running", reason: "以后由承租人自行承担" }];
    const after = said({ ...running({ end: "2029-12" }), absences });
    expect(after.passes.get("B7")).toBe(true);
  });

  it("is covered by one that follows it", () => {
    const other = rebuild.components.find(({ id }) => id === "running") as ModelDocument["components"][number];
    const next = { ...other, id: "next", inputs: { ...other.inputs, start: "2040-01" } };
    const before = running({ end: "2039-12" });
    const after = said({ ...before, components: [...before.components, next] });
    expect(after.problems).toEqual([]);
    expect(after.passes.get("B7")).toBe(true);
  });
});

describe("a plan of repayment beyond what is owed", () => {
  it("is a note at the plan: nobody would have paid the rest", () => {
    const results = kernelResultsOf(preparedOf(example("infill.json"), "fewer_demolished"));
    const { clean, points } = trustIn(results, []);
    expect(clean).toBe(true);
    expect(points.find(({ path }) => path === "components/loan/inputs/principalSchedule")?.grade).toBe("note");
  });
});
