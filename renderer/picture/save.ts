import { FONTS, type Framed } from "./frame.ts";

/** Points of a PNG for each pixel of the picture, so that it stays sharp on paper. */
const SCALE = 2;

/** Widths as the browser would draw them. */
export function measureText(text: string, size: number): number {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) throw new Error("no canvas to measure texts on");
  context.font = `${size}px ${FONTS}`;
  return context.measureText(text).width;
}

/** The picture as dots. */
export async function pngOf({ svg, width, height }: Framed): Promise<Blob> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas to draw on");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture came of it")) : resolve(blob)), "image/png");
  });
}

export const svgBlob = ({ svg }: Framed): Blob => new Blob([svg], { type: "image/svg+xml" });

/** Signs that Windows does not take in names of files, and blanks. */
const NOT_IN_NAMES = /[\p{Cc}<>:"/\\|?*\s]+/gu;
const NAME_MOST = 80;

/** A name for the file: words joined, at most so long. */
export function fileName(words: readonly string[], ending: string): string {
  const name = words
    .map((word) => word.replaceAll(NOT_IN_NAMES, " ").trim())
    .filter((word) => word !== "")
    .join("-");
  return `${[...name]
    .slice(0, NAME_MOST)
    .join("")
    .replace(/^\.+|[. ]+$/g, "")}.${ending}`;
}
