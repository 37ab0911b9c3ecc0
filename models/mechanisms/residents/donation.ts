import { choice, count, money, month, party, status, unitPrice, word } from "../../terms/inputs.ts";
import { cash, flow } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { countedTags, type Entry, leftAfter, uncountedLines } from "../define/uncounted.ts";
import { contributionEntry, contributionTreatment } from "../support/treatment.ts";

/** 捐赠与置换: cash is a source; gifts in kind and work given stand below the line and never raise cash. */
export const donation = mechanism("donation", {
  title: { zh: "捐赠与人力、实物置换", en: "Donation, labour and gifts in kind" },
  summary: {
    zh: "现金捐赠计入资金来源;实物捐赠与人力置换仅线下列示,不增加现金。",
    en: "Cash donations are a source; gifts in kind and work given are shown below the line and add no cash.",
  },
  family: "residents",
  clauses: ["taizhou-2023-draft/4(5)12"],
  checks: ["C29"],
  inputs: {
    donor: party("捐赠人", "donor", ["donor", "resident", "soe", "other"]),
    payee: party("接受方", "recipient", PROJECT_SIDE),
    kind: choice("形式", "form", {
      cash: { zh: "现金", en: "cash" },
      in_kind: { zh: "实物", en: "in kind" },
      labour: { zh: "人力置换", en: "labour" },
    }),
    amount: money("金额或折算金额(人力按工时计时不填)", "amount or accepted value; left out for labour reckoned by hours", { from: 0, optional: true, usual: [50000, 5000000] }),
    hours: count("工时(人力置换)", "hours of work given", { from: 0, optional: true, usual: [500, 20000] }),
    hourRate: unitPrice("认可工价(元/小时)", "accepted rate per hour", { from: 0, optional: true, usual: [25, 60] }),
    date: month("到位月", "month", "within", { late: "open" }),
    purpose: word("限定用途", "purpose it is restricted to", { optional: true }),
    status: status(),
    contributionTreatment,
  },
  lines: (c) => {
    const worth = c.is("kind", "labour") && c.has("hours") && c.has("hourRate") ? "hours * hourRate" : "amount";
    const name = c.is("kind", "cash") ? "received" : "given";
    const entry: Entry = { way: "in", entered: worth, counted: `total(${name})`, status: "status" };
    const formula = `falls(date) ? ${leftAfter("status")} : 0`;
    if (!c.is("kind", "cash"))
      return [
        ...uncountedLines(entry),
        flow(name, "实物与人力(线下)", "given in kind, below the line", formula, { role: "memo", tags: countedTags("in"), words: { purpose: "purpose", kind: "kind" } }),
      ];
    return [
      ...uncountedLines(entry),
      cash("received", "捐赠", "donation received", formula, {
        ...contributionEntry(c, countedTags("in")),
        from: "donor",
        role: "contribution.donation",
        words: { taxpayer: "payee", purpose: "purpose" },
      }),
    ];
  },
});
