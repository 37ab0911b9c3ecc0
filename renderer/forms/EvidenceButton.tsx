import { Button, Popover } from "antd";
import { useState } from "react";
import type { Edit, Json, JsonObject, TextView } from "../../app/contract.ts";
import { IconButton } from "../icons/IconButton.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { edit } from "../session/edit.ts";
import { useValue } from "../session/effective.ts";
import { isObject, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { Attached } from "./Attached.tsx";
import { StatusControl } from "./ChoiceControls.tsx";
import { EvidencePart } from "./EvidencePart.tsx";

const parts = ["document", "date", "note"] as const;

interface EvidenceProps {
  /** `components/ID/evidence`, which holds the evidence of all the component's inputs. */
  readonly path: string;
  readonly input: string;
  readonly label: TextView;
}

const isSaid = (value: Json | undefined): boolean =>
  Array.isArray(value) ? value.length > 0 : textOf(value).trim() !== "";

/** The hashes a paper names its scans by. */
export const hashesOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

function useEvidence({ path, input }: EvidenceProps): { readonly all: JsonObject; readonly own: JsonObject } {
  const value = useValue(path);
  const all = isObject(value) ? value : {};
  const own = all[input];
  // An assumed value has no evidence yet.
  return { all, own: isObject(own) && !("assumed" in own) ? own : {} };
}

function EvidenceForm(props: EvidenceProps & { readonly done: () => void }) {
  const { path, input, label, done } = props;
  const { t } = useWords();
  const { all, own } = useEvidence(props);
  const [draft, setDraft] = useState<JsonObject>(own);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const put = (name: string, value: string) => setDraft({ ...draft, [name]: value });
  const unnamed = textOf(draft["document"]).trim() === "" && Object.values(draft).some(isSaid);
  const write = (next: JsonObject, more: readonly Edit[] = []) => {
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => isSaid(value)));
    const name = {
      zh: inBoth("field.evidenceOf", { what: label.zh }).zh,
      en: inBoth("field.evidenceOf", { what: label.en }).en,
    };
    const { [input]: _, ...others } = all;
    const value = Object.keys(kept).length === 0 ? others : { ...others, [input]: kept };
    edit([{ path, value }, ...more], { label: name });
  };
  const commit = () => {
    write(draft);
    done();
  };
  // A file is in the model as soon as it is picked, so that it is referred to at once; a paper without a name takes the file's.
  const attach = (attachments: readonly string[], added: string, more: readonly Edit[]) => {
    const document = textOf(draft["document"]).trim() === "" ? added : textOf(draft["document"]);
    const next = { ...draft, document, attachments };
    setDraft(next);
    write(next, more);
  };
  return (
    <form
      className="evidence"
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      {parts.map((name) => (
        <EvidencePart
          key={name}
          label={t(`field.evidence.${name}`)}
          placeholder={t(`field.evidencePlaceholder.${name}`)}
          value={textOf(draft[name])}
          put={(value) => put(name, value)}
        />
      ))}
      <div className="evidence-status">
        <span>{t("field.evidence.status")}</span>
        <StatusControl
          field={{ name: "status", type: "status", label, optional: true }}
          value={draft["status"]}
          disabled={readOnly}
          invalid={false}
          ariaLabel={t("field.evidence.status")}
          onChange={(value) => put("status", textOf(value))}
        />
      </div>
      <Attached hashes={hashesOf(draft["attachments"])} put={attach} />
      {unnamed && <p className="field-problem">{t("field.evidenceNeedsDocument")}</p>}
      <Button type="primary" size="small" htmlType="submit" disabled={readOnly || unnamed}>
        {t("app.apply")}
      </Button>
    </form>
  );
}

/** The document a number rests on: number, date, status, remark. */
export function EvidenceButton(props: EvidenceProps) {
  const { t, pick } = useWords();
  const [open, setOpen] = useState(false);
  const { own } = useEvidence(props);
  const document = textOf(own["document"]);
  const given = Object.keys(own).length > 0;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      title={t("field.evidenceOf", { what: pick(props.label) })}
      content={<EvidenceForm {...props} done={() => setOpen(false)} />}
    >
      <span>
        <IconButton
          icon="clip"
          pressed={given}
          label={given ? t("field.evidenceGiven", { document }) : t("field.evidenceNone")}
          onClick={() => setOpen(true)}
        />
      </span>
    </Popover>
  );
}
