import { cautionWords } from '../../dataset/cautions.ts';

/** The caution of a model as the rows of a figure have it, in words; null for none. */
export const cautionOf = (kind: string | null): string | null => cautionWords(kind) || null;

/** What follows the name of a model with a caution in a sentence. */
export const cautionNote = (caution: string | null): string => (caution ? ` (caution: ${caution})` : '');

/** Sign behind the name of a model with a caution in a drawing, where the words have no room. */
const sign = '†';

/** What the notes of a figure say of the sign. */
export const cautionLegend = `${sign} marks a model with a caution, which the table has in words.`;

/** Column of a figure's rows that holds cautions. */
export const cautionColumn = { name: 'caution', title: 'Caution' } as const;

/** Gives the rows that are drawn `warning`, the caution as a tooltip shows it, blank for none. */
export const withWarning = { calculate: "datum.caution || ''", as: 'warning' } as const;

/** The line of a tooltip that says the caution; a blank one is left out. */
export const warningTip = { field: 'warning', type: 'nominal', title: 'Caution' } as const;

/** What a drawn text has behind the name of a model, for an expression: the sign where there is a caution. */
export const signBehind = `(datum.caution ? ' ${sign}' : '')`;

/** Gives the rows that are drawn a name with the sign behind it where there is a caution. */
export const signed = (name: string) => ({ calculate: `datum.${name} + ${signBehind}`, as: name }) as const;
