import { randomUUID } from "node:crypto";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { refuse } from "../problems.ts";
import { type Origin, Session } from "./session.ts";

const OPEN_MAX = 64;

/**
 * The models that are open. A page that goes away does not always say goodbye: where there are too many, one without unsaved changes that
 * nobody has asked for the longest gives way.
 */
export class Sessions {
  /** Those used last come last. */
  readonly #open = new Map<string, Session>();
  readonly #closed: (session: Session) => void;

  readonly #changed: (session: Session) => void;

  /**
   * @param closed told of every model that is open no longer
   * @param changed told of every change of one
   */
  constructor(closed: (session: Session) => void, changed: (session: Session) => void) {
    this.#closed = closed;
    this.#changed = changed;
  }

  get all(): readonly Session[] {
    return [...this.#open.values()];
  }

  /** @param id of work kept earlier, which goes on under it */
  add(
    document: ModelDocument,
    origin: Origin,
    problems?: readonly Problem[],
    id: string = randomUUID(),
  ): Result<Session> {
    if (this.#open.size >= OPEN_MAX) {
      const idle = [...this.#open.values()].find(({ dirty }) => !dirty);
      if (idle === undefined) return refuse("session.too_many", "");
      this.close(idle.id);
    }
    const session = new Session(id, document, origin, { problems, changed: this.#changed });
    this.#open.set(session.id, session);
    return succeed(session);
  }

  find(id: string): Result<Session> {
    const session = this.#open.get(id);
    if (session === undefined) return refuse("session.unknown", id);
    this.#open.delete(id);
    this.#open.set(id, session);
    return succeed(session);
  }

  has(id: string): boolean {
    return this.#open.has(id);
  }

  /** The session a file is open in already: two of them would save over each other. */
  at(path: string): Session | undefined {
    return [...this.#open.values()].find(({ origin }) => origin.path === path);
  }

  close(id: string): boolean {
    const session = this.#open.get(id);
    if (session === undefined) return false;
    this.#open.delete(id);
    this.#closed(session);
    return true;
  }
}
