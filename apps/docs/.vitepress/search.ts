import type { DefaultTheme } from 'vitepress'

/**
 * The search in the browser. Of a page of the API reference it knows the names, and the sentences that say what they are.
 *
 * VitePress sends the functions below `miniSearch` to the browser as text: each can use only what stands in itself.
 */
export const search: NonNullable<DefaultTheme.Config['search']> = {
  provider: 'local',
  options: {
    _render(source, env, md) {
      const html = md.render(env.relativePath.startsWith('api/') ? namesAndSentences(source) : source, env)
      return env.frontmatter?.search === false ? '' : html
    },
    miniSearch: {
      options: { tokenize: words, processTerm: plainWord },
      searchOptions: { tokenize: wordsOfQuery, boost: { title: 8, titles: 2, text: 1 }, boostDocument: weigh },
    },
  },
}

/** The words of a text; a name such as `no_grad` is one. */
export function words(text: string): string[] {
  return text.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== '')
}

/** The words of a query and, since `load state dict` may mean `loadStateDict`, all in one. */
export function wordsOfQuery(query: string): string[] {
  const separate = query.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== '')
  return separate.length > 1 ? [...separate, separate.join('')] : separate
}

/** What stands in the index for a word: the same for our `noGrad` and PyTorch’s `no_grad`. */
export function plainWord(word: string): string {
  return word.replaceAll('_', '').toLowerCase()
}

/**
 * How much a place counts: the beginning of a page more than its parts, what options and results are made of less than what they
 * are for, and a namespace less than what one imports by name.
 *
 * @param place as in its address: `/api/nn/Module#statedict`
 * @param fields its `titles` are those it stands below
 */
export function weigh(place: string, _word: string, fields?: Record<string, unknown>): number {
  const isBeginning = Array.isArray(fields?.titles) && fields.titles.length === 0
  if (place.includes('/types/')) return 0.3
  return (isBeginning ? 1.2 : 1) * (/\/api\/[^/]+\/[^/]+\//.test(place) ? 0.8 : 1)
}

const SKIPPED = /^(>|\||```|`import|Extends [[`]|\*\*\*)/

/**
 * A page of the reference without signatures, tables and examples, and with those headings only that name something: those of
 * first and third level, without `###` Constructor. Below a heading stand the words that its name is made of.
 */
export function namesAndSentences(source: string): string {
  const withoutCode = source.replace(/^```[\s\S]*?^```$/gm, '').replace(/\$\$[\s\S]*?\$\$/g, '')
  const lines = withoutCode
    .split('\n')
    .filter((line) => !SKIPPED.test(line) && !/^(##|####+) |^### Constructor/.test(line))
  return lines.map((line) => (line.startsWith('#') ? `${line}\n\n${partsOfNames(line)}` : line)).join('\n')
}

/** `# crossEntropy()` is about `cross Entropy`. */
function partsOfNames(line: string): string {
  return (line.match(/[A-Z]?[a-z\d]+|[A-Z]+(?![a-z])/g) ?? []).join(' ')
}
