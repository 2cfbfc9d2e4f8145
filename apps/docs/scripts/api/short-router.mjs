import { ReflectionKind } from 'typedoc'
import { MemberRouter } from 'typedoc-plugin-markdown'

/**
 * A page for each function and class, `nn/Linear`, and for each type, `nn/types/LinearOptions`. The folders keep apart what
 * some file systems cannot: names that differ only in case, such as those of the function `slice` and the type `Slice`.
 */
export class ShortRouter extends MemberRouter {
  getIdealBaseName(reflection) {
    if (reflection.kindOf([ReflectionKind.Module, ReflectionKind.Namespace]))
      return `${this.folderOf(reflection)}/index`
    return `${this.folderOf(reflection.parent)}/${subfolder(reflection)}${fileName(reflection)}`
  }

  folderOf(reflection) {
    return reflection.kindOf(ReflectionKind.Module)
      ? reflection.name
      : `${this.folderOf(reflection.parent)}/${reflection.name}`
  }
}

/** VitePress takes a page `Index` for the index of its folder. */
function fileName({ name }) {
  return name === 'Index' ? 'IndexType' : name
}

function subfolder(reflection) {
  if (reflection.kindOf([ReflectionKind.Interface, ReflectionKind.TypeAlias])) return 'types/'
  const hasDouble = reflection.parent.children.some(
    (other) =>
      other !== reflection && other.kindOf(ReflectionKind.Class) && other.name.toLowerCase() === reflection.name,
  )
  return hasDouble ? 'functions/' : ''
}
