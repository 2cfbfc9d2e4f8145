/**
 * Puts texts between their markers, `<!-- bench:NAME -->` and `<!-- /bench -->`, on lines of their own.
 *
 * @throws Error for a marker whose name has no text.
 */
export function fillMarkers(page: string, texts: Readonly<Record<string, string>>): string {
  return page.replace(/(<!-- bench:([\w-]+) -->\n).*?(<!-- \/bench -->)/gs, (_, start, name, end) => {
    const text = texts[name]
    if (text === undefined) throw new Error(`no table ${name}; there are ${Object.keys(texts).join(', ')}`)
    return `${start}\n${text}\n\n${end}`
  })
}
