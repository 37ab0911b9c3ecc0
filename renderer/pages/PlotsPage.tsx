import { useMemo } from "react";
import { TableControl } from "../forms/TableControl.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { plotColumns } from "../settings/fields.ts";
import { PageFrame } from "./PageFrame.tsx";

/** List of the document's plots. */
export function PlotsPage() {
  const { t } = useWords();
  const columns = useMemo(plotColumns, []);
  return (
    <PageFrame title={t("page.plots")} lead={t("lead.plots")}>
      <TableControl
        path="plots"
        label={inBoth("page.plots")}
        columns={columns}
        stem="plot"
        blank={{ label: t("setting.new.plot") }}
      />
    </PageFrame>
  );
}
