import { Comment, ReflectionKind } from 'typedoc'

/** Brings each `@param` to the parameter it tells of. */
export function placeParameters(project) {
  for (const signature of project.getReflectionsByKind(ReflectionKind.SomeSignature)) {
    nameOptions(signature)
    place(signature.comment, signature)
  }
  // Classes have them above `class`, for their constructor.
  for (const type of project.getReflectionsByKind(ReflectionKind.Class)) {
    const ofConstructor = type.children?.find((member) => member.kindOf(ReflectionKind.Constructor))?.signatures
    place(type.comment, ofConstructor?.[0])
  }
}

/** A parameter that is taken apart, `{ keepdim = false } = {}`, has no name of its own. */
function nameOptions(signature) {
  for (const parameter of signature.parameters ?? []) {
    if (parameter.name === '__namedParameters') parameter.name = 'options'
  }
}

/** What is said of a parameter that is not there, such as `options.dtype`, is one of the options; or of another overload. */
function place(comment, signature) {
  const parameters = signature?.parameters ?? []
  for (const tag of comment?.getTags('@param') ?? []) {
    const parameter = parameters.find(({ name }) => name === tag.name)
    if (parameter !== undefined) parameter.comment = new Comment(tag.content)
    else
      describeOption(
        parameters.find(({ name }) => name === 'options'),
        tag,
      )
  }
  comment?.removeTags('@param')
}

function describeOption(options, { name, content }) {
  const option = name.replace('options.', '')
  const property = options?.type.declaration?.children?.find((child) => child.name === option)
  if (property !== undefined) property.comment = new Comment(content)
  else if (options !== undefined) {
    options.comment ??= new Comment()
    const { summary } = options.comment
    summary.push({ kind: 'text', text: `${summary.length === 0 ? '' : '; '}\`${option}\`: ` }, ...content)
  }
}
