import { Alert, Button, Checkbox, Empty, Input, Segmented, Skeleton } from "antd";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { LineView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { useFind } from "../find/store.ts";
import { Grid } from "../grid/Grid.tsx";
import type { GridColumn, GridRow } from "../grid/model.ts";
import { useWords } from "../language/i18n.ts";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { useNavigation } from "../shell/navigation.ts";
import { notifyDone } from "../shell/notices.ts";
import { closedAtFirst, headingOf, lineRows } from "./tree.ts";
import { useHeadingLabels } from "./useHeadingLabels.ts";
import { useLines } from "./useLines.ts";

const nothingClosed: ReadonlySet<string> = new Set();

/** 明细表: every line of the model by period or year. */
export function LinesPage() {
  const { t, lang } = useWords();
  const [by, setBy] = useState<"period" | "year">("year");
  const asked = useNavigation((state) => state.item);
  const [search, setSearch] = useState(asked?.endsWith(".") ? asked : "");
  const [hideEmpty, setHideEmpty] = useState(false);
  const [closed, setClosed] = useState<ReadonlySet<string>>(closedAtFirst);
  const money = usePreferences((state) => state.money);
  const negative = usePreferences((state) => state.negative);
  const label = useHeadingLabels();
  const { view, problems, stale } = useLines(by);
  // What is looked for may stand under a heading that is closed.
  const finding = useFind((state) => state.isOpen && state.typed.trim() !== "");
  useEffect(() => {
    if (finding) setClosed(nothingClosed);
  }, [finding]);
  const rows = useMemo(() => {
    if (!view) return [];
    const display = (line: LineView) => displayOf(line.unit, money, t, line.id);
    return lineRows(view, {
      lang,
      search,
      hideEmpty,
      closed,
      negative,
      none: t("statement.noValue"),
      displayOf: display,
      headingLabel: label,
    });
  }, [view, lang, search, hideEmpty, closed, negative, money, t, label]);
  const columns = useMemo(() => (view?.columns ?? []).map((column) => ({ id: column, label: column })), [view]);
  const ask = useCallback((row: GridRow, column: GridColumn | undefined) => {
    explain(column === undefined ? row.id : `${row.id}@${column.id}`, row.label);
  }, []);
  const toggle = useCallback((row: GridRow) => {
    const component = headingOf(row);
    setClosed((now) =>
      now.has(component) ? new Set([...now].filter((other) => other !== component)) : new Set([...now, component]),
    );
  }, []);
  const headings = () => rows.filter((row) => row.open !== undefined).map(headingOf);
  return (
    <section className="page lines-page">
      <header className="page-head">
        <h2>{t("page.lines")}</h2>
        <Segmented
          size="small"
          aria-label={t("lines.by")}
          value={by}
          onChange={setBy}
          options={[
            { value: "year" as const, label: t("lines.byYear") },
            { value: "period" as const, label: t("lines.byPeriod") },
          ]}
        />
        <Input
          allowClear
          className="lines-search"
          aria-label={t("lines.search")}
          placeholder={t("lines.search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Checkbox checked={hideEmpty} onChange={(event) => setHideEmpty(event.target.checked)}>
          {t("lines.hideEmpty")}
        </Checkbox>
        <span className="grow" />
        <span className="muted keys-hint">{t("lines.keys")}</span>
        <Button size="small" onClick={() => setClosed(closed.size > 0 ? new Set() : new Set(headings()))}>
          {t(closed.size > 0 ? "lines.openAll" : "lines.closeAll")}
        </Button>
      </header>
      {problems.length > 0 && <Alert type="error" showIcon title={problems[0]?.message ?? ""} />}
      {!view && problems.length === 0 && <Skeleton active paragraph={{ rows: 14 }} />}
      {view && rows.length === 0 && <Empty description={t("lines.none")} />}
      {view && rows.length > 0 && (
        <div className={stale ? "grid-frame stale" : "grid-frame"}>
          <Grid
            label={t("page.lines")}
            columns={columns}
            rows={rows}
            onAsk={ask}
            onToggle={toggle}
            onCopied={(count) => notifyDone(t("lines.copied", { count }))}
          />
        </div>
      )}
    </section>
  );
}
