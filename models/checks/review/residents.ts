import { MONEY_TOLERANCE, SHARE_TOLERANCE } from "../../statements/tolerances.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { sum, ZERO } from "./amounts.ts";
import type { Fact } from "./facts.ts";
import { finding, notApplicable, percent, plus } from "./finding.ts";
import type { Part } from "./parts.ts";
import type { Check, Review } from "./review.ts";
import { unproven, unprovenMessage } from "./unproven.ts";
import { voteOf } from "./votes.ts";

const VOTE = ["civil-code/278"];
const JOINED = ["taizhou-2023-draft/4(5)12"];

/** The vote a component names, and whether it carries what rests on it. */
function voteBehind(
  review: Review,
  part: Part,
  inputs: readonly string[],
): { readonly fact: Fact | undefined; readonly ok: boolean } {
  const fact = review.facts.find(({ id }) => inputs.some((name) => part.word(name) === id));
  return { fact, ok: fact?.holds === true && voteOf(review, fact).pass === true };
}

const needing = [
  { role: /^contribution\.resident$/, inputs: ["vote"], zh: "居民出资", en: "residents' contribution" },
  {
    role: /^contribution\.maintenance_fund$/,
    inputs: ["useVote"],
    zh: "使用维修资金",
    en: "use of the maintenance fund",
  },
  { role: /^fund\.topup$/, inputs: ["raiseVote"], zh: "续筹维修资金", en: "top-up of the maintenance fund" },
] as const;

/** C09: residents' money and their fund rest on a vote that passed. */
function voted(review: Review): readonly Finding[] {
  const found = needing.flatMap(({ role, inputs, zh, en }) =>
    review.parts
      .filter((part) => part.plays(role))
      .flatMap((part) => {
        const amount = review.total(part.lines.filter((line) => line.role !== undefined && role.test(line.role)));
        const lost = unproven(review, part);
        if (amount === undefined || (amount.isZero() && lost.isZero())) return [];
        const { fact, ok } = voteBehind(review, part, inputs);
        const message =
          amount.isZero() && !ok
            ? unprovenMessage(part, lost)
            : ok
              ? {
                  zh: `${part.label.zh}:${zh}有业主表决“${fact?.label.zh ?? ""}”`,
                  en: `${part.label.en}: ${en} rests on the vote “${fact?.label.en ?? ""}”`,
                }
              : {
                  zh: `${part.label.zh}:${zh} ${amountText(amount)} 元没有通过的业主表决`,
                  en: `${part.label.en}: ${en} of CNY ${amountText(amount)} without a vote that passed`,
                };
        return [
          finding(review, {
            id: "C09",
            severity: "R",
            pass: ok,
            clauses: VOTE,
            numbers: { amount },
            path: ok && fact !== undefined ? fact.path : `${part.path}/${inputs[0]}`,
            message,
          }),
        ];
      }),
  );
  return found.length > 0
    ? found
    : [
        notApplicable(
          review,
          "C09",
          "R",
          { zh: "无居民出资与维修资金,不适用", en: "no residents' money: does not apply" },
          VOTE,
        ),
      ];
}

/** C09 (M47): a consent and a collection rate below 1, or a reserve for what stays unpaid. */
function collected(review: Review): readonly Finding[] {
  return review.parts
    .filter((part) => part.plays(/^contribution\.resident$/))
    .flatMap((part) => {
      const [consent, collection] = [part.number("consent"), part.number("collection")];
      if (consent === undefined || collection === undefined) return [];
      const pass = consent.times(collection).lessThan(1);
      return [
        finding(review, {
          id: "M47",
          severity: "Q",
          pass,
          clauses: JOINED,
          numbers: { consent, collection },
          path: `${part.path}/collection`,
          message: plus(
            {
              zh: `${part.label.zh}:同意率 ${percent(consent)}、收缴率 ${percent(collection)}`,
              en: `${part.label.en}: consent ${percent(consent)}, collection ${percent(collection)}`,
            },
            !pass,
            ",未留欠缴余地",
            ": nothing is left for what stays unpaid",
          ),
        }),
      ];
    });
}

