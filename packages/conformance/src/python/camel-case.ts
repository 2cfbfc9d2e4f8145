/** `weight_decay` as `weightDecay`, and `T_max` as `tMax`. */
export function camelCase(name: string): string {
  const [first = '', ...rest] = name.split('_')
  return first.toLowerCase() + rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')
}
