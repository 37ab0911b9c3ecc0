import type { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { reviewPortfolio } from "../../../models/analysis/portfolio/review.ts";
import type { Results } from "../../../models/results/results.ts";
import { type Parts, pool, projectOf } from "./support.ts";

const members = [
  { id: "long", document: projectOf("长", [-100, 50, 60, 60]) },
  { id: "short", document: projectOf("短", [100, 0, 0, 0]) },
];
const transfer = { id: "t", payer: "short", payee: "long", date: "2026-06", amount: 100, kind: "loan" };
const agreement = { document: "统筹协议" };

const answers = (parts: Omit<Parts, "members">, of: Parts["members"] = members) => {
  const found = pool({ members: of, ...parts });
  return reviewPortfolio(found.portfolio, found.results as Results<Decimal>).map(
    ({ id, is, path }) => `${id} ${is} ${path}`,
  );
};

/** Cross-subsidy is a transfer on paper, and what is not returned is called by its name. */
describe("review of money between projects", () => {
  it("passes a transfer on paper that is returned", () => {
    expect(answers({ portfolio: { transfers: [{ ...transfer, document: "调剂协议" }] } })).toEqual([
      "C25 holds portfolio/transfers/t/document",
    ]);
  });

  it.each([{}, { document: " " }])("finds a transfer without one (%o)", (paper) => {
    expect(answers({ portfolio: { transfers: [{ ...transfer, ...paper }] } })).toEqual([
      "C25 fails portfolio/transfers/t/document",
    ]);
  });

  it("finds a transfer beyond what its payer has, whatever paper it is on", () => {
    const large = { ...transfer, amount: 101, document: "调剂协议" };
    expect(answers({ portfolio: { transfers: [large], pool: agreement } })[0]).toBe(
      "C25 fails portfolio/transfers/t/amount",
    );
  });

  it("finds a credit line drawn beyond its limit by its interest, and a floor that is broken", () => {
    const one = [{ id: "one", document: projectOf("一", [-100, 0, 0, 300]) }];
    const of = (creditLimit: string, creditRate: string, minimumCash?: string) =>
      answers({ portfolio: { pool: { creditLimit, creditRate, ...(minimumCash ? { minimumCash } : {}) } } }, one);
    expect(of("121", "0.1")).toEqual(["POOL holds portfolio/pool/creditLimit"]);
    expect(of("120", "0.1")).toEqual(["POOL fails portfolio/pool/creditLimit"]);
    expect(of("121", "0.1", "5")).toEqual([
      "POOL holds portfolio/pool/creditLimit",
      "POOL fails portfolio/pool/minimumCash",
    ]);
  });

  it("cannot judge a limit while no rate is entered", () => {
    const one = [{ id: "one", document: projectOf("一", [-100, 300]) }];
    expect(answers({ portfolio: { pool: { creditLimit: "120" } } }, one)).toEqual([
      "POOL cannot_be_judged portfolio/pool/creditLimit",
    ]);
  });

  it("passes pooling under an agreement, and finds it without", () => {
    expect(answers({ portfolio: { pool: agreement } })).toEqual(["C25 holds portfolio/pool/document"]);
    expect(answers({})).toEqual(["C25 fails portfolio/pool/document"]);
  });

  it("finds what is never returned: support by another name", () => {
    const poor = [{ id: "long", document: projectOf("长", [-100, 0]) }, members[1] ?? {}];
    expect(answers({ portfolio: { pool: agreement } }, poor)).toEqual([
      "C25 holds portfolio/pool/document",
      "C25 fails portfolio/transfers",
    ]);
  });

  it("has nothing to say where nothing moves", () => {
    expect(answers({}, [{ id: "long", document: projectOf("长", [100, 0]) }, members[1] ?? {}])).toEqual([]);
  });

  it("points to money with other projects inside a member's own document, which pooling does not cancel", () => {
    const document = projectOf("长", [0, 0]);
    const parties = [...(document["parties"] as object[]), { id: "sister", label: "兄弟项目", role: "other_project" }];
    const line = {
      id: "helped",
      label: "helped",
      unit: "CNY",
      kind: "flow",
      role: "revenue.other",
      payer: "sister",
      payee: "own",
      formula: "t == 1 ? 7 CNY : 0 CNY",
    };
    const dealing = { ...document, parties, customLines: [...(document["customLines"] as object[]), line] };
    expect(answers({}, [{ id: "long", document: dealing }, members[1] ?? {}])).toEqual([
      "C25 cannot_be_judged members/long",
    ]);
  });

  it("cannot judge what a missing value leaves open", () => {
    const broken = {
      ...projectOf("长", [1]),
      customLines: [
        {
          id: "x",
          label: "x",
          unit: "CNY",
          kind: "flow",
          role: "revenue.other",
          payer: "others",
          payee: "own",
          formula: "nowhere",
        },
      ],
    };
    expect(answers({ portfolio: { pool: agreement } }, [{ id: "long", document: broken }, members[1] ?? {}])[0]).toBe(
      "C25 cannot_be_judged portfolio/pool/document",
    );
  });
});
