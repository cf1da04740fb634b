/** What is added to the weights for activations and a short cache of keys and values, as a share of them. */
export const allowance = 0.2;

/** Gigabytes (10⁹ bytes) that a model of so many billion parameters takes at so many bits, with the allowance. */
export const memoryOf = (parameters: number, bits: number): number =>
  ((parameters * bits) / 8) * (1 + allowance);

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

/** Name of the folder of a machine's page, below that of the usual one, which has none. */
export const folderOf = (machine: Machine): string | undefined =>
  sameMachine(machine, usualMachine) ? undefined : `${machine.memory}gb-${machine.bits}bit`;

/** A machine in words, as a sentence begins with it. */
export const machineWords = ({ memory, bits }: Machine): string =>
  `${memory.toLocaleString('en')}\u00a0GB at ${bits}\u00a0bits`;
