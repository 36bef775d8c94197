import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  build: {
    // The program's own WebView: WebView2 on Windows 10/11, WebKitGTK 2.4x on Linux.
    target: ['chrome110', 'safari16'],
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
    // A delivery asks for the licences of what is bundled, and takes them out of the page's folder.
    license: process.env.BIAOGAN_LICENCES ? { fileName: process.env.BIAOGAN_LICENCES } : false,
  },
  server: { port: Number(process.env.BIAOGAN_UI_PORT ?? 5173), strictPort: true },
  test: { include: ['src/**/*.test.ts'] },
})
