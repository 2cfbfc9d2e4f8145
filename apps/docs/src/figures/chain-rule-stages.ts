import type { Computed, NetworkNumbers, Parameter, Passes } from './chain-rule'
import { decimal, operand } from './decimal'

/** A step through the two passes: what is known after it, and how that was computed. */
export interface Stage {
  readonly title: string
  readonly lines: readonly string[]
  /** The values known by now. */
  readonly values: ReadonlySet<Computed>
  /** The gradients known by now. */
  readonly gradients: ReadonlySet<Computed | Parameter>
  /** What this stage computes. */
  readonly computes: ReadonlySet<Computed | Parameter>
}

interface Step {
  readonly title: string
  readonly lines: readonly string[]
  readonly values?: readonly Computed[]
  readonly gradients?: readonly (Computed | Parameter)[]
}

export const symbols: Readonly<Record<'x' | 'y' | Computed | Parameter, string>> = {
  x: 'x',
  y: 'y',
  w1: 'w₁',
  b1: 'b₁',
  w2: 'w₂',
  b2: 'b₂',
  v1: 'v₁',
  v2: 'v₂',
  c: 'c',
  z1: 'z₁',
  z2: 'z₂',
  h1: 'h₁',
  h2: 'h₂',
  out: 'ŷ',
  loss: 'L',
}

/** The stages of the two passes, in the order of computing. */
export function stagesOf(numbers: NetworkNumbers, passes: Passes): readonly Stage[] {
  const values = new Set<Computed>()
  const gradients = new Set<Computed | Parameter>()
  return stepsOf(numbers, passes).map((step) => {
    for (const name of step.values ?? []) values.add(name)
    for (const name of step.gradients ?? []) gradients.add(name)
    return {
      title: step.title,
      lines: step.lines,
      values: new Set(values),
      gradients: new Set(gradients),
      computes: new Set([...(step.values ?? []), ...(step.gradients ?? [])]),
    }
  })
}

function stepsOf(numbers: NetworkNumbers, { values, gradients, local }: Passes): readonly Step[] {
  const { x, y, w1, w2, b1, b2, v1, v2, c } = numbers
  const { z1, z2, h1, h2, out, loss } = values
  const sum = (i: string, w: number, b: number, z: number): string =>
    `z${i} = w${i} x + b${i} = ${decimal(w)} · ${operand(x)} + ${operand(b)} = ${decimal(z)}`
  /** ∂L/∂`by` along the edge to `of`. */
  const chain = (of: Computed, by: Computed | Parameter): string => {
    const [a, b] = [symbols[of], symbols[by]]
    const factors = `${decimal(gradients[of])} · ${operand(local[of][by] ?? 0)}`
    return `∂L/∂${b} = ∂L/∂${a} · ∂${a}/∂${b} = ${factors} = ${decimal(gradients[by])}`
  }
  return [
    {
      title: 'The network',
      lines: ['Nothing is computed yet: there are the input x, the target y and the parameters.'],
    },
    {
      title: 'Forward: weighted sums',
      lines: [sum('₁', w1, b1, z1), sum('₂', w2, b2, z2)],
      values: ['z1', 'z2'],
    },
    {
      title: 'Forward: hidden values',
      lines: [`h₁ = σ(z₁) = σ(${decimal(z1)}) = ${decimal(h1)}`, `h₂ = σ(z₂) = σ(${decimal(z2)}) = ${decimal(h2)}`],
      values: ['h1', 'h2'],
    },
    {
      title: 'Forward: the output',
      lines: [
        `ŷ = v₁ h₁ + v₂ h₂ + c = ${decimal(v1)} · ${operand(h1)} + ${operand(v2)} · ${operand(h2)} + ${operand(c)} = ${decimal(out)}`,
      ],
      values: ['out'],
    },
    {
      title: 'Forward: the loss',
      lines: [`L = (ŷ − y)² = (${decimal(out)} − ${operand(y)})² = ${decimal(loss)}`],
      values: ['loss'],
    },
    {
      title: 'Backward: the output',
      lines: [`∂L/∂ŷ = 2 (ŷ − y) = 2 · (${decimal(out)} − ${operand(y)}) = ${decimal(gradients.out)}`],
      gradients: ['loss', 'out'],
    },
    {
      title: 'Backward: the second layer',
      lines: [chain('out', 'v1'), chain('out', 'v2'), chain('out', 'c'), chain('out', 'h1'), chain('out', 'h2')],
      gradients: ['v1', 'v2', 'c', 'h1', 'h2'],
    },
    {
      title: 'Backward: through the sigmoids',
      lines: [chain('h1', 'z1'), chain('h2', 'z2')],
      gradients: ['z1', 'z2'],
    },
    {
      title: 'Backward: the first layer',
      lines: [chain('z1', 'w1'), chain('z1', 'b1'), chain('z2', 'w2'), chain('z2', 'b2')],
      gradients: ['w1', 'b1', 'w2', 'b2'],
    },
  ]
}
