import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const src = resolve(import.meta.dirname)
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && name !== 'api/schema.ts')
  .map((name) => ({ name, text: readFileSync(join(src, name), 'utf8') }))
const sources = files.filter(({ name }) => !name.endsWith('.spec.ts') && !name.endsWith('.spec.tsx'))

/**
 * What a neighbouring room may use: its questions to the API, its words, what it shares on purpose,
 * and what it shows beside a neighbour's page (a file of its own, so that only that page fetches it).
 */
const publicFiles = ['queries', 'shared', 'words', 'Beside']

const importsOf = (file: { name: string; text: string }) =>
  [...file.text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) =>
    target.startsWith('.') ? relative(src, resolve(src, dirname(file.name), target)) : target,
  )

const violations = (inFolder: string, wrong: (target: string, file: string) => boolean) =>
  sources
    .filter(({ name }) => name.startsWith(inFolder))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => wrong(target, file.name))
        .map((target) => `${file.name} imports ${target}`),
    )

describe('what may import what', () => {
  it('lets ui know no room, no router, no query and no client', () => {
    expect(
      violations('ui/', (target) =>
        /^(rooms|shell)\/|^wouter|^@tanstack|^paths$|^routes$|^staffPages$|^api\/(client|session|keys)$/.test(target),
      ),
    ).toEqual([])
  })

  it('lets lib and api know nothing above them', () => {
    expect(violations('lib/', (target) => /^(rooms|shell|ui|api)\//.test(target))).toEqual([])
    expect(violations('api/', (target) => /^(rooms|shell|ui)\//.test(target))).toEqual([])
  })

  it('lets a room use its neighbours only through their public files', () => {
    const roomOf = (name: string) => name.split('/')[1]
    expect(
      violations('rooms/', (target, file) => {
        if (!target.startsWith('rooms/') || roomOf(target) === roomOf(file)) return false
        return !publicFiles.includes(target.split('/').slice(2).join('/'))
      }),
    ).toEqual([])
  })

  it('lets no room know the shell', () => {
    expect(violations('rooms/', (target) => /^(shell\/|routes$|staffPages$|main$)/.test(target))).toEqual([])
  })

  it('lets the page where an employee answers know no session, router, room or store of queries', () => {
    const known = /^answer\/|^lib\/|^ui\/|^styles\/|^api\/(problem|schema)$|^(react|react-dom)(\/|$)|^openapi-fetch$|^@cloudflare\/blindrsa-ts$/
    expect(violations('answer/', (target) => !known.test(target))).toEqual([])
  })

  it('keeps forms and validation out of what every reader fetches', () => {
    const light = violations('', (target, file) => {
      const heavy = /^(react-hook-form|valibot|@hookform)/.test(target)
      return heavy && !/^rooms\/.*(Form|EditPage|form)[^/]*\.tsx?$/.test(file)
    })
    expect(light).toEqual([])
  })
})

describe('texts', () => {
  const seenByReaders = new Set([
    'aria-label',
    'title',
    'alt',
    'placeholder',
    'label',
    'legend',
    'help',
    'caption',
    'lead',
  ])
  const saysSomething = (text: string) => /\p{L}{2,}/u.test(text)

  it('stand in words.ts, never in the components', () => {
    const found: string[] = []
    for (const { name, text } of sources.filter((file) => file.name.endsWith('.tsx'))) {
      const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
      const visit = (node: ts.Node) => {
        if (ts.isJsxText(node) && saysSomething(node.text)) found.push(`${name}: ${node.text.trim()}`)
        if (
          ts.isJsxAttribute(node) &&
          seenByReaders.has(node.name.getText()) &&
          node.initializer &&
          ts.isStringLiteral(node.initializer) &&
          saysSomething(node.initializer.text)
        ) {
          found.push(`${name}: ${node.getText()}`)
        }
        ts.forEachChild(node, visit)
      }
      visit(tree)
    }
    expect(found).toEqual([])
  })

  const catalogues = files.filter(({ name }) => name.endsWith('words.ts'))

  it('are said in both languages', async () => {
    const silent: string[] = []
    for (const { name } of catalogues) {
      const exported: Record<string, unknown> = await import(/* @vite-ignore */ join(src, name))
      for (const [catalogue, entries] of Object.entries(exported)) {
        for (const [word, entry] of Object.entries(entries as Record<string, { sv?: unknown; en?: unknown }>)) {
          if (!entry.sv || !entry.en || typeof entry.sv !== typeof entry.en) silent.push(`${name} ${catalogue}.${word}`)
        }
      }
    }
    expect(silent).toEqual([])
  })

  it('are all used', () => {
    const everything = sources
      .filter(({ name }) => !name.endsWith('words.ts'))
      .map(({ text }) => text)
      .join('\n')
    const unused = catalogues.flatMap(({ name, text }) => {
      // A catalogue read by a computed key (states, codes) is used as a whole.
      const whole = [...text.matchAll(/export const (\w+) = catalogue/g)].flatMap(([, catalogue = '']) =>
        catalogue === 'words' ? [text.slice(text.indexOf(`export const ${catalogue} =`)).split('\n})')[0] ?? ''] : [],
      )
      return whole
        .flatMap((block) => [...block.matchAll(/^ {2}(\w+):/gm)].map(([, word = '']) => word))
        .filter((word) => !new RegExp(`\\.${word}\\b|\\b${word}\\b.*= useWords|\\['${word}'\\]`).test(everything))
        .map((word) => `${name}: ${word}`)
    })
    expect(unused).toEqual([])
  })
})

it('keeps every file short enough to read', () => {
  expect(files.filter(({ text }) => text.split('\n').length > 400).map(({ name }) => name)).toEqual([])
})
