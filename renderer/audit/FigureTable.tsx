import type { AuditFigureView } from "../../app/contract.ts";
import { useValueWords } from "../compare/BridgePanel.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { edit } from "../session/edit.ts";
import { useSession } from "../session/store.ts";
import { Mark } from "../shell/Mark.tsx";
import { goToPath } from "../shell/navigation.ts";
import { DataTable } from "../tables/DataTable.tsx";

const HEADS = ["submitted", "audited", "difference", "reason", "clause"] as const;

/** The reviewer's figures: what was submitted, what stands instead, why and under what. */
export function FigureTable({ figures }: { readonly figures: readonly AuditFigureView[] }) {
  const { t } = useWords();
  const inWords = useValueWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const remove = (id: string) => edit([{ path: `audit/${id}` }], { label: inBoth("audit.removed") });
  return (
    <DataTable className="plain">
      <thead>
        <tr>
          <th scope="col">{t("audit.item")}</th>
          {HEADS.map((head) => (
            <th scope="col" key={head}>
              {t(`audit.${head}`)}
            </th>
          ))}
          <th scope="col">
            <span className="unseen">{t("audit.remove")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ id, path, label, before, after, difference, reason, clause, author, stands }) => (
          <tr key={id} data-audited={id}>
            <th scope="row">
              <button type="button" className="line-link" title={path} onClick={() => goToPath(path)}>
                {label}
              </button>{" "}
              {!stands && <Mark tone="warn">{t("audit.left")}</Mark>}
            </th>
            <td className="figure">{inWords(path, before)}</td>
            <td className="figure">{inWords(path, after)}</td>
            <td className="figure">{difference === null ? "" : inWords(path, difference)}</td>
            <td title={author}>{reason === "" ? <Mark tone="warn">{t("audit.noReason")}</Mark> : reason}</td>
            <td>{clause}</td>
            <td>
              <IconButton icon="trash" label={t("audit.remove")} disabled={readOnly} onClick={() => remove(id)} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
