import { readFileSync } from 'node:fs';
import { bibliographyFile } from '../../references/bibliography.ts';

/** The cited works, as they stand in the repository. */
export const GET = () => new Response(readFileSync(bibliographyFile));
