import { expect, test } from 'vitest'
import { namesAndSentences } from '../../.vitepress/search'

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
  ).toEqual(['# sum()', 'The sum of all elements.', 'torch.sum'])
})

test('the methods of a class are found by their headings', () => {
  const methods =
    '# Tensor\n\n## Constructors\n\n### Constructor\n\n## Methods\n\n### add()\n\nAdds.\n\n#### Throws\n\n***\n'
  expect(namesAndSentences(methods).match(/^#.*$/gm)).toEqual(['# Tensor', '### add()'])
})
