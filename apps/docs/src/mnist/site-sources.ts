import type { Sources } from './create-mnist'

/** The files that the site itself serves. They were checked when it was built. */
export function siteSources(dataUrl: string): Sources {
  return {
    mnist: { url: `${dataUrl}mnist/`, verify: false },
    async fashionMnist() {
      const url = `${dataUrl}fashion-mnist/`
      const response = await fetch(`${dataUrl}index.json`)
      const index = (await response.json()) as { fashionMnist: boolean }
      if (!index.fashionMnist) throw new Error('This copy of the site was built without the images of Fashion-MNIST')
      return { url, verify: false }
    },
  }
}
