import type { FanView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { formatAxis } from "../numbers/format.ts";
import { displayOf, moneyPlaces } from "../numbers/units.ts";
import { Pictured } from "../picture/Pictured.tsx";
import { usePreferences } from "../preferences/store.ts";

const WIDTH = 760;
const HEIGHT = 300;
const LEFT = 78;
const BOTTOM = 24;
const TOP = 8;
const TICKS = 5;
const LABELS = 12;
/** Places of the shares told: 5, 10, 25, 50, 75, 90, 95 in a hundred. */
const BANDS = [
  ["outer", 0, 6],
  ["middle", 1, 5],
  ["inner", 2, 4],
] as const;
const MEDIAN = 3;
const KEYS = ["outer", "middle", "inner", "median", "base"] as const;

/** Cumulative cash at the ends of years in bands of the draws, with the scenario as it stands. */
export function FanChart({ fan }: { readonly fan: FanView }) {
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const told = fan.years.flatMap(({ quantiles }, i) => (quantiles === undefined ? [] : [{ i, quantiles }]));
  const values = [...told.flatMap(({ quantiles }) => quantiles), ...fan.base.filter((value) => value !== null), 0];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (i: number) => LEFT + ((i + 0.5) / fan.years.length) * (WIDTH - LEFT);
  const y = (value: number) => TOP + (1 - (value - low) / (high - low || 1)) * (HEIGHT - BOTTOM - TOP);
  const band = (from: number, to: number) =>
    [
      ...told.map(({ i, quantiles }) => `${x(i)},${y(quantiles[from] ?? 0)}`),
      ...told.toReversed().map(({ i, quantiles }) => `${x(i)},${y(quantiles[to] ?? 0)}`),
    ].join(" ");
  const ticks = Array.from({ length: TICKS }, (_, i) => low + ((high - low) * i) / (TICKS - 1));
  const every = Math.max(1, Math.ceil(fan.years.length / LABELS));
  const legend = (
    <ul className="legend fan-keys">
      {KEYS.map((key) => (
        <li key={key} className={`fan-key-${key}`}>
          {t(`simulate.keys.${key}`)}
        </li>
      ))}
    </ul>
  );
  const title = `${t("simulate.fan")} · ${pick(fan.label)}`;
  return (
    <Pictured title={title} unit={displayOf(fan.unit, money, t).unit} className="fan-picture" head={legend}>
      <svg
        className="fan"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t("simulate.fanOf", { label: pick(fan.label) })}
      >
        {BANDS.map(([name, from, to]) => (
          <polygon key={name} className={`fan-${name}`} points={band(from, to)} />
        ))}
        <line className="fan-zero" x1={LEFT} x2={WIDTH} y1={y(0)} y2={y(0)} />
        <polyline
          className="fan-median"
          points={told.map(({ i, quantiles }) => `${x(i)},${y(quantiles[MEDIAN] ?? 0)}`).join(" ")}
        />
        <polyline
          className="fan-base"
          points={fan.base.flatMap((value, i) => (value === null ? [] : [`${x(i)},${y(value)}`])).join(" ")}
        />
        {ticks.map((value) => (
          <text key={value} x={LEFT - 6} y={y(value) + 4} textAnchor="end">
            {formatAxis(value, fan.unit === "CNY" ? moneyPlaces[money] : 0)}
          </text>
        ))}
        {fan.years.map(({ label }, i) =>
          i % every === 0 ? (
            <text key={label} x={x(i)} y={HEIGHT - 6} textAnchor="middle">
              {label}
            </text>
          ) : null,
        )}
      </svg>
    </Pictured>
  );
}
