import { Comment, CommentTag, Converter, ReferenceType, ReflectionKind } from 'typedoc'
import { categoryOf, OTHER, TYPES } from './categories.mjs'
import { packages } from './packages.mjs'
import { placeParameters } from './place-parameters.mjs'

/** Turns what typedoc has read into what the reference shows. */
export function prepareModel(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children) {
      const part = packages.find(({ index }) => index === fileOf(module))
      categorize(part, module)
      module.name = part.slug
      module.comment ??= new Comment([{ kind: 'text', text: part.description }])
    }
    for (const { comment } of Object.values(project.reflections)) if (comment !== undefined) orderTags(comment)
    placeParameters(project)
  })
  // After typedoc has found out what is inherited, before it groups what is left.
  app.converter.on(
    Converter.EVENT_RESOLVE_END,
    ({ project }) => leaveOwnMembers(project.getReflectionsByKind(ReflectionKind.Class)),
    -50,
  )
}

function fileOf(reflection) {
  return reflection.project.getSymbolIdFromReflection(reflection).fileName
}

/** Puts the title of its category on each member, which typedoc groups by. */
function categorize(part, container, otherwise = OTHER) {
  for (const member of container.children ?? []) {
    const ofFile = categoryOf(part, fileOf(member)) ?? otherwise
    if (member.kindOf(ReflectionKind.Namespace)) categorize(part, member, ofFile)
    const category = member.kindOf([ReflectionKind.Interface, ReflectionKind.TypeAlias]) ? TYPES : ofFile
    const documented = member.signatures?.[0] ?? member
    documented.comment ??= new Comment()
    documented.comment.blockTags.push(new CommentTag('@category', [{ kind: 'text', text: category }]))
  }
}

/** Puts tags into the order in which one looks for them, and makes one list of several of a name. */
function orderTags(comment) {
  for (const name of ['@example', '@throws', '@see']) {
    const tags = comment.getTags(name)
    comment.removeTags(name)
    comment.blockTags.push(...(name === '@example' || tags.length < 2 ? tags : [listOf(name, tags)]))
  }
}

function listOf(name, tags) {
  const items = tags.flatMap(({ content }) => [{ kind: 'text', text: '- ' }, ...content, { kind: 'text', text: '\n' }])
  return new CommentTag(name, items)
}

/**
 * Members of a base class that has a page of its own are described there, even where a class between has none. What fields start
 * with is no part of the description.
 */
function leaveOwnMembers(types) {
  const members = types.flatMap((type) => type.children ?? [])
  for (const member of members) delete member.defaultValue
  const [inherited, own] = partition(members, ({ inheritedFrom }) => inheritedFrom !== undefined)
  const originals = new Map(own.map((member) => [declarationOf(member), member]))
  for (const member of inherited) {
    const original = originals.get(declarationOf(member))
    if (original === undefined || member.kindOf(ReflectionKind.Constructor)) continue
    extendDescribed(member.parent, original.parent)
    member.project.removeReflection(member)
  }
}

function partition(items, test) {
  return [items.filter(test), items.filter((item) => !test(item))]
}

/** Where the sources declare a member: the same for all that inherit it. */
function declarationOf(member) {
  const symbol = member.project.getSymbolIdFromReflection(member)
  return `${symbol?.fileName} ${symbol?.qualifiedName}`
}

/** Names a base that has a page, in place of one between that has none. */
function extendDescribed(type, base) {
  type.extendedTypes = type.extendedTypes.map((extended) =>
    extended.reflection === undefined ? ReferenceType.createResolvedReference(base.name, base, type.project) : extended,
  )
}
