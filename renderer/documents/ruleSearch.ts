import type { Lang, RuleClauseView, RuleLawView } from "../../app/contract.ts";

interface Wanted {
  readonly search: string;
  /** Only clauses nothing rests on. */
  readonly onlyUnused: boolean;
  readonly lang: Lang;
}

/** Laws with the clauses and parameters that are looked for; a law found by its own name keeps all of them. */
export function lawsFound(laws: readonly RuleLawView[], { search, onlyUnused, lang }: Wanted): readonly RuleLawView[] {
  const words = search.trim().toLowerCase();
  const has = (...texts: readonly string[]): boolean => texts.some((text) => text.toLowerCase().includes(words));
  const clauseFits = ({ id, article, title, text, checks, unused }: RuleClauseView): boolean =>
    (!onlyUnused || unused) && has(id, article, title[lang], text[lang], ...checks.map((check) => check.id));
  return laws.flatMap((law) => {
    const whole = has(law.title[lang], law.about);
    const clauses = law.clauses.filter((clause) => (whole ? !onlyUnused || clause.unused : clauseFits(clause)));
    const parameters = onlyUnused ? [] : law.parameters.filter(({ id, label }) => whole || has(id, label[lang]));
    return clauses.length + parameters.length === 0 ? [] : [{ ...law, clauses, parameters }];
  });
}
