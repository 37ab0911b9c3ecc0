import { Alert, Button } from "antd";
import { useEffect, useRef, useState } from "react";
import type { Calls, ProblemView } from "../../app/contract.ts";
import { useWords, words } from "../language/i18n.ts";
import { PersonInput } from "../revisions/PersonInput.tsx";
import { offerDownload, toBase64 } from "../session/bytes.ts";
import { flush } from "../session/edit.ts";
import { call } from "../session/host.ts";
import { getSession } from "../session/store.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog, openDialog } from "../shell/navigation.ts";
import { Fingerprint } from "../vault/Fingerprint.tsx";

type Key = Calls["tenderKey"]["value"];
type Sealed = Calls["sealBid"]["value"];

/** 密封报价: the key of whoever calls for tenders, and sealing a bid to it. */
export function SealedDialog() {
  const { t } = useWords();
  const [problems, setProblems] = useState<readonly ProblemView[]>([]);
  return (
    <Dialog title={t("sealedBid.title")} onCancel={closeDialog} footer={null}>
      <p className="vault-lead">{t("sealedBid.lead")}</p>
      <KeyPart report={setProblems} />
      <BidPart report={setProblems} />
      {problems.map(({ code, message, hint }) => (
        <p key={code} className="field-problem" role="alert">
          {[message, hint].filter(Boolean).join(" · ")}
        </p>
      ))}
    </Dialog>
  );
}

interface Part {
  readonly report: (problems: readonly ProblemView[]) => void;
}

function KeyPart({ report }: Part) {
  const { t } = useWords();
  const [key, setKey] = useState<Key | null>(null);
  const ask = async (make: boolean) => {
    const reply = await call("tenderKey", { make });
    if (reply.ok) setKey(reply.value);
    else if (make || reply.problems.some(({ code }) => code !== "key.missing")) report(reply.problems);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the dialog opens
  useEffect(() => void ask(false), []);
  return (
    <section className="dialog-part">
      <h3>{t("sealedBid.tenderer")}</h3>
      <p className="muted">{t("sealedBid.keyLead")}</p>
      {key === null ? (
        <div className="row">
          <Button onClick={() => void ask(true)}>{t("sealedBid.makeKey")}</Button>
        </div>
      ) : (
        <>
          <p>
            {t("sealedBid.fingerprint")} <Fingerprint digits={key.fingerprint} words={key.words} />
          </p>
          <p className="muted">{t("sealedBid.kept", { path: key.path })}</p>
          <div className="row">
            <Button onClick={() => offerDownload(key.name, key.base64)}>{t("sealedBid.giveKey")}</Button>
            <Button onClick={() => openDialog("keys")}>{t("keys.menu")}</Button>
          </div>
        </>
      )}
      <Alert type="warning" showIcon={false} title={t("sealedBid.final")} />
      <div className="row">
        <span>{t("sealedBid.opener")}</span>
        <PersonInput />
      </div>
    </section>
  );
}

function BidPart({ report }: Part) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [sealed, setSealed] = useState<Sealed | null>(null);
  const take = async (file: File) => {
    const reply = await sealTo(file);
    setSealed(reply.ok ? reply.value : null);
    report(reply.ok ? [] : reply.problems);
  };
  return (
    <section className="dialog-part">
      <h3>{t("sealedBid.bidder")}</h3>
      <p className="muted">{t("sealedBid.bidLead")}</p>
      <div className="row">
        <Button onClick={() => input.current?.click()}>{t("sealedBid.pickKey")}</Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json"
        aria-label={t("sealedBid.pickKey")}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) void take(file);
        }}
      />
      {sealed !== null && (
        <>
          <p>
            {t("sealedBid.sealedTo")} <Fingerprint digits={sealed.fingerprint} words={sealed.words} />
          </p>
          <p className="muted">{t("sealedBid.compare")}</p>
          <div className="row">
            <Button type="primary" onClick={() => offerDownload(sealed.name, sealed.base64)}>
              {t("sealedBid.download")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

async function sealTo(file: File) {
  await flush();
  const { session } = getSession();
  try {
    return await call("sealBid", { session: session?.session ?? "", key: await toBase64(file) });
  } catch {
    const message = words("start.unreadable", { name: file.name });
    return { ok: false, problems: [{ code: "open.unreadable", message, path: file.name }] } as const;
  }
}
