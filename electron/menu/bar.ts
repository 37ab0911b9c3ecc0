import { app, Menu } from "electron";
import type { CommandName, Lang, ShownModel } from "../../app/contract.ts";
import { menuTemplate } from "./template.ts";

const RECENT_MAX = 10;

interface Parts {
  command(name: CommandName): void;
  openRecent(path: string): void;
}

/** The menu as it stands: follows the language, what is open and what was opened before. */
export class MenuBar {
  readonly #parts: Parts;
  #lang: Lang;
  #shown: ShownModel | null = null;
  #recent: readonly string[] = [];

  constructor(lang: Lang, parts: Parts) {
    this.#lang = lang;
    this.#parts = parts;
    this.#show();
  }

  speak(lang: Lang): void {
    if (lang === this.#lang) return;
    this.#lang = lang;
    this.#show();
  }

  /** @param shown what is open; null without a model */
  follow(shown: ShownModel | null): void {
    if (JSON.stringify(shown) === JSON.stringify(this.#shown)) return;
    this.#shown = shown;
    this.#show();
  }

  /** What the application lists as opened before, newest first. */
  remember(paths: readonly string[]): void {
    this.#recent = paths.slice(0, RECENT_MAX);
    this.#show();
  }

  /** A file was opened or saved. */
  add(path: string): void {
    app.addRecentDocument(path);
    this.remember([path, ...this.#recent.filter((one) => one !== path)]);
  }

  forget(): void {
    app.clearRecentDocuments();
    this.remember([]);
  }

  #show(): void {
    const template = menuTemplate({
      lang: this.#lang,
      platform: process.platform,
      developer: !app.isPackaged,
      shown: this.#shown,
      recent: this.#recent,
      ...this.#parts,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}
