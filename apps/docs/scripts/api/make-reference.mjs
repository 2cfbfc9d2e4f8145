import { writeFileSync } from 'node:fs'
import { Application } from 'typedoc'
import { MarkdownRendererEvent } from 'typedoc-plugin-markdown'
import { ApiTheme } from './api-theme.mjs'
import { categoryOrder } from './categories.mjs'
import { expandArguments } from './expand-arguments.mjs'
import { indexPage } from './index-page.mjs'
import { menus } from './menu.mjs'
import { packages } from './packages.mjs'
import { prepareModel } from './prepare-model.mjs'
import { ShortRouter } from './short-router.mjs'

/** Writes the pages and, when all are there, the menu. */
export async function makeReference({ out, menu, tsconfig }) {
  const app = await Application.bootstrapWithPlugins({ ...reading(tsconfig), ...writing(out) })
  app.renderer.defineRouter('short', ShortRouter)
  app.renderer.defineTheme('api', ApiTheme)
  expandArguments(app)
  prepareModel(app)
  app.renderer.on(MarkdownRendererEvent.END, ({ project }) => {
    const { router } = app.renderer
    const urlOf = (reflection) => `/api/${router.getFullUrl(reflection).replace(/(index)?\.md$/, '')}`
    writeFileSync(`${out}/index.md`, indexPage(packages))
    writeFileSync(menu, JSON.stringify(menus(project, urlOf)))
  })
  const project = await app.convert()
  if (project !== undefined) await app.generateOutputs(project)
  if (app.logger.hasErrors()) throw new Error('typedoc could not write the reference')
}

function reading(tsconfig) {
  return {
    tsconfig,
    entryPoints: packages.map(({ index }) => index),
    // tsc checks the types.
    skipErrorChecking: true,
    readme: 'none',
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeProtected: true,
    excludeReferences: true,
    categorizeByGroup: false,
    categoryOrder,
    logLevel: 'Warn',
  }
}

function writing(out) {
  return {
    plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme'],
    out,
    router: 'short',
    theme: 'api',
    entryFileName: 'index.md',
    sidebar: { autoConfiguration: false },
    hideBreadcrumbs: true,
    hideGroupHeadings: true,
    pageTitleTemplates: { index: 'API reference', member: memberTitle, module: moduleTitle },
    indexFormat: 'table',
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    typeAliasPropertiesFormat: 'table',
    classPropertiesFormat: 'table',
    typeDeclarationFormat: 'table',
    tableColumnSettings: { hideModifiers: true, hideInherited: true, hideOverrides: true, leftAlignHeaders: true },
    useHTMLEncodedBrackets: true,
  }
}

function moduleTitle({ rawName }) {
  return packages.find(({ slug }) => slug === rawName)?.name ?? rawName
}

/** Without type parameters, which the signature shows. */
function memberTitle({ rawName }) {
  return rawName.replace(/<.*>$/, '')
}
