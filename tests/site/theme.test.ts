import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { fields } from '../../src/slice/fields.ts';
import { keysOf } from '../../src/slice/parameters.ts';
import { versusParameters } from '../../src/reader/versus/parameter.ts';
import { nextTheme, parseTheme, themeChoices, themeStorageKey } from '../../src/site/theme-choice.ts';

describe('the theme choice', () => {
  it('goes round: auto, light, dark, auto', () => {
    expect(themeChoices.map(nextTheme)).toEqual(['light', 'dark', 'auto']);
  });

  it.each([
    ['dark', 'dark'],
    ['light', 'light'],
    ['auto', 'auto'],
    ['sepia', 'auto'],
    ['', 'auto'],
    [null, 'auto'],
    [undefined, 'auto'],
  ])('reads %j as %s', (text, choice) => {
    expect(parseTheme(text)).toBe(choice);
  });
});

describe('public/theme.js, before the first paint', () => {
  const script = readFileSync('public/theme.js', 'utf8');
  const run = (getItem: (key: string) => string | null, search = ''): Record<string, string> => {
    const dataset: Record<string, string> = {};
    runInNewContext(script, {
      document: { documentElement: { dataset } },
      localStorage: { getItem },
      location: { search },
      setTimeout: () => 0,
    });
    return dataset;
  };

  it.each(['light', 'dark'])('applies a stored %s, under the key that the button writes', (choice) => {
    expect(run((key) => (key === themeStorageKey ? choice : null))).toEqual({ scripted: '', theme: choice });
  });

  it.each(['auto', 'sepia', null])('leaves the theme to the system for %j', (stored) => {
    expect(run(() => stored)).toEqual({ scripted: '' });
  });

  it.each([...Object.values(fields).map(({ key }) => key), ...keysOf(versusParameters)])(
    'tells of an address with a %s of a slice',
    (key) => {
      const asked = { scripted: '', asked: '' };
      expect(run(() => null, `?${key}=a`)).toEqual(asked);
      expect(run(() => null, `?x=y&${key}=a`)).toEqual(asked);
    },
  );

  it.each(['', '?utm_source=a', '?my_size=9', '?x=size=9', '?size'])('%j asks for no slice', (search) => {
    expect(run(() => null, search)).toEqual({ scripted: '' });
  });

  it('survives closed storage', () => {
    const closed = (): string | null => {
      throw new Error('SecurityError');
    };
    expect(run(closed)).toEqual({ scripted: '' });
  });
});
