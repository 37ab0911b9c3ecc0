import type { InputValue, RowValue } from "../../../models/document/inputSchema.ts";
import { countedAs } from "../../../models/terms/counted.ts";
import type { ColumnSpec, InputSpec, NumberInput } from "../../../models/terms/inputs.ts";
import { rangeOf } from "../../../models/terms/plausible.ts";

/** What a project twice as large has twice as much of: money, floor space, households, places and people. Prices and shares stay. */
const SIZED: ReadonlySet<string> = new Set(["CNY", "m2", "household", "person", "space", "unit"]);
const DIGITS = 3;

export type Beside = (name: string) => string | undefined;

/** An input of a finished project at the size of another. Formulas and what is not a size stay as they are. */
export function scaled(value: InputValue, spec: InputSpec, factor: number, beside: Beside): InputValue {
  if (factor === 1) return value;
  if (spec.type === "number") return typeof value === "string" ? number(value, spec, factor, beside) : value;
  if (spec.type === "profile" && typeof value === "object" && "profile" in value) {
    const { profile } = value;
    const isSize = spec.unit === "CNY" && (profile.meaning ?? spec.meaning) === "amount";
    const values = profile.values.map((one) => sized(String(one), false, factor));
    return isSize ? { profile: { ...profile, values } } : value;
  }
  if (spec.type === "table" && Array.isArray(value)) return value.map((row) => scaledRow(row, spec.columns, factor));
  return value;
}

function scaledRow(row: RowValue, columns: Readonly<Record<string, ColumnSpec>>, factor: number): RowValue {
  const beside: Beside = (name) => {
    const word = row[name];
    return typeof word === "string" ? word : undefined;
  };
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => {
      const spec = Object.hasOwn(columns, name) ? columns[name] : undefined;
      return [name, spec?.type === "number" && typeof cell === "string" ? number(cell, spec, factor, beside) : cell];
    }),
  );
}

/** Whether a number grows with the project: an amount or a count, not a price, a rate, a share or a term. */
export function isSize(spec: NumberInput, beside: Beside): boolean {
  const isCounted = spec.unit === "1" && countedAs(spec, beside) !== undefined;
  return spec.perUnit !== true && (isCounted || SIZED.has(spec.unit));
}

/** A size; one that would then be beyond what is plausible is a size of one piece, such as the floor space of a parking space. */
function number(literal: string, spec: NumberInput, factor: number, beside: Beside): string {
  if (!isSize(spec, beside) || Number(literal) === 1) return literal;
  const isWhole = countedAs(spec, beside) !== undefined && Number.isInteger(Number(literal));
  const grown = sized(literal, isWhole, factor);
  const [low, high] = rangeOf(spec, beside) ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const within = (value: number): boolean => value >= low && value <= high;
  return within(Number(literal)) && !within(Number(grown)) ? literal : grown;
}

/** To three digits: more would look as if somebody had measured it. Whole numbers stay whole. */
function sized(literal: string, isWhole: boolean, factor: number): string {
  const value = Number(literal) * factor;
  if (!Number.isFinite(value) || literal.trim() === "") return literal;
  const whole = Math.round(value);
  if (isWhole) return String(value > 0 && whole === 0 ? 1 : whole);
  return String(Number(value.toPrecision(DIGITS)));
}
