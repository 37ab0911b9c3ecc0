import { type WrittenName, writtenFunctions } from "../../models/language/written.ts";
import { type Entries, type Example, entry, plain, single } from "./example.ts";

const examples: Readonly<Record<WrittenName, { readonly units: string; readonly example: Example }>> = {
  share: {
    units: "ab -> a/b",
    example: { formula: "share(z, z + 1 CNY)", gives: "0.75 0.5 0.8 0.5 0.833333 0.9", ...plain },
  },
  exvat: { units: "a11 -> a", example: { formula: "exvat(218 CNY, 0.09, 1)", gives: "200", ...single } },
  withvat: { units: "a11 -> a", example: { formula: "withvat(200 CNY, 0.09, 0)", gives: "218", ...single } },
  monthsin: {
    units: "mo mo -> mo",
    example: { formula: "monthsin(opened, opened + 12 mo)", gives: "0 3 6 3 0 0", ...plain, unit: "mo" },
  },
  falls: { units: "mo -> 1", example: { formula: "falls(opened)", gives: "0 1 0 0 0 0", ...plain, kind: "flag" } },
  yearof: { units: "mo -> 1", example: { formula: "yearof(startmonth)", gives: "1 1 2 2 3 3", ...plain } },
  timesdue: {
    units: "mo a mo -> 1",
    example: { formula: "timesdue(startmonth, 1 a, month + dtmonths)", gives: "1 1 2 2 3 3", ...plain },
  },
  grown: {
    units: "111 -> 1",
    example: { formula: "grown(0.1, 3, 1)", gives: "1.21 1.21 1.21 1.21 1.21 1.21", ...plain },
  },
};

/** Functions written in the language itself; what they stand for is part of what is said of them. */
export const written: Entries = Object.fromEntries(
  Object.entries(examples).map(([name, { units, example }]) => {
    const { parameters, formula, about } = writtenFunctions[name as WrittenName];
    const means = (text: string) => `${text}: \`${formula}\``;
    return [name, entry(`${name}(${parameters.join(", ")})`, means(about.zh), about.en, example, { units })];
  }),
);
