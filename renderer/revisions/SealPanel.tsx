import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import type { SealedView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { call } from "../session/host.ts";
import { withPassphrase } from "../session/passphrase.ts";
import { useSession } from "../session/store.ts";
import { openDialog } from "../shell/navigation.ts";
import { notifyProblems } from "../shell/notices.ts";
import { Fingerprint } from "../vault/Fingerprint.tsx";
import { PersonInput } from "./PersonInput.tsx";
import { usePerson } from "./person.ts";
import { historyChanged } from "./store.ts";

/** 封存: freezes the newest revision, signed where wanted; says what to print. */
export function SealPanel() {
  const { t } = useWords();
  const session = useSession((state) => state.session);
  const by = usePerson((state) => state.name) ?? "";
  const [note, setNote] = useState("");
  const [sign, setSign] = useState(true);
  const [sealed, setSealed] = useState<SealedView | null>(null);
  if (session === null) return null;
  const seal = async () => {
    const asked = { session: session.session, by, note: note.trim(), sign };
    const reply = await withPassphrase(t("keys.signing"), (given) => call("seal", { ...asked, ...given }), "key");
    if (reply === undefined) return;
    if (!reply.ok) return notifyProblems(reply.problems);
    setSealed(reply.value);
    historyChanged();
  };
  const isBarred = session.readOnly !== undefined || session.path === undefined;
  return (
    <div className="seal-panel">
      <p className="muted">{t("seal.lead")}</p>
      <div className="row wrap">
        <PersonInput />
        <Input
          aria-label={t("seal.note")}
          placeholder={t("seal.note")}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Checkbox checked={sign} onChange={(event) => setSign(event.target.checked)}>
          {t("seal.sign")}
        </Checkbox>
        <Button type="primary" disabled={isBarred || session.dirty || by === ""} onClick={() => void seal()}>
          {t("seal.do")}
        </Button>
        <Button onClick={() => openDialog("keys")}>{t("keys.menu")}</Button>
      </div>
      {session.dirty && <p className="field-problem">{t("seal.dirty")}</p>}
      {sealed !== null && (
        <div data-sealed>
          <p>
            {t("seal.done")}
            {t("seal.print")}
          </p>
          <code className="hash">{sealed.chain}</code>
          {sealed.key !== null && (
            <p>
              {t("seal.key")} <Fingerprint digits={sealed.key.fingerprint} words={sealed.key.words} />
            </p>
          )}
          {sealed.key?.isNew === true && <p className="field-problem">{t("seal.newKey", { path: sealed.key.path })}</p>}
        </div>
      )}
    </div>
  );
}
