import { useMemo } from "react";
import { TableControl } from "../forms/TableControl.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { useSession } from "../session/store.ts";
import { partyColumns } from "../settings/fields.ts";
import { PageFrame } from "./PageFrame.tsx";

/** 参与主体: who can pay or be paid, and who is inside the project's perimeter. */
export function PartiesPage() {
  const { t } = useWords();
  const roles = useSession((state) => state.catalogue?.partyRoles);
  const columns = useMemo(() => partyColumns(roles ?? []), [roles]);
  return (
    <PageFrame title={t("page.parties")} lead={t("lead.parties")}>
      <TableControl
        path="parties"
        label={inBoth("page.parties")}
        columns={columns}
        stem="party"
        blank={{ label: t("setting.new.party"), role: "other" }}
      />
    </PageFrame>
  );
}
