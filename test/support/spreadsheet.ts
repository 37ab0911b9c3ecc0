import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Cell = number | { readonly formula: string };

/** Lets LibreOffice work on a flat OpenDocument sheet; the same sheet comes out with values. */
export function convertSheet(soffice: string, sheet: string): string {
  const folder = mkdtempSync(join(tmpdir(), "pingheng-soffice-"));
  try {
    writeFileSync(join(folder, "in.fods"), sheet);
    execFileSync(
      soffice,
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
    return readFileSync(join(folder, "out", "in.fods"), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A sheet of rows of ready-made cells. */
export function flatSheet(rows: readonly (readonly string[])[]): string {
  const table = rows.map((cells) => `<table:table-row>${cells.join("")}</table:table-row>`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:msoxl="http://schemas.microsoft.com/office/excel/formula" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="S">${table}</table:table></office:spreadsheet></office:body></office:document>`;
}

/** A formula in the grammar of a namespace: `of` for OpenFormula, `msoxl` for Excel. */
export function formulaCell(grammar: "of" | "msoxl", formula: string): string {
  const text = formula.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<table:table-cell table:formula="${grammar}:=${text}"/>`;
}

/** What the formulas of a converted sheet gave, in order; an error as the text shown. */
export function formulaResults(xml: string): readonly (number | string)[] {
  const cells = [...xml.matchAll(/<table:table-cell[^>]*table:formula=[^>]*?(?:\/>|>(.*?)<\/table:table-cell>)/gs)];
  return cells.map(([cell, content]) => {
    const shown = (content ?? "").replace(/<[^>]*>/g, "").trim();
    if (cell.includes('calcext:value-type="error"') || /^(Err:|#)/.test(shown)) return shown;
    const value = /office:value="([^"]*)"/.exec(cell)?.[1];
    return value === undefined ? shown : Number(value);
  });
}

/** Lets LibreOffice calculate a sheet with Excel formulas: what the last one of each row gave, by row from 0. */
export function recalculate(soffice: string, rows: readonly (readonly Cell[])[]): ReadonlyMap<number, number | string> {
  const written = rows.map((cells) =>
    cells.map((cell) =>
      typeof cell === "number"
        ? `<table:table-cell office:value-type="float" office:value="${cell}"/>`
        : formulaCell("msoxl", cell.formula),
    ),
  );
  const results = formulaResults(convertSheet(soffice, flatSheet(written)));
  const places = rows.flatMap((cells, row) => cells.flatMap((cell) => (typeof cell === "number" ? [] : [row])));
  if (results.length !== places.length)
    throw new Error(`${places.length} formulas went in, ${results.length} came out`);
  return new Map(places.map((row, i) => [row, results[i] as number | string]));
}
