import type { VerdictView } from "../../app/contract.ts";
import type { Translate } from "../language/i18n.ts";
import { plainOf } from "../numbers/cell.ts";
import { displayOf, type MoneyScale } from "../numbers/units.ts";

/** The nine verdicts as a table: number, title, answer, margin with its unit, and what is said of it. */
export function verdictRows(
  verdicts: readonly VerdictView[],
  money: MoneyScale,
  t: Translate,
  pick: (text: VerdictView["title"]) => string,
): readonly (readonly string[])[] {
  const answer = ({ pass, reason }: VerdictView): string =>
    pass === null
      ? t(reason === undefined ? "verdict.none" : `verdict.reasons.${reason}`)
      : t(pass ? "verdict.pass" : "verdict.fail");
  return [
    ["", t("verdict.strip"), t("table.answer"), t("table.margin"), t("table.unit"), t("table.said")],
    ...verdicts.map((verdict) => {
      const { id, title, margin, unit = "1", message } = verdict;
      const display = displayOf(unit, money, t, id);
      return [
        id,
        pick(title),
        answer(verdict),
        plainOf(margin, display),
        margin === undefined ? "" : display.unit,
        message,
      ];
    }),
  ];
}
