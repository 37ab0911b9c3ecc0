import { Select } from "antd";
import { useState } from "react";
import type { Board, CashPicture as Cash } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { displayOf } from "../numbers/units.ts";
import { Pictured } from "../picture/Pictured.tsx";
import { usePreferences } from "../preferences/store.ts";
import { useProblems } from "../session/problems.ts";
import { setSession } from "../session/store.ts";
import { CashChart } from "./CashChart.tsx";
import { CashTable } from "./CashTable.tsx";
import { splitOf } from "./cashRows.ts";
import { Panel } from "./Panel.tsx";
import { type View, ViewSwitch } from "./ViewSwitch.tsx";

interface CashPictureProps {
  readonly cash: Cash;
  readonly perspectives: Board["perspectives"];
}

function Legend({ cash }: { readonly cash: Cash }) {
  const { t } = useWords();
  return (
    <ul className="legend">
      <li className="key-inflow">{t("board.inflow")}</li>
      <li className="key-outflow">{t("board.outflow")}</li>
      <li className="key-cumulative">{t("board.cumulative")}</li>
      {cash.need !== undefined && <li className="key-need">{t("board.need")}</li>}
      {cash.phases.map((phase, index) => (
        <li key={phase.label} className={`key-phase tint-${index % 4}`}>
          {phase.label} {phase.fromYear === phase.toYear ? phase.fromYear : `${phase.fromYear}–${phase.toYear}`}
        </li>
      ))}
    </ul>
  );
}

/** Money in and out by year from one party's point of view, with the cumulative line. */
export function CashPicture({ cash, perspectives }: CashPictureProps) {
  const { t } = useWords();
  const [view, setView] = useState<View>("chart");
  const money = usePreferences((state) => state.money);
  const troubled = useProblems().length > 0;
  const empty = [...cash.inflow, ...cash.outflow, ...cash.cumulative].every((value) => value === 0);
  const perspective = perspectives.find(({ id }) => id === cash.perspective)?.label ?? cash.perspective;
  const divided = splitOf(cash) < cash.years.length;
  const unit = displayOf("CNY", money, t).unit;
  const tools = (
    <>
      <Select
        size="small"
        aria-label={t("board.perspective")}
        value={cash.perspective}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: "label" }}
        className="perspective"
        options={perspectives.map((item) => ({ value: item.id, label: item.label }))}
        onChange={(id) => setSession({ perspective: id })}
      />
      <ViewSwitch value={view} label={t("board.cashView")} onChange={setView} />
    </>
  );
  return (
    <Panel title={`${t("board.cash")} (${unit})`} className="cash" tools={tools}>
      {empty && <p className="muted">{t(troubled ? "board.broken" : "board.noCash")}</p>}
      {!empty && view === "chart" && (
        <Pictured
          title={`${t("board.cash")} · ${perspective}`}
          unit={unit}
          notes={divided ? [t("board.ownScale")] : []}
          head={<Legend cash={cash} />}
        >
          <CashChart cash={cash} />
          {divided && <p className="muted scale-note">{t("board.ownScale")}</p>}
        </Pictured>
      )}
      {!empty && view === "table" && <CashTable cash={cash} />}
    </Panel>
  );
}
