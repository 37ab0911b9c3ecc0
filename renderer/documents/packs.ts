import { useEffect, useState } from "react";
import type { Edit, JsonObject, PacksView } from "../../app/contract.ts";
import { inBoth } from "../language/i18n.ts";
import { edit } from "../session/edit.ts";
import { currentDocument } from "../session/effective.ts";
import { call } from "../session/host.ts";
import { objectsOf, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";

/** What the host says of the file's packs, asked anew after each change. */
export function usePacks(): PacksView | undefined {
  const id = useSession((state) => state.session?.session);
  const version = useSession((state) => state.session?.version);
  const [view, setView] = useState<PacksView>();
  useEffect(() => {
    let isCurrent = version !== undefined;
    if (id !== undefined)
      void call("packs", { session: id }).then((reply) => {
        if (isCurrent && reply.ok) setView(reply.value);
      });
    return () => {
      isCurrent = false;
    };
  }, [id, version]);
  return view;
}

/** Another version in the same place, without a text of its own. */
export function switchVersion(id: string, version: string): void {
  edit([{ path: `packs/${id}`, value: { id, version } }], { label: inBoth("packs.switched", { what: id, version }) });
}

export function removePack(id: string): void {
  edit([{ path: `packs/${id}` }], { label: inBoth("item.removed", { what: id }) });
}

/** The list in a new order: taken out and put in again, for places of a list are written by name. */
export function ordered(packs: readonly JsonObject[]): readonly Edit[] {
  const now = objectsOf(currentDocument()["packs"]);
  return [
    ...now.map((pack) => ({ path: `packs/${textOf(pack["id"])}` })),
    ...packs.map((pack) => ({ path: `packs/${textOf(pack["id"])}`, value: pack })),
  ];
}

/** Before the others, since the first one listed decides: a town's pack goes before the nation's. */
export function addPack(id: string, version: string): void {
  const packs = objectsOf(currentDocument()["packs"]);
  edit(ordered([{ id, version }, ...packs]), { label: inBoth("item.added", { what: id }) });
}

export function moveUp(id: string): void {
  const packs = objectsOf(currentDocument()["packs"]);
  const at = packs.findIndex((pack) => pack["id"] === id);
  const [before, pack] = [packs[at - 1], packs[at]];
  if (before === undefined || pack === undefined) return;
  edit(ordered(packs.toSpliced(at - 1, 2, pack, before)), { label: inBoth("packs.moved") });
}
