import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { useDocument } from "../session/effective.ts";
import { objectsOf, textOf } from "../session/json.ts";
import { type Marked, mark } from "./store.ts";

/** Beside a field, a row, a number or a finding: remark on it, audit it; pressed where something was said already. */
export function MarkButton({ marked }: { readonly marked: Marked }) {
  const { t } = useWords();
  const document = useDocument();
  const { anchor, field, columns } = marked;
  const isHere = (path: string) => path === anchor || path.startsWith(`${anchor}/`);
  const remarks = objectsOf(document["remarks"]).filter((one) => textOf(one["anchor"]) === anchor);
  const figures = objectsOf(document["audit"]).filter((one) => isHere(textOf(one["path"])));
  const canAudit = field !== undefined || columns !== undefined;
  const said = remarks.length + figures.length;
  const label = t(canAudit ? "audit.mark" : "remarks.add");
  return (
    <IconButton
      icon="mark"
      pressed={said > 0}
      label={said > 0 ? `${label} ${said}` : label}
      onClick={() => mark(marked)}
    />
  );
}
