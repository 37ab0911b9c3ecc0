import type { Page } from "playwright-core";
import { openBrowser, watchedPage, withPreferences } from "../renderer/browser.ts";
import { tool } from "../support/tools.ts";
import { type ServedProduct, serveProduct } from "./host.ts";

/** The served product on a page of a browser of its own. */
export interface Screen {
  readonly page: Page;
  /** What went wrong in the page so far. */
  readonly complaints: string[];
  readonly product: ServedProduct;
  close(): Promise<void>;
}

const PREFERENCES = { lang: "zh", theme: "light", money: "wan", negative: "paren" };

/** Loads the face, and waits until it listens to the keyboard: a key pressed before that is lost. */
export async function enterFace(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator("main.start, .workbench").first().waitFor();
}

/** Starts the product as a user would and opens its page, with a model file or without. */
export async function openScreen(file?: string, preferences: Partial<typeof PREFERENCES> = {}): Promise<Screen> {
  const browser = await openBrowser(tool("chromium").path ?? "");
  try {
    const product = await serveProduct(...(file === undefined ? [] : [file]));
    const { page, complaints } = await watchedPage(browser.context);
    await withPreferences(page, { ...PREFERENCES, ...preferences });
    await enterFace(page, product.url);
    const close = async (): Promise<void> => {
      await product.close();
      await browser.close();
    };
    return { page, complaints, product, close };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
