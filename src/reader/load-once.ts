const files = new Map<string, Promise<unknown>>();

/**
 * Loads a JSON file of this site, once: whoever asks later gets the same promise, until one fails. Rejects with
 * what the reader can be told.
 */
export function loadOnce<T>(url: string): Promise<T> {
  let file = files.get(url);
  if (!file) {
    file = fetch(url).then((response) => {
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return response.json();
    });
    file.catch(() => files.delete(url));
    files.set(url, file);
  }
  return file as Promise<T>;
}