/** C09 (M47): a household pays once: charges by household and by floor area together take no more than all of them. */
function chargedOnce(review: Review): readonly Finding[] {
  const charges = review.parts.filter(({ mechanism }) => mechanism === "resident_contribution");
  const plots = new Set(charges.map((part) => part.word("plot")));
  return [...plots].flatMap((plot) => {
    const own = charges.filter((part) => part.word("plot") === plot);
    const whole = (role: string) =>
      review.total(review.withRole(role).filter(({ tags }) => plot === undefined || tags["plot"] === plot));
    const [households, area] = [whole("households.existing"), whole("area.existing")];
    const legal = whole("area.legal.in_kind");
    if (own.length < 2 || households === undefined || area === undefined) return [];
    if (households.isZero() || area.isZero()) return [];
    const shares = own.map((part) =>
      part.word("basis") === "household"
        ? (part.number("householdsCharged") ?? households).div(households)
        : (part.number("areaCharged") ?? legal ?? ZERO).div(area),
    );
    const share = sum(shares);
    const pass = share.minus(1).lessThanOrEqualTo(SHARE_TOLERANCE);
    return [
      finding(review, {
        id: "C09",
        severity: "R",
        pass,
        clauses: VOTE,
        numbers: { share },
        path: `${own.at(-1)?.path ?? ""}/basis`,
        message: plus(
          {
            zh: `各笔居民出资合计覆盖现状户数、面积的 ${percent(share)}`,
            en: `all charges together take ${percent(share)} of the households and floor area`,
          },
          !pass,
          ",同一户重复出资",
          ": some pay twice",
        ),
      }),
    ];
  });
}

/** C09 (M52): the provident fund is the residents' own way of paying and no source of the project; the same yuan is not paid as top-up and as charge. */
function twice(review: Review): readonly Finding[] {
  const provident = review.withRole("provident.draw").find(({ tags }) => tags["crosses"] === "in");
  const [charge, topUp] = ["contribution.resident", "fund.topup"].map(
    (role) => review.total(review.withRole(role)) ?? ZERO,
  );
  const used = review.total(review.withRole("contribution.maintenance_fund")) ?? ZERO;
  const both = charge?.greaterThan(0) === true && topUp?.greaterThan(0) === true && used.greaterThan(0);
  const drawn = review.total(review.withRole("provident.draw")) ?? ZERO;
  const beyond = drawn.greaterThan((charge ?? ZERO).plus(MONEY_TOLERANCE)) && charge?.greaterThan(0) === true;
  if (review.withRole("contribution.resident", "fund.topup", "provident.draw").length === 0) return [];
  const pass = provident === undefined && !both && !beyond;
  const message =
    provident !== undefined
      ? {
          zh: "住房公积金计入了项目资金来源;它只减轻居民自身负担",
          en: "the provident fund is counted as a source of the project; it only lightens the residents' own burden",
        }
      : both
        ? {
            zh: "居民出资与续筹同时计入,核对是否同一笔钱、同一工程",
            en: "residents pay a charge and a top-up: make sure it is not the same money for the same works",
          }
        : beyond
          ? { zh: "公积金提取超过居民出资", en: "the provident fund drawn exceeds the residents' charge" }
          : { zh: "公积金、续筹与居民出资未重复计算", en: "provident fund, top-up and charge are not counted twice" };
  return [
    finding(review, {
      id: "C09",
      severity: "R",
      pass,
      clauses: ["national-law/provident-fund-24"],
      numbers: { charge, topUp, providentFund: drawn },
      path: provident?.id ?? review.withRole("fund.topup", "provident.draw")[0]?.id ?? "",
      message,
    }),
  ];
}

