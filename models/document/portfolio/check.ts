import { LENDING_RATE_MAX } from "../../terms/practice.ts";
import { suggestion } from "../../wording/document.ts";
import { portfolioProblem } from "../../wording/portfolio.ts";
import type { Problem } from "../../wording/problem.ts";
import type { ModelDocument } from "../schema.ts";

type Portfolio = NonNullable<ModelDocument["portfolio"]>;

/** What a portfolio must not have beside its members: it would be shown nowhere and added to nothing. */
const OWN = {
  components: { zh: "测算项", en: "components" },
  customLines: { zh: "自定义行", en: "lines" },
  plots: { zh: "地块", en: "plots" },
  records: { zh: "记录", en: "records" },
  scenarios: { zh: "情景", en: "scenarios" },
  uncertainty: { zh: "不确定性", en: "uncertainties" },
} as const;

/** What makes a portfolio unusable as a whole: its parts contradict one another or name what is not there. */
export function portfolioProblems(document: ModelDocument): readonly Problem[] {
  const { members, portfolio } = document;
  if (members === undefined) return portfolio === undefined ? [] : [portfolioProblem("not_portfolio", "members")];
  const own = (Object.keys(OWN) as (keyof typeof OWN)[]).filter((key) => document[key].length > 0);
  return [
    ...(members.length === 0 ? [portfolioProblem("not_portfolio", "members")] : []),
    ...own.map((key) => portfolioProblem("own_lines", key, { what: OWN[key] })),
    ...members.flatMap(memberProblems),
    ...(portfolio === undefined ? [] : linkProblems(portfolio, new Set(members.map(({ id }) => id)))),
  ];
}

function memberProblems(member: NonNullable<ModelDocument["members"]>[number]): readonly Problem[] {
  const path = `members/${member.id}`;
  const { starts } = member;
  const found: Problem[] = [];
  if ((member.document === undefined) === (member.hash === undefined))
    found.push(portfolioProblem("member_source", path, { member: member.id }));
  if (starts !== undefined && starts.earliest > starts.latest)
    found.push(
      portfolioProblem("starts_order", `${path}/starts`, {
        member: member.id,
        earliest: starts.earliest,
        latest: starts.latest,
      }),
    );
  return found;
}

const AMOUNT = { zh: "金额", en: "an amount" };
const RATE = { zh: "利率", en: "a rate" };
const WEIGHT = { zh: "权重", en: "a weight" };
const COUNT = { zh: "城市社区总数", en: "the number of communities" };

/** A rate in percent, or with the point in the wrong place, is no rate of a credit line. */
const rateProblems = (rate: string | undefined, path: string): readonly Problem[] =>
  rate !== undefined && Number(rate) > LENDING_RATE_MAX
    ? [portfolioProblem("rate_high", path, { rate, most: String(LENDING_RATE_MAX) })]
    : [];

function linkProblems(portfolio: Portfolio, members: ReadonlySet<string>): readonly Problem[] {
  const { pool, transfers, sharedCosts, budgets, urbanCommunities } = portfolio;
  const unknown = (id: string, path: string): readonly Problem[] =>
    members.has(id)
      ? []
      : [portfolioProblem("member_unknown", path, { member: id, suggestion: suggestion(id, members) })];
  const negative = (value: string | undefined, what: typeof AMOUNT, path: string): readonly Problem[] =>
    value?.startsWith("-") ? [portfolioProblem("negative", path, { what })] : [];
  const at = (path: string) => `portfolio/${path}`;
  return [
    ...negative(pool.creditLimit, AMOUNT, at("pool/creditLimit")),
    ...negative(pool.openingCash, AMOUNT, at("pool/openingCash")),
    ...negative(pool.minimumCash, AMOUNT, at("pool/minimumCash")),
    ...negative(pool.creditRate, RATE, at("pool/creditRate")),
    ...rateProblems(pool.creditRate, at("pool/creditRate")),
    ...negative(urbanCommunities, COUNT, at("urbanCommunities")),
    ...transfers.flatMap(({ id, payer, payee, amount }) => [
      ...unknown(payer, at(`transfers/${id}/payer`)),
      ...unknown(payee, at(`transfers/${id}/payee`)),
      ...(payer === payee ? [portfolioProblem("same_party", at(`transfers/${id}`), { transfer: id })] : []),
      ...negative(amount, AMOUNT, at(`transfers/${id}/amount`)),
    ]),
    ...sharedCosts.flatMap(({ id, key, shares, amounts }) => [
      ...shares.flatMap((share) => {
        const path = at(`sharedCosts/${id}/shares/${share.id}`);
        const without = key === "agreed" && share.weight === undefined;
        return [
          ...unknown(share.id, path),
          ...negative(share.weight, WEIGHT, `${path}/weight`),
          ...(without ? [portfolioProblem("weight_missing", path, { member: share.id })] : []),
        ];
      }),
      ...Object.entries(amounts).flatMap(([year, value]) =>
        negative(value, AMOUNT, at(`sharedCosts/${id}/amounts/${year}`)),
      ),
    ]),
    ...budgets.flatMap(({ id, amounts }) =>
      Object.entries(amounts).flatMap(([year, value]) => negative(value, AMOUNT, at(`budgets/${id}/amounts/${year}`))),
    ),
  ];
}
