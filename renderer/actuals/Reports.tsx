import { Button } from "antd";
import type { ActualsView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { toTsv } from "../forms/tsv.ts";
import { IconButton } from "../icons/IconButton.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { formatNumber } from "../numbers/format.ts";
import { usePreferences } from "../preferences/store.ts";
import { edit } from "../session/edit.ts";
import { useSession } from "../session/store.ts";
import { notifyDone, notifyProblems } from "../shell/notices.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { Paste } from "./Paste.tsx";

interface Props {
  readonly view: ActualsView | null;
  /** Whose periods the view has; years where left out. */
  readonly year: string | undefined;
}

/** Where figures come from: what was reported, and a block to paste. */
export function Reports({ view, year }: Props) {
  return (
    <>
      <Paste tools={view !== null && <Template view={view} year={year} />} />
      {view !== null && <Sources view={view} />}
      {view !== null && view.astray.length > 0 && <Astray view={view} />}
    </>
  );
}

/** The table to fill in, for the clipboard. */
function Template({ view, year }: { readonly view: ActualsView; readonly year: string | undefined }) {
  const { t } = useWords();
  const copy = async () => {
    const rows = [
      ["", "", ...view.columns.map(({ place }) => place)],
      ...view.rows.map(({ line, group, label, cells }) => [
        line,
        group === "" ? label : `${group} · ${label}`,
        ...cells.map(({ actual }) => actual ?? ""),
      ]),
    ];
    try {
      await navigator.clipboard.writeText(toTsv(rows));
      notifyDone(t("actuals.copied", { count: rows.length }));
    } catch {
      notifyProblems([{ code: "actuals.copy", message: t("actuals.copyFailed"), path: "" }]);
    }
  };
  return <Button onClick={() => void copy()}>{t("actuals.template", { year: year ?? t("actuals.allYears") })}</Button>;
}

function Sources({ view: { reports } }: { readonly view: ActualsView }) {
  const { t } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const remove = (id: string) => edit([{ path: `actuals/reports/${id}` }], { label: inBoth("actuals.removed") });
  return (
    <Panel title={t("actuals.sources")}>
      {reports.length === 0 ? (
        <p className="muted">{t("actuals.none")}</p>
      ) : (
        <DataTable className="plain figures">
          <thead>
            <tr>
              {(["document", "date", "by", "note", "figures"] as const).map((head) => (
                <th scope="col" key={head}>
                  {head === "date" ? t("actuals.date").split(" ")[0] : t(`actuals.${head}`)}
                </th>
              ))}
              <th scope="col">
                <span className="unseen">{t("actuals.remove")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {reports.map(({ id, document, date, by, note, figures }) => (
              <tr key={id} data-report={id}>
                <th scope="row">{document}</th>
                <td className="words">{date}</td>
                <td className="words">{by}</td>
                <td className="words">{note}</td>
                <td>{figures}</td>
                <td>
                  <IconButton icon="trash" label={t("actuals.remove")} disabled={readOnly} onClick={() => remove(id)} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Panel>
  );
}

function Astray({ view: { astray, reports } }: { readonly view: ActualsView }) {
  const { t } = useWords();
  const negative = usePreferences((state) => state.negative);
  const heads = ["line", "period", "amount", "report"] as const;
  const nameOf = (id: string) => reports.find((report) => report.id === id)?.document ?? id;
  return (
    <Panel title={t("actuals.astray")}>
      <DataTable className="plain figures">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {t(`actuals.astrayHeads.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {astray.slice(0, 200).map(({ line, period, amount, report }) => (
            <tr key={`${report} ${line} ${period}`}>
              <th scope="row">{line}</th>
              <td className="words">{period}</td>
              <td>{formatNumber(amount, { places: 0, digits: 2, unit: "" }, negative).text}</td>
              <td className="words">{nameOf(report)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  );
}
