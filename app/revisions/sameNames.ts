import type { Renaming } from "../../models/document/rename/formula.ts";
import { renameItem } from "../../models/document/rename/rename.ts";
import { renamingsBetween } from "../../models/document/rename/renamings.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";

export interface Three {
  readonly base: ModelDocument;
  readonly mine: ModelDocument;
  readonly theirs: ModelDocument;
}

/**
 * Three states of a document in which what one copy gave another id (改代码) has that id everywhere: held against its old id, an item changed in the other copy
 * would come in beside its renamed self. What both named anew goes by the id mine gave it.
 */
export function withSameNames({ base, mine, theirs }: Three): Three & { readonly renamed: readonly string[] } {
  const [own, other] = [renamingsBetween(base, mine), renamingsBetween(base, theirs)];
  const rival = ({ list, from }: Renaming) => other.find((one) => list === one.list && from === one.from);
  const byTheirs = other.filter(({ list, from }) => !own.some((one) => list === one.list && from === one.from));
  const inTheirs = own.map((one) => ({ ...one, from: rival(one)?.to ?? one.from }));
  return {
    base: renamedAll(base, [...own, ...byTheirs]),
    mine: renamedAll(mine, byTheirs),
    theirs: renamedAll(theirs, inTheirs),
    renamed: byTheirs.map(({ list, to }) => `${list}/${to}`),
  };
}

/** One whose new id is taken there keeps its own. */
const renamedAll = (document: ModelDocument, renamings: readonly Renaming[]): ModelDocument =>
  renamings.reduce((whole, renaming) => {
    const renamed = renameItem(whole, renaming, mechanisms);
    return renamed.ok ? renamed.value : whole;
  }, document);
