import type { ReactNode } from "react";
import type { ImportView, ProblemView } from "../../app/contract.ts";
import { useWords, type WordKey } from "../language/i18n.ts";
import { DataTable } from "../tables/DataTable.tsx";

/** Rows shown; more than that nobody reads one by one. */
const ROWS_MAX = 500;

interface CellTableProps {
  readonly heads: readonly WordKey[];
  readonly count: number;
  readonly children: ReactNode;
}

/** A row a cell, the first of them; how many more there are is said. */
function CellTable({ heads, count, children }: CellTableProps) {
  const { t } = useWords();
  return (
    <div className="import-lines">
      <DataTable className="plain">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </DataTable>
      {count > ROWS_MAX && <p className="muted">{t("exchange.more", { count: count - ROWS_MAX })}</p>}
    </div>
  );
}

/** Every fault at its cell, with what to do about it. */
export function FaultTable({ faults }: { readonly faults: readonly ProblemView[] }) {
  return (
    <CellTable heads={["exchange.cell", "exchange.fault", "exchange.remedy"]} count={faults.length}>
      {faults.slice(0, ROWS_MAX).map(({ code, path, message, hint }) => (
        <tr key={`${code} ${path} ${message}`} data-cell={path}>
          <th scope="row">{path}</th>
          <td>{message}</td>
          <td className="muted">{hint}</td>
        </tr>
      ))}
    </CellTable>
  );
}

/** What every changed cell does: the input, what it was, what it is to be. */
export function ChangeTable({ changes }: Pick<ImportView, "changes">) {
  return (
    <CellTable heads={["exchange.cell", "exchange.place", "exchange.before", "exchange.after"]} count={changes.length}>
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
    </CellTable>
  );
}
