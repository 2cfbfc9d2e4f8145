/** Lets someone hold up a loop that waits at it now and then. */
export class PauseSwitch {
  private waiting: (() => void)[] = []
  private on = false

  get isOn(): boolean {
    return this.on
  }

  turnOn(): void {
    this.on = true
  }

  turnOff(): void {
    this.on = false
    for (const goOn of this.waiting.splice(0)) goOn()
  }

  /** Resolves when the switch is off. */
  off(): Promise<void> {
    return this.on ? new Promise((goOn) => this.waiting.push(goOn)) : Promise.resolve()
  }
}
