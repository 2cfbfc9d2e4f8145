// What the manifest of a package says when it is packed.

const { relative, sep } = require('node:path')

function beforePacking({ devDependencies, ...manifest }, folder) {
  return { ...withPeers(manifest), ...home(folder) }
}

/**
 * Two copies of one of our packages know nothing of each other's tensors, so a library asks for the others as peers: there is
 * one of each, whoever asks for it. In the repository they are plain dependencies: pnpm, turbo and changesets, which would make
 * a major version of whatever has peers, handle these best. A program brings its own, and the peers of those that it uses.
 */
function withPeers(manifest) {
  if (manifest.bin !== undefined) return manifest
  const dependencies = Object.entries(manifest.dependencies ?? {})
  const isOurs = ([name]) => name.startsWith('@nn/')
  const peers = dependencies.filter(isOurs).map(([name, version]) => [name, `^${version}`])
  return {
    ...manifest,
    dependencies: Object.fromEntries(dependencies.filter((dependency) => !isOurs(dependency))),
    peerDependencies: { ...Object.fromEntries(peers), ...manifest.peerDependencies },
  }
}

/** Where the sources are: the repository whose workflow makes the release, which npm compares with the provenance. */
function home(folder) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env
  if (server === undefined || repository === undefined) return {}
  const url = `${server}/${repository}`
  const directory = relative(__dirname, folder).replaceAll(sep, '/')
  return {
    homepage: `${url}/tree/main/${directory}#readme`,
    bugs: `${url}/issues`,
    repository: { type: 'git', url: `git+${url}.git`, directory },
  }
}

module.exports = { hooks: { beforePacking } }
