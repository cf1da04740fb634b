import { memoryWords } from './gigabytes.ts';

/** What is added to the weights for activations and a short cache of keys and values, as a share of them. */
export const allowance = 0.2;

/** Gigabytes (10⁹ bytes) of the weights of a model of so many billion parameters at so many bits. */
export const weightsOf = (parameters: number, bits: number): number => (parameters * bits) / 8;

/** Gigabytes that the model takes with the allowance. */
export const memoryOf = (parameters: number, bits: number): number =>
  weightsOf(parameters, bits) * (1 + allowance);

/** Most bits of a weight, rounded down to a hundredth, at which so many billion parameters fit into so many gigabytes. */
export const mostBits = (gigabytes: number, parameters: number): number =>
  Math.floor((gigabytes / memoryOf(parameters, 1)) * 100) / 100;

/** What the cache of keys and values of a model depends on; the table does not have it. */
export interface Attention {
  layers: number;
  /** Heads that keep keys and values, and the numbers of a key or a value. */
  heads: number;
  size: number;
}

/** The model by which the page shows what a context takes, as its own page describes it. */
export const cacheExample = {
  model: 'Qwen/Qwen2.5-32B',
  attention: { layers: 64, heads: 8, size: 128 },
  contexts: [8192, 32_768],
} as const;

/** Gigabytes of the cache of keys and values of so many tokens, at two bytes a number. */
export const cacheOf = ({ layers, heads, size }: Attention, tokens: number): number =>
  (2 * layers * heads * size * 2 * tokens) / 1e9;

/** A machine as a reader describes it: memory in GB, and the bits of a weight. */
export interface Machine {
  memory: number;
  bits: number;
}

export const memories = [8, 16, 24, 48, 80] as const;
export const bitWidths = [16, 8, 4] as const;

/** The machine that the page opens with. */
export const usualMachine: Machine = { memory: 24, bits: 4 };

/** The machines whose answers are pages of the report. */
export const machines: readonly Machine[] = memories.flatMap((memory) =>
  bitWidths.map((bits) => ({ memory, bits })),
);

export const sameMachine = (one: Machine, other: Machine): boolean =>
  one.memory === other.memory && one.bits === other.bits;

const folderNamed = ({ memory, bits }: Machine) => `${memory}gb-${bits}bit`;

/** Name of the folder of a machine's page, below that of the usual one, which has none. */
export const folderOf = (machine: Machine): string | undefined =>
  sameMachine(machine, usualMachine) ? undefined : folderNamed(machine);

/** The folder where a reader who knows the others looks for the usual machine; it leads on to its page. */
export const usualFolder = folderNamed(usualMachine);

/** A machine in words, as a sentence begins with it. */
export const machineWords = ({ memory, bits }: Machine): string =>
  `${memoryWords(memory)} at ${bits}\u00a0bits`;
