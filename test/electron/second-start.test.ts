import { expect, it, vi } from "vitest";
import * as electron from "./fake/electron.ts";

vi.mock("electron", () => import("./fake/electron.ts"));

it("a second start hands over to the first and ends without opening anything", async () => {
  electron.app.firstInstance = false;
  const { startShell } = await import("../../electron/shell.ts");
  startShell(() => {
    throw new Error("a second start must not start the application");
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(electron.app.done).toEqual(["sandbox", "single instance", "quit"]);
  expect(electron.BrowserWindow.all).toEqual([]);
  expect(electron.ipcMain.handlers.size).toBe(0);
});
