import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import type { Machine } from './machine.ts';
import { medianOf, quantileOf, type Section } from './measurement.ts';
import { isMet } from './table.ts';

const round = (value: number) => Number(value.toFixed(4));

/** Writes every single measurement to bench/results.json. The date is the caller's, or absent. */
export async function writeResults(machine: Machine, date: string | undefined, sections: readonly Section[]) {
  const results = {
    ...(date && { date }),
    machine,
    sections: sections.map(({ id, title, notes, measurements, table }) => ({
      id,
      title,
      notes,
      measurements: measurements.map((measurement) => ({
        what: measurement.what,
        unit: measurement.unit,
        repetitions: measurement.values.length,
        median: round(medianOf(measurement.values)),
        p95: round(quantileOf(measurement.values, 0.95)),
        ...(measurement.target !== undefined && { target: measurement.target, met: isMet(measurement) }),
        values: measurement.values.map(round),
      })),
      ...(measurements.length === 0 && { table }),
    })),
  };
  const path = 'bench/results.json';
  await writeFile(
    path,
    await format(JSON.stringify(results), { ...(await resolveConfig(path)), filepath: path }),
  );
}
