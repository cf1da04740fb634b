import { citationText } from '../../site/edition.ts';

/** How to cite the report, as the file in the repository says it. */
export const GET = () => new Response(citationText());
