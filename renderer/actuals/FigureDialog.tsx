import { Button, Checkbox, Input, type InputRef, Select } from "antd";
import { useEffect, useId, useRef } from "react";
import type { ActualsView } from "../../app/contract.ts";
import { Labelled } from "../forms/Labelled.tsx";
import { RefusedNote } from "../forms/RefusedNote.tsx";
import { useWords } from "../language/i18n.ts";
import { formatExact } from "../numbers/format.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { Troubles } from "./Troubles.tsx";
import { ANEW, type FigureSeed, useFigure } from "./useFigure.ts";

interface FigureProps {
  readonly view: ActualsView;
  readonly seed: FigureSeed;
  readonly close: () => void;
}

type Figure = ReturnType<typeof useFigure>;

/** 填报一个数: line, period, amount and where it comes from. */
export function FigureDialog({ view, seed, close }: FigureProps) {
  const { t } = useWords();
  const figure = useFigure(view, seed, close);
  const { held, display } = figure;
  return (
    <Dialog
      title={t("actuals.figure")}
      width={560}
      onCancel={close}
      footer={[
        held !== undefined && (
          <Button key="remove" danger onClick={figure.remove}>
            {t("actuals.figureRemove")}
          </Button>
        ),
        <Button key="cancel" onClick={close}>
          {t("app.cancel")}
        </Button>,
        <Button key="take" type="primary" disabled={!figure.isReady} onClick={() => void figure.report()}>
          {t("actuals.figureTake")}
        </Button>,
      ]}
    >
      <div className="actuals-figure">
        <Place view={view} figure={figure} />
        <Amount figure={figure} typed={seed.typed !== ""} />
        {held !== undefined && (
          <p className="muted" data-held>
            {t("actuals.figureHeld", {
              value: `${formatExact(held.amount, display.places)} ${display.unit}`,
              document: held.document,
            })}
          </p>
        )}
        <From view={view} figure={figure} />
        {figure.problems.length > 0 && (
          <div role="alert">
            <Troubles problems={figure.problems} />
            <Checkbox checked={figure.replaces} onChange={({ target }) => figure.setReplaces(target.checked)}>
              {t("actuals.replaces")}
            </Checkbox>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function Place({ view, figure }: { readonly view: ActualsView; readonly figure: Figure }) {
  const { t } = useWords();
  const lines = view.rows.map(({ line, group, label }) => ({
    value: line,
    label: group === "" ? label : `${group} · ${label}`,
  }));
  return (
    <>
      <Labelled label={t("actuals.astrayHeads.line")}>
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: "label" }}
            value={figure.line === "" ? null : figure.line}
            options={lines}
            onChange={figure.setLine}
          />
        )}
      </Labelled>
      <Labelled label={t("actuals.figurePeriod")}>
        {(id) => <Input id={id} value={figure.period} onChange={({ target }) => figure.setPeriod(target.value)} />}
      </Labelled>
    </>
  );
}

/** The amount has the cursor: behind what began to be typed, or over the figure that is there. */
function Amount({ figure, typed }: { readonly figure: Figure; readonly typed: boolean }) {
  const { t } = useWords();
  const { read, display, held } = figure;
  const input = useRef<InputRef>(null);
  const note = useId();
  useEffect(() => input.current?.focus({ cursor: typed ? "end" : "all" }), [typed]);
  const isRefused = read.meant === null && !/^\s*[=＝]/u.test(figure.shown);
  return (
    <Labelled label={t("actuals.astrayHeads.amount")}>
      {(id) => (
        <>
          <Input
            id={id}
            ref={input}
            className="number-input"
            inputMode="decimal"
            autoComplete="off"
            aria-describedby={note}
            aria-invalid={isRefused}
            {...(isRefused ? { status: "error" as const } : {})}
            value={figure.shown}
            suffix={<span className="unit-suffix">{display.unit}</span>}
            onChange={({ target }) => figure.setText(target.value)}
            onPressEnter={() => void figure.report()}
          />
          {isRefused && (
            <RefusedNote
              id={note}
              refused={"refused" in read ? read.refused : undefined}
              display={display}
              stored={held?.amount ?? ""}
            />
          )}
        </>
      )}
    </Labelled>
  );
}

const PARTS = ["document", "date", "by", "note"] as const;

function From({ view, figure }: { readonly view: ActualsView; readonly figure: Figure }) {
  const { t } = useWords();
  const { into, source, setSource } = figure;
  const options = [
    ...view.reports.map(({ id, document, date, by }) => ({ value: id, label: `${document} · ${date} · ${by}` })),
    { value: ANEW, label: t("actuals.figureAnew") },
  ];
  return (
    <>
      <Labelled label={t("actuals.astrayHeads.report")}>
        {(id) => <Select id={id} value={into} options={options} onChange={figure.setInto} />}
      </Labelled>
      {into === ANEW && (
        <div className="row wrap">
          {PARTS.map((part) => (
            <Input
              key={part}
              className="actuals-source"
              aria-label={t(`actuals.${part}`)}
              placeholder={t(`actuals.${part}`)}
              value={source[part]}
              onChange={({ target }) => setSource({ ...source, [part]: target.value })}
              onPressEnter={() => void figure.report()}
            />
          ))}
        </div>
      )}
    </>
  );
}
