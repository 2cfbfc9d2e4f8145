import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'
import { apiSidebar } from './api-sidebar'

/** Pages in reading order, by their path; those that are not written yet stay out of the menus. */
const chapters: Pages = {
  'learn/function': 'A network is a function',
  'learn/loss': 'Loss',
  'learn/gradient-descent': 'Gradient descent',
  'learn/backpropagation': 'Backpropagation',
  'learn/autograd': 'Autograd',
  'learn/losses': 'Losses and logits',
  'learn/optimizers': 'Optimizers',
  'learn/training-step': 'One training step',
  'learn/training-loop': 'The training loop',
  'learn/validation': 'Validation',
  'learn/overfitting': 'Overfitting',
  'learn/drawing-the-graph': 'Drawing the graph',
  'learn/predictions': 'Predictions',
  'learn/fashion-mnist': 'Fashion-MNIST',
  'learn/convolutions': 'Convolutions',
}

const guides: Pages = {
  'guides/from-pytorch': 'From PyTorch',
  'guides/packages': 'Packages and bundle sizes',
  'guides/memory': 'Memory',
  'guides/threads': 'Threads and isolation',
  'guides/determinism': 'Determinism',
  'guides/custom-ops': 'Custom ops',
  'guides/custom-layers': 'Custom layers',
  'guides/custom-data': 'Custom data sets',
  'guides/environments': 'Node, bundlers, workers',
  'guides/benchmarks': 'Benchmarks',
  'guides/scaling': 'Scaling',
  'guides/conformance': 'Conformance',
}

const contributing: Pages = {
  'contributing/index': 'Contributing',
  'contributing/architecture': 'Architecture',
  'contributing/adding-an-op': 'Adding an op',
  'contributing/adding-a-layer': 'Adding a layer',
  'contributing/adding-an-optimizer': 'Adding an optimizer',
}

type Pages = Record<string, string>

const root = fileURLToPath(new URL('..', import.meta.url))

function items(pages: Pages): DefaultTheme.SidebarItem[] {
  return Object.entries(pages)
    .filter(([path]) => existsSync(`${root}${path}.md`))
    .map(([path, text]) => ({ text, link: `/${path.replace(/index$/, '')}` }))
}

/** A menu entry that leads to the first page of a section, none while it has no pages. */
function section(text: string, pages: Pages): DefaultTheme.NavItemWithLink[] {
  const first = items(pages)[0]?.link
  const folder = Object.keys(pages)[0]?.split('/')[0]
  return first === undefined ? [] : [{ text, link: first, activeMatch: `/${folder}/` }]
}

export const nav: DefaultTheme.NavItem[] = [
  ...section('Learn', chapters),
  ...section('Playground', { playground: 'Playground' }),
  ...section('Guides', guides),
  ...section('API', { 'api/index': 'API' }),
  ...section('Contributing', contributing),
]

export const sidebar: DefaultTheme.SidebarMulti = {
  ...apiSidebar,
  '/learn/': [{ text: 'Learn', items: items(chapters) }],
  '/guides/': [{ text: 'Guides', items: items(guides) }],
  '/contributing/': [{ text: 'Contributing', items: items(contributing) }],
}
