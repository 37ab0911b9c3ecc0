import { join } from "node:path";
import type { Page } from "playwright-core";

/** A folder to leave pictures in, for whoever wants to look at them. */
const FOLDER = process.env["PINGHENG_SHOTS"];

export async function shot(page: Page, name: string): Promise<void> {
  if (FOLDER) await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
