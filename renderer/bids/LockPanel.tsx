import { Button, Input } from "antd";
import { useState } from "react";
import type { SheetView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { useWords } from "../language/i18n.ts";
import { momentText } from "../revisions/time.ts";
import { flush } from "../session/edit.ts";
import { call } from "../session/host.ts";
import { baseScenario, getSession, takeSession, useSession } from "../session/store.ts";
import { Mark } from "../shell/Mark.tsx";
import { notifyProblems } from "../shell/notices.ts";

/** Locks a sheet, or says by whom it was locked; what is still wanting comes first. */
export function LockPanel({ sheet, view }: { readonly sheet: "evaluation" | "award"; readonly view: SheetView }) {
  const { t } = useWords();
  const [by, setBy] = useState("");
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const title = t(sheet === "evaluation" ? "bids.lockEvaluation" : "bids.lockAward");
  const amiss = view.amiss.length > 0 && (
    <>
      <p>{t("bids.amiss")}</p>
      <ul data-amiss={sheet}>
        {view.amiss.map(({ code, path, message }) => (
          <li key={`${code} ${path} ${message}`}>{message}</li>
        ))}
      </ul>
    </>
  );
  if (view.state === "locked")
    return (
      <Panel title={title}>
        {amiss}
        <p>
          <Mark tone={view.holds === true ? "good" : "warn"}>
            {t(view.holds === true ? "bids.intact" : "bids.altered")}
          </Mark>{" "}
          {t("bids.lockedAt", { at: momentText(view.at ?? ""), by: view.by ?? "" })}
        </p>
        <p>
          {t("bids.hash")} <code className="hash">{view.hash}</code>
        </p>
        <p className="muted">{t("bids.trail")}</p>
      </Panel>
    );
  return (
    <Panel title={title}>
      {view.state === "claimed" && (
        <p>
          <Mark tone="warn">{t("bids.claimed")}</Mark>{" "}
          {t("bids.lockedAt", { at: momentText(view.at ?? ""), by: view.by ?? "" })}
        </p>
      )}
      {view.wanting.length > 0 && (
        <>
          <p>{t("bids.wanting")}</p>
          <ul>
            {view.wanting.map(({ code, path, message }) => (
              <li key={`${code} ${path}`}>{message}</li>
            ))}
          </ul>
        </>
      )}
      {amiss}
      <p className="muted">{t("bids.lockAsk")}</p>
      <div className="bids-tabs">
        <div className="bids-against">
          {t("bids.by")}{" "}
          <Input size="small" aria-label={t("bids.by")} value={by} onChange={(event) => setBy(event.target.value)} />
        </div>
        <Button
          type="primary"
          disabled={readOnly || view.wanting.length > 0 || by.trim() === ""}
          onClick={() => void lock(sheet, by)}
        >
          {title}
        </Button>
      </div>
    </Panel>
  );
}

async function lock(sheet: "evaluation" | "award", by: string): Promise<void> {
  await flush();
  const { session } = getSession();
  if (!session) return;
  const reply = await call("lockSheet", { session: session.session, sheet, by });
  if (reply.ok) takeSession(reply.value, baseScenario);
  else notifyProblems(reply.problems);
}
