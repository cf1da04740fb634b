import { EditorView } from '@codemirror/view';

/**
 * Typing over a selection, done by the editor rather than the browser. Chrome would keep the colours of what
 * it replaces in a style attribute, which the page's Content-Security-Policy blocks with an error each time.
 */
export const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType } = event;
    if (inputType !== 'insertText' || data === null || view.composing) return false;
    const { from, to } = selected(view);
    if (from >= to) return false;
    const type = () =>
      view.state.update({
        changes: { from, to, insert: data },
        selection: { anchor: from + data.length },
        userEvent: 'input.type',
        scrollIntoView: true,
      });
    const handled = view.state
      .facet(EditorView.inputHandler)
      .some((handler) => handler(view, from, to, data, type));
    if (!handled) view.dispatch(type());
    return true;
  },
});

/** What is selected on the screen, of which the editor may not have heard yet. */
function selected(view: EditorView): { from: number; to: number } {
  const { root } = view;
  const selection = document.getSelection();
  if (!(root instanceof ShadowRoot) || !selection || !('getComposedRanges' in selection))
    return view.state.selection.main;
  const [range] = selection.getComposedRanges({ shadowRoots: [root] });
  if (!range || !view.contentDOM.contains(range.startContainer)) return view.state.selection.main;
  return {
    from: view.posAtDOM(range.startContainer, range.startOffset),
    to: view.posAtDOM(range.endContainer, range.endOffset),
  };
}
