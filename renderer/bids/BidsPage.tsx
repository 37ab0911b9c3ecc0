import { Segmented, Select } from "antd";
import { useState } from "react";
import type { BidsView, JsonObject } from "../../app/contract.ts";
import { useWords, type WordKey } from "../language/i18n.ts";
import { PageFrame } from "../pages/PageFrame.tsx";
import { useDocument } from "../session/effective.ts";
import { isObject, objectsOf } from "../session/json.ts";
import { Award } from "./Award.tsx";
import { Evaluation } from "./Evaluation.tsx";
import { FileTools } from "./FileTools.tsx";
import { Matrix } from "./Matrix.tsx";
import { NoticeForm } from "./NoticeForm.tsx";
import { OfferForm } from "./OfferForm.tsx";
import { SolveBid } from "./SolveBid.tsx";
import { useBids } from "./useBids.ts";
import { YearLines } from "./YearLines.tsx";

const TABS = ["compare", "years", "offers", "notice", "evaluation", "award"] as const;
type Tab = (typeof TABS)[number];
const TITLES: Readonly<Record<Tab, WordKey>> = {
  compare: "bids.tabCompare",
  years: "bids.tabYears",
  offers: "bids.tabOffers",
  notice: "bids.tabNotice",
  evaluation: "bids.tabEvaluation",
  award: "bids.tabAward",
};

/** A bidder's file: the notice as it was given out, and one bid that answers it. */
function isForm({ tender, bids }: JsonObject): boolean {
  const [bid, ...others] = objectsOf(bids);
  if (!isObject(tender) || others.length > 0 || bid?.["answers"] === undefined) return false;
  const reference = tender["reference"];
  return !isObject(reference) || objectsOf(reference["revenues"]).length === 0;
}

/** 比选: bids side by side, the notice they answer, and the two sheets. */
export function BidsPage() {
  const { t } = useWords();
  const document = useDocument();
  const isThere = isObject(document["tender"]);
  const [tab, setTab] = useState<Tab>(!isThere ? "notice" : isForm(document) ? "offers" : "compare");
  /** Bid that is being solved for. */
  const [solving, setSolving] = useState("");
  const bids = useBids(isThere);
  const { answer, problems } = bids;
  return (
    <PageFrame title={t("bids.title")} lead={t("bids.lead")} tools={<FileTools />}>
      <div className="bids-tabs">
        <Segmented<Tab>
          value={tab}
          onChange={setTab}
          options={TABS.map((value) => ({ value, label: t(TITLES[value]) }))}
        />
        {answer && tab === "compare" && <Against view={answer} choose={bids.setAgainst} />}
      </div>
      {!isThere && <p className="muted">{t("bids.none")}</p>}
      {[...problems, ...(answer?.problems ?? [])].slice(0, 6).map(({ path, code, message }) => (
        <p key={`${code} ${path}`} className="cell-problem" role="alert">
          {message}
        </p>
      ))}
      <div className={bids.stale ? "bids stale" : "bids"} aria-busy={bids.stale || bids.running}>
        {tab === "offers" && <OfferForm ids={objectsOf(document["bids"])} onSolve={answer ? setSolving : undefined} />}
        {tab === "notice" && <NoticeForm />}
        {answer && tab === "compare" && <Matrix view={answer} onSolve={setSolving} />}
        {answer && tab === "years" && <YearLines view={answer} />}
        {answer && tab === "evaluation" && <Evaluation view={answer} />}
        {answer && tab === "award" && <Award view={answer} />}
      </div>
      {answer?.bids.some(({ id }) => id === solving) && (
        <SolveBid key={solving} id={solving} view={answer} onClose={() => setSolving("")} />
      )}
    </PageFrame>
  );
}

/** Which bid the others are set against. */
function Against({ view, choose }: { readonly view: BidsView; readonly choose: (id: string) => void }) {
  const { t } = useWords();
  return (
    <div className="bids-against">
      {t("bids.against")}
      <Select
        size="small"
        aria-label={t("bids.against")}
        value={view.against}
        onChange={(id: string | null) => id !== null && choose(id)}
        options={view.bids.map(({ id, bidder }) => ({ value: id, label: bidder === "" ? id : bidder }))}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}
