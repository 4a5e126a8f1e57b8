// node deploy/ci/complete-lock.mjs [file]: adds to package-lock.json the optional packages of other
// platforms that npm left out. npm drops those it cannot reach when it writes the lock, and `npm ci`
// then refuses the file, on every machine. Run it after npm install has changed the lock; it
// changes nothing when nothing is missing. What it adds has no checksum: only other platforms fetch it.
import { readFileSync, writeFileSync } from 'node:fs'

const file = process.argv[2] ?? 'frontend/package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

const added = []
for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (lock.packages[`node_modules/${name}`] || lock.packages[`${path}/node_modules/${name}`]) continue
    // The names follow one custom: @owner/program-system-processor[-library].
    const words = name.split('/').pop().split('-')
    const cpu = processors.filter((word) => words.includes(word))
    const os = systems.filter((word) => words.includes(word))
    if (cpu.length + os.length === 0) throw new Error(`${name}: for which platform? Add it to the lock by hand.`)
    const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(cpu.length && { cpu }),
      ...(parent.dev && { dev: true }),
      ...(libc && { libc }),
      optional: true,
      ...(os.length && { os }),
    }
    added.push(name)
  }
}
if (added.length) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
console.log(`${added.length} added`)
