import type { Drawing, Key } from "./drawing.ts";
import { type Measure, wrapped } from "./wrap.ts";
import { attributes, xmlText } from "./xml.ts";

/** A chart with all that has to be said where it stands alone. */
export interface Picture {
  readonly title: string;
  /** Project, scenario and unit, each a phrase. */
  readonly facts: readonly string[];
  readonly keys: readonly Key[];
  /** Sentences below the chart. */
  readonly notes: readonly string[];
  readonly drawing: Drawing;
}

export interface Framed {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const PADDING = 16;
const LEAST_WIDTH = 560;
const TITLE = { size: 15, line: 22 } as const;
const SMALL = { size: 12, line: 18 } as const;
const INK = "#1d2733";
const MUTED = "#55636f";
const SWATCH = 16;
/** Not a blank, of which SVG would make one. */
const BETWEEN_FACTS = "\u2003";
const BETWEEN_KEYS = 16;

/** Names of fonts that machines have; none is loaded from anywhere. */
export const FONTS = "Microsoft YaHei, PingFang SC, Noto Sans CJK SC, Noto Sans SC, SimHei, sans-serif";

/** The whole picture as an SVG file: white ground, title, facts, legend, chart, notes, in fixed colours. */
export function framed({ title, facts, keys, notes, drawing }: Picture, measure: Measure): Framed {
  const width = Math.max(LEAST_WIDTH, Math.ceil(drawing.width) + 2 * PADDING);
  const inner = width - 2 * PADDING;
  const parts: string[] = [];
  let y = PADDING;
  const write = (texts: readonly string[], { size, line }: typeof TITLE | typeof SMALL, looks: object) => {
    for (const text of texts.flatMap((one) => wrapped(one, inner, size, measure))) {
      parts.push(
        `<text${attributes({ x: PADDING, y: y + size, "font-size": size, ...looks })}>${xmlText(text)}</text>`,
      );
      y += line;
    }
  };
  write([title], TITLE, { fill: INK, "font-weight": 600 });
  write([facts.join(BETWEEN_FACTS)], SMALL, { fill: MUTED });
  let x = PADDING;
  for (const [index, key] of keys.entries()) {
    const wide = Math.ceil(SWATCH + measure(key.label, SMALL.size));
    if (index > 0 && x + wide > width - PADDING) {
      x = PADDING;
      y += SMALL.line;
    }
    parts.push(
      swatch(key, x, y),
      `<text${attributes({ x: x + SWATCH, y: y + SMALL.size, "font-size": SMALL.size, fill: MUTED })}>${xmlText(key.label)}</text>`,
    );
    x += wide + BETWEEN_KEYS;
  }
  y += keys.length > 0 ? SMALL.line + 6 : 6;
  const left = (width - drawing.width) / 2;
  parts.push(`<g${attributes({ transform: `translate(${left} ${y})` })}>${drawing.markup}</g>`);
  y += drawing.height + 8;
  write(notes, SMALL, { fill: MUTED });
  const height = Math.ceil(y + PADDING - 8);
  const head = attributes({
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-family": FONTS,
  });
  const svg = `<?xml version="1.0" encoding="UTF-8"?>\n<svg${head}><title>${xmlText([title, ...facts].join(" "))}</title><rect${attributes({ width, height, fill: "#ffffff" })}/>${parts.join("")}</svg>\n`;
  return { svg, width, height };
}

function swatch({ look, colour, opacity }: Key, x: number, y: number): string {
  const middle = y + 8;
  if (look === "box")
    return `<rect${attributes({ x, y: middle - 4.5, width: 11, height: 9, fill: colour, "fill-opacity": opacity, stroke: MUTED, "stroke-width": 0.3 })}/>`;
  const dashes = look === "dashes" ? "4 3" : undefined;
  return `<line${attributes({ x1: x, x2: x + 12, y1: middle, y2: middle, stroke: colour, "stroke-width": 2, "stroke-dasharray": dashes })}/>`;
}
