import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { PortfolioView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { formatAxis } from "../numbers/format.ts";
import { displayOf, moneyPlaces } from "../numbers/units.ts";
import { Pictured } from "../picture/Pictured.tsx";
import { usePreferences } from "../preferences/store.ts";
import { foundIn } from "./usePortfolio.ts";

const tick = { fill: "var(--muted)", fontSize: 11 };

/** So many projects have a line of their own in the picture; the table has all. */
const DRAWN_MAX = 6;
const COLOURS = ["var(--inflow)", "var(--outflow)", "var(--patch)", "var(--pass)", "var(--accent)", "var(--warn)"];

interface Series {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly values: readonly (number | null)[];
}

function useSeries(view: PortfolioView): readonly Series[] {
  const { t, pick } = useWords();
  const found = foundIn(view);
  const pooled = found.line("pool.own");
  const members = view.members.slice(0, DRAWN_MAX).flatMap(({ id, label }, index): readonly Series[] => {
    const line = found.line(`member.${id}.own`);
    return line === undefined
      ? []
      : [{ id: line.id, label: pick(label), colour: COLOURS[index] ?? "var(--muted)", values: line.values }];
  });
  return pooled === undefined
    ? members
    : [{ id: pooled.id, label: t("portfolio.pooled"), colour: "var(--cumulative)", values: pooled.values }, ...members];
}

/** Cumulative cash of the pool and of each project alone, by year. */
export function PoolChart({ view }: { readonly view: PortfolioView }) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const series = useSeries(view);
  const rows = view.years.map((year, index) => ({
    year,
    ...Object.fromEntries(series.map(({ id, values }) => [id, values[index] ?? null])),
  }));
  const legend = (
    <ul className="legend">
      {series.map(({ id, label, colour }) => (
        <li key={id} className="folio-key" style={{ "--key": colour } as React.CSSProperties}>
          {label}
        </li>
      ))}
    </ul>
  );
  return (
    <Pictured title={t("portfolio.picture")} unit={displayOf("CNY", money, t).unit} scenario="" head={legend}>
      <div className="chart folio-chart" role="img" aria-label={t("portfolio.picture")}>
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 260 }}>
          <LineChart
            data={rows}
            margin={{ top: 8, right: 12, bottom: 0, left: 4 }}
            onClick={(state) => {
              const year = state.activeLabel;
              if (year !== undefined) explain(`pool.own@${year}`, t("portfolio.pooled"));
            }}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis dataKey="year" tick={tick} tickLine={false} axisLine={{ stroke: "var(--line)" }} minTickGap={24} />
            <YAxis
              tick={tick}
              tickLine={false}
              axisLine={false}
              width={62}
              tickFormatter={(value: number) => formatAxis(value, moneyPlaces[money])}
            />
            <ReferenceLine y={0} stroke="var(--muted)" />
            <Tooltip content={<Hint series={series} />} isAnimationActive={false} />
            {series.map(({ id, colour }) => (
              <Line
                key={id}
                dataKey={(row: Record<string, number | null>) => row[id] ?? null}
                stroke={colour}
                strokeWidth={id === "pool.own" ? 2.5 : 1.5}
                dot={false}
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
    </Pictured>
  );
}

function Hint(props: {
  readonly series: readonly Series[];
  readonly active?: boolean;
  readonly label?: string | number;
  readonly payload?: readonly { readonly payload?: Readonly<Record<string, number | null>> }[];
}) {
  const row = props.payload?.[0]?.payload;
  if (!props.active || !row) return null;
  return (
    <div className="chart-hint">
      <strong>{props.label}</strong>
      <dl>
        {props.series.map(({ id, label }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <Figure value={row[id] ?? null} unit="CNY" />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
