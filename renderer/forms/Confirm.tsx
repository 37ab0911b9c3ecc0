import { Button, Popover } from "antd";
import { useState } from "react";
import type { ProblemView } from "../../app/contract.ts";
import { inBoth, useWords } from "../language/i18n.ts";
import { edit } from "../session/edit.ts";
import { useValue } from "../session/effective.ts";
import { isObject } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { EvidencePart } from "./EvidencePart.tsx";

const PLACE = /^(components\/[^/]+)\/inputs\/(.+)$/;

/** 确认属实: beside an unusual value, for whoever stands for it: the paper, its date, who confirms and why. */
export function Confirm({ problem }: { readonly problem: ProblemView }) {
  const [open, setOpen] = useState(false);
  const { t } = useWords();
  const [, component, input] = PLACE.exec(problem.path) ?? [];
  const value = problem.confirms;
  if (value === undefined || component === undefined || input === undefined) return null;
  const done = () => setOpen(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      destroyOnHidden
      // The sign before a number of pieces tells it from the same number of something else; people read the number.
      title={t("field.confirmOf", { value: value.replace(/^#/, "") })}
      content={<ConfirmForm evidence={`${component}/evidence`} input={input} value={value} done={done} />}
    >
      <Button size="small">{t("field.confirm")}</Button>
    </Popover>
  );
}

interface FormProps {
  readonly evidence: string;
  readonly input: string;
  readonly value: string;
  readonly done: () => void;
}

function ConfirmForm({ evidence, input, value, done }: FormProps) {
  const { t } = useWords();
  const known = useValue(evidence);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const [document, setDocument] = useState("");
  const [date, setDate] = useState("");
  const [note, setNote] = useState("");
  const lacking = document.trim() === "" || note.trim() === "";
  const commit = () => {
    const dated = date.trim() === "" ? {} : { date: date.trim() };
    const own = { document: document.trim(), ...dated, note: note.trim(), confirms: value };
    const others = isObject(known) ? known : {};
    edit([{ path: evidence, value: { ...others, [input]: own } }], { label: inBoth("field.confirm") });
    done();
  };
  const parts = [
    [t("field.evidence.document"), document, setDocument],
    [t("field.evidence.date"), date, setDate],
    [t("field.confirmWho"), note, setNote],
  ] as const;
  return (
    <form
      className="evidence"
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      {parts.map(([label, text, put]) => (
        <EvidencePart key={label} label={label} value={text} put={put} />
      ))}
      <Button type="primary" size="small" htmlType="submit" disabled={readOnly || lacking}>
        {t("field.confirm")}
      </Button>
    </form>
  );
}
