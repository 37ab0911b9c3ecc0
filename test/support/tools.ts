import { findTool, howToGet, tools } from "../../cli/setup/tools.mjs";

/**
 * A program that some tests need and a machine may lack.
 * @param id chromium, cjk-fonts, libreoffice, poppler or parallel
 * @returns its path, or why tests that need it are skipped and how to get it
 */
export function tool(id: string): { path: string | undefined; why: string } {
  const known = tools.find((candidate) => candidate.id === id);
  if (!known) throw new Error(`unknown tool ${id}`);
  return { path: findTool(id), why: `needs ${howToGet(known)}` };
}
