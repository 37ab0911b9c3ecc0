import { Alert, Button } from "antd";
import { useCallback, useEffect } from "react";
import type { ReviewStressView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Progressing } from "../revisions/Progressing.tsx";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useJob } from "../session/useJob.ts";
import { ProblemLines } from "../shell/ProblemLines.tsx";
import { DataTable } from "../tables/DataTable.tsx";
import { StressRow, VerdictCells, withdraw } from "./StressRow.tsx";

/** 压力: what the audited plan withstands, verdict by verdict. */
export function StressTab() {
  const { t } = useWords();
  const version = useSession((state) => state.session?.version ?? 0);
  const { start: begin, ...job } = useJob<ReviewStressView>({ keeps: true });
  const start = useCallback(
    () => begin(({ session, scenario, job: id }) => call("reviewStress", { session, scenario, job: id })),
    [begin],
  );
  useEffect(() => void start(), [start]);
  const { answer } = job;
  const isStale = answer !== null && answer.version !== version;
  return (
    <div className="audit">
      <p className="muted">{t("stress.lead")}</p>
      <Progressing job={job} label={t("stress.running")} failed={t("reviewing.stress")} />
      {(isStale || job.cancelled) && !job.running && (
        <Alert
          type="info"
          showIcon
          title={isStale ? t("stress.stale") : t("compare.progress")}
          action={<Button onClick={() => void start()}>{t("stress.again")}</Button>}
        />
      )}
      {answer !== null && <Stresses answer={answer} />}
    </div>
  );
}

function Stresses({ answer: { audited, rows, left, problems } }: { readonly answer: ReviewStressView }) {
  const { t, pick } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  return (
    <>
      {problems.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("stress.problems")}
          description={<ProblemLines problems={problems} />}
        />
      )}
      <div className="side-by-side stress-rows">
        <DataTable className="plain figures">
          <thead>
            <tr>
              <th scope="col">{t("stress.item")}</th>
              <th scope="col">{t("stress.size")}</th>
              <th scope="col">{t("stress.kept")}</th>
              <th scope="col" className="words">
                {t("stress.turned")}
              </th>
              {audited.verdicts.map(({ id, title }) => (
                <th scope="col" key={id} title={pick(title)}>
                  {id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="total" data-stress="audited">
              <th scope="row">{audited.label}</th>
              <td />
              <td />
              <td />
              <VerdictCells verdicts={audited.verdicts} turned={[]} />
            </tr>
            {rows.map((row) => (
              <StressRow key={`${row.kind} ${row.id}`} row={row} />
            ))}
          </tbody>
        </DataTable>
      </div>
      <p className="muted">{t("stress.own")}</p>
      {left.length > 0 && (
        <Panel title={t("stress.left")}>
          <ul>
            {left.map(({ id, label, reason, kept }) => (
              <li key={id} data-left={id}>
                {label}
                <span className="muted"> · {reason}</span>
                {kept && (
                  <IconButton
                    icon="trash"
                    label={t("stress.remove")}
                    disabled={readOnly}
                    onClick={() => withdraw(id)}
                  />
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
