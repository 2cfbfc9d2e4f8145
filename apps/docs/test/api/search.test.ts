import { expect, test } from 'vitest'
import { namesAndSentences, plainWord, weigh, words, wordsOfQuery } from '../../.vitepress/search'

const page = `# sum()

\`import { sum } from '@nn/tensor'\`

> **sum**(\`x\`): [\`Tensor\`](Tensor.md)

The sum of all elements.

## Parameters

| Parameter | Type |
| :------ | :------ |
| \`x\` | [\`Tensor\`](Tensor.md) |

## Example

\`\`\`ts
sum(ones([2])) // tensor(2.)
\`\`\`

## See

torch.sum
`

test('the search knows the name, the sentences and PyTorch’s name of a function, and nothing else', () => {
  expect(
    namesAndSentences(page)
      .split('\n')
      .filter((line) => line !== ''),
  ).toEqual(['# sum()', 'sum', 'The sum of all elements.', 'torch.sum'])
})

test('the methods of a class are found by their headings', () => {
  const methods =
    '# Tensor\n\nExtends [`Base`](Base.md).\n\n## Constructors\n\n### Constructor\n\n## Methods\n\n### add()\n\nAdds.\n\n#### Throws\n\n***\n'
  expect(namesAndSentences(methods).match(/^#.*$/gm)).toEqual(['# Tensor', '### add()'])
  expect(namesAndSentences(methods)).not.toContain('Base')
})

test('a name is found by the words it is made of', () => {
  const lines = namesAndSentences('# BCEWithLogitsLoss\n\n### loadStateDict()\n').split('\n')
  expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
    'BCE With Logits Loss',
    'load State Dict',
  ])
})

test('PyTorch’s spelling of a name is one word, and the same as ours', () => {
  expect(words('torch.no_grad(), and `noGrad()`').map(plainWord)).toEqual(['torch', 'nograd', 'and', 'nograd'])
})

test('a query of several words also looks for a name made of them', () => {
  expect(wordsOfQuery('load state dict')).toEqual(['load', 'state', 'dict', 'loadstatedict'])
  expect(wordsOfQuery('no_grad')).toEqual(['no_grad'])
})

test('the beginning of a page comes before its parts, and types come last', () => {
  const page = weigh('/api/nn/Dropout#dropout', 'dropout', { titles: [] })
  const part = weigh('/learn/overfitting#dropout', 'dropout', { titles: ['Overfitting'] })
  const inNamespace = weigh('/api/nn/functional/dropout#dropout', 'dropout', { titles: [] })
  const type = weigh('/api/nn/functional/types/DropoutOptions#dropoutoptions', 'dropout', { titles: [] })
  expect([page, part, inNamespace, type]).toEqual([page, part, inNamespace, type].sort((a, b) => b - a))
  expect(page).toBeGreaterThan(part)
})
