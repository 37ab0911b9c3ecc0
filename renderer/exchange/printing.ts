import { create } from "zustand";
import type { Calls } from "../../app/contract.ts";
import { words } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { textOfBase64 } from "../session/bytes.ts";
import { flush } from "../session/edit.ts";
import { call } from "../session/host.ts";
import { getSession } from "../session/store.ts";
import { useNavigation } from "../shell/navigation.ts";
import { notifyProblems } from "../shell/notices.ts";

type PrintedForm = "statements" | "board";

interface Printing {
  /** A page to print, laid over the face, with its title and what a file of it is called. */
  readonly preview: { readonly title: string; readonly page: string; readonly name: string } | null;
  readonly preparing: PrintedForm | null;
}

export const usePrinting = create<Printing>()(() => ({ preview: null, preparing: null }));

export function closePreview(): void {
  usePrinting.setState({ preview: null });
}

/** Shows a paper as it is printed: 报表, 平衡台. */
export async function showPreview(form: PrintedForm): Promise<void> {
  if (usePrinting.getState().preparing !== null) return;
  usePrinting.setState({ preparing: form });
  await flush();
  const { session, scenario } = getSession();
  const unit = usePreferences.getState().money === "yuan" ? "yuan" : "wan";
  const job = `print ${performance.now()}`;
  const reply = session
    ? await call("exportWorkbook", { session: session.session, scenario, job, form, as: "html", unit })
    : undefined;
  usePrinting.setState({ preparing: null });
  if (reply === undefined) return;
  if (!reply.ok) {
    notifyProblems(reply.problems);
    return;
  }
  openPreview(words(`exchange.${form}`), reply.value);
}

/** Lays a printable page over the face. */
export function openPreview(title: string, { name, base64 }: Calls["exportWorkbook"]["value"]): void {
  usePrinting.setState({ preview: { title, page: textOfBase64(base64), name } });
}

/** The paper of the page that is open: the statements there, otherwise the board. */
export function previewHere(): Promise<void> {
  return showPreview(useNavigation.getState().page === "statements" ? "statements" : "board");
}
