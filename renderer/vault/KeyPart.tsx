import { Button } from "antd";
import { useRef } from "react";
import type { KeyView, ProblemView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { Fingerprint } from "./Fingerprint.tsx";
import { PassphraseForm } from "./PassphraseForm.tsx";
import { useKey } from "./useKey.ts";

interface Part {
  readonly view: KeyView;
  readonly take: (keys: readonly KeyView[]) => void;
  readonly report: (problems: readonly ProblemView[]) => void;
}

/** One key: what it is known by, and what can be done with it. */
export function KeyPart({ view, take, report }: Part) {
  const { t } = useWords();
  const { kind, path, fingerprint, words: aloud, isLocked } = view;
  const { asking, ask, picked, make, give, bring } = useKey(kind, { take, report });
  const input = useRef<HTMLInputElement>(null);
  const name = t(`keys.${kind}`);
  return (
    <section className="dialog-part" data-key={kind}>
      <h3>{name}</h3>
      {fingerprint === null || aloud === null ? (
        <p className="muted">{t("keys.none")}</p>
      ) : (
        <>
          <p>
            <Fingerprint digits={fingerprint} words={aloud} />
          </p>
          <p className="muted">
            {t(isLocked ? "keys.locked" : "keys.plain")} · {path}
          </p>
        </>
      )}
      <div className="row wrap">
        {fingerprint === null ? (
          <Button onClick={() => void make()}>{t("keys.make")}</Button>
        ) : (
          <>
            <Button onClick={() => ask(isLocked ? "change" : "lock")}>
              {t(isLocked ? "keys.change" : "keys.lock")}
            </Button>
            {isLocked && <Button onClick={() => ask("unlock")}>{t("keys.unlock")}</Button>}
            <Button onClick={() => ask("export")}>{t("keys.export")}</Button>
          </>
        )}
        <Button onClick={() => input.current?.click()}>{t("keys.import")}</Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={`${t("keys.import")} ${name}`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) void bring(file, false);
        }}
      />
      {picked !== null && (
        <div className="row wrap">
          <span className="field-problem">{t("keys.replace")}</span>
          <Button danger onClick={() => void bring(picked, true)}>
            {t("keys.replaceDo")}
          </Button>
        </div>
      )}
      {asking !== null && <PassphraseForm key={asking} wanted={asking} isLocked={isLocked} give={give} />}
    </section>
  );
}
