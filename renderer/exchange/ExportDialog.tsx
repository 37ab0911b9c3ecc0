import { Button, Radio, Select } from "antd";
import { useEffect, useRef, useState } from "react";
import type { Calls, JsonObject } from "../../app/contract.ts";
import { useWords, words } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { Progressing } from "../revisions/Progressing.tsx";
import { offerDownload } from "../session/bytes.ts";
import { useDocument } from "../session/effective.ts";
import { call } from "../session/host.ts";
import { isObject, objectsOf, textOf } from "../session/json.ts";
import { useJob } from "../session/useJob.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";
import { notifyDone, notifyTold } from "../shell/notices.ts";
import { useExporting } from "./exporting.ts";
import { openPreview } from "./printing.ts";
import { TemplateField } from "./TemplateField.tsx";
import { useWordTemplate } from "./wordTemplate.ts";

const POINTS = {
  model: ["sheets", "live", "scenario", "fixed", "light"],
  tables: ["tablesParts", "sums", "rounded"],
  template: ["entries", "empty", "back", "carried"],
  bidForm: ["bidTerms", "bidPrivate", "bidEmpty", "bidBack"],
  plan: ["sections", "native", "pages", "rounded"],
  opinion: ["opinionParts", "opinionBlank", "native"],
  monitoring: ["monitoringParts", "native"],
  bids: ["bidsParts", "bidsAward", "native"],
  statements: ["statementsParts", "native"],
  board: ["boardParts", "native"],
  formulas: ["formulasParts", "long"],
} as const;
type Form = keyof typeof POINTS;
const UNITS = ["wan", "yuan"] as const;
const FILES = ["docx", "html"] as const;
const IN_EXCEL: ReadonlySet<Form> = new Set(["model", "tables", "template", "bidForm"]);
/** What is told in the unit one chooses; the others are exact to the fen, or have no money. */
const IN_UNITS: ReadonlySet<Form> = new Set(["tables", "template", "bidForm", "plan", "bids", "statements", "board"]);

const ONLY_WORD: ReadonlySet<string> = new Set(["native", "pages"]);

/** What can be made of a model: of bids and actuals only where it has any. */
function formsOf(document: JsonObject): readonly Form[] {
  const has = (name: string, within?: string): boolean => {
    const value = document[name];
    const list = within === undefined ? value : isObject(value) ? value[within] : undefined;
    return Array.isArray(list) && list.length > 0;
  };
  return (Object.keys(POINTS) as Form[]).filter(
    (form) =>
      (form !== "bids" || has("bids")) &&
      (form !== "bidForm" || isObject(document["tender"])) &&
      (form !== "monitoring" || has("actuals", "reports")),
  );
}

type FileForm = (typeof FILES)[number];

const isPrintable = (form: Form, file: FileForm): boolean => !IN_EXCEL.has(form) && file === "html";

/** Saves what was made, or shows it as it is printed where a title for that is given. */
function useHandedOut(answer: Calls["exportWorkbook"]["value"] | null): { current: string | null } {
  const previewed = useRef<string | null>(null);
  useEffect(() => {
    if (answer === null) return;
    closeDialog();
    notifyTold(answer.told);
    if (previewed.current !== null) openPreview(previewed.current, answer);
    else {
      offerDownload(answer.name, answer.base64);
      notifyDone(words("exchange.done", { name: answer.name }));
    }
  }, [answer]);
  return previewed;
}

/** What is in the file, and what is not. */
function Points({ form, file }: { readonly form: Form; readonly file: FileForm }) {
  const { t } = useWords();
  return (
    <ul>
      {POINTS[form]
        .filter((point) => file === "docx" || !ONLY_WORD.has(point))
        .map((point) => (
          <li key={point}>{t(`exchange.${point}`)}</li>
        ))}
      {isPrintable(form, file) && <li>{t("exchange.toPrint")}</li>}
    </ul>
  );
}

