import type { Lang, PlanView } from "../../contract.ts";
import type { OpinionFacts } from "./facts.ts";
import { headOf, type OpinionPart, titleOf } from "./part.ts";
import { quantity } from "./quantity.ts";
import { WORDS } from "./words.ts";

type State = keyof typeof WORDS.states;
const UNDECIDED: ReadonlySet<string> = new Set<State>(["inapplicable", "no_target", "area"]);

function stateOf({ pass, reason = "", conditions }: PlanView["verdicts"][number]): State {
  if (pass === null) return UNDECIDED.has(reason) ? (reason as State) : "incomplete";
  if (!pass) return "fail";
  return conditions > 0 ? "conditional" : "pass";
}

/** A verdict's answer and by how much. */
export function toldVerdict(verdict: PlanView["verdicts"][number], lang: Lang): string {
  const { margin, unit } = verdict;
  const is = stateOf(verdict);
  const amount = margin === null ? "" : WORDS.margin[lang](quantity(margin, unit ?? "1", lang));
  return `${WORDS.states[is][lang]}${amount}`;
}

/** Each verdict as submitted and, where something was audited, as audited. */
export function verdictPart({ audit, lang }: OpinionFacts): OpinionPart {
  const { before, after, figures } = audit;
  const isAudited = figures.some(({ stands }) => stands);
  const pairs = before.verdicts.map((verdict) => {
    const other = isAudited ? after.verdicts.find(({ id }) => id === verdict.id) : undefined;
    const audited = other === undefined ? undefined : toldVerdict(other, lang);
    return { verdict, submitted: toldVerdict(verdict, lang), audited };
  });
  return {
    title: titleOf("verdicts", lang),
    lines: pairs.map(({ verdict: { id, title }, submitted, audited }) => {
      const own = `${id} ${title[lang]}${WORDS.colon[lang]}`;
      return audited === undefined
        ? `${own}${submitted}`
        : `${own}${WORDS.submitted[lang]}${submitted}${WORDS.semicolon[lang]}${WORDS.audited[lang]}${audited}`;
    }),
    tables: [
      {
        caption: titleOf("verdicts", lang),
        head: headOf(isAudited ? ["no", "verdict", "submitted", "audited"] : ["no", "verdict", "answer"], lang),
        widths: isAudited ? [8, 24, 34, 34] : [8, 32, 60],
        rows: pairs.map(({ verdict: { id, title }, submitted, audited }) => [
          id,
          title[lang],
          submitted,
          ...(isAudited ? [audited ?? ""] : []),
        ]),
        figures: [],
      },
    ],
  };
}
