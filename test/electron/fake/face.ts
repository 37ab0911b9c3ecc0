import type { Browser, Page } from "playwright-core";
import type { Reply } from "../../../app/contract.ts";
import { serveFolder } from "../../../electron/protocol/serve.ts";

/** An origin that is nowhere; a browser cannot load `app://`, so this stands for it. */
const origin = "http://face.test";

export interface Face {
  readonly page: Page;
  /** What the page tried against the content security policy. */
  readonly violations: string[];
  /** What went wrong in the page. */
  readonly errors: string[];
}

/**
 * Shows the built face in a browser the way the desktop shell serves it: same files, same headers, and a bridge of the
 * preload's shape whose calls go to `call`.
 * @param folder the built face
 * @param savePath what the user answers when asked where to save; null: the user cancels
 */
export async function showFace(
  browser: Browser,
  folder: string,
  call: (name: string, args: unknown) => Promise<Reply<unknown>>,
  savePath: string | null = null,
): Promise<Face> {
  const page = await browser.newPage({ locale: "zh-CN" });
  const violations: string[] = [];
  const errors: string[] = [];
  const serve = serveFolder(folder);
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const response = await serve(new Request(`app://pingheng${pathname}`));
    const headers = Object.fromEntries(response.headers);
    await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) });
  });
  await page.exposeFunction("shellCall", call);
  await page.exposeFunction("shellViolation", (text: string) => violations.push(text));
  await page.addInitScript((path) => {
    const outside = globalThis as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    const none = () => () => undefined;
    Object.assign(globalThis, {
      pingheng: {
        call: (name: string, args: unknown) => outside["shellCall"]?.(name, args),
        onProgress: none,
        desktop: {
          pickOpen: () => Promise.resolve(null),
          pickSave: () => Promise.resolve(path),
          onCommand: none,
          setUnsaved: () => undefined,
          setShown: () => undefined,
          pathOfDropped: () => null,
        },
      },
    });
    document.addEventListener("securitypolicyviolation", (event) => {
      void outside["shellViolation"]?.(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  }, savePath);
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${origin}/index.html`);
  return { page, violations, errors };
}
