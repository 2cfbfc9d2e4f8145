import type { ThemeOptions } from 'vitepress'

/** Colours of code: variables of style.css, so that one rendering serves light and dark, and the editor looks alike. */
export const codeTheme: ThemeOptions = {
  name: 'nn',
  type: 'light',
  fg: 'var(--nn-code-text)',
  bg: 'var(--nn-code-surface)',
  settings: [
    { settings: { foreground: 'var(--nn-code-text)', background: 'var(--nn-code-surface)' } },
    colour('text', ['keyword.operator', 'punctuation', 'storage.type.function.arrow']),
    colour('comment', ['comment', 'punctuation.definition.comment']),
    colour('keyword', [
      'keyword',
      'storage',
      'variable.language',
      'keyword.operator.new',
      'keyword.operator.expression',
    ]),
    colour('string', ['string', 'punctuation.definition.string', 'markup.inline.raw']),
    colour('number', ['constant', 'variable.other.constant.property']),
    colour('function', ['entity.name.function', 'support.function', 'meta.function-call entity.name.function']),
    colour('type', ['entity.name.type', 'entity.name.class', 'support.type', 'support.class', 'entity.name.tag']),
  ],
}

function colour(name: string, scope: string[]): { scope: string[]; settings: { foreground: string } } {
  return { scope, settings: { foreground: `var(--nn-code-${name})` } }
}
