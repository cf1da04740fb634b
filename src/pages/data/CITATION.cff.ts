import { readFileSync } from 'node:fs';

/** How to cite the report, as the file in the repository says it. */
export const GET = () => new Response(readFileSync('CITATION.cff'));
