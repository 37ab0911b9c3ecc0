import { useState } from "react";
import type { ActualsView, ProblemView } from "../../app/contract.ts";
import { inBoth, useWords } from "../language/i18n.ts";
import { formatRaw } from "../numbers/format.ts";
import { readTyped } from "../numbers/read.ts";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { usePerson } from "../revisions/person.ts";
import { edit, flush } from "../session/edit.ts";
import { useDocument } from "../session/effective.ts";
import { call } from "../session/host.ts";
import { valueAt } from "../session/json.ts";
import { getSession, takeSession } from "../session/store.ts";
import { heldFigure } from "./held.ts";

/** A figure about to be typed; where nothing was typed yet the one that is there is shown. */
export interface FigureSeed {
  readonly line: string;
  readonly period: string;
  readonly typed: string;
}

/** Nothing is chosen yet. */
export const BLANK: FigureSeed = { line: "", period: "", typed: "" };

export interface NewSource {
  readonly document: string;
  readonly date: string;
  readonly by: string;
  readonly note: string;
}

/** Instead of the id of a report: a source is named anew. */
export const ANEW = "";

/** One figure of one line and period, with its source: read as it is typed, then reported or taken out. */
export function useFigure(view: ActualsView, seed: FigureSeed, done: () => void) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const reports = valueAt(useDocument(), "actuals/reports");
  const [line, setLine] = useState(seed.line);
  const [period, setPeriod] = useState(seed.period);
  const held = heldFigure(reports, line, period.trim());
  const unit = view.rows.find((row) => row.line === line)?.unit ?? "CNY";
  const display = displayOf(unit, money, t);
  const [text, setText] = useState<string | null>(seed.typed === "" ? null : seed.typed);
  const shown = text ?? (held === undefined ? "" : formatRaw(held.amount, display.places));
  const read = readTyped(shown, display.places, unit);
  const [into, setInto] = useState(held?.report ?? view.reports.at(-1)?.id ?? ANEW);
  const [source, setSource] = useState<NewSource>({
    ...{ document: "", date: "", note: "" },
    by: usePerson.getState().name ?? "",
  });
  const [replaces, setReplaces] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemView[]>([]);
  const isNamed = into !== ANEW || [source.document, source.date, source.by].every((part) => part.trim() !== "");
  const isReady = line !== "" && period.trim() !== "" && read.meant !== null && read.meant !== "" && isNamed;
  const report = async () => {
    if (!isReady || read.meant === null) return;
    await flush();
    const { session, scenario } = getSession();
    if (!session) return;
    const figures = { [line]: { [period.trim()]: read.meant } };
    const from = into === ANEW ? source : { report: into };
    const asked = {
      session: session.session,
      scenario,
      figures,
      source: from,
      replaces: replaces || held !== undefined,
    };
    const reply = await call("takeActuals", asked);
    if (!reply.ok) return setProblems(reply.problems);
    takeSession(reply.value, scenario);
    done();
  };
  const remove = () => {
    if (held === undefined) return;
    edit([{ path: `actuals/reports/${held.report}/figures/${line}/${period.trim()}` }], {
      label: inBoth("actuals.figureRemoved"),
    });
    done();
  };
  return {
    ...{ line, setLine, period, setPeriod, shown, setText, read, display, held },
    ...{ into, setInto, source, setSource, replaces, setReplaces, problems, isReady, report, remove },
  };
}
