import { componentName } from "../../../models/checks/trust/subject.ts";
import type { ComponentSpec, ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { Text } from "../../../models/wording/text.ts";
import { FieldReader } from "../../catalogue/fields.ts";
import type { Lang } from "../../contract.ts";
import type { MoneyUnit } from "../tables/money.ts";
import { printedText } from "../tables/sheet.ts";

/** What the sheets of a template are made from. */
export interface TemplateFacts {
  readonly document: ModelDocument;
  readonly money: MoneyUnit;
  readonly lang: Lang;
  readonly fields: FieldReader;
}

export const factsOf = (document: ModelDocument, money: MoneyUnit, lang: Lang): TemplateFacts => ({
  document,
  money,
  lang,
  fields: new FieldReader(document),
});

type Declared = NonNullable<ReturnType<typeof mechanisms.get>>;

/** Components whose inputs are known, in the order of the document. */
export function knownComponents({ components }: ModelDocument): readonly (readonly [ComponentSpec, Declared])[] {
  return components.flatMap((component) => {
    const mechanism = mechanisms.get(component.mechanism);
    return mechanism === undefined ? [] : [[component, mechanism] as const];
  });
}

/** The name of a component, its mechanism's where it has none. */
export function nameOf(document: ModelDocument, [component, mechanism]: readonly [ComponentSpec, Declared]): Text {
  return component.label === undefined ? mechanism.title : componentName(document, component.id);
}

/** A label in Chinese with the English behind it, whatever the language of the sheet. */
export const bilingual = ({ zh, en }: Text): string => (zh === en ? zh : `${printedText(zh, "zh")} ${en}`);
