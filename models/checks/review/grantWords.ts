import { specialBond } from "../../mechanisms/capital/specialBond.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import { cityRebate } from "../../mechanisms/land/cityRebate.ts";
import { donation } from "../../mechanisms/residents/donation.ts";
import { performanceGrant } from "../../mechanisms/support/performanceGrant.ts";
import { specialGrant } from "../../mechanisms/support/specialGrant.ts";
import { text } from "../../wording/text.ts";
import { deniesGrant } from "../paperWords.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { said } from "./sides.ts";
import { type Passage, passages } from "./words/passages.ts";
import { plainText, sentencesOf } from "./words/sentences.ts";

interface Money {
  readonly id: string;
  readonly mechanism: Mechanism;
  readonly clauses: readonly string[];
  /** What sentences about the whole file call it. */
  readonly called: RegExp;
}

const BUDGET = ["national-law/budget-13"];
const MONEY: readonly Money[] = [
  { id: "C07", mechanism: specialGrant, clauses: BUDGET, called: /(?<!以奖代)补助|配套资金|补贴资金/ },
  { id: "C07", mechanism: performanceGrant, clauses: BUDGET, called: /以奖代补|奖补|奖励资金/ },
  { id: "C08", mechanism: cityRebate, clauses: BUDGET, called: /计提[^,。]{0,6}返还|返还资金/ },
  { id: "C07", mechanism: donation, clauses: [], called: /捐赠|捐款/ },
  { id: "C14", mechanism: specialBond, clauses: ["national-law/special-bonds"], called: /专项债|债券额度|债券/ },
];

/** What says that the money is left out, or speaks of another scenario. */
const LEFT_OUT = /[未不](?:予|再|作)?(?:计入|列入|计列|作为|纳入)|情景|敏感|比选|假设/;
const FROM = /中央|省|市|区|县/g;

/** Whether the plan counts money as granted that its own status says is: applied for is counted by nobody. */
const isGranted = (part: Part): boolean => part.word("status") === "approved" || part.word("status") === "received";

interface Told extends Passage {
  readonly part: Part;
}

/** Sentences that say of money the plan counts as granted that it is not: in its name and evidence, or anywhere in the notes. */
function toldOf(review: Review, { mechanism, called }: Money): readonly Told[] {
  const granted = review.partsOf(mechanism).filter(isGranted);
  const denying = ({ path, text: written }: Passage): readonly Passage[] =>
    sentencesOf(written).flatMap((sentence) => (deniesGrant(sentence) && !LEFT_OUT.test(plainText(sentence)) ? [{ path, text: sentence }] : []));
  const own = granted.flatMap((part) => {
    const spec = review.document.components.find(({ id }) => id === part.id);
    const written = passages({ label: spec?.label, evidence: spec?.evidence }, `components/${part.id}`);
    return written.flatMap(denying).map((told) => ({ ...told, part }));
  });
  const { notes, project } = review.document;
  const whole = passages({ notes, project }, "").flatMap(denying);
  const named = whole.flatMap((told) => (called.test(plainText(told.text)) ? meant(granted, told.text).map((part) => ({ ...told, part })) : []));
  return [...own, ...named];
}

/** Of several grants those of the budget a sentence names. */
function meant(parts: readonly Part[], sentence: string): readonly Part[] {
  const from = plainText(sentence).match(FROM) ?? [];
  const own = parts.filter(({ label }) => from.some((word) => label.zh.includes(word)));
  return own.length > 0 ? own : parts;
}

const grantedBy = (review: Review, id: string): readonly Money[] => MONEY.filter((money) => money.id === id && review.partsOf(money.mechanism).some(isGranted));

/** C07, C08, C14: money entered as granted of which the file itself says that it is not, or not yet. */
const told = (id: string): Check =>
  check({
    ids: [id],
    severity: "Q",
    also: [...new Set(MONEY.filter((money) => money.id === id).flatMap(({ clauses }) => clauses))],
    of: (review) => grantedBy(review, id),
    none: text("无列为已批复的此类资金,不适用", "no such money is entered as granted: does not apply"),
    judge: (money, review) => {
      const { clauses } = money;
      const found = toldOf(review, money);
      if (found.length > 0)
        return found.map(({ part, path, text: sentence }) => ({
          about: part.label,
          clauses,
          answer: answer(false, said(text("原句", "sentence"), sentence, path)),
          path: `components/${part.id}`,
          weighs: true as const,
          fails: text("列为已批复的资金,文件中又称尚未批复:请更正状态或说明", "entered as granted, and the file says that it is not: mend its status or the words"),
        }));
      const [part] = review.partsOf(money.mechanism).filter(isGranted);
      const nothing = text("没有尚未批复的说法", "nothing says that it is not granted");
      return {
        clauses,
        ...(part === undefined ? {} : { about: part.label }),
        answer: answer(true, said(text("名称、依据和说明", "names, evidence and notes"), nothing, `components/${part?.id}`)),
      };
    },
  });

export const grantWords: readonly Check[] = [...new Set(MONEY.map(({ id }) => id))].map(told);
