import { describe, expect, test } from "vitest";
import { serialOfMonth } from "../../../app/exports/workbook/styles.ts";
import { writePath } from "../../../models/document/path.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { textOf } from "../../../models/document/schemaParts.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { example } from "../../analysis/advise/support.ts";
import { modelExamples } from "../../support/examples.ts";
import { book, byLibreOffice, DOCUMENTS, MINUTES, soffice } from "./books.ts";
import { drawnChanges } from "./drawnChanges.ts";
import { chosen, entered } from "./entered.ts";
import { unlike } from "./unlike.ts";

describe.skipIf(!soffice.path)("a workbook that was changed in the spreadsheet", () => {
  const document = example("special-bond");
  const CHANGES = [
    {
      path: "components/parking/inputs/start",
      value: "2028-07",
      id: "parking.start",
      number: serialOfMonth(2028 * 12 + 6),
    },
    {
      path: "components/bond/inputs/tranches/first/coupon",
      value: "0.035",
      id: "bond.tranches.first.coupon",
      number: 0.035,
    },
    { path: "components/rooms/inputs/rent", value: "31.5", id: "rooms.rent", number: 31.5 },
    { path: "components/renewal/enabled", value: false, id: "renewal.enabled", number: 0 },
    { path: "components/works/inputs/items/homes/price", value: "175", id: "works.items.homes.price", number: 175 },
  ] as const;

  test("gives what we give for the same document: a date, a rate, a price, a switch, a row of a table", {
    timeout: 5 * MINUTES,
  }, async () => {
    const changed = CHANGES.reduce((now: ModelDocument, { path, value }) => {
      const written = writePath(now, path, value, mechanisms);
      if (!written.ok) throw new Error(JSON.stringify(written.problems));
      return written.value;
    }, document);
    const edited = CHANGES.reduce((now, { id, number }) => entered(now, id, number), book(document));
    expect(edited).not.toEqual(book(document));
    expect(unlike(book(changed), await byLibreOffice(edited))).toEqual([]);
  });

  // As many examples as random documents are asked for, and no fewer changes of each than one of a kind.
  test.each(DOCUMENTS > 1 ? modelExamples() : [])(
    "gives what we give for changes drawn by kind: %s",
    { timeout: 5 * MINUTES },
    async (name) => {
      const original = example(name.replace(".json", ""));
      const { changed, edits } = drawnChanges(original);
      // Where the document has such an entry at all.
      expect(edits.length).toBeGreaterThan(2);
      const edited = edits.reduce((now, { id, number }) => entered(now, id, number), book(original));
      expect(unlike(book(changed), await byLibreOffice(edited))).toEqual([]);
    },
  );

  test("gives another scenario when its number is chosen", { timeout: 5 * MINUTES }, async () => {
    const made = book(document);
    const scenarios = made.sheets
      .find(({ name }) => name === "情景")
      ?.rows[4]?.slice(3)
      .map((cell) => cell?.text);
    const low = document.scenarios.find(({ id }) => id === "low_rent");
    const number = (scenarios?.indexOf(textOf(low?.label ?? "").zh) ?? -1) + 1;
    expect(number).toBeGreaterThan(1);
    expect(unlike(book(document, "low_rent"), await byLibreOffice(chosen(made, number)))).toEqual([]);
  });
});
