import { describe, expect, it } from "vitest";
import type { FormulaDecl } from "../../models/language/line.ts";
import type { Mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { formula, input } from "../language/model.ts";
import { exampleLines, variants } from "./formulas.ts";
import { type UnlikeShare, unlikeShares } from "./shares.ts";

const told = ({ line, kind, share, part, whole }: UnlikeShare) =>
  `${line}: ${share} is ${part} over ${whole} by ${kind}`;

const all = [...mechanisms.values()];
const ofMechanism = (mechanism: Mechanism) => [...variants(mechanism)].flatMap(unlikeShares);
const examples = exampleLines.map(unlikeShares);
const unmeant = (found: readonly UnlikeShare[]) => [
  ...new Set(found.filter(({ meant }) => meant === undefined).map(told)),
];

describe("shares whose part and whole belong to different owners", () => {
  it.each(all.map((mechanism) => [mechanism.id, mechanism] as const))(
    "%s has none it does not mean",
    (_id, mechanism) => {
      expect(unmeant(ofMechanism(mechanism))).toEqual([]);
    },
  );

  it("no line of an example has one, statements included", () => {
    expect(examples.length).toBeGreaterThan(4);
    expect(unmeant(examples.flat())).toEqual([]);
  });

  it("are meant where a line says so, and only there", () => {
    const found = [...all.flatMap(ofMechanism), ...examples.flat()];
    const used = new Set(found.flatMap(({ kind, meant }) => (meant === undefined ? [] : [`${kind}: ${meant}`])));
    const said = all
      .flatMap((mechanism) => [...variants(mechanism)].flat())
      .flatMap(({ across = {} }) => Object.entries(across).map(([kind, why]) => `${kind}: ${why}`));
    expect([...new Set(said)].filter((each) => !used.has(each))).toEqual([]);
    expect(used.size).toBeGreaterThan(0);
  });
});

describe("the rule", () => {
  const words = { seller: "spv", shop: "shops" };
  const selections = { sales: "role = sale.contract, taxpayer = seller" };
  const kinds = { prefix: "c.kinds", item: "kind", rows: ["a", "b"], columns: [] };
  const scope = { own: "c.own", all: "c.all", sum: "c.sum", tax: "c.tax" };
  const lines = [
    input("rent", { role: "revenue.lease" }),
    formula("c.own", "running(sum(sales))", { words, selections }),
    formula("c.all", "running(sum(role = sale.contract))"),
    formula("c.sum", "c.own + running(sum(payee = spv, role = revenue.*))"),
    formula("c.tax.a", "sum(role = tax.*, payer = spv)"),
    formula("c.tax.b", "sum(role = tax.*, payer = spv)"),
  ];
  const found = (text: string, extra: Partial<FormulaDecl> = {}) =>
    unlikeShares([...lines, formula("c.f", text, { words, selections, scope, tables: { kinds }, ...extra })]);

  it.each([
    ["own / all", "spv over any by party"],
    ["share(own, all)", "spv over any by party"],
    ["1 + max(0, min(1, share(own, all)))", "spv over any by party"],
    ["all > 0 ? own / all : 1", "spv over any by party"],
    ["own * 3 / prev(all)", "spv over any by party"],
    ["share(total(sum(sales, product = shop)), total(own))", "shops over any by product"],
    ["share(sum(role = a, plot = p1), sum(role = a, plot = p2))", "p1 over p2 by plot"],
    ["share(sum(role = a, component != self), sum(role = a))", "not c over any by component"],
    ["share(all, sumrows(kinds, kind.tax))", "any over spv by party"],
    ["exvat(own, 0, 1) / all", "spv over any by party"],
  ])("names %s", (text, expected) => {
    const [first, ...more] = found(text);
    expect(more).toEqual([]);
    expect(first === undefined ? undefined : told(first)).toContain(expected);
  });

  it.each([
    "own / sum",
    "share(own, sum + sumrows(kinds, kind.tax))",
    "share(running(sum(role = sale.revenue, payee = seller)), own)",
    "share(sum(role = area.sold, taxpayer = seller), sum(role = area.*, taxpayer = in(seller, unset)))",
    "own / 1 CNY",
    "own / t",
    "own * share(own, sum)",
    "max(0, own - all)",
    "share(min(own, all), own)",
  ])("leaves %s alone", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("tells that a share is meant, by kind", () => {
    const party = "the market as a whole";
    expect(found("own / all", { across: { party } })[0]?.meant).toBe(party);
    expect(found("own / all", { across: { product: "no" } })[0]?.meant).toBeUndefined();
  });
});
