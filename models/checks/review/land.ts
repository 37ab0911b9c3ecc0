import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { ZERO } from "./amounts.ts";
import { finding, notApplicable, plus } from "./finding.ts";
import { type Check, firstPositive, type Review } from "./review.ts";
import { documentOf } from "./support.ts";
import { unproven, unprovenMessage } from "./unproven.ts";

const REBATE = ["jinhua-2020/3(3)", "national-law/land-receipts"];
const RECEIPTS = ["national-law/land-receipts"];

const rebateLines = (review: Review) => review.withRole("support.rebate");
const priceLines = (review: Review) =>
  review.withRole("land.gross", "cost.land.price").filter(({ payer }) => payer !== undefined);

/** C08 (M38): city level only, of net proceeds, approved, after the land price was paid. */
function rebate(review: Review): readonly Finding[] {
  const lines = rebateLines(review);
  const [first] = lines;
  if (first === undefined)
    return [notApplicable(review, "C08", "R", { zh: "无计提返还,不适用", en: "no rebate: does not apply" }, REBATE)];
  return [...level(review), ...base(review), ...approval(review), ...lag(review)];
}

function level(review: Review): readonly Finding[] {
  return rebateLines(review).map((line) => {
    const role = review.partyRole(line.payer);
    const pass = role === "city";
    const message = pass
      ? { zh: `${line.label.zh}由市级财政支出`, en: `${line.label.en} is paid by the city` }
      : {
          zh: `${line.label.zh}不是市级财政支出:只有市级计提部分可返还`,
          en: `${line.label.en} is not paid by the city: only the city's set-aside may be returned`,
        };
    return finding(review, { id: "C08", severity: "R", pass, clauses: REBATE, path: line.id, message });
  });
}

/** The base of the city's set-aside is stated and net: on gross receipts the figure is a multiple of the right one. */
function base(review: Review): readonly Finding[] {
  const cascades = review.parts.filter((part) => part.plays(/^land\.city_accrual$/));
  const [first] = cascades;
  if (first === undefined)
    return [
      finding(review, {
        id: "C08",
        severity: "R",
        pass: false,
        clauses: REBATE,
        path: rebateLines(review)[0]?.id ?? "",
        message: { zh: "计提返还没有土地出让收入分配作为来源", en: "the rebate has no land cascade it comes from" },
      }),
    ];
  return cascades.map((part) => {
    const word = part.word("cityBase");
    const pass = word !== "gross";
    const [net, accrual] = [`${part.id}.net_total`, `${part.id}.city_total`].map((id) => review.view.scalar(id));
    const message = pass
      ? {
          zh: `${part.label.zh}:市级计提以出让收益(净)为基数`,
          en: `${part.label.en}: the city set-aside is reckoned on net proceeds`,
        }
      : {
          zh: `${part.label.zh}:市级计提以出让价款(毛)为基数,政策为“收益”`,
          en: `${part.label.en}: the city set-aside is reckoned on gross receipts, the rule says proceeds`,
        };
    return finding(review, {
      id: "C08",
      severity: "R",
      pass,
      clauses: REBATE,
      numbers: { net, accrual },
      path: `${part.path}/cityBase`,
      message,
    });
  });
}

function approval(review: Review): readonly Finding[] {
  return review.parts
    .filter((part) => part.plays(/^support\.rebate$/))
    .map((part) => {
      const amount = review.total(part.lines.filter(({ role }) => role === "support.rebate")) ?? ZERO;
      const behind = documentOf(review, part, ["approval"]);
      const lost = unproven(review, part);
      const counted = amount.greaterThan(0);
      const pass = counted ? behind !== undefined : lost.greaterThan(0) ? false : null;
      const message =
        pass === false && !counted
          ? unprovenMessage(part, lost)
          : pass === null
            ? { zh: `${part.label.zh}:本情景未计入`, en: `${part.label.en}: not counted in this scenario` }
            : pass
              ? {
                  zh: `${part.label.zh}:计入 ${amountText(amount)} 元,批复“${behind ?? ""}”`,
                  en: `${part.label.en}: CNY ${amountText(amount)} counted, approval “${behind ?? ""}”`,
                }
              : {
                  zh: `${part.label.zh}:计入 ${amountText(amount)} 元而无预算批复`,
                  en: `${part.label.en}: CNY ${amountText(amount)} counted without an approval`,
                };
      return finding(review, {
        id: "C08",
        severity: "R",
        pass,
        clauses: REBATE,
        numbers: { amount },
        path: `${part.path}/approval`,
        message,
      });
    });
}

