import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NativeTable } from '../../src/engine/csv.ts';

/** Writes the text as `example.csv` into a fresh folder and returns a table with a column of every type. */
export async function exampleTable(text: string): Promise<NativeTable> {
  const path = join(await mkdtemp(join(tmpdir(), 'engine-')), 'example.csv');
  await writeFile(path, text);
  return {
    name: 'example',
    path,
    columns: [
      { name: 'n', type: 'integer' },
      { name: 'x', type: 'number' },
      { name: 'name', type: 'string' },
      { name: 'yes', type: 'boolean' },
    ],
  };
}

/** Blanks in every column, a comma, a quote and a line break in text, a double that needs all 17 digits. */
export const exampleText = `n,x,name,yes
3,0.30000000000000004,"a, ""b""",true
1,-1e-7,"two
lines",false
,,,
2,100,Ångström 🤝,true
`;

export const exampleRows = [
  { n: 3, x: 0.1 + 0.2, name: 'a, "b"', yes: true },
  { n: 1, x: -1e-7, name: 'two\nlines', yes: false },
  { n: null, x: null, name: null, yes: null },
  { n: 2, x: 100, name: 'Ångström 🤝', yes: true },
];
