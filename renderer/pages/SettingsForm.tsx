import type { FieldView } from "../../app/contract.ts";
import { FieldRow } from "../forms/FieldRow.tsx";

/** The settings of one part of the document as a form. */
export function SettingsForm({ root, settings }: { readonly root: string; readonly settings: readonly FieldView[] }) {
  return (
    <div className="form">
      {settings.map((field) => (
        <FieldRow key={field.name} field={field} place={{ path: `${root}/${field.name}`, label: field.label }} />
      ))}
    </div>
  );
}
