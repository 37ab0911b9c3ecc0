import { decimalArithmetic, type RecordDecimal } from "../../models/engines/arithmetic/decimal.ts";
import type { Cells } from "../../models/operations/operation.ts";
import { type OperationName, operations } from "../../models/operations/table.ts";
import { clock, type Specimen, specimens } from "./specimens.ts";

/** The value of a specimen in the book of record. */
export function meaning({ node, t = 1, lines }: Specimen): RecordDecimal {
  const cells: Cells<RecordDecimal> = {
    arithmetic: decimalArithmetic,
    ...clock,
    value: (each, at) => operations[each.op].value(each, at, cells),
    read: (line, at) => {
      const slots = lines[line] ?? [];
      return decimalArithmetic.literal(String(slots.length === 1 ? slots[0] : slots[at]));
    },
  };
  return cells.value(node, t);
}

/** What every operation takes and gives, and what it is worth at places that are always the same. */
export function meanings(): Readonly<Record<string, { readonly units: string; readonly values: readonly string[] }>> {
  const rows = Object.entries(specimens).map(([name, specimensOf]) => {
    let drawn = 0;
    const draw = (low: number, high: number): number =>
      Number((low + (high - low) * ((++drawn * 0.618034) % 1)).toFixed(6));
    const values = specimensOf(draw).map((specimen) => meaning(specimen).toSignificantDigits(15).toFixed());
    return [name, { units: operations[name as OperationName].signature.units, values }];
  });
  return Object.fromEntries(rows);
}
