import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../app/catalogue/catalogue.ts";
import type { JsonObject } from "../../app/contract.ts";
import { applyEdits } from "../../app/sessions/edits.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fieldAt } from "../../renderer/settings/lookup.ts";
import { recordOf } from "../support/prepared.ts";
import { CAPITAL } from "./enterable/capital.ts";
import { EARNING } from "./enterable/earning.ts";
import type { Fact } from "./enterable/fact.ts";
import { MEASURES } from "./enterable/measures.ts";
import { SPENDING } from "./enterable/spending.ts";
import { TAXES } from "./enterable/taxes.ts";
import { documentOf } from "./support/situation.ts";

const catalogue = catalogueOf(undefined);

/** The field a form has for a place: of a component or a setting, or among the figures of a record's kind. */
function fieldFor(document: ModelDocument, path: string): unknown {
  const [list, id, , name] = path.split("/");
  if (list !== "records") return fieldAt(document as unknown as JsonObject, catalogue.mechanisms, path);
  const kind = document.records.find((record) => record.id === id)?.kind;
  return catalogue.recordKinds.find(({ word }) => word === kind)?.fields.find((field) => field.name === name);
}

function read(situation: Fact["before"]): ModelDocument {
  const parsed = parseDocument(documentOf(situation), mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message.en}`).join("\n"));
  return parsed.value.document;
}

function figureIn(document: ModelDocument, { line, at }: Fact): number {
  const { evaluation } = recordOf(document);
  const index = evaluation.graph.indexById.get(line);
  if (index === undefined) return Number.NaN;
  if (at === undefined) return evaluation.scalar(index)?.toNumber() ?? Number.NaN;
  return evaluation.series(index)[at]?.toNumber() ?? Number.NaN;
}

/** Facts that clerks met in ordinary projects: a form has a field for each, no formula is needed, and the line that says it has the right value. */
describe("a clerk can enter", () => {
  it.each([...CAPITAL, ...SPENDING, ...EARNING, ...TAXES, ...MEASURES])("$fact", (fact) => {
    const before = read(fact.before);
    const entered = Object.entries(fact.entered);
    for (const [path, value] of entered) {
      expect(fieldFor(before, path), `a field for ${path}`).toBeDefined();
      expect(JSON.stringify(value)).not.toContain("formula");
    }
    const after = applyEdits(
      before,
      entered.map(([path, value]) => ({ path, value })),
      undefined,
    );
    if (!after.ok) throw new Error(after.problems.map(({ path, message }) => `${path}: ${message.en}`).join("\n"));
    expect(figureIn(after.value, fact)).toBeCloseTo(fact.value, 6);
    expect(figureIn(before, fact)).not.toBeCloseTo(fact.value, 6);
  });
});
