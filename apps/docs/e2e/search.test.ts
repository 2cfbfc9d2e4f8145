import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from './support/browser-test'

/** What a reader types, and the place that is about it. */
const searches = [
  ['stateDict', '/api/nn/Module#statedict'],
  ['state_dict', '/api/nn/Module#statedict'],
  ['load state dict', '/api/nn/Module#loadstatedict'],
  ['crossEntropy', '/api/nn/functional/crossEntropy#crossentropy'],
  ['cross_entropy', '/api/nn/functional/crossEntropy#crossentropy'],
  ['zeroGrad', '/api/optim/Optimizer#zerograd'],
  ['DataLoader', '/api/data/DataLoader#dataloader'],
  ['backward', '/api/autograd/backward#backward'],
  ['torch.no_grad', '/api/autograd/noGrad#nograd'],
  ['topk', '/api/tensor/topk#topk'],
  ['learning rate', '/learn/gradient-descent#the-learning-rate'],
  ['dropout', '/learn/overfitting#dropout'],
  ['dropout', '/api/nn/Dropout#dropout'],
  ['memory', '/guides/memory#memory'],
] as const

test('the search shows the place that is about a word among its first three', async ({ visit }) => {
  const { page, problems } = await visit('/learn/loss')
  await page.getByRole('button', { name: 'Search' }).click()
  for (const [query, place] of searches) expect(await firstPlaces(page, query), query).toContain(place)
  expect(problems).toEqual([])
})

/** The addresses of the first three results. */
async function firstPlaces(page: Page, query: string): Promise<(string | null)[]> {
  const results = page.locator('.VPLocalSearchBox .result')
  const input = page.getByRole('searchbox')
  await input.fill('')
  await expect.poll(() => results.count()).toBe(0)
  await input.fill(query)
  await results.first().waitFor()
  const places = await results.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  return places.slice(0, 3)
}
