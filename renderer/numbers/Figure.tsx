import { useWords } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { formatNumber } from "./format.ts";
import { displayOf } from "./units.ts";

interface FigureProps {
  readonly value: string | number | null | undefined;
  readonly unit: string;
  /** Indicator or line id, which tells rates of return from multiples. */
  readonly id?: string;
  readonly withUnit?: boolean;
}

/** Every stand-alone number of the face: grouped, tabular, in the unit and with the negatives the user prefers. */
export function Figure({ value, unit, id = "", withUnit = false }: FigureProps) {
  const { t } = useWords();
  const money = usePreferences((preferences) => preferences.money);
  const negative = usePreferences((preferences) => preferences.negative);
  const display = displayOf(unit, money, t, id);
  const shown = formatNumber(value, display, negative);
  const className = shown.negative && negative === "red" ? "figure negative" : "figure";
  return (
    <span className={className}>
      {shown.text}
      {withUnit && display.unit !== "" && <span className="figure-unit"> {display.unit}</span>}
    </span>
  );
}
