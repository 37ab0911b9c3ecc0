import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partsOf, tablesIn, wordsIn } from "../app/exports/plan/docx.ts";
import { tool } from "../support/tools.ts";
import { Clerk } from "./clerk.ts";
import { openScreen, type Screen } from "./screen.ts";
import { shot } from "./shots.ts";

const chromium = tool("chromium");
/** Keys and clicks until a balance stands on the screen; a word that is typed counts as one. */
const MOST = 45;
const PRICE = "components/flats/inputs/price";

/** 经办人: from an empty start page to a funding plan in Word, as the guide's pages tell it. */
describe.skipIf(!chromium.path)("a clerk's day", () => {
  let screen: Screen;
  let page: Page;
  let clerk: Clerk;
  let interactions = 0;

  beforeAll(async () => {
    screen = await openScreen();
    ({ page } = screen);
    clerk = new Clerk(page);
  }, 120_000);
  afterAll(() => screen?.close());

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      interactions += 1;
      await page.keyboard.press(key);
    }
  };
  const type = async (text: string): Promise<void> => {
    interactions += 1;
    await page.keyboard.type(text);
  };
  const light = (id: string, rest = "") => page.locator(`.strip [data-verdict="${id}"]${rest}`);
  const input = (path: string) => page.locator(`.field[data-path="${path}"] input`).first();
  const assumed = async (): Promise<number> =>
    Number(/(\d+) 项/.exec((await page.locator(".guide-lead").textContent()) ?? "")?.[1]);
  const step = (name: string) => page.locator(".guide-steps button").filter({ hasText: name }).click();
  const look = (name: string) => shot(page, `clerk-${name}`);

  async function begin(): Promise<void> {
    expect(await page.locator("main.start").count()).toBe(1);
    await look("start");
    await press("Control+n");
    await page.getByRole("dialog").waitFor();
    const name = page.getByRole("textbox", { name: "项目名称" });
    while (!(await name.evaluate((one) => one === document.activeElement))) {
      expect(interactions).toBeLessThan(MOST);
      await press("Tab");
    }
    await type("三千户片区");
    await press("Tab");
    await type("金华市");
    await press("Tab");
    await type("3,000");
    await look("new");
    await press("Enter");
    await page.locator(".guide-steps [aria-current=step]").waitFor();
    await light("B2", "[data-state=fail]:not([data-pending=true])").waitFor();
    await light("B1", "[data-conditional=true]").waitFor();
    expect(interactions).toBeLessThanOrEqual(MOST);
    // Nothing is met without a condition: every value is somebody else's, and nobody has granted or voted anything.
    expect(await page.locator(".strip [data-state=pass]").count()).toBeGreaterThan(0);
    expect(await page.locator(".strip [data-state=pass][data-conditional=false]").count()).toBe(0);
    await look("first-balance");
  }

  /** What is typed is the project's own; what was looked at is confirmed with one key, and the cursor goes on. */
  async function answer(): Promise<void> {
    await input("project/author").fill("区城市更新公司");
    await input("project/documentNumber").fill("区更新〔2027〕3号");
    const all = await assumed();
    await step("建什么");
    await input("components/area/inputs/far").click();
    await page.keyboard.press("F9");
    await page.locator('.field[data-path="components/area/inputs/farApproved"] :focus').waitFor();
    expect(await page.locator(".guide-steps [aria-current=step]").textContent()).toContain("建什么");
    await page.keyboard.press("F9");
    await expect.poll(assumed).toBe(all - 2);
    await step("卖什么、租什么");
    await input(PRICE).fill("两万六千八");
    await input("components/spaces/inputs/price").fill("5,000");
    await expect.poll(assumed).toBe(all - 4);
    await look("answered");
    // Typed and marked as one's own in one step: undone, it is assumed again.
    await input("components/spaces/inputs/price").press("Control+z");
    await expect.poll(assumed).toBe(all - 3);
    expect((await input("components/spaces/inputs/price").inputValue()).replace(",", "")).toBe("4750");
    await step("居民出资");
    await input("components/charge/inputs/collection").fill("97");
    await step("补助与捐赠");
    await clerk.choose("审批状态", "已批复");
    await expect.poll(assumed).toBe(all - 5);
  }

  /** What is not counted says for want of which paper, and leads there. */
  async function enterPapers(): Promise<void> {
    await page.keyboard.press("Alt+1");
    await page.locator("button.trust-toggle").click();
    await look("board");
    await page
      .locator(".trust-list .problem")
      .filter({ hasText: /^“业主改建表决.*不成立/u })
      .click();
    const vote = "records/rebuild_vote";
    for (const [name, text] of Object.entries({
      date: "2026-11-20",
      document: "业主大会决议〔2026〕1号",
      "values/totalArea": "187,500",
      "values/totalOwners": "3,100",
      "values/partArea": "180,000",
      "values/partOwners": "2,950",
      "values/yesArea": "152,000",
      "values/yesOwners": "2,480",
      "values/perM2": "1,450",
    }))
      await input(`${vote}/${name}`).fill(text);
    await page.locator(".standing[data-holds=true]").waitFor();
    const scan = join(screen.product.folder, "决议.pdf");
    writeFileSync(scan, "%PDF-1.4\n%%EOF\n");
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "添加附件" }).click();
    await (await chooser).setFiles(scan);
    await page.getByText("决议.pdf").waitFor();
    await look("vote");
    await page.locator(".item").filter({ hasText: "专项补助批复" }).click();
    await input("records/grant_approval/date").fill("2027-03-10");
    await input("records/grant_approval/document").fill("省建城〔2027〕18号");
    await input("records/grant_approval/values/amount").fill("3,750");
    await light("B4", "[data-state=pass]").waitFor();
  }

  async function readFindings(): Promise<void> {
    await clerk.to("审查");
    const open = page.locator(".finding").filter({ hasText: "静态总平衡（B2）：缺口" });
    await open.getByText("否决 R").waitFor();
    // Whose project it is stands on the first page now.
    expect(await page.locator(".finding").filter({ hasText: "未写明：编制单位" }).count()).toBe(0);
    await look("findings");
  }

  async function findWhatTurns(): Promise<void> {
    await clerk.to("杠杆与敏感性");
    const far = page.locator(".lever-table tbody tr").filter({ hasText: "规划容积率" }).first();
    await far.getByRole("button", { name: "调整" }).click();
    await page.locator(".lever-flips .line-link").filter({ hasText: /^B2 ≥/u }).click();
    await page.locator('.lever-light[data-watch="B2"][data-state=pass]').waitFor();
    expect(await light("B2").getAttribute("data-state")).toBe("fail");
    await look("levers");
    await page.getByRole("button", { name: "存为情景" }).click();
    await light("B2", "[data-state=pass][data-conditional=true]").waitFor();
    expect(await page.locator(".scenario-bar").innerText()).toMatch(/“规划容积率 2\.5\d+”/u);
  }

  async function save(): Promise<void> {
    const path = join(screen.product.folder, "三千户片区.pingheng");
    await page.keyboard.press("Control+Alt+s");
    const dialog = page.locator(".ant-modal");
    await dialog.getByLabel("署名").fill("张三");
    await dialog.getByLabel("说明").fill("报送稿");
    await dialog.locator(".ant-modal-footer .ant-btn-primary").click();
    await page.getByRole("textbox", { name: "文件路径" }).fill(path);
    await dialog.locator(".ant-btn-primary").click();
    await page.locator(".unsaved").waitFor({ state: "detached" });
    expect(readFileSync(path).subarray(0, 15).toString("latin1")).toBe("SQLite format 3");
    await clerk.to("版本");
    await page.locator('tr[data-revision="1"]').filter({ hasText: "报送稿" }).waitFor();
    await look("revision");
  }

  async function exported(): Promise<string> {
    await page.locator(".header").getByRole("button", { name: "文件" }).click();
    await page.getByRole("menuitem", { name: "导出 Excel、Word、PDF" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("资金平衡方案", { exact: true }).click();
    await dialog.getByText("九项结论").waitFor();
    await look("export");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "导出", exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("三千户片区-资金平衡方案.docx");
    const path = join(screen.product.folder, "plan.docx");
    await download.saveAs(path);
    return partsOf(readFileSync(path)).get("word/document.xml") ?? "";
  }

  /** The figures as the board has them, and the conditions it names. */
  async function onBoard() {
    await page.keyboard.press("Alt+1");
    const verdicts = await page.locator(".strip [data-verdict]").evaluateAll((all) =>
      all.map((one) => ({
        id: one.getAttribute("data-verdict") ?? "",
        met: one.getAttribute("data-state") === "pass",
        conditional: one.getAttribute("data-conditional") === "true",
        margin: one.querySelector("[data-plain]")?.getAttribute("data-plain") ?? "",
      })),
    );
    const npv = await page
      .locator("tr[data-indicator^=npv], tr:has([data-indicator^=npv])")
      .evaluateAll((rows) =>
        rows.map((row) => [
          row.querySelector("td, th")?.textContent ?? "",
          row.querySelector("[data-plain]")?.getAttribute("data-plain") ?? "",
        ]),
      );
    await page.locator("button.trust-toggle").click();
    const conditions = await page
      .locator(".trust-condition")
      .evaluateAll((all) => all.map((one) => one.getAttribute("title") ?? ""));
    return { verdicts, npv, conditions };
  }

  test("begins with nothing and ends with a plan in Word that says what the board says", {
    timeout: 400_000,
  }, async () => {
    await begin();
    await answer();
    await enterPapers();
    await readFindings();
    await findWhatTurns();
    await save();
    const body = await exported();
    const board = await onBoard();
    await look("balanced");
    expect(board.verdicts).toHaveLength(9);
    expect(board.verdicts.find(({ id }) => id === "B2")).toMatchObject({ met: true, conditional: true });
    const rows = tablesIn(body).flat();
    const number = (text = "") => Number.parseFloat(text.replaceAll(/[,，]/gu, "").replace(/^\((.*)\)/u, "-$1"));
    for (const { id, met, conditional, margin } of board.verdicts) {
      const [, , said, figure] = rows.find(([first, , answer]) => first === id && /达标/u.test(answer ?? "")) ?? [];
      expect([id, said], id).toEqual([id, met ? (conditional ? "✓ 达标（附条件）" : "✓ 达标") : "✗ 未达标"]);
      expect(number(figure), id).toBeCloseTo(Number(margin), 2);
    }
    expect(board.npv.length).toBeGreaterThan(2);
    for (const [name = "", figure] of board.npv) {
      const row = rows.find(
        ([first]) => first?.replaceAll(/[：:（）()]/gu, "") === name.replaceAll(/[：:（）()]/gu, ""),
      );
      expect(number(row?.[1]), name).toBeCloseTo(Number(figure), 2);
    }
    expect(board.conditions.length).toBeGreaterThan(5);
    const words = wordsIn(body);
    for (const condition of board.conditions) expect(words).toContain(condition);
    expect(words).toContain("项为假定值，尚未确认");
    expect(screen.complaints).toEqual([]);
  });
});
