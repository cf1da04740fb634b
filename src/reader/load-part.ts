// By a name, as Vite reads `new URL(…, import.meta.url)` as a file to publish.
const here = import.meta.url;

/** Rejects where the server does not answer, whatever the browser has kept. */
const reachServer = () => fetch(here, { method: 'HEAD', cache: 'no-store' });

const sent = new Set<string>();

/**
 * Loads a part of the page, with the scripts that it needs on their way at once; the build puts it around every
 * `import()` in the place of what Vite has for that (src/rendering/parts-on-demand.ts). A browser that says that it is
 * offline is not believed, as the site may be on the same machine; but nothing is imported before the server has
 * answered, because a failed import would fail again until the page is reloaded.
 */
export async function __vitePreload<T>(load: () => Promise<T>, files: readonly string[] = []): Promise<T> {
  if (!navigator.onLine) await reachServer();
  for (const file of files) {
    if (sent.has(file)) continue;
    sent.add(file);
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    // Files are named from the folder of the site, and this one is in a folder of it.
    link.href = new URL(`../${file}`, here).href;
    document.head.append(link);
  }
  return load();
}

/** Loads the page anew, if the server answers; rejects otherwise, as the page would be lost. */
export const reload = (): Promise<void> => reachServer().then(() => location.reload());
