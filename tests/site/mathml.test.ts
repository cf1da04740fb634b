import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mathml } from '../../src/site/mathml.ts';

describe('mathml', () => {
  test('writes a formula as MathML', () => {
    expect(mathml('a^2')).toBe(
      '<math><msup><mi mathvariant="normal" class="variable">a</mi><mn>2</mn></msup></math>',
    );
  });

  test('marks a formula of its own line', () => {
    expect(mathml('a', true)).toMatch(/^<math display="block">/);
    expect(mathml('a')).not.toContain('display=');
  });

  test('slants variables, not names of functions or of quantities', () => {
    const names = mathml('\\tanh \\mathrm{SE} x \\lambda');
    expect([...names.matchAll(/class="variable">(.)</g)].map(([, letter]) => letter)).toEqual(['x', 'λ']);
    expect(names).toContain('<mi>tanh</mi>');
    expect(names).toContain('<mi>SE</mi>');
  });

  test('writes nothing that the Content-Security-Policy would block', () => {
    const tall = mathml(
      '\\sqrt{\\frac{\\bar{x}}{n}} \\left( \\sum_i x_i^2 \\right) \\textcolor{red}{y}',
      true,
    );
    expect(tall).not.toMatch(/style=|<script|on\w+=/);
  });

  test('refuses what it cannot read', () => {
    expect(() => mathml('\\frac{a}')).toThrow();
    expect(() => mathml('\\nonsense')).toThrow();
  });
});

test('every formula of the content can be read', () => {
  const formulas = readdirSync('content/pages').flatMap((file) =>
    [...readFileSync(`content/pages/${file}`, 'utf8').matchAll(/<Math tex="([^"]*)"/g)].map(
      ([, tex = '']) => tex,
    ),
  );
  expect(formulas.length).toBeGreaterThan(10);
  for (const tex of formulas) expect(mathml(tex), tex).toMatch(/^<math>.+<\/math>$/);
});
