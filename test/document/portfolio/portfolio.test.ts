import { describe, expect, it } from "vitest";
import { diffDocuments } from "../../../models/document/diff.ts";
import { formatDocument } from "../../../models/document/format.ts";
import { parseStructure } from "../../../models/document/parse.ts";
import { writePath } from "../../../models/document/path.ts";
import { documentHash } from "../../../models/document/portfolio/embedded.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { documentOf, jsonOf, projectOf } from "../../analysis/portfolio/support.ts";

const one = { id: "one", document: projectOf("一", [-10, 20]) };
const two = { id: "two", document: projectOf("二", [-20, 30]) };

function problemsOf(json: unknown): readonly string[] {
  const parsed = parseStructure(json);
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`);
}

const withPortfolio = (portfolio: unknown) =>
  jsonOf({ members: [one, two], portfolio: portfolio as Record<string, unknown> });

describe("a portfolio as a document", () => {
  it("is written as one text, whatever order its parts came in, and a member's document as it would be alone", () => {
    const document = documentOf(jsonOf({ members: [one, two] }));
    const again = documentOf(JSON.parse(formatDocument(document)));
    expect(formatDocument(again)).toBe(formatDocument(document));
    const alone = formatDocument(documentOf(one.document));
    const inside = again.members?.[0]?.document as unknown as ModelDocument;
    expect(formatDocument(inside)).toBe(alone);
    expect(documentHash(inside)).toBe(documentHash(documentOf(one.document)));
  });

  it.each([
    ["a portfolio without members", { ...jsonOf({ members: [] }) }, ["portfolio.not_portfolio members"]],
    [
      "settings of a portfolio in a project",
      { ...projectOf("项", [1]), portfolio: {} },
      ["portfolio.not_portfolio members"],
    ],
    [
      "a portfolio inside itself",
      jsonOf({ members: [{ id: "one", document: jsonOf({ members: [two] }) }] }),
      ["portfolio.nested members/one/document"],
    ],
    [
      "a member with neither document nor hash",
      jsonOf({ members: [{ id: "one" }] }),
      ["portfolio.member_source members/one"],
    ],
    [
      "a member with both",
      jsonOf({ members: [{ ...one, hash: `sha256:${"0".repeat(64)}` }] }),
      ["portfolio.member_source members/one"],
    ],
    [
      "a path in place of a hash",
      jsonOf({ members: [{ id: "one", hash: "../one.json" }] }),
      ["document.bad_value members/one/hash"],
    ],
    ["two members of one name", jsonOf({ members: [one, one] }), ["document.duplicate_id members/one"]],
    [
      "components beside members",
      { ...jsonOf({ members: [one] }), components: [{ id: "c", mechanism: "sale", inputs: {} }] },
      ["portfolio.own_lines components"],
    ],
    [
      "a document that is none",
      jsonOf({ members: [{ id: "one", document: { format: "other" } }] }),
      ["document.format_foreign members/one/document/format"],
    ],
    [
      "a mistake inside a member",
      jsonOf({ members: [{ id: "one", document: { ...projectOf("一", [1]), projekt: 1 } }] }),
      ["document.unknown_key members/one/document/projekt"],
    ],
    [
      "a start after the last",
      jsonOf({ members: [{ ...one, starts: { earliest: 5, latest: 1, every: 1 } }] }),
      ["portfolio.starts_order members/one/starts"],
    ],
    [
      "starts every no months",
      jsonOf({ members: [{ ...one, starts: { earliest: 0, latest: 1, every: 0 } }] }),
      ["document.too_small members/one/starts/every"],
    ],
    [
      "a shift of centuries",
      jsonOf({ members: [{ ...one, startMonths: 12_000 }] }),
      ["document.too_big members/one/startMonths"],
    ],
    [
      "half a month",
      jsonOf({ members: [{ ...one, startMonths: 0.5 }] }),
      ["document.wrong_type members/one/startMonths"],
    ],
  ])("refuses %s", (_what, json, problems) => {
    expect(problemsOf(json)).toEqual(problems);
  });

  const transfer = { id: "t", payer: "one", payee: "two", date: "2026-01", amount: 5, kind: "loan" };

  it.each([
    [
      "a payer nobody knows",
      { transfers: [{ ...transfer, payer: "three" }] },
      "portfolio.member_unknown portfolio/transfers/t/payer",
    ],
    [
      "a project that pays itself",
      { transfers: [{ ...transfer, payee: "one" }] },
      "portfolio.same_party portfolio/transfers/t",
    ],
    [
      "an amount below nothing",
      { transfers: [{ ...transfer, amount: -5 }] },
      "portfolio.negative portfolio/transfers/t/amount",
    ],
    [
      "a day that is none",
      { transfers: [{ ...transfer, date: "2026-13" }] },
      "document.bad_month portfolio/transfers/t/date",
    ],
    ["two transfers of one name", { transfers: [transfer, transfer] }, "document.duplicate_id portfolio/transfers/t"],
    [
      "a share without its weight",
      { sharedCosts: [{ id: "s", label: "s", amounts: {}, key: "agreed", shares: [{ id: "one" }] }] },
      "portfolio.weight_missing portfolio/sharedCosts/s/shares/one",
    ],
    [
      "one that shares twice",
      { sharedCosts: [{ id: "s", label: "s", amounts: {}, key: "area", shares: [{ id: "one" }, { id: "one" }] }] },
      "document.duplicate_id portfolio/sharedCosts/s/shares/one",
    ],
    [
      "a budget of a year that is none",
      { budgets: [{ id: "b", label: "b", levels: ["city"], amounts: { "26": 1 } }] },
      "document.bad_id portfolio/budgets/b/amounts/26",
    ],
    [
      "a budget below nothing",
      { budgets: [{ id: "b", label: "b", levels: ["city"], amounts: { "2026": -1 } }] },
      "portfolio.negative portfolio/budgets/b/amounts/2026",
    ],
    ["a rate below nothing", { pool: { creditRate: "-0.01" } }, "portfolio.negative portfolio/pool/creditRate"],
    ["a word it does not know", { pool: { creditRat: "0.01" } }, "document.unknown_key portfolio/pool/creditRat"],
  ])("refuses %s", (_what, portfolio, problem) => {
    expect(problemsOf(withPortfolio(portfolio))).toEqual([problem]);
  });

  it("refuses keys that reach into the program, also inside a member", () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": true}}');
    expect(problemsOf(jsonOf({ members: [{ id: "one", document: hostile }] }))[0]).toMatch(/^document\.hostile_key/);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("changes by paths, place by place, and says what changed", () => {
    const document = documentOf(withPortfolio({ transfers: [transfer] }));
    const written = writePath(document, "members/two/startMonths", 12, mechanisms);
    if (!written.ok) throw new Error(JSON.stringify(written.problems));
    expect(diffDocuments(document, written.value)).toEqual([{ path: "members/two/startMonths", before: 0, after: 12 }]);
    const paid = writePath(written.value, "portfolio/transfers/t/amount", "7.5", mechanisms);
    expect(paid.ok && paid.value.portfolio?.transfers[0]?.amount).toBe("7.5");
    expect(writePath(document, "members/three/startMonths", 1, mechanisms).ok).toBe(false);
  });
});
