import type { FieldView } from "../../app/contract.ts";
import type { PastedPeriod, Profile } from "../forms/profile.ts";
import type { Translate } from "../language/i18n.ts";
import { formatExact } from "../numbers/format.ts";
import { displayOfField, type MoneyScale } from "../numbers/units.ts";
import type { PastePlan } from "./plan.ts";

interface Shown {
  readonly field: FieldView;
  readonly money: MoneyScale;
  readonly t: Translate;
  readonly pick: (label: FieldView["label"]) => string;
  /** What people call a period, also one there is not yet. */
  readonly nameOf: (period: number) => string;
  readonly take: () => void;
}

/** What a block does to a series, period by period. */
export function seriesPlan(periods: readonly PastedPeriod[], profile: Profile, shown: Shown): PastePlan {
  const { field, money, t, pick, nameOf, take } = shown;
  const { places, unit } = displayOfField(field, money, t);
  const title = pick(field.label);
  const said = (value: string | undefined) =>
    value === undefined ? "" : `${formatExact(value, places)} ${unit}`.trim();
  return {
    title,
    cells: periods.map(({ at, text, value, fault }) => ({
      row: nameOf(at),
      column: title,
      before: said(profile.values[at]),
      after: fault === undefined ? said(value) : text,
      ...(fault === undefined ? {} : { fault }),
    })),
    added: periods.flatMap(({ at, fault }) => (fault === undefined && at >= profile.values.length ? [nameOf(at)] : [])),
    skipsHead: false,
    take,
  };
}
