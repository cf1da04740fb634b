import { ink } from '../theme.ts';

/** What a text that crosses lines or marks is drawn with, one after the other: a ground of paper, then itself. */
export const halo = [{ stroke: ink.paper, strokeWidth: 3, strokeJoin: 'round' }, {}] as const;
