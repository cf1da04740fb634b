import { h } from 'preact';
import type { Engine } from '../engine/engine.ts';
import { hubAddress } from '../figures/hub.ts';
import { queryOf, textsOf } from '../slice/parameters.ts';
import { finderParameters, readChoice } from './address.ts';
import type { DeskAnswer } from './desk.ts';
import { Finder } from './finder.tsx';
import { fitting, frontOf, frontRows } from './front.ts';
import { modelTableOf, type TableModel } from './model-table.ts';
import { axisWords } from './words.ts';

const { choice } = readChoice(new URLSearchParams());

/** The rows and the words of the front that the page opens with; `noise` is that of the average, in points. */
export function firstFront(models: readonly TableModel[], noise: number) {
  const left = fitting(models, choice, models);
  return {
    rows: frontRows(left, frontOf(left, choice.cost, choice.gain, noise), choice.cost, choice.gain, []),
    words: axisWords(choice.cost, choice.gain),
  };
}

const notAsked = (): Promise<never> => Promise.reject(new Error('A first view asks no engine.'));
const noEngine: Engine = { run: notAsked, query: notAsked, close: notAsked };

/** The model finder as it opens, over all models. `drawing` is its front as markup. */
export function firstView(
  models: readonly TableModel[],
  noise: DeskAnswer['noise'],
  addresses: { plots: string; explorer: string; carbon: string; cautions: string; machine: string },
  drawing: string,
) {
  const desk = {
    answer: {
      engine: noEngine,
      preparation: 'reviewed' as const,
      table: modelTableOf(models),
      kept: models,
      slice: [],
      noise,
    },
    factsOf: () => undefined,
    choice,
    failure: undefined,
    problems: [],
    choose: () => undefined,
    // Without a script the page shows no other model: a link leads to the page of one on the Hub.
    linkTo(part: Partial<typeof choice>): string {
      const hub = part.models?.length === 1 ? hubAddress(part.models[0]) : null;
      return hub ?? `?${queryOf(textsOf(finderParameters, { ...choice, ...part }))}`;
    },
    onChange: () => () => false,
  };
  return h(Finder, { desk, known: notAsked, drawing: () => drawing, ...addresses });
}
