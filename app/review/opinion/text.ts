import { GraphShelf } from "../../../models/compile/shelf.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { type Result, succeed } from "../../../models/wording/problem.ts";
import { chinesePunctuation } from "../../../models/wording/punctuation.ts";
import type { AuditQuestion } from "../audit.ts";
import { opinionFacts } from "./facts.ts";
import { opinionParts, opinionTitle } from "./parts.ts";
import { WORDS } from "./words.ts";

/** 审核意见 in one language as text, composed of what the review found, what was remarked and what was audited; what only a person can decide is left blank. */
export function opinionOf(
  document: ModelDocument,
  question: AuditQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<string> {
  const facts = opinionFacts(document, question, shelf);
  if (!facts.ok) return facts;
  const { lang } = question;
  const parts = opinionParts(facts.value).flatMap(({ title, lines }, index) => [
    "",
    `${WORDS.numbers[lang][index] ?? `${index + 1}. `}${title}`,
    ...lines,
  ]);
  const text = [opinionTitle(facts.value), ...parts];
  return succeed((lang === "zh" ? text.map(chinesePunctuation) : text).join("\n"));
}
