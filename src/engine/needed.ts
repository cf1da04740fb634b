import { EngineError } from './engine-error.ts';

/** What the engine cannot do without, by the name that a browser has for it, and what it is for. */
const needed = {
  WebAssembly: 'run the engine',
  Worker: 'run it beside the page',
  ReadableStream: 'read files as they arrive',
  TransformStream: 'unpack files as they arrive',
} as const;

/** Throws an EngineError that names what a browser lacks, where the engine cannot run in it at all. */
export function checkBrowser(browser: object = globalThis): void {
  for (const [name, use] of Object.entries(needed))
    if (!(name in browser))
      throw new EngineError(
        `This browser has no ${name}, which the page needs to ${use}.`,
        'Any browser of the last two years has it, unless it is switched off.',
      );
}
