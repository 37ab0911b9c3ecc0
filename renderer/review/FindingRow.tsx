import { App, Popover } from "antd";
import type { FindingOutcome, FindingView, SeverityView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { Icon, type IconName } from "../icons/Icon.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Mark, type Tone } from "../shell/Mark.tsx";
import { goToPath } from "../shell/navigation.ts";
import { ClauseText } from "./ClauseText.tsx";

const TONES: Readonly<Record<SeverityView, Tone>> = { R: "warn", Q: "info", N: "quiet" };
const ICONS: Readonly<Record<FindingOutcome, IconName>> = { fails: "cross", undecided: "dash", holds: "check" };

/** One finding: what was found, the clause it rests on, the place, and the paragraph to quote. */
export function FindingRow({ finding }: { readonly finding: FindingView }) {
  const { t, pick } = useWords();
  const { message } = App.useApp();
  const { id, severity, outcome, clause, place, path } = finding;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(finding.opinion);
      message.success(t("review.copied"));
    } catch {
      message.warning(t("review.copyFailed"));
    }
  };
  return (
    <li className={`finding ${outcome}`} data-finding={id} data-severity={severity}>
      <Icon name={ICONS[outcome]} />
      <div className="grow">
        <p>
          <Mark tone={outcome === "fails" ? TONES[severity] : "quiet"}>
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
            <button
              type="button"
              className="line-link"
              onClick={() => {
                if (!goToPath(path)) explain(path);
              }}
            >
              {place}
            </button>
          )}
        </p>
      </div>
      <IconButton icon="copy" label={t("review.copy")} onClick={() => void copy()} />
    </li>
  );
}
