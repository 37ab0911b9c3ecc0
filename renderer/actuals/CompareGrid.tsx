import { Button, Checkbox, Input, Select } from "antd";
import { useCallback, useMemo, useState } from "react";
import type { ActualsRowView, ActualsView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { Grid } from "../grid/Grid.tsx";
import type { GridColumn, GridRow } from "../grid/model.ts";
import { useWords } from "../language/i18n.ts";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { useSession } from "../session/store.ts";
import { notifyDone } from "../shell/notices.ts";
import { FigureDialog } from "./FigureDialog.tsx";
import { compareRows } from "./rows.ts";
import { BLANK, type FigureSeed } from "./useFigure.ts";

interface Props {
  readonly view: ActualsView;
  readonly year: string | undefined;
  readonly choose: (year: string | undefined) => void;
}

/** Before the name of a cell that is meant in the forecast. */
export const FORECAST = "forecast:";
const TOTAL = "total";

const matches = ({ label, group, line }: ActualsRowView, search: string): boolean =>
  `${group} ${label} ${line}`.toLowerCase().includes(search.trim().toLowerCase());

/** The rows as the user wants to read them. */
function useRows(view: ActualsView, lines: readonly ActualsRowView[], open: ReadonlySet<string>) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const negative = usePreferences((state) => state.negative);
  return useMemo(
    () =>
      compareRows(view, lines, {
        open,
        negative,
        unreported: t("actuals.unreported"),
        measureName: (measure) => t(`actuals.measure.${measure}`),
        sumName: (side) => t(`actuals.sum.${side}`),
        displayOf: (unit, measure) =>
          measure === "share"
            ? { ...displayOf("1", money, t), places: -2, digits: 1, unit: "%" }
            : displayOf(unit, money, t),
      }),
    [view, lines, open, negative, money, t],
  );
}

/** Lines down, years or the periods of one across; under each line its measures. */
export function CompareGrid({ view, year, choose }: Props) {
  const { t } = useWords();
  const [search, setSearch] = useState("");
  const [onlyReported, setOnlyReported] = useState(true);
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const lines = useMemo(
    () => view.rows.filter((row) => (row.reported || !onlyReported) && matches(row, search)),
    [view, onlyReported, search],
  );
  const heads = useMemo(
    () => [...view.sums.map(({ line }) => ({ line, reported: true })), ...lines],
    [view.sums, lines],
  );
  // What was reported is open until it is closed.
  const open = useMemo(
    () => new Set(heads.flatMap(({ line, reported }) => ((turned.get(line) ?? reported) ? [line] : []))),
    [heads, turned],
  );
  const rows = useRows(view, lines, open);
  const columns = useMemo(
    () => [
      ...view.columns.map(({ place, name }) => ({ id: place, label: name })),
      { id: TOTAL, label: t("actuals.total") },
    ],
    [view.columns, t],
  );
  const ask = useCallback(
    (row: GridRow, column: GridColumn | undefined) => {
      const line = rows.find(({ id }) => id === row.id)?.line ?? row.id;
      const cell = `${FORECAST}${line}`;
      explain(column === undefined ? cell : `${cell}@${column.id}`, row.label);
    },
    [rows],
  );
  const [seed, setSeed] = useState<FigureSeed | null>(null);
  const isFixed = useSession((state) => state.session?.readOnly !== undefined);
  const type = useCallback(
    (row: GridRow, column: GridColumn | undefined, typed: string) => {
      const [line = ""] = row.id.split(" ");
      if (isFixed || column?.id === TOTAL || !view.rows.some((one) => one.line === line)) return;
      setSeed({ line, period: column?.id ?? "", typed });
    },
    [view, isFixed],
  );
  const toggle = useCallback((row: GridRow) => setTurned((now) => new Map(now).set(row.id, row.open !== true)), []);
  const turnAll = () => setTurned(new Map(heads.map(({ line }) => [line, open.size === 0])));
  return (
    <>
      <div className="row wrap">
        <Select
          aria-label={t("actuals.year")}
          value={year ?? ""}
          popupMatchSelectWidth={false}
          options={[
            { value: "", label: t("actuals.allYears") },
            ...view.years.map((value) => ({ value, label: value })),
          ]}
          onChange={(next) => choose(next === "" ? undefined : next)}
        />
        <Input
          allowClear
          className="lines-search"
          aria-label={t("actuals.search")}
          placeholder={t("actuals.search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Checkbox checked={onlyReported} onChange={({ target }) => setOnlyReported(target.checked)}>
          {t("actuals.onlyReported")}
        </Checkbox>
        <span className="grow" />
        <span className="muted keys-hint">{t("actuals.keys")}</span>
        <Button size="small" disabled={isFixed} onClick={() => setSeed(BLANK)}>
          {t("actuals.figureOpen")}
        </Button>
        <Button size="small" onClick={turnAll}>
          {t(open.size > 0 ? "actuals.closeAll" : "actuals.openAll")}
        </Button>
      </div>
      <div className="grid-frame">
        <Grid
          label={t("page.actuals")}
          columns={columns}
          rows={rows}
          onAsk={ask}
          onToggle={toggle}
          onType={type}
          nameWidth={420}
          onCopied={(count) => notifyDone(t("lines.copied", { count }))}
        />
      </div>
      {seed !== null && <FigureDialog view={view} seed={seed} close={() => setSeed(null)} />}
    </>
  );
}
