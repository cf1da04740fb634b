import type { HastPluginDefinition } from 'satteri';

/**
 * A plugin of the Markdown pipeline that makes the first mention of each file, set as code, a link to it.
 *
 * @param addresses where each file is, by its name as the text writes it
 */
export function linkFirstMentions(addresses: Readonly<Record<string, string>>): HastPluginDefinition {
  const waiting = new Map(Object.entries(addresses));
  return {
    name: 'first-mentions',
    element: {
      filter: ['code'],
      visit(node, context) {
        const name = context.textContent(node);
        const href = waiting.get(name);
        if (href === undefined) return;
        waiting.delete(name);
        context.wrapNode(node, { type: 'element', tagName: 'a', properties: { href }, children: [] });
      },
    },
  };
}
