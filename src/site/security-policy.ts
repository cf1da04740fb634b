/**
 * The Content-Security-Policy of every page. No inline script and no inline style runs; WebAssembly does, and a
 * worker may start from a blob. Pages are static, so it stands in a `meta` element.
 */
export const securityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self' blob:",
  "img-src 'self' data: blob:",
  "style-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
].join('; ');
