const path = (name: string) => name.split('/').map(encodeURIComponent).join('/');

/** Address of a model's page on the Hub. */
export const hubUrl = (name: string): string => `https://huggingface.co/${path(name)}`;

/** Address of a model in the model finder, whose page is `finder`. */
export const finderUrl = (finder: string, name: string): string => `${finder}?m=${encodeURIComponent(name)}`;
