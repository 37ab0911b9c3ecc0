import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import rebuild from "../../examples/rebuild.json" with { type: "json" };
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");

/** The rebuild example with two assumed values. */
function assumedRebuild(): unknown {
  const raw = structuredClone(rebuild) as unknown as {
    components: { id: string; mechanism: string; evidence?: object }[];
  };
  for (const component of raw.components.filter(({ mechanism }) => mechanism === "sale").slice(0, 1))
    component.evidence = { ...component.evidence, price: { assumed: "自有库" }, priceCap: { assumed: "自有库" } };
  return raw;
}

/** What a clerk writes down of documents, and what the screen answers. */
describe.skipIf(!chromium.path)("documents on screen", () => {
  let screen: Screen;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    const folder = process.env["TMPDIR"] ?? "/tmp";
    const file = join(folder, `pingheng-documents-${process.pid}.json`);
    writeFileSync(file, JSON.stringify(assumedRebuild()));
    screen = await openScreen(file);
    ({ page, complaints } = screen);
    await page.locator("[data-verdict=B2][data-state=fail]").waitFor();
  }, 120_000);
  afterAll(async () => {
    await screen?.close();
  });

  const to = (name: string) => page.locator(".nav-entry").filter({ hasText: name }).click();
  const standing = (holds: boolean) => page.locator(`.standing[data-holds=${holds}]`);

  test("a record says at once that it does not hold, and why; its users are a click away", {
    timeout: 120_000,
  }, async () => {
    await to("事项记录");
    await page.locator(".item").filter({ hasText: "业主改建表决" }).click();
    await standing(true).waitFor();
    await page.locator('[data-path="records/rebuild_vote/values/yesArea"] input').fill("15,000");
    await standing(false).getByText("同意面积 15,000 ㎡,应达到参与表决面积 27,000 ㎡的 75%").waitFor();
    await page.keyboard.press("Control+Z");
    await standing(true).waitFor();
    await page.locator(".uses .line-link").first().click();
    await page.locator(".field.wanted").waitFor();
  });

  test("an input takes the ground why no record is needed", { timeout: 120_000 }, async () => {
    const wanted = page.locator(".field.wanted");
    await wanted.locator(".ant-select").click();
    await page.locator(".ant-select-item").filter({ hasText: "不需要此文件" }).click();
    await wanted.locator(".ground input").fill("未超过限额");
    await expect.poll(() => wanted.locator(".ground input").inputValue()).toBe("未超过限额");
    await page.keyboard.press("Control+Z");
    await wanted.locator(".ant-select").waitFor();
  });

  test("a pack goes to an earlier version with its differences, and back by undo", { timeout: 120_000 }, async () => {
    await to("政策参数");
    const law = page.locator('[data-path="packs/national-law"]');
    await law.and(page.locator("[data-origin=installed]")).waitFor();
    await law.locator(".ant-select").click();
    await page.locator(".ant-select-item").filter({ hasText: "2026.1" }).last().click();
    await law.and(page.locator("[data-origin=earlier]")).waitFor();
    await law.locator(".changes").getByText("法定公积金提取比例").waitFor();
    await page.keyboard.press("Control+Z");
    await law.and(page.locator("[data-origin=installed]")).waitFor();
  });

  test("a pack of one's own says a parameter with its place, and each change is another version", {
    timeout: 120_000,
  }, async () => {
    await to("政策参数");
    await page.getByRole("button", { name: "新建本地政策参数包" }).click();
    const own = page.locator('[data-path="packs/local"]');
    await own.and(page.locator("[data-origin=local]")).waitFor();
    const version = (number: string) => own.locator(".pack-version").getByText(number, { exact: true }).waitFor();
    await version("1");
    await own.locator(".add-parameter").click();
    await page.keyboard.type("物业保修金比例");
    await page.keyboard.press("Enter");
    const row = own.locator("[data-parameter=warranty_deposit]");
    const cell = (head: string) => row.getByRole("textbox", { name: head });
    await version("2");
    await cell("取值").fill("0.03");
    await cell("取值").press("Enter");
    await version("3");
    await cell("取值").fill("百分之几");
    await cell("取值").press("Tab");
    await cell("取值").fill("0.03");
    await cell("出处文件").fill("某区〔2026〕8号");
    await cell("出处文件").press("Enter");
    await version("4");
    // The deposit takes the value of the first pack that has it.
    await to("测算项");
    await page.locator(".item").filter({ hasText: "保修金" }).first().click();
    await page.locator(".policy").filter({ hasText: "某区〔2026〕8号" }).first().waitFor();
    await to("政策参数");
    await row.getByRole("button", { name: /^删除/ }).click();
    await row.waitFor({ state: "detached" });
    await version("5");
    await own.getByRole("button", { name: /^移除/ }).click();
    await page.locator(".ant-popconfirm").getByRole("button", { name: "移除" }).click();
    await own.waitFor({ state: "detached" });
  });

  test("assumed values are counted beside the verdicts, and one key confirms them", { timeout: 120_000 }, async () => {
    await page.keyboard.press("Alt+1");
    await page.locator("button.trust-toggle").click();
    await page.locator(".trust-list .problem").filter({ hasText: "2 项为假定值" }).click();
    await page.locator(".field.wanted .assumed").waitFor();
    await page.keyboard.press("F9");
    await expect.poll(() => page.locator(".assumed").count()).toBe(1);
    await page.keyboard.press("F9");
    await expect.poll(() => page.locator(".assumed").count()).toBe(0);
  });

  test("what is expected and absent is explained where the count of what is missing leads", {
    timeout: 120_000,
  }, async () => {
    await page.keyboard.press("Control+N");
    await page.getByRole("radio", { name: /空白模型/ }).check();
    await page.locator(".ant-modal .ant-btn-primary").click();
    const bar = page.locator(".missing-bar");
    await bar.getByText("还缺 3 项").waitFor();
    expect(await page.locator("[data-state=pass]").count()).toBe(0);
    await page.locator("[data-verdict=B2][data-reason=incomplete]").getByText("资料不全").first().waitFor();
    await page.keyboard.press("F8");
    const row = page.locator("tr.wanted input");
    await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true);
    await row.fill("本项目只作方案比较");
    await row.press("Enter");
    await bar.getByText("还缺 2 项").waitFor();
    await page.keyboard.press("Control+Z");
    await bar.getByText("还缺 3 项").waitFor();
    expect(complaints).toEqual([]);
  });
});
