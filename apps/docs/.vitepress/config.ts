import { fileURLToPath } from 'node:url'
import type { DefaultTheme, UserConfig } from 'vitepress'
import { withPolicy } from './content-security-policy'
import { codeTheme } from './markdown/code-theme'
import { runnable } from './markdown/runnable'
import { search } from './search'
import { nav, sidebar } from './sidebar'

const docs = fileURLToPath(new URL('..', import.meta.url))

// What lets the page share memory between threads.
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

const base = process.env.DOCS_BASE ?? '/'

const config: UserConfig<DefaultTheme.Config> = {
  base,
  lang: 'en',
  title: 'nn',
  description: 'Neural networks in TypeScript as PyTorch has them, explained with programs that run in your browser.',
  cleanUrls: true,
  // The menus once for all pages, not in each.
  metaChunk: true,
  srcExclude: ['README.md'],
  transformHtml: withPolicy,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}logo.svg` }]],
  markdown: {
    math: true,
    theme: codeTheme,
    config: (md) => md.use(runnable, `${docs}examples`),
  },
  themeConfig: {
    logo: '/logo.svg',
    nav,
    sidebar,
    search,
    outline: { level: [2, 3] },
  },
  vite: {
    resolve: { conditions: ['@nn/source'] },
    ssr: { noExternal: [/^@nn\//] },
    // What the development server would find only when a program first runs, and then load the page anew.
    optimizeDeps: {
      include: [
        'sucrase',
        'uplot',
        '@codemirror/commands',
        '@codemirror/lang-javascript',
        '@codemirror/language',
        '@codemirror/state',
        '@codemirror/view',
        '@lezer/highlight',
        '@nn/autograd > @dagrejs/dagre',
      ],
    },
    // Modules print the names of their classes.
    esbuild: { keepNames: true },
    worker: { format: 'es' },
    server: { headers: isolation },
    preview: { headers: isolation },
  },
}

export default config
