import type { Scale, Spec, View } from 'vega';

/** Scales of a continuous domain, in which two drawings can be compared. */
const continuous: ReadonlySet<string> = new Set(['linear', 'log', 'pow', 'sqrt', 'symlog', 'time', 'utc']);

const signalOf = (name: string) => `shared_${name}`;

/** Whether a scale takes its domain from the rows, as far as two drawings may have it in common. */
const isShared = (scale: Scale): boolean =>
  continuous.has(scale.type ?? 'linear') &&
  typeof scale.domain === 'object' &&
  !Array.isArray(scale.domain) &&
  !('signal' in scale.domain) &&
  scale.domainRaw === undefined;

/** The names of the scales of a chart that can be shared. */
export const sharedScales = ({ scales = [] }: Spec): string[] =>
  scales.filter(isShared).map(({ name }) => name);

/** A compiled chart whose scales can be given the domain of another drawing of it. */
export const withSharedScales = (spec: Spec): Spec => ({
  ...spec,
  signals: [
    ...(spec.signals ?? []),
    ...sharedScales(spec).map((name) => ({ name: signalOf(name), value: null })),
  ],
  scales: (spec.scales ?? []).map((scale) =>
    isShared(scale) ? ({ ...scale, domainRaw: { signal: signalOf(scale.name) } } as Scale) : scale,
  ),
});

/** The least domain that holds both; undefined where one holds no numbers. */
export function unionOf(
  first: readonly unknown[],
  second: readonly unknown[],
): [low: number, high: number] | undefined {
  const ends = [...first, ...second].map(Number);
  if (first.length === 0 || second.length === 0 || !ends.every(Number.isFinite)) return undefined;
  return [Math.min(...ends), Math.max(...ends)];
}

/** Gives two drawings of one chart the same axes, colours and sizes of dots. */
export async function shareScales(spec: Spec, a: View, b: View): Promise<void> {
  const domain = (view: View, name: string) => (view.scale(name) as { domain(): unknown[] }).domain();
  for (const name of sharedScales(spec)) {
    const union = unionOf(domain(a, name), domain(b, name));
    if (union) for (const view of [a, b]) view.signal(signalOf(name), union);
  }
  await Promise.all([a.runAsync(), b.runAsync()]);
}
