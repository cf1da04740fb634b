import type { Parameters } from '../slice/parameters.ts';

/** The parameter of the search page: what is looked for. */
export const searchParameters = {
  q: {
    key: 'q',
    empty: '',
    parse: (text: string) => text.trim().slice(0, 200),
    format: (text: string) => text.trim(),
  },
} satisfies Parameters<{ q: string }>;
