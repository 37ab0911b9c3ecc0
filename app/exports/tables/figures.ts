import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../../../models/engines/arithmetic/decimal.ts";
import { addedUp, type CellSum, type Printed } from "./addUp.ts";
import { type MoneyUnit, printedOf, stepOf } from "./money.ts";

/** A cell of a table before it is rounded; a sum is told by the cells it is of. */
export interface Exact {
  /** Undefined where there is no value. */
  readonly value: Decimal | undefined;
  readonly unit: string;
  readonly sum?: ExactSum;
  /** The row of an amount of a year, which is rounded with regard to the years before. */
  readonly row?: number;
}

export interface ExactSum {
  readonly terms: readonly { readonly cell: number; readonly times: number }[];
  readonly plus: Decimal;
  readonly rounds: boolean;
}

/** A cell as it is put down. */
export interface Figure {
  /** In the unit printed; undefined where there is no value. */
  readonly number: number | undefined;
  /** Of other cells, where it is a formula; `plus` in the unit printed. */
  readonly sum?: { readonly terms: ExactSum["terms"]; readonly plus: number; readonly rounds: boolean };
}

/**
 * Cells with what is printed in them: amounts and areas to their last place so that sums add up, everything else as it is.
 * @param columns cells by column, as `addedUp` has them
 */
export function figuresOf(
  cells: readonly Exact[],
  columns: readonly (readonly number[])[],
  money: MoneyUnit,
): readonly Figure[] {
  const known = cells.map((cell) => ({ ...cell, sum: formulaOf(cell, cells) }));
  const printed = known.map(({ value, unit, sum, row }): Printed => {
    const step = stepOf(unit, money);
    if (step === undefined || value === undefined) return { exact: undefined };
    return {
      exact: value.div(step),
      ...(row === undefined ? {} : { row }),
      ...(sum === undefined
        ? {}
        : { sum: { terms: sum.terms, plus: whole(sum.plus.div(step)), isCheck: sum.rounds } satisfies CellSum }),
    };
  });
  const steps = addedUp(printed, columns);
  return known.map(({ value, unit, sum }, cell): Figure => {
    const step = stepOf(unit, money);
    const number =
      value === undefined
        ? undefined
        : step === undefined
          ? value.toDecimalPlaces(DIGITS).toNumber()
          : printedOf(steps[cell] as number);
    if (sum === undefined) return { number };
    const plus = step === undefined ? sum.plus.toNumber() : printedOf(whole(sum.plus.div(step)));
    return { number, sum: { ...sum, plus } };
  });
}

/** A sum that can be a formula: of cells of its unit, and without a value just where one of them has none. */
function formulaOf({ value, unit, sum }: Exact, cells: readonly Exact[]): ExactSum | undefined {
  if (sum === undefined || sum.terms.length === 0) return undefined;
  const parts = sum.terms.map(({ cell }) => cells[cell] as Exact);
  const isWhole = parts.every((part) => part.value !== undefined) === (value !== undefined);
  return isWhole && parts.every((part) => part.unit === unit) ? sum : undefined;
}

/** Digits of what is not rounded to a printed place. */
const DIGITS = 10;

/** Half away from zero. */
const whole = (value: Decimal): number => value.toDecimalPlaces(0, RecordDecimal.ROUND_HALF_UP).toNumber() + 0;
