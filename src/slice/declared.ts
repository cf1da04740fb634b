import { fields, type FieldKey } from './fields.ts';
import { formatSlice, parseSlice, type Slice } from './slice.ts';

/** What tells the declared slices of a group from each other. */
export type SliceGroup = 'Size' | 'Family' | 'Type' | 'Provider' | 'Design' | 'Submitted' | 'Question format';

/** A slice that the report itself looks at, with the address parameters that make it. */
export interface DeclaredSlice {
  /** What tells the slice from the others of its group. */
  label: string;
  query: string;
  slice: Slice;
}

/** One slice per option of a field. */
const optionsOf = (key: FieldKey & ('provider' | 'family' | 'type' | 'moe' | 'template')) =>
  fields[key].options.map(({ id, label }) => ({ label, query: `${key}=${id}` }));

const declared: readonly { group: SliceGroup; slices: readonly Pick<DeclaredSlice, 'label' | 'query'>[] }[] =
  [
    {
      group: 'Size',
      slices: [
        { label: 'Small, up to 9 B', query: 'size=-9' },
        { label: 'Medium, 9 to 40 B', query: 'size=9-40' },
        { label: 'Large, over 40 B', query: 'size=40-' },
      ],
    },
    { group: 'Family', slices: optionsOf('family') },
    { group: 'Type', slices: optionsOf('type') },
    { group: 'Provider', slices: optionsOf('provider') },
    { group: 'Design', slices: optionsOf('moe') },
    {
      group: 'Submitted',
      slices: [
        { label: 'First half of 2024', query: 'submitted=..2024-06-30' },
        { label: 'Second half of 2024', query: 'submitted=2024-07-01..2024-12-31' },
        { label: 'First half of 2025', query: 'submitted=2025-01-01..' },
      ],
    },
    { group: 'Question format', slices: optionsOf('template') },
  ];

/**
 * The slices that every claim is judged on beside the whole table, in groups: size classes, families, types,
 * providers, designs, half-years and question formats. They were declared before a claim was judged on them.
 */
export const declaredSlices: readonly { group: SliceGroup; slices: readonly DeclaredSlice[] }[] =
  declared.map(({ group, slices }) => ({
    group,
    slices: slices.map((each) => ({ ...each, slice: parseSlice(new URLSearchParams(each.query)).slice })),
  }));

/** Groups of declared slices whose field a slice filters by: it holds fixed what tells the slices of the group apart. */
export function groupsOf(slice: Slice): SliceGroup[] {
  const filtered = new URLSearchParams(formatSlice(slice));
  return declared.flatMap(({ group, slices }) => {
    const keys = slices.flatMap(({ query }) => [...new URLSearchParams(query).keys()]);
    return keys.some((key) => filtered.has(key)) ? [group] : [];
  });
}
