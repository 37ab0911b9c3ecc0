import type { Locator, Page } from "playwright-core";

/** A figure for each interval, as a clerk types them. */
export interface ByPeriod {
  readonly from: string;
  readonly every: "月" | "季" | "半年" | "年";
  readonly figures: readonly string[];
}

/** What a clerk knows, by the name the form has for it. */
export type Answers = Readonly<Record<string, string | ByPeriod>>;

interface Place {
  /** Name of the field or column the cursor is in; of something expected, its name. */
  readonly name: string;
  readonly kind: "text" | "choice" | "button" | "reason";
}

/** A clerk at the screen: reads names, types, chooses, and goes where “下一项” leads. Knows no path and no code. */
export class Clerk {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The count above the form; 0 where there is no such line. */
  async missing(): Promise<number> {
    const bar = this.#page.locator(".missing-bar");
    if ((await bar.count()) === 0) return 0;
    return Number(/还缺 (\d+) 项/.exec(await bar.innerText())?.[1]);
  }

  /** Lights that are met. */
  async greens(): Promise<readonly string[]> {
    const met = await this.#page.locator("[data-verdict][data-state=pass]").all();
    return Promise.all(met.map(async (light) => (await light.getAttribute("data-verdict")) ?? ""));
  }

  /** The verdicts as they stand, by id: ✓, ✗ or the word beside the dash. */
  async lights(): Promise<Readonly<Record<string, string>>> {
    const all = await this.#page.locator(".strip [data-verdict]").all();
    const read = all.map(async (light) => {
      const [id, state, reason] = await Promise.all(
        ["data-verdict", "data-state", "data-reason"].map((name) => light.getAttribute(name)),
      );
      return [id ?? "", state === "none" ? (reason ?? "") : (state ?? "")] as const;
    });
    return Object.fromEntries(await Promise.all(read));
  }

  async to(page: string): Promise<void> {
    await this.#page.locator(".nav-entry").filter({ hasText: page }).click();
  }

  /** Adds a component out of the catalogue. */
  async add(title: string): Promise<void> {
    await this.to("测算项");
    await this.#page.getByRole("button", { name: "添加", exact: true }).click();
    await this.takeFromCatalogue(title);
  }

  /** In the open catalogue. */
  async takeFromCatalogue(title: string): Promise<void> {
    const dialog = this.#page.locator(".ant-modal");
    await dialog
      .locator(".mechanism")
      .filter({ has: this.#page.getByText(title, { exact: true }) })
      .click();
    await this.#answered(() => dialog.locator(".ant-modal-footer .ant-btn-primary").click());
    await dialog.waitFor({ state: "detached" });
  }

  /** Follows “下一项” as long as it leads to something the answers name; what it leads to then is left to somebody else. */
  async fillIn(answers: Answers): Promise<string> {
    let first: string | undefined;
    for (let step = 0; step < 60 && (await this.missing()) > 0; step += 1) {
      const place = await this.next();
      const answer = answers[place.name];
      if (answer === undefined) {
        // Once round, so that what an answer brought up above it is not left out.
        if (first === place.name) return place.name;
        first ??= place.name;
        continue;
      }
      first = undefined;
      await this.answer(place, answer);
    }
    return "";
  }

  /** Presses the key of “下一项”. */
  async next(): Promise<Place> {
    await this.#page.keyboard.press("F8");
    await this.#page.waitForTimeout(60);
    return this.#page.evaluate(() => {
      const at = document.activeElement;
      const cell = at?.closest("td");
      const place = at?.closest("[data-path]");
      const nameOf = (element: Element | null | undefined): string => {
        const copy = element?.cloneNode(true) as HTMLElement | undefined;
        for (const extra of copy?.querySelectorAll(".required-mark, .head-unit, .hint-mark, .muted, .tag") ?? [])
          extra.remove();
        return (copy?.textContent ?? "").trim();
      };
      if (cell?.classList.contains("reason")) return { name: nameOf(cell.closest("tr")?.cells[0]), kind: "reason" };
      const kind = at?.closest(".ant-select:not(.word-input):not(.month-input)")
        ? "choice"
        : at?.tagName === "BUTTON"
          ? "button"
          : "text";
      const head = cell?.closest("table")?.tHead?.rows[0]?.cells[cell.cellIndex];
      return { name: nameOf(head ?? place?.querySelector(".field-label")), kind };
    }) as Promise<Place>;
  }

