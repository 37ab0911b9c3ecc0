import { Button } from "antd";
import { useState } from "react";
import { useWords } from "../language/i18n.ts";
import { Secret } from "./Secret.tsx";

/** What passphrases are wanted for. */
export type Wanted = "lock" | "change" | "unlock" | "export";

export interface Given {
  /** Empty where the key has none. */
  readonly current: string;
  /** Empty where none is to be set. */
  readonly next: string;
}

interface Form {
  readonly wanted: Wanted;
  readonly isLocked: boolean;
  readonly give: (given: Given) => Promise<void>;
}

/** The passphrase a key has, where it has one, and the one it or its copy is to have, typed twice. */
export function PassphraseForm({ wanted, isLocked, give }: Form) {
  const { t } = useWords();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [isBusy, setBusy] = useState(false);
  const sets = wanted !== "unlock";
  const differ = again !== "" && again !== next;
  const isWhole = (!isLocked || current !== "") && (!sets || (next !== "" && next === again));
  const send = async () => {
    setBusy(true);
    await give({ current, next });
    setBusy(false);
  };
  return (
    <div className="dialog-part">
      {wanted === "export" && <p>{t("keys.exportText")}</p>}
      {isLocked && <Secret label={t("vault.current")} value={current} onChange={setCurrent} />}
      {sets && <Secret label={t("vault.next")} value={next} onChange={setNext} />}
      {sets && <Secret label={t("vault.again")} value={again} onChange={setAgain} />}
      {differ && <p className="field-problem">{t("vault.differ")}</p>}
      <div className="row">
        <Button type="primary" disabled={!isWhole || isBusy} onClick={() => void send()}>
          {t("keys.give")}
        </Button>
      </div>
    </div>
  );
}