function lag(review: Review): readonly Finding[] {
  const [paid, returned] = [
    firstPositive(review.series(review.withRole("land.gross"))),
    firstPositive(review.series(rebateLines(review))),
  ];
  if (paid < 0 || returned < 0) return [];
  const months = (returned - paid) * review.timeline.stepMonths;
  const pass = months >= 12;
  const message = plus(
    { zh: `首笔返还在缴纳地价后 ${months} 个月`, en: `the first rebate comes ${months} months after the land price` },
    !pass,
    ",须进入下一预算年度",
    ": it belongs to a later budget year",
  );
  return [
    finding(review, {
      id: "C08",
      severity: "R",
      pass,
      clauses: REBATE,
      numbers: { monthsAfter: ZERO.plus(months) },
      path: rebateLines(review)[0]?.id ?? "",
      message,
    }),
  ];
}

/** R-LAND-1: the price goes to the treasury in full; nothing of it comes back to whoever paid it. */
function refund(review: Review): readonly Finding[] {
  const buyers = new Map(priceLines(review).map((line) => [line.payer, line]));
  const line = rebateLines(review).find(({ payee }) => buyers.has(payee));
  const netted = priceLines(review).find((price) => review.series([price])?.some((value) => value.isNegative()));
  const pass = line === undefined && netted === undefined;
  const message = pass
    ? { zh: "地价全额缴库,返还不给受让人", en: "the land price is paid in full and nothing returns to its buyer" }
    : line === undefined
      ? {
          zh: `${netted?.label.zh ?? ""}出现负数:以返还冲减地价`,
          en: `${netted?.label.en ?? ""} is negative: a rebate is netted against the price`,
        }
      : {
          zh: `${line.label.zh}付给了土地受让人,属先征后返`,
          en: `${line.label.en} goes to the buyer of the land: price collected and returned`,
        };
  return [
    finding(review, {
      id: "R-LAND-1",
      severity: "R",
      pass,
      clauses: RECEIPTS,
      path: line?.id ?? netted?.id ?? "",
      message,
    }),
  ];
}

/** C08: the district's remainder; negative when the shares exceed the net proceeds. */
function remainder(review: Review): readonly Finding[] {
  return review.withRole("land.rest").flatMap((line) => {
    const rest = review.total([line]);
    if (rest === undefined) return [];
    const pass = !rest.isNegative();
    const message = plus(
      { zh: `${line.label.zh} ${amountText(rest)} 元`, en: `${line.label.en} CNY ${amountText(rest)}` },
      !pass,
      ",各级计提超过出让收益",
      ": the set-asides exceed the net proceeds",
    );
    return [finding(review, { id: "C08", severity: "Q", pass, numbers: { rest }, path: line.id, message })];
  });
}

/** M32, M35: building on spare land needs the plan, a consultation and its green back; no extra price while it serves the public inside the community. */
function addedLand(review: Review): readonly Finding[] {
  return review.facts
    .filter(({ kind }) => kind === "added_land")
    .flatMap((fact) => {
      const [lost, back] = [fact.number("greenLost") ?? ZERO, fact.number("greenReplaced") ?? ZERO];
      const allowed =
        fact.flag("planCompliant") === true && fact.flag("consulted") === true && back.greaterThanOrEqualTo(lost);
      const free = fact.flag("insideCommunity") === true && fact.flag("publicUse") === true;
      const charged = fact.number("landCharge")?.greaterThan(0) === true;
      const clauses = ["taizhou-2023-draft/4(5)13"];
      return [
        finding(review, {
          id: "M32",
          severity: "R",
          pass: allowed,
          clauses,
          numbers: { greenLost: lost, greenReplaced: back },
          path: fact.path,
          message: allowed
            ? {
                zh: `${fact.label.zh}:符合规划、已征求意见、绿地已补足`,
                en: `${fact.label.en}: within the plan, consulted, green replaced`,
              }
            : {
                zh: `${fact.label.zh}:须符合规划、征求利害关系人意见并补足占用绿地`,
                en: `${fact.label.en}: needs the plan, a consultation, and the green it takes replaced`,
              },
        }),
        finding(review, {
          id: "M35",
          severity: "R",
          pass: free || charged,
          clauses,
          numbers: { landCharge: fact.number("landCharge") },
          path: fact.path,
          message: free
            ? {
                zh: `${fact.label.zh}:社区内公共服务用途,可不增收土地价款`,
                en: `${fact.label.en}: public use inside the community, no extra land price`,
              }
            : charged
              ? {
                  zh: `${fact.label.zh}:不在免收范围,已计土地价款`,
                  en: `${fact.label.en}: outside the waiver, the land price is entered`,
                }
              : {
                  zh: `${fact.label.zh}:不在社区内或改作他用,须填写应缴土地价款`,
                  en: `${fact.label.en}: outside the community or not public: enter the land price`,
                },
        }),
      ];
    });
}

