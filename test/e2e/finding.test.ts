import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";
import { serious } from "./serious.ts";

/** Going anywhere by a few letters: the palette, the catalogue, find on a page, the way back. */
describe.skipIf(!tool("chromium").path)("finding things by the keyboard", () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await openScreen("examples/rebuild.json");
  });
  afterAll(() => screen?.close());

  const press = async (...names: readonly string[]) => {
    for (const name of names) await screen.page.keyboard.press(name);
  };
  const type = (text: string) => screen.page.keyboard.type(text);
  const at = (selector: string) => screen.page.locator(selector);
  const heading = () => at("main h1").innerText();
  const chosen = () => at("[role=option][aria-selected=true]").innerText();
  const focused = () =>
    screen.page.evaluate(() => {
      const here = document.activeElement;
      return here?.closest<HTMLElement>("[data-path]")?.dataset["path"] ?? here?.className ?? "";
    });

  test("the palette finds pages, inputs and actions by pinyin, Chinese and English, and remembers them", async () => {
    const { page, complaints } = screen;
    await at("[data-trust]").first().waitFor();
    await press("Control+k");
    await at(".palette-entry").first().waitFor();
    await type("canyuzt");
    await expect.poll(chosen).toContain("参与主体");
    await press("Enter");
    await expect.poll(heading).toBe("参与主体");

    await press("Control+k");
    await expect.poll(chosen).toContain("参与主体");
    await type("zlzzcs xsj");
    await expect.poll(() => at(".palette-entry").count()).toBe(0);
    await press("Control+a");
    await type("flats.price");
    await expect.poll(chosen).toContain("flats.price");
    expect(await serious(page)).toEqual([]);
    await press("Enter");
    await expect.poll(focused).toBe("components/flats/inputs/price");

    await press("Control+Shift+P");
    await type("English");
    await expect.poll(chosen).toContain("English");
    await press("Enter");
    await expect.poll(heading).toBe("Components");
    await press("Control+k");
    await type("dark");
    await press("Enter");
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
    await press("Control+k");
    await type("statement");
    await at(".palette-entry").first().waitFor();
    expect(await serious(page)).toEqual([]);
    await press("Escape");
    await at(".palette-entry").first().waitFor({ state: "detached" });
    await press("Control+k");
    await type("yy zw");
    await press("Control+a");
    await type("zhongwen");
    await expect.poll(chosen).toContain("中文");
    await press("Enter");
    await press("Control+k");
    await type("浅色");
    await press("Enter");
    await expect.poll(heading).toBe("测算项");
    expect(complaints).toEqual([]);
  });

  test("the way back, and what was seen last on a page", async () => {
    const { complaints } = screen;
    const shown = () => at(".component code").first().innerText();
    expect(await shown()).toBe("flats");
    await press("Alt+1");
    await expect.poll(heading).toBe("平衡台");
    await press("Alt+2");
    await expect.poll(shown).toBe("flats");
    await at(".item").filter({ hasText: "股东资本金" }).click();
    await expect.poll(shown).toBe("equity");
    await press("Alt+ArrowLeft");
    await expect.poll(shown).toBe("flats");
    await press("Alt+ArrowLeft");
    await expect.poll(heading).toBe("平衡台");
    await press("Alt+ArrowRight", "Alt+ArrowRight");
    await expect.poll(shown).toBe("equity");
    expect(complaints).toEqual([]);
  });

  test("find on a form and in a grid: counted, marked, gone through; Escape gives the cursor back", async () => {
    const { page, complaints } = screen;
    await press("Control+k");
    await type("flats.price");
    await press("Enter");
    await expect.poll(focused).toBe("components/flats/inputs/price");
    await press("Control+f");
    await type("税率");
    const count = () => at(".find-count").innerText();
    await expect.poll(count).toMatch(/^1 \/ \d+$/);
    await press("F3");
    await expect.poll(count).toMatch(/^2 \/ /);
    await press("Shift+Enter");
    await expect.poll(count).toMatch(/^1 \/ /);
    expect(await page.evaluate(() => CSS.highlights.get("found")?.size)).toBeGreaterThan(0);
    expect(await serious(page)).toEqual([]);
    await press("Escape");
    await expect.poll(focused).toBe("components/flats/inputs/price");
    expect(await page.evaluate(() => CSS.highlights.has("found"))).toBe(false);

    await press("Alt+3");
    await at(".grid-row").first().waitFor();
    await press("Control+f");
    await press("Control+a");
    // Behind a heading that is closed at first, by its id.
    await type("account.");
    await expect.poll(count).toMatch(/^1 \/ \d{2,}$/);
    const active = () => at(".grid .active").first().innerText();
    const first = await active();
    await press("Enter", "Enter", "Enter");
    await expect.poll(active).not.toBe(first);
    await press("Control+Enter");
    await at(".find-bar").waitFor({ state: "detached" });
    expect(await focused()).toContain("grid");
    // Why, and back.
    await press("ArrowRight", "Enter");
    await at(".explain-drawer").waitFor();
    await press("Escape");
    expect(await focused()).toContain("grid");
    expect(complaints).toEqual([]);
  });

  test("two components are added out of the catalogue by keys, what the project lacks first", async () => {
    const { page, complaints } = screen;
    await press("Alt+2");
    await press("Control+k");
    await type("tjcsx");
    await expect.poll(chosen).toContain("添加测算项");
    await press("Enter");
    await at(".mechanism").first().waitFor();
    expect(await serious(page)).toEqual([]);
    await type("ybf");
    await expect.poll(chosen).toContain("预备费");
    await press("Enter");
    await at(".mechanism").first().waitFor({ state: "detached" });
    await expect.poll(() => at(".component code").first().innerText()).toMatch(/^contingency/);
    await press("Control+z");
    await press("F1");
    await at(".guidebook article h1").waitFor();
    // Verdicts of the version before are drawn faintly until the new ones are there.
    await at(".strip:not(.stale)").waitFor();
    expect(await serious(page)).toEqual([]);
    await press("Escape");
    expect(complaints).toEqual([]);
  });
});
