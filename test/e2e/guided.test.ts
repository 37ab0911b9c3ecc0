import { afterAll, beforeAll, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");

let screen: Screen;
let presses = 0;

beforeAll(async () => {
  if (chromium.path !== undefined) screen = await openScreen();
});
afterAll(async () => screen?.close());

const press = async (key: string): Promise<void> => {
  presses += 1;
  await screen.page.keyboard.press(key);
};

const type = async (text: string): Promise<void> => {
  presses += 1;
  await screen.page.keyboard.type(text);
};

test.skipIf(!chromium.path)("the first honest balance of 3,000 households, by keyboard alone", async () => {
  const { page } = screen;
  await press("Control+n");
  await page.getByRole("dialog").waitFor();
  // From the kind of project over the way of renewal and how to begin to the project it is like.
  for (
    let i = 0;
    !(await page.getByRole("textbox", { name: "项目名称" }).evaluate((one) => one === document.activeElement));
    i += 1
  ) {
    expect(i).toBeLessThan(12);
    await press("Tab");
  }
  await type("三千户片区");
  await press("Tab");
  await type("金华市");
  await press("Tab");
  await type("3,000");
  await press("Enter");
  await page.locator(".guide-steps [aria-current=step]").waitFor();
  await page.locator('.strip [data-verdict="B2"]:not([data-pending=true])').waitFor();
  await page.locator('.strip [data-verdict="B1"][data-conditional=true]').waitFor();
  expect(presses).toBeLessThan(20);
  // Nothing is met without a condition: every value is somebody else's.
  const lights = page.locator(".strip [data-state=pass]");
  expect(await lights.count()).toBeGreaterThan(0);
  expect(await page.locator(".strip [data-state=pass][data-conditional=false]").count()).toBe(0);
  await page.locator('[data-verdict="B2"][data-state=fail]').waitFor();
});

test.skipIf(!chromium.path)(
  "an assumed value is confirmed with one key, and the cursor goes to the next on the page",
  async () => {
    const { page } = screen;
    const open = async (): Promise<number> =>
      Number(/(\d+) 项/.exec((await page.locator(".guide-lead").textContent()) ?? "")?.[1]);
    await page.locator(".guide-steps button").nth(2).click();
    const before = await open();
    await page.locator('.field[data-path="components/area/inputs/far"] input').first().click();
    await page.keyboard.press("F9");
    await expect.poll(open).toBe(before - 1);
    await page.locator('.field[data-path="components/area/inputs/farApproved"] :focus').waitFor();
    expect(await page.locator(".guide-steps [aria-current=step]").textContent()).toContain("建什么");
    expect(screen.complaints).toEqual([]);
  },
);
