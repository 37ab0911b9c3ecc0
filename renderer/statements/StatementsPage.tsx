import { Alert, Button, Segmented, Skeleton } from "antd";
import { useCallback, useMemo, useState } from "react";
import type { StatementView } from "../../app/contract.ts";
import { PrintButton } from "../exchange/PrintButton.tsx";
import { explain } from "../explain/store.ts";
import { Grid } from "../grid/Grid.tsx";
import type { GridColumn, GridRow } from "../grid/model.ts";
import { useWords } from "../language/i18n.ts";
import { displayOf } from "../numbers/units.ts";
import { ItemList } from "../pages/ItemList.tsx";
import { usePreferences } from "../preferences/store.ts";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useFresh } from "../session/useFresh.ts";
import { goTo, useNavigation } from "../shell/navigation.ts";
import { notifyDone } from "../shell/notices.ts";
import { cellAt, isEmpty, statementColumns, statementRows } from "./rows.ts";

type By = "period" | "year";

/** Mark before the id of a side, to tell it from the id of a table. */
const sideMark = "side:";

function useStatements(item: string | undefined, by: By) {
  const session = useSession((state) => state.session?.session);
  const version = useSession((state) => state.session?.version);
  const scenario = useSession((state) => state.scenario);
  const lang = useWords().lang;
  const side = item?.startsWith(sideMark) ? item.slice(sideMark.length) : undefined;
  const which = side === undefined ? (item === undefined ? {} : { id: item }) : { perspective: side };
  const key = session === undefined ? null : `${session} ${version} ${scenario} ${by} ${item} ${lang}`;
  return useFresh(key, () => call("statements", { session: session ?? "", scenario, by, ...which }));
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  const { t } = useWords();
  if (notes.length === 0) return null;
  return (
    <details className="notes">
      <summary>{t("statement.notes", { count: notes.length })}</summary>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}

interface SheetProps {
  readonly statement: StatementView;
  readonly by: By;
  readonly stale: boolean;
}

function Sheet({ statement, by, stale }: SheetProps) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const negative = usePreferences((state) => state.negative);
  const rows = useMemo(
    () =>
      statementRows(statement, {
        negative,
        none: t("statement.noValue"),
        displayOf: (row) => displayOf(row.unit, money, t, row.line),
      }),
    [statement, negative, money, t],
  );
  const columns = useMemo(() => statementColumns(statement, by === "period"), [statement, by]);
  const [whole, setWhole] = useState(false);
  const ask = useCallback(
    (row: GridRow, column: GridColumn | undefined) => {
      const cell = cellAt(statement, Number(row.id), column === undefined ? undefined : Number(column.id));
      if (cell !== undefined) explain(cell, row.label);
    },
    [statement],
  );
  if (isEmpty(statement) && !whole)
    return (
      <p className="empty-statement">
        {t("statement.empty", { title: statement.title })}{" "}
        <Button size="small" onClick={() => setWhole(true)}>
          {t("statement.showRows")}
        </Button>
      </p>
    );
  return (
    <div className={stale ? "grid-frame stale" : "grid-frame"}>
      <Grid
        label={statement.title}
        nameWidth={280}
        columns={columns}
        rows={rows}
        onAsk={ask}
        onToggle={() => undefined}
        onCopied={(count) => notifyDone(t("lines.copied", { count }))}
      />
    </div>
  );
}

/** 报表: the standard tables, and the cash of each side. */
export function StatementsPage() {
  const { t } = useWords();
  const [by, setBy] = useState<By>("year");
  const wanted = useNavigation((state) => state.item);
  const { view, problems, stale } = useStatements(wanted ?? "plan", by);
  const statement = view?.statements[0];
  const groups = [
    {
      id: "tables",
      title: t("statement.tables"),
      items: (view?.offered ?? []).map(({ id, title }) => ({ id, title })),
    },
    {
      id: "sides",
      title: t("statement.sides"),
      items: (view?.perspectives ?? []).map(({ id, label }) => ({ id: `${sideMark}${id}`, title: label })),
    },
  ];
  return (
    <div className="split">
      <aside className="split-list">
        <ItemList
          label={t("page.statements")}
          groups={groups}
          chosen={wanted ?? "plan"}
          onChoose={(id) => goTo({ page: "statements", item: id })}
        />
      </aside>
      <section className="page lines-page">
        <header className="page-head">
          <h2>{statement?.title ?? t("page.statements")}</h2>
          <Segmented<By>
            size="small"
            aria-label={t("lines.by")}
            value={by}
            onChange={setBy}
            options={[
              { value: "year", label: t("lines.byYear") },
              { value: "period", label: t("lines.byPeriod") },
            ]}
          />
          <span className="grow" />
          <PrintButton form="statements" />
          <span className="muted keys-hint">{t("lines.keys")}</span>
        </header>
        {problems.length > 0 && (
          <Alert type="error" showIcon title={problems[0]?.message ?? ""} description={problems[0]?.hint} />
        )}
        {!view && problems.length === 0 && <Skeleton active paragraph={{ rows: 14 }} />}
        {statement && <Sheet key={statement.id} statement={statement} by={by} stale={stale} />}
        {statement && <Notes notes={statement.notes} />}
      </section>
    </div>
  );
}
