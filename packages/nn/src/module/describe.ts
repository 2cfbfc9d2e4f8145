/**
 * A module as PyTorch prints it: its name and, in parentheses, what it says of itself and its children.
 *
 * @param details what the module says of itself, as `in_features=2, out_features=1`
 * @param children name and description of each child
 */
export function describe(name: string, details: string, children: readonly (readonly [string, string])[]): string {
  if (children.length === 0 && !details.includes('\n')) return `${name}(${details})`
  const lines = children.map(([key, description]) => `(${key}): ${description}`)
  if (details !== '') lines.unshift(details)
  return `${name}(\n${lines.map(indent).join('\n')}\n)`
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ')
}
