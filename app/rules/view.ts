import type { ClauseEntry, LawPage, ParameterEntry, RuleBook } from "../../models/checks/rulebook/book.ts";
import { BOUND, CERTAINTY, NO_DAY_IN_FORCE, STATUS, UNPROVED_ISSUE } from "../../models/checks/rulebook/words.ts";
import type { Text } from "../../models/wording/text.ts";
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
  const day = (text: Text): string => text[lang];
  const issued =
    law.issued === "unproved" ? day(UNPROVED_ISSUE) : day({ zh: `${law.issued} 发布`, en: `issued ${law.issued}` });
  const from =
    law.from === "none" ? day(NO_DAY_IN_FORCE) : day({ zh: `${law.from} 起施行`, en: `in force from ${law.from}` });
  const to = law.to === undefined ? [] : [day({ zh: `至 ${law.to}`, en: `until ${law.to}` })];
  const note = law.note === undefined ? [] : [law.note[lang]];
  return {
    id: law.id,
    title: law.title,
    about: [law.number, law.issuer, issued, from, ...to, ...note].filter((part) => part !== "").join(" · "),
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
