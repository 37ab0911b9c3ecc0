import type { JsonObject, RemarkView, SeverityView } from "../../app/contract.ts";
import { inBoth } from "../language/i18n.ts";
import { usePerson } from "../revisions/person.ts";
import { edit } from "../session/edit.ts";
import { currentDocument } from "../session/effective.ts";
import { uniqueId } from "../session/ids.ts";
import { objectsOf, textOf } from "../session/json.ts";
import type { Marked } from "./store.ts";

/** Who says it and when. */
const signed = () => ({ author: usePerson.getState().name ?? "", at: new Date().toISOString() });

const storedRemark = (id: string): JsonObject | undefined =>
  objectsOf(currentDocument()["remarks"]).find((one) => textOf(one["id"]) === id);

export function addRemark({ on, anchor }: Marked, severity: SeverityView, text: string): void {
  const id = uniqueId("remark");
  const value = { id, on, anchor, severity, state: "open", ...signed(), text, replies: [] };
  edit([{ path: `remarks/${id}`, value }], { label: inBoth("remarks.added") });
}

export function setState(id: string, state: RemarkView["state"]): void {
  edit([{ path: `remarks/${id}/state`, value: state }], { label: inBoth("remarks.changed") });
}

/** A reply answers an open remark. */
export function reply(id: string, text: string): void {
  const stored = storedRemark(id);
  if (stored === undefined) return;
  const replies = [...objectsOf(stored["replies"]), { ...signed(), text }];
  const state = textOf(stored["state"]) === "open" ? "answered" : textOf(stored["state"]);
  edit([{ path: `remarks/${id}`, value: { ...stored, replies, state } }], { label: inBoth("remarks.answered") });
}

export function removeRemark(id: string): void {
  edit([{ path: `remarks/${id}` }], { label: inBoth("remarks.removed") });
}
