import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { PackedParameter } from "../../policy/load.ts";
import { parameterAt } from "../../policy/series.ts";
import type { Review } from "./review.ts";

/** The rule a file is under: of a listed pack, or the law that holds everywhere. */
export function ruleOf({ packs }: Review, id: string): PackedParameter | undefined {
  const [parameter, pack, base] = [packs.parameter(id), packs.packOf(id), packs.base(id)];
  if (parameter !== undefined && pack !== undefined) return { parameter, pack };
  return base?.pack.area?.level === "national" ? base : undefined;
}

/** What a rule says in the first month of the project. */
export function statedBy({ timeline }: Review, { parameter }: PackedParameter): Decimal | undefined {
  const value = parameterAt(parameter, timeline.startMonth);
  return typeof value === "string" ? new RecordDecimal(value) : undefined;
}
