import { clauseCitation } from "../../models/policy/cite.ts";
import { type LoadedPacks, loadPacks } from "../../models/policy/load.ts";
import type { Pack, PackClause } from "../../models/policy/pack.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import type { Text } from "../../models/wording/text.ts";
import type { ClauseView } from "../contract.ts";

const INSTALLED: ReadonlyMap<string, PackClause> = new Map(
  INSTALLED_PACKS.flatMap(({ clauses }) => clauses.map((clause) => [clause.id, clause] as const)),
);

type Lists = Parameters<typeof loadPacks>[0];

/** Clauses with their text from the packs of the document; one that no pack has is shown by its id alone. */
export function clausesOf({ document }: { readonly document: Lists }, ids: readonly string[]): readonly ClauseView[] {
  const packs = loadPacks(document);
  return ids.map((id) => clauseIn(packs, id));
}

function clauseIn(packs: LoadedPacks, id: string): ClauseView {
  // A law holds also where the file does not list its pack: it is shown as the installed pack has it.
  const clause = packs.clause(id) ?? INSTALLED.get(id);
  const pack =
    clause === undefined
      ? undefined
      : [...packs.packs, ...INSTALLED_PACKS].find(({ clauses }) => clauses.includes(clause));
  if (clause === undefined || pack === undefined)
    return {
      id,
      title: { zh: id, en: id },
      text: { zh: "所用政策参数包未收录", en: "not in the packs of this file" },
      draft: false,
    };
  const citation = clauseCitation(pack, clause);
  const { law, article } = citation ?? {};
  return {
    id,
    title: clause.title,
    text: clause.text,
    draft: pack.status === "draft",
    source: citation?.text ?? packText(pack),
    ...(law === undefined ? {} : { law: law.title, number: law.number }),
    ...(article === undefined ? {} : { article }),
  };
}

/** What an earlier or local pack says of itself stands in for the law its clauses do not name. */
function packText({ title, document: { number } }: Pack): Text {
  return {
    zh: `《${title.zh}》${number === "" ? "" : `(${number})`}`,
    en: `${title.en}${number === "" ? "" : ` (${number})`}`,
  };
}
