import { quote } from '../slice/field.ts';
import { ParameterProblem, type Parameter } from '../slice/parameters.ts';

/**
 * Identifiers of licences, as the Hub writes them, that let anyone use the weights for anything: free licences of
 * software and of works, whose duties, if any, begin with passing the weights on. What forbids a use (commerce, or a
 * list of uses, as the licences of Llama, of Gemma and the RAIL family do) is none of them; nor is “other”.
 */
export const freeLicences: readonly string[] = [
  'afl-3.0',
  'apache-2.0',
  'bsd-3-clause-clear',
  'cc-by-4.0',
  'cc-by-sa-4.0',
  'gpl-3.0',
  'mit',
  'osl-3.0',
  'wtfpl',
];

/** Whether a licence is one that lets anyone use the weights for anything; none is not. */
export const isFree = (licence: string | null): boolean => licence !== null && freeLicences.includes(licence);

/**
 * What is asked of a licence: nothing, that the page of the model names a free one, or that the model it descends from
 * is known to have a free one as well.
 */
export const licencesAsked = ['any', 'page', 'free'] as const;
export type LicenceAsked = (typeof licencesAsked)[number];

/** Whether a model is free for any use by its own licence and by that of the model that it descends from. */
export const isFreeThroughout = (model: {
  license: string | null;
  isRoot: boolean;
  root_license: string | null;
}): boolean => isFree(model.license) && (model.isRoot || isFree(model.root_license));

/** Whether a model has the licence that is asked for. */
export const permits: Readonly<Record<LicenceAsked, typeof isFreeThroughout>> = {
  any: () => true,
  page: ({ license }) => isFree(license),
  free: isFreeThroughout,
};

/** What is asked of a licence, as it follows the word “models”. */
export const licenceTitles: Readonly<Record<LicenceAsked, string>> = {
  any: 'with any licence',
  page: 'with a free licence on their page',
  free: 'with a free licence on their page and that of their root',
};

/** The same as an option of a list. */
export const licenceOptions: Readonly<Record<LicenceAsked, string>> = {
  any: 'any',
  page: 'free by its page',
  free: 'free, and its root’s too',
};

/** The parameter of a licence. */
export const licenceParameter: Parameter<LicenceAsked> = {
  key: 'licence',
  empty: 'any',
  parse(text) {
    const asked = licencesAsked.find((each) => each === text);
    if (asked) return asked;
    throw new ParameterProblem(`${quote(text)} is not a value of “licence”; it takes any, page or free`);
  },
  format: (value) => value,
};
