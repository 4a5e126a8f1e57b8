import { defineConfig } from 'vitest/config'

// One browser and one server a file, one file at a time: the machine's cores are few and the stories write.
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
