import { cellMark } from "../cells/holder.ts";
import type { Sheet } from "../cells/sheet.ts";
import { useCells } from "../cells/useCells.ts";
import { useWords } from "../language/i18n.ts";
import { formatRaw } from "../numbers/format.ts";
import { displayOfField } from "../numbers/units.ts";
import { previewPaste } from "../paste/plan.ts";
import { seriesPlan } from "../paste/series.ts";
import { usePreferences } from "../preferences/store.ts";
import { useDocument } from "../session/effective.ts";
import { textOf } from "../session/json.ts";
import type { ControlProps } from "./controls.ts";
import { intervalLabel } from "./months.ts";
import { NumberControl } from "./NumberControl.tsx";
import { placePhases } from "./phases.ts";
import { type Profile, pastedPeriods, profileMonths, withBlock, withLength, withValues } from "./profile.ts";

interface CellsProps extends ControlProps {
  readonly profile: Profile;
  readonly put: (profile: Profile) => void;
  /** Something is entered; before that the cells are empty. */
  readonly isEntered: boolean;
}

/** What people call the periods of a profile. */
function useNames(): (profile: Profile) => (at: number) => string {
  const document = useDocument();
  const { lang } = useWords();
  return (profile) => {
    const months = profileMonths(profile, placePhases(document, lang));
    return (at) => {
      const month = months[at];
      return month === null || month === undefined ? String(at + 1) : intervalLabel(month, profile.every);
    };
  };
}

function useSeriesSheet({ field, profile, put, isEntered, disabled }: CellsProps): Sheet {
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const { places } = displayOfField(field, money, t);
  const names = useNames();
  const { values } = profile;
  return {
    rows: 1,
    columns: values.length,
    isSeries: true,
    readOnly: disabled,
    text: ({ column }) => (isEntered ? formatRaw(values[column] ?? "", places) : ""),
    hold: ({ column }) => {
      const before = values[column] ?? "0";
      return () => put(withBlock(profile, column, [before]));
    },
    clear: (cells) => put(withValues(profile, new Map(cells.map(({ column }) => [column, "0"])))),
    fill: (cells) =>
      put(withValues(profile, new Map(cells.map(({ from, to }) => [to.column, values[from.column] ?? "0"])))),
    paste: ({ column: at }, block) => {
      const own = isEntered ? profile : { ...profile, values: [] };
      const periods = pastedPeriods(own, at, block, places, field.unit ?? "1");
      const nameOf = names(withLength(profile, Math.max(values.length, at + periods.length)));
      const texts = periods.map(({ value }) => value ?? "");
      const take = () => put(withBlock(profile, at, texts));
      previewPaste(seriesPlan(periods, own, { field, money, t, pick, nameOf, take }));
    },
  };
}

/** A cell for each period, filled in with the keys of a spreadsheet. */
export function ProfileCells(props: CellsProps) {
  const { field, profile, put } = props;
  const { pick } = useWords();
  const labelAt = useNames()(profile);
  const { holder, handlers } = useCells<HTMLDivElement>(useSeriesSheet(props));
  return (
    <div ref={holder} className="profile-cells" {...handlers}>
      {profile.values.map((value, at) => {
        const label = labelAt(at);
        return (
          <div key={label} className="profile-cell" data-cell={cellMark({ row: 0, column: at })} tabIndex={-1}>
            <span className="profile-label">{label}</span>
            <NumberControl
              field={field}
              bare
              value={props.isEntered ? value : undefined}
              disabled={props.disabled}
              invalid={props.invalid}
              ariaLabel={`${pick(field.label)} ${label}`}
              onChange={(next) => put(withBlock(profile, at, [next === undefined ? "0" : textOf(next)]))}
            />
          </div>
        );
      })}
    </div>
  );
}
