import { randomUUID } from "node:crypto";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { refuse } from "../problems.ts";
import { type Origin, Session } from "./session.ts";

const OPEN_MAX = 64;

/** The models that are open. */
export class Sessions {
  readonly #open = new Map<string, Session>();

  add(document: ModelDocument, origin: Origin): Result<Session> {
    if (this.#open.size >= OPEN_MAX) return refuse("session.too_many", "");
    const session = new Session(randomUUID(), document, origin);
    this.#open.set(session.id, session);
    return succeed(session);
  }

  find(id: string): Result<Session> {
    const session = this.#open.get(id);
    return session === undefined ? refuse("session.unknown", id) : succeed(session);
  }

  /** The session a file is open in already: two of them would save over each other. */
  at(path: string): Session | undefined {
    return [...this.#open.values()].find(({ origin }) => origin.path === path);
  }

  close(id: string): boolean {
    return this.#open.delete(id);
  }
}
