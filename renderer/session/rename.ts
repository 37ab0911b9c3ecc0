import type { RenamedList } from "../../app/contract.ts";
import { goTo, useNavigation } from "../shell/navigation.ts";
import { notifyProblems } from "../shell/notices.ts";
import { flush } from "./edit.ts";
import { call } from "./host.ts";
import { getSession, takeSession } from "./store.ts";

/** Gives an item another id; the page that shows it goes on showing it. @returns whether it was done */
export async function renameItem(list: RenamedList, from: string, to: string): Promise<boolean> {
  await flush();
  const { session, scenario } = getSession();
  if (!session) return false;
  const reply = await call("renameItem", { session: session.session, scenario, list, from, to });
  if (!reply.ok) {
    notifyProblems(reply.problems);
    return false;
  }
  const { page, item } = useNavigation.getState();
  takeSession(reply.value, scenario);
  if (item === from && page === list) goTo({ page, item: to });
  return true;
}
