import { expect, it, vi } from "vitest";
import * as electron from "./fake/electron.ts";

vi.mock("electron", () => import("./fake/electron.ts"));

it("an application that cannot start is told to the user, in words, before the program ends", async () => {
  const { startShell } = await import("../../electron/shell.ts");
  startShell(() => {
    throw new Error("the data folder is a file: /home/w/pingheng");
  });
  await vi.waitFor(() => expect(electron.app.done).toContain("exit 70"));
  expect(electron.asked).toEqual([
    { kind: "error", options: { title: "平衡无法启动", content: "the data folder is a file: /home/w/pingheng" } },
  ]);
  expect(electron.BrowserWindow.all).toEqual([]);
});
