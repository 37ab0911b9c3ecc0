import { loadPacks } from "../../policy/load.ts";
import type { Finding, Reviewed } from "../findings.ts";

/** C01: base month, VAT and price basis, document number and author are stated. */
export function completeness({ document }: Reviewed): readonly Finding[] {
  const { project, conventions } = document;
  const stated: readonly (readonly [string, unknown])[] = [
    ["conventions/vatBasis", conventions.vatBasis],
    ["conventions/priceBasis", conventions.priceBasis],
    ["project/priceBaseMonth", project.priceBaseMonth],
    ["project/author", project.author],
    ["project/documentNumber", project.documentNumber],
  ];
  const missing = stated.filter(([, value]) => value === undefined || value === "").map(([path]) => path);
  const message =
    missing.length === 0
      ? {
          zh: "基准月、增值税口径、价格口径、编制人、文号齐备",
          en: "base month, VAT and price basis, author and document number are stated",
        }
      : { zh: `未写明:${missing.join("、")}`, en: `not stated: ${missing.join(", ")}` };
  return [
    {
      id: "C01",
      severity: "Q",
      pass: missing.length === 0,
      clause: null,
      numbers: {},
      path: missing[0] ?? "",
      message,
    },
  ];
}

/** C30: the rule packs and their drafts are named. */
export function rulePacks({ document }: Reviewed): readonly Finding[] {
  const { packs } = loadPacks(document);
  const list = (lang: "zh" | "en") =>
    packs
      .map(
        (pack) =>
          `${pack.id} ${pack.version}${pack.status === "draft" ? (lang === "zh" ? "(征求意见稿)" : " (draft)") : ""}`,
      )
      .join(lang === "zh" ? "、" : ", ");
  const message =
    packs.length > 0
      ? { zh: `依据规则包:${list("zh")}`, en: `rule packs: ${list("en")}` }
      : { zh: "未选用任何规则包", en: "no rule pack is used" };
  return [{ id: "C30", severity: "N", pass: packs.length > 0, clause: null, numbers: {}, path: "packs", message }];
}

/** Errors in values and formulas: results that rest on them are not shown, so the plan cannot be accepted. */
export function soundness({ problems }: Reviewed): readonly Finding[] {
  if (problems.length === 0)
    return [
      {
        id: "C05",
        severity: "R",
        pass: true,
        clause: null,
        numbers: {},
        path: "",
        message: { zh: "输入与公式无错误", en: "no errors in inputs and formulas" },
      },
    ];
  return problems.map(({ path, message }) => ({
    id: "C05",
    severity: "R" as const,
    pass: false,
    clause: null,
    numbers: {},
    path,
    message,
  }));
}
