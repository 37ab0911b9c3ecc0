import { App, Popover } from "antd";
import type { FindingAnswer, FindingView, SeverityView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { Icon, type IconName } from "../icons/Icon.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { MarkButton } from "../remarks/MarkButton.tsx";
import { Mark, type Tone } from "../shell/Mark.tsx";
import { goToPath } from "../shell/navigation.ts";
import { ClauseText } from "./ClauseText.tsx";

const TONES: Readonly<Record<SeverityView, Tone>> = { R: "warn", Q: "info", N: "quiet" };
const ICONS: Readonly<Record<FindingAnswer, IconName>> = {
  fails: "cross",
  cannot_be_judged: "help",
  does_not_apply: "dash",
  holds: "check",
};

function open(path: string): void {
  if (!goToPath(path)) explain(path);
}

/** What was compared, each side with its place; or what is missing, and where it belongs. */
function Basis({ finding: { compared, missing } }: { readonly finding: FindingView }) {
  const { t } = useWords();
  const rows = [
    ...compared.map(({ what, shown, at, place }) => ({ text: `${what} ${shown}`, at, place })),
    ...missing.map(({ what, path, place }) => ({ text: what, at: path, place })),
  ];
  if (rows.length === 0) return null;
  return (
    <details className="finding-basis muted">
      <summary>{t(missing.length > 0 ? "review.missing" : "review.compared", { count: rows.length })}</summary>
      <ul>
        {rows.map(({ text, at, place }) => (
          <li key={`${text} ${at}`}>
            {text}
            {at !== "" && (
              <button type="button" className="line-link" onClick={() => open(at)}>
                {place}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One finding: what was found, the clause it rests on, the place, and the paragraph to quote. */
export function FindingRow({ finding }: { readonly finding: FindingView }) {
  const { t, pick } = useWords();
  const { message } = App.useApp();
  const { id, severity, answer, clause, place, path } = finding;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(finding.opinion);
      message.success(t("review.copied"));
    } catch {
      message.warning(t("review.copyFailed"));
    }
  };
  return (
    <li className={`finding ${answer}`} data-finding={id} data-severity={severity}>
      <Icon name={ICONS[answer]} />
      <div className="grow">
        <p>
          <Mark tone={answer === "fails" ? TONES[severity] : "quiet"}>
            {t(`review.severities.${severity}`)} {severity}
          </Mark>{" "}
          {finding.message}
        </p>
        <p className="muted finding-rests">
          <code>{id}</code>
          {clause !== undefined && (
            <Popover
              title={pick(clause.title)}
              content={<ClauseText clause={clause} />}
              trigger={["hover", "click", "focus"]}
            >
              <button type="button" className="clause">
                {pick(clause.title)}
                {clause.draft && <Mark tone="warn">{t("field.draft")}</Mark>}
              </button>
            </Popover>
          )}
          {path !== "" && (
            <button type="button" className="line-link" onClick={() => open(path)}>
              {place}
            </button>
          )}
        </p>
        <Basis finding={finding} />
      </div>
      <MarkButton
        marked={{ on: "finding", anchor: path === "" ? id : `${id} ${path}`, place: `${id} ${finding.message}` }}
      />
      <IconButton icon="copy" label={t("review.copy")} onClick={() => void copy()} />
    </li>
  );
}
