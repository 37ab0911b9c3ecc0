import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");

/** Somebody who works in the dark theme puts the charts of the board into a paper. */
describe.skipIf(!chromium.path)("a chart saved as a picture", () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await openScreen("examples/rebuild.json", { theme: "dark" });
    await screen.page.locator(".cash .recharts-bar-rectangle").first().waitFor();
  }, 120_000);
  afterAll(() => screen?.close());

  async function saved(title: RegExp, kind: "PNG" | "SVG"): Promise<Buffer> {
    const { page, product } = screen;
    await page.getByRole("button", { name: title }).focus();
    await page.keyboard.press("Enter");
    const item = page.getByRole("menuitem", { name: `存为 ${kind}` });
    await item.waitFor();
    await item.focus();
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    await item.waitFor({ state: "hidden" });
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`));
    const path = join(product.folder, `chart.${kind}`);
    await download.saveAs(path);
    return readFileSync(path);
  }

  test("is an SVG by itself, in light colours, with project, scenario, unit and legend", async () => {
    const svg = (await saved(/^存为图片：现金流量/, "SVG")).toString();
    for (const words of [
      "项目：金华市示例片区全拆重建(示例)",
      "情景：基准",
      "单位：万元",
      ">流入<",
      ">累计<",
      ">2026<",
    ])
      expect(svg).toContain(words);
    // White, and the light colours of money in and out.
    expect(svg).toContain('fill="#ffffff"');
    expect(svg).toContain('fill="rgb(61, 135, 171)"');
    expect(svg).toContain('fill="rgb(209, 154, 69)"');
    expect(svg).not.toMatch(/var\(|class=|style=|href|<script|<tspan/);
    const bars = await screen.page.locator(".cash .recharts-bar-rectangle path").count();
    expect(svg.match(/<path /g)?.length).toBeGreaterThan(bars);
    expect(
      await screen.page.evaluate(
        (text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror"),
        svg,
      ),
    ).toBeNull();
  });

  test("is a PNG of two points a pixel, and can be copied", async () => {
    const svg = (await saved(/^存为图片：资金来源/, "SVG")).toString();
    const png = await saved(/^存为图片：资金来源/, "PNG");
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(svg).toContain(`width="${width / 2}" height="${height / 2}"`);
    expect(svg).toContain('<pattern id="gap-hatch"');
    const { page } = screen;
    await page.getByRole("button", { name: /^存为图片：资金来源/ }).click();
    await page.getByRole("menuitem", { name: "复制图片" }).click();
    await page.getByText("图片已复制").waitFor();
    const kinds = await page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap(({ types }) => [...types]),
    );
    expect(kinds).toEqual(["image/png"]);
    expect(screen.complaints).toEqual([]);
  });
});
