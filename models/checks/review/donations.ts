import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { compare } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import { documented, type Fact } from "./facts.ts";
import type { Review } from "./review.ts";
import { figure, sumOf } from "./sides.ts";

const CLAUSES = ["taizhou-2023-draft/4(5)12"];

/** M48: a donation rests on an agreement with its donor, for as much and for what it is given; what is given for a purpose is at most what that costs. */
const agreements = check({
  ids: ["M48"],
  severity: "Q",
  clauses: CLAUSES,
  of: (review) => review.withRole("contribution.donation").filter((line) => line.tags["crosses"] === "in" && review.total([line])?.isZero() !== true),
  none: text("无现金捐赠,不适用", "nothing is donated in money: does not apply"),
  judge: (line, review): readonly Judged[] => {
    const purpose = line.tags["purpose"]?.toString();
    const isOf = (fact: Fact): boolean => [undefined, line.payer].includes(fact.word("donor")) && [undefined, purpose].includes(fact.word("purpose"));
    const papers = review.records("donation_agreement").filter((fact) => fact.holds && documented(fact) && isOf(fact));
    const given = sumOf(review, text("捐赠", "given"), [line]);
    const agreed = figure(text("捐赠协议载明", "by agreement"), sum(papers.map((fact) => fact.number("amount") ?? ZERO)), "CNY", papers[0]?.path ?? "records");
    const head = { about: line.label, path: line.id, weighs: true } as const;
    const cost = purpose === undefined ? undefined : costOf(review, purpose);
    const most = figure(text("该用途用房的造价(按平均单方造价)", "cost of the rooms of that purpose, at the mean cost of a ㎡"), cost, "CNY", line.id);
    return [
      {
        ...head,
        answer: compare(review, given, "at_most", agreed, { tolerance: MONEY_TOLERANCE }),
        fails: text("须有捐赠人签订、写明金额与用途的捐赠协议", "an agreement of the donor must show amount and purpose"),
      },
      ...(cost === undefined
        ? []
        : [
            {
              ...head,
              answer: compare(review, given, "at_most", most, { tolerance: MONEY_TOLERANCE }),
              fails: text("限定用途的捐赠多于该用途的支出", "more is given for the purpose than it costs"),
            },
          ]),
    ];
  },
});

/** What new rooms of an item of the area table cost, at the mean cost of a ㎡ the works are done on; fitting out kept rooms costs what it costs. */
function costOf(review: Review, item: string) {
  const rooms = review.withRole("area.disposition.*").filter(({ tags }) => tags["item"] === item && tags["pool"] === "above");
  if (rooms.some(({ role }) => role === "area.disposition.kept")) return undefined;
  const works = review.total(review.withRole("cost.works.*"));
  const floor = review.added(review.withRole("area.gfa.above"));
  return rooms.length === 0 || works === undefined || floor.isZero() ? undefined : works.times(review.added(rooms)).div(floor);
}

export const donations: readonly Check[] = [agreements];
