import type { TextView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";

interface Shown {
  readonly digits: string;
  readonly words: TextView;
}

/** What a public key is known by: digits in groups, and the same as words to be read aloud. */
export function Fingerprint({ digits, words }: Shown) {
  const { t, lang } = useWords();
  return (
    <span className="fingerprint">
      <code className="hash" title={t("seal.key")}>
        {digits}
      </code>{" "}
      <span className="muted" data-words>
        {t("seal.words", { words: words[lang] })}
      </span>
    </span>
  );
}
