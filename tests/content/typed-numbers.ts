import type { Constant } from './constants.ts';

// A word that starts with a letter is a name, whatever digits follow: H100, bfloat16, Mixtral-8x22B-v0.1.
const name = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*(?:[-.][\p{L}\p{N}]+)*/gu;
const number = /\p{N}+(?:[.,]\p{N}+)*/gu;

/** What a reading of the constants out of a text found: which of them, and the numbers left over. */
export interface Reading {
  used: Constant[];
  left: string[];
}

/** Takes the constants out of a text, the longest first, and returns the numbers that none of them explains. */
export function readNumbers(text: string, constants: readonly Constant[]): Reading {
  let rest = text.replaceAll(/\s+/gu, ' ');
  const used = constants
    .toSorted((a, b) => b.text.length - a.text.length)
    .filter((constant) => {
      const without = rest.replaceAll(whole(constant.text), '¤');
      const found = without !== rest;
      rest = without;
      return found;
    });
  return { used, left: rest.replaceAll(name, ' ').match(number) ?? [] };
}

/** The words as they stand, but not as a part of a longer number. */
function whole(text: string): RegExp {
  const words = text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s/g, '\\s');
  return new RegExp(`(?<!\\p{N}|\\p{N}[.,])${words}(?!\\p{N}|[.,]\\p{N})`, 'gu');
}
