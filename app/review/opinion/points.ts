import { loadPacks } from "../../../models/policy/load.ts";
import type { Lang, SeverityView } from "../../contract.ts";
import type { OpinionFacts } from "./facts.ts";
import { listPart, type OpinionPart, titleOf } from "./part.ts";
import { oneLine } from "./quantity.ts";
import { WORDS } from "./words.ts";

/** What was submitted, and what it was held against. */
export function basisPart({ document, lang }: OpinionFacts): OpinionPart {
  const { name, documentNumber, author } = document.project;
  const packs = loadPacks(document).packs.map(({ title, version }) => WORDS.pack[lang](title[lang], version));
  return {
    title: titleOf("basis", lang),
    lines: [
      WORDS.plan[lang](name, author ?? "", documentNumber ?? ""),
      WORDS.packs[lang](packs.join(lang === "zh" ? "、" : ", ")),
    ],
  };
}

export function findingPart({ findings, lang }: OpinionFacts, severity: SeverityView): readonly OpinionPart[] {
  const failing = findings.filter((one) => one.answer === "fails" && one.severity === severity);
  return listPart(
    severity,
    failing.map(({ opinion }) => opinion),
    lang,
  );
}

export function missingPart({ findings, lang }: OpinionFacts): readonly OpinionPart[] {
  return listPart(
    "missing",
    findings.filter(({ answer }) => answer === "cannot_be_judged").map(({ message }) => message),
    lang,
  );
}

export function remarkPart({ remarks, lang }: OpinionFacts): readonly OpinionPart[] {
  const order = ["open", "answered", "accepted"] as const;
  const told = order.flatMap((state) => remarks.filter((one) => one.state === state));
  return listPart(
    "remarks",
    told.map((remark) => remarkText(remark, lang)),
    lang,
  );
}

function remarkText(
  { severity, state, place, there, text, replies, author }: OpinionFacts["remarks"][number],
  lang: Lang,
) {
  const gone = there === false ? WORDS.gone[lang] : "";
  const answers = replies.map((reply) => WORDS.reply[lang](reply.author, oneLine(reply.text))).join("");
  const head = `${severity} ${WORDS.remarkStates[state][lang]}`;
  return `${WORDS.remark[lang](head, `${place}${gone}`, author, oneLine(text))}${answers}`;
}

/** What nobody but the reviewer can say. */
export function decisionPart({ audit: { problems }, lang }: OpinionFacts): OpinionPart {
  return {
    title: titleOf("decision", lang),
    lines: [...(problems.length > 0 ? [WORDS.unfinished[lang]] : []), ...WORDS.decision[lang]],
  };
}
