import { Button, Empty, Segmented } from "antd";
import { useState } from "react";
import { useWords } from "../language/i18n.ts";
import { PageFrame } from "../pages/PageFrame.tsx";
import { Progressing } from "../revisions/Progressing.tsx";
import { useSession } from "../session/store.ts";
import { Compared } from "./Compared.tsx";
import { FigureDialog } from "./FigureDialog.tsx";
import { Reports } from "./Reports.tsx";
import { Sheet } from "./Sheet.tsx";
import { useActuals } from "./useActuals.ts";
import { BLANK } from "./useFigure.ts";

const TABS = ["table", "sheet", "reports"] as const;
type Tab = (typeof TABS)[number];

/** 实际与监测: what happened beside what was planned, what it will come to, and where the figures come from. */
export function ActualsPage() {
  const { t } = useWords();
  const [tab, setTab] = useState<Tab>("table");
  const [isTyping, setTyping] = useState(false);
  const isFixed = useSession((state) => state.session?.readOnly !== undefined);
  const actuals = useActuals();
  const { answer, stale, running } = actuals;
  const isEmpty = answer !== null && answer.reports.length === 0;
  return (
    <PageFrame
      title={t("page.actuals")}
      lead={t("lead.actuals")}
      tools={
        <Segmented<Tab>
          aria-label={t("actuals.tabs")}
          value={tab}
          options={TABS.map((value) => ({ value, label: t(`actuals.tab.${value}`) }))}
          onChange={setTab}
        />
      }
    >
      <Progressing job={actuals} label={t("actuals.running")} failed={t("actuals.failed")} />
      <div className={stale ? "actuals stale" : "actuals"} aria-busy={stale || running}>
        {tab === "reports" && <Reports view={answer} year={actuals.year} />}
        {tab !== "reports" && isEmpty && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("actuals.empty")}>
            <div className="row">
              <Button type="primary" onClick={() => setTab("reports")}>
                {t("actuals.begin")}
              </Button>
              <Button disabled={isFixed} onClick={() => setTyping(true)}>
                {t("actuals.figureOpen")}
              </Button>
            </div>
          </Empty>
        )}
        {answer !== null && isTyping && <FigureDialog view={answer} seed={BLANK} close={() => setTyping(false)} />}
        {tab === "table" && answer !== null && !isEmpty && (
          <Compared view={answer} year={actuals.year} choose={actuals.setYear} />
        )}
        {tab === "sheet" && answer !== null && !isEmpty && <Sheet years={answer.years} first={answer.sheetYear} />}
      </div>
    </PageFrame>
  );
}
