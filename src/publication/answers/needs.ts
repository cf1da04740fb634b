import { preparations } from '../../dataset/preparations.ts';
import type { PreparationId } from '../../dataset/grouping.ts';
import { findClaim, isPublishedOnly } from '../../claims/claims.ts';
import { neededBy, readTest, wholeTableOnly } from '../../claims/sentence-test.ts';
import { findFigure } from '../../figures/figures.ts';
import { findSmallChart } from '../../figures/small-charts.ts';
import { findStatistic } from '../../statistics/statistics.ts';

/** What a page shows and a slice answers again: ids of statistics and of figures. */
export interface Needs {
  statistics: ReadonlySet<string>;
  figures: ReadonlySet<string>;
}

/** Needs by the preparation that the text pins; '' for what answers the slice's own. */
export type PageNeeds = Readonly<Record<PreparationId | '', Needs>>;

const noNeeds = () => ({ statistics: new Set<string>(), figures: new Set<string>() });
const tags = /<[a-z][\w-]*(?:\s+[^\s=>/"]+(?:="[^"]*")?)*\s*\/?>/g;
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** What a built page asks of a slice, read from its marked numbers, claims, tested words, figures and small charts. */
export function needsOf(html: string): PageNeeds {
  const found = { '': noNeeds(), reviewed: noNeeds(), prepared: noNeeds() };
  for (const [tag] of html.matchAll(tags)) {
    const of = found[(attribute(tag, 'data-preparation') ?? '') as keyof typeof found];
    const statistic = findStatistic(attribute(tag, 'data-stat') ?? '');
    if (statistic && !statistic.family.publishedOnly) of.statistics.add(statistic.definition.id);
    const claim = findClaim(attribute(tag, 'data-claim') ?? '');
    if (claim && !isPublishedOnly(claim)) claim.statistics.forEach((id) => of.statistics.add(id));
    const says = attribute(tag, 'data-says');
    const test = says === undefined ? undefined : readTest(says);
    if (test && wholeTableOnly(test).length === 0) neededBy(test).forEach((id) => of.statistics.add(id));
    const figure = findFigure(attribute(tag, 'data-figure') ?? '');
    if (figure && !figure.publishedOnly) of.figures.add(figure.id);
    const small = findSmallChart(attribute(tag, 'data-small') ?? '');
    small?.statistics.forEach((id) => of.statistics.add(id));
    if (small?.statistics.length === 0) of.figures.add(small.figure.id);
  }
  return found;
}

const union = (sets: readonly ReadonlySet<string>[]) => new Set(sets.flatMap((set) => [...set].sort()));

/** What a page asks of each preparation under a slice of the given one; nothing of one that it has no need of. */
export function needsUnder(needs: PageNeeds, own: PreparationId): Partial<Record<PreparationId, Needs>> {
  const under: Partial<Record<PreparationId, Needs>> = {};
  for (const { id } of Object.values(preparations)) {
    const parts = id === own ? [needs[''], needs[id]] : [needs[id]];
    const statistics = union(parts.map((part) => part.statistics));
    const figures = union(parts.map((part) => part.figures));
    if (id === own || statistics.size + figures.size > 0) under[id] = { statistics, figures };
  }
  return under;
}
