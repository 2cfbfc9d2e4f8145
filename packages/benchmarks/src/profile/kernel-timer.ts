import { getBackend, type Kernels, type Strided, setBackend } from '@nn/tensor'

/** Calls of one kernel and the milliseconds they took. */
export interface KernelTime {
  readonly name: string
  calls: number
  milliseconds: number
}

type AnyKernel = (...args: unknown[]) => unknown

/** Times every kernel of the backend in use, and its allocation. */
export class KernelTimer {
  private times = new Map<string, KernelTime>()
  /** Of all kernels, so far. */
  milliseconds = 0

  /** Puts itself between the ops and the backend. */
  install(): void {
    const backend = getBackend()
    const timed = Object.entries(backend.kernels).map(([name, kernel]) => [name, this.timed(name, kernel as AnyKernel)])
    setBackend({
      name: backend.name,
      kernels: Object.fromEntries(timed) as unknown as Kernels,
      allocate: this.timed('allocate', backend.allocate as AnyKernel) as typeof backend.allocate,
    })
  }

  /** Starts from nothing again. */
  reset(): void {
    this.times = new Map()
    this.milliseconds = 0
  }

  /** The slowest kernels first. */
  result(): KernelTime[] {
    return [...this.times.values()].sort((a, b) => b.milliseconds - a.milliseconds)
  }

  private timed(kernelName: string, kernel: AnyKernel): AnyKernel {
    return (...args) => {
      const began = performance.now()
      const result = kernel(...args)
      this.add(nameOf(kernelName, args), performance.now() - began)
      return result
    }
  }

  private add(name: string, milliseconds: number): void {
    const time = this.times.get(name) ?? { name, calls: 0, milliseconds: 0 }
    time.calls++
    time.milliseconds += milliseconds
    this.times.set(name, time)
    this.milliseconds += milliseconds
  }
}

/** What tells calls of a kernel apart: the function of elementwise ones and reductions, the sizes of a matmul. */
function nameOf(kernel: string, args: readonly unknown[]): string {
  const [first, second] = args
  if (kernel === 'matmul') return `matmul ${showShape(first as Strided)} @ ${showShape(second as Strided)}`
  if (kernel === 'allocate' || typeof first !== 'string') return kernel
  return `${kernel} ${first}`
}

function showShape({ shape }: Strided): string {
  return `[${shape.join(', ')}]`
}
