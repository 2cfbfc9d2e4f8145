import { Comment, Converter, ParameterReflection, ReflectionFlag, ReflectionKind } from 'typedoc'
import ts from 'typescript'

/**
 * Shows what a function takes as one writes it. In the sources, options that may go by position are one parameter,
 * `...args: Args<Options, ['dim', 'keepdim']>`; in the reference they stand one by one, `dim?`, `keepdim?`, and then the options
 * object. `...none: []` takes nothing, and is left out.
 */
export function expandArguments(app) {
  const dropped = []
  const drop = (signature) => dropped.push(signature.parameters.pop())
  app.converter.on(Converter.EVENT_CREATE_SIGNATURE, (context, signature, declaration) => {
    const rest = signature.parameters?.at(-1)
    if (rest === undefined || !rest.flags.isRest) return
    if (rest.name === 'none') drop(signature)
    if (rest.name !== 'args') return
    const found = findArgs(context.checker, declaration?.parameters?.at(-1)?.type)
    if (found === null) return
    drop(signature)
    for (const name of found.names)
      signature.parameters.push(optionAsParameter(context, signature, name, found.options))
    signature.parameters.push(optionsParameter(context, signature, found.options))
  })
  // All at the end: after each that is made, typedoc looks through the whole project before it removes another.
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const parameter of dropped.splice(0)) project.removeReflection(parameter)
  })
}

/**
 * Looks through aliases for `Args<Options, Names>`.
 *
 * @returns the type of the options and the names that go by position
 */
function findArgs(checker, node, known = new Map()) {
  if (node === undefined) return null
  if (ts.isUnionTypeNode(node)) {
    return node.types.map((part) => findArgs(checker, part, known)).find((found) => found !== null) ?? null
  }
  if (!ts.isTypeReferenceNode(node)) return null
  const written = node.typeArguments ?? []
  if (node.typeName.getText() === 'Args') {
    const [options, names] = written
    return { options: typeOf(checker, options, known), names: namesIn(checker, names) }
  }
  const alias = declarationOf(checker, node.typeName)
  if (alias === null) return null
  const inside = new Map(known)
  for (const [i, { name, default: usual }] of (alias.typeParameters ?? []).entries()) {
    const given = written[i] ?? usual
    if (given !== undefined) inside.set(name.text, typeOf(checker, given, known))
  }
  return findArgs(checker, alias.type, inside)
}

/** @param known the types that stand for the parameters of an alias */
function typeOf(checker, node, known) {
  return known.get(node.getText()) ?? checker.getTypeFromTypeNode(node)
}

function namesIn(checker, node) {
  if (node === undefined) return []
  if (ts.isTupleTypeNode(node)) return node.elements.map(({ literal }) => literal.text)
  if (ts.isTypeOperatorNode(node)) return namesIn(checker, node.type)
  return namesIn(checker, declarationOf(checker, node.typeName)?.type)
}

function declarationOf(checker, name) {
  const symbol = checker.getSymbolAtLocation(name)
  if (symbol === undefined) return null
  const original = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  return original.declarations?.find(ts.isTypeAliasDeclaration) ?? null
}

function optionAsParameter(context, signature, name, options) {
  const property = context.checker.getPropertyOfType(options, name)
  const parameter = newParameter(context, signature, name)
  if (property === undefined) return parameter
  // As it was declared: what may be left out is not written as undefined.
  const declared = property.valueDeclaration?.type
  const type = declared ?? context.checker.getTypeOfSymbol(property)
  parameter.type = context.converter.convertType(context, type)
  parameter.setFlag(ReflectionFlag.Optional, Boolean(property.flags & ts.SymbolFlags.Optional))
  const text = ts.displayPartsToString(property.getDocumentationComment(context.checker))
  if (text !== '') parameter.comment = new Comment([{ kind: 'text', text }])
  return parameter
}

function optionsParameter(context, signature, options) {
  const parameter = newParameter(context, signature, 'options')
  parameter.type = context.converter.convertType(context, options)
  parameter.setFlag(ReflectionFlag.Optional, true)
  parameter.comment = new Comment([{ kind: 'text', text: 'the same and others by name' }])
  return parameter
}

function newParameter(context, signature, name) {
  const parameter = new ParameterReflection(name, ReflectionKind.Parameter, signature)
  context.project.registerReflection(parameter, undefined, undefined)
  return parameter
}
