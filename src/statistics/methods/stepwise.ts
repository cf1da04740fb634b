/** A value whose computation takes long, in steps between which something else may be done. */
export interface Stepwise<T> {
  /** Takes a step, if any is left; answers whether none is. */
  step(): boolean;
  /** The value, once the steps that are left are taken. */
  value(): T;
}

/** Takes the steps of a computation, each once, whoever asks for them. */
export function stepwise<T>(steps: Iterator<unknown, T>): Stepwise<T> {
  let found: { value: T } | undefined;
  const step = () => {
    if (found) return true;
    const { done, value } = steps.next();
    if (done) found = { value };
    return done === true;
  };
  return {
    step,
    value() {
      while (!step());
      return found!.value;
    },
  };
}
