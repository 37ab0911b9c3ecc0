import { Button, Input } from "antd";
import { useState } from "react";
import { useWords } from "../language/i18n.ts";
import { Progressing } from "./Progressing.tsx";
import { useVerify } from "./useVerify.ts";
import { Verified } from "./Verified.tsx";

/** 核验: asks for the proof, against what was printed where somebody has it. */
export function VerifyPanel() {
  const { t } = useWords();
  const verify = useVerify();
  const [against, setAgainst] = useState("");
  return (
    <div className="verify-panel">
      <div className="row wrap">
        <Input
          className="grow"
          aria-label={t("verify.against")}
          placeholder={t("verify.against")}
          maxLength={200}
          value={against}
          onChange={(event) => setAgainst(event.target.value)}
        />
        <Button type="primary" disabled={verify.running} onClick={() => void verify.start(against)}>
          {t("verify.do")}
        </Button>
      </div>
      <Progressing job={verify} label={t("verify.running")} failed={t("verify.failed")} />
      {verify.answer !== null && <Verified answer={verify.answer} />}
    </div>
  );
}
