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

/** Whether a model is free for any use by its own licence and by that of the model that it descends from. */
export const isFreeThroughout = (model: {
  license: string | null;
  isRoot: boolean;
  root_license: string | null;
}): boolean => isFree(model.license) && (model.isRoot || isFree(model.root_license));
