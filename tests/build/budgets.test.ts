import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Manifest } from '../../src/engine/manifest.ts';
import { budgets } from '../budgets.ts';

const dist = 'dist';
const { wasm, tables } = JSON.parse(readFileSync(join(dist, 'engine/manifest.json'), 'utf8')) as Manifest;

test('the engine and the tables that answer a slice keep to their budgets', () => {
  expect(wasm.bytes).toBeLessThanOrEqual(budgets.engine.bytes);
  expect(tables.bytes).toBeLessThanOrEqual(budgets.engine.tables);
});

test('the answers to slices keep to their budgets, each file and all together', () => {
  const folder = join(dist, 'data/answers');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const sizes = files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  expect(sizes.length).toBeGreaterThan(0);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(budgets.answers.file);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(budgets.answers.bytes);
});

test('what is published keeps to its budget', () => {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeLessThanOrEqual(budgets.output.files);
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  expect(bytes).toBeLessThanOrEqual(budgets.output.bytes);
});
