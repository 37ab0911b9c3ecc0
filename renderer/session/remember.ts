import { useSession } from "./store.ts";

const key = "pingheng.session";

/** The model this tab had open before it was loaded again; null where it had none. */
export const rememberedSession = (): string | null => sessionStorage.getItem(key);

/** Remembers from now on which model this tab has open. */
export function rememberSession(): void {
  useSession.subscribe(({ session }, before) => {
    if (session?.session === before.session?.session) return;
    if (session) sessionStorage.setItem(key, session.session);
    else sessionStorage.removeItem(key);
  });
}
