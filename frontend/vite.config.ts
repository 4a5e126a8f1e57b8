import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const shared =
  /\/src\/(api|lib|ui)\/|\/src\/paths\.ts$|\/src\/rooms\/(activities|boards|plans)\/(queries|shared)\.tsx?$/
const library =
  /\/node_modules\/(react|react-dom|scheduler|wouter|regexparam|use-sync-external-store|@tanstack|openapi-fetch)\//
const fewOnly =
  /\/ui\/(editing|questions)\/|\/(ConflictView|Dialog|DatedField|ErrorSummary|MarkdownPreview|merge|useUnsaved|useMutation|mutationObserver|useInfiniteQuery|infiniteQueryObserver)\.[cm]?[jt]sx?$/

const isBase = (id: string): boolean => (shared.test(id) || library.test(id)) && !fewOnly.test(id)

export default defineConfig({
  plugins: [react()],
  // The router asks for a stand-in of what React has itself since 18.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8080', '/stod': 'http://127.0.0.1:8080' } },
  build: {
    target: 'es2022',
    // The page's security policy allows no inline script, style or data URI of ours.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      output: {
        // What every page needs travels as one file: a dozen small ones cost more in headers and worse compression
        // than they save. What only writers or a few lists need stays in chunks of its own.
        codeSplitting: { groups: [{ name: 'base', test: isBase }] },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.spec.{ts,tsx}'],
    restoreMocks: true,
  },
})
