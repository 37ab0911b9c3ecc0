import type { Finding } from "../../models/checks/findings.ts";
import type { Prepared } from "../../models/compile/prepare.ts";
import type { Text } from "../../models/wording/text.ts";
import type { FindingOutcome, FindingView, Lang } from "../contract.ts";
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
  return findings.map(({ id, severity, pass, clause: cited, path, message }) => {
    const [clause] = cited === null ? [] : clausesOf({ document }, [cited]);
    const said = { message: message[lang], place: path === "" ? "" : placeOf(path)[lang] };
    return {
      id,
      severity,
      outcome: outcomeOf(pass),
      path,
      ...said,
      ...(clause === undefined ? {} : { clause }),
      opinion: opinionOf(said, clause?.source, lang),
    };
  });
}

function outcomeOf(pass: boolean | null): FindingOutcome {
  if (pass === null) return "undecided";
  return pass ? "holds" : "fails";
}

/** 可直接引用的意见: the law with its number and article, then what was found and where. */
function opinionOf(
  { message, place }: Pick<FindingView, "message" | "place">,
  source: Text | undefined,
  lang: Lang,
): string {
  if (lang === "zh") {
    const rests = source === undefined ? "" : `依据${source.zh},`;
    return `${rests}经审查:${message}${place === "" ? "" : `(见“${place}”)`}。`;
  }
  const rests = source === undefined ? "" : `Under ${source.en}: `;
  return `${rests}${message}${place === "" ? "" : ` (see “${place}”)`}.`;
}
