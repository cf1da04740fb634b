import { expect, test } from 'vitest';
import { findClaim } from '../../../src/claims/claims.ts';
import { needsOf, needsUnder } from '../../../src/publication/answers/needs.ts';

const html = `
  <p title="a > b &lt;span data-stat=&quot;models.count&quot;">
    <span class="stat" data-stat="scaling.r2" data-interval title="R², n > 3">0.4</span>
    <span class="stat" data-stat="co2.elasticity" data-preparation="prepared">1.1</span>
    <span data-stat="no.such">?</span> data-stat="models.count"
  </p>
  <figure class="figure" id="figure-score-by-size" data-figure="score-by-size" data-models="model"></figure>
  <figure data-figure="score-by-size" data-preparation="reviewed"></figure>
  <figure data-figure="swiss-round"></figure>`;

const lists = (needs: { statistics: ReadonlySet<string>; figures: ReadonlySet<string> }) => ({
  statistics: [...needs.statistics],
  figures: [...needs.figures],
});

test('what a page asks is read from its marked elements, apart by the preparation that the text pins', () => {
  const needs = needsOf(html);
  expect(lists(needs[''])).toEqual({ statistics: ['scaling.r2'], figures: ['score-by-size'] });
  expect(lists(needs.reviewed)).toEqual({ statistics: [], figures: ['score-by-size'] });
  expect(lists(needs.prepared)).toEqual({ statistics: ['co2.elasticity'], figures: [] });
});

test('a claim asks for the statistics of its test', () => {
  const known = findClaim('bigger-scores-higher')!;
  const needs = needsOf(`<aside class="claim" data-claim="${known.id}" data-verdict="holds"></aside>`);
  expect(lists(needs['']).statistics).toEqual([...known.statistics]);
});

test('tested words ask for the statistics of their test, and of the claims in it', () => {
  const known = findClaim('bigger-scores-higher')!;
  const needs = needsOf(`<span class="says" data-says="scaling.r2 > 0.1 and holds('${known.id}')">
    <span class="says" data-says="n(co2.elasticity) < 9" data-else="a &#34;b&#34;" data-preparation="prepared">
    <span class="says" data-says="swiss.spearman > 0">`);
  expect(lists(needs['']).statistics).toEqual([...new Set(['scaling.r2', ...known.statistics])]);
  expect(lists(needs.prepared).statistics).toEqual(['co2.elasticity']);
});

test('a small chart asks for the estimates that it draws, or for the rows of its figure', () => {
  const needs = needsOf(
    '<figure data-small="moe-active-parameters"></figure><figure data-small="co2-by-size">',
  );
  expect(lists(needs[''])).toEqual({
    statistics: ['moe.gap.total.mean', 'moe.gap.active.mean'],
    figures: ['co2-by-size'],
  });
});

test('a slice asks its own preparation for what is not pinned, the other one for what is pinned to it', () => {
  const needs = needsOf(html);
  const { reviewed, prepared } = needsUnder(needs, 'reviewed');
  expect(lists(reviewed!)).toEqual({ statistics: ['scaling.r2'], figures: ['score-by-size'] });
  expect(lists(prepared!)).toEqual({ statistics: ['co2.elasticity'], figures: [] });
  const other = needsUnder(needs, 'prepared');
  expect(lists(other.prepared!)).toEqual({
    statistics: ['scaling.r2', 'co2.elasticity'],
    figures: ['score-by-size'],
  });
  expect(lists(other.reviewed!)).toEqual({ statistics: [], figures: ['score-by-size'] });
});

test('a preparation of which nothing is asked is left out, the slice’s own never', () => {
  expect(Object.keys(needsUnder(needsOf('<p>Nothing.</p>'), 'prepared'))).toEqual(['prepared']);
});
