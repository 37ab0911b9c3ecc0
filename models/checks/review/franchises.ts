import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { ZERO } from "./amounts.ts";
import { finding } from "./finding.ts";
import type { Check, Review } from "./review.ts";

/** M67: the grantor of an energy franchise has its fee and share, within the longest term; what is sold belongs to the franchisee. */
function energy(review: Review): readonly Finding[] {
  const clauses = ["jinhua-2020/3(4)"];
  return review.parts
    .filter((part) => part.word("franchisee") !== undefined)
    .flatMap((part) => {
      const earned = review.withRole("revenue.energy").filter(({ tags }) => tags["crosses"] === "in");
      const own = earned.find((line) => review.total([line])?.greaterThan(0));
      const [term, limit] = [part.number("term"), part.number("termLimit")];
      const short = term === undefined || limit === undefined ? null : term.lessThanOrEqualTo(limit);
      const pass = own !== undefined ? false : short;
      const message =
        own !== undefined
          ? {
              zh: `${part.label.zh}:售能收入归特许方,项目又计了“${own.label.zh}”`,
              en: `${part.label.en}: energy is sold by the franchisee, yet the project counts “${own.label.en}”`,
            }
          : {
              zh: `${part.label.zh}:特许期 ${term?.toFixed() ?? "–"} 年,法定上限 ${limit?.toFixed() ?? "–"} 年`,
              en: `${part.label.en}: term ${term?.toFixed() ?? "–"} years, at most ${limit?.toFixed() ?? "–"}`,
            };
      return [
        finding(review, {
          id: "M67",
          severity: "Q",
          pass,
          clauses,
          numbers: { term, limit },
          path: own?.id ?? `${part.path}/term`,
          message,
        }),
      ];
    });
}

/** M69: in an integrated operation municipal services are procured and property fees decided by the owners. */
function integrated(review: Review): readonly Finding[] {
  return ["municipal_unprocured", "fee_undecided"].flatMap((name) =>
    review.lines
      .filter(({ id }) => id.endsWith(`.${name}`))
      .flatMap((line) => {
        const amount = review.total([line]);
        if (amount === undefined) return [];
        const pass = amount.lessThanOrEqualTo(ZERO);
        const message = {
          zh: `${line.label.zh} ${amountText(amount)} 元`,
          en: `${line.label.en}: CNY ${amountText(amount)}`,
        };
        const clauses = name === "fee_undecided" ? ["civil-code/278"] : ["taizhou-2023-draft/4(3)7"];
        return [
          finding(review, { id: "M69", severity: "R", pass, clauses, numbers: { amount }, path: line.id, message }),
        ];
      }),
  );
}

export const franchises: readonly Check[] = [
  { ids: ["M67"], run: energy },
  { ids: ["M69"], run: integrated },
];
