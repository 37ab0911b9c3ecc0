import { readFileSync } from "node:fs";

/** The rehabilitation example by month, with a line of the user's own that costs 120,000 元 each calendar year. */
export function levyModel(): unknown {
  const example = JSON.parse(readFileSync(new URL("../../examples/rehabilitation.json", import.meta.url), "utf8"));
  const levy = {
    id: "levy",
    label: "平台年费",
    unit: "CNY",
    kind: "flow",
    axis: "year",
    payer: "company",
    payee: "contractor",
    role: "opex.other",
    formula: "oneyuan * 120000",
  };
  return { ...example, customLines: [...(example.customLines ?? []), levy] };
}
