import { useMemo } from "react";
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { CashPicture } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { formatAxis } from "../numbers/format.ts";
import { moneyPlaces } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { type CashRow, cashRows, visiblePhase } from "./cashRows.ts";

const tick = { fill: "var(--muted)", fontSize: 11 };

interface HintProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: CashRow }[];
}

function Hint({ active, payload }: HintProps) {
  const { t } = useWords();
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  const entries = [
    ["board.inflow", row.inflow],
    ["board.outflow", -row.outflow],
    ["board.net", row.inflow + row.outflow],
    ["board.cumulative", row.cumulative],
  ] as const;
  return (
    <div className="chart-hint">
      <strong>{row.year}</strong>
      <dl>
        {entries.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              <Figure value={value} unit="CNY" />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function marks(cash: CashPicture, rows: readonly CashRow[], words: { breakEven: string; deepest: string }) {
  const deepest = rows.find((row) => row.year === cash.deepestYear);
  // In the last years a label goes to the left of its mark, where there is room.
  const isLate = (year: string | undefined) => rows.findIndex((row) => row.year === year) > rows.length * 0.7;
  const late = isLate(cash.deepestYear);
  const lateBreak = isLate(cash.breakEvenYear);
  return (
    <>
      {cash.breakEvenYear !== undefined && (
        <ReferenceLine
          x={cash.breakEvenYear}
          stroke="var(--pass)"
          strokeDasharray="3 3"
          label={{
            value: words.breakEven,
            position: lateBreak ? "insideTopRight" : "insideTopLeft",
            fill: "var(--pass)",
            fontSize: 11,
          }}
        />
      )}
      {deepest && (
        <ReferenceDot
          x={deepest.year}
          y={deepest.cumulative}
          r={4}
          fill="var(--fail)"
          stroke="var(--panel)"
          label={{
            value: words.deepest,
            position: late ? "left" : "right",
            offset: 8,
            dy: 9,
            fill: "var(--fail)",
            fontSize: 11,
          }}
        />
      )}
    </>
  );
}

/** Bars, cumulative line, shaded phases. Shading is declared first, so that bars lie over it. */
export function CashChart({ cash }: { readonly cash: CashPicture }) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const rows = useMemo(() => cashRows(cash), [cash]);
  const words = {
    breakEven: t("board.breakEvenAt", { year: cash.breakEvenYear ?? "" }),
    deepest: t("board.deepestAt", { year: cash.deepestYear ?? "" }),
  };
  const ask = (line: string) => (data: { readonly payload?: CashRow }) => {
    if (data.payload) explain(`${line}@${data.payload.year}`);
  };
  return (
    <div className="chart" role="img" aria-label={t("board.cashDescription")}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 280 }}>
        <ComposedChart
          data={[...rows]}
          margin={{ top: 8, right: 12, bottom: 0, left: 4 }}
          stackOffset="sign"
          barCategoryGap="18%"
          maxBarSize={40}
        >
          {cash.phases.map((phase, index) => {
            const seen = visiblePhase(phase, cash.years);
            return seen === null ? null : (
              <ReferenceArea
                key={phase.label}
                x1={seen.from}
                x2={seen.to}
                fill={index % 2 === 0 ? "var(--phase)" : "var(--phase-odd)"}
                fillOpacity={1}
                ifOverflow="hidden"
                stroke="none"
              />
            );
          })}
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="year" tick={tick} tickLine={false} axisLine={{ stroke: "var(--line)" }} minTickGap={14} />
          <YAxis
            tick={tick}
            tickLine={false}
            axisLine={false}
            width={62}
            padding={{ top: 6, bottom: 14 }}
            tickFormatter={(value: number) => formatAxis(value, moneyPlaces[money])}
          />
          <ReferenceLine y={0} stroke="var(--muted)" />
          <Tooltip content={<Hint />} cursor={{ fill: "var(--hover)" }} isAnimationActive={false} />
          <Bar
            dataKey="inflow"
            stackId="cash"
            fill="var(--inflow)"
            isAnimationActive={false}
            onClick={ask(cash.lines.inflow)}
          />
          <Bar
            dataKey="outflow"
            stackId="cash"
            fill="var(--outflow)"
            isAnimationActive={false}
            onClick={ask(cash.lines.outflow)}
          />
          <Line
            dataKey="cumulative"
            type="linear"
            stroke="var(--cumulative)"
            strokeWidth={1.8}
            dot={false}
            activeDot={{ r: 3 }}
            isAnimationActive={false}
          />
          {marks(cash, rows, words)}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
