import { text } from "../../wording/text.ts";
import { compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { capped } from "./sales.ts";
import { ofLine, ofRule } from "./sides.ts";

/** The longest contract a component makes, in years. */
function yearsOf(review: Review, part: Part) {
  if (part.number("contractYears") !== undefined) return part.side("contractYears");
  if (part.line("years_agreed") !== undefined) return ofLine(review, part.line("years_agreed"));
  if (part.plays("ceded.receipt") && part.number("term") !== undefined) return part.side("term");
  return part.plays("revenue.lease") && part.line("term_years") !== undefined ? ofLine(review, part.line("term_years")) : undefined;
}

/** C23 (M42, M70): leases run twenty years at most. */
const terms = check({
  ids: ["C23"],
  severity: "R",
  clauses: ["civil-code/705"],
  of: (review) =>
    review.parts.flatMap((part) => {
      const years = yearsOf(review, part);
      return years === undefined ? [] : [{ part, years }];
    }),
  none: text("无租赁或运营合同,不适用", "no lease or concession: does not apply"),
  judge: ({ part, years }, review) => ({
    about: part.label,
    answer: compare(review, years, "at_most", ofRule(review, "lease_max_years")),
    fails: text("超过部分无效,须分次签约", "the excess is void, it takes several contracts"),
    path: part.has("contractYears") ? part.at("contractYears") : part.path,
  }),
});

/** M42: rents keep their cap. */
const rents = capped({
  id: "M42",
  of: (review) => review.parts.filter((part) => part.plays("revenue.lease") && part.has("rent")),
  none: text("无按㎡计租,不适用", "nothing is let by area: does not apply"),
  asked: "rent_exvat",
  price: "rent",
  cap: "rentCap",
});

/** M72: prices of public services within the guided price. */
const guided = check({
  ids: ["M72"],
  severity: "R",
  clauses: ["taizhou-2023-draft/4(3)8"],
  of: (review) => [
    ...review.records("guided_price").map((fact) => ({ about: fact.label, price: fact.side("price"), cap: fact.side("cap"), path: fact.path })),
    ...review.parts.flatMap((part) =>
      [...part.rows("prices").map((row) => ({ row, cap: row.side("cap") })), ...part.rows("items").map((row) => ({ row, cap: row.side("guidePrice") }))].flatMap(({ row, cap }) =>
        cap.value === undefined || row.number("price") === undefined
          ? []
          : [
              {
                about: text(`${part.label.zh} ${row.id}`, `${part.label.en} ${row.id}`),
                price: row.side("price"),
                cap,
                path: row.at("price"),
              },
            ],
      ),
    ),
  ],
  none: text("无实行指导价的服务,不适用", "no service has a guided price: does not apply"),
  judge: ({ about, price, cap, path }, review) => ({ about, answer: compare(review, price, "at_most", cap), path }),
});

export const contracts: readonly Check[] = [terms, rents, guided];
