import { column } from '../column.ts';

const madeFrom = (name: string) => [`identity.${name}`];

/** What `identity.csv` says of a model, as every table of runs and models has it. */
export const ofIdentity = {
  identity: column({
    name: 'identity',
    type: 'string',
    required: true,
    label: 'Identity',
    meaning: 'Current name of the repository of the model: one for all names that it has had.',
    madeFrom: madeFrom('identity'),
  }),
  root: column({
    name: 'root',
    type: 'string',
    required: false,
    label: 'Root',
    meaning:
      'Model at the end of the chain of named bases, by its current name; blank where a model names itself or nothing.',
    madeFrom: madeFrom('root'),
  }),
  parent: column({
    name: 'parent',
    type: 'string',
    required: false,
    label: 'Parent',
    meaning:
      'Nearest ancestor that is known between the model and its root, by a named base or by the full name of an official model; blank where none is.',
    madeFrom: madeFrom('parent'),
  }),
  copy_of: column({
    name: 'copy_of',
    type: 'string',
    required: false,
    label: 'Copy of',
    meaning:
      'Earliest or official one of the models that share all six raw scores to the last digit, or the commit of whole weights; blank for that one and for all others.',
    madeFrom: madeFrom('copy_of'),
  }),
  lineage: column({
    name: 'lineage',
    type: 'string',
    required: true,
    label: 'Lineage',
    meaning:
      'Pretrained model that it descends from, its own name for a pretrained one; architecture and size where that cannot be told.',
    madeFrom: madeFrom('lineage'),
  }),
} as const;
