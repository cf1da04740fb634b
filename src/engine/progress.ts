/** How far the engine has come: what has arrived, then how many of the steps of its start are done. */
export interface Progress {
  /** Bytes that have arrived and bytes in all, both compressed. */
  loaded: number;
  total: number;
  step: number;
  steps: number;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** Says how far the engine has come. */
export function progressWords({ loaded, total, step, steps }: Progress): string {
  // Before the list of its files has come nobody knows how much there is.
  if (total === 0) return 'Loading the engine.';
  if (loaded < total) return `Loading the engine: ${megabytes(loaded)} of ${megabytes(total)} MB.`;
  return step === 0 ? 'Compiling the engine.' : `Starting the engine: step ${step} of ${steps}.`;
}

/** What the bytes are of the whole way; the rest is the start. */
const download = 0.8;

/** How much of the way is done, from 0 to 1. */
export const progressShare = ({ loaded, total, step, steps }: Progress): number =>
  total === 0 ? 0 : (download * loaded) / total + ((1 - download) * step) / steps;
