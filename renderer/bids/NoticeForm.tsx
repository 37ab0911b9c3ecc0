import { Input } from "antd";
import { useEffect, useState } from "react";
import { Panel } from "../board/Panel.tsx";
import { TableControl } from "../forms/TableControl.tsx";
import { useField } from "../forms/useField.ts";
import { inBoth, useWords, type WordKey } from "../language/i18n.ts";
import { SettingsForm } from "../pages/SettingsForm.tsx";
import { useDocument } from "../session/effective.ts";
import { isList, textOf } from "../session/json.ts";
import {
  evaluatorColumns,
  kpiColumns,
  labelColumns,
  legalFields,
  limitFields,
  nameColumns,
  noticeFields,
  revenueColumns,
  serviceColumns,
  weightColumns,
} from "./fields.ts";
import { namedIn } from "./named.ts";
import { YearlyList } from "./OfferForm.tsx";
import { Rows } from "./Rows.tsx";
import { YearlyField } from "./Yearly.tsx";

const NOTICE = "tender/notice";

/** 招标文件: what every bidder is given, who is invited, and what the owner compares on. */
export function NoticeForm() {
  const { t } = useWords();
  const document = useDocument();
  const of = (list: string) => namedIn(document, `${NOTICE}/${list}`);
  return (
    <div className="bids-two">
      <Panel title={t("bids.noticeMain")}>
        <SettingsForm root={NOTICE} settings={noticeFields()} />
      </Panel>
      <Panel title={t("bids.legal")}>
        <SettingsForm root={NOTICE} settings={legalFields()} />
      </Panel>
      <Panel title={t("bids.bonds")}>
        <SettingsForm root={NOTICE} settings={limitFields()} />
        <YearlyField path={`${NOTICE}/subsidyLimit`} label={inBoth("bids.subsidyYear")} />
      </Panel>
      <List path={`${NOTICE}/revenues`} called="bids.revenues" columns={revenueColumns()} stem="line" />
      <Panel title={t("bids.referenceRows")}>
        <Rows
          path="tender/reference/revenues"
          of={of("revenues")}
          columns={[]}
          yearly={{ name: "amounts", label: inBoth("bids.amounts") }}
        />
        {of("revenues").map(({ id, label }) => (
          <LinesOf key={id} path={`tender/reference/revenues/${id}/lines`} name={label} />
        ))}
      </Panel>
      <List path={`${NOTICE}/services`} called="bids.services" columns={serviceColumns()} stem="service" />
      <Panel title={t("bids.subsidyRows")}>
        <TableControl
          path={`${NOTICE}/subsidies`}
          label={inBoth("bids.subsidyRows")}
          columns={labelColumns()}
          stem="subsidy"
          blank={{}}
        />
        <Rows
          path={`${NOTICE}/subsidies`}
          of={of("subsidies")}
          columns={[]}
          yearly={{ name: "limit", label: inBoth("bids.subsidyYear") }}
        />
      </Panel>
      <List path={`${NOTICE}/kpis`} called="bids.kpiRows" columns={kpiColumns()} stem="kpi" />
      <YearlyList path={`${NOTICE}/borne`} called="bids.borne" stem="owner" />
      <List
        path={`${NOTICE}/award/weights`}
        called="bids.weights"
        columns={weightColumns()}
        stem="w"
        blank={{ points: "0" }}
      />
      <List path="tender/invitees" called="bids.invitees" columns={nameColumns()} stem="i" blank={{ name: "" }} />
      <List
        path="tender/evaluators"
        called="bids.evaluators"
        columns={evaluatorColumns()}
        stem="e"
        blank={{ name: "" }}
      />
      <List path="tender/awarders" called="bids.awarders" columns={nameColumns()} stem="a" blank={{ name: "" }} />
    </div>
  );
}

function List(props: {
  readonly path: string;
  readonly called: WordKey;
  readonly columns: Parameters<typeof TableControl>[0]["columns"];
  readonly stem: string;
  readonly blank?: Readonly<Record<string, string>>;
}) {
  const { t } = useWords();
  const { path, called, columns, stem, blank = {} } = props;
  return (
    <Panel title={t(called)}>
      <TableControl path={path} label={inBoth(called)} columns={columns} stem={stem} blank={blank} />
    </Panel>
  );
}

/** Lines of the reference model, by their ids with blanks between. */
function LinesOf({
  path,
  name,
}: {
  readonly path: string;
  readonly name: { readonly zh: string; readonly en: string };
}) {
  const { t, pick } = useWords();
  const field = useField({ path, label: name });
  const shown = isList(field.value) ? field.value.map(textOf).join(" ") : "";
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const leave = () => {
    if (typed === shown) return;
    const lines = typed.split(/\s+/).filter((word) => word !== "");
    field.set(lines.length === 0 ? undefined : lines);
  };
  return (
    <div className="bids-against">
      {pick(name)}
      <Input
        size="small"
        aria-label={`${t("bids.lines")} ${pick(name)}`}
        placeholder={t("bids.lines")}
        value={typed}
        disabled={field.disabled}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onPressEnter={leave}
      />
    </div>
  );
}
