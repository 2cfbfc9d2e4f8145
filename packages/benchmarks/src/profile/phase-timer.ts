import type { KernelTimer } from './kernel-timer'

/** The milliseconds that one line of the training loop took, and how many of them in kernels. */
export interface PhaseTime {
  readonly name: string
  milliseconds: number
  inKernels: number
}

/** Splits the time that passes into phases, each from the end of the one before. */
export class PhaseTimer {
  private readonly kernels: KernelTimer
  private readonly phases = new Map<string, PhaseTime>()
  private began = performance.now()
  private kernelsBefore: number

  constructor(kernels: KernelTimer) {
    this.kernels = kernels
    this.kernelsBefore = kernels.milliseconds
  }

  /** Ends the phase that runs. */
  end(name: string): void {
    const now = performance.now()
    const phase = this.phases.get(name) ?? { name, milliseconds: 0, inKernels: 0 }
    phase.milliseconds += now - this.began
    phase.inKernels += this.kernels.milliseconds - this.kernelsBefore
    this.phases.set(name, phase)
    this.kernelsBefore = this.kernels.milliseconds
    this.began = performance.now()
  }

  /** In the order in which they first ended. */
  result(): PhaseTime[] {
    return [...this.phases.values()]
  }
}
