import { cpus, totalmem } from 'node:os';
import { deflateSync } from 'node:zlib';
import { medianOf } from './measurement.ts';

/** The kind of machine that the numbers belong to; nothing that names the machine or its user. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryGiB: number;
  system: string;
  node: string;
  chromium: string;
  /**
   * Milliseconds that one core takes to deflate the same eight megabytes, the median of five. Machines of one name
   * differ by more than twofold, and one machine from day to day: numbers of two runs are compared by this one.
   */
  deflateMs: number;
}

/** Text of eight megabytes, the same everywhere, that a compressor has to work on. */
function sampleText(): Buffer {
  const text = Buffer.alloc(8e6);
  let state = 1;
  for (let at = 0; at < text.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text[at] = 97 + ((state >>> 24) % 11);
  }
  return text;
}

function deflateMilliseconds(): number {
  const text = sampleText();
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    deflateSync(text);
    return performance.now() - start;
  });
  return Math.round(medianOf(times));
}

/** Describes this machine, with the given version of the browser. */
export function describeMachine(chromium: string): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    chromium,
    deflateMs: deflateMilliseconds(),
  };
}