/** M36: a quota is no cash of the project without a written transfer. */
function quota(review: Review): readonly Finding[] {
  return review.facts
    .filter(({ kind }) => kind === "land_quota")
    .map((fact) => {
      const pass = fact.flag("transferAgreement") === true ? true : null;
      const message = pass
        ? { zh: `${fact.label.zh}:有书面转让协议`, en: `${fact.label.en}: with a written transfer` }
        : {
            zh: `${fact.label.zh}:无书面转让协议,不计入资金来源`,
            en: `${fact.label.en}: without a written transfer it is no source of money`,
          };
      return finding(review, {
        id: "M36",
        severity: "N",
        pass,
        clauses: ["taizhou-2023-draft/4(5)13"],
        numbers: { value: fact.number("value") },
        path: fact.path,
        message,
      });
    });
}

/** M37: the binding list of a land purchase is delivered. */
function bindingList(review: Review): readonly Finding[] {
  return review.parts
    .filter((part) => part.rows("obligations").some((row) => row.has("due")))
    .flatMap((part) => {
      const missing = review.view.scalar(`${part.id}.undelivered`);
      if (missing === undefined) return [];
      const row = part
        .rows("obligations")
        .find((one) => one.word("kind") === "binding" && one.number("delivered")?.isZero() === true);
      const pass = missing.isZero();
      const message = pass
        ? { zh: `${part.label.zh}:约束性清单均已交付`, en: `${part.label.en}: the binding list is delivered` }
        : {
            zh: `${part.label.zh}:${missing.toFixed()} 项约束性内容未交付`,
            en: `${part.label.en}: ${missing.toFixed()} binding items are not delivered`,
          };
      return [
        finding(review, {
          id: "M37",
          severity: "R",
          pass,
          clauses: ["jinhua-2020/1(2)3", "taizhou-2023-draft/4(3)7"],
          numbers: { missing },
          path: row?.path ?? part.path,
          message,
        }),
      ];
    });
}

/** M37: obligations of a signed land-sale scheme are delivered. */
function scheme(review: Review): readonly Finding[] {
  return review.facts
    .filter(({ kind }) => kind === "scheme_obligation")
    .map((fact) => {
      const signed = fact.flag("signed") === true;
      const pass = fact.flag("delivered") === true ? true : signed ? false : null;
      const message = pass
        ? { zh: `${fact.label.zh}:已履行`, en: `${fact.label.en}: delivered` }
        : signed
          ? {
              zh: `${fact.label.zh}:带方案出让义务未履行`,
              en: `${fact.label.en}: a signed obligation is not delivered`,
            }
          : { zh: `${fact.label.zh}:尚未签约`, en: `${fact.label.en}: not signed yet` };
      // A signed scheme is the project's own approval; before that the policy only suggests it.
      return finding(review, {
        id: "M37",
        severity: signed ? "R" : "Q",
        pass,
        ...(signed ? {} : { clauses: ["jinhua-2020/1(2)3", "taizhou-2023-draft/4(3)7"] }),
        numbers: { cost: fact.number("cost") },
        path: fact.path,
        message,
      });
    });
}

export const land: readonly Check[] = [
  { ids: ["C08"], run: rebate },
  { ids: ["C08"], run: remainder },
  { ids: ["R-LAND-1"], run: refund },
  { ids: ["M32", "M35"], run: addedLand },
  { ids: ["M36"], run: quota },
  { ids: ["M37"], run: scheme },
  { ids: ["M37"], run: bindingList },
];
