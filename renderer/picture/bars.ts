import type { Drawing } from "./drawing.ts";
import { type Measure, wrapped } from "./wrap.ts";
import { attributes, xmlText } from "./xml.ts";

/** A bar on a track from 0 to 1, with what stands before and behind the track. */
export interface BarDrawn {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
  readonly before: string;
  readonly after: string;
}

export interface BarRow {
  readonly label: string;
  readonly bars: readonly BarDrawn[];
}

const WIDTH = 800;
const LABEL = 230;
const TRACK = { from: 330, to: 650 } as const;
const GAP = 8;
const LINE = 16;
const SIZE = 11;
const INK = "#1d2733";
const RULE = "#dde2e8";

/** Bars that a page makes of boxes, as a chart: names left, bars on one track, the middle marked where asked for. */
export function barsDrawing(rows: readonly BarRow[], middle: boolean, measure: Measure): Drawing {
  const parts: string[] = [];
  const words = (x: number, y: number, text: string, anchor?: string) =>
    `<text${attributes({ x, y, "font-size": SIZE, fill: INK, "text-anchor": anchor })}>${xmlText(text)}</text>`;
  const across = (share: number) => TRACK.from + share * (TRACK.to - TRACK.from);
  let y = 0;
  for (const { label, bars } of rows) {
    const names = wrapped(label, LABEL - GAP, SIZE, measure);
    for (const [at, name] of names.entries()) parts.push(words(0, y + at * LINE + 12, name));
    for (const [at, { from, to, colour, before, after }] of bars.entries()) {
      const top = y + at * LINE;
      const [left, right] = [across(Math.min(from, to)), across(Math.max(from, to))];
      parts.push(
        words(TRACK.from - GAP, top + 12, before, "end"),
        `<rect${attributes({ x: left, y: top + 3, width: Math.max(right - left, 0.5), height: LINE - 5, fill: colour })}/>`,
        words(TRACK.to + GAP, top + 12, after),
      );
    }
    y += Math.max(names.length, bars.length) * LINE + 4;
    parts.push(`<line${attributes({ x1: 0, x2: WIDTH, y1: y - 1, y2: y - 1, stroke: RULE, "stroke-width": 0.5 })}/>`);
  }
  if (middle)
    parts.push(
      `<line${attributes({ x1: across(0.5), x2: across(0.5), y1: 0, y2: y, stroke: INK, "stroke-width": 0.7 })}/>`,
    );
  return { width: WIDTH, height: y, markup: parts.join("") };
}
