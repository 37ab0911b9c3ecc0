/** A thread ended by itself: out of memory, or by a fault. What it was asked is not answered; the next question starts another. */
export class ThreadLost extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "ThreadLost";
  }
}
