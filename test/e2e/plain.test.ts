import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenBrowser, openBrowser } from "../renderer/browser.ts";
import { tool } from "../support/tools.ts";
import { unexplained } from "./plain.ts";

const chromium = tool("chromium");

/** A figure of the model as the face writes it. */
const figure = (text: string) => `<span class="figure" data-plain="${text}">${text}</span>`;

/** The check of every page finds what is planted, and nothing else. */
describe.skipIf(!chromium.path)("a figure without its why", () => {
  let browser: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser(chromium.path ?? "");
    page = await browser.context.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });

  const foundIn = async (content: string): Promise<readonly string[]> => {
    await page.setContent(`<div class="workbench">${content}</div><p>outside 1</p>`);
    return unexplained(page);
  };

  test.each([
    ["in a table", `<table><tbody><tr><td class="number">${figure("138.80")}</td></tr></tbody></table>`, "138.80"],
    ["in a sentence", "<p>约需 1,234.50 万元</p>", "1,234.50"],
    ["beside its unit", "<p>7 ¥10k</p>", "7 ¥10k"],
    ["in a heading", `<h3>合计 ${figure("77.10")}</h3>`, "77.10"],
    ["as the name of a row", `<table><tbody><tr><th>${figure("5.00")}</th></tr></tbody></table>`, "5.00"],
    ["among words that are set back", `<p class="muted">另有 ${figure("42.00")}</p>`, "42.00"],
    ["beside a button", `<p><button>为什么</button> ${figure("9.99")}</p>`, "9.99"],
  ])("is found %s", async (_where, content, text) => {
    const found = await foundIn(content);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(text);
  });

  test("is not seen in a button, a field, a cell, a listed place, or where nobody sees it", async () => {
    const cells = `<table><tbody><tr><th>B1 资金平衡</th><td><button>${figure("1.00")}</button></td></tr></tbody></table>`;
    const quantile = `<table><tbody><tr><td class="number drawn">${figure("2.00")}</td></tr></tbody></table>`;
    const others = `<div role="gridcell">${figure("3.00")}</div><h2>第 2 步</h2><i>in ¥10k</i><p hidden>4</p><input value="5">`;
    expect(await foundIn(cells + quantile + others)).toEqual([]);
  });
});
