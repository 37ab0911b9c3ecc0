import { expect, test } from "vitest";
import { planDocumentOf } from "../../../../app/exports/exportPlan.ts";
import { newShelf } from "../../../../app/model/prepare.ts";
import { recordResultsOf } from "../../../../app/model/results.ts";
import { prepareScenario } from "../../../../models/compile/prepare.ts";
import { writePath } from "../../../../models/document/path.ts";
import type { ModelDocument } from "../../../../models/document/schema.ts";
import { mechanisms } from "../../../../models/mechanisms/index.ts";
import { example } from "../../../analysis/advise/support.ts";

const shelf = newShelf();
const document = { ...example("special-bond"), scenarios: example("special-bond").scenarios.slice(0, 1) };

function value(of: ModelDocument): number {
  const prepared = prepareScenario(of, "base", shelf);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  return recordResultsOf(prepared.value).values.scalar("npv.project.posttax")?.toNumber() ?? Number.NaN;
}

function changed(path: string, literal: string): number {
  const written = writePath(document, path, literal, mechanisms);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return value(written.value);
}

test("effects of single inputs in the plan are what the book of record gives with the input changed", () => {
  const question = { lang: "zh", revision: "r1", version: "0.1.0", now: new Date(0), money: "wan" } as const;
  const made = planDocumentOf(document, question, shelf);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const blocks = made.value.plan.sections.flatMap((section) => section.blocks);
  const at = blocks.findIndex((block) => block.kind === "caption" && block.text.startsWith("对“财务净现值"));
  const table = blocks[at + 1];
  if (table?.kind !== "table") throw new Error("no table under its caption");
  const base = value(document);
  for (const [label, path] of [
    ["street · 单价", "components/parking/inputs/items/street/price"],
    ["homes · 单价或总额", "components/works/inputs/items/homes/price"],
  ] as const) {
    const row = table.rows.find(([name]) => name?.text.includes(label))?.map(({ text }) => text);
    const [, , down = "", downBy, up = "", upBy] = row ?? [];
    const effect = (literal: string): string => ((changed(path, literal) - base) / 10_000).toFixed(2);
    expect([label, downBy, upBy]).toEqual([label, effect(down), effect(up)]);
  }
});
