import { Segmented, Select } from "antd";
import { useState } from "react";
import type { AmountView, AuditView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { formatNumber } from "../numbers/format.ts";
import { usePreferences } from "../preferences/store.ts";
import { DataTable } from "../tables/DataTable.tsx";

const COLUMNS = ["before", "after", "increase", "decrease"] as const;
const HEADS = { before: "submitted", after: "audited", increase: "increase", decrease: "decrease" } as const;

/** 送审—审定—核增—核减 in yuan and fen, whatever unit of money is chosen: the table adds up to the fen. */
function Fen({ amount }: { readonly amount: string }) {
  const negative = usePreferences((state) => state.negative);
  return <>{formatNumber(amount, { places: 0, digits: 2, unit: "" }, negative).text}</>;
}

/** The investment estimate of both plans, over the horizon or in one year. */
export function AmountTable({ table: { years, rows } }: { readonly table: NonNullable<AuditView["table"]> }) {
  const { t } = useWords();
  const [year, setYear] = useState("");
  const [moved, setMoved] = useState(true);
  const at = years.indexOf(year);
  const amountsOf = (row: (typeof rows)[number]): AmountView => row.years[at] ?? row;
  const shown = rows.filter((row, index) => {
    const { before, after } = amountsOf(row);
    return !moved || before !== after || index === rows.length - 1;
  });
  return (
    <>
      <div className="row wrap">
        <Select
          aria-label={t("audit.year")}
          value={year}
          options={[{ value: "", label: t("audit.total") }, ...years.map((value) => ({ value, label: value }))]}
          onChange={setYear}
        />
        <Segmented<boolean>
          aria-label={t("audit.rows")}
          value={moved}
          options={[
            { value: true, label: t("audit.moved") },
            { value: false, label: t("remarks.all") },
          ]}
          onChange={setMoved}
        />
        <span className="muted">{t("audit.rounding")}</span>
      </div>
      <DataTable className="plain figures">
        <thead>
          <tr>
            <th scope="col">{t("audit.item")}</th>
            {COLUMNS.map((column) => (
              <th scope="col" key={column}>
                {t(`audit.${HEADS[column]}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={`${row.no} ${row.label}`} data-row={row.no} className={row.no.includes(".") ? "" : "total"}>
              <th scope="row" className={`level-${row.level}`} title={row.line}>
                {row.no} {row.label}
              </th>
              {COLUMNS.map((column) => (
                <td key={column} data-column={column}>
                  <Fen amount={amountsOf(row)[column]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
