import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withBase } from '../../src/site/base.ts';

describe('withBase puts root-relative addresses under the base path', () => {
  it.each([
    ['', '/repo/'],
    ['/', '/repo/'],
    ['/size', '/repo/size'],
    ['/size/', '/repo/size/'],
    ['/size/?family=qwen', '/repo/size/?family=qwen'],
    ['/size/#fit', '/repo/size/#fit'],
    ['/?a=/b#c', '/repo/?a=/b#c'],
    ['/#chapters', '/repo/#chapters'],
    ['/data/runs.csv', '/repo/data/runs.csv'],
  ])('%j → %s', (path, expected) => {
    expect(withBase(path, '/repo')).toBe(expected);
  });

  it.each(['/repo', '/repo/', 'repo', 'repo/'])('the base may be written %s', (base) => {
    expect(withBase('/size/', base)).toBe('/repo/size/');
  });

  it('takes a base of several segments', () => {
    expect(withBase('/size/', '/a/b/')).toBe('/a/b/size/');
  });

  it.each(['/', ''])('changes nothing at the root (base %j)', (base) => {
    expect(withBase('/size/#fit', base)).toBe('/size/#fit');
    expect(withBase('', base)).toBe('/');
  });

  it.each([
    'https://example.org/size/',
    '//example.org/size/',
    'mailto:someone@example.org',
    '#fit',
    '?family=qwen',
    './size/',
    '../size/',
    'size/',
    'data:,x',
  ])('leaves %s alone', (path) => {
    expect(withBase(path, '/repo')).toBe(path);
  });

  it.each(['/repo/', '/repo/size/', '/repo?x=1', '/repo#x'])('%s stands under the base already', (path) => {
    expect(withBase(path, '/repo')).toBe(path);
  });

  it('adds the missing slash to the bare base', () => {
    expect(withBase('/repo', '/repo')).toBe('/repo/');
  });

  it('compares whole segments: /reports/ is not under /repo', () => {
    expect(withBase('/reports/', '/repo')).toBe('/repo/reports/');
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.constantFrom('/', '/repo', '/a/b/'), (path, base) => {
        const once = withBase(path, base);
        expect(withBase(once, base)).toBe(once);
      }),
    );
  });
});
