/** Work that is done one piece after the other, in the order it came. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does a piece of work once all before it are done, however they ended. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Resolves once every piece that came so far is done. */
  async done(): Promise<void> {
    await this.#last;
  }
}
