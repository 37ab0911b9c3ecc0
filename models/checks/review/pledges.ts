import type { Decimal } from "decimal.js";
import { text } from "../../wording/text.ts";
import { answer, lacks } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import type { Fact } from "./facts.ts";
import { incomeLines, incomeNamed, isUnderstood, type NamedIncome, sameIncome } from "./incomes.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { said } from "./sides.ts";

const REPAID = ["national-law/budget-35(2)"];

export const bondParts = ({ parts }: Review): readonly Part[] => parts.filter((part) => part.plays("coverage.service"));

interface Pledge {
  readonly fact: Fact;
  readonly income: NamedIncome;
  readonly creditor: string;
}

const pledgesOf = (review: Review): readonly Pledge[] =>
  review.records("pledge").map((fact) => ({
    fact,
    income: incomeNamed(review, fact.word("income") ?? fact.label.zh),
    creditor: creditorOf(review, fact.word("creditor") ?? fact.id),
  }));

const BONDHOLDERS = /专项债|债券|bond/i;
const OTHER_CREDITOR = /银行|信托|租赁|保险|资管|基金|公司|\bbank|trust|leas(?:e|ing)|insur/i;

/** Who the income is pledged to; a bond by its name, its issuer or its holders is the bond itself where the file has one. */
function creditorOf(review: Review, word: string): string {
  const bonds = bondParts(review);
  const named = bonds.find(({ id, label }) => word === id || word === label.zh || word === label.en);
  const [only, ...more] = bonds;
  if (named !== undefined || only === undefined || more.length > 0) return named?.id ?? word;
  const issuer = only.word("issuer");
  const { zh, en } = review.partyName(issuer);
  const isIssuer = issuer !== undefined && [issuer, zh, en].includes(word);
  return isIssuer || (BONDHOLDERS.test(word) && !OTHER_CREDITOR.test(word)) ? only.id : word;
}

const pledged = ({ fact, income, creditor }: Pledge) => said(text(`“${income.text}”质押给`, `“${income.text}” is pledged to`), creditor, fact.path);

/** Pledges of the same income to somebody else, by whatever name. */
const doubled = (pledges: readonly Pledge[]): readonly Judged[] =>
  pledges.flatMap((pledge, index) => {
    const earlier = pledges.slice(0, index).find((other) => other.creditor !== pledge.creditor && sameIncome(other.income, pledge.income));
    if (earlier === undefined) return [];
    return [{ answer: answer(false, pledged(earlier), pledged(pledge)), path: pledge.fact.path, fails: text("是同一收入", "it is the same income") }];
  });

/** Other debt the file itself enters on the income of a bond. */
function elsewhere(part: Part): readonly Judged[] {
  const also: Decimal | undefined = part.number("pledgedElsewhere");
  if (also?.greaterThan(0) !== true) return [];
  return [
    {
      about: part.label,
      answer: answer(false, part.side("pledgedElsewhere")),
      path: part.at("pledgedElsewhere"),
      fails: text("同一收入另行担保其他债务", "the same income also secures other debt"),
    },
  ];
}

/** What repays a bond is not pledged to others: all income of its borrower, or only that which stands behind it where it says so. */
function besideBond(review: Review, part: Part, pledges: readonly Pledge[]): readonly Judged[] {
  const holder = part.word("holder");
  const own = incomeLines(review).filter(({ payee }) => payee === part.word("borrower"));
  const rows = part.rows("pledged");
  const behind = (income: NamedIncome): boolean =>
    rows.length === 0
      ? income.all || own.some(({ id }) => income.lines.has(id))
      : rows.some((row) => own.some((line) => income.lines.has(line.id) && isOf(line, row.word("income"), row.word("product"))));
  return pledges
    .filter(({ creditor, income }) => creditor !== part.id && creditor !== holder && behind(income))
    .map((pledge) => ({
      answer: answer(false, said(text("偿还债券的收入", "income that repays the bond"), part.label, part.path), pledged(pledge)),
      path: pledge.fact.path,
      fails: text("偿还债券的收入又质押给他人", "what repays the bond is pledged to another as well"),
    }));
}

const isOf = (
  { role, tags }: { readonly role?: string | undefined; readonly tags: Readonly<Record<string, unknown>> },
  income: string | undefined,
  product: string | undefined,
): boolean => role?.replaceAll(".", "_") === income && (product === undefined || tags["product"] === product);

/** C28: the same income does not stand behind two debts, by whatever name; a pledge whose income nobody can tell is not found to be single. */
const single = check({
  ids: ["C28"],
  severity: "R",
  clauses: REPAID,
  of: (review) => (bondParts(review).length === 0 && review.records("pledge").length === 0 ? [] : [review]),
  none: text("没有专项债,也没有收益质押记录,不适用", "neither a bond nor a pledge on record: does not apply"),
  judge: (review): readonly Judged[] => {
    const pledges = pledgesOf(review);
    const bonds = bondParts(review);
    const found = [...doubled(pledges), ...bonds.flatMap((part) => [...elsewhere(part), ...besideBond(review, part, pledges)])];
    const unclear = pledges
      .filter(({ income }) => !isUnderstood(income))
      .map(
        ({ fact, income }): Judged => ({
          severity: "Q",
          answer: lacks(text(`“${income.text}”指哪一笔收入的说明`, `which income “${income.text}” is`), fact.path),
        }),
      );
    // What a bond says is pledged to it is its own word until the pledge is on record.
    const unproved = bonds
      .filter((part) => part.rows("pledged").length > 0 && !pledges.some(({ creditor }) => creditor === part.id))
      .map(
        (part): Judged => ({
          about: part.label,
          answer: lacks(text("所列质押收益的质押记录", "a record of the pledge of what it lists as pledged"), part.at("pledged")),
          path: part.at("pledged"),
        }),
      );
    if (found.length + unclear.length + unproved.length > 0) return [...found, ...unclear, ...unproved];
    const entered = bonds.filter((part) => part.has("pledgedElsewhere"));
    if (pledges.length === 0 && entered.length === 0) return [{ answer: lacks(text("收益质押记录", "a record of what income is pledged"), "records") }];
    return [{ answer: answer(true, ...pledges.map(pledged), ...entered.map((part) => part.side("pledgedElsewhere"))) }];
  },
});

const MORTGAGE = /抵押|mortgage/i;

/** C27: what is mortgaged has its title by then. */
const mortgages = check({
  ids: ["C27"],
  severity: "Q",
  of: (review) => pledgesOf(review).filter(({ fact }) => MORTGAGE.test(`${fact.label.zh} ${fact.label.en} ${fact.document ?? ""}`)),
  none: text("无抵押记录,不适用", "no mortgage on record: does not apply"),
  judge: ({ fact, income }, review) => {
    const title = review.records("title").find((one) => {
      const product = one.word("product");
      const same = product === undefined || product === income.text || sameIncome(incomeNamed(review, product), income);
      return one.holds && same && one.month <= fact.month;
    });
    return {
      about: fact.label,
      answer: answer(
        title !== undefined,
        said(text("抵押", "mortgaged"), review.monthText(fact.month), fact.path),
        said(text("此前的产权登记", "title before it"), title?.label ?? text("无", "none"), title?.path ?? "records"),
      ),
      path: fact.path,
    };
  },
});

export const pledges: readonly Check[] = [single, mortgages];
