import { benchmarks, benchmarkTitles } from '../dataset/benchmarks.ts';
import type { ModelType } from '../dataset/model-types.ts';
import { formatNumber } from '../statistics/format.ts';
import { normalQuantile } from '../statistics/methods/normal.ts';
import { units, type Unit } from '../statistics/statistic.ts';
import { licenceTitles } from './licences.ts';
import { alike, type Criteria, type Weights } from './criteria.ts';
import { gigabyteWords } from './gigabytes.ts';
import { machineWords } from './memory.ts';
import { licenceWords } from './roots.ts';
import type { Member, Named, Ranked, Reason, Shortlist } from './shortlist.ts';
import { wayAsked } from './way-asked.ts';

const billions: Unit = { ...units.billions, suffix: '\u00a0B' };

export const points = (value: number): string => formatNumber(value, units.points);
export const heading = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const count = (value: number): string => value.toLocaleString('en');
const size = (value: number): string => formatNumber(value, billions, value < 1 ? 2 : 1);

const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const critical = normalQuantile(0.975);

/** A score with its 95 % error by the questions. */
export const scoreWords = ({ score, error }: Ranked): string =>
  `${points(score)} ± ${points(critical * error)}`;

/** What the models are ordered by. */
export const measureWords = (weights: Weights): string => (weights === alike ? 'average' : 'weighted mean');

/** The same behind “with”. */
export const withMeasure = (weights: Weights): string =>
  `${weights === alike ? 'an' : 'a'} ${measureWords(weights)}`;

/** The weights in words; blank for the average. */
export const weightsWords = (weights: Weights): string =>
  weights === alike
    ? ''
    : benchmarks
        .filter((name) => weights[name] > 0)
        .map((name) => `${benchmarkTitles[name]}\u00a0×\u00a0${weights[name]}`)
        .join(', ');

/** Types that are asked for, in words. */
export const typesWords = (types: readonly ModelType[]): string => alternatives.format(types);

/** Which models are asked for, as it follows the word “models”. */
export function askedWords({
  licence,
  types,
  officialOnly,
  onHub,
  withoutCautioned,
  inChatFormat,
  weights,
}: Criteria): string {
  const parts = [
    officialOnly && 'of official providers',
    types.length > 0 && `of type ${typesWords(types)}`,
    inChatFormat && 'asked in the chat format',
    licence !== 'any' && licenceTitles[licence],
    onHub ? 'on the Hub when the table was made' : 'gone from the Hub included',
    withoutCautioned ? 'without cautioned ones' : 'cautioned ones included',
    weights !== alike && `weighted ${weightsWords(weights)}`,
  ].filter((part) => part !== false);
  return parts.join(', ');
}

/** How a model stands to the best of its group, named as `best`; blank for that one. */
export const behindWords = ({ behind, toldFrom }: Member, best: string): string =>
  toldFrom === 0 ? '' : `${points(behind)} behind ${best}; ${points(toldFrom)} would tell them apart`;

export const percent = (share: number) => formatNumber(share, units.share);

/** Why a model is named, the best being `best`. */
export function reasonWords({ member, reasons, isTold }: Named, best: Member): string {
  const stands = isTold ? 'told from the best' : 'cannot be told from the best';
  const said: Record<Reason, string> = {
    best: 'best of what fits',
    smaller: `least memory of the first group, ${percent(member.memory / best.memory)} of that of the best`,
    official: 'best official',
    free: 'best with a free licence, its own and its root’s',
  };
  const words = reasons.map((reason) => said[reason]);
  const isSaid = reasons.includes('best') || reasons.includes('smaller');
  const all = (isSaid ? words : [...words, stands]).join('; ');
  return heading(all);
}

/** What is said of a model below its name, `behind` being how it stands to the best. */
export function factsOf(
  { candidate, copies, copyAskedOtherwise, weights, left }: Ranked,
  behind: string,
): string[] {
  const { type, day, official, moe, chatFormat, parameters_b } = candidate;
  return [
    size(parameters_b),
    ...(behind === '' ? [] : [behind]),
    `weights ${gigabyteWords(weights)}, which leave ${gigabyteWords(left)} for the context`,
    licenceWords(candidate),
    type,
    `asked in ${wayAsked(chatFormat)}${copyAskedOtherwise ? `, a copy of it in ${wayAsked(!chatFormat)}` : ''}`,
    official ? 'official' : 'community',
    ...(day === null ? [] : [`uploaded ${day}`]),
    ...(moe ? ['MoE, all of its experts counted'] : []),
    ...(copies > 0 ? [copies === 1 ? 'has a copy' : `has ${count(copies)} copies`] : []),
  ];
}

/** A change of criteria that leaves more, as a reader is offered it. */
export function changeWords(change: Partial<Criteria>): string {
  if (change.bits !== undefined) return `${change.bits} bits`;
  if (change.memory !== undefined) return gigabyteWords(change.memory);
  if (change.types !== undefined) return 'all types';
  if (change.licence === 'page') return 'any root, if the licence on the page is free';
  if (change.licence !== undefined) return 'any licence';
  if (change.officialOnly !== undefined) return 'community models as well';
  if (change.inChatFormat !== undefined) return 'models that were asked in plain text as well';
  if (change.onHub !== undefined) return 'models that are gone from the Hub';
  return 'models with a caution';
}

/** The answer in one line, for those who hear the page. */
export function statusWords(criteria: Criteria, { fits, groups }: Shortlist): string {
  const machine = machineWords(criteria);
  if (!groups[0]) return `On ${machine}: no model fits.`;
  const [best, ...others] = groups[0];
  const all = fits === 2 ? 'the other can' : 'all others can';
  const told = others.length === 0 ? all : `${count(others.length)} cannot`;
  return `On ${machine}: of ${count(fits)} that ${fits === 1 ? 'fits' : 'fit'}, the best is ${best.candidate.model}; ${fits === 1 ? 'there is no other' : `${told} be told from it`}.`;
}
