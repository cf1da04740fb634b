/** A failure to load or start the engine, said for the reader: what failed and what can be done. */
export class EngineError extends Error {
  constructor(what: string, remedy: string, cause?: unknown) {
    super(`${what} ${remedy}`, { cause });
    this.name = 'EngineError';
  }
}
