import { Alert, Button, Checkbox } from "antd";
import { useState } from "react";
import type { ProblemView } from "../../app/contract.ts";
import { useWords, words } from "../language/i18n.ts";
import { flush } from "../session/edit.ts";
import { call } from "../session/host.ts";
import { getSession, setSession, takeSession, useSession } from "../session/store.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";
import { notifyDone } from "../shell/notices.ts";
import { Secret } from "./Secret.tsx";

/** Locks the file of the model by a passphrase; of one that is locked changes the passphrase, or takes it off. */
export function LockDialog() {
  const { t } = useWords();
  const locked = useSession((state) => state.session?.locked === true);
  const hasFile = useSession((state) => state.session?.path?.toLowerCase().endsWith(".pingheng") === true);
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [understood, setUnderstood] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemView[]>([]);
  const differ = again !== "" && again !== next;
  const isWhole = next !== "" && again === next && understood && hasFile;
  const send = async (how: Relocking, done: "locked" | "changed" | "unlocked") => {
    const wrong = await relock(how);
    if (wrong.length > 0) return setProblems(wrong);
    closeDialog();
    notifyDone(words(`vault.${done}`));
  };
  const footer = [
    <Button key="cancel" onClick={closeDialog}>
      {t("app.cancel")}
    </Button>,
    locked && (
      <Button key="unlock" danger disabled={current === ""} onClick={() => void send({ current }, "unlocked")}>
        {t("vault.unlock")}
      </Button>
    ),
    <Button
      key="lock"
      type="primary"
      disabled={!isWhole || (locked && current === "")}
      onClick={() => void (locked ? send({ current, next }, "changed") : send({ next }, "locked"))}
    >
      {t(locked ? "vault.change" : "vault.lock")}
    </Button>,
  ];
  return (
    <Dialog title={t(locked ? "vault.changeTitle" : "vault.lockTitle")} onCancel={closeDialog} footer={footer}>
      <p className="vault-lead">{t(locked ? "vault.changeText" : "vault.lockText")}</p>
      {!hasFile && <p className="field-problem">{t("vault.needsFile")}</p>}
      {locked && <Secret label={t("vault.current")} value={current} onChange={setCurrent} />}
      <Secret label={t("vault.next")} value={next} onChange={setNext} />
      <Secret label={t("vault.again")} value={again} onChange={setAgain} />
      {differ && <p className="field-problem">{t("vault.differ")}</p>}
      <Alert type="warning" showIcon={false} title={t("vault.final")} />
      <Checkbox checked={understood} onChange={(event) => setUnderstood(event.target.checked)}>
        {t("vault.understood")}
      </Checkbox>
      {!locked && <p className="muted">{t("vault.traces")}</p>}
      {problems.map(({ code, message, hint }) => (
        <p key={code} className="field-problem" role="alert">
          {[message, hint].filter(Boolean).join(" · ")}
        </p>
      ))}
    </Dialog>
  );
}

interface Relocking {
  readonly current?: string;
  readonly next?: string;
}

/** @returns what kept it from being done */
async function relock(how: Relocking): Promise<readonly ProblemView[]> {
  await flush();
  const { session, scenario } = getSession();
  if (!session) return [];
  setSession({ busy: true });
  const reply = await call("relock", { session: session.session, scenario, ...how });
  setSession({ busy: false });
  if (!reply.ok) return reply.problems;
  takeSession(reply.value, scenario);
  return [];
}
