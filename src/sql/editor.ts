import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { sql } from '@codemirror/lang-sql';
import type { SQLNamespace } from '@codemirror/lang-sql';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { duckdb } from './dialect.ts';
import { editorHighlight, editorTheme } from './editor-theme.ts';
import type { Field } from './field.ts';
import { setApart } from './set-apart.ts';
import { typeOver } from './type-over.ts';

/** What the editor needs from the page. */
export interface EditorOptions {
  /** The plain field, whose place the editor takes, with its text, selection and focus. */
  area: HTMLTextAreaElement;
  /** The element whose shadow holds the editor. */
  host: HTMLElement;
  label: string;
  schema: SQLNamespace;
  onChange(): void;
  onRun(): void;
}

/**
 * Mounts the editor in the place of the plain field. It lives in a shadow root: there its styles are adopted
 * style sheets, which the page's Content-Security-Policy lets pass, where a style element would be blocked.
 */
export function mountEditor({ area, host, label, schema, onChange, onRun }: EditorOptions): Field {
  const root = host.attachShadow({ mode: 'open' });
  const run = { key: 'Mod-Enter', run: (editor: EditorView) => (closeCompletion(editor), onRun(), true) };
  const state = EditorState.create({
    doc: area.value,
    selection: { anchor: area.selectionStart, head: area.selectionEnd },
    extensions: [
      // Before the keys of the editor, one of which takes a new line for this.
      Prec.highest(keymap.of([run])),
      // Tab is none of its keys: it leaves the field, as in every other.
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
      history(),
      typeOver,
      drawSelection(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ icons: false }),
      sql({ dialect: duckdb, schema, defaultTable: 'models', upperCaseKeywords: true }),
      syntaxHighlighting(editorHighlight),
      editorTheme,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off' }),
      EditorView.updateListener.of(({ docChanged }) => {
        if (docChanged) onChange();
      }),
    ],
  });
  const focused = document.activeElement === area;
  const view = new EditorView({ state, parent: root, root });
  area.hidden = true;
  host.hidden = false;
  if (focused) view.focus();

  const within = (position: number) => Math.min(position, view.state.doc.length);
  const put = (from: number, to: number, text: string) => {
    const [start, end] = [within(from), within(to)];
    view.dispatch({
      changes: { from: start, to: end, insert: text },
      selection: { anchor: start + text.length },
    });
    view.focus();
  };
  return {
    read: () => view.state.doc.toString(),
    write: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    insert(name) {
      const { from, to } = view.state.selection.main;
      const text = view.state.doc.toString();
      put(from, to, setApart(text.slice(0, from), name, text.slice(to)));
    },
    replace: ({ from, to }, text) => put(from, to, text),
    mark(place, message) {
      const [from, to] = [within(place.from), within(place.to)];
      view.dispatch(setDiagnostics(view.state, [{ from, to, severity: 'error', message }]));
      view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
    },
    clear: () => view.dispatch(setDiagnostics(view.state, [])),
  };
}
