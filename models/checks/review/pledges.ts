import type { Text } from "../../wording/text.ts";
import type { Finding } from "../findings.ts";
import type { Fact } from "./facts.ts";
import { finding } from "./finding.ts";
import { incomeLines, incomeNamed, isUnderstood, type NamedIncome, sameIncome } from "./incomes.ts";
import type { Part } from "./parts.ts";
import type { Check, Review } from "./review.ts";

const BONDS = ["national-law/special-bonds"];

export const bondParts = ({ parts }: Review): readonly Part[] =>
  parts.filter((part) => part.plays(/^coverage\.service$/));

interface Pledge {
  readonly fact: Fact;
  readonly income: NamedIncome;
  readonly creditor: string;
}

function pledgesOf(review: Review): readonly Pledge[] {
  return review.facts
    .filter(({ kind }) => kind === "pledge")
    .map((fact) => ({
      fact,
      income: incomeNamed(review, fact.word("income") ?? fact.label.zh),
      creditor: fact.word("creditor") ?? fact.id,
    }));
}

/** C28: the same income does not stand behind two debts, by whatever name. */
function twice(review: Review): readonly Finding[] {
  const pledges = pledgesOf(review);
  const found = [
    ...pledges.flatMap((pledge, index) => {
      const earlier = pledges
        .slice(0, index)
        .find((other) => other.creditor !== pledge.creditor && sameIncome(other.income, pledge.income));
      return earlier === undefined
        ? []
        : [
            doubled(review, pledge.fact.path, {
              zh: `“${earlier.income.text}”与“${pledge.income.text}”是同一收入,质押给“${earlier.creditor}”和“${pledge.creditor}”两个债权人`,
              en: `“${earlier.income.text}” and “${pledge.income.text}” are the same income, pledged to “${earlier.creditor}” and “${pledge.creditor}”`,
            }),
          ];
    }),
    ...bondParts(review).flatMap((part) => [...elsewhere(review, part), ...besideBond(review, part, pledges)]),
  ];
  if (found.length > 0) return found;
  return [
    finding(review, {
      id: "C28",
      severity: "R",
      pass: true,
      clauses: BONDS,
      path: "",
      message: { zh: "未见同一收益重复质押", en: "no income is pledged twice" },
    }),
  ];
}

function doubled(review: Review, path: string, message: Text): Finding {
  return finding(review, { id: "C28", severity: "R", pass: false, clauses: BONDS, path, message });
}

/** Other debt the file itself enters on the income of a bond. */
function elsewhere(review: Review, part: Part): readonly Finding[] {
  const alsoPledged = part.number("pledgedElsewhere");
  if (alsoPledged?.greaterThan(0) !== true) return [];
  return [
    finding(review, {
      id: "C28",
      severity: "R",
      pass: false,
      clauses: BONDS,
      numbers: { alsoPledged },
      path: `${part.path}/pledgedElsewhere`,
      message: {
        zh: `${part.label.zh}:同一收入另行担保其他债务`,
        en: `${part.label.en}: the same income also secures other debt`,
      },
    }),
  ];
}

/** What repays a bond is not pledged to others: all income of its borrower, or only that which stands behind it where it says so. */
function besideBond(review: Review, part: Part, pledges: readonly Pledge[]): readonly Finding[] {
  const holder = part.word("holder");
  const own = incomeLines(review).filter(({ payee }) => payee === part.word("borrower"));
  const rows = part.rows("pledged");
  const behind = (income: NamedIncome): boolean =>
    rows.length === 0
      ? income.all || own.some(({ id }) => income.lines.has(id))
      : rows.some((row) =>
          own.some((line) => income.lines.has(line.id) && isOf(line, row.word("income"), row.word("product"))),
        );
  return pledges
    .filter(({ creditor, income }) => creditor !== holder && behind(income))
    .map(({ fact, income, creditor }) =>
      doubled(review, fact.path, {
        zh: `偿还“${part.label.zh}”的“${income.text}”又质押给“${creditor}”`,
        en: `“${income.text}”, which repays “${part.label.en}”, is pledged to “${creditor}” as well`,
      }),
    );
}

const isOf = (
  { role, tags }: { readonly role?: string | undefined; readonly tags: Readonly<Record<string, unknown>> },
  income: string | undefined,
  product: string | undefined,
): boolean => role?.replaceAll(".", "_") === income && (product === undefined || tags["product"] === product);

/** C28: a pledge whose income nobody can tell is not found to be single. */
function unclear(review: Review): readonly Finding[] {
  return pledgesOf(review)
    .filter(({ income }) => !isUnderstood(income))
    .map(({ fact, income }) =>
      finding(review, {
        id: "C28",
        severity: "Q",
        pass: null,
        clauses: BONDS,
        path: fact.path,
        message: {
          zh: `“${income.text}”指哪一笔收入无法判断,不能核对是否重复质押`,
          en: `which income “${income.text}” is cannot be told, nor whether it is pledged twice`,
        },
      }),
    );
}

const MORTGAGE = /抵押|mortgage/i;

/** C27: what is mortgaged has its title by then. */
function mortgages(review: Review): readonly Finding[] {
  const titles = review.facts.filter(({ kind, holds }) => kind === "title" && holds);
  return pledgesOf(review)
    .filter(({ fact }) => MORTGAGE.test(`${fact.label.zh} ${fact.label.en} ${fact.document ?? ""}`))
    .map(({ fact, income }) => {
      const of = titles.filter((title) => {
        const product = title.word("product");
        return product === undefined || product === income.text || sameIncome(incomeNamed(review, product), income);
      });
      const pass = of.some(({ month }) => month <= fact.month);
      return finding(review, {
        id: "C27",
        severity: "Q",
        pass,
        path: fact.path,
        message: pass
          ? { zh: `${fact.label.zh}:抵押前已有产权登记`, en: `${fact.label.en}: titled before it is mortgaged` }
          : {
              zh: `${fact.label.zh}:抵押时“${income.text}”尚无产权登记`,
              en: `${fact.label.en}: “${income.text}” has no title when it is mortgaged`,
            },
      });
    });
}

export const pledges: readonly Check[] = [
  { ids: ["C28"], run: twice },
  { ids: ["C28"], run: unclear },
  { ids: ["C27"], run: mortgages },
];
