import type { LightView, ResultFaultView, VerificationView } from "../../app/contract.ts";
import { Icon, type IconName } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { useSession } from "../session/store.ts";
import { ProblemLines } from "../shell/ProblemLines.tsx";
import { DataTable } from "../tables/DataTable.tsx";
import { ActLine } from "./ActLine.tsx";
import { SealLine } from "./SealLine.tsx";

type Tone = "good" | "bad" | "open";
const icons: Readonly<Record<Tone, IconName>> = { good: "check", bad: "cross", open: "warn" };

function Said({ tone, children }: { readonly tone: Tone; readonly children: React.ReactNode }) {
  return (
    <li className={`said ${tone}`} data-said={tone}>
      <Icon name={icons[tone]} />
      <span>{children}</span>
    </li>
  );
}

interface Row {
  readonly key: string;
  readonly label: string;
  readonly period: string;
  readonly before: string | null;
  readonly after: string | null;
}

function Differences({ rows, after }: { readonly rows: readonly Row[]; readonly after: string }) {
  const { t } = useWords();
  return (
    <div className="verify-lines">
      <DataTable className="plain figures">
        <thead>
          <tr>
            <th scope="col">{t("verify.line")}</th>
            <th scope="col">{t("verify.period")}</th>
            <th scope="col">{t("verify.saved")}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, period, before, after: now }) => (
            <tr key={key}>
              <th scope="row" title={key}>
                {label}
              </th>
              <td className="words">{period}</td>
              <td>{before ?? "–"}</td>
              <td>{now ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

/** A light in a word: ✓* stands under conditions. */
const markOf = ({ pass, conditions }: LightView): string =>
  `${pass === null ? "–" : pass ? "✓" : "✗"}${conditions > 0 ? `* (${conditions})` : ""}`;

function Today({ today, verdicts }: Pick<VerificationView, "today" | "verdicts">) {
  const { t } = useWords();
  const scenarios = useSession((state) => state.scenarios);
  const nameOf = (id: string) => scenarios.find((one) => one.id === id)?.label ?? id;
  const mark = (light: LightView | null) => (light === null ? t("verify.noLight") : markOf(light));
  return (
    <>
      {today.map(({ scenario, lines, differences, count, problems }) => (
        <Said key={scenario} tone={count === 0 && problems.length === 0 ? "good" : "open"}>
          {t(count === 0 ? "verify.same" : "verify.today", { scenario: nameOf(scenario), lines, count })}
          {problems.length > 0 && <ProblemLines problems={problems} />}
          {count > 0 && (
            <Differences
              after={t("verify.now")}
              rows={differences.map(({ line, label, period, before, after }) => ({
                key: line,
                label,
                period,
                before,
                after,
              }))}
            />
          )}
        </Said>
      ))}
      {verdicts.length > 0 && (
        <Said tone="open">
          {t("verify.lights")}{" "}
          {verdicts.map(({ id, stored, today: now }) => `${id} ${mark(stored)} → ${mark(now)}`).join("  ")}
        </Said>
      )}
    </>
  );
}

/** Told only so far as it says something about results: a fault of form is bad, what early programs left out is open. */
const faultTones: Readonly<Record<ResultFaultView, Tone>> = {
  strange: "bad",
  unproven: "open",
  no_figures: "bad",
  no_verdicts: "bad",
  no_packs: "open",
  other_packs: "bad",
};

/** Whether the results come out again that were saved. */
function Results({ reproduction, faults }: Pick<VerificationView, "reproduction" | "faults">) {
  const { t } = useWords();
  const { figures, differing } = reproduction ?? { figures: 0, differing: [] };
  return (
    <>
      {reproduction === null && faults.length === 0 && <Said tone="open">{t("verify.noResults")}</Said>}
      {faults.map((fault) => (
        <Said key={fault} tone={faultTones[fault]}>
          {t(`verify.faults.${fault}`)}
        </Said>
      ))}
      {figures > 0 && differing.length === 0 && (
        <Said tone={faults.length === 0 ? "good" : "open"}>{t("verify.reproduced", { figures })}</Said>
      )}
      {differing.length > 0 && (
        <Said tone="bad">
          {t("verify.differs", { count: differing.length })}
          <Differences
            after={t("verify.computed")}
            rows={differing.map(({ line, ...row }) => ({ key: line, period: "", ...row }))}
          />
        </Said>
      )}
    </>
  );
}

/** What a verification came to, the worst not hidden among the rest. */
export function Verified({ answer }: { readonly answer: VerificationView }) {
  const { t } = useWords();
  const { chain, seals, acts, signed, unsigned, draft, undo, against, cannot, today, verdicts } = answer;
  const { reproduction, faults } = answer;
  const isForged = seals.some(({ signature }) => signature === "invalid");
  return (
    <div className="verified" data-verified>
      <ul>
        <Said tone="good">
          {t("verify.intact", { revisions: chain.revisions, entries: chain.entries })} {t("verify.chain")}{" "}
          <code className="hash">{chain.hash}</code>
        </Said>
        {isForged && <Said tone="bad">{t("verify.invalid")}</Said>}
        {against === null && (
          <Said tone={signed ? "good" : "open"}>{t(signed ? "verify.signed" : "verify.unsigned")}</Said>
        )}
        {against === null && unsigned !== null && <Said tone="open">{t("verify.since", { ...unsigned })}</Said>}
        {draft !== null && (
          <Said tone="open">{t("verify.draft", { author: draft.author || t("revisions.unnamed") })}</Said>
        )}
        {undo > 0 && <Said tone="open">{t("verify.undo", { count: undo })}</Said>}
        {against !== null && (
          <Said tone={against.found ? "good" : "bad"}>
            {against.found
              ? t(against.since === 0 ? "verify.found" : "verify.foundSince", { since: against.since })
              : t("verify.notFound")}
          </Said>
        )}
        <Results reproduction={reproduction} faults={faults} />
        {cannot !== null && (
          <Said tone="open">
            {cannot.message} {cannot.hint}
          </Said>
        )}
        <Today today={today} verdicts={verdicts} />
      </ul>
      {acts.map((act) => (
        <ActLine key={`${act.at} ${act.of}`} act={act} />
      ))}
      {seals.map((seal) => (
        <SealLine key={`${seal.at} ${seal.author}`} seal={seal} />
      ))}
    </div>
  );
}
