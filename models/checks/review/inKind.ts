import { listed, text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Review } from "./review.ts";
import { figure, said } from "./sides.ts";

const IN_KIND = /减免|折算|折价|作价|投工|以工代|义务工|实物|节省的|in kind|waived|rent saved|labour/i;
const KINDS = new Set(["labour", "in_kind", "idle_rooms"]);

/** Lines of what is given in kind: by their mechanism, and by what they are called, whatever line it stands on. */
const givenLines = (review: Review) => [
  ...review.lines.filter(({ tags, role }) => KINDS.has(String(tags["kind"])) && role !== undefined),
  ...review.lines.filter(({ tags, label }) => tags["crosses"] === "in" && IN_KIND.test(label.zh + label.en)),
];

/** C29: work and gifts in kind stay out of the cash. */
const inKind = check({
  ids: ["C29"],
  severity: "Q",
  clauses: ["taizhou-2023-draft/4(5)12"],
  of: (review) => (givenLines(review).length === 0 && review.records("idle_room").length === 0 ? [] : [givenLines(review)]),
  none: text("无实物与人力投入,不适用", "nothing in kind: does not apply"),
  judge: (given, review) => {
    const inCash = given.find(({ payer, payee }) => payer !== undefined && payee !== undefined);
    const idle = review.records("idle_room");
    const saved = idle.reduce((total, fact) => total.plus((fact.number("marketRent") ?? ZERO).minus(fact.number("paidRent") ?? ZERO)), ZERO);
    const path = inCash?.id ?? given[0]?.id ?? idle[0]?.path ?? "";
    const names = listed([...given, ...idle].map(({ label }) => label));
    return {
      answer: answer(
        inCash === undefined,
        said(text("实物、人力与节省的租金", "gifts in kind, work and rent saved"), names, path),
        said(text("计入现金的行", "line that counts it as cash"), inCash?.label ?? text("无", "none"), path),
        figure(text("每年节省租金", "rent saved a year"), saved, "CNY", idle[0]?.path ?? path),
      ),
      fails: text("实物或人力计入了现金", "work or a gift in kind is counted as cash"),
    };
  },
});

export const gifts: readonly Check[] = [inKind];
