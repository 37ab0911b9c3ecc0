import { readDateMonth } from "../language/calendar.ts";
import type { ParameterDifference } from "./differences.ts";
import type { PackParameter } from "./pack.ts";
import { parameterAt } from "./series.ts";

export interface ValueChange {
  /** Undefined where there is no value. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The first value that is another one since both sides have had any, or that only one side has; undefined where only source, wording or history differ. */
export function valueChange({ before, after }: ParameterDifference): ValueChange | undefined {
  const [old, now] = [before?.value, after?.value];
  if (old === undefined || now === undefined) return { before: latest(old), after: latest(now) };
  for (const month of changeMonths(old, now)) {
    const [was, is] = [valueIn(old, month), valueIn(now, month)];
    if (was !== is) return { before: was, after: is };
  }
  return undefined;
}

const latest = (parameter: PackParameter | undefined): string | undefined => parameter?.values.at(-1)?.value;

function valueIn(parameter: PackParameter, month: number): string | undefined {
  const value = parameterAt(parameter, month);
  return typeof value === "string" ? value : undefined;
}

/** Months in which either side changes, from when both have begun. */
function changeMonths(old: PackParameter, now: PackParameter): readonly number[] {
  const begun = (parameter: PackParameter) => Math.min(...parameter.values.map(({ from }) => readDateMonth(from) ?? 0));
  const start = Math.max(begun(old), begun(now));
  const months = [...old.values, ...now.values].flatMap(({ from, to }) => [
    readDateMonth(from) ?? 0,
    ...(to === undefined ? [] : [(readDateMonth(to) ?? 0) + 1]),
  ]);
  return months.filter((month) => month >= start).toSorted((a, b) => a - b);
}
