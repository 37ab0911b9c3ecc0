import { Button, Input, Select, Tooltip } from "antd";
import { useEffect, useState } from "react";
import type { JsonObject } from "../../app/contract.ts";
import { RemoveButton } from "../forms/RemoveButton.tsx";
import { useWords } from "../language/i18n.ts";
import { useDocument } from "../session/effective.ts";
import { textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { fieldAt } from "../settings/lookup.ts";
import { goToPath } from "../shell/navigation.ts";
import {
  change,
  changeKind,
  FIGURES,
  type FigureName,
  KINDS,
  kindOf,
  readOutcomes,
  remove,
  writeOutcomes,
} from "./uncertainty.ts";

/** One uncertain input: its distribution, the figures of that, where they come from. */
export function UncertainRow({ one, name }: { readonly one: JsonObject; readonly name: string }) {
  const { t } = useWords();
  const id = textOf(one["id"]);
  const kind = kindOf(one);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const problems = useSession((state) => state.session?.problems) ?? [];
  const own = problems.filter(({ path }) => path.startsWith(`uncertainty/${id}/`) || path === `uncertainty/${id}`);
  const assumed = one["assumed"] !== undefined;
  return (
    <article className="uncertain" data-uncertain={id}>
      <div className="row">
        <button
          type="button"
          className="line-link grow"
          title={textOf(one["path"])}
          onClick={() => goToPath(textOf(one["path"]))}
        >
          {name}
        </button>
        {assumed && (
          <Tooltip title={textOf(one["assumed"])}>
            <span className="lever-mark uncertain-assumed">{t("simulate.suggested")}</span>
          </Tooltip>
        )}
        {assumed && !readOnly && (
          <Button size="small" onClick={() => change(one, "assumed", undefined)}>
            {t("simulate.confirm")}
          </Button>
        )}
        {!readOnly && <RemoveButton remove={() => remove(id)} />}
      </div>
      <div className="row uncertain-figures">
        <Select
          size="small"
          className="uncertain-kind"
          aria-label={`${name} ${t("simulate.kind")}`}
          disabled={readOnly}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`simulate.kinds.${value}`) }))}
          onChange={(value) => changeKind(one, value)}
        />
        {FIGURES[kind].map((figure) => (
          <FigureField
            key={figure}
            one={one}
            figure={figure}
            label={`${name} ${t(`simulate.figures.${figure}`)}`}
            readOnly={readOnly}
          />
        ))}
        <Typed
          className="grow"
          label={`${name} ${t("simulate.source")}`}
          value={textOf(one["source"])}
          placeholder={t("simulate.sourcePlaceholder")}
          readOnly={readOnly}
          onCommit={(text) => change(one, "source", text === "" ? undefined : text)}
        />
      </div>
      {own.map(({ code, path, message, hint }) => (
        <p key={`${code} ${path}`} className="uncertain-problem">
          {message}
          {hint !== undefined && <span className="muted"> {hint}</span>}
        </p>
      ))}
    </article>
  );
}

function FigureField(props: {
  readonly one: JsonObject;
  readonly figure: FigureName;
  readonly label: string;
  readonly readOnly: boolean;
}) {
  const { t, pick } = useWords();
  const { one, figure, label, readOnly } = props;
  const document = useDocument();
  const mechanisms = useSession((state) => state.catalogue?.mechanisms) ?? [];
  const options = fieldAt(document, mechanisms, textOf(one["path"]))?.options;
  const value = figure === "outcomes" ? writeOutcomes(one["outcomes"]) : String(one[figure] ?? "");
  const commit = (text: string) => {
    if (figure === "outcomes") change(one, figure, readOutcomes(text));
    else if (text === "true" || text === "false") change(one, figure, text === "true");
    else change(one, figure, text === "" ? undefined : text);
  };
  return (
    <span className="uncertain-figure">
      <span className="muted">{t(`simulate.figures.${figure}`)}</span>
      {options !== undefined && (figure === "yes" || figure === "no") ? (
        <Select
          size="small"
          aria-label={label}
          disabled={readOnly}
          value={value}
          options={options.map((option) => ({ value: option.word, label: pick(option.label) }))}
          onChange={commit}
        />
      ) : (
        <Typed
          className={figure === "outcomes" ? "uncertain-outcomes" : "uncertain-number"}
          label={label}
          value={value}
          placeholder={figure === "outcomes" ? t("simulate.outcomesHint") : ""}
          readOnly={readOnly}
          onCommit={commit}
        />
      )}
    </span>
  );
}

/** A text that is sent when it is left, so that half a number is not refused while it is typed. */
function Typed(props: {
  readonly className: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly readOnly: boolean;
  readonly onCommit: (text: string) => void;
}) {
  const { className, label, value, placeholder, readOnly, onCommit } = props;
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    if (text.trim() !== value) onCommit(text.trim());
  };
  return (
    <Input
      size="small"
      className={className}
      aria-label={label}
      value={text}
      placeholder={placeholder}
      readOnly={readOnly}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onPressEnter={commit}
    />
  );
}
