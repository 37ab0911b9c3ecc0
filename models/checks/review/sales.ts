import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import type { Finding } from "../findings.ts";
import { cumulate, ZERO } from "./amounts.ts";
import { finding, notApplicable, percent, plus } from "./finding.ts";
import type { Part } from "./parts.ts";
import { type Check, firstPositive, type Review } from "./review.ts";

const CAP = ["jinhua-2020/3(3)", "jinhua-2020/1(2)3"];
const PRESALE = ["national-law/real-estate-45"];

const saleParts = ({ parts }: Review): readonly Part[] => parts.filter((part) => part.plays(/^sale\.contract$/));

/** A price or rent asked for, against its cap. */
export function capped(
  review: Review,
  part: Part,
  names: { readonly id: string; readonly price: string; readonly cap: string; readonly what: Text },
): readonly Finding[] {
  const { id, price, cap, what } = names;
  const [asked, limit] = [`${price}_exvat`, "cap_exvat"].map((line) => review.view.scalar(`${part.id}.${line}`));
  if (asked === undefined) return [];
  if (limit === undefined)
    return [
      finding(review, {
        id,
        severity: "R",
        pass: null,
        clauses: CAP,
        path: `${part.path}/${cap}`,
        message: {
          zh: `${part.label.zh}:未填写${what.zh}限价`,
          en: `${part.label.en}: no cap of the ${what.en} is entered`,
        },
      }),
    ];
  const pass = asked.lessThanOrEqualTo(limit);
  return [
    finding(review, {
      id,
      severity: "R",
      pass,
      clauses: CAP,
      numbers: { asked, cap: limit },
      path: `${part.path}/${price}`,
      message: plus(
        {
          zh: `${part.label.zh}:${what.zh}(不含税)${amountText(asked)},限价 ${amountText(limit)}`,
          en: `${part.label.en}: ${what.en} ex VAT ${amountText(asked)}, cap ${amountText(limit)}`,
        },
        !pass,
        ";测算已按限价计",
        "; the computation uses the cap",
      ),
    }),
  ];
}

/** C11 (M09, M41): price within its cap. */
function prices(review: Review): readonly Finding[] {
  const parts = saleParts(review);
  if (parts.length === 0)
    return [notApplicable(review, "C11", "R", { zh: "无销售,不适用", en: "nothing is sold: does not apply" })];
  return parts.flatMap((part) =>
    capped(review, part, { id: "C11", price: "price", cap: "priceCap", what: { zh: "售价", en: "price" } }),
  );
}

/** C11 (M58): money for homes not yet built comes only after the share of works the law asks for, and a permit. */
function presale(review: Review): readonly Finding[] {
  const ratio = review.parameter("presale_invested_ratio");
  return saleParts(review).flatMap((part) => {
    if (part.word("mode") !== "presale") return [];
    const spending = review.lines.find(({ id }) => id === `${part.id}.construction`);
    const works = spending === undefined ? undefined : review.series([spending]);
    const first = firstPositive(review.series(part.lines.filter(({ role }) => role === "area.sold")));
    const handover = part.month("handover");
    const permit = review.facts.find(({ id, holds }) => id === part.word("presalePermit") && holds);
    const spent = works === undefined ? undefined : cumulate(works);
    const share =
      first < 0 || spent === undefined || spent.at(-1)?.isZero() !== false
        ? undefined
        : spent[first]?.div(spent.at(-1) ?? ZERO);
    const early = ratio !== undefined && share?.lessThan(ratio) === true;
    const pass = permit !== undefined && !early && handover !== undefined;
    const message =
      permit === undefined
        ? {
            zh: `${part.label.zh}:预售没有成立的预售许可记录`,
            en: `${part.label.en}: presale without a permit on record that holds`,
          }
        : {
            zh: `${part.label.zh}:首次预售时工程投入 ${share === undefined ? "—" : percent(share)},要求 ${ratio === undefined ? "—" : percent(ratio)}`,
            en: `${part.label.en}: works spent at the first presale ${share === undefined ? "–" : percent(share)}, required ${ratio === undefined ? "–" : percent(ratio)}`,
          };
    return [
      finding(review, {
        id: "C11",
        severity: "R",
        pass,
        clauses: PRESALE,
        numbers: { invested: share, required: ratio },
        path: pass ? permit.path : `${part.path}/presalePermit`,
        message,
      }),
      supervised(review, part),
    ];
  });
}

