import { textOf } from "../../document/schemaParts.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { ZERO } from "./amounts.ts";
import { finding } from "./finding.ts";
import type { Check, Review } from "./review.ts";

/** A law by its name, an article, a numbered paper, or one of the grounds the form offers; a practice or “rules” are none. */
const LEGAL =
  /第.{1,8}条|〔\d{4}〕|《.{2,}》|招标投标法|政府采购法|\b(?:act|art(?:icle|\.)? ?\d|law of)\b|^[a-z]+(?:_[a-z]+)*_\d+$/i;

/** R-BID-1: the ground of an invited tender is one the law has. */
function legalGround(review: Review): readonly Finding[] {
  return review.facts
    .filter(({ kind }) => kind === "operator_selection")
    .flatMap((fact) => {
      const ground = fact.word("ground");
      if (ground === undefined || LEGAL.test(ground)) return [];
      const message = {
        zh: `${fact.label.zh}:法定依据写为“${ground}”,不是法律、法规规定的邀请招标情形`,
        en: `${fact.label.en}: its legal ground is “${ground}”, which no law knows`,
      };
      return [finding(review, { id: "R-BID-1", severity: "Q", pass: false, path: fact.path, message })];
    });
}

/** M69: what a public body pays for municipal services was procured, whether or not the books are kept apart. */
function municipalProcured(review: Review): readonly Finding[] {
  const integrated = review.parts.some(({ mechanism }) => mechanism === "integrated_operation");
  const awarded = review.facts.some(({ kind, holds }) => kind !== undefined && /procurement|award/.test(kind) && holds);
  if (integrated || awarded) return [];
  return review.parts.flatMap((part) =>
    part
      .rows("items")
      .filter((row) => row.word("kind") === "municipal")
      .map((row) =>
        finding(review, {
          id: "M69",
          severity: "Q",
          pass: null,
          clauses: ["taizhou-2023-draft/4(3)7"],
          path: row.path,
          message: {
            zh: `${part.label.zh} ${row.id}:财政支付的市政服务没有采购记录,无法核对是否依法采购`,
            en: `${part.label.en} ${row.id}: no record says how the municipal services were procured`,
          },
        }),
      ),
  );
}

/** R-DEBT-9 (C26): of several approvals the latest that a document bears counts, not a larger one of before or of nobody. */
function latestApproval(review: Review): readonly Finding[] {
  const all = review.facts.filter(({ kind }) => kind === "estimate_approval");
  const documented = all
    .filter(({ document, holds }) => holds && document !== undefined)
    .toSorted((a, b) => a.month - b.month);
  const last = documented.at(-1);
  const most = last?.number("totalInvestment");
  const planned = review.view.scalar("project.total_investment");
  if (last === undefined || most === undefined || all.length < 2) return [];
  return all.flatMap((fact) => {
    const amount = fact.number("totalInvestment");
    if (fact === last || amount === undefined || amount.lessThanOrEqualTo(most)) return [];
    const message = {
      zh: `${fact.label.zh} ${amountText(amount)} 元早于或未附文件,以“${last.label.zh}” ${amountText(most)} 元为准,测算投资 ${planned === undefined ? "–" : amountText(planned)} 元`,
      en: `${fact.label.en} of CNY ${amountText(amount)} is earlier or bears no document; “${last.label.en}” of CNY ${amountText(most)} counts, the plan invests CNY ${planned === undefined ? "–" : amountText(planned)}`,
    };
    return [
      finding(review, {
        id: "C26",
        severity: "Q",
        pass: false,
        numbers: { amount, approved: most, planned },
        path: fact.path,
        message,
      }),
    ];
  });
}

const SAYS_NOTHING = /^[\s\p{P}\p{S}]*$/u;

/** C04: a source that is a dot names nothing. */
function sourceSaysNothing(review: Review): readonly Finding[] {
  return review.document.components.flatMap(({ id, label, enabled, note, evidence = {} }) => {
    if (!enabled) return [];
    const texts = [note, ...Object.values(evidence).map((given) => ("document" in given ? given.document : undefined))];
    const empty = texts.some((text) => text !== undefined && text !== "" && SAYS_NOTHING.test(text));
    if (!empty) return [];
    const name = textOf(label ?? id);
    const message = { zh: `${name.zh}:来源说明没有内容`, en: `${name.en}: the source it names says nothing` };
    return [finding(review, { id: "C04", severity: "Q", pass: false, path: `components/${id}`, message })];
  });
}

/** C04: households that wait for their new homes are paid an allowance. */
function allowance(review: Review): readonly Finding[] {
  return review.parts.flatMap((part) => {
    const [households, standard] = [part.number("householdsInKind"), part.number("standard")];
    if (part.mechanism !== "compensation" || households?.greaterThan(0) !== true || standard?.greaterThan(0) === true)
      return [];
    const message = {
      zh: `${part.label.zh}:实物安置 ${households.toFixed()} 户,临时安置费标准为 0`,
      en: `${part.label.en}: ${households.toFixed()} households are resettled in kind with an allowance of 0`,
    };
    return [
      finding(review, {
        id: "C04",
        severity: "Q",
        pass: false,
        clauses: ["zhejiang-expropriation/24"],
        numbers: { households },
        path: `${part.path}/standard`,
        message,
      }),
    ];
  });
}

