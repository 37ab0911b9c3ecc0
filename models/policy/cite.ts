import type { Text } from "../wording/text.ts";
import type { Pack, PackClause, PackLaw, PackParameter } from "./pack.ts";

/** Law and article something stands in, the way an official opinion names them: 《增值税法》(主席令第四十一号)第十条. */
export interface Citation {
  readonly law: PackLaw | undefined;
  readonly article: string;
  readonly text: Text;
}

export function lawOf(pack: Pick<Pack, "laws">, id: string | undefined): PackLaw | undefined {
  return pack.laws?.find((law) => law.id === id);
}

/** How a law is named: title with its number. */
export function lawText({ title, number }: PackLaw): Text {
  return { zh: `《${title.zh}》(${number})`, en: `${title.en} (${number})` };
}

export function parameterCitation(pack: Pick<Pack, "laws">, { reference }: PackParameter): Citation {
  if ("law" in reference) return citation(pack, reference.law, reference.article);
  const { document, article } = reference;
  return { law: undefined, article, text: { zh: `${document} ${article}`, en: `${document}, ${article}` } };
}

/** Undefined for a clause of an earlier or local pack, which does not say where it stands. */
export function clauseCitation(pack: Pick<Pack, "laws">, { law, article }: PackClause): Citation | undefined {
  return law === undefined || article === undefined ? undefined : citation(pack, law, article);
}

function citation(pack: Pick<Pack, "laws">, id: string, article: string): Citation {
  const law = lawOf(pack, id);
  const name = law === undefined ? { zh: id, en: id } : lawText(law);
  return { law, article, text: { zh: `${name.zh}${article}`, en: `${name.en}, ${article}` } };
}
