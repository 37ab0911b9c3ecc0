import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

/** Tables of inputs under the keys people know from spreadsheets. */
describe.skipIf(!tool("chromium").path)("a table of inputs by the keyboard", () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await openScreen("examples/rebuild.json");
  });
  afterAll(() => screen?.close());

  const press = async (...names: readonly string[]) => {
    for (const name of names) await screen.page.keyboard.press(name);
  };
  const type = (text: string) => screen.page.keyboard.type(text);
  /** Where the cursor is, as `row:column`. */
  const place = () =>
    screen.page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-cell]")?.dataset["cell"]);
  const cell = (mark: string) => screen.page.locator(`[data-cell="${mark}"]`);
  /** A cell as its control shows it. */
  const shown = (mark: string) =>
    cell(mark).evaluate((own) => {
      const text = own.querySelector<HTMLInputElement>("input:not([role=combobox])");
      return text === null ? (own as HTMLElement).innerText.trim() : text.value;
    });
  const rows = () => screen.page.locator(".plain.editor tbody tr").count();
  const copied = () => screen.page.evaluate(() => navigator.clipboard.readText());
  const go = (page: string) => screen.page.locator(".nav-entry").filter({ hasText: page }).click();

  test("moves, adds rows, fills down, clears and gives back", async () => {
    const { complaints } = screen;
    await go("参与主体");
    await cell("0:0").click();
    const first = await rows();
    await press("ArrowDown", "ArrowDown", "ArrowRight");
    expect(await place()).toBe("2:1");
    await press("Control+Home", "Control+ArrowDown");
    expect(await place()).toBe(`${first - 1}:0`);

    // Enter behind the last row adds one; Tabs go along it, and Enter back to where they began.
    await press("Enter");
    await expect.poll(rows).toBe(first + 1);
    expect(await place()).toBe(`${first}:0`);
    await type("甲公司");
    await press("Tab", "Tab", "Tab");
    expect(await place()).toBe(`${first}:3`);
    await type("120");
    await press("Enter");
    await expect.poll(rows).toBe(first + 2);
    expect(await place()).toBe(`${first + 1}:0`);
    expect(await shown(`${first}:3`)).toBe("120");
    await press("Enter", "Enter", "Enter");
    await expect.poll(rows).toBe(first + 5);

    // Five rows take the amount over, as one step.
    await press("Control+End", "ArrowLeft", "ArrowLeft", "ArrowLeft");
    await press("Shift+ArrowUp", "Shift+ArrowUp", "Shift+ArrowUp", "Shift+ArrowUp", "Control+d");
    await expect.poll(() => shown(`${first + 4}:3`)).toBe("120");
    await press("Delete");
    await expect.poll(() => shown(`${first}:3`)).toBe("");
    await press("Control+z");
    await expect.poll(() => shown(`${first + 4}:3`)).toBe("120");
    await press("Control+z");
    await expect.poll(() => shown(`${first + 4}:3`)).toBe("");
    expect(await shown(`${first}:3`)).toBe("120");

    // What was typed over is given back by Escape, and is no step of undo.
    await press("Control+ArrowUp");
    expect(await place()).toBe("0:3");
    await press("ArrowLeft", "ArrowLeft", "ArrowLeft");
    const name = await shown("0:0");
    await type("别的");
    await expect.poll(() => shown("0:0")).toBe("别的");
    await press("Escape");
    await expect.poll(() => shown("0:0")).toBe(name);
    // F2 goes on behind what is there; arrows then move in the text.
    await press("F2", "ArrowLeft");
    await type("x");
    await press("Enter");
    expect(await shown("0:0")).toBe(`${name.slice(0, -1)}x${name.slice(-1)}`);
    expect(await place()).toBe("1:0");
    await press("Control+z");
    await expect.poll(() => shown("0:0")).toBe(name);
    expect(complaints).toEqual([]);
  });

  test("copies a block, and pastes it with a preview, words and months too", async () => {
    const { page, complaints } = screen;
    await go("计算期与阶段");
    await cell("0:0").click();
    await press("Control+Shift+End");
    await press("Control+c");
    const block = await copied();
    expect(block.split("\n")).toHaveLength(await rows());
    await press("Control+End", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft");
    const before = await rows();
    await press("Enter");
    await expect.poll(rows).toBe(before + 1);
    await page.evaluate((line) => navigator.clipboard.writeText(line), block.split("\n")[1] ?? "");
    await press("Control+v");
    await page.locator(".ant-modal").waitFor();
    await press("Enter");
    await page.locator(".ant-modal").waitFor({ state: "detached" });
    for (const column of [0, 1, 2, 3, 4]) expect(await shown(`${before}:${column}`)).toBe(await shown(`1:${column}`));
    // Closed, the dialog gives the cursor back.
    expect(await place()).toBe(`${before}:0`);
    await press("Control+z");
    await press("Control+z");
    await expect.poll(rows).toBe(before);
    expect(complaints).toEqual([]);
  });

  test("a series is one long row: filled, cleared, copied", async () => {
    const { page, complaints } = screen;
    await go("测算项");
    await page.locator(".item").filter({ hasText: "资本金" }).click();
    const series = page.locator('.field[data-path$="/inputs/schedule"]');
    const figure = (at: number) => series.locator("input.number-input").nth(at).inputValue();
    await series.locator(".profile-cell").first().click();
    expect(await place()).toBe("0:0");
    await press("Shift+ArrowRight", "Shift+ArrowRight", "Control+c");
    expect(await copied()).toBe("7000\t2000\t1000");
    await press("Control+r");
    await expect.poll(() => figure(2)).toBe("7,000");
    await press("Control+z");
    await expect.poll(() => figure(2)).toBe("1,000");
    await press("Delete");
    await expect.poll(() => figure(1)).toBe("0");
    await press("Control+z");
    await expect.poll(() => figure(1)).toBe("2,000");
    await press("Enter");
    await type("2500");
    await press("Escape");
    await expect.poll(() => figure(1)).toBe("2000");
    await press("Enter");
    expect(await place()).toBe("0:2");
    expect(complaints).toEqual([]);
  });

  test("words are chosen by their names, and one figure is put into a whole block", async () => {
    const { page, complaints } = screen;
    await go("测算项");
    await page.locator(".item").filter({ hasText: "工程建设其他费用" }).click();
    const table = page.locator('.field[data-path$="/inputs/items"]');
    const at = (mark: string) => table.locator(`[data-cell="${mark}"]`);
    const text = (mark: string) => at(mark).evaluate((own) => (own as HTMLElement).innerText.trim().split("\n")[0]);
    const list = page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)");
    await at("1:0").locator(".ant-select").click();
    await list.waitFor();
    await press("Escape");
    await at("1:0").locator("input[aria-expanded=false]").waitFor();
    // Moving to a word does not open it; F2 does, and typing looks for it.
    await press("ArrowUp");
    expect(await place()).toBe("0:0");
    expect(await list.count()).toBe(0);
    await press("F2");
    await list.waitFor();
    await press("Escape");
    await at("0:0").locator("input[aria-expanded=false]").waitFor();
    await press("Shift+ArrowDown", "Shift+ArrowDown", "Control+c");
    const names = (await copied()).split("\n");
    expect(names).toEqual([await text("0:0"), await text("1:0"), await text("2:0")]);
    expect(names.every((name) => /\p{Script=Han}/u.test(name))).toBe(true);

    // One word pasted over three cells stands in all of them.
    await page.evaluate((name) => navigator.clipboard.writeText(name), names[1] ?? "");
    await press("Control+v");
    await page.locator(".ant-modal").waitFor();
    await press("Enter");
    await expect.poll(() => text("2:0")).toBe(names[1]);
    expect(await place()).toBe("0:0");
    await press("Control+z");
    await expect.poll(() => text("2:0")).toBe(names[2]);
    expect(complaints).toEqual([]);
  });
});
