// `node test/e2e/pictures.ts [zh|en]` takes the pictures of the user guide from the running application anew, in both languages.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openScreen } from "./screen.ts";

const FOLDER = join(import.meta.dirname, "../../docs/guide/images");
const EXAMPLE = join(import.meta.dirname, "../../examples/rebuild.json");
/** CSS pixels: what a small office screen shows. */
const SIZE = { width: 1200, height: 675 };

/** What is pressed on the way, as the screen names it. */
const WORDS = {
  zh: {
    name: "项目名称",
    project: "三千户片区",
    city: "金华市",
    next: "预期售价",
    adjust: "调整",
    pin: "存为情景",
    file: "文件",
    levers: "杠杆与敏感性",
  },
  en: {
    name: "Name of the project",
    project: "Three thousand",
    city: "Jinhua",
    next: "xpected price",
    adjust: "Turn",
    pin: "Pin as scenario",
    file: "File",
    levers: "Levers",
  },
} as const;
type Lang = keyof typeof WORDS;

/** The verdicts are there, and the page stands at its top. */
async function still(page: Page): Promise<void> {
  await page.locator(".strip .light").first().waitFor();
  await page.locator(".strip .pending").first().waitFor({ state: "detached" });
  await page.locator(".content").evaluate((one) => one.scrollTo(0, 0));
}

/** An empty start, a project like another, and its questions. */
async function beginning(lang: Lang, take: (page: Page, name: string) => Promise<void>): Promise<void> {
  const screen = await openScreen(undefined, { lang });
  const { page } = screen;
  await page.setViewportSize(SIZE);
  await page.locator(".card").first().waitFor();
  await take(page, "start");
  await page.keyboard.press("Control+n");
  const dialog = page.getByRole("dialog");
  const { name, project, city } = WORDS[lang];
  await dialog.getByRole("textbox", { name }).fill(project);
  await page.keyboard.press("Tab");
  await page.keyboard.type(city);
  await page.keyboard.press("Tab");
  await page.keyboard.type("3,000");
  await take(page, "new");
  await page.keyboard.press("Enter");
  await page.locator(".guide-steps [aria-current=step]").waitFor();
  await still(page);
  await take(page, "questions");
  await screen.close();
}

/** A plan that fails, what would turn it, the scenario that was found, and the plan on paper. */
async function balancing(lang: Lang, take: (page: Page, name: string) => Promise<void>): Promise<void> {
  const screen = await openScreen(EXAMPLE, { lang });
  const { page } = screen;
  await page.setViewportSize(SIZE);
  await page.locator("[data-trust]:not([data-trust=checking])").waitFor({ timeout: 120_000 });
  await still(page);
  await take(page, "board");
  await page.locator(".nav-entry").filter({ hasText: WORDS[lang].levers }).click();
  await page.locator(".lever-table tbody tr").first().waitFor({ timeout: 120_000 });
  const { next, adjust, pin, file } = WORDS[lang];
  await page
    .locator(".lever-table tbody tr")
    .filter({ hasText: next })
    .first()
    .getByRole("button", { name: adjust })
    .click();
  await page.locator(".lever-flips .line-link").filter({ hasText: /^B2 ≥/u }).click();
  await page.locator('.lever-light[data-watch="B2"][data-state=pass]').waitFor({ timeout: 60_000 });
  await take(page, "levers");
  await page.getByRole("button", { name: pin }).click();
  await page.locator('.strip [data-verdict="B2"][data-state=pass]').waitFor({ timeout: 60_000 });
  await page.keyboard.press("Alt+1");
  await page.locator("[data-trust]:not([data-trust=checking])").waitFor({ timeout: 120_000 });
  await still(page);
  await take(page, "scenario");
  await page.locator(".header").getByRole("button", { name: file }).click();
  await page.getByRole("menuitem", { name: /Excel/ }).first().click();
  await page.getByRole("dialog").waitFor();
  await page.waitForTimeout(500);
  await take(page, "export");
  await screen.close();
}

const [only] = process.argv.slice(2);
const wanted = (["zh", "en"] as const).filter((lang) => only === undefined || lang === only);
mkdirSync(FOLDER, { recursive: true });
for (const lang of wanted) {
  const take = async (page: Page, name: string): Promise<void> => {
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(FOLDER, `${name}-${lang}.jpg`), type: "jpeg", quality: 82 });
    process.stdout.write(`${name}-${lang}.jpg\n`);
  };
  await beginning(lang, take);
  await balancing(lang, take);
}
