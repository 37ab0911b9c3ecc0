import type { LeversView, LeverView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { formatNumber } from "../numbers/format.ts";
import { displayOf } from "../numbers/units.ts";
import { barsDrawing } from "../picture/bars.ts";
import type { Drawing } from "../picture/drawing.ts";
import { measureText } from "../picture/save.ts";
import { usePreferences } from "../preferences/store.ts";
import { useSession } from "../session/store.ts";
import { useNames } from "./useNames.ts";
import { useShown } from "./useShown.ts";

/** 龙卷风图 of the levers shown, as a picture of its own. */
export function useTornado(
  answer: LeversView,
  levers: readonly LeverView[],
  unit: string,
  most: number,
): { readonly title: string; readonly unit: string; readonly draw: (colour: (name: string) => string) => Drawing } {
  const { t, pick } = useWords();
  const shown = useShown();
  const names = useNames();
  const { money, negative } = usePreferences();
  const board = useSession((state) => state.board);
  const verdict = board?.verdicts.find(({ id }) => id === answer.of);
  const label = verdict?.title ?? board?.indicators.find(({ id }) => id === answer.of)?.label;
  const target = `${verdict === undefined ? "" : `${answer.of} `}${label === undefined ? answer.of : pick(label)}`;
  const display = displayOf(unit, money, t, answer.of);
  const draw = (colour: (name: string) => string) =>
    barsDrawing(
      levers.map((lever) => ({
        label: `${names(lever.component)} · ${pick(lever.label)}`,
        bars: (["down", "up"] as const).map((side) => {
          const { value, change = 0 } = lever[side];
          const share = most === 0 ? 0 : (change ?? 0) / most / 2;
          return {
            from: 0.5,
            to: 0.5 + share,
            colour: colour(share < 0 ? "outflow" : "inflow"),
            before: shown(lever, value),
            after: formatNumber(lever[side].change, display, negative).text,
          };
        }),
      })),
      true,
      measureText,
    );
  return { title: `${t("levers.tornado")} · ${target}`, unit: display.unit, draw };
}
