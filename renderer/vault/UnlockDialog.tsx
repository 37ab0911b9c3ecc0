import { Button, Input } from "antd";
import { useState } from "react";
import { useWords } from "../language/i18n.ts";
import { useAsking } from "../session/passphrase.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { useFirst } from "../shell/useFirst.ts";

/** The passphrase of what is being opened, whenever one is asked for. */
export function UnlockDialog() {
  const asking = useAsking((state) => state.asking);
  return asking === null ? null : <Asked key={asking.refused ?? ""} {...asking} />;
}

function Asked({ locked, name, refused, answer }: NonNullable<ReturnType<typeof useAsking.getState>["asking"]>) {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState("");
  const first = useFirst();
  const give = () => {
    if (passphrase !== "") answer(passphrase);
  };
  return (
    <Dialog
      title={t(locked === "key" ? "keys.askTitle" : "vault.openTitle", { name })}
      onCancel={() => answer(undefined)}
      footer={[
        <Button key="cancel" onClick={() => answer(undefined)}>
          {t("app.cancel")}
        </Button>,
        <Button key="open" type="primary" disabled={passphrase === ""} onClick={give}>
          {t(locked === "key" ? "keys.give" : "vault.open")}
        </Button>,
      ]}
    >
      <p>{t(locked === "key" ? "keys.askText" : "vault.openText")}</p>
      <Input.Password
        ref={first}
        autoComplete="off"
        aria-label={t("vault.current")}
        status={refused === undefined ? "" : "error"}
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
        onPressEnter={give}
      />
      {refused !== undefined && (
        <p className="field-problem" role="alert">
          {refused}
        </p>
      )}
    </Dialog>
  );
}
