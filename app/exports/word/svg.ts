import { grouped } from "../../../models/wording/grouped.ts";
import type { ChartBlock } from "./blocks.ts";
import { BAR_COLOURS, LINE_COLOUR } from "./chart.ts";
import { xmlText } from "./xml.ts";

const [WIDTH, HEIGHT] = [640, 260];
const AREA = { left: 70, right: 8, top: 22, bottom: 42 };
const TICKS = 5;
/** Of the width of a category. */
const BARS_SHARE = 0.7;
/** Names of categories that fit below the axis. */
const NAMES = 22;

/** The same chart as a picture of lines and boxes, its words as words. */
export function chartSvg({ caption, unit, categories, bars, line }: ChartBlock): string {
  const values = [...bars, ...(line === undefined ? [] : [line])].flatMap((one) =>
    one.values.filter((v) => v !== null),
  );
  const ticks = ticksOf(Math.min(0, ...values), Math.max(0, ...values));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const inner = { width: WIDTH - AREA.left - AREA.right, height: HEIGHT - AREA.top - AREA.bottom };
  const y = (value: number): number => AREA.top + ((high - value) / (high - low || 1)) * inner.height;
  const step = inner.width / Math.max(1, categories.length);
  const wide = (step * BARS_SHARE) / Math.max(1, bars.length);
  const left = (at: number): number => AREA.left + at * step;
  const every = Math.max(1, Math.ceil(categories.length / NAMES));
  const grid = ticks.map(
    (tick) =>
      `<line x1="${AREA.left}" x2="${WIDTH - AREA.right}" y1="${px(y(tick))}" y2="${px(y(tick))}" stroke="#ccc" stroke-width="0.5"/><text x="${AREA.left - 6}" y="${px(y(tick) + 3)}" text-anchor="end">${signed(tick)}</text>`,
  );
  const boxes = bars.flatMap(({ values: own }, series) =>
    own.flatMap((value, at) => {
      if (value === null) return [];
      const x = left(at) + (step * (1 - BARS_SHARE)) / 2 + series * wide;
      const [top, bottom] = [y(Math.max(0, value)), y(Math.min(0, value))];
      return [
        `<rect x="${px(x)}" y="${px(top)}" width="${px(wide)}" height="${px(bottom - top)}" fill="#${BAR_COLOURS[series % BAR_COLOURS.length]}"/>`,
      ];
    }),
  );
  const points = line?.values.flatMap((value, at) =>
    value === null ? [] : [`${px(left(at) + step / 2)},${px(y(value))}`],
  );
  const path =
    points === undefined
      ? ""
      : `<polyline points="${points.join(" ")}" fill="none" stroke="#${LINE_COLOUR}" stroke-width="1.5"/>`;
  const names = categories.flatMap((name, at) =>
    at % every === 0
      ? [
          `<text x="${px(left(at) + step / 2)}" y="${HEIGHT - AREA.bottom + 12}" text-anchor="middle">${xmlText(name)}</text>`,
        ]
      : [],
  );
  const legend = [...bars, ...(line === undefined ? [] : [line])].map(({ name }, at) => {
    const x = AREA.left + at * LEGEND;
    const colour = at < bars.length ? BAR_COLOURS[at % BAR_COLOURS.length] : LINE_COLOUR;
    return `<rect x="${x}" y="${HEIGHT - 14}" width="9" height="9" fill="#${colour}"/><text x="${x + 13}" y="${HEIGHT - 6}">${xmlText(name)}</text>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${xmlText(caption)}" font-size="9" font-family="SimHei, Noto Sans CJK SC, Arial, sans-serif"><text x="${AREA.left - 6}" y="10" text-anchor="end">${xmlText(unit)}</text>${grid.join("")}${boxes.join("")}${path}${names.join("")}${legend.join("")}</svg>`;
}

const LEGEND = 170;

const px = (value: number): string => value.toFixed(1);
const signed = (value: number): string => `${value < 0 ? "-" : ""}${grouped(String(Math.abs(value)))}`;

/** Round numbers from below the least to above the most, about so many. */
function ticksOf(least: number, most: number): readonly number[] {
  const rough = (most - least || 1) / TICKS;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const size = ([1, 2, 5, 10].find((one) => one * unit >= rough) ?? 10) * unit;
  const [from, to] = [Math.floor(least / size), Math.ceil(most / size)];
  return Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * size).toPrecision(12)));
}
