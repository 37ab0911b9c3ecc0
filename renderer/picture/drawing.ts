import { attributes, xmlText } from "./xml.ts";

/** A chart as elements of SVG that need no style sheet. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly markup: string;
}

/** One entry of a legend. */
export interface Key {
  readonly label: string;
  readonly colour: string;
  readonly opacity: number;
  readonly look: "box" | "line" | "dashes";
}

/** Elements that are carried, with what says where they are; no script, link, image, foreign content. */
const GEOMETRY: Readonly<Record<string, readonly string[]>> = {
  g: ["transform"],
  path: ["d", "transform"],
  rect: ["x", "y", "width", "height", "rx", "ry", "transform"],
  line: ["x1", "x2", "y1", "y2"],
  circle: ["cx", "cy", "r"],
  polyline: ["points"],
  polygon: ["points"],
  defs: [],
  clipPath: ["id"],
  pattern: ["id", "width", "height", "patternUnits", "patternTransform"],
};
const WITHOUT_LOOKS: ReadonlySet<string> = new Set(["g", "defs", "clipPath", "pattern"]);
const LOOKS =
  "fill fill-opacity stroke stroke-width stroke-opacity stroke-dasharray stroke-linejoin stroke-linecap".split(" ");
/** Parts that are there only while the mouse points at something. */
const PASSING = ".recharts-tooltip-cursor, .recharts-active-dot";

/** What is drawn in an element now, with the colours it has now; null where there is no chart in it. */
export function drawingIn(host: Element): Drawing | null {
  const svgs = [...host.querySelectorAll("svg")].filter((svg) => !svg.classList.contains("icon"));
  const chart = svgs.find((svg) => !svg.classList.contains("defs"));
  if (chart === undefined) return null;
  const { width, height } = sizeOf(chart);
  const shared = svgs.filter((svg) => svg !== chart).flatMap((svg) => [...svg.children]);
  return { width, height, markup: [...shared, ...chart.children].map(markupOf).join("") };
}

function sizeOf(svg: SVGSVGElement): { readonly width: number; readonly height: number } {
  const { width, height } = svg.viewBox.baseVal;
  return width > 0 && height > 0 ? { width, height } : svg.getBoundingClientRect();
}

function markupOf(element: Element): string {
  const style = getComputedStyle(element);
  if (style.display === "none" || element.matches(PASSING)) return "";
  if (element instanceof SVGTextElement) return writing(element);
  const { localName } = element;
  const names = GEOMETRY[localName];
  if (names === undefined) return "";
  const place = Object.fromEntries(names.map((name) => [name, element.getAttribute(name) ?? undefined]));
  const look = WITHOUT_LOOKS.has(localName) ? {} : looksOf(style);
  const inside = [...element.children].map(markupOf).join("");
  return `<${localName}${attributes({ ...place, ...clipOf(element), ...faded(style), ...look })}>${inside}</${localName}>`;
}

function clipOf(element: Element): Readonly<Record<string, string>> {
  const id = /#([^")]+)/.exec(element.getAttribute("clip-path") ?? "")?.[1];
  return id === undefined ? {} : { "clip-path": `url(#${id})` };
}

/** The pieces of a text, each with the element whose looks it has. */
function piecesOf(element: Element): readonly (readonly [text: string, of: Element])[] {
  return [...element.childNodes].flatMap((node) =>
    node instanceof Element
      ? piecesOf(node)
      : (node.textContent ?? "") === ""
        ? []
        : [[node.textContent ?? "", element] as const],
  );
}

/**
 * A text as elements without parts and baselines, which other programs set elsewhere: one piece stands where it is
 * anchored, several each where the browser begins them.
 */
function writing(text: SVGTextElement): string {
  const pieces = piecesOf(text);
  let at = 0;
  return pieces
    .map(([words, of]) => {
      const first = at;
      at += words.length;
      if (words.trim() === "" || text.getNumberOfChars() === 0) return "";
      const style = getComputedStyle(of);
      const blanks = words.length - words.trimStart().length;
      // Blanks that follow one another are one sign to the browser.
      const { x, y } = text.getStartPositionOfChar(Math.min(first + blanks, text.getNumberOfChars() - 1));
      const anchor = pieces.length > 1 ? "start" : style.textAnchor;
      const length = text.getComputedTextLength();
      const shift = anchor === "end" ? length : anchor === "middle" ? length / 2 : 0;
      const place = {
        x: round(x + shift),
        y: round(y),
        "font-size": Number.parseFloat(style.fontSize),
        "font-weight": style.fontWeight === "400" ? undefined : style.fontWeight,
        "text-anchor": anchor === "start" ? undefined : anchor,
      };
      const { stroke, fill, ...rest } = looksOf(style);
      const drawn = (looks: object) => `<text${attributes({ ...place, ...looks })}>${xmlText(words.trim())}</text>`;
      if (stroke === undefined) return drawn({ fill });
      // Not every program knows that a stroke may lie under its letters: the ground of a mark is drawn by itself.
      return drawn({ ...rest, stroke, fill: "none" }) + drawn({ fill });
    })
    .join("");
}

const round = (value: number): number => Math.round(value * 100) / 100;

const faded = ({ opacity }: CSSStyleDeclaration) => ({ opacity: opacity === "1" ? undefined : opacity });

function looksOf(style: CSSStyleDeclaration): Readonly<Record<string, string>> {
  const values = LOOKS.map((name) => [name, style.getPropertyValue(name).replaceAll('"', "").replaceAll(/px\b/g, "")]);
  return Object.fromEntries(values.filter(([name, value]) => value !== "" && value !== USUAL[name ?? ""]));
}

const USUAL: Readonly<Record<string, string>> = {
  "fill-opacity": "1",
  stroke: "none",
  "stroke-width": "1",
  "stroke-opacity": "1",
  "stroke-dasharray": "none",
  "stroke-linejoin": "miter",
  "stroke-linecap": "butt",
};

/** The legends in an element as they are drawn before their words. */
export function keysIn(host: Element): readonly Key[] {
  return [...host.querySelectorAll(".legend > li")].map((entry) => {
    const mark = getComputedStyle(entry, "::before");
    const isDashed = mark.borderTopStyle === "dashed";
    const isLine = Number.parseFloat(mark.height) <= 2;
    return {
      label: (entry.textContent ?? "").trim(),
      colour: isDashed ? mark.borderTopColor : mark.backgroundColor,
      opacity: Number(mark.opacity),
      look: isDashed ? "dashes" : isLine ? "line" : "box",
    };
  });
}
