import { ReferenceDot, ReferenceLine } from "recharts";
import type { CashPicture } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { formatNumber } from "../numbers/format.ts";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { type CashRow, drawnIn } from "./cashRows.ts";

/** In the last years a label goes to the left of its mark, where there is room. */
const LATE = 0.6;

/** The years to look at with their figures: of the project before financing, of a side as it is paid. */
export function useCashMarks(cash: CashPicture, rows: readonly CashRow[]) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const { breakEvenYear, deepestYear } = cash.need ?? cash;
  const key = cash.need === undefined ? "cumulative" : "need";
  const place = (year: string | undefined) => rows.findIndex((row) => row.year === year);
  const side = (year: string | undefined): "left" | "right" => (place(year) > rows.length * LATE ? "left" : "right");
  const row = rows[place(deepestYear)];
  const depth = row === undefined ? undefined : drawnIn(row)?.[key];
  const display = displayOf("CNY", money, t);
  const amount = `${formatNumber(Math.abs(depth ?? 0), { ...display, digits: money === "yi" ? 2 : 0 }, "minus").text} ${display.unit}`;
  const words =
    cash.need === undefined
      ? (["board.deepestAt", "board.breakEvenAt"] as const)
      : (["board.needAt", "board.needBack"] as const);
  return (
    <>
      {breakEvenYear !== undefined && (
        <ReferenceLine
          yAxisId={rows[place(breakEvenYear)]?.half ?? "run"}
          x={breakEvenYear}
          stroke="var(--pass)"
          strokeDasharray="3 3"
          label={{
            value: `● ${t(words[1], { year: breakEvenYear })}`,
            position: side(breakEvenYear) === "left" ? "insideTopRight" : "insideTopLeft",
            fill: "var(--pass)",
            fontSize: 11,
          }}
        />
      )}
      {row !== undefined && depth !== undefined && (
        <ReferenceDot
          yAxisId={row.half}
          x={row.year}
          y={depth}
          r={4}
          fill="var(--fail)"
          stroke="var(--panel)"
          label={{
            value: `▼ ${t(words[0], { year: row.year, amount })}`,
            position: side(row.year),
            offset: 8,
            fill: "var(--fail)",
            fontSize: 11,
          }}
        />
      )}
    </>
  );
}
