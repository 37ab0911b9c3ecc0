import { Button, Input, Segmented, Select } from "antd";
import { useState } from "react";
import type { FieldView, Json, JsonObject } from "../../app/contract.ts";
import { Control } from "../forms/Control.tsx";
import { ProfileControl } from "../forms/ProfileControl.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import type { Marked } from "../remarks/store.ts";
import { usePerson } from "../revisions/person.ts";
import { edit } from "../session/edit.ts";
import { useDocument } from "../session/effective.ts";
import { uniqueId } from "../session/ids.ts";
import { objectsOf, textOf, valueAt } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { closeDialog } from "../shell/navigation.ts";

/** What a figure of the reviewer's is: it stands in the audited plan, or is only tried over it. */
const KINDS = ["audit", "stress"] as const;
type Kind = (typeof KINDS)[number];

/** Column that stands for the row itself. */
const ROW = "";

/** The field an audited figure is entered into; a row offers its columns, and to be struck out. */
function useFigure({ anchor, field, columns }: Marked, document: JsonObject) {
  const choices = (columns ?? []).filter(({ type }) => type !== "table" && type !== "profile");
  const [column, setColumn] = useState(
    // The figure most often cut: the last number of the row that is given.
    choices.findLast(({ type, name }) => type === "number" && valueAt(document, `${anchor}/${name}`) !== undefined)
      ?.name ?? ROW,
  );
  const chosen: FieldView | undefined = field ?? choices.find(({ name }) => name === column);
  const path = columns === undefined || column === ROW ? anchor : `${anchor}/${column}`;
  return { choices, column, setColumn, chosen, path };
}

interface SidesProps {
  readonly field: FieldView;
  readonly submitted: Json | undefined;
  readonly audited: Json | undefined;
  readonly kind: Kind;
  readonly disabled: boolean;
  readonly onChange: (value: Json | undefined) => void;
}

/** What was submitted, and the figure that is to stand instead. */
function Sides({ field, submitted, audited, kind, disabled, onChange }: SidesProps) {
  const { t } = useWords();
  const name = t(kind === "audit" ? "audit.set" : "stress.value");
  // A profile is audited from what was submitted: period by period, in one editor.
  if (field.type === "profile")
    return (
      <ProfileControl
        field={field}
        value={audited ?? submitted}
        disabled={disabled}
        invalid={false}
        ariaLabel={name}
        onChange={onChange}
      />
    );
  return (
    <div className="audit-sides">
      <span className="muted">{t("audit.submitted")}</span>
      <Control
        field={field}
        value={submitted}
        disabled
        invalid={false}
        ariaLabel={t("audit.submitted")}
        onChange={() => undefined}
      />
      <span>{t(kind === "audit" ? "audit.audited" : "stress.value")}</span>
      <Control field={field} value={audited} disabled={disabled} invalid={false} ariaLabel={name} onChange={onChange} />
    </div>
  );
}

function KindChoice({ kind, onChange }: { readonly kind: Kind; readonly onChange: (kind: Kind) => void }) {
  const { t } = useWords();
  return (
    <Segmented<Kind>
      aria-label={t("stress.as")}
      value={kind}
      options={KINDS.map((one) => ({ value: one, label: t(one === "audit" ? "audit.set" : "stress.value") }))}
      onChange={onChange}
    />
  );
}

function Clause({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  const { t } = useWords();
  return (
    <Input
      className="grow"
      aria-label={t("audit.clause")}
      placeholder={t("audit.clausePlaceholder")}
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** 审定数 with reason and clause, or a value under stress, beside what was submitted. */
export function AuditForm({ marked }: { readonly marked: Marked }) {
  const { t, pick } = useWords();
  const document = useDocument();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const { choices, column, setColumn, chosen, path } = useFigure(marked, document);
  const [kind, setKind] = useState<Kind>("audit");
  const isAudit = kind === "audit";
  const figures = objectsOf(document[kind]);
  const known = figures.find((one) => textOf(one["path"]) === path);
  const submitted = valueAt(document, path);
  const [draft, setDraft] = useState<{ readonly path: string; readonly value: Json | undefined } | null>(null);
  const value = draft?.path === path ? draft.value : known === undefined ? undefined : (known["value"] ?? undefined);
  const [reason, setReason] = useState<string | null>(null);
  const [clause, setClause] = useState<string | null>(null);
  const isRow = marked.columns !== undefined && column === ROW;
  const commit = () => {
    const id = known === undefined ? uniqueId(kind) : textOf(known["id"]);
    const told = {
      reason: reason ?? textOf(known?.["reason"]),
      ...(isAudit ? { clause: clause ?? textOf(known?.["clause"]) } : {}),
    };
    const author = usePerson.getState().name ?? "";
    const figure = { id, path, value: isRow ? null : (value ?? null), ...told, author };
    edit([{ path: `${kind}/${id}`, value: figure }], { label: inBoth(`${kind}.changed`) });
    closeDialog();
  };
  const remove = () => {
    edit([{ path: `${kind}/${textOf(known?.["id"])}` }], { label: inBoth(`${kind}.removed`) });
    closeDialog();
  };
  return (
    <form
      className="mark-form"
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <KindChoice
        kind={kind}
        onChange={(next) => {
          setKind(next);
          setReason(null);
        }}
      />
      {choices.length > 0 && (
        <Select
          aria-label={t("audit.column")}
          value={column}
          options={[
            ...choices.map(({ name, label }) => ({ value: name, label: pick(label) })),
            { value: ROW, label: t("audit.strike") },
          ]}
          onChange={setColumn}
        />
      )}
      {chosen !== undefined && (
        <Sides
          field={chosen}
          submitted={submitted}
          audited={value}
          kind={kind}
          disabled={readOnly}
          onChange={(next) => setDraft({ path, value: next })}
        />
      )}
      <Input
        aria-label={t("audit.reason")}
        placeholder={t(isAudit ? "audit.reasonPlaceholder" : "stress.reason")}
        maxLength={20_000}
        value={reason ?? textOf(known?.["reason"])}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="row">
        {isAudit ? (
          <Clause value={clause ?? textOf(known?.["clause"])} onChange={setClause} />
        ) : (
          <span className="grow" />
        )}
        {known !== undefined && (
          <Button danger disabled={readOnly} onClick={remove}>
            {t(`${kind}.remove`)}
          </Button>
        )}
        <Button type="primary" htmlType="submit" disabled={readOnly || (value === undefined && !isRow)}>
          {t(`${kind}.apply`)}
        </Button>
      </div>
    </form>
  );
}
