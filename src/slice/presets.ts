import { families } from '../dataset/grouping.ts';

/** A slice with a name, as the URL parameters that make it. */
export interface Preset {
  label: string;
  query: string;
}

/** Slices that readers ask for most, a group for each field: of a group at most one is set at a time. */
export const presets: readonly { group: string; presets: readonly Preset[] }[] = [
  {
    group: 'Size',
    presets: [
      { label: 'Up to 1 B', query: 'size=-1' },
      { label: '1 to 9 B', query: 'size=1-9' },
      { label: '9 to 40 B', query: 'size=9-40' },
      { label: 'Over 40 B', query: 'size=40-' },
    ],
  },
  {
    group: 'Provider',
    presets: [
      { label: 'Official', query: 'provider=official' },
      { label: 'Community', query: 'provider=community' },
    ],
  },
  {
    group: 'Type',
    presets: [
      { label: 'Pretrained', query: 'type=pretrained' },
      { label: 'Chat', query: 'type=chat' },
    ],
  },
  {
    group: 'Design',
    presets: [
      { label: 'MoE', query: 'moe=yes' },
      { label: 'Dense', query: 'moe=no' },
    ],
  },
  {
    group: 'Family',
    presets: families.map(({ id, label }) => ({ label, query: `family=${id}` })),
  },
  {
    group: 'Preparation',
    presets: [{ label: 'The notebook’s', query: 'preparation=prepared' }],
  },
];
