import { execFileSync } from "node:child_process";
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

describe.skipIf(!found.path || !tool("poppler").path || !built)(
  "the built face under the shell's policy, in Chromium",
  () => {
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

    it("follows the menu: shows pages and dialogs, previews a paper, prints it and saves it as a PDF", async () => {
      const data = mkdtempSync(join(tmpdir(), "pingheng-face-data-"));
      const host = { kind: "electron", contract: 2, version: "0.1.0" } as const;
      const application = createApp({ host, dataFolder: data, log: () => undefined });
      const { page, violations, errors, told, command } = await showFace(browser, folder, application.call);
      await page.getByText("以未命名副本打开").first().waitFor();
      // Without a model it does nothing.
      await command({ name: "print" });
      await command({ name: "page.statements" });
      await page.getByText("以未命名副本打开").first().click();
      await page.locator("svg.recharts-surface").first().waitFor();
      await expect.poll(() => told.at(-1)).toEqual(["shown", { readOnly: false, portfolio: false }]);
      await command({ name: "page.statements" });
      await page.getByRole("button", { name: "打印预览" }).waitFor();
      await command({ name: "print" });
      const preview = page.getByRole("dialog", { name: /报表/ });
      await preview.getByRole("heading", { level: 1 }).waitFor({ timeout: 120_000 });
      // What the shell makes a PDF of: the pages and nothing of the face.
      const pdf = join(data, "pages.pdf");
      await page.pdf({ path: pdf, preferCSSPageSize: true });
      const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
      expect(text).toMatch(/第\s*2\s*页\s*共\s*\d+\s*页/);
      expect(text).not.toMatch(/存为 PDF|打印预览/);
      await page.keyboard.press("Control+P");
      await preview.getByRole("button", { name: "存为 PDF" }).click();
      await page.getByText("/saved/").waitFor();
      expect(told.slice(-2)).toEqual([
        ["print", undefined],
        ["savePdf", expect.stringMatching(/\.html$/)],
      ]);
      await page.keyboard.press("Escape");
      for (const [name, title] of [
        ["about", "关于平衡"],
        ["keys", "我的密钥"],
        ["experience", "经验值库"],
        ["licences", "开源许可"],
        ["shortcuts", "快捷键"],
        ["preferences", "显示偏好"],
        ["export", "导出"],
      ] as const) {
        await command({ name });
        await page.getByRole("dialog", { name: title }).waitFor();
        await page.keyboard.press("Escape");
      }
      await command({ name: "close" });
      await page.getByText("以未命名副本打开").first().waitFor();
      expect(told.at(-1)).toEqual(["shown", null]);
      expect(violations).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
      await application.close();
      rmSync(data, { recursive: true, force: true });
    });

    it("shows why the application behind it did not start, and lets one try again", async () => {
      let broken = true;
      const problem = {
        code: "start.data_folder",
        message: "用户数据文件夹不能写入：EACCES",
        path: "/home/w/.config/pingheng",
        hint: "草稿、签名密钥、最近打开的文件存放在那里",
      };
      const { page, told, violations } = await showFace(browser, folder, (name) => {
        const value = replies[name];
        return Promise.resolve(
          broken || value === undefined ? { ok: false, problems: [problem] } : { ok: true, value },
        );
      });
      await page.getByText("/home/w/.config/pingheng").first().waitFor();
      expect(await page.locator("main").innerText()).toMatch(/用户数据文件夹不能写入[\s\S]*草稿、签名密钥/);
      await page.getByRole("button", { name: "重新连接" }).click();
      await expect.poll(() => told.at(-1)?.[0]).toBe("reload");
      broken = false;
      // The shell loads the page anew.
      await page.reload();
      await page.getByText("示例一").first().waitFor();
      expect(violations).toEqual([]);
      await page.close();
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
  },
);
