import { mdxToJs } from 'satteri';
import type { HastPluginDefinition } from 'satteri';

/** Compiles MDX with one plugin, as the site's pipeline does, and returns the JavaScript. */
export function compiled(mdx: string, plugin: HastPluginDefinition): string {
  const result = mdxToJs(mdx, { hastPlugins: [plugin], elementAttributeNameCase: 'html' });
  if (result instanceof Promise) throw new Error('A plugin of the pipeline became asynchronous');
  return result.code;
}
