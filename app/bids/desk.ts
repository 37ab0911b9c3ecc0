import { type PreparedBids, prepareBids } from "../../models/analysis/bids/bids.ts";
import type { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { isRanked, type SheetName, sheetHolds } from "../../models/document/tender/sheets.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { BidsView, Lang, SheetsView, SheetView } from "../contract.ts";
import { groupedHash } from "../keys/fingerprint.ts";
import { explainOnce } from "../model/explain.ts";
import { isStopped, refuse } from "../problems.ts";
import { problemViews } from "../wording.ts";
import { type Lock, sheetAmiss, sheetWants } from "./locks.ts";
import { bidsView, valuesOf } from "./view.ts";

interface Model {
  readonly version: number;
  readonly document: ModelDocument;
}

interface Asked {
  readonly against?: string;
  readonly job: string;
  readonly lang: Lang;
  /** Every lock of the file. */
  readonly locks: readonly Lock[];
}

/** Answers about bids in a thread: what was compared stays until the document changes. */
export class BidsDesk {
  readonly #shelf: GraphShelf;
  readonly #known = new WeakMap<ModelDocument, Map<string, PreparedBids>>();

  constructor(shelf: GraphShelf) {
    this.#shelf = shelf;
  }

  view(
    { version, document }: Model,
    { against, job, lang, locks }: Asked,
    shouldStop: () => boolean,
  ): Result<BidsView> {
    try {
      const prepared = this.#prepared(document, against, shouldStop);
      if (!prepared.ok) return prepared;
      const view = bidsView(prepared.value, valuesOf(prepared.value), lang);
      return succeed({ version, ...view, sheets: sheetsView(document, locks, lang) });
    } catch (error) {
      if (!isStopped(error)) throw error;
      return refuse("compare.stopped", job);
    }
  }

  explain({ document }: Model, cell: string, shouldStop: () => boolean): Result<unknown> {
    const prepared = this.#prepared(document, undefined, shouldStop);
    return prepared.ok ? explainOnce(prepared.value, cell) : prepared;
  }

  /** Asked about a cell, whichever was compared last answers: its differences are those on screen. */
  #prepared(document: ModelDocument, against: string | undefined, shouldStop: () => boolean): Result<PreparedBids> {
    const known = this.#known.get(document) ?? new Map<string, PreparedBids>();
    this.#known.set(document, known);
    const found = against === undefined ? [...known.values()].at(-1) : known.get(against);
    if (found !== undefined) return succeed(found);
    const prepared = prepareBids(document, { shelf: this.#shelf, shouldStop, against });
    if (!prepared.ok) return prepared;
    const key = prepared.value.against ?? "";
    known.delete(key);
    known.set(key, prepared.value);
    return prepared;
  }
}

/**
 * How far the two sheets are. A stamp alone proves nothing: anybody can write one into a document.
 * @param locks every lock of the file the document is in; none of a document that is in no file with a chain
 */
export function sheetsView(document: ModelDocument, locks: readonly Lock[], lang: Lang): SheetsView {
  const { tender } = document;
  const isProven = (name: SheetName): boolean =>
    locks.some(({ sheet, hash }) => sheet === name && hash === tender?.[name].locked?.hash);
  const sheet = (name: SheetName): SheetView => {
    const locked = tender?.[name].locked;
    const proven = isProven(name);
    const closed = name === "award" && !isProven("evaluation");
    const holds = sheetHolds(document, name);
    return {
      state: proven ? "locked" : locked !== undefined ? "claimed" : closed ? "closed" : "open",
      ...(locked === undefined ? {} : { ...locked, hash: groupedHash(locked.hash) }),
      ...(holds === undefined ? {} : { holds }),
      wanting: !proven ? problemViews(sheetWants(document, name), lang) : [],
      amiss: problemViews(sheetAmiss(document, name), lang),
    };
  };
  return {
    evaluation: sheet("evaluation"),
    award: sheet("award"),
    ranked: (tender && isRanked(tender.notice)) ?? null,
  };
}
