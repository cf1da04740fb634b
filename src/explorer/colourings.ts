import { sizeClasses } from '../dataset/grouping.ts';
import type { Model } from '../dataset/tables.ts';
import { fields } from '../slice/fields.ts';

/** A kind of model that points are coloured by; the colour is a variable of the page's style sheet. */
export interface Category {
  label: string;
  colour: string;
}

/** What a model is coloured by. */
export type Coloured = Pick<Model, 'size_class' | 'type' | 'official_provider' | 'moe'>;

/** A way to colour the models of the slice. */
export interface Colouring {
  /** Name in the address. */
  id: string;
  label: string;
  categories: readonly Category[];
  /** Position of the row's category; that of `blank` where it has none. */
  code(row: Coloured): number;
}

/** Code of a model that belongs to no category. */
export const blankCode = 255;

const code = (index: number) => (index < 0 ? blankCode : index);
const types: readonly string[] = fields.type.options.map(({ id }) => id);

/** Every way to colour, in the order of the choice. */
export const colourings: readonly Colouring[] = [
  {
    id: 'size_class',
    label: 'Size class',
    categories: sizeClasses.map(({ id, label }) => ({ label, colour: `--${id}` })),
    code: (row) => code(sizeClasses.findIndex(({ id }) => id === row.size_class)),
  },
  {
    id: 'provider',
    label: 'Provider',
    categories: [
      { label: 'official', colour: '--official' },
      { label: 'community', colour: '--community' },
    ],
    code: (row) => (row.official_provider ? 0 : 1),
  },
  {
    id: 'moe',
    label: 'Dense or MoE',
    categories: [
      { label: 'dense', colour: '--dense' },
      { label: 'MoE', colour: '--moe' },
    ],
    code: (row) => (row.moe ? 1 : 0),
  },
  {
    id: 'type',
    label: 'Type',
    categories: fields.type.options.map(({ id, label }) => ({
      label: label.toLowerCase(),
      colour: `--type-${id}`,
    })),
    code: (row) => code(types.indexOf(row.type === 'multimodal' ? 'other' : row.type)),
  },
  {
    id: 'none',
    label: 'Nothing',
    categories: [{ label: 'in the slice', colour: '--fig-accent' }],
    code: () => 0,
  },
];

const byId = new Map(colourings.map((each) => [each.id, each]));

/** Finds a way to colour by its name. */
export const findColouring = (id: string): Colouring | undefined => byId.get(id);
