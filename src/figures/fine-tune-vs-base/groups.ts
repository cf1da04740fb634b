import { pairGroups } from '../../statistics/named/pair-groups.ts';

export const labels: Readonly<Record<string, string>> = {
  chat_child: 'child: chat',
  fine_tuned_child: 'child: fine-tuned',
  continued_child: 'child: continued',
  pretrained_child: 'child: pretrained',
  pretrained_base: 'root: pretrained',
  fine_tuned_base: 'root: fine-tuned',
  chat_base: 'root: chat',
  official_child: 'official root, official child',
  community_child: 'official root, other child',
  same_format: 'same question format',
  chat_format_child: 'chat format: child only',
  chat_format_base: 'chat format: root only',
};
export const everyPair = 'all pairs';
export const everyBase = 'all, each root once';
/** The groups in the order of the drawing. */
export const order = [everyPair, everyBase, ...pairGroups.map(({ id }) => labels[id] ?? id)];

/** Strips of one grouping under their heading. */
export interface Panel {
  heading: string;
  groups: readonly string[];
}
const groupsOf = (...ids: string[]) => ids.map((id) => labels[id] ?? id);
export const panels: readonly Panel[] = [
  { heading: 'All', groups: [everyPair, everyBase] },
  { heading: 'By type of the root', groups: groupsOf('pretrained_base', 'fine_tuned_base', 'chat_base') },
  {
    heading: 'By type of the child',
    groups: groupsOf('chat_child', 'fine_tuned_child', 'continued_child', 'pretrained_child'),
  },
  {
    heading: 'By who made the child of an official root',
    groups: groupsOf('official_child', 'community_child'),
  },
  {
    heading: 'By who was asked in the chat format',
    groups: groupsOf('chat_format_child', 'chat_format_base', 'same_format'),
  },
];
/** What the label of a strip repeats of the heading of its panel. */
export const heading = /^.*[:,] /;
