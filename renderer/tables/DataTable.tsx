import { type TableHTMLAttributes, useRef } from "react";
import { useWords } from "../language/i18n.ts";
import { headingOf, textsIn } from "./read.ts";
import { TableTools } from "./TableTools.tsx";
import { tableRows } from "./texts.ts";

/** A table that can be copied and saved as it stands on the page. */
export function DataTable({ children, ...given }: TableHTMLAttributes<HTMLTableElement>) {
  const { t } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const rows = () => (table.current === null ? [] : tableRows(textsIn(table.current), t("table.unit")));
  const title = () => (table.current === null ? "" : headingOf(table.current));
  return (
    <>
      <TableTools title={title} rows={rows} />
      <table ref={table} {...given}>
        {children}
      </table>
    </>
  );
}
