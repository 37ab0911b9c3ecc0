import type { Finding } from "../../models/checks/findings.ts";
import { prepareScenario } from "../../models/compile/prepare.ts";
import type { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import type { Problem } from "../../models/wording/problem.ts";
import type { Lang } from "../contract.ts";
import { shown } from "../model/shown.ts";

/** What speaks against a plan: problems met in working it out, such as money beyond the timeline, and rules it breaks. */
export interface Against {
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

/** What speaks against a plan and not, or not in the same words, against the first it is compared with; each once. */
export function troublesOf(plan: Against, first: Against, lang: Lang): readonly string[] {
  const say = shown(lang);
  const wordsOf = ({ problems }: Against) => problems.map(({ message }) => say(message));
  // What is a verdict stands among the verdicts already.
  const rejecting = ({ findings }: Against) =>
    findings.filter(
      ({ severity, answer, path }) => severity === "R" && answer.is === "fails" && !path.startsWith("verdict."),
    );
  const known = new Set(wordsOf(first));
  const broken = new Set(rejecting(first).map(({ id }) => id));
  const lost = wordsOf(plan).filter((text) => !known.has(text));
  const breaks = rejecting(plan)
    .filter(({ id, message }) => !broken.has(id) && !lost.includes(say(message)))
    .map(({ id, message }) => `${id} ${say(message)}`);
  return [...new Set([...lost, ...breaks])];
}

/** What scenarios bring up that their parent does not, by id, before anything is calculated. */
export function scenarioTroubles(
  document: ModelDocument,
  ids: readonly string[],
  { parent, lang }: { readonly parent: string; readonly lang: Lang },
  shelf: GraphShelf,
): readonly { readonly id: string; readonly troubles: readonly string[] }[] {
  const against = (id: string): Against => {
    const prepared = prepareScenario(document, id, shelf);
    return { problems: prepared.ok ? prepared.value.problems : prepared.problems, findings: [] };
  };
  const first = against(parent);
  return ids.flatMap((id) => {
    const troubles = troublesOf(against(id), first, lang);
    return troubles.length === 0 ? [] : [{ id, troubles }];
  });
}
