import { inputSpecOf } from "../../../models/compile/inputPaths.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { Text } from "../../../models/wording/text.ts";
import { wordsOfUnit } from "../../../models/wording/unit.ts";
import { isInPercent } from "../plan/quantity.ts";
import { isPercent, PERCENT } from "../template/units.ts";
import { formatOf } from "./styles.ts";

/** Unit and number format of a cell; values stay as formulas need them, shares as shares of 1. */
export interface Look {
  readonly unit: Text;
  readonly format: string;
}

const RATE: Look = { unit: { zh: "%", en: "%" }, format: PERCENT };
const RATE_PER_YEAR: Look = { unit: wordsOfUnit("1/a"), format: PERCENT };
const NO_UNIT: Text = { zh: "–", en: "–" };

/** Conventions that are rates, of the unit 1 as all of them are. */
const RATES: ReadonlySet<string> = new Set(
  ["inflation", "icProject", "icEquity", "terminalCapRate", "bepComfort"].map((name) => `conventions/${name}`),
);

/** Of a line, or an indicator or margin by its id. */
export function lookOf(unit: string, id: string): Look {
  if (unit === "1/a") return RATE_PER_YEAR;
  if (unit !== "1") return { unit: wordsOfUnit(unit), format: formatOf(unit) };
  return isInPercent(id) ? RATE : { unit: NO_UNIT, format: formatOf(unit) };
}

/** Of an input as the form has it; a parameter of the rules by what it is: a part of one is a rate. */
export function lookOfInput(
  { id, unit, path = "" }: GraphLine,
  document: ModelDocument,
  values: readonly string[],
): Look {
  const spec = inputSpecOf(document, path, mechanisms);
  const isRate =
    RATES.has(path) ||
    ((spec?.type === "number" || spec?.type === "profile") && isPercent(spec)) ||
    (unit === "1" && path.startsWith("packs/") && values.length > 0 && values.every(isPart));
  if (!isRate) return lookOf(unit, id);
  return unit === "1/a" ? RATE_PER_YEAR : RATE;
}

const isPart = (text: string): boolean => Number(text) > 0 && Number(text) < 1;
