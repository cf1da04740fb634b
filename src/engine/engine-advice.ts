/** What an extension is for, of those that a query is likely to miss. */
const gives: Readonly<Record<string, string>> = {
  icu: 'time zones and the sort orders of languages',
  json: 'JSON',
  parquet: 'Parquet files',
};

/**
 * Where a message of the engine says that something is part of an extension: that in our words, without the advice to
 * install it, which the reader cannot follow.
 */
export function extensionIn(said: string): string | undefined {
  const missing =
    /Error: ([\w ]+) with name "([^\n]+)" is not in the catalog, but it exists in the (\w+) extension/.exec(
      said,
    );
  const needed = missing?.[3] ?? /required extension '(\w+)'/.exec(said)?.[1];
  if (needed === undefined) return undefined;
  const part = Object.hasOwn(gives, needed) ? `${needed}, for ${gives[needed]}` : needed;
  const lacks = missing
    ? `${missing[1]} “${missing[2]}” belongs to an extension of the engine (${part})`
    : `The query needs an extension of the engine (${part})`;
  return `${lacks}. The page loads no extensions.`;
}

const advice = /\b(?:SET|RESET|PRAGMA|INSTALL|LOAD) +\w/;

/** The message without the sentences after its first that advise a setting: none can be changed. */
export const withoutSettings = (said: string): string =>
  said
    .split('\n')
    .map((line, index) =>
      line
        .split(/(?<=[.!]) +/)
        // The first says what is wrong, and may hold words of the reader.
        .filter((sentence, place) => index + place === 0 || !advice.test(sentence))
        .join(' '),
    )
    .join('\n')
    .trim();
