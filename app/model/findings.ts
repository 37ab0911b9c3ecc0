import type { Finding, Severity } from "../../models/checks/findings.ts";
import type { Prepared } from "../../models/compile/prepare.ts";
import { chinesePunctuation } from "../../models/wording/punctuation.ts";
import type { Text } from "../../models/wording/text.ts";
import type { ClauseView, FindingAnswer, FindingView, Lang } from "../contract.ts";
import { placeLabel } from "../scenarios/labels.ts";
import { clausesOf } from "./clauses.ts";
import { shown } from "./shown.ts";

/** Findings of the review as people read them: clause and place in words, and a paragraph that can be quoted. */
export function findingViews(
  findings: readonly Finding[],
  { document, graph }: Pick<Prepared, "document" | "graph">,
  lang: Lang,
): readonly FindingView[] {
  const placeOf = (path: string): Text =>
    graph.lines[graph.indexById.get(path) ?? -1]?.label ?? placeLabel(document, path);
  const shownIn = shown(lang);
  const inWords = (path: string) => (path === "" ? "" : shownIn(placeOf(path)));
  return findings.map(({ id, severity, answer, clause: cited, path, message }) => {
    const [clause] = cited === null ? [] : clausesOf({ document }, [cited]);
    const said = { severity, answer: answer.is, message: shownIn(message), place: inWords(path) };
    const compared = "compared" in answer ? answer.compared : [];
    const missing = "missing" in answer ? answer.missing : [];
    return {
      id,
      ...said,
      compared: compared.map(({ what, shown: value, at }) => ({
        what: shownIn(what),
        shown: shownIn(value),
        at,
        place: inWords(at),
      })),
      missing: missing.map(({ what, path: at }) => ({ what: shownIn(what), path: at, place: inWords(at) })),
      path,
      ...(clause === undefined ? {} : { clause }),
      opinion: opinionOf(said, clause?.source, lang),
    };
  });
}

/** What a reviewer asks for where something is found, by how grave it is. */
const ASKED: Readonly<Record<Severity, Text>> = {
  R: {
    zh: "该项不符合要求,应修改后重新报审",
    en: "This does not meet the requirement; revise the plan and submit it again",
  },
  Q: { zh: "请项目单位说明理由并补充依据", en: "Please give the reasons and the papers they rest on" },
  N: { zh: "提请注意", en: "Please note" },
};

const ANSWERED: Readonly<Record<Exclude<FindingAnswer, "fails">, Text>> = {
  cannot_be_judged: {
    zh: "请补充上述资料后再行审查",
    en: "Please submit what is missing; the item is left open until then",
  },
  does_not_apply: { zh: "本项目不涉及该项", en: "The item does not concern this project" },
  holds: { zh: "该项符合要求", en: "This meets the requirement" },
};

/** 可直接引用的意见: the law with its number and article, what was found and where, and what is asked for. */
function opinionOf(
  { message, place, answer, severity }: Pick<FindingView, "message" | "place" | "answer" | "severity">,
  source: Text | undefined,
  lang: Lang,
): string {
  const asked = answer === "fails" ? ASKED[severity] : ANSWERED[answer];
  if (lang === "zh") {
    const rests = source === undefined ? "" : `依据${chinesePunctuation(source.zh)}，`;
    const where = place === "" ? "" : `（见“${place}”）`;
    return `${rests}经审查：${message}${where}。${chinesePunctuation(asked.zh)}。`;
  }
  const rests = source === undefined ? "" : `Under ${source.en}: `;
  return `${rests}${message.charAt(0).toUpperCase()}${message.slice(1)}${place === "" ? "" : ` (see “${place}”)`}. ${asked.en}.`;
}

/** What `pass` is for programs, as of a verdict: an answer nobody can give, or need not, is null with its reason. */
const PASS: Readonly<
  Record<FindingAnswer, { readonly pass: boolean | null; readonly reason?: "incomplete" | "inapplicable" }>
> = {
  holds: { pass: true },
  fails: { pass: false },
  cannot_be_judged: { pass: null, reason: "incomplete" },
  does_not_apply: { pass: null, reason: "inapplicable" },
};

/** Findings as programs read them: the answer, what was compared, what is missing or why it does not apply, the clause with its law, and the paragraph. */
export function findingsJson(findings: readonly Finding[], prepared: Pick<Prepared, "document" | "graph">, lang: Lang) {
  const views = findingViews(findings, prepared, lang);
  const shownIn = shown(lang);
  return findings.map(({ id, severity, answer, clause, path, gate, money }, index) => {
    const compared = "compared" in answer ? answer.compared : [];
    const told = {
      ...("compared" in answer
        ? {
            compared: compared.map(({ what, shown: value, ...side }) => ({
              ...side,
              what: shownIn(what),
              shown: shownIn(value),
            })),
          }
        : {}),
      ...("missing" in answer
        ? { missing: answer.missing.map((one) => ({ what: shownIn(one.what), path: one.path })) }
        : {}),
      ...("why" in answer ? { why: shownIn(answer.why) } : {}),
    };
    const numbers = compared.flatMap(({ what, value }) => (value === undefined ? [] : [[what[lang], value] as const]));
    return {
      id,
      severity,
      ...PASS[answer.is],
      answer: answer.is,
      clause: clause === null ? null : clauseJson(clause, views[index]?.clause, lang),
      numbers: Object.fromEntries(numbers),
      ...told,
      path,
      ...(gate === undefined ? {} : { gate }),
      ...(money === undefined ? {} : { money }),
      message: views[index]?.message ?? "",
      opinion: views[index]?.opinion ?? "",
    };
  });
}

function clauseJson(id: string, view: ClauseView | undefined, lang: Lang) {
  return {
    id,
    law: view?.law?.[lang] ?? null,
    number: view?.number ?? null,
    article: view?.article ?? null,
    text: view?.text[lang] ?? "",
  };
}
