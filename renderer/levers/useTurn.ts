import { useEffect, useRef, useState } from "react";
import type { LeversView, LeverView, TurnView } from "../../app/contract.ts";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";

/** What came of the lever at a value. */
interface Turned extends Pick<TurnView, "excesses" | "entered"> {
  readonly value: string;
}

/** What all verdicts have to spare with a lever at a value: one question at a time, always the latest. */
export function useTurn({ of, scenario }: LeversView, { path }: LeverView, value: string): Turned | null {
  const session = useSession((state) => state.session?.session);
  const [turned, setTurned] = useState<Turned | null>(null);
  const wanted = useRef(value);
  const asking = useRef(false);
  const gone = useRef(false);
  wanted.current = value;
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      if (asking.current || session === undefined) return;
      asking.current = true;
      for (let asked: string | undefined; asked !== wanted.current && !gone.current; ) {
        asked = wanted.current;
        const reply = await call("turn", { session, scenario, of, path, value: asked });
        if (reply.ok && !gone.current) setTurned({ ...reply.value, value: asked });
      }
      asking.current = false;
    };
    // Asked again for each value; while an answer is on its way the newest waits.
    if (value !== undefined) void ask();
  }, [session, scenario, of, path, value]);
  return turned;
}