/** The scenario shown as a workbook, as the standard tables, a template, a bid form, or a paper for Word or to be printed: what is in it, and what is not. */
export function ExportDialog() {
  const { t } = useWords();
  const { start, ...job } = useJob<Calls["exportWorkbook"]["value"]>();
  const { answer, running } = job;
  const money = usePreferences((preferences) => preferences.money);
  const document = useDocument();
  const begun = useExporting.getState();
  const [form, setForm] = useState<Form>(begun.form === "wordTemplate" ? "plan" : begun.form);
  const [bid, setBid] = useState(begun.bid);
  const [file, setFile] = useState<FileForm>("docx");
  const [unit, setUnit] = useState<(typeof UNITS)[number]>(money === "yuan" ? "yuan" : "wan");
  const previewed = useHandedOut(answer);
  const template = useWordTemplate((state) => state.template);
  const inWord = !IN_EXCEL.has(form) && file === "docx";
  const printable = isPrintable(form, file);
  /** @param preview whether it is shown as it is printed, instead of being saved */
  const begin = (preview: boolean) => {
    previewed.current = preview ? t(`exchange.${form}`) : null;
    return start(({ session, scenario, job: id }) =>
      call("exportWorkbook", {
        session,
        scenario,
        job: id,
        form,
        as: file,
        unit,
        ...(form === "bidForm" && bid !== "" ? { bid } : {}),
        ...(inWord && template !== null ? { template } : {}),
      }),
    );
  };
  return (
    <Dialog
      title={t("exchange.title")}
      onCancel={closeDialog}
      footer={[
        <Button key="cancel" onClick={closeDialog}>
          {t("app.cancel")}
        </Button>,
        printable && (
          <Button key="preview" disabled={running} onClick={() => void begin(true)}>
            {t("print.preview")}
          </Button>
        ),
        <Button key="export" type="primary" disabled={running} onClick={() => void begin(false)}>
          {t("exchange.export")}
        </Button>,
      ]}
    >
      <Radio.Group
        className="export-forms"
        aria-label={t("exchange.form")}
        value={form}
        disabled={running}
        options={formsOf(document).map((value) => ({ value, label: t(`exchange.${value}`) }))}
        onChange={(event) => setForm(event.target.value as typeof form)}
      />
      <Points form={form} file={file} />
      {form === "bidForm" && <ShownBid value={bid} disabled={running} choose={setBid} />}{" "}
      {!IN_EXCEL.has(form) && (
        <Radio.Group
          aria-label={t("exchange.file")}
          optionType="button"
          value={file}
          disabled={running}
          options={FILES.map((value) => ({ value, label: t(`exchange.files.${value}`) }))}
          onChange={(event) => setFile(event.target.value as typeof file)}
        />
      )}{" "}
      {IN_UNITS.has(form) && (
        <Radio.Group
          aria-label={t("exchange.unit")}
          optionType="button"
          value={unit}
          disabled={running}
          options={UNITS.map((value) => ({ value, label: t(`unit.money.${value}`) }))}
          onChange={(event) => setUnit(event.target.value as typeof unit)}
        />
      )}
      {inWord && <TemplateField disabled={running} />}
      <Progressing job={job} label={t("exchange.running")} failed={t("exchange.failed")} />
    </Dialog>
  );
}

interface ShownBidProps {
  /** Nothing for an empty form. */
  readonly value: string;
  readonly disabled: boolean;
  readonly choose: (id: string) => void;
}

/** Which bid a bid form shows. */
function ShownBid({ value, disabled, choose }: ShownBidProps) {
  const { t } = useWords();
  const bids = objectsOf(useDocument()["bids"]).map((bid) => ({
    value: textOf(bid["id"]),
    label: `${textOf(bid["id"])} ${textOf(bid["bidder"])}`,
  }));
  return (
    <Select
      className="bids-choose"
      aria-label={t("exchange.ofBid")}
      value={value}
      disabled={disabled}
      onChange={(next: string | null) => choose(next ?? "")}
      options={[{ value: "", label: t("exchange.emptyForm") }, ...bids]}
    />
  );
}
