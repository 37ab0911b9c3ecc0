import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../app/app.ts";
import { inRoot } from "../../cli/setup/paths.mjs";
import { tool } from "../support/tools.ts";
import { showFace } from "./fake/face.ts";

const found = tool("chromium");
const folder = inRoot("dist", "renderer");
const built = existsSync(inRoot("dist", "renderer", "index.html"));

const replies: Readonly<Record<string, unknown>> = {
  host: { kind: "electron", contract: 2, version: "0.1.0" },
  examples: [{ id: "rebuild", title: { zh: "示例一", en: "Example one" }, summary: { zh: "摘要", en: "Summary" } }],
  recent: [],
};

describe.skipIf(!found.path || !built)("the built face under the shell's policy, in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: found.path ?? "", args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  it("starts, is drawn with its styles, and never runs against the policy", async () => {
    const asked: string[] = [];
    const { page, violations, errors } = await showFace(browser, folder, (name) => {
      asked.push(name);
      const value = replies[name];
      return Promise.resolve(value === undefined ? { ok: false, problems: [] } : { ok: true, value });
    });
    await page.getByText("示例一").first().waitFor();
    expect(asked).toEqual(expect.arrayContaining(["host", "examples", "recent"]));
    const sheets = await page.evaluate(() => document.querySelectorAll("style").length);
    expect(sheets).toBeGreaterThan(0);
    expect(violations).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("draws the board of an example, charts and all, and saves it through the real application", async () => {
    const data = mkdtempSync(join(tmpdir(), "pingheng-face-data-"));
    const host = { kind: "electron", contract: 2, version: "0.1.0" } as const;
    const logged: unknown[] = [];
    const application = createApp({ host, dataFolder: data, log: (error) => logged.push(error) });
    const path = join(data, "保存.pingheng");
    const { page, violations, errors } = await showFace(browser, folder, application.call, path);
    await page.getByText("以未命名副本打开").first().click();
    await page.locator("svg.recharts-surface").first().waitFor();
    await page.keyboard.press("Control+S");
    // What a revision keeps is computed by the record first.
    await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);
    expect(violations).toEqual([]);
    expect(errors).toEqual([]);
    expect(logged).toEqual([]);
    await page.close();
    await application.close();
    rmSync(data, { recursive: true, force: true });
  });

  it("would notice: a style without the nonce, an inline script and a request are all stopped", async () => {
    const { page, violations } = await showFace(browser, folder, () => Promise.resolve({ ok: false, problems: [] }));
    const stopped = await page.evaluate(async () => {
      const style = document.createElement("style");
      style.textContent = "body { outline: 3px solid red }";
      const script = document.createElement("script");
      script.textContent = "globalThis.madeUp = true";
      document.head.append(style, script);
      const reached = await fetch("http://face.test/index.html").then(
        () => true,
        () => false,
      );
      const outline = getComputedStyle(document.body).outlineStyle;
      return { outline, madeUp: Reflect.get(globalThis, "madeUp") === true, reached };
    });
    expect(stopped).toEqual({ outline: "none", madeUp: false, reached: false });
    await expect
      .poll(() => violations.map((text) => text.split(" ")[0]).sort())
      .toEqual(["connect-src", "script-src-elem", "style-src-elem"]);
    await page.close();
  });

  it("embeds nothing, sends no form, starts no foreign worker and takes no other base for its addresses", async () => {
    const { page, violations } = await showFace(browser, folder, () => Promise.resolve({ ok: false, problems: [] }));
    await page.evaluate(() => {
      const add = (name: string, set: Readonly<Record<string, string>>) =>
        document.body.append(Object.assign(document.createElement(name), set));
      add("iframe", { src: "https://example.org/" });
      add("object", { data: "https://example.org/a.pdf" });
      add("embed", { src: "https://example.org/a.swf" });
      add("img", { src: "https://example.org/seen.png" });
      add("base", { href: "https://example.org/" });
      const form = Object.assign(document.createElement("form"), { action: "https://example.org/", method: "post" });
      document.body.append(form);
      form.submit();
      try {
        new Worker("https://example.org/worker.js");
      } catch {
        // Refused at once.
      }
      new WebSocket("wss://example.org/");
    });
    await expect
      .poll(() => [...new Set(violations.map((text) => text.split(" ")[0]))].sort())
      .toEqual(["base-uri", "connect-src", "form-action", "frame-src", "img-src", "object-src"]);
    expect(page.url()).toBe("http://face.test/index.html");
    await page.close();
  });
});
