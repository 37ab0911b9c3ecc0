import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type OpenBrowser, openBrowser, watchedPage, withPreferences } from "../renderer/browser.ts";
import { type FakeServer, startFakeServer } from "../renderer/fake/server.ts";
import { tool } from "../support/tools.ts";

const chromium = tool("chromium");
const face = join(import.meta.dirname, "../../dist/renderer");

/** The built face over a stand-in host: what the face itself does, exactly and without waiting for the product. */
describe.skipIf(!chromium.path)("the face in Chromium", () => {
  let browser: OpenBrowser;
  let server: FakeServer;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    if (!existsSync(join(face, "index.html"))) throw new Error("build the face first: npm run build");
    browser = await openBrowser(chromium.path ?? "");
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    server = await startFakeServer(face);
    ({ page, complaints } = await watchedPage(browser.context));
    await withPreferences(page, { lang: "zh", theme: "light", money: "wan", negative: "paren" });
    await page.goto(server.url);
    await page.getByRole("button", { name: /全拆重建示例/ }).click();
    await page.locator(".strip .light").first().waitFor();
  });
  afterEach(async () => {
    await page.close({ runBeforeUnload: false });
    server.close();
    expect(complaints).toEqual([]);
  });

  const verdict = (id: string) => page.locator(`[data-verdict="${id}"]`);
  const state = (id: string) => verdict(id).getAttribute("data-state");
  const field = (path: string) => page.locator(`.field[data-path="${path}"]`);
  const price = () => field("components/flats/inputs/price").locator("input");
  const toComponents = () => page.keyboard.press("Alt+2");
  const calls = (name: string) => server.host.log.filter((entry) => entry.name === name);

  test("typing a price moves the verdict while one types, and undo takes it back as one step", async () => {
    await toComponents();
    expect(await state("B2")).toBe("fail");
    await price().fill("");
    await price().pressSequentially("22500", { delay: 15 });
    await page.locator('[data-verdict="B2"][data-state="pass"]').waitFor();
    expect(await page.locator(".unsaved").count()).toBe(1);
    await page.keyboard.press("Control+z");
    await page.locator('[data-verdict="B2"][data-state="fail"]').waitFor();
    await expect.poll(() => price().inputValue()).toBe("21000");
    expect(calls("undo")).toHaveLength(1);
    await page.keyboard.press("Control+Shift+z");
    await page.locator('[data-verdict="B2"][data-state="pass"]').waitFor();
  });

  test("undo in a search box is the box's own and leaves the model alone", async () => {
    await toComponents();
    await price().fill("22500");
    await page.locator('[data-verdict="B2"][data-state="pass"]').waitFor();
    const search = page.getByRole("textbox", { name: "按名称或代码查找" });
    await search.pressSequentially("贷款");
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(150);
    expect(calls("undo")).toHaveLength(0);
    expect(await state("B2")).toBe("pass");
  });

  test("a late answer about an older version does not overwrite a newer one", async () => {
    await toComponents();
    server.host.slow.set("board", 250);
    await price().fill("23000");
    await page.waitForTimeout(120);
    await price().fill("21500");
    await expect.poll(() => page.locator(".strip").getAttribute("data-version"), { timeout: 5000 }).toBe("3");
    expect(await state("B2")).toBe("fail");
    const boards = calls("board").length;
    expect(boards).toBeLessThanOrEqual(4);
  });

  test("money is typed in 万元 and stored in 元, to the last digit", async () => {
    await toComponents();
    const cost = field("components/flats/inputs/cost").locator("input");
    expect(await cost.inputValue()).toBe("1,234.56789");
    await cost.fill("0.00003");
    await expect
      .poll(() => calls("edit").at(-1)?.args["edits"])
      .toEqual([{ path: "components/flats/inputs/cost", value: "0.3" }]);
    await cost.fill("1.2亿");
    await expect
      .poll(() => calls("edit").at(-1)?.args["edits"])
      .toEqual([{ path: "components/flats/inputs/cost", value: "120000000" }]);
    await page.getByRole("radio", { name: "亿元" }).locator("..").click();
    await expect.poll(() => cost.inputValue()).toBe("1.2");
    await page.getByRole("radio", { name: "元", exact: true }).locator("..").click();
    await expect.poll(() => cost.inputValue()).toBe("120,000,000");
  });

  test("what is no number stays at the field and is not sent; what the host refuses is said at the field", async () => {
    await toComponents();
    await price().fill("12abc");
    expect(await price().getAttribute("aria-invalid")).toBe("true");
    expect(calls("edit")).toHaveLength(0);
    await price().fill("-5");
    // The host says why, and the field which value holds meanwhile.
    const alerts = field("components/flats/inputs/price").getByRole("alert");
    await alerts.filter({ hasText: "不能小于 0" }).waitFor();
    await alerts.filter({ hasText: "21,000" }).waitFor();
    expect(await price().inputValue()).toBe("-5");
    await price().fill("22000");
    await page.locator('[data-verdict="B2"][data-state="pass"]').waitFor();
    expect(await field("components/flats/inputs/price").getByRole("alert").count()).toBe(0);
  });

  test("an edit in a scenario goes into its patch, is marked, and can be taken back", async () => {
    await toComponents();
    await page.getByRole("combobox", { name: "情景" }).click();
    await page.getByTitle("单价到限 (1)").click();
    await page
      .getByRole("status")
      .getByText(/单价到限/)
      .waitFor();
    await expect.poll(() => price().inputValue()).toBe("23,500");
    expect(await field("components/flats/inputs/price").getAttribute("class")).toContain("patched");
    await price().fill("24000");
    await expect.poll(() => calls("edit").at(-1)?.args["scenario"]).toBe("price_up");
    await field("components/flats/inputs/price").getByRole("button", { name: "取消本情景的改动" }).click();
    await expect.poll(() => calls("edit").at(-1)?.args["edits"]).toEqual([{ path: "components/flats/inputs/price" }]);
    await expect.poll(() => price().inputValue()).toMatch(/21,?000/);
  });

  /** What was pasted is shown first, with the cursor on the button that takes it over. */
  const takeOver = async () => {
    await page.getByRole("dialog").getByRole("button", { name: "写入" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Enter");
  };

  test("a block from Excel fills the table, adding rows, in one step", async () => {
    await toComponents();
    await page.getByRole("button", { name: /项目贷款/ }).click();
    const cell = page.locator('td[data-path="components/bank_loan/inputs/tranches/t2/month"] input');
    await cell.focus();
    await page.evaluate(() => navigator.clipboard.writeText("2028-01\t1,000\t合作银行\n2028年7月\t2,000.5\tbank\n"));
    await page.keyboard.press("Control+v");
    await takeOver();
    await expect.poll(() => page.locator(".plain.editor tbody tr").count()).toBe(3);
    const edit = calls("edit").at(-1)?.args["edits"];
    expect(edit).toEqual([
      {
        path: "components/bank_loan/inputs/tranches",
        value: [
          { id: "t1", month: "2026-07", amount: "150000000" },
          { id: "t2", month: "2028-01", amount: "10000000", lender: "bank" },
          { id: "tranches_1", month: "2028-07", amount: "20005000", lender: "bank" },
        ],
      },
    ]);
  });

  test("a row copied from Excel fills a profile and its sum is exact", async () => {
    await toComponents();
    const profile = field("components/flats/inputs/absorption");
    await profile.getByRole("textbox", { name: /2027$/ }).focus();
    await page.evaluate(() => navigator.clipboard.writeText("10%\t20%\t30%\t40%"));
    await page.keyboard.press("Control+v");
    await takeOver();
    await expect.poll(() => profile.locator(".profile-cell").count()).toBe(4);
    await profile.locator('[data-sum="1"]').waitFor();
  });

  test("a number is explained down to its input and back along the trail", async () => {
    await verdict("B2").click();
    const drawer = page.locator(".explain-drawer");
    await drawer.getByText("核对一致").waitFor();
    expect(calls("explain").at(-1)?.args).toMatchObject({ cell: "verdict.B2.margin" });
    await drawer.getByRole("button", { name: "含税单价" }).click();
    await drawer.getByText("示例:评估报告 2026-15").waitFor();
    await drawer.getByRole("button", { name: "返回上一步" }).click();
    await drawer.getByText("含税单价 × 可售面积 × 去化比例").waitFor();
    await drawer.getByRole("button", { name: "含税单价" }).click();
    await drawer.getByRole("button", { name: "去修改" }).click();
    await expect.poll(() => price().evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => drawer.getByText("计算说明").isVisible()).toBe(false);
  });

  test("an indicator, a year of the cash and a flow each ask why of that number", async () => {
    const asked = async (cell: string) => {
      await expect.poll(() => calls("explain").at(-1)?.args).toMatchObject({ cell });
      // The drawer lies over the right of the page.
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator(".explain-drawer").getByText("计算说明").isVisible()).toBe(false);
    };
    await page.locator('[data-indicator="balance.static"] .figure-button').click();
    await asked("balance.static");
    for (const panel of [".cash", ".flows"]) await page.locator(`${panel} .ant-segmented-item`).last().click();
    await page.locator(".cash tbody tr").first().locator(".figure-button").nth(2).click();
    await asked("project.net@2026");
    await page.locator(".flows tbody tr").first().locator(".figure-button").click();
    await asked("flow.in.flats@total");
  });

  test("components are added, named, switched off, duplicated and deleted", async () => {
    await toComponents();
    await page.getByRole("button", { name: "添加" }).click();
    await page.getByRole("option", { name: /限价销售/ }).click();
    await page.locator(".ant-modal-footer").getByRole("button", { name: "添加" }).click();
    await page.getByRole("code").getByText("sale_1").waitFor();
    // What is still to be filled in is marked, not reproached.
    await page.locator(".field-missing").first().waitFor();
    expect(await page.locator(".component").getByRole("alert").count()).toBe(0);
    await page.getByRole("textbox", { name: "名称", exact: true }).fill("商铺销售");
    await page.getByRole("button", { name: /商铺销售/ }).waitFor();
    await page.getByRole("switch", { name: "是否计入" }).click();
    await expect
      .poll(() => calls("edit").at(-1)?.args["edits"])
      .toEqual([{ path: "components/sale_1/enabled", value: false }]);
    await page.getByRole("button", { name: "复制", exact: true }).click();
    await page.getByRole("code").getByText("sale_2").waitFor();
    await page.getByRole("button", { name: "删除", exact: true }).click();
    await page.locator(".ant-popconfirm").getByRole("button", { name: "删除" }).click();
    await expect.poll(() => page.getByText("sale_2").count()).toBe(0);
  });

  test("parties are added and removed one by one, and named in the language of the face", async () => {
    await page.locator(".nav-entry").filter({ hasText: "参与主体" }).click();
    await page.getByRole("button", { name: "加一行", exact: true }).click();
    await expect
      .poll(() => calls("edit").at(-1)?.args["edits"])
      .toMatchObject([{ path: "parties/party_1", value: { role: "other" } }]);
    await page.locator('td[data-path="parties/spv/label"] input').fill("青枫实施公司");
    await expect
      .poll(() => calls("edit").at(-1)?.args["edits"])
      .toEqual([{ path: "parties/spv/label", value: { zh: "青枫实施公司", en: "Qingfeng Renewal Co." } }]);
    await page.getByRole("button", { name: "删除这一行" }).last().click();
    await expect.poll(() => calls("edit").at(-1)?.args["edits"]).toEqual([{ path: "parties/party_1" }]);
  });

  test("a problem leads to its field", async () => {
    await toComponents();
    await price().fill("");
    await page.keyboard.press("Alt+1");
    await page.getByRole("tab", { name: /^问题 \d/ }).click();
    await page.getByRole("button", { name: /“含税单价”未填/ }).click();
    await expect.poll(() => price().evaluate((input) => input === document.activeElement)).toBe(true);
  });

  test("480 columns: keys move as in a spreadsheet, a block is copied for Excel, Enter explains", async () => {
    await page.keyboard.press("Alt+3");
    await page.getByRole("radio", { name: "按期" }).locator("..").click();
    const grid = page.getByRole("treegrid");
    await expect.poll(() => grid.getAttribute("aria-colcount")).toBe("481");
    await grid.focus();
    for (const key of ["ArrowDown", "Control+ArrowRight"]) await page.keyboard.press(key);
    await expect.poll(() => page.locator(".grid-cell.active").getAttribute("aria-colindex")).toBe("481");
    expect(await page.locator(".grid-cell").count()).toBeLessThan(1500);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+c");
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe("\t\t2026-01\t2026-02\n第 0 行\t万元\t-3\t-2\n第 2 行\t万元\t-3\t0");
    await page.keyboard.press("Enter");
    await page.locator(".explain-drawer").getByText("怎么算").waitFor();
  });

  test("a standard table: rows by number, total first, explained by cell, by year and by period", async () => {
    await page.keyboard.press("Alt+5");
    const grid = page.getByRole("treegrid");
    await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe("61");
    await page.getByRole("row").filter({ hasText: "1.1 报表第 0 行" }).waitFor();
    await page.locator('[data-row="3"] [data-column="0"]').getByText("无", { exact: true }).waitFor();
    await page.locator('[data-row="0"] [data-column="2"]').click();
    await expect.poll(() => calls("explain").at(-1)?.args).toMatchObject({ cell: "flats.receipt@2027" });
    await page.locator('[data-row="1"] [data-column="0"]').click();
    await expect.poll(() => calls("explain").length).toBe(2);
    expect(calls("explain").at(-1)?.args).toMatchObject({ cell: "flats.receipt@total" });
    await page.keyboard.press("Escape");
    await page.getByRole("radio", { name: "按期" }).locator("..").click();
    await expect.poll(() => grid.getAttribute("aria-colcount")).toBe("482");
    await expect.poll(() => page.locator(".explain-drawer").getByText("计算说明").isVisible()).toBe(false);
    await page.getByRole("button", { name: "区财政" }).click();
    await expect.poll(() => calls("statements").at(-1)?.args).toMatchObject({ perspective: "district", by: "period" });
  });

  test("goal seek shows progress, can be cancelled, and its answer becomes a scenario", async () => {
    await toComponents();
    await field("components/flats/inputs/price").getByRole("button", { name: "倒算这个数" }).click();
    server.host.slow.set("solve step", 150);
    await page.getByRole("button", { name: "开始倒算" }).click();
    await page.locator(".ant-progress").waitFor();
    await page.locator(".ant-modal-footer").getByRole("button", { name: "取消" }).click();
    await page.getByText("已取消。").waitFor();
    expect(calls("cancel").length).toBeGreaterThan(0);
    server.host.slow.set("solve step", 1);
    await page.getByRole("button", { name: "开始倒算" }).click();
    await page.getByText("22,000 元/㎡", { exact: true }).waitFor();
    expect(calls("solve").at(-1)?.args).toMatchObject({
      vary: "components/flats/inputs/price",
      until: "balance.static>=0",
    });
    await page.getByRole("button", { name: "存为情景" }).click();
    await page.locator('[data-verdict="B2"][data-state="pass"]').waitFor();
    expect(calls("edit").at(-1)?.args["edits"]).toMatchObject([
      { path: "scenarios/scenario_1", value: { set: { "components/flats/inputs/price": "22000" } } },
    ]);
  });

  test("save asks where, a path is saved to, a download arrives", async () => {
    await page.keyboard.press("Control+s");
    await page.getByRole("textbox", { name: "文件路径" }).fill("/tmp/方案.pingheng");
    await page.locator(".ant-modal").getByRole("button", { name: "保存" }).click();
    await page.getByText("已保存：/tmp/方案.pingheng").waitFor();
    // A person presses the next shortcut once the dialog is gone; during its closing animation it would still take the keys.
    await page.locator(".ant-modal").waitFor({ state: "hidden" });
    await page.keyboard.press("Control+Shift+s");
    const download = page.waitForEvent("download");
    await page.locator(".ant-modal").getByRole("button", { name: "下载为 JSON" }).click();
    expect((await download).suggestedFilename()).toBe("model.json");
  });
});
