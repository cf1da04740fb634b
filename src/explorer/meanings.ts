let meanings: Readonly<Record<string, string>> | undefined;

/** What a column means, in a sentence that stands in the page's HTML; blank where it has none. */
export function meaningOf(column: string): string {
  meanings ??= JSON.parse(document.querySelector('#column-meanings')?.textContent ?? '{}') as Record<
    string,
    string
  >;
  return meanings[column] ?? '';
}
