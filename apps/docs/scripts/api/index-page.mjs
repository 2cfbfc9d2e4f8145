/** The first page of the reference: its packages. */
export function indexPage(packages) {
  const rows = packages.map(({ slug, name, description }) => `| [${name}](./${slug}/) | ${description} |`)
  return `# API reference

Every function, class and type of the packages. The search (press / or Ctrl K) finds them by our names and by PyTorch's:
\`crossEntropy\` as well as \`cross_entropy\`.

| Package | What it is |
| :------ | :------ |
${rows.join('\n')}
`
}
