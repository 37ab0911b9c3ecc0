import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contextOf } from "../../models/compile/context.ts";
import { expand } from "../../models/compile/expand.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { modelExamples } from "../support/examples.ts";

const folder = new URL("../../examples/", import.meta.url);
const CODES = ["document.copied", "document.copied_cost", "document.once"];

interface Part {
  id: string;
  label?: unknown;
  enabled?: boolean;
  inputs: Record<string, unknown>;
}
interface Draft {
  components: Part[];
}

function toldTwice(draft: Draft): readonly string[] {
  const parsed = parseDocument(draft, mechanisms);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { problems } = expand(contextOf(parsed.value.document, mechanisms));
  return problems.filter(({ code }) => CODES.includes(code)).map(({ path }) => path);
}

const example = (file: string): Draft => JSON.parse(readFileSync(new URL(file, folder), "utf8"));

describe("a component entered twice", () => {
  it.each(modelExamples())("is named at both places in %s", (file) => {
    const draft = example(file);
    expect(toldTwice(draft)).toEqual([]);
    for (const part of draft.components.filter(({ enabled }) => enabled !== false)) {
      const copy = { ...structuredClone(part), id: `${part.id}_copy`, label: "再来一份" };
      const told = toldTwice({ ...draft, components: [...draft.components, copy] });
      expect(told, part.id).toEqual(expect.arrayContaining([`components/${part.id}`, `components/${part.id}_copy`]));
    }
  });

  it("is found whatever its rows are called and in whatever order its inputs stand, and not where a figure differs or it is off", () => {
    const draft = example("new-build.json");
    const part = draft.components.find(({ inputs }) => Array.isArray(inputs["items"])) as Part;
    const items = part.inputs["items"] as { id: string }[];
    const entries = Object.entries({ ...part.inputs, items: items.map((row, index) => ({ ...row, id: `r${index}` })) });
    const copy = { ...part, id: "copy", inputs: Object.fromEntries(entries.reverse()) };
    const told = (one: Part) => toldTwice({ ...draft, components: [...draft.components, one] });
    expect(told(copy)).toContain("components/copy");
    expect(told({ ...copy, enabled: false })).toEqual([]);
    const first = { ...items[0], id: "r0", price: "1" };
    expect(told({ ...copy, inputs: { ...copy.inputs, items: [first, ...items.slice(1)] } })).toEqual([]);
  });
});
