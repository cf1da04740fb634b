import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HastPluginDefinition, HastVisitorContext } from 'satteri';

interface MdxElement {
  name?: string | null;
  position?: { start: { line: number; column: number } } | undefined;
}

/**
 * A plugin of the Markdown pipeline that tells every component of an MDX file where it stands, as the prop
 * `at` ("content/chapters/04-size.mdx:12:3"), so that an error can name file, line and column.
 */
export function mdxPlaces(root = process.cwd()): HastPluginDefinition {
  const placeOf = (node: MdxElement, context: HastVisitorContext): string => {
    const file = context.fileURL ? relative(root, fileURLToPath(context.fileURL)) : 'content';
    const start = node.position?.start;
    return start ? `${file}:${start.line}:${start.column}` : file;
  };
  const isComponent = ({ name }: MdxElement) => /^[A-Z]/.test(name ?? '');
  return {
    name: 'places',
    options: { position: true },
    mdxJsxFlowElement: {
      filter: [],
      visit(node, context) {
        if (isComponent(node)) context.setProperty(node, 'at', placeOf(node, context));
      },
    },
    mdxJsxTextElement: {
      filter: [],
      visit(node, context) {
        if (isComponent(node)) context.setProperty(node, 'at', placeOf(node, context));
      },
    },
  };
}
