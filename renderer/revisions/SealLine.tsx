import type { SealView } from "../../app/contract.ts";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { Mark } from "../shell/Mark.tsx";
import { Fingerprint } from "../vault/Fingerprint.tsx";
import { momentText } from "./time.ts";

const tones = { valid: "good", invalid: "warn", none: "quiet" } as const;

/** A seal in a line: when, by whom, why, and what its signature is worth. */
export function SealLine({ seal: { at, author, note, signature, fingerprint, words } }: { readonly seal: SealView }) {
  const { t } = useWords();
  return (
    <div className="seal-line" data-signature={signature}>
      <Icon name="stamp" size={13} /> {t("seal.sealed", { at: momentText(at), by: author })}
      {note !== "" && <span className="seal-note">{t("seal.noted", { note })}</span>}
      <Mark tone={tones[signature]}>{t(`seal.signature.${signature}`)}</Mark>
      {fingerprint !== null && words !== null && <Fingerprint digits={fingerprint} words={words} />}
    </div>
  );
}
