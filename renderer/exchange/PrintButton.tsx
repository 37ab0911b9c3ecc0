import { Button } from "antd";
import { useState } from "react";
import type { Calls } from "../../app/contract.ts";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { textOfBase64 } from "../session/bytes.ts";
import { call } from "../session/host.ts";
import { useJob } from "../session/useJob.ts";
import { notifyProblems } from "../shell/notices.ts";
import { PrintPreview } from "./PrintPreview.tsx";

/** Opens what a page shows as it is printed: 报表, 平衡台. */
export function PrintButton({ form }: { readonly form: "statements" | "board" }) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const { start, running } = useJob<Calls["exportWorkbook"]["value"]>();
  const [page, setPage] = useState<string | null>(null);
  const open = () =>
    start(async ({ session, scenario, job }) => {
      const unit = money === "yuan" ? "yuan" : "wan";
      const reply = await call("exportWorkbook", { session, scenario, job, form, as: "html", unit });
      if (reply.ok) setPage(textOfBase64(reply.value.base64));
      else notifyProblems(reply.problems);
      return reply;
    });
  return (
    <>
      <Button type="text" size="small" loading={running} icon={<Icon name="print" />} onClick={() => void open()}>
        {t("print.preview")}
      </Button>
      {page !== null && <PrintPreview title={t(`exchange.${form}`)} page={page} onClose={() => setPage(null)} />}
    </>
  );
}
