import type { HastPluginDefinition } from 'satteri';

const alignment = /text-align:\s*(left|center|right)/;

/**
 * A plugin of the Markdown pipeline for what may be wider than a phone: every table gets a box that scrolls
 * sideways and a name from the heads of its columns, and it and every code block can be reached by keyboard. The alignment of a column becomes a class
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
          const heads = node.children
            .flatMap((part) => ('children' in part ? part.children : []))
            .flatMap((row) => ('children' in row ? row.children : []))
            .filter((cell) => 'tagName' in cell && cell.tagName === 'th')
            .map((cell) => context.textContent(cell).trim());
          const ariaLabel = `Table: ${heads.join(', ')}`;
          context.setProperty(node, 'ariaLabel', ariaLabel);
          context.wrapNode(node, {
            type: 'element',
            tagName: 'div',
            properties: { className: ['table-scroll'], role: 'group', ariaLabel, tabIndex: 0 },
            children: [],
          });
        },
      },
    ],
  };
}
