/** A compressed file of the delivery. */
export interface DeliveredFile {
  /** Relative to the manifest. */
  url: string;
  /** Size as delivered, compressed. */
  bytes: number;
  /** Size after decompression. */
  inflatedBytes: number;
  /** SHA-256 of the content, decompressed. */
  sha256: string;
}

/** The file of a table that comes on demand. */
export interface DeliveredTableFile extends DeliveredFile {
  name: string;
  /** Whether a reader who writes SQL finds it from the start. */
  listed: boolean;
}

/** What a browser must load to answer SQL over the report's tables; published as `engine/manifest.json`. */
export interface Manifest {
  /** Version of duckdb-wasm. */
  version: string;
  wasm: DeliveredFile;
  /** The worker's script, not compressed. */
  worker: { url: string };
  /** WebAssembly that decompresses the other files where the browser cannot; not compressed. */
  decoder: { url: string };
  /** The tables that nearly every slice asks, packed (see `packing/packed.ts`). */
  tables: DeliveredFile;
  /** Tables that are loaded when a query first asks for them, packed each by itself. */
  onDemand: DeliveredTableFile[];
}
