import { describe, expect, test } from "vitest";
import { bookOf } from "../../../app/exports/exportWorkbook.ts";
import type { Book } from "../../../app/exports/workbook/book.ts";
import { serialOfMonth } from "../../../app/exports/workbook/styles.ts";
import { writeBook } from "../../../app/exports/workbook/write.ts";
import { newShelf } from "../../../app/model/prepare.ts";
import { writePath } from "../../../models/document/path.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { textOf } from "../../../models/document/schemaParts.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { example, parsed } from "../../analysis/advise/support.ts";
import { drawn } from "../../random/corpus.ts";
import { tool } from "../../support/tools.ts";
import { chosen, entered } from "./entered.ts";
import { differences, recalculated } from "./recalculated.ts";

const soffice = tool("libreoffice");
const minutes = 60_000;
/** So many random documents; more by the environment. */
const DOCUMENTS = Number(process.env["PINGHENG_WORKBOOKS"] ?? 2);
const shelf = newShelf();

function book(document: ModelDocument, scenario?: string): Book {
  const question = {
    lang: "zh",
    revision: "r1",
    version: "0.1.0",
    now: new Date("2026-11-29T00:00:00Z"),
    scenario,
  } as const;
  const made = bookOf(document, question, shelf);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.book;
}

async function byLibreOffice(made: Book): Promise<ReturnType<typeof recalculated>> {
  return recalculated(
    soffice.path ?? "",
    await writeBook(made),
    made.sheets.map(({ name }) => name),
  );
}

describe.skipIf(!soffice.path)("a workbook calculated anew by LibreOffice", () => {
  test.each(["special-bond", "rehabilitation"])(
    "has what the book of record has: %s",
    { timeout: 5 * minutes },
    async (name) => {
      const made = book(example(name));
      const { count, differ } = differences(made, await byLibreOffice(made));
      expect(count).toBeGreaterThan(50_000);
      expect(differ.slice(0, 10)).toEqual([]);
    },
  );

  test.each(drawn.slice(0, DOCUMENTS).map((json, i) => [i, json] as const))(
    "has it for random document %i",
    { timeout: 5 * minutes },
    async (_, json) => {
      const made = book(parsed(json));
      const { count, differ } = differences(made, await byLibreOffice(made));
      expect(count).toBeGreaterThan(1000);
      expect(differ.slice(0, 10)).toEqual([]);
    },
  );
});

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
    timeout: 5 * minutes,
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

  test("gives another scenario when its number is chosen", { timeout: 5 * minutes }, async () => {
    const made = book(document);
    const scenarios = made.sheets
      .find(({ name }) => name === "方案")
      ?.rows[4]?.slice(3)
      .map((cell) => cell?.text);
    const low = document.scenarios.find(({ id }) => id === "low_rent");
    const number = (scenarios?.indexOf(textOf(low?.label ?? "").zh) ?? -1) + 1;
    expect(number).toBeGreaterThan(1);
    expect(unlike(book(document, "low_rent"), await byLibreOffice(chosen(made, number)))).toEqual([]);
  });
});

/** What was searched for with the entries as they were, and whatever rests on it, has no value once they change. */
const SEARCHED = /^(bep\.|verdict\.B8\.|B8$)/;

function unlike(wanted: Book, got: ReturnType<typeof recalculated>) {
  const live = { ...wanted, sheets: wanted.sheets.filter(({ name }) => !["核对", "方案"].includes(name)) };
  const { count, differ } = differences(live, got);
  expect(count).toBeGreaterThan(50_000);
  // Why there is no answer is said while nothing was changed; after that only that there is none.
  const isUnsaid = ({ ours, theirs }: (typeof differ)[number]): boolean => typeof ours === "string" && theirs === "–";
  const isGone = ({ cell, theirs }: (typeof differ)[number]): boolean =>
    SEARCHED.test(cell.split(" ")[1] ?? "") && /^(#N\/A|–)$/.test(theirs);
  // Which entries were changed is what the two workbooks are to differ in.
  const isNoted = ({ cell, formula }: (typeof differ)[number]): boolean =>
    formula.endsWith(",1,0)") || cell.startsWith("结论与指标!C3 ");
  return differ.filter((one) => !isGone(one) && !isNoted(one) && !isUnsaid(one)).slice(0, 10);
}
