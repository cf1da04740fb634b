/**
 * Compiles WebAssembly while its bytes arrive: begun after the last of them it would add about a second to the
 * wait. Rejects with the browser's error.
 */
export async function compile(content: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<WebAssembly.Module> {
  const response = new Response(content, { headers: { 'Content-Type': 'application/wasm' } });
  if ('compileStreaming' in WebAssembly) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
