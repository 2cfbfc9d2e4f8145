import { ReflectionKind } from 'typedoc'
import { MarkdownTheme } from 'typedoc-plugin-markdown'

import { packages } from './packages.mjs'

/** The plugin's pages without what one looks for elsewhere, or sees already. */
export class ApiTheme extends MarkdownTheme {
  getRenderContext(page) {
    const context = super.getRenderContext(page)
    const { partials } = context
    const { parametersTable, propertiesTable, signatureReturns, signatures } = partials
    // What is returned stands in the signature; a section only where there is more to say.
    partials.signatureReturns = (signature, options) =>
      signature.comment?.getTag('@returns') === undefined ? '' : signatureReturns(signature, options)
    // Nothing in the cells that have nothing to say.
    partials.parametersTable = (parameters) => withoutFiller(parametersTable(parameters))
    partials.propertiesTable = (properties, options) => withoutFiller(propertiesTable(properties, options))
    // One description of several signatures, where they have one.
    partials.signatures = (member, options) =>
      haveOneComment(member.signatures) ? overloads(partials, member.signatures, options) : signatures(member, options)
    // Not the more than a hundred that extend Module; the base class stands at the beginning.
    partials.hierarchy = () => ''
    partials.inheritance = () => ''
    // A page begins with what one writes to use its subject, and what that extends.
    const { hook } = context
    const beginning = () => [`${importLine(page.model)}\n\n${extendsLine(page.model, partials)}`]
    context.hook = (name, ...rest) => (name === 'content.begin' ? beginning() : hook(name, ...rest))
    return context
  }
}

function withoutFiller(table) {
  return table.replace(/(?<=\| )(`undefined`|`\{\}`|-) (?=\|)/g, '')
}

function haveOneComment(signatures) {
  const summaries = new Set(signatures.map(({ comment }) => JSON.stringify(comment?.summary)))
  return signatures.length > 1 && summaries.size === 1
}

/** The longest signature has the parameters of all. */
function overloads(partials, signatures, { headingLevel, nested }) {
  const longest = signatures.reduce((a, b) => ((b.parameters?.length ?? 0) > (a.parameters?.length ?? 0) ? b : a))
  return [
    ...signatures.map((signature) => partials.signatureTitle(signature, {})),
    partials.signature(longest, { headingLevel: headingLevel + 1, nested, hideTitle: true }),
  ].join('\n\n')
}

function importLine(model) {
  if (model.kindOf([ReflectionKind.Project, ReflectionKind.Module])) return ''
  // From the package down: a member of a namespace comes with the namespace.
  const [{ name: slug }, imported] = pathOf(model)
  const { name: from } = packages.find((part) => part.slug === slug)
  const isType = imported.kindOf([ReflectionKind.Interface, ReflectionKind.TypeAlias])
  return `\`import ${isType ? 'type ' : ''}{ ${imported.name} } from '${from}'\``
}

function extendsLine({ extendedTypes = [] }, { someType }) {
  return extendedTypes.length === 0 ? '' : `Extends ${extendedTypes.map((type) => someType(type)).join(', ')}.`
}

function pathOf(reflection) {
  return reflection.kindOf(ReflectionKind.Module) ? [reflection] : [...pathOf(reflection.parent), reflection]
}
