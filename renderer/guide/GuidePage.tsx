import { Button, Empty } from "antd";
import { useMemo } from "react";
import { useExperienceValues } from "../experience/useValues.ts";
import { FieldRow } from "../forms/FieldRow.tsx";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { componentLabel } from "../pages/components.ts";
import { textOf } from "../session/json.ts";
import { projectSettings } from "../settings/fields.ts";
import { Mark } from "../shell/Mark.tsx";
import { goTo, useNavigation } from "../shell/navigation.ts";
import { type Asked, type Step, useAssumedCount, useSteps } from "./steps.ts";

/** 引导填报: one question after the other, each with the fields that answer it; what is typed is the model's own, what is left stays assumed. */
export function GuidePage() {
  const { t, pick } = useWords();
  useExperienceValues();
  const steps = useSteps();
  const assumed = useAssumedCount();
  const item = useNavigation((state) => state.item);
  const step = steps.find(({ id }) => id === item) ?? steps[0];
  if (step === undefined) return <Empty description={t("item.noComponents")} />;
  const place = steps.indexOf(step);
  const isLast = place === steps.length - 1;
  return (
    <div className="split guide">
      <nav className="split-list" aria-label={t("page.guide")}>
        <p className="muted guide-lead">{t("guide.lead", { count: assumed })}</p>
        <ol className="guide-steps" data-rove=".nav-entry">
          {steps.map(({ id, title, assumed: open }, i) => (
            <li key={id}>
              <button
                type="button"
                className={i === place ? "nav-entry here" : "nav-entry"}
                aria-current={i === place ? "step" : undefined}
                tabIndex={i === place ? 0 : -1}
                onClick={() => show(id)}
              >
                <span className="nav-icon">{i + 1}</span>
                <span className="grow">{pick(title)}</span>
                {open === 0 ? <Icon name="check" size={13} /> : <span className="nav-count">{open}</span>}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {/* A question begins at its top. */}
      <article className="component" key={step.id}>
        <header className="component-head">
          <h2>
            {place + 1} · {pick(step.title)}
          </h2>
          {step.assumed > 0 && <Mark tone="warn">{t("guide.open", { count: step.assumed })}</Mark>}
        </header>
        <p className="lead">{pick(step.ask)}</p>
        <Fields step={step} />
        <footer className="row guide-foot">
          <Button disabled={place === 0} onClick={() => show(steps[place - 1]?.id)}>
            {t("guide.back")}
          </Button>
          {isLast ? (
            <Button type="primary" onClick={() => goTo({ page: "board" })}>
              {t("guide.done")}
            </Button>
          ) : (
            <Button type="primary" onClick={() => show(steps[place + 1]?.id)}>
              {t("guide.next", { title: pick(steps[place + 1]?.title ?? { zh: "", en: "" }) })}
            </Button>
          )}
        </footer>
      </article>
    </div>
  );
}

const show = (item: string | undefined): void => goTo({ page: "guide", item });

function Fields({ step }: { readonly step: Step }) {
  const settings = useMemo(() => projectSettings().filter(({ name }) => step.project.includes(name)), [step.project]);
  return (
    <>
      {settings.length > 0 && (
        <div className="form">
          {settings.map((field) => (
            <FieldRow key={field.name} field={field} place={{ path: `project/${field.name}`, label: field.label }} />
          ))}
        </div>
      )}
      {step.asked.map((asked) => (
        <AskedFields key={textOf(asked.component["id"])} {...asked} />
      ))}
    </>
  );
}

function AskedFields({ component, mechanism, names }: Asked) {
  const { t, lang } = useWords();
  const id = textOf(component["id"]);
  return (
    <section>
      <h3 className="guide-part">
        {componentLabel(component, mechanism, lang)}
        <Button type="link" size="small" onClick={() => goTo({ page: "components", item: id })}>
          {t("guide.whole")}
        </Button>
      </h3>
      <div className="form">
        {mechanism.fields
          .filter(({ name }) => names.includes(name))
          .map((field) => (
            <FieldRow
              key={field.name}
              field={field}
              place={{ path: `components/${id}/inputs/${field.name}`, label: field.label }}
              evidence={`components/${id}/evidence`}
              computed
            />
          ))}
      </div>
    </section>
  );
}
