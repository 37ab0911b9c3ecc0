import { describe, expect, it } from "vitest";
import { baseOf, type Copy } from "../../app/revisions/ancestry.ts";
import { mergeCopies } from "../../app/revisions/merge.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { writePath } from "../../models/document/path.ts";
import { renameItem } from "../../models/document/rename/rename.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { succeed } from "../../models/wording/problem.ts";
import { okay } from "../analysis/bids/support.ts";
import { smallDocument } from "./fixtures/small.ts";
import { inputOf } from "./support/running.ts";

const PRICE = "components/flats/inputs/price";
const parsed = (document: unknown): ModelDocument => okay(parseDocument(document, mechanisms)).document;

/** A copy with revisions of these ids, each saved at a time of its own. */
const copy = (revisions: readonly (readonly [id: string, at: string])[]): Copy => ({
  stored: {
    revisions: revisions.map(([id, createdAt]) => ({ id, createdAt })),
    entries: [],
    head: revisions.at(-1)?.[0] ?? "",
  } as unknown as Copy["stored"],
  document: {} as ModelDocument,
});

describe("the state two copies are held against", () => {
  it("is the last both hold in the order of saving, though a clock went back in between", async () => {
    const both = [
      ["r1", "2026-05-01"],
      ["r2", "2026-03-01"],
    ] as const;
    const [mine, theirs] = [copy([...both, ["r3", "2026-06-01"]]), copy([...both, ["r4", "2026-02-01"]])];
    const found = okay(await baseOf(mine, theirs, async () => succeed({} as ModelDocument)));
    expect(found).toMatchObject({ revision: "r2", heldBy: "mine", whole: true });
  });
});

/** A model file in somebody's hands: what was saved, and what becomes of it. */
class Hand {
  readonly #name: string;
  #revisions: readonly { readonly id: string; readonly createdAt: string }[] = [];
  #saved = new Map<string, ModelDocument>();
  document = parsed(smallDocument());

  constructor(name: string, from?: Hand) {
    this.#name = name;
    if (from === undefined) this.save();
    else {
      this.#revisions = from.#revisions;
      this.#saved = new Map(from.#saved);
      this.document = from.document;
    }
  }

  get copy(): Copy {
    const head = this.#revisions.at(-1)?.id ?? "";
    return {
      stored: { revisions: this.#revisions, entries: [], head } as unknown as Copy["stored"],
      document: this.document,
    };
  }

  save(): void {
    const id = `${this.#name}${this.#revisions.length}`;
    // All at one moment: no clock tells one state from another.
    this.#revisions = [...this.#revisions, { id, createdAt: "2026-03-01" }];
    this.#saved.set(id, this.document);
  }

  set(path: string, value: string): void {
    this.document = parsed(okay(writePath(this.document, path, value, mechanisms)));
    this.save();
  }

  async ask(other: Hand) {
    const base = okay(
      await baseOf(this.copy, other.copy, async ({ revision, heldBy }) => {
        const found = (heldBy === "mine" ? this : other).#saved.get(revision);
        if (found === undefined) throw new Error(`nobody holds ${revision}`);
        return succeed(found);
      }),
    );
    if (base === undefined) throw new Error("never one file");
    const merge = (choices: ReadonlyMap<string, "mine">) =>
      okay(mergeCopies(base, this.copy, other.copy, { choices, by: this.#name, now: new Date("2026-03-05") }));
    const { conflicts, taken } = merge(new Map());
    const merged = merge(new Map(conflicts.map(({ path }) => [path, "mine"])));
    return { whole: base.whole, conflicts, taken, document: okay(merged.document) };
  }

  /** Merged, all conflicts as mine has them, and saved. */
  async take(other: Hand): Promise<ModelDocument> {
    this.document = (await this.ask(other)).document;
    this.save();
    return this.document;
  }
}

describe("copies that merged one another, or the same third", () => {
  function three(): readonly [Hand, Hand, Hand] {
    const first = new Hand("张");
    return [first, new Hand("李", first), new Hand("王", first)];
  }

  it("do not undo a later change silently: what cannot be told apart is a conflict", async () => {
    const [a, b, c] = three();
    c.set(PRICE, "70");
    await a.take(c);
    await b.take(c);
    a.set(PRICE, "60");
    b.set("project/name", "乙");
    const { whole, conflicts } = await a.ask(b);
    expect(whole).toBe(false);
    expect(conflicts.map(({ path, mine, theirs }) => [path, mine, theirs])).toEqual([
      [PRICE, "60", "70"],
      ["project/name", expect.anything(), "乙"],
    ]);
    const merged = await a.take(b);
    expect(inputOf({ document: merged }, "flats", "price")).toBe("60");
    // Both merges of the third are told, each by who did it.
    expect(merged.merges).toHaveLength(3);
    // The other goes on from there: now everything went into one state.
    await b.take(a);
    b.set("project/name", "丙");
    const back = await a.ask(b);
    expect([back.whole, back.conflicts.map(({ path }) => path), back.taken]).toEqual([true, [], ["project/name"]]);
  });

  it("are not merged again where nothing is new", async () => {
    const [a, b] = three();
    const old = new Hand("张", a);
    b.set(PRICE, "62");
    a.set(PRICE, "61");
    const merged = await a.take(b);
    expect((await a.ask(b)).document).toBe(merged);
    // An earlier state of the very file holds nothing new either.
    expect((await a.ask(old)).document).toBe(merged);
  });

  it("take a change of what the other gave another id, once", async () => {
    const [a, b, c] = three();
    a.document = okay(renameItem(a.document, { list: "components", from: "flats", to: "homes" }, mechanisms));
    a.save();
    b.set(PRICE, "66");
    for (const [mine, theirs] of [
      [a, b],
      [b, a],
    ] as const) {
      const { conflicts, document, taken } = await mine.ask(theirs);
      expect([conflicts, taken.length]).toEqual([[], 1]);
      expect(inputOf({ document }, "homes", "price")).toBe("66");
      expect(document.components.map(({ id }) => id)).not.toContain("flats");
      expect(document.components).toHaveLength(c.document.components.length);
    }
    // Named anew by both, and otherwise: it is one item all the same.
    c.document = okay(renameItem(c.document, { list: "components", from: "flats", to: "houses" }, mechanisms));
    c.save();
    const both = (await a.ask(c)).document.components.map(({ id }) => id);
    expect(both).toEqual(a.document.components.map(({ id }) => id));
  });

  it("keep the first attachment of each", async () => {
    const [a, b] = three();
    const attached = (id: string) => ({
      id,
      name: `${id}.pdf`,
      mediaType: "application/pdf",
      bytes: 1,
      sha256: `${id.repeat(64)}`,
    });
    for (const [hand, id] of [
      [a, "a"],
      [b, "b"],
    ] as const) {
      hand.document = parsed({ ...hand.document, attachments: [attached(id)] });
      hand.save();
    }
    const { conflicts, document } = await a.ask(b);
    expect([conflicts, document.attachments?.map(({ id }) => id).toSorted()]).toEqual([[], ["a", "b"]]);
  });
});
