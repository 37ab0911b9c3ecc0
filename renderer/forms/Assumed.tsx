import { Button } from "antd";
import { useWords } from "../language/i18n.ts";
import { confirmAssumed } from "../session/assumed.ts";
import { useValue } from "../session/effective.ts";
import { isObject, textOf } from "../session/json.ts";

/** Beside an input whose value nobody has confirmed yet: where it comes from, and a way to confirm it. */
export function Assumed({ path, disabled }: { readonly path: string; readonly disabled: boolean }) {
  const { t } = useWords();
  const given = useValue(path.replace("/inputs/", "/evidence/"));
  if (!isObject(given) || !("assumed" in given)) return null;
  return (
    <span className="assumed">
      {t("assumed.mark", { source: textOf(given["assumed"]) })}
      <Button size="small" title="F9" disabled={disabled} onClick={() => confirmAssumed(path)}>
        {t("assumed.confirm")}
      </Button>
    </span>
  );
}
