import { Button, Select } from "antd";
import { useCallback, useEffect, useState } from "react";
import type { DiffView, RevisionView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { useWords } from "../language/i18n.ts";
import { call } from "../session/host.ts";
import { useJob } from "../session/useJob.ts";
import { Difference } from "./Difference.tsx";
import { Progressing } from "./Progressing.tsx";

function useDiff() {
  const { start: begin, ...job } = useJob<DiffView>();
  const start = useCallback(
    (from: string, to: string) => begin(({ session, job: id }) => call("diff", { session, from, to, job: id })),
    [begin],
  );
  return { ...job, start };
}

interface Props {
  readonly revisions: readonly RevisionView[];
  /** The pair a row of the list asked for. */
  readonly asked: readonly [string, string] | null;
}

/** What changed between any two revisions, or since one of them. */
export function DiffPanel({ revisions, asked }: Props) {
  const { t } = useWords();
  const head = revisions.find(({ isHead }) => isHead);
  const [pair, setPair] = useState<readonly [string, string]>([head?.parent ?? head?.id ?? "", ""]);
  const { start, ...diff } = useDiff();
  useEffect(() => {
    if (asked === null) return;
    setPair(asked);
    void start(...asked);
  }, [asked, start]);
  const options = [
    ...revisions.toReversed().map(({ id, number, author, note }) => ({
      value: id,
      label: [number, author, note].filter(Boolean).join(" · "),
    })),
    { value: "", label: t("revisions.unsaved") },
  ];
  const [from, to] = pair;
  return (
    <Panel title={t("diff.title")} className="diff">
      <div className="row wrap">
        <Select
          className="grow"
          aria-label={t("revisions.from")}
          value={from}
          options={options}
          onChange={(id: string) => setPair([id, to])}
        />
        <span aria-hidden="true">→</span>
        <Select
          className="grow"
          aria-label={t("revisions.to")}
          value={to}
          options={options}
          onChange={(id: string) => setPair([from, id])}
        />
        <Button disabled={from === to || diff.running} onClick={() => void start(from, to)}>
          {t("revisions.compare")}
        </Button>
      </div>
      <Progressing job={diff} label={t("diff.comparing")} failed={t("diff.title")} />
      {diff.answer !== null && <Difference answer={diff.answer} />}
    </Panel>
  );
}
