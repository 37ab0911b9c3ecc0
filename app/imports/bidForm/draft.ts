import type { Json } from "../../../models/document/location.ts";
import type { BidSpec } from "../../../models/document/schema.ts";

type Part = Record<string, unknown>;

/** A bid that is being read: written term by term, and compared with what it was at the end. */
export class BidDraft {
  readonly #was: Part;
  readonly #is: Part;
  /** First cell that wrote below a place. */
  readonly #cells = new Map<string, string>();

  constructor(bid: BidSpec) {
    this.#was = structuredClone(bid) as Part;
    this.#is = structuredClone(bid) as Part;
  }

  /** Writes `prices/water/vat/rate`; a row of a list that is not there comes into being. `undefined` takes a value away. */
  set(path: string, value: unknown, at: string): void {
    this.#touch(path, at);
    const words = path.split("/");
    const last = words.pop() ?? "";
    if (words[0] === "takesOver") {
      this.#takeOver(last, value === true);
      return;
    }
    const inner = words.reduce<Part>((part, word) => stepInto(part, word), this.#is);
    if (value === undefined) delete inner[last];
    else inner[last] = value;
  }

  /** A whole list in the order of its sheet. */
  setList(path: string, rows: readonly unknown[], at: string): void {
    this.set(path, rows, at);
  }

  #takeOver(id: string, isTaken: boolean): void {
    const taken = this.#is["takesOver"] as string[];
    this.#is["takesOver"] = isTaken ? [...taken.filter((one) => one !== id), id] : taken.filter((one) => one !== id);
  }

  #touch(path: string, at: string): void {
    const words = path.split("/");
    for (let length = words.length; length > 0; length -= 1) {
      const place = words.slice(0, length).join("/");
      if (!this.#cells.has(place)) this.#cells.set(place, at);
    }
  }

  /** What differs, at the places a document is edited: single values, and whole lists. */
  edits(): readonly {
    readonly path: string;
    readonly before: Json | undefined;
    readonly after: Json | undefined;
    readonly at: string;
  }[] {
    return PLACES.flatMap((path) => {
      const [before, after] = [termIn(this.#was, path), settled(termIn(this.#is, path))];
      if (JSON.stringify(before) === JSON.stringify(after)) return [];
      return [
        { path, before: before as Json | undefined, after: after as Json | undefined, at: this.#cells.get(path) ?? "" },
      ];
    });
  }
}

/** Single values and whole lists of a bid that a form fills in. */
const PLACES = [
  "bidder",
  "termYears",
  "extensionYears",
  "priceLevel",
  "fee/amounts",
  "fee/growth",
  "fee/vat/included",
  "fee/vat/rate",
  "shares",
  "sharesCap",
  "sharesFloor",
  "subsidies",
  "capital",
  "prices",
  "kpis",
  "takesOver",
  "borne",
  "bidBond",
  "contractAmount",
  "performanceBond/amount",
  "performanceBond/form",
  "consortium",
  "deviations",
  "own/revenues",
  "own/costs",
  "own/investments",
  "note",
] as const;

const termIn = (bid: Part, path: string): unknown =>
  path.split("/").reduce<unknown>((part, word) => (part as Part | undefined)?.[word], bid);

function stepInto(part: Part | Part[], word: string): Part {
  if (Array.isArray(part)) {
    const found = part.find((row) => row["id"] === word);
    if (found !== undefined) return found;
    const row = { id: word };
    part.push(row);
    return row;
  }
  const inner = part[word];
  if (typeof inner === "object" && inner !== null) return inner as Part;
  const fresh: Part = {};
  part[word] = fresh;
  return fresh;
}

/** Rows of a list without those of which nothing is left but their name: what a bidder has emptied he does not offer. */
function settled(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.filter((row) => typeof row !== "object" || Object.entries(row as Part).some(isSaid));
}

const isSaid = ([key, value]: readonly [string, unknown]): boolean =>
  key !== "id" && value !== "" && !(typeof value === "object" && value !== null && Object.keys(value).length === 0);
