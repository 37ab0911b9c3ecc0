import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { readExample } from "../../app/files/examples.ts";
import { jsonText } from "../../app/files/jsonText.ts";
import { openScreen, type Screen } from "../e2e/screen.ts";
import { compiledOf } from "../support/prepared.ts";
import { tool } from "../support/tools.ts";
import { byMonth } from "./byMonth.ts";

const TYPED = 41;
const EDITS = 500;
const SCROLL_MS = 3000;
const PRICE = "components/flats/inputs/price";

/** What is looked at until it shows something else: a part of the page, by its words or by all it is made of. */
interface Watched {
  readonly selector: string;
  readonly by: "textContent" | "innerHTML";
}

/** Milliseconds from a key being pressed, as the page hears it, to the frame in which a part of it shows something else and waits for nothing. */
async function tookFor(page: Page, key: string, { selector, by }: Watched): Promise<number> {
  await page.evaluate(
    ([place, what]) => {
      const shown = () => document.querySelector(place)?.[what as "textContent" | "innerHTML"];
      const before = shown();
      const probe = new Promise<number>((resolve) => {
        let pressed = 0;
        addEventListener("keydown", () => (pressed ||= performance.now()), { capture: true, once: true });
        const look = (): void => {
          const settled = document.querySelector(".strip [data-pending=true]") === null;
          if (pressed > 0 && settled && shown() !== before) resolve(performance.now() - pressed);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      Object.assign(window, { probe });
    },
    [selector, by] as const,
  );
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { readonly probe: Promise<number> }).probe);
}

/** Times of something done over and over, sorted. */
async function times(count: number, once: (index: number) => Promise<number>): Promise<readonly number[]> {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) found.push(await once(index));
  return found.slice(1).sort((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(0);

/** Puts the cursor behind the number of the price. */
async function intoPrice(page: Page): Promise<void> {
  await page.keyboard.press("Alt+2");
  await page.locator(".item", { hasText: "增量住宅出售" }).first().click();
  await page.locator(`.field[data-path="${PRICE}"] input`).first().click();
  await page.keyboard.press("End");
}

/** Frames a second while the sheet is scrolled to and fro, and how long the longest took. */
function scrolled(page: Page): Promise<{ readonly fps: number; readonly longestMs: number }> {
  return page.locator(".grid").evaluate(
    (grid, lasts) =>
      new Promise<{ fps: number; longestMs: number }>((resolve) => {
        const begun = performance.now();
        let [frames, last, longestMs] = [0, begun, 0];
        const step = (now: number): void => {
          frames += 1;
          longestMs = Math.max(longestMs, now - last);
          last = now;
          grid.scrollBy(frames % 200 < 100 ? 40 : -40, frames % 100 < 50 ? 60 : -60);
          if (now - begun < lasts) requestAnimationFrame(step);
          else resolve({ fps: (frames * 1000) / (now - begun), longestMs });
        };
        requestAnimationFrame(step);
      }),
    SCROLL_MS,
  );
}

/** What lives on in the page after everything that can go is gone, MB. */
async function heldMB(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1024 / 1024;
}

const STRIP: Watched = { selector: ".strip", by: "textContent" };
const CHART: Watched = { selector: ".pictured svg", by: "innerHTML" };
const SHEET: Watched = { selector: ".grid", by: "textContent" };

async function measured(screen: Screen, openedMs: number): Promise<Record<string, string>> {
  const { page } = screen;
  const both = (sorted: readonly number[]) => `${at(sorted, 0.5)} / ${at(sorted, 0.95)}`;
  await intoPrice(page);
  const typed = await times(TYPED, (index) => tookFor(page, index % 2 === 0 ? "1" : "Backspace", STRIP));
  const undone = (watched: Watched) =>
    times(TYPED, (index) => tookFor(page, index % 2 === 0 ? "Control+z" : "Control+y", watched));
  await page.keyboard.press("Alt+1");
  await page.locator(".pictured svg").first().waitFor();
  const chart = await undone(CHART);
  await page.keyboard.press("Alt+3");
  await page.locator(".grid .grid-cell").first().waitFor();
  const sheet = await undone(SHEET);
  const { fps, longestMs } = await scrolled(page);
  await intoPrice(page);
  const before = await heldMB(page);
  for (let edit = 0; edit < EDITS; edit += 1) await tookFor(page, edit % 2 === 0 ? "1" : "Backspace", STRIP);
  const after = await heldMB(page);
  return {
    "start to board, ms": openedMs.toFixed(0),
    "digit to strip, ms p50 / p95": both(typed),
    "undo to chart": both(chart),
    "undo to sheet": both(sheet),
    "scroll, frames a second": fps.toFixed(0),
    "longest frame, ms": longestMs.toFixed(0),
    [`page before / after ${EDITS} edits, MB`]: `${before.toFixed(1)} / ${after.toFixed(1)}`,
  };
}

/** Measures the face in Chromium at an example and at the same by month; says so and measures nothing where there is no Chromium. */
export async function runFaceBench(): Promise<void> {
  if (tool("chromium").path === undefined) {
    console.log("face: there is no Chromium here, nothing was measured");
    return;
  }
  const read = await readExample("rebuild");
  if (!read.ok) throw new Error("the example cannot be read");
  const folder = mkdtempSync(join(tmpdir(), "pingheng-bench-"));
  const rows: Record<string, Record<string, string>> = {};
  try {
    for (const [name, document] of Object.entries({ rebuild: read.value, "rebuild by month": byMonth(read.value) })) {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, jsonText(document));
      const screen = await openScreen(file);
      try {
        const begun = performance.now();
        await screen.page.reload();
        await screen.page.locator(".strip .light").first().waitFor();
        await screen.page.locator(".strip [data-pending=true]").first().waitFor({ state: "detached" });
        const openedMs = performance.now() - begun;
        const size = `${compiledOf(document).graph.lines.length} lines × ${document.timeline.periods}`;
        rows[name] = { size, ...(await measured(screen, openedMs)) };
      } finally {
        await screen.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log("face: what a person waits for, in Chromium on the loopback host");
  console.table(rows);
}
