import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { linesOf } from "../../app/model/lines.ts";
import { parseJsonText } from "../../models/document/parse.ts";
import { type Renamed, type Renaming, renamedFormula, renamedLine } from "../../models/document/rename/formula.ts";
import { renameItem } from "../../models/document/rename/rename.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";

const example = (name: string): ModelDocument => {
  const parsed = parseJsonText(readFileSync(`examples/${name}.json`, "utf8"), mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message.en).join("\n"));
  return parsed.value.document;
};

const renamed = (document: ModelDocument, renaming: Renaming): ModelDocument => {
  const result = renameItem(document, renaming, mechanisms);
  if (!result.ok) throw new Error(result.problems.map(({ path, message }) => `${path}: ${message.en}`).join("\n"));
  return result.value;
};

/** Every item of a document under another id. */
function everything(document: ModelDocument): {
  readonly document: ModelDocument;
  readonly names: readonly Renaming[];
} {
  const ids: readonly (readonly [Renamed, readonly { readonly id: string }[]])[] = [
    ["components", document.components],
    ["customLines", document.customLines],
    ["parties", document.parties],
    ["plots", document.plots],
    ["records", document.records],
    ["timeline/phases", document.timeline.phases],
  ];
  const names = ids.flatMap(([list, items]) => items.map(({ id }) => ({ list, from: id, to: `${id}_again` })));
  return { document: names.reduce(renamed, document), names };
}

const FORMULA: Renaming = { list: "components", from: "flats", to: "住宅" };

describe("another id", () => {
  test("is followed by formulas, token by token, and by nothing that only looks like it", () => {
    const formula = "flats.receipt + flats2.receipt * myflats - sum(component = flats, payer = in(spv, flats))";
    const next = "住宅.receipt + flats2.receipt * myflats - sum(component = 住宅, payer = in(spv, flats))";
    expect(renamedFormula(formula, FORMULA, new Set())).toBe(next);
    // A table of the component's own of that name stands before the component.
    expect(renamedFormula("flats.receipt", FORMULA, new Set(["flats"]))).toBe("flats.receipt");
    expect(renamedFormula("flats.receipt + ‘", FORMULA, new Set())).toBe("flats.receipt + ‘");
    const spv: Renaming = { list: "parties", from: "spv", to: "company" };
    expect(renamedFormula("party.spv.cash + sum(payer = in(spv, city), role = tax.*)", spv, new Set())).toBe(
      "party.company.cash + sum(payer = in(company, city), role = tax.*)",
    );
    expect(renamedLine("stmt_investor_spv.total", spv)).toBe("stmt_investor_company.total");
    const phase: Renaming = { list: "timeline/phases", from: "build", to: "construct" };
    expect(renamedFormula("during(build) * phase.build.months", phase, new Set())).toBe(
      "during(construct) * phase.construct.months",
    );
  });

  test("is refused where it is no id, taken, or of nothing", () => {
    const document = example("infill");
    const [first, second] = document.components;
    const codeOf = (from: string, to: string) => {
      const result = renameItem(document, { list: "components", from, to }, mechanisms);
      return result.ok ? undefined : result.problems[0]?.code;
    };
    expect(codeOf(first?.id ?? "", "1x")).toBe("document.rename_bad");
    expect(codeOf(first?.id ?? "", "project")).toBe("document.rename_bad");
    expect(codeOf(first?.id ?? "", second?.id ?? "")).toBe("document.rename_taken");
    expect(codeOf("nobody", "x")).toBe("document.path_unknown");
  });

  test.each(["rebuild", "infill", "rehabilitation"])(
    "of everything in %s changes no figure, in no scenario",
    (name) => {
      const before = example(name);
      const { document: after, names } = everything(before);
      for (const scenario of [undefined, ...before.scenarios.slice(0, 3).map(({ id }) => id)]) {
        const lines = (document: ModelDocument) =>
          linesOf(preparedOf(document, scenario), { by: "year", match: "*" }, "kernel").lines;
        const own = new Map(lines(after).map((line) => [line.id, line.values]));
        const missing: string[] = [];
        for (const { id, values } of lines(before)) {
          const now = names.reduce(renamedLine, id);
          const found = own.get(now);
          if (found === undefined) missing.push(id);
          else expect(found, id).toEqual(values);
        }
        expect(missing).toEqual([]);
      }
    },
  );
});
