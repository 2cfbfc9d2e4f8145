/** The functions of all instances; where two have one of the same name, that of the later. */
export function mergeExports(instances: readonly WebAssembly.Instance[]): WebAssembly.Exports {
  return Object.assign({}, ...instances.map((instance) => instance.exports))
}
