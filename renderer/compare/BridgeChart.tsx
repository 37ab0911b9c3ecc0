import { Bar, BarChart, CartesianGrid, Cell, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { BridgeView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { formatAxis } from "../numbers/format.ts";
import { displayOf } from "../numbers/units.ts";
import { Pictured } from "../picture/Pictured.tsx";
import { usePreferences } from "../preferences/store.ts";

const tick = { fill: "var(--muted)", fontSize: 11 };

interface Fall {
  readonly name: string;
  /** From where to where the bar reaches. */
  readonly span: readonly [number, number];
  readonly kind: "end" | "up" | "down";
}

/** Steps smaller than this share of the ends would not be seen on an axis from 0. */
const VISIBLE = 0.2;

interface Axis {
  readonly ticks: readonly number[];
  /** The axis leaves 0 out: then the ends are marks, for a bar would not show its size. */
  readonly isFar: boolean;
}

const STEPS_ABOUT = 5;

/** Round numbers around all levels, and 0 unless that would hide the steps. */
function axisOf({ before, after, steps }: BridgeView): Axis {
  let at = Number(before);
  const levels = [at, Number(after)];
  for (const { share } of steps) {
    at += Number(share);
    levels.push(at);
  }
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const isFar = low * high > 0 && high > low && high - low < VISIBLE * Math.max(Math.abs(low), Math.abs(high));
  const [from, to] = isFar ? [low, high] : [Math.min(0, low), Math.max(0, high)];
  const rough = (to - from || 1) / STEPS_ABOUT;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = ten * ([1, 2, 5, 10].find((times) => ten * times >= rough) ?? 10);
  const first = Math.floor(from / step);
  const count = Math.ceil(to / step) - first + 1;
  return { ticks: Array.from({ length: count }, (_, index) => (first + index) * step), isFar };
}

/** Bars that begin where the one before ended. */
function fallsOf({ before, after, steps }: BridgeView, from: string, to: string, isFar: boolean): readonly Fall[] {
  let at = Number(before);
  const middle = steps.map(({ share }, index): Fall => {
    const start = at;
    at += Number(share);
    return { name: String(index + 1), span: [start, at], kind: at >= start ? "up" : "down" };
  });
  return [
    { name: from, span: [isFar ? Number(before) : 0, Number(before)], kind: "end" },
    ...middle,
    { name: to, span: [isFar ? Number(after) : 0, Number(after)], kind: "end" },
  ];
}

const fills = { end: "var(--cumulative)", up: "var(--pass)", down: "var(--fail)" } as const;

/** 瀑布图: from one plan's figure to another's; the numbers below the bars are those of the table. */
export function BridgeChart(props: { readonly bridge: BridgeView; readonly from: string; readonly to: string }) {
  const { bridge, from, to } = props;
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const { places, unit } = displayOf(bridge.unit, money, t, bridge.of);
  const { ticks, isFar } = axisOf(bridge);
  const falls = fallsOf(bridge, from, to, isFar);
  // The numbers below the bars are those of the table, which a picture goes without.
  const notes = bridge.steps.map(({ places: at }, index) => `${index + 1} ${at.map(({ label }) => label).join("; ")}`);
  const legend = (
    <ul className="legend">
      <li className="key-up">{t("compare.up")}</li>
      <li className="key-down">{t("compare.down")}</li>
    </ul>
  );
  return (
    <Pictured title={pick(bridge.label)} unit={unit} scenario={`${from} → ${to}`} notes={notes} head={legend}>
      <div className="chart bridge-chart" role="img" aria-label={t("compare.chart", { from, to })}>
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 240 }}>
          <BarChart data={[...falls]} margin={{ top: 8, right: 12, bottom: 0, left: 4 }} maxBarSize={56}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis dataKey="name" tick={tick} tickLine={false} axisLine={{ stroke: "var(--line)" }} interval={0} />
            <YAxis
              tick={tick}
              tickLine={false}
              axisLine={false}
              width={62}
              domain={[ticks[0] ?? 0, ticks.at(-1) ?? 0]}
              ticks={[...ticks]}
              tickFormatter={(value: number) => formatAxis(value, places)}
            />
            <ReferenceLine y={0} stroke="var(--muted)" />
            <Bar dataKey="span" isAnimationActive={false} minPointSize={3}>
              {falls.map(({ name, kind }) => (
                <Cell key={name} fill={fills[kind]} />
              ))}
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
    </Pictured>
  );
}
