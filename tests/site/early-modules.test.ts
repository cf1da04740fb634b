import { expect, test } from 'vitest';
import { withImports } from '../../src/site/early-modules.ts';

const texts: Record<string, string> = {
  'a.js': 'import{x as y}from"./b.js";import"./c.js";const d=()=>import("./late.js");',
  'b.js': 'import z from"./c.js";export{z as x};',
  'c.js': 'export default 1;',
};

test('a script comes with all that it imports before it runs, and without what it loads later', () => {
  expect(withImports(['a.js'], (name) => texts[name]!)).toEqual(['a.js', 'b.js', 'c.js']);
});
