import type { ClauseEntry, LawPage, ParameterEntry, RuleBook } from "../../models/checks/rulebook/book.ts";
import { aboutLaw, BOUND, CERTAINTY, STATUS } from "../../models/checks/rulebook/words.ts";
import type { RuleBookView, RuleClauseView, RuleLawView, RuleParameterView } from "../contract/rules.ts";
import type { Lang } from "../contract.ts";
import { rulePage } from "./page.ts";

/** The book for the face, with the page to print beside it. */
export function ruleBookView(book: RuleBook, components: readonly string[], lang: Lang): RuleBookView {
  const known = new Set(components);
  const name = lang === "zh" ? "规则手册.html" : "rule-book.html";
  return {
    packs: book.packs.map(({ id, version, title, status, laws }) => {
      return { id, version, title, draft: status === "draft", laws: laws.map((law) => lawView(law, known, lang)) };
    }),
    page: { name, base64: Buffer.from(rulePage(book, lang), "utf8").toString("base64") },
  };
}

function lawView(law: LawPage, components: ReadonlySet<string>, lang: Lang): RuleLawView {
  return {
    id: law.id,
    title: law.title,
    about: aboutLaw(law)
      .map((part) => part[lang])
      .join(" · "),
    clauses: law.clauses.map((clause) => clauseView(clause, components)),
    parameters: law.parameters.map(parameterView),
  };
}

function clauseView(clause: ClauseEntry, components: ReadonlySet<string>): RuleClauseView {
  const { id, article = "", title, text, hard, certainty, lines, checks, unused } = clause;
  const own = new Set(lines.map((line) => line.split(".")[0] ?? "").filter((component) => components.has(component)));
  return {
    id,
    article,
    title,
    text,
    hard: hard === true,
    ...(certainty === undefined ? {} : { certainty: CERTAINTY[certainty] }),
    components: [...own].map((component) => ({ id: component, path: `components/${component}` })),
    lines: lines.length,
    checks: checks.map(({ id: check, title: name, proofs }) => ({
      id: check,
      ...(name === undefined ? {} : { title: name }),
      proofs,
    })),
    unused,
  };
}

function parameterView({ id, label, reference, unit, values, bound, status, note }: ParameterEntry): RuleParameterView {
  const marks = [bound && BOUND[bound], STATUS[status], note].filter((text) => text !== undefined);
  return { id, label, article: reference.article, unit, values, marks };
}
