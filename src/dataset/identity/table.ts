import { column, table } from '../column.ts';
import { model } from '../columns.ts';
import { ofIdentity } from './columns.ts';
import { identityMethods } from './methods.ts';

/** Who each model is: `data/identity.csv`. */
export const identityTable = table({
  name: 'identity',
  title: 'Identities',
  meaning: 'Who each model is and where it comes from, one line for every name in the dataset.',
  sliced: false,
  file: 'identity.csv',
  key: ['model'],
  columns: {
    model: {
      ...model,
      upstream: undefined,
      refersTo: 'all_runs.model',
      meaning: 'Name of the model, as in the column model of runs.csv.',
      unique: true,
    },
    identity: { ...ofIdentity.identity, madeFrom: undefined },
    former_names: column({
      name: 'former_names',
      type: 'string',
      required: false,
      label: 'Former names',
      meaning: 'Earlier names of the repository that the table or a source shows, separated by "; ".',
    }),
    commit: column({
      name: 'commit',
      type: 'string',
      required: false,
      label: 'Commit',
      meaning:
        'Commit of the newest run of whole weights; blank for an adapter, whose runs carry the commit of other weights.',
      pattern: '[0-9a-f]{40}',
    }),
    root: { ...ofIdentity.root, madeFrom: undefined },
    parent: { ...ofIdentity.parent, madeFrom: undefined },
    copy_of: { ...ofIdentity.copy_of, madeFrom: undefined },
    lineage: { ...ofIdentity.lineage, madeFrom: undefined },
    method: column({
      name: 'method',
      type: 'string',
      required: true,
      label: 'Method',
      meaning:
        'How the lineage is known: own (a pretrained model, or a release whose pretrained model was never published), page (the page of the model says it), named (its base is named), renamed (named by a former name), chain (the bases of bases lead to it), name (the name says it and architecture and size agree), copy (it is a copy of a model whose lineage is known), assumed (architecture and size alone).',
      values: identityMethods,
    }),
    source: column({
      name: 'source',
      type: 'string',
      required: true,
      label: 'Source',
      meaning: 'What shows it, separated by "; ".',
    }),
  },
});
