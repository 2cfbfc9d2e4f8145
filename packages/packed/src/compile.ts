import ts from 'typescript'

/** How TypeScript finds packages, as users set it. */
export type Resolution = 'node16' | 'nodenext' | 'bundler'

const resolutions: Readonly<Record<Resolution, Pick<ts.CompilerOptions, 'module' | 'moduleResolution'>>> = {
  node16: { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
}

/**
 * Compiles a program beside itself, the declarations of all packages included, as strictly as TypeScript can.
 *
 * @returns what TypeScript complains of
 */
export function compile(file: string, resolution: Resolution): string[] {
  const program = ts.createProgram([file], {
    ...resolutions[resolution],
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    // TypeScript's own are checked by others.
    skipDefaultLibCheck: true,
  })
  const { diagnostics } = program.emit()
  return [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(({ file, start, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, '\n')
    if (file === undefined || start === undefined) return message
    return `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1}: ${message}`
  })
}
