import { useMemo } from "react";
import { TableControl } from "../forms/TableControl.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { useValue } from "../session/effective.ts";
import { textOf } from "../session/json.ts";
import { recordColumns } from "../settings/fields.ts";
import { PageFrame } from "./PageFrame.tsx";

/** List of the document's records. */
export function RecordsPage() {
  const { t } = useWords();
  const columns = useMemo(recordColumns, []);
  const start = textOf(useValue("timeline/start"));
  return (
    <PageFrame title={t("page.records")} lead={t("lead.records")}>
      <TableControl
        path="records"
        label={inBoth("page.records")}
        columns={columns}
        stem="record"
        blank={{ label: t("setting.new.record"), date: start === "" ? "2026-01" : start }}
      />
    </PageFrame>
  );
}