function supervised(review: Review, part: Part): Finding {
  const pass = part.has("retention");
  const message = pass
    ? {
        zh: `${part.label.zh}:预售款留存监管账户`,
        en: `${part.label.en}: presale money is kept in a supervised account`,
      }
    : {
        zh: `${part.label.zh}:未填写预售资金监管留存比例`,
        en: `${part.label.en}: no share of presale money is kept in a supervised account`,
      };
  return finding(review, {
    id: "C11",
    severity: "Q",
    pass,
    clauses: PRESALE,
    numbers: { retention: part.number("retention") },
    path: `${part.path}/retention`,
    message,
  });
}

/** C11: receipts no sale component computes must not come before a quarter of the works either. */
function otherReceipts(review: Review): readonly Finding[] {
  const computed = new Set(saleParts(review).map(({ id }) => id));
  const ratio = review.parameter("presale_invested_ratio");
  const works = review.series(review.withRole("cost.works.*"));
  if (ratio === undefined || works === undefined) return [];
  const spent = cumulate(works);
  const all = spent.at(-1) ?? ZERO;
  return review
    .withRole("sale.receipt")
    .filter(({ tags }) => tags["crosses"] === "in" && !computed.has(String(tags["component"] ?? "")))
    .flatMap((line) => {
      const first = firstPositive(review.series([line]));
      if (first < 0 || all.isZero()) return [];
      const share = (spent[first] ?? ZERO).div(all);
      const pass = share.greaterThanOrEqualTo(ratio);
      const label = review.view.periodLabels[first] ?? "";
      return [
        finding(review, {
          id: "C11",
          severity: "R",
          pass,
          clauses: PRESALE,
          numbers: { invested: share, required: ratio },
          path: line.id,
          message: {
            zh: `${line.label.zh}:${label} 已有销售回款,工程投入仅 ${percent(share)}`,
            en: `${line.label.en}: receipts in ${label} with works spent at ${percent(share)}`,
          },
        }),
      ];
    });
}

/** C11: no more is sold in a period than the market was said to absorb, and all receipts stand on contracts. */
function pace(review: Review): readonly Finding[] {
  return saleParts(review).flatMap((part) => {
    const of = (role: string) => review.total(part.lines.filter((line) => line.role === role));
    const [sold, offered] = [of("area.sold"), review.view.scalar(`${part.id}.area_offered`)];
    const [receipts, contracts] = [of("sale.receipt"), of("sale.contract")];
    if (sold === undefined || offered === undefined || receipts === undefined || contracts === undefined) return [];
    const pass = sold.lessThanOrEqualTo(offered) && receipts.minus(contracts).lessThanOrEqualTo(MONEY_TOLERANCE);
    return [
      finding(review, {
        id: "C11",
        severity: "R",
        pass,
        numbers: { sold, offered, receipts, contracts },
        path: `${part.path}/absorption`,
        message: {
          zh: `${part.label.zh}:售出 ${amountText(sold)} ㎡,可售 ${amountText(offered)} ㎡;回款 ${amountText(receipts)} 元,签约 ${amountText(contracts)} 元`,
          en: `${part.label.en}: ${amountText(sold)} of ${amountText(offered)} ㎡ sold; receipts CNY ${amountText(receipts)} on contracts of CNY ${amountText(contracts)}`,
        },
      }),
    ];
  });
}

/** M79: a discount for recruited talent names who makes it good. */
function talent(review: Review): readonly Finding[] {
  const recorded = review.facts
    .filter(({ kind }) => kind === "talent_discount")
    .map((fact) => ({ label: fact.label, path: fact.path, payer: fact.word("payer"), amount: fact.number("amount") }));
  const given = review.parts
    .filter((part) => part.has("talentShare") && part.has("talentDiscount"))
    .map((part) => ({
      label: part.label,
      path: `${part.path}/talentPayer`,
      payer: part.word("talentPayer"),
      amount: review.total(part.lines.filter(({ id }) => id.endsWith(".talent_discount"))),
    }));
  return [...recorded, ...given].map(({ label, path, payer, amount }) => {
    const pass = review.partyRole(payer) !== undefined;
    const message = pass
      ? { zh: `${label.zh}:优惠由“${payer ?? ""}”补偿`, en: `${label.en}: made good by “${payer ?? ""}”` }
      : {
          zh: `${label.zh}:未写明补偿方(须为本文件的参与方),损失由项目承担`,
          en: `${label.en}: no party of the file makes it good, so the project bears it`,
        };
    return finding(review, {
      id: "M79",
      severity: "Q",
      pass,
      clauses: ["jinhua-2020/3(6)"],
      numbers: { amount },
      path,
      message,
    });
  });
}

export const sales: readonly Check[] = [
  { ids: ["C11"], run: prices },
  { ids: ["C11"], run: presale },
  { ids: ["C11"], run: otherReceipts },
  { ids: ["C11"], run: pace },
  { ids: ["M79"], run: talent },
];
