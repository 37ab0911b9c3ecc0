import { Spin } from "antd";
import { useEffect, useState } from "react";
import type { LicenceView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { call } from "../session/host.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";
import { notifyProblems } from "../shell/notices.ts";

/** 开源许可: software by others in the program, each with the text it is licensed by. */
export function LicencesDialog() {
  const { t } = useWords();
  const [licences, setLicences] = useState<readonly LicenceView[] | null>(null);
  useEffect(() => {
    void call("licences", {}).then((reply) => {
      if (reply.ok) setLicences(reply.value);
      else notifyProblems(reply.problems);
    });
  }, []);
  return (
    <Dialog title={t("licences.title")} onCancel={closeDialog} footer={null} width={720}>
      <p>{t("licences.lead", { count: licences?.length ?? 0 })}</p>
      {licences === null ? <Spin /> : <Licences all={licences} />}
    </Dialog>
  );
}

function Licences({ all }: { readonly all: readonly LicenceView[] }) {
  const { t } = useWords();
  if (all.length === 0) return <p className="muted">{t("licences.none")}</p>;
  return (
    <div className="licences">
      {all.map(({ name, version, licence, text }) => (
        <details key={`${name} ${version}`}>
          <summary>
            <strong>{name}</strong> {version} <span className="muted">{licence}</span>
          </summary>
          <pre>{text ?? t("licences.noText", { licence })}</pre>
        </details>
      ))}
    </div>
  );
}
