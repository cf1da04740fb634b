/** Who hears of something, and the telling: the one way in which a part of the page lets others follow it. */
export function listeners<T = void>() {
  const all = new Set<(told: T) => void>();
  return {
    /** Lets a listener hear; what it returns lets it hear no more. */
    on: (listener: (told: T) => void) => {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell: (told: T) => {
      for (const listener of all) listener(told);
    },
  };
}
