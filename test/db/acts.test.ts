import { expect, it } from "vitest";
import { actEntry, actsOf } from "../../db/chain/acts.ts";
import { entryAfter } from "../../db/chain/entries.ts";
import { sealEntry, sealsOf } from "../../db/chain/seal.ts";

const of = `sha256:${"ab".repeat(32)}`;
const when = { at: "2026-03-04T05:06:07.000Z", author: "张三" };

it("acts are told from seals by how they were entered, whatever a note says", () => {
  const act = entryAfter(null, actEntry("r1", { ...when, what: "bid/opened", of }));
  const typed = [`bid/opened ${of}`, JSON.stringify({ what: "bid/opened", of })].map((note) =>
    entryAfter(act.hash, sealEntry(act.hash, "r1", { ...when, note })),
  );
  const entries = [act, ...typed];
  expect(actsOf(entries)).toEqual([{ ...when, revision: "r1", hash: act.hash, what: "bid/opened", of }]);
  expect(sealsOf(entries)).toHaveLength(2);
});

it.each([
  ["what it was done to is no hash", { what: "bid/opened", of: "sha256:12" }],
  ["it has more than that", { what: "bid/opened", of, note: "" }],
  ["what was done is no word", { what: "bid opened\n", of }],
])("an entry is no act where %s", (_why, content) => {
  const entry = entryAfter(null, { kind: "act", ...when, revision: "r1", content: JSON.stringify(content) });
  expect(actsOf([entry])).toEqual([]);
});
