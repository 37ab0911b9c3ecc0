import { useWords } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { plainOf } from "./cell.ts";
import { formatNumber } from "./format.ts";
import { displayOf } from "./units.ts";

interface FigureProps {
  readonly value: string | number | null | undefined;
  readonly unit: string;
  /** Indicator or line id, which tells rates of return from multiples. */
  readonly id?: string;
  readonly withUnit?: boolean;
  /** Money without the decimals of 万元, for narrow places. */
  readonly brief?: boolean;
}

/** Every stand-alone number of the face: grouped, tabular, in the unit and with the negatives the user prefers. */
export function Figure({ value, unit, id = "", withUnit = false, brief = false }: FigureProps) {
  const { t } = useWords();
  const money = usePreferences((preferences) => preferences.money);
  const negative = usePreferences((preferences) => preferences.negative);
  const display = displayOf(unit, money, t, id);
  const digits = brief && unit === "CNY" && money !== "yi" ? 0 : display.digits;
  const shown = formatNumber(value, { ...display, digits }, negative);
  const plain = plainOf(value, { ...display, digits });
  const className = shown.negative && negative === "red" ? "figure negative" : "figure";
  return (
    <span className={className} data-plain={plain} data-unit={withUnit ? undefined : display.unit}>
      {shown.text}
      {withUnit && display.unit !== "" && <span className="figure-unit"> {display.unit}</span>}
    </span>
  );
}
