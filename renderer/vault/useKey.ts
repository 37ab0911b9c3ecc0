import { useState } from "react";
import type { KeyView, ProblemView, Reply } from "../../app/contract.ts";
import { words } from "../language/i18n.ts";
import { offerDownload, toBase64 } from "../session/bytes.ts";
import { call } from "../session/host.ts";
import { withPassphrase } from "../session/passphrase.ts";
import { notifyDone } from "../shell/notices.ts";
import type { Given, Wanted } from "./PassphraseForm.tsx";

interface Hearers {
  readonly take: (keys: readonly KeyView[]) => void;
  readonly report: (problems: readonly ProblemView[]) => void;
}

/** What is being done with a key: which passphrases are asked for, which file waits to take its place. */
export function useKey(kind: KeyView["kind"], { take, report }: Hearers) {
  const [asking, setAsking] = useState<Wanted | null>(null);
  const [picked, setPicked] = useState<File | null>(null);
  function settle<T>(reply: Reply<T> | undefined, done: (value: T) => void): void {
    if (reply?.ok !== true) {
      if (reply !== undefined) report(reply.problems);
      return;
    }
    setAsking(null);
    setPicked(null);
    report([]);
    done(reply.value);
  }
  return {
    asking,
    ask: setAsking,
    picked,
    make: async () => settle(await call("makeKey", { kind }), take),
    give: async (given: Given) => {
      if (asking === "export")
        settle(await call("exportKey", { kind, next: given.next, ...only("passphrase", given.current) }), exported);
      else
        settle(
          await call("relockKey", { kind, ...only("current", given.current), ...only("next", given.next) }),
          (keys) => {
            take(keys);
            notifyDone(words("keys.relocked"));
          },
        );
    },
    bring: async (file: File, replaces: boolean) => {
      const asked = { kind, name: file.name, base64: await toBase64(file), replaces };
      const reply = await withPassphrase(file.name, (given) => call("importKey", { ...asked, ...given }), "key");
      if (reply?.ok === false && reply.problems.some(({ code }) => code === "key.there")) {
        report([]);
        setPicked(file);
      } else
        settle(reply, ({ keys, former }) => {
          take(keys);
          const moved = former === "" ? "" : words("keys.former", { path: former });
          notifyDone([words("keys.imported"), moved].filter(Boolean).join(" · "));
        });
    },
  };
}

const only = <N extends string>(name: N, value: string) =>
  value === "" ? {} : ({ [name]: value } as Record<N, string>);

function exported(file: { readonly name: string; readonly base64: string }): void {
  offerDownload(file.name, file.base64);
  notifyDone(words("keys.exported"));
}
