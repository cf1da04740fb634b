import type { HastPluginDefinition } from 'satteri';

const alignment = /text-align:\s*(left|center|right)/;

/**
 * A plugin of the Markdown pipeline for what may be wider than a phone: every table gets a box that scrolls
 * sideways, and it and every code block can be reached by keyboard. The alignment of a column becomes a class
 * (`is-right`), because the Content-Security-Policy forbids inline styles. Tables and code written as HTML tags
 * are left as they are.
 */
export function mdxScrolling(): HastPluginDefinition {
  return {
    name: 'scrolling',
    element: [
      {
        filter: ['th', 'td'],
        visit(node, context) {
          const side = alignment.exec(String(node.properties['style'] ?? ''))?.[1];
          if (side === undefined) return;
          context.setProperty(node, 'style', null);
          context.setProperty(node, 'className', [`is-${side}`]);
        },
      },
      {
        filter: ['pre'],
        visit(node, context) {
          context.setProperty(node, 'tabIndex', 0);
        },
      },
      {
        filter: ['table'],
        visit(node, context) {
          context.wrapNode(node, {
            type: 'element',
            tagName: 'div',
            properties: { className: ['table-scroll'], role: 'group', ariaLabel: 'Table', tabIndex: 0 },
            children: [],
          });
        },
      },
    ],
  };
}
