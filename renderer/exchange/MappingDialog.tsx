import { Alert, Button, InputNumber, Segmented, Select } from "antd";
import type { MappingView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";
import { ProblemLines } from "../shell/ProblemLines.tsx";
import { ChangeTable, FaultTable } from "./ImportTables.tsx";
import type { Picked } from "./importing.ts";
import { useMapping } from "./useMapping.ts";

interface MappingDialogProps {
  readonly picked: Picked;
  /** The input that is asked for; guessed where none is. */
  readonly target: string | undefined;
  readonly pick: () => void;
}

type Mapping = ReturnType<typeof useMapping>;

/** 按列对应: a table of any file, which input its rows go to and which column is which field; what it would change, and then it is taken over. */
export function MappingDialog({ picked, target, pick }: MappingDialogProps) {
  const { t } = useWords();
  const mapping = useMapping(picked, target);
  const { view, busy, problems } = mapping;
  const nothing = view === null || view.faults.length > 0 || view.changes.length === 0;
  return (
    <Dialog
      title={t("mapping.title")}
      width={980}
      className="mapping"
      style={{ top: 32 }}
      onCancel={closeDialog}
      footer={[
        <Button key="pick" disabled={busy} onClick={pick}>
          {t("exchange.pickOther")}
        </Button>,
        <Button key="apply" type="primary" disabled={busy || nothing} onClick={() => void mapping.take()}>
          {t("exchange.into")}
        </Button>,
      ]}
    >
      <div className="import-found">
        <p className="muted">{t("mapping.lead")}</p>
        <p>
          <strong>{picked.name}</strong>{" "}
          {busy && (
            <>
              <span className="muted">{t("exchange.reading")}</span>{" "}
              <Button size="small" onClick={mapping.cancel}>
                {t("app.cancel")}
              </Button>
            </>
          )}
          {mapping.isKnown && <span className="muted">{t("mapping.known")}</span>}
        </p>
        {problems.length > 0 && (
          <Alert type="error" showIcon title={t("mapping.failed")} description={<ProblemLines problems={problems} />} />
        )}
        {view !== null && (
          <>
            <Choices view={view} mapping={mapping} />
            <Columns view={view} mapping={mapping} />
            <Outcome view={view} />
          </>
        )}
      </div>
    </Dialog>
  );
}

interface PartProps {
  readonly view: MappingView;
  readonly mapping: Mapping;
}

function Choices({ view, mapping: { choose, busy } }: PartProps) {
  const { t } = useWords();
  return (
    <div className="mapping-choices">
      <span>{t("mapping.sheet")}</span>
      <Select
        aria-label={t("mapping.sheet")}
        value={view.sheet}
        disabled={busy}
        options={view.sheets.map((value) => ({ value, label: value }))}
        onChange={(sheet: string) => choose({ sheet })}
      />
      <span>{t("mapping.head")}</span>
      <InputNumber
        aria-label={t("mapping.head")}
        title={t("mapping.headHint")}
        min={0}
        max={60_000}
        value={view.head}
        disabled={busy}
        onChange={(head) => head !== null && choose({ head })}
      />
      <span>{t("mapping.target")}</span>
      <Select
        aria-label={t("mapping.target")}
        value={view.target}
        disabled={busy}
        showSearch={{ optionFilterProp: "label" }}
        options={view.targets.map(({ path, label }) => ({ value: path, label }))}
        onChange={(target: string) => choose({ target })}
      />
      <span>{t("exchange.unit")}</span>
      <span className="row">
        <Segmented<"yuan" | "wan">
          aria-label={t("exchange.unit")}
          value={view.unit}
          disabled={busy}
          options={(["yuan", "wan"] as const).map((value) => ({ value, label: t(`unit.money.${value}`) }))}
          onChange={(unit) => choose({ unit })}
        />
        {view.type === "table" && (
          <Segmented<"add" | "replace">
            aria-label={t("mapping.mode")}
            value={view.mode}
            disabled={busy}
            options={(["add", "replace"] as const).map((value) => ({ value, label: t(`mapping.${value}`) }))}
            onChange={(mode) => choose({ mode })}
          />
        )}
      </span>
    </div>
  );
}

const NONE = "";

function Columns({ view, mapping: { mapColumn, busy } }: PartProps) {
  const { t } = useWords();
  const options = [
    { value: NONE, label: t("mapping.none") },
    ...view.fields.map(({ code, label, unit, isNeeded }) => ({
      value: code,
      label: `${label}${unit === "" ? "" : ` (${unit})`}${isNeeded ? " *" : ""}`,
    })),
  ];
  return (
    <div className="import-lines mapping-columns">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t("mapping.column")}</th>
            <th scope="col">{t("mapping.samples")}</th>
            <th scope="col">{t("mapping.field")}</th>
          </tr>
        </thead>
        <tbody>
          {view.columns.map(({ column, letters, head, samples, field }) => (
            <tr key={column} data-column={letters}>
              <th scope="row">
                {letters} {head !== letters && head}
              </th>
              <td className="muted">{samples.join(" · ")}</td>
              <td>
                <Select
                  size="small"
                  className="mapping-field"
                  aria-label={`${t("mapping.field")} ${letters}`}
                  value={field ?? NONE}
                  disabled={busy}
                  options={options}
                  onChange={(code: string) => mapColumn(column, code === NONE ? null : code)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Outcome({ view: { faults, changes, told, count } }: Pick<PartProps, "view">) {
  const { t } = useWords();
  const type = faults.length > 0 ? "error" : changes.length === 0 ? "info" : "success";
  const title =
    faults.length > 0
      ? t("exchange.faults", { count: faults.length })
      : changes.length === 0
        ? t("exchange.unchanged")
        : t("mapping.changes", { rows: count, count: changes.length });
  return (
    <>
      <Alert type={type} showIcon title={title} />
      {faults.length > 0 && <FaultTable faults={faults} />}
      {changes.length > 0 && faults.length === 0 && <ChangeTable changes={changes} />}
      {told.length > 0 && (
        <ul className="mapping-told">
          {told.map(({ code, path, message }) => (
            <li key={`${code} ${path} ${message}`} className="muted">
              {path} {message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
