import type { Cell, Run } from '../column.ts';
import { originalsOf } from './copies.ts';
import { lineagesOf } from './lineages.ts';
import type { IdentityMethod } from './methods.ts';
import { modelsOf, type CorrectedShapes } from './models.ts';
import { nameKey } from './names.ts';
import { readInTable } from './pretrained.ts';
import { renames } from './renames.ts';
import { originsOf } from './roots.ts';

/** A line of `data/identity.csv`. */
export interface Identity extends Record<string, Cell> {
  model: string;
  identity: string;
  former_names: string | null;
  commit: string | null;
  root: string | null;
  parent: string | null;
  copy_of: string | null;
  lineage: string;
  method: IdentityMethod;
  source: string;
}

/** What stands between two former names. */
export const between = '; ';

const sources: Record<IdentityMethod, string> = {
  own: 'type in runs.csv',
  page: 'page of the model',
  named: 'base_model in runs.csv',
  renamed: 'base_model in runs.csv, a former name',
  chain: 'base_model in runs.csv, followed to its end',
  name: 'name of the model, with its architecture and size',
  copy: 'lineage of the model that it is a copy of',
  assumed: 'architecture and size',
};

/**
 * Who every model of the table is and where it comes from, a line for each name, sorted by name. Architectures
 * and sizes are taken as they are corrected.
 */
export function identify(runs: readonly Run[], corrected: CorrectedShapes): Identity[] {
  const models = modelsOf(runs, corrected);
  const origins = originsOf(models);
  const originals = originalsOf(models);
  const lineages = lineagesOf(models, origins, originals);
  return models
    .flatMap((model) => {
      const { root, parent } = origins.get(model.name)!;
      const { lineage, method } = lineages.get(model.name)!;
      const former = renames.filter(({ now }) => nameKey(now) === nameKey(model.name));
      const whole = model.runs.find((run) => run.weight_type === 'original' && run.model_sha !== null);
      const rest = {
        identity: model.name,
        former_names: former.map((rename) => rename.former).join(between) || null,
        commit: whole ? String(whole.model_sha) : null,
        root,
        parent,
        copy_of: originals.get(model.name) ?? null,
        lineage,
        method,
        source: [
          ...new Set(former.map(({ source }) => source)),
          readInTable[model.name]?.source ??
            (method === 'page' ? `https://huggingface.co/${model.name}` : sources[method]),
        ].join(between),
      };
      return model.names.map((name) => ({ model: name, ...rest }));
    })
    .toSorted((a, b) => (a.model < b.model ? -1 : 1));
}
