import { ink } from '../theme.ts';

/** How one of several compared models is marked, wherever it is drawn. */
export interface ComparedMark {
  letter: string;
  /** Outline as an SVG path about its middle, of a size of about 1 either way. */
  shape: string;
  colour: string;
}

/** Marks of the compared models, in their order. Letter and shape tell them apart without colours. */
export const comparedMarks: readonly ComparedMark[] = [
  { letter: 'A', shape: 'M-1.1,0A1.1,1.1,0,1,1,1.1,0A1.1,1.1,0,1,1,-1.1,0Z', colour: ink.comparedA },
  { letter: 'B', shape: 'M-1,-1L1,-1L1,1L-1,1Z', colour: ink.comparedB },
  { letter: 'C', shape: 'M0,-1.3L1.3,1L-1.3,1Z', colour: ink.comparedC },
  { letter: 'D', shape: 'M0,-1.4L1.4,0L0,1.4L-1.4,0Z', colour: ink.comparedD },
];
