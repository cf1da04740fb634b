import type { Spec } from 'vega';

/** Height of a bar with the space to the next, and of an axis. */
const [bar, axis] = [20, 60];

/**
 * A compiled chart with the names of its columns where they stand open, as wide as its place allows and, for
 * bars, as high as their number asks.
 */
export function filled(
  spec: Spec,
  words: Readonly<Record<string, string>>,
  { room, bars }: { room: number; bars: number | null },
): Spec {
  const text = JSON.stringify(spec, (_, value: unknown) =>
    typeof value === 'string' && Object.hasOwn(words, value) ? words[value] : value,
  );
  const size = { width: Math.min(room, 860), ...(bars === null ? {} : { height: bars * bar + axis }) };
  return { ...(JSON.parse(text) as Spec), ...size };
}
