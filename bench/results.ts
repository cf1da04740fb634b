import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import type { Machine } from './machine.ts';
import { medianOf, quantileOf, type Section } from './measurement.ts';
import { isMet } from './table.ts';

const path = 'bench/results.json';
const round = (value: number) => Number(value.toFixed(4));

interface Kept {
  id: string;
}

const keptSections = (): Kept[] =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { sections: Kept[] }).sections : [];

/**
 * Writes every single measurement of the sections to bench/results.json, each with the machine and the day (the
 * caller's, or none). Sections that were not measured now stay as they are; `order` has the ids of all.
 */
export async function writeResults(
  machine: Machine,
  date: string | undefined,
  sections: readonly Section[],
  order: readonly string[],
) {
  const measured: Kept[] = sections.map(({ id, title, notes, measurements, table }) => ({
    id,
    title,
    ...(date && { date }),
    machine,
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
  }));
  const all = new Map([...keptSections(), ...measured].map((section) => [section.id, section]));
  const results = { sections: order.flatMap((id) => all.get(id) ?? []) };
  await writeFile(
    path,
    await format(JSON.stringify(results), { ...(await resolveConfig(path)), filepath: path }),
  );
}
