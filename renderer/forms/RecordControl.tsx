import { Input } from "antd";
import { useState } from "react";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { useDocument } from "../session/effective.ts";
import { isObject, objectsOf, textOf } from "../session/json.ts";
import { Chooser, namedOptions } from "./ChoiceControls.tsx";
import { attributes, type ControlProps } from "./controls.ts";

/** No id: ids have no space. */
const NOT_NEEDED = "not needed";

/** A record of the model, or the ground why none is needed. */
export function RecordControl(props: ControlProps) {
  const { t, lang } = useWords();
  const records = useDocument()["records"];
  const [writing, setWriting] = useState(false);
  const { value, onChange } = props;
  const ground = isObject(value) ? textOf(value["notNeeded"]) : "";
  // What was written and is gone was taken back: the choice is offered again.
  const [before, setBefore] = useState(ground);
  if (before !== ground) {
    setBefore(ground);
    if (ground === "") setWriting(false);
  }
  if (writing || ground !== "")
    return (
      <span className="ground">
        <Input
          {...attributes(props)}
          aria-label={`${props.ariaLabel ?? ""} ${t("records.ground")}`.trim()}
          autoFocus={writing && ground === ""}
          value={ground}
          placeholder={t("records.groundPlaceholder")}
          onChange={({ target }) => {
            setWriting(true);
            onChange(target.value.trim() === "" ? undefined : { notNeeded: target.value });
          }}
        />
        <IconButton
          icon="restore"
          label={t("records.backToChoice")}
          disabled={props.disabled}
          onClick={() => {
            setWriting(false);
            onChange(undefined);
          }}
        />
      </span>
    );
  const options = [...namedOptions(objectsOf(records), lang), { value: NOT_NEEDED, label: t("records.notNeeded") }];
  return (
    <Chooser
      {...props}
      onChange={(next) => (next === NOT_NEEDED ? setWriting(true) : onChange(next))}
      options={options}
    />
  );
}
