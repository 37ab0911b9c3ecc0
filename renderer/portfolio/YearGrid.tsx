import { useCallback, useMemo, useState } from "react";
import type { PortfolioLineView, PortfolioView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { Grid } from "../grid/Grid.tsx";
import type { GridColumn, GridRow } from "../grid/model.ts";
import { useWords } from "../language/i18n.ts";
import { cellOf } from "../numbers/cell.ts";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { notifyDone } from "../shell/notices.ts";

/** Lines of the pool that say less than those beside them. */
const ASIDE = new Set(["pool.cumulative", "pool.account"]);

interface Group {
  readonly id: string;
  readonly label: string;
  readonly lines: readonly PortfolioLineView[];
}

/** The pool, then each project, then public money and numbers: each a heading that opens. */
function useGroups(view: PortfolioView): readonly Group[] {
  const { t, pick } = useWords();
  return useMemo(() => {
    const ofPool = view.lines.filter(({ id }) => id.startsWith("pool.") && !ASIDE.has(id));
    const between = view.lines.filter(({ id }) => /^(?:transfer|shared)\./.test(id));
    const others = view.lines.filter(({ id }) => /^(?:budget|count|target)\./.test(id) && !id.endsWith(".given"));
    return [
      { id: "pool", label: t("portfolio.groupPool"), lines: ofPool },
      { id: "between", label: t("portfolio.transfers"), lines: between },
      ...view.members.map(({ id, label }) => ({
        id: `member ${id}`,
        label: pick(label),
        lines: view.lines.filter(({ member }) => member === id),
      })),
      { id: "public", label: t("portfolio.groupPublic"), lines: others },
    ].filter(({ lines }) => lines.length > 0);
  }, [view, t, pick]);
}

/** Everything by year; each number says why it is so. */
export function YearGrid({ view }: { readonly view: PortfolioView }) {
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const negative = usePreferences((state) => state.negative);
  const groups = useGroups(view);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(["pool"]));
  const columns = useMemo(() => view.years.map((year) => ({ id: year, label: year })), [view.years]);
  const rows = useMemo(
    () =>
      groups.flatMap((group): readonly GridRow[] => {
        const isOpen = open.has(group.id);
        const head = { id: group.id, label: group.label, level: 0, open: isOpen, unit: "", cells: [] };
        if (!isOpen) return [head];
        return [
          head,
          ...group.lines.map((line): GridRow => {
            const display = displayOf(line.unit, money, t, line.id);
            const label = pick(line.label);
            return {
              id: line.id,
              label,
              title: `${label} — ${line.id}`,
              level: 1,
              unit: display.unit,
              cells: line.values.map((value) => cellOf(value ?? Number.NaN, display, negative, t("statement.noValue"))),
            };
          }),
        ];
      }),
    [groups, open, money, negative, t, pick],
  );
  const ask = useCallback((row: GridRow, column: GridColumn | undefined) => {
    explain(column === undefined ? row.id : `${row.id}@${column.id}`, row.label);
  }, []);
  const toggle = useCallback((row: GridRow) => {
    setOpen((now) => {
      const next = new Set(now);
      if (!next.delete(row.id)) next.add(row.id);
      return next;
    });
  }, []);
  return (
    <div className="grid-frame folio-grid">
      <Grid
        label={t("portfolio.years")}
        columns={columns}
        rows={rows}
        onAsk={ask}
        onToggle={toggle}
        onCopied={(count) => notifyDone(t("lines.copied", { count }))}
      />
    </div>
  );
}
