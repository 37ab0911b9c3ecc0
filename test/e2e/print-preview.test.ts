import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const tools = [tool("chromium").path, tool("poppler").path];

/** Somebody prints the board and the statements, in the dark theme. */
describe.skipIf(tools.includes(undefined))("a print preview", () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await openScreen("examples/zhegong.json", { theme: "dark" });
    await screen.page.locator(".cash .recharts-bar-rectangle").first().waitFor();
  }, 120_000);
  afterAll(() => screen?.close());

  async function printed(title: RegExp): Promise<readonly string[]> {
    const { page, product } = screen;
    await page.getByRole("button", { name: "打印预览" }).click();
    const preview = page.getByRole("dialog", { name: title });
    await preview.getByRole("heading", { level: 1 }).waitFor();
    const file = join(product.folder, "printed.pdf");
    await page.pdf({ path: file, preferCSSPageSize: true });
    await page.keyboard.press("Escape");
    await preview.waitFor({ state: "detached" });
    const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    return text.split("\f").slice(0, -1);
  }

  test("has the pages of the board and nothing of the face around it", { timeout: 120_000 }, async () => {
    const pages = await printed(/平衡台/);
    expect(pages[0]).toMatch(/平衡台[\s\S]*九项盈亏平衡结论[\s\S]*B1[\s\S]*第\s*1\s*页\s*共\s*\d+\s*页/);
    expect(pages.join("")).not.toMatch(/打印预览|杠杆与敏感性/);
    expect(pages.at(-1)?.replaceAll(/\s/g, "")).toContain(`第${pages.length}页共${pages.length}页`);
  });

  test("has every statement from a page of its own", { timeout: 120_000 }, async () => {
    const { page } = screen;
    await page.locator(".sidebar, nav").getByText("报表", { exact: true }).first().click();
    const pages = await printed(/报表/);
    const begun = pages.filter((text) => /^[\s\S]{0,200}附表\d+ /.test(text.trimStart()));
    const listed = new Set(pages[0]?.match(/附表\d+ /g));
    expect(listed.size).toBeGreaterThan(15);
    expect(begun.length).toBe(listed.size + 1);
    expect(screen.complaints).toEqual([]);
  });
});
