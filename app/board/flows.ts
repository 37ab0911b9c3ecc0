import type { Decimal } from "decimal.js";
import { textOf } from "../../models/document/schemaParts.ts";
import { MONEY_TIE } from "../../models/operations/ties.ts";
import type { Results } from "../../models/results/results.ts";
import { FLOW } from "../../models/statements/flows.ts";
import type { FlowView } from "../contract.ts";
import type { BoardParts } from "./cashPicture.ts";

const PROJECT = "project";
const GAP = "gap";
const BALANCE = "project.static_balance";
const WORDS = { [PROJECT]: { zh: "项目", en: "Project" }, [GAP]: { zh: "静态缺口", en: "Static gap" } };

/** Results of either engine. */
interface Flowing extends Pick<BoardParts, "prepared" | "lang"> {
  readonly results: Pick<Results<number> | Results<Decimal>, "total" | "scalar">;
}

/**
 * Sources and uses over the life (元), payer → project → payee, largest first; where they do not balance, the gap. None where one of them is
 * not known: half a picture would be a wrong one.
 */
export function flowsOf({ prepared, results, lang }: Flowing): readonly FlowView[] {
  if (["project.sources", "project.uses"].some((id) => results.total(id) === undefined)) return [];
  const parties = new Map(prepared.document.parties.map(({ id, label }) => [id, textOf(label)[lang]]));
  const labelOf = (id: string): string => WORDS[id as keyof typeof WORDS]?.[lang] ?? parties.get(id) ?? id;
  const view = (from: string, to: string, amount: number, line: string): FlowView => ({
    from,
    to,
    fromLabel: labelOf(from),
    toLabel: labelOf(to),
    amount,
    line,
  });
  const flows = prepared.graph.lines.flatMap(({ id, tags }): readonly FlowView[] => {
    const read = tags[FLOW] === undefined ? undefined : results.total(id);
    const total = read === undefined ? 0 : Number(read);
    if (Math.abs(total) <= MONEY_TIE) return [];
    const party = String(tags["party"]);
    // Where more came back than went, the flow runs the other way.
    const inward = (tags[FLOW] === "in") === total > 0;
    return [
      inward
        ? view(party, PROJECT, Math.abs(total), `${id}@total`)
        : view(PROJECT, party, Math.abs(total), `${id}@total`),
    ];
  });
  const balance = Number(results.scalar(BALANCE) ?? 0);
  const gap = balance < -MONEY_TIE ? [view(GAP, PROJECT, -balance, BALANCE)] : [];
  return [...flows.sort((a, b) => b.amount - a.amount), ...gap];
}
