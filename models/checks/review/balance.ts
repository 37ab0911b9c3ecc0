import { text } from "../../wording/text.ts";
import type { VerdictId } from "../verdicts/index.ts";
import { answer, inapplicable } from "./answers.ts";
import type { Declared } from "./check.ts";
import { type Check, check } from "./check.ts";
import { bondParts } from "./pledges.ts";
import type { Review } from "./review.ts";
import { figure } from "./sides.ts";

type Mapped = Pick<Declared<unknown>, "ids" | "severity" | "clauses" | "also"> & { readonly verdicts: readonly VerdictId[] };

/** What a bond lends has a plan and a steady source of repayment. */
const REPAID = ["national-law/budget-35(2)"];
const COMFORT = ["taizhou-2023-draft/4(3)7"];

/** Checks that are some of the nine tests of balance. */
const MAPPED: readonly Mapped[] = [
  { ids: ["C02"], verdicts: ["B1"], severity: "R" },
  { ids: ["M40"], verdicts: ["B2"], severity: "R", clauses: ["jinhua-2020/1(2)3", "jinhua-2020/3(3)"] },
  { ids: ["C05"], verdicts: ["B3"], severity: "R" },
  { ids: ["C15"], verdicts: ["B4"], severity: "R" },
  { ids: ["C15"], verdicts: ["B5"], severity: "R", also: REPAID },
  { ids: ["M66"], verdicts: ["B7", "B8"], severity: "Q", clauses: COMFORT },
];

const decided = ({ verdicts, ...spec }: Mapped): Check =>
  check({
    ...spec,
    of: (review: Review) => review.verdicts.filter(({ id }) => verdicts.includes(id)),
    none: text("无此项测试,不适用", "there is no such test: does not apply"),
    judge: ({ id, title, message, pass, margin, unit, reason, missing = [], lines }, review) => {
      const [path = ""] = lines;
      const about = text(`${title.zh}(${id})`, `${title.en} (${id})`);
      const rests = spec.also !== undefined && bondParts(review).length > 0 ? { clauses: spec.also } : {};
      if (pass === null && reason === "inapplicable") return { about, answer: inapplicable(message), path };
      if (pass === null) {
        const unknown = missing.map((one) => ({ what: one.name, path: one.path }));
        return { about, answer: { is: "cannot_be_judged", missing: unknown }, says: message, path, ...rests };
      }
      const rest = figure(text("余量", "margin"), margin, unit ?? "1", path);
      const none = figure(text("不低于", "at least"), review.count(0), unit ?? "1", path);
      return { about, answer: answer(pass, rest, none), says: message, path, ...rests };
    },
  });

export const balance: readonly Check[] = MAPPED.map(decided);
