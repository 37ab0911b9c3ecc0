import { listedOrNone, text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { answer, compare } from "./answers.ts";
import { crossing } from "./capital.ts";
import { type Check, check } from "./check.ts";
import type { Review } from "./review.ts";
import { figure, inPercent, said, shareOf, sumOf } from "./sides.ts";
import { voteOf } from "./votes.ts";

const SELF_LED = ["zhejiang/self-renewal", "taizhou-2023-draft/4(5)12"];
const NONE = text("不是业主自主更新,不适用", "no self-led renewal: does not apply");
const ledByOwners = (review: Review): readonly Review[] => (review.document.project.implementer === "owners" ? [review] : []);
const OWNERS = /业主|居民|住户|自主更新|owners?|residents?/i;

/** M50: the owners' own body carries it out: it is the entity that builds and pays. */
const body = check({
  ids: ["M50"],
  severity: "Q",
  clauses: SELF_LED,
  of: ledByOwners,
  none: NONE,
  judge: (review) => {
    const builders = new Set(review.withRole("cost.works.*").flatMap(({ payer }) => payer ?? []));
    const names = [...builders].map((id) => review.partyName(id));
    const own = names.some(({ zh, en }) => OWNERS.test(zh) || OWNERS.test(en));
    const passed = review.records("vote").filter((fact) => fact.holds && voteOf(review, fact).major && voteOf(review, fact).passed === true);
    return {
      answer: answer(
        own && passed.length > 0,
        said(text("支付工程费的一方", "who pays the works"), listedOrNone(names), "parties"),
        said(text("通过的重大事项表决", "vote on a major item that passed"), listedOrNone(passed.map(({ label }) => label)), passed[0]?.path ?? "records"),
      ),
      path: own ? "records" : "parties",
      fails: own
        ? text("自主更新须由业主共同决定", "the owners must decide it together")
        : text("自主更新由业主委员会等业主组织实施", "the owners' own body carries out a self-led renewal"),
    };
  },
});

/** What owners pay, and everybody else. */
function paidBy(review: Review) {
  const lines = crossing(review, "in", "contribution.*", "sale.receipt").filter(
    ({ payer }) => review.partyRole(payer) === "resident" || review.partyRole(payer) === "maintenance_fund",
  );
  const owners = sumOf(review, text("业主出资、购房款与维修资金", "paid by owners, their fund included"), lines, "components");
  const others = crossing(review, "in", "support.*", "equity.*", "debt.draw", "sale.receipt", "contribution.*").filter((line) => !lines.includes(line));
  return { lines, owners, rest: sumOf(review, text("其他资金", "other money"), others, "components") };
}

/** 业主自主更新、以业主资金为主: no investment of a government, whose regulation does not bind it. */
export function isOwnersMoney(review: Review): boolean {
  const { owners, rest } = paidBy(review);
  return review.document.project.implementer === "owners" && owners.value !== undefined && rest.value !== undefined && owners.value.greaterThan(rest.value);
}

/** M50: the owners pay the greater part of it themselves. */
const funded = check({
  ids: ["M50"],
  severity: "Q",
  clauses: SELF_LED,
  of: ledByOwners,
  none: NONE,
  judge: (review) => {
    const { lines, owners, rest } = paidBy(review);
    const all = owners.value === undefined || rest.value === undefined ? undefined : owners.value.plus(rest.value);
    return {
      answer: compare(
        review,
        shareOf(text("业主承担占", "the owners bear"), owners.value ?? ZERO, all, lines[0]?.id ?? "components"),
        "at_least",
        inPercent(figure(text("自主更新以业主出资为主,至少", "owners pay most of a self-led renewal, at least"), review.count(1).div(2), "1", "")),
        { beside: [owners, rest] },
      ),
      path: lines[0]?.id ?? "components",
    };
  },
});

export const selfLed: readonly Check[] = [body, funded];
