import type { ImportView, ProblemView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";

/** Rows shown; more than that nobody reads one by one. */
const ROWS_MAX = 500;

/** Every fault at its cell, with what to do about it. */
export function FaultTable({ faults }: { readonly faults: readonly ProblemView[] }) {
  const { t } = useWords();
  return (
    <div className="import-lines">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t("exchange.cell")}</th>
            <th scope="col">{t("exchange.fault")}</th>
            <th scope="col">{t("exchange.remedy")}</th>
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, ROWS_MAX).map(({ code, path, message, hint }) => (
            <tr key={`${code} ${path} ${message}`} data-cell={path}>
              <th scope="row">{path}</th>
              <td>{message}</td>
              <td className="muted">{hint}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What every changed cell does: the input, what it was, what it is to be. */
export function ChangeTable({ changes }: Pick<ImportView, "changes">) {
  const { t } = useWords();
  return (
    <div className="import-lines">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t("exchange.cell")}</th>
            <th scope="col">{t("exchange.place")}</th>
            <th scope="col">{t("exchange.before")}</th>
            <th scope="col">{t("exchange.after")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, ROWS_MAX).map(({ cell, path, label, before, after }) => (
            <tr key={`${cell} ${path}`} data-cell={cell}>
              <td>{cell}</td>
              <th scope="row" title={path}>
                {label}
              </th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > ROWS_MAX && <p className="muted">{t("exchange.more", { count: changes.length - ROWS_MAX })}</p>}
    </div>
  );
}