/** M51, M52: the draft speaks of old-community upgrades joined with a future community only. */
function joined(review: Review): readonly Finding[] {
  return review.parts
    .filter((part) => part.plays(/^(?:contribution\.maintenance_fund|provident\.draw)$/))
    .map((part) => {
      const id = part.plays(/^provident\.draw$/) ? "M52" : "M51";
      const fact = review.facts.find((one) => one.id === part.word("joined"));
      const pass = fact?.holds === true;
      const message = pass
        ? {
            zh: `${part.label.zh}:已认定为老旧小区改造与未来社区联动`,
            en: `${part.label.en}: recognised as joined with an old-community upgrade`,
          }
        : {
            zh: `${part.label.zh}:没有老旧小区改造与未来社区联动的认定`,
            en: `${part.label.en}: no recognition as joined with an old-community upgrade`,
          };
      return finding(review, {
        id,
        severity: "R",
        pass,
        clauses: JOINED,
        path: pass ? fact.path : `${part.path}/joined`,
        message,
      });
    });
}

/** M51: what the fund pays is for common parts and within its balance. */
function fundUse(review: Review): readonly Finding[] {
  return review.parts
    .filter((part) => part.plays(/^contribution\.maintenance_fund$/))
    .flatMap((part) => {
      const used = review.total(part.lines.filter(({ role }) => role === "contribution.maintenance_fund"));
      const eligible = review.total(
        review.withRole("cost.*", "replacement.capex").filter(({ tags }) => tags["eligible_maintenance"] === "yes"),
      );
      const balance = review.series(review.withRole("fund.balance"));
      if (used === undefined || eligible === undefined) return [];
      const overdrawn = balance?.some((value) => value.lessThan(`-${MONEY_TOLERANCE}`)) === true;
      const pass =
        used.minus(eligible).lessThanOrEqualTo(MONEY_TOLERANCE) &&
        !overdrawn &&
        (used.isZero() ? eligible.greaterThan(0) : true);
      return [
        finding(review, {
          id: "M51",
          severity: "R",
          pass,
          clauses: ["civil-code/281"],
          numbers: { used, eligible },
          path: `${part.id}.used`,
          message: plus(
            {
              zh: `${part.label.zh}:使用维修资金 ${amountText(used)} 元,共用部位合格支出 ${amountText(eligible)} 元`,
              en: `${part.label.en}: CNY ${amountText(used)} of the fund used, CNY ${amountText(eligible)} of eligible cost of common parts`,
            },
            overdrawn,
            ",专户透支",
            ", the account is overdrawn",
          ),
        }),
      ];
    });
}

/** C10: income of common parts enters the project only with an owners' vote on a major item. */
function commonParts(review: Review): readonly Finding[] {
  const lines = review.withRole("revenue.common");
  if (lines.length === 0)
    return [
      notApplicable(
        review,
        "C10",
        "R",
        { zh: "无共有部分收益,不适用", en: "no income of common parts: does not apply" },
        ["civil-code/282"],
      ),
    ];
  return lines.map((line) => {
    const part = review.parts.find(({ id }) => id === line.tags["component"]);
    const { fact, ok } = part === undefined ? { fact: undefined, ok: false } : voteBehind(review, part, ["vote"]);
    const amount = review.total([line]) ?? ZERO;
    const pass = ok;
    const message = pass
      ? {
          zh: `${line.label.zh}:经业主表决计入 ${amountText(amount)} 元`,
          en: `${line.label.en}: CNY ${amountText(amount)} counted after an owners' vote`,
        }
      : {
          zh: `${line.label.zh}:没有通过的业主表决,计入 ${amountText(amount)} 元`,
          en: `${line.label.en}: no owners' vote that passed, CNY ${amountText(amount)} counted`,
        };
    return finding(review, {
      id: "C10",
      severity: "R",
      pass,
      clauses: ["civil-code/282"],
      numbers: { amount },
      path: pass && fact !== undefined ? fact.path : part === undefined ? line.id : `${part.path}/vote`,
      message,
    });
  });
}

