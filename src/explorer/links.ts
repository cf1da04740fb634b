import { queryOf } from '../slice/parameters.ts';

/** Address of a model in the model finder, whose page is `finder`. */
export const finderUrl = (finder: string, name: string): string => `${finder}?${queryOf([['m', name]])}`;
