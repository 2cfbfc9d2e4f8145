/** All that cmd.exe does not take literally. */
const SPECIAL = /[()\][%!^"`<>&|;, *?]/g

/**
 * An argument as cmd.exe has to be given it, so that a program started through a `.cmd` file gets just this text. It is read
 * three times: by cmd.exe, again where the file passes it on as `%*`, and by the program, which goes by Microsoft's rules for
 * quotes and backslashes (https://qntm.org/cmd tells all of it).
 */
export function quoteForCmd(argument) {
  const quoted = `"${argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\*)$/, '$1$1')}"`
  return quoted.replace(SPECIAL, '^$&').replace(SPECIAL, '^$&')
}
