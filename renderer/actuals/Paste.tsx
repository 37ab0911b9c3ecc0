import { Alert, Button, Checkbox, Input, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import type { ActualsReadView, Json, JsonObject } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { useWords } from "../language/i18n.ts";
import { isDecimal } from "../numbers/decimal.ts";
import { formatExact } from "../numbers/format.ts";
import { PasteCells } from "../paste/PasteDialog.tsx";
import type { PlannedCell } from "../paste/plan.ts";
import { flush } from "../session/edit.ts";
import { useDocument } from "../session/effective.ts";
import { call } from "../session/host.ts";
import { isObject, objectsOf, textOf, valueAt } from "../session/json.ts";
import { getSession, takeSession, useSession } from "../session/store.ts";
import { notifyDone, notifyProblems } from "../shell/notices.ts";
import { Troubles } from "./Troubles.tsx";

const SOURCE = ["document", "date", "by", "note"] as const;
type Source = Readonly<Record<(typeof SOURCE)[number], string>>;
const NO_SOURCE: Source = { document: "", date: "", by: "", note: "" };

/** A block from a spreadsheet with its source: read first, then taken whole. */
export function Paste({ tools }: { readonly tools: ReactNode }) {
  const { t } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const [text, setText] = useState("");
  const [unit, setUnit] = useState<"yuan" | "wan">("yuan");
  const [source, setSource] = useState<Source>(NO_SOURCE);
  const [replaces, setReplaces] = useState(false);
  const [found, setFound] = useState<ActualsReadView | null>(null);
  const read = async (): Promise<ActualsReadView | null> => {
    await flush();
    const { session, scenario } = getSession();
    if (!session) return null;
    const reply = await call("readActuals", { session: session.session, scenario, text, unit });
    if (!reply.ok) notifyProblems(reply.problems);
    const value = reply.ok ? reply.value : null;
    setFound(value);
    return value;
  };
  const take = async () => {
    const value = await read();
    const { session, scenario } = getSession();
    if (!session || value === null || value.problems.length > 0) return;
    const { figures, count } = value;
    const reply = await call("takeActuals", { session: session.session, scenario, figures, source, replaces });
    if (!reply.ok) return notifyProblems(reply.problems);
    takeSession(reply.value, scenario);
    notifyDone(t("actuals.taken", { count }));
    setText("");
    setFound(null);
  };
  const isReady = text.trim() !== "" && [source.document, source.date, source.by].every((part) => part.trim() !== "");
  return (
    <Panel title={t("actuals.paste")}>
      <p className="muted">{t("actuals.pasteLead")}</p>
      <Input.TextArea
        className="actuals-pasted"
        aria-label={t("actuals.pasted")}
        rows={8}
        disabled={readOnly}
        value={text}
        placeholder={t("actuals.sample")}
        onChange={(event) => {
          setText(event.target.value);
          setFound(null);
        }}
      />
      <div className="row wrap">
        <Segmented<"yuan" | "wan">
          aria-label={t("actuals.unit")}
          value={unit}
          options={(["yuan", "wan"] as const).map((value) => ({ value, label: t(`actuals.${value}`) }))}
          onChange={setUnit}
        />
        {SOURCE.map((name) => (
          <Input
            key={name}
            className="actuals-source"
            aria-label={t(`actuals.${name}`)}
            placeholder={t(`actuals.${name}`)}
            disabled={readOnly}
            value={source[name]}
            onChange={(event) => setSource({ ...source, [name]: event.target.value })}
          />
        ))}
      </div>
      <div className="row wrap">
        <Checkbox checked={replaces} onChange={({ target }) => setReplaces(target.checked)}>
          {t("actuals.replaces")}
        </Checkbox>
        <span className="grow" />
        {tools}
        <Button disabled={text.trim() === ""} onClick={() => void read()}>
          {t("actuals.check")}
        </Button>
        <Button type="primary" disabled={readOnly || !isReady} onClick={() => void take()}>
          {t("actuals.take")}
        </Button>
      </div>
      {found !== null && <Found found={found} />}
    </Panel>
  );
}

/** Figures of a block beside what is reported already. */
function cellsOf(figures: ActualsReadView["figures"], reports: readonly JsonObject[]): readonly PlannedCell[] {
  return Object.entries(figures).flatMap(([line, periods]) =>
    Object.entries(periods).map(([period, figure]): PlannedCell => {
      const held = reports.map((report) => valueAt(report, "figures")).map((all) => figureIn(all, line, period));
      return {
        row: line,
        column: period,
        before: shownFigure(held.find((one) => one !== undefined)),
        after: shownFigure(figure),
      };
    }),
  );
}

/** Lines have dots in their names and no slashes. */
const figureIn = (figures: Json | undefined, line: string, period: string): Json | undefined =>
  isObject(figures) && isObject(figures[line]) ? figures[line][period] : undefined;

const shownFigure = (figure: Json | undefined): string => {
  const text = textOf(figure);
  return isDecimal(text) ? formatExact(text, 0) : text;
};

function Found({ found: { figures, count, empty, problems } }: { readonly found: ActualsReadView }) {
  const { t } = useWords();
  const reports = objectsOf(valueAt(useDocument(), "actuals/reports"));
  if (problems.length > 0)
    return (
      <Alert
        type="error"
        showIcon
        title={t("actuals.readBadly", { count: problems.length })}
        description={<Troubles problems={problems} cells />}
      />
    );
  const lines = Object.keys(figures).length;
  return (
    <>
      <Alert type="success" showIcon title={t("actuals.readWell", { count, lines, empty })} />
      <PasteCells cells={cellsOf(figures, reports)} />
    </>
  );
}
