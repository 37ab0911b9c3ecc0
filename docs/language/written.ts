import { type WrittenName, writtenFunctions } from "../../models/language/written.ts";
import { type Entries, type FunctionEntry, plain, single } from "./example.ts";

type Sample = Pick<FunctionEntry, "example"> & { readonly units: string };

const samples: Readonly<Record<WrittenName, Sample>> = {
  share: {
    units: "mm -> 1",
    example: { formula: "share(z, x)", gives: "0 0.0333333 0.1 0.02 0.0833333 0.128571", ...plain },
  },
  exvat: {
    units: "m11 -> m",
    example: { formula: "exvat(price, 0.09, 1)", gives: "7.33945", ...single, unit: "CNY/m2" },
  },
  withvat: {
    units: "m11 -> m",
    example: { formula: "withvat(price, 0.09, 0)", gives: "8.72", ...single, unit: "CNY/m2" },
  },
  monthsin: {
    units: "mo, mo -> mo",
    example: { formula: "monthsin(opened, opened + 9 mo)", gives: "0 3 6 0 0 0", unit: "mo" },
  },
  falls: { units: "mo -> 1", example: { formula: "falls(opened) ? x : 0", gives: "0 30 0 0 0 0" } },
  yearof: { units: "mo -> 1", example: { formula: "yearof(opened)", gives: "1 1 1 1 2 2", ...plain } },
  timesdue: {
    units: "mo, a, mo -> 1",
    example: { formula: "timesdue(opened, 1 a, month + dtmonths)", gives: "0 1 1 2 2 3", kind: "stock", unit: "1" },
  },
  nextyear: {
    units: "mo -> mo",
    example: { formula: "nextyear(opened) - month", gives: "21 15 9 3 9 3", kind: "rate", unit: "mo" },
  },
  across: {
    units: "mm1 -> m",
    example: { formula: "across(1, 2, t / 8)", gives: "1.125 1.25 1.375 1.5 1.625 1.75", ...plain },
  },
  grown: {
    units: "111 -> 1",
    example: { formula: "grown(0.1, yearof(opened), 1)", gives: "1 1 1 1 1.1 1.1", ...plain },
  },
};

/** Functions written in the language itself, with their formulas. */
export const written: Entries = Object.fromEntries(
  Object.entries(samples).map(([name, sample]) => {
    const { parameters, formula, about } = writtenFunctions[name as WrittenName];
    const means = { zh: `${about.zh}\n\`${formula}\``, en: about.en };
    return [name, { takes: `${name}(${parameters.join(", ")})`, means, ...sample }];
  }),
);
