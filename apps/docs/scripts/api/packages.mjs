import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../../packages', import.meta.url))

/** What the reference is about, in the order of its menu: each `slug` is a folder of the reference. */
export const packages = [
  entry('tensor'),
  entry('autograd'),
  {
    ...entry('autograd', 'src/drawing'),
    slug: 'drawing',
    name: '@nn/autograd/drawing',
    description: 'Graphs as DOT text and as SVG.',
  },
  entry('nn'),
  entry('optim'),
  entry('data'),
  entry('backend-wasm'),
  entry('safetensors'),
  entry('trainer'),
]

function entry(slug, folder = 'src') {
  const { name, description } = JSON.parse(readFileSync(`${root}/${slug}/package.json`, 'utf8'))
  const sources = `${root}/${slug}/${folder}`
  return { slug, name, description, sources, index: `${sources}/index.ts` }
}
