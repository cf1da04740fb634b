import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { drawingsOf, type Figure } from '../../src/figures/figure.ts';
import { figures } from '../../src/figures/figures.ts';
import { plots } from '../../src/figures/plots.ts';
import { compileChart, compileFigure } from '../../src/rendering/svg.ts';
import { drawnRows } from './draw.ts';

/** The schema that a package brings in its folder `build`, as a validator. */
function schemaOf(library: 'vega' | 'vega-lite'): ValidateFunction {
  const file = createRequire(import.meta.url).resolve(`${library}/${library}-schema.json`);
  const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
  // The schemas name formats and keywords for documentation that ajv does not know.
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: false });
  return ajv.compile(schema as object);
}

const vegaLite = schemaOf('vega-lite');
const vega = schemaOf('vega');

/** What a schema finds wrong; a specification is judged as it is published, as JSON. */
function faults(validate: ValidateFunction, spec: unknown): string[] {
  const valid = validate(JSON.parse(JSON.stringify(spec)));
  return valid ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const cases = figures.flatMap((figure) =>
  drawingsOf(figure).map((drawing) => ({ id: figure.id, figure, drawing })),
);

describe.each(cases)('$id, $drawing', ({ figure, drawing }) => {
  test('is valid Vega-Lite', () => {
    expect(faults(vegaLite, figure.spec(drawing))).toEqual([]);
  });

  test('compiles without a warning to valid Vega', () => {
    expect(faults(vega, compileFigure(figure, drawing))).toEqual([]);
  });

  test('names its data and holds none', () => {
    expect(figure.spec(drawing).data).toEqual({ name: 'rows' });
    const compiled = compileFigure(figure, drawing);
    const named = compiled.data?.find(({ name }) => name === 'rows');
    expect(named).toBeDefined();
    for (const data of compiled.data ?? []) expect(data).not.toHaveProperty('values');
    for (const data of compiled.data ?? []) expect(data).not.toHaveProperty('url');
  });

  test('is the same for all rows', async () => {
    const before = JSON.stringify(figure.spec(drawing));
    for (const query of ['', 'preparation=prepared', 'type=chat']) await drawnRows(figure, query);
    expect(JSON.stringify(figure.spec(drawing))).toBe(before);
    expect(figure.spec.length).toBeLessThanOrEqual(1);
  });
});

test.each(Object.entries(plots))('plot %s is valid Vega-Lite and compiles to valid Vega', (id, spec) => {
  expect(faults(vegaLite, spec)).toEqual([]);
  const compiled = compileChart(id, spec);
  expect(faults(vega, compiled)).toEqual([]);
  for (const data of compiled.data ?? []) expect(data).not.toHaveProperty('values');
});

test('the drawings for the column and for a phone differ', () => {
  for (const figure of figures)
    expect(JSON.stringify(figure.spec('desktop'))).not.toBe(JSON.stringify(figure.spec('phone')));
});

test('the schemas refuse what is wrong', () => {
  const figure = figures[0] as Figure;
  const spec = { ...figure.spec('desktop'), width: 'wide' };
  expect(faults(vegaLite, spec)).not.toEqual([]);
  const compiled = compileFigure(figure, 'desktop');
  expect(faults(vega, { ...compiled, scales: [{ name: 'x', type: 'lin' }] })).not.toEqual([]);
  expect(faults(vega, { ...compiled, data: [{ source: 'rows' }] })).not.toEqual([]);
});
