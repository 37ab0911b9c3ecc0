import type { WordSection } from "../blocks.ts";
import type { CarriedParts } from "./headers.ts";

/** The pages of a file: what is left inside their margins, in twentieths of a point, and what ends a section. */
export interface PageShapes {
  readonly room: (landscape: boolean) => number;
  readonly pages: (section: WordSection, isFirst: boolean) => string;
}

const A4 = { short: 11906, long: 16838 };
const MARGINS = { top: 1440, bottom: 1440, left: 1440, right: 1440, header: 720, footer: 720, gutter: 0 };
/** Less than this between the margins is no page to print on. */
const LEAST_ROOM = 2880;

type Margins = Record<keyof typeof MARGINS, number>;

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  readonly borders: string;
  readonly grid: string;
  readonly titled: boolean;
}

/** The pages of a template: upright ones as its last upright section has them, wide ones as its last wide one, or the upright ones turned. */
export function shapesOf(body: string, { references }: CarriedParts): PageShapes {
  const found = (body.match(/<w:sectPr\b[^>]*>.*?<\/w:sectPr>/gs) ?? []).map(shapeIn);
  const upright = found.findLast(({ width, height }) => width <= height);
  const wide = found.findLast(({ width, height }) => width > height);
  const shapes = {
    portrait: upright ?? turned(wide ?? shapeIn("")),
    landscape: wide ?? turned(upright ?? shapeIn("")),
  };
  const shapeOf = (landscape: boolean): Shape => shapes[landscape ? "landscape" : "portrait"];
  const own =
    references === ""
      ? '<w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>'
      : references;
  return {
    room: (landscape) => {
      const { width, margins } = shapeOf(landscape);
      return Math.max(LEAST_ROOM, width - margins.left - margins.right - margins.gutter);
    },
    pages: ({ landscape, cover }, isFirst) => {
      const { width, height, margins, borders, grid, titled } = shapeOf(landscape);
      const around = Object.entries(margins).map(([name, value]) => ` w:${name}="${value}"`);
      const isTitled = cover === true || (isFirst && titled);
      return `<w:sectPr>${own}<w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ""}/><w:pgMar${around.join("")}/>${borders}${isTitled ? "<w:titlePg/>" : ""}${grid}</w:sectPr>`;
    },
  };
}

function shapeIn(section: string): Shape {
  const tag = (name: string): string => new RegExp(`<w:${name}\\b[^>]*>`).exec(section)?.[0] ?? "";
  const number = (of: string, name: string, usual: number): number => {
    const value = Number(new RegExp(`\\bw:${name}="(-?\\d+)"`).exec(of)?.[1] ?? usual);
    return Math.abs(value) > 31_680 ? usual : value;
  };
  const [size, around] = [tag("pgSz"), tag("pgMar")];
  const margins = Object.fromEntries(
    Object.entries(MARGINS).map(([name, usual]) => [name, number(around, name, usual)]),
  ) as Margins;
  const borders = /<w:pgBorders\b[^>]*>.*?<\/w:pgBorders>/s.exec(section)?.[0] ?? "";
  return {
    width: number(size, "w", A4.short),
    height: number(size, "h", A4.long),
    margins,
    // Art and pictures around a page refer to parts of their own.
    borders: borders.includes("r:") ? "" : borders,
    grid: /^<w:docGrid\b[^<>]*\/>$/.exec(tag("docGrid"))?.[0] ?? "",
    titled: /<w:titlePg\b(?![^>]*w:val="(0|false|off)")/.test(section),
  };
}

const turned = (shape: Shape): Shape => ({ ...shape, width: shape.height, height: shape.width });
