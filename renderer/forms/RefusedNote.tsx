import { useWords } from "../language/i18n.ts";
import { formatExact } from "../numbers/format.ts";
import type { Refused } from "../numbers/read.ts";
import type { Display } from "../numbers/units.ts";

interface RefusedNoteProps {
  readonly id?: string;
  /** Why the text was not read; absent where the model refused the number, which says so itself. */
  readonly refused?: Refused | undefined;
  readonly display: Pick<Display, "places" | "unit">;
  /** What the model holds meanwhile, in the stored unit; "" for nothing. */
  readonly stored: string;
  /** Whether a formula can be written instead. */
  readonly isComputed?: boolean;
}

/** Beside a number that was not taken: why, and which value holds. The text that was typed stays. */
export function RefusedNote({ id, refused, display, stored, isComputed = false }: RefusedNoteProps) {
  const { t } = useWords();
  const { places, unit } = display;
  const own = unit === "" ? t("number.noUnit") : unit;
  const value = `${formatExact(stored, places)}${unit === "" ? "" : ` ${unit}`}`;
  return (
    <span
      {...(id === undefined ? {} : { id })}
      className="cell-problem"
      role="alert"
      data-refused={refused?.why ?? "model"}
    >
      {refused !== undefined && t(`number.${refused.why}`, { own, unit: "unit" in refused ? refused.unit : "" })}{" "}
      {refused?.why === "sum" && isComputed && `${t("number.sumFormula")} `}
      {stored === "" ? t("number.holdsNone") : t("number.holds", { value })}
    </span>
  );
}
