import { expect, test } from 'vitest'
import { builtPages } from './support/built-site'

test('what a class inherits is described once, on the page of the class that has it', () => {
  const reference = builtPages().filter(({ path }) => /^\/api\/(nn|optim)\/[^/]+$/.test(path))
  const describing = (anchor: string) =>
    reference.filter(({ html }) => html.includes(`<h3 id="${anchor}"`)).map(({ path }) => path)
  expect(describing('zerograd')).toEqual(['/api/nn/Module', '/api/optim/Optimizer'])
  expect(describing('addparamgroup')).toEqual(['/api/optim/LBFGS', '/api/optim/Optimizer'])
})
