import { Alert, Button } from "antd";
import { useEffect, useState } from "react";
import type { KeyView, ProblemView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { call } from "../session/host.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";
import { KeyPart } from "./KeyPart.tsx";

/** 我的密钥: what this user signs with and opens bids with; passphrases, copies, import. */
export function KeysDialog() {
  const { t } = useWords();
  const [keys, setKeys] = useState<readonly KeyView[]>([]);
  const [problems, setProblems] = useState<readonly ProblemView[]>([]);
  useEffect(() => {
    void call("keys", {}).then((reply) => (reply.ok ? setKeys(reply.value) : setProblems(reply.problems)));
  }, []);
  const take = (now: readonly KeyView[]): void => {
    setProblems([]);
    setKeys(now);
  };
  const footer = [
    <Button key="close" onClick={closeDialog}>
      {t("app.close")}
    </Button>,
  ];
  return (
    <Dialog title={t("keys.title")} onCancel={closeDialog} footer={footer}>
      <p className="vault-lead">{t("keys.lead")}</p>
      {keys.map((one) => (
        <KeyPart key={one.kind} view={one} take={take} report={setProblems} />
      ))}
      <Alert type="warning" showIcon={false} title={t("keys.final")} />
      {problems.map(({ code, message, hint }) => (
        <p key={code} className="field-problem" role="alert">
          {[message, hint].filter(Boolean).join(" · ")}
        </p>
      ))}
    </Dialog>
  );
}
