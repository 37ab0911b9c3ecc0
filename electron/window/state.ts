import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Where the window is, in the screen's own units. */
export interface WindowPlace {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximized: boolean;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const firstPlace: WindowPlace = { width: 1280, height: 800, maximized: false };
const smallest = 400;
const largest = 20_000;
/** So much of the title bar must be on a screen that the window can be got hold of. */
const grip = 80;

function isNumber(value: unknown, from: number, to: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= from && value <= to;
}

function placeIn(value: unknown): WindowPlace {
  if (typeof value !== "object" || value === null) return firstPlace;
  const { width, height, x, y, maximized } = value as Record<string, unknown>;
  if (!isNumber(width, smallest, largest) || !isNumber(height, smallest, largest)) return firstPlace;
  const size = { width, height, maximized: maximized === true };
  return isNumber(x, -largest, largest) && isNumber(y, -largest, largest) ? { ...size, x, y } : size;
}

function isVisible(place: WindowPlace, screens: readonly Area[]): boolean {
  const { x, y } = place;
  if (x === undefined || y === undefined) return false;
  return screens.some(
    (screen) =>
      x + place.width >= screen.x + grip &&
      x + grip <= screen.x + screen.width &&
      y >= screen.y &&
      y + grip <= screen.y + screen.height,
  );
}

/**
 * Where the window was last time; the first place where that is unknown, unreadable, or on a screen that is gone.
 * @param path file the place is kept in
 * @param screens work areas of the screens
 */
export function readPlace(path: string, screens: readonly Area[]): WindowPlace {
  let place = firstPlace;
  try {
    place = placeIn(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    // Missing at the first start, or damaged: only a window's place is lost.
    return firstPlace;
  }
  if (isVisible(place, screens)) return place;
  return { width: place.width, height: place.height, maximized: place.maximized };
}

/** Keeps the place of the window for the next start. Throws what the file system throws. */
export function writePlace(path: string, place: WindowPlace): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(place)}\n`);
}