/** M27: what a record promises for public culture stands among the costs. */
function cultureSpent(review: Review): readonly Finding[] {
  return review.facts
    .filter(({ kind }) => kind === "public_culture")
    .flatMap((fact) => {
      const budget = fact.number("budget");
      const planned = review.parts.some((part) => part.rows("items").some((row) => row.word("kind") === "culture"));
      if (budget?.greaterThan(0) !== true || planned) return [];
      const message = {
        zh: `${fact.label.zh}写明公共文化经费 ${amountText(budget)} 元,投资中没有对应的费用`,
        en: `${fact.label.en} states CNY ${amountText(budget)} for public culture; no cost of the plan is for it`,
      };
      return [
        finding(review, {
          id: "M27",
          severity: "Q",
          pass: false,
          clauses: ["taizhou-2023-draft/4(1)3"],
          numbers: { budget },
          path: fact.path,
          message,
        }),
      ];
    });
}

/** M35: a land charge on record is a cost of the plan, and more than a token. */
function landCharge(review: Review): readonly Finding[] {
  const paid = review.total(review.withRole("cost.land.*")) ?? ZERO;
  return review.facts
    .filter(({ kind }) => kind === "added_land")
    .flatMap((fact) => {
      const charge = fact.number("landCharge");
      const free = fact.flag("insideCommunity") === true && fact.flag("publicUse") === true;
      if (free || charge?.greaterThan(0) !== true || charge.minus(paid).lessThanOrEqualTo(MONEY_TOLERANCE)) return [];
      const message = {
        zh: `${fact.label.zh}:应缴土地价款记为 ${amountText(charge)} 元,投资中土地费用 ${amountText(paid)} 元,未见对应支出`,
        en: `${fact.label.en}: a land charge of CNY ${amountText(charge)} on record, land cost of CNY ${amountText(paid)} in the plan`,
      };
      return [
        finding(review, {
          id: "M35",
          severity: "Q",
          pass: false,
          clauses: ["taizhou-2023-draft/4(5)13"],
          numbers: { charge, paid },
          path: fact.path,
          message,
        }),
      ];
    });
}

const NETTED =
  /(?:已|先|另)?(?:扣除|抵减|抵扣|冲减|扣减|净额).{0,12}(?:返还|返补|奖补|补助|奖励)|(?:返还|返补|奖补|补助|奖励).{0,12}(?:扣除|抵减|抵扣|冲减|扣减)|net of.{0,20}(?:rebate|refund|grant)|(?:rebate|refund).{0,20}(?:deducted|netted)/i;

/** R-LAND-1: neither a price that says itself net of a rebate, nor one that comes back through whoever got the rebate. */
function landMoneyReturns(review: Review): readonly Finding[] {
  const prices = review.withRole("cost.land.price");
  const named = review.document.components.flatMap(({ id, label, note, enabled }) => {
    const texts = [
      label === undefined ? "" : textOf(label).zh,
      label === undefined ? "" : textOf(label).en,
      note ?? "",
    ];
    const priced = prices.some(({ tags }) => tags["component"] === id);
    if (!enabled || !priced || !texts.some((text) => NETTED.test(text))) return [];
    const message = {
      zh: "土地价款名称或说明写明已扣减返还,价款未全额缴库",
      en: "the land price says itself that a rebate was taken off: it is not paid in full",
    };
    return [
      finding(review, {
        id: "R-LAND-1",
        severity: "R",
        pass: false,
        clauses: RECEIPTS,
        path: `components/${id}`,
        message,
      }),
    ];
  });
  const buyers = new Set(prices.flatMap(({ payer }) => payer ?? []));
  const between = new Set(
    review.withRole("support.rebate").flatMap(({ payee }) => (payee === undefined || buyers.has(payee) ? [] : [payee])),
  );
  const round = review.lines.flatMap((line) => {
    const { payer, payee, role = "" } = line;
    if (payer === undefined || payee === undefined || !between.has(payer) || !buyers.has(payee)) return [];
    if (!/^(revenue\.other|contribution\.|support\.)/.test(role) || review.total([line])?.greaterThan(0) !== true)
      return [];
    const message = {
      zh: `${line.label.zh}:土地返还经“${payer}”转回受让人,属先征后返`,
      en: `${line.label.en}: the rebate comes back to the buyer of the land through “${payer}”`,
    };
    return [finding(review, { id: "R-LAND-1", severity: "R", pass: false, clauses: RECEIPTS, path: line.id, message })];
  });
  return [...named, ...round];
}

const RECEIPTS = ["national-law/land-receipts"];

export const groundsGiven: readonly Check[] = [
  { ids: ["R-BID-1"], run: legalGround },
  { ids: ["M69"], run: municipalProcured },
  { ids: ["C26"], run: latestApproval },
  { ids: ["C04"], run: sourceSaysNothing },
  { ids: ["C04"], run: allowance },
  { ids: ["M27"], run: cultureSpent },
  { ids: ["M35"], run: landCharge },
  { ids: ["R-LAND-1"], run: landMoneyReturns },
];
