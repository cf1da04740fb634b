/** What a reader can find, in the order in which it is shown, and what a list of it is called. */
export const kinds = {
  glossary: 'Terms',
  text: 'Text',
  figure: 'Figures',
  claim: 'Claims',
  number: 'Numbers',
} as const;
export type Kind = keyof typeof kinds;

/** A place of the report. */
export interface Entry {
  kind: Kind;
  title: string;
  /** Title of the page that it stands on; blank where it is the page itself. */
  page: string;
  /** Address under the base path of the site, without a slash in front. */
  address: string;
  text: string;
}

/** The file that a search reads: everything that can be found. */
export interface SearchFile {
  entries: readonly (readonly [kind: Kind, title: string, page: string, address: string, text: string])[];
  /** Names of the models by their organisation, in the order of the dataset. */
  models: readonly (readonly [organisation: string, names: readonly string[]])[];
}

export const entriesOf = ({ entries }: SearchFile): Entry[] =>
  entries.map(([kind, title, page, address, text]) => ({ kind, title, page, address, text }));

export const modelsOf = ({ models }: SearchFile): string[] =>
  models.flatMap(([organisation, names]) =>
    names.map((name) => (organisation === '' ? name : `${organisation}/${name}`)),
  );
