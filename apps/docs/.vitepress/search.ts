import type { DefaultTheme } from 'vitepress'

/** The search in the browser. Of a page of the API reference it knows the names, and the sentences that say what they are. */
export const search: NonNullable<DefaultTheme.Config['search']> = {
  provider: 'local',
  options: {
    _render(source, env, md) {
      const html = md.render(env.relativePath.startsWith('api/') ? namesAndSentences(source) : source, env)
      return env.frontmatter?.search === false ? '' : html
    },
  },
}

const SKIPPED = /^(>|\||```|`import|\*\*\*)/

/**
 * A page of the reference without signatures, tables and examples, and with those headings only that name something: those of
 * first and third level, without `###` Constructor.
 */
export function namesAndSentences(source: string): string {
  const withoutCode = source.replace(/^```[\s\S]*?^```$/gm, '').replace(/\$\$[\s\S]*?\$\$/g, '')
  const lines = withoutCode
    .split('\n')
    .filter((line) => !SKIPPED.test(line) && !/^(##|####+) |^### Constructor/.test(line))
  return lines.join('\n')
}
