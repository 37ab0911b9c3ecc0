import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Lets LibreOffice calculate formulas: a flat OpenDocument sheet without cached values goes in, the same
 * sheet with values comes out. The flat file is read back rather than a CSV because a CSV holds displayed
 * text (about ten digits), the cell attribute the full double.
 */
export function calculate(formulas: readonly string[]): (number | string)[] {
  const folder = mkdtempSync(join(tmpdir(), "pingheng-soffice-"));
  try {
    writeFileSync(join(folder, "in.fods"), sheet(formulas));
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "fods",
        "--outdir",
        join(folder, "out"),
        join(folder, "in.fods"),
      ],
      { stdio: "pipe", timeout: 180_000 },
    );
    return results(readFileSync(join(folder, "out", "in.fods"), "utf8"), formulas.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sheet(formulas: readonly string[]): string {
  const rows = formulas.map(
    (formula) => `<table:table-row><table:table-cell table:formula="of:=${escaped(formula)}"/></table:table-row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="S">${rows.join("")}</table:table></office:spreadsheet></office:body></office:document>`;
}

function results(xml: string, count: number): (number | string)[] {
  const cells = [...xml.matchAll(/<table:table-cell[^>]*table:formula=[^>]*?(?:\/>|>(.*?)<\/table:table-cell>)/gs)];
  if (cells.length !== count) throw new Error(`${count} formulas went in, ${cells.length} came out`);
  return cells.map(([cell, content]) => {
    const shown = (content ?? "").replace(/<[^>]*>/g, "").trim();
    if (cell.includes('calcext:value-type="error"') || /^(Err:|#)/.test(shown)) return shown;
    const value = /office:value="([^"]*)"/.exec(cell)?.[1];
    return value === undefined ? shown : Number(value);
  });
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
