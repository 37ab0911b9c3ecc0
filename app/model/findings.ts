import type { Finding } from "../../models/checks/findings.ts";
import type { Prepared } from "../../models/compile/prepare.ts";
import type { Text } from "../../models/wording/text.ts";
import type { ClauseView, FindingAnswer, FindingView, Lang } from "../contract.ts";
import { placeLabel } from "../scenarios/labels.ts";
import { clausesOf } from "./clauses.ts";

/** Findings of the review as people read them: clause and place in words, and a paragraph that can be quoted. */
export function findingViews(
  findings: readonly Finding[],
  { document, graph }: Pick<Prepared, "document" | "graph">,
  lang: Lang,
): readonly FindingView[] {
  const placeOf = (path: string): Text =>
    graph.lines[graph.indexById.get(path) ?? -1]?.label ?? placeLabel(document, path);
  const inWords = (path: string) => (path === "" ? "" : placeOf(path)[lang]);
  return findings.map(({ id, severity, answer, clause: cited, path, message }) => {
    const [clause] = cited === null ? [] : clausesOf({ document }, [cited]);
    const said = { message: message[lang], place: inWords(path) };
    const compared = "compared" in answer ? answer.compared : [];
    const missing = "missing" in answer ? answer.missing : [];
    return {
      id,
      severity,
      answer: answer.is,
      compared: compared.map(({ what, shown, at }) => ({
        what: what[lang],
        shown: shown[lang],
        at,
        place: inWords(at),
      })),
      missing: missing.map(({ what, path: at }) => ({ what: what[lang], path: at, place: inWords(at) })),
      path,
      ...said,
      ...(clause === undefined ? {} : { clause }),
      opinion: opinionOf(said, answer.is, clause?.source, lang),
    };
  });
}

const ANSWERED: Readonly<Record<FindingAnswer, Text>> = {
  fails: { zh: "不符", en: "does not hold" },
  cannot_be_judged: { zh: "资料不全,无法判断", en: "cannot be judged" },
  does_not_apply: { zh: "不适用", en: "does not apply" },
  holds: { zh: "符合", en: "holds" },
};

/** 可直接引用的意见: the law with its number and article, what was found and where, and the answer. */
function opinionOf(
  { message, place }: Pick<FindingView, "message" | "place">,
  answer: FindingAnswer,
  source: Text | undefined,
  lang: Lang,
): string {
  if (lang === "zh") {
    const rests = source === undefined ? "" : `依据${source.zh},`;
    return `${rests}经审查:${message}${place === "" ? "" : `(见“${place}”)`}。结论:${ANSWERED[answer].zh}。`;
  }
  const rests = source === undefined ? "" : `Under ${source.en}: `;
  return `${rests}${message}${place === "" ? "" : ` (see “${place}”)`}. Answer: ${ANSWERED[answer].en}.`;
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
  return findings.map(({ id, severity, answer, clause, path, message, gate, money }, index) => {
    const compared = "compared" in answer ? answer.compared : [];
    const told = {
      ...("compared" in answer
        ? { compared: compared.map(({ what, shown, ...side }) => ({ ...side, what: what[lang], shown: shown[lang] })) }
        : {}),
      ...("missing" in answer
        ? { missing: answer.missing.map((one) => ({ what: one.what[lang], path: one.path })) }
        : {}),
      ...("why" in answer ? { why: answer.why[lang] } : {}),
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
      message: message[lang],
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
