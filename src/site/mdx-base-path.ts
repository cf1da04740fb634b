import type {
  HastPluginDefinition,
  HastVisitorContext,
  MdxJsxFlowElementHast,
  MdxJsxTextElementHast,
} from 'satteri';
import { withBase } from './base.ts';

const tags = ['a', 'area', 'img', 'source', 'video', 'audio', 'track', 'iframe'];
const addresses = ['href', 'src', 'poster'];

/**
 * A plugin of the Markdown pipeline that puts root-relative `href`, `src` and `poster` under the base path, in
 * Markdown links and images as well as in HTML tags written in MDX. Attributes given as an expression, and
 * properties of components, are left alone: these call `withBase` themselves.
 */
export function mdxBasePath(base: string): HastPluginDefinition {
  return {
    name: 'base-path',
    element: {
      filter: tags,
      visit(node, context) {
        for (const name of addresses) {
          const value = node.properties[name];
          if (typeof value === 'string') context.setProperty(node, name, withBase(value, base));
        }
      },
    },
    mdxJsxFlowElement: { filter: tags, visit: rebase },
    mdxJsxTextElement: { filter: tags, visit: rebase },
  };

  function rebase(node: MdxJsxFlowElementHast | MdxJsxTextElementHast, context: HastVisitorContext): void {
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || !addresses.includes(attribute.name)) continue;
      const { name, value } = attribute;
      if (typeof value === 'string') context.setProperty(node, name, withBase(value, base));
    }
  }
}
