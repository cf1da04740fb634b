import { describe, expect, it } from 'vitest';
import { mdxScrolling } from '../../src/site/mdx-scrolling.ts';
import { compiled } from './compiled.ts';

const table = '| class | score | interval |\n| :-- | --: | :-: |\n| small | 20 | 19 to 21 |';

describe('mdxScrolling', () => {
  const code = compiled(`${table}\n\n\`\`\`sql\nSELECT 1\n\`\`\``, mdxScrolling());

  it('writes the alignment of columns as classes, never as styles', () => {
    expect(code.match(/"is-left"/g)).toHaveLength(2);
    expect(code.match(/"is-right"/g)).toHaveLength(2);
    expect(code.match(/"is-center"/g)).toHaveLength(2);
    expect(code).not.toMatch(/style|textAlign/);
  });

  it('puts a table into a box that the keyboard reaches, both named by the heads of the columns', () => {
    expect(code).toMatch(/_components\.div, \{\s*class: "table-scroll",\s*role: "group"/);
    expect(code.match(/"aria-label": "Table: class, score, interval"/g)).toHaveLength(2);
  });

  it('lets the keyboard reach tables and code', () => {
    expect(code.match(/tabindex: (?:0|"0")/g)).toHaveLength(2);
  });

  it('leaves columns without alignment alone', () => {
    expect(compiled('| a |\n| - |\n| 1 |', mdxScrolling())).not.toContain('"is-');
  });
});
