import type { ClauseEntry, LawPage, PackPages, ParameterEntry, RuleBook } from "../../models/checks/rulebook/book.ts";
import { aboutLaw, BOUND, CERTAINTY, FORCE, STATUS, UNUSED } from "../../models/checks/rulebook/words.ts";
import type { Text } from "../../models/wording/text.ts";
import type { Lang } from "../contract.ts";

/** The rule book as one page that needs nothing else: read on screen, printed on A4, a law a page, signed one by one. */
export function rulePage({ packs }: RuleBook, lang: Lang): string {
  const word = (text: Text): string => escaped(text[lang]);
  const title = word({ zh: "规则手册", en: "Rule book" });
  const contents = packs.map(
    (pack) => `<li><a href="#${pack.id}">${word(pack.title)} ${escaped(pack.version)}</a></li>`,
  );
  return `<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p>${word(LEAD)}</p>
<ol>${contents.join("")}</ol>
${packs.map((pack) => packSection(pack, lang)).join("\n")}
</body>
</html>
`;
}

const LEAD: Text = {
  zh: "条款用自己的话写明,引号内为决定性的原词;其下是依据它的参数、测算项、明细行、审查要点与证明审查要点的算例。请逐法核对并签字。",
  en: "Clauses are in our own words, decisive words of the text in quotation marks; below each stand the parameters, components, lines and checks that rest on it, and the cases that prove the checks. To be checked and signed law by law.",
};

function packSection(pack: PackPages, lang: Lang): string {
  const draft = pack.status === "draft" ? ` <em>${lang === "zh" ? "征求意见稿" : "draft"}</em>` : "";
  const head = `<h2 id="${pack.id}">${escaped(pack.title[lang])} <small>${pack.id} ${escaped(pack.version)}</small>${draft}</h2>`;
  return `<section>${head}${pack.laws.map((law) => lawSection(law, lang)).join("")}</section>`;
}

function lawSection(law: LawPage, lang: Lang): string {
  const word = (text: Text): string => escaped(text[lang]);
  const about = aboutLaw(law).map(word).join(" · ");
  return `<article><h3>${word(law.title)}</h3><p class="about">${about}</p>
${law.clauses.map((clause) => clauseBlock(clause, lang)).join("\n")}
${law.parameters.length === 0 ? "" : parameterTable(law.parameters, lang)}
<p class="sign">${word({ zh: "审核人:____________ 日期:____________ 意见:____________________", en: "Reviewed by: ____________ Date: ____________ Opinion: ____________________" })}</p></article>`;
}

function clauseBlock(clause: ClauseEntry, lang: Lang): string {
  const word = (text: Text): string => escaped(text[lang]);
  const { id, article = "", title, text, hard, certainty, mechanisms, lines, checks, unused } = clause;
  const force = word(FORCE[hard === true ? "hard" : "soft"]);
  const known = certainty === undefined ? "" : ` · ${word(CERTAINTY[certainty])}`;
  const rests = [
    rest(lang, { zh: "测算项", en: "components" }, mechanisms),
    rest(lang, { zh: "明细行", en: "lines" }, lines),
    ...checks.map((check) => {
      const named = check.title === undefined ? "" : ` ${check.title[lang]}`;
      const proved =
        check.proofs.length === 0
          ? ""
          : `<ul>${check.proofs.map((proof) => `<li>${escaped(proof)}</li>`).join("")}</ul>`;
      return `<dd><b>${escaped(check.id)}</b>${escaped(named)}${proved}</dd>`;
    }),
    unused ? `<dd class="unused">${word(UNUSED)}</dd>` : "",
  ];
  return `<div class="clause"><h4>${escaped(article)} ${word(title)} <small>${escaped(id)} · ${force}${known}</small></h4>
<p>${word(text)}</p><dl>${rests.join("")}</dl></div>`;
}

function rest(lang: Lang, name: Text, ids: readonly string[]): string {
  return ids.length === 0
    ? ""
    : `<dd>${escaped(name[lang])}: ${ids.map((id) => `<code>${escaped(id)}</code>`).join(" ")}</dd>`;
}

function parameterTable(parameters: readonly ParameterEntry[], lang: Lang): string {
  const heads: readonly Text[] = [
    { zh: "参数", en: "parameter" },
    { zh: "条款", en: "article" },
    { zh: "取值与施行日期", en: "values by date" },
    { zh: "约束与性质", en: "binds, standing" },
    { zh: "取用的输入", en: "inputs that take it" },
  ];
  const rows = parameters.map(({ id, label, unit, values, reference, bound, status, note, inputs }) => {
    const dated = values.map(({ from, to, value, source }) => {
      const span = to === undefined ? from : `${from}–${to}`;
      return `${value}${unit === "1" ? "" : ` ${unit}`} (${span})${source === undefined ? "" : ` ${source}`}`;
    });
    const kind = [bound && BOUND[bound], STATUS[status], note].flatMap((text) =>
      text === undefined ? [] : [text[lang]],
    );
    return [`${label[lang]}\n${id}`, reference.article, dated.join("\n"), kind.join("\n"), inputs.join("\n")];
  });
  const cells = (tag: "th" | "td", row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell).replaceAll("\n", "<br>")}</${tag}>`).join("")}</tr>`;
  const head = cells(
    "th",
    heads.map((text) => text[lang]),
  );
  return `<table><thead>${head}</thead><tbody>${rows.map((row) => cells("td", row)).join("")}</tbody></table>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Packs come with files of strangers: nothing in them is markup. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

const STYLE = `
body { max-width: 960px; margin: 24px auto; padding: 0 16px; font: 14px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1d2733; }
h1 { font-size: 24px; } h2 { margin-top: 32px; font-size: 19px; } h3 { font-size: 16px; } h4 { margin: 12px 0 2px; font-size: 14px; }
small, .about, .unused { color: #55636f; font-weight: normal; font-size: 12px; }
.clause { break-inside: avoid; border-top: 1px solid #dde2e8; } .clause p { margin: 2px 0; }
dl, dd, ul { margin: 0; } dd { margin-left: 12px; font-size: 12px; } ul { padding-left: 18px; }
table { width: 100%; margin-top: 12px; border-collapse: collapse; font-size: 12px; } th, td { padding: 3px 6px; border: 1px solid #dde2e8; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.sign { margin-top: 20px; }
@page { size: A4; margin: 16mm; }
@media print { body { margin: 0; max-width: none; } article { break-after: page; } tr { break-inside: avoid; } a { color: inherit; text-decoration: none; } }
`;
