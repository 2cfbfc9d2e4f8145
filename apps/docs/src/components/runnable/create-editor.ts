import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { type Extension, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'

export interface EditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  /** The id of the element that tells how to leave the editor. */
  readonly describedBy: string
  readonly onChange: (text: string) => void
  readonly onRun: () => void
}

/** A TypeScript editor. Tab indents; after Esc it moves the focus on. */
export function createEditor({ parent, text, describedBy, onChange, onRun }: EditorOptions): EditorView {
  const run = (): boolean => {
    onRun()
    return true
  }
  return new EditorView({
    parent,
    doc: text,
    extensions: [
      keymap.of([{ key: 'Mod-Enter', run }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
      history(),
      lineNumbers(),
      drawSelection(),
      EditorView.lineWrapping,
      indentOnInput(),
      bracketMatching(),
      javascript({ typescript: true }),
      syntaxHighlighting(highlightStyle),
      theme,
      markedLine,
      EditorView.contentAttributes.of({ 'aria-label': 'Program', 'aria-describedby': describedBy }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString())
      }),
    ],
  })
}

/** Marks a line, counted from 1, as the one with an error; null takes the mark away. */
export function markLine(editor: EditorView, line: number | null): void {
  editor.dispatch({ effects: setMarkedLine.of(line) })
}

const setMarkedLine = StateEffect.define<number | null>()

const markedLine: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, state, changes }) {
    let updated = marks.map(changes)
    for (const effect of effects) {
      if (!effect.is(setMarkedLine)) continue
      const line = effect.value
      const isThere = line !== null && line <= state.doc.lines
      updated = isThere ? Decoration.set(errorMark.range(state.doc.line(line).from)) : Decoration.none
    }
    return updated
  },
  provide: (field) => EditorView.decorations.from(field),
})

const errorMark = Decoration.line({ class: 'cm-error-line' })

const highlightStyle = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--nn-code-comment)' },
  { tag: [tags.keyword, tags.self], color: 'var(--nn-code-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--nn-code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--nn-code-number)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--nn-code-function)' },
  { tag: [tags.typeName, tags.className], color: 'var(--nn-code-type)' },
])

const theme: Extension = EditorView.theme({
  '&': {
    backgroundColor: 'var(--nn-code-surface)',
    color: 'var(--nn-code-text)',
    fontSize: 'var(--vp-code-font-size)',
  },
  '&.cm-focused': { outline: '2px solid var(--nn-accent)', outlineOffset: '-2px' },
  '.cm-content': { padding: '16px 0', caretColor: 'var(--nn-ink)', fontFamily: 'var(--vp-font-family-mono)' },
  '.cm-scroller': { fontFamily: 'var(--vp-font-family-mono)', lineHeight: '1.6' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--nn-muted)', border: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--nn-ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--nn-code-selection)',
  },
  '.cm-matchingBracket': { backgroundColor: 'var(--nn-code-selection)' },
  '.cm-error-line': { boxShadow: 'inset 3px 0 0 var(--nn-bad)' },
})
