import type { ActView } from "../../app/contract.ts";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { Mark } from "../shell/Mark.tsx";
import { momentText } from "./time.ts";

/** What the program entered, in a line; marked as such, since a note may say the same. */
export function ActLine({ act: { at, author, label, of } }: { readonly act: ActView }) {
  const { t, pick } = useWords();
  return (
    <div className="seal-line" data-act>
      <Icon name="check" size={13} /> <Mark tone="info">{t("seal.entered")}</Mark>
      <span>{t("seal.act", { what: pick(label), at: momentText(at), by: author })}</span>
      <code className="hash">{of}</code>
    </div>
  );
}
