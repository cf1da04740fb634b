import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NativeTable } from '../../src/engine/csv.ts';

/** A table with a column of every type, whose file holds the text for as long as it is used. */
export async function withExample<T>(text: string, use: (table: NativeTable) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  try {
    const path = join(folder, 'example.csv');
    await writeFile(path, text);
    return await use({
      name: 'example',
      path,
      columns: [
        { name: 'n', type: 'integer' },
        { name: 'x', type: 'number' },
        { name: 'name', type: 'string' },
        { name: 'yes', type: 'boolean' },
      ],
    });
  } finally {
    await rm(folder, { recursive: true });
  }
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
