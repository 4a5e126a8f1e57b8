import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The page where an employee answers is built by itself: it shares no file with the application, so nothing that knows a
// session, a router or a store can travel with it, and the server can keep all of it from the device's disk.
export default defineConfig({
  root: 'svara',
  base: '/svara/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../dist/svara',
    emptyOutDir: true,
    assetsDir: '',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
