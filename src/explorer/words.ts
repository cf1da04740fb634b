/** A whole number with its thousands grouped. */
export const count = (value: number): string => value.toLocaleString('en');

/** A number of models in words. */
export const models = (value: number): string => `${count(value)} ${value === 1 ? 'model' : 'models'}`;
