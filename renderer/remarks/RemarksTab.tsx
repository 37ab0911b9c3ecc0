import { Button, Empty, Segmented } from "antd";
import { useState } from "react";
import type { RemarkState, RemarkView, SeverityView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { SEVERITIES } from "../review/filter.ts";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useFresh } from "../session/useFresh.ts";
import { RemarkRow } from "./RemarkRow.tsx";
import { mark } from "./store.ts";

const STATES: readonly RemarkState[] = ["open", "answered", "accepted"];

function useRemarks() {
  const session = useSession((state) => state.session);
  const scenario = useSession((state) => state.scenario);
  const findings = useSession((state) => state.agreement?.findings);
  const id = session?.session ?? "";
  const key = session === null ? null : [id, session.version, scenario].join();
  const fresh = useFresh<readonly RemarkView[]>(key, () => call("remarks", { session: id, scenario }));
  const view = (fresh.view ?? []).map((remark) => {
    if (remark.there !== null || findings === undefined) return remark;
    const [check, path = ""] = remark.anchor.split(" ");
    return { ...remark, there: findings.some((one) => one.id === check && (path === "" || one.path === path)) };
  });
  return { ...fresh, view };
}

/** 批注: all remarks by state and severity, each with the way to its place. */
export function RemarksTab() {
  const { t } = useWords();
  const { view } = useRemarks();
  const [state, setState] = useState<RemarkState | "all">("all");
  const [severity, setSeverity] = useState<SeverityView | "all">("all");
  const shown = view.filter(
    (one) => (state === "all" || one.state === state) && (severity === "all" || one.severity === severity),
  );
  const count = (word: RemarkState) => view.filter((one) => one.state === word).length;
  return (
    <>
      <div className="review-tools">
        <Segmented<RemarkState | "all">
          aria-label={t("remarks.state")}
          value={state}
          options={[
            { value: "all", label: `${t("remarks.all")} ${view.length}` },
            ...STATES.map((word) => ({ value: word, label: `${t(`remarks.states.${word}`)} ${count(word)}` })),
          ]}
          onChange={setState}
        />
        <Segmented<SeverityView | "all">
          aria-label={t("remarks.severity")}
          value={severity}
          options={[
            { value: "all", label: t("remarks.all") },
            ...SEVERITIES.map((word) => ({ value: word, label: `${t(`review.severities.${word}`)} ${word}` })),
          ]}
          onChange={setSeverity}
        />
        <Button onClick={() => mark({ on: "file", anchor: "", place: t("remarks.on.file") })}>
          {t("remarks.whole")}
        </Button>
      </div>
      {shown.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("remarks.none")} />
      ) : (
        <ul className="findings">
          {shown.map((remark) => (
            <RemarkRow key={remark.id} remark={remark} />
          ))}
        </ul>
      )}
    </>
  );
}
