import type { Page } from "playwright-core";

/** Presses of Tab or an arrow before what is looked for counts as out of reach. */
const FAR = 60;

/** Somebody without a mouse: has the page's keys, what has the cursor, and nothing else. */
export class Keyboard {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Before the page is loaded: whatever a pointer does in it is counted. */
  static async of(page: Page): Promise<Keyboard> {
    await page.addInitScript(() => {
      const counted = window as unknown as { pointed: number };
      counted.pointed = 0;
      for (const kind of ["pointerdown", "mousedown", "touchstart"])
        window.addEventListener(kind, () => (counted.pointed += 1), true);
    });
    return new Keyboard(page);
  }

  /** How often anything was pointed at. */
  pointed(): Promise<number> {
    return this.#page.evaluate(() => (window as unknown as { pointed: number }).pointed);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  /** What has the cursor, as it is read aloud: its name, in a field with the field's; "" where nothing has it. */
  at(): Promise<string> {
    return this.#page.evaluate(() => {
      const own = document.activeElement;
      if (own === null || own === document.body) return "";
      const label = own.getAttribute("aria-label") ?? own.closest("label")?.textContent ?? own.textContent ?? "";
      const place = own.closest("[data-path]")?.querySelector(".field-label")?.textContent ?? "";
      return `${place} ${label}`.replaceAll(/\s+/gu, " ").trim();
    });
  }

  /** Goes on with one key until what has the cursor is called so. */
  async until(name: RegExp, key = "Tab"): Promise<void> {
    const met: string[] = [];
    while (met.length < FAR) {
      const here = await this.at();
      if (name.test(here)) return;
      met.push(here.slice(0, 30));
      await this.press(key);
    }
    throw new Error(`${name} is not reached by ${key}: ${met.join(" | ")}`);
  }

  /** To the beginning of the page that is shown. */
  async toPage(): Promise<void> {
    for (let part = 0; part < 4; part += 1) {
      if (await this.#page.evaluate(() => document.activeElement?.matches("main") === true)) return;
      await this.press("F6");
    }
    throw new Error("F6 does not lead to the page");
  }

  /** A page by the list of pages. */
  async open(page: RegExp): Promise<void> {
    await this.toPage();
    await this.press("Shift+F6", "Home");
    await this.until(page, "ArrowDown");
    await this.press("Enter");
    await this.toPage();
  }

  /** One of a row of choices. */
  async choose(among: RegExp, option: RegExp): Promise<void> {
    await this.until(among);
    await this.press("Tab");
    await this.until(option, "ArrowRight");
  }
}
