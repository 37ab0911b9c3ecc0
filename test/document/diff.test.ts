import { describe, expect, it } from "vitest";
import { contextOf } from "../../models/compile/context.ts";
import { expand } from "../../models/compile/expand.ts";
import { diffDocuments } from "../../models/document/diff.ts";
import { readPath, writePath } from "../../models/document/path.ts";
import { fakes } from "./fakes.ts";
import { accepted, at, documentOf, put } from "./support.ts";

describe("differences of two documents", () => {
  const before = documentOf();

  it("are none between a document and itself read again", () => {
    expect(diffDocuments(before, documentOf())).toEqual([]);
  });

  it("are told by path, with what was and what is", () => {
    const changes = {
      "components/sale_1/inputs/price": "18000",
      "components/works_1/inputs/parts/b/amount": "51",
      "timeline/phases/build/months": 9,
      "conventions/icEquity": "0.1",
    };
    const after = Object.entries(changes).reduce(
      (document, [path, value]) => accepted(writePath(document, path, value, fakes)),
      before,
    );
    const found = diffDocuments(before, after);
    expect(Object.fromEntries(found.map(({ path, after: value }) => [path, value]))).toEqual(changes);
    for (const { path, before: value } of found) expect(value).toEqual(accepted(readPath(before, path)));
  });

  it("take an added or removed thing as a whole, and a moved one as no change", () => {
    const after = documentOf((draft) => {
      draft.parties.reverse();
      draft.components.pop();
      put(
        [
          { id: "p1", label: "一号地块" },
          { id: "p2", label: "二号地块" },
        ],
        "plots",
      )(draft);
    });
    expect(diffDocuments(before, after)).toEqual([
      { path: "plots/p2", before: undefined, after: { id: "p2", label: "二号地块" } },
      { path: "components/grant_1", before: before.components[2], after: undefined },
    ]);
  });

  it("compare a profile's values as one list", () => {
    const after = documentOf(put(["0.4", "0.6"], "components", 0, "inputs", "share", "profile", "values"));
    expect(diffDocuments(before, after)).toEqual([
      { path: "components/sale_1/inputs/share/profile/values", before: ["0.5", "0.5"], after: ["0.4", "0.6"] },
    ]);
  });
});

describe("a user's cash line", () => {
  const posts = (role: string | undefined, payer: string, payee: string, more: Record<string, unknown> = {}) => {
    const document = documentOf((draft) => {
      Object.assign(at(draft, "customLines", 0), { payer, payee, ...(role === undefined ? {} : { role }), ...more });
    });
    return expand(contextOf(document, fakes)).decls.find(({ id }) => id === "donation")?.posts;
  };

  it.each([
    [undefined, "city", "entity", { debit: "cash", credit: "revenue" }],
    ["contribution.donation", "city", "entity", { debit: "cash", credit: "reserve" }],
    ["debt.draw", "city", "entity", { debit: "cash", credit: "debt" }],
    [undefined, "entity", "builder", { debit: "opex", credit: "cash" }],
    ["cost.other.fees", "entity", "builder", { debit: "wip", credit: "cash" }],
    ["tax.income", "entity", "city", { debit: "income_tax", credit: "cash" }],
    ["tax.stamp", "entity", "city", { debit: "surcharge", credit: "cash" }],
    ["debt.interest", "entity", "city", { debit: "interest", credit: "cash" }],
    ["debt.principal", "entity", "city", { debit: "debt", credit: "cash" }],
    [undefined, "city", "builder", undefined],
  ])("with role %s from %s to %s is booked where it belongs", (role, payer, payee, expected) => {
    expect(posts(role, payer, payee)).toEqual(expected);
  });

  it("is booked as it says when it says so", () => {
    expect(
      posts("cost.other.fees", "entity", "builder", { posts: { debit: "intangible", credit: "payable" } }),
    ).toEqual({ debit: "intangible", credit: "payable" });
  });
});
