import type { HastPluginDefinition } from 'satteri';

/**
 * A plugin of the Markdown pipeline that makes every mention of a file, set as code, a link to it.
 *
 * @param addresses where each file is, by its name as the text writes it
 */
export function linkMentions(addresses: Readonly<Record<string, string>>): HastPluginDefinition {
  const known = new Map(Object.entries(addresses));
  return {
    name: 'mentions',
    element: {
      filter: ['code'],
      visit(node, context) {
        const href = known.get(context.textContent(node));
        if (href === undefined) return;
        context.wrapNode(node, { type: 'element', tagName: 'a', properties: { href }, children: [] });
      },
    },
  };
}
