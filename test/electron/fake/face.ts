import type { Browser, Page } from "playwright-core";
import type { Command, Reply } from "../../../app/contract.ts";
import { serveFolder } from "../../../electron/protocol/serve.ts";

/** An origin that is nowhere; a browser cannot load `app://`, so this stands for it. */
const origin = "http://face.test";

export interface Face {
  readonly page: Page;
  /** What the page tried against the content security policy. */
  readonly violations: string[];
  /** What went wrong in the page. */
  readonly errors: string[];
  /** What the page asked of the shell beside calls, with what it gave. */
  readonly told: (readonly [name: string, given: unknown])[];
  /** Gives the page a command, as the menu does. */
  command(command: Command): Promise<void>;
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
  const told: [string, unknown][] = [];
  await page.exposeFunction("shellTold", (name: string, given: unknown) => told.push([name, given]));
  await page.addInitScript((path) => {
    const outside = globalThis as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    const none = () => () => undefined;
    const tell = (name: string, given?: unknown): void => void outside["shellTold"]?.(name, given);
    Object.assign(globalThis, {
      pingheng: {
        call: (name: string, args: unknown) => outside["shellCall"]?.(name, args),
        onProgress: none,
        desktop: {
          pickOpen: () => Promise.resolve(null),
          pickSave: () => Promise.resolve(path),
          onCommand: (listener: unknown) => {
            Object.assign(globalThis, { shellCommand: listener });
            return () => undefined;
          },
          setUnsaved: () => undefined,
          setShown: (shown: unknown) => tell("shown", shown),
          print: () => {
            tell("print");
            return Promise.resolve({ ok: true, value: true });
          },
          savePdf: (name: string) => {
            tell("savePdf", name);
            return Promise.resolve({ ok: true, value: `/saved/${name}.pdf` });
          },
          reload: () => tell("reload"),
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
  const command = (given: Command): Promise<void> =>
    page.evaluate((one) => (Reflect.get(globalThis, "shellCommand") as (command: Command) => void)(one), given);
  return { page, violations, errors, told, command };
}
