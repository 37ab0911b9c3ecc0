import { App, Button, Select } from "antd";
import { useEffect, useState } from "react";
import type { ActualsSheetView } from "../../app/contract.ts";
import { toTsv } from "../forms/tsv.ts";
import { useWords } from "../language/i18n.ts";
import { Progressing } from "../revisions/Progressing.tsx";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useJob } from "../session/useJob.ts";
import { DataTable } from "../tables/DataTable.tsx";

/** 年度监测表, as it would be printed. */
export function Sheet({ years, first }: { readonly years: readonly string[]; readonly first: string }) {
  const { t, lang } = useWords();
  const { message } = App.useApp();
  const [year, setYear] = useState(first);
  const { start, ...job } = useJob<ActualsSheetView>({ keeps: true });
  const version = useSession((state) => state.session?.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is about one version, in one language
  useEffect(() => {
    void start(({ session, scenario, job: id }) => call("actualsSheet", { session, scenario, job: id, year }));
  }, [start, year, version, lang]);
  const { answer } = job;
  const copy = async () => {
    if (answer === null) return;
    const lines = (texts: readonly string[]) => texts.map((line) => [line]);
    try {
      await navigator.clipboard.writeText(toTsv([...lines(answer.above), ...answer.table, ...lines(answer.below)]));
      message.success(t("actuals.copied", { count: answer.table.length }));
    } catch {
      message.warning(t("actuals.copyFailed"));
    }
  };
  return (
    <>
      <div className="row wrap">
        <Select
          aria-label={t("actuals.year")}
          value={year}
          popupMatchSelectWidth={false}
          options={years.map((value) => ({ value, label: value }))}
          onChange={setYear}
        />
        <span className="grow" />
        <Button disabled={answer === null} onClick={() => void copy()}>
          {t("actuals.copySheet")}
        </Button>
      </div>
      <Progressing job={job} label={t("actuals.running")} failed={t("actuals.failed")} />
      {answer !== null && <Paper sheet={answer} />}
    </>
  );
}

function Paper({ sheet: { above, table, below } }: { readonly sheet: ActualsSheetView }) {
  const [title, ...facts] = above;
  const [head = [], ...rows] = table;
  return (
    <section className="actuals-sheet" aria-label={title}>
      <h3>{title}</h3>
      {facts.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <DataTable className="plain figures">
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = "", ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={head[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {below.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, which may repeat
        <p key={index}>{line === "" ? "\u00a0" : line}</p>
      ))}
    </section>
  );
}