  async answer({ kind, name }: Place, answer: string | ByPeriod): Promise<void> {
    if (typeof answer === "object") return this.#byPeriod(answer);
    if (kind === "button") return this.#answered(() => this.#page.keyboard.press("Enter"));
    if (kind === "choice") {
      // In a table arrows lead to other cells.
      const inCell = await this.#page.evaluate(() => document.activeElement?.closest("[data-cell]") != null);
      await this.#page.keyboard.press(inCell ? "F2" : "ArrowDown");
      return this.#answered(() => this.#option(answer).click());
    }
    if (kind === "reason" || name !== "") {
      await this.#answered(async () => {
        await this.#page.locator(":focus").fill(answer);
        if (kind === "reason") await this.#page.keyboard.press("Enter");
      });
    }
  }

  /** A field of the open form by its name. */
  field(name: string): Locator {
    const label = this.#page
      .locator(".field-label")
      .filter({ hasText: new RegExp(`^${name.replace(/[()]/g, "\\$&")}\\s*[*?]?`) });
    return this.#page.locator(".field").filter({ has: label }).first();
  }

  async type(name: string, text: string): Promise<void> {
    await this.#answered(() => this.field(name).locator("input, textarea").first().fill(text));
  }

  /** Stands for the unusual value of a field with the paper it is in. */
  async confirm(name: string, said: Readonly<Record<string, string>>): Promise<void> {
    await this.field(name).getByRole("button", { name: "确认属实" }).click();
    const form = this.#page.locator(".ant-popover form");
    for (const [part, text] of Object.entries(said)) await form.getByLabel(part).fill(text);
    await this.#answered(() => form.getByRole("button", { name: "确认属实" }).click());
  }

  async choose(name: string, option: string): Promise<void> {
    await this.field(name).locator(".ant-select").first().click();
    await this.#answered(() => this.#option(option).click());
  }

  async addRow(table: string): Promise<void> {
    await this.#answered(() => this.field(table).getByRole("button", { name: "加一行" }).click());
  }

  async chooseInTable(table: string, column: string, option: string, row = 0): Promise<void> {
    await (await this.#cell(table, column, row)).locator(".ant-select").click();
    await this.#answered(() => this.#option(option).click());
  }

  async typeInTable(table: string, column: string, row: number, text: string): Promise<void> {
    const cell = await this.#cell(table, column, row);
    await this.#answered(() => cell.locator("input").fill(text));
  }

  /** A cell by the head of its column. */
  async #cell(table: string, column: string, row: number): Promise<Locator> {
    const field = this.field(table);
    const heads = await field.locator("thead th").allInnerTexts();
    const at = heads.findIndex((head) => head.startsWith(column));
    return field
      .locator("tbody tr")
      .nth(row)
      .locator("td")
      .nth(at - 1);
  }

  /** A new record with what it says. */
  async record(label: string, kind: string, said: Readonly<Record<string, string>>): Promise<void> {
    await this.to("事项记录");
    await this.#answered(() => this.#page.getByRole("button", { name: "添加记录" }).click());
    await this.type("事项", label);
    await this.choose("类别", kind);
    for (const [name, text] of Object.entries(said)) {
      const isChoice = (await this.field(name).locator(".ant-select").count()) > 0;
      await (isChoice ? this.choose(name, text) : this.type(name, text));
    }
  }

  #option(text: string): Locator {
    return this.#page
      .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
      .filter({ hasText: text })
      .first();
  }

  async #byPeriod({ from, every, figures }: ByPeriod): Promise<void> {
    await this.#page.keyboard.press("Enter");
    const place = this.#page.locator(".field.wanted");
    await place.locator(".month-input input").fill(from);
    await place.locator(".profile-head .ant-select:not(.month-input)").click();
    await this.#option(every).click();
    await place.locator(".count-input").fill(String(figures.length));
    await place.locator(".count-input").press("Enter");
    for (const [at, figure] of figures.entries())
      await this.#answered(() => place.locator(".profile-cell input").nth(at).fill(figure));
  }

  /** Does something that changes the model and waits until the verdicts are those of the changed model. */
  async #answered(act: () => Promise<unknown>): Promise<void> {
    const strip = this.#page.locator(".strip");
    const before = Number(await strip.getAttribute("data-version"));
    await act();
    await this.#page.waitForFunction(
      (version) => {
        const shown = document.querySelector(".strip");
        return (
          shown !== null && Number(shown.getAttribute("data-version")) > version && !shown.classList.contains("stale")
        );
      },
      before,
      { polling: 25 },
    );
  }
}