const IN_KIND = /减免|折算|折价|作价|投工|以工代|义务工|实物|节省的|in kind|waived|rent saved|labour/i;

/** C29: work and gifts in kind stay out of the cash. */
function inKind(review: Review): readonly Finding[] {
  const given = review.lines.filter(
    ({ tags, role }) => ["labour", "in_kind", "idle_rooms"].includes(String(tags["kind"])) && role !== undefined,
  );
  // What is named as waived, worked or given in kind is no cash either, whatever line it stands on.
  const named = review.lines.filter(({ tags, label }) => tags["crosses"] === "in" && IN_KIND.test(label.zh + label.en));
  const inCash = [...given, ...named].find(({ payer, payee }) => payer !== undefined && payee !== undefined);
  const idle = review.facts.filter(({ kind }) => kind === "idle_room");
  if (given.length === 0 && idle.length === 0 && named.length === 0)
    return [
      notApplicable(review, "C29", "Q", { zh: "无实物与人力投入,不适用", en: "nothing in kind: does not apply" }),
    ];
  const saved = idle.reduce(
    (total, fact) => total.plus((fact.number("marketRent") ?? ZERO).minus(fact.number("paidRent") ?? ZERO)),
    ZERO,
  );
  const pass = inCash === undefined;
  return [
    finding(review, {
      id: "C29",
      severity: "Q",
      pass,
      clauses: ["taizhou-2023-draft/4(5)12"],
      numbers: { rentSavedPerYear: saved },
      path: inCash?.id ?? given[0]?.id ?? idle[0]?.path ?? "",
      message: pass
        ? {
            zh: "实物、人力与节省的租金列在现金之外",
            en: "gifts in kind, work and rent saved are shown outside the cash",
          }
        : {
            zh: `${inCash.label.zh}:实物或人力计入了现金`,
            en: `${inCash.label.en}: work or a gift in kind is counted as cash`,
          },
    }),
  ];
}

/** M48: a donation with a purpose is used for it. */
function purposes(review: Review): readonly Finding[] {
  return review
    .withRole("contribution.donation")
    .filter(({ tags }) => tags["purpose"] !== undefined)
    .flatMap((line) => {
      const amount = review.total([line]);
      if (amount === undefined || amount.isZero()) return [];
      const uses = review.facts.filter(
        (fact) => fact.kind === "donation_use" && fact.word("purpose") === line.tags["purpose"],
      );
      const spent = uses.reduce((total, fact) => total.plus(fact.number("amount") ?? ZERO), ZERO);
      const pass = uses.length > 0 && spent.greaterThanOrEqualTo(amount.minus(MONEY_TOLERANCE));
      return [
        finding(review, {
          id: "M48",
          severity: "Q",
          pass,
          clauses: JOINED,
          numbers: { amount, spent },
          path: uses[0]?.path ?? line.id,
          message: {
            zh: `${line.label.zh}限用于“${String(line.tags["purpose"])}”:捐赠 ${amountText(amount)} 元,已记录使用 ${amountText(spent)} 元`,
            en: `${line.label.en} is restricted to “${String(line.tags["purpose"])}”: CNY ${amountText(amount)} given, use of CNY ${amountText(spent)} on record`,
          },
        }),
      ];
    });
}

export const residents: readonly Check[] = [
  { ids: ["C09"], run: voted },
  { ids: ["M47"], run: collected },
  { ids: ["C09"], run: chargedOnce },
  { ids: ["C09"], run: twice },
  { ids: ["M51", "M52"], run: joined },
  { ids: ["M51"], run: fundUse },
  { ids: ["C10"], run: commonParts },
  { ids: ["C29"], run: inKind },
  { ids: ["M48"], run: purposes },
];
