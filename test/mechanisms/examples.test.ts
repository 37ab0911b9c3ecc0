import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseJsonText } from "../../models/document/parse.ts";
import { agree, evaluateRecord } from "../../models/engines/index.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { modelExamples } from "../support/examples.ts";
import { preparedOf } from "../support/prepared.ts";

const folder = new URL("../../examples/", import.meta.url);
const names = modelExamples();

function read(name: string) {
  const parsed = parseJsonText(readFileSync(new URL(name, folder), "utf8"), mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message.en).join("\n"));
  return parsed.value;
}

describe.each(names)("example %s", (name) => {
  const { document, problems } = read(name);
  const scenarios = document.scenarios.map(({ id }) => id);

  it("says what it is, in both languages where it names things", () => {
    expect(problems).toEqual([]);
    expect(document.notes?.length).toBeGreaterThan(0);
    for (const { label } of document.components) expect(label).toMatchObject({ zh: /./u, en: /[a-z]/iu });
  });

  it("has at least two scenarios, unless it is a published case", () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(name === "zhegong.json" ? 1 : 2);
  });

  it.each(scenarios)("%s evaluates without problems, areas close, both engines agree", (scenario) => {
    const prepared = preparedOf(document, scenario);
    const { graph, bindings } = prepared;
    const record = evaluateRecord(graph, bindings);
    expect([...prepared.problems, ...record.gaps.problems]).toEqual([]);
    for (const line of graph.lines.filter(({ role }) => role === "area.residual"))
      expect(Number(record.scalar(line.index))).toBeCloseTo(0, 2);
    expect(agree(record, prepared.kernel().run(bindings))).toEqual([]);
  });
});
