/**
 * A property's name as PyTorch spells it, `runningMean` as `running_mean`: names in state dicts are PyTorch's, so that
 * checkpoints travel. A name that begins with a capital, such as `W1`, stays.
 */
export function stateName(property: string): string {
  return property.replace(/([a-z0-9])([A-Z])/g, (_, before: string, capital: string) => {
    return `${before}_${capital.toLowerCase()}`
  })
}
