import { ReflectionKind } from 'typedoc'
import { packages } from './packages.mjs'

/** The menus beside the pages, by the folder they are for: one for each package and each namespace. */
export function menus(project, urlOf) {
  const containers = project.getReflectionsByKind(ReflectionKind.Module | ReflectionKind.Namespace)
  const ofContainers = containers.map((container) => [urlOf(container), menuOf(container, urlOf)])
  return Object.fromEntries([['/api/', [listOfPackages]], ...ofContainers])
}

const listOfPackages = {
  text: 'Packages',
  items: packages.map(({ name, slug }) => ({ text: name, link: `/api/${slug}/` })),
}

function menuOf(container, urlOf) {
  return [
    {
      text: titleOf(container),
      link: urlOf(container),
      items: container.categories.map((category) => sectionOf(container, category, urlOf)),
    },
    container.kindOf(ReflectionKind.Namespace)
      ? { text: titleOf(container.parent), link: urlOf(container.parent) }
      : { text: 'All packages', link: '/api/' },
  ]
}

/** Its title leads to the part of the package's page that says what each is. */
function sectionOf(container, { title, children }, urlOf) {
  const link = `${urlOf(container)}#${title.toLowerCase().replaceAll(' ', '-')}`
  return {
    text: title,
    link,
    collapsed: true,
    items: children.map((child) => ({ text: child.name, link: urlOf(child) })),
  }
}

function titleOf({ name }) {
  return packages.find(({ slug }) => slug === name)?.name ?? name
}
