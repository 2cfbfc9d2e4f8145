import { createHash } from 'node:crypto'

/**
 * A page that says what it may load and run: the site's own files, and the inline scripts that VitePress put into it. Programs that
 * readers write run in workers, which have no page.
 *
 * @param html a page as VitePress renders it
 */
export function withPolicy(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)].map(([, code]) =>
    hashOf(code as string),
  )
  const policy = [
    "default-src 'self'",
    // VitePress sends the functions of the search as texts. What gets into a page as markup runs in no case.
    `script-src 'self' 'unsafe-eval' ${[...new Set(inline)].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const charset = '<meta charset="utf-8">'
  if (!html.includes(charset)) throw new Error(`there is no ${charset} in the page to put the policy behind`)
  // Early: it counts for what comes after it.
  return html.replace(charset, `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`)
}

function hashOf(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`
}
