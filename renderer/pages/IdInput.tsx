import { Input, type InputRef } from "antd";
import { useEffect, useRef } from "react";
import { Labelled } from "../forms/Labelled.tsx";
import { useWords } from "../language/i18n.ts";
import { isId } from "../session/ids.ts";

interface IdInputProps {
  readonly value: string;
  readonly taken: ReadonlySet<string>;
  readonly onChange: (id: string) => void;
  /** It has the cursor first. */
  readonly isFirst?: true;
}

/** Why an id cannot be used, as a word key's tail, or null. */
export function idProblem(id: string, taken: ReadonlySet<string>): "idBad" | "idTaken" | null {
  if (!isId(id)) return "idBad";
  return taken.has(id) ? "idTaken" : null;
}

/** The id of a new item, by which formulas and patches will call it. */
export function IdInput({ value, taken, onChange, isFirst }: IdInputProps) {
  const { t } = useWords();
  const field = useRef<InputRef>(null);
  useEffect(() => {
    if (isFirst) field.current?.focus({ cursor: "all" });
  }, [isFirst]);
  const problem = idProblem(value, taken);
  return (
    <Labelled label={t("item.id")}>
      {(id) => (
        <>
          <Input
            id={id}
            ref={field}
            value={value}
            spellCheck={false}
            {...(problem ? { status: "error" as const } : {})}
            onChange={(event) => onChange(event.target.value)}
          />
          <span className={problem ? "field-problem" : "muted"}>{t(problem ? `item.${problem}` : "item.idHint")}</span>
        </>
      )}
    </Labelled>
  );
}
