import { useEffect, useRef, useState } from "react";
import type { Calls, MappingView, ProblemView } from "../../app/contract.ts";
import { words } from "../language/i18n.ts";
import { flush } from "../session/edit.ts";
import { call } from "../session/host.ts";
import { getSession, takeSession } from "../session/store.ts";
import { closeDialog } from "../shell/navigation.ts";
import { notifyDone } from "../shell/notices.ts";
import { freshImportJob, type Picked } from "./importing.ts";
import { useMappings } from "./mappings.ts";

/** What is chosen so far; the rest is guessed by the host. */
export type Chosen = Pick<Calls["mapTables"]["args"], "sheet" | "head" | "target" | "columns" | "unit" | "mode">;

const columnsOf = (view: MappingView): Readonly<Record<string, number>> =>
  Object.fromEntries(view.columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column]])));

/** What is chosen in the words of a view. */
const chosenIn = (view: MappingView): Required<Chosen> => {
  const { sheet, head, target, unit, mode } = view;
  return { sheet, head, target, unit, mode, columns: columnsOf(view) };
};

async function ask(picked: Picked, chosen: Chosen, apply: boolean, job: string) {
  await flush();
  const { session, scenario } = getSession();
  if (session === null) return null;
  return call("mapTables", { session: session.session, scenario, job, ...picked, ...chosen, apply });
}

/** A table of a picked file and how it is mapped; a form that was mapped before is mapped as it was then. */
export function useMapping(picked: Picked, target: string | undefined) {
  const [chosen, setChosen] = useState<Chosen>(target === undefined ? {} : { target });
  const [view, setView] = useState<MappingView | null>(null);
  const [problems, setProblems] = useState<readonly ProblemView[]>([]);
  const [busy, setBusy] = useState(false);
  const [isKnown, setKnown] = useState(false);
  const isFirst = useRef(true);
  const job = useRef(freshImportJob());
  useEffect(() => {
    let wanted = true;
    setBusy(true);
    void ask(picked, chosen, false, job.current).then((reply) => {
      if (!wanted || reply === null) return;
      setBusy(false);
      setProblems(reply.ok ? [] : reply.problems);
      if (!reply.ok) return;
      setView(reply.value);
      const first = isFirst.current;
      isFirst.current = false;
      const form = first ? useMappings.getState().forms[reply.value.signature] : undefined;
      if (form === undefined) return;
      const known = reply.value.targets.some(({ path }) => path === form.path) ? form.path : form.key;
      if (target !== undefined && target !== known) return;
      setKnown(true);
      const { head, columns, unit, mode } = form;
      setChosen({ sheet: reply.value.sheet, head, columns, unit, mode, target: known });
    });
    return () => {
      wanted = false;
    };
  }, [picked, chosen, target]);
  /** Another sheet or row of headings is guessed anew; another input keeps them. */
  const choose = (change: Chosen) => {
    if (view === null) return;
    const now = chosenIn(view);
    if (change.sheet !== undefined) return setChosen({ sheet: change.sheet });
    if (change.head !== undefined) return setChosen({ sheet: now.sheet, head: change.head });
    if (change.target !== undefined)
      return setChosen({ sheet: now.sheet, head: now.head, unit: now.unit, target: change.target });
    setChosen({ ...now, ...change });
  };
  const mapColumn = (column: number, field: string | null) => {
    if (view === null) return;
    const others = Object.entries(columnsOf(view)).filter(([code, at]) => at !== column && code !== field);
    choose({ columns: Object.fromEntries(field === null ? others : [...others, [field, column]]) });
  };
  const take = async () => {
    if (view === null) return;
    setBusy(true);
    const reply = await ask(picked, chosenIn(view), true, job.current);
    setBusy(false);
    if (reply === null) return;
    setProblems(reply.ok ? [] : reply.problems);
    if (!reply.ok) return;
    if (reply.value.session === undefined) return setView(reply.value);
    const { head, unit, mode, key, target: path } = view;
    useMappings.getState().remember(view.signature, { head, unit, mode, key, path, columns: columnsOf(view) });
    takeSession(reply.value.session, getSession().scenario);
    notifyDone(words("exchange.imported", { name: picked.name, count: reply.value.changes.length }));
    closeDialog();
  };
  const cancel = () => void call("cancel", { job: job.current });
  return { view, problems, busy, isKnown, choose, mapColumn, take, cancel };
}
