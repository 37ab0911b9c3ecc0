import { Alert, Button } from "antd";
import { useEffect } from "react";
import type { StartsView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { Progressing } from "../levers/Progressing.tsx";
import { Figure } from "../numbers/Figure.tsx";
import { edit } from "../session/edit.ts";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useJob } from "../session/useJob.ts";
import { DataTable } from "../tables/DataTable.tsx";

/** Starts that meet what is asked, to be taken over in one step; or what stands in the way. */
export function Starts({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const job = useJob<StartsView>();
  const { start, answer } = job;
  const begin = () => start(({ session, job: id }) => call("starts", { session, job: id }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, by opening it
  useEffect(() => {
    void begin();
  }, [start]);
  const tools = (
    <Button size="small" type="text" onClick={onClose}>
      {t("app.close")}
    </Button>
  );
  return (
    <Panel title={t("portfolio.proposal")} className="folio-starts" tools={tools}>
      {job.running && <p className="muted">{t("portfolio.proposing")}</p>}
      <Progressing {...job} start={begin} />
      {answer && <Answer answer={answer} onTaken={onClose} />}
    </Panel>
  );
}

function Answer({ answer, onTaken }: { readonly answer: StartsView; readonly onTaken: () => void }) {
  const { t, pick } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const { found, message, obstacles, starts, checks, edits } = answer;
  const take = () => {
    edit(edits, { label: inBoth("portfolio.taken") });
    onTaken();
  };
  return (
    <>
      <Alert
        type={found ? "success" : "warning"}
        showIcon
        title={pick(message)}
        description={
          obstacles.length > 0 ? (
            <ul>
              {obstacles.map((obstacle) => (
                <li key={obstacle.en}>{pick(obstacle)}</li>
              ))}
            </ul>
          ) : undefined
        }
        action={
          edits.length > 0 ? (
            <Button type="primary" disabled={readOnly} onClick={take}>
              {t("portfolio.take")}
            </Button>
          ) : undefined
        }
      />
      <div className="folio-two">
        {starts.length > 0 && (
          <DataTable className="plain">
            <thead>
              <tr>
                <th scope="col">{t("portfolio.member")}</th>
                <th scope="col" className="number">
                  {t("portfolio.startMonths")}
                </th>
                <th scope="col" className="number">
                  {t("portfolio.change")}
                </th>
              </tr>
            </thead>
            <tbody>
              {starts.map(({ member, label, from, to, change }) => (
                <tr key={member} className={from === to ? "" : "moved"}>
                  <th scope="row">{pick(label)}</th>
                  <td className="number figure">{from === to ? from : `${from} → ${to}`}</td>
                  <td className="number">
                    <Figure value={change} unit="CNY" />
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
        <DataTable className="plain">
          <thead>
            <tr>
              <th scope="col">{t("portfolio.demand")}</th>
              <th scope="col" className="number">
                {t("portfolio.before")}
              </th>
              <th scope="col" className="number">
                {t("portfolio.after")}
              </th>
              <th scope="col">{t("portfolio.result")}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map(({ line, label, before, after, met }) => {
              const unit = line.startsWith("target.") ? "1" : "CNY";
              return (
                <tr key={line}>
                  <th scope="row">{pick(label)}</th>
                  <td className="number">
                    <Figure value={before} unit={unit} id={line} />
                  </td>
                  <td className="number">
                    <Figure value={after} unit={unit} id={line} />
                  </td>
                  <td className={met ? "good" : "bad"}>{t(met ? "portfolio.met" : "portfolio.missed")}</td>
                </tr>
              );
            })}
          </tbody>
        </DataTable>
      </div>
    </>
  );
}
