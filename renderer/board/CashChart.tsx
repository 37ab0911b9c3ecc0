import { useMemo } from "react";
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
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
import { useCashMarks } from "./CashMarks.tsx";
import { type CashRow, cashRows, domainsOf, drawnIn, type Half, ticksOf, visiblePhase } from "./cashRows.ts";

const tick = { fill: "var(--muted)", fontSize: 11 };

interface HintProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: CashRow }[];
}

function Hint({ active, payload }: HintProps) {
  const { t } = useWords();
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  const drawn = drawnIn(row);
  if (drawn === undefined) return null;
  const entries = [
    ["board.inflow", drawn.inflow],
    ["board.outflow", -drawn.outflow],
    ["board.net", drawn.inflow + drawn.outflow],
    ["board.cumulative", drawn.cumulative],
    ...(drawn.need === undefined ? [] : [["board.need", drawn.need] as const]),
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

/** Room for the longest label of an axis: digits of 11 px. */
function axisWidth(ends: readonly number[], places: number): number {
  return Math.max(40, ...ends.map((end) => formatAxis(end, places).length * 6.6 + 12));
}

type Ask = (line: string) => (data: { readonly payload?: CashRow }) => void;

/** Phases as grounds, behind everything else. */
function phaseAreas(cash: CashPicture, axis: Half) {
  return cash.phases.map((phase, index) => {
    const seen = visiblePhase(phase, cash.years);
    return seen === null ? null : (
      <ReferenceArea
        key={phase.label}
        yAxisId={axis}
        x1={seen.from}
        x2={seen.to}
        fill={`var(--phase-${index % 4})`}
        fillOpacity={1}
        ifOverflow="hidden"
        stroke="none"
      />
    );
  });
}

/** Bars and lines of one half, on its own axis. */
function seriesOf(half: Half, cash: CashPicture, ask: Ask) {
  return [
    <Bar
      key={`${half} in`}
      yAxisId={half}
      dataKey={`${half}.inflow`}
      stackId="cash"
      fill="var(--inflow)"
      isAnimationActive={false}
      onClick={ask(cash.lines.inflow)}
    />,
    <Bar
      key={`${half} out`}
      yAxisId={half}
      dataKey={`${half}.outflow`}
      stackId="cash"
      fill="var(--outflow)"
      isAnimationActive={false}
      onClick={ask(cash.lines.outflow)}
    />,
    <Line
      key={`${half} cumulative`}
      yAxisId={half}
      dataKey={`${half}.cumulative`}
      type="linear"
      stroke="var(--cumulative)"
      strokeWidth={1.8}
      dot={false}
      activeDot={{ r: 3 }}
      isAnimationActive={false}
    />,
    <Line
      key={`${half} need`}
      yAxisId={half}
      dataKey={`${half}.need`}
      type="linear"
      stroke="var(--need)"
      strokeWidth={1.6}
      strokeDasharray="5 3"
      dot={false}
      activeDot={{ r: 3 }}
      isAnimationActive={false}
    />,
  ];
}

/** Bars, cumulative lines, shaded phases, construction and operation each on its own scale. Shading is declared first, so that bars lie over it. */
export function CashChart({ cash }: { readonly cash: CashPicture }) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const rows = useMemo(() => cashRows(cash), [cash]);
  const domains = useMemo(() => domainsOf(rows), [rows]);
  const marks = useCashMarks(cash, rows);
  const places = moneyPlaces[money];
  const halves = (["build", "run"] as const).flatMap((half) => {
    const domain = domains[half];
    return domain === undefined ? [] : [{ half, domain: [...domain] as [number, number] }];
  });
  const [first] = halves;
  const divide = rows.find((row) => row.half === "run")?.year;
  const ask: Ask = (line) => (data) => {
    if (data.payload) explain(`${line}@${data.payload.year}`);
  };
  if (first === undefined) return null;
  return (
    <div className="chart" role="img" aria-label={t("board.cashDescription")}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 280 }}>
        <ComposedChart
          data={[...rows]}
          margin={{ top: 8, right: halves.length > 1 ? 0 : 12, bottom: 0, left: 0 }}
          stackOffset="sign"
          barCategoryGap="18%"
          barGap={0}
          maxBarSize={40}
        >
          {phaseAreas(cash, first.half)}
          <CartesianGrid vertical={false} stroke="var(--line)" yAxisId={first.half} />
          <XAxis dataKey="year" tick={tick} tickLine={false} axisLine={{ stroke: "var(--line)" }} minTickGap={14} />
          {halves.map(({ half, domain }, index) => (
            <YAxis
              key={half}
              yAxisId={half}
              orientation={index === 0 ? "left" : "right"}
              domain={domain}
              ticks={[...ticksOf(domain)]}
              interval={0}
              tick={tick}
              tickLine={false}
              axisLine={false}
              width={axisWidth(ticksOf(domain), places)}
              padding={{ top: 18, bottom: 14 }}
              tickFormatter={(value: number) => formatAxis(value, places)}
            />
          ))}
          <ReferenceLine y={0} stroke="var(--muted)" yAxisId={first.half} />
          {divide !== undefined && halves.length > 1 && (
            <ReferenceLine x={divide} stroke="var(--muted)" yAxisId="run" position="start" />
          )}
          <Tooltip content={<Hint />} cursor={{ fill: "var(--hover)" }} isAnimationActive={false} />
          {halves.map(({ half }) => seriesOf(half, cash, ask))}
          {marks}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
